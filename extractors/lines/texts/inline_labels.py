"""Labelled lines inside an item: "Our ref 49-64881", "Del. 12.06.2026 | your item 10024680 | dwg GA-4410"."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import dates, parts, periods
from extractors.header.labelling import label_words, plain_addresses
from extractors.late import late
from extractors.lines import column_parties
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.texts import price_bases, wishes
from extractors.vocabulary.meanings import Role

SPOKEN = {Role.DRAWING, Role.REVISION, Role.DELIVERY, Role.SPECIFICATION, Role.OTHER, Role.REMARK, Role.UNIT}
INLINE = CODES | SPOKEN
"""Roles that a labelled line inside an item may have."""
SPACED = CODES | {Role.DRAWING}
"""Those of them that need no colon before their value: it is a code."""
LONGEST_DATE = 24
FIGURES = 7
"""An item number within an order has fewer figures."""
REVISION = 3
"""A revision has no more letters or figures."""
DIGITS = 5
"""So many digits at least has the number of a part that is called "Item"."""
RATING = late(r"PN\s?(?:2[.,]5|6|10|16|25|40|63|64|100|160|250|320|400)", re.IGNORECASE)
"""How much pressure a thing holds: "PN 16" is no part number."""
STEEL = late(r"1\.[0-9]{4}\b")
"""The number of a steel by EN 10027-2."""
CODE_TAIL = late(r"^[A-Za-z0-9][\w\-./]*\d[\w\-./]*$")
CLOSE_LABEL = late(r"[\u4e00-\u9fff（）()/]{2,11}(?=[A-Za-z\d])")
"""A label in Chinese that its value follows without a mark: 图纸号5-59131-04, 交期60天."""
CLOSE_WORDS = late(r"[A-Za-z]+ [A-Za-z. ]{0,20}?[a-z]\.?(?=\d)")
"""The same in words, set without a blank: "Your ref10041873"."""
HANGING = late(r"\s+[/|,;]\s*$")
"""A mark at the end of a line that goes on with another label in the next one."""
MARK = late(r"\s*(?P<strong>[|｜│;；])\s*|\s*[，、]\s*|,\s+|\s+[-–—/·•]\s+|\s{2,}")
"""What parts the labelled pieces of a line; a weak mark does so only before a label, a dot behind one too."""
DOTS = frozenset("·•")
OTHERS = late(
    r"\s*[A-Z][A-Z&]{1,5}(?:['’]s)?\s+(?:(?i:item|part|stock|material|article|code|ref|no|number)\b\.?\s*){1,2}[:#]?\s*"
    r"(?=(?:\S*\d){3})[A-Z0-9][\w./-]{3,}\s*"
)
"""A code behind somebody's initials, beside another one: "Maker code 10046638 / KRT stock KR-7741"."""

VALUE = late(r"(?<!\S)\S*\d\S*(?!\S)")
"""A word that may be a value: it has a digit."""
LED_IN = late(
    r"\s*(?:(?:made |manufactured |machined )?(?:as |in )?"
    r"(?:per|according to|acc\.? to|accordance with|to|see)"
    r"|nach|gem\.|gemäß|laut|lt\.|selon|según|secondo)\s+(?=\S)|\s*(?:按照?|依照?|根据|参照?|见|详见)\s*(?=\S)",
    re.IGNORECASE,
)
"""Words before the drawing by which a thing is made: "As per drg. GA-118"."""
ARTICLE = late(r"\s*[Aa]rt\.\s+(?=[\w./-]*\d{3}[\w./-]*\s*$)")
"""A word for things where it stands before a number: "Art. 6010-2241"; without its point it means a kind."""
SHEET = late(
    r"[\s,]+(?:sh|sht|sheet|blatt|bl)\b\.?\s*\d{1,2}(?:\s*(?:of|/|von)\s*\d{1,2})?\s*$", re.IGNORECASE
)
SERIES = late(r"^[A-Z]{1,4}\s(?=\d)")
"""The letters of a series or an office before the number of a drawing: "HD 3314/2"."""
SPACED_OUT = late(
    r"(?!(?:EN|DIN|ISO|AISI|ASTM|ASME|API|UNS|GB|JIS|SAE|AMS|BS|ANSI|NF|SS|WN|DN|PN|NW|NB|OD|ID)\s)"
    r"[A-Z]{1,3}\s(?=(?:\D?\d){4})[\d./-]+"
)
"""A number with the letters of its series before a blank, and no standard or size: "M 20.118"."""
REFERRING = late(r"\bref(?:erence|\b)", re.IGNORECASE)
"""A word that names an offer as well as a thing."""
STANDARD = late(r"(?:GB|HG|JB|HS|DIN|ISO|API|ASTM|ASME|EN|JIS)\W?/?T?\W?\d")
PAIRED = SPACED | {Role.DELIVERY}
"""What several labels on one line without a mark say."""
LONGEST_PAIRS = 160
BRACKETED = late(r"\s*[(（](?P<said>[^()（）]+)[)）]\s*")
"""A line that is wholly an aside: "(our stock no. 40-118)"."""
SHIPMENT = late(r"(?:发运|装运|shipment):\d|[^:]+:\s*[-–—/]", re.IGNORECASE)
"""The number of a shipment, which is no time, or a label of times without one: "发运: 1", "承诺日期: -"."""
EDGE = late(r"\s+|(?<=[A-Za-z0-9)。；])(?=[\u4e00-\u9fff])")
"""Where a label may begin behind the value before it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: `text[start:end]` is the value of `role`, or says nothing that is known."""

    role: Role | None
    heading: Heading | None
    start: int
    end: int


@functools.lru_cache(maxsize=4096)
def recognise_inline(text: str) -> tuple[Role, Heading, int] | None:
    """Return the role of a labelled line inside an item ("Our ref 49-64881"), and its value's start.

    Of a line in brackets the closing one stands behind the value.
    """
    aside = BRACKETED.fullmatch(text)
    if aside is not None:
        found = recognise_inline(aside["said"])
        return (found[0], found[1], aside.start("said") + found[2]) if found is not None else None
    led = LED_IN.match(text)
    drawn = recognise_inline(text[led.end() :]) if led is not None else None
    if led is not None and drawn is not None and drawn[0] is Role.DRAWING:
        return drawn[0], drawn[1], led.end() + drawn[2]
    colon = label_words.COLON.search(text)
    if colon is not None:
        heading = recognise(text[: colon.start()])
        return _inline(heading, colon.end(), text)
    return _without_colon(text)


def _without_colon(text: str) -> tuple[Role, Heading, int] | None:
    """Return what a label without a colon says whose value speaks for itself."""
    for close in filter(None, (CLOSE_LABEL.match(text), CLOSE_WORDS.match(text))):
        found = _inline(_of_code(recognise(close[0]), text[close.end() :]), close.end(), text)
        if found is not None and _needs_no_colon(found[0], text[close.end() :]):
            return found
    article = ARTICLE.match(text)
    if article is not None:
        return Role.PART, Heading("Art.", frozenset({Role.PART}), exact=True), article.end()
    for space in reversed(list(re.finditer(r"\s+", text[:40]))):
        heading = recognise(text[: space.start()])
        found = _behind_blank(heading, space.end(), text)
        if found is not None and _needs_no_colon(found[0], text[space.end() :]):
            return found
    return None


def pieces(text: str) -> Sequence[Piece]:
    """Return the labelled pieces of a line, and what stands between them; nothing where none is labelled."""
    aside = BRACKETED.fullmatch(text)
    if aside is not None:
        return [_moved(piece, aside.start("said")) for piece in pieces(aside["said"])]
    text = HANGING.sub("", text)
    basis = price_bases.find(text)
    if basis is not None:
        return (Piece(Role.PRICE_PER, price_bases.HEADING, *basis),)
    spans = [each for start, end in _spans(text) for each in _before_labels(text, start, end)]
    spans = [each for span in spans for each in side_by_side(text, *span)]
    found = [_piece(text, start, end) for start, end in spans]
    return found if any(piece.role is not None for piece in found) else ()


def _moved(piece: Piece, by: int) -> Piece:
    return replace(piece, start=piece.start + by, end=piece.end + by)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in MARK.finditer(text):
        behind = MARK.search(text, mark.end())
        following = text[mark.end() : behind.start() if behind else len(text)]
        coded = mark[0].strip() in DOTS or OTHERS.fullmatch(following) is not None
        apart = mark["strong"] or (coded and _names_code(text[start : mark.start()]))
        if apart or recognise_inline(following) is not None:
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


def _names_code(text: str) -> bool:
    """Tell whether a text is a label and its code: behind a dot stands something else.

    Behind a drawing it may be its revision, in whatever words, unless one stands there already.
    """
    found = recognise_inline(text)
    value = text[found[2] :].strip() if found is not None else ""
    whole = found is not None and (found[0] in CODES or parts.revision(value)[1] is not None)
    return whole and found is not None and found[0] in SPACED and parts.looks_like_code(value)


def _before_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a piece before each further label with a colon: "供方号：LP-28-9000 交货周期：10周"."""
    for colon in list(label_words.COLON.finditer(text, start, end))[1:]:
        edges = (edge.end() for edge in EDGE.finditer(text, start, colon.start()))
        cut = next((at for at in edges if at > start and _is_label(text[at : colon.start()])), None)
        if cut is not None:
            yield start, cut
            start = cut
    yield start, end


def side_by_side(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a piece that is nothing but labels with their values, and no mark between them.

    "Our part 4-7714  Your part 10071175  Due 2026-07-17".
    """
    cuts = [start, *_cuts(text, start, end), end]
    yield from itertools.pairwise(cuts)


def _cuts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the second and each further label of a piece begins, nothing where a word is left over."""
    values = [word.end() for word in VALUE.finditer(text, start, end)]
    if len(values) < 2 or end - start > LONGEST_PAIRS or recognise_inline(text[start:end].strip()):
        return ()
    for at in values[:-1]:
        if _is_pair(text[start:at]):
            rest = _cuts(text, at, end)
            if rest or _is_pair(text[at:end]):
                return (at, *rest)
    return ()


def _is_pair(text: str) -> bool:
    """Tell whether a text is a label and its value, which has no blank in it."""
    found = recognise_inline(text.strip())
    return found is not None and found[0] in PAIRED


def _is_label(text: str) -> bool:
    heading = recognise(text) if text.strip() else None
    return heading is not None and heading.exact and heading.role is not None


def _piece(text: str, start: int, end: int) -> Piece:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    found = recognise_inline(text[start:end])
    if found is None:
        return Piece(None, None, start, end)
    role, heading, at = found
    return Piece(role, heading, start + at, end)


def _needs_no_colon(role: Role, value: str) -> bool:
    """Tell whether a value speaks for itself: it is a code where one is named, a date where one is due."""
    if role in SPACED:
        lettered = role in CODES and parts.lettered(value) is not None  # "Your ref KLS-OR-RN"
        lettered = lettered or (
            role in CODES - {Role.MATERIAL_CODE} and SPACED_OUT.fullmatch(value) is not None
        )
        return lettered or CODE_TAIL.match(_unsheeted(value) if role is Role.DRAWING else value) is not None
    due = role is Role.DELIVERY and len(value) <= LONGEST_DATE
    return due and (bool(dates.parse(value)) or periods.parse(value) is not None)


def _unsheeted(drawing: str) -> str:
    """Return the number of a drawing without what stands around it: "PL 118-04 Rev.B, SH 2"."""
    number = parts.revision(drawing)[0]
    return SERIES.sub("", parts.revision(SHEET.sub("", number))[0])


def _behind_blank(heading: Heading | None, start: int, text: str) -> tuple[Role, Heading, int] | None:
    """Return what a label behind which a mere blank stands says; "Your ref. QU 26-0412" may name an offer."""
    found = _inline(heading, start, text)
    if found is not None and REFERRING.search(found[1].text) and SPACED_OUT.fullmatch(text[start:].strip()):
        return None
    return found


def _inline(heading: Heading | None, start: int, text: str) -> tuple[Role, Heading, int] | None:
    value = text[start:].strip()
    if heading is None or not heading.exact or not value:
        return None
    if RATING.fullmatch(text.strip()):
        return None
    heading = wishes.settled(column_parties.likely(heading), value)
    if heading.role is Role.LINE_NUMBER and _is_of_part(heading, value):
        heading = replace(heading, roles=frozenset({Role.PART}))  # "Item number: 10060745" below an item
    if heading.role in CODES and names_things(heading.text.strip()) and _is_no_number(value):
        heading = replace(heading, roles=frozenset({Role.REMARK}))  # "Material: carbon" is what it is made of
    if heading.role is Role.DELIVERY and SHIPMENT.fullmatch(f"{heading.text.strip()}:{value}"):
        heading = replace(heading, roles=frozenset({Role.OTHER}))  # the first of its shipments
    if heading.role is Role.DELIVERY and plain_addresses.is_address(value):
        return None  # 送货：某某市码头街109号 is where the goods of the whole order go
    if heading.role is Role.REVISION and len(value) > REVISION:
        return None  # "Drawing / rev.: 6-1331-04 Rev.04" has one label
    return (heading.role, heading, start) if heading.role in INLINE else None


def _of_code(heading: Heading | None, value: str) -> Heading | None:
    """Return a word for things as the label of the code that it stands right before: 物料M0071840."""
    if heading is None or heading.role is not None or not names_things(heading.text.strip()):
        return heading
    if not heading.text.strip().startswith("物料") or STANDARD.match(value):
        return heading
    counted = sum(map(str.isdigit, value)) >= DIGITS and CODE_TAIL.match(value) is not None
    return replace(heading, roles=frozenset({Role.MATERIAL_CODE}), exact=True) if counted else heading


def _is_no_number(value: str) -> bool:
    """Tell whether a value is words without a figure, or the number of a steel (1.4571)."""
    return not any(map(str.isdigit, value)) or STEEL.match(value) is not None


def _is_of_part(heading: Heading, value: str) -> bool:
    """Tell whether what is headed as an item's number is too long for one: "Item 40.16.7331"."""
    name = heading.text.strip()
    named = len(name) > len("Item") or (names_things(name) and sum(map(str.isdigit, value)) >= DIGITS)
    return named and len(value) >= FIGURES and CODE_TAIL.match(value) is not None
