"""Codes and item numbers behind words that nobody knows: 靐灪齾灪：LP-32-6200, "Drawing / ver.: GA-4352-02".

The next customer's word for a number is in no list. What stands behind it is kept where the line lacks such a
number, and never sure; a name that ends in a code is not sure where the line has none of the seller's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import dates, parts, periods
from extractors.late import late
from extractors.lines.doubts import strange_captions
from extractors.lines.doubts.strange_captions import COUNTED, OTHERS, is_strange
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Item, Text
from extractors.page.runs import Run, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Evidence, Field, OrderLine, Reason, opened, unread_at

LED = late(
    r"\s*(?P<label>[^\W\d_](?:[^\d:：]{0,28}[^\W\d_.)）])?[.)）]?)\s*(?:[:：#]\s*|\s|(?<=[\u4e00-\u9fff]))"
    r"(?P<code>(?=[\w./-]*\d{3})[A-Za-z0-9][\w./-]{4,23})\s*"
)
"""A label of whatever words, and a code."""
STANDARD = late(
    r"\b(?:GB|HG|JB|SH|NB|DIN|ISO|API|ASTM|ASME|ANSI|EN|JIS|BS|NACE|IEC|EU)\b(?!-\d{6})"
    r"|\b(?:GB|HG|JB|EN|DIN|ISO|API)(?:/?T)?\d{3,5}(?:\.\d{1,2})?-(?:19|20)\d{2}(?![\w-])"
    r"|(?:\b(?:to|per|acc\w*\.?|nach|gem\.?|gemäß)|按|符合)\s?(?:GB|HG|JB|EN|DIN|ISO|API)(?:/?T)?\d{3,5}(?![\w-])|标准|材[质料]|\bgrade\b|\bmaterial\b",
    re.IGNORECASE,
)
LETTER = late(r"[^\W\d_]")
NO_CODE = late(
    r"(?:19|20)\d{2}/(?:19|20)\d{2}|\d+(?:[.,]\d+)?[xX×*]\d+(?:[.,]\d+)?(?:[xX×*]\d+(?:[.,]\d+)?)?"
    r"|[A-Z]{1,3}\d{1,3}[xX×*]\d{1,3}[xX×*]\d{1,3}"
)
"""Two years and sizes, which look like codes."""
NAME = 6
"""A name has so many letters."""
AT_REST = tuple(frozenset(Role) - {Role.LINE_NUMBER, Role.QUANTITY, Role.PRICE, Role.AMOUNT})
"""Roles in which words may stand."""
HALVES = late(r"\s*[/／|]\s*|(?<=[\u4e00-\u9fff])\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=[\u4e00-\u9fff])")
BEFORE = 20
"""What a code is of stands within so many characters before it."""
COLONED = late(r"[^\W\d_.)）]\s?[.)）]?\s?[:：]\s?(?P<code>(?=[\w./-]*\d{3})[A-Za-z0-9][\w./-]{4,23})$")
"""A code behind whatever label at the end of a name."""
PERS = frozenset({"1", "10", "100", "1000", "1,000", "1.000"})
TAIL = late(r"(?:\s|(?<=[\u4e00-\u9fff]))(?P<code>(?=(?:[\w./-]*\d){4})[A-Z0-9][\w./-]{6,23})$")
"""A code at the end of a name."""
SAID = {
    Role.SELLER_PART: "part_number",
    Role.BUYER_PART: "customer_part_number",
    Role.DRAWING: "drawing_number",
    Role.DELIVERY: "delivery_date",
}
FIELDS = {Role.DRAWING: "drawing_number", Role.BUYER_PART: "customer_part_number"}


@dataclass(frozen=True, slots=True)
class Led:
    """A code in a text of an item, and what the known half of its label says of it."""

    run: Run
    start: int
    end: int
    role: Role | None
    revised: bool

    @property
    def field(self) -> Field:
        """The code as it stands there; nothing says surely what it is."""
        return _field(self.run, self.start, self.end)


def _field(run: Run, start: int, end: int) -> Field:
    spot = evidence(run, start, end)
    return Field(spot.text, sure=False, evidence=spot, reason=Reason.ROLE, confidence=0.6)


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Iterable[Run]) -> tuple[OrderLine, ...]:
    """Return the lines, with what they lack and such words seem to state."""
    found = [_timed(item, _coded(item, line)) for item, line in zip(items, lines, strict=True)]
    found = strange_captions.doubted(items, _priced(items, found), runs)
    if all(line.line_number is None for line in found):
        found = _numbered(items, found)
    if all(line.description is None for line in found):
        found = [_named_elsewhere(item, line) for item, line in zip(items, found, strict=True)]
    found = [_named(item, line) for item, line in zip(items, found, strict=True)]
    tails = [_tail(item, line) for item, line in zip(items, found, strict=True)]
    if found and all(tails):
        found = [_cut(line, tail) for line, tail in zip(found, tails, strict=True) if tail is not None]
    return tuple(found)


def _coded(item: Item, line: OrderLine) -> OrderLine:
    for led in _led(item):
        name = _lacking(line, led)
        if name is not None and led.field.value not in _told(line):
            line = replace(line, **{name: led.field})
    return line


def _lacking(line: OrderLine, led: Led) -> str | None:
    """Return the field that a code is likely of and that the line lacks."""
    if led.role is not None:
        name = FIELDS.get(led.role, "part_number")
        return name if getattr(line, name) is None else None
    likely = ("drawing_number",) if led.revised else ("part_number", "customer_part_number", "drawing_number")
    return next((name for name in likely if getattr(line, name) is None), None)


def _told(line: OrderLine) -> set[str | None]:
    read = (line.part_number, line.customer_part_number, line.drawing_number)
    return {field.value for field in read if field is not None}


def _led(item: Item) -> Iterator[Led]:
    """Yield the codes behind words that nobody knows, in remarks and notes."""
    spans = [(run, 0, len(run.text)) for run in item.notes]
    remarks = (text for role in (Role.REMARK, Role.OTHER) for text in item.texts.get(role, ()))
    spans += [(text.run, text.start, text.end) for text in remarks if text.column is None]
    for run, start, end in spans:
        said = run.text[start:end].lstrip()
        first = end - len(said)
        base, revision = parts.revision(said.rstrip())
        found = LED.fullmatch(base)
        if found is None or not parts.is_clear(found["code"]) or parts.is_tag(found["code"]):
            continue
        if dates.find(said) or STANDARD.search(said) or NO_CODE.fullmatch(found["code"]):
            continue
        role = _half_known(found["label"])
        if role is not None or is_strange(found["label"]):
            last = first + len(said.rstrip()) if revision is not None else first + found.end("code")
            yield Led(run, first + found.start("code"), last, role, revision is not None)


def _half_known(label: str) -> Role | None:
    """Return what one half of a label in two tongues says of a code, where the other is in no list."""
    halves = [half for half in HALVES.split(label) if half.strip()]
    known = [_code_role(recognise(half)) for half in halves] if len(halves) > 1 else []
    roles = {role for role in known if role is not None}
    return roles.pop() if len(roles) == 1 else None


def _code_role(heading: Heading | None) -> Role | None:
    if heading is None or not heading.exact or len(heading.roles) != 1:
        return None
    (role,) = heading.roles
    return role if role in CODES | {Role.DRAWING} else None


def _numbered(items: Sequence[Item], lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Return the lines with what looks like the numbers of the items under a heading that nobody knows."""
    texts = [next(filter(_is_first, item.unknown), None) for item in items]
    marks = [text if text is not None and COUNTED.fullmatch(text.printed) else None for text in texts]
    told = [text.printed for text in marks if text is not None]
    if 2 * len(told) <= len(lines):
        return list(lines)
    counted = len(told) == len(lines) and strange_captions.count(told)
    return [
        replace(line, **_labelled(item, line), **_number(mark if counted else None))
        for item, line, mark in zip(items, lines, marks, strict=True)
    ]


def _number(mark: Text | None) -> dict[str, Field]:
    return {} if mark is None else {"line_number": _field(mark.run, mark.start, mark.end)}


def _priced(items: Sequence[Item], lines: Sequence[OrderLine]) -> list[OrderLine]:
    """Return the lines with an unread number of pieces for a price where a column nobody knows has one."""
    pers = [next((text for text in item.unknown if text.printed in PERS), None) for item in items]
    if any(each is None for each in pers):
        return list(lines)
    return [
        replace(line, price_per=unread_at(evidence(text.run, text.start, text.end)))
        if text is not None and line.price_per is None and not _is_first(text)
        else line
        for line, text in zip(lines, pers, strict=True)
    ]


def _is_first(text: Text) -> bool:
    return text.column is not None and text.column <= 1


def _named_elsewhere(item: Item, line: OrderLine) -> OrderLine:
    """Return a line with an unread name where a cell has words that nothing was read from."""
    told = {text.printed for role in AT_REST for text in item.texts.get(role, ())}
    for cell in item.row.cells:
        words = " ".join(run.text for run in cell)
        if len(LETTER.findall(words)) >= NAME and words not in told and not parts.looks_like_code(words):
            return replace(line, description=unread_at(evidence(cell[0])))
    return line


def _labelled(item: Item, line: OrderLine) -> dict[str, Field]:
    """Return what labelled lines say of an item, open: unless it is surely numbered they may be another's."""
    found: dict[str, Field] = {}
    for role, name in SAID.items():
        field = getattr(line, name)
        if field is not None and any(text.column is None for text in item.texts.get(role, ())):
            found[name] = opened(field, Reason.ROLE)
    return found


def _timed(item: Item, line: OrderLine) -> OrderLine:
    """Return a line with an unread time where a note has one behind a label that nobody knows."""
    for run in item.notes:
        label, _, said = run.text.replace("：", ":").partition(":")
        days = dates.parse(said.strip(), compact=True) if said else ()
        if said and is_strange(label) and (days or periods.parse(said.strip())):
            return _untimed(line, evidence(run))
    return line


def _untimed(line: OrderLine, spot: Evidence) -> OrderLine:
    """Return a line that states no time with an unread one."""
    known = line.delivery_date is not None or line.lead_time is not None
    return line if known else replace(line, delivery_date=unread_at(spot))


def _tail(item: Item, line: OrderLine) -> str | None:
    """Return the code that a name ends in, where the line has no number of the seller's."""
    if line.part_number is not None:
        return None
    named = line.description.value or "" if line.description is not None else ""
    texts = (named, *(text.printed for text in item.texts.get(Role.SPECIFICATION, ())))
    found = (TAIL.search(text) for text in texts)
    return next((each["code"] for each in found if each is not None and _is_own(each)), None)


def _is_own(found: re.Match[str]) -> bool:
    """Tell whether a code at the end of a text is a part's, and not of a standard or an account before it."""
    start, code = found.start("code"), found["code"]
    before = found.string[max(0, start - BEFORE) : start]
    aside = STANDARD.search(found.string, max(0, start - BEFORE)) or OTHERS.search(before)
    return parts.is_clear(code) and aside is None and NO_CODE.fullmatch(code) is None


def _named(item: Item, line: OrderLine) -> OrderLine:
    """Return a line whose name goes on into a label that nobody knows and its code: neither is sure.

    So does one that ends with a code and its revision.
    """
    for text in item.texts.get(Role.DESCRIPTION, ()):
        base, revision = parts.revision(text.printed)
        led = COLONED.search(base) if text.lines > 1 else None
        led = led or (TAIL.search(base) if revision is not None else None)
        if led is None or not _is_own(led) or led["code"] in _told(line):
            continue
        start = text.run.text.index(led["code"], text.start)
        found = Led(text.run, start, start + len(led["code"]), None, revision is not None)
        name = _lacking(line, found)
        opened_name = line.description and opened(line.description, Reason.ROLE)
        line = replace(line, description=opened_name, **({name: found.field} if name is not None else {}))
        return _untimed(line, found.field.evidence) if dates.parse(led["code"], compact=True) else line
    return line


def _cut(line: OrderLine, code: str) -> OrderLine:
    name = line.description
    if name is None:
        return line
    likely = Field(code, sure=False, evidence=name.evidence, reason=Reason.ROLE, confidence=0.5)
    return replace(line, description=opened(name, Reason.ROLE), part_number=likely)
