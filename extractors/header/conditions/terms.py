"""Place of delivery, payment terms and trade terms."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractors.fields import incoterms as trade
from extractors.fields import money, payment, place_ends
from extractors.fields.text import SIMPLER
from extractors.header.conditions import (
    beside_terms,
    consignees,
    doubtful_places,
    going_on,
    named_people,
    no_places,
    opening_hours,
    parted_terms,
    passing_ports,
    paying_lines,
    paying_sentences,
    placed_days,
    term_labels,
    towns,
    translated_terms,
)
from extractors.header.conditions.placeholders import is_placeholder
from extractors.header.labelling import plain_addresses
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.header.spoken import named_places, told_places
from extractors.late import late
from extractors.page.runs import IDEOGRAPH
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Reason

CHOICE = late(r"\s+/\s+|\bor\b|或", re.IGNORECASE)
CURRENCY_CODE = late(r"[A-Z]{3}")
TRAILING = " \t。；;，,"
POINTING = late(
    r"(?:详?见(?!(?:票|单据?)(?:[后即付]|\s?\d))|参见|同|按|如|另行|待"
    r"|see\b|as (?:per|stated|agreed|above|below|usual)"
    r"|same(?: as|$)|ditto$|refer|according|to be|tb[acd]\b|to follow)",
    re.IGNORECASE,
)
"""How a text begins that says where the terms are and not what they are."""
BOXES = late(r"^[\s□☐▢◻❏❑()（）\[\]［］【】_]*$")
"""Boxes to tick by hand: the field is stated, and nobody typed how."""
OPEN_BOX = late(r"[□☐▢◻❏❑]|[\[［(（][ _]+[\]］)）]|[\[［][\]］]")
"""An option that is not ticked stands in the value: what is ticked was not told apart."""
SHARE = late(r"(\d{1,3}(?:\.\d+)?)\s?[%％]")
REST = late(r"[至余尾剩]|其余|balance|rest|remain|skonto|discount|税|vat|tax|利息|违约|罚", re.IGNORECASE)
HUNDRED = Decimal(100)
GOES_ON = late(
    r"(?:[,，、;；:：]|(?<=[\u4e00-\u9fff])[由及与於于将并]|[余尾剩]|(?<![付清])余款)\s*$|\b(?:after|from|of|within|before|upon|by|to|the|and|or|with|for|against|on|at)\s*$",
    re.IGNORECASE,
)
"""How terms or an address end that go on somewhere else."""
PAYING_LABELS = frozenset({Label.PAYMENT, Label.TERMS})
STOP = late(r"(?<=[^\W\d_]{4})\.$")
"""The full stop of a sentence, not of a short word (Str.)."""
DAYS = late(
    r"(?:net\s*)?\d{1,3}\s*(?:days?|天)"
    r"(?:\s*(?:net|credit|eom|end of (?:the )?month"
    r"|(?:from|after)\s+(?:the\s+)?(?:date of\s+)?(?:statement|invoice(?: date)?)))?",
    re.IGNORECASE,
)
"""Days of credit, behind a bare label of terms."""
LIKELY = late(
    r"\d\s*(?:days?|[天日]|tage|d\b)|[付款票汇]|月结|账期|承兑|信用证|[%％]|\bpa(?:y|id)|\bnet|invoice"
    r"|\b[ltdc]/[ctpa]\b|\bcad (?=[a-z])|against doc|advance"
    r"|deposit|credit|transfer|cash|c\.?o\.?d\b|zahl|eom|prompt|receipt|^\W*[a-z]{0,3}\d{2,4}\W*$",
    re.IGNORECASE,
)
"""What terms of payment hold, or a code of them: anything else beside their label was put there by chance."""
CONDITIONAL = late(r"(?i:\b(?:only|if|unless|except|above|exceeding|optional(?:ly)?)\b)|超过|低于|如果|除外")
"""Terms that hold in some cases."""
BEHIND = late(r"(?:[^\W\d_]{3,}|\d{2,})\.\s+\S|[。；;]\s*\S")
BROKEN_OFF = late(r"(?:cash )?(?:discount|skonto|escompte)\b", re.IGNORECASE)
"""How the rest of terms begins whose share stands in the line above."""
FETCHED = late(r"\W*(?:EXW|FCA|FAS|FOB)\b", re.IGNORECASE)
"""Terms behind which the seller's address stands: there the goods are handed over."""
ADVANCED = late(r"\W*(?:预付款?|定金|订金|advance(?: payment)?|deposit|down payment)\W*", re.IGNORECASE)
"""An advance without its share: the rest of the sentence stands somewhere else."""
BLANK = late(r"^(?:[\s/\\_\-—.…]*|n\.?/?a\.?)$", re.IGNORECASE)


def payment_terms(scope: Scope) -> Field | None:
    """Return the payment terms as printed."""
    labelled = [
        *(each for each in scope.labels(Label.PAYMENT, Label.TERMS) if Label.PAYMENT in each.meanings),
        *(found for found in parted_terms.labels(scope) if _is_payment(found)),
    ]
    choices = [choice for found in labelled for choice in _paying(scope, found)]
    choices += [choice for found in parted_terms.labels(scope) for choice in _unread_terms(found)]
    means = [choice for choice in choices if paying_sentences.is_means(choice.value or "")]
    told = any(each not in means and paying_sentences.tells_when(each.value or "") for each in choices)
    return settle((each for each in choices if not (told and each in means)), translated=True)


def _unread_terms(found: Labelled) -> Iterator[Choice]:
    """Yield that "Terms" have beside them what speaks of paying and was not understood."""
    other = _is_payment(found) or Label.PAYMENT in found.meanings or trade.find(found.text)
    if found.value is not None and not other and LIKELY.search(found.text):
        yield Choice(None, found.value, found.start, found.end)


def _paying(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the terms up to the first sentence that does not speak of paying."""
    numbered = paying_sentences.clause_number(found.text) if found.value is not None else 0
    found = replace(found, start=found.start + numbered)
    first, *others = paying_sentences.SENTENCES.split(found.text)
    kept = first
    for sentence in others:
        if sentence.strip() and not paying_sentences.belongs(sentence):
            kept = kept.rstrip(TRAILING)
            break
        kept += sentence
    paid = replace(found, end=found.end - len(found.text) + len(kept)) if found.value else found
    doubt = Reason.AMBIGUOUS_VALUE if _is_partial(kept) else None if _speaks_of_paying(kept) else Reason.ROLE
    understood = payment.parse(kept.rstrip(TRAILING)) is not None
    parted = (numbered and not understood) or paying_sentences.part_terms(others)
    parted = parted or paying_lines.go_on(scope, found, numbered=bool(numbered))
    doubt = doubt or (Reason.ROLE if parted else None)
    if not understood and (CONDITIONAL.search(kept) or _is_aside(found)):
        doubt = doubt or Reason.ROLE
    for choice in map(_unstopped, _text(paid)):
        yield replace(choice, reason=choice.reason or doubt)


def _speaks_of_paying(text: str) -> bool:
    return LIKELY.search(text) is not None or payment.parse(text.rstrip(TRAILING)) is not None


def _is_aside(found: Labelled) -> bool:
    """Tell whether a label stands behind a sentence in its line: what it is said of is open."""
    return found.value is found.label and BEHIND.search(found.label.text[: found.start]) is not None


def _unstopped(choice: Choice) -> Choice:
    """Return terms without the full stop of their sentence, of those in two languages the first."""
    if not choice.value:
        return choice
    return replace(choice, value=translated_terms.first_half(choice.value.rstrip(".")))


def _is_partial(text: str) -> bool:
    """Tell whether shares of the price are said that make no whole: one of them may have been lost."""
    text = text.translate(SIMPLER)
    shares = [Decimal(each) for each in SHARE.findall(text)]
    if GOES_ON.search(text) is not None or BROKEN_OFF.match(text):
        return True
    partly = bool(shares) and sum(shares) < HUNDRED and REST.search(text) is None
    return (partly or ADVANCED.fullmatch(text) is not None) and payment.parse(text.rstrip(TRAILING)) is None


def _is_payment(found: Labelled) -> bool:
    text = found.text.rstrip(TRAILING)
    return payment.parse(text) is not None or DAYS.fullmatch(text) is not None


def delivery_place(scope: Scope) -> Field | None:
    """Return the place of delivery as printed."""
    labelled = list(scope.labels(Label.PLACE))
    passing = all(passing_ports.is_one(scope, each) for each in labelled)
    own = list(consignees.own(scope)) if passing else []
    choices = [each for found in named_people.without(own or labelled) for each in _ended(scope, found)]
    if not labelled:
        choices += [each for found in scope.labels(Label.INCOTERMS) for each in _behind_term(found)]
    if own and labelled:  # goods may be handed over at the port
        choices = [replace(each, reason=each.reason or Reason.ROLE) for each in choices]
    return settle(towns.without(choices), translated=True)


def _behind_term(found: Labelled) -> Iterator[Choice]:
    """Yield the address behind a trade term: "DAP Konin (Incoterms 2020), warehouse, ul. Chemików 14"."""
    begin = trade.address_behind(found.text) if found.value is not None else None
    if begin is None or found.value is None or trade.normal(found.text) is None:
        return
    start = found.value.text.index(found.text, found.start) + begin
    whole = plain_addresses.is_address(found.text[begin:]) and not FETCHED.match(found.text)
    text = " ".join(found.value.text[start : found.end].split())
    yield Choice(text, found.value, start, found.end, reason=None if whole else Reason.ROLE)


def _ended(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the place beside a label without who takes the goods in and when."""
    end, certain = place_ends.before(found.text) if found.value is not None else (0, True)
    cut = len(found.text) - end if found.value is not None else 0
    for choice in _place(scope, replace(found, end=found.end - cut)):
        yield choice if certain else replace(choice, reason=choice.reason or Reason.ROLE)


def _place(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the place beside a label; of a sentence ("供方负责送货至…") only where goods go, and unsure."""
    day = placed_days.find(found)
    found = found if day is None else replace(found, end=day.before)
    others = (opening_hours.is_hours, placed_days.is_day, no_places.is_way)
    if found.value is not None and any(each(found.text) for each in others):
        yield Choice(None, found.value, found.start, found.end)
        return
    if found.value is not None:
        end = named_places.before_carriage(found.value.text, found.start, found.end)
        found = replace(found, end=end)
    spans = told_places.find(found.text) if found.value is not None else []
    if not spans or found.value is None:
        whole = found.how in {"below", "space"} and plain_addresses.is_certain(found, scope.labelled)
        for choice in _text(replace(found, how="under") if whole else found):
            strange = doubtful_places.is_open(scope, found, choice)
            yield replace(choice, reason=choice.reason or Reason.ROLE) if strange else choice
        return
    shift = found.value.text.index(found.text, found.start)
    start, end = spans[0][0] + shift, spans[0][1] + shift
    known = len(spans) == 1 and named_places.is_sentence(found.text, *spans[0])
    reason = None if known else Reason.ROLE
    yield Choice(found.value.text[start:end].strip(), found.value, start, end, reason=reason)


def _text(found: Labelled) -> Iterator[Choice]:
    text = STOP.sub("", found.text.rstrip(TRAILING))
    if found.value is None or BLANK.match(text):
        return
    if BOXES.match(text) or OPEN_BOX.search(text) or is_placeholder(text):
        yield Choice(None, found.value, found.start, found.end)
        return
    pointing = POINTING.match(text) is not None
    apart = found.how in {"space", "below"} and not (found.meanings <= PAYING_LABELS and _is_payment(found))
    reason = Reason.ROLE if pointing or apart else Reason.AMBIGUOUS_VALUE if GOES_ON.search(text) else None
    yield Choice(" ".join(text.split()), found.value, found.start, found.end, reason=reason)


def incoterms(scope: Scope) -> Field | None:
    """Return the trade term with its place, by label; one that stands elsewhere stays unsure."""
    wholly = [*parted_terms.labels(scope, Label.INCOTERMS, Label.PRICE_NOTE), *term_labels.of_carriage(scope)]
    labelled = [choice for found in wholly for choice in _term(found, _broken(scope, found))]
    labelled += [choice for found in scope.labels(Label.INCOTERMS) for choice in _unread_term(found)]
    labelled += [choice for found in scope.labels(Label.INCOTERMS) for choice in _placed_term(found)]
    for found in scope.labels(Label.DELIVERY):
        labelled += [*_term(found, None), *_behind_comma(found)]
    read = labelled or [each for found in scope.labels(Label.PLACE) for each in _term(found, Reason.ROLE)]
    codes = {(choice.value or "")[:3] for choice in read}
    return settle(read, translated=len(codes) == 1)


def _broken(scope: Scope, found: Labelled) -> Reason | None:
    is_open = going_on.may_go_on(scope, found) or beside_terms.is_charged_beside(scope.runs, found.value)
    return Reason.AMBIGUOUS_VALUE if is_open else None


def _placed_term(found: Labelled) -> Iterator[Choice]:
    """Yield the term that is the label of its place, never sure: "F.O.B." above "Houston"."""
    value = term_labels.of_place(found) if found.value is not None else None
    if value is not None and found.value is not None:
        yield Choice(value, found.value, found.start, found.end, reason=Reason.ROLE)


def _unread_term(found: Labelled) -> Iterator[Choice]:
    """Yield that a label has trade terms beside it of which none can be chosen: "FCA/EXW Suzhou"."""
    text = found.text.strip(TRAILING)
    if found.value is not None and trade.normal(text) is None and trade.find(text):
        yield Choice(None, found.value, found.start, found.end)


def _behind_comma(found: Labelled) -> Iterator[Choice]:
    """Yield the term behind a delivery date ("Delivery: CW 04/2027, DAP Kesselbruck")."""
    comma = found.text.find(",")
    value = trade.normal(found.text[comma + 1 :].strip(TRAILING)) if comma >= 0 else None
    if value is not None and found.value is not None:
        start = found.value.text.find(",", found.start) + 1
        reason = Reason.AMBIGUOUS_VALUE if beside_terms.holds_time(value) else None
        yield Choice(value, found.value, start, found.end, reason=reason)


def _term(found: Labelled, reason: Reason | None) -> Iterator[Choice]:
    text = beside_terms.term_in(found.text.strip(TRAILING))
    value = trade.normal(text) if found.value is not None else None
    if value is not None and found.value is not None:
        is_open = _names_two(text) or _ends_with_currency(value) or trade.REMARKED.search(value)
        timed = beside_terms.holds_time(value) or beside_terms.is_charged_extra(found.text)
        reason = reason or (Reason.AMBIGUOUS_VALUE if is_open or timed else None)
        yield Choice(value, found.value, found.start, found.end, reason=reason)


def _ends_with_currency(value: str) -> bool:
    """Tell whether the value of another label was joined to a place: "DAP Dunfell GBP"."""
    *_, last = value.split()
    return CURRENCY_CODE.fullmatch(last) is not None and money.currency(last) == (last,)


def _names_two(text: str) -> bool:
    """Tell whether a term has a choice of places (DAP Esbjerg / Kolding); two scripts name one place."""
    first, *others = CHOICE.split(text)
    scripts = [bool(IDEOGRAPH.search(each)) for each in (first, *others)]
    return bool(others) and len(set(scripts)) < len(scripts) and not any(map(trade.parse, others))
