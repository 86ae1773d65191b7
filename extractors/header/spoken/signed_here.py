"""Sentences that say on what day this very contract was made: 双方于2026年5月11日在西安市订立本合同."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.vocabulary.meanings import Label

PAPER = r"(?:本|此|如下|以下)(?:采购|购销|买卖|供货|订货|承揽)?(?:合同|协议|合约|订单)"
MADE = r"(?:签订|订立|签署|签立|达成)"
LED = late(rf"(?:{PAPER}[^，。；;\d]{{0,24}})?于\s*$")
THIS_BEHIND = late(rf"\s*(?:在[^，。；;\d]{{1,20}}?)?{MADE}(?:了)?{PAPER}")
THIS_BEFORE = late(rf"{PAPER}(?:由[^。；;\d]{{0,40}})?于\s*$")
MADE_BEHIND = late(rf"\s*(?:在[^，。；;\d]{{1,20}}?)?{MADE}(?=[，。；;]|$)")
ENGLISH = late(
    r"\b[Tt]his (?:[Pp]urchase |[Ss]ales |[Ss]upply )?(?:[Cc]ontract|[Aa]greement|[Oo]rder)"
    r" (?:is |was |has been )?(?:hereby )?"
    r"(?:made|concluded|signed|entered into)(?: (?:in|at) [A-Z][\w ]{1,24})?(?: on)?(?: this)?\s*(?:the )?$"
)


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
    before = text[: day.start]
    if LED.search(before) and THIS_BEHIND.match(text, day.end):
        return True
    made = THIS_BEFORE.search(before) is not None and MADE_BEHIND.match(text, day.end) is not None
    return made or ENGLISH.search(before) is not None
