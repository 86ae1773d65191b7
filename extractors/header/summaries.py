"""Summary rows: what a total, a subtotal or an amount in words is called."""

import functools
import itertools
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import money
from extractors.vocabulary import QUALIFIERS, SUMMARIES
from extractors.vocabulary.keys import Token, key, lexicon
from extractors.vocabulary.meanings import Qualifier, Summary

OF_ORDERS = (
    *"order,PO,purchase order,contract,agreement,value,amount,grand,overall,final,goods,items".split(","),
    *"lines,all,invoice,this,to be,payable,due,basic,ordered,whole".split(","),
    *"EXW FCA CPT CIP DAP DPU DDP FAS FOB CFR CIF DAT DDU ex works".split(),
    *"本 本单 订单 本订单 合同 本合同 采购 订货 订购 货物 货款 应付 实付 金额 价款 以上 全部".split(),
    *"协议 本协议 项目 产品 设备 备件 材料 物资 商品 标的 标的物".split(),
    *"适用税率 增值税率 税点 税率为 税率".split(),
    *"group,position,positions,supply,supplies,equipment,material,materials,document,currency,curr,our".split(
        ","
    ),
)
"""Words that may stand beside a total's own word and change nothing of what it is."""
WORDS = lexicon({**SUMMARIES, **QUALIFIERS, Qualifier.FILLER: (*QUALIFIERS[Qualifier.FILLER], *OF_ORDERS)})
RATE = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*%")
LABEL_END = re.compile(
    r"[:：](?:\s?[-–](?=\s))?|(?<=\0)(?=[-\d])|(?=[¥￥$€£])|(?<=\D)\s+(?=[-\d])|(?<=[)）\u4e00-\u9fff])(?=[-\d])|(?<=[A-Za-z])(?=\d[\d.,]*\d$)"
    r"|(?<=[)）写])(?=[零壹贰叁肆伍陆柒捌玖拾佰仟万亿人])|(?<=写[)）])\s+(?=[零壹贰叁肆伍陆柒捌玖拾])"
)
COLON = re.compile(r"[:：]")
CLAUSE = re.compile(r"\s*(?:第[一二三四五六七八九十]+[条章款]|[一二三四五六七八九十]+\s?[、.．])\s*")
"""The number of the clause that a total is: 二、合同总价."""
CODED = re.compile(
    r"\b(VAT|[CIS]?GST|UTGST|HST|PST|QST|TVA|IVA|MwSt|USt|BTW)\d{1,2}(?:\.\d)?(?=\s*(?:$|[(（:：@]))",
    re.IGNORECASE,
)
"""The name of a tax with the rate of its code in it: IGST18, "VAT20"."""
HALF = re.compile(r"\b(?:CGST|SGST|UTGST)", re.IGNORECASE)
AT_RATE = re.compile(r"@\s?(\d{1,2}(?:[.,]\d{1,3})?)\s?%?(?=\s|$|[:：)）])")
"""The rate behind the name of a tax, as ERPNext prints it: "VAT @ 20.0"."""
SECTIONS = re.compile(r"[(（]\s?\w{1,3}(?:\s?[+＋]\s?\w{1,3})+\s?[)）]")
"""Which sections a total adds up: 总价（一＋二）, "Total (A+B)"."""
OPENING, CLOSING = "(（[【", ")）]】"
LISTED = re.compile(r"\s*[，；;。]\s*|,\s+(?=\D)")
"""What parts the sums of one line."""
BARE = re.compile(r"[(（\[]?\s*(?:[^\W\d_]{1,3}|[€$£¥￥])\s*[)）\]]?")
"""A currency behind a colon belongs to the label: "Total: (USD)"."""
IN_FIGURES = re.compile(
    r"[(（]?\s*小写\s*[)）]?\s*[:：]?\s*(?=[¥￥]|\d)|[¥￥]\s?[:：]\s?(?=\d)|(?<=[整正分角\s])\s*[(（]?(?=[¥￥]\s?\d)"
)
"""What stands between a sum in words and the same in figures."""
ENDING = "）)。. \u3000"
STOPS = " \t\u3000。；;"
"""What ends the sentence that a sum stands in: 合计金额：143472.06 元。"""
SIGNED = re.compile(r"[¥￥]\s?[:：]\s?")
BEGIN = re.compile(r"(?:^|(?<=[\s,，;；。]))(?=\S)")
ORDER = (
    Summary.WORDS,
    Summary.CARRIED,
    Summary.SUBTOTAL,
    Summary.DISCOUNT,
    Summary.GROSS,
    Summary.NET,
    Summary.TAX,
    Summary.TOTAL,
    Summary.CHARGE,
)
"""Which meaning wins where a label holds several."""


@dataclass(frozen=True, slots=True)
class SummaryLabel:
    """A recognised summary label; `rest` is the text behind it, `rate` a tax rate it names."""

    kind: Summary
    rest: str
    rate: Decimal | None = None
    currencies: tuple[str, ...] = ()
    part: bool = False
    """One of two taxes that are halves of one: India's central and state GST."""


@functools.lru_cache(maxsize=8192)
def recognise(text: str) -> SummaryLabel | None:
    """Return what a summary row states, or None where the text is no summary label."""
    at = AT_RATE.search(text)
    bare = _recognised(AT_RATE.sub(" ", text)) if at is not None else None
    if at is None or bare is None or bare.kind is not Summary.TAX:
        return _recognised(text)
    return bare if bare.rate is not None else replace(bare, rate=Decimal(at[1].replace(",", ".")))


def _recognised(text: str) -> SummaryLabel | None:
    clause = CLAUSE.match(text)
    text = CODED.sub(r"\1", text[clause.end() :] if clause else text)
    label, rest = _parted(SIGNED.sub("小写：", text) if SIGNED.match(text) else text)
    if rest and BARE.fullmatch(rest) and money.currency(rest):
        label, rest = f"{label} {rest}", ""
    rate = RATE.search(label)
    whole = key(SECTIONS.sub(" ", RATE.sub(" ", label)))
    if not whole or len(whole) > 60:
        return None
    tokens, covered = WORDS.tokens(whole)
    if covered < len(whole):
        return None
    kind = _kind(tokens)
    percent = Decimal(rate[1].replace(",", ".")) if rate else None
    if kind is None:
        return None
    return SummaryLabel(kind, rest, percent, money.currency(label), part=HALF.search(label) is not None)


def segments(text: str) -> list[tuple[int, int]]:
    """Return where the sums of a text stand that states several: 大写：… 小写：…, 未税9.00，税额1.17."""
    listed = _listed(text) or _spelled(text)
    if listed:
        return listed
    colons = [match.start() for match in COLON.finditer(text)]
    if len(colons) < 2:
        return []
    pairs = zip([0, *(colon + 1 for colon in colons)], colons, strict=False)
    starts = [start for after, colon in pairs if (start := _label_start(text, after, colon)) is not None]
    return list(itertools.pairwise([*starts, len(text)])) if len(starts) > 1 else []


def _spelled(text: str) -> list[tuple[int, int]]:
    """Return the parts of a sum in words with the figures behind it: …（大写）：壹元整 （小写）￥1.00."""
    mark = IN_FIGURES.search(text)
    said = recognise(text[: mark.start()].strip()) if mark is not None and mark.start() else None
    if mark is None or said is None or said.kind is not Summary.WORDS or not said.rest:
        return []
    return [(0, mark.start()), (mark.start(), len(text.rstrip(ENDING)))]


def in_figures(text: str) -> SummaryLabel | None:
    """Return a sum that nothing but its sign names, where it stands behind the same in words."""
    figures = text.lstrip("（( ")
    return SummaryLabel(Summary.TOTAL, figures) if money.parse(figures) is not None else None


def _listed(text: str) -> list[tuple[int, int]]:
    """Return the parts of a text between commas where each of them is a sum with its value."""
    marks = [match.span() for match in LISTED.finditer(text) if not _in_brackets(text, match.start())]
    edges = [0, *(edge for span in marks for edge in span), len(text)]
    spans = [span for span in zip(edges[::2], edges[1::2], strict=True) if text[slice(*span)].strip()]
    said = [recognise(text[start:end].strip()) for start, end in spans]
    whole = len(spans) > 1 and all(each is not None and each.rest for each in said)
    return spans if whole else []


def _in_brackets(text: str, at: int) -> bool:
    """Tell whether a place in a text lies between brackets: （含税，税率13%）."""
    return sum(text.count(each, 0, at) for each in OPENING) > sum(text.count(each, 0, at) for each in CLOSING)


def _label_start(text: str, after: int, colon: int) -> int | None:
    """Return where the summary label before a colon begins, None where it is no such label."""
    begins = (match.start() for match in BEGIN.finditer(text, after, colon))
    return next((at for at in begins if recognise(text[at : colon + 1]) is not None), None)


def _parted(text: str) -> tuple[str, str]:
    """Cut "合计：￥1.00" or "Total 12.00" into the label and what stands behind it."""
    rateless = RATE.sub(lambda match: "\0" * len(match[0]), text)
    end = LABEL_END.search(rateless)
    if end is None:
        return text, ""
    return text[: end.start()], text[end.end() :].strip(STOPS)


def _kind(tokens: list[Token[Summary | Qualifier]]) -> Summary | None:
    said = frozenset(each for token in tokens for each in token.meanings)
    kinds = [kind for kind in ORDER if kind in said]
    if not kinds:
        return None
    first = kinds[0]
    if first is Summary.TAX and Summary.TOTAL in kinds and Qualifier.TAX_EXCLUDED in said:
        # "Gesamtsumme zzgl. MwSt." is the sum to which the tax comes.
        return Summary.NET
    if first is Summary.TOTAL and Qualifier.TAX_INCLUDED in said:
        return Summary.GROSS
    if first is Summary.TOTAL and Qualifier.TAX_EXCLUDED in said:
        return Summary.NET
    return first
