"""The log: one line for each event, for a terminal or as JSON, and in a file that is rotated.

Nothing secret and nothing of a mail's content gets into it: known secrets are blotted out, and so is
whatever looks like a password, a token or a stranger's mail address. Of an error that nobody expected,
the log has its kind and where it happened, and not what it says: that may quote a mail.
"""

import datetime as dt
import json
import logging
import os
import re
import traceback
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from models.configuration import LogFormat, Logging, Secret, Settings
from models.errors import ConfigurationError

OURS = frozenset({"flows", "models", "review", "sandbox", "settings", "demo"})
"""Whose words are for operators; of other libraries only warnings are."""
BLOT = "***"
_NAMED = re.compile(
    r"""(?ix) \b (\w*(?:password | passwd | pwd | secret | token | authorization | api[_-]?key | cookie))
    (["']? \s* [:=] \s* ["']?) (?: (?:bearer|basic) \s+ )? [^\s"',;&}]+"""
)
_BEARER = re.compile(r"(?i)\b(bearer|basic|xoauth2)\s+[A-Za-z0-9+/=._~-]{8,}")
_ADDRESS = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_IN_URL = re.compile(r"(?i)(?<![a-z0-9+.-])([a-z0-9+.-]+://[^\s:/@]*):[^\s/@]+@")
_installed: list[logging.Handler] = []


class Redaction:
    """Blots out what does not belong into a log. `own` are the addresses of the installation itself."""

    def __init__(self, secrets: frozenset[str] = frozenset(), own: frozenset[str] = frozenset()) -> None:
        forms = {form for each in secrets if len(each) >= 4 for form in (each, quote(each, safe=""))}
        longest_first = sorted(forms, key=len, reverse=True)
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if forms else None
        self._own = own

    def __call__(self, text: str) -> str:
        """Return `text` without secrets and without the names of strangers."""
        clean = self._secrets.sub(BLOT, text) if self._secrets else text
        clean = _IN_URL.sub(rf"\1:{BLOT}@", clean)
        clean = _NAMED.sub(rf"\1\2{BLOT}", clean)
        clean = _BEARER.sub(rf"\1 {BLOT}", clean)
        return _ADDRESS.sub(self._address, clean)

    def _address(self, found: re.Match[str]) -> str:
        return found[0] if found[0].lower() in self._own else f"{BLOT}@{found[2]}"


def of_settings(settings: Settings) -> Redaction:
    """Return what blots out the secrets of an installation."""
    own = {each.user for each in settings.mailboxes} | {settings.alerts.to}
    own |= {settings.smtp.sender, settings.smtp.user} if settings.smtp else set()
    # A mailbox's name in the log is its user at its server.
    own |= {f"{each.user}@{each.host}" for each in settings.mailboxes}
    return Redaction(frozenset(_secrets(settings)), frozenset(each.lower() for each in own if each))


def _secrets(value: object) -> Iterator[str]:
    if isinstance(value, Secret):
        yield from _secret(value.reveal())
    elif isinstance(value, tuple):
        for each in value:
            yield from _secrets(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _secrets(getattr(value, each.name))


def _secret(text: str) -> Iterator[str]:
    if "://" not in text:
        yield text
        return
    # An address is no secret, but for the password in it.
    try:
        given = urlsplit(text).password
    except ValueError:
        given = text
    if given:
        yield from (given, unquote(given))


class OneLine(logging.Formatter):
    """Writes an event as one line for people."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self.redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        """Return the event as a line."""
        moment = dt.datetime.fromtimestamp(record.created).astimezone()
        said = " ".join(filter(None, (message(record), error(record), where(record))))
        line = f"{moment:%Y-%m-%d %H:%M:%S} {record.levelname} {said}"
        return " ⏎ ".join(each.strip() for each in self.redaction(line).splitlines() if each.strip())


class Json(logging.Formatter):
    """Writes an event as a line of JSON, the time in UTC."""

    def __init__(self, redaction: Redaction) -> None:
        super().__init__()
        self.redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        """Return the event as a line."""
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
        shape = {
            "at": moment.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self.redaction(message(record)),
            "process": record.process,
            "thread": record.threadName,
        }
        if record.exc_info:
            shape |= {"error": error(record), "where": self.redaction(where(record))}
        return json.dumps(shape, ensure_ascii=False)


def message(record: logging.LogRecord) -> str:
    """Return what was said; arguments that do not fit are no reason to lose it."""
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return str(record.msg)


def error(record: logging.LogRecord) -> str:
    """Return the kind of the error, and not its words."""
    kind = record.exc_info[0] if record.exc_info else None
    return f"[{kind.__name__}]" if kind else ""


def where(record: logging.LogRecord) -> str:
    """Return where the error happened."""
    trace = record.exc_info[2] if record.exc_info else None
    return "".join(traceback.format_tb(trace)) if trace else ""


def is_for_operators(record: logging.LogRecord) -> bool:
    """Leave out what libraries say of every step: it helps nobody here."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def install(settings: Settings) -> None:
    """Write the log of this process the way the settings say, from now on.

    Raises:
        ConfigurationError: Its file cannot be written.
    """
    redaction = of_settings(settings)
    wanted = settings.log
    formatter = Json(redaction) if wanted.format is LogFormat.JSON else OneLine(redaction)
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    if wanted.file is not None:
        handlers.append(_file(wanted, wanted.file))
    for each in handlers:
        each.setFormatter(formatter)
        each.addFilter(is_for_operators)
    _installed[:] = handlers
    # A connection that a server cut is told by us, in one line.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    logging.captureWarnings(capture=True)
    install_again(wanted.level)


def install_again(level: str | None = None) -> None:
    """Put the log in place again: Prefect, when it is imported, puts its own there."""
    if not _installed:
        return
    root = logging.getLogger()
    for each in root.handlers[:]:
        if each not in _installed:
            root.removeHandler(each)
    for each in _installed:
        if each not in root.handlers:
            root.addHandler(each)
    root.setLevel(level or min(root.level or logging.INFO, logging.INFO))


class _Private(RotatingFileHandler):
    """A file that is rotated, and readable for nobody else."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(descriptor, self.mode, encoding=self.encoding, errors=self.errors)  # type: ignore[return-value]


def _file(wanted: Logging, path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _Private(
            path,
            maxBytes=wanted.file_mb * 1024 * 1024,
            backupCount=wanted.files,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as refused:
        raise ConfigurationError(f"log.file: {path} cannot be written ({refused.strerror})") from None
