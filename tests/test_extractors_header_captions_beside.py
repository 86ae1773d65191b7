"""Captions that stand beside each other, one of them on two lines, and the values that are theirs."""

from dataclasses import replace

import pytest
from paper import paper

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
from models.reading import Field, Header

ITEMS = """
Pos  Material   Description      Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       2    pcs   10.00       20.00
                                 Total EUR              20.00
"""


def header(text: str) -> Header:
    return assemble(paper(f"{text}\n{ITEMS}")).header


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_a_caption_of_two_lines_may_have_its_value_beside_the_first() -> None:
    text = """
                         PURCHASE ORDER
Vendor                                  Purchase     77180-4
Lakeside Seals Inc.                     order
12 Mill Lane                            Date         2026-05-04
"""
    assert value(header(text).document_number) == ("77180-4", True)


def test_two_captions_with_a_value_each_are_no_caption_of_two_lines() -> None:
    text = """
Purchase order 77180
Our          Elin Falk
reference    PM4
"""
    assert value(header(text).document_number) == ("77180", True)


def test_a_word_before_a_further_one_is_a_caption_and_no_place() -> None:
    text = """
Purchase order 77181
Delivery address      Handlaggare       Märke
Sågverket AB          Elin Falk         PM4
Sågvägen 11
812 30 Storvik
"""
    assert value(header(text).delivery_place) == ("Sågverket AB Sågvägen 11 812 30 Storvik", True)


def test_a_word_that_may_be_a_caption_is_no_certain_place() -> None:
    text = """
Purchase order 77182
Delivery address      Handlaggare       Märke
"""
    assert value(header(text).delivery_place) == ("Handlaggare", False)


def test_a_place_with_nothing_beside_it_is_one() -> None:
    assert value(header("Purchase order 77183\nDelivery address:     Storvik").delivery_place) == (
        "Storvik",
        True,
    )


def test_a_title_in_large_letters_does_not_go_on_in_the_address_below_it() -> None:
    title = "Northern Timber & Board Processing Inc. Purchase Order"
    text = f"{title}\n4100 Quarry Avenue\n{'Order':40}77184\n{ITEMS}"
    page = paper(text).pages[0]
    words = [
        replace(word, box=word.box._replace(top=word.box.top - 6)) if word.text in title.split() else word
        for word in page.words
    ]
    tall = replace(page, words=tuple(words))
    order = assemble(SourceDocument(FileFormat.PDF, (tall,), exact=False))
    assert value(order.header.document_number) == ("77184", True)
    assert value(header(f"{title}\n4100 Quarry Avenue\n{'Order':40}77184").document_number) == (
        "77184",
        False,
    )


@pytest.mark.parametrize(
    ("lines", "certain"),
    [
        (["Quarry Plant", "Dock 4", "36200 Stone Road", "Milford, LA 70734", "United States"], True),
        (["Quarry Plant", "Dock 4", "36200 Stone Road", "Milford, LA 70734", "Bill-to place"], False),
        (["Quarry Plant", "Dock 4", "Gate opens in the morning"], False),
    ],
)
def test_an_address_of_several_lines_ends_with_its_town_or_country(
    lines: list[str], *, certain: bool
) -> None:
    text = "\n".join(["Purchase order 77185", "Ship To", *lines])
    assert value(header(text).delivery_place) == (" ".join(lines), certain)


@pytest.mark.parametrize(
    ("days", "sure"),
    [(("21.04.26", "15.06.26", "29.06.26"), True), (("21.04.26", "26.04.26", "21.04.26"), False)],
)
def test_days_tell_together_where_their_year_stands(days: tuple[str, str, str], *, sure: bool) -> None:
    order, first, second = days
    text = f"""
Purchase order 77186
Order date: {order}
Pos  Material   Description      Delivery    Qty  Unit  Unit price  Amount
10   1001234    Shaft seal       {first}    2    pcs   10.00       20.00
20   1001235    Shaft sleeve     {second}    1    pcs   15.50       15.50
                                                        Total EUR  35.50
"""
    found = assemble(paper(text))
    assert found.header.document_date is not None
    assert (found.header.document_date.value, found.header.document_date.sure) == ("2026-04-21", sure)


ASIDE = """
                         PURCHASE ORDER
Dispatch no.: 77180-4
Please deliver to:                          {right}
Fjordpumper AS
Goods inward, Dock 2
Havneveien 20
5091 Strandby
"""


def test_an_address_below_its_label_has_nothing_beside_it_in_another_column() -> None:
    place = header(ASIDE.format(right="Your vendor number with us 203318")).delivery_place
    assert place is not None
    assert place.value == "Fjordpumper AS Goods inward, Dock 2 Havneveien 20 5091 Strandby"


def test_a_street_beside_its_label_is_the_place() -> None:
    place = header(ASIDE.format(right="Site store, Havneveien 31, 5091 Strandby")).delivery_place
    assert place is not None
    assert place.value is not None
    assert place.value.startswith("Site store, Havneveien 31")


LABELS_BESIDE = """
PURCHASE ORDER  No. KV-5521
Supplier                              Deliver to                           {caption}
Delta Seals GmbH                      Kestrel c/o Norden Forwarding        Date: 14 July 2026
Am Hafen 3                            Shed 7, 41 Quay Road, Hull           Our enquiry: RQ-0655
20457 Hamburg                         Contact: Mr Hale                     Our project: Revamp
"""


@pytest.mark.parametrize("caption", ["Particulars", "Einzelheiten", "概要"])
def test_a_text_over_labels_is_a_caption_and_no_place(caption: str) -> None:
    found = header(LABELS_BESIDE.format(caption=caption))
    assert value(found.delivery_place) == (
        "Kestrel c/o Norden Forwarding Shed 7, 41 Quay Road, Hull",
        True,
    )


def test_a_text_over_labels_is_no_certain_place_where_the_label_has_no_address() -> None:
    text = """
PURCHASE ORDER  No. KV-5522
Supplier                              Deliver to                           Particulars
Delta Seals GmbH                                                           Date: 14 July 2026
Am Hafen 3                                                                 Our enquiry: RQ-0655
"""
    found = header(text).delivery_place
    assert found is None or not found.sure


def test_a_place_beside_its_label_may_have_a_line_below_it() -> None:
    text = """
PURCHASE ORDER  No. KV-5523
Deliver to        Nordkai Pumps Ltd, Main Stores
                  41 Quay Road, Hull
Order date        2026-05-04
"""
    found = value(header(text).delivery_place)
    assert found is not None
    assert found[0] == "Nordkai Pumps Ltd, Main Stores 41 Quay Road, Hull"


TYPED = """
采购订单  DH-77190
{kind}            供应商报价单          单据日期
{answer}            20018841              2026-05-04
付款协议            币种                  {tax}
月结60天            人民币                {rate}
"""
CHINESE_ITEMS = """
行号  物料编码   供应商料号  物料名称    数量  单位  含税单价  含税金额
1     AB.10.1    10023177    机械密封    2     套    113.00    226.00
                                                       合计    226.00
"""


def chinese(**words: str) -> Header:
    return assemble(paper(f"{TYPED.format(**words)}\n{CHINESE_ITEMS}")).header


@pytest.mark.parametrize(("kind", "answer"), [("交易类型", "标准采购"), ("采购类别", "备件采购")])
def test_the_offers_number_stands_below_its_caption_beside_the_kind_of_order(kind: str, answer: str) -> None:
    found = chinese(kind=kind, answer=answer, tax="税目税率", rate="13%")
    assert value(found.quotation_number) == ("20018841", True)
    assert value(found.payment_terms) == ("月结60天", True)
    assert value(found.tax_rate) == ("13", True)


def test_a_title_that_says_what_kind_of_paper_this_is_labels_nothing() -> None:
    text = """
采购单  77191
单据类型        报价单
单据编号        20018841
"""
    found = header(text).quotation_number
    assert found is None or not found.sure


def test_a_caption_of_the_terms_is_no_title_of_another_paper() -> None:
    found = chinese(kind="业务类型", answer="普通采购", tax="税率", rate="13%")
    assert value(found.document_number) == ("DH-77190", True)


@pytest.mark.parametrize("title", ["付款申请单", "付款通知"])
def test_a_title_of_a_paper_about_paying_still_opens_all(title: str) -> None:
    text = TYPED.format(kind="业务类型", answer="普通采购", tax="税率", rate="13%")
    found = assemble(paper(f"{title}\n{text.lstrip()}\n{CHINESE_ITEMS}")).header
    assert found.document_number is None or not found.document_number.sure
