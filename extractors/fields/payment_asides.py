"""What is taken from the words of payment terms before they are read: a second tongue, a code, asides.

None of it changes when is paid: the terms said once more in English, the code that a system prints before
them, what the seller does with the invoice, that nothing is paid in advance.
"""

import re

from extractors.fields import numerals
from extractors.fields.text import plain
from extractors.late import late

SPELLED = late(
    r"(?<![第月一二三四五六七八九十两百])[一二三四五六七八九十两百]{1,5}(?=\s?(?:个?(?:日历|自然|工作)?[天日]|个月))"
)
"""Days and months counted in words: 月结三十天; 每月二十五日 and 第二天 are days of a calendar."""
INVOICED = late(
    r"[,，;；。]\s?(?:[甲乙供卖]方|供应商)?(?:收到[^,，;；。]{1,6}后)?(?:开具|提供|出具)[^,，;；。付款及和、与函兑据质保]{0,16}(?:发票|专票|增票)[。.]?\s*$"
)
"""What the seller does with the invoice at the end of the terms; it changes nothing of when is paid."""
PAID = late(r"[付结清]|款到|全款")
TWO_TONGUES = late(
    r"(?P<first>[^a-zA-Z]*[\u4e00-\u9fff][^a-zA-Z]*?)[\s/|,;]*(?P<second>[^\u4e00-\u9fff]*[a-zA-Z]{3}[^\u4e00-\u9fff]*)"
)
"""The same in Chinese and in English."""
CODED = late(r"^\s*(?:T|Z|N|NT|P)\d{2,3}\s?[-–—:：]\s?(?=[^\W\d])")
"""The code of the terms before them, as systems print it: "T60-票到60天", "Z030 - 30 days from invoice"."""
NO_ADVANCE = late(
    r"[,.;。]\s*(?:甲方|需方|买方|我方)?(?:不再?|无[需须]?|不[需须])(?:支付|付|另付)?(?:任何)?(?:定金|订金|预付款)[.。;]?$"
    r"|[,.;]\s*no (?:advance|down) payments?[.;]?$"
)
"""At the end, that nothing is paid before: it takes nothing from the terms."""
ADVANCE = late(r"预付|定金|订金|首付|advance|deposit|down payment|before")


def tongues(text: str) -> tuple[str, ...]:
    """Return the halves of terms in two tongues; none where there is but one."""
    cut = TWO_TONGUES.fullmatch(text.strip())
    return (cut["first"], cut["second"]) if cut is not None else ()


def without_invoice(text: str) -> str:
    """Return terms without what the seller does with the invoice, where they say who pays before it."""
    invoiced = INVOICED.search(text)
    paid = invoiced is not None and PAID.search(text, 0, invoiced.start()) is not None
    return INVOICED.sub("", text) if paid else text


def bare(text: str) -> str:
    """Return terms in small letters, counts of days in figures, without a code and without an aside."""
    said = _counted(plain(CODED.sub("", text)).casefold())
    short = NO_ADVANCE.sub("", said)
    return said if ADVANCE.search(short) else short


def _counted(text: str) -> str:
    """Return a text with its counts of days in figures."""

    def figures(spelled: re.Match[str]) -> str:
        value = numerals.parse(spelled[0])
        return spelled[0] if value is None else str(value)

    return SPELLED.sub(figures, text)
