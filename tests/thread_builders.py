"""Real mails with real orders in them, and an intake that really reads and compares them.

Orders are workbooks and Word files with the same lines; documents are read by the readers themselves,
without the sandbox, and held against one quotation.
"""

import datetime as dt
import email.policy
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import docx
from intake_builders import NOON, context, watched
from openpyxl import Workbook

import spine
from compare.book import build
from extractors.fields.credit_codes import check_character
from extractors.message import open_file
from extractors.readers import read
from flows.context import Compared, Context, Core
from flows.intake import IntakeReport, intake_once
from models.case import CaseDetail
from models.configuration import Answers
from models.message import Opened, Part
from models.policy import Policy
from models.quotation import Quotation, QuotationItem
from models.reading import Extraction
from models.receipt import Versions
from models.rows.cases import cases

HOUSE = "works.example"
ENGINEER = "王丽 <wang.li@works.example>"
BUYER = "江苏示例泵业制造有限公司"
OTHER_BUYER = "浙江示例化工有限公司"
SELLER = "上海示例密封有限公司"
NUMBER = "PO-2026-0815"
Line = tuple[str, str, str, str, str, str, str]
LINES: tuple[Line, ...] = (
    ("10", "10076507", "回油滤芯 RE-120x20", "4", "件", "783.00", "2026-04-20"),
    ("20", "10055002", "轴套 316L", "2", "件", "410.00", "2026-04-20"),
    ("30", "10091437", "轴承 6205", "10", "件", "25.50", "2026-05-18"),
)
HEADINGS = ("行号", "物料编码", "物料描述", "数量", "单位", "不含税单价", "金额", "交货日期")
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def credit_code(body: str) -> str:
    """Return a tax number with its check character."""
    return body + check_character(body)


TAX = credit_code("91320505MA1MX1BH5")
OTHER_TAX = credit_code("91330105MA2AX7KQ3")


def changed(number: str, **fields: str) -> tuple[Line, ...]:
    """Return the lines with some fields of one line changed."""
    names = ("line", "part", "text", "quantity", "unit", "price", "date")
    return tuple(
        line
        if line[0] != number
        else tuple(fields.get(name, value) for name, value in zip(names, line, strict=True))  # type: ignore[misc]
        for line in LINES
    )


def sheet(
    number: str = NUMBER,
    lines: Sequence[Line] = LINES,
    *,
    buyer: str = BUYER,
    tax: str = TAX,
    more: Sequence[str] = (),
) -> list[list[str]]:
    """Return an order as rows of cells."""
    amounts = [Decimal(line[3]) * Decimal(line[5]) for line in lines]
    rows = [
        ["采购订单"],
        [f"订单号:{number}", "", "日期: 2026-02-27"],
        [f"采购方: {buyer}", "", f"供应商: {SELLER}"],
        *([[f"税号: {tax}"]] if tax else []),
        [],
        list(HEADINGS),
    ]
    rows += [[*line[:6], f"{amount:.2f}", line[6]] for line, amount in zip(lines, amounts, strict=True)]
    rows += [["合计", "", "", "", "", "", f"{sum(amounts):.2f}"]]
    return [*rows, ["币种: CNY"], ["付款方式: 货到验收合格后60天内付款"], *([each] for each in more)]


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as a workbook."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def letter(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the same rows as a Word file."""
    document = docx.Document()
    document.add_heading(rows[0][0])
    table = None
    for row in rows[1:]:
        if len(row) >= len(HEADINGS) - 1:
            table = table or document.add_table(rows=0, cols=len(HEADINGS))
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
        elif row:
            document.add_paragraph("    ".join(filter(None, row)))
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def order(number: str = NUMBER, lines: Sequence[Line] = LINES, **how: str) -> bytes:
    """Return an order as a workbook."""
    return workbook(sheet(number, lines, **how))


def mail(
    message_id: str,
    subject: str = "转发: 采购订单",
    text: str = "请安排，谢谢。\n",
    files: Mapping[str, bytes] | None = None,
    *,
    sender: str = ENGINEER,
    minutes: int = 0,
    answers: str | None = None,
    references: Sequence[str] = (),
    html: str | None = None,
    nested: Sequence[bytes] = (),
) -> bytes:
    """Return a mail with files, sent so many minutes after noon."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = sender, "orders@works.example", subject
    message["Message-ID"] = f"<{message_id}@mail.example>"
    message["Date"] = format_datetime(NOON - dt.timedelta(hours=6) + dt.timedelta(minutes=minutes))
    if answers:
        message["In-Reply-To"] = f"<{answers}>" if "@" in answers else f"<{answers}@mail.example>"
    if references:
        message["References"] = " ".join(f"<{each}@mail.example>" for each in references)
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    for each in nested:
        message.add_attachment(email.message_from_bytes(each, policy=email.policy.SMTP))
    return message.as_bytes()


ITEMS = tuple(
    QuotationItem(
        line[0], line[1], description=line[2], quantity=Decimal(line[3]), unit=line[4],
        price=Decimal(line[5]), currency="CNY", tax_included=False,
    )
    for line in LINES
)  # fmt: skip
QUOTATION = Quotation("20017288", (replace(ITEMS[0], price=Decimal("770.00")), *ITEMS[1:]), customer=BUYER)
"""The first line's price differs from what is ordered; the others agree."""


def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
    return spine.read_part(part, source, read)


def compare(extraction: Extraction, today: dt.date) -> Compared | None:
    found = spine.compare(extraction, build((QUOTATION,)), Policy(), today)
    return None if found is None else Compared(found, None)


def opened(data: bytes, name: str | None) -> Opened:
    return open_file(data, name)


CORE = Core(opened, read_part, compare, Versions("1", "1"))


def kit(folder: Path, core: Core = CORE, **changes: object) -> Context:
    """Return a context over a watched folder whose mails are really read."""
    folder.mkdir(exist_ok=True)
    plain: dict[str, object] = {"answers": Answers(domains=(HOUSE,))}
    return context(folder, watched(folder / "inbox"), core=core, **(plain | changes))  # type: ignore[arg-type]


def take(kit: Context, *mails: bytes) -> list[IntakeReport]:
    """Take in mails one after the other."""
    (source,) = kit.sources
    reports = []
    for at, data in enumerate(mails):
        (source.path / f"mail-{len(data)}-{at}.eml").write_bytes(data)  # type: ignore[attr-defined]
        reports.append(intake_once(kit))
    return reports


def case(kit: Context, number: int) -> CaseDetail:
    """Return a case that is there."""
    found = cases.detail(kit.store, number)
    assert found is not None
    return found
