"""A time with trade terms in one value: "CW 04/2027, DAP Oslo", "May 2, 2027, free house"."""

import re
from collections.abc import Sequence

from extractors.fields import dates, incoterms, periods
from extractors.late import late
from extractors.page.runs import Run

EDGES = " \t。；;,，."
FREE = late(
    r"\s*[,;]\s*(?:(?:delivered )?free (?:house|domicile|site|works|warehouse)"
    r"|frei (?:haus|werk|lager|baustelle)"
    r"|(?:carriage|freight) (?:pre)?paid|franco"
    r"|(?:(?:to )?arriv(?:e|ing|al)|delivered|received|in hand) at our"
    r" (?:works|plant|site|warehouse|mill|factory|premises|stores?)"
    r"|at (?:the |our )?(?:works|plant|site|warehouse|mill|factory|stores?)(?: gate)?)$",
    re.IGNORECASE,
)
"""Who carries the goods, or that they are there by then, said behind the day."""
FIRM = late(
    r"\s*[,，;；]\s*(?:(?:all )?prices? (?:(?:is|are|to remain|remains?|shall remain) )?"
    r"(?:firm|fixed)(?: and (?:firm|fixed|final))?"
    r"|(?:价格|单价|总价)(?:均)?(?:为)?(?:固定不变|固定价|不变|包死|固定))[.。]?$",
    re.IGNORECASE,
)
"""That prices do not change, said behind a trade term: "CIF Nhava Sheva, prices firm"."""

COLLECTED = late(
    r"(?P<term>\s*(?:EXW|FCA|FAS|FOB)\b[^,，;；]*?)\s*[,，;；]\s*"
    r"(?:(?:our|the|buyer['’]?s) (?:nominated )?(?:forwarder|carrier|agent)(?: [A-Z][\w&. -]{1,24}?)?"
    r" (?:will|shall|to) (?:collect|pick up)(?: the goods)?"
    r"|(?:to be )?collected by (?:(?:our|the) )?(?:forwarder|carrier|buyer|us)"
    r"|由?我[方司](?:货代|物流)?(?:自提|提货)|abholung durch (?:uns|unseren spediteur))[.。]?",
    re.IGNORECASE,
)
"""That the buyer fetches the goods, behind a term by which he does: "EXW Halden, our agent will collect"."""
EXTRA = late(
    r"\b(?:freight|carriage|transport|packing|insurance|delivery|fracht|versand"
    r"|verpackung)\b[^,;。；]{0,12}\b(?:extra|additional"
    r"|not incl\w*|excluded|to be (?:added|charged)|at (?:actual|cost)\w*|charged|nicht enthalten|zzgl"
    r"|zuzüglich|on top)"
    r"|\b(?:ex[ck]l\w*\.?|plus|zzgl\.?|zuzüglich|ohne|without|not including)\s(?:the )?(?:freight"
    r"|carriage|transport\w*|packing"
    r"|insurance|delivery|fracht|versand\w*|verpackung)"
    r"|[运運][杂輸输]?[费費][^，,;；。]{0,4}(?:另[计付加收]|自理|不含|未含)|(?:不含|未含)[运運]",
    re.IGNORECASE,
)
"""What is charged besides, said beside a trade term that may have it in the price."""


def is_charged_extra(text: str) -> bool:
    """Tell whether a carriage is charged besides the term: "DAP Hull, prices firm; freight extra"."""
    return EXTRA.search(text) is not None


def is_charged_beside(runs: Sequence[Run], value: Run | None) -> bool:
    """Tell whether another text in the line of a term says so: a semicolon may part them."""
    level = (
        run
        for run in runs
        if value is not None
        and run.page is value.page
        and run.box.top < value.words[-1].box.middle < run.box.bottom
    )
    return any(is_charged_extra(run.text) for run in level)


def time_in(text: str) -> str:
    """Return the text beside a trade term: "CW 04/2027, DAP Oslo", "CFR Izmir, Turkey, in 9 weeks"."""
    text = FREE.sub("", text)
    head, comma, tail = text.partition(",")
    if comma and incoterms.normal(tail.strip(EDGES)) and not holds_time(tail):
        return head.strip(EDGES)
    term, comma, time = text.rpartition(",")
    return time.strip(EDGES) if comma and incoterms.normal(term.strip(EDGES)) else text


def term_in(text: str) -> str:
    """Return the text of a trade term without the time behind it: "EXW Halden, 12 June 2026"."""
    text = FIRM.sub("", text)
    collected = COLLECTED.fullmatch(text)
    text = collected["term"] if collected is not None else text
    term, comma, time = text.rpartition(",")
    alone = dates.parse(time.strip(EDGES)) or periods.parse(time.strip(EDGES)) is not None
    return term.strip(EDGES) if comma and alone and incoterms.normal(term.strip(EDGES)) else text


def holds_time(text: str) -> bool:
    """Tell whether a time stands in what may be a trade term and its place: neither is certain then."""
    return bool(dates.find(text) or periods.find(text))
