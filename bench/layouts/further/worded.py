"""Orders and contracts that somebody typed in Word."""

from collections.abc import Sequence
from random import Random

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table

from bench.layouts.further.days import bare, ordinal_day, spaced_day
from bench.layouts.further.figures import counted
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import capitals, chinese_day, comma, in_words, indian, plain, unseparated
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.values import Order


def _title(document: WordDocument, text: str, size: float = 16) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(size)


def _ruled(document: WordDocument, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    """Append a table with lines, which begins with its heads."""
    table: Table = document.add_table(0, len(heads), "Table Grid")
    fill_table(table, [heads, *rows])
    return table


def trade_form(_random: Random, order: Order) -> Drawing:
    """The classic form for goods of industry and mining, its numbered items under the table."""
    document = word()
    _title(document, "工矿产品购销合同")
    right = document.add_paragraph(f"合同编号：{order.number}")
    right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph(f"供方：{SELLER_ZH}\t\t签订地点：{order.buyer.city_zh}")
    document.add_paragraph(f"需方：{order.customer}\t\t签订时间：{spaced_day(order.date)}")
    document.add_paragraph("一、产品名称、商标、型号、厂家、数量、金额、供货时间")
    heads = (
        "产品名称",
        "牌号商标",
        "规格型号",
        "产品代码",
        "计量单位",
        "数量",
        "单价（元）",
        "总金额（元）",
        "交（提）货时间",
    )
    rows = [
        (
            each.description,
            "贝岚",
            each.size,
            each.part,
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
            "",
        )
        for each in order.lines
    ]
    table = _ruled(document, heads, rows)
    table.cell(1, 8).merge(table.cell(len(rows), 8)).text = chinese_day(order.lines[0].due)
    fill_table(table, [("合计人民币金额（大写）：", *[""] * 6, unseparated(order.total), "")])
    last = len(rows) + 1
    table.cell(last, 0).merge(table.cell(last, 6)).text = f"合计人民币金额（大写）：{capitals(order.total)}"
    for each in (
        "二、质量要求、技术标准：按国家标准及供方技术条件执行。",
        f"三、交（提）货地点、方式：{order.place}。",
        "四、运输方式及到达站港和费用负担：汽运，费用由供方负担。",
        "五、合理损耗及计算方法：无。",
        "六、包装标准：木箱或纸箱，不计价。",
        "七、验收标准、方法及提出异议期限：货到七日内。",
        f"八、结算方式及期限：{order.terms}",
        "九、解决合同纠纷的方式：双方协商。",
        f"十、其他约定事项：以上价格含{order.rate}%增值税。",
    ):
        document.add_paragraph(each)
    return saved(document)


def annexed_contract(random: Random, order: Order) -> Drawing:
    """A contract of prose whose goods stand in an annex at the end."""
    document = word("FangSong", 12)
    _title(document, "备品备件采购合同", 18)
    opening = random.choice(
        (
            (
                "{buyer}（以下简称甲方）与{seller}（以下简称乙方）经友好协商，于{day}就备品备件采购事宜订立本合同"
                "（合同编号：{number}）。"
            ),
            "本合同（合同号：{number}）由甲方{buyer}与乙方{seller}于{day}共同订立。",
        )
    )
    facts = {
        "buyer": order.customer,
        "seller": SELLER_ZH,
        "day": chinese_day(order.date),
        "number": order.number,
    }
    for each in (
        opening.format(**facts),
        "第1条 采购内容：详见附件一《采购清单》，该附件为本合同不可分割的组成部分。",
        (
            f"第2条 合同金额：本合同含税总金额为￥{comma(order.total)}（大写人民币{capitals(order.total)}），"
            f"增值税税率{order.rate}%。"
        ),
        f"第3条 交货：乙方应在合同生效后{order.wait.zh}内交货。交货地点为{order.place}。",
        f"第4条 付款：{order.terms}。",
        "第5条 质量：乙方保证所供备件为合格产品，质保期为验收合格后十二个月。",
        "第6条 本合同自双方签字盖章之日起生效，一式两份。",
        "甲方（盖章）：\t\t\t\t乙方（盖章）：",
    ):
        document.add_paragraph(each)
    document.add_page_break()  # type: ignore[no-untyped-call] # python-docx does not say
    document.add_paragraph("附件一　采购清单")
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            each.part,
            f"{plain(each.quantity)}{each.unit}",
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    heads = ("No.", "备件编码", "备件名称及型号", "乙方产品编号", "数量", "含税单价（元）", "含税小计（元）")
    table = _ruled(document, heads, rows)
    fill_table(table, [("", "", "合计", "", "", "", comma(order.total))])
    return saved(document)


def order_letter(random: Random, order: Order) -> Drawing:
    """A letter that orders, with a small table and conditions as a sentence."""
    document = word("KaiTi", 12)
    _title(document, random.choice(("订 货 函", "采购订货通知", "关于订购备件的函")))
    document.add_paragraph(f"发文编号：{order.number}")
    document.add_paragraph(f"{SELLER_ZH}：")
    document.add_paragraph(
        f"　　贵公司报来的报价（报价号{order.quotation}）收悉。经研究，我公司决定向贵公司订购下列备件，"
        f"请于{bare(order.due)}前送达{order.place}："
    )
    rows = [
        (
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    _ruled(document, ("备件", "贵公司物料号", "单位", "数量", "单价/元", "合价/元"), rows)
    document.add_paragraph(
        f"　　以上共计人民币{unseparated(order.total)}元，价格含税（税率{order.rate}%）。"
        f"货款按“{order.terms}”的方式支付。"
    )
    document.add_paragraph("　　请收到后盖章回传。此致")
    for each in (order.customer, chinese_day(order.date)):
        document.add_paragraph(each).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return saved(document)


def indian_order(_random: Random, order: Order) -> Drawing:
    """An Indian order: a grid of references, rates, and the sum in words with Indian grouping."""
    document = word("Calibri", 10)
    _title(document, order.customer, 14)
    document.add_paragraph(order.buyer.street_en).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _title(document, "PURCHASE ORDER", 12)
    facts = document.add_table(0, 4, "Table Grid")
    fill_table(
        facts,
        [
            ("P.O. No.", order.number, "P.O. Dt.", f"{order.date:%d.%m.%Y}"),
            ("Vendor", f"M/s {SELLER_EN}", "Vendor Code", "V-20881"),
            ("Your Offer Ref.", order.quotation, "Offer Curr.", order.currency),
            ("Place of Delivery", order.place, "Price Basis", order.incoterms),
        ],
    )
    document.add_paragraph("Please supply the following items as per terms and conditions given below:")
    rows = [
        (
            each.number,
            each.description,
            each.customer_part,
            each.part,
            f"{indian(each.quantity, 2)}",
            each.unit,
            indian(each.price),
            indian(each.amount),
        )
        for each in order.lines
    ]
    heads = ("Sl. No.", "Item Description", "Item Code", "Mfr. Part No.", "Qty.", "UOM", "Rate", "Value")
    table = _ruled(document, heads, rows)
    fill_table(table, [("", "Total Order Value", "", "", "", "", order.currency, indian(order.total))])
    for each in (
        f"Amount in words: {order.currency} {in_words(order.total)} only",
        f"Delivery Schedule: {order.wait.en} from the date of this order.",
        f"Payment: {order.terms}",
        "Inspection: at our stores. Test certificates to accompany the material.",
        "For and on behalf of the company\n\nAuthorised Signatory",
    ):
        document.add_paragraph(each)
    return saved(document)


def sales_contract(_random: Random, order: Order) -> Drawing:
    """A contract in English as traders in Singapore draw one up."""
    document = word("Times New Roman", 11)
    _title(document, "CONTRACT OF SALE")
    document.add_paragraph(f"Contract No: {order.number}")
    document.add_paragraph(f"Made on this {ordinal_day(order.date)} between")
    document.add_paragraph(f"{SELLER_EN}, {SELLER_STREET_EN} (the Seller) and")
    document.add_paragraph(f"{order.customer}, {order.buyer.street_en} (the Buyer).")
    document.add_paragraph("The Seller agrees to sell and the Buyer agrees to buy the undermentioned goods:")
    rows = [
        (
            each.description,
            each.part,
            f"{counted(each.quantity)} {each.unit}",
            f"{order.currency} {comma(each.price)}",
            f"{order.currency} {comma(each.amount)}",
        )
        for each in order.lines
    ]
    heads = (
        "1. Commodity and Specification",
        "Seller's Ref.",
        "2. Quantity",
        "3. Unit Price",
        "4. Total Value",
    )
    table = _ruled(document, heads, rows)
    fill_table(table, [("Total Contract Value", "", "", "", f"{order.currency} {comma(order.total)}")])
    for each in (
        f"5. Terms of Delivery: {order.incoterms} (Incoterms 2020)",
        f"6. Time of Shipment: not later than {ordinal_day(order.due)}",
        f"7. Destination: {order.place}",
        f"8. Terms of Payment: {order.terms}",
        "9. Packing: seaworthy export packing.",
        "10. This Contract is made in two originals, one for each party.",
        "For the Buyer\t\t\t\t\tFor the Seller",
    ):
        document.add_paragraph(each)
    return saved(document)


LAYOUTS = (
    Layout(
        "trade_form",
        trade_form,
        Spec(
            kind="contract", buyers="plants", describe="{zh}", also=("{zh} {size}",), numbering=None,
            dates="merged", stated="place terms",
        ),
        "word numbered-items merged capitals",
        "工矿产品购销合同-{code}.docx",
    ),
    Layout(
        "annexed_contract",
        annexed_contract,
        Spec(
            kind="contract", buyers="plants", customer_part=True, parts="lpn", dates="lead",
            stated="place terms",
        ),
        "word prose annex quantity-with-unit capitals",
        "{number}.docx",
    ),
    Layout(
        "order_letter",
        order_letter,
        Spec(buyers="china", numbering=None, dates="header"),
        "word letter sentences",
        "订货函{number}.docx",
    ),
    Layout(
        "indian_order",
        indian_order,
        Spec(
            language="en", buyers="india", currency="USD", basis="none", customer_part=True, units="en",
            describe="{en} {size}", dates="lead", stated="quotation place terms incoterms",
        ),
        "word facts-table indian-grouping words",
        "PO {number}.docx",
    ),
    Layout(
        "sales_contract",
        sales_contract,
        Spec(
            kind="contract", language="en", buyers="singapore", currency="USD", basis="none", units="en",
            describe="{en} {size}", numbering=None, dates="header", stated="place terms incoterms",
        ),
        "word prose quantity-with-unit ordinal-day",
        "Contract of Sale {number}.docx",
    ),
)  # fmt: skip
