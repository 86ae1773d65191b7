"""ANSI X12 purchase orders (850), their changes (860) and acknowledgements (855).

Source: ASC X12 transaction sets 850, 855 and 860, versions 4010 and later. A price may be for a hundred or
a thousand (element 639: HP, TP).
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import incoterms, units
from extractors.structured import own_terms, paying, schedules, taxes, values
from extractors.structured.arithmetic import Item, Sums, slack, total_of
from extractors.structured.drafts import Draft, finish, item
from extractors.structured.functions import Standing, by_x12
from extractors.structured.segments import Segment, groups, messages, parse, tagged
from extractors.structured.values import one
from models.page import Attachment
from models.reading import Evidence, Field, Header, Kind, OrderLine, Reading, Reason

KINDS = {"850": Kind.PURCHASE_ORDER, "860": Kind.CHANGE_ORDER, "855": Kind.OTHER, "865": Kind.OTHER}
BEGINS = {"850": ("BEG", 3, 5), "860": ("BCH", 3, 6), "855": ("BAK", 3, 4), "865": ("BCA", 3, 6)}
"""The first segment of each set, and which of its elements hold number and date."""
LINES = {"850": "PO1", "855": "PO1", "860": "POC", "865": "POC"}
DELETED = "DI"
OURS, THEIRS, DRAWING = ("VP", "VN", "VC"), ("BP", "IN", "CB"), ("DG",)
"""Element 235: vendor's part, item and catalogue number; buyer's; drawing number."""
PRICE_FOR = {"HP": "100", "TP": "1000"}
SINGLE = frozenset({"", "PE", "EA", "UM", "NT", "CA", "CT", "CP"})
EACH = frozenset({"PE", "EA"})
"""Element 639: a price for each, or for the unit of the quantity; a net, catalogue or contract price."""
DELIVERED = ("002", "067", "074")
NEARLY = (
    "010",
    "001",
    "017",
    "070",
    "071",
    "037",
    "038",
    "063",
    "064",
    "068",
    "069",
    "077",
    "106",
    "118",
    "168",
    "169",
    "175",
    "996",
)
"""Element 374: ship, cancel after, ship not before, deliver not after, required by …: not quite delivery."""
NET_TERMS = frozenset({"", "01", "05"})
"""Element 336: terms by days alone; others count from the end of a month, or are no days at all."""
OF_INVOICE = frozenset({"3", "03"})
"""Element 333: days count from the date of the invoice; others from delivery, or receipt of the goods."""
CHANGES_PRICE = ("SAC", "CTP", "ITA")
"""Allowances, charges and further prices."""


def recognise(data: Attachment) -> bool:
    """Tell whether these are X12 sets of types that are read."""
    if not data.text.startswith("ISA"):
        return False
    found = [each.at(1) for each in tagged(parse(data), "ST")]
    return bool(found) and all(each in KINDS for each in found)


def read(data: Attachment) -> tuple[Reading, ...]:
    """Return every transaction set of the interchange.

    Raises:
        Unreadable: A part of it is missing.
    """
    return tuple(finish(_draft(each)) for each in messages(parse(data), "ST", "SE"))


def _draft(message: list[Segment]) -> Draft:
    code = message[0].at(1)
    head, lines, tail = groups(message, LINES[code], "CTT")
    tag, number, date = BEGINS[code]
    begin = next(iter(tagged(head, tag)), None)
    counts = tagged(tail, "CTT")
    total = _total(tail)
    items = tuple(_changed(each) if LINES[code] == "POC" else _item(each, each[0].elements) for each in lines)
    if not _closes(total, items):
        items = tuple(map(_for_each, items, lines))
    standing = _standing(KINDS[code], code, begin)
    return Draft(
        standing.kind,
        message[0].spot(1),
        _header(begin, (number, date), head, lines, total),
        items,
        Sums(lines=total, count=values.number(counts[0].spot(1)) if counts else None),
        withdrawn=standing.withdrawn,
        doubted=standing.doubted,
    )


def _standing(kind: Kind, code: str, begin: Segment | None) -> Standing:
    if begin is None:
        return Standing(kind)
    return by_x12(kind, begin.spot(1), begin.spot(2) if code in {"850", "860"} else None)


def _total(tail: list[Segment]) -> Field | None:
    return next((values.number(each.spot(2)) for each in tagged(tail, "AMT", "TT")), None)


def _header(
    begin: Segment | None,
    places: tuple[int, int],
    head: list[Segment],
    lines: list[list[Segment]],
    total: Field | None,
) -> Header:
    number, date = places
    return Header(
        document_number=values.sure(begin.spot(number)) if begin else None,
        document_date=values.day(begin.spot(date)) if begin else None,
        quotation_number=_quotation(head, lines),
        customer=_customer(head),
        currency=one(
            values.currency(each.spot(2)) for part in (head, *lines) for each in tagged(part, "CUR")
        ),
        total_amount=values.unsure(total, Reason.AMBIGUOUS_VALUE) if total and tagged(head, "SAC") else total,
        tax_rate=taxes.of_lines(_tax(head), [_tax(each) for each in lines]),
        delivery_date=_delivery(head),
        delivery_place=values.whole(_place(head), [_place(each) for each in lines]),
        payment_terms=own_terms.held("payment_terms", _payment(head), list(map(_payment, lines))),
        incoterms=own_terms.held("incoterms", _trade_term(head), list(map(_trade_term, lines))),
    )


def _tax(part: list[Segment]) -> Field | None:
    return taxes.stated_beside((values.rate(each.spot(3)), each.at(1)) for each in tagged(part, "TXI"))


def _customer(head: list[Segment]) -> Field | None:
    """Return who buys; a name that goes on in a segment of its own is not surely ended."""
    buyers = tagged(head, "N1", "BY", "BT")
    if not buyers:
        return None
    name = values.words(buyers[0].spot(2))
    behind = head[head.index(buyers[0]) + 1 :][:1]
    if name is not None and behind and behind[0].tag == "N2":
        more = behind[0].at(1)
        return values.unsure(name, Reason.AMBIGUOUS_VALUE, f"{name.value} {more}")
    return name if name is None or buyers[0].at(1) == "BY" else values.unsure(name, Reason.ROLE)


def _place(head: list[Segment]) -> Field | None:
    """Return the ship-to party with the address segments that follow it; one of several is not sure."""
    return one(_address(head, party) for party in tagged(head, "N1", "ST"))


def _address(head: list[Segment], party: Segment) -> Field | None:
    if party.tag == "N1":
        spots = [party.spot(2)]
        for each in head[head.index(party) + 1 :]:
            if each.tag not in {"N2", "N3", "N4"}:
                break
            spots += [each.spot(element) for element in range(1, 5)]
        return values.joined(spots)
    return None


def _quotation(head: list[Segment], lines: list[list[Segment]]) -> Field | None:
    named = [
        [values.sure(each.spot(2)) for each in tagged(part, "REF", "Q1", "PR")] for part in (head, *lines)
    ]
    return values.whole(one(named[0]), [one(each) for each in named[1:]])


def _payment(head: list[Segment]) -> Field | None:
    return one(map(_term, tagged(head, "ITD")))


def _term(terms: Segment) -> Field | None:
    """Return one statement of terms: in words, or as days net and nothing else."""
    if terms.spot(12) is not None:
        coded = [each for at in (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15) if (each := terms.spot(at))]
        return paying.stated(values.words(terms.spot(12)), coded)
    days = terms.spot(7)
    others = [each for at in (3, 4, 5, 6, 8, 9, 10, 11, 13, 14, 15) if (each := terms.spot(at))]
    others += [basis for basis in (terms.spot(2),) if basis and basis.text not in OF_INVOICE]
    if days is None or others or terms.at(1) not in NET_TERMS:
        there = days or next(iter(others), None) or terms.spot(1)
        return values.unread(there) if there else None
    return paying.in_days(days)


def _trade_term(head: list[Segment]) -> Field | None:
    for each in tagged(head, "FOB"):
        if each.at(5):
            return values.trade_term(each.spot(5), each.spot(7) or each.spot(3))
        told = each.spot(3) or each.spot(7)
        return values.unread(told) if told and incoterms.normal(told.text) else None
    return None


def _delivery(segments: list[Segment]) -> Field | None:
    dates = [_day(each, 2) for each in tagged(segments, "DTM", *DELIVERED)]
    schedules_of = tagged(segments, "SCH")
    pairs = [(each, at) for each in schedules_of for at in (5, 8, 11) if each.at(at)]
    dates += [_day(each, at + 1) for each, at in pairs if each.at(at) in DELIVERED]
    shipped = [_day(each, 2) for each in tagged(segments, "DTM", *NEARLY)]
    shipped += [_day(each, at + 1) for each, at in pairs if each.at(at) not in DELIVERED]
    return values.earliest(dates) or next(
        (values.unsure(each, Reason.ROLE) for each in shipped if each), None
    )


def _day(segment: Segment, element: int) -> Field | None:
    """Return a day; a period that a date states in its own format is not read."""
    period = segment.spot(6) if segment.tag == "DTM" else None
    return values.day(segment.spot(element)) or (values.unread(period) if period else None)


def _changed(line: list[Segment]) -> Item:
    """Return a line of a change, whose kind of change and open quantity stand between the usual elements."""
    elements = line[0].elements
    found = _item(line, (*elements[:1], *elements[2:3], *elements[4:]))
    return replace(found, withdrawn=line[0].at(2) == DELETED)


def _item(line: list[Segment], elements: tuple[tuple[str, ...], ...]) -> Item:
    start = Segment(line[0].tag, elements, line[0].where)
    basis = start.spot(5)
    read_line = OrderLine(
        line_number=values.sure(start.spot(1)),
        part_number=_code(start, OURS),
        customer_part_number=_code(start, THEIRS),
        drawing_number=_code(start, DRAWING),
        description=values.joined([each.spot(5) for each in tagged(line, "PID")], " "),
        quantity=schedules.held(values.number(start.spot(2)), _scheduled(line)),
        unit=values.sure(start.spot(3)),
        unit_price=_price(line, start),
        price_per=_per(basis),
        amount=next((values.number(each.spot(2)) for each in tagged(line, "AMT", "1")), None),
        delivery_date=_delivery(line),
    )
    return item(read_line)


def _scheduled(line: list[Segment]) -> list[Field | None]:
    """Return the quantities of the schedule of a line (SCH), or of the places it goes to (SDQ)."""
    found = [values.number(each.spot(1)) for each in tagged(line, "SCH")]
    places = tagged(line, "SDQ")
    return found or [
        values.number(each.spot(at)) for each in places for at in range(4, len(each.elements) + 1, 2)
    ]


def _price(line: list[Segment], start: Segment) -> Field | None:
    """Return the price; a free, estimated or unknown one, or one with an allowance beside it, is not sure."""
    price = values.number(start.spot(4))
    usual = start.at(5) in SINGLE or start.at(5) in PRICE_FOR
    plain = usual and not any(tagged(line, tag) for tag in CHANGES_PRICE)
    return price if price is None or plain else values.unsure(price, Reason.AMBIGUOUS_VALUE)


def _closes(total: Field | None, items: Sequence[Item]) -> bool:
    """Tell whether the lines add up to the total: then each price is for the unit of the quantity."""
    stated, summed = values.amount_of(total), total_of(items)
    return stated is not None and summed is not None and abs(stated - summed) <= slack(items)


def _for_each(item: Item, line: list[Segment]) -> Item:
    """Return a line whose price is for each piece; one ordered in another unit costs something else."""
    price, unit = item.line.unit_price, item.line.unit
    basis = line[0].at(7 if line[0].tag == "POC" else 5)
    if price is None or unit is None or basis not in EACH or units.same(unit.value or "", "EA"):
        return item
    return replace(item, line=replace(item.line, unit_price=values.unsure(price, Reason.AMBIGUOUS_VALUE)))


def _per(basis: Evidence | None) -> Field | None:
    if basis is None or basis.text in SINGLE:
        return None
    return values.sure(basis, PRICE_FOR[basis.text]) if basis.text in PRICE_FOR else values.unread(basis)


def _code(start: Segment, qualifiers: tuple[str, ...]) -> Field | None:
    """Return the number behind the qualifiers, which stand in pairs from the sixth element on."""
    pairs = range(6, len(start.elements), 2)
    return one(
        values.part(start.spot(at + 1)) for one_of in qualifiers for at in pairs if start.at(at) == one_of
    )
