"""An order as a spreadsheet, a contract as a Word file."""

import datetime as dt
import io
from decimal import Decimal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from demo.make_exports import settled
from demo.make_notation import capitals, chinese_day, plain
from demo.make_pages_zh import SELLER
from demo.make_values import Order

THIN = Side(style="thin")
HEAD_ROW = 9


def sheet_order(order: Order) -> bytes:
    """Return an order as a spreadsheet: head cells, a framed table, sums, a second sheet of rules."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "采购订单"
    sheet["A1"] = f"{order.customer}采购订单"
    sheet.merge_cells("A1:I1")
    sheet["A1"].font = Font(size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    cells: list[tuple[str, str, str, str | dt.date | None]] = [
        ("A3", "订单编号：", "C3", order.number),
        ("F3", "订单日期：", "H3", order.date),
        ("A4", "供应商：", "C4", SELLER),
        ("F4", "币种：", "H4", "人民币"),
        ("A5", "收货地址：", "C5", order.place),
        ("A6", "要求到货日期：", "C6", order.delivery),
        ("F6", "税率：", "H6", f"{order.tax_rate}%"),
    ]
    for label_cell, label, value_cell, value in cells:
        sheet[label_cell], sheet[value_cell] = label, value
    sheet["H3"].number_format = sheet["C6"].number_format = "yyyy/m/d"
    _items(sheet, order)
    rules = book.create_sheet("填写说明")
    rules.append(["1. 供方编码按供应商报价单填写。"])
    rules.append(["2. 单价为未税单价，保留两位小数；数量为0的行请删除。"])
    stream = io.BytesIO()
    book.save(stream)
    return settled(stream.getvalue())


def _items(sheet: Worksheet, order: Order) -> None:
    heads = ["序号", "我方料号", "供方编码", "名称", "规格型号", "数量", "单位", "未税单价", "未税金额"]
    rows: list[list[str | int | Decimal | None]] = [[*heads]]
    for each in order.lines:
        size = (each.further or {})["description"][1]
        codes = (int(each.number or 0), each.customer_part, each.part, each.description, size)
        rows.append([*codes, each.quantity, each.unit, each.price, each.amount])
    for row, values in enumerate(rows, HEAD_ROW):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            cell.border = Border(THIN, THIN, THIN, THIN)
            if row == HEAD_ROW:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F0")
            elif column > 7:
                cell.number_format = "#,##0.00"
    end = HEAD_ROW + len(rows)
    for offset, (label, value) in enumerate(
        [("未税合计", order.net), ("税额", order.tax), ("价税合计", order.total)]
    ):
        sheet.cell(end + offset, 8, label)
        sheet.cell(end + offset, 9, value).number_format = "#,##0.00"
    for letter, width in zip("ABCDEFGHI", (6, 16, 13, 18, 18, 9, 7, 12, 13), strict=True):
        sheet.column_dimensions[letter].width = width


def word_contract(order: Order) -> bytes:
    """Return a contract as a Word file, the buyer being party B."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "SimSun", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")
    title = document.add_heading("产品买卖合同", level=1)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"合同号：{order.number}\t\t签约日期：{chinese_day(order.date)}")
    document.add_paragraph(f"甲方（供方）：{SELLER}")
    document.add_paragraph(f"乙方（需方）：{order.customer}")
    document.add_paragraph(f"根据甲方报价单 {order.quotation}，经双方协商一致，签订本合同。")
    heads: list[str | None] = ["序号", "名称及规格", "甲方编码", "数量", "单位", "含税单价", "含税金额"]
    rows: list[list[str | None]] = [
        [
            each.number,
            each.description,
            each.part,
            plain(each.quantity),
            each.unit,
            f"{each.price}",
            f"{each.amount}",
        ]
        for each in order.lines
    ]
    rows.append(["合计", f"人民币{capitals(order.total)}", "", "", "", "", f"{order.total}"])
    table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    for values in [heads, *rows]:
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value or ""
    last = table.rows[-1].cells
    last[1].merge(last[5])
    for clause in (
        f"第一条　上述单价为含{order.tax_rate}%增值税价格。",
        f"第二条　交货时间：合同签订后45天内；交货地点：{order.place}。",
        f"第三条　付款方式：{order.payment_terms}。",
        "第四条　质量保证：自验收之日起12个月。",
        "第五条　未尽事宜由双方另行协商，补充协议与本合同具有同等效力。",
        "甲方（盖章）：　　　　　　　　　　乙方（盖章）：",
    ):
        document.add_paragraph(clause)
    stream = io.BytesIO()
    document.save(stream)
    return settled(stream.getvalue())
