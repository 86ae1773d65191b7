"""Where goods go, as the text says it that left the place open, or another one that sends them there."""

import re
from collections.abc import Iterable, Iterator

from extractors.fields import companies, place_ends
from extractors.header.conditions import no_places
from extractors.header.conditions.placeholders import is_placeholder
from extractors.header.labelling import plain_addresses
from extractors.header.labelling.label_words import COLON
from extractors.header.proposing import implausible, same_addresses, spots
from extractors.header.settle import Choice
from extractors.header.spoken import told_places
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

TOLD = late(
    r"\b(?:frei|franko|an (?:das|die|den|unsere?n?)|liefern sie an(?: das| die| den)?"
    r"|free (?:to )?(?:our )?)\s+(?:verwendungsstelle|baustelle|haus|site)?\s*"
    r"(?P<value>[A-ZÄÖÜ][^()%;]{8,100}?\d{4,5}\s+[A-ZÄÖÜ][\w-]+)",
    re.IGNORECASE,
)
"""A German sentence that ends in a postal code and its town."""
SENT = late(
    r"\b(?:send|ship|deliver\w*|liefer\w*|versand\w*|waren?annahme|anlieferung|erfüllungsort|consignee"
    r"|destination|goods (?:in|receipt|inwards)|(?:addressed|consigned) to|site|stores?)\b"
    r"|[收送交到发][货貨]|现场|仓库|库房|收件",
    re.IGNORECASE,
)
"""A caption of where goods are sent to."""
FROM = late(
    r"\b(?:invoice|bill|from|ex works|rechnung\w*|documents?)\b|发票|开票|供方|卖方|乙方", re.IGNORECASE
)
CUT = late(
    r"\s*[(（].*$|,?\s+(?:einschließlich|inklusive|including|between|during|mo-|mon"
    r"|(?:with)?in (?=\d|[a-z]{3,9} (?:weeks|days))|not? later|on or before|binnen|innerhalb)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
DESTINED = late(
    r"\b(?:[Ff]inal|FINAL|[Uu]ltimate) (?i:destination)\s*(?:[:：]|is\b)\s*"
    r"(?P<value>[A-ZÀ-Þ0-9][^%;]{8,120}?)(?=(?<!\bAv)(?<!\bSt)(?<!\bul)(?<!\bal)\.\s+[A-ZÀ-Þ]|\.?\s*$)"
)
"""Where goods end, whatever they pass: "CFR Santos. Final destination: Works 2, Av. Sul 14, Lavras."."""
MAX_LABEL = 50
FEW = 2
"""An address has so many commas."""
LONGEST = 140
EDGES = " .。;；,，:："


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the addresses in the text that left the place open, then those that goods are sent to."""
    del prices
    spot = header.delivery_place.evidence.text if header.delivery_place is not None else ""
    texts = (*spots.paragraphs(scope), *scope.runs)
    yield from _destined(scope)
    for run in same_addresses.find(scope, header):
        yield from _addresses(run, 0)
    for run in texts:
        if spot and (run.text in spot or spot in run.text):
            yield from _within(run)
            yield from () if _is_below_company(scope, run) else _addresses(run, 0)
    for run in spots.paragraphs(scope):
        for found in TOLD.finditer(run.text):
            yield from _address(run, *found.span("value"))
    for run in texts:
        colon = COLON.search(run.text)
        caption = run.text[: colon.start()] if colon is not None else run.text
        if len(caption) <= MAX_LABEL and SENT.search(caption) and not FROM.search(caption):
            yield from _beside(scope, run)


def _destined(scope: Scope) -> Iterator[Choice]:
    for run in spots.paragraphs(scope):
        for found in DESTINED.finditer(run.text):
            yield from _address(run, *found.span("value")) if _is_whole(found["value"]) else ()


def _beside(scope: Scope, caption: Run) -> Iterator[Choice]:
    """Yield the address behind the colon of a caption, or in the text beside it."""
    colon = COLON.search(caption.text)
    if colon is not None and caption.text[colon.end() :].strip():
        yield from _addresses(caption, colon.end())
        return
    for value in spots.behind(scope, caption):
        yield from _addresses(value, 0)


def _is_below_company(scope: Scope, run: Run) -> bool:
    """Tell whether an address stands right below the name of a company: it is that of its office."""
    return any(
        companies.find(each.text) for each in scope.runs for under in spots.below(scope, each) if under is run
    )


def _within(run: Run) -> Iterator[Choice]:
    for start, end in told_places.find(run.text):
        yield from _address(run, start, end)
    for found in TOLD.finditer(run.text):
        yield from _address(run, *found.span("value"))
    for colon in COLON.finditer(run.text):
        if colon.start() <= MAX_LABEL:
            yield from _addresses(run, colon.end())


def _addresses(run: Run, start: int) -> Iterator[Choice]:
    if _is_whole(_cut(run.text[start:]).strip()):
        yield from _address(run, start, len(run.text))


def _cut(text: str) -> str:
    """Return a text without who takes the goods in, and when, and without other remarks at its end."""
    return CUT.sub("", text[: place_ends.before(text)[0]])


def _is_whole(text: str) -> bool:
    """Tell whether a text is an address, also in a country whose streets nobody knows: ul. Portowa 15, …."""
    listed = text.count(",") >= FEW and any(map(str.isdigit, text)) and len(text) < LONGEST
    return plain_addresses.is_address(text) or (listed and not text.endswith((",", ".", ";")))


def _address(run: Run, start: int, end: int) -> Iterator[Choice]:
    text = _cut(run.text[start:end])
    bare = text.strip(EDGES)
    none = no_places.is_none(bare) or is_placeholder(bare) or implausible.is_so("delivery_place", bare)
    if bare and not none:
        low = start + len(text) - len(text.lstrip(EDGES))
        yield Choice(" ".join(bare.split()), run, low, low + len(bare), reason=Reason.ROLE)
