"""The cells of a workbook as the file states them (SpreadsheetML, ECMA-376 part 1, 18.3).

The XML is read here and not through openpyxl because one pass must give values, formulas without a
value, merged and hidden cells alike, in memory that follows the filled cells and not the declared size.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from lxml import etree

from extractors.late import late
from extractors.readers import number_format, sheet_margins
from extractors.readers.lines import Piece
from extractors.readers.package import (
    Package,
    Relation,
    attribute,
    content,
    local,
    main_part,
    refuse_entities,
    relations,
    root,
)
from extractors.readers.sheet_cells import (
    MAX_FILLED,
    Area,
    Sheet,
    SheetCell,
    hidden,
    letters,
    styled,
    styled_number,
    too_many,
)
from extractors.readers.sheet_styles import PLAIN, Look, font_doubt, is_raised, looks, striking
from models.errors import ErrorCode, Unreadable
from models.page import Doubt

TAKEN = ("row", "cols", "mergeCells", "conditionalFormatting", "headerFooter")
MAX_CELLS = 1_000_000
SOME = Decimal("1234.5")
"""A number to see what its format says besides it."""
REFERENCE = late(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
ESCAPED = late(r"_x([0-9A-Fa-f]{4})_")


Kept = Callable[[SheetCell], bool]
"""Which cells are wanted of a sheet that has more than any order: a list of thousands of items."""


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of all sheets refer to."""

    texts: tuple[tuple[Piece, ...], ...]
    looks: tuple[Look, ...]
    first_day: dt.date
    striking: frozenset[int]
    kept: Kept | None = None
    telling: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Found:
    cells: list[SheetCell] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    struck: list[Area] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    seen: int = 0
    row: int = 0


def sheets(package: Package, kept: Kept | None = None) -> Iterator[Sheet]:
    """Yield the worksheets, those that are hidden last and with all their text in doubt.

    With `kept` a sheet may be as long as it likes: other cells are passed over.

    Raises:
        Unreadable: The file is damaged, or has more cells than any order.
    """
    main = main_part(package)
    workbook = root(package, main)
    links = relations(package, main)
    targets = {link.key: link for link in links}
    assert workbook is not None, "main_part names a part that is there"
    book = _wanting(_book(package, workbook, links), kept)
    for entry in sorted(workbook.iter("{*}sheet"), key=_is_hidden):
        link = targets.get(attribute(entry, "id") or "")
        if link is not None and link.kind == "worksheet":
            yield _sheet(package, link.target, entry, book)


def _wanting(book: _Book, kept: Kept | None) -> _Book:
    """Return a book with what is wanted of it, and the styles in which a number is wanted."""
    if kept is None:
        return book
    shown = (styled_number(SOME, look, book.first_day) for look in book.looks)
    telling = [str(at) for at, pieces in enumerate(shown) if kept(SheetCell(1, 1, "A1", pieces, number=True))]
    return replace(book, kept=kept, telling=frozenset(telling))


def _is_hidden(entry: etree._Element) -> bool:
    return (entry.get("state") or "visible") != "visible"


def _book(package: Package, workbook: etree._Element, links: Sequence[Relation]) -> _Book:
    parts = {link.kind: link.target for link in links}
    settings = workbook.find("{*}workbookPr")
    since_1904 = settings is not None and settings.get("date1904") in {"1", "true"}
    strings = root(package, parts["sharedStrings"]) if "sharedStrings" in parts else None
    texts = tuple(_rich(each) for each in strings) if strings is not None else ()
    styles = looks(package, parts.get("styles"))
    struck = striking(package, parts.get("styles"))
    return _Book(texts, styles, number_format.calendar(since_1904=since_1904), struck)


def _rich(item: etree._Element) -> tuple[Piece, ...]:
    """Return the runs of a text; phonetic hints are left out, text struck through is marked."""
    pieces = []
    for each in item:
        if local(each) == "t":
            pieces.append(Piece(_unescaped(each.text)))
        elif local(each) == "r":
            text = _unescaped(each.findtext("{*}t"))
            font = each.find("{*}rPr")
            pieces.append(Piece(text, doubt=font_doubt(font, None), raised=is_raised(font)))
    return tuple(pieces)


def _unescaped(text: str | None) -> str:
    return (
        ESCAPED.sub(lambda found: chr(int(found[1], 16)), text or "")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
    )


def _sheet(package: Package, part: str, entry: etree._Element, book: _Book) -> Sheet:
    data = content(package, part) or b""
    refuse_entities(data[:4096])
    found = _Found()
    wanted = tuple(f"{{*}}{each}" for each in TAKEN)
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), events=("end",), tag=wanted, resolve_entities=False, no_network=True
        ):
            _take(element, found, book)
            element.clear()
    except etree.XMLSyntaxError as broken:
        raise Unreadable(
            ErrorCode.DAMAGED, f"{part} in the file is damaged ({broken}). Ask the sender to send it again."
        ) from None
    cells = _crossed(found)
    if _is_hidden(entry):
        cells = [hidden(cell) for cell in cells]
    elif found.hidden_columns:
        cells = [
            hidden(cell) if any(cell.column in each for each in found.hidden_columns) else cell
            for cell in cells
        ]
    return Sheet(entry.get("name", ""), part, tuple(cells), tuple(found.merged), tuple(found.around))


def _take(element: etree._Element, found: _Found, book: _Book) -> None:
    name = local(element)
    if name == "row":
        _take_row(element, found, book)
    elif name == "cols":
        found.hidden_columns += [
            range(int(each.get("min", "1")), int(each.get("max", "0")) + 1)
            for each in element
            if _out_of_sight(each)
        ]
    elif name == "headerFooter":
        found.around += sheet_margins.printed(element)
    elif name == "conditionalFormatting":
        found.struck += _areas(sheet_margins.struck_ranges(element, book.striking))
    else:
        found.merged += _areas(each.get("ref", "") for each in element)


def _areas(references: Iterable[str]) -> list[Area]:
    return [each for each in map(area, references) if each is not None]


def _crossed(found: _Found) -> list[SheetCell]:
    """Return the cells, those in doubt that a condition may strike through."""
    ranges = [(each.top, each.left, each.bottom, each.right) for each in dict.fromkeys(found.struck)]
    return sheet_margins.struck(found.cells, ranges) if ranges else found.cells


def _out_of_sight(track: etree._Element) -> bool:
    return track.get("hidden") in {"1", "true"} or track.get("ht") == "0" or track.get("width") == "0"


def area(reference: str) -> Area | None:
    """Return the cells that a reference like "A1:G2" names, None where it names none."""
    first, _, last = reference.partition(":")
    one, other = _position(first), _position(last or first)
    if one is None or other is None:
        return None
    return Area(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _position(name: str | None) -> tuple[int, int] | None:
    found = REFERENCE.fullmatch(name or "")
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column


def _take_row(row: etree._Element, found: _Found, book: _Book) -> None:
    # Row and cell names may be left out: then each follows the one before.
    number = row.get("r", "")
    found.row = int(number) if number.isdigit() else found.row + 1
    out_of_sight = _out_of_sight(row)
    column = 0
    for element in row:
        place = _position(element.get("r"))
        column = place[1] if place else column + 1
        found.seen += 1
        if book.kept is not None and not out_of_sight and _is_plain(element, book):
            continue
        pieces, number_cell = _value(element, book)
        if any(piece.text.strip() for piece in pieces):
            cell = SheetCell(found.row, column, f"{letters(column)}{found.row}", pieces, number_cell)
            shown = hidden(cell) if out_of_sight else cell
            found.cells += [shown] if book.kept is None or book.kept(shown) else []
        if book.kept is None and (found.seen > MAX_CELLS or len(found.cells) > MAX_FILLED):
            raise too_many()


def _is_plain(cell: etree._Element, book: _Book) -> bool:
    """Tell whether nothing but the value of a cell can be seen, so that it need not be looked at."""
    if cell.get("s", "0") in book.telling:
        return False
    if cell.get("t") != "s":
        return cell.find("{*}is/{*}r") is None
    at = (cell.findtext("{*}v") or "").strip()
    texts = book.texts[int(at) : int(at) + 1] if at.isdigit() else ()
    return not any(piece.doubt for text in texts for piece in text)


def _value(cell: etree._Element, book: _Book) -> tuple[tuple[Piece, ...], bool]:
    """Return what a cell shows, and whether it holds a number."""
    kind = cell.get("t", "n")
    style = cell.get("s", "")
    look = book.looks[int(style)] if style.isdigit() and int(style) < len(book.looks) else PLAIN
    stored = cell.findtext("{*}v")
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return (styled(_rich(inline), look) if inline is not None else ()), False
    if stored is None or (kind == "n" and not stored.strip()):
        return _formula(cell.find("{*}f")), False
    if kind == "s":
        return styled(_shared(stored, book), look), False
    if kind == "n":
        return _number(stored.strip(), look, book)
    if kind == "b":
        return styled((Piece("TRUE" if stored.strip() == "1" else "FALSE"),), look), False
    return styled((Piece(_unescaped(stored)),), look), False


def _shared(stored: str, book: _Book) -> tuple[Piece, ...]:
    at = int(stored) if stored.strip().isdigit() else -1
    if 0 <= at < len(book.texts):
        return book.texts[at]
    raise Unreadable(
        ErrorCode.DAMAGED, "A cell's text is missing in the file. Ask the sender to send it again."
    )


def _formula(formula: etree._Element | None) -> tuple[Piece, ...]:
    """Return a formula that the file states without its value: it is shown, and never trusted."""
    if formula is None:
        return ()
    return (Piece("=" + "".join((formula.text or "?").split()), doubt=Doubt.BAD_ENCODING),)


def _number(stored: str, look: Look, book: _Book) -> tuple[tuple[Piece, ...], bool]:
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return (Piece(stored, doubt=Doubt.BAD_ENCODING),), False
    return styled_number(value, look, book.first_day), True
