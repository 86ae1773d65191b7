"""Items whose name stands above the line of their figures, with codes and conditions between the two.

    10   Hex bolt M12x40
         Your part no.: LP-22-1003
                                      200 pcs   3.20   640.00

The item number tells where an item begins; where there is none, that every line of figures is without
a name and the table begins with one.
"""

import itertools
from collections.abc import Iterator, Sequence

from extractors.late import late
from extractors.lines.columns import sum_rows
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, Row
from extractors.lines.tables import led_order
from extractors.lines.tables.inner_tables import (
    ITEM_NUMBER,
    Place,
    filled,
    is_anchor,
    is_numbered,
    is_section,
    summary,
)
from extractors.lines.tables.led_order import BEGINNING, TEXTS, Part
from extractors.lines.tables.ruled_storeys import one
from extractors.lines.tables.white_space import column_of
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

MARK = late(r"^[-–—*#.]{1,3}$")
"""What stands in the place of an item number where an item has none: an option, a deleted one."""
MOST_ABOVE = 8
"""So many lines at most stand above the figures of an item."""
LEAST = 2
"""So many figures at least make the main line of an item."""
SECTION_MARK = late(
    r"^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|(?:[A-H]|[IVX]{1,4})[.)、]\s)"
)
Line = list[Run]


TITLE = late(r"^(?:[A-Z]|[IVX]{1,4})[.)]\s*[^\W\d_]")


def line_starts(
    body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column], *, begun: int = 0
) -> list[int]:
    """Return the lines with which items begin, and those that stand apart; none where no name leads.

    `begun` is how many lines have stood above the figures of an item on the page before: they do here too.
    """
    parts = _parts(body, kinds, columns, usual=begun)
    return led_order.below_figures(parts) if begun else led_order.starts(parts)


def leading(body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> int:
    """Return how many lines of an item stand above its figures where nothing but their place tells it."""
    parts = _parts(body, kinds, columns)
    if Part.NUMBERED in parts or not led_order.stand_above(parts):
        return 0
    return len(led_order.common(led_order.blocks_of(led_order.told_of(parts))))


def is_unfinished(last: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row holds the texts above the figures of an item, and not the figures."""
    title = len(last.runs) == 1 and SECTION_MARK.match(last.runs[0].text)
    return _part_of(last, columns) in TEXTS and not title


def lacks_figures(last: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row is the begin of an item whose figures the next page has, with its number or not."""
    return _part_of(last, columns) is Part.NUMBERED or is_unfinished(last, columns)


def _parts(
    body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column], *, usual: int = 0
) -> list[Part]:
    full = max(
        (len(filled(line, columns)) for line in body if not numbers(line, columns, least=None)), default=LEAST
    )
    least = max(LEAST, full)
    parts = [_part(line, kind, columns, least) for line, kind in zip(body, kinds, strict=True)]
    parts = _led_by_numbers(parts, body, columns)
    return _without_titles(_without_sections(parts, body, usual), body)


def _led_by_numbers(parts: list[Part], lines: Sequence[Line], columns: Sequence[Column]) -> list[Part]:
    """Return figures beside a code as those of the number above them, where no number has any beside it."""
    whole = [line for line, part in zip(lines, parts, strict=True) if part is Part.WHOLE]
    if Part.NUMBERED not in parts or any(is_numbered(line, columns) for line in whole):
        return parts
    return [Part.FIGURES if part is Part.WHOLE else part for part in parts]


def _without_sections(parts: Sequence[Part], lines: Sequence[Line], usual: int) -> list[Part]:
    """Return the parts with titles of sections set apart: a mark few texts above figures begin with.

    With figures in it a title looks like a name: "B. Spares for P-2208". There is one text more than
    elsewhere, unless the notes of the items before stand there.
    """
    usual = usual or len(led_order.common(led_order.blocks_of(parts)))
    starts = [at for at in range(len(parts)) if parts[at] in TEXTS and (not at or parts[at - 1] not in TEXTS)]
    marked = [at for at in starts if len(lines[at]) == 1 and SECTION_MARK.match(lines[at][0].text)]
    if len(starts) > 1 and 2 * len(marked) > len(starts):
        return list(parts)
    found = list(parts)
    for at in marked:
        end = next((each for each in range(at, len(parts)) if parts[each] not in TEXTS), len(parts))
        counted = end < len(parts) and parts[end] is Part.FIGURES
        if counted and (end - at == usual + 1 or (not at and end - at > 1)):
            found[at] = Part.APART
    return found


def joined(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """Return the rows with the rows of an item up to its figures as one, where names lead."""
    parts = _without_titles([_part_of(row, columns) for row in rows], [row.runs for row in rows])
    starts = led_order.starts(parts)
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
    if any(sum_rows.stated_in([*texts[:1], *row.spanning[:1]])) or (
        len(texts) == 1 and is_section(texts[0].text)
    ):
        return Part.APART
    pairs = [(column, cell[0]) for column, cell in zip(columns, row.cells, strict=True) if cell]
    numbered = any(Role.LINE_NUMBER in column.roles and _numbers(run.text) for column, run in pairs)
    figures = [run for column, run in pairs if column.roles & MONEY_OR_COUNT and NUMBER.match(run.text)]
    if len(figures) >= LEAST:
        end = max(run.box.bottom for run in figures)  # what begins below the figures is no name: "Lot 1"
        named = any(_is_name(run, column) and run.box.top < end for column, run in pairs)
        return Part.WHOLE if numbered or named or row.spanning else Part.FIGURES
    runs = row.spanning or tuple(run for column, run in pairs if column.roles & NAMES)
    alone = len(row.runs) == len(runs) == 1 and ":" not in runs[0].text.replace("：", ":")
    return Part.NUMBERED if numbered else Part.NAME if alone else Part.TEXT


def _numbers(text: str) -> bool:
    return ITEM_NUMBER.match(text) is not None or MARK.match(text) is not None
