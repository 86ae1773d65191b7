"""Sentences that say on which trade term goods are delivered or priced, and nothing else.

"Die Lieferung erfolgt CFR Hamburg (Incoterms 2020).", "All prices are FOB Qingdao." One is certain where
known words alone lead to it, no label speaks of the term, and the document names no other one.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import incoterms
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.labels import Labelled
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

LED = late(
    r"(?:\W*(?:(?:freight|transport(?:ation)?|carriage|shipping)(?: terms)?(?: description)?|delivery basis"
    r"|(?:delivery|price|trade) terms?)[\s.]*[:：.]"
    r"|(?:and |the |all |our )*(?:deliver(?:y|ies)|shipments?|goods|prices?|delivery basis|price basis)"
    r"(?: (?:is|are|shall|must|will|be|to|as always|as usual|as agreed|take|place|made|effected|delivered"
    r"|supplied|shipped|quoted|understood|on|the|basis|of))*:?"
    r"|(?:the order comes to )?(?:an? |order |grand |net )*total(?: amount)?(?: [总合]计)?(?: of)?"
    r"(?: [a-z]{3})?(?: [\d.,]*\d)?[,:]?"
    r"|(?:die |alle |unsere )*(?:lieferung(?:en)?|waren?|preise)"
    r"(?: (?:erfolgt|erfolgen|ist|sind|verstehen sich))?(?: zu liefern)?:?"
    r"|(?:上述|以上|本合同|本订单|所有|的)*(?:价格|单价|交货|交货方式|价格条件|贸易术语)(?:均|都)?(?:为|是|采用|按)"
    r")?\s*",
    re.IGNORECASE,
)
"""What leads to the term in such a sentence, or nothing."""
BEHIND = late(
    r"\s*(?:[,，。.;；:：]|[(（]\s?incoterms|$|(?:within|according|in accordance|as per|not later)\b)",
    re.IGNORECASE,
)
OTHERWISE = late(
    r"\b(?:or|instead|not|unless|if|except|alternativ\w*|previous\w*|former\w*|oder|statt|nicht|falls"
    r"|only|items?|lines?|for|nur|für|pos(?:ition)?)\b|或|除|若|如|不按|仅|第|部分",
    re.IGNORECASE,
)
"""What may take a term back, before it or right behind it."""
NEXT = 24
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
        if _is_whole(run, start, end):
            yield Labelled(frozenset({Label.INCOTERMS}), run, run, "sentence", start, end)


def _is_whole(run: Run, start: int, end: int) -> bool:
    """Tell whether a sentence leads to a term with known words, and the term ends with a mark or with it."""
    text = run.text
    ends = [match.end() for match in sentences.SENTENCE_END.finditer(text)]
    low = max((each for each in ends if each <= start), default=0)
    high = min((each for each in ends if each > end - 1), default=None)
    lead = " ".join(CLAUSE.sub("", text[low:start]).split())
    # A cell of a sheet may be what its neighbour speaks of.
    if (high is None and not (run.page.synthetic and lead)) or not BEHIND.match(text, end):
        return False
    said = text[low : min(high or len(text), end + NEXT)].replace("not later", "")
    return LED.fullmatch(lead) is not None and OTHERWISE.search(said) is None
