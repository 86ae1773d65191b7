"""What a line of text says of an item: "3 pcs", "Our part: SWB-931-55", 含税单价1514.75元."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import money, quantities, units
from extractors.late import late
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts import clause_values, spoken_numbers
from extractors.lines.texts.clause_cuts import (
    COLON,
    LONGEST_LABEL,
    by_labels,
    ends_with_label,
    inside_number,
    without_labels,
)
from extractors.lines.texts.inline_labels import LED_IN
from extractors.lines.texts.side_labels import PLACE_OF, by_value
from extractors.lines.texts.spoken_numbers import AMOUNT, ENDS, PRICE, PRICE_END
from extractors.page.runs import IDEOGRAPH, Run
from extractors.vocabulary.meanings import Role

UNROUND = "".join(rf"(?<![ΦφØø∅⌀]{digits})" for digits in (r"\d", r"\d\d", r"\d\d\d"))
"""Behind a diameter a cross makes a size, never a price: "Seat Φ65×13"."""
PART = late(
    r"[，;；。]\s*|,\s+|,(?=[^\d\s])(?!--?(?:\s|$))|[（(]|[)）]\s*[,，;；]?|\s+[-–—|@]\s+|(?<=[^\W\d_])@\s+(?=[€$£¥￥\d])|\s+at\s+(?=[A-Z€$£¥\d])"
    r"|(?<=[\d元)）])\s*[=＝]\s*(?=[\d€$£¥￥A-Z])|\s+=\s+|(?P<slash>\s+/\s+)"
    r"|(?=共计?\s*\d)|(?<=[\u4e00-\u9fffA-Za-z\d)）])"
    + UNROUND
    + r"\s*[×*]\s*(?=[€$£¥￥\d])(?!(?<=\d[×*])\d+(?:[×*\s]|$"
    r"|\.\d{1,2},\s(?:your|our|part|item|dwg|drawing)\b|(?:\.\d{1,2})?[（(][^（()）]*\d{5}))"
    r"(?!(?:(?<=[A-Z] \d[×*])|(?<=[A-Z] \d\d[×*])|(?<=[A-Z] \d{3}[×*]))\d+\.\d{1,2}$)"
    r"|(?<=[A-Za-z²³])\s+x\s+(?=(?:[A-Z]{3}\s?)?[€$£¥￥\d])"
)
"""What parts the clauses of a line; brackets part them where they hold one of their own.

Behind a material a cross makes a size: "O-ring FKM 70×5.33".
"""
SLASHES = 3
"""A slash between blanks parts clauses where a line has so many: "Seal / 10085331 / 6 pcs / 12.00"."""
LEAD = late(
    r"\s*(?:(?:at|à|zu je|je|each at|[x×])\s+|@\s*)(?=[A-Z€$£¥￥\d])"
    r"|\s*(?:zu|zum (?:Stück|Einzel)?[Pp]reis von|á|a|au prix de|a razón de)\s+"
    r"(?=(?:[A-Z]{3}|[€$£])\s?\d|\d[\d.,' ]*[.,]\d{2}\s?(?:[A-Z]{3}\b|[€$£]))"
)
"""What leads to a price."""
EQUALS = late(r"\s*[=＝]\s*(?=[A-Z€$£¥￥\d])")
"""What leads to an amount."""
BLANK = late(r"(?<=\S)\s+(?=\S)|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
INSIDE_CODE = late(r"[A-Za-z0-9][-/_][A-Za-z0-9]")
"""Here no label ends and no value begins: LP-14-2437 is one code."""
LOOSE = frozenset({Role.DESCRIPTION, Role.REMARK, Role.OTHER, Role.SPECIFICATION, Role.MODEL})
"""Roles that any text fits."""
DESCRIBING = frozenset({"spare", "spares", "service"})
"""What leads a name and heads one only with a colon: "Spare seal cartridge"."""
LENGTHS = frozenset({"MM", "CM", "INCH"})
KINDS = frozenset({Role.MODEL, Role.SPECIFICATION})
KIND = late(r"\s*(?:[A-Za-z]{1,2}|\d{1,3})\s*")
"""What says of which kind or size a thing is, in its name: "type B", "size 3"."""
SUM = late(r"\d(?:,-)?\s*(?:元|[A-Z]{3}|[€$£¥￥]|each)?\s*$")
"""What stands before the equals sign of a sum, and not in "L=700"."""


def read(run: Run, start: int = 0, *, counted: bool = False) -> list[tuple[Role | None, Text]]:
    """Return the clauses of a line with their roles, None where a clause says nothing that is known.

    Where no clause is a quantity, single words may be: "轴套 Ø50 10054432 3件 单价565元". `counted` tells
    that the line began with its quantity.
    """
    found = list(_read(run, start))
    if counted or any(role is Role.QUANTITY for role, _ in found):
        return found
    apart = [each for role, text in found for each in ([(role, text)] if role else _words(text))]
    roles = [role for role, _ in apart]
    return apart if roles.count(Role.QUANTITY) == 1 and {Role.PRICE, Role.AMOUNT} & set(roles) else found


def _words(text: Text) -> Iterator[tuple[Role | None, Text]]:
    """Yield the words of a clause that are a quantity or a named amount, and what stands between them."""
    low = text.start
    for match in spoken_numbers.WORD.finditer(text.run.text, text.start, text.end):
        found = spoken_numbers.stated(match[0]) or _named(match[0])
        if found is None or found[0] not in PLACE_OF or _measures(match[0]):
            continue
        if text.run.text[low : match.start()].strip():
            yield None, Text(text.run, low, match.start(), None)
        yield found[0], Text(text.run, match.start() + found[2], match.end(), found[1], PLACE_OF[found[0]])
        low = match.end()
    if text.run.text[low : text.end].strip():
        yield None, Text(text.run, low, text.end, None)


def _measures(text: str) -> bool:
    """Tell whether a text is a length, which describes a thing as well as counting it."""
    found = quantities.parse(text)
    return found is not None and found.unit is not None and units.canonical(found.unit) in LENGTHS


def _read(run: Run, start: int) -> Iterator[tuple[Role | None, Text]]:
    for low, high in _clauses(run.text, start):
        said = LEAD.match(run.text, low, high)
        makes = EQUALS.match(run.text, low, high)
        heading = AMOUNT if makes is not None else _said_before(run.text, low, said)
        yield _clause(run, found.end() if (found := makes or said) is not None else low, high, heading)


def _said_before(text: str, low: int, lead: re.Match[str] | None) -> Heading | None:
    """Return what the mark before an amount says of it: "2 pcs @ 10.00 = 20.00"."""
    before = text[:low].rstrip()
    if lead is not None or before.endswith(("@", " at", "×", "*", " x")):
        return PRICE
    return AMOUNT if before.endswith(("=", "＝")) and SUM.search(before[:-1]) else None


def _clauses(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses; a bracket that says nothing of its own stays with the words before it."""
    spans: list[tuple[int, int]] = []
    marks = [match for match in PART.finditer(text, start) if not inside_number(text, match)]
    if sum(bool(match["slash"]) for match in marks) < SLASHES:
        marks = [match for match in marks if not match["slash"] or _leads_to_code(text, match.end())]
    marks = without_labels(text, start, marks)
    marks = sorted([*marks, *_idle_colons(text, start, marks)], key=lambda match: match.start())
    low = start
    for mark in [*marks, None]:
        high = mark.start() if mark is not None else len(text)
        spans += [span for span in by_labels(text, low, high) if text[slice(*span)].strip()]
        low = mark.end() if mark is not None else high
    yield from _closed(text, spans)


def _leads_to_code(text: str, start: int) -> bool:
    """Tell whether a label and the code behind it begin here: "Your no. 4711 / our no. 0815"."""
    found = role_of(text[start:].split(" / ", maxsplit=1)[0])
    return found is not None and found[0] in CODES | {Role.DRAWING}


def _idle_colons(text: str, start: int, marks: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the colons that no label stands before: "10054431 Mechanical seal: 2 pcs"."""
    for colon in re.finditer(r"[:：]\s*", text[start:] and text):
        begin = max((mark.end() for mark in marks if mark.end() <= colon.start()), default=start)
        known = recognise(text[begin : colon.start()].strip()) or ends_with_label(text, begin, colon.start())
        if colon.start() > begin and not known:
            yield colon


def _closed(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    pending: tuple[int, int] | None = None
    for low, high in spans:
        opens = text[:low].rstrip()[-1:] in "（("
        if pending is not None and opens and role_of(text[low:high]) is None:
            end = high + 1 if text[high : high + 1] in ")）" else high
            pending = (pending[0], end)
            continue
        if pending is not None:
            yield pending
        pending = (low, high)
    if pending is not None:
        yield pending


def _clause(run: Run, low: int, high: int, said: Heading | None) -> tuple[Role | None, Text]:
    text = run.text[low:high]
    found = role_of(text)
    if said is not None and money.parse(PRICE_END.sub("", text.strip(ENDS))) is not None:
        found = (Role.PRICE if said is PRICE else Role.AMOUNT), said, 0
    if found is None:
        return None, Text(run, low, high, None)
    role, heading, at = found
    end = low + spoken_numbers.value_end(role, text)
    return role, Text(run, low + at, end, heading, PLACE_OF.get(role))


@functools.lru_cache(maxsize=4096)
def role_of(text: str) -> tuple[Role, Heading, int] | None:
    """Return the role of a clause, what names it, and where its value begins."""
    colon = COLON.search(text)
    if colon is not None and colon.start() <= LONGEST_LABEL:
        heading = recognise(text[: colon.start()])
        told = clause_values.delivered(text[: colon.start()], text[colon.end() :].strip(ENDS))
        named = _fitting(heading, colon.end(), text) or _unlike(heading, colon.end(), text)
        named = named or _unread(heading, colon.end(), text)
        return named or ((Role.DELIVERY, told, colon.end()) if told is not None else None)
    return spoken_numbers.stated(text) or _named(text) or _drawn(text) or _pointing(text)


def _unread(heading: Heading | None, at: int, text: str) -> tuple[Role, Heading, int] | None:
    """Return a figure by its label alone, where nothing can read it, and never sure: "Qty: 10 / 12"."""
    role = clause_values.unread(heading, text[at:].strip(ENDS)) if heading is not None else None
    return (role, replace(heading, exact=False), at) if heading is not None and role is not None else None


def _pointing(text: str) -> tuple[Role, Heading, int] | None:
    """Return such a figure behind a label without a colon: "Menge siehe Anhang"."""
    blanks = (match.start() for match in BLANK.finditer(text, 0, LONGEST_LABEL))
    ends = (at for at in blanks if clause_values.points_elsewhere(text[at:]))
    return next((found for at in ends if (found := _unread(recognise(text[:at]), at, text))), None)


def _drawn(text: str) -> tuple[Role, Heading, int] | None:
    """Return the drawing by which a thing is made: "gemäß Zeichnung GA-720090 Rev. A"."""
    led = LED_IN.match(text)
    found = _named(text[led.end() :]) if led is not None else None
    drawn = led is not None and found is not None and found[0] is Role.DRAWING
    return (found[0], found[1], led.end() + found[2]) if drawn and led and found else None


def _named(text: str) -> tuple[Role, Heading, int] | None:
    """Return the role of a clause that begins with a heading and goes on with its value, without a colon."""
    for at in range(min(len(text) - 1, LONGEST_LABEL), 0, -1):
        if not _parted(text[at - 1], text[at]) or text[:at].strip().casefold() in DESCRIBING:
            continue
        if text[at - 1].isdigit() or any(INSIDE_CODE.match(text, each) for each in (at - 1, max(at - 2, 0))):
            continue
        found = _fitting(recognise(text[:at]), at, text)
        kind = found is not None and found[0] in KINDS and KIND.fullmatch(text, at) is not None
        if found is not None and not kind and not _goes_on(found[0], text, at):
            return found
    return None


def _goes_on(role: Role, text: str, at: int) -> bool:
    """Tell whether a sentence goes on behind a word that may head a name: 货到验收合格后付款."""
    glued = IDEOGRAPH.match(text[at - 1]) is not None and IDEOGRAPH.match(text[at]) is not None
    return glued and role in LOOSE and not text[:at].endswith(("名称", "名稱", "品名"))


def _parted(before: str, after: str) -> bool:
    """Tell whether a word may end between two characters."""
    return not before.isascii() or not after.isalpha() or before.isspace()


def _fitting(heading: Heading | None, at: int, text: str) -> tuple[Role, Heading, int] | None:
    if heading is None or not heading.exact:
        return None
    value = text[at:].strip(" 。.;；,，")
    if not any(map(str.isalnum, value)):
        return None
    heading = clause_values.based(by_value(heading, value), value)
    if Role.DISCOUNT in heading.roles and not clause_values.fits(Role.DISCOUNT, value):
        return None  # "Designation Disc coupling": the word begins the name
    heading = heading if heading.role is not None else _only_fitting(heading, value)
    if heading.role is None:
        return None
    return (heading.role, heading, at) if value and clause_values.fits(heading.role, value) else None


def _unlike(heading: Heading | None, at: int, text: str) -> tuple[Role, Heading, int] | None:
    """Return a code by its label alone where it looks like a number, and never sure: 物料编码：40.118."""
    value = text[at:].strip(ENDS)
    named = heading is not None and heading.exact and clause_values.is_pointed(value)
    heading = by_value(heading, value) if named and heading is not None else None
    return (heading.role, heading, at) if heading is not None and heading.role in CODES else None


def _only_fitting(heading: Heading, value: str) -> Heading:
    """Hold a heading that means several things to those that the value can be; what is read is not sure."""
    roles = frozenset(role for role in heading.roles if clause_values.fits(role, value))
    return replace(heading, roles=roles, exact=False) if len(roles) == 1 else heading
