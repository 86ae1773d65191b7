"""The real Dovecot that tests and measurements speak to."""

from bench.dovecot import MISSING, PASSWORD, PROGRAM, Dovecot, free_port, running

__all__ = ["MISSING", "PASSWORD", "PROGRAM", "Dovecot", "free_port", "running"]
