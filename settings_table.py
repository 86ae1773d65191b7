"""Every setting there is: its key, how its text is understood, what is expected of it."""

import datetime as dt
import enum
import ipaddress
import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from models.configuration import (
    ImapId,
    LogFormat,
    Login,
    Provider,
    Secret,
    Security,
    UnknownSenders,
)

PREFIX = "COUNTERCHECK_"


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


def _one_of(*words: str) -> Callable[[str], str]:
    return lambda text: words[[each.lower() for each in words].index(text.lower())]


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


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError
    return _text(text).rstrip("/")


def _time(text: str) -> dt.time:
    return dt.datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day, in no zone


def _zone(text: str) -> str:
    if text not in zoneinfo.available_timezones():
        raise ValueError
    return text


def _ip_address(text: str) -> str:
    return str(ipaddress.ip_address(text))


def _ip_addresses(text: str) -> tuple[str, ...]:
    return tuple(_ip_address(each.strip()) for each in text.split(","))


def _address(text: str) -> str:
    name, _, domain = _text(text).rpartition("@")
    if not name or "." not in domain.strip(".") or set(text) & set(" ,;<>"):
        raise ValueError
    return text


def names(text: str) -> tuple[str, ...]:
    """Return addresses or domains, written with commas between them."""
    found = tuple(each.strip().lower().removeprefix("@") for each in text.split(",") if each.strip())
    if not all("." in each and _text(each) and not set(each) & set(" ;<>") for each in found):
        raise ValueError
    return found


LISTS = (names, _ip_addresses)
"""What understands several texts with commas between; in the file they may be a list."""

_SERVER = (
    Setting("host", _text, "a host name", "The mail server."),
    Setting("port", _whole(1, 65535), "a port, 1 to 65535", "Its port."),
    Setting("security", _choice(Security), "tls, starttls or plain", "How it is protected."),
    Setting("user", _text, "a user name", "The user."),
    Setting("password", _secret, "a password", "The password or its code.", secret=True),
    Setting("ca_file", _path, "the path of a PEM file", "Your company's certificate authority."),
    Setting("login", _choice(Login), "password or xoauth2", "How to log in."),
    Setting("provider", _choice(Provider), "microsoft, google or other", "Who hands out tokens."),
    Setting("client_id", _text, "an application's id", "The application registered with the provider."),
    Setting("client_secret", _secret, "a secret", "That application's secret.", secret=True),
    Setting("tenant", _text, "a directory's id or name", "The company's directory, for Microsoft."),
    Setting("token_url", _web_address, "an https address", "Where tokens come from, for other providers."),
    Setting("authorize_url", _web_address, "an https address", "Where a person allows it, for others."),
    Setting("scope", _text, "what is asked for, spaces between", "What a token may do, for others."),
    Setting("refresh_token", _secret, "a token", "The first refresh token.", secret=True),
)
_MAILBOX = (
    *_SERVER,
    Setting("folder", _text, "a folder name", "The folder that orders come into."),
    Setting("imap_id", _choice(ImapId), "auto, always or never", "Whether to say who speaks."),
    Setting("idle", _switch, "yes or no", "Whether the server may say that something came in."),
    Setting("keep_days", _whole(0, 36500), "days, 0 for good", "How long settled mails stay there."),
)
_SMTP = (
    *_SERVER,
    Setting("sender", _address, "an address", "Whom mails are from."),
    Setting("sender_name", _text, "a name", "Its name."),
)
_PLAIN = (
    Setting("database", _url, "a database URL", "Where rows are kept.", secret=True),
    Setting("watched", _path, "the path of a folder", "A folder whose files are taken in like mails."),
    Setting("quotations", _path, "the path of an export or of a folder", "The newest quotations."),
    Setting("exports", _path, "the path of a folder", "A folder for exports of SAP."),
    Setting("invoice_lists", _path, "the path of a folder", "A folder for finance's weekly lists."),
    Setting("policy", _path, "the path of a policy file", "Tolerances and limits."),
    Setting("poll", _seconds, "seconds, 1 to 86400", "How often mailbox and folder are looked at."),
    Setting("max_message_bytes", _whole(1024, 2**31), "bytes, 1024 or more", "Larger mails wait aside."),
    Setting("port", _whole(0, 65535), "a port, 0 to 65535", "The port of the pages."),
    Setting("listen", _ip_address, "an IP address", "Where the pages are: this machine alone, unasked."),
    Setting("clients", _ip_addresses, "IP addresses, commas between", "Who else may open the pages."),
    Setting("prefect", _switch, "yes or no", "Whether runs are shown in Prefect."),
    Setting("language", _one_of("zh", "en"), "zh or en", "The language where nothing else tells."),
    Setting("key", _secret, "a Fernet key", "Encrypts what is secret in the database.", secret=True),
    Setting("senders.allowed", names, "addresses or domains, commas between", "Whose mails are taken."),
    Setting("senders.unknown", _choice(UnknownSenders), "take, mark or quarantine", "What others become."),
    Setting("senders.quotations", names, "addresses or domains, commas between", "Who may send exports."),
    Setting("senders.finance", names, "addresses, commas between", "Who may send invoice lists."),
    Setting("senders.authserv_id", _text, "a name", "What our mail server signs its results with."),
    Setting("answers.send", _switch, "yes or no", "Whether senders are answered."),
    Setting("answers.domains", names, "domains, commas between", "The house's own domains."),
    Setting("answers.link", _web_address, "an http(s) address", "Where people reach the pages."),
    Setting("answers.remind_days", _whole(1, 365), "days, 1 to 365", "When a question is asked again."),
    Setting("answers.a_day", _whole(1, 10000), "mails, 1 to 10000", "The most to one address in a day."),
    Setting("answers.sales", _address, "an address", "Who answers questions to sales, without an owner."),
    Setting("answers.technical", _address, "an address", "Who answers technical questions."),
    Setting("answers.planning", _address, "an address", "Who answers questions of dates."),
    Setting("answers.finance", _address, "an address", "Who answers questions of terms and invoices."),
    Setting("answers.warehouse", _address, "an address", "Who is told of quantities that differ."),
    Setting("answers.order_desk", _address, "an address", "Who is told of orders that are not known."),
    Setting("invoicing.weekday", _whole(1, 7), "1 for Monday to 7", "When lists of the folder are answered."),
    Setting("invoicing.time", _time, "a time like 09:00", "At what time."),
    Setting("invoicing.zone", _zone, "a zone like Asia/Shanghai", "By which clock, and which week it is."),
    Setting("invoicing.keep_days", _whole(0, 36500), "days, 0 for good", "How long their exports are kept."),
    Setting("alerts.to", _address, "an address", "The person in charge."),
    Setting("alerts.silent_hours", _whole(1, 8760), "hours, 1 to 8760", "When a silent mailbox is told."),
    Setting("alerts.disk_mb", _whole(1, 10**9), "megabytes, 1 or more", "When little room is told."),
    Setting("alerts.quarantine", _whole(1, 10**6), "messages, 1 or more", "How many put aside in a day."),
    Setting("log.format", _choice(LogFormat), "console or json", "How the log is written."),
    Setting(
        "log.level",
        _one_of("DEBUG", "INFO", "WARNING", "ERROR"),
        "DEBUG, INFO, WARNING or ERROR",
        "How much.",
    ),
    Setting("log.file", _path, "the path of a file", "Where the log is kept as well."),
    Setting("log.file_mb", _whole(1, 10**6), "megabytes, 1 or more", "When its file is rotated."),
    Setting("log.files", _whole(1, 1000), "files, 1 or more", "How many old ones are kept."),
)


def _in(section: str, settings: tuple[Setting, ...]) -> tuple[Setting, ...]:
    return tuple(replace(each, key=f"{section}.{each.key}") for each in settings)


SETTINGS = (*_PLAIN[:1], *_in("mailbox", _MAILBOX), *_PLAIN[1:], *_in("smtp", _SMTP))
"""Every setting there is; further mailboxes are `mailboxes.<name>.<setting of a mailbox>`."""
BY_KEY = {each.key: each for each in SETTINGS}
FURTHER = "mailboxes"
OF_MAILBOX = {each.key: each for each in _MAILBOX}


def setting(key: str) -> Setting | None:
    """Return the setting with that key; None if there is none."""
    section, _, rest = key.partition(".")
    if section != FURTHER:
        return BY_KEY.get(key)
    name, _, of_mailbox = rest.partition(".")
    known = OF_MAILBOX.get(of_mailbox)
    # Letters and digits only, so that a variable's name says where the mailbox's name ends.
    if known is None or not (name.isascii() and name.isalnum() and name == name.lower()):
        return None
    return replace(known, key=key)


def of_variable(variable: str) -> Setting | None:
    """Return the setting of a further mailbox that an environment variable sets."""
    name = variable.removeprefix(f"{PREFIX}{FURTHER.upper()}_")
    if name == variable:
        return None
    mailbox, _, of_mailbox = name.lower().partition("_")
    return setting(f"{FURTHER}.{mailbox}.{of_mailbox}")
