"""A line without a name among others that have one: the name may have stayed on the page before."""

import pytest
from paper import form

from extractors.assemble import assemble

ROWS = [
    ["Pos", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "7003312", "Mechanical seal", "4", "320.00", "1,280.00"],
    ["20", "7003314", "Shaft sleeve", "10", "65.00", "650.00"],
    ["30", "7003317", "", "2", "12.00", "24.00"],
]


@pytest.mark.parametrize(("bare", "unread"), [((3,), [False, False, True]), ((1, 2, 3), [False] * 3)])
def test_one_name_that_is_missing_is_unread(bare: tuple[int, ...], unread: list[bool]) -> None:
    rows = [[*row[:2], "" if at in bare else row[2], *row[3:]] for at, row in enumerate(ROWS)]
    lines = assemble(form("PURCHASE ORDER\nOrder No.: 4711-88", rows, "Total 1,954.00")).lines
    found = [line.description for line in lines]
    assert [each is not None and each.value is None and not each.sure for each in found] == unread
