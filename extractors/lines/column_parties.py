"""Which of 甲方 and 乙方 buys, where columns are headed by them: the document says it, or it stays open."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item_table import Column, ItemTable
from extractors.vocabulary.meanings import Role
from models.page import Page

PARTY = late(r"[甲乙](?=方)")
IN_ENGLISH = late(r"\bparty\s?(?P<who>[ab])(?:['’]s)?\b", re.IGNORECASE)
PARTIES = {"A": "甲", "B": "乙"}
LETTERED = late(r"[(（]\s?(?P<who>[AB])\s?[)）]\s*$")
"""A heading that names a party by its letter alone: "Code (A)"."""
CODES = frozenset({Role.PART, Role.MATERIAL_CODE, Role.PRODUCT_CODE})
BUYER = (
    r"(?:买方|需方|采购方|购货方|订货方|买受[人方]|受让[人方]|需求方|购买方|定购方|采购人|定作方|委托方"
    r"|buyer|purchaser)"
)
SELLER = (
    r"(?:卖方|供方|供应方|供货方|出[卖让][人方]|供应商|销售方|供货商|供货人|承揽方|受托方|seller|supplier)"
)
CALLED = r"[(（]?(?:(?:以下)?(?:简称|称)为?[“\"「]?)?"
"""Between a role and the party that has it: 需方（以下简称甲方）."""
ACT = r"[^。；;：:甲乙]{0,24}"
LATE = r"(?:每)?(?:逾期|延期|迟延|延迟|拖延|未按期|未按时|不能按期|不能按时)"
BUYS = (
    late(rf"(?P<who>[甲乙])方[(（]?{BUYER}", re.IGNORECASE),
    late(rf"{BUYER}{CALLED}(?P<who>[甲乙])方", re.IGNORECASE),
    late(r"(?P<who>[甲乙])方(?:拟|同意|决定)?向[甲乙]方(?:采购|订购|购买|定购|订货|购进)"),
    late(r"[甲乙]方(?:同意)?向(?P<who>[甲乙])方(?:供应|供货|提供|销售|出售|出卖)"),
    late(rf"(?P<who>[甲乙])方(?:应|须|需){ACT}(?:付款|支付|付清)"),
    late(rf"(?P<who>[甲乙])方{LATE}(?:付款|支付)"),
    late(
        r"接到?(?P<who>[甲乙])方(?:的?(?:书面|供货|交货))?通知[^。；;甲乙]{0,12}(?:交货|供货|发货|送货|送达|到货)"
    ),
    late(
        r"[甲乙]方(?:应|须|需)[^。；;：:甲乙]{0,30}(?:货物|产品|设备|备件)(?:送达|送至|运至|运抵)(?P<who>[甲乙])方"
    ),
    late(
        r"(?:运[抵至到达]|送[至到达]|发[至到]|交至)(?P<who>[甲乙])方(?:的?(?:仓库|备件库|库房|现场|工地|厂区)|指定)"
    ),
    late(r"(?:货款|预付款|合同款|余款|价款)[^。；;甲乙]{0,6}由(?P<who>[甲乙])方"),
)
SELLS = (
    late(rf"(?P<who>[甲乙])方[(（]?{SELLER}", re.IGNORECASE),
    late(rf"{SELLER}{CALLED}(?P<who>[甲乙])方", re.IGNORECASE),
    late(rf"(?P<who>[甲乙])方(?:应|须|需|保证|负责){ACT}(?:交货|供货|发货|交付|所供|送货|开具)"),
    late(rf"(?P<who>[甲乙])方{LATE}(?:交货|供货|发货|交付)"),
    late(r"(?P<who>[甲乙])方的?(?:最终)?报价"),
    late(r"(?P<who>乙)方(?:代办(?:托运|运输)|出厂(?:检验)?标准)"),
    late(
        rf"(?P<who>乙)方(?:应|须|需|负责)?(?:随货)?(?:提供|出具|提交){ACT}"
        r"(?:(?:静压|水压|出厂|性能)(?:试验|检验|测试)?报告|材质(?:报告|证明|证书)|合格证|质量证明)"
    ),
)
"""What a document says of its parties: beside their names, and in its clauses.

A buyer too hands over certificates with its blanks, and arranges transport: 甲方 does not sell by that.
"""


def settled(table: ItemTable, pages: Sequence[Page]) -> ItemTable:
    """Return the table with columns of 甲方's and 乙方's numbers as the buyer's and the seller's."""
    if not any(map(_is_open, table.columns)):
        return table
    party = buying(_in_chinese(" ".join(word.text for page in pages for word in page.words)))
    columns = tuple(_settled(each, party) if _is_open(each) else each for each in table.columns)
    return replace(table, columns=columns)


def buying(said: str) -> str | None:
    """Return which of 甲 and 乙 buys by all that a document says, None where it says neither or both."""
    buyers = _who(BUYS, said) | _others(_who(SELLS, said))
    return buyers.pop() if len(buyers) == 1 else None


def _in_chinese(said: str) -> str:
    """Return a text without its blanks, and with the parties of a contract in English as those in Chinese."""
    named = IN_ENGLISH.sub(lambda match: f"{PARTIES[match['who'].upper()]}方", said)
    return "".join(named.split())


def _own(heading: str) -> set[str]:
    """Return the parties that a heading names, 甲 and 乙."""
    said = [match["who"].upper() for each in (IN_ENGLISH, LETTERED) for match in each.finditer(heading)]
    return {*PARTY.findall(heading), *(PARTIES[each] for each in said)}


def likely(heading: Heading) -> Heading:
    """Return a heading of 甲方's or 乙方's numbers with whose they mostly are: 甲方 buys. Never exact."""
    own = _own(heading.text)
    if not heading.roles >= {Role.SELLER_PART, Role.BUYER_PART} or len(own) != 1:
        return heading
    role = Role.BUYER_PART if own == {"甲"} else Role.SELLER_PART
    return replace(heading, roles=frozenset({role}), exact=False)


def _is_open(column: Column) -> bool:
    either = column.roles >= {Role.SELLER_PART, Role.BUYER_PART}
    lettered = column.role in CODES and LETTERED.search(column.text) is not None
    return (either or lettered) and len(_own(column.text)) == 1


def _who(patterns: Sequence[re.Pattern[str]], text: str) -> set[str]:
    return {match["who"] for pattern in patterns for match in pattern.finditer(text)}


def _others(parties: set[str]) -> set[str]:
    return {"乙" if each == "甲" else "甲" for each in parties}


def _settled(column: Column, buying: str | None) -> Column:
    """Return a column with its owner; 甲方 mostly buys, but where nothing says so it is not certain."""
    if buying is None and column.role in CODES:
        return column  # "Code (A)" may be anything where nobody is Party A
    own = _own(column.text).pop()
    role = Role.BUYER_PART if own == (buying or "甲") else Role.SELLER_PART
    headings = tuple(
        replace(each, roles=frozenset({role}), exact=each.exact and buying is not None)
        for each in column.headings
    )
    return replace(column, headings=headings)
