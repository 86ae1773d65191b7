"""Two-page orders in mails, each another one, and the quotations they were ordered from."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FIRST_ORDER, FIRST_QUOTATION, FIRST_PART = 4_500_000, 20_000_000, 90_010_000
LINES = 36
"""So many lines fill two pages."""
HEADINGS = ("Pos.", "Material", "Description", "Qty", "Unit", "Unit price", "Amount")
QUOTED = (
    "Quotation,Item,Valid to,Customer,Material,Description,Quantity,Unit,Net price,Per,Currency,Tax rate,"
    "Tax included"
)
SENDER = "sales@works.example"


def mail(number: int, lines: int = LINES) -> bytes:
    """Return a forwarded mail with order `number`; every tenth asks for another price than quoted."""
    message = EmailMessage(policy=SMTP)
    message["From"] = SENDER
    message["To"] = "orders@works.example"
    message["Subject"] = f"FW: Purchase order {FIRST_ORDER + number}"
    message["Message-ID"] = f"<load-{number}@works.example>"
    message["Date"] = "Mon, 02 Mar 2026 09:30:00 +0800"
    message.set_content("Please enter the attached order.\n")
    message.add_attachment(
        pdf(number, lines), "application", "pdf", filename=f"PO {FIRST_ORDER + number}.pdf"
    )
    return message.as_bytes()


def pdf(number: int, lines: int = LINES) -> bytes:
    """Return order `number` as a PDF with a text layer, of two pages where it has `LINES` lines."""
    styles = getSampleStyleSheet()
    rows = [[str(cell) for cell in row] for row in _rows(number, lines)]
    total = sum((Decimal(row[-1]) for row in _rows(number, lines)), Decimal(0))
    table = Table([HEADINGS, *rows, ("", "", "Total USD", "", "", "", f"{total:.2f}")], repeatRows=1)
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("ALIGN", (3, 0), (-1, -1), "RIGHT")])
    )
    head = (
        "Buyer: Northfield Pumps Inc., Houston",
        f"Purchase Order No.: {FIRST_ORDER + number}",
        f"Quotation No.: {FIRST_QUOTATION + number}",
        "Order date: 2026-03-02",
        "Currency: USD",
        "Delivery date: 2026-06-30",
    )
    out = io.BytesIO()
    page = SimpleDocTemplate(out, pagesize=A4, invariant=1)
    title = Paragraph("PURCHASE ORDER", styles["Title"])
    page.build([title, *(Paragraph(each, styles["Normal"]) for each in head), Spacer(1, 12), table])
    return out.getvalue()


def quotations(folder: Path, count: int, lines: int = LINES) -> Path:
    """Write the quotations of the first `count` orders as an export and return its path."""
    path = folder / "quotations.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(QUOTED + "\n")
        write = csv.writer(file)
        for number in range(count):
            for position, part, name, quantity, unit, _, _ in _rows(number, lines):
                head = (FIRST_QUOTATION + number, position, "2026-12-31", "Northfield Pumps Inc.")
                price = _price(number, int(position) // 10)
                write.writerow((*head, part, name, quantity, unit, price, 1, "USD", 0, "no"))
    return path


def _rows(number: int, lines: int) -> Iterator[tuple[str, ...]]:
    for at in range(1, lines + 1):
        quantity = (number + at) % 9 + 1
        # A tenth of the orders ask for a cent less in one line.
        price = _price(number, at) - (Decimal("0.01") if number % 10 == 0 and at == 2 else 0)
        part, name = str(FIRST_PART + at * 7), f"Mechanical seal type {at:02d}"
        yield str(at * 10), part, name, str(quantity), "EA", f"{price:.2f}", f"{quantity * price:.2f}"


def _price(number: int, at: int) -> Decimal:
    return Decimal(10_000 + number * 3 + at * 125) / 100
