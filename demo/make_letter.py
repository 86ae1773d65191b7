"""A mail of the made-up inbox as a value."""

from dataclasses import dataclass

from demo.make_cases import Case

PDF = ("application", "pdf")
XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attachment: an order with its `case`, or something of which only `kind` or `error` counts."""

    name: str
    data: bytes
    mime: tuple[str, str] = PDF
    case: Case | None = None
    kind: str | None = None
    error: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail; `case` is the order that its body carries, `inner` puts the attachments into a nested mail."""

    name: str
    sender: str
    minute: int
    subject: str
    text: str
    html: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    case: Case | None = None
    charset: str = "utf-8"
    logo: bool = False
    inner: str | None = None
    old_names: bool = False
