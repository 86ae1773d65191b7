"""Differences planted between an order and its quotation, and what a perfect reader reports of them."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from random import Random

from bench.layouts.fill import Filled, days, priced
from bench.layouts.layout import Spec
from bench.layouts.other_offers import other_offers
from bench.layouts.script import traditional
from bench.layouts.stock import INCOTERMS, TERMS
from bench.layouts.values import Case, Difference, Lead, Line, Order, Quoted, cents

SUMS: tuple[Difference, ...] = tuple(
    {"field": each, "kind": "differs"} for each in ("total_amount", "amount")
)
TAX: tuple[Difference, ...] = tuple(
    {"field": each, "kind": "differs"} for each in ("tax_included", "tax_rate")
)
SLIPS = tuple(Decimal(each) for each in ("9", "10", "90", "100", "-10", "1000"))
CLEAN = "clean"

Planted = tuple[Filled, list[Difference], tuple[Difference, ...]]


def possible(spec: Spec) -> list[str]:
    """Return the differences that an order of this layout can have."""
    stated = spec.stated.split()
    wishes = {
        "price": True,
        "quantity": True,
        "extra": spec.lines[0] > 1,
        "missing": True,
        "early": spec.dates not in {"none", "month end"},
        # On dozens of lines one mistake would outweigh all others.
        "basis": spec.basis == "gross" and spec.lines[1] <= 20,
        "number": "quotation" in stated,
        "terms": "terms" in stated or "incoterms" in stated,
        "amount": spec.arithmetic and spec.basis != "both",
        "total": spec.arithmetic and spec.basis in {"gross", "none"},
    }
    return [each for each, can in wishes.items() if can]


def case(random: Random, spec: Spec, filled: Filled, mode: str) -> Case:
    """Return the order with the difference `mode` planted, and all its prices and days set."""
    if mode == "basis":
        filled = replace(filled, quotation=replace(filled.quotation, gross=False))
    filled = _at_quoted_prices(random, spec, filled)
    differences: list[Difference] = []
    tolerated: tuple[Difference, ...] = ()
    if mode != CLEAN:
        filled, differences, tolerated = PLANTS[mode](random, spec, filled)
    filled = _in_basis(spec, filled, taxed=mode != "basis")
    order, right = filled.order, filled.quotation
    named = "none" if order.quotation is None else "named" if order.quotation == right.number else "wrong"
    offers = (right, *other_offers(random, right, named=named == "named"))
    return Case(order, offers, named, tuple(differences), tolerated)


def _at_quoted_prices(random: Random, spec: Spec, filled: Filled) -> Filled:
    """Return the order at the quoted prices, or at list prices less discount, and every line with its day."""
    lines = []
    items = []
    for line, item in zip(filled.order.lines, filled.items, strict=True):
        priced_line = priced(line, spec, _printed(spec, item.price))
        quoted = _net(spec, priced_line.price) if spec.discount else item.price
        if line.delivery and spec.dates == "lines":
            wanted = filled.order.date + dt.timedelta(days(item.lead) + random.randrange(1, 12))
            priced_line = replace(priced_line, delivery=wanted)
        lines.append(priced_line)
        items.append(replace(item, price=quoted))
    return _with(filled, lines, items)


def _printed(spec: Spec, net: Decimal) -> Decimal:
    return cents(net * (100 + (spec.rate or 13)) / 100) if spec.basis == "gross" else net


def _net(spec: Spec, printed: Decimal) -> Decimal:
    return cents(printed / (100 + (spec.rate or 13)) * 100) if spec.basis == "gross" else printed


def _in_basis(spec: Spec, filled: Filled, *, taxed: bool) -> Filled:
    """Return the quotation in its own tax basis; what stays net keeps its price."""
    if not filled.quotation.gross or not taxed:
        return filled
    items = [replace(each, price=_printed(spec, each.price)) for each in filled.quotation.items]
    return replace(filled, quotation=replace(filled.quotation, items=tuple(items)))


def _with(filled: Filled, lines: Iterable[Line], items: Iterable[Quoted] | None = None) -> Filled:
    items = filled.items if items is None else tuple(items)
    order = replace(filled.order, lines=tuple(lines))
    return Filled(order, replace(filled.quotation, items=items), items)


def _changed(filled: Filled, at: int, line: Line) -> Filled:
    lines = list(filled.order.lines)
    lines[at] = line
    return replace(filled, order=replace(filled.order, lines=tuple(lines)))


def _difference(
    field: str, line: int | None, item: str | None, sides: tuple[object, object], kind: str = "differs"
) -> Difference:
    document, quotation = (None if each is None else str(each) for each in sides)
    found: Difference = {"field": field, "line": line, "quote_item": item, "kind": kind}
    return found | {"document": document, "quotation": quotation}


def _also(difference: Difference, *fields: str | None) -> Difference:
    """Return a difference that may be reported at other fields of the same place as well."""
    place = {name: difference[name] for name in ("line", "quote_item", "kind")}
    return difference | {"also": [{"field": each, **place} for each in fields]}


def _price(random: Random, spec: Spec, filled: Filled) -> Planted:
    at = random.randrange(len(filled.order.lines))
    line, item = filled.order.lines[at], filled.items[at]
    factor = Decimal(100 + random.choice((-12, -8, -5, -3, 4, 7, 10))) / 100
    price = cents(line.price * factor)
    if spec.basis == "both":
        price = Decimal(int(price)) if int(price) != line.price else line.price + 1
    if price == line.price:
        price += Decimal("0.10")
    changed = priced(line, spec, price)
    sides = (changed.price, _printed(spec, item.price))
    return _changed(filled, at, changed), [_difference("unit_price", at + 1, item.item, sides)], SUMS


def _quantity(random: Random, spec: Spec, filled: Filled) -> Planted:
    at = random.randrange(len(filled.order.lines))
    line, item = filled.order.lines[at], filled.items[at]
    changed = priced(replace(line, quantity=line.quantity + random.choice((1, 2, 10))), spec, line.price)
    changed = replace(changed, price=line.price, list_price=line.list_price)
    sides = (changed.quantity, item.quantity)
    return _changed(filled, at, changed), [_difference("quantity", at + 1, item.item, sides)], SUMS


def _extra(random: Random, _spec: Spec, filled: Filled) -> Planted:
    at = random.randrange(len(filled.order.lines))
    item, line = filled.items[at], filled.order.lines[at]
    rest = tuple(each for each in filled.quotation.items if each is not item)
    sides = (line.part or line.customer_part, None)
    found = _difference("part_number", at + 1, None, sides, "not_in_quotation")
    found = _also(found, "line", None, "description", "customer_part_number")
    return replace(filled, quotation=replace(filled.quotation, items=rest)), [found], SUMS


def _missing(random: Random, _spec: Spec, filled: Filled) -> Planted:
    model = random.choice(filled.items)
    item = replace(
        model,
        item=str(10 * len(filled.items) + 10),
        gpn=f"10099{random.randrange(100, 999)}",
        lpn=f"LP-77-{random.randrange(1000, 9999)}",
        customer_part=f"{model.customer_part}9",
        drawing="GA-9917-01",
        text=f"{model.text} (S)",
        quantity=model.quantity + 1,
        price=cents(model.price * Decimal("1.37")),
    )
    quotation = replace(filled.quotation, items=(*filled.quotation.items, item))
    found = _difference("part_number", None, item.item, (None, item.gpn), "not_ordered")
    found = _also(found, "line", None, "quantity", "description")
    return replace(filled, quotation=quotation), [found], SUMS


def _early(random: Random, spec: Spec, filled: Filled) -> Planted:
    if spec.dates in {"header", "week", "lead"}:
        return _early_header(filled)
    order = filled.order
    at = random.randrange(len(order.lines))
    lines, wanted = list(order.lines), []
    for index, (line, item) in enumerate(zip(order.lines, filled.items, strict=True)):
        if index != at and spec.dates != "merged":
            continue
        lines[index] = _hurried(line, order, item)
        name, other = ("lead_time", "delivery_date") if line.lead else ("delivery_date", "lead_time")
        value = lines[index].lead.iso if lines[index].lead else lines[index].delivery  # type: ignore[union-attr] # tested
        found = _difference(name, index + 1, item.item, (value, item.lead.iso))
        wanted.append(_also(found, other))
    return replace(filled, order=replace(order, lines=tuple(lines))), wanted, ()


def _hurried(line: Line, order: Order, item: Quoted) -> Line:
    if line.lead:
        return replace(line, lead=_shorter(line.lead))
    return replace(line, delivery=order.date + dt.timedelta(max(7, days(item.lead) - 20)))


def _shorter(lead: Lead) -> Lead:
    return replace(lead, count={"working days": 10, "days": 15, "months": 1}.get(lead.unit, lead.count // 2))


def _early_header(filled: Filled) -> Planted:
    order, lead = filled.order, filled.items[0].lead
    if order.lead:
        order = replace(order, lead=_shorter(order.lead))
        found = _difference("lead_time", None, None, (order.wait.iso, lead.iso))
    else:
        day = order.due - dt.timedelta(7 * ((order.due - order.date).days // 14))
        while (day - order.date).days >= days(lead):
            day -= dt.timedelta(7)
        moved = {**order.further}
        if "delivery_date" in moved:
            monday = day - dt.timedelta(day.weekday())
            moved["delivery_date"] = tuple(str(monday + dt.timedelta(each)) for each in range(7))
        order = replace(order, delivery=day, further=moved)
        found = _difference("delivery_date", None, None, (day, lead.iso))
    names = ("lead_time", "delivery_date")
    also: list[Difference] = [
        {"field": name, "line": None, "quote_item": None, "kind": "differs"}
        for name in names
        if name != found["field"]
    ]
    also += [
        {"field": name, "line": at, "quote_item": item.item, "kind": "differs"}
        for at, item in enumerate(filled.items, 1)
        for name in names
    ]
    return replace(filled, order=order), [found | {"also": also}], ()


def _basis(_random: Random, spec: Spec, filled: Filled) -> Planted:
    lines, found = [], []
    for at, (line, item) in enumerate(zip(filled.order.lines, filled.items, strict=True), 1):
        lines.append(priced(line, spec, item.price))
        asked = item.price * (100 + filled.quotation.rate) / 100
        one = _difference("unit_price", at, item.item, (lines[-1].price, asked))
        whole: Difference = {"field": "tax_included", "line": None, "quote_item": None, "kind": "differs"}
        one["also"] = [whole, {**whole, "line": at, "quote_item": item.item}]
        found.append(one)
    return replace(filled, order=replace(filled.order, lines=tuple(lines))), found, (*SUMS, *TAX)


def _number(_random: Random, _spec: Spec, filled: Filled) -> Planted:
    right = filled.quotation.number
    wrong = str(int(right) + 20_000)
    found = _difference("quotation_number", None, None, (wrong, right))
    return replace(filled, order=replace(filled.order, quotation=wrong)), [found], ()


def _terms(random: Random, spec: Spec, filled: Filled) -> Planted:
    order = filled.order
    if order.terms is None:
        code, _, place = (order.incoterms or "").partition(" ")
        other = f"{random.choice([each for each in INCOTERMS if each != code])} {place}"
        found = _difference("incoterms", None, None, (other, order.incoterms))
        return replace(filled, order=replace(order, incoterms=other)), [found], ()
    english = order.terms.isascii()
    usual = [traditional(zh) if spec.traditional else en if english else zh for zh, en in TERMS]
    texts = spec.payments or usual
    text = random.choice([each for each in texts if each != order.terms])
    found = _difference("payment_terms", None, None, (text, order.terms))
    return replace(filled, order=replace(order, terms=text)), [found], ()


def _amount(random: Random, _spec: Spec, filled: Filled) -> Planted:
    at = random.randrange(len(filled.order.lines))
    line, item = filled.order.lines[at], filled.items[at]
    wrong = line.amount + random.choice([each for each in SLIPS if line.amount + each > 0])
    found = _difference("amount", at + 1, item.item, (wrong, line.amount), "arithmetic")
    total: Difference = {"field": "total_amount", "kind": "arithmetic"}
    return _changed(filled, at, replace(line, amount=wrong)), [found], (*SUMS, total)


def _total(random: Random, _spec: Spec, filled: Filled) -> Planted:
    slip = random.choice([each for each in SLIPS if filled.order.net + each > 0])
    order = replace(filled.order, wrong_total=slip)
    found = _difference("total_amount", None, None, (order.total, filled.order.total), "arithmetic")
    return replace(filled, order=order), [found], ()


PLANTS: dict[str, Callable[[Random, Spec, Filled], Planted]] = {
    "price": _price,
    "quantity": _quantity,
    "extra": _extra,
    "missing": _missing,
    "early": _early,
    "basis": _basis,
    "number": _number,
    "terms": _terms,
    "amount": _amount,
    "total": _total,
}
