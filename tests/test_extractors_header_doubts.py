"""What a header field must not be sure of: another party, another paper, another sum."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.kinds.kinds import kind_of_title
from models.reading import Field, Header, Kind

ROWS = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Shaft sleeve", "4", "10.00", "40.00"]]


def header(text: str, after: str = "") -> Header:
    return assemble(form(text, ROWS, after)).header


def sure(field: Field | None) -> bool:
    return field is not None and field.sure


def test_the_number_of_another_contract_is_not_surely_the_orders() -> None:
    assert not sure(header("Purchase Order 4500771999\nContract no.: FA-2024-01").document_number)


def test_a_bare_date_beside_the_number_of_an_offer_is_not_surely_the_orders() -> None:
    text = "Purchase order\nOrder no. 4500772000\nYour quotation: 20031111     Date: 11.01.2026"
    assert not sure(header(text).document_date)


def test_a_day_is_no_number_of_an_order() -> None:
    number = header("Purchase order\nOrder no.\n16.06.2026").document_number
    assert number is None or number.value is None


def test_an_amount_is_no_number_of_an_order() -> None:
    number = header("Contract\nContract price    303,037.54").document_number
    assert number is None or number.value is None


def test_two_companies_in_one_line_are_not_one_customer() -> None:
    text = "Spare Parts Order\nWe, Halden Works AB, order from Some Sealing Co., Ltd. the following:"
    customer = header(text).customer
    assert customer is None or "Sealing" not in (customer.value or "")


def test_the_company_of_an_address_block_may_be_the_sellers() -> None:
    assert not sure(
        header("Purchase order\nVendor\nCompany: Some Sealing Co., Ltd.\nContact: Ms. Li").customer
    )


def test_a_company_that_the_contract_calls_the_buyer_is_the_customer() -> None:
    text = "Contract\nSome Sealing Co., Ltd. (the Seller) and\nTiong Marine Pte Ltd, Singapore (the Buyer)."
    customer = header(text).customer
    assert customer is not None
    assert customer.value == "Tiong Marine Pte Ltd"


def test_a_place_that_points_elsewhere_is_not_sure() -> None:
    assert not sure(header("Purchase order\nShip to: see delivery instructions").delivery_place)


def test_freight_without_tax_says_nothing_of_the_prices() -> None:
    assert header("采购订单\n运费：不含税").tax_included is None


def test_a_sum_with_tax_says_nothing_of_the_line_prices() -> None:
    assert not sure(header("采购订单", "结算合计 45.20 元，含税合计 45.20 元").tax_included)


def test_a_larger_sum_that_is_not_understood_leaves_the_total_open() -> None:
    assert not sure(
        header("Purchase order", "Total 40.00\nRevised overall total of it all 45.20").total_amount
    )


def test_a_total_may_stand_below_its_label_but_what_heads_a_column_is_none() -> None:
    below = header("Purchase order", "DELIVERY      TOTAL ORDER EUR\n18/04/2026    40.00").total_amount
    assert below is not None
    assert (below.value, below.sure) == ("40.00", True)
    column = header("Purchase order", "Month     Gross amount\nApril     16.50\nMay       23.50")
    assert column.total_amount is None


def test_net_sixty_is_no_total() -> None:
    total = header("Purchase order\nTERMS      NET 60").total_amount
    assert total is None


def test_of_a_week_and_a_year_the_label_says_what_they_are() -> None:
    week = header("Purchase order\nDelivery week: 10/2026").delivery_date
    assert week is not None
    assert week.value == "2026-03-08"
    assert not sure(header("Purchase order\nDelivery: 10/2026").delivery_date)


def test_a_small_caption_has_its_value_below() -> None:
    text = "Purchase order\nPO number/date\nP-100787 / 2026-01-11"
    found = header(text)
    assert found.document_number is not None
    assert found.document_date is not None
    assert (found.document_number.value, found.document_date.value) == ("P-100787", "2026-01-11")


def test_where_captions_stand_side_by_side_the_value_of_the_right_kind_counts() -> None:
    found = header("Purchase order\nSHIP BY        FUNDS\n2026-07-27     USD").delivery_date
    assert found is not None
    assert found.value == "2026-07-27"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Quoted under: 20035511", None),
        ("CONTRACT FOR SUPPLY OF SPARE PARTS", Kind.CONTRACT),
        ("购货合同 PURCHASE CONTRACT", Kind.CONTRACT),
        ("Spare Parts Order", Kind.PURCHASE_ORDER),
        ("Local Purchase Order (LPO)", Kind.PURCHASE_ORDER),
        ("Purchase order 45-1 dated 3 May 2026", Kind.PURCHASE_ORDER),
        ("采购合同（通用版）", None),
    ],
)
def test_titles_say_what_a_paper_is(title: str, kind: Kind | None) -> None:
    assert kind_of_title(title) is kind


def test_the_number_of_an_offer_alone_on_a_line_makes_no_offer() -> None:
    text = "Delta Works GmbH\nPlease supply as follows\nQuotation No. 20031111"
    assert assemble(form(text, ROWS)).kind is Kind.PURCHASE_ORDER


def test_data_strung_on_a_line_are_read_piece_by_piece() -> None:
    text = "Delta Works GmbH - Purchase Order P-101263\nDate 19.06.2026 - Vendor Some Sealing Co., Ltd."
    found = assemble(paper(text)).header
    assert found.document_number is not None
    assert found.document_date is not None
    assert (found.document_number.value, found.document_date.value) == ("P-101263", "2026-06-19")
