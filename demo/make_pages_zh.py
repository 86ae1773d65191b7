"""Chinese contracts and orders as PDF, each customer with a layout of its own."""

import math

from reportlab.lib.colors import Color, black, whitesmoke
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from demo.make_notation import capitals, chinese_day, comma, plain
from demo.make_paper import NOT_EMBEDDED, grid, pdf, register, words
from demo.make_values import Order

SELLER = "贝岚密封技术（天津）有限公司"
RULED = ("GRID", (0, 0), (-1, -1), 0.6, black)
SEAL_RED = Color(0.86, 0.08, 0.10, alpha=0.72)


def sales_contract(order: Order) -> bytes:
    """Return a contract in numbered clauses, with a ruled table and a block for both signatures."""
    register()
    head = ["序号", "供方物料号", "产品名称及规格", "单位", "数量", "含税单价(元)", "金额(元)"]
    rows = [
        [
            each.number,
            each.part,
            each.description,
            each.unit,
            plain(each.quantity),
            f"{each.price}",
            f"{each.amount}",
        ]
        for each in order.lines
    ]
    total = ["合计", "", "", "", "", "", f"{order.total}"]
    in_words = [f"合计人民币（大写）：{capitals(order.total)}", *[""] * 6]
    last = len(rows) + 1
    table = grid(
        [head, *rows, total, in_words],
        (12, 28, 52, 13, 15, 26, 28),
        [
            RULED,
            ("ALIGN", (0, 0), (-1, 0), "CENTER"),
            ("ALIGN", (4, 1), (-1, last), "RIGHT"),
            ("SPAN", (0, last), (5, last)),
            ("SPAN", (0, last + 1), (-1, last + 1)),
        ],
    )
    parties = grid(
        [
            [f"需方：{order.customer}", f"合同编号：{order.number}"],
            [f"供方：{SELLER}", f"签订日期：{chinese_day(order.date)}"],
            [f"报价单号：{order.quotation}", "签订地点：天津"],
        ],
        (105, 69),
        size=9.5,
    )
    clauses = [
        f"二、以上价格含{order.tax_rate}%增值税，供方随货开具增值税专用发票。",
        "三、质量要求：按供方企业标准及JB/T 1472执行，质保期为货到18个月或投运12个月，先到为准。",
        "四、交货期：合同生效后6周内。",
        f"五、交货地点：{order.place}，运费由供方承担。",
        f"六、结算方式：{order.payment_terms}。",
        "七、违约责任：按《中华人民共和国民法典》有关规定执行。",
        "八、争议解决：双方协商解决，协商不成的向需方所在地人民法院起诉。",
        "九、本合同一式两份，双方盖章后生效，传真件有效。",
    ]
    signatures = grid(
        [
            ["需方（盖章）", "供方（盖章）"],
            [f"单位名称：{order.customer}", f"单位名称：{SELLER}"],
            ["地址：云岫市泵业大道8号", "地址：天津市贝岚路66号"],
            ["委托代理人：梁素秋", "委托代理人：沈越"],
            ["开户行：云岫银行营业部", "开户行：津港银行贝岚支行"],
            ["账号：6600 1122 3344 5566", "账号：1200 8899 7766 5544"],
            ["电话：0570-5550118", "电话：022-55501266"],
        ],
        (87, 87),
        [("BOX", (0, 0), (0, -1), 0.6, black), ("BOX", (1, 0), (1, -1), 0.6, black)],
    )
    story: list[Flowable] = [
        words("工矿产品购销合同", 17, align="center", space=10),
        parties,
        Spacer(1, 4 * mm),
        words("一、产品名称、规格、数量、金额", 9.5, space=3),
        table,
        Spacer(1, 3 * mm),
        *(words(each, 9.5, space=3) for each in clauses),
        Spacer(1, 5 * mm),
        signatures,
    ]
    return pdf(story, "购销合同")


def erp_contract(order: Order) -> bytes:
    """Return a landscape print of an ERP system: boxes at the head, a date and tax sums, page number."""
    register()
    head = [
        "行号",
        "物料编码",
        "供方型号",
        "图号",
        "物料描述",
        "数量",
        "单位",
        "不含税单价",
        "不含税金额",
        "交货日期",
    ]
    rows = [
        [
            *(each.number, each.customer_part, each.part, each.drawing, each.description),
            *(comma(each.quantity, 3), each.unit, comma(each.price), comma(each.amount), f"{each.delivery}"),
        ]
        for each in order.lines
    ]
    table = grid(
        [head, *rows],
        (14, 22, 27, 32, 49, 18, 13, 27, 29, 25),
        [RULED, ("BACKGROUND", (0, 0), (-1, 0), whitesmoke), *_right(5, 7, 8)],
    )
    boxes = grid(
        [
            ["甲方（采购方）", order.customer, "合同编号", order.number],
            ["乙方（供应商）", SELLER, "签约日期", f"{order.date}"],
            ["收货地址", order.place or "", "贵方报价", order.quotation or ""],
            ["付款条件", order.payment_terms or "", "币别", "人民币 CNY"],
        ],
        (32, 118, 28, 78),
        [RULED, ("BACKGROUND", (0, 0), (0, -1), whitesmoke), ("BACKGROUND", (2, 0), (2, -1), whitesmoke)],
        size=9,
    )
    sums = grid(
        [
            ["不含税合计", comma(order.net)],
            [f"增值税（{order.tax_rate}%）", comma(order.tax)],
            ["价税合计", comma(order.total)],
        ],
        (40, 32),
        [RULED, ("ALIGN", (1, 0), (1, -1), "RIGHT")],
    )
    sums.hAlign = "RIGHT"
    remarks = (
        "说明：1. 乙方须按行交货日期送达，延期到货按日收取该行货款0.5‰的违约金，累计不超过合同总额的5%。"
        "2. 送货单须注明合同编号及行号。3. 技术要求按随附图纸执行，图纸版本变更须经甲方书面确认。"
    )
    story = [
        words("采 购 合 同", 16, align="center", space=8),
        boxes,
        Spacer(1, 4 * mm),
        table,
        Spacer(1, 2 * mm),
        sums,
        Spacer(1, 4 * mm),
        words(remarks, 8.5, space=8),
        grid([["甲方代表：高启明", "乙方代表："]], (128, 128), size=9),
        Spacer(1, 4 * mm),
        grid([["打印时间 2026-11-18 15:42:07", "操作员 P0219", "第 1 页 共 1 页"]], (180, 40, 36), size=7),
    ]
    return pdf(story, order.number, size=landscape(A4), margin=16)


def striped_order(order: Order) -> bytes:
    """Return an order without rulings: grey stripes, a font that is not embedded, totals at the right."""
    register()
    font = NOT_EMBEDDED
    head = ["项次", "产品编码", "品名规格", "数量", "单位", "含税单价", "含税金额"]
    rows = [
        [
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        ]
        for each in order.lines
    ]
    stripes = [("BACKGROUND", (0, row), (-1, row), whitesmoke) for row in range(2, len(rows) + 1, 2)]
    table = grid(
        [head, *rows],
        (14, 26, 56, 16, 14, 24, 26),
        [("LINEBELOW", (0, 0), (-1, 0), 1, black), *_right(3, 5, 6), *stripes],
        font=font,
        size=9,
    )
    lines = [
        f"采购单号：{order.number}",
        f"下单日期：{order.date:%Y/%m/%d}",
        f"供 应 商：{SELLER}",
        f"报价编号：{order.quotation}",
        f"交货日期：{order.delivery:%Y/%m/%d}",
        f"送货地址：{order.place}",
        f"付款方式：{order.payment_terms}",
    ]
    story = [
        words(order.customer, 15, font, "center", 4),
        words("采购订单", 13, font, "center", 10),
        *(words(each, 9.5, font, space=1) for each in lines),
        Spacer(1, 5 * mm),
        table,
        Spacer(1, 3 * mm),
        words(f"总金额（含{order.tax_rate}%增值税）：￥{comma(order.total)}", 10, font, "right", 10),
        words(
            "备注：请于两个工作日内签字回传确认，逾期视为接受。发票请寄：海澜湾化工财务部 0536-5550190。",
            9,
            font,
        ),
    ]
    return pdf(story, "采购订单")


def sealed_order(order: Order) -> bytes:
    """Return an order with a red seal over its numbers; the delivery date stands once for all lines."""
    register()
    head = ["序号", "产品编号", "名称及型号", "数量", "单位", "单价", "总价", "交货日期"]
    rows = [
        [
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            f"{each.price}",
            f"{each.amount}",
            "",
        ]
        for each in order.lines
    ]
    rows[0][-1] = f"{order.lines[0].delivery}"
    total = [f"金额合计（大写）{capitals(order.total)}", *[""] * 4, "小写", f"¥{order.total}", ""]
    end = len(rows)
    table = grid(
        [head, *rows, total],
        (12, 24, 47, 14, 13, 23, 25, 22),
        [
            *(RULED, ("ALIGN", (3, 1), (3, -1), "CENTER")),
            *_right(5, 6),
            ("SPAN", (7, 1), (7, end)),
            ("SPAN", (0, end + 1), (4, end + 1)),
        ],
        size=9,
    )
    parties = grid(
        [
            [f"订货单位：{order.customer}", f"订单编号：{order.number}"],
            [f"供货单位：{SELLER}", f"日期：{chinese_day(order.date)}"],
        ],
        (112, 68),
        size=9.5,
    )
    terms = [
        f"一、根据贵司报价 {order.quotation} 订货，单价为含税价，税率{order.tax_rate}%。",
        f"二、到货地点：{order.place}。",
        f"三、付款条件：{order.payment_terms}。",
        "四、随货提供合格证、材质证明（EN10204-3.1）各2份。",
    ]
    story = [
        words("订 货 单", 18, align="center", space=10),
        parties,
        Spacer(1, 3 * mm),
        table,
        Spacer(1, 4 * mm),
        *(words(each, 9.5, space=3) for each in terms),
        Spacer(1, 10 * mm),
        grid([["采购专用章：", "经办人：顾延平"]], (90, 90), size=10),
    ]
    return pdf(story, "订货单", margin=15, decorate=_seal)


def _right(*columns: int) -> list[tuple[object, ...]]:
    return [("ALIGN", (each, 0), (each, -1), "RIGHT") for each in columns]


def _seal(canvas: Canvas) -> None:
    """Draw a round seal with a star over the prices of the lower lines."""
    x, y, radius = 150 * mm, 221 * mm, 17 * mm
    canvas.saveState()
    canvas.setStrokeColor(SEAL_RED)
    canvas.setFillColor(SEAL_RED)
    canvas.setLineWidth(2.4)
    canvas.circle(x, y, radius)
    canvas.setLineWidth(0.7)
    canvas.circle(x, y, radius - 2 * mm)
    star = canvas.beginPath()
    for point in range(10):
        reach = 6 * mm if point % 2 == 0 else 2.3 * mm
        angle = math.pi / 2 + point * math.pi / 5
        place = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        star.lineTo(*place) if point else star.moveTo(*place)
    star.close()
    canvas.drawPath(star, stroke=0, fill=1)
    canvas.restoreState()
