"""Sentences that say on which trade term goods are delivered or priced, and nothing else.

"Die Lieferung erfolgt CFR Hamburg (Incoterms 2020).", "All prices are FOB Qingdao." One is certain where
every word of it is known, no label speaks of the term, and the document names no other one.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import incoterms
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.labels import Labelled
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.runs import Run
from extractors.vocabulary.meanings import Label

STATED = late(
    r"(?:the |all |our )*(?:deliver(?:y|ies)|shipments?|goods|prices)"
    r"(?: (?:is|are|shall be|must be|will be|is to be|are to be|to be))?"
    r"(?: (?:made|effected|delivered|supplied|shipped|quoted|understood))?(?: on (?:the )?basis)?:? \0"
    r"|(?:die |alle |unsere )*(?:lieferung(?:en)?|waren?|preise)"
    r"(?: (?:erfolgt|erfolgen|ist|sind|verstehen sich))?(?: zu liefern)?:? \0"
    r"|(?:上述|以上|本合同|本订单|所有|的)*(?:价格|单价|交货|交货方式|价格条件|贸易术语)"
    r"(?:均|都)?(?:为|是|采用|按) ?\0",
    re.IGNORECASE,
)
"""The whole of such a sentence, with a NUL in the place of the term."""
FIELDS = frozenset({Label.INCOTERMS, Label.TERMS, Label.PRICE_NOTE})


def proven(labelled: Sequence[Labelled], runs: Sequence[Run]) -> Iterator[Labelled]:
    """Yield the terms of such sentences, where they are the only ones that the document names."""
    if any(each.meanings & FIELDS for each in labelled):
        return
    named = [(run, span) for run in sentences.paragraphs(runs) for span in incoterms.find(run.text)]
    values = {incoterms.normal(run.text[start:end]) for run, (start, end) in named}
    if len(values) != 1 or None in values:
        return
    for run, (start, end) in named:
        if _is_whole(run.text, start, end):
            yield Labelled(frozenset({Label.INCOTERMS}), run, run, "sentence", start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a term says nothing but that goods or prices are on it."""
    ends = [match.end() for match in sentences.SENTENCE_END.finditer(text)]
    low = max((each for each in ends if each <= start), default=0)
    high = min((each for each in ends if each > end - 1), default=None)
    if high is None:
        return False
    said = CLAUSE.sub("", f"{text[low:start]}\0{text[end:high]}").strip(" .。;!")
    return STATED.fullmatch(" ".join(said.split())) is not None
