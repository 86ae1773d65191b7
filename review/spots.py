"""Where the values of a case stand on its document: boxes over the pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.comparison import Check
from models.page import Box, SourceDocument, Word, union
from models.reading import Evidence, Field, Reading, stated
from review.values import READ, UNSURE, Value, choice_anchor, worst
from review.words import say, word

_MARGIN = 1.5
"""How far a box stands off its characters, in points."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box on a page, in the points of the page as displayed. `anchor` is its id, `back` its value's."""

    anchor: str
    back: str
    page: int
    box: Box
    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A value with its evidence, before it is looked up on the pages."""

    anchor: str
    label: str
    evidence: Evidence
    back: str
    tone: str


Places = Mapping[str, tuple[int, tuple[Word, ...], Box]]
"""By place in the file ("Sheet1!D7"): the page, the words there and the box of the whole place."""


def spots(
    lang: str, reading: Reading, checks: Iterable[Check], shown: Iterable[Value], document: SourceDocument
) -> tuple[Spot, ...]:
    """Return the boxes of all values and of their other readings that can be found on the pages."""
    tones: dict[str, list[str]] = {}
    for value in shown:
        if value.spot:
            tones.setdefault(value.spot, []).append(value.tone)
    known = places(document)
    found = []
    for named in _named(lang, reading, checks, tones):
        where = locate(known, named.evidence)
        if where is not None:
            page, box = where
            found.append(Spot(named.anchor, named.back, page, _roomy(box), named.tone, named.label))
    return tuple(found)


def _named(
    lang: str, reading: Reading, checks: Iterable[Check], tones: Mapping[str, list[str]]
) -> Iterator[_Named]:
    seen = set()
    for anchor, label, field in _fields(lang, reading):
        if field.evidence.text:
            seen.add(anchor)
            yield _Named(anchor, label, field.evidence, anchor, worst(tones.get(anchor, [READ])))
        for count, each in enumerate(field.candidates, start=1):
            own = choice_anchor(anchor, count, field, each)
            if each.evidence is not None and own is not None and own != anchor:
                yield _Named(
                    own, say(lang, "place.other_reading", field=label), each.evidence, anchor, UNSURE
                )
    for check in checks:
        anchor = f"{check.line or 'h'}-{check.field}"
        if check.evidence is not None and anchor not in seen:
            seen.add(anchor)
            label = place_name(lang, check.line, check.field)
            yield _Named(anchor, label, check.evidence, anchor, worst(tones.get(anchor, [READ])))


def _fields(lang: str, reading: Reading) -> Iterator[tuple[str, str, Field]]:
    for name, field in stated(reading.header):
        yield f"h-{name}", place_name(lang, None, name), field
    for number, line in enumerate(reading.lines, start=1):
        for name, field in stated(line):
            yield f"{number}-{name}", place_name(lang, number, name), field


def place_name(lang: str, line: int | None, field: str) -> str:
    """Return what a value is called where its line is not in sight."""
    name = word(lang, "field", field)
    return name if line is None else say(lang, "place.line_field", line=line, field=name)


def places(document: SourceDocument) -> Places:
    """Return where the places of a file without pages lie on the pages that are drawn of it."""
    found: dict[str, tuple[int, tuple[Word, ...], Box]] = {}
    for page in document.pages:
        by_place: dict[str, list[Word]] = {}
        for each in page.words:
            if each.where is not None:
                by_place.setdefault(each.where, []).append(each)
        for where, words in by_place.items():
            found.setdefault(where, (page.number, tuple(words), union(each.box for each in words)))
        for cell in (cell for table in page.tables for cell in table.cells):
            if cell.where is not None:
                found.setdefault(cell.where, (page.number, (), cell.box))
    return found


def locate(known: Places, evidence: Evidence) -> tuple[int, Box] | None:
    """Return the page and the box of a spot, also where only its place in the file is known."""
    if evidence.page is not None and evidence.box is not None:
        return evidence.page, evidence.box
    if evidence.where is None or evidence.where not in known:
        return None
    page, words, whole = known[evidence.where]
    return page, _narrowed(words, evidence.text) or whole


def _narrowed(words: tuple[Word, ...], text: str) -> Box | None:
    """Return the box of `text` within the words of one place; None if it does not stand there as it is."""
    wanted = "".join(text.split())
    start = "".join(each.text for each in words).find(wanted)
    if start < 0 or not wanted:
        return None
    characters = [(each, index) for each in words for index in range(len(each.text))]
    return union(each.part(index, index + 1) for each, index in characters[start : start + len(wanted)])


def _roomy(box: Box) -> Box:
    return Box(box.x0 - _MARGIN, box.top - _MARGIN, box.x1 + _MARGIN, box.bottom + _MARGIN)
