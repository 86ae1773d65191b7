"""The kind of paper that a line names: a title in one language or two, perhaps with a number and a date."""

import functools
import re
from collections.abc import Sequence

from extractors.fields.calendar_days import MONTHS
from extractors.kinds import compound_titles
from extractors.late import late
from extractors.vocabulary import KINDS
from extractors.vocabulary.keys import Token, key, lexicon
from models.reading import Kind

TITLES = lexicon(KINDS)
MAX_TITLE = 44
CHINESE_END = late(r"[\u4e00-\u9fff]$")
SENTENCE = late(r"[，。；]")
"""A line with such a mark is part of a sentence, which may end with the name of a paper."""
TAIL = late(r"^(?:no|nr|number|ref|编号|号码|号)?[a-z]{0,6}\d+(?:[a-z]{1,4}\d+)*[a-z]{0,3}$")
"""What may follow a title in its line: the document's number, perhaps with a date."""
BEHIND = frozenset(
    (
        "- / no no. nr nr. n° nº num núm número numéro number ref of dated date from del du vom den"
        " page rev rev. revision # and"
    ).split()
)
"""Words between a title, its number and its date."""
BRACKETED = late(r"[(（][^()（）]{1,40}[)）]")
"""A remark between a title and its number: "Gutschrift (selbst ausgestellte Rechnung) Nr. 4711"."""
WHOSE = late(r"^\s+(?:des|der|für)\s+[A-ZÄÖÜ][\w-]+(?=\s.*\d)")
"""Whose paper it is, between a German title and its number: "Rechnung des Versicherers Nr. 4711"."""
STATE = late(
    r"(?<=[\u4e00-\u9fff])\s*[(（](?:已(?:发布|审核|审批|批准|核准|确认|下达|生效|签发)|正式|有效|正本|副本|传真件)[)）]"
    r"(?:[\s·,，]*(?:版本|版次|第)?\s*[Vv]?\d{0,2}(?:\.\d)?(?:次变更|版)?){0,3}\s*$"
)
"""How far an order has come, in brackets behind its Chinese title, and its version: （已发布） V2."""
STAGE = late(
    r"(?<=\d)\s+(?:待确认|已确认|待接收|已接收|待发货|已发布|已审核|已审批|已下达|已生效|执行中|(?i:released|confirmed|open|issued))\s*$"
)
"""The same behind its number, as platforms print it: 采购订单 4700031556 待确认."""
PLATFORM = late(r"(?<=[\u4e00-\u9fff])\s+[A-Za-z\u4e00-\u9fff]{2,24}(?:平台|系统|门户)\s*$")
"""Where a paper was printed, behind its Chinese title: 采购订单 东岳供应商协同平台."""
SUPPLIED = late(
    r"\s+(?:(?:zur (?:Lieferung|Beschaffung)|(?:für|über) die Lieferung) (?:von|der)"
    r"|for (?:the )?(?:supply|delivery|purchase) of|pour la fourniture d(?:e|es|u)"
    r"|para (?:el|o) suministro de)"
    r"(?!.*(?:storn|annul|abgelehn|entwurf|bestätig|confirm|cancel|request|quot|anfrage|angebot|refus|rejet|draft))"
    r"\s[^\d.:;]{3,60}",
    re.IGNORECASE,
)
"""What is ordered, behind the title of an order: "Auftrag zur Lieferung von Gleitringdichtungen"."""
LABELLED = late(
    r"(?<=\S)\s+(?:(?:采购|购货)?(?:订单|合同)?(?:单号|编号|号)|(?:订单|下单|签订|制单|单据)?日期)\s*[:：]\s*[A-Za-z\d][\w./-]*\s*$"
)
"""The number or the day behind a Chinese title, with its label: 采购订单 单号：KX-0418 日期：2026/04/18."""
NAMED = late(r"[:：]\s*\S")
"""A label with a value."""
LANGUAGES = late(r"\s*[/／|]\s*|(?<=[\u4e00-\u9fff])\s*(?=[A-Z])")
WORD = late(r"[A-Za-z]+")
HEADS = {"order": Kind.PURCHASE_ORDER, "contract": Kind.CONTRACT, "agreement": Kind.CONTRACT}
HEADED = late(
    r"(?:[A-Z][\w&/-]*\s+(?:(?:of|for|and|the)\s+)?){0,4}"
    r"(?P<head>Order|ORDER|Contract|CONTRACT|Agreement|AGREEMENT)"
    r"(?:\s*\([A-Z]+\)|\s+(?:for|of|FOR|OF)\s+[A-Z][\w&/ '’-]{2,30})?"
)
"""A title in capitals, or with capital letters, that ends with the word for the paper."""
CHANGING = late(
    r"(?:änderung|nachtrag|ergänzung|addendum|amendment|change|supplement|modification|avenant)"
    r"(?:\s+(?:no\.?|nr\.?|#)?\s*\d{1,3})?\s+(?:zu[rm]?|to|of|der|des|à|au)\s+(?:(?:our|your|the|unserer?|la)\s+)?"
    r"(?:(?:purchase|work)\s+)?"
    r"(?:order|p\.?o\.?|contract|bestellung|auftrag|vertrag|commande|bon de commande)(?![a-z])",
    re.IGNORECASE,
)
"""The title of a change names the order that it changes: "Addendum to PO 4711"."""
CHANGED_TITLE = late(
    r"(?<=\S)\s*[(（]\s*(?:变更|變更|更改|变更单|(?i:change|amendment|änderung))\s*[)）]\s*$"
)
"""An order's title may say in brackets that it is the change of one."""
OTHER_PAPER = late(
    r"confirm|acknowledg|response|status|change|amend|cancel|reminder|return|technical|quality"
    r"|disclosure|service level|framework|blanket|our|your",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=8192)
def kind_of_title(text: str) -> Kind | None:
    """Return the kind a line names: one or two titles (two languages), perhaps with a number."""
    text = STAGE.sub("", STATE.sub("", PLATFORM.sub("", text)))
    text = _without_labels(text)
    if _is_change(text):
        return Kind.CHANGE_ORDER
    whole = key(text)
    if not whole or len(whole) > MAX_TITLE:
        return _leading(text) if whole and len(text) <= 2 * MAX_TITLE else None
    tokens, covered = TITLES.tokens(whole)
    cut = (
        covered < len(whole) and whole[covered - 1 : covered + 1].isascii() and not _word_ends(text, covered)
    )
    if not tokens or cut or (whole[covered:] and not TAIL.match(whole[covered:])):
        return _ending(text, whole) or _leading(text) or _headed(text) or _in_two(text)
    return _of_tokens(tokens)


def _is_change(text: str) -> bool:
    """Tell whether a title names the order that it changes, or is one with the mark of a change."""
    found = CHANGING.match(text)
    if found is not None:
        return len(text) <= MAX_TITLE and _is_numbering(text[found.end() :])
    bare = CHANGED_TITLE.sub("", text)
    return bare != text and kind_of_title(bare) in {Kind.PURCHASE_ORDER, Kind.CONTRACT}


def _without_labels(text: str) -> str:
    """Return a title without the labels of its number and day; what is no title alone stays as it is."""
    bare = LABELLED.sub("", LABELLED.sub("", text))
    whole = key(bare) if bare != text else ""
    return bare if whole and TITLES.tokens(whole)[1] == len(whole) else text


def _of_tokens(tokens: Sequence[Token[Kind]]) -> Kind:
    """Return the kind that the parts of a title make: 框架合同采购订单 is an order under a framework."""
    kinds = [kind for token in tokens for kind in token.meanings]
    last = tokens[-1].meanings
    if Kind.FRAMEWORK_AGREEMENT in kinds and last == {Kind.PURCHASE_ORDER}:
        return Kind.PURCHASE_ORDER
    return min(kinds, key=list(KINDS).index)


def _ending(text: str, whole: str) -> Kind | None:
    """Return the kind of a Chinese title that ends with its kind (某某公司机械密封采购合同)."""
    if len(whole) > 24 or not CHINESE_END.search(whole) or SENTENCE.search(text):
        return None
    for length in range(len(whole), 1, -1):
        tokens, covered = TITLES.tokens(whole[-length:])
        if tokens and covered == length:
            return _of_tokens(tokens)
    return None


def _word_ends(text: str, covered: int) -> bool:
    """Tell whether a word of a text ends where so many characters of its key do."""
    return any(len(key(text[: end.end()])) == covered for end in WORD.finditer(text))


def _leading(text: str) -> Kind | None:
    """Return the kind of a title that its number and date follow ("Purchase order 45-1 dated 3 May 2026")."""
    for end in reversed([match.end() for match in WORD.finditer(text)]):
        whole = key(text[:end])
        tokens, covered = TITLES.tokens(whole)
        if tokens and covered == len(whole):
            kinds = [kind for token in tokens for kind in token.meanings]
            kind = min(kinds, key=list(KINDS).index)
            told = kind is Kind.PURCHASE_ORDER and SUPPLIED.fullmatch(text, end) is not None
            return kind if told or _is_numbering(text[end:]) else None
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return compound_titles.kind_of(word) if _is_numbering(text[len(word) :]) else None


def _is_numbering(text: str) -> bool:
    """Tell whether nothing but a number and a date follows a title."""
    bare = WHOSE.sub(" ", BRACKETED.sub(" ", text))
    rest = (each for each in re.split(r"[\s,;:()]+", bare.casefold()) if each)
    return all(any(map(str.isdigit, each)) or each in BEHIND or each.rstrip(".") in MONTHS for each in rest)


def _in_two(text: str) -> Kind | None:
    """Return the kind of a title in two languages of which one is known (购货合同 PURCHASE CONTRACT)."""
    parts = LANGUAGES.split(text)
    labelled = NAMED.search(parts[0]) is not None
    kinds = [kind_of_title(part) for part in parts] if len(parts) > 1 and not labelled else []
    return next((kind for kind in kinds if kind is not None), None)


def _headed(text: str) -> Kind | None:
    """Return the kind of an English title by its last word ("Local Purchase Order (LPO)")."""
    head = HEADED.fullmatch(text.strip())
    return HEADS[head["head"].casefold()] if head is not None and not OTHER_PAPER.search(text) else None
