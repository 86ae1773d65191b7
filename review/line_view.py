"""The lines of a document beside the items of its quotation, as the page of a case shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.comparison import Comparison, LineMatch, MatchStatus, Outcome
from models.reading import LINE_FIELDS, OrderLine, stated
from review.values import Value, values, worst
from review.vocabulary import COLUMNS
from review.words import has_word, say, word

_COLUMN_OF = {
    "quantity": "quantity",
    "unit": "quantity",
    "unit_price": "price",
    "price_per": "price",
    "tax_rate": "price",
    "tax_included": "price",
    "currency": "price",
    "amount": "amount",
    "total_amount": "amount",
    "delivery_date": "delivery",
    "lead_time": "delivery",
}
_IN_HEADING = "line_number"
"""The printed number stands in the row's heading, unless something is open about it."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the document, counted from 1, beside its items of the quotation, by columns.

    `match` says in words how line and items belong together, empty where they simply do; `change` what
    differs from the last version. `carried` tells that all that is open was found there already.
    """

    number: int
    printed: str
    items: str
    match: str
    tone: str
    open: bool
    cells: Mapping[str, tuple[Value, ...]]
    values: tuple[Value, ...]
    change: str = ""
    carried: bool = False

    @property
    def remarked(self) -> bool:
        """Tell whether there is anything to say about the line in words, beside what is listed below."""
        return any(each.remarks and (each.open or each.tone != Outcome.NOT_CHECKED) for each in self.values)


def lines(lang: str, read: Iterable[OrderLine], comparison: Comparison) -> tuple[LineView, ...]:
    """Return every line of the document, in its order."""
    return tuple(_line(lang, number, line, comparison) for number, line in enumerate(read, start=1))


def _line(lang: str, number: int, line: OrderLine, comparison: Comparison) -> LineView:
    checks = [each for each in comparison.checks if each.line == number]
    found = values(lang, str(number), dict(stated(line)), checks, LINE_FIELDS)
    matches = [each for each in comparison.matches if number in each.lines]
    unmatched = any(each.status is not MatchStatus.MATCHED for each in matches)
    return LineView(
        number=number,
        printed=(line.line_number.value or "") if line.line_number else "",
        items=", ".join(dict.fromkeys(item for each in matches for item in each.items)),
        match=say(lang, "sentence.semicolon").join(match(lang, each) for each in matches if _telling(each)),
        tone=worst(each.tone for each in found),
        open=unmatched or any(each.open for each in found),
        cells={column: tuple(each for each in found if _in(column, each)) for column in COLUMNS},
        values=found,
    )


def match(lang: str, found: LineMatch) -> str:
    """Return how lines and items belong together, with the reason."""
    status = word(lang, "match", found.status)
    why = word(lang, "match_why", found.why) if has_word("match_why", found.why) else found.why
    return say(lang, "sentence.remark", sentence=status, remark=why) if why else status


def _telling(found: LineMatch) -> bool:
    return found.status is not MatchStatus.MATCHED


def _in(column: str, value: Value) -> bool:
    if value.field == _IN_HEADING and not value.open:
        return False
    return _COLUMN_OF.get(value.field, "part") == column
