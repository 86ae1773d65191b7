"""Place of delivery, payment terms and trade terms."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors import sentences
from extractors.fields import incoterms as trade
from extractors.fields import payment
from extractors.labels import Labelled
from extractors.scope import Scope
from extractors.settle import Choice, settle
from extractors.vocabulary.meanings import Label
from models.reading import Field, Reason

TRAILING = " \t。；;，,"
PAYING = re.compile(r"[付款票汇]|月结|账期|%|％|\bpa(?:y|id)|\bnet\b|invoice", re.IGNORECASE)
POINTING = re.compile(
    r"(?:详?见|参见|同|按|如|另行|待|see\b|as (?:per|stated|agreed|above|below|usual)"
    r"|same as|refer|according|to be|tb[acd]\b|to follow)",
    re.IGNORECASE,
)
"""How a text begins that says where the terms are and not what they are."""
BOXES = re.compile(r"^[\s□☐▢◻❏❑()（）\[\]［］【】_]*$")
"""Boxes to tick by hand: the field is stated, and nobody typed how."""
BLANK = re.compile(r"^[\s/\\_\-—.…]*$")


def payment_terms(scope: Scope) -> Field | None:
    """Return the payment terms as printed."""
    labelled = [
        *scope.labels(Label.PAYMENT),
        *(found for found in scope.labels(Label.TERMS) if _is_payment(found)),
    ]
    return settle(choice for found in labelled for choice in _paying(found))


def _paying(found: Labelled) -> Iterator[Choice]:
    """Yield the terms up to the first sentence that does not speak of paying."""
    first, *others = re.split(r"(?<=。)", found.text)
    kept = first
    for sentence in others:
        if not PAYING.search(sentence):
            break
        kept += sentence
    yield from _text(replace(found, end=found.end - len(found.text) + len(kept)) if found.value else found)


def _is_payment(found: Labelled) -> bool:
    return payment.parse(found.text.rstrip(TRAILING)) is not None


def delivery_place(scope: Scope) -> Field | None:
    """Return the place of delivery as printed."""
    return settle(choice for found in scope.labels(Label.PLACE) for choice in _place(found))


def _place(found: Labelled) -> Iterator[Choice]:
    """Yield the place beside a label; of a sentence ("供方负责送货至…") only where goods go, and unsure."""
    spans = sentences.places(found.text) if found.value is not None else []
    if not spans or found.value is None:
        yield from _text(found)
        return
    shift = found.value.text.index(found.text, found.start)
    start, end = spans[0][0] + shift, spans[0][1] + shift
    yield Choice(found.value.text[start:end].strip(), found.value, start, end, reason=Reason.ROLE)


def _text(found: Labelled) -> Iterator[Choice]:
    text = found.text.rstrip(TRAILING)
    if found.value is None or BLANK.match(text):
        return
    if BOXES.match(text):
        yield Choice(None, found.value, found.start, found.end)
        return
    pointing = POINTING.match(text) is not None
    reason = Reason.ROLE if pointing or found.how in {"space", "below"} else None
    yield Choice(" ".join(text.split()), found.value, found.start, found.end, reason=reason)


def incoterms(scope: Scope) -> Field | None:
    """Return the trade term with its place, by label; one that stands elsewhere stays unsure."""
    meanings = (Label.INCOTERMS, Label.PRICE_NOTE, Label.PLACE)
    labelled = [
        choice for found in scope.labels(Label.INCOTERMS, Label.TERMS) for choice in _term(found, None)
    ]
    labelled += [choice for found in scope.labels(Label.DELIVERY) for choice in _behind_comma(found)]
    others = [choice for found in scope.labels(*meanings[1:]) for choice in _term(found, Reason.ROLE)]
    return settle(labelled or others)


def _behind_comma(found: Labelled) -> Iterator[Choice]:
    """Yield the term behind a delivery date ("Delivery: CW 04/2027, DAP Kesselbruck")."""
    comma = found.text.find(",")
    value = trade.normal(found.text[comma + 1 :].strip(TRAILING)) if comma >= 0 else None
    if value is not None and found.value is not None:
        start = found.value.text.find(",", found.start) + 1
        yield Choice(value, found.value, start, found.end)


def _term(found: Labelled, reason: Reason | None) -> Iterator[Choice]:
    value = trade.normal(found.text.strip(TRAILING)) if found.value is not None else None
    if value is not None and found.value is not None:
        yield Choice(value, found.value, found.start, found.end, reason=reason)
