"""Names and codes that something else stands in."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.doubts.doubtful_names import is_doubtful_code

HEAD = ["Item", "Part no.", "Description", "Qty", "Price", "Amount"]


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Mechanical seal M7N-38", True),
        ("Shaft sleeve 1.4462 x 95", True),
        ("03 Aug 2026 12:00 PM", False),
        ("Seal kit 2026-08-03", False),
        ("12 pcs", False),
        ("Seal kit ** free of charge **", False),
    ],
)
def test_a_day_or_a_count_is_no_name(name: str, sure: bool) -> None:  # noqa: FBT001
    rows = [HEAD, ["1", "10054731", name, "2", "50.00", "100.00"]]
    found = assemble(form("Purchase order", rows)).lines[0].description
    assert found is not None
    assert (found.value, found.sure) == (name, sure)


@pytest.mark.parametrize(
    ("value", "doubtful"),
    [
        ("12.5 5-59773-04 Rev.A", True),
        ("5-59773-04 Rev.A", False),
        ("4G7N-00431-A", False),
        ("2 GA-12", True),
    ],
)
def test_a_quantity_before_a_drawing_is_no_part_of_it(value: str, doubtful: bool) -> None:  # noqa: FBT001
    assert is_doubtful_code(value) is doubtful


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("O-ring EPDM 75x3.55", True),
        ("Seal c/w sleeve SiC/Car", True),
        ("replaces item 40-1187-A", False),
        ("库存12件", False),
        ("price of last order 1,204.50", False),
        ("Drawing GA 40-1187", False),
    ],
)
def test_a_remark_below_a_name_is_no_part_of_it(line: str, sure: bool) -> None:  # noqa: FBT001
    text = f"""
Purchase order
Order No.: 4500781234
Item  Part no.   Description           Qty   Price   Amount
1     10054731   Shaft seal            2     50.00   100.00
                 {line}
Total EUR                                            100.00
"""
    found = assemble(paper(text)).lines[0].description
    assert found is not None
    assert found.value is not None
    assert found.value.startswith("Shaft seal")
    assert found.sure is sure or found.value == "Shaft seal"


def test_headings_of_numbers_are_no_name() -> None:
    rows = [HEAD, ["1", "10054731", "Ordered Unit price Amount", "2", "50.00", "100.00"]]
    found = assemble(form("Purchase order", rows)).lines[0].description
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        ("Repair kit RK-41, comprising:", "3 x O-ring 40 x 3 FKM, 2 x spring", True),
        ("Repair kit RK-41, consisting of:", "seal face and spring", True),
        ("Repair kit RK-41, colour:", "blue", False),
        ("Repair kit RK-41", "Our shelf: 12-4", False),
        ("Repair kit RK-41, comprising:", "Our shelf: 12-4", False),
    ],
)
def test_the_parts_of_a_thing_go_on_with_its_name(first: str, second: str, *, sure: bool) -> None:
    text = f"""
Purchase order
Item  Part no.   Description                            Qty   Price   Amount
1     10054731   {first:38} 2     50.00   100.00
                 {second}
2     10054742   Shaft sleeve                           1     50.00    50.00
                                                        Total         150.00
"""
    found = assemble(paper(text)).lines[0].description
    assert found is not None
    assert (found.value, found.sure) == (f"{first} {second}", sure) or sure is not found.sure


BELOW = """
Purchase order no.: PO-88412
Currency: EUR
Item   Part No.   Description                 Qty   Price    Amount
1      10054731   Guide sleeve 40             2     50.00    100.00
                  {first}
2      10054732   Shaft sleeve 50             3     10.00    30.00
                  {second}
                  Total                                      130.00
"""


@pytest.mark.parametrize(
    ("first", "second", "names", "sure"),
    [
        ("Blue cap painted", "Blue cap painted", None, False),
        ("Blue cap painted", "Green cap painted", None, True),
        (
            "Hydrostatic test at 16 bar",
            "Hydrostatic test at 16 bar",
            ["Guide sleeve 40", "Shaft sleeve 50"],
            False,
        ),
        (
            "出厂前须做水压试验1.6MPa",
            "出厂前须做水压试验1.6MPa",
            ["Guide sleeve 40", "Shaft sleeve 50"],
            False,
        ),
        (
            "Overdelivery tolerance 0 %",
            "Overdelivery tolerance 5 %",
            ["Guide sleeve 40", "Shaft sleeve 50"],
            True,
        ),
    ],
)
def test_what_stands_below_every_name_alike_is_none_of_them(
    first: str, second: str, names: list[str] | None, *, sure: bool
) -> None:
    found = [line.description for line in assemble(paper(BELOW.format(first=first, second=second))).lines]
    assert [each is not None and each.sure for each in found] == [sure, sure]
    assert names is None or [each.value if each is not None else None for each in found] == names
