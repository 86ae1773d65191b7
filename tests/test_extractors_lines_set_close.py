"""Tables whose headings are set close, broken, shifted, or in two storeys of several lines each."""

from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.columns.sum_rows import stated
from extractors.lines.texts.wrapped_labels import whole
from extractors.page.runs import Run, rows_of, runs_of, split_line
from models.page import Page
from models.reading import Field, OrderLine

FOUR_LINES = """
                   PURCHASE ORDER  PO-77201
行号      供方编码        品名
Line      Supplier P/N    Description
          数量                          单价           金额
          Qty                     Unit price         Amount
10        LP-22-5600      膜片联轴器 Disc coupling
          16 set                       10.00         160.00
20        LP-38-5637      六角螺栓 Hex bolt M12x48
          25 EA                         4.00         100.00
Total                                                260.00
"""
WRAPPED_NAME = """
                   PURCHASE ORDER  PO-77202
Line      Customer material      Product description
no.       no.
          Quantity    Unit      Net unit       Net
                                price          amount
1         27-812531              Spiral wound gasket DN25
                                 PN16 316/FG
          5           m            10.00       50.00
2         SGR-538-33             Shaft sleeve
          8           pc            5.00       40.00
Total                                          90.00
"""
NAME_ALONE = """
                   PURCHASE ORDER  PO-77203
Description
      Menge                 Nettopreis                         Betrag
Gleitringdichtung 108-75
      1 Satz                4.186,00                         4.186,00
      Ihre Artikelnr.: LP-14-3800
Pumpenwelle L=750
      10 ST                 1.958,71                        19.587,10
      Ihre Artikelnr.: LP-14-3801
"""
OFFSET = """
                   PURCHASE ORDER  PO-77204
No.   Description      Qty ordered              Unit    Price      Amount
10    Bearing housing                        8  pc      50.00      400.00
20    Cartridge seal                        10  set     20.00      200.00
Total                                                              600.00
"""
LOWER_HALVES = """
                   PURCHASE ORDER  PO-77205
Details             Order      List  Disc   Price after   Ext.     HS
                    quantity   price          disc.       amount   code
Impeller CF8M         30 EA    40.00    10     36.00    1,080.00   8484.20
Bearing housing        2 EA    50.00    20     40.00       80.00   8484.20
Total                                                   1,160.00
"""


def value(field: Field | None) -> str | None:
    return field.value if field else None


def numbers(line: OrderLine) -> tuple[str | None, ...]:
    return value(line.quantity), value(line.unit_price), value(line.amount)


def test_either_storey_of_a_heading_may_have_two_languages() -> None:
    lines = assemble(paper(FOUR_LINES)).lines
    assert [(value(line.line_number), value(line.part_number), *numbers(line)) for line in lines] == [
        ("10", "LP-22-5600", "16", "10.00", "160.00"),
        ("20", "LP-38-5637", "25", "4.00", "100.00"),
    ]


def test_a_long_name_may_go_on_before_the_figures() -> None:
    lines = assemble(paper(WRAPPED_NAME)).lines
    assert [(value(line.description), *numbers(line)) for line in lines] == [
        ("Spiral wound gasket DN25 PN16 316/FG", "5", "10.00", "50.00"),
        ("Shaft sleeve", "8", "5.00", "40.00"),
    ]


def test_the_upper_storey_may_be_the_name_alone() -> None:
    lines = assemble(paper(NAME_ALONE)).lines
    assert [(value(line.description), value(line.part_number), value(line.amount)) for line in lines] == [
        ("Gleitringdichtung 108-75", "LP-14-3800", "4186.00"),
        ("Pumpenwelle L=750", "LP-14-3801", "19587.10"),
    ]


def test_a_name_below_its_figures_is_not_given_to_the_next_item() -> None:
    below = """
                   PURCHASE ORDER  PO-77203
Description
      Qty        Price     Amount
      1 set      4.00        4.00
Mechanical seal
      10 pcs     2.00       20.00
Pump shaft
"""
    lines = assemble(paper(below)).lines
    assert not any(
        line.description and line.description.sure and value(line.description) == "Mechanical seal"
        for line in lines[1:]
    )


def test_a_column_may_stand_right_of_its_heading() -> None:
    lines = assemble(paper(OFFSET)).lines
    assert [(value(line.unit), *numbers(line)) for line in lines] == [
        ("pc", "8", "50.00", "400.00"),
        ("set", "10", "20.00", "200.00"),
    ]


def test_halves_of_headings_are_cut_by_the_columns_below() -> None:
    lines = assemble(paper(LOWER_HALVES)).lines
    assert [numbers(line) for line in lines] == [
        ("30", "36.00", "1080.00"),
        ("2", "40.00", "80.00"),
    ]


def test_a_name_with_a_size_is_no_charge_for_packing() -> None:
    assert stated("packing 32x10") is None
    assert stated("Packing") is not None


def _lines(text: str) -> list[Run]:
    page = paper(text).pages[0]
    return runs_of(page, page.words)


def test_a_label_that_its_cell_broke_is_put_together() -> None:
    broken = _lines("Supplier part\nno.: LP-36-4200\nOur article: 13-4331-\n0093\nDelivery date:\n2026.06.26")
    assert [run.text for run in whole(broken)] == [
        "Supplier part no.: LP-36-4200",
        "Our article: 13-4331-0093",
        "Delivery date: 2026.06.26",
    ]


def test_lines_with_labels_of_their_own_stay_apart() -> None:
    apart = _lines("Our article: 13-4331-0093\nDelivery date: 2026.06.26\nSpiral wound gasket\nDN65 PN16")
    assert [run.text for run in whole(apart)] == [run.text for run in apart]


def test_a_code_that_a_cell_broke_is_kept_and_not_sure() -> None:
    text = """
                   PURCHASE ORDER  PO-77206
Line   Description               Qty     Price     Amount
10     Shaft sleeve                2     50.00     100.00
       Our article: 13-4331-
       0093
Total                                              100.00
"""
    (line,) = assemble(paper(text)).lines
    assert line.customer_part_number is not None
    assert value(line.customer_part_number) == "13-4331-0093"
    assert not line.customer_part_number.sure


def test_what_follows_a_table_after_a_wide_gap_is_not_its_last_items() -> None:
    text = """
                   PURCHASE ORDER  PO-77207
Line   Description               Qty     Price     Amount
10     Shaft sleeve                2     50.00     100.00
       Our article: 13-4331
20     Gland plate                 2     50.00     100.00
       Our article: 13-4332

Delivery date: 2026-08-09
"""
    reading = assemble(paper(text))
    assert reading.lines[1].delivery_date is None
    assert value(reading.header.delivery_date) == "2026-08-09"


def test_a_label_that_runs_into_its_value_is_read_before_it() -> None:
    words = [*words_of("Unit price incl. VAT", 20.0, 40.0), *words_of("6,996.94", 105.0, 40.0)]
    page = Page(1, 600.0, 800.0, tuple(words))
    (line,) = rows_of(words)
    assert [run.text for run in split_line(page, line)] == ["Unit price incl. VAT", "6,996.94"]
