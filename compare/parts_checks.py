"""Which part a line orders: every number of the line held against the item's, and the drawing's revision."""

from collections.abc import Iterator
from dataclasses import replace

from compare import identity, place_names, subject
from compare.align import Pair
from compare.case import Case
from compare.identity import Identity
from compare.subject import Subject
from extractors.fields import parts
from extractors.lines import charges
from models.comparison import OWNER, Check, Severity, Side
from models.quotation import QuotationItem
from models.reading import Field, OrderLine, Reason

BLOCKER = Severity.BLOCKER


def checks(case: Case, pair: Pair, line: OrderLine, item: QuotationItem) -> Iterator[Check]:
    """Yield how each number that a line states came out."""
    named = identity.of_item(item)
    others = _others(case, pair, named)
    own = item.part_number or item.local_part_number
    stated = (
        ("part_number", line.part_number, named.own, own),
        ("customer_part_number", line.customer_part_number, named.customer, item.customer_part_number),
    )
    numbered = [each for each in stated if each[1] is not None]
    for name, field, keys, quoted in numbered:
        of = Subject("L01", name, field, quoted, pair.line + 1, item.item)
        yield _whosever(of, line, case, named, others) or _number(of, keys, named, others)
    if not numbered:
        yield _unnumbered(pair, line, item, own)
    if not identity.of_line(line).own & named.own and identity.of_line(line).keys & others:
        of = Subject("L01", "part_number", line.part_number, own, pair.line + 1, item.item)
        yield subject.not_checked(of, "several_items", BLOCKER)
    yield from _drawing(pair, line, item, named)


def _others(case: Case, pair: Pair, named: Identity) -> frozenset[str]:
    """Return the keys of the quotation's other parts: what a line states of them it orders of another."""
    others = (identity.of_item(each) for at, each in enumerate(case.quotation.items) if at != pair.item)
    return frozenset(key for each in others if not each.own & named.own for key in each.keys)


def _unnumbered(pair: Pair, line: OrderLine, item: QuotationItem, own: str | None) -> Check:
    """Return the identity of a line that names no part: its drawing decides, a charge's words, or nothing.

    What costs of bringing things are quoted as has a number in SAP that no customer prints (domain.md §4.7).
    """
    nameless = own is None or are_charges(line.description, item.description)
    if nameless and not item.customer_part_number and pair.suspect:
        of = Subject("L01", "description", line.description, item.description, pair.line + 1, item.item)
        alike = _is_described(line.description, item.description)
        return subject.equal_after(of, "description") if alike else subject.differs(of, why=pair.why)
    of = Subject("L01", "part_number", None, own, pair.line + 1, item.item, others=(line.drawing_number,))
    if pair.suspect:
        return subject.missing(of, Side.DOCUMENT, BLOCKER)
    return subject.equal_after(of, "drawing")


def are_charges(field: Field | None, quoted: str | None) -> bool:
    """Tell whether both sides are what it costs to bring things, and no thing."""
    printed = field.value if field is not None else None
    return bool(printed and quoted) and charges.is_one(printed or "") and charges.is_one(quoted or "")


def _is_described(field: Field | None, quoted: str | None) -> bool:
    """Tell whether a description that alone identifies a line is the quoted one, or more or less of it."""
    if field is None or not field.value or not quoted:
        return False
    one, other = place_names.words(field.value), place_names.words(quoted)
    return bool(one and other) and (one <= other or other <= one)


def _whosever(
    of: Subject, line: OrderLine, case: Case, named: Identity, others: frozenset[str]
) -> Check | None:
    """Return that a number of which only the owner is open is the item's: it is so as either party's.

    None where it is not, where it may be read otherwise, and where it is the number of another part as well.
    A further number of the line that is not certain and not the item's may be what is ordered.
    """
    field, stated = of.field, _keys(of.field)
    if field is None or field.reason is not Reason.OWNER or field.candidates or not stated:
        return None
    numbers = (each for each in (line.part_number, line.customer_part_number) if each is not None)
    strange = any(not each.sure and not _keys(each) <= named.own | named.customer for each in numbers)
    if strange or not stated <= named.own | named.customer or stated & (others | case.elsewhere):
        return None
    return replace(subject.equal_after(of, OWNER), document_sure=True)


def _keys(field: Field | None) -> frozenset[str]:
    return identity.keys(field.value) if field is not None else frozenset()


def _number(of: Subject, keys: frozenset[str], named: Identity, others: frozenset[str]) -> Check:
    """Return how one of a line's numbers came out against the item's number of the same kind."""
    assert of.field is not None, "only stated numbers are held against something"
    if of.field.value is None:
        return subject.unread(of)
    stated = identity.keys(of.field.value)
    if not stated:
        return subject.not_checked(of, "too_short", BLOCKER)
    if stated & named.keys:
        return _shared(of, stated, keys, named, others)
    if stated & others:
        return subject.differs(of, BLOCKER, "contradicts")
    if not keys:
        return subject.missing(of, Side.QUOTATION, BLOCKER if of.name == "part_number" else Severity.INFO)
    return subject.differs(of, BLOCKER, why=_explained(stated, keys))


def _shared(
    of: Subject, stated: frozenset[str], keys: frozenset[str], named: Identity, others: frozenset[str]
) -> Check:
    """Return how a cell came out of which at least one number is the item's."""
    if stated <= keys:
        return subject.equal(of)
    if stated <= named.keys:
        return subject.equal_after(of, "other_number")
    if (stated - named.keys) & others or _rivals(stated - named.keys, named.own):
        return subject.differs(of, BLOCKER, "contradicts")
    return subject.equal_after(of, "one_of_several")


def _rivals(further: frozenset[str], own: frozenset[str]) -> bool:
    """Tell whether a further number of a cell is built like the item's own: it may be meant instead."""
    shapes = {parts.shape(each) for each in own}
    return any(parts.shape(each) in shapes for each in further)


def _explained(stated: frozenset[str], keys: frozenset[str]) -> str | None:
    if {parts.folded(each) for each in stated} & {parts.folded(each) for each in keys}:
        return "look_alike"
    return "slip" if any(identity.is_slip(one, other) for one in stated for other in keys) else None


def _drawing(pair: Pair, line: OrderLine, item: QuotationItem, named: Identity) -> Iterator[Check]:
    field = line.drawing_number
    of = Subject("L02", "drawing_number", field, item.drawing_number, pair.line + 1, item.item)
    if field is None:
        yield subject.not_checked(of, "no_data")
    elif field.value is None:
        yield subject.unread(of)
    elif item.drawing_number is None:
        yield subject.missing(of, Side.QUOTATION)
    else:
        yield _revision(of, field, item.drawing_number, named)


def _revision(of: Subject, field: Field, quoted: str, named: Identity) -> Check:
    """Return how drawing and revision came out; a revision that one side leaves out is told."""
    number, revision = parts.revision(field.value or "")
    _, expected = parts.revision(quoted)
    if not identity.keys(number) & named.keys:
        return subject.differs(of, why="other_drawing")
    if revision is None and expected is None:
        return subject.equal(of)
    if revision is None or expected is None:
        side = Side.DOCUMENT if revision is None else Side.QUOTATION
        return subject.missing(of, side, Severity.MINOR, "revision")
    if revision.lstrip("0") == expected.lstrip("0"):
        return subject.equal(of)
    return subject.differs(of, why="revision")
