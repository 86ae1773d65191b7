"""A second column of figures beside those of an order: what is new, cancelled, delivered, open of an item."""

from collections.abc import Callable

import pytest
from ordered_rows import HEAD, HEADINGS, ROWS, TOTAL, ordered, with_column
from paper import form, paper, sheet

from extractors.assemble import assemble
from models.page import SourceDocument

NOW = (
    *(
        "New qty",
        "Revised qty",
        "Changed to",
        "Final qty",
        "Corrected quantity",
        "Qty now",
        "Amended",
        "Approved qty",
    ),
    *("Confirmed qty", "Adjusted qty", "Updated quantity", "Actual qty", "Agreed qty"),
    *(
        "neue Menge",
        "Menge neu",
        "Geänderte Menge",
        "korrigierte Menge",
        "bestätigte Menge",
        "Endgültige Menge",
    ),
    *(
        "变更后数量",
        "新数量",
        "修改数量",
        "更正数量",
        "最终数量",
        "确认数量",
        "审批数量",
        "实际数量",
        "變更後數量",
        "調整為",
    ),
    *(
        "Nouvelle quantité",
        "Quantité modifiée",
        "Nueva cantidad",
        "Nuova quantità",
        "Quantidade alterada",
        "Nieuw aantal",
    ),
)
OFF = (
    *(
        "Already delivered",
        "Qty to cancel",
        "Delivered",
        "Shipped qty",
        "Qty change",
        "Delta",
        "+/-",
    ),
    *(
        "stornierte Menge",
        "Storno",
        "bereits geliefert",
        "Differenz",
        "取消数量",
        "已交数量",
        "退货数量",
        "增减数量",
        "減少數量",
    ),
    *("Quantité livrée", "Cantidad cancelada", "Quantità annullata"),
)
LEFT = (
    "Open qty",
    "Balance",
    "Remaining qty",
    "Outstanding",
    "offene Menge",
    "Restmenge",
    "未交数量",
    "剩余数量",
    "欠交数量",
)
PRICES = (
    "New price",
    "Revised unit price",
    "Agreed price",
    "Neuer Preis",
    "geänderter Preis",
    "新单价",
    "变更后单价",
    "最终价格",
)
USUAL = (
    *(
        ("Old qty", "5"),
        ("Previous price", "51.50"),
        ("Stock qty", "9"),
        ("Weight kg", "3.5"),
        ("库存数量", "9"),
    ),
    *(
        ("Delivered to date", "9"),
        ("Delivery date", "2026-12-01"),
        ("List price", "60.00"),
        ("上次单价", "51.50"),
    ),
    *(("Revision", "2"), ("Drawing rev.", "3"), ("GL account", "440000"), ("单重", "3.5"), ("原数量", "5")),
)


@pytest.mark.parametrize("heading", NOW)
def test_another_quantity_in_a_second_column_opens_its_item(heading: str) -> None:
    assert ordered(with_column(heading, ["", "7"])) == [True, False]


@pytest.mark.parametrize("heading", NOW)
def test_the_same_quantity_once_more_opens_nothing(heading: str) -> None:
    assert ordered(with_column(heading, ["6", "4"])) == [True, True]


@pytest.mark.parametrize("heading", OFF)
def test_what_was_taken_off_an_item_opens_it(heading: str) -> None:
    assert ordered(with_column(heading, ["0", "4"])) == [True, False]
    assert ordered(with_column(heading, ["", ""])) == [True, True]


@pytest.mark.parametrize("heading", LEFT)
def test_less_left_than_ordered_opens_an_item(heading: str) -> None:
    assert ordered(with_column(heading, ["6", "1"])) == [True, False]


@pytest.mark.parametrize("heading", PRICES)
def test_another_price_in_a_second_column_opens_its_item(heading: str) -> None:
    assert ordered(with_column(heading, ["", "51.50"])) == [True, False]
    assert ordered(with_column(heading, ["42.00", "55.00"])) == [True, True]


@pytest.mark.parametrize(("heading", "cell"), USUAL)
def test_usual_columns_of_figures_open_nothing(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, [cell, cell])) == [True, True]


def _as_sheet(cell: str) -> SourceDocument:
    rows = [[line] for line in HEAD.format("").splitlines()]
    return sheet([*rows, [*HEADINGS, "New qty"], [*ROWS[0], ""], [*ROWS[1], cell], [TOTAL]])


def _as_text(cell: str) -> SourceDocument:
    lines = [[*HEADINGS, "New qty"], [*ROWS[0], ""], [*ROWS[1], cell]]
    table = "\n".join("".join(f"{each:<22}" for each in line) for line in lines)
    return paper(f"{HEAD.format('')}\n{table}\n\n{TOTAL}")


@pytest.mark.parametrize("made", [_as_sheet, _as_text])
def test_so_in_sheets_and_in_tables_without_lines(made: Callable[[str], SourceDocument]) -> None:
    assert ordered(made("7")) == [True, False]
    assert ordered(made("4")) == [True, True]


@pytest.mark.parametrize(("cell", "sure"), [("7", False), ("4", True), ("", True)])
def test_the_total_of_such_items_is_not_sure(cell: str, *, sure: bool) -> None:
    total = assemble(with_column("New qty", ["", cell])).header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("472.00", sure)


def test_what_a_framework_has_delivered_says_nothing_against_a_call_of_it() -> None:
    headings = [each if each != "Qty" else "Qty this call-off" for each in HEADINGS]
    rows = [[*row, cell] for row, cell in zip(ROWS, ("20", "40"), strict=True)]
    document = form(HEAD.format(""), [[*headings, "Delivered"], *rows], TOTAL)
    assert ordered(document) == [True, True]
