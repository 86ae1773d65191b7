"""Words that label a field: a label is known wholly or not at all."""

import functools
import re
from dataclasses import dataclass, replace

from extractors.header.labelling import part_labels
from extractors.header.labelling.composed_labels import composed, speaks_of_other
from extractors.late import late
from extractors.rare import Rare
from extractors.vocabulary import LABELS, QUALIFIERS
from extractors.vocabulary.keys import key, lexicon
from extractors.vocabulary.meanings import Label, Qualifier

WORDS = lexicon(
    {**LABELS, **{word: QUALIFIERS[word] for word in QUALIFIERS if word is not Qualifier.CURRENCY}}
)
CLAUSE = late(
    r"^\s*(?:第[一二三四五六七八九十百\d]+[条章款]|[一二三四五六七八九十]+\s*[、.．,，]|[（(][一二三四五六七八九十\d]+[)）]"
    r"|(?i:Article|Art\.|Clause|Section|§|Điều)\s?\d{1,2}"
    r"(?:\s?[.:)—–-](?!\d)|(?=\s[A-Z][a-z][^:：]{0,50}[:：]|\s?[\u4e00-\u9fff][^:：]{0,50}[:：]))"
    r"|\d{1,2}(?:\.\d{1,2})*\s*[、.．)）](?!\d)|\d{1,2}\.\d\s+(?=[A-Z][A-Za-z]{3})|\d{1,2}\.\d\d?\s+(?=[\u4e00-\u9fff]{2})|[①-⑳]|[●•※◆■▪►★○◎]|\*|-(?=\s))\s*"
)
COUNTED = late(
    r"\s*(?:\d{1,2}\s+(?=[A-Z][a-z]|[\u4e00-\u9fff]{2,8}\s+[A-Z][a-z])|[A-Z]\d{1,2}\.?\s?(?=[\u4e00-\u9fff]))"
)
"""The number of a box on a printed form, or of a clause: "2 Order number", "3 交货地点 Place", B1交付."""
COLON = late(r"[:：](?:\s?[-–](?=\s))?")
"""With the dash that Indian forms set behind it: "Order No. :- 2100902895"."""
SENTENCE_END = late(r"[。；;！!？?]")
MAX_LABEL = 42
VAGUE = frozenset(
    {Label.PLAIN_DATE, Label.PLAIN_NUMBER, Label.NEUTRAL, Label.PARTY_A, Label.PARTY_B, Label.PRICE_NOTE}
)
"""Labels that give way to a more telling one beside them (签订日期/Date, 乙方（买方）)."""
PARTING = late(r"[/()（）\[\]、,，;；&|:：]|[及与和或]|\b(?:and|or)\b")
IDEOGRAPHS = late(r"[\u4e00-\u9fff]")
LETTERS = late(r"[A-Za-z]")
OF = late(r"\bof\b", re.IGNORECASE)
LISTED = late(r"[、，,/&]|及|和|与|\band\b")
GENERIC = frozenset(
    (
        "时间 地点 期限 方式 方法 费用 费用负担 负担 标准 依据 条件 比例 账期 期 日期"
        " method time place date period"
    ).split()
)
"""What a clause's title may add to its topic: 结算方式、时间及地点."""
LANGUAGES = late(r"\s*[/／]\s*|(?<=[\u4e00-\u9fff)）])\s*(?=[A-Za-z])")
TURNED = late(r"(?<=[A-Za-z.)])\s*(?=[\u4e00-\u9fff])")
"""Where the Chinese half of a label begins behind the other: "SHIPMENT 交期"."""
MARKED = late(
    r"(?<=\w)\s*(?:[(（]\s?(?:[i?]|[可请]?勾选|选择|选填|必填|打勾|[二三四]选一|[单多]选|在.{1,2}内打.|打.选择"
    r"|(?i:(?:please )?(?:tick|select|choose)(?: one| as appropriate)?))\s?[)）]|[ⓘ*])\s*$"
)
"""What stands behind a label that is explained, must be filled in or has options: "Payment terms (i)"."""
CHANGED = late(
    r"(?<=[\u4e00-\u9fff])(?:(?:保持|维持)?不变[,，]\s?)?(?:(?:仍然?|现|均)(?:变更|调整|修改|更改|修订)?为"
    r"|(?:变更|调整|修改|更改|修订|改)(?:为|成|如下))$"
    r"|(?<=\w)\s+(?:is|are|shall be|has been|have been) (?:hereby )?(?:changed|revised|amended|modified)"
    r"(?: to(?: read)?| as follows)$",
    re.IGNORECASE,
)
"""How a change says what it changes: 付款方式变更为：…, "The payment terms are changed to: …"."""
SLASH = late(r"\s*[/&、]\s*|(?<=[\u4e00-\u9fff.])\s*[及与和]\s*(?=[\u4e00-\u9fff])|\s+and\s+")
"""What parts two things that one label names."""
TWO = 2
SOME = 4
"""A translation has so many letters at least."""
GLOSS = Rare(r"\s*[(（](?P<said>[^()（）]{4,60})[)）]\s*$", ")|）")
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.QUOTATION_NUMBER, Label.PLAIN_NUMBER})
DANGLING = late(r"\b(?:by|for|from|via|through)\s*$|[%％]\s*$", re.IGNORECASE)
"""How a label ends that says who, what for or how much of it: "Order by:" and "Order %" label no number."""
VALUE = late(
    r"\s*(?:due |payable |payment )?(?:up)?on (?:receipt|delivery)\s*\.?\s*"
    r"|\s*\d{1,2}\s?[%％]\s?[(（][^()（）]*[)）]\s*",
    re.IGNORECASE,
)
"""When is paid and a rate with a remark, which label nothing: "Due on receipt", 13%（单价含税）."""
LED = frozenset({Label.PAYMENT, Label.DELIVERY, Label.INCOTERMS})


@dataclass(frozen=True, slots=True)
class Match:
    """A label found at the start of a text; the value begins at `end`."""

    meanings: frozenset[Label]
    end: int
    colon: bool


@functools.lru_cache(maxsize=8192)
def match(text: str) -> Match | None:
    """Return the label that a text starts with: up to its colon, or all of it."""
    counted = COUNTED.match(text)
    if counted is not None:
        boxed = match(text[counted.end() :])
        return (
            replace(boxed, end=boxed.end + counted.end()) if boxed is not None and not boxed.colon else None
        )
    clause = CLAUSE.match(text)
    start = clause.end() if clause else 0
    colon = COLON.search(text, start)
    if colon and colon.start() - start <= MAX_LABEL:
        meanings = meaning(text[start : colon.start()])
        return Match(meanings, colon.end(), colon=True) if meanings else None
    if len(text) - start > MAX_LABEL:
        return None
    meanings = meaning(text[start:])
    # A lone "shipment" may be the end of a sentence; a label begins with a capital.
    lone = len(meanings) > 1 and text[start : start + 1].islower()
    return Match(meanings, len(text), colon=False) if meanings and not lone else None


@functools.lru_cache(maxsize=8192)
def meaning(label: str) -> frozenset[Label]:
    """Return what a label stands for, by the lists or by its parts; nothing where it is not wholly known."""
    found = _meaning(label)
    return frozenset({Label.NEUTRAL}) if found & NUMBERS and DANGLING.search(label) else found


def _meaning(label: str) -> frozenset[Label]:
    label = CHANGED.sub("", MARKED.sub("", label))
    whole = key(label)
    if not whole or SENTENCE_END.search(label) or VALUE.fullmatch(label) or part_labels.is_one(label):
        return frozenset()
    tokens, covered = WORDS.tokens(whole)
    if covered < len(whole):
        return composed(label) or _listed(label) or _glossed(label) or _translated(label)
    named = [each for each in (_labels(token.meanings) for token in tokens) if each]
    if not named:
        return frozenset()
    shared = frozenset.intersection(*named)
    if not shared and _one_phrase(label):
        # Of two things the list does not say which: "Quotation due date", "Delivery of documents".
        return composed(label) or (named[0] | named[-1]) & {Label.NEUTRAL}
    union = frozenset.union(*named)
    return shared or union - VAGUE or union


def _one_phrase(label: str) -> bool:
    """Tell whether a label is one phrase of one language: then its last word says what it labels."""
    return not PARTING.search(label) and not (IDEOGRAPHS.search(label) and LETTERS.search(label))


def _listed(label: str) -> frozenset[Label]:
    """Return what a clause's title labels that lists more than its topic: 结算方式、时间及地点."""
    first, *others = (part.strip() for part in LISTED.split(label))
    if not others or not all(key(part) in GENERIC for part in others):
        return frozenset()
    meanings = meaning(first)
    return meanings if meanings <= LED else frozenset()


def _glossed(label: str) -> frozenset[Label]:
    """Return what a label means whose brackets only explain it: "To (Name and address of contractor)"."""
    gloss = GLOSS.search(label)
    if gloss is None or gloss.start() == 0 or speaks_of_other(gloss["said"]) or meaning(gloss["said"]):
        return frozenset()
    return meaning(label[: gloss.start()])


def _translated(label: str) -> frozenset[Label]:
    """Return what a label in two languages means of which one is known: 采购订单号 / Commercial ref.

    Where both are known, it means what they share: "SHIPMENT 交期".
    """
    parts = [part.strip() for part in LANGUAGES.split(label)]
    turned = len(parts) != TWO
    parts = [part.strip() for part in TURNED.split(label)] if turned else parts
    scripts = {bool(IDEOGRAPHS.search(part)) for part in parts}
    if len(parts) != TWO or any(map(str.isdigit, label)):
        return frozenset()
    one, other = (meaning(part) for part in parts)
    if len(scripts) != TWO or turned or (one and other):
        return one & other  # "Destinazione merce / Goods to"
    strange = parts[0] if not one else parts[1]
    known = one or other
    if known <= VAGUE or len(key(strange)) < (TWO if IDEOGRAPHS.search(strange) else SOME):
        return frozenset()
    return frozenset() if speaks_of_other(strange) else known


def _labels(meanings: frozenset[object]) -> frozenset[Label]:
    return frozenset(each for each in meanings if isinstance(each, Label))


def offered_or_other(label: str) -> frozenset[Label]:
    """Return that the number beside a label of two things, one of them an offer, may be the offer's."""
    parts = SLASH.split(label)
    offered = len(parts) == TWO and any(meaning(part) == {Label.QUOTATION_NUMBER} for part in parts)
    return frozenset({Label.QUOTATION_NUMBER}) if offered else frozenset()
