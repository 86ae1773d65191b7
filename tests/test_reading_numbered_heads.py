"""Order sheets with numbered heads: a bare place, another's order, "@" for the price; words behind codes."""

import pytest
from paper import form, paper
from typed_orders import read, sure, told

from extractors.assemble import assemble
from models.reading import Header

SHEET = """
No. MP26-B0412
Mar. 24, 2027
                             ORDER SHEET
Delta Seals Co., Ltd.                  MIYAHAMA PUMP WORKS CO., LTD.
Attn: Sales Dept.                      5-2 Minato-machi, Kure

1. Delivery : May 29, 2027
2. Place : {place}
3. Machine no. : SPV-117 ({whose} P.O. KZ-88014, Feb. 27, 2027)

No.    Name            Maker code   Q'ty     @ (JPY)     Amount (JPY)
1      Shaft sleeve    10094411     6 pcs    11,000      66,000
2      Lip seal        10094412     4 pcs    520         2,080
                                             TOTAL       68,080
"""


def _header(
    place: str = "Miyahama Works, Gate 2, 5-2 Minato-machi, Kure", whose: str = "customer's"
) -> Header:
    return assemble(paper(SHEET.format(place=place, whose=whose))).header


def test_an_address_behind_a_bare_place_is_proposed() -> None:
    place = _header().delivery_place
    assert place is not None
    assert (place.value, place.sure) == ("Miyahama Works, Gate 2, 5-2 Minato-machi, Kure", False)


def test_a_town_alone_is_no_place_that_goods_go_to() -> None:
    assert _header(place="Kure").delivery_place is None


def test_the_day_of_the_customer_s_order_is_not_this_one_s() -> None:
    date = _header().document_date
    assert date is not None
    assert (date.value, date.sure) == ("2027-03-24", False)


def test_prices_stand_below_an_at_sign() -> None:
    lines = assemble(paper(SHEET.format(place="Kure", whose="customer's"))).lines
    assert told(lines, "quantity", "unit_price", "amount") == [
        ("6", "11000", "66000"),
        ("4", "520", "2080"),
    ]
    assert sure(lines, "unit_price") == [True, True]


ITEMS = """
1    Shaft sleeve RB                               2 Stk.   à 110,00        220,00
     Typ/Teilenr.: {first}
2    Lip seal NU                                   4 Stk.   à 52,00         208,00
     Typ/Teilenr.: {second}
     Summe EUR                                                              428,00
"""


def test_a_number_is_parted_from_the_ship_that_the_part_is_for() -> None:
    lines = read(ITEMS.format(first="10094411 Schiff 5501", second="H82B517/26 Schiff 5501")).lines
    assert told(lines, "part_number") == [("10094411",), ("H82B517/26",)]
    assert sure(lines, "part_number") == [False, False]


@pytest.mark.parametrize("code", ["MB85 Alloy 718", "HYDRO SEAL 4471", "1009 Seal 4411"])
def test_a_code_with_words_in_it_keeps_them(code: str) -> None:
    lines = read(ITEMS.format(first=code, second=code)).lines
    assert all(value is None or value.startswith(code) for (value,) in told(lines, "part_number"))


@pytest.mark.parametrize("sheet", ["Sheet 12", "Issue 02", "Index 03", "Blatt 04"])
def test_the_sheet_or_issue_of_a_drawing_stays_with_it(sheet: str) -> None:
    rows = [
        ["Pos", "Your part no.", "Drawing", "Description", "Qty", "Unit", "Unit price", "Amount"],
        ["10", "10094411", f"4-7715-02 {sheet}", "Shaft sleeve", "6", "pcs", "110.00", "660.00"],
    ]
    lines = assemble(form("PURCHASE ORDER\nOrder No.: 4500781234", rows, "Total EUR 660.00")).lines
    assert told(lines, "drawing_number") == [(f"4-7715-02 {sheet}",)]


def test_the_buyer_s_number_in_its_own_program_is_the_buyer_s() -> None:
    text = """
1) 4 pcs  Shaft sleeve 45 mm
   your code 10094411, our SAP 3001187
   EUR 110.00 each = EUR 440.00

2) 6 pcs  Lip seal 45 mm
   your code 10094412, our SAP 3001192
   EUR 5.20 each = EUR 31.20

Order total EUR 471.20
"""
    lines = read(text).lines
    assert told(lines, "part_number", "customer_part_number") == [
        ("10094411", "3001187"),
        ("10094412", "3001192"),
    ]


FORMED = """
{title}
Buyer: Tarn Works Ltd          ORDER NO.: TW/3391/26          Date: 12 March 2026
Pos  Your part no.  Description       Qty  Unit  Price   Amount
1    10044556       Mechanical seal     2  pcs   150.00  300.00
Total EUR 300.00
"""


@pytest.mark.parametrize(
    ("title", "certain"), [("F-204 ORDER FOR GOODS", True), ("TW-2041 ORDER FOR GOODS", False)]
)
def test_the_number_of_a_form_in_the_title_is_no_rival_of_a_labelled_one(
    title: str, *, certain: bool
) -> None:
    number = assemble(paper(FORMED.format(title=title))).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("TW/3391/26", certain)
