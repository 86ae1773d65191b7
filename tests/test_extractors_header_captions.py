"""Captions over their values: bars with a heading set in, and a day below a word that names places too."""

from paper import paper
from paper import words_of as line_of

from extractors.assemble import assemble
from extractors.header.labelling.composed_labels import half_understood
from extractors.vocabulary.meanings import Label
from models.page import FileFormat, Page, SourceDocument

ROW = """
PURCHASE ORDER no. 4500776655
TERMS              DELIVERY           REQUISITIONER      SHIP TO
30 days net        13/Nov/2026        Maintenance        Store 4, 9 Mill Lane, Oldbridge
"""


def test_a_day_is_no_name_of_a_place_beside_another_caption() -> None:
    found = assemble(paper(ROW)).header.delivery_date
    assert found is not None
    assert found.value == "2026-11-13"


def barred(step: float) -> str | None:
    """Return the place under a caption that is set in by so many points."""
    words = [*line_of("PURCHASE ORDER no. 4500776655", 20, 20)]
    words += [*line_of("Deliver to", 20 + step, 60), *line_of("Invoice to", 300 + step, 60)]
    for at, text in enumerate(("Bruckner Works Ltd", "3 Mill Lane", "Oldbridge 4744")):
        words += line_of(text, 20, 76 + at * 12)
    for at, text in enumerate(("Bruckner Works Ltd", "PO Box 9911", "Oldbridge 4744")):
        words += line_of(text, 300, 76 + at * 12)
    page = Page(1, 900.0, 1200.0, tuple(words), ())
    found = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header.delivery_place
    return found.value if found is not None else None


def test_a_heading_in_a_bar_is_set_in() -> None:
    assert "3 Mill Lane" in (barred(8.0) or "")


def test_words_of_labels() -> None:
    assert half_understood("Form of payment") == {Label.PAYMENT}
    assert half_understood("Completion date") == {Label.DELIVERY}
    assert half_understood("Your order reference") == {Label.QUOTATION_NUMBER}
    assert half_understood("Your order no.") == {Label.ORDER_NUMBER}
    assert not half_understood("Form")
