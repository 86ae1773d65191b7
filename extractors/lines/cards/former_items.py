"""What a letter says of an earlier purchase: "The rings bought in 2019 (6 pieces at EUR 412) served us well".

It has a quantity and a price as items have. Only where the items of the letter are numbered and make the sum
that it states is a sentence about the past none of them.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.fields import money, numbers
from extractors.header.sums import spoken_totals
from extractors.late import late
from extractors.lines.cards.text_numbers import closes
from extractors.lines.texts.spoken_numbers import PRICE_END
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

FORMER = late(
    r"\b(?:bought|purchased|ordered|supplied|delivered|received|paid|gekauft|bestellt|geliefert)\b[^.;]{0,40}"
    r"\b(?:(?:19|20)\d\d|last year|years? ago|earlier|before|letztes Jahr|im Vorjahr)\b"
    r"|\b(?:in|im Jahre?) (?:19|20)\d\d\b[^.;]{0,40}"
    r"\b(?:bought|purchased|ordered|supplied|gekauft|bestellt|geliefert)\b"
    r"|\b(?:last|previous|earlier|former|letzte[nr]?|frühere[nr]?) (?:order|purchase|bestellung|lieferung)\b"
    r"|(?:上次|上回|去年|前年|以前|此前)[^，。；]{0,12}(?:采购|购买|订购|订货|供货)"
    r"|20\d\d年[^，。；]{0,12}(?:采购|购买|订购|供货)的",
    re.IGNORECASE,
)
TWO = 2
Group = Sequence[TextLine]


def without(groups: list[list[TextLine]], lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items of a letter without what it says of the past, where they make a sum it states."""
    own = [group for group in groups if group[0].number is not None]
    others = [group for group in groups if group[0].number is None]
    if len(own) < TWO or not others or not all(map(_is_former, others)) or not all(map(closes, own)):
        return groups
    counted = [group[0].ordinal for group in own] == list(range(1, len(own) + 1))
    stated = (each.text for line in lines for each in spoken_totals.find(line.runs))
    makes = _sum(own) in {value for text in stated for value in _values(text)}
    return own if counted and makes else groups


def _is_former(group: Group) -> bool:
    return FORMER.search(" ".join(run.text for line in group for run in line.runs)) is not None


def _sum(groups: Sequence[Group]) -> Decimal | None:
    """Return what the amounts of items add up to, None where one can be read in two ways."""
    amounts = [_values(text) for group in groups for text in _amounts(group)]
    return sum((each[0] for each in amounts), Decimal()) if all(len(each) == 1 for each in amounts) else None


def _amounts(group: Group) -> Iterator[str]:
    said = (text for line in group for role, text in line.said if role is Role.AMOUNT)
    return (PRICE_END.sub("", text.printed) for text in said)


def _values(text: str) -> list[Decimal]:
    stated = money.parse(text)
    return [each.value for each in numbers.parse(stated.number_text)] if stated is not None else []
