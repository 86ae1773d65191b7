"""What the name of a sheet, a comment on the title or the buyer, and a short remark say of an order."""

import pytest
from office_orders import in_book, sure
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from ordered_rows import ordered, with_column, with_remark

from models.reading import Reading


def called(title: str) -> Reading:
    return in_book(lambda sheet: setattr(sheet, "title", title))


def commented(cell: str, text: str) -> Reading:
    def change(sheet: Worksheet) -> None:
        sheet[cell].comment = Comment(text, "K. Jensen")

    return in_book(change)


def is_sure(reading: Reading, name: str) -> bool:
    field = getattr(reading.header, name)
    return field is not None and field.sure


@pytest.mark.parametrize("title", ["Cancelled", "Draft", "作废", "Entwurf", "DRAFT 2"])
def test_the_name_of_a_sheet_may_set_the_order_aside(title: str) -> None:
    assert not is_sure(called(title), "document_number")


@pytest.mark.parametrize("title", ["Order", "Sheet1", "Tabelle1", "订单", "Draft beer pumps", "PO-77120"])
def test_a_usual_name_leaves_the_order_sure(title: str) -> None:
    found = called(title)
    assert is_sure(found, "document_number")
    assert sure(found) == [True, True]


@pytest.mark.parametrize("text", ["nicht freigegeben", "template only", "Entwurf", "未审批", "not approved"])
def test_a_comment_on_the_title_that_tells_its_state_opens_the_order(text: str) -> None:
    assert not is_sure(commented("A1", text), "document_number")


def test_a_comment_that_names_another_buyer_opens_the_buyer() -> None:
    customer = called("Order").header.customer
    assert customer is not None
    cell = (customer.evidence.where or "").rpartition("!")[2]
    assert not is_sure(commented(cell, "now Garran Lead Ltd"), "customer")
    assert is_sure(commented(cell, "K. Jensen"), "customer")


@pytest.mark.parametrize(
    "said", ["12 instead", "only 8", "nur 8", "jetzt 12", "later", "später", "只要8件", "下次"]
)
def test_a_short_remark_of_a_row_opens_it(said: str) -> None:
    assert ordered(with_remark(said)) == [True, False]


@pytest.mark.parametrize("said", ["urgent", "pump 12", "box of 2", "2 copies", "item 7", "备用"])
def test_a_usual_remark_opens_nothing(said: str) -> None:
    assert ordered(with_remark(said)) == [True, True]


@pytest.mark.parametrize(
    ("heading", "cells"), [("Status", ["", "no"]), ("OK?", ["ja", "nein"]), ("有效", ["是", "否"])]
)
def test_a_row_that_is_said_to_be_none_is_open(heading: str, cells: list[str]) -> None:
    assert ordered(with_column(heading, cells)) == [True, False]


def test_rows_that_are_all_ok_stay_sure() -> None:
    assert ordered(with_column("OK?", ["yes", "yes"])) == [True, True]
