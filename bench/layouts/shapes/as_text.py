"""A composed shape made of letters alone: a text, the body of a mail, or a dot-matrix print."""

from collections.abc import Iterator, Sequence

from bench.layouts.layout import Print
from bench.layouts.markup import MONO, page, text
from bench.layouts.post import aligned, width_of
from bench.layouts.shapes.content import Around, Pair
from bench.layouts.shapes.grid import Grid, Placed, Row, placed
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.tables import table
from bench.layouts.shapes.worded import entries, told
from bench.layouts.values import Order

LETTER_WIDE = 0.5
"""How wide a narrow letter of the printer is, in sizes of its type."""


def written(shape: Shape, order: Order, paper: Around) -> str:
    """Return the text."""
    items = list(_items(shape, order, paper))
    parts = [" " * 20 + paper.title, "", *_facts(shape, paper.facts), "", paper.intro, *items]
    if not (shape.sums_at in {"row", "label row"} and shape.tabled):
        parts += _sums(shape, paper.sums)
    return "\n".join([*parts, "", *paper.closing]) + "\n"


def matrix(shape: Shape, order: Order, paper: Around) -> Print:
    """Return the print of a dot-matrix printer, on fanfold paper or turned where the lines are long."""
    lines = written(shape, order, paper).split("\n")
    widest = max(width_of(each.replace("\f", "")) for each in lines)
    size = max(5.5, min(9.0, 222 / 25.4 * 72 / (widest * LETTER_WIDE + 1)))
    body = "".join(
        f"<div{' class=new' if chr(12) in each else ''}>{text(each.replace(chr(12), '')) or '&nbsp;'}</div>"
        for each in lines
    )
    style = f"div{{white-space:pre;font-size:{size}pt;line-height:1.45}}.new{{page-break-before:always}}"
    return page(body, style, size="241mm 279mm", margin="9mm", font=MONO)


def _facts(shape: Shape, facts: Sequence[Pair]) -> Iterator[str]:
    wide = max(width_of(label) for label, _ in facts) + 2
    joined = shape.chance("facts").random() < 0.5
    for label, value in facts:
        yield f"{label}: {value}" if joined else aligned((f"{label}:", value), (wide, 0))


def _items(shape: Shape, order: Order, paper: Around) -> Iterator[str]:
    if shape.tabled:
        yield from _table(shape, table(shape, order, paper))
    elif shape.form in {"paragraphs", "sentences"}:
        for each in told(shape, order):
            yield from ("", each[0], *("    " + one for one in each[1:] if one))
        yield ""
    else:
        for pairs in entries(shape, order):
            yield ""
            yield from (f"{label}: {value}" for label, value in pairs)
        yield ""


def _table(shape: Shape, grid: Grid) -> Iterator[str]:
    widths = _widths(grid)
    mark = shape.chance("rule").choice(("-", "=", "", "."))
    rule = mark * (sum(widths) + (len(widths) - 1) * shape.gap)
    for at, rows in enumerate(grid.pieces()):
        if at:
            yield "\f"
        if not at or shape.pages in {"repeated", "one"}:
            yield rule
            yield from _lines(grid.heads, widths, shape.gap)
            yield rule
        yield from _lines(rows, widths, shape.gap)
    yield rule


def _widths(grid: Grid) -> list[int]:
    widths = [1] * grid.wide
    for rows in (grid.heads, grid.rows):
        for each in placed(rows):
            if each.cell.across == 1:
                parts = map(width_of, each.cell.text.split("\n"))
                widths[each.column] = max(widths[each.column], *parts)
    return widths


def _lines(rows: Sequence[Row], widths: Sequence[int], gap: int) -> Iterator[str]:
    found: dict[int, list[Placed]] = {}
    for each in placed(rows):
        found.setdefault(each.row, []).append(each)
    for at in range(len(rows)):
        cells = found.get(at, [])
        high = max((each.cell.text.count("\n") + 1 for each in cells), default=1)
        for line in range(high):
            yield _line(cells, widths, gap, line)


def _line(cells: Sequence[Placed], widths: Sequence[int], gap: int, line: int) -> str:
    text = ""
    for each in cells:
        parts = each.cell.text.split("\n")
        part = parts[line] if line < len(parts) else ""
        start = sum(widths[: each.column]) + gap * each.column
        room = sum(widths[each.column : each.column + each.cell.across]) + gap * (each.cell.across - 1)
        if each.cell.right:
            start += max(0, room - width_of(part))
        if part:
            text += " " * max(1 if text else 0, start - width_of(text)) + part
    return text.rstrip()


def _sums(shape: Shape, sums: Sequence[Pair]) -> Iterator[str]:
    if shape.sums_at == "sentence":
        yield "  ".join(f"{label}: {value}" for label, value in sums)
        return
    for label, value in sums:
        yield aligned((label, value), (40, -24)) if shape.sums_at in {"right", "box"} else f"{label}: {value}"
