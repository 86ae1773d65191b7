"""Bare references whose number names itself an offer: "Reference: SQ10442", "Your ref.   AB/Q/0772".

A reference may be anybody's; the letters that a number bears for its kind tell whose it likely is.
"""

import re
from collections.abc import Iterator

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind

NAMED = late(
    r"\s*(?:(?:your|supplier(?:['’]?s)?|vendor(?:['’]?s)?|ihre?)\s+)?(?:ref(?:erence|erenz)?\b|zeichen\b)",
    re.IGNORECASE,
)
SEVERAL = 1.8
"""Several lines are so many times as high as their first word."""
OWN = frozenset({Label.NEUTRAL, Label.PLAIN_NUMBER, Label.PLAIN_DATE})
QUOTING = late(
    r"(?:^|[\-/. ])(?:[SV]?Q(?:[UO]*T(?:E|N|ATION)?|UO|N)?|OFF(?:ER)?|OFERTA|ANG(?:EBOT)?)"
    r"(?=[\-/. ]?\d|[\-/. ][A-Z\d])",
    re.IGNORECASE,
)
PROFORMA = late(r"\s*(?:[贵卖供你][方司]的?形式发票|your pro-?\s?forma)", re.IGNORECASE)
"""The seller's proforma invoice, by which a buyer names what was offered."""
WITH_DATE = late(r"\s*ref(?:erence)?\.?\s*no\.?\s*(?:&|and)\s*date\.?\s*:?\s*", re.IGNORECASE)
"""How Indian programs caption what an order goes back to, beside its "Voucher No.": mostly a quotation."""
CONCLUDED = late(
    r"(?:(?<!本合同)(?<!本订单)(?<!本协议)已[于经]?|此前|曾|先前|前期|原)(?![^。；;]*本(?:合同|订单|协议))[^。；;]{0,24}(?:签订|签署|订立)[^。；;]*$"
)
"""How a sentence begins that names a contract of another day: 鉴于双方已于…签订《…》（合同号：…"""
EARLIER = late(r"(?:上[次批回]|上一[次批单]|前次|前一批)[^。；;，,（()）]{0,12}(?:[（(][^（()）]{0,16})?$")
"""How a sentence begins that speaks of an order of another day: 上次那批（3月份，单号…."""
OTHER_QUOTED = late(
    r"compet|\bother\b|another|supersed|replac|instead|\bold\b|previous|earlier|\bnot\b|cheaper|expired"
    r"|invalid|please quote|\bstatt\b|anstelle|\bnicht\b|ersetzt|früher|vorherig|wettbewerb|ungültig|abgelauf"
    r"|作废|取代|替代|代替|原报价|旧|之前|上[次批回]|前次|竞争|其[他它](?!约定|事项|条款|说明|要求|未尽)|另一|不按|失效|过期",
    re.IGNORECASE,
)
"""A sentence with such a word speaks of more than the quotation ordered from."""
CALLED = late(r"[^。；;]{0,40}?称为?[“\"]?(?:主|原|总|基础|框架)(?:合同|协议|订单)")
"""What such a contract is called behind its number: …，以下称“主合同”）."""


def to_contract(found: Labelled) -> bool:
    """Tell whether a sentence names the number of another contract, to which this paper goes back."""
    told = found.value.text if found.value is not None else ""
    if not told.startswith(found.label.text):
        return False  # the value stands beside its label, in no sentence
    before, behind = told[: found.start], told[found.start :]
    earlier = CONCLUDED.search(before) or EARLIER.search(before)
    return earlier is not None or CALLED.match(behind) is not None


def to_other(before: str) -> bool:
    """Tell whether the words before a number say that it is another paper's."""
    return any(each.search(before) is not None for each in (CONCLUDED, EARLIER, OTHER_QUOTED))


def is_bare(found: Labelled) -> bool:
    """Tell whether a label is a reference that does not say to what."""
    return found.meanings <= OWN and NAMED.match(found.label.text) is not None


def told(scope: Scope) -> Iterator[Run]:
    """Yield what stands beside such references on several lines: "Leo Chen / quotation" above its number."""
    for found in filter(is_bare, scope.labels(Label.NEUTRAL, Label.PLAIN_NUMBER)):
        run = found.value
        if run is not None and run is not found.label and run.box.height > SEVERAL * run.words[0].box.height:
            yield run


def to_offers(scope: Scope) -> Iterator[Labelled]:
    """Yield such references, and on an order those to a contract or an offer, by whichever it goes."""
    yield from filter(to_offer, scope.labels(Label.NEUTRAL, Label.PLAIN_NUMBER))
    for found in scope.maybe(Label.QUOTATION_NUMBER) if scope.kind is Kind.PURCHASE_ORDER else ():
        if found.meanings == {Label.CONTRACT_NUMBER, Label.QUOTATION_NUMBER}:
            yield found


def to_offer(found: Labelled) -> bool:
    """Tell whether a bare reference has the number of an offer beside it, or the date of one."""
    if found.value is not None and PROFORMA.match(found.label.text):
        return True
    if not is_bare(found) or found.value is None:
        return False
    if WITH_DATE.fullmatch(found.label.text):
        return True
    return (
        QUOTING.search(found.text if Label.PLAIN_DATE not in found.meanings else found.value.text) is not None
    )
