"""Items by figures that reckon, on papers whose tables nobody knows; nothing they give is sure."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import paper

from extractors.assemble import assemble
from models.page import FileFormat, SourceDocument
from models.reading import Field, OrderLine, Reading

HEAD = """Purchase Order
Order no.: PO-77120
Date: 12 May 2026
Buyer: Ostwick Paper Ltd
Supplier: Tallow Seals GmbH
Currency: EUR
"""
RING, SPRING = "Ring carrier in forged bronze", "Spring pack in stainless steel"
FIGURES = ("quantity", "unit_price", "amount")
Told = tuple[str | None, bool] | None


def read(text: str) -> Reading:
    return assemble(paper(HEAD + text))


def read_pages(*texts: str) -> Reading:
    pages = [replace(paper(text).pages[0], number=at) for at, text in enumerate(texts, 1)]
    return assemble(SourceDocument(FileFormat.PDF, tuple(pages), exact=False))


def told(field: Field | None) -> Told:
    """Return the value of a field and whether it is sure."""
    return None if field is None else (field.value, field.sure)


def column(lines: Sequence[OrderLine], name: str) -> list[Told]:
    return [told(getattr(line, name)) for line in lines]


def opened(*values: str) -> list[Told]:
    return [(value, False) for value in values]


def figures_of(lines: Sequence[OrderLine]) -> list[list[str | None]]:
    """Return quantity, price and amount of each line."""
    found = [[getattr(line, name) for name in FIGURES] for line in lines]
    return [[None if field is None else field.value for field in each] for each in found]


def is_open(line: OrderLine, names: Sequence[str] = FIGURES) -> bool:
    fields = [getattr(line, name) for name in names]
    return all(field is not None and not field.sure for field in fields)


def card(mark: str, name: str, *values: str, below: str = "") -> str:
    """Return an item as portals show it: captions, and the values below them."""
    quantity, price, amount = values
    captions = f"  {'We call off':<22}{'At a rate of':<22}{'Makes':>12}"
    return f"{mark:<14}{name}\n{captions}\n  {quantity:<22}{price:<22}{amount:>12}\n{below}"


def cards(first: Sequence[str], second: Sequence[str], total: str) -> str:
    return (
        card("Position 1", RING, *first)
        + card("Position 2", SPRING, *second)
        + f"All positions together{total:>36}\n"
    )


DUE = "  Supplier Part No.     Due\n  {:<22}{}\n"
PORTAL = (
    card("Position 1", RING, "6 pcs", "40.00", "240.00", below=DUE.format("TS-4410-08", "14 Jun 2026"))
    + card("Position 2", SPRING, "3 pcs", "15.50", "46.50", below=DUE.format("TS-4410-11", "21 Jun 2026"))
    + f"All that put in a heap{'286.50':>36}\n"
)


def test_cards_of_captions_above_values_are_items() -> None:
    found = read(PORTAL)
    assert column(found.lines, "line_number") == opened("1", "2")
    assert column(found.lines, "description") == opened(RING, SPRING)
    assert column(found.lines, "part_number") == opened("TS-4410-08", "TS-4410-11")
    assert column(found.lines, "delivery_date") == opened("2026-06-14", "2026-06-21")
    assert column(found.lines, "unit") == opened("pcs", "pcs")
    assert figures_of(found.lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert all(map(is_open, found.lines))
    assert column(found.lines, "price_per") == opened("1", "1")
    assert told(found.header.total_amount) == ("286.50", False)


@pytest.mark.parametrize("total", ["287.50", "240.00", "2865.00"])
def test_cards_whose_amounts_make_no_printed_sum_are_no_items(total: str) -> None:
    found = read(PORTAL.replace("286.50", total))
    assert found.lines == ()
    assert found.header.total_amount is None


def test_a_paper_that_orders_nothing_gets_no_items() -> None:
    head = HEAD.replace("Purchase Order", "Quotation").replace("Order no.", "Quotation no.")
    assert assemble(paper(head + PORTAL)).lines == ()


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("Item 1", "Item 2"), ("1", "2")),
        (("00010", "00020"), ("00010", "00020")),
        (("A", "B"), ("A", "B")),
        (("行项目10", "行项目20"), ("10", "20")),
    ],
)
def test_marks_that_count_on_are_the_numbers_of_items(
    marks: tuple[str, str], numbers: tuple[str, str]
) -> None:
    text = PORTAL.replace("Position 1", f"{marks[0]:<10}").replace("Position 2", f"{marks[1]:<10}")
    lines = read(text).lines
    assert column(lines, "line_number") == opened(*numbers)
    assert column(lines, "description") == opened(RING, SPRING)


@pytest.mark.parametrize("marks", [("Item 1", "Item 3"), ("A", "C"), ("20", "10"), ("1", "B")])
def test_marks_that_do_not_count_on_number_nothing(marks: tuple[str, str]) -> None:
    text = PORTAL.replace("Position 1", f"{marks[0]:<10}").replace("Position 2", f"{marks[1]:<10}")
    lines = read(text).lines
    assert figures_of(lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert not any(line.line_number for line in lines)


CONDITIONS = """
Pos.  Artikel      Bezeichnung       Menge  ME
10    RC-4410-08   Ringhalter        7      ST
      Bruttopreis          60,00 EUR / 1 ST      420,00
      Rabatt               15,000 %               63,00-
      Nettowert            51,00 EUR / 1 ST      357,00
20    SP-4410-11   Federpaket        3      ST
      Bruttopreis          20,00 EUR / 1 ST       60,00
      Rabatt               10,000 %                6,00-
      Nettowert            18,00 EUR / 1 ST       54,00
{label:<49}{total}
"""


def conditions(total: str = "411,00", label: str = "Gesamtnettowert ohne MwSt EUR") -> Reading:
    return read(CONDITIONS.format(label=label, total=total))


def test_of_the_conditions_below_an_item_the_net_price_is_the_items() -> None:
    lines = conditions().lines
    assert figures_of(lines) == [["7", "51.00", "357.00"], ["3", "18.00", "54.00"]]
    assert all(map(is_open, lines))
    assert column(lines, "line_number") == opened("10", "20")
    assert column(lines, "part_number") == opened("RC-4410-08", "SP-4410-11")
    assert column(lines, "description") == opened("Ringhalter", "Federpaket")
    assert column(lines, "unit") == opened("ST", "ST")


def test_the_gross_price_is_where_the_gross_amounts_make_the_sum() -> None:
    lines = conditions("480,00", "Gesamtwert EUR").lines
    assert figures_of(lines) == [["7", "60.00", "420.00"], ["3", "20.00", "60.00"]]
    assert all(map(is_open, lines))


@pytest.mark.parametrize("total", ["412,00", "414,00"])
def test_no_condition_is_a_price_where_none_makes_the_total(total: str) -> None:
    found = conditions(total)
    assert figures_of(found.lines) == [["7", None, None], ["3", None, None]]
    assert told(found.header.total_amount) == (f"{total[:3]}.00", False)


PRICED = """
Item   Material      Description              Quantity  UM
00010  RC-4410-08    Ring carrier             7         PC
       Gross price          60.00 EUR   1 PC      420.00
       Discount %           15.00-%                63.00-
       Net price            51.00 EUR   1 PC      357.00
{}00030  SP-4410-11    Spring pack              3         PC
       Gross price          20.00 EUR   1 PC       60.00
       Discount %           10.00-%                 6.00-
       Net price            18.00 EUR   1 PC       54.00
{}Total net value excl. tax EUR                     411.00
"""
NONE = "{}  WP-4410-13    Wiper                    2         PC\n       {}\n"


@pytest.mark.parametrize(
    "said", ["free of charge", "price to be agreed", "Net price             0.00 EUR   1 PC        0.00"]
)
@pytest.mark.parametrize("is_last", [False, True])
def test_an_item_without_a_price_is_not_lost_and_nothing_is_regrouped(said: str, *, is_last: bool) -> None:
    item = NONE.format("00040" if is_last else "00020", said)
    lines = read(PRICED.format("" if is_last else item, item if is_last else "")).lines
    names = ["Ring carrier", "Spring pack", "Wiper"] if is_last else ["Ring carrier", "Wiper", "Spring pack"]
    assert column(lines, "description") == opened(*names)
    assert [each[1:] for each in figures_of(lines)] == [[None, None]] * 3


def test_where_every_item_has_a_price_the_prices_are_found() -> None:
    lines = read(PRICED.format("", "")).lines
    assert figures_of(lines) == [["7", "51.00", "357.00"], ["3", "18.00", "54.00"]]
    assert column(lines, "customer_part_number") == opened("RC-4410-08", "SP-4410-11")
    assert all(map(is_open, lines))


TABLE = """
Pos  What                    How many   For one      For all
10   Ring carrier            6 pcs      40.00        240.00
20   Spring pack             3 pcs      15.50         46.50
{}"""
PAID = "To be paid by us                                     {}\n"


def test_figures_of_columns_that_nobody_knows_are_those_that_reckon() -> None:
    found = read(TABLE.format(PAID.format("286.50")))
    assert figures_of(found.lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert all(map(is_open, found.lines))
    assert column(found.lines, "description") == [("Ring carrier", True), ("Spring pack", True)]
    assert column(found.lines, "unit") == [("pcs", True), ("pcs", True)]


@pytest.mark.parametrize("said", ["", "      free", "      as agreed", "      0.00         0.00"])
def test_a_row_of_such_a_table_without_a_price_is_not_lost(said: str) -> None:
    row = f"30   Wiper                   2 pcs{said}\n"
    lines = read(TABLE.format(row + PAID.format("286.50"))).lines
    assert column(lines, "description") == [("Ring carrier", True), ("Spring pack", True), ("Wiper", True)]
    assert [each[1:] for each in figures_of(lines)] == [[None, None]] * 3


def test_a_total_that_the_rows_do_not_make_changes_nothing() -> None:
    found = read(TABLE.format(PAID.format("290.00")))
    assert figures_of(found.lines) == [["6", None, None], ["3", None, None]]
    assert found.header.total_amount is None


CARRIED = """Carried forward to page 2                     1      286.50
Brought forward from page 1                   1      286.50
30   Wiper                   2 pcs      12.00         24.00
"""


def test_sums_that_are_carried_forward_are_no_items() -> None:
    found = read(TABLE.format(CARRIED + PAID.format("310.50")))
    assert figures_of(found.lines) == [
        ["6", "40.00", "240.00"],
        ["3", "15.50", "46.50"],
        ["2", "12.00", "24.00"],
    ]
    assert all(map(is_open, found.lines))
    assert told(found.header.total_amount) == ("310.50", False)


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        (("3 szt", "2 608,50", "7 825,50"), ("2 szt", "1 100,00", "2 200,00"), "10 025,50"),
        (("3 szt", "2.608,50", "7.825,50"), ("2 szt", "1.100,00", "2.200,00"), "10.025,50"),
        (("3 szt", "2'608.50", "7'825.50"), ("2 szt", "1'100.00", "2'200.00"), "10'025.50"),
        (("3 szt", "2,608.50", "7,825.50"), ("2 szt", "1,100.00", "2,200.00"), "10,025.50"),
    ],
)
def test_figures_may_part_thousands(first: Sequence[str], second: Sequence[str], total: str) -> None:
    found = read(cards(first, second, total))
    assert figures_of(found.lines) == [["3", "2608.50", "7825.50"], ["2", "1100.00", "2200.00"]]
    assert all(map(is_open, found.lines))
    assert told(found.header.total_amount) == ("10025.50", False)


def test_figures_apart_are_no_thousands() -> None:
    found = read(cards(("3 szt", "2 608,50", "7 825,50"), ("2 szt", "1 100,00", "2 200,00"), "10   025,50"))
    assert found.lines == ()


@pytest.mark.parametrize(
    ("prices", "base"), [(("7.40", "12.00"), "100"), (("74.00", "120.00"), "1000"), (("0.74", "1.20"), "10")]
)
def test_prices_may_be_those_of_many_pieces(prices: tuple[str, str], base: str) -> None:
    first = ("2500 pcs", f"{prices[0]} per {base}", "185.00")
    second = ("400 pcs", f"{prices[1]} per {base}", "48.00")
    lines = read(cards(first, second, "233.00")).lines
    assert figures_of(lines) == [["2500", prices[0], "185.00"], ["400", prices[1], "48.00"]]
    assert column(lines, "price_per") == opened(base, base)
    assert all(map(is_open, lines))


@pytest.mark.parametrize("base", ["", " per 50", " per 12"])
def test_no_price_is_that_of_pieces_that_nothing_counts(base: str) -> None:
    first, second = ("2500 pcs", f"7.40{base}", "185.00"), ("400 pcs", f"12.00{base}", "48.00")
    assert read(cards(first, second, "233.00")).lines == ()


@pytest.mark.parametrize(
    ("first", "second", "units"),
    [
        (("20 pcs", "5.00", "100.00"), ("13 pcs", "5.00", "65.00"), ("pcs", "pcs")),
        (("20 pcs", "5", "100.00"), ("13 pcs", "5", "65.00"), ("pcs", "pcs")),
        (("2.500 kg", "40.00", "100.00"), ("3.250 kg", "20.00", "65.00"), ("kg", "kg")),
        (("2.5 m", "40.00", "100.00"), ("3.25 m", "20.00", "65.00"), ("m", "m")),
        (("1 pc", "100.00", "100.00"), ("1 pc", "65.00", "65.00"), ("pc", "pc")),
        (("100 pcs", "1.00", "100.00"), ("65 pcs", "1.00", "65.00"), ("pcs", "pcs")),
    ],
)
def test_quantity_and_price_are_not_exchanged(
    first: Sequence[str], second: Sequence[str], units: tuple[str, str]
) -> None:
    lines = read(cards(first, second, "165.00")).lines
    assert figures_of(lines) == [[each[0].split()[0], *each[1:]] for each in (first, second)]
    assert column(lines, "unit") == opened(*units)


def test_nor_are_they_where_the_price_stands_first() -> None:
    lines = read(cards(("40.00", "6 pcs", "240.00"), ("15.50", "3 pcs", "46.50"), "286.50")).lines
    assert figures_of(lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert column(lines, "unit") == opened("pcs", "pcs")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("5 pcs", "20.00", "100.00"), ("20 pcs", "5.00", "100.00")),
        (("4 pcs", "25.00", "100.00"), ("4 pcs", "25.00", "100.00")),
    ],
)
def test_two_items_may_have_one_amount(first: Sequence[str], second: Sequence[str]) -> None:
    lines = read(cards(first, second, "200.00")).lines
    assert figures_of(lines) == [[each[0].split()[0], *each[1:]] for each in (first, second)]
    assert column(lines, "description") == opened(RING, SPRING)


def test_one_of_two_equal_items_is_not_the_whole_sum() -> None:
    assert read(cards(("5 pcs", "20.00", "100.00"), ("20 pcs", "5.00", "100.00"), "300.00")).lines == ()


@pytest.mark.parametrize("lines", [0, 1, 2])
def test_an_item_may_go_on_behind_the_end_of_a_page(lines: int) -> None:
    above, below = PORTAL.split("Position 2")
    whole = f"Position 2{below}".splitlines(keepends=True)
    found = read_pages(HEAD + above + "".join(whole[:lines]), "".join(whole[lines:]))
    assert figures_of(found.lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert column(found.lines, "part_number") == opened("TS-4410-08", "TS-4410-11")
    assert column(found.lines, "description") == opened(RING, SPRING)
    assert [line.amount.evidence.page for line in found.lines if line.amount] == [1, 2]


def test_a_page_may_end_between_a_quantity_and_its_price() -> None:
    above, below = TABLE.format(PAID.format("286.50")).split("3 pcs")
    found = read_pages(f"{HEAD}{above}3 pcs", f"Ostwick Paper Ltd{below[5:]}")
    assert figures_of(found.lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert column(found.lines, "description") == [("Ring carrier", True), ("Spring pack", True)]
    assert all(map(is_open, found.lines))


def test_without_its_second_page_an_item_is_none() -> None:
    at = PORTAL.index("Position 2")
    assert read_pages(HEAD + PORTAL[:at], "All positions together     286.50").lines == ()


KNOWN = """
Pos  Description       Qty  Unit   Unit price   Amount
1    Ring carrier      6    pcs         40.00   240.00
2    Spring pack       {}    pcs         15.50
     makes {}
Total                                           286.50
"""


def test_what_is_sure_of_lines_whose_figures_agree_stays_so() -> None:
    lines = read(KNOWN.format("3", "46.50")).lines
    assert column(lines, "quantity") == [("6", True), ("3", True)]
    assert column(lines, "unit_price") == [("40.00", True), ("15.50", True)]
    assert column(lines, "amount") == [("240.00", True), ("46.50", False)]
    assert column(lines, "line_number") == [("1", True), ("2", True)]


def test_a_known_amount_without_the_others_brings_no_amount() -> None:
    assert column(read(KNOWN.format("3", "45.50")).lines, "amount") == [("240.00", True), None]


BOXES = """
Pos  What              Qty    Pieces in all    At           Amount
1    Ring carrier      2      6                40.00        240.00
2    Spring pack       1      3                15.50         46.50
To be paid                                                  {}
"""


def test_nothing_is_sure_of_lines_whose_figures_do_not_agree() -> None:
    lines = read(BOXES.format("286.50")).lines
    assert figures_of(lines) == [["6", "40.00", "240.00"], ["3", "15.50", "46.50"]]
    assert all(map(is_open, lines))
    assert column(lines, "description") == opened("Ring carrier", "Spring pack")


def test_they_stay_as_they_are_where_nothing_adds_up() -> None:
    lines = read(BOXES.format("289.50")).lines
    assert [each[0] for each in figures_of(lines)] == ["2", "1"]
    assert column(lines, "description") == [("Ring carrier", True), ("Spring pack", True)]
