"""The header data of a composed paper, and who speaks in it."""

# ruff: noqa: C901 - what is printed is decided field by field

from bench.layouts import notation
from bench.layouts.broad.speech import CURRENCIES, Pair, Speech, buyer_of, day_of, is_chinese, seller_of
from bench.layouts.broad.style import Style
from bench.layouts.broad.wording import DECOYS, Words
from bench.layouts.parties import SELLER_STREET_EN, SELLER_STREET_ZH
from bench.layouts.script import traditional
from bench.layouts.values import Order


def letterhead(style: Style, order: Order) -> tuple[str, ...]:
    """Return what stands at the head of the paper: the buyer and his street, or nothing."""
    if style.buyer_at not in {"letterhead", "both"} and style.dress != "american":
        return ()
    street = order.buyer.street_zh if is_chinese(style) else order.buyer.street_en
    return (buyer_of(style, order), street)


def facts(style: Style, speech: Speech, order: Order) -> tuple[list[Pair], list[Pair]]:
    """Return the header data that stands above the items, and what stands below them."""
    random = style.chance("facts")
    kind = style.kind
    number = (speech.label(f"number/{kind}"), order.number)
    date = (speech.label(f"date/{kind}"), day_of(style, order.date))
    facts: list[Pair] = [number, date]
    if style.buyer_at in {"label", "both"}:
        facts.append((speech.label(f"buyer/{kind}"), buyer_of(style, order)))
    facts.append((speech.label(f"seller/{kind}"), seller_of(style)))
    further: list[Pair] = []
    if order.quotation:
        further.append((speech.label("quotation"), order.quotation))
    if style.currency_at == "label":
        random_name = style.chance("currency").choice(
            [order.currency, *CURRENCIES[order.currency][: 2 if is_chinese(style) else 0]]
        )
        further.append((speech.label("currency"), random_name))
    if order.delivery is not None:
        weekly = style.spec.dates == "week"
        text = (
            f"{'KW' if style.language == 'de' else 'CW'} {notation.week(order.delivery)}"
            if weekly
            else day_of(style, order.delivery)
        )
        further.append((speech.label("week" if weekly else "delivery"), text))
    if order.lead is not None:
        further.append((speech.label("lead"), _lead(style, order.lead.zh, order.lead.en)))
    if order.place:
        place = (
            f"{order.buyer.place_zh} {order.buyer.place_en}"
            if style.language == "mixed" and order.buyer.zh
            else order.place
        )
        further.append((speech.label("place"), place))
    if order.terms:
        further.append((speech.label("terms"), order.terms))
    if order.incoterms:
        further.append((speech.label("incoterms"), order.incoterms))
    if order.rate is not None and order.basis == "gross" and style.prices == "said":
        further.append((speech.label("rate"), f"{order.rate}%"))
    random.shuffle(further)
    cut = random.choice((0, len(further) // 2, len(further), len(further)))
    if style.facts == "sentence":
        # Number, day and buyer stand in the sentence above.
        facts = [each for each in facts[2:] if each[1] != buyer_of(style, order)]
    decoys = [tuple(each.split("|")) for each in speech.some(DECOYS, style.decoys, "decoys")]
    above = facts + further[:cut]
    for one in decoys:
        above.insert(random.randrange(min(1, len(above)), len(above) + 1), (one[0], one[1]))
    if random.random() < 0.4 and style.facts != "sentence":
        above = [*above[2:], *above[:2]] if random.random() < 0.5 else [above[1], above[0], *above[2:]]
    return above, further[cut:]


OPTIONS = {
    "zh": ("□货到付款　☑{}　□银行承兑汇票", "☐ 预付全款 ☒ {} ☐ 其他", "( )货到付款 (√){} ( )其他"),
    "en": ("[ ] cash on delivery  [x] {}  [ ] letter of credit", "☐ advance payment ☒ {} ☐ other"),
    "de": ("☐ Vorkasse ☒ {} ☐ Sonstiges",),
}  # fmt: skip


def dressed(style: Style, pairs: list[Pair]) -> list[Pair]:
    """Return the facts with options to tick, or without those that stand in blocks of addresses."""
    speech = Speech(style)
    if style.dress == "ticks":
        terms = speech.label("terms")
        shown = style.chance("options").choice(OPTIONS.get(style.language, OPTIONS["zh"]))
        return [
            (label, speech.own(shown.format(value)) if label == terms else value) for label, value in pairs
        ]
    if style.dress == "american":
        blocks = {
            speech.label("place"),
            speech.label(f"seller/{style.kind}"),
            speech.label(f"buyer/{style.kind}"),
        }
        return [each for each in pairs if each[0] not in blocks]
    return pairs


def blocks(style: Style, order: Order) -> tuple[tuple[str, ...], ...]:
    """Return blocks of addresses, each with its caption: vendor, ship to, bill to."""
    if style.dress != "american":
        return ()
    chinese = is_chinese(style)
    captions = {
        "en": (
            ("VENDOR", "SHIP TO", "BILL TO"),
            ("Supplier:", "Deliver to:", "Invoice to:"),
            ("TO", "SHIP TO", "INVOICE TO"),
        ),
        "de": (("Lieferant", "Lieferanschrift", "Rechnungsanschrift"),),
    }.get(style.language, (("供应商", "收货地址", "开票单位"), ("供方：", "送货地址：", "发票抬头：")))
    names = style.chance("captions").choice(captions)
    seller = (seller_of(style), SELLER_STREET_ZH if chinese else SELLER_STREET_EN)
    place = order.place and (
        f"{order.buyer.place_zh} {order.buyer.place_en}"
        if style.language == "mixed" and order.buyer.zh
        else order.place
    )
    buyer = (
        buyer_of(style, order),
        order.buyer.street_zh if chinese and order.buyer.zh else order.buyer.street_en,
    )
    blocks = [(names[0], *seller), (names[1], place) if place else (), (names[2], *buyer)]
    return tuple(tuple(Speech(style).own(one) for one in each) for each in blocks if each)


def _lead(style: Style, zh: str, en: str) -> str:
    before, after = style.chance("lead").choice((("", ""), ("合同签订后", ""), ("", "内")))
    if is_chinese(style):
        text = f"{before}{zh}{after}"
        return traditional(text) if style.language == "traditional" else text
    return en + style.chance("lead en").choice(("", " after receipt of order", " ARO", " ex works"))


PLACED: Words = {
    "zh": (
        "{buyer}（以下简称需方）于{day}向贵司订购下列货物，订单编号为{number}。",
        "兹由{buyer}向{seller}下达第{number}号订单，下单日期{day}，明细如下：",
        "需方{buyer}与供方{seller}于{day}签订本合同，合同编号：{number}。",
    ),
    "en": (
        "{buyer} hereby places order no. {number} dated {day} for the goods listed below.",
        "With this purchase order {number} of {day}, {buyer} orders from {seller}:",
        "Contract {number} made on {day} between {buyer} (the Buyer) and {seller} (the Seller).",
    ),
    "de": ("Mit unserer Bestellung {number} vom {day} bestellt {buyer} bei {seller}:",),
}
"""Sentences that place an order; the last of three makes a contract."""


def _placed(style: Style, order: Order) -> str:
    texts = PLACED.get(style.language, PLACED["zh"])
    contract = style.kind == "contract" and len(texts) > 1
    text = texts[-1] if contract else style.chance("placed").choice(texts[:2])
    said = text.format(
        buyer=buyer_of(style, order),
        seller=seller_of(style),
        number=order.number,
        day=day_of(style, order.date),
    )
    return traditional(said) if style.language == "traditional" else said


def intro(style: Style, order: Order) -> tuple[str, ...]:
    """Return the sentences above the items."""
    if style.facts == "sentence":
        return (_placed(style, order),)
    if not is_chinese(style):
        texts = {
            "en": ("We order the following goods:", "Please supply the items listed below."),
            "de": ("Wir bestellen die folgenden Positionen:",),
        }[style.language]
        return (style.chance("intro").choice(("", *texts)),)
    texts = ("", "兹向贵司订购下列货物，请按期交货：", "经双方协商，达成如下协议：")
    text = style.chance("intro").choice(texts)
    return (traditional(text) if style.language == "traditional" else text,)


def signed(style: Style, order: Order) -> tuple[str, ...]:
    """Return who signs."""
    random = style.chance("signed")
    if style.language == "de":
        return (f"Besteller: {order.customer}", "Unterschrift: ____________")
    if style.language == "en":
        return (
            random.choice(
                (
                    f"For and on behalf of {order.customer}",
                    f"Buyer: {order.customer}",
                    f"Signed for {order.customer}",
                )
            ),
            "Authorised signature: ____________",
        )
    texts = (
        f"需方（盖章）：{buyer_of(style, order)}",
        f"供方（盖章）：{seller_of(style)}",
        "日期：      年   月   日",
    )
    return tuple(traditional(each) if style.language == "traditional" else each for each in texts)
