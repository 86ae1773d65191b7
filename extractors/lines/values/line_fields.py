"""Items to order lines: each role's text becomes a field that is sure, or says why it is not."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import gtins, parts
from extractors.late import late
from extractors.lines.doubts import doubtful_items, doubtful_names, stray_texts, told_codes
from extractors.lines.headings import CODES, recognise
from extractors.lines.item import NOTHING, Item, Text
from extractors.lines.texts.spoken_numbers import RECKONED
from extractors.lines.values import (
    broken_codes,
    code_families,
    code_sides,
    covered_amounts,
    deliveries,
    item_numbers,
    named_texts,
    packs,
    printed_units,
    sizes,
    unread_figures,
)
from extractors.lines.values.code_sides import BUYER, OWNED, SELLER
from extractors.lines.values.line_context import Context, contested, field_of, scattered
from extractors.lines.values.line_numbers import LineNumbers, Number
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Proof, Reason, opened

INDEX = late(r"(?<=\d) [a-z]$")
"""The index of a drawing's revision, as German drawings bear it: "KP 3-40121-00 c"."""
NOTED = late(r"(?<=\d)\s*[（(][^（）()\d]*[\u4e00-\u9fff]{4}[^（）()\d]*[）)]$")
"""A note in brackets behind a number, which may take it back: TZ-33017（图纸以PLM下发有效版为准）."""
FOLLOWED = late(r"(?<=[\w./-]{4}\d)\s+(?!Sheet|Issue|Index|Blatt|Re|Ve|Ed)[A-ZÀ-Þ][a-zà-þ]{3,}\s\d{2,6}$")
"""A number and what else stands behind it in words: the ship or the unit that the part is for."""
HEADING_END = late(r"[(（][^()（）\d]*[)）]")
"""The end of a heading in brackets: "Art-Nr" / "(Art)"."""
BROKEN = ("-", "/", "_", ".")
"""How a number ends that its narrow cell broke: the rest stands somewhere else."""
SELLERS = CODES - frozenset(BUYER)


def order_line(item: Item, numbers: LineNumbers, context: Context) -> OrderLine:
    """Return the order line of an item."""
    delivery_date, lead_time = deliveries.of_item(item, context)
    own, buyers = _part(item, SELLER, BUYER, context), _part(item, BUYER, SELLER, context)
    stray = _stray(item, context, own, buyers)
    counted = _counted(item, context)
    quantity = _number(numbers.quantity, numbers, context) or _maybe(item, Role.QUANTITY, context)
    doubted = context.corrected or doubtful_items.is_doubted(item)
    doubted = doubted or (numbers.misprinted and packs.is_one(numbers.quantity))
    if quantity is not None and quantity.sure and doubted:
        quantity = opened(quantity, Reason.ROLE)
    price = _number(numbers.price, numbers, context)
    if price is not None and price.sure and context.corrected:
        price = opened(price, Reason.ROLE)
    return OrderLine(
        line_number=_line_number(item, context),
        part_number=own or stray or _model(item, context) or counted,
        customer_part_number=buyers or ((stray or counted) if own else None),
        drawing_number=_drawing(item, context, own, buyers),
        description=_description(item, numbers, context),
        quantity=quantity,
        unit=printed_units.of_item(item, numbers, context),
        unit_price=price or scattered(item, Role.PRICE, context) or _maybe(item, Role.PRICE, context),
        price_per=_price_per(numbers, context),
        amount=_number(_reckoned(numbers, context), numbers, context) or _maybe(item, Role.AMOUNT, context),
        delivery_date=delivery_date,
        lead_time=lead_time,
    )


def _line_number(item: Item, context: Context) -> Field | None:
    text = item.one(Role.LINE_NUMBER)
    if text is None:
        return None
    value = item_numbers.first_line(text)
    found = field_of(text, value, context, None if context.numbered else Reason.COMPLETENESS)
    return contested(found, item, Role.LINE_NUMBER)


def _part(item: Item, own: Sequence[Role], other: Sequence[Role], context: Context) -> Field | None:
    """Return the number of one side; a heading that could mean either side is settled by the other.

    What a maker gave the thing is the seller's number where nothing else is, and surely beside the buyer's;
    nothing settles what may be the tag of a machine.
    """
    role = next((role for role in code_sides.owners(item, own) if role in item.texts), None)
    if role is not None:
        text = item.one(role)
        rival = role is Role.MAKER_PART or (role not in OWNED and code_sides.has_rival(item))
        open_one = rival and not code_sides.is_made_and_bought(item)
        open_one = open_one or (role is Role.PRODUCT_CODE and own is not SELLER)
        return _ownerless(item, role, context) if text and open_one else _code(item, role, context)
    plain = item.one(Role.PART)
    stands = {role for role in other if role in item.texts}
    if plain is None or (not stands and own is not SELLER):
        return None
    told = stands - {Role.MAKER_PART} and not parts.is_tag(plain.printed)
    if told:
        return _code(item, Role.PART, context)
    return _undecided(plain, context) if stands else _ownerless(item, Role.PART, context)


def _ownerless(item: Item, role: Role, context: Context) -> Field | None:
    """Return a number of which nothing but its owner is open: "Part no." alone means either side's."""
    found, text = _code(item, role, context), item.one(role)
    if found is not None and found.sure:
        return replace(found, sure=False, reason=Reason.OWNER, confidence=0.6)  # what proves the value stays
    if found is not None and found.reason is not Reason.NOT_PARSED:
        return found  # what is open besides its owner is graver
    return _undecided(text, context) if text is not None else None


def _undecided(text: Text, context: Context) -> Field:
    """Return a code whose column does not say what it is: kept, and never sure."""
    return field_of(text, _code_value(text), context, Reason.ROLE)


def _stray(item: Item, context: Context, *parts_read: Field | None) -> Field | None:
    """Return a code under an unknown heading where a part number is missing: it may be that one."""
    if all(parts_read):
        return None
    found = stray_texts.part_numbers(item, stated=any(parts_read))
    return next((_undecided(text, context) for text in found), None)


def _counted(item: Item, context: Context) -> Field | None:
    """Return the number of an item that looks like that of a part, and may be it."""
    text = item.one(Role.LINE_NUMBER)
    return _undecided(text, context) if text is not None and item_numbers.may_be_part(text) else None


def _drawing(item: Item, context: Context, *parts_read: Field | None) -> Field | None:
    """Return the drawing; where none is stated, a code that is no part number may be one."""
    stated = _code(item, Role.DRAWING, context)
    model = item.one(Role.MODEL)
    if stated is None and model is not None and _may_be_drawing(model):
        return field_of(model, None, context, Reason.ROLE)
    told = told_codes.drawing(item) if stated is None else None
    if told is not None:
        return _undecided(told, context)
    noted = told_codes.noted(item) if stated is None else None
    if noted is not None:
        revised = parts.revision(noted.printed)[1] is not None
        return field_of(noted, noted.printed if revised else None, context, Reason.ROLE)
    if stated is not None or not all(parts_read):
        return stated
    found = (text for text in stray_texts.codes(item) if not gtins.is_valid(text.printed))
    return next((_undecided(text, context) for text in found), None)


def _may_be_drawing(text: Text) -> bool:
    """Tell whether a model stands under a heading that may mean drawings as well, and looks like one."""
    heading = recognise(text.heading.text) if text.heading is not None else None
    named = heading is not None and Role.DRAWING in heading.roles
    return named and " " not in text.printed and parts.looks_like_code(text.printed)


def _is_model(text: str, context: Context) -> bool:
    return any(map(str.isdigit, text)) or code_families.is_beside(text, Role.MODEL, context.families)


def _model(item: Item, context: Context) -> Field | None:
    """Return the model or specification where no column holds codes: it may be what is ordered by.

    Beside a number of the buyer's or a drawing it may be the seller's where it looks like a number itself.
    """
    drawn = any(text.column is not None for text in item.texts.get(Role.DRAWING, ()))
    if not item.texts.keys().isdisjoint(SELLERS):
        return None
    specified = None if drawn else item.one(Role.SPECIFICATION)
    text = told_codes.stated_model(item) or specified
    sized = context.sized and text is not None and text is specified
    if drawn or not item.texts.keys().isdisjoint(BUYER):
        if text is None or not sizes.is_bare_code(text.printed):
            return None
        return field_of(text, None if sized else _code_value(text), context, Reason.ROLE)
    naming = text is not None and len(text.printed) >= 4 and _is_model(text.printed, context) and not sized
    told = text if naming else told_codes.model(item)
    if told is not None and not naming and Role.DRAWING in item.texts:
        return field_of(told, None, context, Reason.ROLE)  # it is ordered by its drawing
    return _undecided(told, context) if told is not None else None


def _code(item: Item, role: Role, context: Context) -> Field | None:
    text = item.one(role)
    if text is None:
        return None
    value = _code_value(text)
    if value is None:
        return None
    value, broken = broken_codes.settled(text, value, role, context.shapes)
    bare = INDEX.sub("", value) if role is Role.DRAWING else value
    coded = (
        parts.looks_like_code(bare)
        or parts.is_dotted(bare)
        or code_families.is_member(value, role, context.families)
    )
    stripped = parts.strip_label(text.printed)
    reason = None if coded else Reason.NOT_PARSED
    if parts.behind_brand(stripped) is not None:
        reason = reason or Reason.ROLE
    if text.inherited:
        reason = reason or Reason.RIVAL
    noted = NOTED.search(stripped) is not None or FOLLOWED.search(stripped) is not None
    if noted or broken or value.endswith(BROKEN) or doubtful_names.is_doubtful_code(value):
        reason = reason or Reason.AMBIGUOUS_VALUE
    return contested(field_of(text, value, context, reason), item, role)


def _code_value(text: Text) -> str | None:
    stripped = parts.strip_label(text.printed)
    value = parts.behind_brand(stripped) or FOLLOWED.sub("", NOTED.sub("", stripped))
    return None if value in NOTHING or HEADING_END.fullmatch(value) else value


def _description(item: Item, numbers: LineNumbers, context: Context) -> Field | None:
    text = named_texts.chosen(item)
    if text is None:
        spec = item.one(Role.SPECIFICATION) or item.one(Role.MODEL) or named_texts.telling(item)
        return field_of(spec, spec.printed, context, Reason.ROLE) if spec else None
    if context.total_proves:
        text = named_texts.led(text, item, numbers)
    proven = text.heading is named_texts.LED or named_texts.is_proven(text, item, numbers)
    loose = text.column is None and not (context.total_proves and proven)
    # A line that was not recognised as one stands in the name above it.
    loose = loose or (context.total_open and text.lines > 1) or broken_codes.lost_revision(item)
    loose = loose or named_texts.is_far_below(text, item)
    text, doubtful = doubtful_names.settled(text)
    reason = Reason.ROLE if loose or doubtful else None
    return field_of(named_texts.settled(text, item), text.printed, context, reason)


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
    proven = context.total_certain and covered_amounts.is_proven(number, numbers)
    found = field_of(number.text, value, context, proven=proven)
    return replace(found, proof=(*found.proof, Proof.ARITHMETIC)) if found.sure else found


def _reckoned(numbers: LineNumbers, context: Context) -> Number | None:
    """Return the amount, a bare number as certainly one where the line makes it, and all make the total."""
    amount = numbers.amount
    if amount is None or amount.text.heading is not RECKONED or not (numbers.closes and context.total_proves):
        return amount
    return replace(amount, text=replace(amount.text, heading=replace(RECKONED, exact=True)))


def _maybe(item: Item, role: Role, context: Context) -> Field | None:
    """Return what stands in a column whose heading may or may not mean a role: never silently nothing."""
    texts = (text for text in item.unknown if text.heading is not None and role in text.heading.roles)
    text = next(texts, None)
    if text is not None and text.printed:
        return field_of(text, None, context, Reason.ROLE)
    return unread_figures.of(item, role, context)


def _price_per(numbers: LineNumbers, context: Context) -> Field | None:
    if numbers.per_value is None:
        return None
    text = numbers.per.text if numbers.per else numbers.price.text if numbers.price else None
    if text is None:
        return None
    value = format(numbers.per_value, "f")
    proven = numbers.closes or numbers.misprinted
    # A figure of another column would not close.
    context = replace(context, torn=frozenset()) if numbers.closes else context
    found = field_of(text, value, context, None if proven else Reason.UNPROVEN)
    return replace(found, proof=(*found.proof, Proof.ARITHMETIC)) if found.sure else found
