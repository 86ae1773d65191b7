"""Sentences that say on what day this very contract was made: 双方于2026年5月11日在西安市订立本合同."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.vocabulary.meanings import Label

PAPER = r"(?:本|此)(?:采购|购销|买卖|供货|订货|承揽)?(?:合同|协议|合约|订单)"
MADE = r"(?:签订|订立|签署|签立|达成)"
BEGUN = r"(?:^|[。；;，,：:])\s*(?:第[一二三四五六七八九十]+条\s*)?"
PARTY = r"(?:双方|甲方|乙方|买方|卖方|需方|供方)"
PARTIES = rf"(?:甲乙|买卖|供需|需供)?{PARTY}(?:[、和与及]{PARTY})?(?:经[^，。；;\d]{{0,12}})?"
LED = late(rf"{BEGUN}(?:{PARTIES})?于\s*$")
PLACED = r"\s*(?:在[^，。；;\d]{1,20}?)?"
THIS_BEHIND = late(rf"{PLACED}{MADE}(?:了)?{PAPER}(?=[，。；;]|$)")
THIS_BEFORE = late(rf"{BEGUN}{PAPER}(?:由(?:{PARTIES}))?于\s*$")
MADE_BEHIND = late(rf"{PLACED}{MADE}(?=[，。；;]|$)")
ENGLISH = late(
    r"(?:^|[.:;]\s+)This (?:[Pp]urchase |[Ss]ales |[Ss]upply )?(?:[Cc]ontract|[Aa]greement|[Oo]rder)"
    r" (?:is |was |has been )?(?:hereby )?"
    r"(?:made|concluded|signed|entered into)(?: (?:in|at) [A-Z][\w ]{1,24})?(?: on)?(?: this)?\s*(?:the )?$"
)
ENGLISH_BEHIND = late(r"\s*(?:[.,;]|$|(?:by and )?between\b|in [A-Z])")
CHANGED = late(
    r"修[订改]|变更|补充|[原曾]|若|如(?!下)|应|拟|未|框架|废|supplement|amend|revis|replac|supersed|\bif\b|unless|void",
    re.IGNORECASE,
)
"""What is said in a sentence of a day on which something else was, or will be, made."""


def proven(found: Iterable[Labelled]) -> Iterator[Labelled]:
    """Yield the days of such sentences as those of the document."""
    for each in found:
        if (
            each.meanings == {Label.PLAIN_DATE}
            and each.value is not None
            and _is_of_this(each.value.text, each)
        ):
            yield replace(each, meanings=frozenset({Label.DOCUMENT_DATE}))


def _is_of_this(text: str, day: Labelled) -> bool:
    before, behind = text[: day.start], text[day.end :]
    if CHANGED.search(text):
        return False
    if LED.search(before) and THIS_BEHIND.match(behind):
        return True
    if THIS_BEFORE.search(before) and MADE_BEHIND.match(behind):
        return True
    return ENGLISH.search(before) is not None and ENGLISH_BEHIND.match(behind) is not None
