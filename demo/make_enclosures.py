"""What comes along with orders and is none: drawings, general terms, notices."""

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from demo.make_paper import BOLD, CHINESE, LATIN, drawn, pdf, register, words

TERMS = """
1 Definitions|In these conditions "Order" means Order no. 4500000000 or any other order placed by the Buyer.
2 Prices|Prices are fixed for 12 months. Changes above 2.5 % need an agreement in writing 30 days before.
3 Delivery|Time is of the essence. For delay the Buyer may deduct 0.5 % per week, at most 5 % of the value
 of the delayed goods. Goods arriving more than 10 days early may be returned at the Supplier's cost.
4 Payment|Unless agreed otherwise, invoices are paid 60 days after receipt. Invoices below GBP 250.00 carry a
 handling charge of GBP 15.00.
5 Packing|Crates above 1,000 kg need four lifting points. Wood must comply with ISPM 15.
6 Warranty|24 months from delivery or 18 months from commissioning, whichever ends first.
7 Liability|The Supplier insures at least GBP 2,000,000.00 per event.
8 Documents|EN 10204 3.1 certificates in 2 copies, packing list in 3 copies.
9 Law|The law of England applies. Issue GCP-07 of 01 March 2024 replaces issue GCP-06 of 15 June 2019.
"""
NOTICE = """
各供应商、各合作单位：
结合公司实际，2027年元旦放假安排如下：2027年1月1日（星期五）至1月3日（星期日）放假，共3天，1月4日正常上班。
放假期间仓库停止收货。请于2026年12月29日16:00前完成送货，12月30日、31日仓库年终盘点，不办理入库。
紧急事务请联系值班电话：0536-5550100，值班人员：唐晓澜（分机 8021）。
特此通知。
"""


def drawing(number: str, revision: str, title: str) -> bytes:
    """Return a drawing sheet: frame, section through a seal, dimensions, title block."""
    register()
    width, height = landscape(A3)

    def sheet(canvas: Canvas) -> None:
        canvas.rect(10 * mm, 10 * mm, width - 20 * mm, height - 20 * mm)
        x, y = 150 * mm, 160 * mm
        for reach in (80, 70, 40, 32, 27.5):
            canvas.circle(x, y, reach * mm / 1.6)
        canvas.setDash(6, 3)
        canvas.line(x - 60 * mm, y, x + 60 * mm, y)
        canvas.line(x, y - 60 * mm, x, y + 60 * mm)
        canvas.setDash()
        canvas.setFont(CHINESE, 9)
        for text, left, low in (
            ("φ80 h6", 205, 190),
            ("φ55 H7/f7", 205, 178),
            ("126.5 ±0.2", 120, 96),
            ("4×M12 EQS φ140", 70, 222),
            ("Ra 0.8", 226, 150),
            ("技术要求：1. 静压试验1.5MPa，保压10min。2. 未注公差按GB/T 1804-m。", 24, 60),
        ):
            canvas.drawString(left * mm, low * mm, text)
        _title_block(canvas, width, number, revision, title)

    return drawn(title, landscape(A3), [sheet])


def _title_block(canvas: Canvas, width: float, number: str, revision: str, title: str) -> None:
    left, low = width - 190 * mm, 10 * mm
    canvas.rect(left, low, 180 * mm, 40 * mm)
    rows = (
        f"图号 Drawing No.  {number}",
        f"名称 Title  {title}",
        "材料 Material  316L / SSiC / FKM      比例 Scale  1:2      重量 Weight  7.4 kg",
        f"版本 Rev.  {revision}      日期 Date  2025-08-12      第1张 共1张",
    )
    for index, row in enumerate(rows):
        base = low + (4 - index) * 10 * mm
        canvas.line(left, base, left + 180 * mm, base)
        canvas.drawString(left + 3 * mm, base - 7 * mm, row)


def general_terms() -> bytes:
    """Return conditions of purchase, full of numbers and dates that order nothing."""
    story: list[Flowable] = [words("GENERAL CONDITIONS OF PURCHASE GCP-07", 13, BOLD, space=8)]
    for clause in TERMS.strip().replace("\n ", " ").splitlines():
        head, text = clause.split("|")
        story += [words(head, 9.5, BOLD, space=1), words(text, 9, LATIN, space=5)]
    return pdf(story, "General conditions", margin=22)


def holiday_notice() -> bytes:
    """Return a customer's notice of holidays."""
    register()
    story = [
        words("海澜湾化工有限公司", 14, align="center", space=2),
        words("关于2027年元旦放假及年终盘点的通知", 13, align="center", space=10),
        *(words(each, 10.5, space=6) for each in NOTICE.strip().splitlines()),
        words("海澜湾化工有限公司　物资供应部<br/>2026年11月19日", 10.5, align="right"),
    ]
    return pdf(story, "放假通知", margin=24)
