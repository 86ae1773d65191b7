"""Lists of dot-matrix printers, and sums that are carried forward."""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import MONO, page, row, table, text
from bench.layouts.notation import capitals, comma, plain, unseparated, wide
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.post import aligned
from bench.layouts.traits.shapes import GRID, OPEN, RIGHT, said
from bench.layouts.values import Order


def matrix_list(_random: Random, order: Order) -> Drawing:
    """A list of a dot-matrix printer as a text file, its columns made of blanks."""
    widths = (4, 14, 30, 16, -8, 4, -12, -14)
    lines = [
        f"{'':30}采 购 订 单",
        "",
        f"购货单位：{order.customer}",
        f"订单编号：{order.number:24}单据日期：{order.date:%Y/%m/%d}",
        f"供货单位：{SELLER_ZH}",
        f"交货地点：{order.place}",
        "=" * 112,
        aligned(("行", "物料代码", "名称规格", "供方代码", "数量", "单位", "含税单价", "含税金额"), widths),
        "-" * 112,
    ]
    half = len(order.lines) // 2
    running = Decimal(0)
    for at, each in enumerate(order.lines):
        if at == half and half:
            lines += [
                aligned(("", "", "过次页", "", "", "", "", unseparated(running)), widths),
                "=" * 112, "\f" + aligned(("行", "物料代码", "名称规格", "供方代码", "数量", "单位", "含税单价", "含税金额"), widths), "-" * 112,
                aligned(("", "", "承前页", "", "", "", "", unseparated(running)), widths),
            ]  # fmt: skip
        running += each.amount
        lines.append(
            aligned(
                (
                    each.number,
                    each.customer_part,
                    each.description,
                    each.part,
                    plain(each.quantity),
                    each.unit,
                    unseparated(each.price),
                    unseparated(each.amount),
                ),
                widths,
            )
        )
    lines += [
        "-" * 112,
        aligned(("", "", "合    计", "", "", "", "", unseparated(order.total)), widths),
        f"金额大写：{capitals(order.total)}",
        f"税率：{order.rate}%   付款条件：{order.terms}   要求交货日期：{order.due:%Y/%m/%d}",
        "制表：          审核：          批准：",
    ]
    return "\r\n".join(lines).encode("gb18030")


def matrix_print(_random: Random, order: Order) -> Drawing:
    """The print of a dot-matrix printer as a PDF: full-width labels, rules made of signs."""
    widths = (4, 26, 15, -7, 4, -11, -12, 11)
    lines = [
        f"{'':34}外　购　通　知　单",
        f"单位名称：{order.customer}",
        f"单　　号：{wide(order.number)}　　　　下单日期：{order.date:%Y-%m-%d}",
        f"送货单位：{SELLER_ZH}",
        "┄" * 48,
        aligned(("NO", "品名／规格", "料号", "数量", "单位", "单价", "金额", "交期"), widths),
        "┄" * 48,
    ]
    lines += [
        aligned(
            (
                each.number,
                each.description,
                each.part,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
                f"{each.due:%Y-%m-%d}",
            ),
            widths,
        )
        for each in order.lines
    ]
    lines += [
        "┄" * 48,
        f"总　金　额：{comma(order.total)}　元（含增值税{order.rate}％）",
        f"结算方式：{order.terms}",
        f"依据报价单：{order.quotation}",
        "＊＊＊　请于收到后二日内回签　＊＊＊",
    ]
    body = "".join(f"<div>{text(each) or '&nbsp;'}</div>" for each in lines)
    return page(
        body,
        "div{white-space:pre;font-size:8pt;line-height:13pt}",
        size="241mm 279mm",
        margin="9mm",
        font=MONO,
    )


def carried_pages(_random: Random, order: Order) -> Drawing:
    """A British order over two pages: a sum carried forward and brought forward, headings repeated."""
    half = max(1, len(order.lines) // 2)
    heads = (
        "Line",
        "Stock code",
        "Description of goods",
        "Your product code",
        "Qty",
        "Unit",
        "Price each",
        "Line value",
    )

    def rows(lines: tuple[object, ...]) -> str:
        return "".join(
            row(
                (
                    each.number,
                    each.customer_part,
                    each.description,
                    each.part,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                )
            )
            for each in order.lines
            if each in lines
        )

    carried = sum((each.amount for each in order.lines[:half]), Decimal(0))
    head = f"<p>{text(order.customer)} &nbsp; PURCHASE ORDER {order.number} &nbsp; Page %d of 2</p>"
    sums = f"<p class=s>Goods total GBP {comma(order.net)}</p><p class=s>VAT @ {order.rate}% {comma(order.tax)}</p><p class=s>Order total GBP {comma(order.total)}</p>"
    body = (
        head % 1
        + said(
            [
                ("To", SELLER_EN),
                ("Order date", f"{order.date:%d %b %Y}"),
                ("Your quotation ref", order.quotation),
                ("Deliver to", order.place),
                ("Required by", f"{order.due:%d %b %Y}"),
                ("Terms of payment", order.terms),
                ("Delivery terms", order.incoterms),
            ],
            ": ",
        )
        + table(
            heads,
            (),
            foot=rows(order.lines[:half])
            + f"<tr><td colspan=7>Carried forward</td><td>{comma(carried)}</td></tr>",
        )
        + "<div style='page-break-before:always'></div>"
        + head % 2
        + table(
            heads,
            (),
            foot=f"<tr><td colspan=7>Brought forward</td><td>{comma(carried)}</td></tr>"
            + rows(order.lines[half:]),
        )
        + sums
        + "<p>Prices exclude VAT. Please acknowledge within 3 working days.</p>"
    )
    return page(body, OPEN + ".s{text-align:right}")


def noted_rows(_random: Random, order: Order) -> Drawing:
    """A ruled order with rows of notes between its items."""
    notes = ("注：本项须随附3.1材质证明一份", "需打标识，位号P-2101A/B", "包装：单件木箱，毛重不超过35公斤")
    rows = ""
    for at, each in enumerate(order.lines):
        rows += row(
            (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
            )
        )
        rows += f"<tr><td></td><td colspan=6>{notes[at % 3]}</td></tr>"
    heads = ("项目", "供应商编号", "物料短文本", "数量", "单位", "净价", "总净价")
    body = (
        f"<p style='text-align:right'>{text(order.customer)}<br>{order.buyer.street_zh}</p><h2>采购订单 {order.number}</h2>"
        + said(
            [
                ("供应商", SELLER_ZH),
                ("下单日期", f"{order.date:%Y年%m月%d日}"),
                ("参照报价", order.quotation),
                ("交货日期", f"{order.due:%Y年%m月%d日}"),
                ("付款期限", order.terms),
            ],
            " : ",
        )
        + table(heads, (), foot=rows)
        + f"<p>净值总计　CNY {comma(order.net)}</p><p>{order.rate}% 增值税　CNY {comma(order.tax)}</p><p>订单总值　CNY {comma(order.total)}</p>"
        + f"<p>收货方地址 : {text(order.place)}</p>"
    )
    return page(body, GRID + RIGHT)


LAYOUTS = (
    Layout("matrix_list", matrix_list, Spec(buyers="institutes", customer_part=True, dates="header", lines=(4, 9), stated="place terms"), "dot-matrix carried text", "DD{number}.txt"),
    Layout("matrix_print", matrix_print, Spec(buyers="dealers", dates="lines", stated="quotation terms"), "dot-matrix full-width", "通知单{number}.pdf"),
    Layout("carried_pages", carried_pages, Spec(language="en", buyers="britain", currency="GBP", basis="net", rate=20, customer_part=True, describe="{en} {size}", units="en", dates="header", lines=(4, 8), stated="quotation place terms incoterms", quoted_rate=20), "carried unruled multi-page", "{code}-{number}.pdf"),
    Layout("noted_rows", noted_rows, Spec(buyers="dealers", basis="net", numbering=(10, 1), dates="header"), "ruled notes", "PO{number}.pdf"),
)  # fmt: skip
