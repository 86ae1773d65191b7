"""Headers of letters and portals: clauses with run-in titles, towns with days, captions above values."""

import pytest
from paper import paper
from typed_orders import read, sure, told, value

from extractors.assemble import assemble
from extractors.fields import incoterms
from extractors.header.labelling.label_lines import pairs
from extractors.header.labelling.label_words import match, meaning
from extractors.vocabulary.meanings import Label
from models.reading import Field, Reading

LETTER = """
{own}BROOKVALE ENGINEERING LTD

To: Ningbo Orrin Pump Co., Ltd.

PURCHASE ORDER
Order No.: BE-2207-14
Date: 12 March 2026
{clauses}

Item   Description          Qty       Rate US$     Amount US$
1      Wear plate           4 pcs        50.00         200.00
2      Lantern ring         6 pcs        20.00         120.00
{total}
"""


def letter(
    clauses: str, total: str = "Grand total (US Dollars)                               320.00"
) -> Reading:
    return assemble(paper(LETTER.format(own="", clauses=clauses.strip("\n"), total=total)))


def unsure(field: Field | None) -> str | None:
    """Return the value of a field that is not sure, None for any other."""
    return field.value if field is not None and not field.sure else None


def test_the_title_of_a_numbered_clause_labels_what_runs_on_behind_it() -> None:
    header = letter("""
1. Payment. 20% against order acknowledgement, 80% within 30 days of delivery.
2. Delivery address. Brookvale yard No. 3, Quay Road 14, Larnford LF4 2QP.
""").header
    assert unsure(header.payment_terms) == "20% against order acknowledgement, 80% within 30 days of delivery"
    assert value(header.delivery_place) == "Brookvale yard No. 3, Quay Road 14, Larnford LF4 2QP."


LONG = "Brookvale yard No. 3, behind the old harbour and the northern locks, "
LONG += "of the canal that runs to the mouth of Ras Al"


@pytest.mark.parametrize(("rest", "whole"), [("Zour-Industrial-Area, Larnford", True), ("Call ahead", False)])
def test_a_line_goes_on_where_the_next_word_had_no_room_any_more(rest: str, *, whole: bool) -> None:
    wide = (
        "Packing: wooden cases of the heavy kind with skids, two-way entry and straps, marked on all sides "
    )
    wide += "in letters that everybody can read from afar"
    place = letter(f"Delivery address: {LONG}\n{rest}\n{wide}").header.delivery_place
    assert ((value(place) or "") == f"{LONG} {rest}") is whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3. Payment. 30 days net", [(frozenset({Label.PAYMENT}), 0, 12)]),
        ("3. Payment. We pay within 30 days", []),
        ("3. Payment. Invoices are paid within 30 days", []),
        ("Payment. 30 days net", []),
    ],
)
def test_the_title_of_a_clause_is_a_label_before_no_sentence(
    text: str, found: list[tuple[frozenset[Label], int, int]]
) -> None:
    assert list(pairs(text)) == found


def test_a_sentence_behind_the_title_of_a_clause_is_no_value_of_it() -> None:
    place = letter("""
1. Destination and marking. Goods are to be consigned to: Brookvale yard, Quay Road 14, Larnford LF4 2QP
""").header.delivery_place
    assert place is None or not place.sure
    assert value(place) != "Goods are to be consigned"


def test_a_total_names_its_money_in_words() -> None:
    header = letter("").header
    assert (value(header.total_amount), value(header.currency)) == ("320.00", "USD")
    assert header.total_amount is not None
    assert header.total_amount.sure


def test_the_day_behind_the_value_of_an_order_is_no_total() -> None:
    bond = "Performance bond of 10% of the order value, valid until 30 September 2027."
    header = letter(bond, total="").header
    assert value(header.total_amount) != "30"


@pytest.mark.parametrize(
    "rest",
    [
        "Harbour Estate, Jutland",
        "Block 4 Harbour Estate, Jutland",
        "Old Harbour Estate, North Jutland, Denmark",
    ],
)
def test_a_name_of_several_parts_right_below_an_address_leaves_it_open(rest: str) -> None:
    place = letter(f"Delivery address: Brookvale lower yard No. 3, Ravn Pier\n{rest}").header.delivery_place
    assert place is not None
    assert not place.sure or place.value == f"Brookvale lower yard No. 3, Ravn Pier {rest}"


def test_an_address_goes_on_below_a_comma() -> None:
    place = letter("""
Delivery address: Brookvale lower yard, Ravn Pier,
North Harbour Estate
Payment: 30 days net
""").header.delivery_place
    assert value(place) == "Brookvale lower yard, Ravn Pier, North Harbour Estate"


def test_a_town_stands_before_the_day_where_the_label_asks_for_both() -> None:
    text = """
NORDKAI CHEMIE AG
BESTELLUNG
Bestellung Nr.: 26-30772
Ort, Datum: Altdorf, 16.12.2025
Angebot: NC 44 v. 04.12.2025

Pos  Bezeichnung     Menge   ME     Preis CHF    Total CHF
1    Gleitring       4       Stk.       50.00       200.00
2    Federsatz       6       Set        20.00       120.00
Bestelltotal exkl. MWST                    CHF      320.00
"""
    header = assemble(paper(text)).header
    assert header.document_date is not None
    assert (header.document_date.value, header.document_date.sure) == ("2025-12-16", False)
    assert header.delivery_date is None
    assert value(header.total_amount) == "320.00"


@pytest.mark.parametrize("label", ["Ort, Datum", "Place and date"])
def test_place_and_day_of_issue_are_no_delivery(label: str) -> None:
    assert meaning(label) == {Label.PLAIN_DATE}


def test_the_number_to_be_quoted_is_the_orders() -> None:
    assert meaning("Please quote this number on all correspondence") == {Label.ORDER_NUMBER}


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("Payt", Label.PAYMENT),
        ("Terms of payt.", Label.PAYMENT),
        ("发包单位", Label.BUYER),
        ("承供单位", Label.SELLER),
        ("收货组织/地点 Receiving location", Label.PLACE),
        ("来源单据 Source quotation", Label.QUOTATION_NUMBER),
        ("币种 Cur.", Label.CURRENCY),
    ],
)
def test_labels_of_portals_and_contracts_are_known(label: str, wanted: Label) -> None:
    assert meaning(label) == {wanted}


def test_the_title_of_a_clause_is_numbered_by_a_figure_alone() -> None:
    found = match("3 到货地 Place of delivery")
    assert found is not None
    assert found.meanings == {Label.PLACE}
    assert match("3 其他") is None


def test_a_commission_behind_the_place_is_no_part_of_it() -> None:
    assert incoterms.normal("CIF Haiphong, Incoterms 2020, commission nil") == "CIF Haiphong"
    assert incoterms.normal("CIF Haiphong, no commission") == "CIF Haiphong"


def test_the_number_of_an_order_sheet_is_the_orders() -> None:
    text = """
TORBAY PETRO SERVICES LTD
ORDER SHEET
Maker : Ningbo Orrin Pump Co., Ltd.
Sheet no. : {number}
Date : 26 MAY 2026

#   Particulars     Qty       Unit USD     Total USD
1   Wear plate      4 pcs        50.00        200.00
2   Lantern ring    6 pcs        20.00        120.00
TOTAL USD                                     320.00
"""
    assert (
        value(assemble(paper(text.format(number="TP-PO-2605-039"))).header.document_number)
        == "TP-PO-2605-039"
    )
    assert value(assemble(paper(text.format(number="2 of 3"))).header.document_number) is None


def test_the_day_of_a_voucher_is_the_orders_although_it_is_called_a_document() -> None:
    header = assemble(
        paper("""
采购订单 Purchase Order
单据编号 Doc No: CG002614          单据日期 Doc Date: 2026-10-21
采购方：华鼎化工有限公司
供应商 Supplier: 宁波欧林泵业有限公司

行   品名     数量    含税单价    价税合计
1    轴套     4 件       50.00      200.00
2    口环     6 件       20.00      120.00
合计                               320.00
""")
    ).header
    assert header.document_date is not None
    assert (header.document_date.value, header.document_date.sure) == ("2026-10-21", True)


CARDS = """
行 Line 1                    状态 Status: 已发布
物料 Item       物料描述 Description   供应商料号 Supplier item
6076270001      耐磨板                 WP-118844
订购数量        不含税单价             不含税金额
4 个            50.00                  200.00
备注 Remark
包装箱注明采购申请号PR110029
行 Line 2                    状态 Status: 已发布
物料 Item       物料描述 Description   供应商料号 Supplier item
6076270002      灯笼环                 LR-118845
订购数量        不含税单价             不含税金额
6 个            20.00                  120.00
备注 Remark
随货附材质单


不含税合计：320.00
"""


def test_cards_below_their_numbers_have_captions_above_their_values() -> None:
    lines = read(CARDS).lines
    assert told(lines, "line_number", "part_number", "customer_part_number", "description", "amount") == [
        ("1", "WP-118844", "6076270001", "耐磨板", "200.00"),
        ("2", "LR-118845", "6076270002", "灯笼环", "120.00"),
    ]
    assert all(sure(lines, "amount"))
