"""Tags of machines (P-1302A/B, KKS codes) beside the numbers of parts: never surely one of them."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import parts
from extractors.lines.headings import recognise
from extractors.lines.item_table import make_column
from extractors.vocabulary.meanings import Role
from models.reading import Field

STACKED = """
Purchase order 4500012345
Date: 12 March 2027
Item  Your part     Description          Qty   Price    Amount
      {heading}
1     CS-7120-40    Cartridge seal       2     50.00    100.00
      P-1302A/B
2     CS-7120-55    Single seal          3     10.00    30.00
      P-1417A/B
Total                                                   130.00
"""


def is_sure(field: Field | None) -> bool:
    return field is not None and field.value is not None and field.sure


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("P-1302A/B", True),
        ("K-201", True),
        ("20HTD30AP002", True),
        ("P-301A~C", True),
        ("PU-301B", True),
        ("MSK-2210-B", False),
        ("BR-2210", False),
        ("30011445", False),
        ("P-13024", False),
    ],
)
def test_the_tag_of_a_machine_is_known_by_its_form(text: str, *, tagged: bool) -> None:
    assert parts.is_tag(text) is tagged


@pytest.mark.parametrize("heading", ["Part no.", "Item code"])
def test_a_tag_below_the_sellers_number_is_not_surely_the_buyers(heading: str) -> None:
    lines = assemble(paper(STACKED.format(heading=heading))).lines
    assert lines
    assert not any(is_sure(line.customer_part_number) for line in lines)


def test_other_numbers_below_the_sellers_stay_sure() -> None:
    text = (
        STACKED.format(heading="Part no.").replace("P-1302A/B", "30011445").replace("P-1417A/B", "30011446")
    )
    assert [is_sure(line.customer_part_number) for line in assemble(paper(text)).lines] == [True, True]


def test_a_number_with_a_tag_behind_it_is_not_surely_whole() -> None:
    rows = [
        ["Item", "Supplier part no.", "Description", "Qty", "Price", "Amount"],
        ["1", "CS-7120-40 P-1302A/B", "Cartridge seal", "2", "50.00", "100.00"],
        ["2", "CS-7120-55 P-1417A/B", "Single seal", "3", "10.00", "30.00"],
        ["", "", "Total", "", "", "130.00"],
    ]
    lines = assemble(form("Purchase order 4500012345\nDate: 12 March 2027", rows)).lines
    assert not any(is_sure(line.part_number) for line in lines)
    plain = [[cell.split(" P-")[0] for cell in row] for row in rows]
    lines = assemble(form("Purchase order 4500012345\nDate: 12 March 2027", plain)).lines
    assert [is_sure(line.part_number) for line in lines] == [True, True]


@pytest.mark.parametrize("text", ["KKS编码", "KKS code", "KKS"])
def test_a_column_of_system_codes_holds_nothing_of_the_order(text: str) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (Role.OTHER, True)


def test_a_bare_word_ends_the_heading_that_says_whose_number_it_is() -> None:
    column = make_column(0, 90, ["Supplier part", "code", "Tag"])
    roles = [heading.role for heading in column.stack or column.headings]
    assert roles == [Role.SELLER_PART, Role.OTHER]
    assert make_column(0, 90, ["Material", "Code"]).stack
