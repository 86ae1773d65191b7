"""The items of a composed paper as texts by what they say, before anything is said of where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bench.layouts.shapes.speech import SIGNS, Speech
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.wording import EXTRAS, FREE, OPTION
from bench.layouts.values import Line, Order

ZERO = Decimal(0)
CODES = ("part", "customer part", "drawing")
DATES = ("delivery", "lead")
FIGURES = frozenset(
    {"quantity", "price", "amount", "list price", "discount", "gross price", "gross amount", "per"}
)
USUAL = (
    *("number", "customer part", "part", "description", "name", "size", "drawing", "quantity", "unit"),
    *("list price", "discount", "price", "per", "gross price", "amount", "rate", "gross amount"),
    *("delivery", "lead", "extra 0", "extra 1", "extra 2", "extra 3", "extra 4"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """What is said of every item: its heading, the heading over it (empty for none), a text for each item."""

    key: str
    head: str
    cells: tuple[str, ...]
    over: str = ""

    @property
    def right(self) -> bool:
        """Tell whether the texts are figures, which stand at the right."""
        return self.key in FIGURES


def columns(shape: Shape, order: Order) -> list[Column]:
    """Return everything that is said of the items, in the order in which the paper says it."""
    speech = Speech(shape)
    said = {each.key: each for each in (*_whats(shape, speech, order), *_costs(shape, speech, order))}
    said |= {each.key: each for each in _extras(shape, speech, order)}
    return [said[key] for key in _ordered(shape) if key in said]


def option(shape: Shape, said: list[Column], at: int, mark: str) -> dict[str, str]:
    """Return the texts of a row that is no ordered item: the item `at` with another name and code."""
    texts = {each.key: each.cells[at] for each in said}
    texts["number"] = mark if "number" in texts else ""
    for key in CODES:
        if key in texts:
            texts[key] += "-X"
    words = Speech(shape).text(OPTION, "option")
    key = "description" if "description" in texts else "name"
    texts[key] = words + texts[key]
    return texts


def _ordered(shape: Shape) -> list[str]:
    keys = list(USUAL)

    def move(names: tuple[str, ...], before: str | None) -> None:
        for each in names:
            keys.remove(each)
        at = len(keys) if before is None else keys.index(before)
        keys[at:at] = names

    if shape.order == "amount first":
        move(("amount", "gross amount"), "quantity")
    elif shape.order == "quantity last":
        move(("quantity", "unit"), None)
    elif shape.order == "codes last":
        move(("customer part", "part", "drawing"), None)
    elif shape.order == "date first":
        move(("delivery", "lead"), "description")
    elif shape.order == "quantity first":
        move(("quantity", "unit"), "customer part")
    return keys


def _whats(shape: Shape, speech: Speech, order: Order) -> Iterator[Column]:
    lines = order.lines
    both = shape.levels and all(each.customer_part and each.part for each in lines)
    over = speech.say("over", "codes") if both else ""
    if all(each.number is not None for each in lines):
        yield Column("number", speech.say("heads", "number"), tuple(each.number or "" for each in lines))
    yield Column(
        "part",
        speech.say("over", "yours") if both else speech.say("heads", "part"),
        tuple(each.part or "" for each in lines),
        over,
    )
    if any(each.customer_part for each in lines):
        head = speech.say("over", "ours") if both else speech.say("heads", "customer part")
        yield Column("customer part", head, tuple(each.customer_part or "" for each in lines), over)
    if any(each.drawing for each in lines):
        yield Column("drawing", speech.say("heads", "drawing"), tuple(each.drawing or "" for each in lines))
    if shape.split_name:
        names = tuple(each.description.removesuffix(each.size).strip() for each in lines)
        yield Column("name", speech.say("heads", "name"), names)
        yield Column("size", speech.say("heads", "size"), tuple(each.size for each in lines))
    else:
        texts = tuple(each.description for each in lines)
        yield Column("description", speech.say("heads", "description"), texts)
    if all(each.delivery for each in lines):
        days = tuple(speech.day(each.due) for each in lines)
        yield Column("delivery", speech.say("heads", "delivery"), days)
    if all(each.lead for each in lines):
        leads = tuple(speech.lead(each.lead) for each in lines if each.lead)
        yield Column("lead", speech.say("heads", "lead"), leads)


def _costs(shape: Shape, speech: Speech, order: Order) -> Iterator[Column]:
    lines, basis = order.lines, "net" if order.basis == "both" else order.basis
    yield from _counted(shape, speech, order)
    named = shape.levels and order.basis == "both"
    upper = speech.say("over", "unit price"), speech.say("over", "amount")
    if shape.discount != "no":
        heads = [f"discounted {basis}", f"amount {basis}"]
        yield Column(
            "list price",
            _priced(shape, speech, "list price"),
            tuple(speech.money(_listed(each)) for each in lines),
        )
        amounts = tuple(speech.money(_listed(each) - each.price) for each in lines)
        sign = "" if "%" in speech.say("heads", "discount percent") else "%"
        shares = tuple(f"{speech.count(each.discount or ZERO)}{sign}" for each in lines)
        percent = shape.discount == "percent"
        yield Column(
            "discount", speech.say("heads", f"discount {shape.discount}"), shares if percent else amounts
        )
    else:
        heads = [f"price {basis}", f"amount {basis}"]
    over = ("", "") if not named else upper
    price, amount = (
        (speech.say("over", "net"),) * 2 if named else (_priced(shape, speech, each) for each in heads)
    )
    if shape.per_at == "heading":
        price = _per_heading(shape, speech, order, price)
    yield Column("price", price, tuple(_price(shape, speech, each) for each in lines), over[0])
    yield Column("amount", amount, tuple(speech.money(each.amount) for each in lines), over[1])
    if order.basis == "both":
        price, amount = (
            (speech.say("over", "gross"),) * 2
            if named
            else (_priced(shape, speech, f"{each} gross") for each in ("price", "amount"))
        )
        yield Column(
            "gross price", price, tuple(speech.money(each.gross_price or ZERO) for each in lines), over[0]
        )
        yield Column(
            "gross amount", amount, tuple(speech.money(each.gross_amount or ZERO) for each in lines), over[1]
        )
    if shape.per_at == "column":
        yield Column("per", speech.say("heads", "per"), tuple(_per(shape, each) for each in lines))
    if order.rate is not None and order.basis != "none" and shape.chance("rate").random() < 0.25:
        yield Column("rate", speech.say("heads", "rate"), tuple(f"{order.rate}%" for _ in lines))


def _counted(shape: Shape, speech: Speech, order: Order) -> Iterator[Column]:
    lines, head = order.lines, speech.say("heads", "quantity")
    units = {each.unit for each in lines}
    if shape.unit_at == "heading" and len(units) == 1:
        unit = units.pop()
        yield Column("quantity", f"{head}({unit})", tuple(speech.count(each.quantity) for each in lines))
    elif shape.unit_at == "after":
        space = "" if speech.first == "zh" and shape.chance("unit").random() < 0.7 else " "
        cells = tuple(f"{speech.count(each.quantity)}{space}{each.unit}" for each in lines)
        yield Column("quantity", head, cells)
    elif shape.unit_at == "before" and speech.first != "zh":
        yield Column("quantity", head, tuple(f"{each.unit} {speech.count(each.quantity)}" for each in lines))
    else:
        yield Column("quantity", head, tuple(speech.count(each.quantity) for each in lines))
        yield Column("unit", speech.say("heads", "unit"), tuple(each.unit for each in lines))


def _priced(shape: Shape, speech: Speech, key: str) -> str:
    head = speech.say("heads", key)
    if shape.currency_at != "heading":
        return head
    name = SIGNS[shape.spec.currency][1]
    return f"{head}({name})" if speech.first == "zh" else f"{head} {name}"


def _per_heading(shape: Shape, speech: Speech, order: Order, head: str) -> str:
    per = next(each.per for each in order.lines)
    if speech.first == "zh":
        return f"{head}/{per}{order.lines[0].unit}"
    return f"{head} {'je' if shape.language == 'de' else 'per'} {per}"


def _price(shape: Shape, speech: Speech, line: Line) -> str:
    text = speech.money(line.price)
    if shape.per_at != "price":
        return text
    style = shape.chance("per price").choice(("{} / {}", "{}/{} {}", "{} per {} {}"))
    if speech.first == "zh":
        style = "{}/{}{}"
    if shape.language == "de":
        style = style.replace("per", "je")
    return style.format(text, line.per, line.unit)


def _per(shape: Shape, line: Line) -> str:
    if shape.chance("per").random() < 0.5:
        return str(line.per)
    return f"{line.per}{'' if Speech(shape).first == 'zh' else ' '}{line.unit}"


def _listed(line: Line) -> Decimal:
    return line.price if line.list_price is None else line.list_price


def _extras(shape: Shape, speech: Speech, order: Order) -> Iterator[Column]:
    if not shape.extras or shape.plain:
        return
    chosen = shape.chance("extras").sample(EXTRAS[speech.first], shape.extras)
    for at, (head, cell) in enumerate(chosen):
        cells = tuple(cell.format(at=one % 9 + 1) for one in range(len(order.lines)))
        yield Column(f"extra {at}", head, cells)


def free_words(shape: Shape, line: Line) -> str:
    """Return what is said of an item that costs nothing, nothing for the others."""
    return "" if line.amount or line.price else Speech(shape).text(FREE, "free")
