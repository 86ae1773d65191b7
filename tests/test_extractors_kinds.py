"""What a document is where no title says it: never an order that nobody compares."""

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.kinds import doubtful_titles, titles
from models.reading import Kind

ROWS = "Ln   Description      Qty    Rate   Amount\n1    Shaft sleeve       2   50.00   100.00\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Invoice Number   7731\nInvoice Date   03/14/26\n", Kind.INVOICE),
        ("Receipt # 7731\n" + ROWS, Kind.INVOICE),
        ("Project Statement\n" + ROWS, Kind.INVOICE),
        ("Please supply by return\nShaft sleeve, two pieces\n", Kind.PURCHASE_ORDER),
        (
            ROWS + "Every paper that you send us has to state our order and its own invoice number on top\n",
            Kind.PURCHASE_ORDER,
        ),
        ("Minutes of a meeting\n", Kind.OTHER),
    ],
)
def test_what_it_speaks_of_decides(text: str, kind: Kind) -> None:
    assert assemble(paper(text)).kind is kind


@pytest.mark.parametrize(
    ("line", "revoked"),
    [
        ("您有一张新的采购订单待确认，请于2个工作日内登录供应商门户处理。", False),
        ("采购订单（待确认）", True),
        ("待确认 3", False),
        ("采购订单 待审批", True),
        ("状态：待审核", True),
        ("状态：待供应商确认", False),
        ("订单状态：待发货", False),
        ("按Rev.B版图纸加工，Rev.A（2023-08-15）作废", False),
        ("Drawing 4-1182 Rev. A superseded", False),
        ("图纸已变更，本订单作废", True),
        ("作废", True),
    ],
)
def test_an_order_that_waits_for_the_supplier_is_in_force(line: str, *, revoked: bool) -> None:
    assert doubtful_titles.revokes(line) is revoked


def test_a_part_of_a_sentence_that_ends_like_a_title_is_none() -> None:
    assert titles.kind_of_title("青岚湾化工机械密封采购合同") is Kind.CONTRACT
    assert titles.kind_of_title("滤芯若干，型号见上次合同") is None


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("View Order Create Invoice Acknowledge PO", False),
        ("Confirm Order", False),
        ("Acknowledge Reject Download Print", False),
        ("Acknowledgement", True),
        ("Order Confirmation", True),
        ("Purchase Order Acknowledgement", True),
        ("Acknowledgment of Order", True),
    ],
)
def test_a_button_that_asks_to_confirm_an_order_is_no_title_of_a_confirmation(
    line: str, *, other: bool
) -> None:
    assert doubtful_titles.names_another(line) is other


@pytest.mark.parametrize(
    ("line", "undone"),
    [
        ("取消采购订单", True),
        ("退货订单", True),
        ("未交采购订单", True),
        ("预采购订单", True),
        ("终止采购合同", True),
        ("Planned Order", True),
        ("Termination of Contract", True),
        ("Stornierung Bestellung", True),
        ("采购订单", False),
        ("样品采购订单", False),
        ("测试设备采购订单", False),
        ("预制构件有限公司采购订单", False),
        ("Testing Equipment Purchase Order", False),
        ("Open Air Works Purchase Order", False),
    ],
)
def test_the_title_of_an_order_may_say_that_it_is_none_any_more(line: str, *, undone: bool) -> None:
    assert doubtful_titles.undoes(line) is undone


def test_nothing_is_sure_of_an_order_whose_title_takes_it_back() -> None:
    body = "\n\nOrder no.: P-101263\n\n" + ROWS + "Total EUR   100.00\n"
    for title, sure in (("Purchase Order", True), ("Cancelled Purchase Order", False), ("Test Order", False)):
        number = assemble(paper(title + body)).header.document_number
        assert number is not None
        assert number.sure is sure, title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("采购订单详情 东岳供应商协同平台", Kind.PURCHASE_ORDER),
        ("采购合同 电子招采系统", Kind.CONTRACT),
        ("采购订单管理平台", None),
        ("东岳供应商协同平台", None),
    ],
)
def test_a_title_may_be_followed_by_the_platform_that_printed_it(text: str, kind: Kind | None) -> None:
    assert titles.kind_of_title(text) is kind


GERMAN = (
    "Halder Chemie GmbH & Co. KG · Werkstraße 8 · 67056 Ludwigshafen              Bestellung\n"
    "Renhof Dichtungen GmbH                                       Nummer / Datum  4500217 / 08.05.2026\n"
    "Bitte bestätigen Sie den Auftrag innerhalb von 5 Tagen. Es gelten allein unsere Allgemeinen\n"
    "Einkaufsbedingungen Stand 01/2024.\n"
)


def test_neither_the_end_of_a_paragraph_nor_a_sender_beside_the_title_hides_an_order() -> None:
    assert assemble(paper(GERMAN + ROWS)).kind is Kind.PURCHASE_ORDER
    assert assemble(paper(f"Einkaufsbedingungen\n{GERMAN[80:]}")).kind is not Kind.PURCHASE_ORDER


def test_the_end_of_the_terms_of_payment_makes_no_invoice() -> None:
    text = "Pagamento / Payment\nBonifico 60 gg d.f. / Bank transfer 60 days from\n{}\n" + ROWS
    assert assemble(paper(text.format("invoice date"))).kind is Kind.PURCHASE_ORDER
    assert assemble(paper(text.format("Invoice date: 3 May 2026"))).kind is Kind.INVOICE


def test_the_list_of_a_contract_is_one() -> None:
    assert titles.kind_of_title("采购合同清单") is Kind.CONTRACT


STACKED = (
    "Brennhof Papier AG                                            Auftrag Nr.\n"
    "                                                              BP-26-118\n"
    "Zentrale Beschaffung\n"
    "                                                              Angebot\n"
    "                                                              {}\n"
)


def test_the_caption_of_an_offers_number_below_the_title_of_an_order_is_no_title() -> None:
    assert assemble(paper(STACKED.format("20077416") + ROWS)).kind is Kind.PURCHASE_ORDER
    assert assemble(paper(STACKED.format("freibleibend") + ROWS)).kind is Kind.QUOTATION
    bare = STACKED.format("20077416").replace("Auftrag Nr.", "Kunde").replace("BP-26-118", "10042")
    assert assemble(paper(bare + ROWS)).kind is Kind.QUOTATION


COLUMNS = """
Tarn Terminals Ltd
{title}
PURCHASE ORDER NO.   TT-260914        VENDOR   Renhof Dichtungen GmbH

LINE   MATERIAL    DESCRIPTION     QTY   UOM   UNIT PRICE   AMOUNT   REQUISITION
10     10064296    Shaft sleeve      2   pcs        50.00   100.00   RQ-5501
"""


@pytest.mark.parametrize(("title", "sure"), [("", True), ("PURCHASE REQUISITION", False)])
def test_a_heading_of_a_column_that_names_another_paper_is_no_title(title: str, *, sure: bool) -> None:
    number = assemble(paper(COLUMNS.format(title=title))).header.document_number
    assert number is not None
    assert number.sure is sure
