"""One small order, drawn and written in many formats for tests: two lines and a total that closes."""

from collections.abc import Callable, Sequence

from drawn_pdf import Drawing, pdf
from reportlab.pdfgen.canvas import Canvas

HEAD = (
    "PURCHASE ORDER",
    "Haven Pumps GmbH, Am Deich 4, 28199 Bremen",
    "Order No.: 4500123",
    "Order date: 2026-03-05",
    "Your quotation: 20031234",
    "Currency: EUR",
)
ROWS = (
    ("Pos", "Part number", "Description", "Qty", "Unit", "Unit price", "Amount"),
    ("10", "10044021", "Mechanical seal 45 mm", "4", "pcs", "1,250.00", "5,000.00"),
    ("20", "10044022", "Shaft sleeve", "20", "pcs", "86.50", "1,730.00"),
)
TOTAL = "Total amount: EUR 6,730.00"
COLUMNS = (50, 90, 170, 310, 350, 395, 470, 545)
Put = Callable[[Canvas, float, float, str], None]


def put(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.drawString(x, y, text)


def drawing(place: Put = put, rows: Sequence[Sequence[str]] = ROWS, after: Drawing | None = None) -> Drawing:
    """Return the order as a page; `place` draws every text, `after` what comes on top."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for at, line in enumerate(HEAD):
            place(canvas, 50, 790 - 18 * at, line)
        top = 660
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                place(canvas, COLUMNS[column] + 3, top - 18 * at - 13, text)
        bottom = top - 18 * len(rows)
        for at in range(len(rows) + 1):
            canvas.line(COLUMNS[0], top - 18 * at, COLUMNS[-1], top - 18 * at)
        for x in COLUMNS:
            canvas.line(x, top, x, bottom)
        place(canvas, 395, bottom - 20, TOTAL)
        if after is not None:
            after(canvas)

    return draw


def order_pdf(place: Put = put, rows: Sequence[Sequence[str]] = ROWS, after: Drawing | None = None) -> bytes:
    return pdf(drawing(place, rows, after))


def text() -> str:
    """Return the order as lines with columns of blanks."""
    rows = [f"{a:<5}{b:<14}{c:<26}{d:>5}  {e:<6}{f:>12}{g:>14}" for a, b, c, d, e, f, g in ROWS]
    return "\n".join([*HEAD, "", *rows, "", TOTAL, ""])


def cells() -> list[list[object]]:
    """Return the order as rows of a sheet, numbers as numbers."""
    lines = [[line] for line in HEAD]
    body: list[list[object]] = [list(ROWS[0])]
    body += [
        [int(a), b, c, int(d), e, float(f.replace(",", "")), float(g.replace(",", ""))]
        for a, b, c, d, e, f, g in ROWS[1:]
    ]
    return [*map(list[object], lines), [], *body, [], [TOTAL]]


def page() -> str:
    """Return the order as a web page."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    return f"<html><body>{head}<table border=1>{rows}</table><p>{TOTAL}</p></body></html>"
