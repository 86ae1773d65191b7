"""What sentences say of prices and of the paper: discounts, rounding off, gifts, carriage, language."""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.clauses.amounts import plain
from extractors.clauses.statement import Statement
from extractors.fields import numerals
from extractors.fields.text import level
from extractors.late import late

NUMBER = r"[0-9]+(?:\.[0-9]+)?"
TENTHS = late(
    rf"(?:打|按)?(?P<figures>[0-9]{{1,2}}(?:\.[0-9])?)\s?折(?!扣)|(?P<words>[{numerals.NUMERAL}]{{1,2}})折(?!扣)"
)
"""九五折 and 95折 leave 95 percent, 9折 leaves 90: ten tenths are the whole."""
LESS = late(
    rf"(?:下浮|优惠|让利|折扣(?:率)?(?:为)?:?|less|discount(?: of)?:?|minus)\s?(?P<percent>{NUMBER})\s?%"
    rf"|(?P<behind>{NUMBER})\s?%\s?(?:discount|off\b|的?优惠|的?折扣)"
)
ROUNDED_OFF = late(
    r"抹零后?(?:的)?(?:总价|合计|总额|金额)?(?:为|:)?\s?(?:人民币|¥|rmb)?\s?(?P<sum>[0-9][0-9,]*(?:\.[0-9]+)?)"
)
FREE = late(
    r"(?:免费(?!质保|维修|保修|更换|修理|安装|培训)|赠送|赠品"
    r"|\bfoc\b|\bf\.o\.c\.?|\bn/c\b|free of charge|no charge)"
)
INCLUDED = late(
    r"(?:含在|包含在|已含在|计入)第?\s?(?P<zh>[0-9]{1,4})\s?(?:项|行|条)"
    r"|included in (?:item|line|pos\.?)\s?(?P<en>[0-9]{1,4})"
)
EARLY = late(r"付款|支付|提前|天内|日内|\bpa(?:y|id|yment)|\bdays?\b|\bcash\b|early|settle")
OURS, THEIRS = "(?:供方|卖方|乙方|贵方|贵司)", "(?:需方|买方|甲方|我方|我司)"
NOT = "(?<!不)(?<!未)(?<!不包)(?<!未包)"
"""What is not held in the price stands behind these: 不含运费, 不包含运输."""
CARRIAGE = {
    "seller_loads": late(r"车板交货|车板价|供方(?:负责)?装车"),
    "delivered": late(
        rf"(?<!非)到厂价|送货上门|{NOT}(?:含|包)(?:运费|运输(?!时间|周期|途|包装|保险|天|所需))"
        r"|(?<!not )freight prepaid(?! ?(?:and|&|,|\+) ?(?:add|charge|bill|invoice))|carriage paid"
        rf"|运费由{OURS}(?:承担|负担)"
    ),
    "collected": late(
        rf"{THEIRS}?(?<!不接受)(?<!不得)(?<!不能)(?<!无法)(?<!非)自提"
        rf"|运费由{THEIRS}(?:承担|负担)|freight collect|collected by the (?:buyer|purchaser)"
    ),
}
LANGUAGE = {
    "zh": late(r"以中文(?:版本|文本|版)?为准|chinese (?:version|text) (?:shall )?prevails?"),
    "en": late(r"以英文(?:版本|文本|版)?为准|english (?:version|text) (?:shall )?prevails?"),
}


def read(text: str) -> Iterator[Statement]:
    """Yield all that a text says of prices and of the paper."""
    yield from of_prices(text)
    yield from of_paper(text)


@functools.lru_cache(maxsize=4096)
def of_prices(text: str) -> tuple[Statement, ...]:
    """Return "discount 5", "rounded_off 45658.00"; what is taken off for paying early is no discount."""
    plain_text = level(text).lower()
    discounts = () if EARLY.search(plain_text) else _discounts(plain_text)
    rounded = (
        Statement("rounded_off", match["sum"].replace(",", ""), *match.span(), understood=True)
        for match in ROUNDED_OFF.finditer(plain_text)
    )
    return (*discounts, *rounded)


@functools.lru_cache(maxsize=4096)
def of_paper(text: str) -> tuple[Statement, ...]:
    """Return "carriage delivered", "language zh"."""
    plain_text = level(text).lower()
    return tuple(
        Statement(kind, name, *match.span(), understood=True)
        for kind, patterns in (("carriage", CARRIAGE), ("language", LANGUAGE))
        for name, pattern in patterns.items()
        for match in pattern.finditer(plain_text)
    )


def _discounts(text: str) -> Iterator[Statement]:
    for match in TENTHS.finditer(text):
        share = _left(match)
        if share is not None and 0 < share < 100:
            yield Statement("discount", plain(100 - share), *match.span(), understood=True)
    for match in LESS.finditer(text):
        percent = Decimal(match["percent"] or match["behind"])
        if 0 < percent < 100:
            yield Statement("discount", plain(percent), *match.span(), understood=True)


def _left(match: re.Match[str]) -> Decimal | None:
    """Return the percentage that is left of a price: of 9折 and 九折 ninety, of 九五折 ninety-five."""
    if match["figures"]:
        value = Decimal(match["figures"])
        return value * 10 if value < 10 else value
    digits = [numerals.parse(each) for each in match["words"]]
    if any(each is None for each in digits):
        return None
    return Decimal("".join(str(each) for each in digits).ljust(2, "0"))


def of_item(text: str) -> Iterator[Statement]:
    """Yield that an item costs nothing ("free"), or that another item's price holds it ("included 1")."""
    plain_text = level(text).lower()
    for match in FREE.finditer(plain_text):
        yield Statement("free", "", *match.span(), understood=True)
    for match in INCLUDED.finditer(plain_text):
        yield Statement("included", match["zh"] or match["en"], *match.span(), understood=True)
