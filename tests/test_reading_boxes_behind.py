"""Boxes that stand behind what they tick, below other labels, or tick several things."""

import pytest
from paper import paper
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.reading import Header


def read(said: str) -> Header:
    return assemble(paper(TWO_ITEMS.format(said))).header


def told(header: Header, name: str) -> tuple[str | None, bool]:
    return known(getattr(header, name))


@pytest.mark.parametrize(
    ("said", "name", "right"),
    [
        ("交货期：30天□ 45天■", "lead_time", "P45D"),
        ("Payment terms: 30 days net [ ] 60 days net [x]", "payment_terms", "60 days net"),
        ("付款方式：现汇□ 承兑☑", "payment_terms", "承兑"),
        ("税率：13%□ 6%☑", "tax_rate", "6"),
    ],
)
def test_boxes_may_stand_behind_their_options(said: str, name: str, right: str) -> None:
    assert told(read(said), name) == (right, True)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("价格：含税□ 不含税☑ 税率13%", "tax_included"),
        ("Delivery date: 12.05.2027 ☐ 19.05.2027 ☒", "delivery_date"),
        ("Payment terms: 30 days ☐ 60 days ☒ prepaid ☐", "payment_terms"),
        ("Prices incl. VAT: yes ☐ no ☒", "tax_included"),
        ("Incoterms: FCA ☐ DAP Newport ☒", "incoterms"),
        ("Lead time: 6 weeks [ ] 8 weeks [x] 10 weeks", "lead_time"),
        ("Terms of delivery\n[x] EXW  [ ] FCA  [x] DAP Newport", "incoterms"),
        ("付款方式：☑现汇 □承兑 ☑月结60天", "payment_terms"),
    ],
)
def test_what_is_ticked_is_open_where_that_is_not_clear(said: str, name: str) -> None:
    assert not told(read(said), name)[1]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Delivery date         Invoice date\n☐ 12.05.2027          ☒ 05.05.2027", "delivery_date"),
        ("交货日期              检验日期\n□ 2027-05-12          ☑ 2027-05-05", "delivery_date"),
        ("Lead time             Warranty\n[ ] 6 weeks           [x] 12 months", "lead_time"),
        ("Delivery terms        Return terms\n[ ] DAP Newport       [x] EXW Tianjin", "incoterms"),
        ("Payment terms         Retention\n[ ] 30 days net       [x] 60 days", "payment_terms"),
    ],
)
def test_what_is_ticked_below_another_label_is_not_this_one_s(said: str, name: str) -> None:
    assert not told(read(said), name)[1]


def test_a_ticked_option_far_behind_its_label_in_the_line_below_is_its_own() -> None:
    header = read("Payment terms\n☐ 30 days net      ☒ 60 days net")
    assert told(header, "payment_terms") == ("60 days net", True)


def test_a_rate_behind_an_option_that_is_not_ticked_stands() -> None:
    assert told(read("价格：☑含税 □不含税 税率13%"), "tax_rate") == ("13", True)


def test_options_of_two_labels_in_one_line_are_two_answers() -> None:
    said = "第二条 税率：☐ 9% ☑ 13% ☐ 6%；发票种类：☑ 增值税专用发票 ☐ 增值税普通发票"
    assert told(read(said), "tax_rate") == ("13", True)
