"""Tables that are turned: a label at the left of each row, the items side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.fields import dates, parts
from extractors.lines import reckoning
from extractors.lines.cards.card_phase import orders_something
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts import side_labels
from extractors.lines.texts.text_lines import TextLine
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

LEAST = 3
"""So many rows at least make a turned table."""
FIGURES = 3
NEAR = 0.9
"""The rest of a value stands less than so many heights of its letters below it."""
TOLD_BY = (Role.PRICE, Role.AMOUNT)
"""What the items state, so that their quantities can be told by what they make."""
Values = Sequence[tuple[Role, Text]]


def find(pages: Sequence[PageBlocks], lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items of a turned table: in drawn cells, which may hold several lines, or in `lines`."""
    for page in pages:
        for cells in _tables(page):
            found = items([TextLine(tuple(joined(block.lines) for block in row), ()) for row in cells])
            if found:
                return found
    return items(lines)


def _tables(page: PageBlocks) -> list[list[list[Block]]]:
    """Return the tables of a page, row by row: the filled cells of each."""
    tables: dict[int, dict[int, list[Block]]] = {}
    for block in page.blocks:
        if block.cell is not None and block.lines:
            tables.setdefault(block.cell[0], {}).setdefault(block.cell[1], []).append(block)
    return [
        [sorted(rows[at], key=lambda block: block.box.x0) for at in sorted(rows)] for rows in tables.values()
    ]


def items(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items of a turned table, none where there is no such table."""
    told: list[Values] = [side_labels.turned(line.runs) for line in lines]
    widths = Counter(len(values) for values in told if len(values) > 1)
    width = max(widths, key=lambda each: (widths[each], each), default=0)
    told = _by_contents(told, lines, width) if width else told
    turned = [at for at, values in enumerate(told) if len(values) == width]
    if (
        not width
        or len(turned) < LEAST
        or not all(map(orders_something, _columns(told[at] for at in turned)))
    ):
        return []
    rows: list[Values] = []
    for at in range(turned[0], min(turned[-1] + 2, len(lines))):
        if at in turned:
            rows.append(told[at])
        elif rows and _goes_on(rows[-1], lines[at]):
            label = _label_alone(lines[at + 1 : at + 2])
            rows[-1:] = _gone_on(rows[-1], lines[at], label)
        elif at < turned[-1]:
            loose = side_labels.turned_loosely(lines[at].runs, width)
            if not loose and rows and rows[-1] and _stands_under(rows[-1], lines[at]):
                rows[-1] = [(role, _doubted(text)) for role, text in rows[-1]]
            rows.append(loose)
    return _columns(rows)


def _by_contents(told: Sequence[Values], lines: Sequence[TextLine], width: int) -> list[Values]:
    """Return the rows with those whose label nobody knows: what they make, and days, tell what they hold."""
    roles = {values[0][0]: at for at, values in enumerate(told) if len(values) == width}
    untold = [at for at, line in enumerate(lines) if not told[at] and len(line.runs) == width + 1]
    named: dict[int, Role] = {}
    if Role.QUANTITY not in roles and all(role in roles for role in TOLD_BY):
        known = {role: roles[role] for role in TOLD_BY}
        found = reckoning.find([_texts(lines, at) for at in range(1, width + 1)], known, untold)
        named |= {found.quantity: Role.QUANTITY} if found is not None and len(found.rows) == width else {}
    dated = [at for at in untold if all(dates.parse(run.text) for run in lines[at].runs[1:])]
    if Role.DELIVERY not in roles and len(dated) == 1:
        named[dated[0]] = Role.DELIVERY
    return [_loosely(named[at], lines[at]) if at in named else values for at, values in enumerate(told)]


def _texts(lines: Sequence[TextLine], column: int) -> list[str]:
    return [line.runs[column].text if column < len(line.runs) else "" for line in lines]


def _loosely(role: Role, line: TextLine) -> list[tuple[Role, Text]]:
    """Return what a row holds below a label that does not say it: never certain."""
    heading = Heading(line.runs[0].text, frozenset({role}), exact=False)
    place = side_labels.PLACE_OF.get(role)
    return [(role, Text(run, 0, len(run.text), heading, place)) for run in line.runs[1:]]


def _columns(rows: Iterable[Values]) -> list[list[TextLine]]:
    columns = zip(*filter(None, rows), strict=True)
    return [[TextLine((text.run,), ((role, text),)) for role, text in column] for column in columns]


def _goes_on(values: Values, line: TextLine) -> bool:
    """Tell whether a line stands right below values and begins where some of them do, each text of it."""
    return all(any(_is_rest(text.run, run) for _, text in values) for run in line.runs)


def _label_alone(below: Sequence[TextLine]) -> Heading | None:
    """Return the known label that stands alone in the next line: what stands above may be its values."""
    heading = recognise(below[0].runs[0].text) if below and len(below[0].runs) == 1 else None
    return heading if heading is not None and heading.exact and heading.role is not None else None


def _gone_on(values: Values, line: TextLine, label: Heading | None) -> list[Values]:
    """Return values with their rest; open where it may be somebody's number, or that of the label below."""
    if label is None and not all(map(_is_number, line.runs)):
        return [[(role, _with_rest(text, line)) for role, text in values]]
    open_ones = [(role, _doubted(text)) for role, text in values]
    if label is None or label.role is None or len(line.runs) != len(values):
        return [open_ones]
    heading = replace(label, exact=False)
    place = side_labels.PLACE_OF.get(label.role)
    own = [(label.role, Text(run, 0, len(run.text), heading, place)) for run in line.runs]
    return [open_ones, own]


def _is_number(run: Run) -> bool:
    """Tell whether a text is a code with the figures of a number; that of a material has few: CuSn8."""
    return parts.looks_like_code(run.text) and sum(map(str.isdigit, run.text)) >= FIGURES


def _is_rest(value: Run, run: Run) -> bool:
    gap = run.box.top - value.box.bottom
    near = -value.box.height / 2 < gap < NEAR * value.box.height
    return value.page is run.page and near and abs(run.box.x0 - value.box.x0) < value.box.height / 2


def _stands_under(values: Values, line: TextLine) -> bool:
    """Tell whether something that nothing labels stands in the columns of values."""
    return line.runs[-1].box.x1 > min(text.run.box.x0 for _, text in values)


def _doubted(text: Text) -> Text:
    return replace(text, heading=replace(text.heading, exact=False)) if text.heading else text


def _with_rest(text: Text, line: TextLine) -> Text:
    rest = [run for run in line.runs if _is_rest(text.run, run)]
    if not rest:
        return text
    whole = joined([text.run, *rest])
    return replace(text, run=whole, end=len(whole.text), lines=text.lines + 1)
