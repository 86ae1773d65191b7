"""What stands in the block of an item beside its figures: its number, codes, name and day."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.conventions import Conventions, one_date
from extractors.fields import dates, parts, units
from extractors.header.labelling.label_words import COLON
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item import NOTHING
from extractors.lines.reckoned.blocks import MARK, Block
from extractors.lines.reckoned.rows import Reckoned
from extractors.lines.texts import inline_labels
from extractors.page.runs import Run, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Field, Reason

FIELDS: Mapping[Role, str] = {
    Role.SELLER_PART: "part_number",
    Role.LOCAL_PART: "part_number",
    Role.PRODUCT_CODE: "part_number",
    Role.MAKER_PART: "part_number",
    Role.PART: "part_number",
    Role.BUYER_PART: "customer_part_number",
    Role.MATERIAL_CODE: "customer_part_number",
    Role.DRAWING: "drawing_number",
    Role.DESCRIPTION: "description",
    Role.DELIVERY: "delivery_date",
    Role.UNIT: "unit",
    Role.LINE_NUMBER: "line_number",
}
CODED = frozenset({"part_number", "customer_part_number", "drawing_number"})
BLANK = late(r"\s+")
LETTERS = late(r"[^\W\d_]")
MAX_LABEL = 40
ALIGNED = 4.0
PRICED = late(r"\d[.,]\d{2}(?!\d)\s*(?:[A-Z]{3}|[€$£¥])")
"""A price with its currency is no code."""
SHORTEST_NAME = 4
NAMED_IN = 2
"""The name of an item stands in so many of its first lines."""
CONFIDENCE = 0.4
CODE_LED = late(
    r"(?:item|part|material|art(?:icle|ikel)?|物料|件号)\s*(?:no\.?|nr\.?|#|:|：)?\s+(?=\S*\d)", re.IGNORECASE
)


BRACKETED = late(r"\s*\[(?P<code>[^\[\]]{3,24})\]\s*")
"""The number before a name, as Odoo prints it: "[LIP-160-N] Lip seal"."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value of a field, with its place."""

    name: str
    value: str
    run: Run
    start: int
    end: int

    @property
    def field(self) -> Field:
        """The value as a field that is not sure."""
        spot = evidence(self.run, self.start, self.end)
        return Field(self.value, sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)


@dataclass(frozen=True, slots=True)
class Free:
    """A text of a block without a label: in which line, and where it begins behind the item's number."""

    line: int
    run: Run
    begin: int

    @property
    def text(self) -> str:
        """The text behind the number of the item."""
        return self.run.text[self.begin :]

    @property
    def code(self) -> str:
        """The text without the word that says that it is a number: "Item 14-88120"."""
        text = self.text.strip()
        led = CODE_LED.match(text)
        return text[led.end() :] if led is not None else text


def in_all(told: Sequence[Block]) -> frozenset[str]:
    """Return the texts that stand in every block: captions that nobody knows, and no names."""
    texts = [frozenset(run.text.strip() for line in block.lines for run in line.runs) for block in told]
    return frozenset.intersection(*texts) if len(texts) > 1 else frozenset()


def of_block(
    block: Block, row: Reckoned, conventions: Conventions, captions: Collection[str] = ()
) -> tuple[dict[str, Field], frozenset[str]]:
    """Return the fields that the text of a block gives, and the names of those with a label of their own."""
    said = list(_labelled(block, conventions, captions))
    found: dict[str, Field] = {}
    for each in said:
        found.setdefault(each.name, each.field)
    labelled = frozenset(found)
    spoken = {id(each.run) for each in said} | _captions(block, captions)
    figures = {id(each.run.words[0]) for each in (row.quantity, row.price, row.amount)}
    wanted = [name for name in ("customer_part_number", "part_number") if name not in found]
    unit = _unit_beside(block, row)
    if unit is not None:
        found.setdefault("unit", unit.field)
    for each in _bare(block, spoken, figures, conventions, wanted):
        found.setdefault(each.name, each.field)
    return found, labelled


def _unit_beside(block: Block, row: Reckoned) -> Finding | None:
    """Return the unit that stands in a text of its own right behind the quantity."""
    first = row.quantity.run.words[0]
    for line in block.lines:
        beside = [run for run in line.runs if run.box.x0 >= row.quantity.run.box.x1]
        if (
            any(run.words[0] is first for run in line.runs)
            and beside
            and units.canonical(beside[0].text.strip())
        ):
            return Finding("unit", beside[0].text.strip(), beside[0], 0, len(beside[0].text))
    return None


def _captions(block: Block, captions: Collection[str]) -> set[int]:
    """Return the runs that are captions and nothing else."""
    runs = [run for line in block.lines for run in line.runs]
    return {id(run) for run in runs if _role(run.text) is not None or run.text.strip() in captions}


def _role(text: str) -> Role | None:
    """Return the one role that a text is the caption of, None where it is anything else."""
    heading = recognise(text.strip(" :：")) if len(text) <= MAX_LABEL else None
    return heading.role if heading is not None and heading.exact else None


def _labelled(block: Block, conventions: Conventions, captions: Collection[str]) -> Iterator[Finding]:
    for at, line in enumerate(block.lines):
        for place, run in enumerate(line.runs):
            inside = _in_text(run, conventions)
            yield from inside
            role = _role(run.text) if not inside else None
            if role is not None and role in FIELDS:
                below = block.lines[at + 1].runs if at + 1 < len(block.lines) else ()
                beside = [
                    each for each in line.runs[place + 1 : place + 2] if each.text.strip() not in captions
                ]
                yield from _under(FIELDS[role], run, below, beside, conventions)


def _in_text(run: Run, conventions: Conventions) -> list[Finding]:
    """Return the value behind a label in one text: "Your material number: MS2-031", "Material 1120455"."""
    colon = COLON.search(run.text)
    if colon is not None and colon.start() <= MAX_LABEL:
        told = [each for each in inline_labels.pieces(run.text) if each.role in FIELDS]
        return [
            found
            for each in told
            if each.role is not None
            for found in _value(FIELDS[each.role], run, each.start, each.end, conventions)
        ]
    for blank in BLANK.finditer(run.text, 0, MAX_LABEL):
        role = _role(run.text[: blank.start()])
        name = FIELDS.get(role) if role is not None else None
        if name in CODED and parts.looks_like_code(run.text[blank.end() :].strip()):
            return list(_value(name, run, blank.end(), len(run.text), conventions))
    return []


def _under(
    name: str, caption: Run, below: Sequence[Run], beside: Sequence[Run], conventions: Conventions
) -> Iterator[Finding]:
    """Yield the value that stands under a caption, else the one at its right."""
    under = [run for run in below if abs(run.box.x0 - caption.box.x0) < ALIGNED and _role(run.text) is None]
    for run in under or [each for each in beside if _role(each.text) is None]:
        yield from _value(name, run, 0, len(run.text), conventions)


def _value(name: str, run: Run, start: int, end: int, conventions: Conventions) -> Iterator[Finding]:
    text = run.text[start:end]
    bare = text.strip()
    low = start + len(text) - len(text.lstrip())
    if bare in NOTHING:
        return
    if name == "delivery_date":
        yield from _days(run, start, end, conventions)
    elif name != "unit" or units.canonical(bare) is not None:
        yield Finding(name, bare, run, low, low + len(bare))


def _bare(
    block: Block, spoken: set[int], figures: set[int], conventions: Conventions, wanted: Sequence[str]
) -> Iterator[Finding]:
    """Yield what stands without a label: the number that begins the block, codes, the name, a day."""
    marks = _marks(block)
    yield from marks
    ends = {id(each.run): each.end for each in marks}
    free = [
        Free(at, run, ends.get(id(run), 0))
        for at, line in enumerate(block.lines)
        for run in line.runs
        if id(run) not in spoken and id(run.words[0]) not in figures
    ]
    coded = [each for each in free if _is_code(each.code)]
    for name, each in zip(wanted[-len(coded) :] if coded else (), coded, strict=False):
        yield Finding(name, each.code, each.run, len(each.run.text) - len(each.code), len(each.run.text))
    named = [each for each in free if each.line < NAMED_IN and each not in coded and _is_name(each.text)]
    for each in sorted(named, key=lambda one: -len(one.run.text))[:1]:
        yield from _named(each, () if coded else wanted[-1:])
    for run in (run for line in block.lines for run in line.runs if id(run) not in spoken):
        yield from _days(run, 0, len(run.text), conventions)


def _is_code(text: str) -> bool:
    """Tell whether a text may be the number of a thing; the tag of a machine says where it goes."""
    return parts.looks_like_code(text) and not (PRICED.search(text) or parts.is_tag(text))


def _marks(block: Block) -> list[Finding]:
    """Return the number with which the first line of a block begins."""
    runs = block.lines[0].runs[:NAMED_IN] if block.marked and block.lines else ()
    marks = [(run, mark) for run in runs if (mark := MARK.match(run.text)) is not None]
    return [Finding("line_number", mark["number"], run, *mark.span("number")) for run, mark in marks[:1]]


def _named(each: Free, wanted: Sequence[str]) -> Iterator[Finding]:
    """Yield a name, and the number that stands in brackets before it."""
    led = BRACKETED.match(each.text)
    coded = led is not None and parts.looks_like_code(led["code"])
    begin = each.begin + (led.end() if led is not None and coded else 0)
    if led is not None and coded:
        low = each.begin + led.start("code")
        yield from (Finding(name, led["code"], each.run, low, low + len(led["code"])) for name in wanted)
    text = each.run.text[begin:]
    low = begin + len(text) - len(text.lstrip())
    yield Finding("description", text.strip(), each.run, low, len(each.run.text))


def _days(run: Run, start: int, end: int, conventions: Conventions) -> Iterator[Finding]:
    """Yield the last day in a part of a text."""
    text = run.text[start:end]
    for first, last in dates.find(text)[-1:]:
        day = one_date(text[first:last].strip(), conventions)
        if day is not None and any(map(str.isdigit, text[first:last])):
            yield Finding("delivery_date", day.last.isoformat(), run, start + first, start + last)


def _is_name(text: str) -> bool:
    lettered = len(LETTERS.findall(text)) >= SHORTEST_NAME
    return lettered and COLON.search(text) is None and not dates.parse(text)
