"""What stands beside the text of office files: comments, footnotes, headers of pages, struck names, lists."""

import pytest
from office_orders import HEAD, ROWS, in_book, in_word, on_web, sure
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from test_extractors_readers_word_file import p, r, story, tc

from models.reading import Reading, Reason

REFERENCES = {
    "footnotes": ("footnote", "footnoteReference"),
    "endnotes": ("endnote", "endnoteReference"),
    "comments": ("comment", "commentReference"),
}
HINTS = (
    "Enter the quantity here",
    "max. 999",
    "bitte eintragen",
    "请填写数量",
    "Format: yyyy-mm-dd",
    "Karen",
    "Your own number",
)
TOLD = (
    "box of 10 please",
    "12 pcs instead",
    "cancelled",
    "nur 5 liefern",
    "改为12件",
    "暂不发货",
    "not the red ones",
)


def _commented(cell: str, text: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        sheet[cell].comment = Comment(text, "K. Jensen")

    return in_book(change)


@pytest.mark.parametrize("cell", ["C11", "E11", "H11"])
@pytest.mark.parametrize("text", TOLD)
def test_a_comment_on_a_text_of_an_item_opens_its_figures(cell: str, text: str) -> None:
    found = _commented(cell, text)
    assert not sure(found)[1]
    assert [each.detail for each in found.problems] == [text]


@pytest.mark.parametrize("text", ["in boxes of 12", "in thousands", "以箱计", "bitte in Kartons"])
def test_a_comment_on_a_heading_opens_what_stands_below_it(text: str) -> None:
    found = _commented("D9", text)
    quantities = [line.quantity for line in found.lines]
    assert [each and (each.sure, each.reason) for each in quantities] == [(False, Reason.REMARKED)] * 2
    assert all(line.unit_price is not None and line.unit_price.sure for line in found.lines)


def test_a_comment_that_speaks_of_items_opens_the_table() -> None:
    assert sure(_commented("A9", "only item 10 is firm")) == [False, False]


@pytest.mark.parametrize(
    ("cell", "text", "name"),
    [("A5", "or 2027-06-20", "delivery_date"), ("B3", "please invoice Garran Lead Ltd", "customer")],
)
def test_a_comment_on_a_label_or_a_name_opens_its_field(cell: str, text: str, name: str) -> None:
    field = getattr(_commented(cell, text).header, name)
    assert (field.sure, field.reason) == (False, Reason.REMARKED)


@pytest.mark.parametrize("cell", ["D9", "A5", "C11"])
@pytest.mark.parametrize("text", HINTS)
def test_a_hint_opens_nothing(cell: str, text: str) -> None:
    found = _commented(cell, text)
    assert sure(found) == [True, True]
    assert found.header.delivery_date is not None
    assert found.header.delivery_date.sure


@pytest.mark.parametrize("kind", REFERENCES)
def test_what_a_note_speaks_of_is_open_in_a_word_file(kind: str) -> None:
    inner, reference = REFERENCES[kind]
    cell = tc(f'<w:p>{r("10")}<w:r><w:{reference} w:id="1"/></w:r></w:p>')
    note = f'<w:{inner} w:id="1">{p("12 pcs instead of 10")}</w:{inner}>'
    assert not sure(in_word({(2, 3): cell}, **{kind: story(kind, note)}))[1]
    assert sure(in_word()) == [True, True]


def _headed(text: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = text

    return in_book(change)


@pytest.mark.parametrize("text", ["DRAFT - not binding", "Entwurf", "草稿"])
def test_what_is_printed_above_the_sheet_is_heard(text: str) -> None:
    assert sure(_headed(text)) == [False, False]


@pytest.mark.parametrize("text", ["Page &P of &N", "&F", "&A", "&D", "Garran Zinc Ltd", "Confidential"])
def test_usual_headers_of_sheets_open_nothing(text: str) -> None:
    assert sure(_headed(text)) == [True, True]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_an_item_whose_name_or_number_is_struck_is_open(column: int) -> None:
    texts = ("20", "LP-16-4300", "Filter bag PP 75")
    found = in_word({(2, column): tc(p(texts[column], "<w:strike/>"))})
    assert sure(found) == [True, False]
    assert found.header.total_amount is not None
    assert not found.header.total_amount.sure

    def change(sheet: Worksheet) -> None:
        sheet.cell(11, column + 1).font = Font(strike=True)

    assert sure(in_book(change)) == [True, False]


@pytest.mark.parametrize(("strike", "expected"), [(True, [True, False]), (False, [True, True])])
def test_a_row_that_a_condition_may_strike_is_open(*, strike: bool, expected: list[bool]) -> None:
    def change(sheet: Worksheet) -> None:
        look = Font(strike=strike, bold=True)
        rule = FormulaRule(formula=["TRUE"], font=look)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add("A11:G11", rule)

    assert sure(in_book(change)) == expected


@pytest.mark.parametrize("value", ["#N/A", "#REF!", "=D10+2", "#VALUE!"])
def test_a_quantity_that_nothing_could_read_is_not_surely_absent(value: str) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["D11"] = value

    quantity = in_book(change).lines[1].quantity
    assert quantity is not None
    assert not quantity.sure


@pytest.mark.parametrize("chosen", ["", " selected"])
def test_a_list_to_choose_from_shows_its_first_option(chosen: str) -> None:
    options = f"<select><option{chosen}>30 days net<option>60 days net</select>"
    terms = on_web(head=(*HEAD[:-1], f"Payment terms: {options}")).header.payment_terms
    assert terms is not None
    assert (terms.value, terms.sure) == ("30 days net", bool(chosen))


@pytest.mark.parametrize("quantity", [12, 8])
def test_two_sheets_of_one_order_leave_what_differs_open_and_nothing_absent(quantity: int) -> None:
    def change(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        other = sheet.parent.create_sheet("Rev 1")
        for row in sheet.iter_rows(values_only=True):
            other.append(row)
        other["D11"], other["G11"], other["G12"] = quantity, 30 * quantity, 260 + 30 * quantity

    found = in_book(change)
    assert len(found.lines) == 2 * (len(ROWS) - 2)
    assert not any(sure(found))
    assert found.header.payment_terms is not None
    assert found.header.payment_terms.value == "30 days net"
    assert found.header.total_amount is not None
    assert not found.header.total_amount.sure
