"""Items whose name stands above the line of their figures, lots below it, and rows that are not ordered."""

from dataclasses import replace

import pytest
from paper import form, paper, sheet, words_of

from extractors.assemble import assemble
from extractors.lines.item_table import make_column
from extractors.lines.tables import inner_tables, led_items
from extractors.page.runs import make_run
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field, OrderLine

LED = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount
10    Guide bush B40
      Your part no.: 10060745
      With certificate 3.1
                                      2 pcs      50.00      100.00
20    Wear plate W17
      Your part no.: 10060746
      Painted black
                                      3 pcs      10.00       30.00
                                                 Total      130.00
"""
LETTERED = LED.replace("10    Guide", "A     Guide").replace("20    Wear", "B     Wear")
UNNUMBERED = """
Purchase order 4500012345
Description                     Qty        Price      Amount
Guide bush B40
  Your part no.: 10060745
                                2 pcs      50.00      100.00
Wear plate W17
  Your part no.: 10060746
                                3 pcs      10.00       30.00
                                           Total      130.00
"""


def value(field: Field | None) -> str | None:
    return field.value if field else None


def told(lines: tuple[OrderLine, ...]) -> list[tuple[str | None, ...]]:
    return [
        tuple(map(value, (line.description, line.part_number, line.quantity, line.amount))) for line in lines
    ]


EXPECTED = [("Guide bush B40", "10060745", "2", "100.00"), ("Wear plate W17", "10060746", "3", "30.00")]


@pytest.mark.parametrize("text", [LED, LETTERED, UNNUMBERED])
def test_what_stands_above_the_figures_is_said_of_them(text: str) -> None:
    assert told(assemble(paper(text)).lines) == EXPECTED


def test_items_may_be_numbered_by_letters() -> None:
    assert [value(line.line_number) for line in assemble(paper(LETTERED)).lines] == ["A", "B"]


def test_rows_of_a_sheet_lead_to_their_figures() -> None:
    rows = [
        ["Purchase order", "4500012345", "", "", ""],
        ["No.", "Description", "Qty", "Price", "Amount"],
        ["1.1", "Guide bush B40", "", "", ""],
        ["", "Your part no.: 10060745", "", "", ""],
        ["", "", "2", "50.00", "100.00"],
        ["1.2", "Wear plate W17", "", "", ""],
        ["", "Your part no.: 10060746", "", "", ""],
        ["", "", "3", "10.00", "30.00"],
        ["Total", "", "", "", "130.00"],
    ]
    lines = assemble(sheet(rows)).lines
    assert told(lines) == EXPECTED
    assert [value(line.line_number) for line in lines] == ["1.1", "1.2"]


def test_the_end_of_a_page_may_part_a_number_from_its_figures() -> None:
    first, second = LED[: LED.index("                                      3 pcs")], LED[LED.index("3 pcs") :]
    one, two = paper(first).pages[0], paper(" " * 38 + second).pages[0]
    document = SourceDocument(FileFormat.PDF, (one, replace(two, number=2)), exact=False)
    reading = assemble(document)
    assert told(reading.lines) == EXPECTED
    # What the item takes up is not the whole page above it: the header is read as ever.
    assert value(reading.header.document_number) == "4500012345"


LOTS = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount    Delivery
10    Guide bush B40                  8 pcs      50.00      400.00    2026-05-04
        Lot 1                         4                               2026-05-04
        Lot 2                         4                               2026-06-01
20    Wear plate W17                  3 pcs      10.00       30.00    2026-05-11
                                                 Total      430.00
"""


def test_lots_are_no_items_and_do_not_run_into_the_quantity() -> None:
    lines = assemble(paper(LOTS)).lines
    assert [value(line.quantity) for line in lines] == ["8", "3"]
    assert [value(line.description) for line in lines] == ["Guide bush B40", "Wear plate W17"]


def test_lots_in_drawn_rows_are_no_items() -> None:
    rows = [
        ["序号", "名称", "数量", "单价", "金额", "交货日期"],
        ["1", "导向套", "8件", "50.00", "400.00", "2026-05-04"],
        ["", "第1批", "4", "", "", "2026-05-04"],
        ["", "第2批", "4", "", "", "2026-06-01"],
        ["2", "耐磨板", "3件", "10.00", "30.00", "2026-05-11"],
    ]
    lines = assemble(form("采购订单 PO-77121", rows, "合计 430.00")).lines
    assert [(value(line.description), value(line.quantity)) for line in lines] == [
        ("导向套", "8"),
        ("耐磨板", "3"),
    ]


OPTION = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount
10    Guide bush B40                  2 pcs      50.00      100.00
-     OPTIONAL: Guide bush B60        2 pcs      70.00      140.00
20    Wear plate W17                  3 pcs      10.00       30.00
                                                 Total      {total}
"""


def test_an_option_is_no_line_where_the_total_leaves_it_out() -> None:
    found = [value(line.description) for line in assemble(paper(OPTION.format(total="130.00"))).lines]
    assert found == ["Guide bush B40", "Wear plate W17"]


def test_an_option_that_the_total_counts_is_a_line() -> None:
    lines = assemble(paper(OPTION.format(total="270.00"))).lines
    assert [value(line.amount) for line in lines] == ["100.00", "140.00", "30.00"]


PER = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount
10    Cap screw M6x20                 200 pcs    50.00      100.00
      {basis}
20    Cap screw M8x30                 300 pcs    10.00       30.00
      {basis}
                                                 Total      130.00
"""


@pytest.mark.parametrize(
    "basis", ["Price per 100 pcs", "Price basis: per 100", "Preis je 100 Stück", "单价按每100件计"]
)
def test_a_line_under_an_item_says_what_its_price_is_for(basis: str) -> None:
    assert [value(line.price_per) for line in assemble(paper(PER.format(basis=basis))).lines] == [
        "100",
        "100",
    ]


CARDS = """
Purchase order 4500012345

Item          10                  Item          20
Goods         Guide bush B40      Goods         Wear plate W17
Your part no. 10060745            Your part no. 10060746
Qty           2 pcs               Qty           3 pcs
Unit price    50.00               Unit price    10.00
Amount        100.00              Amount        30.00

Total 130.00
"""


def test_cards_side_by_side_are_two_items() -> None:
    lines = assemble(paper(CARDS)).lines
    assert told(lines) == EXPECTED
    assert [value(line.line_number) for line in lines] == ["10", "20"]


def test_two_labels_in_one_cell_are_two_texts() -> None:
    rows = [
        ["序号", "名称", "数量", "单价", "金额"],
        ["1", "导向套", "2件", "50.00", "100.00"],
        ["", "供方货号：10060745 图号：GA-7712-03", "", "", ""],
        ["2", "耐磨板", "3件", "10.00", "30.00"],
        ["", "供方货号：10060746 图号：GA-7713-03", "", "", ""],
    ]
    lines = assemble(form("采购订单 PO-77121", rows, "合计 130.00")).lines
    assert [value(line.part_number) for line in lines] == ["10060745", "10060746"]
    assert [value(line.drawing_number) for line in lines] == ["GA-7712-03", "GA-7713-03"]


def test_what_stands_under_an_item_behind_a_subtotal_is_read() -> None:
    rows = [
        ["No.", "Description", "Qty", "Price", "Amount"],
        ["1", "Guide bush B40", "2", "50.00", "100.00"],
        ["", "Your part no.: 10060745", "", "", ""],
        ["Subtotal", "", "", "", "100.00"],
        ["2", "Wear plate W17", "3", "10.00", "30.00"],
        ["", "Your part no.: 10060746", "", "", ""],
        ["Total", "", "", "", "130.00"],
    ]
    lines = assemble(sheet([["Purchase order", "4500012345", "", "", ""], *rows])).lines
    assert [value(line.part_number) for line in lines] == ["10060745", "10060746"]


def test_a_sentence_says_what_all_prices_are_for() -> None:
    text = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount
10    Cap screw M6x20                 200 pcs    50.00       10.00
20    Cap screw M8x30                 300 pcs    10.00        3.00
                                                 Total       13.00
All unit prices are per 1000 pieces.
"""
    assert [value(line.price_per) for line in assemble(paper(text)).lines] == ["1000", "1000"]


def test_a_sentence_on_prices_that_the_numbers_contradict_is_left_alone() -> None:
    text = """
Purchase order 4500012345
No.   Description                     Qty        Price      Amount
10    Cap screw M6x20                 200 pcs    0.05        10.00
20    Cap screw M8x30                 300 pcs    0.01         3.00
                                                 Total       13.00
In your list the prices are per 100 pieces.
"""
    assert all(line.price_per is None for line in assemble(paper(text)).lines)


def test_a_unit_in_the_label_of_the_quantity_is_the_unit() -> None:
    text = """
Purchase order 4500012345

Item: 10
Goods: Guide bush B40
Your part no.: 10060745
Qty (pcs): 2
Unit price: 50.00
Amount: 100.00

Item: 20
Goods: Wear plate W17
Your part no.: 10060746
Qty (pcs): 3
Unit price: 10.00
Amount: 30.00

Total: 130.00
"""
    lines = assemble(paper(text)).lines
    assert [(value(line.quantity), value(line.unit)) for line in lines] == [("2", "pcs"), ("3", "pcs")]


def test_a_quantity_in_another_notation_is_no_misprint_of_the_writer() -> None:
    rows = [
        ["Bestellung", "4500012345", "", "", ""],
        ["Pos.", "Bezeichnung", "Menge", "Preis", "Betrag"],
        ["1", "Buchse B40", "2.500", "3,00", "7.500,00"],
        ["2", "Platte W17", "4", "10,00", "40,00"],
        ["3", "Bolzen D6", "5", "2,00", "10,00"],
        ["Gesamtbetrag", "", "", "", "7.550,00"],
    ]
    first = assemble(sheet(rows)).lines[0]
    assert first.quantity is None or value(first.quantity) == "2500" or not first.quantity.sure


def test_the_codes_below_a_drawn_row_belong_to_it_where_the_heading_has_two_rows() -> None:
    rows = [
        ["Pos.", "Description", "Qty", "Unit price", "Amount"],
        ["", "Your part no.", "", "", ""],
        ["1", "Guide bush B40", "2", "50.00", "100.00"],
        ["", "10060745", "", "", ""],
        ["2", "Wear plate W17", "3", "10.00", "30.00"],
        ["", "10060746", "", "", ""],
    ]
    lines = assemble(form("Purchase order 4500012345", rows, "Total 130.00")).lines
    assert told(lines) == EXPECTED


def test_a_heading_with_nothing_below_it_has_no_items() -> None:
    assert led_items.line_starts((), (), ()) == []
    assert led_items.joined((), ()) == []


SECTIONED = """
采购订单
订单号：4500012345
名称及规格                数量    单位    单价     金额
一、P-1203用备件
导向套 B40
贵司料号：10060745
                          2       件      50.00    100.00
耐磨板 W17
贵司料号：10060746
                          3       件      10.00    30.00
螺栓 M12
贵司料号：10060747
                          4       件      5.00     20.00
二、P-2208用备件
垫片 DN25
贵司料号：10060748
                          5       件      2.00     10.00
合计                                               160.00
"""


@pytest.mark.parametrize("cut", [None, "螺栓", "贵司料号：10060747", "                          4 ", "垫片"])
def test_the_end_of_a_page_takes_nothing_from_an_item_whose_names_lead(cut: str | None) -> None:
    at = SECTIONED.index(cut) if cut is not None else len(SECTIONED)
    texts = [each for each in (SECTIONED[:at], SECTIONED[at:]) if each]
    pages = tuple(replace(paper(text).pages[0], number=number) for number, text in enumerate(texts, 1))
    lines = assemble(SourceDocument(FileFormat.PDF, pages, exact=False)).lines
    found = [(value(line.part_number), value(line.description), value(line.quantity)) for line in lines]
    assert found == [
        ("10060745", "导向套 B40", "2"),
        ("10060746", "耐磨板 W17", "3"),
        ("10060747", "螺栓 M12", "4"),
        ("10060748", "垫片 DN25", "5"),
    ]


def test_sizes_and_materials_under_headings_of_numbers_are_none() -> None:
    text = """
Purchase order 4500012345
Description              Qty      Price per 100    Amount
O-ring 40x3
Your part no.: 10060745
                      PC 100              50.00     50.00
Gasket winding DN80 PN16 316/FG
Your part no.: 10060746
                      EA 100              70.00     70.00
                                          Total    120.00
"""
    lines = assemble(paper(text)).lines
    assert [(value(line.description), value(line.amount)) for line in lines] == [
        ("O-ring 40x3", "50.00"),
        ("Gasket winding DN80 PN16 316/FG", "70.00"),
    ]


def test_a_note_below_an_item_before_a_sum_is_not_the_name_of_the_next() -> None:
    text = """
Purchase order 4500012345
Description                         Qty   Unit     Price     Amount
A. Spares for pump P-1203
Bearing housing
Our no.: 40.13.7331                 16    PC       10.00     160.00
With certificate 3.1
Impeller
Our no.: 40.13.7338                 24    PC       20.00     480.00
With certificate 3.1
Ball bearing
Our no.: 40.13.7345                 2     PC       30.00      60.00
With certificate 3.1
Total                                                        700.00
"""
    lines = assemble(paper(text)).lines
    found = [(value(line.description), value(line.customer_part_number)) for line in lines]
    assert found == [
        ("Bearing housing", "40.13.7331"),
        ("Impeller", "40.13.7338"),
        ("Ball bearing", "40.13.7345"),
    ]


@pytest.mark.parametrize("texts", [["质保期", "18", "个月"], ["质保期", "10"], ["10"]])
def test_a_number_inside_a_text_is_none_of_an_item(texts: list[str]) -> None:
    words = []
    x = 20.0
    for at, text in enumerate(texts):
        word = words_of(text, x, 40.0)[0]
        words.append(replace(word, glued=at > 0))
        x = word.box.x1
    page = Page(1, 600.0, 800.0, tuple(words))
    columns = [make_column(20.0, 70.0, ["序号"]), make_column(90.0, 150.0, ["名称"])]
    assert inner_tables.is_numbered([make_run(page, words)], columns) is (texts == ["10"])
