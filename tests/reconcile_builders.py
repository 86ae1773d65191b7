"""Writes the made-up lists of `tests/reconcile` as finance and SAP would: words, notations, containers."""

import random
from collections.abc import Sequence
from decimal import Decimal

from reconcile_cases import GROSS, TODAY, Expected, Files, Tables, item, load, rounded, specs, text
from reconcile_containers import Cell, Table, contained
from reconcile_rows import add_billing, add_deliveries, add_orders, add_profile, contracts, list_row
from reconcile_words import (
    AMOUNT_NAMES,
    BILLING_NAMES,
    DELIVERY_NAMES,
    LINE_QUANTITY,
    LIST_NAMES,
    ORDER_NAMES,
    PROFILE_NAMES,
)

__all__ = ["TODAY", "Expected", "Files", "build", "load", "specs", "text"]


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
