"""What an offer says of payment in several columns: terms, down payments, retentions, discounts, means."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import payment
from extractors.fields.text import fold
from sap import keys, marks
from sap.cells import Cells

CODE = re.compile(r"[A-Z]{0,2}[0-9]{1,4}|[A-Z][A-Z0-9]{2,3}")
"""How SAP names terms of payment (ZTERM); what they mean stands elsewhere."""
PART = re.compile(
    r"down[ -]?pay|pre-?pay|\badvance|\bdeposit|\bretention|\binstall?ment|\bcash disc|anzahl(?:ung)"
    r"|vorauszahl|vorkasse|einbehalt"
    r"|skonto|teilzahlung|\brate(?:n)?zahl|acompte|anticipo|escompte"
    r"|预付|預付|首付|定金|订金|訂金|质保金|質保金|保证金|尾款|分期|进度款|发货款|现金折扣",
    re.IGNORECASE,
)
"""Headings of a part of the price, or of what is taken off it, by when or how it is paid."""
NO_PART = re.compile(
    r"date|invoice|number|\bno\b|base|basis|request|received|status|currency|days?\b|datum|nummer|日期"
    r"|发票|单号|状态|基数|天",
    re.IGNORECASE,
)
MEANS = re.compile(
    r"(?:payment|pay) (?:method|means|mode|type)|method of payment|zahlungs?(?:weg|art|mittel)"
    r"|支付工具|结算方式|付款工具",
    re.IGNORECASE,
)
BINDING = re.compile(
    r"\bl/?c\b|letter|credit|\bd/?[pa]\b|advance|prepa|\bcash\b|collection|cheque|check|akkreditiv"
    r"|vorkasse|nachnahme|wechsel"
    r"|信用证|信用證|承兑|承兌|托收|现金|款到|预付|汇票",
    re.IGNORECASE,
)
"""Means of payment that are terms: a transfer is none."""


def _meaning(text: str) -> object:
    return payment.parse(text) or fold(text)


def besides(cells: Cells) -> Iterator[str]:
    """Yield what a row says of payment besides its terms, and what they do not say themselves."""
    texts = cells.texts("payment_terms")
    yield from list(_others(texts))
    said = fold(" ".join(texts)).replace(" ", "")
    for heading, cell in zip(cells.header.names, cells.row, strict=False):
        text = keys.plain(cell).strip()
        if heading not in cells.header.unknown or marks.is_none(text, marks.NOTHING):
            continue
        if _is_part(heading, text, said) or _is_means(heading, text, said):
            yield f"{heading} {text}"


def _others(texts: Sequence[str]) -> Iterator[str]:
    """Yield the terms that are not the first ones; a code says nothing beside words, nor they beside it."""
    if texts and not CODE.fullmatch(texts[0]):
        different = (each for each in texts[1:] if _meaning(each) != _meaning(texts[0]))
        yield from (each for each in different if not CODE.fullmatch(each))


def _is_part(heading: str, text: str, said: str) -> bool:
    """Tell whether a column states a part of the price, or of what is taken off it, that no terms state."""
    if not PART.search(heading) or NO_PART.search(heading) or not text.strip("0.,% "):
        return False
    return f"{fold(text).rstrip(' %')}%".replace(" ", "") not in said


def _is_means(heading: str, text: str, said: str) -> bool:
    return bool(MEANS.search(heading) and BINDING.search(text)) and fold(text) not in said
