import pytest

from sap.columns import NAMES
from sap.headers import Header, key, recognise
from sap.table import Row

ENGLISH = (
    *(
        "Sales Doc.",
        "Item",
        "Sold-to pt",
        "Material",
        "Order Qty",
        "SU",
        "Net price",
        "per",
        "CUn",
        "Net value",
    ),
    *("Curr.", "Valid to"),
)
CHINESE = (
    *(
        "销售凭证",
        "项目",
        "售达方",
        "物料",
        "订单数量",
        "SU",
        "净价",
        "每",
        "CUn",
        "净值",
        "货币",
        "有效截止日期",
    ),
)
TECHNICAL = (
    *(
        "VBELN",
        "POSNR",
        "KUNNR",
        "MATNR",
        "KWMENG",
        "VRKME",
        "NETPR",
        "KPEIN",
        "KMEIN",
        "NETWR",
        "WAERK",
        "BNDDT",
    ),
)
FIELDS = (
    *(
        "sales_document",
        "item",
        "customer_number",
        "part_number",
        "quantity",
        "unit",
        "net_price",
        "price_per",
    ),
    *("price_unit", "net_value", "currency", "valid_to"),
)
VALUES: Row = (
    "20001234",
    "10",
    "100234",
    "90010045",
    "20",
    "EA",
    "1.50",
    "1",
    "EA",
    "30.00",
    "CNY",
    "2026-12-31",
)


def recognised(*rows: Row) -> Header:
    header = recognise(rows, NAMES)
    assert header is not None
    return header


@pytest.mark.parametrize("names", [ENGLISH, CHINESE, TECHNICAL], ids=["English", "Chinese", "technical"])
def test_the_same_columns_in_three_languages(names: Row) -> None:
    header = recognised(names, VALUES)
    assert [name for name, _ in sorted(header.columns.items(), key=lambda each: each[1])] == list(FIELDS)
    assert (header.unknown, header.repeated) == ((), ())


def test_columns_are_found_by_name_wherever_they_stand() -> None:
    there = recognised(ENGLISH, VALUES)
    back = recognised(ENGLISH[::-1], VALUES[::-1])
    assert {name: len(ENGLISH) - 1 - at for name, at in back.columns.items()} == dict(there.columns)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Sales Document", "sales_document"),
        ("SD Document", "sales_document"),
        ("销售和分销凭证号", "sales_document"),
        ("Quotation", "quotation"),
        ("报价单", "quotation"),
        ("Item (SD)", "item"),
        ("项目(SD)", "item"),
        ("行项目", "item"),
        ("Sold-to party", "customer_number"),
        ("售达方", "customer_number"),
        ("客户", "customer_number"),
        ("物料编号", "part_number"),
        ("Customer Material Number", "customer_part_number"),
        ("客户物料编号", "customer_part_number"),
        ("Cumul. Order Qty", "quantity"),
        ("累计订单数量", "quantity"),
        ("销售单位", "unit"),
        ("净价", "net_price"),
        ("Pricing unit", "price_per"),
        ("定价单位", "price_per"),
        ("Net Value (Item)", "net_value"),
        ("净价值", "net_value"),
        ("Document Currency", "currency"),
        ("单据货币", "currency"),
        ("Schedule Line Date", "delivery_date"),
        ("Req.dlv.dt", "requested_date"),
        ("要求交货日期", "requested_date"),
        ("Valid from", "valid_from"),
        ("有效期至", "valid_to"),
        ("Reason for rejection", "rejected"),
        ("拒绝原因", "rejected"),
        ("Delivery Block", "delivery_block"),
        ("出具发票冻结", "billing_block"),
        ("  NET  PRICE ", "net_price"),
        ("Ｎｅｔ　ｐｒｉｃｅ", "net_price"),
        ("Net price (CNY)", "net_price"),
        ("Material (Customer)", "customer_part_number"),
        ("物料（客户）", "customer_part_number"),
    ],
)
def test_a_name_of_sap_is_known(name: str, field: str) -> None:
    header = recognised(("Alpha", "Beta", "PSTYV", "VKORG", "WERKS", name), ("", "", "", "", "", ""))
    assert header.columns.get(field) == 5


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("Customer Material Num", "7003312", "customer_part_number"),
        ("Reason for rej", "Z1", "rejected"),
        ("Higher-lev it", "10", "higher_item"),
        ("Cumul. Ord. Qty", "20", "quantity"),
        ("Bill. block", "01", "billing_block"),
    ],
)
def test_a_name_cut_off_or_shortened_is_known_and_noted(name: str, value: str, field: str) -> None:
    header = recognised((*ENGLISH[:4], name), (*VALUES[:4], value))
    assert (header.columns.get(field), header.abbreviated) == (4, (name,))


@pytest.mark.parametrize("name", ["Valid", "Sales Docum", "Mat", "Re"])
def test_a_cut_that_could_be_several_names_is_not_guessed(name: str) -> None:
    header = recognised(("Item", "Sold-to pt", "Net price", name), ("10", "100234", "1.50", "77"))
    assert (header.unknown, header.abbreviated) == ((name,), ())


def test_what_stands_below_tells_what_a_name_of_two_meanings_is() -> None:
    """ "每" and "per" are the price unit in one layout and its unit of measure in the next."""
    header = recognised(("销售凭证", "项目", "净价", "每", "每"), ("1", "10", "350.00", "100", "SET"))
    assert (header.columns["price_per"], header.columns["price_unit"]) == (3, 4)


@pytest.mark.parametrize(
    ("below", "field"),
    [("100234", "customer_number"), ("Hill Pumps Ltd", "customer"), ("河谷泵业", "customer")],
)
def test_a_customer_is_a_number_or_a_name(below: str, field: str) -> None:
    header = recognised(("Quotation", "Item", "Material", "Customer"), ("1", "10", "A1", below))
    assert header.columns[field] == 3


def test_the_header_may_stand_below_titles_and_blank_lines() -> None:
    header = recognised(("Quotations of week 48",), (), ("27.11.2026", "", "Page 1"), ENGLISH, VALUES)
    assert (header.row, header.columns["net_price"]) == (3, 6)


def test_a_header_on_two_lines_is_one() -> None:
    header = recognised(
        ("Sales", "Item", "Material", "Net", "Order"),
        ("Doc.", "", "Number", "price", "Qty"),
        ("20001234", "10", "A1", "1.50", "3"),
    )
    assert header.row == 1
    assert set(header.columns) == {"sales_document", "item", "part_number", "net_price", "quantity"}


def test_headers_that_pages_repeat_and_totals_do_not_speak_against_a_column() -> None:
    """A page with one item: half of what stands below "Item" is the next page's header."""
    header = recognised(ENGLISH, VALUES, ("*", *[""] * 8, "30.00", "CNY", ""), ENGLISH, VALUES)
    assert header.row == 0
    assert header.columns["sales_document"] == 0


def test_page_titles_do_not_speak_against_the_column_they_stand_in() -> None:
    title = ("27.11.2026 Dynamic List Display 2",)
    assert recognised(ENGLISH, VALUES, title, title, title).columns["sales_document"] == 0


def test_errors_of_a_spreadsheet_do_not_speak_against_a_column() -> None:
    broken = [(*VALUES[:6], "#N/A", *VALUES[7:])] * 3
    assert recognised(ENGLISH, VALUES, *broken).columns["net_price"] == 6


def test_a_column_whose_contents_are_something_else_is_not_taken() -> None:
    header = recognised(("Quotation", "Item", "Material", "Price"), ("1", "10", "A1", "on request"))
    assert header.unknown == ("Price",)


def test_the_second_column_of_a_field_is_told() -> None:
    header = recognised((*ENGLISH[:4], "Name 1", "Name 1"), (*VALUES[:4], "Hill Pumps Ltd", "Dale Chemicals"))
    assert (header.columns["customer"], header.repeated) == (4, (("customer", 5),))


def test_a_full_name_goes_before_a_shortened_one() -> None:
    header = recognised((*ENGLISH[:4], "Net val it", "Net value"), (*VALUES[:4], "1.00", "2.00"))
    assert header.columns["net_value"] == 5


def test_names_of_the_house_are_added() -> None:
    rows: list[Row] = [("ZZANGNR", "Item", "Material"), ("20001234", "10", "A1")]
    assert recognise(rows, NAMES, {"quotation": ("ZZANGNR",)}) is not None
    assert recognise(rows, NAMES) is None


def test_no_header_where_fewer_than_three_names_are_known() -> None:
    assert recognise([("Alpha", "Item", "Material"), ("a", "10", "A1")], NAMES) is None


def test_no_name_of_one_field_is_given_twice() -> None:
    for field, names in NAMES.items():
        given = [name.strip() for name in names.split(";")]
        assert len(given) == len(set(given)), field


def test_every_name_has_a_key() -> None:
    assert [name for names in NAMES.values() for name in names.split(";") if not key(name)] == []
