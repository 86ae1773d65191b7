"""Documents as compact JSON, to leave the process that read them; everything is checked on the way in.

A word is an array: text, left, top, right, bottom, edges, doubt, where, bold, glued, with what is usual
at the end left out. Words of tables are named by their place in the page's words. An element of data is
an array: name, text, attributes (name, value, name, value …), children.
"""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from models.page import (
    Attachment,
    Box,
    Cell,
    Doubt,
    Element,
    FileFormat,
    Page,
    Ruling,
    SourceDocument,
    Table,
    Word,
)

T = TypeVar("T")
USUAL = (None, None, False, False)
"""The last values of a word where nothing is special."""
NUMBERS = frozenset({int, float})
"""The types of numbers in JSON; a bool is neither of them here."""


class MalformedError(ValueError):
    """The bytes are no document."""


def encode(document: SourceDocument) -> bytes:
    """Return a document as UTF-8 JSON."""
    data = {
        "format": document.format.value,
        "exact": document.exact,
        "notes": document.notes,
        "remarks": document.remarks,
        "pages": [_page(page) for page in document.pages],
        "attachments": [
            [each.name, each.namespace, each.text, None if each.root is None else _element(each.root)]
            for each in document.attachments
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode(
        "utf-8", "surrogatepass"
    )


def _page(page: Page) -> dict[str, Any]:
    places = {word: at for at, word in enumerate(page.words)}
    return {
        "number": page.number,
        "size": [page.width, page.height],
        "words": [_word(word) for word in page.words],
        "rulings": [ruling.box for ruling in page.rulings],
        "tables": [_table(table, places) for table in page.tables],
        "overlays": page.overlays,
        "pictures": page.pictures,
        "turn": page.turn,
        "synthetic": page.synthetic,
    }


def _word(word: Word) -> list[Any]:
    rare = (word.doubt, word.where, word.bold, word.glued)
    kept = len(rare)
    while kept and rare[kept - 1] == USUAL[kept - 1]:
        kept -= 1
    return [word.text, *word.box, word.edges, *rare[:kept]]


def _table(table: Table, places: dict[Word, int]) -> list[Any]:
    cells = [
        [
            cell.row,
            cell.column,
            cell.box,
            [places[word] if word in places else _word(word) for word in cell.words],
            cell.row_span,
            cell.column_span,
            cell.where,
        ]
        for cell in table.cells
    ]
    return [table.box, table.rows, table.columns, cells]


def _element(element: Element) -> list[Any]:
    attributes = [part for pair in element.attributes for part in pair]
    return [element.name, element.text, attributes, [_element(child) for child in element.children]]


def decode(data: bytes) -> SourceDocument:
    """Return the document that `encode` made `data` of.

    Raises:
        MalformedError: Anything in it has the wrong type, or does not fit together.
    """
    try:
        found = json.loads(data.decode("utf-8", "surrogatepass"))
        pages = tuple(map(_read_page, _typed(found["pages"], list)))
        return SourceDocument(
            FileFormat(found["format"]),
            pages,
            _typed(found["exact"], bool),
            tuple(_typed(note, str) for note in _typed(found["notes"], list)),
            tuple(map(_read_attachment, _typed(found["attachments"], list))),
            tuple(_typed(remark, str) for remark in _typed(found["remarks"], list)),
        )
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError) as broken:
        raise MalformedError(f"no document: {broken}") from None


def _typed(value: object, kind: type[T]) -> T:
    # JSON knows one kind of number; a bool is an int to Python and never one here.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise MalformedError(f"{value!r:.60} is no {kind.__name__}")
    return value


def _optional(value: object, read: Callable[[Any], T]) -> T | None:
    return None if value is None else read(value)


def _text(value: object) -> str:
    return _typed(value, str)


def _lengths(values: object) -> tuple[float, ...]:
    """Return finite numbers; all at once, because there are many."""
    numbers = _typed(values, list)
    if not NUMBERS.issuperset(map(type, numbers)) or not math.isfinite(sum(numbers)):
        raise MalformedError(f"{values!r:.60} are no lengths")
    return tuple(map(float, numbers))


def _box(value: object) -> Box:
    x0, top, x1, bottom = _lengths(value)
    return Box(x0, top, x1, bottom)


def _boxes(value: object) -> Iterator[Box]:
    return map(_box, _typed(value, list))


def _read_page(value: object) -> Page:
    found = _typed(value, dict)
    width, height = _lengths(found["size"])
    words = tuple(map(_read_word, _typed(found["words"], list)))
    turn = _typed(found["turn"], int)
    if turn not in {0, 90, 180, 270}:
        raise MalformedError(f"{turn} is no turn")
    return Page(
        _typed(found["number"], int),
        width,
        height,
        words,
        tuple(map(Ruling, _boxes(found["rulings"]))),
        tuple(_read_table(each, words) for each in _typed(found["tables"], list)),
        tuple(_boxes(found["overlays"])),
        tuple(_boxes(found["pictures"])),
        turn,
        _typed(found["synthetic"], bool),
    )


def _read_word(value: object) -> Word:
    parts: list[Any] = _typed(value, list)
    text, x0, top, x1, bottom, edges = parts[:6]
    rare = parts[6:]
    doubt, where, bold, glued = rare + list(USUAL[len(rare) :])
    places = _lengths(edges)
    if len(places) != len(_text(text)) + 1:
        raise MalformedError(f"{text!r:.60} has {len(places)} edges")
    return Word(
        text,
        _box([x0, top, x1, bottom]),
        places,
        _optional(doubt, Doubt),
        _optional(where, _text),
        _typed(bold, bool),
        _typed(glued, bool),
    )


def _read_table(value: object, words: tuple[Word, ...]) -> Table:
    box, rows, columns, cells = _typed(value, list)
    return Table(
        _box(box),
        _typed(rows, int),
        _typed(columns, int),
        tuple(_read_cell(each, words) for each in _typed(cells, list)),
    )


def _read_cell(value: object, words: tuple[Word, ...]) -> Cell:
    row, column, box, inside, row_span, column_span, where = _typed(value, list)
    return Cell(
        _typed(row, int),
        _typed(column, int),
        _box(box),
        tuple(_cell_word(each, words) for each in _typed(inside, list)),
        _typed(row_span, int),
        _typed(column_span, int),
        _optional(where, _text),
    )


def _cell_word(value: object, words: tuple[Word, ...]) -> Word:
    if isinstance(value, list):
        return _read_word(value)
    at = _typed(value, int)
    if not 0 <= at < len(words):
        raise MalformedError(f"there is no word {at}")
    return words[at]


def _read_attachment(value: object) -> Attachment:
    name, namespace, text, root = _typed(value, list)
    return Attachment(_optional(name, _text), _optional(root, _read_element), _text(namespace), _text(text))


def _read_element(value: object) -> Element:
    name, text, attributes, children = _typed(value, list)
    parts = [_text(each) for each in _typed(attributes, list)]
    return Element(
        _text(name),
        _text(text),
        tuple(zip(parts[::2], parts[1::2], strict=True)),
        tuple(map(_read_element, _typed(children, list))),
    )
