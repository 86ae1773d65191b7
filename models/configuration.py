"""What differs from one installation to the next, as frozen values. `settings` reads them."""

import datetime as dt
import enum
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that is only shown to whom it is meant for."""

    _text: str

    def reveal(self) -> str:
        """Return the secret itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret('***')"


NO_SECRET = Secret("")


class Security(enum.StrEnum):
    """How the connection to a mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    PLAIN = "plain"
    """Not at all: only to this machine."""


class ImapId(enum.StrEnum):
    """Whether to tell the server who is speaking (RFC 2971)."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Login(enum.StrEnum):
    """How to log in to a mail server."""

    PASSWORD = "password"  # noqa: S105 - the word for it
    XOAUTH2 = "xoauth2"
    """By an access token of the mail provider, as Microsoft 365 and Gmail want it."""


class Provider(enum.StrEnum):
    """Who hands out access tokens."""

    MICROSOFT = "microsoft"
    GOOGLE = "google"
    OTHER = "other"
    """Named by its token address."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """How access tokens are got: an application registered with the provider, and its first refresh token.

    Providers replace the refresh token; the newest is kept in the database, encrypted.
    """

    provider: Provider = Provider.MICROSOFT
    client_id: str = ""
    client_secret: Secret = NO_SECRET
    tenant: str = "organizations"
    """The directory of the company, for Microsoft."""
    token_url: str = ""
    authorize_url: str = ""
    """Where a person allows the application; known for Microsoft and Google, as the scope is."""
    scope: str = ""
    refresh_token: Secret = NO_SECRET


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox that orders are forwarded to. `name` tells several of them apart.

    `idle` lets the server say that something came in; polling stays the truth. `keep_days` is how long
    settled mails stay in `countercheck/Done`; 0 keeps them for good.
    """

    host: str
    user: str
    password: Secret = NO_SECRET
    port: int = 993
    security: Security = Security.TLS
    folder: str = "INBOX"
    imap_id: ImapId = ImapId.AUTO
    ca_file: Path | None = None
    name: str = "mailbox"
    login: Login = Login.PASSWORD
    tokens: Tokens = Tokens()
    idle: bool = True
    keep_days: int = 0


@dataclass(frozen=True, slots=True)
class Smtp:
    """The server that mails are sent by, and whom they are from."""

    host: str
    sender: str
    port: int = 465
    security: Security = Security.TLS
    user: str = ""
    password: Secret = NO_SECRET
    ca_file: Path | None = None
    sender_name: str = "countercheck"
    login: Login = Login.PASSWORD
    tokens: Tokens = Tokens()


class UnknownSenders(enum.StrEnum):
    """What becomes of a mail from a sender who is not allowed, or whose mail is not proven to be theirs."""

    TAKE = "take"
    """It is handled like any other."""
    MARK = "mark"
    """It is handled, its cases say so, and none of them is clear without a person."""
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class Senders:
    """Whose mails are taken, as addresses or domains (`works.example` holds its subdomains too).

    An empty `allowed` allows everybody. `quotations` may send exports of quotations and all others that are
    taken in, `finance` the weekly invoice list.
    `authserv_id` is the name our own mail server signs its Authentication-Results with (RFC 8601);
    without it nothing is proven by them.
    """

    allowed: tuple[str, ...] = ()
    unknown: UnknownSenders = UnknownSenders.MARK
    quotations: tuple[str, ...] = ()
    finance: tuple[str, ...] = ()
    authserv_id: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """How senders are answered.

    `domains` are the house's own: nothing goes anywhere else without a person. `link` is the address
    people reach the pages by; `remind_days` how long a question waits before it is asked again.
    """

    send: bool = True
    domains: tuple[str, ...] = ()
    link: str = ""
    remind_days: int = 2
    a_day: int = 100
    """The most automatic mails to one address in a day."""
    sales: str = ""
    """Whom questions to sales go to where a case has no owner; the others are asked at these addresses."""
    technical: str = ""
    planning: str = ""
    finance: str = ""
    warehouse: str = ""
    order_desk: str = ""


@dataclass(frozen=True, slots=True)
class Weekly:
    """When invoice lists that lie in a folder are answered: `weekday` is 1 for Monday to 7.

    `zone`, of the IANA database, also says which ISO week it is. `keep_days` is how long the exports that a
    list was answered with are kept; 0 keeps all for good.
    """

    weekday: int = 1
    time: dt.time = dt.time(9, 0)
    zone: str = "Asia/Shanghai"
    keep_days: int = 400


@dataclass(frozen=True, slots=True)
class Alerts:
    """When the person in charge is told by mail."""

    to: str = ""
    silent_hours: int = 72
    """A mailbox in which nothing new came in for so long."""
    disk_mb: int = 1024
    """Less room than this on the disk."""
    quarantine: int = 10
    """So many messages put aside within a day."""


class LogFormat(enum.StrEnum):
    """How the log is written."""

    CONSOLE = "console"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Logging:
    """The log: to the terminal, and to a file that is rotated, where one is named."""

    format: LogFormat = LogFormat.CONSOLE
    level: str = "INFO"
    file: Path | None = None
    file_mb: int = 10
    files: int = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs from one installation to the next.

    `database` is an SQLAlchemy URL; `watched` a folder whose files are taken in like mails;
    `quotations` the newest export of quotations, or a folder that exports are put into; `exports` a folder
    for all other exports of SAP; `invoice_lists` one for finance's weekly lists; `prefect` tells whether runs
    go through Prefect. The pages are on `listen`, and answer this machine and `clients`. `key` encrypts what
    is secret in the database; where it is not set, one is made in the data folder.
    """

    data: Path
    database: Secret
    mailboxes: tuple[Mailbox, ...] = ()
    watched: Path | None = None
    quotations: Path | None = None
    exports: Path | None = None
    invoice_lists: Path | None = None
    policy: Path | None = None
    poll: dt.timedelta = dt.timedelta(seconds=60)
    max_message_bytes: int = 50 * 1024 * 1024
    port: int = 8321
    listen: str = "127.0.0.1"
    clients: tuple[str, ...] = ()
    prefect: bool = True
    language: str = "zh"
    key: Secret = NO_SECRET
    smtp: Smtp | None = None
    senders: Senders = field(default_factory=Senders)
    answers: Answers = field(default_factory=Answers)
    invoicing: Weekly = field(default_factory=Weekly)
    alerts: Alerts = field(default_factory=Alerts)
    log: Logging = field(default_factory=Logging)
