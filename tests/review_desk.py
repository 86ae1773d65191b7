"""A desk in memory for the tests of the pages: documents drawn here, cases built by hand."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers import fonts, page_picture
from models.archive import BlobCorruptError
from models.case import CaseDetail, CaseDocument, CaseMessage, CaseState, CaseSummary, Role, Snapshot
from models.comparison import (
    Cause,
    Check,
    Comparison,
    LineMatch,
    MatchStatus,
    Note,
    Outcome,
    Severity,
    Side,
    Verdict,
)
from models.errors import ErrorCode, Unreadable
from models.page import Box, Cell, FileFormat, Page, SourceDocument, Table, Word
from models.quotation import Quotation, QuotationItem
from models.reading import (
    Candidate,
    Evidence,
    Extraction,
    Failure,
    Field,
    Header,
    Kind,
    Language,
    OrderLine,
    Problem,
    Proof,
    Reading,
    Reason,
)
from models.receipt import Ledger, MessageDetail, MessageLine, MessageState, PartLine, Versions
from review.sources import Sources

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
A4 = (595.0, 842.0)
FONT = "Desk"
SIZE = 9.0
VERSIONS = Versions("1", "1")


class Sheet:
    """A PDF page by page; remembers where each text was put, as reading it would find it."""

    def __init__(self) -> None:
        pdfmetrics.registerFont(TTFont(FONT, str(fonts.path()), subfontIndex=0))
        self._bytes = io.BytesIO()
        self._canvas = Canvas(self._bytes, pagesize=A4, invariant=1)
        self.number = 1

    def put(self, text: str, x: float, top: float, size: float = SIZE) -> Evidence:
        """Draw `text` with its upper edge at `top` from the page's top."""
        self._canvas.setFont(FONT, size)
        self._canvas.drawString(x, A4[1] - top - size, text)
        width = pdfmetrics.stringWidth(text, FONT, size)
        return Evidence(text, self.number, Box(x, top, x + width, top + size * 1.25))

    def rule(self, top: float) -> None:
        """Draw a thin line across the page."""
        self._canvas.setLineWidth(0.4)
        self._canvas.line(40, A4[1] - top, 555, A4[1] - top)

    def turn(self) -> None:
        """Go on on the next page."""
        self._canvas.showPage()
        self.number += 1

    def pdf(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._bytes.getvalue()

    def document(self) -> SourceDocument:
        """Return the pages as a reader would, without their words."""
        pages = tuple(Page(each, *A4, words=()) for each in range(1, self.number + 1))
        return SourceDocument(FileFormat.PDF, pages, exact=False)


def sure(value: str, evidence: Evidence, *proof: Proof) -> Field:
    """Return a field that was read surely."""
    return Field(value, sure=True, evidence=evidence, proof=proof or (Proof.LABEL,), confidence=0.99)


def unsure(value: str | None, evidence: Evidence, reason: Reason, *others: Candidate) -> Field:
    """Return a field that a person has to look at."""
    return Field(value, sure=False, evidence=evidence, reason=reason, candidates=others)


@dataclass
class Desk:
    """Everything the pages can ask for, kept in dictionaries."""

    cases: dict[int, CaseDetail] = field(default_factory=dict)
    messages: dict[str, MessageDetail] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    documents: dict[bytes, SourceDocument] = field(default_factory=dict)
    rendered: int = 0

    def add(self, case: CaseDetail, data: bytes = b"", document: SourceDocument | None = None) -> CaseDetail:
        """Keep a case with the bytes of its document and what reading them gives."""
        self.cases[case.summary.number] = case
        if case.document is not None:
            self.blobs[case.document.sha256] = data
        if document is not None:
            self.documents[data] = document
        for each in case.messages:
            parts = (part_of(case),) if case.document else ()
            self.messages.setdefault(each.message.raw_sha256, MessageDetail(each.message, parts))
        return case

    def sources(self) -> Sources:
        """Return the functions that the pages call."""
        return Sources(
            counted=lambda: _counted(self.cases.values()),
            cases=self._listed,
            case=self.cases.get,
            ledger=lambda: _ledger(self.messages),
            messages=self._messages,
            message=self.messages.get,
            blob=self._blob,
            read=self._read,
            render=self._render,
        )

    def _listed(self, state: CaseState | None, limit: int, offset: int) -> tuple[CaseSummary, ...]:
        found = [each.summary for each in self.cases.values() if state in {None, each.summary.state}]
        return tuple(sorted(found, key=lambda each: -each.number)[offset : offset + limit])

    def _messages(self, state: MessageState | None, limit: int, offset: int) -> tuple[MessageLine, ...]:
        found = [each.line for each in self.messages.values() if state in {None, each.line.state}]
        return tuple(found[offset : offset + limit])

    def _blob(self, sha256: str) -> bytes:
        if sha256 not in self.blobs:
            raise BlobCorruptError(sha256)
        return self.blobs[sha256]

    def _read(self, data: bytes, file_format: FileFormat) -> SourceDocument:
        if data not in self.documents:
            raise Unreadable(ErrorCode.DAMAGED, f"no {file_format.value}")
        return self.documents[data]

    def _render(self, data: bytes, page: int, scale: float) -> bytes:
        self.rendered += 1
        return page_picture.png(data, page, scale)


def _counted(cases: Iterable[CaseDetail]) -> dict[CaseState, int]:
    states = [each.summary.state for each in cases]
    return {state: states.count(state) for state in CaseState}


def _ledger(messages: Mapping[str, MessageDetail]) -> Ledger:
    states = [each.line.state for each in messages.values()]
    processed, aside, waiting = (
        states.count(each) for each in (MessageState.PROCESSED, MessageState.QUARANTINED, MessageState.STORED)
    )
    return Ledger(len(states), processed, aside, waiting)


def message(number: int, subject: str, sender: str, why: str = "cases") -> MessageLine:
    """Return a message that was processed some time before `NOW`."""
    sent = NOW - dt.timedelta(hours=number * 5, minutes=12)
    return MessageLine(
        raw_sha256=f"{number:064x}",
        state=MessageState.PROCESSED,
        first_seen_at=sent.astimezone(dt.UTC),
        size=48_213,
        why=why,
        subject=subject,
        sender=sender,
        sent_at=sent.astimezone(dt.UTC),
        sightings=1,
    )


def part_of(case: CaseDetail) -> PartLine:
    """Return the part of a message that a case's document is."""
    assert case.document is not None
    reading = case.extraction.reading if case.extraction else None
    failure = case.extraction.failure if case.extraction else None
    return PartLine(
        ordinal=1,
        name=case.document.name,
        container=case.document.container,
        format=case.document.format,
        size=40_117,
        doc_sha256=case.document.sha256,
        ignored=None,
        kinds=(reading.kind.value,) if reading else (),
        failure=failure.code.value if failure else None,
        cases=(case.summary.number,),
    )


def contract(desk: Desk) -> CaseDetail:
    """Add a Chinese contract on two pages: a price and a date differ, one quantity is unsure."""
    sheet = Sheet()
    sheet.put("购 销 合 同", 255, 40, 16)
    sheet.put("合同编号：", 40, 80)
    number = sheet.put("HT2026-0937", 95, 80)
    sheet.put("签订日期：", 380, 80)
    date = sheet.put("2026-11-20", 430, 80)
    sheet.put("买方：", 40, 98)
    customer = sheet.put("江苏示例泵业制造有限公司", 95, 98)
    sheet.put("报价单号：", 380, 98)
    quotation_number = sheet.put("20017288", 430, 98)
    lines = tuple(_contract_line(sheet, 140 + row * 22, *cells) for row, cells in enumerate(_CONTRACT))
    sheet.put("合计（含税13%）：", 330, 290)
    total = sheet.put("￥28,806.10", 470, 290)
    sheet.turn()
    sheet.put("二、交货", 40, 60, 11)
    delivery = sheet.put("交货期：合同生效后3周", 40, 84)
    sheet.put("三、付款", 40, 110, 11)
    terms = sheet.put("货到验收合格后60天内付款", 40, 134)
    header = Header(
        document_number=sure("HT2026-0937", number),
        document_date=sure("2026-11-20", date),
        quotation_number=sure("20017288", quotation_number),
        customer=sure("江苏示例泵业制造有限公司", customer),
        currency=sure("CNY", total),
        total_amount=unsure("28806.10", total, Reason.ARITHMETIC),
        tax_rate=sure("13", total, Proof.TAX),
        tax_included=sure("true", total),
        lead_time=replace(sure("P3W", delivery, Proof.SENTENCE), anchor="contract_effective"),
        payment_terms=sure("货到验收合格后60天内付款", terms),
    )
    reading = Reading(
        Kind.CONTRACT,
        Language.CHINESE,
        header,
        lines,
        problems=(Problem("total_open", "the lines do not add up"),),
    )
    return desk.add(_contract_case(reading), sheet.pdf(), sheet.document())


_CONTRACT = (
    ("1", "10076507", "液压回油滤芯 RE-120×20", "4", "支", "783.09", "3132.36"),
    ("2", "FE8-109-2Z", "冲洗管路 PTFE DN15", "24", "米", "120.00", "2880.00"),
    ("3", "FE6-154-K80", "动环 WC-Ni Φ32×33", "8", "件", "768.40", "6147.20"),
    ("4", "H82B430/85", "动环 SSiC Φ45×8", "60", "件", "195.04", "11702.40"),
    ("5", "10091437", "深沟球轴承 6314 2Z/C3", "10", "套", "290.30", "2903.00"),
    ("6", "LP-24-8760", "密封垫片 30×2", "100", "片", "15.00", "1500.00"),
)
_AT = (40.0, 65.0, 150.0, 320.0, 365.0, 410.0, 480.0)


def _contract_line(sheet: Sheet, top: float, *cells: str) -> OrderLine:
    sheet.rule(top - 5)
    spots = [sheet.put(text, x, top) for text, x in zip(cells, _AT, strict=True)]
    number, part, description, quantity, unit, price, amount = (
        sure(text, spot, Proof.COLUMN, Proof.ARITHMETIC) for text, spot in zip(cells, spots, strict=True)
    )
    if number.value == "4":
        other = Candidate("80", spots[3])
        quantity = unsure("60", spots[3], Reason.CHARACTERS, other)
    return OrderLine(
        line_number=number,
        part_number=part,
        description=description,
        quantity=quantity,
        unit=unit,
        unit_price=price,
        amount=amount,
    )


def _contract_case(reading: Reading) -> CaseDetail:
    checks = (
        *(_equal(line, item) for line, item in ((1, "20"), (3, "40"), (4, "10"), (5, "50"))),
        Check(
            "L01",
            "part_number",
            Outcome.EQUAL,
            line=2,
            quote_item="30",
            document="FE8-109-2Z",
            quotation="FE8-109-2Z",
        ),
        Check(
            "L06", "unit_price", Outcome.EQUAL, line=1, quote_item="20", document="783.09", quotation="783.09"
        ),
        Check(
            "L06",
            "unit_price",
            Outcome.DIFFERS,
            Severity.MAJOR,
            2,
            "30",
            document="120.00",
            quotation="117.63",
        ),
        Check(
            "L04",
            "quantity",
            Outcome.EQUAL,
            line=4,
            quote_item="10",
            document="60",
            quotation="60",
            document_sure=False,
        ),
        Check(
            "L06",
            "unit_price",
            Outcome.EQUAL_AFTER,
            line=5,
            quote_item="50",
            document="290.30",
            quotation="25690.27",
            why="price_unit",
        ),
        Check(
            "L12",
            "part_number",
            Outcome.MISSING,
            Severity.BLOCKER,
            6,
            document="LP-24-8760",
            missing_from=Side.QUOTATION,
        ),
        Check(
            "L13",
            "part_number",
            Outcome.MISSING,
            quote_item="60",
            quotation="10055002",
            missing_from=Side.DOCUMENT,
        ),
        Check("L10", "lead_time", Outcome.DIFFERS, Severity.MAJOR, document="P3W", quotation="P6W"),
        Check(
            "H06",
            "payment_terms",
            Outcome.EQUAL,
            document="货到验收合格后60天内付款",
            quotation="货到验收合格后60天内付款",
        ),
        Check(
            "H01",
            "customer",
            Outcome.EQUAL,
            document="江苏示例泵业制造有限公司",
            quotation="江苏示例泵业制造有限公司",
        ),
        Check("L02", "drawing_number", Outcome.NOT_CHECKED, line=1, quote_item="20", why="no_data"),
        Check("L02", "drawing_number", Outcome.NOT_CHECKED, line=2, quote_item="30", why="no_data"),
        Check("H12", "seal", Outcome.NOT_CHECKED, why="no_data"),
    )
    matches = tuple(
        LineMatch(MatchStatus.MATCHED, (line,), (item,), "part_number")
        for line, item in ((1, "20"), (2, "30"), (3, "40"), (4, "10"), (5, "50"))
    )
    comparison = Comparison(
        Verdict.REVIEW,
        "HT2026-0937",
        "20017288",
        checks=checks,
        matches=(*matches, LineMatch(MatchStatus.EXTRA, (6,), (), "")),
        notes=(Note("H04", Severity.MAJOR, "offer 20017288 was valid to 2026-10-31"),),
    )
    items = (
        _item("10", "H82B430/85", "Rotating face SSiC", "60", "195.04"),
        _item("20", "10076507", "Return filter element RE-120x20", "4", "783.09"),
        _item("30", "FE8-109-2Z", "Flushing pipe PTFE DN15", "24", "117.63"),
        _item("40", "FE6-154-K80", "Rotating face WC-Ni", "8", "768.40"),
        _item("50", "10091437", "Deep groove ball bearing", "10", "25690.27"),
        _item("60", "10055002", "Shaft sleeve 316L", "2", "410.00"),
    )
    summary = CaseSummary(
        number=12,
        state=CaseState.OPEN,
        opened_at=(NOW - dt.timedelta(hours=5)).astimezone(dt.UTC),
        reasons=(
            "differs:unit_price",
            "differs:lead_time",
            "not_in_quotation:part_number",
            "unsure:quantity",
            "note:H04",
        ),
        verdict=Verdict.REVIEW,
        document_kind="contract",
        document_number="HT2026-0937",
        quotation_number="20017288",
        customer="江苏示例泵业制造有限公司",
        amount=Decimal("28806.10"),
        currency="CNY",
        part="合同（盖章）HT2026-0937.pdf",
        sender="陈立 <chen.li@sales.example>",
        subject="转发: 江苏示例泵业 合同 HT2026-0937",
        messages=2,
    )
    first = message(1, "转发: 江苏示例泵业 合同 HT2026-0937", "陈立 <chen.li@sales.example>")
    again = message(2, "答复: 合同", "陈立 <chen.li@sales.example>")
    return CaseDetail(
        summary=summary,
        messages=(
            CaseMessage(Role.FIRST, first.first_seen_at, first),
            CaseMessage(Role.DUPLICATE, again.first_seen_at, again),
        ),
        versions=VERSIONS,
        document=CaseDocument("a" * 64, "pdf", "合同（盖章）HT2026-0937.pdf", (), 0),
        extraction=Extraction("1.eml", "a" * 64, "合同（盖章）HT2026-0937.pdf", reading=reading),
        comparison=comparison,
        quotation=Quotation("20017288", items, customer="Jiangsu Example Pump"),
        snapshot=Snapshot(3, NOW.astimezone(dt.UTC), "quotations.csv", "f" * 64, 14, 61),
    )


def _equal(line: int, item: str) -> Check:
    return Check("L04", "unit", Outcome.EQUAL, line=line, quote_item=item, document="件", quotation="PC")


def _item(item: str, part: str, description: str, quantity: str, price: str) -> QuotationItem:
    return QuotationItem(
        item,
        part_number=part,
        description=description,
        quantity=Decimal(quantity),
        unit="件",
        price=Decimal(price),
        currency="CNY",
        tax_included=True,
    )


def order_with_one_cause(desk: Desk) -> CaseDetail:
    """Add a spreadsheet order whose prices all contain tax, the quotation's not."""
    rows = (
        ("Item", "Part no.", "Description", "Qty", "Unit", "Unit price"),
        ("10", "10066144", "Check valve H44W-16P DN65", "2", "pcs", "3904.15"),
        ("20", "10079330", "Centrifugal pump XA 60/39", "1", "set", "22911.88"),
        ("30", "10037630", "O-ring FFKM 65x5.33", "4", "pcs", "1114.18"),
    )
    document = workbook(("Purchase order 4500093112", "Customer: Example Fluid Control Co., Ltd."), rows)
    lines = tuple(_row(number, row) for number, row in enumerate(rows[1:], start=5))
    header = Header(
        document_number=sure("4500093112", Evidence("4500093112", where="Order!A1"), Proof.STRUCTURE),
        customer=sure(
            "Example Fluid Control Co., Ltd.",
            Evidence("Example Fluid Control Co., Ltd.", where="Order!A2"),
            Proof.STRUCTURE,
        ),
        tax_included=unsure(None, Evidence("", where="Order!A3"), Reason.NOT_PARSED),
    )
    quoted = ("3455.00", "20276.00", "986.00")
    checks = tuple(
        Check(
            "L06",
            "unit_price",
            Outcome.DIFFERS,
            Severity.MAJOR,
            number,
            f"{number}0",
            document=line.unit_price.value if line.unit_price else None,
            quotation=price,
            why="tax_basis",
        )
        for number, (line, price) in enumerate(zip(lines, quoted, strict=True), start=1)
    )
    comparison = Comparison(
        Verdict.REVIEW,
        "4500093112",
        "20017734",
        proposed=True,
        checks=checks,
        causes=(Cause("tax_basis", (0, 1, 2), Decimal("1.13"), Decimal("0.00")),),
    )
    summary = CaseSummary(
        number=13,
        state=CaseState.OPEN,
        opened_at=(NOW - dt.timedelta(minutes=40)).astimezone(dt.UTC),
        reasons=("differs:unit_price",),
        verdict=Verdict.REVIEW,
        document_kind="purchase_order",
        document_number="4500093112",
        quotation_number="20017734",
        customer="Example Fluid Control Co., Ltd.",
        amount=Decimal("35176.90"),
        currency="CNY",
        part="PO 4500093112.xlsx",
        sender="Marta Lund <marta@sales.example>",
        subject="FW: PO 4500093112",
    )
    reading = Reading(Kind.PURCHASE_ORDER, Language.ENGLISH, header, lines)
    line = message(3, "FW: PO 4500093112", "Marta Lund <marta@sales.example>")
    case = CaseDetail(
        summary,
        (CaseMessage(Role.FIRST, line.first_seen_at, line),),
        VERSIONS,
        CaseDocument("b" * 64, "xlsx", "PO 4500093112.xlsx", (), 0),
        Extraction("3.eml", "b" * 64, "PO 4500093112.xlsx", reading=reading),
        comparison,
    )
    return desk.add(case, b"workbook", document)


def _row(number: int, row: tuple[str, ...]) -> OrderLine:
    item, part, description, quantity, unit, price = (
        sure(text, Evidence(text, where=f"Order!{column}{number}"), Proof.STRUCTURE)
        for column, text in zip("ABCDEF", row, strict=True)
    )
    return OrderLine(
        line_number=item,
        part_number=part,
        description=description,
        quantity=quantity,
        unit=unit,
        unit_price=price,
    )


def workbook(titles: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> SourceDocument:
    """Return a sheet called "Order" laid out on a synthetic page: titles, an empty row, a table."""
    widths = (60.0, 90.0, 190.0, 50.0, 50.0, 80.0)
    cells: list[Cell] = []
    for row, texts in enumerate((*((each,) for each in titles), (), *rows)):
        left = 4.0
        for column, text in enumerate(texts):
            box = Box(left, row * 16.0, left + widths[column], row * 16.0 + 16)
            where = f"Order!{'ABCDEF'[column]}{row + 1}"
            cells.append(
                Cell(row, column, box, tuple(words(text, left + 2, row * 16.0 + 3, where)), where=where)
            )
            left += widths[column]
    every = tuple(word for cell in cells for word in cell.words)
    table = Table(Box(4, 0, 524, 16.0 * 8), 8, 6, tuple(cells))
    page = Page(1, 530, 16.0 * 8, every, tables=(table,), synthetic=True)
    return SourceDocument(FileFormat.XLSX, (page,), exact=True)


def words(text: str, x: float, top: float, where: str) -> Iterable[Word]:
    """Yield the words of a text laid out from `x`, as the readers of files without pages do."""
    for each in text.split():
        steps = [10.0 if ord(character) > 0x2E80 else 5.5 for character in each]
        edges = [x]
        for step in steps:
            edges.append(edges[-1] + step)
        yield Word(each, Box(x, top, edges[-1], top + 10), tuple(edges), where=where)
        x = edges[-1] + 5.5


def refused(
    desk: Desk, number: int, code: ErrorCode, data: bytes = b"broken", file_format: str = "pdf"
) -> CaseDetail:
    """Add a case whose document could not be read."""
    line = message(number, "Fwd: order", "Ola Berg <ola@sales.example>")
    summary = CaseSummary(
        number=number,
        state=CaseState.OPEN,
        opened_at=(NOW - dt.timedelta(days=2)).astimezone(dt.UTC),
        reasons=(f"unreadable:{code.value}",),
        verdict=Verdict.UNREADABLE,
        part="order.pdf",
        sender="Ola Berg <ola@sales.example>",
        subject="Fwd: order",
    )
    sha256 = f"{number:x}".rjust(64, "e")
    failure = Failure(code, "the file asks for a password; ask for a copy without one")
    case = CaseDetail(
        summary,
        (CaseMessage(Role.FIRST, line.first_seen_at, line),),
        VERSIONS,
        CaseDocument(sha256, file_format, "order.pdf", (), 0),
        Extraction("x.eml", sha256, "order.pdf", failure=failure),
    )
    return desk.add(case, data)


def clear(desk: Desk, number: int = 11) -> CaseDetail:
    """Add a case in which everything is equal."""
    line = message(number, "Bestellung PO TPS2026-0286", "Eva Holm <eva@sales.example>")
    checks = (
        Check(
            "L06", "unit_price", Outcome.EQUAL, line=1, quote_item="10", document="12.50", quotation="12.50"
        ),
    )
    price = sure("12.50", Evidence("12,50", where="line 4"), Proof.ARITHMETIC)
    reading = Reading(Kind.PURCHASE_ORDER, Language.ENGLISH, lines=(OrderLine(unit_price=price),))
    summary = CaseSummary(
        number=number,
        state=CaseState.CLEAR,
        opened_at=(NOW - dt.timedelta(days=1)).astimezone(dt.UTC),
        reasons=(),
        verdict=Verdict.MATCH,
        document_kind="purchase_order",
        document_number="TPS2026-0286",
        quotation_number="20017111",
        customer="Example Papier GmbH",
        amount=Decimal("1250.00"),
        currency="EUR",
        sender="Eva Holm <eva@sales.example>",
        subject="Bestellung PO TPS2026-0286",
    )
    text = "Unit price 12,50 EUR"
    page = Page(1, 300, 80, tuple(words(text, 10, 48, "line 4")), synthetic=True)
    case = CaseDetail(
        summary,
        (CaseMessage(Role.FIRST, line.first_seen_at, line),),
        VERSIONS,
        CaseDocument("c" * 64, "text", "body", (), 0),
        Extraction("4.eml", "c" * 64, "body", reading=reading),
        Comparison(Verdict.MATCH, "TPS2026-0286", "20017111", checks=checks),
    )
    return desk.add(case, text.encode(), SourceDocument(FileFormat.TEXT, (page,), exact=True))


def without_order(desk: Desk, number: int = 9) -> CaseDetail:
    """Add a mail in which no order was found; it has a drawing and a signature picture."""
    line = message(number, "放假通知", "行政部 <office@sales.example>", "no_order")
    parts = (
        PartLine(0, "body", (), "text", 812, "1" * 64, None, ("other",)),
        PartLine(1, "GA-700121.pdf", (), "pdf", 90_312, "2" * 64, None, ("drawing",)),
        PartLine(2, "logo.png", (), "image", 4_100, "3" * 64, "signature picture"),
    )
    desk.messages[line.raw_sha256] = MessageDetail(line, parts)
    summary = CaseSummary(
        number=number,
        state=CaseState.OPEN,
        opened_at=(NOW - dt.timedelta(minutes=5)).astimezone(dt.UTC),
        reasons=("no_order",),
        sender="行政部 <office@sales.example>",
        subject="放假通知",
    )
    return desk.add(CaseDetail(summary, (CaseMessage(Role.FIRST, line.first_seen_at, line),), VERSIONS))


def put_aside(desk: Desk) -> MessageLine:
    """Add a message that the program failed on every time."""
    line = replace(message(21, "PO 88-1", "x@sales.example", "poison"), state=MessageState.QUARANTINED)
    desk.messages[line.raw_sha256] = MessageDetail(line, ())
    return line


def full() -> Desk:
    """Return a desk with a case of each sort."""
    desk = Desk()
    contract(desk)
    order_with_one_cause(desk)
    refused(desk, 10, ErrorCode.ENCRYPTED)
    clear(desk)
    without_order(desk)
    put_aside(desk)
    return desk
