"""Summary rows: what a total, a subtotal or an amount in words is called."""

import functools
import itertools
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import money, tax, units
from extractors.header import sum_remarks, worded_sums
from extractors.late import late
from extractors.rare import Rare
from extractors.vocabulary import QUALIFIERS, SUMMARIES
from extractors.vocabulary.keys import Token, key, lexicon
from extractors.vocabulary.meanings import Qualifier, Summary

OF_ORDERS = (
    *"order,PO,purchase order,contract,agreement,value,amount,grand,overall,final,goods,items".split(","),
    *"lines,all,invoice,this,to be,payable,due,basic,ordered,whole".split(","),
    *"EXW FCA CPT CIP DAP DPU DDP FAS FOB CFR CIF DAT DDU ex works".split(),
    *"本 本单 订单 本订单 合同 本合同 采购 订货 订购 货物 货款 应付 实付 金额 价款 以上 全部".split(),
    *"其中 变更后 调整后 修改后 修订后 更改后 更新后 现 新 new revised amended updated".split(),
    *"协议 本协议 项目 产品 设备 备件 材料 物资 商品 标的 标的物".split(),
    *"适用税率 增值税率 税点 税率为 税率 折后 折扣后 优惠后 让利后 打折后 下浮后".split(),
    *"order price,PO price,purchase order price,und,est,est.,estimated,geschätzt,ca.".split(","),
    *"fixed price,firm price,Festpreis,Fixpreis,als Festpreis,固定总价,固定价".split(","),
    *"group,position,positions,supply,supplies,equipment,material,materials,document,currency,curr,our".split(
        ","
    ),
)
"""Words that may stand beside a total's own word and change nothing of what it is."""
WORDS = lexicon({**SUMMARIES, **QUALIFIERS, Qualifier.FILLER: (*QUALIFIERS[Qualifier.FILLER], *OF_ORDERS)})
RATE = late(r"(\d{1,2}(?:[.,]\d+)?)\s*%")
LABEL_END = late(
    r"[:：](?:\s?[-–](?=\s))?|(?<=\0)(?=-?\s?\d)|(?<![A-Za-z])(?=(?:[A-Z]{1,3})?[¥￥$€£])|(?<=\D)\s+(?=-?\s?\d)|(?<=[)）\u4e00-\u9fff])(?=[-\d])|(?<=[A-Za-z])(?=\d[\d.,]*\d$)"
    r"|(?<=[)）写])(?=[零壹贰叁肆伍陆柒捌玖拾佰仟万亿人])|(?<=写[)）])\s+(?=[零壹贰叁肆伍陆柒捌玖拾])"
)
COLON = late(r"[:：]")
CLAUSE = late(
    r"\s*(?:第[一二三四五六七八九十]+[条章款]|[一二三四五六七八九十]+\s?[、.．]"
    r"|\d{1,2}(?:\.\d{1,2}){0,2}(?:[、.．]|\s)(?=\s*[\u4e00-\u9fff（）()]{2,16}[:：]))\s*"
)
"""The number of the clause that a total is: 二、合同总价, "2 合同金额：…"."""
CODED = late(
    r"\b(VAT|[CIS]?GST|UTGST|HST|PST|QST|TVA|IVA|MwSt|USt|BTW)\d{1,2}(?:\.\d)?(?=\s*(?:$|[(（:：@]))",
    re.IGNORECASE,
)
"""The name of a tax with the rate of its code in it: IGST18, "VAT20"."""
HALF = late(r"\b(?:CGST|SGST|UTGST)", re.IGNORECASE)
TAX_CODE = late(
    r"(?:(?<=税)|(?<=\btax)|(?<=\bvat))\s*\b[A-Z]\d(?=\s+\d{1,2}(?:[.,]\d+)?\s*%)"
    r"|(?<=[%％])\s*[(（][A-Z]\d[)）]",
    re.IGNORECASE,
)
"""The code of a tax between its name and its rate, as SAP prints it, or behind: "Input tax V1 19 %"."""
AT_RATE = late(r"@\s?(\d{1,2}(?:[.,]\d{1,3})?)\s?%?(?=\s|$|[:：)）])")
"""The rate behind the name of a tax, as ERPNext prints it: "VAT @ 20.0"."""
SIGN_TOLD = late(
    r"\s*(?:(?:(?P<less>less|减)|add|plus|另?加)\s*[:：]\s*(?=\D)"
    r"|(?:(?P<off>abzüglich|abzgl\.?)|zuzüglich|zzgl\.?|plus|另加)\s+)",
    re.IGNORECASE,
)
"""What says whether a charge comes on top or is taken off: "Less : Round Off", "Add: Freight"."""
CHARGED = frozenset({Summary.CHARGE, Summary.DISCOUNT, Summary.TAX})
OPENING, CLOSING = "(（[【", ")）]】"
LISTED = late(r"\s*[，；;。]\s*|,\s+(?=\D)")
"""What parts the sums of one line."""
BARE = late(r"[(（\[]?\s*(?:[^\W\d_]{1,3}[$¥￥]?|[€$£¥￥])\s*[)）\]]?")
"""A currency behind a colon belongs to the label: "Total: (USD)"."""
IN_FIGURES = late(
    r"[(（]?\s*小写\s*[)）]?\s*[:：]?\s*(?=[¥￥]|\d)|[¥￥]\s?[:：]\s?(?=\d)|(?<=[整正分角\s])\s*[(（]?(?=[¥￥]\s?\d)"
)
"""What stands between a sum in words and the same in figures."""
ENDING = "）)。. \u3000"
RAND = late(r"(?<=\w)\s+(?:R|[(]R[)])\s*$")
"""The sign of the rand behind a label: "ORDER TOTAL  R"."""
STOPS = " \t\u3000。；;"
"""What ends the sentence that a sum stands in: 合计金额：143472.06 元。"""
SIGNED = late(r"[¥￥]\s?[:：]\s?")
BEGIN = late(r"(?:^|(?<=[\s,，;；。]))(?=\S)")
PLACED = Rare(
    r"(?P<label>.{3,40}?)[\s,(]+"
    r"(?:EXW|FCA|CPT|CIP|DAP|DPU|DDP|FAS|FOB|CFR|C&F|CIF|DAT|DDU|ex[ -]works)\b[ ,:]*"
    r"(?P<place>[^\W\d_][^\d:：()]{1,30}?)\)?"
    r"(?P<end>\s*(?:$|[:：(].*|(?:[A-Z]{3}|[$€£¥￥])?\s?\d[\d.,' ]*$"
    r"|(?:EUR|USD|GBP|CNY|RMB|CHF|JPY|SEK|NOK|DKK|INR|AED|ZAR|AUD|CAD|SGD|PLN|[$€£¥￥])\s*$))",
    "exw|fca|cpt|cip|dap|dpu|ddp|fas|fob|cfr|c&f|cif|dat|ddu|works",
    re.IGNORECASE,
)
"""A sum with the trade term that it is reckoned for, and the place."""
EDITION = Rare(
    r"[\s,]*[(（]?\s*\bincoterms\s?®?\s*(?:(?:19|20)\d\d)?(?!\d)\s*[)）]?", "incoterms", re.IGNORECASE
)
"""The edition of the rules behind the place: "TOTAL, CIF KOBE (INCOTERMS 2020)"."""
CARRIED = Rare(
    r"(?P<label>[^\d:]{0,30}?(?i:freight|transport|packing|forwarding|shipping|fracht)[^\d:]{0,30}?)"
    r"\s+(?i:(?:up )?to )(?:[A-ZÀ-Þ]|destination|site|port|our )[^\d:]{0,30}?"
    r"(?P<end>\s*(?:$|[:：].*|(?:[A-Z]{3}|[$€£¥￥])?\s?\d[\d.,' ]*[.,]\d\d$))",
    "freight|transport|packing|forwarding|shipping|fracht",
)
"""A charge for taking the goods to a place."""
PORT = late(r"\b(?:sea|air)?port(?: of\b)?", re.IGNORECASE)  # no freight, as in French
TONGUES = late(r"\s+[/|]\s+|\s*／\s*")
"""What parts the same in two tongues."""
TRANSLATED = frozenset({*Summary} - {Summary.CHARGE, Summary.DISCOUNT, Summary.WORDS})
"""Sums that a word beside a stroke names; what is charged may be a thing as well: "Packing / Cord"."""
NAMED_TAX = late(
    r"(?P<whose>(?:[^\W\d_][^\W\d_.'-]*(?:\s+|\s*/\s*)){1,4})"
    r"(?P<tax>(?:VAT|GST|IVA|TVA|MwSt\b\.?|USt\b\.?|BTW|value added tax|(?:sales|use)\s+tax)(?![^\W\d_]).*)",
    re.IGNORECASE,
)
REMARKED = Rare(
    r"(?P<label>[^:–—]{2,30}%\)?)\s+(?:[-–—]\s+[^\d:]{3,40}?|[(（][^\d:()（）]{3,40}[)）])"
    r"(?P<end>\s*(?:$|[:：].*|-?\d[\d.,' ]*[.,]\d\d$))",
    "%",
)
"""A tax with the reason for its rate: "VAT 0% - intra-Community supply", "GST 0% (for a vessel)"."""
RATED = frozenset({Summary.TAX, Summary.DISCOUNT})
OTHER_TAX = late(
    r"withh|reten|import|customs|dut(?:y|ies)|income|stamp|revers|\b(?:inc|ink|ex|zzgl|plus|with|ohne|net|pric|on|of)",
    re.IGNORECASE,
)
"""Taxes that come not to the sum of the goods, and what is said of prices."""
PRICED = frozenset({Summary.TOTAL, Summary.NET, Summary.GROSS, Summary.SUBTOTAL})
ORDER = tuple(Summary[name] for name in "WORDS CARRIED SUBTOTAL DISCOUNT GROSS NET TAX TOTAL CHARGE".split())
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
    if at is None or bare is None or bare.kind not in RATED:
        return _recognised(text)
    return bare if bare.rate is not None else replace(bare, rate=Decimal(at[1].replace(",", ".")))


def _recognised(text: str) -> SummaryLabel | None:
    if start := sum_remarks.section(text):
        found = _recognised(text[start:])
        return found and replace(found, kind=Summary.SUBTOTAL)
    text = sum_remarks.uncharged(sum_remarks.without_section(text))
    told = SIGN_TOLD.match(text)
    inner = _recognised(text[told.end() :]) if told is not None else None
    if told is not None and inner is not None and inner.kind in CHARGED:
        less = told["less"] or told["off"]
        return replace(inner, kind=Summary.DISCOUNT) if less and inner.kind is Summary.CHARGE else inner
    text = sum_remarks.uncarried(tax.turned(text.lstrip("*+＋ ")))
    clause = CLAUSE.match(text)
    text = TAX_CODE.sub("", CODED.sub(r"\1", text[clause.end() :] if clause else text))
    label, rest = _parted(SIGNED.sub("小写：", text) if SIGNED.match(text) else text)
    label = tax.plainly_named(label, rest)
    if rest and BARE.fullmatch(rest) and money.currency(rest):
        label, rest = f"{label} {rest}", ""
    rate = RATE.search(label)
    whole = key(RAND.sub("", sum_remarks.without_sections(RATE.sub(" ", label))))
    if not whole or len(whole) > 60:
        return None
    tokens, covered = WORDS.tokens(whole)
    kind = _kind(tokens) if covered == len(whole) else _translated(label)
    if kind is None and covered < len(whole):
        return _delivered(text) or _named_tax(text) or _of_section(text)
    percent = Decimal(rate[1].replace(",", ".")) if rate else None
    if kind is None:
        return None
    return SummaryLabel(kind, rest, percent, money.currency(label), part=HALF.search(label) is not None)


def _of_section(text: str) -> SummaryLabel | None:
    """Return the sum of a section of any name: 泵房设备小计."""
    return _recognised(text[start:]) if (start := sum_remarks.named_section(text)) else None


def _delivered(text: str) -> SummaryLabel | None:
    """Return the sum before words for where it takes the goods: "TOTAL CIF KOBE", "Air freight to Izmir"."""
    carried = CARRIED.match(text)
    if carried is not None:
        charge = _recognised(f"{carried['label']}{carried['end']}")
        return charge if charge is not None and charge.kind is Summary.CHARGE else None
    text = EDITION.sub("", text)
    term = PLACED.match(text)
    label = _recognised(f"{term['label']}{term['end']}") if term is not None else None
    if term is None or label is None or label.kind not in PRICED:
        return None
    return None if any(WORDS.of(key(word)) for word in PORT.sub("", term["place"]).split()) else label


def _translated(label: str) -> Summary | None:
    """Return what a label says of which one half is in a tongue that nobody knows: "To pay / Do zapłaty"."""
    words = TONGUES.split(label)
    halves = [key(RATE.sub(" ", half)) for half in words]
    if len(halves) != 2 or not all(halves) or any(map(units.canonical, words)):
        return None
    said = [WORDS.tokens(half) for half in halves]
    known = [covered == len(half) for half, (_, covered) in zip(halves, said, strict=True)]
    kinds = [_kind(tokens) for tokens, _ in said]
    if known.count(True) != 1:
        return None
    kind, other = kinds[known.index(True)], kinds[known.index(False)]
    return kind if kind in TRANSLATED and other in {None, kind} else None


def _named_tax(text: str) -> SummaryLabel | None:
    """Return the tax with its rate beside words that tell whose it is or why: "KSA Standard VAT 15%"."""
    head = REMARKED.match(text)
    plain = _recognised(head["label"] + head["end"]) if head is not None else None
    if plain is not None and plain.kind is Summary.TAX and plain.rate is not None:
        return plain
    said = NAMED_TAX.match(text) if "%" in text else None
    if said is None or OTHER_TAX.search(text) or any(WORDS.of(key(each)) for each in said["whose"].split()):
        return None
    label = _recognised(said["tax"])
    return label if label is not None and label.kind is Summary.TAX and label.rate is not None else None


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
    return [(0, mark.start()), (mark.start(), len(sum_remarks.unnoted(text).rstrip(ENDING)))]


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
    return text[: end.start()], worded_sums.alone(text[end.end() :].strip(STOPS))


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
