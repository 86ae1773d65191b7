"""Numbers of the series of an item's own that stand near it, in whatever words: neither is certain then."""

import pytest
from paper import paper
from typed_orders import HEAD

from extractors.assemble import assemble
from models.reading import Field

TABLE = """
Pos  {heading:<16}  {second:<16}  Description            Qty  Unit  Unit price     Amount

10   10023177          {one:<16}  Mechanical seal 45 mm    4   pcs       320.00   1,280.00
20   10023188          {two:<16}  {name:<22}  10   pcs        65.00     650.00
{note}
                                                               Total                  1,930.00
{behind}
"""


def numbers(heading: str = "Your part no.", **said: str) -> list[Field]:
    """Return the numbers of both lines in a paper that says something besides."""
    plain = {"second": "", "one": "", "two": "", "name": "Shaft sleeve 45 mm", "note": "", "behind": ""}
    text = HEAD + TABLE.format(heading=heading, **(plain | said)).strip("\n")
    return [each for line in assemble(paper(text)).lines if (each := line.part_number) is not None]


@pytest.mark.parametrize("heading", ["Your part no.", "Part no."])
@pytest.mark.parametrize(
    "behind",
    [
        "Supply 10023199 for 10023188.",
        "10023188: now 10023199",
        "Item 20: 10023199",
        "Do not supply 10023188.",
        "Item 20: cancelled",
        "Item 20: 取消",
        "Old number   New number\n10023188     10023199",
        "Actually to be delivered:\n20      10023199",
    ],
)
def test_another_number_of_the_series_said_of_an_item_opens_its_own(heading: str, behind: str) -> None:
    assert [each.certain for each in numbers(heading, behind=behind)] == [True, False]


@pytest.mark.parametrize("behind", ["Part numbers to be confirmed by supplier.", "以上料号为旧料号。"])
def test_what_is_said_of_all_numbers_opens_all(behind: str) -> None:
    assert [each.certain for each in numbers(behind=behind)] == [False, False]


@pytest.mark.parametrize("note", ["new: 10023199", "successor 10023199", "以10023199为准"])
def test_so_does_a_note_below_the_item(note: str) -> None:
    assert not numbers(note=f"                       {note}")[1].certain


def test_so_does_its_name() -> None:
    assert not numbers(name="Sleeve new 10023199")[1].certain


@pytest.mark.parametrize(
    "second", ["New part no.", "Latest P/N", "新料号", "To be supplied", "Current part no."]
)
def test_a_second_column_that_is_set_against_the_first_opens_it(second: str) -> None:
    found = numbers("Part no.", second=second, one="10023178", two="10023199")
    assert not any(each.certain for each in found)


@pytest.mark.parametrize(
    "behind",
    [
        "Your quotation 20018841 of 2 March 2026 applies.",
        "Vendor no. 10310457 on all papers.",
        "10023188 replaces 10020001.",
        "10023177 and 10023188 are packed apart.",
        "Certificate 3.1 for 10023188 is not required.",
        "8000123 has been replaced by 10023188.",
        "Please do not replace 10023188 without our consent.",
    ],
)
def test_other_numbers_and_honest_words_leave_it_certain(behind: str) -> None:
    assert [each.certain for each in numbers(behind=behind)] == [True, True]


def test_the_buyers_own_numbers_of_one_series_are_no_rivals() -> None:
    found = numbers(second="Our part no.", one="10044556", two="10044557")
    assert [each.sure for each in found] == [True, True]


@pytest.mark.parametrize(
    "note",
    [
        "Ersatz für Art. 10023199 (bisher 60.00)",
        "replacement for sleeve 10023199",
        "as a replacement for 10023199",
    ],
)
def test_what_an_item_is_a_replacement_for_is_no_rival(note: str) -> None:
    assert numbers(note=f"                       {note}")[1].certain


@pytest.mark.parametrize(
    "note",
    [
        "Ersatz: 10023199",
        "no replacement for 10023199",
        "kein Ersatz für 10023199",
        "replacement for 10023188: 10023199",
        "replacement for 61204 now 10023199",
        "Ersatz für Art. 10023199 nur wenn nötig, sonst bitte 10023199",
        "replacement for 10023199, but please supply the old one",
    ],
)
def test_a_replacement_said_otherwise_opens_the_number(note: str) -> None:
    assert not numbers(note=f"                       {note}")[1].certain
