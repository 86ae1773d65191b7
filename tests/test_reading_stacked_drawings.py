"""A part above its drawing in a column of its own, and a net price beside a discount set close to it."""

import pytest
from paper import words_of

from extractors.assemble import assemble
from extractors.lines.columns.cut_headings import parted
from extractors.lines.tables.unruled_items import lines_of
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, OrderLine

Lines = list[tuple[float, str]]
"""Lines of a page, each with its top."""

HEAD: Lines = [(30, "PURCHASE ORDER PO-55081"), (60, "Currency: EUR")]
TITLE = "Ln       Part / Dwg          Description                   Qty      List     Disc. Net price  Ext."
ITEMS: Lines = [
    (121, "      20045518"),
    (
        130,
        "1                            Shaft sleeve 40 mm            4 PCS    50.00    20%    40.00    160.00",
    ),
    (139, "      ZD-3301 Rev.B"),
    (161, "      20045560"),
    (
        170,
        "2                            Throttle bush                 2 PCS    80.00    25%    60.00    120.00",
    ),
    (179, "      ZD-3302 Rev.A"),
]
TOTAL: Lines = [
    (220, "                                                       Total order value              280.00")
]


def lines_of_order(*texts: tuple[float, str]) -> tuple[OrderLine, ...]:
    words = tuple(word for top, line in texts for word in words_of(line, 20.0, top))
    own = Page(1, 900.0, 1200.0, words)
    return assemble(SourceDocument(FileFormat.PDF, (own,), exact=False)).lines


def value(field: Field | None) -> str | None:
    return None if field is None else field.value


def test_a_net_price_keeps_its_word_beside_a_discount() -> None:
    read = lines_of_order(*HEAD, (100, TITLE), *ITEMS, *TOTAL)
    assert [value(each.unit_price) for each in read] == ["40.00", "60.00"]
    assert all(each.unit_price is not None and each.unit_price.sure for each in read)


def test_the_drawing_below_a_part_is_one_with_its_revision() -> None:
    read = lines_of_order(*HEAD, (100, TITLE), *ITEMS, *TOTAL)
    assert [value(each.part_number) for each in read] == ["20045518", "20045560"]
    assert [value(each.drawing_number) for each in read] == ["ZD-3301 Rev.B", "ZD-3302 Rev.A"]


def test_a_lone_code_under_part_and_drawing_is_not_surely_either() -> None:
    single = [each for each in ITEMS if "Rev" not in each[1]]
    read = lines_of_order(*HEAD, (100, TITLE), *single, *TOTAL)
    assert read
    for line in read:
        assert not any(each is not None and each.sure for each in (line.part_number, line.drawing_number))


def test_codes_above_the_items_show_where_their_column_begins() -> None:
    words = tuple(word for top, line in [*HEAD, (100.0, TITLE), *ITEMS] for word in words_of(line, 20.0, top))
    first = lines_of(Page(1, 900.0, 1200.0, words), words)[3][0]
    heading = next(each for each in words if each.text == "Part")
    assert first.box.x0 < heading.box.x0
    numbers = [value(each.line_number) for each in lines_of_order(*HEAD, (100, TITLE), *ITEMS, *TOTAL)]
    assert numbers == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Disc. Net price", ["Disc.", "Net price"]),
        ("Discount Unit price", ["Discount", "Unit price"]),
    ],
)
def test_a_cut_leaves_the_word_that_says_which_price_with_the_price(title: str, expected: list[str]) -> None:
    below: Lines = [(116, " 10           48.00  "), (132, " 20           60.00  ")]
    words = tuple(word for top, line in [(100.0, title), *below] for word in words_of(line, 20.0, top))
    head, *rest = lines_of(Page(1, 900.0, 1200.0, words), words)
    assert [each.text for each in parted(head[0], rest, frozenset())] == expected
