"""Sentences of what whoever pays late owes besides: 逾期利息按年利率3.45%计.

They are none of the terms of payment, but only where every part of them speaks of that: of when it is owed
and how much it is. A time that is agreed (延期付款90天), an advance, a retention or a discount in one is a
term. So is what stands behind such a sentence: "Late payment: interest of 8 %; 10 % retention".
"""

import re
from collections.abc import Sequence

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run

LATE = late(
    r"^\W*(?:如果?|若|对|因)?(?:甲方|需方|买方|我[司方])?(?:逾期|延期|迟延|延迟|拖欠|未按[期时])(?![交供发送])(?:付款|支付|款项)?"
    r"|^\W*(?:interest (?:on|for) (?:late|overdue|delayed)|(?:any )?(?:late|overdue|delayed) payments?"
    r"|(?:bei|im falle? (?:eines|des|von)) (?:zahlungs)?verzug)",
    re.IGNORECASE,
)
COST = late(
    r"利息|利率|计息|违约金|滞纳金|罚[息款]|赔偿|LPR|基准|[万千]分之|‰"
    r"|\b(?:interest|penalt(?:y|ies)|late fees?|surcharge|base rate|damages|lump sum)\b"
    r"|zins|verzugs(?:pauschale|schaden|kosten)|mahn(?:gebühr|kosten)|vertragsstrafe",
    re.IGNORECASE,
)
"""What is owed besides."""
CLAUSES = late(r"[，,;；:：()（）]\s|[，；：（）()]|[.。]\s|\s[-–—]\s")
TERM = late(
    r"余款|尾款|质保金|保证金|其[余他]|剩余|预付|预留|订金|定金|付清|结清|承兑|信用证|现[金款]|保留|折[扣让]|优惠"
    r"|月结|账期|分期|款到|货到|到货|发票|最[长迟晚多][^，,]{0,4}\d|[可允同][以许意][^，,]{0,6}\d"
    r"|\b(?:retention|retain\w*|withh[eo]ld\w*|advance|prepa\w+|pre-?payment|deposit|down ?payment|discount"
    r"|rebate|instal\w+|balance|remain\w*|l/?c|letter of credit|cash|net|agreed|extended|extension|up to"
    r"|sight|cod|bank guarantee|acceptance|invoice)\b"
    r"|vorkasse|vorauszahlung|anzahlung|skonto|rabatt|nachlass|einbehalt|restbetrag|restzahlung|\braten\b"
    r"|akkreditiv|netto|rechnung|bürgschaft",
    re.IGNORECASE,
)
"""What no such sentence speaks of: a share of the price, a time or a way of paying it."""
SPANS = r"(?:个?月|天|日|days?|weeks?|months?|tage?n?|wochen?|monate?n?)"
OWED_AFTER = late(
    rf"(?:每逾期|每延迟|每|逾期达?|超过|超出|满|多于"
    rf"|(?:more than|exceeding|beyond|over|every|each|per|mehr als|über|pro|je)\s)\s*\d{{1,3}}\s?{SPANS}",
    re.IGNORECASE,
)
"""How long somebody is late before it is owed, and for what time: 每逾期1天, "more than 30 days"."""
RATE = late(
    r"\d+(?:[.,]\d+)?\s?(?:[%％‰]|percent\w*(?: points?)?|prozent\w*|个百分点)"
    r"(?!\s*(?:of (?:the )?(?:price|order value)))",
    re.IGNORECASE,
)
OVER_TIME = late(
    r"(?:每?[日天月年]|按日|按月|日息|月息|年息)[^，,%％‰\d]{0,6}\d+(?:[.,]\d+)?\s?[%％‰]"
    r"|\d+(?:[.,]\d+)?\s?[%％‰]\s*"
    r"(?:(?:per|a|each|pro|im|je|/)\s*(?:day|week|month|year|annum|tag|woche|monat|jahr)|p\.?\s?[am]\b\.?)",
    re.IGNORECASE,
)
"""A rate for a time, which is one of interest by itself."""
LAW = late(r"§+\s*\d+\w?(?:\s*(?:abs|para)\.?\s*\d+)?|第\s?\d+\s?条|\d+(?:\.\d+)?个?倍", re.IGNORECASE)
SUM = late(r"(?:[€$£¥]|\b[A-Z]{3})\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|元|[A-Z]{3}\b)")


def is_cost(sentence: str) -> bool:
    """Tell whether a sentence says what late payment costs, and nothing else of paying."""
    return LATE.match(sentence) is not None and COST.search(sentence) is not None and _is_of_costs(sentence)


def hides_terms(sentences: Sequence[str]) -> bool:
    """Tell whether terms may stand in or behind the first sentence that says what late payment costs."""
    first = next((at for at, each in enumerate(sentences) if LATE.match(each)), None)
    return first is not None and not all(map(_is_of_costs, sentences[first:]))


def end_in_terms(found: Labelled, runs: Sequence[Run]) -> bool:
    """Tell whether a label of late payment right behind terms has more beside it than what that costs."""
    value = found.value
    if value is None:
        return False
    behind = value.text[found.end :].strip()
    if LATE.match(behind) is None:
        return False
    box = value.box
    line = (each for each in runs if each.page is value.page and box.top < each.box.middle < box.bottom)
    further = [each.text for each in line if each.box.x0 >= box.x1]
    return hides_terms([behind, *further])


def _is_of_costs(sentence: str) -> bool:
    return all(map(_costs, CLAUSES.split(sentence)))


def _costs(clause: str) -> bool:
    """Tell whether a part of such a sentence has no figure but those of when and how much is owed."""
    if TERM.search(clause):
        return False
    rest = LAW.sub(" ", OVER_TIME.sub(" ", OWED_AFTER.sub(" ", clause)))
    if COST.search(clause):
        rest = SUM.sub(" ", RATE.sub(" ", rest))
    return not any(map(str.isdigit, rest))
