"""The rows of the made-up lists of `tests/reconcile`: orders, deliveries, billing, profiles, contracts."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reconcile_cases import (
    GROSS,
    TODAY,
    Item,
    Tables,
    options,
    rounded,
    specs,
    text,
)
from reconcile_containers import Cell
from reconcile_words import STATES

from models.contract_terms import Contract, ContractLine, Due, Milestone


def add_orders(
    case: dict[str, object], base: int, items: dict[str, Item], words: str, tables: Tables
) -> None:
    done, underway = STATES[words]
    for each in items.values():
        tables.orders.append(order_row(each, order_of(each, base), base, ("", ""), underway))
    for at, spec in enumerate(specs(case, "requests")):
        of = items[spec[0]]
        changed = {"currency": of.currency, "customer": str(of.customer)} | options(spec[5:])
        request = Item("10", spec[1], spec[2], Decimal(spec[3]), of.price, of.per, of.rate, changed)
        state = done if spec[4] == "done" else underway
        order = f"{60000000 + base + at:010}"
        tables.orders.append(order_row(request, order, base, made_from(case, of, base, changed), state))


def made_from(case: dict[str, object], of: Item, base: int, said: dict[str, str]) -> tuple[str, str]:
    """Return what a request was made from: the item, the whole order, its invoice, or its delivery."""
    if "bill" in said:
        return f"{90000000 + base + int(said['bill'])}", "000010"
    if "dlv" in said:
        places = [words[0] for words in specs(case, "deliveries")]
        return delivery(base, said["dlv"]), f"{(places.index(said['dlv']) + 1) * 10:06}"
    return order_of(of, base), "" if "whole" in said else f"{int(of.number):06}"


def order_of(each: Item, base: int) -> str:
    return f"{30000000 + base + each.offset:010}"


def request_of(case: dict[str, object], key: str, base: int) -> str:
    """Return the number of the first request on an item."""
    at = next(at for at, spec in enumerate(specs(case, "requests")) if spec[0] == key)
    return f"{60000000 + base + at:010}"


def order_row(each: Item, order: str, base: int, reference: tuple[str, str], state: str) -> list[Cell]:
    values = each.options
    return [
        order,
        f"{int(each.number):06}",
        each.order_type,
        f"{100000 + base + each.customer:010}",
        f"Customer {base + each.customer}",
        values.get("po", f"PO-{base}-{each.number}"),
        part(base, each.number),
        rounded(each.quantity, 3),
        values.get("unit", "EA"),
        each.price,
        each.per.quantize(Decimal(1)),
        each.value,
        rounded(each.value * each.rate / 100, each.places),
        each.currency,
        each.category,
        values.get("rejected", ""),
        *(reference if reference[0] else (f"{20000000 + base:010}", f"{int(each.number):06}")),
        state,
        *(values.get(each, "") for each in ("lifsk", "faksk", "faksp", "fksaa")),
    ]


def part(base: int, number: str) -> str:
    return f"{90000000 + base + int(number)}"


def delivery(base: int, letter: str) -> str:
    return f"{80000000 + base + 'abcdefgh'.index(letter):010}"


def add_deliveries(case: dict[str, object], base: int, items: dict[str, Item], tables: Tables) -> None:
    for at, words in enumerate(specs(case, "deliveries"), 1):
        order, of = meant(case, words[1], base, items)
        issued = None if words[3] == "-" else dt.date.fromisoformat(words[3])
        proven = "pod" in words
        tables.deliveries.append(
            [
                delivery(base, words[0]),
                f"{at * 10:06}",
                order,
                f"{int(of):06}",
                part(base, of),
                rounded(Decimal(words[2]), 3),
                "EA",
                issued or dt.date(2026, 12, 4),
                issued,
                "C" if issued else "A",
                "C" if proven else "",
                issued + dt.timedelta(days=2) if proven and issued else None,
                *(options(words[4:]).get(each, "") for each in ("fkstk", "faksk")),
            ]
        )


def meant(case: dict[str, object], key: str, base: int, items: dict[str, Item]) -> tuple[str, str]:
    """Return order and item of a key; one with an r is the request on that item."""
    if key.startswith("r"):
        return request_of(case, key[1:], base), "10"
    return order_of(items[key], base), items[key].number


def add_billing(case: dict[str, object], base: int, items: dict[str, Item], tables: Tables) -> None:
    for words in specs(case, "billing"):
        order, of = meant(case, words[2], base, items)
        sold = items[words[2].removeprefix("r")]
        reference = order if words[4] == "-" else delivery(base, words[4])
        said = options(words[5:])
        net = Decimal(said.get("net", rounded(Decimal(words[3]) * sold.price / sold.per, sold.places)))
        cancels = f"{90000000 + base + int(said['cancels'])}" if "cancels" in said else ""
        tables.billing.append(
            [
                f"{90000000 + base + int(words[0])}",
                "000010",
                words[1],
                dt.date.fromisoformat(said.get("on", "2026-11-13")),
                order,
                f"{int(of):06}",
                reference,
                "000010",
                rounded(Decimal(words[3]), 3),
                "EA",
                net,
                sold.currency,
                "X" if "cancelled" in said else "",
                cancels,
            ]
        )


def add_profile(spec: str, base: int, tables: Tables) -> None:
    words = spec.split()
    said = options(words[1:])
    if words[0] == "none":
        return
    name = f"Customer {base} Ltd"
    tables.profiles.append(
        [
            str(100000 + base),
            name,
            words[0],
            next((each for each in words[1:] if each.isdigit()), ""),
            said.get("title", name),
            said.get("tax", f"91330206MA{base:08}"),
            said.get("type", "special"),
            "yes" if "acceptance" in said else "no",
            said.get("until", ""),
            f"ap{base}@example.com",
        ]
    )


def contracts(words: Sequence[str], base: int, items: dict[str, Item]) -> Iterator[Contract]:
    """Yield a reviewed contract for each purchase order of a case; prices are those of the orders."""
    if not words:
        return
    said = options(words)
    pay = [each.split("@") for each in said.get("pay", "").split(",") if each]
    for reference in dict.fromkeys(each.options["po"] for each in items.values()):
        yield Contract(
            case=base,
            reference=reference,
            signed_on=dt.date.fromisoformat(said.get("signed", "2026-09-01")),
            customer_number=str(100000 + base),
            currency=said.get("currency", "CNY"),
            tax_rate=Decimal(said.get("rate", "13")),
            tax_included={"net": False, "gross": True}.get(words[0]),
            lines=tuple(
                ContractLine(
                    part(base, each.number),
                    price(each, words[0], said),
                    price_per=Decimal(said.get("per", each.per)),
                )
                for each in items.values()
                if each.options["po"] == reference and each.number != said.get("without")
            ),
            milestones=tuple(Milestone(Decimal(share), Due(due)) for share, due in pay),
            acceptance=True if "acceptance" in said else None,
            partial={"yes": True, "no": False}.get(said.get("partial", "yes")),
            invoice_first=True if "first" in said else None,
            unsure=tuple(each for each in said.get("unsure", "").split(",") if each),
        )


def price(each: Item, basis: str, said: dict[str, str]) -> Decimal:
    if "price" in said:
        return Decimal(said["price"])
    return rounded(each.price * (1 + each.rate / 100), each.places) if basis == "gross" else each.price


def list_row(words: Sequence[str], base: int, of: Item, listed: dict[str, object], at: int) -> list[Cell]:
    said = options(words[4:])
    quantity = Decimal(words[2])
    rate = Decimal(said.get("rate", of.rate))
    letters = words[1] if words[1] != "-" else ""
    between = said.get("between", "/").replace("_", " ")
    named = between.join(
        delivery(base, each) if "zeros" in said else str(int(delivery(base, each))) for each in letters
    )
    order = order_of(of, base)
    return [
        at,
        said.get("name", f"Customer {base + of.customer}"),
        said.get("order", order if "zeros" in said else str(int(order))),
        said.get("item", f"{int(of.number):06}" if "zeros" in said else of.number),
        said.get("delivery", named),
        said.get("part", part(base, of.number)),
        said.get("quantity", quantity),
        said.get("unit", of.options.get("unit", "EA")),
        f"{rate}%",
        said.get("currency", of.currency),
        TODAY,
        "",
        *stated(of, quantity, rate, said, text(listed, "amounts")),
    ]


def stated(
    of: Item, quantity: Decimal, rate: Decimal, said: dict[str, str], amounts: str
) -> Iterator[Decimal]:
    """Yield what a row states of prices and amounts; a price that is stated otherwise is for one."""
    factor = 1 + rate / 100
    each = Decimal(said["price"]) if "price" in said else of.price / of.per
    places = of.places + (0 if "price" in said else of.per.adjusted())
    gross_each = Decimal(said["gross"]) if "gross" in said else rounded(each * factor, places)
    share = Decimal(said.get("share", "100")) / 100
    net = rounded(quantity * each * share, of.places)
    gross = rounded(quantity * gross_each * share, of.places)
    gross = gross if amounts in GROSS else rounded(net * factor, of.places)
    tax = gross - rounded(gross / factor, of.places) if amounts in GROSS else gross - net
    if amounts == "price_per":
        per = Decimal(1) if "price" in said else of.per
        yield from (each * per, per, net)
        return
    price = {
        "price_net": each,
        "unlabelled_net": each,
        "price_gross": gross_each,
        "unlabelled_gross": gross_each,
    }
    if amounts in price:
        yield price[amounts]
    yield from {
        "both": (net, tax, gross),
        "net": (net,),
        "gross": (tax, gross),
        "price_net": (net,),
        "price_gross": (tax, gross),
        "unlabelled_net": (net, tax),
        "unlabelled_gross": (gross, tax),
    }[amounts]
