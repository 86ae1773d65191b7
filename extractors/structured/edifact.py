"""EDIFACT orders, order changes, responses and invoices, D.96A and later.

Source: UN/EDIFACT directories D.96A and later, messages ORDERS, ORDCHG, ORDRSP, INVOIC. A price with the
qualifier AAA is "the net price including allowances and charges, excluding taxes" (code list 5125).
"""

from extractors.structured import edi_dates, edi_terms, own_terms, schedules, taxes, values
from extractors.structured.arithmetic import Item, Sums
from extractors.structured.drafts import Draft, finish, item
from extractors.structured.edi_numbers import number
from extractors.structured.functions import Standing, by_un, line_status
from extractors.structured.segments import Segment, groups, messages, parse, tagged
from extractors.structured.values import one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

KINDS = {
    "ORDERS": Kind.PURCHASE_ORDER,
    "ORDCHG": Kind.CHANGE_ORDER,
    "ORDRSP": Kind.OTHER,
    "INVOIC": Kind.INVOICE,
    "QUOTES": Kind.QUOTATION,
}
"""By message type (UNH, S009)."""
DELETED = "2"
"""Code list 1229."""
OURS, THEIRS = ("SA", "VP", "VN"), ("BP", "IN")
"""Code list 7143: the supplier's and the buyer's article number."""
DRAWING, ORDERED = ("DW",), ("21", "47", "1")
"""Code list 7143: a drawing; 6063: ordered, invoiced, discrete quantity."""
IDENTIFYING = frozenset({"1", "5"})
"""Code list 4347; the others name substitutes."""
OFFERS = ("AAG", "PR", "PQ")
"""Code list 1153: number of the offer, or of the price quotation."""
TOTALS = ("86", "128", "77", "39")
"""Code list 5025: total of the message, of all, of the invoice; 79 is that of the lines alone."""
BESIDE = ("131", "204", "8", "23", "259", "260", "124", "176")
"""Code list 5025: charges, allowances and taxes, which the sum of the lines is without."""
NET, GROSS = "AAA", "AAB"


def recognise(data: Attachment) -> bool:
    """Tell whether these are EDIFACT messages of types that are read."""
    if not data.text.startswith(("UNA", "UNB")):
        return False
    found = [each.at(2) for each in tagged(parse(data), "UNH")]
    return bool(found) and all(each in KINDS for each in found)


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return every message of the interchange.

    Raises:
        Unreadable: A part of it is missing.
    """
    return tuple(finish(_draft(each)) for each in messages(parse(data), "UNH", "UNT"))


def _draft(message: list[Segment]) -> Draft:
    head, lines, tail = groups(message, "LIN", "UNS")
    begin = next(iter(tagged(head, "BGM")), None)
    standing = _standing(KINDS[message[0].at(2)], begin)
    return Draft(
        standing.kind,
        message[0].spot(2),
        _header(begin, head, lines, tail),
        tuple(_item(each, standing.kind) for each in lines),
        _sums(head + tail),
        withdrawn=standing.withdrawn,
        doubted=standing.doubted,
    )


def _standing(kind: Kind, begin: Segment | None) -> Standing:
    return by_un(kind, begin.spot(3), begin.spot(1), begin.spot(1, 3)) if begin else Standing(kind)


def _header(
    begin: Segment | None, head: list[Segment], lines: list[list[Segment]], tail: list[Segment]
) -> Header:
    orders = tagged(head, "RFF", "ON")
    named = begin.spot(2) if begin else None
    return Header(
        document_number=values.sure(named or (orders[0].spot(1, 1) if orders else None)),
        document_date=_date(head, "4", "137"),
        quotation_number=one(
            values.sure(each.spot(1, 1)) for part in (head, *lines) for each in tagged(part, "RFF", *OFFERS)
        ),
        customer=_customer(head),
        currency=_currency(head, lines, tail),
        total_amount=_total(head, tail),
        tax_rate=_tax_rate(head, lines, tail),
        tax_included=_tax_included(lines),
        delivery_date=edi_dates.delivery(head)[0],
        lead_time=edi_dates.delivery(head)[1],
        delivery_place=_places(head, lines),
        payment_terms=own_terms.held(
            "payment_terms", edi_terms.payment(head), list(map(edi_terms.payment, lines))
        ),
        incoterms=own_terms.held("incoterms", _trade_term(head), list(map(_trade_term, lines))),
    )


def _total(head: list[Segment], tail: list[Segment]) -> Field | None:
    """Return the total; with discounts of the whole order beside it, it is not surely what is paid."""
    total = _money(head + tail, *TOTALS, "79")
    beside = tagged(head, "ALC") or [each for each in tagged(head + tail, "MOA", *BESIDE) if _counts(each)]
    reduced = beside and not tagged(head + tail, "MOA", *TOTALS)
    return values.unsure(total, Reason.AMBIGUOUS_VALUE) if total and reduced else total


def _counts(amount: Segment) -> bool:
    return bool(amount.at(1, 1).strip("0.,"))


def _currency(head: list[Segment], lines: list[list[Segment]], tail: list[Segment]) -> Field | None:
    """Return the currency; an amount in another one makes it open."""
    stated = [each.spot(1, 1) for part in (head, *lines) for each in tagged(part, "CUX", "2")]
    stated += [each.spot(1, 2) for part in (head, *lines, tail) for each in tagged(part, "MOA")]
    return one(map(values.currency, stated))


def _tax_rate(head: list[Segment], lines: list[list[Segment]], tail: list[Segment]) -> Field | None:
    own = one(taxes.stated_beside(_taxes(part)) for part in (head, tail))
    return taxes.of_lines(own, [taxes.stated_beside(_taxes(line)) for line in lines])


def _taxes(segments: list[Segment]) -> list[tuple[Field | None, str]]:
    return [(values.rate(each.spot(5, 3)), each.at(2)) for each in tagged(segments, "TAX", "7")]


def _date(segments: list[Segment], *qualifiers: str) -> Field | None:
    return next((edi_dates.date(each) for each in tagged(segments, "DTM", *qualifiers)), None)


def _money(segments: list[Segment], *qualifiers: str) -> Field | None:
    return next((number(each, 1, 1) for each in tagged(segments, "MOA", *qualifiers)), None)


def _name(party: Segment) -> Field | None:
    """Return the name of a party, which may be structured (C080) or not (C058)."""
    element = 4 if party.at(4) else 3
    return values.joined([party.spot(element, part) for part in range(4)], " ")


def _customer(head: list[Segment]) -> Field | None:
    """Return the buyer's name; a number alone says who it is only to those who know it."""
    for party in tagged(head, "NAD", "BY"):
        code = values.sure(party.spot(2))
        return _name(party) or (values.unsure(code, Reason.ROLE) if code else None)
    return None


def _places(head: list[Segment], lines: list[list[Segment]]) -> Field | None:
    """Return where the goods go; where lines go elsewhere, a person must see it."""
    return values.whole(_place(head), [_place(each) for each in lines])


def _place(head: list[Segment]) -> Field | None:
    for party in tagged(head, "NAD", "DP", "ST", "UC"):
        element = 4 if party.at(4) else 3
        name = [party.spot(element, part) for part in range(2)]
        street = [party.spot(5, part) for part in range(3)]
        return values.joined([*name, *street, party.spot(8), party.spot(6), party.spot(9)])
    return None


def _trade_term(head: list[Segment]) -> Field | None:
    for term in tagged(head, "TOD"):
        behind = head[head.index(term) + 1 :]
        location = next(iter(tagged(behind, "LOC", "1")), None)
        place = (location.spot(2, 3) or location.spot(2)) if location else None
        words = term.spot(3, 3)
        stated = values.trade_term(term.spot(3), place or words)
        told = values.trade_term(words, None) if words else None
        other = stated and told and told.value and told.value[:3] != (stated.value or "")[:3]
        return values.unsure(stated, Reason.RIVAL) if stated and other else stated
    return None


def _tax_included(lines: list[list[Segment]]) -> Field | None:
    priced = (each.spot(1, 1) for line in lines for each in tagged(line, "PRI", NET, GROSS))
    return values.sure(next(priced, None), "false")


def _sums(segments: list[Segment]) -> Sums:
    counts = tagged(segments, "CNT", "2")
    return Sums(
        lines=_money(segments, "79"),
        net=_money(segments, "125"),
        tax=_money(segments, "124", "176", "150"),
        count=number(counts[0], 1, 1) if counts else None,
    )


def _item(line: list[Segment], kind: Kind) -> Item:
    start = line[0]
    price, quantities = _price(line), _quantities(line) or _scheduled(line)
    date, lead_time = edi_dates.delivery(line)
    read_line = OrderLine(
        line_number=values.sure(start.spot(1)),
        part_number=one(map(values.part, _codes(line, OURS))),
        customer_part_number=one(map(values.part, _codes(line, THEIRS))),
        drawing_number=one(map(values.sure, _codes(line, DRAWING))),
        description=_description(line),
        quantity=_quantity(line),
        unit=one(values.sure(each.spot(1, 2)) for each in _alike(quantities)),
        unit_price=_unit_price(line),
        price_per=number(price, 1, 4) if price else None,
        amount=_money(line, "203", "66"),
        delivery_date=date,
        lead_time=lead_time,
    )
    return item(
        read_line,
        price_unit=price.spot(1, 5) if price else None,
        withdrawn=kind is Kind.CHANGE_ORDER and start.at(2) == DELETED,
        status=line_status(kind, start.spot(2)),
    )


def _quantities(line: list[Segment]) -> list[Segment]:
    """Return the ordered quantity; those of the schedule stand behind it."""
    return tagged(line[: _schedule_from(line)], "QTY", *ORDERED)


def _scheduled(line: list[Segment]) -> list[Segment]:
    return tagged(line[_schedule_from(line) :], "QTY", *ORDERED, "113")


def _schedule_from(line: list[Segment]) -> int:
    """Return where the schedule of a line begins, its end where it has none."""
    return next((at for at, each in enumerate(line) if each.tag == "SCC"), len(line))


def _quantity(line: list[Segment]) -> Field | None:
    """Return how many are ordered, held against the schedule of the line."""
    own = _several(_quantities(line))
    return schedules.held(own, [number(each, 1, 1) for each in _scheduled(line)])


def _alike(quantities: list[Segment]) -> list[Segment]:
    return [each for each in quantities if each.at(1) == quantities[0].at(1)]


def _several(quantities: list[Segment]) -> Field | None:
    """Return the first quantity; another one in the same role is a part of it, or is in another unit."""
    same = _alike(quantities)
    stated = one(number(each, 1, 1) for each in same)
    return values.unsure(stated, Reason.AMBIGUOUS_VALUE) if stated and len(same) > 1 else stated


def _price(line: list[Segment]) -> Segment | None:
    return next(iter([*tagged(line, "PRI", NET), *tagged(line, "PRI")]), None)


def _unit_price(line: list[Segment]) -> Field | None:
    """Return the net price; a price of another kind, or one of several, is not surely what is to be paid."""
    price, several = _price(line), one(number(each, 1, 1) for each in tagged(line, "PRI", NET))
    if several is not None and not several.sure:
        return several
    field = number(price, 1, 1) if price else None
    if price is None or field is None or price.at(1) == NET:
        return field
    return values.unsure(field, Reason.ROLE)


def _codes(line: list[Segment], qualifiers: tuple[str, ...]) -> list[Evidence | None]:
    """Return article numbers: of LIN itself, or of the PIA that identify the article."""
    numbers = [(line[0].at(3, 1), line[0].spot(3))]
    for each in tagged(line, "PIA", *sorted(IDENTIFYING, reverse=True)):
        numbers += [(each.at(element, 1), each.spot(element)) for element in range(2, 7)]
    return [spot for one_of in qualifiers for kind, spot in numbers if kind == one_of]


def _description(line: list[Segment]) -> Field | None:
    return values.joined([each.spot(3, part) for each in tagged(line, "IMD") for part in (3, 4)], " ")
