import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from models.errors import ColumnsNotUnderstoodError
from models.quotation import QuotationItem
from sap.quoting.quotations import QuotationExport, read

VA25 = (
    "销售凭证;项目;凭证日期;有效截止日期;售达方;名称 1;物料;描述;客户物料;"
    "订单数量;SU;净价;每;CUn;净值;货币;拒绝原因\r\n"
    "20001234;10;2026-11-01;2026-12-31;100234;示例石化有限公司;90010045;MECH SEAL 108-45 BSVFF;7003312;"
    "20;EA;1,092.04;1;EA;21,840.80;CNY;\r\n"
    "20001234;20;2026-11-01;2026-12-31;100234;示例石化有限公司;90010077;SEAL FACE SET 45;;"
    "10;SET;350,000.00;100;SET;35,000.00;CNY;\r\n"
    ";;;;;;;;;;;;;;56,840.80;CNY;\r\n"
).replace(";", "\t")
VA05 = """\
Sales Doc.|Item|SaTy|PO number|Sold-to pt|Material|Req.dlv.dt|Order Qty|Conf.Qty|SU|Net value|Curr.|Dlv.block
30005678|10|OR|HT-2026-1123-07|100234|90010045|20.12.2026|10,000|0,000|EA|21.840,80|CNY|Z1
30005678|10|OR|HT-2026-1123-07|100234|90010045|W 03.2027|10,000|10,000|EA|21.840,80|CNY|Z1
30005699|10|RE|RMA-26-031|100234|90010045||1,000-|1,000-|EA|1.092,04-|CNY|
*||||||||||42.589,56|CNY|
"""
SE16 = """\
VBELN;POSNR;AUDAT;BNDDT;KUNNR;MATNR;KWMENG;VRKME;NETPR;KPEIN;KMEIN;NETWR;WAERK;EDATU
0020001234;000010;20261101;20261231;0000100234;000000000090010045;20.000;EA;1092.04;1;EA;21840.80;CNY;20261220
0020001234;000020;20261101;20261231;0000100234;000000000090010077;10.000;EA;3500.00;1;EA;35000.00;CNY;00000000
"""
UNCONVERTED = """\
27.11.2026                          Dynamic List Display                                     1
-----------------------------------------------------------------------------------------------
|Sales Doc.|Item|Sold-to pt|Material |Order Qty|SU |Net price |per|Net value|Curr.|
-----------------------------------------------------------------------------------------------
|20001234  |  10|100234    |90010045 |   20,000|EA |  1.092,04|  1|21.840,80|CNY  |
-----------------------------------------------------------------------------------------------
27.11.2026                          Dynamic List Display                                     2
-----------------------------------------------------------------------------------------------
|Sales Doc.|Item|Sold-to pt|Material |Order Qty|SU |Net price |per|Net value|Curr.|
-----------------------------------------------------------------------------------------------
|20001235  |  10|100234    |90010077 |   10,000|SET|350.000,00|100|35.000,00|CNY  |
-----------------------------------------------------------------------------------------------
|*         |    |          |         |         |   |          |   |56.840,80|CNY  |
-----------------------------------------------------------------------------------------------
"""
NAMES = "Quotation;Item;Material;Qty;SU;Net price;Net value;Curr;Valid to;Customer;Rj;Alternative"
SOUND = "1;10;A1;2;EA;10.50;21.00;CNY;2026-12-31;Hill Pumps Ltd;;"


def lists(*rows: str, names: str = NAMES) -> QuotationExport:
    return read("\n".join((names, *rows)).encode(), "list.csv")


def items(export: QuotationExport) -> dict[str, QuotationItem]:
    return {f"{each.number}/{item.item}": item for each in export.quotations for item in each.items}


def skipped(export: QuotationExport) -> list[tuple[int, str, str]]:
    return [(each.row, each.reason, each.detail) for each in export.skipped]


@pytest.mark.parametrize("encoding", ["utf-16", "gbk", "utf-8"])
def test_a_chinese_va25_list(encoding: str) -> None:
    export = read(VA25.encode(encoding), "list.xls")
    (quotation,) = export.quotations
    assert (quotation.number, quotation.customer_number, quotation.customer) == (
        "20001234",
        "100234",
        "示例石化有限公司",
    )
    assert (quotation.date, quotation.valid_to) == (dt.date(2026, 11, 1), dt.date(2026, 12, 31))
    first, second = quotation.items
    assert first == QuotationItem(
        item="10",
        part_number="90010045",
        customer_part_number="7003312",
        description="MECH SEAL 108-45 BSVFF",
        quantity=Decimal(20),
        unit="EA",
        price=Decimal("1092.04"),
        net_value=Decimal("21840.80"),
        currency="CNY",
        tax_included=False,
    )
    assert (second.price, second.price_per) == (Decimal(350_000), Decimal(100))
    assert second.customer_part_number is None
    assert (export.skipped, export.notation, export.columns["净价"]) == ((), "1,234.56", "net_price")


def test_an_english_va05_list_in_german_notation_by_schedule_lines() -> None:
    export = read(VA05.encode(), "va05.txt")
    found = items(export)
    ordered, returned = found["30005678/10"], found["30005699/10"]
    assert (ordered.quantity, ordered.net_value, ordered.delivery_date) == (
        Decimal(20),
        Decimal("21840.80"),
        dt.date(2027, 1, 24),
    )
    assert ordered.lots == (), "of the first ten nothing is confirmed"
    assert ordered.price is None, "20 for 1,092.04 or 10 for 2,184.08: no column of prices tells"
    assert (returned.quantity, returned.net_value) == (Decimal(-1), Decimal("-1092.04"))
    # The item's value stands twice, so SAP's own total counts it twice: that is no row left over.
    assert [(each.row, each.reason) for each in export.skipped] == [(2, "quantity_open")]


def test_a_list_of_table_fields_as_se16_shows_them() -> None:
    export = read(SE16.encode(), "se16.csv")
    (quotation,) = export.quotations
    assert (quotation.number, quotation.customer_number) == ("20001234", "100234")
    first, second = quotation.items
    assert (first.item, first.part_number, first.quantity) == ("10", "90010045", Decimal(20))
    assert (first.delivery_date, second.delivery_date) == (dt.date(2026, 12, 20), None)


def test_an_unconverted_list_of_two_pages_with_one_item_each() -> None:
    export = read(UNCONVERTED.encode(), "list.txt")
    assert {name: item.quantity for name, item in items(export).items()} == {
        "20001234/10": 20,
        "20001235/10": 10,
    }
    assert skipped(export) == [(7, "no_item", "27.11.2026 Dynamic List Display 2")]


def test_a_bar_inside_a_field_shifts_no_value_into_another_column() -> None:
    broken = UNCONVERTED.replace("|90010077 |", "|9001|77  |")
    export = read(broken.encode(), "list.txt")
    assert list(items(export)) == ["20001234/10"]
    assert (11, "unreadable_number", "CNY stands under no column") in skipped(export)


def test_a_workbook_of_texts_and_numbers_and_days() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Quotations", None, "as of 27.11.2026"])
    sheet.append([])
    sheet.append([*"Quotation Item Material Qty".split(), "Net price", "Net value", "Valid to", "Tax rate"])
    day = dt.datetime(2026, 12, 31)  # noqa: DTZ001 - spreadsheets know no time zones
    sheet.append([20001234, 10, "0090010045", 20, 1092.04, 21840.800000000003, day, 0.13])
    sheet.append([20001234, 20, "A-0077", "10,000", "3.500,00", "35.000,00", day, "13,00 %"])
    stream = io.BytesIO()
    book.save(stream)
    export = read(stream.getvalue(), "list.xlsx")
    (quotation,) = export.quotations
    first, second = quotation.items
    assert (quotation.number, quotation.valid_to) == ("20001234", dt.date(2026, 12, 31))
    assert (first.part_number, first.price, first.net_value, first.tax_rate) == (
        "90010045",
        Decimal("1092.04"),
        Decimal("21840.8"),
        Decimal(13),
    )
    assert (second.part_number, second.quantity) == ("A-0077", Decimal(10))
    assert (second.price, second.tax_rate) == (Decimal(3500), Decimal(13))


def test_merged_cells_leave_out_what_belongs_to_the_rows_below() -> None:
    export = lists(SOUND, ";20;B1;3;EA;2.00;6.00;CNY;;;;", ";;;;;;27.00;CNY;;;;")
    assert list(items(export)) == ["1/10", "1/20"]
    assert export.skipped == ()


def test_rejected_and_alternative_items_are_kept_and_marked() -> None:
    export = lists(
        SOUND,
        "1;20;A1;2;EA;10.50;21.00;CNY;;;Z1;",
        "1;30;A1;2;EA;10.50;21.00;CNY;;;;X",
        "1;40;A1;2;EA;10.50;21.00;CNY;;;;000010",
        "1;50;A1;2;EA;10.50;21.00;CNY;;;;000000",
    )
    marks = {name: (item.rejected, item.alternative) for name, item in items(export).items()}
    assert marks == {
        "1/10": (None, False),
        "1/20": ("Z1", False),
        "1/30": (None, True),
        "1/40": (None, True),
        "1/50": (None, False),
    }


@pytest.mark.parametrize(
    ("row", "reason", "detail"),
    [
        ("1;20;#N/A;2;EA;10.50;21.00;CNY;;;;", "spreadsheet_error", "Material #N/A"),
        ("1;20;A1;#REF!;EA;10.50;21.00;CNY;;;;", "spreadsheet_error", "Qty #REF!"),
        ("1;#VALUE!;A1;2;EA;10.50;21.00;CNY;;;;", "spreadsheet_error", "Item #VALUE!"),
        ("1;20;9.00100E+17;2;EA;10.50;21.00;CNY;;;;", "precision_lost", "Material 9.00100E+17"),
        ("1;20;A1;2;EA;on request;21.00;CNY;;;;", "unreadable_number", "Net price on request"),
        ("1;20;A1;2;EA;10.50;21.50;JPY;;;;", "unreadable_number", "Net value 21.50 JPY"),
        ("1;;A1;2;EA;10.50;21.00;CNY;;;;", "no_item", "1 | A1 | 2 | EA | 10.50 | 21.00 | CNY"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read(
    row: str, reason: str, detail: str
) -> None:
    others = [SOUND.replace("1;10;", f"{number};10;") for number in range(2, 7)]
    export = lists(*others, row)
    assert skipped(export) == [(7, reason, detail)]
    assert len(items(export)) == 5


def test_a_number_that_lost_its_last_digits_in_a_workbook_is_no_part_number() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Quotation", "Item", "Material", "Net price"])
    sheet.append([1, 10, 90010045, 1.5])
    sheet.append([1, 20, 123456789012345678, 1.5])
    stream = io.BytesIO()
    book.save(stream)
    export = read(stream.getvalue(), "list.xlsx")
    assert list(items(export)) == ["1/10"]
    assert [(row, reason) for row, reason, _ in skipped(export)] == [(3, "precision_lost")]


def test_an_item_that_stands_twice_with_different_values_is_not_chosen() -> None:
    export = lists(SOUND, SOUND.replace("A1", "B1"), SOUND.replace("1;10;", "1;20;"))
    assert list(items(export)) == ["1/20"]
    assert skipped(export) == [(2, "contradicts", "1/10"), (3, "contradicts", "1/10")]


def test_rows_that_disagree_about_their_quotation_are_told_and_kept() -> None:
    export = lists(SOUND, SOUND.replace("1;10;", "1;20;").replace("2026-12-31", "2026-12-30"))
    assert len(items(export)) == 2
    assert skipped(export) == [(3, "header_contradicts", "1: valid_to 2026-12-30, before 2026-12-31")]


def test_a_date_without_end_is_no_date_and_no_reason_to_drop_the_column() -> None:
    export = lists(
        SOUND, *(SOUND.replace("1;10;", f"{at};10;").replace("2026-12-31", "9999-12-31") for at in (2, 3))
    )
    assert [each.valid_to for each in export.quotations] == [dt.date(2026, 12, 31), None, None]


@pytest.mark.parametrize(
    "names", ["Quotation;Item;Material;Net price;NETPR", "Quotation;Item;Material;净价;Net price"]
)
def test_two_columns_that_mean_the_same_and_differ_are_asked_about(names: str) -> None:
    one, other = names.split(";")[3:]
    with pytest.raises(
        ColumnsNotUnderstoodError, match=f"{one} and {other} .column 5. mean the same and differ"
    ):
        lists("1;10;A1;1.50;2.50", names=names)


def test_two_columns_that_mean_the_same_and_agree_are_one() -> None:
    export = lists("1;10;A1;1.50;1.50", names="Quotation;Item;Material;Net price;NETPR")
    assert (export.repeated, items(export)["1/10"].price) == (("NETPR",), Decimal("1.50"))


def test_names_of_customers_may_stand_twice() -> None:
    """ "Name 1" is that of the sold-to and of the ship-to party."""
    names = "Quotation;Item;Material;Net price;Name 1;Name 1"
    export = lists("1;10;A1;1.50;Hill Pumps Ltd;Dale Chemicals Ltd", names=names)
    assert (export.quotations[0].customer, export.repeated) == ("Hill Pumps Ltd", ("Name 1",))


def test_columns_that_are_missing_are_named_beside_those_that_are_there() -> None:
    with pytest.raises(ColumnsNotUnderstoodError) as refused:
        lists("1;10;A1;rot", names="Quotation;Item;Material;Farbe")
    message = str(refused.value)
    assert "no column for net_price / price / gross_price / net_value" in message
    assert "Columns seen: Quotation, Item, Material, Farbe" in message
    assert "[vocabulary.columns] in policy.toml" in message


def test_a_file_without_any_known_header_shows_what_it_begins_with() -> None:
    with pytest.raises(ColumnsNotUnderstoodError, match=r"Its first rows: Alpha \| Beta; 1 \| 2\..*Needed"):
        lists("1;2", names="Alpha;Beta")


def test_columns_that_are_not_used_are_told() -> None:
    export = lists("1;10;A1;1.50;rot", names="Quotation;Item;Material;Net price;Farbe")
    assert export.unknown == ("Farbe",)


@pytest.mark.parametrize(
    ("names", "row", "price", "per", "included"),
    [
        ("Net price;per", "350.00;100", "350.00", "100", False),
        ("Unit price incl. VAT;Farbe", "113.00;rot", "113.00", "1", True),
        ("Unit price;Tax included", "113.00;yes", "113.00", "1", True),
        ("单价;是否含税", "113.00;否", "113.00", "1", False),
        ("Unit price;Farbe", "113.00;rot", "113.00", "1", None),
        ("Net value;Qty", "35.50;10", "35.50", "10", False),
    ],
)
def test_the_price_with_what_it_is_for_and_its_tax(
    names: str,
    row: str,
    price: str,
    per: str,
    included: bool | None,  # noqa: FBT001 - a table
) -> None:
    item = items(lists(f"1;10;A1;{row}", names=f"Quotation;Item;Material;{names}"))["1/10"]
    assert (item.price, item.price_per, item.tax_included) == (Decimal(price), Decimal(per), included)


def test_a_price_per_kilogram_of_pieces_is_no_price() -> None:
    item = items(lists("1;10;A1;2;EA;1.50;KG", names="Quotation;Item;Material;Qty;SU;Net price;CUn"))["1/10"]
    assert item.price is None


@pytest.mark.parametrize(
    ("name", "cell", "text"),
    [
        ("Lead time (weeks)", "8", "8 weeks"),
        ("交货周期(周)", "8", "8周"),
        ("Lead time", "8-10 weeks", "8-10 weeks"),
    ],
)
def test_a_bare_lead_time_has_its_unit_in_the_name_of_its_column(name: str, cell: str, text: str) -> None:
    item = items(lists(f"1;10;A1;1.50;{cell}", names=f"Quotation;Item;Material;Net price;{name}"))["1/10"]
    assert item.lead_time == text


def test_a_lead_time_without_any_unit_is_not_guessed() -> None:
    export = lists("1;10;A1;1.50;8", names="Quotation;Item;Material;Net price;Lead time")
    assert (skipped(export), items(export)["1/10"].lead_time) == ([], "8")
