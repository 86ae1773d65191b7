"""Sentences that speak of the tax, and whether they mean the prices of the lines."""

import re
from collections.abc import Iterator

from extractors.fields import tax
from extractors.fields.text import SIMPLER, level
from extractors.header import sum_remarks, summaries
from extractors.header.labelling import label_words
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label, Summary

PRICE = late(r"[单净]价(?!值)|价格|报价|以上价|[均为]含税|prices?\b", re.IGNORECASE)
SUMMED = late(
    r"合计|总计|总额|总金额|总价|共计|总值|货值|价值|净值|净额|税额|税金|\btotal\b|\bsum\b|summe\b"
    r"|(?:waren|netto|auftrags|bestell|gesamt)(?:wert|betrag)|\bmontant\b|\bimporto\b|\bimporte\b",
    re.IGNORECASE,
)
BASED = late(
    r"\s*(?:其中)?\s*(?:不含税|未税|含税|(?:excl|incl)\w*\.? (?:of )?(?:vat|tax)|net|gross)"
    r"\s*[:：]?\s*[¥￥]?\s*\d[\d,]*\.\d{2}"
    r"(?!\d|\s?[元¥￥]?\s?[/每])",
    re.IGNORECASE,
)
"""A basis with its figures names a sum of the order: 不含税153,000.00，税额19,890.00."""
FIGURES = late(r"\d[\d,.]*[.,]\d{2}\b")
SPELLED = late(r"[壹贰叁肆伍陆柒捌玖拾佰仟萬万]{3}")
"""An amount in Chinese capitals."""
ASIDE = late(r"运费|运输费|运杂费|安装费|freight|shipping|packing|installation", re.IGNORECASE)
"""Charges beside the goods, whose tax is not that of the prices."""
ADDED = late(
    r"\s*(?:plus|add|zzgl\.?|zuzüglich|\+|另加|外加|加收)(?![a-z])\s*(?:\d{1,2}(?:[.,]\d{1,2})?\s?%\s?)?"
    rf"(?:of )?(?:{tax.ANY})*{tax.OF_COUNTRY}(?:增?值?税|{tax.TAX})",
    re.IGNORECASE,
)
"""The tax itself is added to the sum of the lines: they are without it."""
SENTENCE_END = late(r"[。；;]|\.\s+(?=[A-Z])")
PARTS = late(r"[、，;；]|,(?!\d)")
BARE = late(r"\s*[均已]?(?:包?含|不含|未含)(?:\d{1,2}\s?[%％])?的?(?:增值)?税[\s)）。.]*")
TOTALLED = late(
    r"(?:the|this|order|grand|above|stated|\s)*(?:total|sum)\b(?!\s(?:unit )?prices\b)", re.IGNORECASE
)
"""A sentence about the sum of the order: "Total inclusive of 7 % VAT"."""
PRICED = late(r"\d[.,]\d{2}(?!\d)|\d\s?元")
FORMER = late(
    r"[去上往]年|上[次回期批]|前次|历史|同期|以往|以前|此前"
    r"|\b(?:last (?:year|order|time|purchase|price)|previous\w*|former\w*|earlier)\b"
    r"|\b(?:letzte[rns]?|bisherige[rns]?|frühere[rns]?|vorjahr\w*)\b",
    re.IGNORECASE,
)
"""What tells of another day than the order's."""
SHORT = 24
"""So short a text with a word for a sum is the name of a sum."""


def find(scope: Scope) -> Iterator[tuple[Run, tax.TaxStatement]]:
    """Yield the sentences that speak of tax; labels and totals have their own reading."""
    for run in scope.runs:
        own = (text for text in sentences(run.text) if not _tells_former_price(text))
        said = next((said for text in own if (said := tax.statement(text))), None)
        if said is not None:
            yield run, said
    for run in scope.summed:
        total = summaries.recognise(run.text)
        behind = _behind(run.text, total.rest) if total is not None else []
        yield from ((run, said) for text in behind if (said := tax.statement(text)) is not None)
    for found in scope.labels(Label.PRICE_NOTE, Label.INCOTERMS, Label.TERMS, Label.CURRENCY):
        said = tax.statement(found.text)
        if said is not None and found.value is not None:
            yield found.value, said


def _tells_former_price(text: str) -> bool:
    """Tell whether what a sentence says of tax is said of an earlier price: 去年同期含税单价468.00元."""
    parts = [part for part in PARTS.split(text) if tax.statement(part) is not None]
    return bool(parts) and all(FORMER.search(part) and PRICED.search(part) for part in parts)


def speak_of_prices(text: str) -> bool:
    """Tell whether what a text says of tax is meant of the prices: not of freight, not of a sum alone."""
    if PRICE.search(level(text).translate(SIMPLER)):
        return True
    parts = [
        part for part in PARTS.split(text) if (said := tax.statement(part)) and said.included is not None
    ]
    return any(map(_is_of_goods, parts or [text]))


def is_of_total(text: str) -> bool:
    """Tell whether the sentences of a text that speak of tax speak of the order's sum alone."""
    speaking = [each for each in SENTENCE_END.split(text) if tax.statement(each) is not None]
    return bool(speaking) and all(TOTALLED.match(each.strip()) or _adds_to_sum(each) for each in speaking)


def _adds_to_sum(sentence: str) -> bool:
    """Tell whether a bare word on the tax stands behind a sum and its figures: 价款为…（¥640.00，含税）."""
    parts = PARTS.split(sentence)
    said = [at for at, part in enumerate(parts) if tax.statement(part) is not None]
    return bool(said) and all(
        at and BARE.fullmatch(parts[at]) and not _is_of_goods(parts[at - 1]) for at in said
    )


def _is_of_goods(text: str) -> bool:
    """Tell whether a statement is of the goods; whatever its figures are called, they are a sum's."""
    plain = level(text).translate(SIMPLER)
    figures = FIGURES.search(plain) or SPELLED.search(plain)
    summed = SUMMED.search(plain) and (figures or len(text) < SHORT)
    stated = figures and ADDED.match(plain) is None
    return not (ASIDE.search(text) or summed or stated or BASED.match(plain))


def _behind(text: str, rest: str) -> list[str]:
    """Return the sentences behind a sum in its own text: "合同金额：￥12.00。价格含税。"."""
    rest = sum_remarks.unnoted(rest)
    parts = SENTENCE_END.split(text[text.rindex(rest) + len(rest) :]) if rest in text else []
    return [part for part in parts if part.strip()]


def sentences(text: str) -> list[str]:
    """Return the sentences of a line that are no value of a label and no total."""
    total = summaries.recognise(text)
    if total is not None and total.kind is Summary.TAX and not any(map(str.isdigit, text)):
        return [text]
    if total is not None:
        return [] if total.kind is Summary.CHARGE else [total.rest, *_behind(text, total.rest)]
    label = label_words.match(text)
    if label is None or (label.meanings == {Label.PRICE_NOTE} and not text[label.end :].strip()):
        return [text]
    note = label.meanings == {Label.NEUTRAL} and not ASIDE.search(text[: label.end])
    return SENTENCE_END.split(text[label.end :])[0 if note else 1 :]
