"""Whether two papers are one order: the same again, a new version, a part of it, or another one.

Pure: values in, a bond out. Who holds the papers asks for it under a lock, so that two of them that
come in together are still judged one after the other; which came first is told by when they were sent.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from desk import versions
from extractors.fields import companies, parts
from extractors.fields.text import level
from models.belonging import Customer, FieldChange, LineStatus, Relation, VersionDiff
from models.reading import Field, Kind, OrderLine, Reading

FORTNIGHT = dt.timedelta(days=14)
SHORTEST = 4
"""A number of fewer characters is a line number or a page: too many papers share it."""
ALIKE = 85
"""From here on (of 100) two names may be one, spelt or read differently: that is not known."""
TOKEN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")
LEAST_DIGITS = 4
MOST_TOKENS = 40
AMENDING = frozenset({Kind.CHANGE_ORDER})
PART = "part_order"
SIGNED = "signed"
MUST = ("quantity", "unit_price")
"""What each line must state before two papers can be called the same."""


@dataclass(frozen=True, slots=True)
class Paper:
    """An order as it came in. `sent_at` is when its mail was sent, `mail` which mail brought it."""

    reading: Reading
    sent_at: dt.datetime
    mail: str = ""
    customer: Customer | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """How the later of two papers stands to the earlier; `relation` is None where it is the same again.

    `reason` is a stable word. `diff` goes from the earlier to the later one.
    """

    relation: Relation | None
    reason: str
    diff: VersionDiff | None = None


def bond(earlier: Paper, later: Paper) -> Bond | None:
    """Return how two papers with the same number belong together; None if they do not."""
    if not number_key(later.reading) or number_key(earlier.reading) != number_key(later.reading):
        return None
    customer, why = same_customer(earlier.customer, later.customer)
    if customer is False:
        return Bond(Relation.OTHER_CUSTOMER, why)
    found = versions.diff(earlier.reading, later.reading)
    relation, reason = _told(earlier, later, found) or _version(earlier, later, found, why)
    return Bond(relation, reason, found)


def _told(earlier: Paper, later: Paper, found: VersionDiff) -> tuple[Relation | None, str] | None:
    """Return how the later paper stands to the earlier by what is plain: its kind, its mail, its words."""
    if found.same and earlier.reading.kind is later.reading.kind and _is_told(later.reading):
        return None, "all_fields_equal"
    if later.reading.kind in AMENDING:
        # Also beside another change: the second one adds to the first and does not replace it.
        return Relation.CHANGE, "names_the_order"
    if earlier.mail == later.mail:
        return Relation.SAME_MAIL, "differ_in_one_mail"
    if PART in later.marks and _is_part(found):
        return Relation.PART_ORDER, "says_so"
    return None


def _version(earlier: Paper, later: Paper, found: VersionDiff, why: str) -> tuple[Relation, str]:
    doubt = _doubt(earlier, later, found)
    return (Relation.POSSIBLE_VERSION, doubt) if doubt else (Relation.NEW_VERSION, why)


def _doubt(earlier: Paper, later: Paper, found: VersionDiff) -> str:
    """Return why it is not certain that one paper replaces the other; empty where it is."""
    customer, _ = same_customer(earlier.customer, later.customer)
    numbers = (each.reading.header.document_number for each in (earlier, later))
    doubts = {
        "customer_not_certain": customer is None,
        "other_kind": earlier.reading.kind is not later.reading.kind,
        "number_not_certain": not all(_is_sure(each) for each in numbers),
        "no_line_in_common": not any(each.line and each.was for each in found.lines),
        "sent_together": earlier.sent_at == later.sent_at,
        "dated_before": _is_dated_before(later.reading, earlier.reading),
        "less_is_stated": not any(_contradicts(found)),
    }
    return next((doubt for doubt, holds in doubts.items() if holds), "")


def _is_dated_before(later: Reading, earlier: Reading) -> bool:
    """Tell whether the paper that was sent later calls itself the older one, by revision or by date."""
    marks = [_revision(each) for each in (later, earlier)]
    if marks[0] and marks[1] and marks[0] != marks[1]:
        return _rank(marks[0]) < _rank(marks[1])
    dates = [each.header.document_date for each in (later, earlier)]
    after, before = (each.value if each is not None and each.sure else None for each in dates)
    return bool(after and before and after < before)


def _revision(reading: Reading) -> str | None:
    number = reading.header.document_number
    return parts.revision(number.value)[1] if number is not None and number.value else None


def _rank(revision: str) -> tuple[int, str]:
    return (int(revision), "") if revision.isdecimal() else (len(revision), revision)


def _contradicts(found: VersionDiff) -> list[bool]:
    """Tell of each difference whether both papers state a value: what one lacks may just be unread."""
    changes: list[FieldChange] = [*found.header, *(one for each in found.lines for one in each.fields)]
    moved = [each.status in {LineStatus.ADDED, LineStatus.REMOVED} for each in found.lines]
    return [*moved, *(each.old is not None and each.new is not None for each in changes)]


def _is_part(found: VersionDiff) -> bool:
    """Tell whether the later paper orders other lines, or fewer, or less of them at the same prices."""
    kept = [each for each in found.lines if each.status in {LineStatus.CHANGED, LineStatus.UNCHANGED}]
    added = [each for each in found.lines if each.status is LineStatus.ADDED]
    if not kept:
        return bool(added)
    return not added and all(_is_less(change) for each in kept for change in each.fields)


def _is_less(change: FieldChange) -> bool:
    if change.field in {"quantity", "amount"}:
        try:
            return Decimal(change.new or "") <= Decimal(change.old or "")
        except ArithmeticError:
            return False
    return change.field not in {"unit_price", "price_per", "unit", *versions.CODES}


def same_customer(one: Customer | None, other: Customer | None) -> tuple[bool | None, str]:
    """Tell whether two papers are of one customer, None where that is open, and what tells so."""
    if one is None or other is None:
        return None, "customer_not_known"
    if one.tax_number and other.tax_number:
        return one.tax_number == other.tax_number, "tax_number"
    left, right = companies.key(one.name), companies.key(other.name)
    if left == right:
        return True, "customer_name"
    if _chinese(left) is not _chinese(right) or _is_near(left, right):
        return None, "customer_name"
    return (False if one.sure and other.sure else None), "customer_name"


def _is_near(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return (len(short) >= SHORTEST and short in long) or fuzz.ratio(left, right) >= ALIKE


def _chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def number_key(reading: Reading) -> str:
    """Return the key of a document's number, its revision apart; empty where it has none to go by."""
    number = reading.header.document_number
    if number is None or not number.value:
        return ""
    key = parts.norm(parts.revision(number.value)[0])
    return key if len(key) >= SHORTEST and any(map(str.isdigit, key)) else ""


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the keys of what may be numbers of orders in a subject or a file's name."""
    keys = (parts.norm(each) for each in TOKEN.findall(level(text)))
    telling = (each for each in keys if sum(map(str.isdigit, each)) >= LEAST_DIGITS)
    return tuple(dict.fromkeys(telling))[:MOST_TOKENS]


def lines_key(reading: Reading) -> str:
    """Return a text that two orders share only if their lines do: codes, quantities and prices.

    It is empty where a line lacks one of them: much is alike then that is not the same.
    """
    rows = [_row(each) for each in reading.lines]
    if not rows or not all(rows):
        return ""
    total = reading.header.total_amount
    return "\n".join([*sorted(rows), (total.value or "") if total else ""])


def _row(line: OrderLine) -> str:
    known = versions.code(line)
    numbers = [_plain(getattr(line, name)) for name in MUST]
    return "|".join([known, *numbers]) if known and all(numbers) else ""


def _plain(field: Field | None) -> str:
    if field is None or not field.value:
        return ""
    try:
        return format(Decimal(field.value).normalize(), "f")
    except ArithmeticError:
        return ""


def alike(new: Paper, other: Paper) -> bool:
    """Tell whether an order may be entered twice: another number, the same lines within a fortnight."""
    key = lines_key(new.reading)
    near = abs(new.sent_at - other.sent_at) <= FORTNIGHT
    another = number_key(new.reading) != number_key(other.reading)
    mine, _ = same_customer(new.customer, other.customer)
    return bool(key) and near and another and mine is not False and key == lines_key(other.reading)


def in_order(papers: Sequence[Paper]) -> list[Paper]:
    """Return papers as they were sent; those sent together by what else tells them apart, always alike."""
    return sorted(papers, key=lambda each: (each.sent_at, each.mail))


def _is_told(reading: Reading) -> bool:
    """Tell whether enough was read to say of two papers that they are the same."""
    return bool(reading.lines) and all(
        (field := getattr(line, name)) is not None and field.value is not None
        for line in reading.lines
        for name in MUST
    )


def _is_sure(field: Field | None) -> bool:
    return field is not None and field.sure
