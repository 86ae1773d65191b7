"""An order and its quotation, filled with values of chance for what a layout states."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from bench.layouts.layout import Spec
from bench.layouts.script import traditional
from bench.layouts.stock import (
    FROM_SELLER,
    INCOTERMS,
    PRODUCTS,
    QUANTITIES,
    SIZES,
    SMALL_QUANTITIES,
    TERMS,
    UNITS,
    WEIGHTS,
    Product,
)
from bench.layouts.values import Lead, Line, Order, Party, Quotation, Quoted, cents

FIRST_QUOTATION = 20_030_000
FIRST_DAY = dt.date(2026, 1, 7)
WEEKS = (4, 5, 6, 8, 10, 12)
WORKING_DAYS = {20: 3, 30: 5, 40: 7}
"""Working days asked for, and the weeks quoted: never more than the days take."""
DISCOUNTS = tuple(Decimal(each) for each in ("5", "7.5", "10", "12", "15", "20"))
ORDER_NUMBERS = {
    "china": (
        "PO26{day}{n:04d}", "HT2026-{n:04d}", "45000{n:05d}",
        "{code}-2026{day}-{n:03d}", "{code}2026CG{n:04d}",
    ),
    "abroad": ("45000{n:05d}", "P-1{n:05d}", "PO/26/{n:05d}", "{code}-PO-{n:05d}", "26-{n:05d}"),
}  # fmt: skip
GPNS = ("100{a}{b}", "100{a}{b}", "{d}G7N-00{b}-A", "MS{d}-{b}-SCC", "{d}D8S-0{b}-C", "H{d}8S{b}/7{d}")
CUSTOMER_PARTS = ("{code}-{b}-{d}{d}", "40.1{d}.7{b}", "3050{a}{b}", "1{d}-4{b}-009{d}", "{d}7-8{a}{b}")
DRAWINGS = ("6-1{b}-0{d} Rev.0{d}", "GA-4{b}-02", "5-59{b}-04 Rev.A", "{a}{b}-11 Rev.{d}")


@dataclass(frozen=True, slots=True)
class Filled:
    """An order with its quotation; `items` are the quoted items, line by line."""

    order: Order
    quotation: Quotation
    items: tuple[Quoted, ...]


def fill(random: Random, spec: Spec, serial: int, buyer: Party) -> Filled:
    """Return an order that agrees with its quotation in everything; `serial` makes its numbers its own."""
    date = FIRST_DAY + dt.timedelta(random.randrange(165))
    leads = _leads(random, spec)
    pool = [each for each in PRODUCTS if _fits(each, spec)]
    count = random.randint(*spec.lines)
    products = random.sample(pool, count) if count <= len(pool) else random.choices(pool, k=count)
    quoted = [_quoted(random, spec, each, buyer, serial * 100 + at) for at, each in enumerate(products)]
    common = random.choice(leads)
    paces = [random.choice(leads) if spec.dates in {"lines", "line leads"} else common for _ in products]
    numbers = [*range(10, 10 * count + 1, 10)]
    if random.random() < 0.35:
        random.shuffle(numbers)
    items = tuple(
        replace(one, item=str(number), lead=pace[1])
        for one, number, pace in zip(quoted, numbers, paces, strict=True)
    )
    lines = tuple(
        _line(random, spec, (at, product, item, pace[0]), date)
        for at, (product, item, pace) in enumerate(zip(products, items, paces, strict=True), 1)
    )
    return _filled(random, spec, (buyer, date, serial), (lines, items, common))


def _filled(
    random: Random,
    spec: Spec,
    head: tuple[Party, dt.date, int],
    body: tuple[tuple[Line, ...], tuple[Quoted, ...], tuple[Lead, Lead]],
) -> Filled:
    (buyer, date, serial), (lines, items, common) = head, body
    quotation = _quotation(random, spec, head, items)
    lines, day = _dated(random, spec, lines, date, common[1])
    named = {name: name in spec.stated.split() for name in ("quotation", "place", "terms", "incoterms")}
    chinese = spec.language != "en" and buyer.zh
    order = Order(
        kind=spec.kind,
        language=spec.language,
        number=_order_number(random, spec, buyer, date, serial),
        date=date,
        buyer=buyer,
        customer=buyer.zh if chinese else buyer.en,
        currency=spec.currency,
        basis=spec.basis,
        rate=spec.rate if spec.basis != "none" else None,
        lines=lines,
        quotation=quotation.number if named["quotation"] else None,
        delivery=day if spec.dates in {"header", "week", "month end"} else None,
        lead=common[0] if spec.dates == "lead" else None,
        place=(buyer.place_zh if chinese else buyer.place_en) if named["place"] else None,
        terms=quotation.terms if named["terms"] else None,
        incoterms=quotation.incoterms if named["incoterms"] else None,
        further=_further(spec, buyer, day),
    )
    return Filled(order, quotation, items)


def _fits(product: Product, spec: Spec) -> bool:
    """Tell whether a product can be ordered so that the layout's arithmetic closes."""
    if spec.per in {"100", "1000"}:
        return product.small
    # Net and gross stand side by side exactly only for whole pieces.
    return spec.basis != "both" or product.unit in {"pc", "set"}


def _leads(random: Random, spec: Spec) -> list[tuple[Lead, Lead]]:
    """Return lead times as the customer asks for them, each with the quoted one."""
    if spec.lead_unit == "working days":
        return [(Lead(days, "working days"), Lead(weeks)) for days, weeks in WORKING_DAYS.items()]
    if spec.lead_unit == "days":
        return [(Lead(each, "days"), Lead(each, "days")) for each in (30, 45, 60)]
    if spec.lead_unit == "months":
        return [(Lead(2, "months"), Lead(8)), (Lead(3, "months"), Lead(12))]
    return [(Lead(each), Lead(each)) for each in random.sample(WEEKS, 3)]


def _quoted(random: Random, spec: Spec, product: Product, buyer: Party, serial: int) -> Quoted:
    marks = {
        "a": f"{random.randrange(10, 99)}",
        "b": f"{(serial * 7 + 131) % 1000:03d}",
        "d": str(random.randrange(1, 9)),
        "code": buyer.code,
    }
    size = random.choice(product.sizes).format(random.choice(SIZES), 10)
    per = (1000 if spec.per == "1000" else 100) if product.small and spec.per != "no" else 1
    price = Decimal(random.randrange(product.price[0] * 100, product.price[1] * 100)) / 100 * per
    if spec.basis == "both" or random.random() < 0.15:
        price = Decimal(int(price) + 1)
    if spec.places > 2:
        price += Decimal(random.randrange(1, 100)).scaleb(-spec.places)
    name = product.zh if buyer.zh and spec.language != "en" else product.en
    return Quoted(
        item="",
        gpn=random.choice(GPNS).format(**marks),
        lpn=f"LP-{random.randrange(11, 39)}-{(serial * 37 + 1000) % 9000 + 1000}",
        customer_part=random.choice(CUSTOMER_PARTS).format(**marks),
        drawing=random.choice(DRAWINGS).format(**marks),
        text=f"{name} {size}" if not spec.traditional else traditional(f"{name} {size}"),
        quantity=_quantity(random, product, per),
        unit={"pc": "PC", "set": "SET", "m": "M", "kg": "KG"}[product.unit],
        price=price.quantize(Decimal(1).scaleb(-spec.places)),
        per=per,
        lead=Lead(1),
    )


def _quantity(random: Random, product: Product, per: int) -> Decimal:
    if product.unit == "kg":
        return random.choice(WEIGHTS)
    return Decimal(random.choice(SMALL_QUANTITIES if product.small or per > 1 else QUANTITIES))


def _line(random: Random, spec: Spec, what: tuple[int, Product, Quoted, Lead], date: dt.date) -> Line:
    at, product, item, lead = what
    unit = UNITS[product.unit]
    words = {"zh": product.zh, "en": product.en, "de": product.de, "fr": product.fr}
    words["size"] = item.text.removeprefix(product.zh).removeprefix(product.en).strip()
    if spec.traditional:
        words["zh"] = traditional(product.zh)
        words["size"] = item.text.removeprefix(words["zh"]).strip()
    texts = [each.format(**words).strip() for each in (spec.describe, *spec.also)]
    unit_text = random.choice(unit[spec.units])
    line = Line(
        description=texts[0],
        size=words["size"],
        zh=words["zh"],
        en=words["en"],
        quantity=item.quantity,
        unit=traditional(unit_text) if spec.traditional else unit_text,
        price=item.price,
        amount=Decimal(0),
        number=_numbered(spec, at),
        customer_part=item.customer_part if spec.customer_part else None,
        drawing=item.drawing if spec.drawing else None,
        per=None if spec.per == "no" else item.per,
        lead=lead if spec.dates == "line leads" else None,
        discount=random.choice(DISCOUNTS) if spec.discount else None,
        delivery=date + dt.timedelta(7) if spec.dates in {"lines", "merged"} else None,
        further={"description": tuple(texts[1:])} if texts[1:] else {},
    )
    return _coded(random, spec, line, item)


def _coded(random: Random, spec: Spec, line: Line, item: Quoted) -> Line:
    """Return the line with the seller's codes that the layout prints."""
    if spec.parts == "none":
        return line
    if spec.parts == "both":
        further = {**line.further, "part_number": (item.lpn,)}
        return replace(line, part=item.gpn, second_part=item.lpn, further=further)
    lpn = spec.parts == "lpn" or (spec.parts == "mixed" and random.random() < 0.5)
    return replace(line, part=item.lpn if lpn else item.gpn)


def _numbered(spec: Spec, at: int) -> str | None:
    if spec.numbering is None:
        return None
    step, width = spec.numbering
    return str(at * step).zfill(width)


def priced(line: Line, spec: Spec, price: Decimal) -> Line:
    """Return the line at the price that the page prints, with everything that follows from it."""
    if line.discount is not None:
        discount = line.discount
        whole = cents(price / (100 - discount) * 100)
        line = replace(line, list_price=whole)
        price = cents(whole * (100 - discount) / 100)
    amount = cents(line.quantity * price / (line.per or 1))
    if spec.basis != "both":
        return replace(line, price=price, amount=amount)
    factor = Decimal(100 + (spec.rate or 0)) / 100
    gross = (cents(price * factor), cents(amount * factor))
    return replace(line, price=price, amount=amount, gross_price=gross[0], gross_amount=gross[1])


def _dated(
    random: Random, spec: Spec, lines: Sequence[Line], date: dt.date, quoted: Lead
) -> tuple[tuple[Line, ...], dt.date]:
    """Return the lines, and the day on which the customer wants everything; lines get theirs later."""
    day = date + dt.timedelta(days(quoted) + random.randrange(1, 16))
    if spec.dates == "week":
        day += dt.timedelta(4 - day.weekday() + (7 if day.weekday() > 3 else 0))
    if spec.dates == "month end":
        day = (day.replace(day=28) + dt.timedelta(4)).replace(day=1) - dt.timedelta(1)
    if spec.dates == "merged":
        lines = [replace(each, delivery=day) for each in lines]
    return tuple(lines), day


def days(lead: Lead) -> int:
    """Return the days of a quoted lead time."""
    return lead.count * {"weeks": 7, "days": 1, "months": 31, "working days": 2}[lead.unit]


def _quotation(
    random: Random, spec: Spec, head: tuple[Party, dt.date, int], items: tuple[Quoted, ...]
) -> Quotation:
    buyer, date, serial = head
    language = 1 if spec.language == "en" or not buyer.zh else 0
    terms = random.choice(spec.payments or [each[language] for each in TERMS])
    code = random.choice(INCOTERMS)
    chinese = spec.language != "en" and buyer.zh
    seller_city, own_city = ("天津", buyer.city_zh) if chinese else ("Tianjin", buyer.city_en)
    return Quotation(
        number=str(FIRST_QUOTATION + serial * 13 + random.randrange(10)),
        date=date - dt.timedelta(random.randrange(5, 40)),
        valid_to=date + dt.timedelta(random.randrange(20, 90)),
        customer_number=str(105_000 + sum(map(ord, buyer.code))),
        buyer=buyer,
        currency=spec.currency,
        rate=spec.quoted_rate if spec.quoted_rate is not None else 13 if spec.currency == "CNY" else 0,
        gross=spec.basis == "gross" and random.random() < 0.5,
        terms=traditional(terms) if spec.traditional else terms,
        incoterms=f"{code} {seller_city if code in FROM_SELLER else own_city}",
        items=items,
    )


def _order_number(random: Random, spec: Spec, buyer: Party, date: dt.date, serial: int) -> str:
    forms = spec.numbers or ORDER_NUMBERS["china" if buyer.zh else "abroad"]
    number = random.choice(forms).format(n=(serial * 17 + 311) % 9000, code=buyer.code, day=f"{date:%m}")
    return number if spec.kind != "contract" else number.replace("PO", "HT")


def _further(spec: Spec, buyer: Party, day: dt.date) -> dict[str, tuple[str | None, ...]]:
    further: dict[str, tuple[str | None, ...]] = {}
    if spec.language == "mixed" and buyer.zh:
        further["customer"] = (buyer.en, f"{buyer.zh} {buyer.en}")
        if "place" in spec.stated.split():
            further["delivery_place"] = (buyer.place_en, f"{buyer.place_zh} {buyer.place_en}")
    if spec.discount and spec.basis == "none":
        # A net price beside a list price is one without discount; that it is one without tax is no mistake.
        further["tax_included"] = ("false",)
    for name in spec.vague.split():
        further[name] = (*further.get(name, ()), None, *(("false",) if name == "tax_included" else ()))
    if spec.dates == "week":
        monday = day - dt.timedelta(day.weekday())
        further["delivery_date"] = tuple(str(monday + dt.timedelta(each)) for each in range(7))
    return further
