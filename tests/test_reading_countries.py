"""Orders as traders of other countries write them: their currencies, taxes, headings and addresses."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import Field, Header, Reading


def _values(header: Header, *names: str) -> list[tuple[str | None, bool]]:
    fields: list[Field | None] = [getattr(header, name) for name in names]
    return [(None, True) if each is None else (each.value, each.sure) for each in fields]


KOREAN = """
PURCHASE ORDER
Order No. : HS26-0417
Order date : 2026-05-11
Orderer : Hansol Filter Co., Ltd.
Supplier : Northgate Filters Ltd
Please deliver in time.   [Unit: KRW]
"""
HEADINGS = ("No", "Item", "Size / Material", "Your P/N", "Unit", "Q'ty", "Unit price", "Supply price")
KOREAN_ITEMS = [
    HEADINGS,
    ("1", "FILTER BAG", "PE-2 450 mm", "NG-450-PE", "EA", "200", "7,300", "1,460,000"),
    ("2", "RETAINER", "SUS304", "NG-450-R", "EA", "20", "31,500", "630,000"),
    ("Supply price total", "", "", "", "", "", "", "2,090,000"),
    ("VAT (10%)", "", "", "", "", "", "", "209,000"),
    ("Order amount incl. VAT", "", "", "", "", "", "", "2,299,000"),
]


def test_the_supply_price_of_korean_orders_is_the_amount() -> None:
    reading = assemble(form(KOREAN, KOREAN_ITEMS))
    assert _values(reading.header, "total_amount", "tax_included", "currency") == [
        ("2299000", True),
        ("false", True),
        ("KRW", True),
    ]
    assert [line.amount.value for line in reading.lines if line.amount] == ["1460000", "630000"]


def test_an_item_in_words_is_named_by_them_and_not_by_its_size_and_material() -> None:
    lines = assemble(form(KOREAN, KOREAN_ITEMS)).lines
    assert [line.description.value for line in lines if line.description] == ["FILTER BAG", "RETAINER"]
    assert [line.customer_part_number for line in lines] == [None, None]


def test_a_heading_that_names_and_specifies_keeps_its_column() -> None:
    rows = [("No", "Item", "Name / Size", "Your P/N", "Q'ty", "Unit price", "Amount")]
    rows += [("1", "AB-100", "Filter bag 450 mm", "NG-450", "2", "10.00", "20.00")]
    (line,) = assemble(form("PURCHASE ORDER\nOrder No. : HS26-0417", rows)).lines
    assert line.description is not None
    assert line.description.value == "Filter bag 450 mm"


def _japanese(tax: str, sign: str = "¥") -> Reading:
    rows = [
        ("ORDER FORM", "", "", "", ""),
        ("Hoshino Japan K.K. Sales Dept.", "", "", "Order No.", "TK26-301"),
        ("Our factory orders as follows.", "", "", "Date", "2026-08-03"),
        ("Mizuno Foods Engineering Co., Ltd.", "", "", "", ""),
        ("", "", "", "", ""),
        ("No", "Description", "Q'ty", "Price", "Amount"),
        ("1", "Plate pack", "3", "74,000", "222,000"),
        ("2", "Gasket set", "5", "12,600", "63,000"),
        ("", "", "", "", ""),
        ("", "", "", "Subtotal", "285,000"),
        ("", "", "", tax, "28,500"),
        ("", "", "", "Total", f"{sign}313,500"),
    ]
    return assemble(sheet(rows))


def test_the_yen_is_told_by_japans_tax_and_has_no_decimals() -> None:
    header = _japanese("Consumption tax (10%)").header
    assert _values(header, "currency", "total_amount", "tax_rate") == [
        ("JPY", True),
        ("313500", True),
        ("10", True),
    ]


def test_the_sign_of_yen_and_yuan_stays_open_where_no_country_taxes() -> None:
    (currency,) = _values(_japanese("VAT (10%)").header, "currency")
    assert currency == ("JPY", False)


def test_the_sign_is_the_yuan_on_a_paper_in_chinese() -> None:
    rows = [("序号", "名称", "数量", "单价", "金额"), ("1", "轴套", "2", "¥100.00", "¥200.00")]
    reading = assemble(form("采购订单\n订单编号：DD260301\n需方：北辰化工有限公司", rows, "合计：¥200.00"))
    assert _values(reading.header, "currency") == [("CNY", True)]


def test_who_writes_below_the_sales_department_of_another_company_likely_buys() -> None:
    (customer,) = _values(_japanese("Consumption tax (10%)").header, "customer")
    assert customer == ("Mizuno Foods Engineering Co., Ltd.", False)


TURKISH = [
    ("Marmara Gıda ve Ambalaj Sanayi A.Ş.", "", "", "", "", "", "SATINALMA SİPARİŞİ"),
    ("", "", "", "", "", "", "PURCHASE ORDER"),
    ("Satıcı / Vendor", "ANKA MAKİNA LTD. ŞTİ.", "", "", "", "Sipariş No / Order No", "SP-26-0331"),
    (
        "Teslim Yeri / Delivery Place",
        "Liman Cad. No:8, Gebze / Kocaeli",
        "",
        "",
        "",
        "Tarih / Date",
        "14.07.2026",
    ),
    ("Ödeme / Payment", "60 days net", "", "", "", "Döviz / Currency", "EUR"),
    ("", "", "", "", "", "", ""),
    ("No", "Stok Kodu", "Açıklama", "Satıcı Kodu", "Miktar", "Birim Fiyat", "Tutar"),
    ("1", "170.11.0021", "KONVEYÖR BANDI", "AM40-PU", "12", "1.210,00", "14.520,00"),
    ("2", "170.11.0044", "TAHRİK KASNAĞI", "AM-DP90", "4", "385,50", "1.542,00"),
    ("", "", "", "", "", "Ara Toplam", "16.062,00"),
    ("", "", "", "", "", "KDV %20", "3.212,40"),
    ("", "", "", "", "", "Genel Toplam", "19.274,40"),
]


def test_a_turkish_order_is_read_by_its_own_words() -> None:
    reading = assemble(sheet(TURKISH))
    names = ("customer", "total_amount", "tax_rate", "tax_included", "currency")
    assert _values(reading.header, *names) == [
        ("Marmara Gıda ve Ambalaj Sanayi A.Ş.", True),
        ("19274.40", True),
        ("20", True),
        ("false", True),
        ("EUR", True),
    ]
    place = reading.header.delivery_place
    assert place is not None
    assert place.value == "Liman Cad. No:8, Gebze / Kocaeli"
    codes = [(line.part_number, line.customer_part_number) for line in reading.lines]
    assert [(own.value, theirs.value) for own, theirs in codes if own and theirs] == [
        ("AM40-PU", "170.11.0021"),
        ("AM-DP90", "170.11.0044"),
    ]


AUSTRALIAN = """
RIVERBEND PUMPS & TANKS
ABN 34 000 000 127   Lot 4 Mill Road, Berri SA 5343
PURCHASE ORDER   No: 7731
To: Northgate Filters Pty Ltd
Qty    Your part   Description     Price     Total
3 ea   NG-450-PE   Filter bag      $20.00    $60.00
2 ea   NG-KIT      Repair kit      $30.00    $60.00
                                   TOTAL     $120.00
{below}
"""


def _australian(below: str = "") -> SourceDocument:
    return paper(AUSTRALIAN.format(below=below))


def test_a_state_before_a_postcode_is_no_legal_form() -> None:
    (customer,) = _values(assemble(_australian()).header, "customer")
    assert customer == ("RIVERBEND PUMPS & TANKS", False)


@pytest.mark.parametrize(("below", "code"), [("", "AUD"), ("Invoices in USD only.", "USD")])
def test_dollars_are_likely_those_of_the_country_that_numbers_the_company(below: str, code: str) -> None:
    assert _values(assemble(_australian(below)).header, "currency") == [(code, False)]


@pytest.mark.parametrize(
    ("said", "value"), [("Account terms 21 days.", "21 days"), ("We may cancel within 21 days.", None)]
)
def test_days_behind_terms_are_terms_of_payment(said: str, value: str | None) -> None:
    terms = assemble(_australian(said)).header.payment_terms
    assert (terms.value if terms is not None else None) == value


@pytest.mark.parametrize(
    ("part", "sure"), [("NG-KIT", True), ("NG KIT", False), ("TBA-SOON", False), ("NGKIT", False)]
)
def test_a_code_without_a_figure_begins_as_the_others_do(part: str, *, sure: bool) -> None:
    rows = [
        ("Qty", "Your part", "Description", "Price", "Amount"),
        ("3", "NG-450-PE", "Filter bag", "20.00", "60.00"),
        ("2", part, "Repair kit", "30.00", "60.00"),
    ]
    lines = assemble(form("PURCHASE ORDER\nOrder No. 7731", rows, "Total 120.00")).lines
    found = lines[1].part_number
    assert found is not None
    assert (found.value, found.sure) == (part, sure)


HANGUL = [
    ("발주서", "", "", "", "", ""),
    ("발주번호", "DN26-0331", "", "공급자", "노스게이트 주식회사", ""),
    ("발주일자", "2026-05-11", "", "납품장소", "창원공장 자재창고", ""),
    ("발주처", "다온식품 주식회사", "", "납기일", "2026-06-20", ""),
    ("", "", "", "", "", ""),
    ("번호", "품명", "수량", "단위", "단가", "공급가액"),
    ("1", "필터백", "200", "EA", "7,300", "1,460,000"),
    ("2", "리테이너", "20", "EA", "31,500", "630,000"),
    ("", "", "", "", "공급가액 합계", "2,090,000"),
    ("", "", "", "", "부가세(10%)", "209,000"),
    ("", "", "", "", "합계금액", "2,299,000"),
]


def test_an_order_in_korean_is_read_by_its_own_words() -> None:
    names = ("document_number", "document_date", "customer", "delivery_date", "total_amount", "tax_rate")
    assert _values(assemble(sheet(HANGUL)).header, *names) == [
        ("DN26-0331", True),
        ("2026-05-11", True),
        ("다온식품 주식회사", True),
        ("2026-06-20", True),
        ("2299000", True),
        ("10", True),
    ]
