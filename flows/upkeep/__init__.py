"""Keeping an installation well: examination, backups, alerts, trying again."""
