"""Values that are none: a field that is not sure and has one of them is as good as one without a value."""

import re
from collections.abc import Callable, Mapping

from extractors.fields import dates
from extractors.late import late

LETTER = late(r"[^\W\d_]")
FEW_LETTERS = 4
FEW_DIGITS = 2
FEW_NAMED = 3
PHONE = late(r"\s*\+?\(?\d[\d ()/-]{6,}")
WORDS = late(r"[a-zà-þ ]+|[a-z]+:?")
"""Small letters alone are the rest of a label: "consigned to"."""
PRICED = late(r"\d\s?(?:元|EUR|USD|CNY|RMB)|[€$¥￥]\s?\d|\d\s?[%％]")
"""What a place does not hold, but a tariff."""
CLAUSES = late(r"\s*\d{1,2}\.\d[\d.、\s]*")
POINTING = late(
    r"\s*(?:同上|同(?:我[司方]|公司|买方|需方|订货方|注册)地址|[与與][上前][述面]?(?:地址)?(?:相同|一致)"
    r"|见|详见|\d[\d.]*款|(?:same )?as (?:above|buyer)\b|(?:wie|siehe) oben)|items\b|[^\w]*$"
    r"|.*(?:约定|指定)的?地点",
    re.IGNORECASE,
)


def is_so(name: str, value: str | None) -> bool:
    """Tell whether a field's value is none, or cannot be one of its kind."""
    if value is None:
        return True
    check = CHECKS.get(name)
    return check is not None and check(value)


def _is_no_place(text: str) -> bool:
    """Tell whether a text is a telephone, a day or a mere reference, and no place."""
    spans = dates.find(text)
    few = len(LETTER.findall(text)) < FEW_LETTERS
    other = (
        any(each.match(text) for each in (PHONE, POINTING)) or WORDS.fullmatch(text) or PRICED.search(text)
    )
    return few or bool(spans and spans[0][0] == 0) or bool(other)


def _are_no_terms(text: str) -> bool:
    """Tell whether a text is the numbers of clauses, whose words stand beside them: "4.1 4.2"."""
    return CLAUSES.fullmatch(text) is not None


def _is_no_number(text: str) -> bool:
    """Tell whether a text has too few digits for the number of a paper: "Rev.0"."""
    return sum(map(str.isdigit, text)) < FEW_DIGITS


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "delivery_place": _is_no_place,
    "document_number": _is_no_number,
    "payment_terms": _are_no_terms,
    "customer": lambda text: len(LETTER.findall(text)) < FEW_NAMED,
}
