"""Properties of a sender's own in cXML: what one may state of tax, delivery or discount is not surely absent.

Their names are the sender's (`<Extrinsic name="Liefertermin">`), so nothing is read from them; but where one
is called so and holds a figure, the field that the order has not is open. The words that a tax has instead of
a rate count the same.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from extractors.fields import dates, periods
from extractors.late import late
from extractors.structured import values
from extractors.structured.values import unread, unsure
from models.reading import Evidence, Field, Header, OrderLine, Reason

Named = tuple[str, Evidence | None]
TAX = late(
    r"(?<![a-z])(?:tax|vat|gst|mwst|ust|iva|tva|btw)(?![a-z])|steuer|tax(?:rate|amount|percent|code)|税率|稅率|增值税|增值稅",
    re.IGNORECASE,
)
NO_TAX = late(
    r"id\b|number|\bno\b|\bnr\b|nummer|regist|exempt|税号|稅號|纳税人|識別|识别|电话|开户", re.IGNORECASE
)
"""What a property is called that holds a rate of tax, and the numbers of those who pay it."""
DELIVERY = late(
    r"deliver|liefer|\bneed|requir|\bdue\b|arriv|lead.?time|\beta\b|ship|dispatch|termin|交货|交貨|交期|到货|到貨|发货|货期",
    re.IGNORECASE,
)
DISCOUNT = late(
    r"discount|rebate|rabatt|nachlass|allowance|surcharge|zuschlag|折扣|优惠|優惠|折让|让利", re.IGNORECASE
)
PERIOD = late(r"\d+\s?-?\s?(?:days?|weeks?|months?|tagen?|wochen?|monaten?|[天周日]|个月)", re.IGNORECASE)


def beside(header: Header, named: Iterable[Named], tax: Iterable[Evidence]) -> Header:
    """Return a header in which what a property may state is open where nothing better states it."""
    found = [(name, spot) for name, spot in named if spot is not None]
    taxed = [spot for name, spot in found if TAX.search(name) and not NO_TAX.search(name) and _counts(spot)]
    rates = [*taxed, *tax]
    days = [spot for name, spot in found if DELIVERY.search(name) and _is_day(spot)]
    times = [spot for name, spot in found if DELIVERY.search(name) and _is_time(spot)]
    header = replace(
        header,
        tax_rate=_or_open(header.tax_rate, rates),
        delivery_date=_or_open(header.delivery_date, days),
        lead_time=_or_open(header.lead_time, times),
    )
    total = header.total_amount
    reduced = total is not None and any(DISCOUNT.search(name) and _counts(spot) for name, spot in found)
    return (
        replace(header, total_amount=unsure(total, Reason.AMBIGUOUS_VALUE)) if total and reduced else header
    )


def beside_item(line: OrderLine, named: Iterable[Named]) -> OrderLine:
    """Return a line in which day, time and price are open where a property may state them otherwise."""
    found = [(name, spot) for name, spot in named if spot is not None]
    days = [spot for name, spot in found if DELIVERY.search(name) and _is_day(spot)]
    times = [spot for name, spot in found if DELIVERY.search(name) and _is_time(spot)]
    line = replace(
        line, delivery_date=_or_open(line.delivery_date, days), lead_time=_or_open(line.lead_time, times)
    )
    return replace(line, unit_price=_reduced(line.unit_price, found))


def _reduced(money: Field | None, found: list[tuple[str, Evidence]]) -> Field | None:
    """Return a price or a total, open where a discount is told beside it."""
    reduced = any(DISCOUNT.search(name) and _counts(spot) for name, spot in found)
    return unsure(money, Reason.AMBIGUOUS_VALUE) if money is not None and reduced else money


def _or_open(field: Field | None, spots: list[Evidence]) -> Field | None:
    return unread(spots[0]) if field is None and spots else field


def _counts(spot: Evidence) -> bool:
    """Tell whether a text holds a figure that is not nought."""
    return any(each in "123456789" for each in spot.text)


def _is_day(spot: Evidence) -> bool:
    day = values.day(spot)
    return (day is not None and day.value is not None) or bool(dates.find(spot.text))


def _is_time(spot: Evidence) -> bool:
    return PERIOD.search(spot.text) is not None or bool(periods.find(spot.text))
