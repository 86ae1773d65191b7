"""What a workbook or a page shows besides its values takes items back, changes prices, speaks of all."""

import datetime as dt
import io

import pytest
import xlwt
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from shown_exports import NAMES, ROWS, Told, in_book, on_page, told, with_part

OF_PRICE = [("remarked", "price", "20")]
STRUCK, OUT_OF_SIGHT = [("struck", "offered", "20")], [("out_of_sight", "offered", "20")]
STRUCK_PRICE = [("struck", "price", "20")]
OF_ALL = [("said_of_all", None, None)]


def strike(*cells: object) -> None:
    for each in cells:
        each.font = Font(strike=True)  # type: ignore[attr-defined]


def printed(around: HeaderFooterItem | None, text: str) -> None:
    assert around is not None
    around.center.text = text


def test_a_usual_workbook_shows_nothing_more() -> None:
    assert in_book(lambda _book, _sheet: None) == []


def test_a_row_or_a_cell_that_is_struck_through() -> None:
    assert in_book(lambda _, sheet: strike(*sheet[3])) == STRUCK
    assert in_book(lambda _, sheet: strike(sheet["G3"])) == STRUCK_PRICE
    assert in_book(lambda _, sheet: strike(sheet["E3"])) == [("struck", "quantity", "20")]


def test_a_row_out_of_sight_but_not_one_that_a_filter_leaves_out() -> None:
    def hide(sheet: Worksheet, *, filtered: bool) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.sheet_properties.filterMode = filtered

    assert in_book(lambda _, sheet: hide(sheet, filtered=False)) == OUT_OF_SIGHT
    assert in_book(lambda _, sheet: hide(sheet, filtered=True)) == []


def test_a_column_out_of_sight_is_set_aside_by_whoever_hid_it() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.column_dimensions["D"].hidden = True

    assert in_book(lambda _, sheet: hide(sheet)) == []


def test_white_letters_on_a_dark_heading_are_seen() -> None:
    def dark(sheet: Worksheet) -> None:
        for each in sheet[1]:
            each.font, each.fill = Font(color="FFFFFFFF", bold=True), PatternFill("solid", "FF1F4E78")

    assert in_book(lambda _, sheet: dark(sheet)) == []


@pytest.mark.parametrize(
    ("cell", "text", "of"),
    [
        ("B3", "cancelled by sales", "offered"),
        ("G3", "per 10", "price"),
        ("J3", "now 12 weeks", "offered"),
        ("C3", "停产", "offered"),
        ("D3", "optional", "offered"),
        ("E3", "nur noch 5 auf Lager", "quantity"),
        ("G3", "Preis wird noch geklärt", "price"),
    ],
)
def test_a_comment_on_a_cell_of_an_item(cell: str, text: str, of: str) -> None:
    found = in_book(lambda _, sheet: setattr(sheet[cell], "comment", Comment(text, "x")))
    assert found == [("remarked", of, "20")]


@pytest.mark.parametrize("text", ["J. Doe", "ok", "Zhang"])
def test_a_comment_that_says_who_wrote_it(text: str) -> None:
    assert in_book(lambda _, sheet: setattr(sheet["G3"], "comment", Comment(text, "x"))) == []


@pytest.mark.parametrize("text", ["per 100", "in USD", "list prices", "CANCELLED"])
def test_a_comment_on_the_heading_of_the_prices(text: str) -> None:
    assert in_book(lambda _, sheet: setattr(sheet["G1"], "comment", Comment(text, "x"))) == OF_ALL


SAYING = ("CANCELLED", "DRAFT", "All prices per 100 pcs", "Offer expired", "Entwurf", "作废")


@pytest.mark.parametrize("text", SAYING)
def test_what_is_printed_around_the_page_or_stands_on_a_further_sheet(text: str) -> None:
    assert in_book(lambda _, sheet: printed(sheet.oddHeader, text)) == OF_ALL
    assert in_book(lambda _, sheet: printed(sheet.oddFooter, text)) == OF_ALL
    assert in_book(lambda book, _: book.create_sheet("Notes").append([text])) == OF_ALL
    assert on_page(before=f"<h1>{text}</h1>") == on_page(after=f"<p>{text}</p>") == OF_ALL


@pytest.mark.parametrize("text", ["List of quotations", "Page 1", "报价清单", "Sales organisation 1000"])
def test_the_usual_headers(text: str) -> None:
    assert in_book(lambda _, sheet: printed(sheet.oddHeader, text)) == []
    assert in_book(lambda book, _: book.create_sheet("Info").append([text])) == []
    assert on_page(before=f"<h1>{text}</h1>", after=f"<p>{text}</p>") == []


def test_a_table_of_something_else_and_a_sheet_out_of_sight_say_nothing() -> None:
    assert in_book(lambda book, _: book.create_sheet("x").append(["Customer", "Payment", "Validity"])) == []

    def choices(sheet: Worksheet) -> None:
        sheet.append(["Payment: prepayment"])
        sheet.sheet_state = "hidden"

    assert in_book(lambda book, _: choices(book.create_sheet("choices"))) == []


def test_a_table_on_a_further_sheet_that_takes_an_item_back() -> None:
    row = ["20017731", 20, "cancelled"]
    assert in_book(lambda book, _: book.create_sheet("changes").append(row)) == OF_ALL


@pytest.mark.parametrize(
    "code", ['0.00" /100"', "[$$-409]#,##0.00", "0.00 [$CHF]", '0.00" per kg"', '"from "0']
)
def test_a_price_whose_format_says_otherwise(code: str) -> None:
    assert in_book(lambda _, sheet: setattr(sheet["G3"], "number_format", code)) == OF_PRICE


@pytest.mark.parametrize(
    "code", ["0.00", "#,##0.00 [$€-407]", '"EUR" 0.00', "0.00_);(0.00)", '0.00" /pc"', "# ##0.00"]
)
def test_a_price_whose_format_says_the_same(code: str) -> None:
    assert in_book(lambda _, sheet: setattr(sheet["G3"], "number_format", code)) == []


def test_a_quantity_with_a_unit_in_its_format() -> None:
    def of(code: str) -> list[tuple[str, str | None, str | None]]:
        return in_book(lambda _, sheet: setattr(sheet["E3"], "number_format", code))

    assert of('0" box of 12"') == of('0" kg"') == [("remarked", "quantity", "20")]
    assert of('0" pcs"') == of("#,##0.000") == []


def test_a_web_page_with_a_row_or_a_price_that_is_struck_or_hidden() -> None:
    assert on_page(row="style='text-decoration:line-through'") == STRUCK
    assert on_page(".x td{text-decoration:line-through}", "class=x") == STRUCK
    assert on_page(row="style='display:none'") == OUT_OF_SIGHT
    assert on_page(price="<s>65.0</s>") == STRUCK_PRICE
    assert on_page() == on_page("td{mso-number-format:General}", "class=x") == []


def test_what_nobody_sees_around_a_table_says_nothing() -> None:
    assert on_page(before="<div style='display:none'>DRAFT</div>") == []


def test_a_list_of_thousands_of_items_is_looked_through_as_well() -> None:
    def long(sheet: Worksheet) -> None:
        strike(sheet["G3"])
        for at in range(6000):
            sheet.append([f"3{at:07}", 10, "A3", "Bag", 1, "PC", 5.0, 5.0, "EUR"])

    assert in_book(lambda _, sheet: long(sheet)) == STRUCK_PRICE


def in_old_book(look: str = "", price_format: str = "General", *, hidden: bool = False) -> Told:
    book = xlwt.Workbook()
    sheet = book.add_sheet("list")
    for at, row in enumerate((NAMES, *ROWS)):
        for column, cell in enumerate(row):
            style = xlwt.easyxf(look if (at, column) == (2, 6) else "")
            style.num_format_str = "yyyy-mm-dd" if isinstance(cell, dt.date) else price_format
            sheet.write(at, column, cell, style)
    sheet.row(2).hidden = hidden
    file = io.BytesIO()
    book.save(file)
    return told(file.getvalue(), "list.xls")


def test_an_old_workbook_with_a_price_that_is_struck_a_row_out_of_sight_or_a_word_in_its_formats() -> None:
    assert in_old_book() == in_old_book(price_format="#,##0.00") == []
    assert in_old_book("font: struck_out on") == STRUCK_PRICE
    assert in_old_book(hidden=True) == OUT_OF_SIGHT
    assert ("remarked", "price", "20") in in_old_book(price_format='0.00" /100"')


def test_a_workbook_that_cannot_be_looked_through_is_no_match_unseen() -> None:
    plain = "<item/>"
    assert told(with_part("customXml/item1.xml", plain), "list.xlsx") == []
    odd = f'<!DOCTYPE item [<!ENTITY x "y">]>{plain}'
    assert told(with_part("customXml/item1.xml", odd), "list.xlsx") == [("not_looked_through", None, None)]
