"""Contracts and order letters typed in Word by Chinese firms, each on the template that the firm has had for years."""

# ruff: noqa: E501 - a sentence of a contract stays a line

from random import Random

from docx.enum.text import WD_BREAK

from bench.layouts.forms.zh_shapes import cells, dated, words_of
from bench.layouts.handmade.word_parts import (
    across,
    at_right,
    blanks,
    boxed,
    centred,
    field,
    merged_down,
    revised,
    ruled,
)
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order


def articles_contract(_random: Random, order: Order) -> Drawing:
    """A purchase contract in articles; both sides' bank data in the two cells of the table of signatures."""
    file = word("SimSun", 10.5)
    centred(file, "采 购 合 同", 18)
    at_right(file, f"合同编号：{order.number}")
    at_right(file, f"签订日期：{dated(order.date)}")
    for words in (
        f"甲方（采购方）：{order.customer}",
        f"乙方（供货方）：{SELLER_ZH}",
        "甲乙双方根据《中华人民共和国民法典》，经友好协商，就甲方向乙方采购密封件及备件事宜，订立本合同，共同遵守。",
        "第一条　产品名称、型号、数量及价格",
    ):
        file.add_paragraph(words)
    heads = ("序号", "产品名称", "规格型号", "产品编码", "单位", "数量", "含税单价(元)", "金额(元)", "备注")
    grid = ruled(file, [heads, *cells(order, "number|name|size|part|unit|count|price|amount|-")])
    across(grid, (7, "合计"), (1, comma(order.total)), (1, None))
    across(grid, (2, "大写金额"), (7, words_of(order.total)))
    for words in (
        f"以上价格为含{order.rate}%增值税的到厂价，在合同执行期内不因任何原因调整。",
        "第二条　质量要求：按国家现行标准及乙方企业标准执行，产品应附合格证。",
        f"第三条　交货时间：自本合同签订之日起{order.wait.zh}内交货。",
        f"第四条　交货地点：{order.place}。运费由乙方承担。",
        "第五条　验收：货到后7日内甲方按装箱单及合同核对数量和外观。",
        f"第六条　付款方式：{order.terms}。",
        "第七条　质保期：货到后18个月或投入使用后12个月，以先到者为准。",
        "第八条　违约责任：乙方逾期交货的，每逾期一天，按逾期部分货款的0.3%支付违约金，最高不超过合同总额的5%。",
        "第九条　本合同一式两份，甲乙双方各执一份，自双方盖章之日起生效，扫描件具有同等效力。",
    ):
        file.add_paragraph(words)
    mine = f"甲方（盖章）：{order.customer}\n地址：{order.buyer.street_zh}\n委托代理人：\n电话：0533-5550 2207\n开户行：沣宁农商银行开发区支行\n账号：9030 1188 0402 0001 562\n税号：91370300MA3X7KQ52F"
    other = f"乙方（盖章）：{SELLER_ZH}\n地址：{SELLER_STREET_ZH}\n委托代理人：\n电话：022-5550 1966\n开户行：津港银行贝岚支行\n账号：1200889977665544\n税号：91120111MA05KX7Q2L"
    ruled(file, [(mine, other)])
    return saved(file)


def filled_blanks(_random: Random, order: Order) -> Drawing:
    """A template with underlined blanks for names, days and places, and payment by the number of an option."""
    file = word("FangSong", 12)
    centred(file, "工业品买卖合同", 18)
    blanks(file.add_paragraph(), "合同编号：", order.number)
    blanks(file.add_paragraph(), "出卖人：", SELLER_ZH, "　　签订地点：", order.buyer.city_zh)
    blanks(
        file.add_paragraph(),
        "买受人：",
        order.customer,
        "　　签订时间：",
        f"{order.date.year}",
        "年",
        f"{order.date.month}",
        "月",
        f"{order.date.day}",
        "日",
    )
    file.add_paragraph("第一条　标的、数量、价款")
    heads = ("标的名称", "规格型号", "生产厂家货号", "计量单位", "数量", "单价", "金额")
    grid = ruled(file, [heads, *cells(order, "name|size|part|unit|count|bare price|bare amount")])
    across(grid, (7, f"合计人民币金额（大写）：{words_of(order.total)}（小写：¥{unseparated(order.total)}）"))
    blanks(file.add_paragraph(), "（以上单价、金额单位均为人民币元，含增值税，税率", f"{order.rate}%", "）")
    blanks(file.add_paragraph(), "第二条　质量标准：按", "JB/T 4127.1", "标准执行。")
    blanks(file.add_paragraph(), "第三条　出卖人对质量负责的期限：", "12", "个月。")
    blanks(
        file.add_paragraph(),
        "第四条　交货期限：出卖人应于",
        f"{order.due.year}",
        "年",
        f"{order.due.month}",
        "月",
        f"{order.due.day}",
        "日前将全部货物交付买受人。",
    )
    blanks(file.add_paragraph(), "第五条　交付地点：", order.place or "", "，交付方式：", "出卖人送货", "。")
    blanks(file.add_paragraph(), "第六条　检验期限：买受人应在收货后", "10", "日内检验。")
    blanks(file.add_paragraph(), "第七条　结算方式、时间：", order.terms or "", "。")
    blanks(file.add_paragraph(), "第八条　违约金：逾期一日按", "万分之五", "计算。")
    blanks(file.add_paragraph(), "第九条　解决争议的方式：向", "买受人", "所在地人民法院起诉。")
    blanks(file.add_paragraph(), "第十条　其他约定：", "　　　　", "")
    file.add_paragraph("出卖人（章）：　　　　　　　　　　　　买受人（章）：")
    return saved(file)


def head_grid(_random: Random, order: Order) -> Drawing:
    """The facts in a grid of labels and values, one day merged down all rows, net sums with tax below."""
    file = word("Microsoft YaHei", 9)
    centred(file, f"{order.customer}", 14)
    centred(file, "设备备件采购合同", 12)
    ruled(
        file,
        [
            ("合同编号", order.number, "签订日期", f"{order.date:%Y-%m-%d}"),
            ("需　方", order.customer, "供　方", SELLER_ZH),
            ("联系人", "谷雨", "联系人", "徐经理"),
            ("电　话", "0635-5550 8812", "电　话", "022-5550 1966"),
            ("报价单号", order.quotation, "币　种", "人民币"),
        ],
    )
    file.add_paragraph("一、采购内容")
    heads = (
        "序号",
        "我方物料号",
        "名称及规格",
        "供方编码",
        "数量",
        "单位",
        "不含税单价",
        "不含税金额",
        "交货日期",
    )
    rows = [[*each, ""] for each in cells(order, "number|mine|text|part|count|unit|price|amount")]
    grid = ruled(file, [heads, *rows])
    merged_down(grid, 8, 1, len(rows), f"{order.lines[0].due:%Y-%m-%d}")
    across(grid, (7, "不含税合计"), (2, comma(order.net)))
    across(grid, (7, f"增值税（{order.rate}%）"), (2, comma(order.tax)))
    across(grid, (7, "价税合计"), (2, comma(order.total)))
    for words in (
        f"二、交货地点：{order.place}",
        f"三、结算方式：{order.terms}",
        "四、包装：防潮木箱，包装费含在单价内。",
        "五、质量异议：货到30日内提出。",
        "六、违约责任：按民法典执行。",
        "七、本合同传真件、扫描件有效。",
    ):
        file.add_paragraph(words)
    ruled(file, [("需方签章：", "供方签章："), ("日期：", "日期：")])
    return saved(file)


def tables_in_frame(_random: Random, order: Order) -> Drawing:
    """The whole contract in a frame of one column: its cells hold the table of facts, the items and the articles."""
    file = word("SimSun", 10)
    frame = file.add_table(0, 1, "Table Grid")
    title, facts, items, articles, names = (frame.add_row().cells[0] for _ in range(5))
    title.text = "产 品 订 货 合 同"
    ruled(
        facts,
        [
            ("合同号", order.number, "订货日期", f"{order.date:%Y.%m.%d}"),
            ("订货单位", order.customer, "供货单位", SELLER_ZH),
        ],
    )
    heads = ("序", "品名", "型号规格", "供货方料号", "数量", "单位", "单价(含税)", "总价(含税)", "交货期")
    grid = ruled(items, [heads, *cells(order, "number|name|size|part|count|unit|price|amount|due.")])
    across(grid, (7, f"总计（含{order.rate}%增值税）"), (2, f"￥{comma(order.total)}"))
    articles.text = f"1、送货地址：{order.place}\n2、付款条件：{order.terms}\n3、供货方须随货提供合格证和送货单，送货单注明合同号。\n4、逾期每天扣罚合同额的0.1%。"
    names.text = "订货单位（盖章）：　　　　　　　　　供货单位（盖章）："
    return saved(file)


def boxed_number(_random: Random, order: Order) -> Drawing:
    """Number and day in a text box beside the title, the parties side by side by tabs, and short numbered clauses."""
    file = word("SimSun", 11)
    boxed(file.add_paragraph(), (f"合同编号：{order.number}", f"签订日期：{order.date:%Y年%m月%d日}"))
    centred(file, "购 销 合 同", 16)
    file.add_paragraph(f"供方：{SELLER_ZH}\t需方：{order.customer}")
    file.add_paragraph("经供需双方协商，达成如下协议：")
    file.add_paragraph("1. 货物清单：")
    heads = ("名称", "规格", "编码", "数量", "单价", "金额")
    grid = ruled(file, [heads, *cells(order, "name|size|part|counted|bare price|bare amount")])
    across(grid, (5, f"合计（人民币，含{order.rate}%专票）"), (1, unseparated(order.total)))
    for words in (
        f"2. 交货期：{dated(order.due)}之前到货。",
        f"3. 收货地址：{order.place}，收货人：董师傅 135****0000。",
        f"4. 付款：{order.terms}。",
        "5. 质保：一年。",
        "6. 未尽事宜双方协商解决。",
    ):
        file.add_paragraph(words)
    file.add_paragraph("供方：（章）\t\t\t\t需方：（章）")
    return saved(file)


def revised_contract(_random: Random, order: Order) -> Drawing:
    """A contract as it comes back from the buyer's lawyer: a day, a payment and a quantity struck out and replaced, as revisions."""
    file = word("SimSun", 10.5)
    centred(file, "物资采购合同", 16)
    for words in (f"合同编号：{order.number}", f"甲方：{order.customer}", f"乙方：{SELLER_ZH}"):
        file.add_paragraph(words)
    line = file.add_paragraph("合同签订日期：")
    field(line, dated(order.date))
    heads = ("序号", "物资名称", "规格型号", "乙方编码", "单位", "数量", "单价（元）", "合价（元）")
    rows = cells(order, "number|name|size|part|unit|count|bare price|bare amount")
    grid = ruled(file, [heads, *rows])
    first = order.lines[0]
    cell = grid.cell(1, 5)
    cell.text = ""
    revised(cell.paragraphs[0], plain(first.quantity + 3), plain(first.quantity), 1)
    cell = grid.cell(1, 7)
    cell.text = ""
    revised(cell.paragraphs[0], unseparated((first.quantity + 3) * first.price), unseparated(first.amount), 2)
    across(grid, (7, "合计（含税）"), (1, unseparated(order.total)))
    file.add_paragraph(f"注：以上价格均含{order.rate}%增值税，币种为人民币。")
    line = file.add_paragraph("一、交货时间：乙方应于")
    revised(line, dated(order.date), dated(order.due), 3)
    line.add_run("前交货。")
    file.add_paragraph(f"二、交货地点：{order.place}")
    line = file.add_paragraph("三、付款方式：")
    revised(line, "合同签订后一次付清", order.terms or "", 4)
    file.add_paragraph("四、其他：乙方应对产品质量负责。")
    file.add_paragraph("甲方盖章：　　　　　　　　　乙方盖章：")
    return saved(file)


def annexed(_random: Random, order: Order) -> Drawing:
    """The items in an annex behind the articles; a second annex recommends spares that nobody orders."""
    file = word("SimSun", 10.5)
    centred(file, "年度检修备件买卖合同", 16)
    for words in (
        f"合同编号：{order.number}",
        f"买方：{order.customer}",
        f"卖方：{SELLER_ZH}",
        f"签约日期：{dated(order.date)}",
        "1　合同标的：卖方按附件一《供货清单》向买方供货。",
        f"2　合同总价：人民币{comma(order.total)}元（大写：{words_of(order.total)}），含{order.rate}%增值税、包装费及运费。",
        f"3　交货：合同生效后{order.wait.zh}内，交至{order.place}。",
        f"4　付款：{order.terms}。",
        "5　质保期12个月，质保期内免费更换。",
        "6　卖方延期交货的，每日支付合同总价千分之一的违约金。",
        "7　附件一为本合同组成部分；附件二仅供买方今后采购时参考，不构成本合同的供货范围。",
    ):
        file.add_paragraph(words)
    ruled(file, [("买方（公章）：", "卖方（公章）："), ("代表：", "代表：")])
    file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    file.add_paragraph("附件一：供货清单")
    heads = ("序号", "名称", "型号", "卖方物料编码", "数量", "单位", "含税单价", "含税总价")
    grid = ruled(file, [heads, *cells(order, "number|name|size|part|count|unit|price|amount")])
    across(grid, (7, "合计"), (1, comma(order.total)))
    file.add_paragraph("")
    file.add_paragraph("附件二：推荐备件（不在本合同供货范围内）")
    ruled(
        file,
        [
            ("序号", "名称", "型号", "数量", "参考单价"),
            ("1", "冲洗过滤器", "FL-20", "2", "860.00"),
            ("2", "O型圈套件", "OK-55", "5", "240.00"),
        ],
    )
    return saved(file)


def order_letter(_random: Random, order: Order) -> Drawing:
    """A letter that orders item by item in sentences, without a table."""
    file = word("SimSun", 12)
    centred(file, "订 货 函", 16)
    file.add_paragraph(f"{SELLER_ZH}：")
    file.add_paragraph(
        f"　　根据贵公司第{order.quotation}号报价单，我公司现向贵公司订购以下货物，订单编号为{order.number}："
    )
    for each in order.lines:
        file.add_paragraph(
            f"{each.number}、{each.description}，贵司编码{each.part}，数量{plain(each.quantity)}{each.unit}，含税单价{unseparated(each.price)}元，计{unseparated(each.amount)}元。"
        )
    for words in (
        f"　　以上共计人民币{unseparated(order.total)}元（{words_of(order.total)}），含{order.rate}%增值税。",
        f"　　请于{dated(order.due)}前将货物送至{order.place}。付款方式：{order.terms}。",
        "　　请贵公司收到本函后盖章回传确认。",
    ):
        file.add_paragraph(words)
    at_right(file, order.customer)
    at_right(file, dated(order.date))
    return saved(file)


SHOP = "hand workshops"

LAYOUTS = (
    Layout("articles_contract", articles_contract, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), dates="lead", lead_unit="days", stated="place terms"), "word articles bank-data", "采购合同{number}.docx"),
    Layout("filled_blanks", filled_blanks, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), numbering=None, stated="place terms"), "word blanks", "买卖合同-{code}.docx"),
    Layout("head_grid", head_grid, Spec(kind="contract", buyers=SHOP, basis="net", customer_part=True, dates="merged"), "word head-grid merged-date", "备件合同{number}.docx"),
    Layout("tables_in_frame", tables_in_frame, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "word nested-tables", "订货合同.docx"),
    Layout("boxed_number", boxed_number, Spec(kind="contract", buyers="hand agents", describe="{zh}", also=("{zh} {size}",), numbering=None, stated="place terms"), "word text-box tabs counted-units", "购销合同{number}.docx"),
    Layout("revised_contract", revised_contract, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), stated="place terms"), "word revisions", "合同修订稿{number}.docx"),
    Layout("annexed", annexed, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), dates="lead", stated="place terms"), "word annex recommended-spares", "检修备件合同.docx"),
    Layout("order_letter", order_letter, Spec(buyers="hand agents", stated="quotation place terms", lines=(2, 4)), "word sentences", "订货函{number}.docx"),
)  # fmt: skip
