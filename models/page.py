"""Pages of words: what every reader yields, whatever the file was.

A text-layer PDF, a spreadsheet, a Word file, an HTML mail and (later) a scan all become the same
thing: pages with words at places, ruling lines, and tables where the file itself states them. One
reading of header fields and line tables serves all of them.

Coordinates are PDF points, measured from the top left of the page *as it is read*: a page whose
text runs sideways is turned first, and `Page.turn` tells how to come back to the page as displayed.
Files without pages (spreadsheets, Word files, mails) are laid out on synthetic pages, so that
"right of" and "below" mean the same everywhere; their words carry `where`, the place in the file.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom; the origin is the page's top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """The extent from left to right, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The extent from top to bottom, in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The vertical centre."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """The horizontal centre."""
        return (self.x0 + self.x1) / 2


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all `boxes`; there must be at least one."""
    # Called for every line and cell: `min` and `max` take three times as long as an expression.
    every = iter(boxes)
    left, upper, right, lower = next(every)
    for x0, top, x1, bottom in every:
        left = x0 if x0 < left else left  # noqa: FURB136 - see above
        upper = top if top < upper else upper  # noqa: FURB136 - see above
        right = x1 if x1 > right else right  # noqa: FURB136 - see above
        lower = bottom if bottom > lower else lower  # noqa: FURB136 - see above
    return Box(left, upper, right, lower)


class Doubt(enum.StrEnum):
    """Why the characters of a word are not certain."""

    OVERLAID = "overlaid"
    INVISIBLE = "invisible"
    OFF_PAGE = "off_page"
    BAD_ENCODING = "bad_encoding"
    ASKEW = "askew"
    READERS_DISAGREE = "readers_disagree"
    RECOGNISED = "recognised"
    REMARKED = "remarked"
    """A comment stands at it, or somebody's pen went over it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space.

    `edges` holds the left edge of each character and the right edge of the last, so that a part of
    a word has a box too. `doubt` is None where the characters are certain (exact structure, or
    visible text-layer glyphs with a sound encoding and nothing drawn over them). A word is `glued`
    where a mere gap parts it from the word before, without a white-space character in the file:
    typesetters put such gaps between Chinese and Latin characters.
    """

    text: str
    box: Box
    edges: tuple[float, ...]
    doubt: Doubt | None = None
    where: str | None = None
    bold: bool = False
    glued: bool = False

    def part(self, start: int, end: int) -> Box:
        """Return the box around the characters from `start` up to, not including, `end`."""
        return Box(self.edges[start], self.box.top, self.edges[end], self.box.bottom)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line drawn on the page, horizontal (`top` = `bottom`) or vertical (`x0` = `x1`)."""

    box: Box

    @property
    def horizontal(self) -> bool:
        """Tell whether the line runs from left to right."""
        return self.box.width >= self.box.height


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; rows and columns count from 0. `words` are in reading order."""

    row: int
    column: int
    box: Box
    words: tuple[Word, ...]
    row_span: int = 1
    column_span: int = 1
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the file itself states (spreadsheet, Word, HTML, CSV), cell by cell."""

    box: Box
    rows: int
    columns: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page in reading orientation.

    `words` holds every word of the page, those in `tables` included, in the order of the file.
    `turn` is the clockwise turn in degrees that brought the displayed page to reading orientation.
    `overlays` are seals, pictures and fills drawn over text; `pictures` all images of the page.
    A `synthetic` page has no coordinates that mean anything to a person.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    tables: tuple[Table, ...] = ()
    overlays: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    turn: int = 0
    synthetic: bool = False

    def displayed(self, box: Box) -> Box:
        """Return `box` in the coordinates of the page as a viewer displays it."""
        x0, top, x1, bottom = box
        if self.turn == 90:
            return Box(top, self.width - x1, bottom, self.width - x0)
        if self.turn == 180:
            return Box(self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.turn == 270:
            return Box(self.height - bottom, x0, self.height - top, x1)
        return box


class FileFormat(enum.StrEnum):
    """What a file is, decided by its content and never by its name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    XLS = "xls"
    CSV = "csv"
    TEXT = "text"
    HTML = "html"
    XML = "xml"
    EDI = "edi"
    MAIL = "mail"
    OUTLOOK = "msg"
    TNEF = "tnef"
    ZIP = "zip"
    IMAGE = "image"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Element:
    """An element of an XML file by its name without namespace; `text` stands before its first child."""

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element", ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """Data for programs: an XML tree with its namespace, or the text of an EDI message.

    `name` is that of the file embedded in the document, None where the document itself is the data.
    Neither tree nor text is there where the embedded file could not be read.
    """

    name: str | None
    root: Element | None = None
    namespace: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as pages of words; `exact` where characters come from structure, not from drawing.

    `notes` name, in stable words, what the file holds besides and what no page shows
    ("tracked_deletions", "comments", "embedded_file", "hidden_sheet"); `attachments` are the data in
    it that no reading of pages is needed for; `remarks` are what people wrote beside its text: comments.
    """

    format: FileFormat
    pages: tuple[Page, ...]
    exact: bool
    notes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    remarks: tuple[str, ...] = ()
