"""Names of second figures beside those of an order: in columns, and behind labels of cards."""

import pytest
from ordered_rows import ordered, with_column
from paper import paper

from extractors.assemble import assemble
from models.reading import LINE_FIELDS, OrderLine, Reading

QUANTITIES = (
    *(
        "Rev. qty",
        "Qty rev B",
        "Qty (rev. 2)",
        "Revised quantity",
        "订正数量",
        "改数量",
        "改后数量",
        "訂正數量",
    ),
    *("Discounted price", "Price after discount", "折后单价", "优惠后单价", "Preis nach Rabatt"),
)
CHANGES = (
    *(
        "Additional qty",
        "Add. qty",
        "Extra qty",
        "Reduce by",
        "Increase by",
        "追加数量",
        "加订数量",
        "Zusätzliche Menge",
    ),
    *("On hold", "Postponed", "Not required", "No longer required", "Removed", "Void", "Canc.", "Canc. qty"),
    *(
        "Held qty",
        "Suspended",
        "暂停数量",
        "暂缓数量",
        "冻结数量",
        "zurückgestellt",
        "nicht benötigt",
        "Verschoben",
    ),
)
STRANGE = (
    *(("Change index", "3"), ("Approved budget", "4711"), ("Shipped via", "12"), ("Open PO", "3")),
    *(("Actual cost centre", "4711"), ("Valid for (months)", "12"), ("Final destination", "1000")),
    *(
        ("Delivered price", "58.00"),
        ("Neue Kostenstelle", "4711"),
        ("Removed by", "77"),
        ("Additional info", "3"),
    ),
    *(
        ("Confirmed by", "44"),
        ("Actual weight", "3.5"),
        ("最终用户编号", "4711"),
        ("Updated drawing", "3"),
        ("Nachlass je Stück", "7"),
    ),
)


@pytest.mark.parametrize("heading", [*QUANTITIES, *CHANGES])
def test_another_figure_under_such_a_heading_opens_its_item(heading: str) -> None:
    assert ordered(with_column(heading, ["", "7"])) == [True, False]


@pytest.mark.parametrize("heading", CHANGES)
def test_nothing_under_such_a_heading_opens_nothing(heading: str) -> None:
    assert ordered(with_column(heading, ["0", "-"])) == [True, True]


@pytest.mark.parametrize(("heading", "cell"), STRANGE)
def test_a_heading_with_a_word_for_something_else_opens_nothing(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, [cell, cell])) == [True, True]


@pytest.mark.parametrize("cell", ["twelve", "12/10", "sieben", "see mail", "见附件", "7 or 8"])
@pytest.mark.parametrize("heading", ["New qty", "变更后数量", "Neue Menge"])
def test_what_nothing_reads_under_a_new_quantity_opens_its_item(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, ["", cell])) == [True, False]


@pytest.mark.parametrize("cell", ["unchanged", "same", "-", "unverändert", "不变", "4 pcs"])
def test_what_says_that_nothing_changes_opens_nothing(cell: str) -> None:
    assert ordered(with_column("New qty", ["", cell])) == [True, True]


@pytest.mark.parametrize("cell", ["X", "yes", "全部"])
def test_a_mark_under_what_was_removed_opens_its_item(cell: str) -> None:
    assert ordered(with_column("Removed", ["", cell])) == [True, False]


def _sure(line: OrderLine) -> set[str]:
    return {name for name in LINE_FIELDS if (field := getattr(line, name)) is not None and field.sure}


def test_another_unit_opens_unit_and_quantity() -> None:
    lines = assemble(with_column("New unit", ["pcs", "set"])).lines
    assert {"unit", "quantity"} <= _sure(lines[0])
    assert {"unit", "quantity"}.isdisjoint(_sure(lines[1]))


CARD = """
Item: {at}0
Your part no.: LP-16-4{at}00
Description: Filter bag PP 6{at}
Quantity: 10 pc
Unit price: CNY 26.00
Amount: CNY 260.00
"""


def _carded(said: str, *, first: bool = False, above: bool = False) -> Reading:
    """Return an order of two cards, of which one says something besides: at its end, or `above` its price."""
    cards = [CARD.format(at=at) for at in (1, 2)]
    at = 0 if first else 1
    cards[at] = cards[at].replace("Unit price", f"{said}\nUnit price") if above else f"{cards[at]}{said}\n"
    return assemble(
        paper(f"""
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Buyer: Hill Pumps Ltd
Seller: Beilan Sealing Technology (Tianjin) Co., Ltd.
Currency: CNY
{"".join(cards)}
PO total: CNY 520.00
""")
    )


SECOND = (
    *(
        ("New quantity: 12 pc", "quantity"),
        ("Revised quantity: 12 pc", "quantity"),
        ("变更后数量：12 pc", "quantity"),
    ),
    *(
        ("Neue Menge: 12 Stk", "quantity"),
        ("Cancelled: 10 pc", "quantity"),
        ("Open quantity: 4 pc", "quantity"),
    ),
    *(
        ("Already delivered: 6 pc", "quantity"),
        ("New quantity: twelve", "quantity"),
        ("On hold: 10 pc", "quantity"),
    ),
    *(
        ("追加数量：4", "quantity"),
        ("暂停数量：10", "quantity"),
        ("未交数量：4", "quantity"),
        ("Storno: 10", "quantity"),
    ),
    *(("New unit price: CNY 28.00", "unit_price"), ("Confirmed price: CNY 28.00", "unit_price")),
    *(("Price after discount: CNY 24.00", "unit_price"), ("Discount: 10 %", "unit_price")),
    *(("折后单价：24.00", "unit_price"), ("New part number: LP-16-4999", "part_number")),
    *(("Replaced by: LP-16-4999", "part_number"), ("替代料号：LP-16-4999", "part_number")),
)


@pytest.mark.parametrize(("said", "name"), SECOND)
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("above", [True, False])
def test_a_second_label_of_a_card_opens_what_it_states(
    said: str, name: str, *, first: bool, above: bool
) -> None:
    read = _carded(said, first=first, above=above)
    assert name not in _sure(read.lines[0 if first else 1])
    total = read.header.total_amount
    assert name == "part_number" or total is None or not total.sure


USUAL = (
    "Previous price: CNY 25.00",
    "New quantity: 10 pc",
    "Confirmed price: CNY 26.00",
    "Drawing rev.: 3",
    "Discount: 0 %",
)


@pytest.mark.parametrize("said", USUAL)
@pytest.mark.parametrize("first", [True, False])
def test_what_agrees_or_is_of_something_else_opens_nothing(said: str, *, first: bool) -> None:
    read = _carded(said, first=first)
    assert all({"quantity", "unit_price", "amount", "part_number"} <= _sure(line) for line in read.lines)
    assert read.header.total_amount is not None
    assert read.header.total_amount.sure


def test_a_discount_between_two_prices_is_taken_off_already() -> None:
    card = CARD.replace(
        "Unit price: CNY 26.00", "Gross price: CNY 28.89\nYour price: CNY 26.00\nDiscount: 10 %"
    )
    head = "Purchase order\nPurchase order no.: PO-55170\nDate: 2026-11-23\nBuyer: Hill Pumps Ltd\n"
    read = assemble(paper(f"{head}{card.format(at=1)}{card.format(at=2)}\nPO total: CNY 520.00\n"))
    assert all("unit_price" in _sure(line) for line in read.lines)
