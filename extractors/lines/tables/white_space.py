"""Columns parted by white space: where their borders run, and what stands in which column."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import currencies, quantities, units
from extractors.kept import kept
from extractors.late import late
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Word

SHORT = late(r"^[A-Z]?\s?\d{1,5}\.?$")
"""What an item number looks like, perhaps with a mark before it."""
AMOUNT = late(r"^[0-9][0-9.,']*[.,][0-9]{2}$")
DAY = late(r"^[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{2,4}$|^[0-9]{1,2}-[A-Za-z]{3}-[0-9]{2,4}$")
WORDED = late(r"^[a-z]{2,}[,;.]?$")
LETTERED = late(r"([A-Z]{2,3})\d")
SLASHED = late(r"\d/([A-Za-z]+)$")
CURRENCIES = frozenset(currencies.CODES.split())
TWO = 2
SPOKEN = 3
"""So many words in small letters behind a number make it a part of a sentence."""
TOUCHING = 0.5
"""Headings touch that have no more points between them."""
FLUSH = 0.15
"""Edges are flush within this share of the letter height."""
Line = list[Run]
Span = tuple[float, float]


@kept
def pieces(run: Run) -> list[Run]:
    """Cut a run where the file sets its words apart without a blank, or an amount touches a day.

    These are cells that nearly touch: "18,786.00 5/12/2026".
    """
    if len(run.words) == 1 or NUMBER.match(run.text):
        return [run]
    starts = [
        at for at, word in enumerate(run.words) if at and (word.glued or _touch(run.words[at - 1], word))
    ]
    cuts = [0, *starts, len(run.words)]
    return [make_run(run.page, run.words[start:end]) for start, end in itertools.pairwise(cuts)]


def sums_apart(line: Line) -> Line:
    """Cut sums of money, and a quantity before them, that one blank parts: "30 SET EUR 79.00 EUR 2,370.00".

    Nothing is cut where a currency may stand behind its sum.
    """
    return [part for run in line for part in _sums_cut(run)]


def _sums_cut(run: Run) -> list[Run]:
    named = [at for at, word in enumerate(run.words) if word.text in CURRENCIES]
    if not named:
        return [run]
    cuts = [*([0] if named[0] else []), *named, len(run.words)]
    first, *sums = [make_run(run.page, run.words[low:high]) for low, high in itertools.pairwise(cuts)]
    counted = quantities.parse(first.text) if named[0] else None
    begins = counted.unit is not None if counted is not None else NUMBER.match(first.text)
    return [first, *sums] if begins and all(NUMBER.match(each.text) for each in sums) else [run]


def _touch(one: Word, other: Word) -> bool:
    """Tell whether an amount and a day stand beside each other: no cell holds both."""
    return AMOUNT.match(one.text) is not None and DAY.match(other.text) is not None


def recut(lines: Sequence[Line], heads: Sequence[Column]) -> list[Line]:
    """Cut numbers out of runs where they stand flush with their heading: only a blank parts the cells.

    Prints of fixed width leave one blank between a number and the text of the next column. A single number
    at such a place may be the end of a long name: "Bellows seal MB85 Alloy 718".
    """
    numeric = [column for column in heads if column.roles & MONEY_OR_COUNT]
    cut = [[part for run in line for part in _flush_cut(run, numeric)] for line in lines]
    return [
        parts if sum(NUMBER.match(run.text) is not None for run in parts) >= TWO else list(line)
        for line, parts in zip(lines, cut, strict=True)
    ]


def _flush_cut(run: Run, numeric: Sequence[Column]) -> list[Run]:
    if len(run.words) == 1 or NUMBER.match(run.text):
        return [run]
    flush = [at for at, word in enumerate(run.words) if _is_flush(word, numeric)]
    counted = [at for at in range(1, len(run.words)) if _is_flush_count(run.words[at - 1 : at + 1], numeric)]
    starts = {*flush, *(at - 1 for at in counted)}
    ends = sorted({0, len(run.words), *starts, *(at + 1 for at in (*flush, *counted))})
    return [make_run(run.page, run.words[start:end]) for start, end in itertools.pairwise(ends)]


def _is_flush(word: Word, numeric: Sequence[Column]) -> bool:
    """Tell whether a number begins or ends where the heading of a number column does."""
    if not NUMBER.match(word.text) or _is_size(word.text):
        return False
    slack = FLUSH * word.box.height
    return any(
        abs(word.box.x1 - column.x1) < slack or abs(word.box.x0 - column.x0) < slack for column in numeric
    )


def _is_size(text: str) -> bool:
    """Tell whether letters make a size or a material of a number: no currency or unit in "PN16", "316/FG"."""
    before, behind = LETTERED.match(text), SLASHED.search(text)
    named = before is not None and before[1] not in CURRENCIES and units.canonical(before[1]) is None
    return named or (behind is not None and units.canonical(behind[1]) is None)


def _is_flush_count(words: Sequence[Word], numeric: Sequence[Column]) -> bool:
    """Tell whether a number and its unit end where the heading of a number column does."""
    number, unit = words
    slack = FLUSH * unit.box.height
    flush = any(abs(unit.box.x1 - column.x1) < slack for column in numeric)
    return flush and NUMBER.match(number.text) is not None and units.canonical(unit.text) is not None


def number_under(run: Run, column: Column) -> bool:
    """Tell whether a number stands under a heading: a run, or a piece of one that touches its neighbour."""
    # Most runs stand somewhere else; only the others are worth cutting.
    if not _reaches(run, column):
        return False
    if _is_counted(run, column):
        return True
    parts = pieces(run)
    found = (at for at, piece in enumerate(parts) if _number_in(piece, column))
    return any(not _is_spoken(parts[at + 1 :]) for at in found)


def _is_counted(run: Run, column: Column) -> bool:
    """Tell whether a quantity stands behind its unit: "Satz 10"."""
    if Role.QUANTITY not in column.roles or run.box.x0 >= column.x1 or run.box.x1 <= column.x0:
        return False
    return quantities.unit_first(run.text) is not None


def _is_spoken(behind: Sequence[Run]) -> bool:
    """Tell whether a sentence goes on behind a number: "within 5 weeks after the contract takes effect"."""
    return len(behind) >= SPOKEN and all(WORDED.match(each.text) for each in behind[:SPOKEN])


def _number_in(run: Run, column: Column) -> bool:
    return _reaches(run, column) and bool(NUMBER.match(run.text))


def _reaches(run: Run, column: Column) -> bool:
    box = run.box
    slack = box.bottom - box.top
    return box.x0 < column.x1 + slack and box.x1 > column.x0 - slack


def bounded(heads: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Widen columns to the middle of the white space between them.

    Where runs leave no white space, the pieces or words they are set from may; that is enough for
    numbers, which arithmetic proves besides, and not for texts.
    """
    runs = [run for line in lines for run in line]
    own = [(column.x0, column.x1) for column in heads]
    coarse = own + [(run.box.x0, run.box.x1) for run in runs]
    fine = own + [(piece.box.x0, piece.box.x1) for run in runs for piece in pieces(run)]
    finest = own + [(word.box.x0, word.box.x1) for run in runs for word in run.words]
    edges = [min(start for start, _ in coarse) - 2]
    clean: list[tuple[bool, bool]] = [(True, True)]
    for left, right in itertools.pairwise(heads):
        low, high = (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2
        edge, empty = _gap(coarse, low, high)
        narrow = empty
        if Role.LINE_NUMBER in left.roles:
            low = max([low, *(each.box.x1 for each in _numbers_before(runs, right, edges[-1], high))])
            # The heading "#Goods" leaves no white space, and what stands below it may.
            spans = coarse[len(own) :] if runs and right.x0 - left.x1 < TOUCHING else coarse
            edge, empty = _gap(spans, low, high)
            narrow = empty
        if not empty:
            edge, narrow = _gap(fine, low, high)
        if not narrow:
            edge, narrow = _gap(finest, low, high)
        if not narrow and runs and (left.roles | right.roles) & MONEY_OR_COUNT:
            # A heading may be longer than what stands in its column; a name may be longer than its heading.
            edge, narrow = _gap(finest[len(own) :], low, high)
        edges.append(edge)
        clean.append((empty, narrow))
    edges.append(max(end for _, end in coarse) + 2)
    clean.append((True, True))
    return tuple(
        replace(column, x0=edges[at], x1=edges[at + 1], cut=_cut(heads, at, clean[at : at + TWO]))
        for at, column in enumerate(heads)
    )


def _numbers_before(runs: Sequence[Run], right: Column, low: float, high: float) -> list[Run]:
    """Return the item numbers that stand between the heading of their column and the next heading."""
    return [
        run
        for run in runs
        if low < run.box.x0 and run.box.x1 <= min(right.x0, high) and SHORT.match(run.text)
    ]


def _cut(heads: Sequence[Column], at: int, borders: Sequence[tuple[bool, bool]]) -> bool:
    """Tell whether both borders of a column are certain; between a number and a unit mere words tell."""
    own = heads[at].roles
    beside = (heads[at - 1].roles if at else frozenset[Role](), heads[min(at + 1, len(heads) - 1)].roles)
    measured = (own == {Role.UNIT} and bool(roles & MONEY_OR_COUNT) for roles in beside)
    numeric = bool(own & MONEY_OR_COUNT)
    return all(clean[numeric or unit] for clean, unit in zip(borders, measured, strict=True))


def _gap(spans: Sequence[Span], low: float, high: float) -> tuple[float, bool]:
    """Return the middle of the widest white space between `low` and `high`, and whether there is one."""
    best, widest = (low + high) / 2, 0.0
    reach = low
    for start, end in sorted(spans):
        if start > high:
            break
        if start - reach > widest:
            best, widest = (start + reach) / 2, start - reach
        reach = max(reach, end)
    if high - reach > widest:
        best, widest = (high + reach) / 2, high - reach
    return best, widest > 0


def placed(line: Line, columns: Sequence[Column], *, cutting: bool) -> Iterator[tuple[int, Run]]:
    """Yield the runs of a line with their columns; with `cutting`, cut where a border runs between words."""
    for run in line:
        for part in _at_borders(run, columns) if cutting else [run]:
            yield column_of(part, columns), part


def _at_borders(run: Run, columns: Sequence[Column]) -> list[Run]:
    borders = [column.x0 for column in columns[1:]]
    cuts = [
        at
        for at in range(1, len(run.words))
        if any(run.words[at - 1].box.x1 <= border <= run.words[at].box.x0 for border in borders)
        or _touch(run.words[at - 1], run.words[at])
    ]
    pairs = list(itertools.pairwise([*cuts, len(run.words)]))
    kept = [start for start, end in pairs if not _reaches_among_numbers(run, start, end, columns)]
    ends = [0, *kept, len(run.words)]
    return [make_run(run.page, run.words[start:end]) for start, end in itertools.pairwise(ends)]


def _reaches_among_numbers(run: Run, start: int, end: int, columns: Sequence[Column]) -> bool:
    """Tell whether a cut would leave what is no number in a column of numbers: a long name ends there."""
    piece = make_run(run.page, run.words[start:end])
    here = columns[column_of(piece, columns)]
    return bool(here.roles) and here.roles <= MONEY_OR_COUNT and not NUMBER.match(piece.text)


def column_of(run: Run, columns: Sequence[Column]) -> int:
    """Return the column a run belongs to: where a number or a day stands, or where a text begins."""
    at = run.box.centre if NUMBER.match(run.text) or DAY.match(run.text) else run.box.x0 + 1
    return next((index for index, column in enumerate(columns) if at < column.x1), len(columns) - 1)
