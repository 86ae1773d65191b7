"""The columns of a composed paper's items, and its sums."""

# ruff: noqa: E501 - a choice between lists of words stays a line

from collections.abc import Sequence
from decimal import Decimal

from bench.layouts import notation
from bench.layouts.broad.speech import (
    CURRENCIES,
    NAMES,
    Column,
    Pair,
    Speech,
    count,
    day_of,
    is_chinese,
    number,
)
from bench.layouts.broad.style import Style
from bench.layouts.broad.wording import HEADS
from bench.layouts.values import Line, Order


def columns(style: Style, speech: Speech, order: Order) -> tuple[list[Column], list[tuple[str, ...]]]:
    """Return the columns, and the texts below the description of each item."""
    lines = order.lines
    below: list[list[str]] = [[] for _ in lines]
    texts = _texts(style, speech, lines)
    codes = _codes(style, speech, order)
    delivery = _delivery(style, speech, order)
    if style.codes != "columns" and style.tabled:
        for column in codes:
            for at, each in enumerate(column.cells):
                if each:
                    below[at].append(f"{column.head.replace(chr(10), ' ')}{style.colon or ' '}{each}".strip())
        codes = []
        if delivery and not style.merged and style.chance("below").random() < 0.5:
            for at, each in enumerate(delivery[0].cells):
                below[at].append(f"{delivery[0].head.replace(chr(10), ' ')}{style.colon or ' '}{each}")
            delivery = []
    first = _plain(speech, "number", [each.number or "" for each in lines])
    numbered = [first] if lines[0].number is not None else []
    figures = _figures(style, speech, order)
    extra = _extra(style, lines)
    ways = {
        "usual": [*numbered, *codes, *texts, *figures, *delivery, *extra],
        "codes last": [*numbered, *texts, *figures, *delivery, *codes, *extra],
        "quantity first": [*numbered, *figures[:2], *codes, *texts, *extra, *figures[2:], *delivery],
        "date first": [*numbered, *codes, *texts, *delivery, *extra, *figures],
    }
    return ways[style.order_of_columns], [tuple(each) for each in below]


def _plain(
    speech: Speech,
    key: str,
    cells: Sequence[str],
    *,
    right: bool = False,
    over: str = "",
    name: str = "",
) -> Column:
    head = speech.say(HEADS, name or key)
    return Column(key, head, tuple(cells), right, over)


def _texts(style: Style, speech: Speech, lines: Sequence[Line]) -> list[Column]:
    if style.split_name:
        names = [each.description.removesuffix(each.size).strip() for each in lines]
        return [
            _plain(speech, "name", names),
            _plain(speech, "size", [each.size for each in lines]),
        ]
    return [_plain(speech, "description", [each.description for each in lines])]


def _codes(style: Style, speech: Speech, order: Order) -> list[Column]:
    spec = style.spec
    key = "part" if spec.customer_part or style.chance("whose").random() < 0.6 else "only part"
    found = [_plain(speech, key, [each.part or "" for each in order.lines])]
    if spec.customer_part:
        found.append(_plain(speech, "customer part", [each.customer_part or "" for each in order.lines]))
    if spec.drawing:
        found.append(_plain(speech, "drawing", [each.drawing or "" for each in order.lines]))
    style.chance("codes").shuffle(found)
    return found


def _figures(style: Style, speech: Speech, order: Order) -> list[Column]:
    """Return quantity, unit, prices and amount."""
    lines = order.lines
    found: list[Column] = []
    counts = [count(style, each.quantity) for each in lines]
    if style.unit_beside:
        found.append(
            _plain(
                speech,
                "quantity",
                [f"{text} {each.unit}" for text, each in zip(counts, lines, strict=True)],
                right=True,
            )
        )
    else:
        pair = [
            _plain(speech, "quantity", counts, right=True),
            _plain(speech, "unit", [each.unit for each in lines]),
        ]
        found += reversed(pair) if style.chance("unit first").random() < 0.35 else pair
    basis = {"gross": "gross", "net": "net"}.get(order.basis, "plain") if style.prices == "said" else "plain"
    over = {"en": "Price", "de": "Preis"}.get(style.language, speech.own("价格"))
    grouped = over if style.grouped and style.tabled else ""
    money = f"({NAMES[order.currency]})" if style.currency_at == "heading" else ""
    if style.spec.discount:
        found.append(
            _plain(
                speech,
                "list",
                [number(style, each.list_price or each.price) for each in lines],
                right=True,
                over=grouped,
            )
        )
        found.append(
            _plain(
                speech,
                "discount",
                [
                    f"{notation.plain(each.discount or Decimal(0))}".replace(
                        ".", "," if style.notation == "german" else "."
                    )
                    for each in lines
                ],
                right=True,
                over=grouped,
            )
        )
        basis = "discounted" if basis == "plain" else basis
    if order.basis == "both":
        return [*found, *_both(style, speech, order)]
    price = _plain(
        speech,
        "price",
        [number(style, each.price) for each in lines],
        right=True,
        over=grouped,
        name=f"price/{basis}",
    )
    found.append(_with_currency(price, money))
    if any(each.per is not None for each in lines) and style.chance("per").random() < 0.5:
        cells = [f"{cell} / {each.per or 1}" for cell, each in zip(price.cells, lines, strict=True)]
        found[-1] = Column("price", found[-1].head, tuple(cells), right=True, over=grouped)
    elif any(each.per is not None for each in lines):
        found.append(_plain(speech, "per", [str(each.per or 1) for each in lines], right=True))
    if (
        order.rate is not None
        and order.basis == "gross"
        and style.prices != "said"
        and style.chance("rate column").random() < 0.5
    ):
        found.append(_plain(speech, "rate", [f"{order.rate}%" for _ in lines], right=True))
    basis = "plain" if basis == "discounted" else basis
    amount = _plain(
        speech,
        "amount",
        [number(style, each.amount) for each in lines],
        right=True,
        over=grouped,
        name=f"amount/{basis}",
    )
    found.append(_with_currency(amount, money))
    return found


def _both(style: Style, speech: Speech, order: Order) -> list[Column]:
    """Return net and gross columns side by side, in either order."""
    lines = order.lines
    sides = [
        [
            _plain(speech, "price", [number(style, each.price) for each in lines], right=True, name="price/net"),
            _plain(speech, "net amount", [number(style, each.amount) for each in lines], right=True, name="amount/net"),
        ],
        [
            _plain(speech, "gross price", [number(style, each.gross_price or Decimal(0)) for each in lines], right=True, name="price/gross"),
            _plain(speech, "amount", [number(style, each.gross_amount or Decimal(0)) for each in lines], right=True, name="amount/gross"),
        ],
    ]  # fmt: skip
    rate = _plain(speech, "rate", [f"{order.rate}%" for _ in lines], right=True)
    if style.chance("both").random() < 0.5:
        return [sides[0][0], sides[1][0], rate, sides[0][1], sides[1][1]]
    return [*sides[0], rate, *sides[1]]


def _with_currency(column: Column, money: str) -> Column:
    """Return a column of money with the currency in its heading, inside the brackets that stand there."""
    if not money:
        return column
    inside = column.head.endswith((")", "）"))
    comma = "，" if column.head.endswith("）") else ", "
    head = f"{column.head[:-1]}{comma}{money[1:-1]}{column.head[-1]}" if inside else column.head + money
    return Column(column.key, head, column.cells, column.right, column.over)


def _delivery(style: Style, speech: Speech, order: Order) -> list[Column]:
    if all(each.delivery is not None for each in order.lines):
        return [_plain(speech, "delivery", [day_of(style, each.due) for each in order.lines])]
    if all(each.lead is not None for each in order.lines):
        leads = [each.lead for each in order.lines if each.lead]
        return [
            _plain(
                speech,
                "lead",
                [speech.own(each.zh) if is_chinese(style) else each.en for each in leads],
            )
        ]
    return []


EXTRA = {
    "zh": (("品牌", "贝岚"), ("备注", "急"), ("位号", "P-1{at}03A"), ("申请单号", "PR26{at}817"), ("仓库", "备件库"), ("单重(kg)", "{at}.5")),
    "en": (("Tag no.", "P-1{at}03A"), ("Brand", "Beilan"), ("Req. no.", "10{at}817"), ("Plant", "PL0{at}"), ("HS code", "8484.20"), ("Weight kg", "{at}.5")),
    "de": (("Bemerkung", "P-1{at}03A"), ("Werk", "W0{at}"), ("BANF", "10{at}817")),
}  # fmt: skip


def _extra(style: Style, lines: Sequence[Line]) -> list[Column]:
    if not style.tabled or not style.decoy_columns:
        return []
    chosen = style.chance("extra").sample(EXTRA.get(style.language, EXTRA["zh"]), style.decoy_columns)
    return [
        Column("extra", head, tuple(cell.format(at=at % 9 + 1) for at in range(len(lines))))
        for head, cell in chosen
    ]


def sums(style: Style, speech: Speech, order: Order) -> tuple[list[Pair], list[str]]:
    """Return the sums below the items, and what sentences say of prices."""
    random = style.chance("sums")
    sign = (
        {"CNY": random.choice(("¥", "￥", "")), "USD": "USD ", "EUR": "EUR ", "GBP": "GBP "}[order.currency]
        if style.currency_at == "total"
        else ""
    )
    if style.currency_at == "total" and order.currency == "CNY" and not sign:
        sign = "人民币 " if is_chinese(style) else "RMB "
    pairs: list[Pair] = []
    said: list[str] = []
    chinese = is_chinese(style)
    if order.basis in {"net", "both"} and order.rate is not None:
        pairs.append((speech.label("net"), number(style, order.net)))
        pairs.append((f"{speech.label('tax')} {order.rate}%", number(style, order.tax)))
        if style.prices != "said" and order.basis == "net":
            said.append(
                {
                    True: f"以上单价不含税，增值税税率{order.rate}%。",
                    False: f"All prices are exclusive of VAT at {order.rate}%.",
                }[chinese]
                if style.language != "de"
                else f"Alle Preise zuzüglich {order.rate}% MwSt."
            )
    if order.basis == "gross" and style.prices != "said":
        said.append(f"以上价格均含{order.rate}%增值税。")
    final = (
        "total/gross"
        if order.basis == "gross" and style.prices == "said"
        else "total/plain"
        if order.basis not in {"net", "both"}
        else "total/gross"
    )
    pairs.append((speech.label(final), f"{sign}{number(style, order.total)}"))
    if style.currency_at == "sentence":
        name = CURRENCIES[order.currency][0]
        said.append(
            f"以上金额均以{name}计价。"
            if chinese
            else {"de": f"Alle Preise in {order.currency}."}.get(
                style.language, f"All prices in {order.currency}."
            )
        )
    if style.words_for_total and order.currency == "CNY":
        label = random.choice(("人民币大写", "大写", "合计人民币（大写）", "金额大写"))
        pairs.append((speech.own(label), speech.own(notation.capitals(order.total))))
    elif order.currency in {"USD", "EUR", "GBP"} and style.language == "en" and random.random() < 0.3:
        pairs.append(
            (
                random.choice(("Amount in words", "Say", "In words")),
                f"{CURRENCIES[order.currency][1]} {notation.in_words(order.total)} only",
            )
        )
    return pairs, [speech.own(each) for each in said]
