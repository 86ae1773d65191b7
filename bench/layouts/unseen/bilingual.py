"""Contracts in two languages, a contract with annexes, grouped lakhs and prices for a hundred."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import capitals, chinese_day, comma, in_words, indian, long_day, plain, short_day
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, drawn

STACKED = "h2{text-align:center}.e{color:#333;font-style:italic;margin:0 0 2mm}.z{margin:0}.items{width:100%;margin:2mm 0}.items td,.items th{border:1px solid #000;padding:1.2mm;font-size:8.5pt}"


def stacked_contract(_random: Random, order: Order) -> Drawing:
    """Draw a contract in which each Chinese clause is followed by its English."""
    rows = [
        (
            each.number,
            f"<td>{each.zh} {each.size}<br>{each.en} {each.size}</td>",
            each.part,
            f"{plain(each.quantity)} {each.unit}",
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    rows.append(("", "总计 TOTAL", "", "", "", comma(order.total)))
    heads = (
        "序号<br>No.",
        "货物名称及规格<br>Commodity and specification",
        "供方编号<br>Supplier's No.",
        "数量<br>Quantity",
        "不含税单价<br>Unit price excl. VAT",
        "金额<br>Amount",
    )
    first = (
        (f"合同号：{order.number}　日期：{order.date}", f"Contract No.: {order.number}　Date: {order.date}"),
        (f"买方：{order.customer}", f"The Buyer: {order.buyer.en}"),
        (f"卖方：{SELLER_ZH}", f"The Seller: {SELLER_EN}"),
        (
            "第一条　货物、数量、价格（人民币，不含增值税）",
            "Article 1. Commodity, quantity, price (CNY, VAT excluded)",
        ),
    )
    second = (
        (
            f"第二条　价格条件：{order.incoterms}。卖方报价：{order.quotation}。",
            f"Article 2. Price term as above. Seller's quotation: {order.quotation}.",
        ),
        (f"第三条　交货期：{order.due:%Y-%m-%d}。", f"Article 3. Delivery date: {long_day(order.due)}."),
        (f"第四条　交货地点：{order.place}。", f"Article 4. Place of delivery: {order.buyer.place_en}."),
        (f"第五条　付款：{order.terms}。", "Article 5. Payment: see the Chinese clause."),
        (
            "第六条　中英文不一致时，以中文为准。",
            "Article 6. In case of discrepancy the Chinese version prevails.",
        ),
    )

    def clauses(pairs: tuple[tuple[str, str], ...]) -> str:
        return "".join(f'<p class="z">{zh}</p><p class="e">{t(en)}</p>' for zh, en in pairs)

    markup = table([f"<th>{each}</th>" for each in heads], rows)
    return page(
        f"<h2>销售合同<br>SALES CONTRACT</h2>{clauses(first)}{markup}{clauses(second)}<p>买方 Buyer　　　　　卖方 Seller</p>",
        STACKED,
        font=SERIF,
    )


def annexed_contract(_random: Random, order: Order) -> Drawing:
    """Draw a Word contract with annexes full of other numbers and days."""
    document = word()
    document.add_heading("设备配件买卖合同", level=1)
    for text in (
        f"合同编号：{order.number}",
        f"甲方（买方）：{order.customer}",
        f"乙方（卖方）：{SELLER_ZH}，{SELLER_STREET_ZH}",
        f"签订日期：{chinese_day(order.date)}",
        f"一、根据乙方{order.quotation}号报价单，甲方向乙方购买以下货物（单价、金额均为含税价，税率{order.rate}%，单位：元）：",
    ):
        document.add_paragraph(text)
    items = document.add_table(rows=0, cols=7, style="Table Grid")
    rows = [
        (
            each.number,
            each.description,
            each.part,
            plain(each.quantity),
            each.unit,
            f"{each.price}",
            f"{each.amount}",
        )
        for each in order.lines
    ]
    fill_table(
        items,
        [
            ("序号", "名称规格", "乙方产品编号", "数量", "单位", "单价", "金额"),
            *rows,
            ("", "合计", "", "", "", "", f"{order.total}"),
        ],
    )
    for text in (
        f"二、合同总价：{capitals(order.total)}（￥{comma(order.total)}）。",
        f"三、交货：{order.wait.zh}内，自合同签订之日起计算；地点：{order.place}。",
        f"四、付款：{order.terms}。",
        "五、附件为本合同组成部分。",
    ):
        document.add_paragraph(text)
    document.add_page_break()  # type: ignore[no-untyped-call] # python-docx does not say
    document.add_heading("附件一　技术参数", level=2)
    data = document.add_table(rows=0, cols=5, style="Table Grid")
    fill_table(
        data,
        [
            ("序号", "位号", "流量m³/h", "扬程m", "转速rpm"),
            ("1", "P-1101", "250", "80", "2950"),
            ("2", "P-1102", "125", "50", "1480"),
        ],
    )
    document.add_heading("附件二　廉洁协议", level=2)
    for text in (
        "1. 双方于2025年1月1日起执行集团《廉洁从业规定》（文号2024-118），违者处合同金额3%且不超过50000元的违约金。",
        "2. 举报电话：400-555-0188；受理时间：工作日9:00至17:30，10个工作日内答复。",
        "3. 本协议有效期至2028年12月31日。",
    ):
        document.add_paragraph(text)
    document.add_heading("附件三　入厂安全须知", level=2)
    document.add_paragraph("车辆限速15km/h，限高4.5m；送货时间为周一至周五8:30-16:00，须提前24小时预约。")
    return saved(document)


def lakh_order(_random: Random, order: Order) -> Drawing:
    """Draw an Indian order by hand: lakhs in figures, words below, every price for a hundred pieces."""
    columns = ((15, "left"), (24, "left"), (118, "right"), (121, "left"), (163, "right"), (195, "right"))

    def draw(canvas: Canvas) -> None:
        put(canvas, 105, 282, order.customer, 14, BOLD, "center")
        put(canvas, 105, 277, order.buyer.street_en, 8, LATIN, "center")
        put(canvas, 105, 268, "P U R C H A S E   O R D E R", 12, BOLD, "center")
        facts = (
            ("P.O. No.", order.number, "Dated", short_day(order.date)),
            ("Vendor", SELLER_EN, "Your Offer", order.quotation),
            ("Despatch to", order.place, "Delivery by", short_day(order.due)),
            ("Payment", order.terms, "Incoterm", order.incoterms),
        )
        for at, (one, a, two, b) in enumerate(facts):
            put(canvas, 15, 258 - at * 7, f"{one} : {a}", 8.5, LATIN)
            put(canvas, 150, 258 - at * 7, f"{two} : {b}", 8.5, LATIN)
        rule(canvas, 15, 230, 195, 230)
        put_row(
            canvas,
            225,
            columns,
            ("S.No", "Material", "Qty", "UoM", "Rate per 100", f"Amount {order.currency}"),
            8.5,
            BOLD,
        )
        rule(canvas, 15, 222, 195, 222)
        y = 216.0
        for each in order.lines:
            cells = (
                each.number,
                each.description,
                indian(each.quantity, 0),
                each.unit,
                indian(each.price),
                indian(each.amount),
            )
            put_row(canvas, y, columns, cells, 8.5, LATIN)
            put(canvas, 24, y - 4, f"Make: Beilan   Mfr P/N {each.part}", 7.5, LATIN)
            y -= 11
        rule(canvas, 15, y + 4, 195, y + 4)
        put(canvas, 163, y - 2, "TOTAL", 9, BOLD, "right")
        put(canvas, 195, y - 2, indian(order.total), 9, BOLD, "right")
        put(canvas, 15, y - 10, f"Rupees {in_words(order.total)} only", 8.5, LATIN)
        put(canvas, 150, y - 40, "Authorised Signatory", 8.5, LATIN)

    return drawn("Purchase order", A4, [draw])


LAYOUTS = (
    Layout(
        "stacked_contract", stacked_contract,
        Spec(
            kind="contract", language="mixed", basis="net", rate=None, describe="{zh} {size} {en} {size}",
            also=("{zh} {size}", "{en} {size}", "{zh} {en} {size}"), stated="quotation place terms incoterms", lines=(2, 5),
        ),
        "two-language ruled two-line", "销售合同SC {number}.pdf",
    ),
    Layout(
        "annexed_contract", annexed_contract,
        Spec(kind="contract", dates="lead", lead_unit="days", lines=(3, 8)),
        "terms-pages docx capitals lead-sentence tax-sentence", "合同及附件{number}.docx",
    ),
    Layout(
        "lakh_order", lakh_order,
        Spec(
            language="en", buyers="india", currency="INR", basis="none", units="en", per="100", describe="{en} {size}",
            stated="quotation place terms incoterms", lines=(1, 3),
        ),
        "indian words two-line price-unit unruled", "PO {number}.pdf",
    ),
)  # fmt: skip
