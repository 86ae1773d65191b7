"""Numbers of parts of which a paper does not say whose they are: open for that alone, or for more."""

import pytest
from paper import paper
from typed_orders import HEAD, read

from extractors.assemble import assemble
from models.reading import Field, Reading, Reason

TABLE = """
Pos  {heading:<14}  Description            Qty  Unit  Unit price     Amount

10   10023177        Mechanical seal 45 mm    4   pcs       320.00   1,280.00
20   10023188        Shaft sleeve 45 mm      10   pcs        65.00     650.00

                                             Total                  1,930.00
{behind}
"""


def numbers(reading: Reading) -> list[Field]:
    found = [line.part_number for line in reading.lines]
    assert [each and each.value for each in found] == ["10023177", "10023188"]
    return [each for each in found if each is not None]


def reasons(reading: Reading) -> list[Reason | None]:
    return [each.reason for each in numbers(reading)]


@pytest.mark.parametrize("heading", ["Part no.", "Item code", "料号", "编码"])
def test_a_number_under_a_bare_heading_is_open_for_its_owner_alone(heading: str) -> None:
    found = numbers(read(TABLE.format(heading=heading, behind="")))
    assert [(each.sure, each.certain, each.reason) for each in found] == [(False, True, Reason.OWNER)] * 2


@pytest.mark.parametrize("heading", ["Your part no.", "供方物料号"])
def test_a_heading_that_says_whose_it_is_leaves_nothing_open(heading: str) -> None:
    assert reasons(read(TABLE.format(heading=heading, behind=""))) == [None, None]


def test_a_number_under_a_seal_is_open_for_its_characters() -> None:
    text = HEAD + TABLE.format(heading="Part no.", behind="").strip("\n")
    found = assemble(paper(text, doubted=["10023188"]))
    assert [each.certain for each in numbers(found)] == [True, False]


@pytest.mark.parametrize(
    "behind",
    [
        "Item 20: supply NP-9999 instead.",
        "Note: item 20, part no. is changed to 10023199.",
        "10023188 is replaced by 10023199.",
        "10023188 已停产，请按 10023199 供货。",
    ],
)
def test_what_the_paper_says_against_a_number_is_graver_than_its_owner(behind: str) -> None:
    found = numbers(read(TABLE.format(heading="Part no.", behind=behind)))
    assert not found[1].certain


def test_a_heading_that_no_list_knows_leaves_more_open_than_the_owner() -> None:
    found = read(TABLE.format(heading="Zuordnung", behind=""))
    assert all(each is None or not each.certain for each in (line.part_number for line in found.lines))


def test_a_paper_that_is_no_order_vouches_for_no_number() -> None:
    text = TABLE.format(heading="Part no.", behind="").strip("\n")
    draft = assemble(paper("                 DRAFT - NOT A VALID ORDER\n" + HEAD.strip("\n") + "\n" + text))
    assert not any(each.certain for each in numbers(draft))
