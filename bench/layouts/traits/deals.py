"""Contracts of Chinese customers, made with Word and Excel or printed."""

# ruff: noqa: E501 - a sentence stays a line

from decimal import Decimal
from random import Random

from docx.enum.text import WD_ALIGN_PARAGRAPH

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated, wide
from bench.layouts.office import emphasise, fill_table, saved, set_widths, sheet, word, write_row
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.traits.shapes import BOX, GRID, OPEN, RIGHT, beside, paired, said, stamp
from bench.layouts.values import Order


def industrial_contract(_random: Random, order: Order) -> Drawing:
    """The common contract of industry in Word: parties, articles, a table with one date for all lines."""
    file = word("FangSong", 11)
    file.add_paragraph("工矿产品购销合同").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words in (
        f"需　方：{order.customer}　　　　　　合同编号：{order.number}",
        f"供　方：{SELLER_ZH}　　　　　　签订时间：{chinese_day(order.date)}",
        "　　　　　　　　　　　　　　　　　　　签订地点：需方所在地",
        "第一条　产品名称、型号、数量、金额及交货时间",
    ):
        file.add_paragraph(words)
    grid = file.add_table(0, 9, "Table Grid")
    fill_table(
        grid,
        [
            (
                "序号",
                "产品名称",
                "规格型号",
                "供方编码",
                "单位",
                "数量",
                "含税单价",
                "总金额",
                "交（提）货时间及数量",
            )
        ],
    )
    for each in order.lines:
        texts = (each.number, each.zh, each.size, each.part, each.unit)
        fill_table(
            grid, [(*texts, plain(each.quantity), unseparated(each.price), unseparated(each.amount), "")]
        )
    whole = grid.cell(1, 8).merge(grid.cell(len(order.lines), 8))
    whole.text = f"{chinese_day(order.lines[0].due)}前一次交清"
    for words in (
        f"合计人民币金额（大写）：{capitals(order.total)}（¥{unseparated(order.total)}），含{order.rate}%增值税。",
        "第二条　质量要求技术标准：按国家标准执行，质保期12个月。",
        f"第三条　交（提）货地点、方式：{order.place}。",
        "第四条　运输方式及到达站港和费用负担：汽运，供方承担。",
        "第五条　验收标准、方法及提出异议期限：到货后7日内。",
        f"第六条　结算方式及期限：{order.terms}。",
        "第七条　违约责任：逾期交货每日按合同额的0.5‰支付违约金，最高不超过5%。",
        "第八条　本合同一式肆份，双方各执贰份，传真件有效。",
        f"需方（章）：{order.customer}　　　　供方（章）：{SELLER_ZH}",
    ):
        file.add_paragraph(words)
    return saved(file)


def excel_contract(_random: Random, order: Order) -> Drawing:
    """A contract made with Excel: merged cells, headings in two levels."""
    book, page_ = sheet("合同")
    set_widths(page_, (6, 22, 20, 16, 8, 10, 13, 14, 14))
    write_row(page_, 1, ("产 品 购 销 合 同",))
    emphasise(page_, "A1:I1", 16)
    write_row(page_, 2, ("买受人（甲方）", None, order.customer, None, None, None, "合同编码", order.number))
    write_row(page_, 3, ("出卖人（乙方）", None, SELLER_ZH, None, None, None, "签约日期", order.date))
    page_["H3"].number_format = "yyyy-mm-dd"
    write_row(
        page_,
        5,
        ("序号", "货物", None, "乙方物料编号", "计量单位", "数量", "价格（人民币元，含税）", None, "备注"),
        framed=True,
    )
    write_row(page_, 6, (None, "名称", "型号", None, None, None, "单价", "小计", None), framed=True)
    for area in ("A5:A6", "B5:C5", "D5:D6", "E5:E6", "F5:F6", "G5:H5", "I5:I6"):
        emphasise(page_, area)
    at = 7
    for each in order.lines:
        write_row(
            page_,
            at,
            (
                each.number,
                each.zh,
                each.size,
                each.part,
                each.unit,
                each.quantity,
                each.price,
                each.amount,
                None,
            ),
            framed=True,
        )
        page_.cell(at, 7).number_format = page_.cell(at, 8).number_format = "#,##0.00"
        at += 1
    write_row(page_, at, ("合计", None, None, None, None, None, None, order.total, None), framed=True)
    page_.cell(at, 8).number_format = "#,##0.00"
    write_row(page_, at + 1, ("大写金额", None, capitals(order.total)), framed=True)
    below = (
        f"1、以上价格含{order.rate}%增值税专用发票及运费。",
        f"2、交货期限：合同签订后{order.wait.zh}内交清。",
        f"3、交货地点：{order.place}",
        f"4、付款方式：{order.terms}",
        "5、质量保证期：自验收合格之日起12个月。",
    )
    for index, words in enumerate(below, at + 3):
        page_.cell(index, 1, words)
    write_row(
        page_, at + 9, ("甲方（盖章）", None, order.customer, None, None, None, "乙方（盖章）", SELLER_ZH)
    )
    return saved(book)


def sectioned_contract(_random: Random, order: Order) -> Drawing:
    """A contract whose items stand in sections with subtotals, under a stamp."""
    heads = ("编号", "设备备件名称", "图号或型号", "厂家件号", "数量", "单位", "含税单价", "含税合价")
    middle = max(1, len(order.lines) // 2)
    rows = ""
    for name, lines in (("（一）主机备件", order.lines[:middle]), ("（二）辅机备件", order.lines[middle:])):
        if not lines:
            continue
        rows += f"<tr><td colspan=8>{name}</td></tr>"
        rows += "".join(
            row(
                (
                    each.number,
                    each.zh,
                    each.size,
                    each.part,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                )
            )
            for each in lines
        )
        rows += f"<tr><td colspan=7>小计</td><td>{comma(sum((each.amount for each in lines), Decimal(0)))}</td></tr>"
    body = (
        "<h2>备品备件采购合同</h2>"
        + beside(
            said([("采购人", order.customer), ("中标/成交人", SELLER_ZH)]),
            said([("合同登记号", order.number), ("签署日", chinese_day(order.date))]),
        )
        + "<p>根据《中华人民共和国民法典》，双方就备件采购事宜达成如下协议：</p><p>一、合同标的及价款（单位：元）</p>"
        + table(
            heads, (), foot=rows + f"<tr><td colspan=7>总价（一＋二）</td><td>{comma(order.total)}</td></tr>"
        )
        + f"<p>二、合同总价（含税，税率{order.rate}%）：{comma(order.total)}元，大写{capitals(order.total)}。</p>"
        + f"<p>三、交付：{chinese_day(order.due)}前运抵{text(order.place)}。</p><p>四、支付：{text(order.terms)}。</p>"
        + "<p>五、乙方逾期交付的，每逾期一天支付合同总价千分之一的违约金。</p><p>采购人（公章）　　　　　　　　　　成交人（公章）</p>"
        + stamp("合同专用章", "right:60mm;margin-top:-44mm")
    )
    return page(body, GRID + "h2{text-align:center}")


def spaced_labels(_random: Random, order: Order) -> Drawing:
    """An order with letter-spaced labels, and codes in full-width letters and figures."""
    heads = ("行次", "品　名", "规　格", "代　码", "单　位", "数　量", "单　价", "金　额")
    rows = [
        (
            each.number,
            each.zh,
            each.size,
            each.part,
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    facts = [
        ("订　单　号", wide(order.number)),
        ("订 货 日 期", f"{order.date:%Y 年 %m 月 %d 日}"),
        ("订 货 方", order.customer),
        ("供 货 方", SELLER_ZH),
        ("报 价 书 号", order.quotation),
        ("交 货 日 期", f"{order.due:%Y 年 %m 月 %d 日}"),
        ("交 货 地 点", order.place),
        ("付 款 方 式", order.terms),
    ]
    body = (
        "<h2>订　　货　　单</h2>"
        + paired(facts, 2, "facts", "：")
        + table(heads, rows)
        + f"<p>总　计：{unseparated(order.total)}　元</p><p>人 民 币 大 写：{capitals(order.total)}</p><p>说　明：单价为含税价，税　率：{order.rate}%。</p>"
    )
    return page(body, GRID + "h2{text-align:center}.facts{width:100%}.facts td{padding:3px}")


def full_width_contract(_random: Random, order: Order) -> Drawing:
    """A contract in Word with letter-spaced labels and full-width punctuation, its items in blocks."""
    file = word("KaiTi", 11)
    file.add_paragraph("采　购　协　议")
    for label, value in (
        ("协 议 编 号", order.number),
        ("买　　　方", order.customer),
        ("卖　　　方", SELLER_ZH),
        ("订 立 日 期", chinese_day(order.date)),
    ):
        file.add_paragraph(f"{label}：{value}")
    file.add_paragraph("经协商，卖方向买方供应下列产品：")
    for at, each in enumerate(order.lines, 1):
        file.add_paragraph(f"产品{at}")
        file.add_paragraph(f"　品　　名：{each.description}")
        file.add_paragraph(f"　产品代码：{each.part}")
        file.add_paragraph(f"　数　　量：{plain(each.quantity)}{each.unit}")
        file.add_paragraph(f"　单　　价：{comma(each.price)}元　　小　　计：{comma(each.amount)}元")
    for words in (
        f"协议总金额：人民币{comma(order.total)}元（{capitals(order.total)}）",
        f"上述价格已包含{order.rate}%的增值税。",
        f"供 货 期：协议生效后{order.wait.zh}内。",
        f"交货地点：{order.place}",
        f"货款支付：{order.terms}",
    ):
        file.add_paragraph(words)
    return saved(file)


def sided_contract(_random: Random, order: Order) -> Drawing:
    """A contract in two languages side by side, its table with headings in both."""
    pairs = [
        (f"合同号：{order.number}", f"Contract No.: {order.number}"),
        (f"签约日期：{chinese_day(order.date)}", f"Date of signing: {order.date:%Y-%m-%d}"),
        (f"买方：{order.buyer.zh}", f"The Buyer: {order.buyer.en}"),
        (f"卖方：{SELLER_ZH}", f"The Seller: {SELLER_EN}"),
    ]
    later = [
        (
            f"2. 装运期限：合同生效后{order.wait.zh}内",
            f"2. Time of shipment: within {order.wait.en} after the contract takes effect",
        ),
        (f"3. 付款条件：{order.terms}", "3. Terms of payment: as stated in the Chinese text"),
        (f"4. 交货地点：{order.buyer.place_zh}", f"4. Place of delivery: {order.buyer.place_en}"),
        ("5. 质保期：交货后18个月", "5. Warranty: 18 months after delivery"),
        ("6. 两种文本如有不符，以中文为准。", "6. In case of discrepancy the Chinese text prevails."),
    ]
    heads = tuple(
        f"<th>{zh}<br>{en}</th>"
        for zh, en in (
            ("序号", "Item"),
            ("货物名称及规格", "Commodity & specification"),
            ("卖方货号", "Seller's code"),
            ("单位", "Unit"),
            ("数量", "Quantity"),
            ("单价（含税）", "Unit price incl. VAT"),
            ("总价", "Amount"),
        )
    )
    rows = [
        (
            each.number,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]

    def sides(texts: list[tuple[str, str]]) -> str:
        return (
            "<table class=sides>"
            + "".join(f"<tr><td>{text(one)}</td><td>{text(other)}</td></tr>" for one, other in texts)
            + "</table>"
        )

    body = (
        "<h2>设备采购合同<br>EQUIPMENT PURCHASE CONTRACT</h2>"
        + sides(pairs)
        + "<p>1. 合同标的 Subject of the contract (CNY)</p>"
        + table(heads, rows)
        + sides(
            [
                (
                    f"合同总价（含{order.rate}%增值税）：{comma(order.total)}元",
                    f"Total contract price (incl. {order.rate}% VAT): CNY {comma(order.total)}",
                )
            ]
        )
        + sides(later)
        + sides([("买方签章：", "Signature of the Buyer:"), ("卖方签章：", "Signature of the Seller:")])
    )
    return page(
        body,
        OPEN
        + RIGHT
        + BOX
        + "h2{text-align:center}.sides{width:100%}.sides td{width:50%;padding:3px 5px;vertical-align:top}",
    )


LAYOUTS = (
    Layout("industrial_contract", industrial_contract, Spec(kind="contract", buyers="institutes", describe="{zh}", also=("{zh} {size}",), dates="merged", stated="place terms"), "ruled merged articles", "工矿产品购销合同.docx"),
    Layout("excel_contract", excel_contract, Spec(kind="contract", buyers="dealers", describe="{zh}", also=("{zh} {size}",), dates="lead", lead_unit="days", stated="place terms"), "merged two-level", "合同{number}.xlsx"),
    Layout("sectioned_contract", sectioned_contract, Spec(kind="contract", buyers="institutes", describe="{zh}", also=("{zh} {size}",), dates="header", lines=(3, 7), stated="place terms"), "ruled sections subtotals stamp", "采购合同_{number}.pdf"),
    Layout("spaced_labels", spaced_labels, Spec(buyers="dealers", describe="{zh}", also=("{zh} {size}",), dates="header"), "letter-spaced full-width ruled", "订货单{number}.pdf"),
    Layout("full_width_contract", full_width_contract, Spec(kind="contract", buyers="institutes", dates="lead", lead_unit="working days", stated="place terms"), "letter-spaced cards", "采购协议{number}.docx"),
    Layout("sided_contract", sided_contract, Spec(kind="contract", language="mixed", buyers="dealers", describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), dates="lead", stated="place terms"), "two-language unruled", "Contract {number}.pdf"),
)  # fmt: skip
