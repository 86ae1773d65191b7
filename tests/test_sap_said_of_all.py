"""What an export says of all its items outside of their rows is not read, and stops every match."""

import pytest

from sap.quoting.quotations import read

NAMES = "Quotation;Item;Material;Qty;SU;Net price;Curr;Description"
ROWS = ("1;10;A1;10;PC;26.00;CNY;Bag", "1;20;A2;10;PC;30.00;CNY;Bag")


MANY = tuple(f"1;{at}0;A{at};10;PC;30.00;CNY;Bag" for at in range(1, 7))


def rows_told(*lines: str) -> list[tuple[int, str]]:
    (found,) = read("\n".join(lines).encode(), "list.csv").quotations
    return [(each.row, each.reason) for each in found.flaws]


SAYING = (
    "All prices per 100 pieces",
    "Prices are per 100",
    "价格单位：元/百件",
    "单位：美元",
    "单价为每百件价格",
    "Prices include 13 % VAT",
    "含13%增值税",
    "All prices in USD",
    "Currency: EUR",
    "Preise in EUR je 100 Stück",
    "All prices less 10 % discount",
    "A surcharge of 5 % applies",
    "运费另计",
    "Offers valid until 2026-11-20",
    "Gültig bis 20.11.2026",
    "报价有效期至2026-11-20",
    "Payment: 30 days net",
    "付款方式：月结30天",
    "Delivery time for all items: 8 weeks",
    "Lieferzeit 8 Wochen",
    "交货期：8周",
    "This quotation is cancelled",
    "Budgetary offer, not binding",
    "报价仅供参考",
)


@pytest.mark.parametrize("text", SAYING)
def test_a_title_that_speaks_of_all_items(text: str) -> None:
    assert rows_told(text, "", NAMES, *ROWS) == [(1, "said_of_all")]


@pytest.mark.parametrize("text", SAYING)
def test_a_note_below_them(text: str) -> None:
    assert rows_told(NAMES, *ROWS, "", text) == [(5, "said_of_all")]
    assert rows_told(NAMES, *ROWS, f";;;;;;;{text}") == [(4, "said_of_all")]


@pytest.mark.parametrize("unit", ["CNY/100", "(per 100)", "USD", "元/百件", "k", "EUR/kg"])
def test_units_below_the_headings(unit: str) -> None:
    assert rows_told(NAMES, f";;;;;{unit};;", *MANY) == [(2, "said_of_all")]


@pytest.mark.parametrize("unit", ["CNY", "CNY/pc", "元", "元/件"])
def test_units_that_the_rows_have_themselves(unit: str) -> None:
    assert rows_told(NAMES, f";;;pcs;;{unit};;", *MANY) == []


@pytest.mark.parametrize(
    "text",
    [
        "List of quotations",
        "Quotations 01/11/2026",
        "Quotation price list 2026",
        "27.11.2026 Dynamic List Display 1",
        "报价清单",
        "价格明细表",
        "单位：某某泵业有限公司",
        "Sales organisation 1000, user JD",
        "Tax number 91310000MA1K35Q78R",
        "All prices in CNY",
        "Currency: CNY",
        "All prices net, excl. 13 % VAT",
        "价格均为人民币不含税",
        "Page 1 of 2",
        "Total",
        "Printed by J. Doe",
    ],
)
def test_the_usual_titles_and_notes(text: str) -> None:
    assert rows_told(text, "", NAMES, *ROWS) == []
    assert rows_told(NAMES, *ROWS, "", text) == []
    assert rows_told(NAMES, *ROWS, f";;;;;;;{text}") == []


@pytest.mark.parametrize(
    ("name", "cell", "title"),
    [
        ("Valid to", "2026-12-31", "Offers valid until 2026-11-20"),
        ("Payment terms", "Net 60", "Payment: Net 60"),
        ("Lead time", "8 weeks", "Delivery time for all items: 8 weeks"),
        ("per", "100", "All prices per 100 pieces"),
    ],
)
def test_what_each_row_says_itself_goes_before_a_title(name: str, cell: str, title: str) -> None:
    assert rows_told(title, f"{NAMES};{name}", *(f"{each};{cell}" for each in ROWS)) == []


STATED = ("Delivery date", "Payment terms", "Valid to", "Incoterms")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Delivery date", "Delivery time for all items: 12 weeks"),
        ("Delivery date", "交货期：合同生效后12周"),
        ("Payment terms", "Payment: 100 % in advance"),
        ("Valid to", "Offer valid until 10.11.2026"),
        ("Incoterms", "Incoterms EXW Suzhou"),
    ],
)
def test_a_column_that_is_empty_says_nothing_itself(name: str, text: str) -> None:
    rows = [f"{NAMES};{name}", *(f"{each};" for each in ROWS)]
    assert rows_told(text, *rows) == [(1, "said_of_all")]
    assert rows_told(*rows, "", text) == [(5, "said_of_all")]


@pytest.mark.parametrize(
    "text",
    [
        "ungültig",
        "nicht mehr gültig",
        "已过期，不可使用",
        "Rev. 0 - replaced",
        "Old list, do not use",
        "budget quotation",
        "Indicative only",
        "Angebote nur zur Information",
        "internal calculation",
        "archived quotations",
        "Lost quotations",
        "未中标报价",
        "历史报价",
        "preliminary",
        "valid only if all items are ordered",
        "整单有效",
        "Lead times +6 weeks due to holidays",
        "所有交期顺延6周",
        "5 % off on all items",
        "5% Nachlass auf alle Positionen",
        "less 5 %",
        "全单9折",
        "整单下浮5%",
        "Preise in T€",
        "in 1000 CNY",
        "plus packing 3 %",
        "zzgl. Fracht",
        "minimum order 50 pcs per item",
        "Mindestbestellwert 5000 EUR",
        "Quantities in boxes",
        "数量单位：盒",
        "Payment: prepayment",
        "付款方式：款到发货",
        "Incoterms 2010 EXW Suzhou",
    ],
)
def test_what_changes_or_takes_back_what_the_rows_say(text: str) -> None:
    said = "2026-12-11;30 days net;2026-12-31;DAP Suzhou"
    rows = [f"{NAMES};{';'.join(STATED)}", *(f"{each};{said}" for each in ROWS)]
    assert rows_told(text, *rows) == [(1, "said_of_all")]


@pytest.mark.parametrize(
    "text",
    [
        "Incl. cancelled items: no",
        "without cancelled items",
        "Selection: Sales organization 1000, document date 01.01.2026 - 31.12.2026",
        "Angebote offen, Stand 23.11.2026",
        "Status: open",
        "不含已取消项目",
        "Angebotsliste Preise in CNY zzgl. MwSt.",
        "Payment: 30 days net",
        "Incoterms: DAP Suzhou",
        "Units: PC",
        "Valid quotations, delivery dates confirmed",
        "Payment terms as stated",
    ],
)
def test_a_title_that_says_what_the_rows_say(text: str) -> None:
    said = "2026-12-11;30 days net;2026-12-31;DAP Suzhou"
    rows = [f"{NAMES};{';'.join(STATED)}", *(f"{each};{said}" for each in ROWS)]
    assert rows_told(text, *rows) == []
