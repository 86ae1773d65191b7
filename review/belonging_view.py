"""Where a case comes from and what it has to do with others, as its page says it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desk import versions
from models.belonging import Customer, FieldChange, LineChange, LineStatus, Related, Relation
from models.case import CaseDetail, CaseMessage
from models.comparison import Comparison, MatchStatus
from models.message import Address
from models.reading import HEADER_FIELDS, LINE_FIELDS
from review import display
from review.display import capital
from review.line_view import LineView
from review.places import place_in_file
from review.values import Value
from review.words import has_word, say, word

_FIELDS = frozenset((*HEADER_FIELDS, *LINE_FIELDS))
_TOLD = frozenset({Relation.OTHER_CUSTOMER, Relation.SAME_THREAD, Relation.NAMES_NUMBER})
"""Relations that are only information."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another case: how this one stands to it in a sentence, the reason, and what differs."""

    number: int
    tone: str
    text: str
    why: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BelongingView:
    """Owner, customer with the clue that decided and its place, and the other cases."""

    owner: str
    customer: str
    clue: str
    place: str
    spot: str
    related: tuple[RelatedView, ...]
    version_of: int | None


def view(lang: str, case: CaseDetail) -> BelongingView:
    """Return what the page says of where a case belongs."""
    customer = case.origin.customer if case.origin else None
    version = version_of(case)
    return BelongingView(
        owner=person(case.summary.owner),
        customer=customer.name if customer else "",
        clue=_clue(lang, customer) if customer else "",
        place=_place(lang, case),
        spot=_spot(case),
        related=tuple(_related(lang, each) for each in case.related),
        version_of=version.number if version else None,
    )


def _clue(lang: str, customer: Customer) -> str:
    clue = word(lang, "customer_clue", customer.clue)
    if customer.known_from is None:
        return clue
    known = say(lang, "belonging.known_from", number=customer.known_from)
    return say(lang, "sentence.remark", sentence=clue, remark=known)


def person(owner: Address | None) -> str:
    """Return a person as people write them; empty for nobody."""
    if owner is None:
        return ""
    return f"{owner.name} <{owner.address}>" if owner.name else owner.address


def version_of(case: CaseDetail) -> Related | None:
    """Return the version before; None where the case is none."""
    own = (each for each in case.related if not each.later)
    return next((each for each in own if each.relation is Relation.NEW_VERSION), None)


def replaced(lang: str, case: CaseDetail) -> str:
    """Return what has taken the place of a case; empty where nothing says it."""
    by = (each for each in case.related if each.later and each.relation is Relation.NEW_VERSION)
    other = next(by, None) or next(iter(case.related), None)
    return "" if other is None else _related(lang, other).text


def _place(lang: str, case: CaseDetail) -> str:
    """Return the text that the clue stands in, and where in the document that is."""
    customer = case.origin.customer if case.origin else None
    if customer is None:
        return ""
    found = customer.evidence
    if found.page is not None:
        return say(lang, "belonging.on_page", text=found.text, page=found.page)
    where = place_in_file(lang, found.where or "")
    return say(lang, "belonging.at", text=found.text, place=where) if where else found.text


def _spot(case: CaseDetail) -> str:
    """Return the page that the clue stands on, as a link within the case; empty where it has none."""
    customer = case.origin.customer if case.origin else None
    page = customer.evidence.page if customer else None
    return "" if page is None else f"#page-{page}"


def _related(lang: str, found: Related) -> RelatedView:
    group = "relation_later" if found.later else "relation"
    text = say(lang, f"{group}.{found.relation.value}", number=found.number)
    tone = "note" if found.relation in _TOLD else "unsure"
    why = word(lang, "relation_reason", found.reason)
    changes = tuple(_changes(lang, found)) if not found.later else ()
    return RelatedView(found.number, tone, capital(text), why, changes)


def _changes(lang: str, found: Related) -> Iterator[str]:
    """Yield what differs in the header, and the lines that are gone; changed lines say so themselves."""
    if found.diff is None:
        return
    for each in found.diff.header:
        yield changed(lang, each)
    for line in found.diff.lines:
        if line.status is LineStatus.REMOVED:
            yield say(lang, "belonging.removed", line=line.was)
    if found.relation is not Relation.NEW_VERSION:
        yield from (_line_changes(lang, each) for each in found.diff.lines if _differs(each))


def _differs(line: LineChange) -> bool:
    return line.line is not None and line.status is not LineStatus.UNCHANGED


def _line_changes(lang: str, line: LineChange) -> str:
    return say(lang, "belonging.in_line", line=line.line, changes=change_of_line(lang, line))


def changed(lang: str, change: FieldChange) -> str:
    """Return how a field changed: "quantity: 2 → 5"."""
    old, new = (_shown(lang, change.field, each) for each in (change.old, change.new))
    return say(lang, "belonging.changed", field=_name(lang, change.field), old=old, new=new)


def _shown(lang: str, field: str, text: str | None) -> str:
    if text is None:
        return "–"
    if field == versions.PROBLEMS:
        return ", ".join(word(lang, "problem", each) for each in text.split(", "))
    return display.value(lang, field, text) if field in _FIELDS else text


def _name(lang: str, field: str) -> str:
    if field in _FIELDS:
        return word(lang, "field", field)
    if field == versions.PROBLEMS:
        return say(lang, "belonging.problems")
    kind = field.removeprefix("clause_")
    return word(lang, "field", kind) if has_word("field", kind) else say(lang, "belonging.clause")


def change_of_line(lang: str, line: LineChange) -> str:
    """Return what became of a line since the last version; empty where nothing did."""
    if line.status is LineStatus.ADDED:
        return word(lang, "line_status", LineStatus.ADDED)
    if line.status is not LineStatus.CHANGED:
        return ""
    return say(lang, "sentence.semicolon").join(changed(lang, each) for each in line.fields)


def marked(lang: str, case: CaseDetail, lines: Iterable[LineView]) -> tuple[LineView, ...]:
    """Return the lines with what changed; only those are open whose findings are not carried over."""
    version = version_of(case)
    if version is None or version.diff is None:
        return tuple(lines)
    by_line = {each.line: each for each in version.diff.lines if each.line is not None}
    return tuple(_marked(lang, each, by_line.get(each.number), version, case.comparison) for each in lines)


def _marked(
    lang: str, line: LineView, change: LineChange | None, version: Related, comparison: Comparison | None
) -> LineView:
    if change is None:
        return line
    if change.status is not LineStatus.UNCHANGED:
        return replace(line, change=change_of_line(lang, change), open=True)
    taken_over = comparison is not None and _is_carried(line, version, comparison)
    return replace(line, carried=taken_over, open=line.open and not taken_over)


def _is_carried(line: LineView, version: Related, comparison: Comparison) -> bool:
    """Tell whether everything that is open on a line was found before, for the same values."""
    carried = frozenset(version.carried)
    fields = {
        check.field
        for index, check in enumerate(comparison.checks)
        if check.line == line.number and index not in carried
    }
    unmatched = any(
        each.status is MatchStatus.SUSPECT for each in comparison.matches if line.number in each.lines
    )
    return line.open and not unmatched and not any(each.open and each.field in fields for each in line.values)


def quieted(case: CaseDetail, header: Iterable[Value]) -> tuple[Value, ...]:
    """Return the header's values; what was found before for the same values is not open again."""
    version = version_of(case)
    if version is None or case.comparison is None:
        return tuple(header)
    checks = case.comparison.checks
    fresh = {each.field for at, each in enumerate(checks) if each.line is None and at not in version.carried}
    known = {checks[at].field for at in version.carried if checks[at].line is None} - fresh
    return tuple(replace(each, open=False) if each.field in known else each for each in header)


def joined(lang: str, message: CaseMessage) -> str:
    """Return how a message belongs to its case, and what told so; empty for the first one."""
    role = word(lang, "role", message.role)
    if message.clue is None:
        return "" if message.role == "first" else role
    group = "clue"
    told = say(lang, f"{group}.{message.clue.value}", evidence=_evidence(lang, message))
    return say(lang, "sentence.remark", sentence=role, remark=told)


def _evidence(lang: str, message: CaseMessage) -> str:
    if has_word("relation_reason", message.evidence):
        return word(lang, "relation_reason", message.evidence)
    return message.evidence[:80]
