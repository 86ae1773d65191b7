"""Who orders: the sender's line above the address, names that a line cuts, and whom "Attn: Sales" names."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.page import Page, SourceDocument, Word
from models.reading import Field

LETTER = """
PURCHASE ORDER                                          Noordlicht
                                                 Pumping Works B.V.
{sender}

{addressee}
Attn. Ms. Kerr
9 Lake Road
Suzhou 215000                                    Order          NL-55170
                                                 Date           12-03-2026

Pos   Article          Qty    Price EUR     Amount EUR
1     Shaft sleeve     6      110.00        660.00
                              Order value   660.00
"""
SENDER = "Noordlicht Pumping Works B.V. · Havenweg 12 · 3133 KM Vlaardingen"
SELLER = "Changxing Seals Co., Ltd."


def _small(document: SourceDocument, texts: tuple[str, ...]) -> SourceDocument:
    """Return a paper whose lines that begin with one of the texts are set in smaller letters."""
    page = document.pages[0]
    tops = {
        word.box.top
        for line in {word.box.top for word in page.words}
        for word in page.words
        if word.box.top == line and " ".join(_line(page, line)).startswith(texts)
    }
    words = tuple(_shrunk(word) if word.box.top in tops else word for word in page.words)
    return SourceDocument(document.format, (Page(1, page.width, page.height, words),), exact=False)


def _line(page: Page, top: float) -> list[str]:
    return [word.text for word in page.words if word.box.top == top]


def _shrunk(word: Word) -> Word:
    box = word.box
    return Word(word.text, type(box)(box.x0, box.top, box.x1, box.top + 7.0), word.edges)


def _customer(sender: str = SENDER, addressee: str = SELLER) -> Field | None:
    document = paper(LETTER.format(sender=sender, addressee=addressee))
    return assemble(_small(document, ("Noordlicht Pumping",))).header.customer


def test_a_name_of_two_lines_is_whole_in_the_sender_s_line() -> None:
    customer = _customer()
    assert customer is not None
    assert (customer.value, customer.sure) == ("Noordlicht Pumping Works B.V.", True)


@pytest.mark.parametrize(
    ("sender", "addressee"),
    [
        pytest.param("Noordlicht Pumping Works B.V. is a member of Brim B.V.", SELLER, id="a slogan"),
        pytest.param(f"{SENDER}\nVest Holding B.V.", SELLER, id="a third company"),
    ],
)
def test_without_an_address_or_beside_a_third_company_it_stays_open(sender: str, addressee: str) -> None:
    customer = _customer(sender, addressee)
    assert customer is None or not customer.sure


GERMAN = """
{sender}
Bestellung Nr. 4501187

Firma
{addressee}
215000 Suzhou

Pos  Artikel         Menge    Preis EUR     Betrag EUR
1    Wellenhülse     6 ST     110,00        660,00
                              Summe EUR     660,00

Weserufer Anlagenbau GmbH & Co. KG
Hannover
{below}
"""


@pytest.mark.parametrize(
    ("below", "sure"),
    [
        pytest.param("Weserufer Anlagenbau GmbH & Co.      Seite 2", True, id="its form is cut off"),
        pytest.param("Weserufer Holding GmbH               Seite 2", False, id="another company"),
    ],
)
def test_a_name_that_lacks_the_end_of_its_legal_form_is_the_same(*, below: str, sure: bool) -> None:
    text = GERMAN.format(
        sender="Weserufer Anlagenbau GmbH & Co. KG", addressee="Delta Seals Co., Ltd.", below=below
    )
    customer = assemble(paper(text)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("Weserufer Anlagenbau GmbH & Co. KG", sure)


SHEET = """
                             ORDER SHEET
Delta Seals Co., Ltd.                  MIYAHAMA PUMP WORKS CO., LTD.
{attention}                      5-2 Minato-machi, Kure

No.    Name            Q'ty     Price      Amount
1      Shaft sleeve    6 pcs    11,000     66,000
                                TOTAL      66,000
"""


def test_whoever_has_the_attention_of_a_sales_department_does_not_order() -> None:
    customer = assemble(paper(SHEET.format(attention="Attn: Sales Dept."))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("MIYAHAMA PUMP WORKS CO., LTD.", False)
