"""The buyer's tax number and what a paper says of itself."""

import pytest
import thread_builders as made
from thread_builders import BUYER, SELLER, credit_code, letter, sheet

import spine
from extractors.fields.credit_codes import find, is_valid
from extractors.paper_marks import marks
from extractors.readers import read
from models.reading import Evidence


def number_of(rows: list[list[str]], name: str = "x.docx") -> Evidence | None:
    data = letter(rows) if name.endswith("docx") else made.workbook(rows)
    (found,) = spine.extract(data, name, read, name)
    assert found.reading is not None
    return found.reading.buyer_tax_number


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        ("91350100M000100Y43", True),  # the example of GB 32100-2015
        ("91350100M000100Y44", False),
        ("91350100M000100Y4", False),
        ("9135010OM000100Y43", False),
        ("", False),
    ],
)
def test_a_tax_number_is_known_by_its_check_character(code: str, *, valid: bool) -> None:
    assert is_valid(code) is valid
    assert list(find(f"税号:{code}。")) == ([(3, 21)] if valid else [])


def test_a_longer_number_holds_no_tax_number() -> None:
    assert list(find("891350100M000100Y43")) == []


@pytest.mark.parametrize("name", ["x.xlsx", "x.docx"])
def test_the_number_below_the_buyers_name_is_the_buyers(name: str) -> None:
    found = number_of(sheet(), name)
    assert found is not None
    assert found.text == made.TAX
    assert found.where is not None


def test_the_sellers_number_is_not_the_buyers() -> None:
    rows = [row for row in sheet(tax="") if row]
    assert number_of([*rows, [f"供应商: {SELLER}"], [f"供方税号: {made.OTHER_TAX}"]]) is None


def test_a_label_before_the_number_says_whose_it_is() -> None:
    rows = [row for row in sheet(tax="") if row]
    found = number_of([*rows, [f"供方税号: {made.OTHER_TAX}"], [f"需方税号: {made.TAX}"]])
    assert found is not None
    assert found.text == made.TAX


def test_of_two_numbers_of_the_buyer_none_is_chosen() -> None:
    rows = [row for row in sheet(tax="") if row]
    second = credit_code("91320505MA1MX1BH6")
    assert number_of([*rows, [f"需方税号: {second}"], [f"买方税号: {made.TAX}"]]) is None


def test_two_columns_of_signatures_are_kept_apart() -> None:
    rows = [row for row in sheet(tax="") if row]
    block = [[f"需方：{BUYER}", "", "", "", "", f"供方：{SELLER}"]]
    block += [[f"税号：{made.TAX}", "", "", "", "", f"税号：{made.OTHER_TAX}"]]
    found = number_of([*rows, *block], "x.xlsx")
    assert found is not None
    assert found.text == made.TAX


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("附件为双方已盖章的合同", ("signed",)),
        ("合同盖章扫描件", ("signed",)),
        ("Please find the countersigned copy", ("signed",)),
        ("正本后补", ("signed",)),
        ("请盖章回传", ()),
        ("please sign and return", ()),
        ("这是第二批订单", ("part_order",)),
        ("Partial order for the remaining quantity", ("part_order",)),
        ("允许分批交货", ()),
        ("Partial shipments are allowed", ()),
        ("", ()),
    ],
)
def test_what_a_text_says_of_itself(text: str, said: tuple[str, ...]) -> None:
    assert marks(text) == said
