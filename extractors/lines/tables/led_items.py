"""Items whose name stands above the line of their figures, with codes and conditions between the two.

    10   Hex bolt M12x40
         Your part no.: LP-22-1003
                                      200 pcs   3.20   640.00

The item number tells where an item begins; where there is none, that every line of figures is without
a name and the table begins with one.
"""

import enum
import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.lines.columns import sum_rows
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, Row
from extractors.lines.tables.inner_tables import (
    ITEM_NUMBER,
    Place,
    filled,
    is_anchor,
    is_numbered,
    is_section,
    summary,
)
from extractors.lines.tables.ruled_storeys import one
from extractors.lines.tables.white_space import column_of
from extractors.runs import Run
from extractors.vocabulary.meanings import Role

MARK = re.compile(r"^[-–—*#.]{1,3}$")
"""What stands in the place of an item number where an item has none: an option, a deleted one."""
FEW = 5
"""One of so many items may stand on one line where names lead the others."""
MOST_ABOVE = 8
"""So many lines at most stand above the figures of an item."""
LEAST = 2
"""So many figures at least make the main line of an item."""
Line = list[Run]


class Part(enum.Enum):
    """What a line of a table of items holds."""

    FIGURES = "figures"
    """Figures without a name or a number of the item."""
    NUMBERED = "numbered"
    """The number of an item, and no figures."""
    TEXT = "text"
    APART = "apart"
    """A sum, or the title of a section."""
    NAME = "name"
    """A text without a label, across the table or where names stand."""
    WHOLE = "whole"
    """Figures beside a name or a number: the item stands on one line."""


TEXTS = frozenset({Part.NAME, Part.TEXT})
BEGINNING = frozenset({Part.NUMBERED, Part.WHOLE})
TITLE = re.compile(r"^(?:[A-Z]|[IVX]{1,4})[.)]\s*[^\W\d_]")


def line_starts(body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> list[int]:
    """Return the lines with which items begin, and those that stand apart; none where no name leads."""
    full = max(
        (len(filled(line, columns)) for line in body if not numbers(line, columns, least=None)), default=LEAST
    )
    least = max(LEAST, full)
    parts = [_part(line, kind, columns, least) for line, kind in zip(body, kinds, strict=True)]
    return _starts(_without_titles(parts, body))


def joined(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the rows with the rows of an item up to its figures as one, where names lead."""
    parts = _without_titles([_part_of(row, columns) for row in rows], [row.runs for row in rows])
    starts = _starts(parts)
    if not starts:
        return list(rows)
    return [
        row
        for start, end in itertools.pairwise([*starts, len(rows)])
        for row in _whole(rows[start:end], parts[start:end])
    ]


def first_of(lines: Sequence[Line], figures: int, columns: Sequence[Column]) -> int:
    """Return the line with which the item begins whose figures stand at `figures`: its number leads them."""
    if is_numbered(lines[figures], columns):
        return figures
    for at in range(figures - 1, max(figures - 1 - MOST_ABOVE, -1), -1):
        if numbers(lines[at], columns):
            return at
    return figures


def opens(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line bears an item number, and one of the next lines the figures of that item."""
    if not numbers(lines[at], columns):
        return False
    for line in lines[at + 1 : at + 1 + MOST_ABOVE]:
        if numbers(line, columns) or summary(line) is not None:
            return False
        if is_anchor(line, columns):
            return True
    return False


def numbers(line: Line, columns: Sequence[Column], *, least: int | None = LEAST) -> bool:
    """Tell whether a line bears the number of an item and, if that is given, fewer than `least` figures."""
    numbered = is_numbered(line, columns) or _is_marked(line, columns)
    return numbered and (least is None or len(filled(line, columns)) < least)


def parted(last: Row, first: Row, columns: Sequence[Column]) -> bool:
    """Tell whether the end of a page parts the number of an item from its figures."""
    numbered = any(
        Role.LINE_NUMBER in column.roles and cell for column, cell in zip(columns, first.cells, strict=True)
    )
    counted = _part_of(first, columns) in {Part.FIGURES, Part.WHOLE}
    return _part_of(last, columns) is Part.NUMBERED and counted and not numbered


def _without_titles(parts: Sequence[Part], lines: Sequence[Line]) -> list[Part]:
    """Return the parts with titles set apart that begin like an item: "A. Spares for P-7"."""
    following = [*parts, Part.TEXT][1:]
    return [
        Part.APART
        if part is Part.NUMBERED and len(line) == 1 and TITLE.match(line[0].text) and after in BEGINNING
        else part
        for part, line, after in zip(parts, lines, following, strict=True)
    ]


def _whole(rows: Sequence[Row], parts: Sequence[Part]) -> Iterator[Row]:
    """Yield the rows of an item up to its figures as one row, then those below them."""
    at = parts.index(Part.FIGURES) if Part.FIGURES in parts and Part.WHOLE not in parts else 0
    main = rows[0]
    for row in rows[1 : at + 1]:
        main = one(main, row)
    yield main
    yield from rows[at + 1 :]


def _starts(parts: Sequence[Part]) -> list[int]:
    # An item that the end of a page parted stands together already.
    if Part.FIGURES not in parts or parts.count(Part.WHOLE) > parts.count(Part.FIGURES) / FEW:
        return []
    apart = {at for at, part in enumerate(parts) if part is Part.APART}
    behind = {at + 1 for at in apart if at + 1 < len(parts)}
    own = _numbered(parts) if Part.NUMBERED in parts else _unnumbered(parts)
    return sorted({0, *apart, *behind, *own}) if own else []


def _numbered(parts: Sequence[Part]) -> list[int]:
    """Return the numbered lines, nothing unless each has one line of figures before the next."""
    starts = [at for at, part in enumerate(parts) if part in {Part.NUMBERED, Part.WHOLE}]
    blocks = [parts[start:end] for start, end in itertools.pairwise([*starts, len(parts)])]
    counts = [block.count(Part.FIGURES) + block.count(Part.WHOLE) for block in blocks]
    broken_off = counts[-1] == 0 and len(counts) > 1
    single = all(count == 1 for count in (counts[:-1] if broken_off else counts))
    # The figures of an item that the page before ends with may come first.
    before = parts[: starts[0]].count(Part.FIGURES)
    return starts if single and before <= 1 else []


def _unnumbered(parts: Sequence[Part]) -> list[int]:
    """Return the lines with which items begin whose figures have no name beside them, none where none leads.

    Either every text stands above its figures, up to the last, or a name stands right above each.
    """
    told = [part for part in parts if part is not Part.APART]
    if Part.WHOLE in told:
        return []
    if told[0] not in TEXTS:
        return []
    pairs = itertools.pairwise([*parts, Part.APART])
    if any(first is Part.FIGURES and second is Part.FIGURES for first, second in pairs):
        return []
    if told[-1] is Part.FIGURES or _is_broken_off(told):
        return [at + 1 for at, part in enumerate(parts[:-1]) if part is Part.FIGURES]
    above = [at - 1 for at, part in enumerate(parts) if part is Part.FIGURES]
    alone = told[1] is Part.FIGURES and all(parts[at] is Part.NAME for at in above)
    return above if alone else []


def _is_broken_off(told: Sequence[Part]) -> bool:
    """Tell whether the same texts stand above all figures, and below the last of them the first of those.

    The end of a page parts the last item; its figures come on the next one, below the rest of the texts.
    """
    ends = [at for at, part in enumerate(told) if part is Part.FIGURES]
    first, *above = (tuple(told[start + 1 : end]) for start, end in itertools.pairwise([-1, *ends]))
    shape, rest = above[-1] if above else (), tuple(told[ends[-1] + 1 :])
    alike = all(each == shape for each in above)
    return bool(shape) and alike and shape[len(shape) - len(first) :] == first and shape[: len(rest)] == rest


def _part(line: Line, kind: Place, columns: Sequence[Column], least: int) -> Part:
    if kind is Place.SUMMARY or (len(line) == 1 and is_section(line[0].text)):
        return Part.APART
    numbered = is_numbered(line, columns) or _is_marked(line, columns)
    if kind is Place.ANCHOR and len(filled(line, columns)) >= (least if numbered else LEAST):
        named = any(_is_name(run, columns[column_of(run, columns)]) for run in line)
        return Part.WHOLE if numbered or named else Part.FIGURES
    return Part.NUMBERED if numbered else Part.NAME if _names_alone(line, columns) else Part.TEXT


def _names_alone(line: Line, columns: Sequence[Column]) -> bool:
    return len(line) == 1 and _is_name(line[0], columns[column_of(line[0], columns)])


def _is_marked(line: Line, columns: Sequence[Column]) -> bool:
    first = columns[column_of(line[0], columns)]
    return Role.LINE_NUMBER in first.roles and MARK.match(line[0].text) is not None


def _is_name(run: Run, column: Column) -> bool:
    """Tell whether a text names the thing: what stands behind a label, or is a number, does not."""
    labelled = ":" in run.text.replace("：", ":")
    return bool(column.roles & NAMES) and not labelled and NUMBER.match(run.text) is None


def _part_of(row: Row, columns: Sequence[Column]) -> Part:
    texts = [run for run in row.runs if run.text]
    if any(sum_rows.stated_in(texts[:1])) or (len(texts) == 1 and is_section(texts[0].text)):
        return Part.APART
    pairs = [(column, cell[0]) for column, cell in zip(columns, row.cells, strict=True) if cell]
    numbered = any(Role.LINE_NUMBER in column.roles and _numbers(run.text) for column, run in pairs)
    figures = sum(bool(column.roles & MONEY_OR_COUNT and NUMBER.match(run.text)) for column, run in pairs)
    if figures >= LEAST:
        named = any(_is_name(run, column) for column, run in pairs)
        return Part.WHOLE if numbered or named or row.spanning else Part.FIGURES
    runs = row.spanning or tuple(run for column, run in pairs if column.roles & NAMES)
    alone = len(row.runs) == len(runs) == 1 and ":" not in runs[0].text.replace("：", ":")
    return Part.NUMBERED if numbered else Part.NAME if alone else Part.TEXT


def _numbers(text: str) -> bool:
    return ITEM_NUMBER.match(text) is not None or MARK.match(text) is not None
