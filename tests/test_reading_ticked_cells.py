"""Forms whose cells hold options to tick in several lines, and what the ticked one says."""

from collections.abc import Sequence

import pytest
from paper import sheet, words_of
from typed_orders import value

from extractors.assemble import assemble
from extractors.fields import dates
from extractors.header.labelling.value_ends import whole_end
from extractors.vocabulary.meanings import Label
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, Word, union
from models.reading import Header

ITEMS: Sequence[Sequence[str]] = [
    ["No", "Supplier part", "Description", "Qty", "UOM", "Unit price", "Amount"],
    ["1", "10023177", "Mechanical seal", "2", "pcs", "20.00", "40.00"],
    ["2", "10023188", "Shaft sleeve", "3", "pcs", "10.00", "30.00"],
    ["", "", "TOTAL (USD)", "", "", "", "70.00"],
]


def form(*pairs: tuple[str, Sequence[str]]) -> Header:
    """Return the header of a drawn form: each pair is a caption and the lines of the cell beside it."""
    words: list[Word] = []
    tables: list[Table] = []
    top = 60.0
    for at, text in enumerate(("Nordkai Pumps Ltd", "PURCHASE ORDER FORM")):
        words += words_of(text, 30.0, 20.0 + 16 * at)
    cells: list[Cell] = []
    for at, (caption, lines) in enumerate((("1. PO No.", ["NP-55170"]), ("2. Date", ["9 Jun 2026"]), *pairs)):
        height = 16.0 * len(lines) + 6
        for column, texts in enumerate(([caption], lines)):
            box = Box(30.0 + 120 * column, top, 150.0 + 330 * column, top + height)
            inner = tuple(
                w for row, text in enumerate(texts) for w in words_of(text, box.x0 + 4, top + 4 + 16 * row)
            )
            cells.append(Cell(at, column, box, inner))
            words += inner
        top += height
    tables.append(Table(union(cell.box for cell in cells), len(pairs) + 2, 2, tuple(cells)))
    cells = []
    for at, row in enumerate(ITEMS):
        for column, text in enumerate(row):
            x, y = 30.0 + 100 * column, top + 20 + 16 * at
            inner = tuple(words_of(text, x + 3, y + 3))
            cells.append(Cell(at, column, Box(x, y, x + 100, y + 16), inner))
            words += inner
    tables.append(Table(union(cell.box for cell in cells), len(ITEMS), 7, tuple(cells)))
    page = Page(1, 800.0, 900.0, tuple(words), tables=tuple(tables))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


def test_options_in_several_lines_of_a_cell_have_one_answer() -> None:
    found = form(
        ("3. Delivery term", ["☐ EXW Tianjin ☐ FCA Tianjin", "☒ DAP Tuas ☐ CIF Singapore"]),
        ("4. Payment", ["☐ with order ☒ 30 days net", "☐ 60 days net ☐ L/C 90 days"]),
    )
    assert value(found.incoterms) == "DAP Tuas"
    assert found.incoterms is not None
    assert found.incoterms.sure
    assert value(found.payment_terms) == "30 days net"
    assert found.payment_terms is not None
    assert found.payment_terms.sure


def test_where_nothing_is_ticked_in_type_nothing_is_said() -> None:
    found = form(("4. Payment", ["☐ with order ☐ 30 days net", "☐ 60 days net ☐ L/C 90 days"]))
    assert found.payment_terms is not None
    assert not found.payment_terms.sure


def test_two_ticks_in_a_cell_are_both_said() -> None:
    found = form(("4. Payment", ["☒ 30 days net ☐ with order", "☒ 60 days net ☐ L/C 90 days"]))
    assert value(found.payment_terms) != "30 days net" or not (
        found.payment_terms and found.payment_terms.sure
    )


def test_a_day_ends_where_a_further_label_begins() -> None:
    found = form(("5. Required by", ["14-Aug-2026 Partial delivery:", "☐ yes ☒ no"])).delivery_date
    assert value(found) == "2026-08-14"
    assert found is not None
    assert found.sure


@pytest.mark.parametrize("text", ["14-Aug-2026 but not before: 1-Sep-2026", "from: 14-Aug-2026"])
def test_a_day_goes_on_where_no_known_label_stands(text: str) -> None:
    assert whole_end(frozenset({Label.DELIVERY}), text) == len(text)


@pytest.mark.parametrize("caption", ["6. GST", "6. VAT"])
def test_the_rate_behind_the_name_of_a_tax_is_the_orders(caption: str) -> None:
    found = form((caption, ["☐ 9 % ☒ 0 % (unit prices excl. GST)"]))
    assert value(found.tax_rate) == "0"
    assert found.tax_rate is not None
    assert found.tax_rate.sure
    assert value(found.tax_included) == "false"


@pytest.mark.parametrize("number", ["GST: 27AAACX1234Q1Z5", "GST  12 345 678 901"])
def test_a_registration_for_the_tax_is_no_rate(number: str) -> None:
    rate = form((number.split(maxsplit=1)[0].rstrip(":"), [number.split(maxsplit=1)[1]])).tax_rate
    assert rate is None or not rate.sure


def chinese(*rows: tuple[str, str]) -> Header:
    """Return the header of a Chinese form in cells."""
    items = [
        ["行", "贵方料号", "品名", "数量", "单位", "单价", "小计"],
        ["1", "10083810", "O型密封圈", "30", "件", "4.00", "120.00"],
        ["合计", "", "", "", "", "", "120.00"],
    ]
    head = [["采购单"], ["单号", "DO26-0715", "", "下单日期", "2026/7/1"], ["需方", "江城化工有限公司"]]
    return assemble(sheet([*head, *map(list, rows), *items])).header


def test_a_price_that_is_answered_by_its_basis_tells_it() -> None:
    found = chinese(("价格", "☑ 含税 □ 不含税")).tax_included
    assert value(found) == "true"
    assert found is not None
    assert found.sure


@pytest.mark.parametrize("answer", ["□ 含税 □ 不含税", "☑ 含税 ☑ 不含税", "含税与否待定"])
def test_a_basis_that_is_not_chosen_is_open(answer: str) -> None:
    found = chinese(("价格", answer)).tax_included
    assert found is None or not found.sure


def test_an_option_with_a_label_of_its_own_goes_with_it() -> None:
    found = chinese(("交货", "☑ 一次交清：2026年8月20日前     □ 分批：首批____年__月__日")).delivery_date
    assert value(found) == "2026-08-20"
    assert found is not None
    assert found.sure


def test_another_option_that_is_ticked_is_what_holds() -> None:
    found = chinese(
        ("交货", "□ 一次交清：2026年8月20日前     ☑ 分批：首批2026年9月5日，余下另行通知")
    ).delivery_date
    assert value(found) != "2026-08-20"
    assert found is None or not found.sure


@pytest.mark.parametrize(
    "text", ["一次交清：2026年8月20日前", "全部一次性交货：2026-08-20", "最迟2026年8月20日一次性交清"]
)
def test_all_at_once_is_said_before_or_behind_the_day(text: str) -> None:
    assert {each.first.isoformat() for each in dates.parse(text)} == {"2026-08-20"}


@pytest.mark.parametrize("text", ["分批交清：2026年8月20日前", "一次交清后2026年8月20日前"])
def test_part_by_part_is_no_day(text: str) -> None:
    assert not dates.parse(text)
