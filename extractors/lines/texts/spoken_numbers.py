"""What a clause states as a number by words of its own: "3 pcs", 每支190.59元, "USD 480.00 in total"."""

import re
from dataclasses import replace

from extractors.fields import money, quantities
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.vocabulary.meanings import Role

UNIT = "(?:千克|公斤|[只套件个台支副付条根片块枚组米吨箱桶包盒])"
PRICE_END = late(
    r"\s*(?:each|apiece|c/u|cad(?:auno|\.)?|l['’]unité|la (?:pièce|pieza|unidad)"
    r"|(?:je|pro|das|per|par|por|cada)\s+(?:stück|stk|st|satz|set|pi[eè]ce|unité|pezzo|pz|unidad|pieza|und|una|uno)\.?"
    r"|/\s*(?:stück|stk|st|satz|pce|pi[eè]ce|pz|pezzo|uds?|un|szt|ks|kom)\.?"
    r"|per\s+(?:pc|pcs|piece|unit|set|ea|kit|pair|met(?:re|er)|m|lit(?:re|er)|kg|kilo|f(?:oo)?t|roll|box|no)\.?"
    r"|/\s*(?:pcs?|ea|sets?|units?|kits?|pairs?|m|kg|l|千克|公斤|[只套件个台支副付条根片块枚组米吨升箱桶包盒袋卷瓶对]))\.?$",
    re.IGNORECASE,
)
MULTIPLIED = late(r"\s*[×x*]\s*(?=\d)")
"""A quantity behind the name of the thing: 滤芯 ×10件."""
TOGETHER = late(r"\s*共计?\s*(?=\d)")
EVERY = late(rf"\s*每\s*{UNIT}\s*(?:(?:不?含税)?(?:单?价)?)?(?:为|是)?\s*(?=[¥￥\d人])")
MAKES = late(
    r"\s*(?:(?:共|合|总|小)?计(?:价|金额)?(?:为|是)?\s*(?:人民币)?\s*(?=[¥￥\d])|[共合]\s*(?=[¥￥]?\d[\d.,]*\s*元)"
    r"|(?:(?:that|which|this) (?:makes|is|comes to|gives)|making|so|totalling|coming to|amounting to"
    r"|together|that is|being|equalling|zusammen|insgesamt|gesamt|macht|ergibt|somit|soit|son)\s+"
    r"(?=[A-Z]{3}\s?\d|[€$£¥]\s?\d|\d[\d.,]*[.,]\d\d(?!\d)))"
)
IN_TOTAL = late(
    r",?\s*\b(?:in (?:total|all)|altogether|all together"
    r"|for (?:both|all (?:of them|[a-z]{3,9})|the (?:two|three|four|lot|set))"
    r"|zusammen|insgesamt|gesamt|en tout|au total|in totale|en total)\.?$",
    re.IGNORECASE,
)
"""What stands behind an amount: USD 480.00 in total."""
WORD = late(
    rf"\d[\d.,]*\s(?:pcs?|pieces|sets?|units?|EA|kg|nos?|m[²³]?|pairs?|kits?|rolls?|lots?)\b\.?"
    rf"|\d[\d.,]*\s{UNIT}(?!\S)|(?<=[\u4e00-\u9fff])\d{{1,6}}{UNIT}(?!\S)"
    rf"|\S+?(?=(?<=[\u4e00-\u9fff])\d{{1,6}}{UNIT}(?!\S))|\S+",
    re.IGNORECASE,
)
"""A word of a clause; a count that stands glued to the thing is one of its own: 过滤器芯6套."""
SPELLED = late(
    r"\s*[（(](?:人民[币幣])?(?:大[写寫])?[:：]?\s*[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,}[)）]$"
)
"""An amount in words behind the same in figures."""
STEEL = late(r"(?:30[1-9]|31[0-79]|32[19]|347|904)L")
"""The number of a steel with little carbon, and no litres: "Shaft sleeve, 316L"."""
ENDS = " 。.;；,，"
ENDED = frozenset({Role.PRICE, Role.AMOUNT})
QUANTITY = Heading("", frozenset({Role.QUANTITY}), exact=True)
AMOUNT = Heading("", frozenset({Role.AMOUNT}), exact=True)
PRICE = Heading("", frozenset({Role.PRICE}), exact=True)
RECKONED = Heading("", frozenset({Role.AMOUNT}), exact=False)
"""A bare number that quantity and price make."""


def stated(text: str) -> tuple[Role, Heading, int] | None:
    """Return the role of a clause that is a number, what names it, and where its value begins."""
    bare = text.strip(" 。.;；")
    begin = len(text) - len(text.lstrip())
    if counts(bare) and not STEEL.fullmatch(bare):
        return Role.QUANTITY, QUANTITY, begin
    for form in (MULTIPLIED, TOGETHER):
        times = form.match(text)
        if times is not None and counts(text[times.end() :].strip(ENDS)):
            return Role.QUANTITY, QUANTITY, times.end()
    for end, role, heading in ((PRICE_END, Role.PRICE, PRICE), (IN_TOTAL, Role.AMOUNT, AMOUNT)):
        if end.search(bare) and money.parse(end.sub("", bare)) is not None:
            return role, heading, begin
    return _spoken(text)


def _spoken(text: str) -> tuple[Role, Heading, int] | None:
    """Return a price or an amount as sentences state them: 每支190.59元, 计9529.50元."""
    for form, role, heading in ((EVERY, Role.PRICE, PRICE), (MAKES, Role.AMOUNT, AMOUNT)):
        said = form.match(text)
        if said is not None and money.parse(IN_TOTAL.sub("", text[said.end() :].strip(ENDS))) is not None:
            taxed = None if "含税" not in said[0] else "不含税" not in said[0]
            return role, replace(heading, tax_included=taxed), said.end()
    return None


def counts(text: str) -> bool:
    """Tell whether a text is a number with a known unit."""
    found = quantities.parse(text)
    return found is not None and found.unit is not None and not found.each


def value_end(role: Role, text: str) -> int:
    """Return where the value ends: "USD 26.61 each" is a price with a word behind it."""
    stripped = text.rstrip(" 。.;；,，")
    spelled = SPELLED.search(stripped) if role is Role.AMOUNT else None
    stripped = stripped[: spelled.start()] if spelled else stripped
    tail = {Role.PRICE: PRICE_END, Role.AMOUNT: IN_TOTAL}[role].search(stripped) if role in ENDED else None
    return tail.start() if tail else len(stripped)
