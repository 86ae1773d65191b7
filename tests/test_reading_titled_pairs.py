"""Cards of label and value side by side, each under its own title, with sums at the right below them."""

from collections.abc import Sequence

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, OrderLine

HEAD = """
Garran Water Ltd
PURCHASE ORDER no. 77-118
Vendor: Delta Seals GmbH

"""
CARDS = """
{titles[0]}                              {titles[1]}
What            Bellows seal        What            Ball bearing
Your part       40071188            Your part       40071195
Our stock code  GZ-310              Our stock code  GZ-311
Drg             GA-7012             How many        12 ea
How many        3 ea                Price each      EUR 6.50
Price each      EUR 180.00          Line value      EUR 78.00
Line value      EUR 540.00

{titles[2]}                              {titles[3]}
What            Shaft sleeve        What            Filter housing
Your part       40071201            Your part       40071212
Our stock code  GZ-320              Our stock code  GZ-321
How many        2 ea                How many        1 ea
Price each      EUR 20.00           Price each      EUR 100.00
Line value      EUR 40.00           Line value      EUR 100.00
{gap}                                    Goods           EUR 758.00
                                    To pay          EUR 758.00
"""
TITLES = ("Item 1", "Item 2", "Item 3", "Item 4")


def _lines(titles: Sequence[str] = TITLES, gap: str = "\n") -> tuple[OrderLine, ...]:
    return assemble(paper(HEAD + CARDS.format(titles=titles, gap=gap))).lines


def _told(fields: Sequence[Field | None]) -> list[tuple[str | None, bool] | None]:
    return [None if field is None else (field.value, field.sure) for field in fields]


def test_each_title_stays_with_its_own_card() -> None:
    found = _lines()
    assert [each.line_number.value for each in found if each.line_number] == ["1", "2", "3", "4"]
    assert _told([each.part_number for each in found]) == [
        ("40071188", True),
        ("40071195", True),
        ("40071201", True),
        ("40071212", True),
    ]
    assert _told([each.amount for each in found]) == [
        ("540.00", True),
        ("78.00", True),
        ("40.00", True),
        ("100.00", True),
    ]
    assert _told([each.drawing_number for each in found]) == [("GA-7012", True), None, None, None]


@pytest.mark.parametrize(
    "titles",
    [
        ("Item 1", "Pump 2", "Item 3", "Pump 4"),
        ("Seals", "Bearings", "Sleeves", "Filters"),
        ("Section 1", "Section 1", "Section 2", "Section 2"),
    ],
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_nothing_is_surely_anothers(titles: Sequence[str], gap: str) -> None:
    own = {"40071188": "540.00", "40071195": "78.00", "40071201": "40.00", "40071212": "100.00"}
    for line in _lines(titles, gap):
        part, amount = line.part_number, line.amount
        if part and amount and part.sure and amount.sure:
            assert own[part.value or ""] == amount.value
