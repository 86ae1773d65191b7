"""Raised characters in office files and web pages: marks of footnotes, powers, ordinals."""

from collections.abc import Callable

import pytest
from office_orders import HEAD, in_book, in_word, on_web
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from test_extractors_readers_word_file import r, tc

from models.reading import Reading

RAISED = '<w:vertAlign w:val="superscript"/>'
MARKS = ("1", "2", "12", "1)", "(3)", "1,2", "*", "a", "b)", "A", "1-3", "new", "Note 1", "1.", "rev1")
"""What refers to a footnote."""
USUAL = (
    ("Filter 4 m", "2"),
    ("Pump 30 m", "3"),
    ("Felt 500 g/m", "2"),
    ("Grid 5 cm", "2"),
    ("The 1", "st"),
    ("Seal", "TM"),
    ("Seal 45", "TM"),
    ("The 20", "th"),
)
"""What does not."""
Made = Callable[[int, str, str], Reading]


def _in_word(column: int, text: str, mark: str) -> Reading:
    return in_word({(2, column): tc(f"<w:p>{r(text)}{r(mark, RAISED)}</w:p>")})


def _on_web(column: int, text: str, mark: str) -> Reading:
    return on_web({(2, column): f"{text}<sup>{mark}</sup>"})


def _styled(column: int, text: str, mark: str) -> Reading:
    return on_web({(2, column): f"{text}<span class=up>{mark}</span>"}, css=".up{vertical-align: super}")


def _in_book(column: int, text: str, mark: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        raised = TextBlock(InlineFont(vertAlign="superscript"), mark)
        sheet.cell(11, column + 1).value = CellRichText(text, raised)

    return in_book(change)


MADE = (_in_word, _on_web, _styled, _in_book)


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_a_code_is_never_surely_its_end(made: Made, mark: str) -> None:
    part = made(1, "LP-16-4300", mark).lines[1].part_number
    assert part is not None
    assert not part.sure


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize(("text", "power"), USUAL)
def test_powers_of_lengths_ordinals_and_signs_are_no_marks(made: Made, text: str, power: str) -> None:
    name = made(2, text, power).lines[1].description
    assert name is not None
    assert (name.value, name.sure) == (f"{text}{power}", True)


@pytest.mark.parametrize(
    "cell",
    [
        "<sup>1</sup>LP-16-4300",
        "LP-16-4300<sub>1</sub>",
        "LP-16-4300 <sup>A</sup>",
        "LP-16-4300<span style='vertical-align:top;font-size:7px'>1</span>",
        "LP-16-4300<span style='position:relative;top:-.5em;font-size:75%'>1</span>",
        "LP-16-4300<small style='vertical-align:30%'>b</small>",
        "LP-16-4300<a href='#n1'>1</a>",
    ],
)
def test_a_mark_in_other_places_and_heights_is_not_surely_part_of_a_code(cell: str) -> None:
    part = on_web({(2, 1): cell}).lines[1].part_number
    assert part is not None
    assert not part.sure


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<a href='#top'>LP-16-4300</a>", "LP-16-4300"),
        ("<span style='vertical-align:top'>LP-16-4300</span>", "LP-16-4300"),
        ("<span style='font-size:75%'>LP-16-4300</span>", "LP-16-4300"),
        ("<a href='https://shop.example/4300'>LP-16-4300</a>", "LP-16-4300"),
    ],
)
def test_a_whole_code_is_sure_however_it_is_set(cell: str, value: str) -> None:
    part = on_web({(2, 1): cell}).lines[1].part_number
    assert part is not None
    assert (part.value, part.sure) == (value, True)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Disc Al<sub>2</sub>O<sub>3</sub>", "Disc Al2O3"),
        ("Valve for CO<sub>2</sub>", "Valve for CO2"),
        ("Bag 120 <sup>o</sup>C", "Bag 120 oC"),
        ("Sieve d<sub>1</sub> 5 mm", "Sieve d1 5 mm"),
        ("Cloth 500 g/m<sup>2</sup>", "Cloth 500 g/m2"),
    ],
)
def test_formulas_degrees_and_indices_are_no_marks(cell: str, value: str) -> None:
    name = on_web({(2, 2): cell}).lines[1].description
    assert name is not None
    assert (name.value, name.sure) == (value, True)


def test_a_mark_makes_no_longer_term_of_payment_and_no_other_number() -> None:
    head = ("Purchase Order PO-77120<sup>1</sup>", *HEAD[1:5], "Payment terms: 30<sup>1</sup> days net")
    header = on_web(head=head).header
    assert header.document_number is not None
    assert header.payment_terms is not None
    assert not header.document_number.sure
    assert not header.payment_terms.sure
    assert header.document_date is not None
    assert header.document_date.sure
