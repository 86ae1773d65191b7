"""Lists with a password by mail: opened with what finance's mails say, or told how to send them."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import thread_builders
from invoice_list_desk import CHINESE, PROVEN, SETTINGS, answers, clock, desk, drop, listed, stock, written
from locked_files import locked_office, locked_zip
from servers_smtp import Post

from extractors import message
from extractors.readers.unlock import unlocked
from flows.context import Context
from flows.post import outbox
from models import archive
from models.case import CaseState
from models.rows.cases import cases
from models.rows.invoicing import invoice_lists

PASSWORD = "Kaipiao-48!"
NAME, DATA = listed()
LOCKED = (NAME, locked_office(PASSWORD, DATA))


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Context:
    """Return an installation that opens files as it is installed, in this process."""
    found = desk(tmp_path, post, senders=SETTINGS)
    found = replace(
        found,
        core=replace(
            found.core, open_file=message.open_file, read_part=thread_builders.read_part, unlock=unlocked
        ),
    )
    stock(found, CHINESE)
    return found


def finance(*attached: tuple[str, bytes], text: str = "请核对。") -> bytes:
    return PROVEN + written(*attached, text=text)


def test_a_list_whose_password_is_in_the_mail_is_answered(kit: Context, post: Post) -> None:
    drop(kit, finance(LOCKED, text=f"清单密码：{PASSWORD}"))
    (summary,) = invoice_lists.summaries(kit.store)
    assert (summary.name, summary.missing) == (NAME, ())
    assert archive.get(kit.archive, summary.sha256) == DATA
    assert cases.listed(kit.store) == ()
    ((sent, text, book),) = answers(post)
    assert sent["To"] == "finance@works.example"
    assert text.startswith(f"您的清单 {NAME}")
    assert book is not None
    assert openpyxl.load_workbook(io.BytesIO(book)).worksheets


def test_a_list_whose_password_comes_later_is_answered_then(kit: Context, post: Post) -> None:
    drop(kit, finance(LOCKED, text="密码另发。"))
    assert invoice_lists.summaries(kit.store) == ()
    ((_, told, _),) = answers(post)
    assert "密码" in told, "finance is told that the list cannot be opened, and what to do"
    assert NAME in told
    (case,) = cases.listed(kit.store)
    assert case.state is CaseState.OPEN
    clock(kit).moment += dt.timedelta(minutes=3)
    drop(kit, finance(text=f"上一封邮件中清单的密码：{PASSWORD}"))
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.name == NAME
    (case,) = cases.listed(kit.store)
    assert case.state is not CaseState.OPEN
    outbox.send(kit)
    assert [book is not None for *_, book in answers(post)] == [False, True]


def test_a_list_in_an_archive_with_a_password_is_answered(kit: Context, post: Post) -> None:
    packed = locked_zip(PASSWORD.encode(), list__xlsx=DATA)
    drop(kit, finance(("list.zip", packed), text=f"密码：{PASSWORD}"))
    (summary,) = invoice_lists.summaries(kit.store)
    assert summary.name == "list.xlsx"
    assert cases.listed(kit.store) == ()
    assert len(answers(post)) == 1


def test_a_list_with_a_password_of_somebody_else_is_no_list(kit: Context) -> None:
    """Who may not send lists gets none answered, whatever opens it."""
    raw = written(LOCKED, text=f"密码：{PASSWORD}")
    drop(kit, raw)
    assert invoice_lists.summaries(kit.store) == ()


def test_the_password_is_kept_nowhere(kit: Context, tmp_path: Path) -> None:
    drop(kit, finance(LOCKED, text=f"清单密码：{PASSWORD}"))
    database = b"".join(each.read_bytes() for each in tmp_path.glob("countercheck.db*"))
    assert database
    assert PASSWORD.encode() not in database
