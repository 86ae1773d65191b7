"""Where an unruled table of items ends: at white space, behind its sums, before the running text below it."""

import itertools
import re
from collections.abc import Sequence

from extractors.fields import currencies
from extractors.header.sums import spoken_totals
from extractors.late import late
from extractors.lines.columns import heading_lines
from extractors.lines.columns.inner_headings import inner_columns
from extractors.lines.item_table import NAMES, Column
from extractors.lines.tables import led_items, section_titles, storey_rows
from extractors.lines.tables.inner_tables import is_anchor, summary
from extractors.lines.tables.storeys import Storeys
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role, Summary
from models.page import union

END_GAP = 1.9
"""White space higher than this many lines ends a table, unless an item follows."""
WIDER = 1.25
"""What stands so much further below the last item than any line from the next is no part of the table."""
SLACK = 2.0
"""What stands so near another text, in points, stands below it."""
UNORDERED = late(
    r"option|alternativ|not (?:ordered|included)|previous|former|nicht bestellt"
    r"|选[配购]|备选|可选|未订|不订|不含|以前",
    re.IGNORECASE,
)
"""What heads things that are not ordered."""
PAGE = late(r"\d{1,3}")
TWO = 2
SMALL = 0.8
"""Letters smaller than this share of the item's are those of a footer, where no item follows."""
ENDING = frozenset({Summary.TOTAL, Summary.NET, Summary.GROSS, Summary.CARRIED})
"""Summaries behind which no further item stands on the page."""
VALUED = frozenset({Role.PRICE, Role.AMOUNT})
Line = list[Run]


def body_from(
    lines: Sequence[Line], start: int, columns: Sequence[Column], heading: Storeys | None = None
) -> tuple[list[Line], int]:
    """Return the lines of a table from `start` on, and where the rest of the page begins."""
    body: list[Line] = []
    totals = carried = False
    at = start
    while at < len(lines):
        line = lines[at]
        if (totals or carried) and (_is_currency_of(line, body[-1]) or _is_page_of(line, body[-1])):
            body.append(line)
            at += 1
            continue
        anchor, sums = is_anchor(line, columns), summary(line)
        ends = not anchor and (_ends(line, body, sums, totals=totals) or _repeats(lines, at, columns))
        opens = (
            led_items.opens(lines, at, columns)
            or (heading is not None and storey_rows.opens(lines, at, heading))
            or (ends and bool(body) and section_titles.entitles(lines, at, columns))
            or (carried and _is_note_above(lines, at, columns))
        )
        if (ends and ((totals and not carried) or not opens)) or (body and _heads_another(line, columns)):
            break
        # What is carried forward ends the page, unless another item follows right below.
        totals = (totals and not ((anchor or opens) and carried)) or sums in ENDING
        carried = sums is Summary.CARRIED
        body.append(line)
        at += 1
    kept = _without_footer(body, columns)
    return body[:kept], start + kept


def above_total(lines: Sequence[Line]) -> list[Line]:
    """Return the lines before the first one that states the sum of a table: all of them where none does."""
    return list(itertools.takewhile(lambda line: summary(line) not in ENDING, lines))


def _is_note_above(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line is a text alone right above an item: a note below what was carried forward."""
    if at + 1 >= len(lines) or len(lines[at]) > 1 or not is_anchor(lines[at + 1], columns):
        return False
    if UNORDERED.search(lines[at][0].text):
        return False
    note, below = lines[at][0].box, union(run.box for run in lines[at + 1])
    return below.top - note.bottom < END_GAP * note.height


def _is_currency_of(line: Line, above: Line) -> bool:
    """Tell whether a line is the currency of the sum right above it, which found no room in its cell."""
    alone, amount = line[0], above[-1].box
    under = len(line) == 1 and alone.box.x0 < amount.x1 + SLACK and amount.x0 < alone.box.x1 + SLACK
    near = alone.box.top - amount.bottom < alone.box.height
    return under and near and bool(currencies.named(alone.text))


def _is_page_of(line: Line, above: Line) -> bool:
    """Tell whether a line ends what is carried right above it: "Übertrag von Seite" over its number."""
    alone, name = line[0], above[0]
    near = alone.box.top - name.box.bottom < alone.box.height and abs(alone.box.x0 - name.box.x0) < SLACK
    return len(line) == 1 and near and PAGE.fullmatch(alone.text) is not None


def _repeats(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line begins the heading of the table again: what is below may stand elsewhere."""
    named = frozenset(column.text for column in columns)
    texts = {run.text for run in lines[at]}
    if len(texts) < TWO or not all(any(text in name for name in named) for text in texts):
        return False
    again = heading_lines.find(lines, at, named) if texts != named else None
    return texts == named or (again is not None and {each.text for each in again.columns} == named)


def _heads_another(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line is the heading of another table of items, and no smaller one inside an item."""
    found = inner_columns(line) or ()
    if len(found) < len(columns) or {each.text for each in found} <= {each.text for each in columns}:
        return False
    roles = frozenset[Role]().union(*(each.roles for each in found if each.headings))
    return bool(roles & NAMES) and Role.QUANTITY in roles and not roles.isdisjoint(VALUED)


def _without_footer(body: Sequence[Line], columns: Sequence[Column]) -> int:
    """Return how many lines are left without the running text that follows the last item."""
    ends = [at for at, line in enumerate(body) if is_anchor(line, columns) or summary(line) is not None]
    if not ends:
        return len(body)
    half = (columns[-1].x1 - columns[0].x0) / 2
    height = union(run.box for run in body[ends[-1]]).height
    pitch = _widest_pitch(body[: ends[-1] + 1]) if len(ends) > 1 else float("inf")
    for at in range(ends[-1] + 1, len(body)):
        if _top(body[at]) - _top(body[at - 1]) > WIDER * pitch:
            return at
        texts = [run for run in body[at] if recognise_inline(run.text) is None]
        if any(run.box.width > half or run.box.height < SMALL * height for run in texts):
            return at
        if any(spoken_totals.find(body[at])):
            return at
    return len(body)


def _widest_pitch(body: Sequence[Line]) -> float:
    """Return the largest distance between lines of a table from one to the next."""
    return max((_top(below) - _top(above) for above, below in itertools.pairwise(body)), default=0.0)


def _top(line: Line) -> float:
    return min(run.box.top for run in line)


def _ends(line: Line, body: Sequence[Line], sums: Summary | None, *, totals: bool) -> bool:
    if sums is not None:
        return False
    if totals:
        return True
    if not body:
        return False
    before, here = union(run.box for run in body[-1]), union(run.box for run in line)
    return here.top - before.bottom > END_GAP * min(before.height, here.height)
