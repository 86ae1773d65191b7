"""Settings: from the environment and `countercheck.toml` in the data folder, into one frozen value.

Read once, at the edge; nothing below takes a setting from anywhere else. The environment wins over
the file. Any setting can be read from a file of its own by appending `_FILE` to its variable
(`COUNTERCHECK_MAILBOX_PASSWORD_FILE=/run/secrets/mailbox`). A secret is never printed.
"""

import difflib
import ipaddress
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import platformdirs

from models.configuration import (
    Alerts,
    Answers,
    Logging,
    Login,
    Mailbox,
    Provider,
    Secret,
    Security,
    Senders,
    Settings,
    Smtp,
    Tokens,
    Weekly,
)
from models.errors import ConfigurationError
from settings_table import BY_KEY, LISTS, PREFIX, SETTINGS, Setting, of_variable, setting

FILE_NAME = "countercheck.toml"
_OTHER = re.compile(rf"{PREFIX}(?:DATA|CI|TEST_\w+)")
"""Variables that are no settings: where the data folder is, and what the tests are told by."""
_SHOWN = 80
"""Characters that are shown of a text that cannot be used."""


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


def from_file(data: Path) -> dict[str, str]:
    """Return the texts of the settings that the file in the data folder states, by key.

    Raises:
        ConfigurationError: It cannot be read, or names a setting that there is not.
    """
    return _from_file(data / FILE_NAME)


def from_texts(data: Path, texts: Mapping[str, str]) -> Settings:
    """Return the settings that `texts` state, by key.

    Raises:
        ConfigurationError: One is missing or cannot be used.
    """
    sections: dict[str, dict[str, Any]] = {}
    for key, text in texts.items():
        section, _, name = key.rpartition(".")
        sections.setdefault(section, {})[name] = _parsed(known(key), text)
    plain = sections.pop("", {})
    plain.setdefault("database", Secret(f"sqlite:///{(data / 'countercheck.db').absolute()}"))
    return Settings(
        data=data,
        mailboxes=tuple(
            _mailbox(section, values) for section, values in sections.items() if section.startswith("mailbox")
        ),
        smtp=_smtp(sections["smtp"]) if "smtp" in sections else None,
        senders=Senders(**sections.get("senders", {})),
        answers=Answers(**sections.get("answers", {})),
        invoicing=Weekly(**sections.get("invoicing", {})),
        alerts=Alerts(**sections.get("alerts", {})),
        log=Logging(**sections.get("log", {})),
        **plain,
    )


def known(key: str) -> Setting:
    """Return the setting with that key.

    Raises:
        ConfigurationError: There is none.
    """
    found = setting(key)
    if found is None:
        message = f"there is no setting {key!r}; known are {', '.join(BY_KEY)}, and mailboxes.<name>.host …"
        raise ConfigurationError(message)
    return found


def _mailbox(section: str, values: dict[str, Any]) -> Mailbox:
    _prepare(section, values, ("host", "user"), {Security.TLS: 993, None: 143})
    return Mailbox(name=section.rpartition(".")[2], **values)


def _smtp(values: dict[str, Any]) -> Smtp:
    _prepare("smtp", values, ("host", "sender"), {Security.TLS: 465, Security.STARTTLS: 587, None: 25})
    return Smtp(**values)


def _prepare(
    section: str, values: dict[str, Any], needed: tuple[str, ...], ports: Mapping[Security | None, int]
) -> None:
    """Check a mail server's settings, fill in its port and put what concerns tokens into one value."""
    login = values.get("login", Login.PASSWORD)
    if login is Login.XOAUTH2:
        needed = (*needed, "user", "client_id")
    elif section != "smtp" or "user" in values:
        needed = (*needed, "password")
    for name in needed:
        if name not in values:
            missing = known(f"{section}.{name}")
            message = f"{missing.key} is missing: set it in {FILE_NAME} or as {missing.variable}"
            raise ConfigurationError(message)
    security = values.setdefault("security", Security.TLS)
    values.setdefault("port", ports.get(security, ports[None]))
    if security is Security.PLAIN and not is_loopback(values["host"]):
        raise ConfigurationError(f"{section}.security: plain shows the password to the network, expected tls")
    tokens = {each.name: values.pop(each.name) for each in fields(Tokens) if each.name in values}
    if login is Login.XOAUTH2 and tokens.get("provider") is Provider.OTHER and "token_url" not in tokens:
        raise ConfigurationError(f"{section}.token_url is missing: provider other is known only by it")
    values["tokens"] = Tokens(**tokens)


def is_loopback(host: str) -> bool:
    """Tell whether `host` is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    further = (of_variable(name.removesuffix("_FILE")) for name in sorted(environment))
    named = {each.key: each for each in further if each is not None}
    _assert_known(environment, {each.variable for each in (*SETTINGS, *named.values())})
    found = {}
    for each in (*SETTINGS, *named.values()):
        by_file = environment.get(f"{each.variable}_FILE")
        if by_file is not None:
            found[each.key] = _content(each, Path(by_file))
        elif each.variable in environment:
            found[each.key] = environment[each.variable]
    return found


def _assert_known(environment: Mapping[str, str], variables: set[str]) -> None:
    """Refuse a variable that looks like a setting and is none: a slip of the pen would go unnoticed."""
    for name in sorted(environment):
        plain = name.removesuffix("_FILE")
        if not name.startswith(PREFIX) or not variables.isdisjoint({name, plain}) or _OTHER.fullmatch(name):
            continue
        near = difflib.get_close_matches(plain, sorted(variables), 1)
        raise ConfigurationError(f"there is no setting {name}" + (f": expected {near[0]}?" if near else ""))


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
        try:
            texts[key] = _as_text(known(key), value)
        except ConfigurationError as wrong:
            raise ConfigurationError(f"{path}: {wrong}") from None
    return texts


def _as_text(setting: Setting, value: object) -> str:
    if isinstance(value, list) and setting.parse in LISTS:
        return ",".join(str(each) for each in value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    pairs: list[tuple[str, Any]] = []
    for name, value in table.items():
        pairs += _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else [(prefix + name, value)]
    return pairs


def _parsed(setting: Setting, text: str) -> Any:
    try:
        return setting.parse(text)
    except (ValueError, KeyError):
        shown = "what is set" if setting.secret else repr(text[:_SHOWN])
        message = f"{setting.key}: {shown} cannot be used, expected {setting.expected} ({setting.variable})"
        raise ConfigurationError(message) from None
