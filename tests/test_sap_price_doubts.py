"""What stands beside a price and may make it another one is a flaw of its quotation; the usual is none."""

from decimal import Decimal

import pytest

from sap.quoting.quotations import QuotationExport, read

NAMES = "Quotation;Item;Material;Qty;SU;Curr"
ROW = "1;10;A1;10;PC;CNY"
OTHER = "1;20;A2;10;PC;CNY"


def export(headings: str, cells: str, other: str = "") -> QuotationExport:
    rows = [f"{NAMES};{headings}", f"{ROW};{cells}", *([f"{OTHER};{other}"] if other else [])]
    return read("\n".join(rows).encode(), "list.csv")


def doubted(headings: str, cells: str, other: str = "") -> bool:
    found = export(headings, cells, other).quotations[0]
    reasons = {(each.reason, each.field) for each in found.flaws}
    assert reasons <= {("price_unclear", "price"), ("price_contradicts", "price")}
    return bool(reasons) or found.items[0].price is None


@pytest.mark.parametrize(
    "heading",
    [
        "Unit price (each 100)",
        "Unit price [1000]",
        "Unit price (100 pcs)",
        "Unit price (from 100 pcs)",
        "Unit price (cents)",
        "Net price (ct)",
        "单价(分)",
        "单价(角)",
        "單價(美元)",
        "Unit price (USD)",
        "Preis (US$/Stk)",
        "Unit price (old)",
        "Unit price (target)",
        "Unit price (tbc)",
        "Unit price (budget)",
        "Net price (before rebate)",
        "Net price (EXW)",
        "单价(采购)",
        "单价(暂定)",
        "单价(历史)",
        "单价（折后）",
    ],
)
def test_what_a_heading_says_in_brackets_and_is_not_understood(heading: str) -> None:
    heading = heading.replace("Preis", "Price")
    found = export(f"{heading};Tax incl", "26.00;no").quotations[0]
    assert [(each.reason, each.field, each.item) for each in found.flaws] == [
        ("price_unclear", "price", "10")
    ]
    assert found.items[0].price is None


@pytest.mark.parametrize(
    "heading",
    [
        "Unit price",
        "Unit price (CNY)",
        "Unit price (RMB, excl. VAT)",
        "Unit price (¥/pc)",
        "Unit price (excl. 13 % VAT)",
        "Unit price (net)",
        "Unit price (单价)",
        "Unit price (per piece)",
        "Price (in CNY)",
        "Price (each)",
        "单价（元）",
        "单价(元/件)",
        "单价（不含税，元）",
        "单价(人民币/个)",
        "单价(含13%税)",
        "單價(未稅)",
    ],
)
def test_what_it_usually_says_leaves_the_price_certain(heading: str) -> None:
    found = export(heading, "26.00").quotations[0]
    assert (found.flaws, found.items[0].price, found.items[0].price_per) == ((), Decimal("26.00"), Decimal(1))


def test_the_terms_of_trade_in_a_heading_are_those_of_the_row() -> None:
    assert not doubted("Net price (EXW);Incoterms", "26.00;EXW Tianjin")
    assert doubted("Net price (EXW);Incoterms", "26.00;DAP Hull")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Net price;PE", "26.00;100"),
        ("Net price;UPE", "26.00;100"),
        ("Net price;Price base", "26.00;100"),
        ("Net price;Pricing basis", "26.00;per 100"),
        ("Net price;Preiseinheit", "26.00;100"),
        ("净价;计价基数", "26.00;百"),
        ("单价(百件)", "26.00"),
        ("单价(千只)", "260.00"),
    ],
)
def test_a_price_unit_by_another_name_is_read(headings: str, cells: str) -> None:
    (item,) = export(headings, cells).quotations[0].items
    assert item.price is not None
    assert item.price / item.price_per == Decimal("0.26")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Price UoM", "KG"),
        ("Price unit", "C"),
        ("Price unit", "M"),
        ("Price basis", "see annex"),
        ("Pricing factor", "100"),
        ("计价单位", "千克"),
        ("Discount rate", "10"),
        ("Item discount rate", "-10 %"),
        ("Rebate", "10"),
        ("折扣", "9折"),
        ("Discount", "see annex"),
        ("优惠", "10%"),
        ("下浮", "5%"),
        ("Nachlass", "3"),
        ("Discounted price", "23.40"),
        ("Final price", "23.40"),
        ("Quoted unit price", "23.40"),
        ("Special price", "23.40"),
        ("Price after discount", "23.40"),
        ("Unit price CNY", "23.40"),
        ("折后单价", "23.40"),
        ("优惠价", "23.40"),
        ("成交价", "23.40"),
        ("Endpreis", "23,40"),
        ("Total", "234.00"),
        ("Line total", "234.00"),
        ("Extended amount", "234.00"),
        ("Gesamtbetrag", "234.00"),
        ("总价", "234.00"),
        ("小计", "234.00"),
        ("价税合计", "234.00"),
        ("Surcharge", "5.00"),
        ("Alloy surcharge %", "5"),
        ("Teuerungszuschlag", "5"),
        ("Freight", "12.50"),
        ("Packing charge", "12.50"),
        ("加急费", "5"),
        ("MOQ", "100"),
        ("Minimum order quantity", "100 PC"),
        ("Scale qty", "100"),
        ("起订量", "100件"),
    ],
)
def test_a_column_of_money_that_the_price_does_not_explain(name: str, cell: str) -> None:
    assert doubted(f"Unit price;{name}", f"26.00;{cell}")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Price UoM", "PC"),
        ("Price unit", "1"),
        ("Price basis", "net"),
        ("Price basis", "EXW Tianjin"),
        ("Price basis", "CNY"),
        ("Pricing factor", "1"),
        ("Discount rate", "0.00"),
        ("Rebate", "0 %"),
        ("折扣", "-"),
        ("优惠", "无"),
        ("Final price", "26.00"),
        ("Price incl. 13 % VAT", "29.38"),
        ("Price per 100 pcs", "2600.00"),
        ("Price USD", "3.65"),
        ("Total", "260.00"),
        ("Line total", "293.80"),
        ("总价", "260.00"),
        ("小计", ""),
        ("价税合计", "293.80"),
        ("Surcharge", "0"),
        ("Freight", "prepaid"),
        ("MOQ", "10"),
        ("Minimum order quantity", "1 PC"),
        ("起订量", "5件"),
        ("Total weight", "12.5"),
        ("Total qty delivered", "3"),
        ("Target price", "20.00"),
        ("Last price", "24.00"),
        ("Cost", "14.00"),
        ("成本价", "14.00"),
        ("采购价", "14.00"),
        ("Price list type", "01"),
        ("Price group", "02"),
        ("Pricing date", "2026-11-01"),
        ("Expected order value", "130.00"),
        ("Tax amount", "33.80"),
        ("Cash discount days", "14"),
        ("Discount group", "A1"),
        ("Rebate basis", "240.00"),
        ("Subtotal 1", "280.00"),
        ("Freight class", "70"),
        ("报价日期", "2026-11-01"),
        ("报价版本", "2"),
        ("Charge", "B-4711"),
        ("Weight per piece", "1.2"),
    ],
)
def test_the_usual_columns_beside_a_price(name: str, cell: str) -> None:
    assert not doubted(f"Unit price;{name}", f"26.00;{cell}")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Net price;Rebate", "26.00;10"),
        ("Unit price;Discount rate;Amount", "26.00;10;260.00"),
        ("List price;Discount %;Unit price", "28.89;10;26.00"),
    ],
)
def test_a_discount_that_is_off_the_price_already(headings: str, cells: str) -> None:
    assert not doubted(headings, cells)


def test_a_total_may_be_that_of_the_whole_quotation() -> None:
    assert not doubted("Unit price;Total", "26.00;560.00", "30.00;560.00")
    assert not doubted("Unit price;Total incl. VAT;Tax rate", "26.00;632.80;13", "30.00;632.80;13")
    assert doubted("Unit price;Total", "26.00;504.00", "30.00;504.00")


def test_the_numbers_of_schedule_lines_are_those_of_their_item() -> None:
    names = f"{NAMES.replace('Qty', 'Schedule line qty')};Unit price;Line total"
    rows = ["1;10;A1;4;PC;CNY;26.00;104.00", "1;10;A1;6;PC;CNY;26.00;156.00"]
    found = read("\n".join((names, *rows)).encode(), "list.csv").quotations[0]
    assert (found.flaws, found.items[0].quantity) == ((), Decimal(10))


@pytest.mark.parametrize(
    ("value", "told"), [("262.60", True), ("252.43", True), ("275.60", True), ("293.80", False)]
)
def test_a_value_off_by_a_low_rate_may_be_a_discount_or_a_surcharge(value: str, told: bool) -> None:  # noqa: FBT001 - a table
    assert doubted("Net price;Net value", f"26.00;{value}") is told


def test_with_a_rate_that_is_stated_it_is_the_tax() -> None:
    assert not doubted("Net price;Net value;Tax rate", "26.00;275.60;6")


TWO = "Quotation;Item;Material;Qty;SU;Curr;Net price;Net value"


def two(name: str, first: str, second: str) -> list[str | None]:
    rows = (f"1;10;A1;4;PC;CNY;320.00;1280.00;{first}", f"1;20;A2;10;PC;CNY;70.00;700.00;{second}")
    (found,) = read("\n".join((f"{TWO};{name}", *rows)).encode(), "list.csv").quotations
    assert {(each.reason, each.field) for each in found.flaws} <= {("price_unclear", "price")}
    return [each.item for each in found.flaws]


@pytest.mark.parametrize(
    "name", ["Price", "Unit price", "Gross price", "单价", "报价单价", "含税单价", "价格"]
)
def test_a_second_price_by_a_known_name_that_contradicts_the_first(name: str) -> None:
    assert two(name, "320.00", "60.00") in (["20"], ["10", "20"])
    assert two(name, "320.00", "7.00") in (["20"], ["10", "20"])


@pytest.mark.parametrize(("first", "second"), [("361.60", "76.30"), ("361.60", "70.00")])
def test_a_tax_that_is_in_some_prices_alone(first: str, second: str) -> None:
    assert "20" in two("含税单价", first, second)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Price", "320.00", "70.00"),
        ("Unit price", "", ""),
        ("Gross price", "361.60", "79.10"),
        ("含税单价", "361.60", "79.10"),
        ("Price", "0", "0"),
        ("List price", "400.00", "90.00"),
    ],
)
def test_a_second_price_that_says_the_same(name: str, first: str, second: str) -> None:
    assert two(name, first, second) == []


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Quantity discount", "5 %"),
        ("Qty discount %", "5"),
        ("Customer group discount", "5%"),
        ("Gruppenrabatt", "5"),
        ("数量折扣", "5%"),
        ("客户组折扣", "5%"),
        ("客户类型折扣", "5%"),
        ("Price at order quantity", "60.00"),
        ("Price version 2", "60.00"),
        ("Price level A", "60.00"),
        ("Price type", "per 10"),
        ("价格类型", "目标价"),
        ("协议价", "60.00"),
        ("BAFO", "60.00"),
        ("Negotiated", "60.00"),
        ("EP", "60.00"),
        ("K007", "5,00-"),
        ("HA00", "5,00-"),
        ("PR00", "60.00"),
        ("ZM01", "5.00"),
        ("MTZ", "5.00"),
        ("Packing", "5.00"),
        ("Verpackung", "5.00"),
        ("包装", "5.00"),
        ("Certificates", "25.00"),
        ("Insurance", "12.50"),
        ("Minimum", "50"),
        ("Lot size", "100"),
        ("VPE", "100"),
    ],
)
def test_discounts_prices_and_charges_whose_heading_speaks_of_something_else_too(
    name: str, cell: str
) -> None:
    assert doubted(f"Unit price;{name}", f"65.00;{cell}")


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Price group", "02"),
        ("Price list type", "A1"),
        ("Pricing date", "01.11.2026"),
        ("Price level", "A"),
        ("Price type", "Standard"),
        ("Discount group", "01"),
        ("Packing", "wooden case"),
        ("Packaging type", "2"),
        ("Certificates", "EN 10204 3.1"),
        ("Inspection", "FAT"),
        ("PR00", "65.00"),
        ("MWST", "8.45"),
        ("K007", "0,00"),
        ("Minimum", "1"),
        ("VPE", "10"),
        ("包装", "木箱"),
        ("Packing", ""),
    ],
)
def test_codes_days_and_words_make_no_other_price(name: str, cell: str) -> None:
    assert not doubted(f"Unit price;{name}", f"65.00;{cell}")
