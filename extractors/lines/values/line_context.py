"""A field of a line from a text of its item: sure, or with the reason why not."""

from dataclasses import dataclass, replace

from extractors.conventions import Conventions
from extractors.fields import parts
from extractors.lines.item import Item, Text
from extractors.lines.values.code_families import Families
from extractors.page.runs import evidence, why_uncertain
from extractors.vocabulary.meanings import Role
from models.reading import Candidate, Field, Proof, Reason

MANY = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the whole table.

    `torn` are the columns whose cells are not certain; `numbered` tells that its item numbers are
    complete, `total_proves` that the lines add up to a stated total.
    """

    conventions: Conventions
    torn: frozenset[int]
    numbered: bool
    total_proves: bool
    ambiguous_columns: frozenset[Role] = frozenset()
    corrected: bool = False
    """A text beside the table changes something of it."""
    weeks: frozenset[int] = frozenset()
    """Columns that no list knows and whose headings speak of weeks."""
    total_certain: bool = False
    """The total that the lines add up to stands in certain characters."""
    total_open: bool = False
    """The lines do not add up to the stated total: some of them may stand in another."""
    families: Families = frozenset()
    shapes: Families = frozenset()
    """How the numbers of each role are written that stand on one line."""
    sized: bool = False
    """The specifications of some items say their sizes."""


def field_of(
    text: Text, value: str | None, context: Context, reason: Reason | None = None, *, proven: bool = False
) -> Field:
    """Return a field for a text of the table; without a `reason` for doubt it is sure.

    The role is certain by an exact heading (or an exact label inside the item), the characters by
    the source, unless other numbers have `proven` them; both are checked here.
    """
    reason = reason or _doubt(text, context, proven=proven)
    spot = evidence(text.run, text.start, text.end)
    proof = (Proof.COLUMN,) if text.column is not None else (Proof.LABEL,)
    if reason is None:
        return Field(value, sure=True, evidence=spot, proof=proof, confidence=0.99)
    return Field(value, sure=False, evidence=spot, reason=reason, confidence=0.6)


def _doubt(text: Text, context: Context, *, proven: bool) -> Reason | None:
    uncertain = None if proven else why_uncertain(text.run, text.start, text.end)
    if uncertain is not None:
        return uncertain
    heading = text.heading
    if heading is None or not heading.exact or heading.role is None:
        return Reason.ROLE
    if heading.role in context.ambiguous_columns:
        return Reason.RIVAL
    if text.column in context.torn:
        return Reason.UNPROVEN
    return None


def contested(field: Field, item: Item, role: Role) -> Field:
    """Leave a field open where the item states its role twice and differently; the others are candidates."""
    values = dict.fromkeys(text.printed for text in item.texts.get(role, ()) if text.printed)
    if len({parts.norm(value) for value in values}) < MANY:
        return field
    others = tuple(Candidate(value) for value in list(values)[1:])
    return replace(field, sure=False, proof=(), reason=field.reason_beside(Reason.RIVAL), candidates=others)


def scattered(item: Item, role: Role, context: Context) -> Field | None:
    """Return a field without a value for what the parts of an item state differently."""
    texts = item.scattered.get(role, ())
    if not texts:
        return None
    found = field_of(texts[0], None, context, Reason.AMBIGUOUS_VALUE)
    values = dict.fromkeys(text.printed for text in texts)
    return replace(found, candidates=tuple(Candidate(value) for value in values))
