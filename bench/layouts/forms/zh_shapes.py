"""Cells, columns and blocks that the Chinese forms are put together from."""

# ruff: noqa: E501 - a piece of markup stays a line

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from bench.layouts.markup import row, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.values import Line, Order, cents

GRID = (
    ".items{width:100%;margin:1.5mm 0}.items td,.items th{border:.8px solid #000;padding:2px 3px;"
    "font-weight:normal;font-size:8pt}"
)
LINES = (
    ".items{width:100%;margin:1.5mm 0}.items td,.items th{padding:2px 4px;font-weight:normal;font-size:8.5pt;"
    "text-align:left}.items thead th{border-top:1px solid #000;border-bottom:1px solid #000}"
)
HEAD = (
    ".head{width:100%;margin:1mm 0}.head td{padding:1.5px 4px;vertical-align:top}.frame{width:100%;margin:0}"
    ".frame td{border:.8px solid #000;padding:3px 4px;vertical-align:top}h2,h3{text-align:center;margin:1.5mm 0}"
    ".s{font-size:7.5pt;color:#333}.c{text-align:center}.r{text-align:right}p{margin:1mm 0}"
)
BREAK = "<div style='page-break-before:always'></div>"


def _tax(line: Line) -> str:
    return comma((line.gross_amount or line.amount) - line.amount)


def without_tax(order: Order, amount: Decimal) -> Decimal:
    """Return what a gross amount is without the tax."""
    return cents(amount * 100 / (100 + (order.rate or 0)))


CELLS: dict[str, Callable[[Order, Line], object]] = {
    "number": lambda _, each: each.number,
    "mine": lambda _, each: each.customer_part,
    "part": lambda _, each: each.part,
    "second": lambda _, each: each.second_part,
    "drawing": lambda _, each: each.drawing,
    "name": lambda _, each: each.zh,
    "size": lambda _, each: each.size,
    "text": lambda _, each: each.description,
    "en": lambda _, each: each.en,
    "count": lambda _, each: plain(each.quantity),
    "count2": lambda _, each: comma(each.quantity),
    "counted": lambda _, each: f"{plain(each.quantity)}{each.unit}",
    "unit": lambda _, each: each.unit,
    "price": lambda _, each: comma(each.price),
    "bare price": lambda _, each: unseparated(each.price),
    "price4": lambda _, each: unseparated(each.price, 4),
    "price6": lambda _, each: unseparated(each.price, 6),
    "per": lambda _, each: each.per,
    "amount": lambda _, each: comma(each.amount),
    "bare amount": lambda _, each: unseparated(each.amount),
    "gross price": lambda _, each: comma(each.gross_price or each.price),
    "gross amount": lambda _, each: comma(each.gross_amount or each.amount),
    "net price": lambda order, each: comma(without_tax(order, each.price)),
    "tax": lambda _, each: _tax(each),
    "rate": lambda order, _: f"{order.rate}%",
    "rate2": lambda order, _: f"{order.rate}.00",
    "due-": lambda _, each: f"{each.due:%Y-%m-%d}",
    "due/": lambda _, each: f"{each.due:%Y/%m/%d}",
    "due.": lambda _, each: f"{each.due:%Y.%m.%d}",
    "lead": lambda _, each: each.lead and each.lead.zh,
    "-": lambda *_: "",
    "/": lambda *_: "/",
}
"""What a cell of a line says, by a short name."""


def cells(order: Order, names: str) -> list[list[object]]:
    """Return the rows of the items, their cells by the names of `CELLS`, separated by bars."""
    wanted = names.split("|")
    return [[CELLS[each](order, line) for each in wanted] for line in order.lines]


def spread(pairs: Sequence[tuple[str, object]], count: int, *, name: str = "head", mark: str = "：") -> str:
    """Return labels with their values in the same cell, `count` in a row."""
    shown = [f"<td>{label}{mark}{text(value)}</td>" for label, value in pairs]
    rows = ["".join(shown[at : at + count]) for at in range(0, len(shown), count)]
    return f"<table class={name}>" + "".join(f"<tr>{each}</tr>" for each in rows) + "</table>"


def framed(pairs: Sequence[tuple[str, object]], count: int, mark: str = "") -> str:
    """Return a ruled table of cells with labels and cells with values, `count` pairs in a row."""
    rows = ""
    for at in range(0, len(pairs), count):
        chosen = pairs[at : at + count]
        rows += row([one for label, value in chosen for one in (f"<td>{label}{mark}</td>", value)])
    return f"<table class=frame>{rows}</table>"


def spanned(*parts: tuple[int, object]) -> str:
    """Return a row of a table whose cells span so many columns each."""
    return "<tr>" + "".join(f"<td colspan={width}>{text(each)}</td>" for width, each in parts) + "</tr>"


def paragraphs(texts: Iterable[str], name: str = "") -> str:
    """Return a paragraph for each text, which may hold markup."""
    return "".join(f"<p class='{name}'>{each}</p>" for each in texts)


def signed(order: Order, seller: str, words: tuple[str, str] = ("需方", "供方"), name: str = "frame") -> str:
    """Return the block of two parties that sign a contract, with their banks and addresses."""
    labels = (
        "单位名称（章）",
        "单位地址",
        "法定代表人",
        "委托代理人",
        "电　　话",
        "税　　号",
        "开户银行",
        "账　　号",
        "邮政编码",
    )
    ours = (
        seller,
        "天津市西青区贝岚路66号",
        "",
        "",
        "022-5550 1966",
        "91120111MA05KX7Q2L",
        "津港银行贝岚支行",
        "1200889977665544",
        "300385",
    )
    theirs = (
        order.customer,
        order.buyer.street_zh,
        "",
        "",
        "0599-5550 6231",
        "91350700MA2XT40R6C",
        f"{order.buyer.city_zh}银行营业部",
        "6600223144719902",
        "354000",
    )
    rows = "".join(
        row((f"{label}：{mine}", f"{label}：{other}"))
        for label, mine, other in zip(labels, theirs, ours, strict=True)
    )
    return f"<table class={name}>{row((f'<td class=c>{words[0]}</td>', f'<td class=c>{words[1]}</td>'))}{rows}</table>"


def dated(day: dt.date) -> str:
    """Return a day as 2026年3月5日."""
    return chinese_day(day)


def words_of(amount: Decimal) -> str:
    """Return an amount in Chinese capitals."""
    return capitals(amount)
