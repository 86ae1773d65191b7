"""Items to order lines: each role's text becomes a field that is sure, or says why it is not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors import stray_texts
from extractors.conventions import Conventions, one_date
from extractors.fields import dates, parts, periods, units
from extractors.headings import CODES
from extractors.item import Item, Text
from extractors.line_numbers import LineNumbers, Number
from extractors.runs import certain, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Candidate, Field, OrderLine, Proof, Reason

SELLER = (Role.SELLER_PART, Role.PRODUCT_CODE, Role.LOCAL_PART, Role.MAKER_PART)
BUYER = (Role.BUYER_PART, Role.MATERIAL_CODE)


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


def order_line(item: Item, numbers: LineNumbers, context: Context) -> OrderLine:
    """Return the order line of an item."""
    delivery_date, lead_time = _delivery(item, context)
    own, buyers = _part(item, SELLER, BUYER, context), _part(item, BUYER, SELLER, context)
    stray = _stray(item, context, own, buyers)
    return OrderLine(
        line_number=_line_number(item, context),
        part_number=own or stray or _model(item, context),
        customer_part_number=buyers or (stray if own else None),
        drawing_number=_drawing(item, context, own, buyers),
        description=_description(item, context),
        quantity=_number(numbers.quantity, numbers, context) or _maybe(item, Role.QUANTITY, context),
        unit=_unit(item, numbers, context),
        unit_price=_number(numbers.price, numbers, context)
        or _scattered(item, Role.PRICE, context)
        or _maybe(item, Role.PRICE, context),
        price_per=_price_per(numbers, context),
        amount=_number(numbers.amount, numbers, context) or _maybe(item, Role.AMOUNT, context),
        delivery_date=delivery_date,
        lead_time=lead_time,
    )


def field_of(text: Text, value: str | None, context: Context, reason: Reason | None = None) -> Field:
    """Return a field for a text of the table; without a `reason` for doubt it is sure.

    The role is certain by an exact heading (or an exact label inside the item), the characters by
    the source; both are checked here.
    """
    reason = reason or _doubt(text, context)
    spot = evidence(text.run, text.start, text.end)
    proof = (Proof.COLUMN,) if text.column is not None else (Proof.LABEL,)
    if reason is None:
        return Field(value, sure=True, evidence=spot, proof=proof, confidence=0.99)
    return Field(value, sure=False, evidence=spot, reason=reason, confidence=0.6)


def _doubt(text: Text, context: Context) -> Reason | None:
    if not certain(text.run, text.start, text.end):
        return Reason.CHARACTERS
    heading = text.heading
    if heading is None or not heading.exact or heading.role is None:
        return Reason.ROLE
    if heading.role in context.ambiguous_columns:
        return Reason.RIVAL
    if text.column in context.torn:
        return Reason.UNPROVEN
    return None


def _line_number(item: Item, context: Context) -> Field | None:
    text = item.one(Role.LINE_NUMBER)
    if text is None:
        return None
    return field_of(text, text.printed, context, None if context.numbered else Reason.COMPLETENESS)


def _part(item: Item, own: Sequence[Role], other: Sequence[Role], context: Context) -> Field | None:
    """Return the number of one side; a heading that could mean either side is settled by the other.

    What a maker gave the thing is the seller's number where nothing else is, and settles nothing surely.
    """
    role = next((role for role in own if role in item.texts), None)
    if role is not None:
        text = item.one(role)
        return _undecided(text, context) if text and role is Role.MAKER_PART else _code(text, context)
    plain = item.one(Role.PART)
    stands = {role for role in other if role in item.texts}
    if plain is None or (not stands and own is not SELLER):
        return None
    return _code(plain, context) if stands - {Role.MAKER_PART} else _undecided(plain, context)


def _undecided(text: Text, context: Context) -> Field:
    """Return a code whose column does not say what it is: kept, and never sure."""
    return field_of(text, _code_value(text), context, Reason.ROLE)


def _stray(item: Item, context: Context, *parts_read: Field | None) -> Field | None:
    """Return a code under an unknown heading where a part number is missing: it may be that one."""
    if all(parts_read):
        return None
    return next((_undecided(text, context) for text in stray_texts.codes(item)), None)


def _drawing(item: Item, context: Context, *parts_read: Field | None) -> Field | None:
    """Return the drawing; where none is stated, a code that is no part number may be one."""
    stated = _code(item.one(Role.DRAWING), context)
    if stated is not None or not all(parts_read):
        return stated
    return next((_undecided(text, context) for text in stray_texts.codes(item)), None)


def _model(item: Item, context: Context) -> Field | None:
    """Return the model or specification where no column holds codes: it may be what is ordered by."""
    if not item.texts.keys().isdisjoint(CODES | {Role.DRAWING}):
        return None
    text = item.one(Role.MODEL) or item.one(Role.SPECIFICATION)
    naming = text is not None and len(text.printed) >= 4 and any(map(str.isdigit, text.printed))
    return _undecided(text, context) if text is not None and naming else None


def _code(text: Text | None, context: Context) -> Field | None:
    if text is None:
        return None
    value = _code_value(text)
    if value is None:
        return None
    reason = None if parts.looks_like_code(value) else Reason.NOT_PARSED
    if text.inherited:
        reason = reason or Reason.RIVAL
    if text.lines > 1:
        reason = reason or Reason.AMBIGUOUS_VALUE
    return field_of(text, value, context, reason)


def _code_value(text: Text) -> str | None:
    value = parts.strip_label(text.printed)
    return None if value in {"", "-", "--", "/", "—", "N/A", "n/a", "无"} else value


def _description(item: Item, context: Context) -> Field | None:
    text = item.one(Role.DESCRIPTION)
    if text is None:
        spec = item.one(Role.SPECIFICATION) or item.one(Role.MODEL)
        return field_of(spec, spec.printed, context, Reason.ROLE) if spec else None
    reason = Reason.ROLE if text.column is None else None
    return field_of(text, text.printed, context, reason)


def _number(number: Number | None, numbers: LineNumbers, context: Context) -> Field | None:
    """Return a number of the line: sure where the line closes, or where the lines add up without it."""
    if number is None:
        return None
    value = format(number.value, "f")
    if numbers.misprinted:
        return field_of(number.text, value, context)
    if numbers.closes is False:
        return field_of(number.text, value, context, Reason.ARITHMETIC)
    if numbers.closes is None and not (context.total_proves and numbers.amount is None):
        return field_of(number.text, value, context, Reason.UNPROVEN)
    found = field_of(number.text, value, context)
    return replace(found, proof=(*found.proof, Proof.ARITHMETIC)) if found.sure else found


def _maybe(item: Item, role: Role, context: Context) -> Field | None:
    """Return what stands in a column whose heading may or may not mean a role: never silently nothing."""
    texts = (text for text in item.unknown if text.heading is not None and role in text.heading.roles)
    text = next(texts, None)
    return field_of(text, None, context, Reason.ROLE) if text is not None and text.printed else None


def _scattered(item: Item, role: Role, context: Context) -> Field | None:
    """Return a field without a value for what the parts of an item state differently."""
    texts = item.scattered.get(role, ())
    if not texts:
        return None
    found = field_of(texts[0], None, context, Reason.AMBIGUOUS_VALUE)
    values = dict.fromkeys(text.printed for text in texts)
    return replace(found, candidates=tuple(Candidate(value) for value in values))


def _unit(item: Item, numbers: LineNumbers, context: Context) -> Field | None:
    text = item.one(Role.UNIT)
    if text is not None:
        if not text.printed:
            return None
        known = units.canonical(text.printed) is not None
        return field_of(text, text.printed, context, None if known else Reason.NOT_PARSED)
    quantity = numbers.quantity
    if quantity is not None and quantity.unit is not None:
        return field_of(quantity.text, quantity.unit, context)
    stray = stray_texts.unit(item)
    return field_of(stray, stray.printed, context, Reason.ROLE) if stray is not None else None


def _price_per(numbers: LineNumbers, context: Context) -> Field | None:
    if numbers.per_value is None:
        return None
    text = numbers.per.text if numbers.per else numbers.price.text if numbers.price else None
    if text is None:
        return None
    value = format(numbers.per_value, "f")
    found = field_of(text, value, context, None if numbers.closes else Reason.UNPROVEN)
    return replace(found, proof=(*found.proof, Proof.ARITHMETIC)) if found.sure else found


def _delivery(item: Item, context: Context) -> tuple[Field | None, Field | None]:
    """Return the delivery date and the lead time of an item; one of them at most is stated."""
    text = item.one(Role.DELIVERY)
    if text is None and Role.DELIVERY in item.scattered:
        return _scattered(item, Role.DELIVERY, context), None
    stray = stray_texts.delivery(item) if text is None else None
    if stray is not None:
        return delivery(stray, context)
    if text is None or not text.printed or text.printed in {"-", "/", "—"}:
        return None, None
    return delivery(text, context)


def delivery(text: Text, context: Context) -> tuple[Field | None, Field | None]:
    """Read a text that is a date or a lead time; an unreadable one becomes an unsure date."""
    printed = text.printed
    date = one_date(printed, context.conventions)
    if date is not None:
        reason = None if date.year_stated else Reason.IMPLIED
        return field_of(text, date.last.isoformat(), context, reason), None
    readings = dates.parse(printed, context.conventions.base)
    if readings:
        found = field_of(text, readings[0].last.isoformat(), context, Reason.AMBIGUOUS_VALUE)
        return replace(found, candidates=_each(readings)), None
    period = periods.parse(printed)
    if period is None:
        return field_of(text, None, context, Reason.NOT_PARSED), None
    found = field_of(text, period.iso, context)
    unit = "working_days" if period.working_days else None
    low = (Candidate(period.low_iso),) if period.low_iso else ()
    return None, replace(found, unit=unit, anchor=period.anchor, candidates=low)


def _each(readings: Sequence[dates.DateReading]) -> tuple[Candidate, ...]:
    return tuple(Candidate(each.last.isoformat()) for each in readings)


def numbered(items: Sequence[Item]) -> bool:
    """Tell whether the item numbers are complete: they begin with their own step and go on by it."""
    printed = [text.printed if (text := item.one(Role.LINE_NUMBER)) else "" for item in items]
    if not printed or not all(each.isdigit() for each in printed):
        return False
    values = [Decimal(each) for each in printed]
    step = values[0]
    return step > 0 and all(value == step * (at + 1) for at, value in enumerate(values))
