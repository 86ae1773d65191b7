"""Random orders with their quotations, equal in meaning and unlike in form, and what can be wrong with one.

Everything is drawn from a seed: the same seed gives the same pair.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from compare_builders import CUSTOMER, NUMBER, field, order, quotation

from models.quotation import Quotation, QuotationItem
from models.reading import Field, Header, OrderLine, Reading

CENT = Decimal("0.01")
UNITS = (("件", "PC"), ("套", "SET"), ("个", "EA"), ("KG", "千克"), ("米", "M"), ("pcs", "ST"))
TERMS = (("月结60天", "月结60天，电汇"), ("款到发货", "款到发货"), ("Net 60 days", "60 days net"))
PLACES = (("EXW 天津", "EXW Tianjin"), ("DAP Ningbo", "DAP 宁波"), ("FCA Shanghai", "FCA Shanghai Port"))
PROMISES = ("8 weeks", "60天", "30 working days", "6-8周", "2 months")
ORDERED_ON = "2026-11-23"
LATE = "2027-03-31"
"""A day after every promise."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An order and its quotation, as equal as `reading` and `quotation` were made."""

    reading: Reading
    quotation: Quotation


def pair(seed: int) -> Pair:
    """Return an order of one to five lines that is equal to its quotation in all that counts."""
    draw = random.Random(seed)
    gross, count = draw.random() < 0.5, draw.randint(1, 5)
    numbers = draw.sample(range(10_010_000, 10_990_000, 7), count)
    items = tuple(_item(draw, at, number) for at, number in enumerate(numbers, start=1))
    lines = [_line(draw, each, gross=gross) for each in items]
    terms, place = draw.choice(TERMS), draw.choice(PLACES)
    draw.shuffle(lines)
    total = sum((Decimal(each.amount.value or 0) for each in lines if each.amount), Decimal(0))
    reading = order(
        *lines,
        tax_included="true" if gross else "false",
        total_amount=str(total),
        payment_terms=terms[0],
        incoterms=place[0],
        document_date=ORDERED_ON,
    )
    return Pair(reading, quotation(*items, payment_terms=terms[1], incoterms=place[1]))


def _item(draw: random.Random, at: int, number: int) -> QuotationItem:
    return QuotationItem(
        str(at * 10),
        part_number=str(number),
        local_part_number=draw.choice((None, f"LP-{number % 97:02}-{number % 9973:04}")),
        customer_part_number=draw.choice((None, f"K{number % 99991:05}")),
        drawing_number=draw.choice((None, f"GA-{number % 700_000:06} Rev.{draw.choice('ABC')}")),
        description=draw.choice((None, f"Mechanical seal 108-{draw.randint(20, 99)}")),
        quantity=Decimal(draw.choice((1, 2, 5, 12, 40, 250))),
        unit=draw.choice(UNITS)[1],
        price=Decimal(draw.randint(100, 99_999)) / 100,
        price_per=Decimal(draw.choice((1, 1, 1, 100))),
        currency="CNY",
        tax_rate=Decimal(13),
        tax_included=False,
        lead_time=draw.choice(PROMISES),
    )


def _line(draw: random.Random, item: QuotationItem, *, gross: bool) -> OrderLine:
    assert item.price is not None, "every item has its price"
    assert item.quantity is not None, "every item has its quantity"
    price = (item.price * (Decimal("1.13") if gross else 1)).quantize(CENT, ROUND_HALF_UP)
    amount = (price * item.quantity / item.price_per).quantize(CENT, ROUND_HALF_UP)
    numbers = [item.part_number, item.local_part_number, item.customer_part_number]
    named = draw.choice([each for each in numbers if each])
    is_customers = named == item.customer_part_number
    unit = next(here for here, there in UNITS if there == item.unit)
    stated = {
        "part_number": None if is_customers else named,
        "customer_part_number": item.customer_part_number,
        "drawing_number": item.drawing_number,
        "description": item.description,
        "quantity": str(item.quantity),
        "unit": unit,
        "unit_price": str(price),
        "price_per": None if item.price_per == 1 else str(item.price_per),
        "amount": str(amount),
        "delivery_date": LATE,
    }
    return OrderLine(**{name: field(value) for name, value in stated.items()})


Change = Callable[[random.Random, Pair], Pair | None]
"""Makes a pair unequal in one thing; None where the pair does not have it."""


def in_header(name: str, value: str) -> Change:
    """Return a change of one field of the header."""

    def change(_: random.Random, found: Pair) -> Pair:
        header = replace(found.reading.header, **{name: field(value)})
        return replace(found, reading=replace(found.reading, header=header))

    return change


def in_line(name: str, turn: Callable[[str], str | None]) -> Change:
    """Return a change of one field of one line that states it."""

    def change(draw: random.Random, found: Pair) -> Pair | None:
        lines = list(found.reading.lines)
        having = [at for at, each in enumerate(lines) if getattr(each, name) is not None]
        if not having:
            return None
        at = draw.choice(having)
        stated: Field = getattr(lines[at], name)
        lines[at] = replace(lines[at], **{name: field(turn(stated.value or ""))})
        return replace(found, reading=replace(found.reading, lines=tuple(lines)))

    return change


def in_item(name: str, turn: Callable[[QuotationItem], object]) -> Change:
    """Return a change of one field of one quoted item that has it."""

    def change(draw: random.Random, found: Pair) -> Pair | None:
        items = list(found.quotation.items)
        having = [at for at, each in enumerate(items) if getattr(each, name) is not None]
        if not having:
            return None
        at = draw.choice(having)
        changed: dict[str, Any] = {name: turn(items[at])}
        items[at] = replace(items[at], **changed)
        return replace(found, quotation=replace(found.quotation, items=tuple(items)))

    return change


def priced(turn: Callable[[Decimal], Decimal]) -> Change:
    """Return a change of one line's price, its amount and the total with it: the order's sums still close."""

    def change(draw: random.Random, found: Pair) -> Pair:
        return _repriced(found, draw.randrange(len(found.reading.lines)), turn)

    return change


def _repriced(found: Pair, at: int, turn: Callable[[Decimal], Decimal]) -> Pair:
    lines = list(found.reading.lines)
    line = lines[at]
    price = turn(_number(line.unit_price)).quantize(CENT)
    per = _number(line.price_per) if line.price_per else Decimal(1)
    amount = (price * _number(line.quantity) / per).quantize(CENT, ROUND_HALF_UP)
    lines[at] = replace(line, unit_price=field(str(price)), amount=field(str(amount)))
    return replace(found, reading=_summed(found.reading, lines))


def counted(turn: Callable[[Decimal], Decimal]) -> Change:
    """Return a change of one line's quantity, its amount and the total with it."""

    def change(draw: random.Random, found: Pair) -> Pair:
        lines = list(found.reading.lines)
        at = draw.randrange(len(lines))
        quantity = turn(_number(lines[at].quantity))
        lines[at] = replace(lines[at], quantity=field(str(quantity)))
        return _repriced(replace(found, reading=_summed(found.reading, lines)), at, lambda price: price)

    return change


def swapped(*names: str) -> Change:
    """Return a change that swaps fields of two lines which differ in them."""

    def change(draw: random.Random, found: Pair) -> Pair | None:
        lines = list(found.reading.lines)
        if len(lines) < 2:
            return None
        one, other = draw.sample(range(len(lines)), 2)
        here = {name: getattr(lines[one], name) for name in names}
        there = {name: getattr(lines[other], name) for name in names}
        if here == there:
            return None
        lines[one], lines[other] = replace(lines[one], **there), replace(lines[other], **here)
        return replace(found, reading=replace(found.reading, lines=tuple(lines)))

    return change


def without_item(_: random.Random, found: Pair) -> Pair | None:
    """Take an item out of the quotation: a line orders what was not quoted."""
    items = found.quotation.items
    return None if len(items) < 2 else replace(found, quotation=replace(found.quotation, items=items[1:]))


def without_line(_: random.Random, found: Pair) -> Pair | None:
    """Take a line out of the order, and out of its total."""
    lines = list(found.reading.lines[1:])
    return replace(found, reading=_summed(found.reading, lines)) if lines else None


def twice(_: random.Random, found: Pair) -> Pair:
    """Order the first line again."""
    lines = [*found.reading.lines, found.reading.lines[0]]
    return replace(found, reading=_summed(found.reading, lines))


def rejected(_: random.Random, found: Pair) -> Pair:
    """Reject the first of the quoted items."""
    first, *rest = found.quotation.items
    items = (replace(first, rejected="too expensive"), *rest)
    return replace(found, quotation=replace(found.quotation, items=items))


def _summed(reading: Reading, lines: list[OrderLine]) -> Reading:
    total = sum((_number(each.amount) for each in lines), Decimal(0))
    header: Header = replace(reading.header, total_amount=field(str(total)))
    return replace(reading, lines=tuple(lines), header=header)


def _number(stated: Field | None) -> Decimal:
    return Decimal((stated.value if stated else None) or 0)


def _slip(text: str) -> str:
    """Return a number with one of its last digits changed."""
    return f"{text[:-1]}{(int(text[-1]) + 3) % 10}" if text[-1].isdecimal() else f"{text}9"


CHANGES: Mapping[str, Change] = {
    "another buyer": in_header("customer", "浙江别家阀门有限公司"),
    "a branch of the buyer": in_header("customer", f"{CUSTOMER}南京分公司"),
    "another quotation number": in_header("quotation_number", f"{int(NUMBER) + 1}"),
    "another currency": in_header("currency", "USD"),
    "another tax rate": in_header("tax_rate", "9"),
    "other payment terms": in_header("payment_terms", "预付30%，发货前付清70%"),
    "bills in payment": in_header("payment_terms", "月结60天，6个月银行承兑汇票"),
    "other Incoterms": in_header("incoterms", "DDP Hamburg"),
    "another place": in_header("incoterms", "EXW Wuhan"),
    "after the validity": in_header("document_date", "2027-01-02"),
    "before the offer": in_header("document_date", "2026-10-30"),
    "another total": in_header("total_amount", "1.00"),
    "no total": in_header("total_amount", ""),
    "a slip in our number": in_line("part_number", _slip),
    "a slip in the customer's number": in_line("customer_part_number", _slip),
    "another revision": in_line("drawing_number", lambda text: f"{text[:-1]}D"),
    "another drawing": in_line("drawing_number", lambda text: f"GB{text[2:]}"),
    "another size": in_line("description", lambda text: text.replace("108-", "208-")),
    "another unit": in_line("unit", lambda _: "箱"),
    "an early day": in_line("delivery_date", lambda _: "2026-12-08"),
    "a day before the order": in_line("delivery_date", lambda _: "2026-11-01"),
    "a wrong amount": in_line("amount", lambda text: str(Decimal(text) + Decimal("0.10"))),
    "no price": in_line("unit_price", lambda _: None),
    "no quantity": in_line("quantity", lambda _: None),
    "another price unit": in_line("unit_price", lambda text: str(Decimal(text) * 10)),
    "a higher price": priced(lambda price: price * Decimal("1.02") + 1),
    "a lower price": priced(lambda price: price * Decimal("0.98") - CENT),
    "the tax added": priced(lambda price: price * Decimal("1.13")),
    "the tax taken off": priced(lambda price: price / Decimal("1.13")),
    "a price of nothing": priced(lambda _: Decimal(0)),
    "more pieces": counted(lambda quantity: quantity + 1),
    "fewer pieces": counted(lambda quantity: quantity * 2 / 3),
    "a quantity below zero": counted(lambda quantity: -quantity),
    "prices of two lines": swapped("unit_price", "price_per", "amount"),
    "numbers of two lines": swapped("part_number", "customer_part_number", "drawing_number"),
    "quantities of two lines": swapped("quantity"),
    "a quotation of more": without_line,
    "a line that was not quoted": without_item,
    "a line twice": twice,
    "a rejected item": rejected,
    "a quoted price per thousand": in_item("price_per", lambda each: each.price_per * 1000),
    "a quoted price with tax": in_item("tax_included", lambda _: True),
    "another quoted tax rate": in_item("tax_rate", lambda _: Decimal(6)),
    "another quoted currency": in_item("currency", lambda _: "EUR"),
    "another quoted quantity": in_item("quantity", lambda each: (each.quantity or 0) + 1),
    "another quoted unit": in_item("unit", lambda _: "T"),
    "a longer promise": in_item("lead_time", lambda _: "40 weeks"),
    "a promise from the drawing": in_item("lead_time", lambda _: "8 weeks after drawing approval"),
    "no quoted price": in_item("price", lambda _: None),
    "no quoted quantity": in_item("quantity", lambda _: None),
    "an item only as an alternative": in_item("alternative", lambda _: True),
    "a quoted day that is later": in_item("lead_time", lambda _: "3000 days"),
}
