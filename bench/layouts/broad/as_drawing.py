"""A composed paper drawn by hand: every text at a place of its own."""

# ruff: noqa: C901 - one branch for each shape

from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.broad.markup_items import three_lines
from bench.layouts.broad.speech import Pair, Paper
from bench.layouts.broad.style import Style
from bench.layouts.broad.worded import entries, sentence
from bench.layouts.ink import box, put, rule, seal
from demo.make_paper import CHINESE, drawn, register

LEFT = 14.0
GAP = 3.0
FOOT = 12.0
"""Nothing is written below, in millimetres."""


class Pen:
    """Where on the page the drawing has come to, in millimetres from below."""

    def __init__(self, canvas: Canvas, style: Style, wide: float, high: float) -> None:
        self.canvas, self.style, self.wide, self.high = canvas, style, wide, high
        self.y = high - 16
        self.size = min(style.size, 9)
        self.step = self.size * 0.56

    def down(self, steps: float = 1) -> float:
        """Go down and return the place, on a new page where this one is full."""
        self.y -= self.step * steps
        if self.y < FOOT:
            self.canvas.showPage()
            self.begin()
        return self.y

    def begin(self) -> None:
        """Begin at the head of a page, turned where the paper is."""
        if self.style.dress == "turned":
            self.canvas.setPageRotation(90)
            self.canvas.translate(A4[0], 0)
            self.canvas.rotate(90)
        self.y = self.high - 16


def by_hand(style: Style, paper: Paper, title: str) -> bytes:
    """Return the document."""
    register()
    turned = style.dress == "turned"
    size = landscape(A4) if turned or sum(_widths(paper, 7)) > 180 else A4

    def first(canvas: Canvas) -> None:
        pen = Pen(canvas, style, size[0] / mm, size[1] / mm)
        pen.begin()
        for each in paper.letterhead:
            put(canvas, LEFT, pen.down(), each, pen.size + 1)
        align = style.chance("title").choice(("left", "center", "right"))
        place = {"left": LEFT, "center": pen.wide / 2, "right": pen.wide - LEFT}[align]
        put(canvas, place, pen.down(1.6), paper.title, 14, align=align)
        pen.down()
        for text in (one for block in paper.blocks for one in block):
            put(canvas, LEFT, pen.down(0.9), text, pen.size)
        _facts(canvas, pen, paper.facts)
        for each in filter(None, paper.intro):
            _wrapped(canvas, pen, each)
        _items(canvas, pen, paper)
        _sums(canvas, pen, paper.sums)
        for label, value in paper.closing:
            _wrapped(canvas, pen, f"{_flat(label)}{style.colon or ' '}{value}")
        for each in (*paper.notes, *paper.signed):
            _wrapped(canvas, pen, each)
        if style.sealed:
            seal(canvas, pen.wide - 45, pen.y + 14, "贝岚密封技术", "合同专用章", 16)

    def second(canvas: Canvas) -> None:
        pen = Pen(canvas, style, size[0] / mm, size[1] / mm)
        pen.begin()
        for each in paper.terms_page:
            _wrapped(canvas, pen, each)

    return drawn(title, size, [first, second] if paper.terms_page else [first])


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def _wrapped(canvas: Canvas, pen: Pen, text: str) -> None:
    line = ""
    for each in text:
        if stringWidth(line + each, CHINESE, pen.size) / mm > pen.wide - 2 * LEFT:
            put(canvas, LEFT, pen.down(), line, pen.size)
            line = ""
        line += each
    put(canvas, LEFT, pen.down(), line, pen.size)


def _facts(canvas: Canvas, pen: Pen, facts: Sequence[Pair]) -> None:
    style = pen.style
    if style.facts in {"above", "corner", "form"}:
        _boxes(canvas, pen, facts)
    elif style.facts in {"spread", "columns"}:
        apart = pen.wide / 2 - 10
        at_right = False
        for label, value in facts:
            text = f"{_flat(label)}{style.colon or ' '}{value}"
            fits = stringWidth(text, CHINESE, pen.size) / mm < apart - 4
            # What is too long for its half has a line of its own.
            y = pen.y if at_right and fits else pen.down()
            put(canvas, LEFT + (apart if at_right and fits else 0), y, text, pen.size)
            at_right = fits and not at_right
    elif style.facts in {"pairs", "right"}:
        x = pen.wide * 0.5 if style.facts == "right" else LEFT
        wide = max(stringWidth(_flat(label), CHINESE, pen.size) / mm for label, _ in facts) + 6
        for label, value in facts:
            y = pen.down()
            put(canvas, x, y, _flat(label) + style.colon.strip(), pen.size)
            put(canvas, x + wide, y, value, _fitting(value, pen.wide - LEFT - x - wide, pen.size))
    else:
        for label, value in facts:
            put(canvas, LEFT, pen.down(), f"{_flat(label)}{style.colon or ' '}{value}", pen.size)
    pen.down(0.7)


def _boxes(canvas: Canvas, pen: Pen, facts: Sequence[Pair]) -> None:
    """Draw labels in the corners of boxes, labels above values, or cells of labels beside cells of values."""
    style, count = pen.style, 2
    wide = (pen.wide - 2 * LEFT) / count
    high = 7.0 if style.facts == "form" else 10.5
    for at in range(0, len(facts), count):
        pen.y -= high
        for one, (label, value) in enumerate(facts[at : at + count]):
            x = LEFT + one * wide
            if style.facts == "form":
                box(canvas, x, pen.y, 32, high)
                box(canvas, x + 32, pen.y, wide - 32, high)
                put(canvas, x + 1.5, pen.y + 2.2, _flat(label), _fitting(_flat(label), 30, pen.size))
                put(canvas, x + 33.5, pen.y + 2.2, value, _fitting(value, wide - 35, pen.size))
                continue
            if style.facts == "corner":
                box(canvas, x, pen.y, wide, high)
            put(canvas, x + 1.5, pen.y + high - 3.2, _flat(label), 6.5)
            put(canvas, x + 1.5, pen.y + 2, value, _fitting(value, wide - 3, pen.size))
    pen.down(0.5)


def _fitting(text: str, room: float, size: float) -> float:
    """Return the size of letters in which a text fits."""
    return min(size, 8.5, size * room / max(stringWidth(text, CHINESE, size) / mm, 1.0))


def _widths(paper: Paper, size: float) -> list[float]:
    """Return how wide the columns are, in millimetres."""
    texts = [[*each.head.split("\n"), *each.cells] for each in paper.columns]
    for at, each in enumerate(paper.columns):
        if each.key in {"description", "name"}:
            texts[at] += [one for below in paper.below for one in below]
    return [max(stringWidth(one, CHINESE, size) / mm for one in each) + GAP for each in texts]


def _items(canvas: Canvas, pen: Pen, paper: Paper) -> None:
    style = pen.style
    if style.items == "worded":
        for at in range(paper.count):
            _wrapped(canvas, pen, sentence(style, paper, at))
    elif style.items in {"cards", "keyed"}:
        for at in range(paper.count):
            _card(canvas, pen, entries(paper, at))
    elif style.items == "storeys":
        _storeys(canvas, pen, paper)
    elif style.items == "three":
        _three(canvas, pen, paper)
    else:
        _table(canvas, pen, paper)
    pen.down()


def _card(canvas: Canvas, pen: Pen, pairs: Sequence[Pair]) -> None:
    top = pen.y - 1
    for at in range(0, len(pairs), 2):
        y = pen.down(1.2)
        for one, (label, value) in enumerate(pairs[at : at + 2]):
            x = LEFT + 2 + one * (pen.wide / 2 - 12)
            if pen.style.items == "cards":
                put(canvas, x, y, f"{label}{pen.style.colon or ' '}{value}", pen.size)
            else:
                put(canvas, x, y, label, pen.size)
                put(canvas, x + 36, y, value, pen.size)
    pen.down(0.8)
    if pen.style.chance("boxed").random() < 0.5:
        box(canvas, LEFT, pen.y, pen.wide - 2 * LEFT, top - pen.y)
    pen.down(0.5)


def _storeys(canvas: Canvas, pen: Pen, paper: Paper) -> None:
    half = (len(paper.columns) + 1) // 2
    room = pen.wide - 2 * LEFT
    upper = [LEFT + at * room / half for at in range(half)]
    rule(canvas, LEFT, pen.y, pen.wide - LEFT, pen.y)
    parts = (paper.columns[:half], paper.columns[half:])
    for part in parts:
        _at(canvas, pen, upper, [_flat(each.head) for each in part])
    pen.down(0.5)
    rule(canvas, LEFT, pen.y, pen.wide - LEFT, pen.y)
    for at in range(paper.count):
        for part in parts:
            _at(canvas, pen, upper, [each.cells[at] for each in part])
        pen.down(0.4)


def _three(canvas: Canvas, pen: Pen, paper: Paper) -> None:
    """Draw items of three lines: what is ordered, what it costs, and labelled lines below."""
    first, second, below = three_lines(pen.style, paper)
    room = pen.wide - 2 * LEFT
    upper = [LEFT + at * room / len(first) for at in range(len(first))]
    lower = [LEFT + 14 + at * (room - 14) / len(second) for at in range(len(second))]
    _at(canvas, pen, upper, [_flat(each.head) for each in first])
    _at(canvas, pen, lower, [_flat(each.head) for each in second])
    pen.down(0.5)
    rule(canvas, LEFT, pen.y, pen.wide - LEFT, pen.y)
    for at in range(paper.count):
        _at(canvas, pen, upper, [each.cells[at] for each in first])
        _at(canvas, pen, lower, [each.cells[at] for each in second])
        for each in below:
            put(
                canvas,
                LEFT + 14,
                pen.down(),
                f"{_flat(each.head)}{pen.style.colon or ' '}{each.cells[at]}",
                7.5,
            )
        pen.down(0.5)


def _at(canvas: Canvas, pen: Pen, places: Sequence[float], texts: Iterable[str]) -> None:
    y = pen.down()
    for x, text in zip(places, texts, strict=False):
        put(canvas, x, y, text, min(pen.size, 7.5))


def _table(canvas: Canvas, pen: Pen, paper: Paper) -> None:
    style = pen.style
    room = pen.wide - 2 * LEFT
    size = pen.size
    while sum(_widths(paper, size)) > room and size > 4.5:
        size -= 0.25
    widths = _widths(paper, size)
    spare = max(0.0, room - sum(widths)) / len(widths)
    edges = [LEFT]
    for each in widths:
        edges.append(edges[-1] + each + spare)
    top = pen.y
    lines = [top]

    def row(texts: Sequence[str]) -> None:
        y = pen.down(1.1)
        for at, (column, text) in enumerate(zip(paper.columns, texts, strict=True)):
            if column.right:
                put(canvas, edges[at + 1] - 1.2, y, text, size, align="right")
            else:
                put(canvas, edges[at] + 1.2, y, text, size)

    heads = [each.head.split("\n") for each in paper.columns]
    for at in range(max(map(len, heads))):
        row([each[at] if at < len(each) else "" for each in heads])
    pen.down(0.4)
    lines.append(pen.y)
    at_text = next((at for at, each in enumerate(paper.columns) if each.key in {"description", "name"}), 0)
    for at in range(paper.count):
        row([each.cells[at] for each in paper.columns])
        for below in paper.below[at]:
            put(canvas, edges[at_text] + 1.2, pen.down(0.9), below, size)
        pen.down(0.4)
        lines.append(pen.y)
    _rules(canvas, style, edges, lines)


def _rules(canvas: Canvas, style: Style, edges: Sequence[float], lines: Sequence[float]) -> None:
    right = edges[-1]
    if style.items in {"grid", "rules", "under"}:
        for y in lines:
            rule(canvas, LEFT, y, right, y)
    if style.items in {"framed", "open"} and style.chance("head rule").random() < 0.7:
        for y in (lines[0], lines[1], lines[-1]):
            rule(canvas, LEFT, y, right, y)
    if style.items in {"grid", "framed"}:
        for x in edges:
            rule(canvas, x, lines[0], x, lines[-1])


def _sums(canvas: Canvas, pen: Pen, sums: Sequence[Pair]) -> None:
    for label, value in sums:
        y = pen.down(1.1)
        if pen.style.totals in {"row", "right"}:
            put(canvas, pen.wide - LEFT - 60, y, _flat(label), pen.size)
            put(canvas, pen.wide - LEFT - 1.2, y, value, pen.size, align="right")
        else:
            put(canvas, LEFT, y, f"{_flat(label)}{pen.style.colon or ' '}{value}", pen.size)
    pen.down(0.5)
