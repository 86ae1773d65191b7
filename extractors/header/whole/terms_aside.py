"""What is said around a list of terms below the items that takes it back, or states one of them otherwise.

"Clause 2 is deleted." below it, "Vendor's offered terms" above it, "Payment will be made 90 days after
receipt of invoice" beside an entry of 60 days. Above such a heading stand the sums of the order: another line
there may be its title. What is said on further pages is printed for all orders.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import incoterms
from extractors.header import summaries
from extractors.header.conditions import late_paying
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run

REFUSED = late(
    r"\bnot\b|n't\b|\bunless\b|\bexcept\b|\binstead\b|\bexamples?\b|\bsub-?(?:supplier|contractor)|[:：]\s*$"
    r"|\b(?:for )?(?:information|reference)\b|不|未|非|除|参考|示例|样本|例如"
    r"|\b(?:terms?|conditions?|offer\w*|agreed|tender|bid|bidder|subject|void|vendor\W?s?|annex|appendix|draft|propos\w+"
    r"|changes?|only|deleted|superseded|cancell?ed|former|previous|old)\b|条[款件]|报价|投标|作废|变更|仅|附件|约定"
    r"|\b(?:angebot\w*|entwurf|nur|ungültig|anlage|vorbehalt\w*|vereinbart)\b",
    re.IGNORECASE,
)
"""What the line before the heading may say of the list below it."""
ANNOUNCED = late(
    r"\bterms? ?(?:and|&) ?conditions?"
    r" (?:(?:as|are|is|given|stated|mentioned|set out|listed|specified|detailed) )*"
    r"(?:below|herein\w*|hereunder|hereafter|overleaf)\b",
    re.IGNORECASE,
)
"""How the sentence that places the order announces the list: "on the terms and conditions given below"."""
SUM = late(r"[^A-Za-z\u4e00-\u9fff]*\d[^A-Za-z\u4e00-\u9fff]*|.*\d[.,]\d{2}\W*(?:[A-Z]{3}|元|€)?\W*")
WORDED = late(
    r"\D*\b(?:hundred|thousand|million|lakhs?|crores?|\w+ty)\b\D*|.*\bin words\b.*"
    r"|.*(?:大写|[元圆][整正]?\W*$).*",
    re.IGNORECASE,
)
"""The total in words."""
MOST_WORDS = 6
LABELLED = late(r"[^:：]{1,40}[:：]\s*\S.*")
TAKEN_BACK = late(
    r"\b(?:above|these|those|foregoing|listed) (?:terms|conditions)\b.{0,40}"
    r"\b(?:reference|information|not|only|void|superseded)\b"
    r"|\b(?:frame(?:work)?|master|blanket|rate) (?:contract|agreement)\b.{0,40}\b(?:appl|govern|prevail)"
    r"|\bfor (?:reference|information) only\b|仅供参考"
    r"|以[^，。；]{2,20}(?:合同|协议|条款|条件)[^，。；]{0,8}为准",
    re.IGNORECASE,
)
"""What takes such a list back, wherever it stands."""
CHANGED = late(
    r"\b(?:replaced|superseded?s?|overrid\w*|deleted|struck|void|null|waived|withdrawn|cancell?ed|amended"
    r"|modified|revised|changed)\b|\bnot (?:applicable|valid|apply|agreed|accepted|binding)|\bn\.?/?a\.?$"
    r"|\bprevail"
    r"|\b(?:takes? )?precedence\b|\b(?:in )?deviat\w+|\bdepart\w* from|\bnotwithstanding\b|\binstead\b"
    r"|\bin lieu\b"
    r"|\bconflict\w*|\bsubject to (?:change|approval|confirmation|negotiation|our|the)|\bdiffer(?:s|ent)\b"
    r"|\b(?:shall|should|to) read\b|\bread as\b|\bvendor'?s? (?:offer|quot)|\btb[acd]\b"
    r"|\bersetzt\b|\bgestrichen\b|\bentf[äa]ll\w*|\bungültig\b|\bgilt nicht\b|\bgelten nicht\b"
    r"|\babweichend\w*|\bvorrang\w*|\bgeändert\b|\bstatt(?:dessen)?\b|\bwiderspr\w+"
    r"|替[代换換]|取代|作[废廢]|[删刪]除|取消|不适用|不適用|无效|無效|变更|變更|修改为|改为"
    r"|改為|优先|優先|冲突|衝突|不一致|抵触|为准|為準|除外",
    re.IGNORECASE,
)
"""What a line beside it may say of it, or of one of its entries."""
SPOKEN = {
    "payment_terms": late(
        r"(?=.*(?:\bpa(?:y|id)|\bnet\b|付款|支付|货款|zahl))(?=.*(?:\d\s?(?:days?|d\b|天|日|tage|%|％|months?|个月)"
        r"|\badvance\b|\bl/?c\b|预付|电汇|承兑|vorkasse))",
        re.IGNORECASE,
    ),
    "delivery_place": late(
        r"\b(?:deliver(?:y|ed)?|ship|send|dispatch|consign)\w*\b.{0,24}\b(?:to|at)\b"
        r"|(?:送|发|運|运|交)[货貨]?[至到]|(?:liefer\w*|versand)\b.{0,24}\b(?:an|nach)\b",
        re.IGNORECASE,
    ),
    "lead_time": late(r"(?=.*(?:deliver|dispatch|ship|交货|交貨|发货|liefer)).*\d", re.IGNORECASE),
}
SPOKEN["delivery_date"] = SPOKEN["lead_time"]
OWED = late(
    r"\bl\.?d\.?s?\b|liquidated|penalt|damages|interest|违约|罚|赔偿|利息|vertragsstrafe|verzug",
    re.IGNORECASE,
)


def is_plain_above(heading: Run, before: Sequence[Run]) -> bool:
    """Tell whether the line before the heading of terms is a sum or another label, or refuses nothing.

    A short line right above the heading, which is no sentence, is its title.
    """
    said = before[-1].text.strip() if before else ""
    if SUM.fullmatch(said) or WORDED.fullmatch(said) or summaries.recognise(said) is not None:
        return True
    if LABELLED.fullmatch(said) or not said:
        return True
    refused = REFUSED.search(ANNOUNCED.sub(" ", said)) is not None
    return not refused and not _is_title(before[-1], heading)


def _is_title(run: Run, heading: Run) -> bool:
    """Tell whether a text of a few words stands right above a heading: "Standard supply conditions"."""
    near = run.page is heading.page and 0 <= heading.box.top - run.box.bottom < heading.box.height
    return near and len(run.text.split()) <= MOST_WORDS and not run.text.rstrip().endswith((".", "。"))


def takes_back(runs: Sequence[Run], entries: Sequence[Labelled]) -> bool:
    """Tell whether a line behind the heading says that the list, or one of its entries, does not hold."""
    return any(TAKEN_BACK.search(run.text) for run in runs) or any(
        CHANGED.search(run.text) for run in _beside(runs, entries)
    )


def states_otherwise(name: str, runs: Sequence[Run], entries: Sequence[Labelled]) -> bool:
    """Tell whether a line on the page of the list, and none of it, speaks of the same field."""
    said = [run.text for run in _beside(runs, entries) if not OWED.search(run.text)]
    if name == "incoterms":
        return any(incoterms.find(each) for each in said)
    spoken = SPOKEN.get(name)
    costs = (late_paying.is_cost(each) for each in said)
    return spoken is not None and any(
        spoken.search(each) and not cost for each, cost in zip(said, costs, strict=True)
    )


def _beside(runs: Sequence[Run], entries: Sequence[Labelled]) -> Iterator[Run]:
    """Yield the runs on the page of the list that are none of its labels and values, nor its heading."""
    own = {id(run) for each in entries for run in (each.label, each.value)}
    page = entries[0].label.page if entries else None
    yield from (run for run in runs[1:] if run.page is page and id(run) not in own)
