"""A composed shape drawn by reportlab: tables with spans, cards, paragraphs; upright, wide or turned pages."""

# ruff: noqa: E501 - a call stays a line

import io
import math
from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from bench.layouts.shapes.content import Around, Pair
from bench.layouts.shapes.grid import Grid, Row, placed
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.tables import table
from bench.layouts.shapes.worded import entries, told
from bench.layouts.values import Order
from demo.make_paper import CHINESE, register, words

MARGIN = 14 * mm
SMALLEST = 5.0
SIZES = {"landscape": landscape(A4), "A3": landscape(A3), "rotated": landscape(A4)}


def drawn(shape: Shape, order: Order, paper: Around) -> bytes:
    """Return the document."""
    register()
    wide, high = SIZES.get(shape.paper, A4)
    turned = shape.paper == "rotated"
    stream = io.BytesIO()
    template = BaseDocTemplate(
        stream, pagesize=(wide, high), title=order.number, author="", invariant=1,
        rotation=90 if turned else 0,
    )  # fmt: skip
    frame = Frame(MARGIN, MARGIN, wide - 2 * MARGIN, high - 2 * MARGIN)
    template.addPageTemplates([PageTemplate("page", [frame], onPage=_turned if turned else _upright)])
    template.build(_story(shape, order, paper, wide - 2 * MARGIN - 12))
    return stream.getvalue()


def _upright(_canvas: Canvas, _template: BaseDocTemplate) -> None:
    """Leave the page as it is."""


def _turned(canvas: Canvas, _template: BaseDocTemplate) -> None:
    """Lay the page on its side, to be turned again by whoever shows it."""
    canvas.translate(A4[0], 0)
    canvas.rotate(90)


def _story(shape: Shape, order: Order, paper: Around, room: float) -> list[Flowable]:
    size = shape.size + 1
    story: list[Flowable] = [words(_safe(paper.title), 15, align="center", space=6)]
    story += [words(_safe(f"{label}：{value}"), size) for label, value in paper.facts]
    story += [words(_safe(paper.intro), size, space=4), *_items(shape, order, paper, room), Spacer(1, 6)]
    if not (shape.sums_at in {"row", "label row"} and shape.tabled):
        story += _sums(shape, paper.sums)
    return [*story, *(words(_safe(each), size) for each in paper.closing)]


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")


def _items(shape: Shape, order: Order, paper: Around, room: float) -> list[Flowable]:
    if shape.tabled or shape.form == "transposed":
        return _tables(shape, table(shape, order, paper), room)
    if shape.form in {"paragraphs", "sentences"}:
        return [
            words(_safe("\n".join(filter(None, each))), shape.size + 1, space=5)
            for each in told(shape, order)
        ]
    cards = [_card(shape, each, room) for each in entries(shape, order)]
    if shape.form != "twin cards":
        return [one for each in cards for one in (each, Spacer(1, 7))]
    pairs = [cards[at : at + 2] for at in range(0, len(cards), 2)]
    rows = [[*each, ""][:2] for each in pairs]
    return [Table(rows, [room / 2] * 2, style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))]


def _card(shape: Shape, pairs: Sequence[Pair], room: float) -> Flowable:
    twin = shape.form == "twin cards"
    if shape.form == "listing":
        rows: list[list[object]] = [[words(_safe(f"{label}: {value}"), shape.size)] for label, value in pairs]
        return Table(
            rows,
            [room],
            style=TableStyle([("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]),
        )
    wide = 1 if twin else 2
    flat = [list(pairs[at : at + wide]) for at in range(0, len(pairs), wide)]
    cells = [[words(_safe(one), shape.size) for pair in each for one in pair] for each in flat]
    cells = [each + [words("", shape.size)] * (2 * wide - len(each)) for each in cells]
    share = (room / 2 - 14) / 2 if twin else room / 4
    style: list[Any] = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    if shape.rules in {"ruled", "half"}:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif shape.rules == "frame":
        style.append(("BOX", (0, 0), (-1, -1), 0.8, colors.black))
    return Table(cells, [share] * (2 * wide), style=TableStyle(style))


def _tables(shape: Shape, grid: Grid, room: float) -> list[Flowable]:
    widths, size = _fitted(grid, room, shape.size)
    story: list[Flowable] = []
    for at, rows in enumerate(grid.pieces()):
        heads = grid.heads if not at or shape.pages in {"repeated", "one"} else ()
        story += [PageBreak()] if at else []
        story.append(_table(shape, [*heads, *rows], len(heads), (widths, size)))
    return story


def _table(shape: Shape, rows: Sequence[Row], heads: int, measure: tuple[list[float], float]) -> Table:
    widths, size = measure
    cells: list[list[object]] = [[""] * len(widths) for _ in rows]
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), 1.5) for side in ("TOP", "BOTTOM")),
        *((f"{side}PADDING", (0, 0), (-1, -1), 2 + shape.gap / 2) for side in ("LEFT", "RIGHT")),
    ]
    for each in placed(rows):
        content = _safe(each.cell.text)
        content = f"<strike>{content}</strike>" if each.cell.struck and content else content
        cells[each.row][each.column] = words(content, size, align="right" if each.cell.right else "left")
        end = (each.column + each.cell.across - 1, each.row + each.cell.down - 1)
        if each.cell.across > 1 or each.cell.down > 1:
            style.append(("SPAN", (each.column, each.row), end))
    style += _rules(shape, rows, heads)
    repeat = heads if shape.pages == "repeated" else 0
    return Table(cells, widths, style=TableStyle(style), repeatRows=repeat, hAlign="LEFT")


def _rules(shape: Shape, rows: Sequence[Row], heads: int) -> list[Any]:
    if shape.rules == "ruled":
        return [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    style: list[Any] = []
    if shape.rules in {"head", "half", "frame"} and heads:
        style += [
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, colors.black),
            ("LINEBELOW", (0, heads - 1), (-1, heads - 1), 0.8, colors.black),
        ]
    if shape.rules == "frame":
        style += [
            ("BOX", (0, 0), (-1, -1), 0.8, colors.black),
            ("INNERGRID", (0, 0), (-1, 0), 0.5, colors.black),
        ]
        style += [("LINEAFTER", (0, 0), (-2, -1), 0.4, colors.black)]
    starts = [at for at, each in enumerate(rows) if at >= heads and each.kind != "under"]
    for count, at in enumerate(starts):
        end = (starts[count + 1] if count + 1 < len(starts) else len(rows)) - 1
        if shape.rules == "half":
            style.append(("LINEBELOW", (0, end), (-1, end), 0.4, colors.grey))
        elif shape.rules == "zebra" and count % 2:
            style.append(("BACKGROUND", (0, at), (-1, end), colors.Color(0.92, 0.92, 0.92)))
    return style


def _fitted(grid: Grid, room: float, size: float) -> tuple[list[float], float]:
    """Return how wide the columns are, and the size of letters in which words need not break."""
    while size > SMALLEST and sum(_needed(grid, size, words_only=True)) > room:
        size -= 0.5
    least, whole = (_needed(grid, size, words_only=each) for each in (True, False))
    spare = room - sum(least)
    if spare <= 0:
        return [each * room / sum(least) for each in least], size
    wish = [most - some for most, some in zip(whole, least, strict=True)]
    share = min(1.0, spare / max(1.0, math.fsum(wish)))
    widths = [some + one * share for some, one in zip(least, wish, strict=True)]
    rest = max(0.0, room - sum(widths)) / len(widths)
    return [each + rest for each in widths], size


def _needed(grid: Grid, size: float, *, words_only: bool) -> list[float]:
    widths = [12.0] * grid.wide
    for rows in (grid.heads, grid.rows):
        for each in placed(rows):
            if each.cell.across > 1:
                continue
            for line in each.cell.text.split("\n"):
                parts = line.split() if words_only and not each.cell.right else [line]
                texts = [
                    one[:8] if words_only and not one.isascii() and len(one) > 8 else one for one in parts
                ]
                widest = max((stringWidth(one, CHINESE, size) for one in texts), default=0.0) + 12
                widths[each.column] = max(widths[each.column], widest)
    return widths


def _sums(shape: Shape, sums: Sequence[Pair]) -> list[Flowable]:
    size = shape.size + 1
    if shape.sums_at == "sentence":
        return [words(_safe("　".join(f"{label}：{value}" for label, value in sums)), size)]
    if shape.sums_at not in {"right", "box"}:
        return [words(_safe(f"{label}：{value}"), size) for label, value in sums]
    cells: list[list[Paragraph]] = [
        [words(_safe(label), size), words(_safe(value), size, align="right")] for label, value in sums
    ]
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if shape.sums_at == "box" else []
    return [Table(cells, [45 * mm, 55 * mm], style=TableStyle(style), hAlign="RIGHT")]
