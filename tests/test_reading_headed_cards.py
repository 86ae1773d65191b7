"""Items that each have two lines of captions of their own, among them strange ones, and values that wrap."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import paper, words_of
from typed_orders import HEAD, sure, told

from extractors.assemble import assemble
from models.page import Box, Cell, Doubt, FileFormat, Page, SourceDocument, Table, Word, union
from models.reading import Reading

UPPER = ("Item", "Description", "Your part no.", "Our part no.")
LOWER = ("", "Quantity", "Unit price", "Amount", "Due date")
VALUES = (
    ("1", "Cartridge seal 45", "10061277", "LK-0117", "6 pcs", "20.00", "120.00", "18 Sep 2027"),
    ("2", "Shaft sleeve 45", "10061280", "LK-0142", "2 pcs", "5.00", "10.00", "20 Sep 2027"),
)
NAMES = ("line_number", "description", "part_number", "customer_part_number", "delivery_date")
RIGHT = [
    ("1", "Cartridge seal 45", "10061277", "LK-0117", "2027-09-18"),
    ("2", "Shaft sleeve 45", "10061280", "LK-0142", "2027-09-20"),
]


def row(*cells: str) -> str:
    """Return a line of cells, the first of them narrow."""
    return f"{cells[0]:<8}" + "".join(f"{cell:<22}" for cell in cells[1:])


def read(
    *, upper: Sequence[str] = UPPER, lower: Sequence[str] = LOWER, beneath: tuple[str, str] = ("", "")
) -> Reading:
    """Return the reading of two cards of two lines, perhaps with a text below each upper one."""
    text = [HEAD]
    for card, more in zip(VALUES, beneath, strict=True):
        text += [row(*upper), row(*card[:4]), *([more] if more else [])]
        text += [row(*lower), row("", *card[4:]), ""]
    return assemble(paper("\n".join([*text, "Total EUR 130.00"])))


def test_cards_of_two_lines_are_certain() -> None:
    found = read()
    assert told(found.lines, *NAMES) == RIGHT
    assert all(all(sure(found.lines, name)) for name in NAMES)


def test_the_second_line_of_a_name_belongs_to_it_and_is_not_certain() -> None:
    found = read(beneath=(row("", "with Alloy bellows"), ""))
    assert told(found.lines, "description") == [
        ("Cartridge seal 45 with Alloy bellows",),
        ("Shaft sleeve 45",),
    ]
    assert sure(found.lines, "description") == [False, True]


def test_a_number_with_a_text_close_below_it_is_not_certain() -> None:
    found = read(beneath=(row("", "", "-REV-B"), ""))
    assert sure(found.lines, "part_number") == [False, True]


@pytest.mark.parametrize("caption", ["Article", "Whatsit"])
def test_words_below_a_caption_that_says_little_are_the_name_and_not_certain(caption: str) -> None:
    found = read(upper=("Item", caption, *UPPER[2:]))
    assert told(found.lines, *NAMES) == RIGHT
    assert not any(sure(found.lines, "description"))
    assert not any(sure(found.lines, "part_number"))


def test_days_below_a_strange_caption_are_those_of_delivery_and_not_certain() -> None:
    found = read(lower=(*LOWER[:4], "Hence"))
    assert told(found.lines, *NAMES) == RIGHT
    assert not any(sure(found.lines, "delivery_date"))


def test_a_strange_day_beside_the_known_one_is_no_delivery() -> None:
    text = [HEAD]
    for card, day in zip(VALUES, ("4 May 2027", "6 May 2027"), strict=True):
        text += [row(*UPPER[:3], "Hence"), row(*card[:3], day), row(*LOWER), row("", *card[4:]), ""]
    found = assemble(paper("\n".join([*text, "Total EUR 130.00"])))
    assert told(found.lines, "delivery_date") == [("2027-09-18",), ("2027-09-20",)]


def test_what_only_one_card_has_is_no_caption() -> None:
    found = read(beneath=("", row("", "", "", "Remark of ours")))
    assert told(found.lines, "description") == [("Cartridge seal 45",), ("Shaft sleeve 45",)]


CELLS = (
    (("No.", 40.0), ("Item", 160.0), ("Supplier part no.", 120.0), ("Our part no.", 120.0)),
    (("", 40.0), ("Qty", 80.0), ("Unit price", 80.0), ("Amount", 120.0), ("Due date", 120.0)),
)


def drawn(total: str, stamp: Sequence[Word] = ()) -> SourceDocument:
    """Return a drawn form: captions and values in cells, remarks and the total in the last row."""
    words = [
        *words_of("Purchase order PO-55170", 30.0, 20.0),
        *words_of("Buyer: Nordkai Pumps Ltd", 30.0, 40.0),
    ]
    words += words_of("Seller: Delta Seals GmbH", 300.0, 40.0)
    foot = (("Remarks", 200.0), ("Total amount", 240.0))
    rows = [(CELLS[at], each) for card in VALUES for at, each in enumerate((card[:4], ("", *card[4:])))]
    cells = []
    for at, (captions, values) in enumerate([*rows, (foot, ("Pack well", total))]):
        x = 30.0
        for column, ((caption, width), text) in enumerate(zip(captions, values, strict=True)):
            box = Box(x, 70.0 + 30 * at, x + width, 100.0 + 30 * at)
            inner = [*words_of(caption, x + 2, box.top + 2), *words_of(text, x + 6, box.top + 16)]
            inner += [
                each
                for each in stamp
                if box.x0 < each.box.x0 < box.x1 and box.top < each.box.middle < box.bottom
            ]
            cells.append(Cell(at, column, box, tuple(inner)))
            words += inner
            x += width
    table = Table(
        union(cell.box for cell in cells), len(rows) + 1, 5, tuple(each for each in cells if each.words)
    )
    page = Page(1, 700.0, 900.0, tuple(words), tables=(table,))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def test_captions_of_the_second_line_may_begin_left_of_the_first_and_the_total_close_below() -> None:
    found = assemble(drawn("130.00"))
    assert told(found.lines, *NAMES[1:]) == [each[1:] for each in RIGHT]
    assert told(found.lines, "amount") == [("120.00",), ("10.00",)]
    assert found.header.delivery_date is None


def test_an_amount_close_below_that_the_cards_do_not_make_proves_no_end() -> None:
    found = assemble(drawn("140.00"))
    assert not any(sure(found.lines, "description"))
    assert not any(sure(found.lines, "amount"))


def askew(text: str) -> list[Word]:
    """Return a word of a stamp across the cell of the first day."""
    return [replace(each, doubt=Doubt.ASKEW) for each in words_of(text, 400.0, 117.0)]


def test_the_words_of_a_stamp_across_a_cell_are_no_part_of_its_value() -> None:
    found = assemble(drawn("130.00", askew("RECEIVED")))
    assert told(found.lines, "delivery_date") == [("2027-09-18",), ("2027-09-20",)]


def test_a_figure_written_askew_across_a_cell_leaves_its_value_open() -> None:
    found = assemble(drawn("130.00", askew("19")))
    assert sure(found.lines, "delivery_date")[:1] != [True]
