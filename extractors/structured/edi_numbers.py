"""Numbers of EDIFACT: a comma may stand before the decimals as well as a point (ISO 9735).

UNA says which of both an interchange uses. The other one before three figures may as well be a mark of
thousands: "1,000" pieces are one or a thousand.
"""

from extractors.late import late
from extractors.structured import values
from extractors.structured.segments import Segment
from models.reading import Field, Reason

GROUPED = late(r"-?[1-9]\d{0,2}(?P<sign>[.,])\d{3}-?")
"""What may be a thousand."""


def number(segment: Segment, element: int, component: int = 0) -> Field | None:
    """Return a number; one that may be a thousand times as large is not sure."""
    spot = segment.spot(element, component)
    if spot is None:
        return None
    field = values.number(spot)
    if field is not None and field.value is None and "." not in spot.text:
        found = values.decimal(spot.text.replace(",", "."))
        field = field if found is None else values.sure(spot, format(found, "f"))
    grouped = GROUPED.fullmatch(spot.text)
    if field is None or grouped is None or grouped["sign"] == segment.point:
        return field
    return values.unsure(field, Reason.AMBIGUOUS_VALUE, spot.text.replace(grouped["sign"], ""))
