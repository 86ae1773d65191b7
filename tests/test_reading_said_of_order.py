"""Sentences by which a paper with an order's title says that it is none, and those that say no such thing."""

import pytest
from paper import paper
from typed_orders import HEAD

from extractors.assemble import assemble
from extractors.kinds import doubtful_titles, titles
from models.reading import Kind, Reading, stated

ITEMS = """
Pos   Material    Description       Qty   Unit   Price    Amount
1     KD-30-110   Lantern ring      4     pc     25.00    100.00
2     KD-30-120   Shaft sleeve      2     pc     80.00    160.00
Total EUR                                                 260.00
"""


def is_sure(reading: Reading) -> bool:
    """Tell whether anything of an order is sure."""
    header = any(field.sure for _, field in stated(reading.header))
    return header or any(field.sure for line in reading.lines for _, field in stated(line))


@pytest.mark.parametrize(
    "sentence",
    [
        "Our order 55170 was cancelled on 3 May.",
        "We regret to inform you. We hereby revoke the above order.",
        "This purchase order is superseded by 55171.",
        "Kindly cancel the following lines:",
        "Dieser Auftrag wurde am 3. Mai widerrufen.",
        "Bitte streichen Sie die nachstehenden Artikel.",
        "现取消下列产品：",
        "本合同作废。",
        "Please note that this is not a binding order.",
        "This letter does not represent a purchase order.",
        "Dieses Schreiben stellt keine Bestellung dar.",
        "Kindly quote your best price for the parts below.",
        "Please send us your best offer for:",
        "For planning purposes only.",
        "Kindly treat this letter as a forecast.",
        "This order becomes effective only after our separate approval.",
        "请对下列备件报价：",
        "正式合同另行签订。",
        "We are returning the following parts:",
        "We received the following items broken.",
        "Nachstehende Positionen sind noch offen.",
        "The following positions are overdue.",
        "以下物料至今未到货，请尽快安排。",
    ],
)
def test_a_sentence_takes_back_what_the_title_says(sentence: str) -> None:
    assert not is_sure(assemble(paper(HEAD + sentence + "\n" + ITEMS)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The purchaser may cancel this contract if delivery is late.",
        "We reserve the right to withdraw our order at any time.",
        "Oral orders do not constitute an order.",
        "If parts are received in damaged condition, the following items are returned.",
        "This order supersedes all earlier ones.",
        "This order is not valid unless it is signed.",
        "This contract is only valid with stamp and signature.",
        "This order becomes effective only upon your written acceptance.",
        "Please quote our order number on your invoice.",
        "Please send us your order confirmation.",
        "We received your quotation and order the following parts:",
        "The following goods are to be delivered free of charge.",
        "Diese Bestellung ersetzt unsere Bestellung 55100.",
        "本合同终止后，双方结清货款。",
        "如逾期交货，我司有权取消本订单。",
        "请按以下清单供货，按报价单价结算。",
    ],
)
def test_what_may_happen_says_nothing_against_an_order(sentence: str) -> None:
    for text in (HEAD + sentence + "\n" + ITEMS, HEAD + ITEMS + "\n" + sentence):
        assert is_sure(assemble(paper(text)))


def test_general_terms_say_nothing_against_an_order() -> None:
    terms = (
        "General conditions of purchase\nWe withdraw this order.\nThis letter does not represent an order.\n"
    )
    assert is_sure(assemble(paper(HEAD + ITEMS + "\n\n" + terms)))
    assert not is_sure(assemble(paper(HEAD + ITEMS + "\n\n" + terms.split("\n", 1)[1])))


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("Final reminder, purchase order 55170", True),
        ("Quality complaint - our order 55170", True),
        ("Goods return, PO 55170 dated 3.5.2026", True),
        ("Zweite Liefermahnung zum Auftrag 55170", False),
        ("Liefermahnung zum Auftrag 55170", True),
        ("Bestellmahnung 55170", True),
        ("采购合同催货", True),
        ("采购预测", True),
        ("Purchase order 55170", False),
        ("Inquiry 4711 of 3 May", False),
        ("Confirm purchase order 55170", False),
        ("Order confirmation to: sales 55170", False),
        ("催货联系人", False),
    ],
)
def test_a_paper_about_an_order_names_it_in_its_title(title: str, *, about: bool) -> None:
    assert doubtful_titles.is_about_order(title) is about
    if about:
        assert not is_sure(assemble(paper(title + "\n" + HEAD.split("\n", 2)[2] + ITEMS)))


@pytest.mark.parametrize(
    ("line", "undone"),
    [
        ("Returned order 55170", True),
        ("Overview of open orders", True),
        ("Specimen purchase order", True),
        ("Returnable packaging order", False),
        ("Musterbau GmbH Bestellung", False),
    ],
)
def test_an_order_sent_back_or_listed_is_none(line: str, *, undone: bool) -> None:
    assert doubtful_titles.undoes(line) is undone


@pytest.mark.parametrize(
    ("line", "revoked"),
    [
        ("审核中", True),
        ("Noch nicht genehmigt", True),
        ("Order status: closed", True),
        ("状态：已关闭", True),
        ("Not valid without stamp", True),
        ("This order is not valid unless signed", False),
        ("Status: closed-loop control", True),
        ("审核中心：王工", False),
        ("Zeichnung nicht freigegeben", False),
        ("Status: open", False),
    ],
)
def test_a_paper_may_say_that_nobody_released_it(line: str, *, revoked: bool) -> None:
    assert doubtful_titles.revokes(line) is revoked


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("采购合同（更改）", Kind.CHANGE_ORDER),
        ("Purchase Order (Amendment)", Kind.CHANGE_ORDER),
        ("Nachtrag 2 zum Auftrag 55170", Kind.CHANGE_ORDER),
        ("Amendment to our purchase order 55170", Kind.CHANGE_ORDER),
        ("采购合同（样品）", Kind.CONTRACT),
        ("Purchase Order (Copy)", Kind.PURCHASE_ORDER),
        ("Change to order quantities needs our consent", None),
    ],
)
def test_the_change_of_an_order_names_it(title: str, kind: Kind | None) -> None:
    found = assemble(paper(title + "\n" + HEAD.split("\n", 2)[2] + ITEMS)).kind
    assert found is (kind or Kind.PURCHASE_ORDER)
    assert titles.kind_of_title(title) in {kind, None}


def test_a_letter_of_award_may_place_the_order_itself() -> None:
    head = HEAD.replace("Purchase order\n", "Notice of award\n", 1)
    head = head.replace("Purchase order no.", "Order no.").replace("Notice of award", "Letter of award")
    found = assemble(paper(head + "We kindly ask you to supply:\n" + ITEMS))
    assert found.kind is Kind.PURCHASE_ORDER
    assert not is_sure(found)
    assert assemble(paper(head + "A contract is to be signed by us both.\n" + ITEMS)).kind is Kind.OTHER
