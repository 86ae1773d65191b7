"""Terms of payment of EDIFACT: words (FTX AAB, PAT) and codes (PAT, with PCD, MOA and DTM behind it)."""

from collections.abc import Sequence

from extractors.structured import paying, values
from extractors.structured.segments import Segment, tagged
from models.reading import Evidence, Field

BASIC, OF_DISCOUNT = frozenset({"", "1"}), frozenset({"8", "22"})
"""Code list 4279: basic terms; terms of a discount, which words may tell too. Others are for penalties, or
count from the end of a month."""
OF_INVOICE, AFTER = frozenset({"", "5"}), frozenset({"", "1", "3"})
"""Code lists 2475 and 2009: the date of the invoice; at or after it."""
BEHIND = frozenset({"PCD", "MOA", "DTM"})
"""What belongs to terms: a percentage, an amount, a day."""


def payment(head: Sequence[Segment]) -> Field | None:
    """Return the terms in words; coded ones only where they are one date of payment.

    Where both are there they must say the same.
    """
    noted = tagged(head, "FTX", "AAB")
    coded = tagged(head, "PAT")
    spots = [each.spot(4, part) for each in noted for part in range(5)]
    spots += [each.spot(2, part) for each in coded for part in (3, 4)]
    words = paying.joined(spots)
    keys = [spot for each in noted if (spot := each.spot(3)) and words is None]
    if not coded:
        return words or (values.unread(keys[0]) if keys else None)
    codes = BASIC | OF_DISCOUNT if words else BASIC
    more = [spot for each in coded for spot in _besides(head, each, codes)]
    days = coded[0].spot(3, 3)
    if words is not None and (more or days is None or len(coded) > 1):
        figures = [spot for each in coded if (spot := each.spot(3, 3))]
        return paying.stated(words, [*figures, *more])
    days = days or Evidence("PAT", where=coded[0].where)
    return paying.in_days(days, words, [*keys, *more, *(each.spot(1) for each in coded[1:])])


def _besides(head: Sequence[Segment], terms: Segment, codes: frozenset[str]) -> list[Evidence]:
    """Return what says that terms are more than days from the invoice's date."""
    usual = {(1, 0): codes}
    if terms.at(3, 3) or terms.at(3):
        usual |= {(3, 0): OF_INVOICE, (3, 1): AFTER, (3, 2): frozenset({"D"})}
    found = [
        terms.spot(*at) or Evidence("PAT", where=terms.where)
        for at, known in usual.items()
        if terms.at(*at) not in known
    ]
    for each in head[head.index(terms) + 1 :]:
        if each.tag not in BEHIND:
            break
        found += [spot] if (spot := each.spot(1, 1)) else []
    return found
