"""What remarks and notes of an item say beside its columns: "urgent, by 20 Dec", "only 1 pc needed".

A time that no column has is not certainly absent, and one that may be another than the column's opens it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import dates, periods
from extractors.fields.text import level
from extractors.late import late
from extractors.lines.doubts import doubtful_items
from extractors.lines.item import Item
from extractors.page.runs import Run, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reason, opened, unread_at

MONTHS = "jan|feb|mar|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]"
TIME = late(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?(?:{MONTHS})[a-zä]*\b|\b(?:{MONTHS})[a-zä]*\.? \d{{1,2}}\b"
    rf"|\b(?:in|by|before|until|from|early|mid|late|end of|ab|bis|mitte|ende)[ -](?:{MONTHS})[a-zä]*\b"
    r"|\b\d{1,2}(?:\s?(?:-|to|bis)\s?\d{1,2})? ?(?:weeks?|wks?|days?|wochen|tagen?)\b"
    r"|\d\s?(?:周|天|个?工作日)|\d月[底初中]|[本下]个?[月周][底初中]?|\d月\d{1,2}[日号]",
    re.IGNORECASE,
)
"""A time without its year, or as long as it takes."""
HURRYING = late(
    r"\basap\b|a\.s\.a\.p|\bex stock\b|as soon as possible|schnellstm|\bimmediate|尽快|加急|急用|现货",
    re.IGNORECASE,
)
"""A time that is none: beside one that a column states it says nothing else."""
PRESSING = late(
    r"\b(?:urgent|by|before|earliest|latest|asap|confirmed|required|needed|want|earlier|postpone|instead|dring"
    r"|bis|spätestens|frühestens|ab)\b|提前|提早|前|最迟|最早|延期|延后|推迟|改为|加急|急|到货|确认|尽快",
    re.IGNORECASE,
)
"""What a remark says of the time that the order asks for."""
OTHERWISE = late(
    r"offer|quot|dated|drawing|drg|dwg|mail|letter|angebot|zeichnung|报价|图纸|邮件|合同", re.IGNORECASE
)
"""Papers that have their own days."""
READY = late(
    r"\s*(?:to be |must be |is |are )?(?:ready|available|deliver(?:y|ed|able)?|dispatch(?:ed)?"
    r"|shipped|required|needed|lieferbar|lieferung|lieferzeit|fertig|versandbereit|lead[- ]?time"
    r"|交货期?|交期|货期|发货|备妥|到货)"
    r"(?: (?:for|zur|zum) (?:dispatch|shipment|collection|pick-?up|abholung|versand))?\s*[:：]?\s*(?=\S)",
    re.IGNORECASE,
)
"""What leads to the time in which a thing is to be there: "Ready within 6 weeks of order"."""
CLAUSE = late(r"(?:[^;；,，。.]|\.(?=\S))+")
LIKELY = 0.5
DAYS = ("delivery_date", "lead_time")
FIGURES = ("quantity", "unit_price", "amount")


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in what remarks and notes may say otherwise."""
    return tuple(_doubted(item, line) for item, line in zip(items, lines, strict=True))


def _doubted(item: Item, line: OrderLine) -> OrderLine:
    names = [level(text.printed) for text in item.texts.get(Role.DESCRIPTION, ())]
    if any(map(doubtful_items.is_unsettled, names)):
        line = _opened(line, FIGURES)
    pressing = (text for text in names if TIME.search(text) and PRESSING.search(text))
    if next(pressing, None) is not None and line.delivery_date is None and line.lead_time is None:
        line = replace(line, delivery_date=unread_at(evidence(item.texts[Role.DESCRIPTION][0].run)))
    for run, said in _said(item):
        if doubtful_items.changes(said):
            line = _opened(line, FIGURES)
        if line.delivery_date is None and line.lead_time is None:
            told = HURRYING.search(said) is not None or _tells_time(said)
            line = _timed(line, run) if told else line
        elif _is_rival(said) and not _repeats(said, line):
            line = _opened(line, DAYS)
    return line


def _timed(line: OrderLine, run: Run) -> OrderLine:
    """Return a line with the time that a note says as its likely lead time, else with an unread day.

    One clause of the note has to be nothing but a time in which the thing is to be ready.
    """
    found = {period: (start, end) for start, end, period in _periods(run.text)}
    if len(found) != 1:
        return replace(line, delivery_date=unread_at(evidence(run)))
    period, span = next(iter(found.items()))
    unit = "working_days" if period.working_days else None
    lead = Field(period.iso, sure=False, evidence=evidence(run, *span), reason=Reason.ROLE, confidence=LIKELY)
    return replace(line, lead_time=replace(lead, unit=unit, anchor=period.anchor))


def _periods(text: str) -> Iterator[tuple[int, int, periods.Period]]:
    """Yield the times in which a thing is to be ready, each in a clause of its own."""
    for clause in CLAUSE.finditer(text):
        led = READY.match(text, *clause.span())
        period = periods.parse(text[led.end() : clause.end()]) if led is not None else None
        if led is not None and period is not None:
            yield led.end(), clause.end(), period


def _said(item: Item) -> Iterator[tuple[Run, str]]:
    """Yield the remarks and notes of an item beside what it says of its delivery."""
    known = [text.run for text in item.texts.get(Role.DELIVERY, ())]
    said = [(run, level(run.text)) for run in item.notes]
    said += [(text.run, level(text.printed)) for text in item.texts.get(Role.REMARK, ())]
    yield from ((run, text) for run, text in said if not any(run is each for each in known))


def _tells_time(said: str) -> bool:
    """Tell whether a text speaks of a time that may be that of the delivery."""
    other = periods.OTHER.search(said.casefold()) or OTHERWISE.search(said)
    return other is None and (TIME.search(said) is not None or bool(dates.find(said)))


def _is_rival(said: str) -> bool:
    """Tell whether a text may be the time of the item, or of a part of it: it says so, or is a bare day."""
    bare = said.strip(" ,;，；。.")
    return dates.find(bare) == ((0, len(bare)),) or (_tells_time(said) and PRESSING.search(said) is not None)


def _repeats(said: str, line: OrderLine) -> bool:
    """Tell whether the days that a text states are all the one that the line has already."""
    days = [said[start:end] for start, end in dates.find(said)]
    read = {each.last.isoformat() for day in days for each in dates.parse(day)}
    return line.delivery_date is not None and read == {line.delivery_date.value}


def _opened(line: OrderLine, names: Sequence[str]) -> OrderLine:
    fields = {name: getattr(line, name) for name in names}
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})
