"""Orders that are tables, from who sends exports too: read by the real readers, told from exports."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from invoice_list_desk import ENGLISH, PROVEN, SAP, SETTINGS, clock, desk, drop, made, written
from openpyxl import Workbook
from servers_smtp import Post

from flows import wiring
from flows.context import Context
from models.configuration import Secret, Settings
from models.receipt import MessageState
from models.rows.cases import cases
from models.rows.inbox import messages


@pytest.fixture
def kit(tmp_path: Path, post: Post) -> Iterator[Context]:
    """Return an installation that reads documents as they are."""
    database = Secret(f"sqlite:///{tmp_path / 'real.db'}")
    with wiring.opened(Settings(data=tmp_path / "real", database=database)) as real:
        made_up = desk(tmp_path, post, senders=SETTINGS)
        yield replace(made_up, core=replace(real.core, versions=made_up.core.versions))


ORDER = (
    ("采购订单 PURCHASE ORDER",),
    ("江苏瑞江泵业制造有限公司",),
    ("订单号 PO No.:", "4500078166", "", "日期 Date:", "2026-11-20"),
    ("序号", "物料号", "名称", "数量", "单位", "单价", "金额", "交货日期"),
    (10, "10089378", "机械密封 Mechanical seal", 12, "件", 118, 1416, "2027-01-15"),
    (20, "10089379", "密封圈 O-ring", 4, "件", 20, 80, "2027-01-15"),
    ("合计 Total", "", "", "", "", "", 1496),
)


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for each in rows:
        book.active.append(list(each))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def text(*rows: tuple[object, ...]) -> bytes:
    width = max(map(len, rows))
    return "\n".join(",".join(map(str, (*each, *[""] * (width - len(each))))) for each in rows).encode()


@pytest.mark.parametrize(("name", "made_by"), [("order.xlsx", workbook), ("order.csv", text)])
def test_an_order_with_its_title_and_number_is_an_order(kit: Context, name: str, made_by: object) -> None:
    assert callable(made_by)
    drop(kit, PROVEN + written((name, made_by(*ORDER)), sender=SAP))
    (case,) = cases.listed(kit.store)
    assert case.document_number == "4500078166"
    assert messages.ledger(kit.store).quarantined == 0


def test_without_its_number_the_sender_is_told_how_to_send_it(kit: Context, post: Post) -> None:
    rows = [each for each in ORDER if "4500078166" not in each]
    drop(kit, PROVEN + written(("order.xlsx", workbook(*rows)), sender=SAP))
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert line.why == "not_understood"
    clock(kit).forward(60)
    (mail,) = post.mails
    said = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "订单号" in said
    assert "PDF" in said
    assert "no column" not in said
    assert "缺少以下列" in said


@pytest.mark.parametrize("kind", ["orders", "deliveries", "billing"])
def test_an_export_whose_headings_changed_is_none(kit: Context, kind: str) -> None:
    name, data = made(ENGLISH).contents[kind]
    head, _, rest = data.partition(b"\r\n")
    first, *others = head.split(b",")
    broken = b",".join([first, *(b"Foo %d" % at for at, _ in enumerate(others))]) + b"\r\n" + rest
    drop(kit, PROVEN + written((name, broken), sender=SAP, subject=f"PURCHASE ORDER {kind}"))
    assert cases.listed(kit.store) == ()
    assert messages.ledger(kit.store).quarantined == 1
