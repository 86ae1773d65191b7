"""Headings whose lines lie over each other, stand again elsewhere on the page, or head codes as names."""

from paper import words_of

from extractors.assemble import assemble
from extractors.lines.columns import cut_headings, heading_lines
from extractors.lines.tables.unruled_items import lines_of
from extractors.page.runs import make_run
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, Reading

Lines = list[tuple[float, str]]
"""Lines of a page, each with its top."""


def page(*lines: tuple[float, str]) -> Page:
    words = tuple(word for top, line in lines for word in words_of(line, 20.0, top))
    return Page(1, 900.0, 1200.0, words)


def read(*lines: tuple[float, str]) -> Reading:
    return assemble(SourceDocument(FileFormat.PDF, (page(*lines),), exact=False))


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def headings(*lines: tuple[float, str]) -> list[str]:
    own = page(*lines)
    cut = lines_of(own, own.words)
    found = next(each for at in range(len(cut)) if (each := heading_lines.find(cut, at)) is not None)
    return [column.text for column in found.columns]


CENTRED: Lines = [
    (100, "                            Vendor                 Needed                        "),
    (105, "Quantity  Item                               Units                  Rate    Amount"),
    (110, "                            Name                   By                            "),
]
ITEMS: Lines = [
    (130, "4         BR-2210           QLM-771          ea    5/14/2026       31.00    124.00"),
    (146, "          Bronze bush 22 mm"),
    (165, "2         BR-2218           QLM-790          ea    5/28/2026       45.50     91.00"),
    (181, "          Thrust collar, hardened"),
]
CHARGE: Lines = [
    (200, "1         Inward freight                                           60.00     60.00"),
    (230, "                                                   Total                    275.00"),
]
HEAD: Lines = [(30, "PURCHASE ORDER PO-7001"), (60, "Currency: USD")]


def test_a_heading_of_one_line_stands_beside_one_of_two_whose_lines_it_lies_between() -> None:
    expected = ["Quantity", "Item", "Vendor Name", "Units", "Needed By", "Rate", "Amount"]
    assert headings(*CENTRED, *ITEMS) == expected


def test_what_stands_at_the_same_height_spans_nothing_below_it() -> None:
    lines: Lines = [
        (100, "Line  Part no.                      Units                  Price   Amount"),
        (105, "                    Article name             Due date                    "),
    ]
    items: Lines = [(130, "1     BR-2210       Bronze bush     ea       14.05.2026     31.00    31.00")]
    assert "Units" in headings(*lines, *items)


def test_codes_below_vendor_name_are_the_sellers_and_no_name() -> None:
    lines = read(*HEAD, *CENTRED, *ITEMS, *CHARGE).lines
    assert [value(line.part_number) for line in lines[:2]] == [("QLM-771", False), ("QLM-790", False)]
    assert [value(line.customer_part_number) for line in lines[:2]] == [("BR-2210", True), ("BR-2218", True)]
    assert [value(line.description) for line in lines[:2]] == [
        ("Bronze bush 22 mm", False),
        ("Thrust collar, hardened", False),
    ]


def test_codes_below_name_are_not_surely_the_name_where_each_item_has_another_text() -> None:
    head: Lines = [(100, "Line      Name              Units          Quantity     Rate    Amount")]
    items: Lines = [
        (120, "1         QLM-771           ea                    4    31.00    124.00"),
        (136, "Supplied in wooden cases"),
        (160, "2         QLM-790           ea                    2    45.50     91.00"),
        (176, "Supplied in bags"),
        (206, "                                       Total                    215.00"),
    ]
    lines = read(*HEAD, *head, *items).lines
    assert len(lines) == 2
    assert all(line.description is None or not line.description.sure for line in lines)


def test_words_in_a_column_of_codes_are_the_name_and_freight_has_no_date_of_its_own() -> None:
    lines = read(*HEAD, *CENTRED, *ITEMS, *CHARGE).lines
    assert len(lines) == 3
    assert value(lines[2].description) == ("Inward freight", False)
    assert lines[2].customer_part_number is None
    assert lines[2].delivery_date is None


def test_the_upper_half_of_one_heading_spans_no_others_beside_it() -> None:
    lines: Lines = [
        (100, "Line                                 Delivery                    Unit        "),
        (114, "no.   Part no.   Description         date        Quantity  UoM   price    Amount"),
    ]
    items: Lines = [
        (140, "1     10044021   Wear ring casing    12-06-2026     4,00   pcs   16,00     64,00"),
        (156, "2     10044028   Lock nut            12-06-2026     2,00   pcs   11,00     22,00"),
    ]
    expected = ["Line no.", "Part no.", "Description", "Delivery date", "Quantity", "UoM"]
    assert headings(*lines, *items)[:6] == expected


def test_a_tax_spans_its_rate_and_its_amount_also_at_their_left_edge() -> None:
    lines: Lines = [
        (100, "                                         Price               Tax              "),
        (114, "Line   Description         Qty   Unit    each      Value     Rate     Amount   "),
    ]
    items: Lines = [
        (140, "1      Wear ring casing      4   pcs     16.00     64.00     19%      12.16    "),
        (156, "2      Lock nut              2   pcs     11.00     22.00     19%       4.18    "),
    ]
    assert headings(*lines, *items)[-2:] == ["Tax Rate", "Tax Amount"]


def test_headings_known_from_before_are_cut_alike_however_close_they_stand() -> None:
    line = page((100, "Line # Sched. Lines Part # / Description Customer Part # Type"))
    run = make_run(line, line.words)
    known = frozenset({"Line #", "Sched. Lines", "Part # / Description", "Customer Part #", "Type"})
    cut = [each.text for each in cut_headings.parted(run, [], known)]
    assert cut == ["Line #", "Sched. Lines", "Part # / Description", "Customer Part #", "Type"]


def test_a_heading_known_from_before_is_not_cut() -> None:
    own = page(
        (100, "Line  Part no.    Description        Qty   Unit price Tax      Amount"),
        (116, "1     10044021    Shaft seal           2        10.00 Y         20.00"),
        (132, "2     10044022    Bearing housing      3        20.00 Y         60.00"),
    )
    head, *below = lines_of(own, own.words)
    run = next(each for each in head if each.text == "Unit price Tax")
    parted = cut_headings.parted(run, below, frozenset())
    assert [each.text for each in parted] == ["Unit price", "Tax"]
    assert cut_headings.parted(run, below, frozenset({"Unit price Tax"})) == [run]


def test_below_each_repeated_heading_columns_run_where_it_stands() -> None:
    wide: Lines = [
        (100, "Line  Part       Description             Qty                                   "),
        (114, "#     number                             (Unit)    Unit price       Subtotal    "),
        (140, "10    10077001   Barrier pump            2 (EA)         41.00          82.00    "),
    ]
    narrow: Lines = [
        (
            156,
            "Line  Part                           Description              Qty                            ",
        ),
        (
            170,
            "#     number                                                  (Unit)    Unit price   Subtotal",
        ),
        (
            196,
            "20    10077014                       Reservoir, 12 litre      3 (SET)        50.00     150.00",
        ),
    ]
    total: Lines = [
        (
            230,
            "Total amount                                                                            232.00",
        )
    ]
    lines = read(*HEAD, *wide, *narrow, *total).lines
    assert [(line.quantity and line.quantity.value) for line in lines] == ["2", "3"]
    assert [(line.description and line.description.value) for line in lines] == [
        "Barrier pump",
        "Reservoir, 12 litre",
    ]
