"""One compared field as a page shows it: quotation, document, difference, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from models.comparison import OWNER, Check, Outcome, Severity
from models.reading import Candidate, Evidence, Field
from review import clause_words, display, sentences
from review.places import place_in_file
from review.words import say, word

READ = "read"
"""The tone of a value that was read and is compared with nothing."""
UNSURE = "unsure"
_TONES = (
    Outcome.DIFFERS,
    Outcome.MISSING,
    UNSURE,
    Outcome.NOT_CHECKED,
    Outcome.EQUAL_AFTER,
    Outcome.EQUAL,
    READ,
)
"""From what a person must see first to what says nothing."""
_GIVES_REASON = frozenset({Outcome.EQUAL_AFTER, Outcome.NOT_CHECKED})


@dataclass(frozen=True, slots=True)
class Choice:
    """Another reading of a field; `spot` names its box on the page, if it has one."""

    value: str
    spot: str | None


@dataclass(frozen=True, slots=True)
class Value:
    """A field of the header or of a line. `anchor` is unique on the page, `spot` names its evidence.

    `tone` is an outcome, "unsure" or "read"; `severity` is set where the check is open. `open` tells
    that a person has to look at it; `remarks` say why, in words.
    """

    anchor: str
    field: str
    name: str
    tone: str
    open: bool
    unsure: bool
    document: str
    quotation: str
    delta: str = ""
    source: str = ""
    severity: str | None = None
    remarks: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    spot: str | None = None

    @property
    def quiet(self) -> bool:
        """Tell whether there is nothing to set against the document's value."""
        alone = self.tone == Outcome.NOT_CHECKED and not self.quotation
        return not self.open and (alone or (self.tone in {READ, Outcome.EQUAL} and self.document != ""))


def values(
    lang: str, prefix: str, stated: Mapping[str, Field], checks: Iterable[Check], order: Iterable[str]
) -> tuple[Value, ...]:
    """Return what a line (or the header) says, checked or not, in the given order of fields."""
    by_field: dict[str, list[Check]] = {}
    for check in checks:
        by_field.setdefault(check.field, []).append(check)
    names = [*order, *(name for name in by_field if name not in order)]
    return tuple(
        each
        for name in names
        if name in stated or name in by_field
        for each in _of_field(lang, f"{prefix}-{name}", name, stated.get(name), by_field.get(name, []))
    )


def _of_field(lang: str, anchor: str, name: str, field: Field | None, checks: list[Check]) -> Iterator[Value]:
    if not checks:
        assert field is not None, "a field that is neither stated nor checked has no value"
        yield _read(lang, anchor, name, field)
        return
    for count, check in enumerate(checks):
        own = anchor if count == 0 else f"{anchor}-{count + 1}"
        yield _checked(lang, own, anchor, field, check)


def _read(lang: str, anchor: str, name: str, field: Field) -> Value:
    unsure = not field.sure
    return Value(
        anchor=anchor,
        field=name,
        name=word(lang, "field", name),
        tone=UNSURE if unsure else READ,
        open=unsure,
        unsure=unsure,
        document=display.of_field(lang, name, field) or say(lang, "value.unread"),
        quotation="",
        source=source(lang, field.evidence, field),
        remarks=_doubts(lang, field),
        choices=_choices(anchor, field),
        spot=anchor,
    )


def _checked(lang: str, anchor: str, spot: str, field: Field | None, check: Check) -> Value:
    unsure = not check.document_sure or not (field is None or field.sure or check.why == OWNER)
    evidence = check.evidence or (field.evidence if field else None)
    settled = check.outcome in {Outcome.EQUAL, Outcome.EQUAL_AFTER, Outcome.NOT_CHECKED}
    untold = check.outcome is Outcome.NOT_CHECKED and check.severity in {Severity.MAJOR, Severity.BLOCKER}
    is_open = unsure or untold or not (settled or check.severity is Severity.INFO)
    return Value(
        anchor=anchor,
        field=check.field,
        name=word(lang, "field", check.field),
        tone=UNSURE if unsure and settled else check.outcome.value,
        open=is_open,
        unsure=unsure,
        document=_document(lang, check, field),
        quotation=clause_words.side(lang, check.code, check.field, check.quotation or ""),
        delta=_delta(lang, check),
        source=source(lang, evidence, field),
        severity=check.severity.value if is_open and (untold or not settled) else None,
        remarks=_remarks(lang, field, check, unsure=unsure),
        choices=_choices(spot, field) if field is not None and not field.sure else (),
        spot=spot if evidence else None,
    )


def _delta(lang: str, check: Check) -> str:
    if check.outcome is not Outcome.DIFFERS:
        return ""
    return sentences.delta(lang, check.field, check.document, check.quotation)


def _document(lang: str, check: Check, field: Field | None) -> str:
    if field is not None and check.document in {None, field.value}:
        return display.of_field(lang, check.field, field)
    return clause_words.side(lang, check.code, check.field, check.document or "")


def _remarks(lang: str, field: Field | None, check: Check, *, unsure: bool) -> tuple[str, ...]:
    remarks = []
    if check.outcome in _GIVES_REASON or check.why or check.detail:
        reason = sentences.reason(lang, check)
        if check.outcome is Outcome.EQUAL_AFTER:
            reason = say(lang, "value.equal_after", why=reason)
        elif check.outcome is Outcome.NOT_CHECKED:
            reason = say(lang, "value.not_checked", why=reason)
        remarks.append(reason)
    if unsure:
        doubts = _doubts(lang, field) if field is not None and not field.sure else ()
        remarks.extend(doubts or (say(lang, "sentence.unsure"),))
    return tuple(remarks)


def _doubts(lang: str, field: Field) -> tuple[str, ...]:
    doubt = sentences.doubt(lang, field)
    if not doubt:
        return ()
    return (say(lang, "sentence.remark", sentence=doubt, remark=field.detail),) if field.detail else (doubt,)


def _choices(anchor: str, field: Field) -> tuple[Choice, ...]:
    return tuple(
        Choice(each.value, choice_anchor(anchor, count, field, each))
        for count, each in enumerate(field.candidates, start=1)
    )


def choice_anchor(anchor: str, count: int, field: Field, choice: Candidate) -> str | None:
    """Return what names the box of another reading: the field's own where it is the same spot."""
    if choice.evidence is None:
        return None
    spot, own = choice.evidence, field.evidence
    same = (spot.page, spot.box, spot.where) == (own.page, own.box, own.where)
    return anchor if same else f"{anchor}-c{count}"


def place(lang: str, evidence: Evidence | None) -> str:
    """Return where a value stands, for people: a page, a cell, a paragraph."""
    if evidence is None:
        return ""
    if evidence.where:
        return place_in_file(lang, evidence.where)
    return say(lang, "place.page", page=evidence.page) if evidence.page else ""


def source(lang: str, evidence: Evidence | None, field: Field | None) -> str:
    """Return what is printed where, and what proves the value, for those who ask."""
    if evidence is None:
        return ""
    facts = (
        [say(lang, "value.printed", text=evidence.text, place=place(lang, evidence))] if evidence.text else []
    )
    if field is not None and field.sure and field.proof:
        proofs = say(lang, "sentence.list").join(word(lang, "proof", each) for each in field.proof)
        facts.append(say(lang, "value.proven", proof=proofs))
    return say(lang, "sentence.semicolon").join(facts)


def linked(value: Value, spots: Collection[str]) -> Value:
    """Return the value without the links to boxes that are not on the pages."""
    choices = tuple(each if each.spot in spots else Choice(each.value, None) for each in value.choices)
    return replace(value, spot=value.spot if value.spot in spots else None, choices=choices)


def worst(tones: Iterable[str]) -> str:
    """Return the tone that a person must see first."""
    return min(tones, key=_TONES.index, default=READ)
