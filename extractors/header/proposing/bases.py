"""Whether prices hold the tax, by the nearest words: "+ 19 % MwSt", 含税, "plus VAT"."""

import re
from collections.abc import Iterable, Iterator

from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.header.whole.worded_terms import NO_BASIS
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

TAX = r"(?:[税稅]|\b(?:vat|gst|tax(?:es)?|mwst|ust|umsatzsteuer|mehrwertsteuer|moms|tva|iva|btw|igst)\b)"
WITHOUT = late(
    rf"\+\s?(?:\d{{1,2}}(?:[.,]\d{{1,2}})?\s?%\s?)?{TAX}"
    r"|(?:\bplus|zzgl\.?|zuzüglich|exclu\w*|excl\.?|ex\.?|before|without|net of|ohne|exkl\.?|hors|不含|未)"
    rf"\s?[^。.;；]{{0,24}}?{TAX}"
    rf"|{TAX}[^。.;；]{{0,32}}(?:extra|additional|in addition|on top|excluded|exclusive|hinzu"
    r"|另[计付加]|外加)",
    re.IGNORECASE,
)
WITH = late(
    rf"(?:inclu\w*|incl\.?|inkl\.?|einschl\w*|(?<!不)含|包含|包括)\s?[^。.;；]{{0,16}}?{TAX}"
    rf"|{TAX}[^。.;；]{{0,16}}(?:included|inclusive|enthalten|在内|已含)",
    re.IGNORECASE,
)


FREIGHT = late(r"fracht|porto|versand|zoll", re.IGNORECASE)
CLAUSE = late(r"[，,。；;]|\.\s")
PRICED = late(r"价|price|amount|total|合计|总计|金额|preis|betrag", re.IGNORECASE)


def _is_of_freight(text: str, found: re.Match[str]) -> bool:
    """Tell whether words of the tax are said of freight, customs or invoices, and of no price."""
    clauses = [
        text[start : found.start()]
        for start, end in spots.parts(text, CLAUSE)
        if start <= found.start() <= end
    ]
    other = any(
        (NO_BASIS.search(clause) or FREIGHT.search(clause)) and not PRICED.search(clause)
        for clause in clauses
    )
    return other or NO_BASIS.search(found[0]) is not None


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield what the texts say that left the basis open, then any other text."""
    del prices
    spot = header.tax_included.evidence.text if header.tax_included is not None else ""
    runs = [*spots.paragraphs(scope), *scope.summed]
    for run in sorted(runs, key=lambda each: not spot or spot not in each.text):
        beside = spots.behind(scope, run) if spot and spot in run.text else ()
        for value in beside:
            yield from _said(value)
        yield from _said(run)


def _said(run: Run) -> Iterator[Choice]:
    for pattern, value in ((WITHOUT, "false"), (WITH, "true")):
        found = pattern.search(run.text)
        if found is not None and not _is_of_freight(run.text, found):
            yield Choice(value, run, *found.span(), reason=Reason.ROLE)
