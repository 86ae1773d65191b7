"""Remarks in an item's own row: what may change the offer is told, what leaves it as it is is not."""

import pytest

from sap.quoting.quotations import read

NAMES = "Quotation;Item;Material;Description;Qty;SU;Price;Curr;Lead time;Payment terms"
ROWS = (
    "1;10;A1;Seal;4;PC;320.00;EUR;8 weeks;30 days net",
    "1;20;A2;Sleeve;10;PC;65.00;EUR;8 weeks;30 days net",
)


def told(heading: str, remark: str) -> list[tuple[str, str | None, str | None]]:
    lines = (f"{NAMES};{heading}", f"{ROWS[0]};", f"{ROWS[1]};{remark}")
    (found,) = read("\n".join(lines).encode(), "list.csv").quotations
    return [(each.reason, each.field, each.item) for each in found.flaws]


OPEN = (
    "price per 10",
    "plus alloy surcharge",
    "incl. 13% VAT",
    "in USD",
    "budgetary price",
    "price on request",
    "MOQ 50 pcs",
    "only 5 left",
    "earliest W02/2027",
    "delivery Jan 2027",
    "LT tbc",
    "2027年1月交货",
    "交期待定",
    "not available",
    "sold out",
    "subject to prior sale",
    "nicht mehr anbieten",
    "derzeit nicht lieferbar",
    "此项不报",
    "缺货",
    "价格待确认",
    "单价为百件价",
    "以盒为单位，每盒10件",
    "起订量50",
    "optional",
    "选配",
    "alternative to item 10",
    "wahlweise zu Pos. 10",
    "二选一",
    "already ordered",
    "ordered 10 on PO 4711",
    "bereits bestellt",
    "已下单",
    "order 30005678 created",
    "see new offer 20018900",
    "Preis geändert",
    "only together with item 10",
    "payment in advance",
    "预付款30%",
    "Vorkasse",
    "EXW",
    "remise 5 %",
    "nur solange Vorrat reicht",
    "customs extra",
    "ask before confirming",
    "Q1/2027",
    "end of January 2027",
    "Preis gilt ab 20 Stück",
    "仅限整箱",
)


@pytest.mark.parametrize("remark", OPEN)
def test_a_remark_that_may_change_the_offer(remark: str) -> None:
    assert [each[1:] for each in told("Remark", remark)] in ([("offered", "20")], [("delivery", "20")])


@pytest.mark.parametrize(
    "heading", ["Bemerkung", "备注", "Notes", "Comment", "Internal text", "说明", "Info", ""]
)
@pytest.mark.parametrize("remark", ["optional", "单价为百件价", "MOQ 50 pcs"])
def test_it_is_heard_under_any_heading_of_remarks_and_under_none(heading: str, remark: str) -> None:
    lines = (f"{NAMES};{heading};Plant", f"{ROWS[0]};;1000", f"{ROWS[1]};{remark};1000")
    (found,) = read("\n".join(lines).encode(), "list.csv").quotations
    assert [(each.reason, each.item) for each in found.flaws] == [("remarked", "20")]


@pytest.mark.parametrize(
    "heading", ["Price remark", "价格备注", "Price note", "Delivery remark", "Preisbemerkung"]
)
@pytest.mark.parametrize("remark", ["per 100", "目标", "Sonderfall"])
def test_any_remark_under_a_heading_that_speaks_of_the_offer(heading: str, remark: str) -> None:
    assert told(heading, remark) == [("remarked", "offered", "20")]


@pytest.mark.parametrize(
    "remark",
    [
        "",
        "-",
        "ok",
        "in stock",
        "ab Lager",
        "现货",
        "with O-ring set",
        "Material 316L",
        "certificate 3.1",
        "drawing rev. C",
        "packed in wooden case",
        "as per your inquiry 4711",
        "acc. to drawing 4-2218-07",
        "gemäß Anfrage 4711",
        "按图纸生产",
        "价格已确认",
        "delivery time confirmed",
        "price unchanged",
        "repeat order",
        "delivery 8 weeks",
        "Lieferzeit 8 Wochen",
        "warranty 18 months after delivery",
        "non-cancellable",
        "replaces LP-16",
        "spare part for pump P-101",
        "Mr. Zhang",
        "表面镀铬",
        "urgent",
        "hygienic version",
        "drawing attached",
        "含包装",
        "Dichtung aus Viton",
    ],
)
def test_a_remark_that_leaves_everything_as_it_was(remark: str) -> None:
    assert told("Remark", remark) == []


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Sales office", "Price desk Shanghai"),
        ("Customer group", "Optional customers"),
        ("Shipping conditions", "Express"),
        ("Material group", "Spare parts, stock"),
        ("Pricing procedure", "Standard"),
    ],
)
def test_other_columns_hold_no_remarks(heading: str, cell: str) -> None:
    assert told(heading, cell) == []


@pytest.mark.parametrize(
    "text",
    [
        "(optional, alternative to item 10)",
        "delivery 12 weeks after drawing approval",
        "nicht lieferbar",
        "选配",
    ],
)
def test_a_row_below_an_item_that_goes_on_with_it(text: str) -> None:
    (found,) = read("\n".join((NAMES, *ROWS, f";;;{text};;;;;;")).encode(), "list.csv").quotations
    assert [(each.row, each.reason) for each in found.flaws] == [(4, "said_of_all")]


@pytest.mark.parametrize("text", ["with O-ring set", "Material: 316L", "mit Zeugnis 3.1", "含O型圈"])
def test_a_row_below_an_item_that_describes_it(text: str) -> None:
    (found,) = read("\n".join((NAMES, *ROWS, f";;;{text};;;;;;")).encode(), "list.csv").quotations
    assert found.flaws == ()
