"""Tables inside items: weeks, deliveries or price steps under a heading of their own."""

import enum
import itertools
from collections import Counter
from collections.abc import Sequence

from extractors.header import summaries
from extractors.header.summaries import SummaryLabel
from extractors.kept import kept
from extractors.late import late
from extractors.lines.columns import sum_rows
from extractors.lines.columns.inner_headings import inner_columns
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, Inner, Row
from extractors.lines.tables import net_prices, price_ladders
from extractors.lines.tables.imprints import is_imprint
from extractors.lines.tables.white_space import bounded, number_under, pieces, placed
from extractors.lines.texts import values_beside
from extractors.page.runs import IDEOGRAPH, Run
from extractors.vocabulary.meanings import Role, Summary
from models.page import Page, union

CHINESE = late(r"[\u4e00-\u9fff]+")
TOUCHING = 2.0
"""Letters of one word are so near, in points."""
ITEM_NUMBER = late(r"^(?:[A-Z*]{0,2}\s?\d{1,6}(?:[.-]\d{1,3})*|[A-Z])\s?[.)]?$")
"""What stands under the heading of item numbers, a letter too; a date does not."""
SECTION = late(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|[A-H][.)、]\s|[IVX]{1,4}[.)]\s"
    r"|(?:Section|Lot|Group|Part)\s+[A-Z]\b)\s*\S.{1,40}$"
)
LABELLED = late(r"[^\W\d][^:：\d]{2,23}[:：]\s*[^\s\d]")
"""A label with its words behind it: a line of such texts alone is not the main line of an item."""
IMPRINTED = 3
"""So many numbers stand under the headings of numbers in no company's imprint."""
PROSE = 10
"""A line of running text has so many words at least."""
SENTENCE = late(r"[^\W\d_]{3,}[.;]\s+[A-Z][^\W\d_]*\s")
"""Where a sentence ends and another begins."""
Line = list[Run]


class Place(enum.Enum):
    """What a line below the heading of an item table is."""

    ANCHOR = "anchor"
    """The main line of an item."""
    SUMMARY = "summary"
    HEADING = "heading"
    """The heading of a table inside an item."""
    INNER = "inner"
    CONDITION = "condition"
    """A price or discount of the item above from which a line below it comes to the net price."""
    PLAIN = "plain"
    """A line that belongs to the item it stands next to."""


def places(body: Sequence[Line], columns: Sequence[Column]) -> list[Place]:
    """Return what each line is; behind an inner heading only a full main line begins the next item."""
    heads = {column.text for column in columns}
    full = _full(body, columns)
    found: list[Place] = []
    inside = False
    captioned = _captioned(body)
    conditions, nets = price_ladders.lines_of(body)
    for at, line in enumerate(body):
        if at in conditions | nets:
            found.append(Place.PLAIN if at in nets else Place.CONDITION)
        elif at in captioned or (summary(line) is not None and not _makes_price(body, at)):
            inside = False
            found.append(Place.SUMMARY)
        elif is_anchor(line, columns) and (not inside or full <= filled(line, columns)):
            inside = False
            found.append(Place.ANCHOR)
        elif _is_heading(line, heads):
            inside = True
            found.append(Place.HEADING)
        else:
            found.append(Place.INNER if inside else Place.PLAIN)
    return [
        Place.PLAIN if _opens_next(body, found, at, columns, full) else kind for at, kind in enumerate(found)
    ]


def _makes_price(body: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a discount in percent and the next one the price of the item that it makes."""
    below = body[at + 1] if at + 1 < len(body) else []
    return net_prices.find(below) is not None and values_beside.states_percentage(body[at])


def _captioned(body: Sequence[Line]) -> set[int]:
    """Return the lines that are captions of sums and the one line of their amounts.

    Several lines of amounts below such captions are a table: a recap of the tax by its rates.
    """
    pairs = [at for at in range(1, len(body)) if sum_rows.is_below_captions(body[at], body[at - 1])]
    lone = [at for at in pairs if at + 1 == len(body) or not sum_rows.are_amounts(body[at + 1])]
    return {each for at in lone for each in (at - 1, at)}


def _opens_next(
    body: Sequence[Line], kinds: Sequence[Place], at: int, columns: Sequence[Column], full: frozenset[int]
) -> bool:
    """Tell whether a main line is the first of two: it has the item number, the next one the amount."""
    if at + 1 >= len(body) or kinds[at : at + 2] != [Place.ANCHOR, Place.ANCHOR]:
        return False
    first, second = body[at], body[at + 1]
    parted = full <= filled(second, columns) and not full <= filled(first, columns)
    return parted and is_numbered(first, columns) and not is_numbered(second, columns)


def _is_heading(line: Line, heads: set[str]) -> bool:
    columns = inner_columns(line)
    return columns is not None and not all(column.text in heads for column in columns)


@kept
def is_anchor(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line is the main line of an item."""
    numbers = len(filled(line, columns))
    numbers = numbers if numbers < 2 else min(numbers, _standing(line, columns))
    enough = numbers >= 2 or (numbers == 1 and is_numbered(line, columns))
    if ((numbers < IMPRINTED or len(line) == 1) and is_imprint(line)) or all(
        LABELLED.match(run.text) for run in line
    ):
        return False
    return enough and summary(line) is None and net_prices.find(line) is None and not _is_prose(line)


def _is_prose(line: Line) -> bool:
    """Tell whether a line is running text, its words set apart to fill the width; or a Chinese sentence."""
    text = line[0].text.rstrip() if len(line) == 1 else ""
    if text.endswith("。") or (text.endswith(".") and "。" in text):
        return True
    words = line[0].words if len(line) == 1 else ()
    if len(words) < PROSE or (NUMBER.match(words[-1].text) and not text.endswith(".")):
        return False
    small = sum(word.text[0].islower() for word in words)
    return small > len(words) / 2 and SENTENCE.search(line[0].text) is not None


def _standing(line: Line, columns: Sequence[Column]) -> int:
    """Count the numbers under number columns: one may reach under two headings that stand close."""
    counted = [column for column in columns if column.roles & MONEY_OR_COUNT]
    under = (piece for run in line for piece in pieces(run))
    return sum(any(number_under(piece, column) for column in counted) for piece in under)


def is_section(text: str) -> bool:
    """Tell whether a text is the title of a section of items: a letter or a Chinese number before a name."""
    return (
        SECTION.match(text) is not None
        and not any(map(str.isdigit, text))
        and ":" not in text.replace("：", ":")
    )


def is_numbered(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line has an item number in the column of item numbers; 18 in 质保期18个月 is none."""
    return any(
        ITEM_NUMBER.match(piece.text)
        and column.x0 - 2 <= piece.box.centre <= column.x1 + 0.5 * piece.box.height
        for column in columns
        if Role.LINE_NUMBER in column.roles
        for run in line
        for before, piece in itertools.pairwise([None, *pieces(run)])
        if piece is not None and (before is None or not before.text[-1:].isalpha())
    )


@kept
def filled(line: Line, columns: Sequence[Column]) -> frozenset[int]:
    """Return the number columns under which a line has a number."""
    return frozenset(
        at
        for at, column in enumerate(columns)
        if column.roles & MONEY_OR_COUNT
        and any(number_under(run, column) and not _under_another(run, column, columns) for run in line)
    )


def _under_another(run: Run, column: Column, columns: Sequence[Column]) -> bool:
    """Tell whether a number only reaches towards a heading, and stands below one of another kind."""
    if _stands_under(run, column):
        return False
    others = (each for each in columns if each.headings and not each.roles & MONEY_OR_COUNT)
    return any(_stands_under(run, each) for each in others)


def _stands_under(run: Run, column: Column) -> bool:
    return run.box.x0 < column.x1 and run.box.x1 > column.x0


def _full(body: Sequence[Line], columns: Sequence[Column]) -> frozenset[int]:
    """Return the columns that a main line fills: the amount, or all that most lines fill."""
    patterns = [filled(line, columns) for line in body if is_anchor(line, columns)]
    if not patterns:
        return frozenset()
    amounts = frozenset(at for at, column in enumerate(columns) if Role.AMOUNT in column.roles)
    counts = Counter(at for pattern in patterns for at in pattern & amounts)
    if counts:
        return frozenset({counts.most_common(1)[0][0]})
    return Counter(patterns).most_common(1)[0][0]


@kept
def summary(line: Line) -> Summary | None:
    """Return what sum a line states, None where it states none; headings of a recap are no sum."""
    if inner_columns(line) is not None or net_prices.find(line) is not None:
        return None
    found = next(sum_rows.stated_in(line), None) or spaced_label(line)
    return found.kind if found is not None else None


def spaced_label(line: Sequence[Run]) -> SummaryLabel | None:
    """Return the sum that is named letter by letter at the beginning of a line: 合　　计.

    Or in two cells, where a ruling cuts the name that reaches over it: 本页小|计.
    """
    letters = list(itertools.takewhile(lambda run: IDEOGRAPH.fullmatch(run.text), line))
    if len(letters) > 1:
        return summaries.recognise("".join(run.text for run in letters))
    cut = len(line) > 1 and 0 <= line[1].box.x0 - line[0].box.x1 < TOUCHING
    named = cut and all(CHINESE.fullmatch(run.text) for run in line[:2])
    return summaries.recognise(line[0].text + line[1].text) if named else None


def inner_of(page: Page, lines: Sequence[Line], kinds: Sequence[Place]) -> tuple[Inner, ...]:
    """Return the tables inside the lines of an item."""
    tables: list[tuple[tuple[Column, ...], list[Line]]] = []
    for line, kind in zip(lines, kinds, strict=True):
        columns = inner_columns(line) if kind is Place.HEADING else None
        if columns is not None:
            tables.append((columns, []))
        elif kind is Place.INNER and tables:
            tables[-1][1].append(line)
    return tuple(_inner(page, columns, rows) for columns, rows in tables if rows)


def _inner(page: Page, heads: tuple[Column, ...], lines: Sequence[Line]) -> Inner:
    full = [line for line in lines if filled(line, heads)]
    columns = bounded(heads, full) if full else heads
    return Inner(columns, tuple(_row(page, line, columns) for line in full))


def _row(page: Page, line: Line, columns: Sequence[Column]) -> Row:
    cells: list[list[Run]] = [[] for _ in columns]
    for at, run in placed(line, columns, cutting=True):
        cells[at].append(run)
    return Row(page, union(run.box for run in line), tuple(tuple(cell) for cell in cells))
