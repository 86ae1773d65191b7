"""Settings: from the environment and `countercheck.toml` in the data folder, into one frozen value.

Read once, at the edge; nothing below takes a setting from anywhere else. The environment wins over
the file. Any setting can be read from a file of its own by appending `_FILE` to its variable
(`COUNTERCHECK_MAILBOX_PASSWORD_FILE=/run/secrets/mailbox`). A secret is never printed.
"""

import datetime as dt
import enum
import ipaddress
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from models.errors import ConfigurationError

FILE_NAME = "countercheck.toml"
PREFIX = "COUNTERCHECK_"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that is only shown to whom it is meant for."""

    _text: str

    def reveal(self) -> str:
        """Return the secret itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret('***')"


class Security(enum.StrEnum):
    """How the connection to the mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"
    """Not at all: only to this machine."""


class ImapId(enum.StrEnum):
    """Whether to tell the server who is speaking (RFC 2971)."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The mailbox that orders are forwarded to."""

    host: str
    user: str
    password: Secret
    port: int = 993
    security: Security = Security.TLS
    folder: str = "INBOX"
    imap_id: ImapId = ImapId.AUTO
    ca_file: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs from one installation to the next.

    `database` is an SQLAlchemy URL; `watched` a folder whose files are taken in like mails;
    `quotations` the newest export of quotations; `prefect` tells whether runs go through Prefect.
    """

    data: Path
    database: Secret
    mailbox: Mailbox | None = None
    watched: Path | None = None
    quotations: Path | None = None
    policy: Path | None = None
    poll: dt.timedelta = dt.timedelta(seconds=60)
    max_message_bytes: int = 50 * 1024 * 1024
    port: int = 8321
    prefect: bool = True


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in the file, how its text is understood, what is expected of it."""

    key: str
    parse: Callable[[str], Any]
    expected: str
    about: str
    secret: bool = False

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.key.upper().replace(".", "_")


def _text(text: str) -> str:
    if not text or not text.isprintable():
        raise ValueError
    return text


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError
        return number

    return parse


def _choice(kind: type[enum.StrEnum]) -> Callable[[str], enum.StrEnum]:
    return lambda text: kind(text.lower())


def _switch(text: str) -> bool:
    return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[text.lower()]


def _seconds(text: str) -> dt.timedelta:
    return dt.timedelta(seconds=_whole(1, 86400)(text))


def _path(text: str) -> Path:
    return Path(_text(text)).expanduser()


def _secret(text: str) -> Secret:
    if not text:
        raise ValueError
    return Secret(text)


def _url(text: str) -> Secret:
    if "://" not in text:
        raise ValueError
    return Secret(text)


SETTINGS = (
    Setting("database", _url, "a database URL", "Where rows are kept.", secret=True),
    Setting("mailbox.host", _text, "a host name", "The mail server."),
    Setting("mailbox.port", _whole(1, 65535), "a port, 1 to 65535", "Its port."),
    Setting("mailbox.security", _choice(Security), "tls, starttls or plain", "How it is protected."),
    Setting("mailbox.user", _text, "a user name", "The user of the mailbox."),
    Setting("mailbox.password", _secret, "a password", "The password or its code.", secret=True),
    Setting("mailbox.folder", _text, "a folder name", "The folder that orders come into."),
    Setting("mailbox.imap_id", _choice(ImapId), "auto, always or never", "Whether to say who speaks."),
    Setting("mailbox.ca_file", _path, "the path of a PEM file", "Your company's certificate authority."),
    Setting("watched", _path, "the path of a folder", "A folder whose files are taken in like mails."),
    Setting("quotations", _path, "the path of a .csv or .xlsx export", "The newest quotations."),
    Setting("policy", _path, "the path of a policy file", "Tolerances and limits."),
    Setting("poll", _seconds, "seconds, 1 to 86400", "How often mailbox and folder are looked at."),
    Setting("max_message_bytes", _whole(1024, 2**31), "bytes, 1024 or more", "Larger mails wait aside."),
    Setting("port", _whole(0, 65535), "a port, 0 to 65535", "The port of the pages."),
    Setting("prefect", _switch, "yes or no", "Whether runs are shown in Prefect."),
)
"""Every setting there is."""

BY_KEY = {each.key: each for each in SETTINGS}


def data_folder(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder: the one chosen, that of COUNTERCHECK_DATA, or one in the user's data."""
    if chosen is not None:
        return chosen
    named = environment.get(PREFIX + "DATA")
    return Path(named).expanduser() if named else platformdirs.user_data_path("countercheck", appauthor=False)


def load(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings.

    Raises:
        ConfigurationError: One is missing or cannot be used; the text names it and what is expected.
    """
    data = data_folder(chosen, environment)
    texts = _from_file(data / FILE_NAME) | _from_environment(environment)
    return from_texts(data, texts)


def from_texts(data: Path, texts: Mapping[str, str]) -> Settings:
    """Return the settings that `texts` state, by key.

    Raises:
        ConfigurationError: One is missing or cannot be used.
    """
    values = {key: _parsed(BY_KEY[key], text) for key, text in texts.items()}
    mailbox = {key.partition(".")[2]: value for key, value in values.items() if key.startswith("mailbox.")}
    others = {key: value for key, value in values.items() if not key.startswith("mailbox.")}
    others.setdefault("database", Secret(f"sqlite:///{(data / 'countercheck.db').absolute()}"))
    return Settings(data=data, mailbox=_mailbox(mailbox), **others)


def _mailbox(values: dict[str, Any]) -> Mailbox | None:
    if not values:
        return None
    for name in ("host", "user", "password"):
        if name not in values:
            setting = BY_KEY[f"mailbox.{name}"]
            message = f"mailbox.{name} is missing: set it in {FILE_NAME} or as {setting.variable}"
            raise ConfigurationError(message)
    if "port" not in values:
        values["port"] = 993 if values.get("security", Security.TLS) is Security.TLS else 143
    mailbox = Mailbox(**values)
    if mailbox.security is Security.PLAIN and not is_loopback(mailbox.host):
        raise ConfigurationError("mailbox.security: plain shows the password to the network, expected tls")
    return mailbox


def is_loopback(host: str) -> bool:
    """Tell whether `host` is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for setting in SETTINGS:
        by_file = environment.get(f"{setting.variable}_FILE")
        if by_file is not None:
            found[setting.key] = _content(setting, Path(by_file))
        elif setting.variable in environment:
            found[setting.key] = environment[setting.variable]
    return found


def _content(setting: Setting, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(f"{setting.variable}_FILE: the file {path} cannot be read") from None


def _from_file(path: Path) -> dict[str, str]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as refused:
        raise ConfigurationError(f"{path} cannot be read ({refused})") from None
    except tomllib.TOMLDecodeError as wrong:
        raise ConfigurationError(f"{path} is not valid TOML: {wrong}") from None
    texts = {}
    for key, value in _flat(table):
        if key not in BY_KEY:
            raise ConfigurationError(f"{path}: there is no setting {key!r}; known are {', '.join(BY_KEY)}")
        texts[key] = str(value).lower() if isinstance(value, bool) else str(value)
    return texts


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        pairs += _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else [(prefix + name, value)]
    return pairs


def _parsed(setting: Setting, text: str) -> Any:
    try:
        return setting.parse(text)
    except (ValueError, KeyError):
        shown = "what is set" if setting.secret else repr(text)
        message = f"{setting.key}: {shown} cannot be used, expected {setting.expected} ({setting.variable})"
        raise ConfigurationError(message) from None
