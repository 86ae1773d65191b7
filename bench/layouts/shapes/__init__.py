"""Layouts that chance composed of what items look like, the header kept simple.

Form of the items, rules, place of codes, numbering, units, currencies, price units, discounts, lots, rows
between items, pages and sums are chosen apart from each other (`style`), in four languages and six engines.
It was written without a look at what the reader can do; the same layouts are made every time, and with
another `style.SEED` others.
"""

# ruff: noqa: E501 - a row of a table stays a line

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from random import Random

from bench.layouts.layout import Drawing, Layout
from bench.layouts.post import mail
from bench.layouts.shapes.as_drawing import drawn
from bench.layouts.shapes.as_markup import mailed, printed
from bench.layouts.shapes.as_office import tabled, worded
from bench.layouts.shapes.as_text import matrix, written
from bench.layouts.shapes.content import around
from bench.layouts.shapes.item_rows import second_lot
from bench.layouts.shapes.style import Shape, shapes
from bench.layouts.values import Case, Line, Order, Quoted

FILES = {
    "html": "pdf",
    "drawn": "pdf",
    "mono": "pdf",
    "word": "docx",
    "sheet": "xlsx",
    "text": "txt",
    "mail": "eml",
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def draw(shape: Shape, _random: Random, order: Order) -> Drawing:
    """Return the document of an order in a composed shape."""
    paper = around(shape, order)
    ways: dict[str, Callable[[], Drawing]] = {
        "html": lambda: printed(shape, order, paper),
        "drawn": lambda: drawn(shape, order, paper),
        "mono": lambda: matrix(shape, order, paper),
        "word": lambda: worded(shape, order, paper),
        "sheet": lambda: tabled(shape, order, paper),
        "text": lambda: written(shape, order, paper).encode(),
        "mail": lambda: _mail(shape, order),
    }
    return ways[shape.engine]()


def _mail(shape: Shape, order: Order) -> bytes:
    paper = around(shape, order)
    subject = f"{paper.title} {order.number}"
    if shape.plain:
        return mail(order, subject, plain=written(shape, order, paper))
    return mail(order, subject, markup=mailed(shape, order, paper))


def adapted(shape: Shape, case: Case) -> Case:
    """Return a case as the shape numbers its items, with lots and with an item that costs nothing."""
    if shape.free:
        case = _with_free_item(shape, case)
    order = case.order
    lines = [_numbered(shape, at, each) for at, each in enumerate(order.lines)]
    if shape.delivery_at == "lots":
        lines = [_in_lots(each) for each in lines]
    return replace(case, order=replace(order, lines=tuple(lines)))


def _numbered(shape: Shape, at: int, line: Line) -> Line:
    numbers = {
        "letters": LETTERS[at % len(LETTERS)] * (at // len(LETTERS) + 1),
        "decimal": f"{at // 4 + 1}.{at % 4 + 1}",
    }
    return replace(line, number=numbers.get(shape.numbering, line.number))


def _in_lots(line: Line) -> Line:
    """Return a line of which any of its days is right, and none as well: it has no single one."""
    if line.quantity < 2:
        return line
    return replace(line, further={**line.further, "delivery_date": (str(second_lot(line)), None)})


def _with_free_item(shape: Shape, case: Case) -> Case:
    """Return the case with a sample that costs nothing, ordered and quoted."""
    model, quoted, count = case.order.lines[0], case.quotations[0].items[0], len(case.order.lines)
    number = (
        str((count + 1) * shape.spec.numbering[0]).zfill(shape.spec.numbering[1])
        if shape.spec.numbering
        else None
    )
    names = {
        name: f"{text}-M" if text else text
        for name, text in (("part", model.part), ("customer_part", model.customer_part))
    }
    line = replace(
        model, number=number, quantity=Decimal(1), price=Decimal(0), amount=Decimal(0), list_price=None,
        discount=None, further={}, part=names["part"], customer_part=names["customer_part"],
    )  # fmt: skip
    item = _free_quoted(quoted, str(10 * len(case.quotations[0].items) + 10))
    right = replace(case.quotations[0], items=(*case.quotations[0].items, item))
    order = replace(case.order, lines=(*case.order.lines, line))
    return replace(case, order=order, quotations=(right, *case.quotations[1:]))


def _free_quoted(quoted: Quoted, item: str) -> Quoted:
    return replace(
        quoted, item=item, quantity=Decimal(1), price=Decimal(0), gpn=f"{quoted.gpn}-M", lpn=f"{quoted.lpn}-M",
        customer_part=f"{quoted.customer_part}-M",
    )  # fmt: skip


def layout_of(shape: Shape) -> Layout:
    """Return the layout of a composed shape."""
    features = f"{shape.engine} {shape.language} {shape.form} {shape.rules} below-{shape.below} {' '.join(shape.between)}"
    return Layout(
        name=f"shapes_{shape.index:02d}_{shape.form.replace(' ', '_')}_{shape.rules}",
        draw=partial(draw, shape),
        spec=shape.spec,
        features=features,
        file=f"{{number}}.{FILES[shape.engine]}",
        part="body" if shape.engine == "mail" else None,
        adapt=partial(adapted, shape),
    )


LAYOUTS: tuple[Layout, ...] = tuple(map(layout_of, shapes()))
