"""Writes the made-up lists of `tests/reconcile` as finance and SAP would: words, notations, containers."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from reconcile_containers import Cell, Table, contained
from reconcile_words import (
    AMOUNT_NAMES,
    BILLING_NAMES,
    DELIVERY_NAMES,
    LINE_QUANTITY,
    LIST_NAMES,
    ORDER_NAMES,
    PROFILE_NAMES,
    STATES,
)

from models.contract_terms import Contract, ContractLine, Due, Milestone

FOLDER = Path(__file__).parent / "reconcile"
TODAY = dt.date(2026, 11, 27)
CENT = Decimal("0.01")
CASES = (
    "cases.toml",
    "shipping.toml",
    "billed.toml",
    "prices.toml",
    "together.toml",
    "contracts.toml",
    "audit.toml",
)
GROSS = ("gross", "price_gross", "unlabelled_gross")
WHOLE = frozenset({"JPY", "KRW"})
"""Currencies without decimals."""


@dataclass(frozen=True)
class Expected:
    """The decision of a row, by hand."""

    case: str
    code: str
    group: str | None


@dataclass
class Files:
    """The files of a list and what must come out."""

    name: str
    contents: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)


@dataclass
class Tables:
    """The tables of a list before they are written; rows of exports hang together by number."""

    orders: Table = field(default_factory=list)
    deliveries: Table = field(default_factory=list)
    billing: Table = field(default_factory=list)
    profiles: Table = field(default_factory=list)
    rows: Table = field(default_factory=list)


@dataclass(frozen=True)
class Item:
    """An order item as its case states it."""

    number: str
    order_type: str
    category: str
    quantity: Decimal
    price: Decimal
    per: Decimal
    rate: Decimal
    options: dict[str, str]

    @property
    def offset(self) -> int:
        """Which of the case's orders it stands in; the customer is that of the option."""
        return int(self.options.get("order", "0"))

    @property
    def customer(self) -> int:
        return int(self.options.get("customer", "0"))

    @property
    def currency(self) -> str:
        return self.options.get("currency", "CNY")

    @property
    def places(self) -> int:
        return 0 if self.currency in WHOLE else 2

    @property
    def value(self) -> Decimal:
        return rounded(self.quantity * self.price / self.per, self.places)


def rounded(number: Decimal, places: int = 2) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def load() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    cases = [each for name in CASES for each in tomllib.loads((FOLDER / name).read_text("utf-8"))["case"]]
    lists = tomllib.loads((FOLDER / "lists.toml").read_text("utf-8"))["list"]
    return cases, lists


def text(case: dict[str, object], key: str, default: str = "") -> str:
    return str(case.get(key, default))


def specs(case: dict[str, object], key: str) -> list[list[str]]:
    found = case.get(key, [])
    assert isinstance(found, list)
    return [str(each).split() for each in found]


def options(words: Sequence[str]) -> dict[str, str]:
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def build(of: dict[str, object], cases: Sequence[dict[str, object]]) -> Files:
    files, tables = Files(text(of, "name")), Tables()
    first, step = int(text(of, "first")), int(text(of, "step"))
    amounts = text(of, "amounts")
    for number, case in enumerate(cases):
        basis = text(case, "basis")
        fitting = not basis or (basis == "gross") is (amounts in GROSS)
        if number % step == first % step and fitting:
            add_case(case, number, of, tables, files)
    write(of, tables, files)
    return files


def add_case(
    case: dict[str, object], number: int, of: dict[str, object], tables: Tables, files: Files
) -> None:
    base = number * 10
    items = {words[0]: item(words) for words in specs(case, "orders")}
    add_orders(case, base, items, text(of, "words"), tables)
    add_deliveries(case, base, items, tables)
    add_billing(case, base, items, tables)
    add_profile(text(case, "profile"), base, tables)
    for words in specs(case, "profiles"):
        add_profile(" ".join(words[1:]), base + int(words[0]), tables)
    files.contracts += contracts(text(case, "contract").split(), base, items)
    for words in specs(case, "rows"):
        code, _, group = words[3].partition(":")
        files.expected.append(Expected(text(case, "name"), code, f"{base}{group}" if group else None))
        tables.rows.append(list_row(words, base, items[words[0]], of, len(tables.rows) + 1))


def item(words: Sequence[str]) -> Item:
    price, _, per = words[4].partition("/")
    numbers = [Decimal(each) for each in (words[3], price, per, words[5])]
    quantity, amount, unit, rate = numbers
    return Item(
        words[0].partition(":")[2] or words[0],
        words[1],
        words[2],
        quantity,
        amount,
        unit,
        rate,
        options(words[6:]),
    )


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


def write(of: dict[str, object], tables: Tables, files: Files) -> None:
    words, missing = text(of, "words"), text(of, "missing")
    plain = "zh" if words == "zh" else "en"
    order_names, orders = ORDER_NAMES[words].split("|"), tables.orders
    if text(of, "layout") == "schedule":
        order_names, orders = scheduled(order_names, orders, words)
    exports: dict[str, tuple[list[str], Table]] = {
        "orders": (order_names, orders),
        "deliveries": (DELIVERY_NAMES[words].split("|"), tables.deliveries),
        "billing": (BILLING_NAMES[words].split("|"), tables.billing),
        "profiles": (PROFILE_NAMES[plain].split("|"), tables.profiles),
    }
    for name, (names, rows) in exports.items():
        if name != missing:
            if text(of, "shuffled"):
                random.Random(7).shuffle(rows)
            files.contents[name] = contained([list(names), *rows], text(of, "file"), text(of, "notation"))
    title: Table = [["Finance department"], [f"Invoice list of {TODAY}"], []]
    amounts = AMOUNT_NAMES[text(of, "amounts")][plain == "zh"].split("|")
    heads: Table = [[*LIST_NAMES[plain].split("|"), *amounts]]
    if text(of, "head") == "two_rows":
        heads = stacked(heads[0])
    body: Table = [*heads, *tables.rows]
    kind = "csv" if text(of, "file") == "list" else text(of, "file")
    files.contents["list"] = contained([*title, *body, *footer(tables, plain)], kind, text(of, "notation"))


def stacked(names: Sequence[Cell]) -> Table:
    """Return a header of two rows, the words of each name one below the other."""
    upper: list[Cell] = []
    lower: list[Cell] = []
    for each in names:
        first, _, rest = str(each).partition(" ")
        upper.append(first if rest else None)
        lower.append(rest or first)
    return [upper, lower]


def footer(tables: Tables, plain: str) -> Table:
    """Return a row of sums and a remark, as people put them under their lists."""
    width = len(tables.rows[0])
    sums: list[Cell] = [None] * width
    sums[1] = "合计" if plain == "zh" else "Total"
    for at in (6, *range(12, width)):
        sums[at] = sum((row[at] for row in tables.rows if isinstance(row[at], Decimal)), Decimal(0))
    return [sums, [], [None, None, "请于周五前回复" if plain == "zh" else "Please answer by Friday"]]


def scheduled(names: list[str], rows: Table, words: str) -> tuple[list[str], Table]:
    """Return a layout with a row for each schedule line instead of one for each item."""
    split: Table = []
    for row in rows:
        quantity = row[7]
        assert isinstance(quantity, Decimal)
        first = rounded(quantity // 2, 3)
        parts = [first, quantity - first] if first else [quantity]
        split += ([*row[:7], each, *row[8:]] for each in parts)
    return [*names[:7], LINE_QUANTITY[words], *names[8:]], split
