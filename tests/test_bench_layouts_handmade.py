"""Orders typed by hand: that the group is wide, and what its files keep besides what is seen."""

import email
import email.policy
import io
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest

from bench.layouts.handmade import LAYOUTS
from bench.layouts.handmade.book_parts import calculated
from bench.layouts.handmade.letters import quoted
from bench.layouts.handmade.parties import PARTIES
from bench.layouts.layout import Print
from bench.layouts.make import GROUPS, plan, write
from bench.layouts.office import sheet
from bench.measure import measure
from bench.report import all_silent
from bench.truths import load

DRAWN = "articles_contract tables_in_frame odd_cells several_sheets old_workbook attached_word".split()
"""Layouts that need no browser: Word, Excel of today and of 1997, a mail with a file."""
LEAST_READ = 0.85


def drawing(name: str) -> bytes:
    made = next(each for each in plan("handmade") if each.layout.name == name)
    (one,) = made.drawings()
    assert isinstance(one, bytes)
    return one


def test_the_group_is_wide() -> None:
    assert GROUPS["handmade"] == LAYOUTS
    assert len(LAYOUTS) >= 50
    files = [each.file.rpartition(".")[2] for each in LAYOUTS]
    assert min(files.count(each) for each in ("docx", "xlsx", "eml", "pdf")) >= 8
    assert files.count("xls") >= 2
    assert {each.spec.language for each in LAYOUTS} == {"zh", "en", "mixed"}
    assert {each.spec.basis for each in LAYOUTS} >= {"gross", "net", "both", "none"}
    assert {each.spec.buyers for each in LAYOUTS} >= set(PARTIES)


def test_a_formula_keeps_its_last_result() -> None:
    book, page = sheet("a")
    page["A1"], page["A2"] = 2, 4
    data = calculated(book, {"A2": "A1*2"})
    formulas, results = (
        openpyxl.load_workbook(io.BytesIO(data), data_only=each).worksheets[0]["A2"].value
        for each in (False, True)
    )
    assert (formulas, results) == ("=A1*2", 4)


def test_a_formula_needs_a_cell_with_a_result() -> None:
    book, _ = sheet("a")
    with pytest.raises(ValueError, match="B7"):
        calculated(book, {"B7": "1+1"})


def test_a_mail_carries_its_file() -> None:
    message = email.message_from_bytes(drawing("attached_sheet"), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert [each.get_filename() for each in message.iter_attachments()] == ["采购订单.xlsx"]


def test_an_earlier_mail_stands_behind_marks() -> None:
    assert quoted("a\n\nb") == "> a\n>\n> b"


def test_what_people_type_is_found_and_mostly_read(tmp_path: Path) -> None:
    made = [each for each in plan("handmade") if each.layout.name in DRAWN]
    write(tmp_path, made, _unprinted)
    measured = measure(replace(load(tmp_path, "handmade"), quotes=()))
    assert not list(all_silent(measured))
    assert len(measured.documents) == len(DRAWN)
    fields = [field for each in measured.documents for field in each.fields if field.stated]
    assert sum(field.right for field in fields) / len(fields) >= LEAST_READ


def _unprinted(page: Print) -> bytes:
    raise AssertionError(page)
