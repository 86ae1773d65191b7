"""Labels that the end of a line broke, whom a letter greets, and a seller in the letterhead."""

from dataclasses import replace

import pytest
from paper import paper

from extractors.assemble import assemble
from models.page import Box, Word
from models.reading import Header

HEAD = 50.0
"""The letterhead stands above."""

LETTER = """
Kestrel Dairy Machines Ltd
Unit 3, Ford Lane, Ludlow SY8 2QT


Brightwater Seals Co., Ltd.
7 Harbour Road
Ningbo 315800
For the attention of Ms Chen Li

Dear Ms Chen,

Our order: KD/118/26
We are pleased to place our order as follows.

1. Rotary seal, your part no. 10077123, 4 pcs at EUR 100.00 each, making EUR 400.00.

The order comes to a total of EUR 400.00.
The seals have to be on the shelf by 26 June 2026 at the latest; please {above}
{label} {value}, Kestrel Dairy Machines Ltd, Gate 2, Ford Lane, Ludlow SY8 2QT.
Yours sincerely,
Kestrel Dairy Machines Ltd
"""


def header(above: str = "deliver", label: str = "to:", value: str = "Goods Inwards") -> Header:
    return assemble(paper(LETTER.format(above=above, label=label, value=value))).header


def test_the_end_of_a_broken_label_is_no_label_of_the_seller() -> None:
    found = header()
    assert found.customer is not None
    assert found.customer.value == "Kestrel Dairy Machines Ltd"
    assert found.delivery_place is not None
    assert "Goods Inwards" in (found.delivery_place.value or "")
    assert not found.delivery_place.sure


def test_a_label_in_small_letters_below_a_whole_sentence_stands_for_itself() -> None:
    text = """
purchase order KD-118
this paper is set in small letters from its first line down to its last one.
date: 5 May 2026
to: Brightwater Seals Co., Ltd., 7 Harbour Road, Ningbo
"""
    date = assemble(paper(text)).header.document_date
    assert date is not None
    assert date.value == "2026-05-05"


@pytest.mark.parametrize("led", ["For the attention of", "Attn.:", "Attention:"])
def test_the_company_whose_address_ends_with_whom_the_letter_greets_gets_it(led: str) -> None:
    text = LETTER.replace("For the attention of", led).replace("Kestrel Dairy Machines Ltd", "Kestrel Dairy")
    found = assemble(paper(text.format(above="deliver", label="to:", value="Goods Inwards"))).header.customer
    assert found is None or found.value != "Brightwater Seals Co., Ltd."


def test_a_company_below_a_letterhead_that_is_said_to_sell_is_no_certain_buyer() -> None:
    text = LETTER.replace("For the attention of Ms Chen Li", "China").replace("Dear Ms Chen,", "Dear all,")
    text = text.format(above="deliver.", label="Supplier:", value="Kestrel Dairy Machines Ltd")
    document = paper(text)
    page = document.pages[0]
    large = [_larger(word) if word.box.top < HEAD else word for word in page.words]
    customer = assemble(replace(document, pages=(replace(page, words=tuple(large)),))).header.customer
    assert customer is None or not customer.sure


def _larger(word: Word) -> Word:
    return replace(word, box=Box(word.box.x0, word.box.top - 4, word.box.x1, word.box.bottom))
