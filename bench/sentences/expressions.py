"""The two ways of reading that need no spaCy: as the project reads, and as it read before."""

from collections.abc import Iterator

from extractors.clauses.read import statements
from extractors.fields import dates, payment, periods
from extractors.fields.payment import Installment
from extractors.header.spoken import sentences, told_places
from extractors.vocabulary.meanings import Label


def phrases(text: str) -> Iterator[str]:
    """Yield what the phrases of `extractors/clauses` find, and the places of delivery."""
    yield from (f"{each.kind} {each.value}" for each in statements(text))
    yield from places(text)


def understood(text: str) -> Iterator[str]:
    """Yield what the phrases find in sentences of which they know every word."""
    yield from (f"{each.kind} {each.value}" for each in statements(text) if each.understood)


def places(text: str) -> Iterator[str]:
    """Yield the places of delivery that expressions find."""
    yield from (f"place {text[start:end].strip()}" for start, end in told_places.find(text))


def labels(text: str) -> Iterator[str]:
    """Yield what the header's own reading of sentences finds: time, day, payment and place of delivery."""
    for way in sentences.WAYS:
        for label, start, end in way(text):
            found = text[start:end].strip()
            if label is Label.DELIVERY:
                yield from _delivery(found)
            elif label is Label.PAYMENT and (installments := payment.parse(found.strip(" .。"))):
                yield f"pay {' '.join(map(_shown, installments))}"
            elif label is Label.PLACE:
                yield f"place {found}"


def _delivery(text: str) -> Iterator[str]:
    period, readings = periods.parse(text), dates.parse(text)
    if period is not None:
        yield f"lead {period.iso}{' working' if period.working_days else ''} {period.anchor or '-'}"
    elif len(readings) == 1:
        yield f"date {readings[0].last.isoformat()}"


def _shown(one: Installment) -> str:
    days = f"+{one.days}{'wd' if one.working_days else ''}" if one.days else ""
    return f"{format(one.percent.normalize(), 'f')}@{one.trigger}{days}"
