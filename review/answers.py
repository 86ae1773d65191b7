"""What a mail's sender is told about it: the cases, what differs beside the spot, what could not be read.

Pure: what is known goes in, the letter comes out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from models.answering import MailKind, Question
from models.case import CaseDetail, CaseState
from models.receipt import MessageDetail, Quarantine
from review import answer, case_view, particulars, put_aside
from review.case_view import CaseView, Remark
from review.crops import Crop
from review.display import money
from review.letter import Letter, Picture
from review.spots import place_name
from review.subject import subject
from review.values import Value
from review.words import say, word

MOST_CASES = 8
MOST_ROWS = 30
MOST_REMARKS = 12
ENLARGED = 1.3
"""How much larger than on the paper a picture is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A value that a person has to look at: where, both sides, the difference, and its picture's name."""

    place: str
    document: str
    quotation: str
    delta: str
    remark: str
    tone: str
    picture: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """What a letter says of one case. `state` is a sentence on how the case stands."""

    number: int
    state: str
    facts: str
    headline: str
    effect: str
    failure: str
    rows: tuple[Row, ...]
    more: int
    remarks: tuple[Remark, ...]
    link: str
    clear: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What a letter is composed from, `crops` by case.

    `opened` are the cases that the mail opened; None where that is not told.
    """

    message: MessageDetail | None
    cases: Sequence[CaseDetail]
    crops: Mapping[int, Sequence[Crop]]
    link: str = ""
    opened: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """The spot of a case that a question is about: a line (None for the header) and a field ("": all)."""

    line: int | None
    field: str


def answer_to_sender(lang: str, known: Known) -> Letter:
    """Return the letter to one of the house who sent a mail in."""
    assert known.message is not None, "an answer answers a mail"
    said = {
        "opening": _opening(lang, known),
        "words": "",
        "aside": _aside(lang, known.message),
        "footer": say(lang, "answer.footer"),
    }
    return written(lang, known, said, None)


def written(lang: str, known: Known, said: Mapping[str, str], pin: Pin | None) -> Letter:
    """Return a letter about cases; `said`: the opening, a person's words, what was put aside, the footer."""
    pictures = tuple(_pictures(lang, known))
    values = {
        **said,
        "sections": tuple(_section(lang, each, known, pin) for each in known.cases[:MOST_CASES]),
        "more_cases": max(len(known.cases) - MOST_CASES, 0),
        "alts": {each.name: each.alt for each in pictures},
    }
    numbers = [each.summary.number for each in known.cases]
    original = known.message.line.subject if known.message else None
    return Letter(
        subject(original, numbers),
        _rendered("mail_text.html", lang, values, escaped=False),
        _rendered("mail_page.html", lang, values, escaped=True),
        pictures,
    )


def question(lang: str, known: Known, asked: Question, *, again: bool) -> Letter:
    """Return the letter that asks a question, or asks it `again`."""
    text = "answer.question_again" if again else "answer.question"
    resolver = word(lang, "resolver", asked.asked.resolver)
    said = {
        "opening": say(lang, text, number=asked.number, case=asked.asked.case, resolver=resolver),
        "words": asked.asked.text,
        "aside": "",
        "footer": say(lang, "answer.footer_question"),
    }
    return written(lang, known, said, Pin(asked.asked.line, asked.asked.field))


def told(lang: str, known: Known, kind: MailKind, words: str) -> Letter:
    """Return the letter that tells the sender what the desk decided."""
    text = "answer.rejected" if kind is MailKind.REJECTION else "answer.decided"
    number = known.cases[0].summary.number
    said = {
        "opening": say(lang, text, number=number),
        "words": words,
        "aside": "",
        "footer": say(lang, "answer.footer"),
    }
    return written(lang, known, said, Pin(None, "-"))


def pinned(shown: CaseView, pin: Pin | None) -> tuple[Value, ...]:
    """Return the values that a letter shows: those of the pin, or all that a person has to look at."""
    if pin is None:
        return tuple(each for each in _all(shown) if each.open)
    start = f"{pin.line or 'h'}-"
    of_line = [each for each in _all(shown) if each.anchor.startswith(start)]
    if pin.field:
        return tuple(each for each in of_line if each.field == pin.field)
    return tuple(each for each in of_line if each.open) or (tuple(of_line[:5]) if pin.line else ())


def _all(shown: CaseView) -> Iterator[Value]:
    for line in shown.lines:
        yield from line.values
    yield from shown.header


def receipt(lang: str, original: str | None, cases: Sequence[int]) -> Letter:
    """Return the letter to somebody outside: that the mail came in, and nothing of what is known here."""
    number = ", ".join(str(each) for each in cases)
    text = say(lang, "answer.receipt", number=number) if cases else say(lang, "answer.receipt_plain")
    return Letter(subject(original, cases), text + "\n")


def _rendered(template: str, lang: str, values: Mapping[str, object], *, escaped: bool) -> str:
    environment = answer.templates()
    if not escaped:
        environment = environment.overlay(autoescape=False)
    text = environment.get_template(template).render(lang=lang, say=partial(say, lang), **values)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _opening(lang: str, known: Known) -> str:
    numbers = [each.summary.number for each in known.cases]
    if not numbers:
        return say(lang, "answer.received")
    text = "answer.received_as" if known.opened is None or known.opened else "answer.belongs_to"
    listed = say(lang, "sentence.list").join(str(each) for each in numbers[:MOST_CASES])
    return say(lang, text, n=len(numbers), numbers=listed)


def _aside(lang: str, message: MessageDetail) -> str:
    aside = put_aside.put_aside(lang, message.line)
    if aside is None:
        return ""
    # Which columns were seen and are missing is what its sender can mend; a kind of error is not.
    told = aside.detail if message.line.why == Quarantine.NOT_UNDERSTOOD.value else ""
    return say(lang, "answer.put_aside", why=aside.why, remedy=" ".join(filter(None, (told, aside.remedy))))


def _section(lang: str, case: CaseDetail, known: Known, pin: Pin | None) -> Section:
    shown = case_view.view(lang, case)
    named = _named(known)
    rows = [_row(lang, each, named.get((case.summary.number, each.anchor))) for each in pinned(shown, pin)]
    if pin is None:
        rows += [_not_ordered(lang, each) for each in shown.not_ordered if each.open]
    return Section(
        number=case.summary.number,
        state=_state(lang, case, known),
        facts=_facts(lang, case),
        headline=shown.headline,
        effect=shown.effect,
        failure=_failure(lang, case) if pin is None else "",
        rows=tuple(_once(rows[:MOST_ROWS])),
        more=max(len(rows) - MOST_ROWS, 0),
        remarks=tuple(dict.fromkeys(shown.remarks))[:MOST_REMARKS] if pin is None else (),
        link=f"{known.link}/cases/{case.summary.number}" if known.link else "",
        clear=case.summary.state is CaseState.CLEAR,
    )


def _failure(lang: str, case: CaseDetail) -> str:
    failure = case.extraction.failure if case.extraction else None
    if failure is None:
        return ""
    # Why it could not be read is the headline.
    return particulars.remedy(lang, failure)


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, each picture behind the last row that it belongs to."""
    listed = list(rows)
    last = {each.picture: at for at, each in enumerate(listed) if each.picture}
    for at, each in enumerate(listed):
        keeps = not each.picture or last[each.picture] == at
        yield each if keeps else _without_picture(each)


def _without_picture(row: Row) -> Row:
    return Row(row.place, row.document, row.quotation, row.delta, row.remark, row.tone)


def _state(lang: str, case: CaseDetail, known: Known) -> str:
    number = case.summary.number
    if known.opened is not None and number not in known.opened:
        return say(lang, "answer.joined", number=number)
    return word(lang, "verdict", case.summary.verdict) if case.summary.verdict else ""


def _facts(lang: str, case: CaseDetail) -> str:
    summary = case.summary
    kind = word(lang, "kind", summary.document_kind) if summary.document_kind else ""
    facts = [
        f"{kind} {summary.document_number or summary.part or ''}".strip(),
        summary.customer or "",
        say(lang, "queue.quotation", number=summary.quotation_number) if summary.quotation_number else "",
        money(summary.amount, summary.currency),
    ]
    return " · ".join(filter(None, facts))


def _row(lang: str, value: Value, picture: tuple[str, int] | None) -> Row:
    line = value.anchor.partition("-")[0]
    name, width = picture or ("", 0)
    return Row(
        place=place_name(lang, None if line == "h" else int(line), value.field),
        document=value.document,
        quotation=value.quotation,
        delta=value.delta,
        remark=say(lang, "sentence.semicolon").join(value.remarks),
        tone=value.tone,
        picture=name,
        width=round(width * ENLARGED),
    )


def _not_ordered(lang: str, item: case_view.ItemView) -> Row:
    place = say(lang, "answer.not_ordered", item=item.item)
    quoted = " · ".join(filter(None, (item.part, item.quantity, item.price)))
    return Row(place, "", quoted, "", item.why, "missing")


def _named(known: Known) -> dict[tuple[int, str], tuple[str, int]]:
    return {
        (number, anchor): (_name(number, at), round(crop.width))
        for number, cut in known.crops.items()
        for at, crop in enumerate(cut, start=1)
        for anchor in crop.anchors
    }


def _name(number: int, at: int) -> str:
    return f"case-{number}-{at}@countercheck"


def _pictures(lang: str, known: Known) -> Iterator[Picture]:
    for case in known.cases[:MOST_CASES]:
        number = case.summary.number
        values = {each.anchor: each for each in case_view.view(lang, case).values}
        for at, crop in enumerate(known.crops.get(number, ()), start=1):
            told = (_caption(lang, values[each]) for each in crop.anchors if each in values)
            yield Picture(_name(number, at), crop.png, say(lang, "sentence.semicolon").join(told))


def _caption(lang: str, value: Value) -> str:
    line = value.anchor.partition("-")[0]
    place = place_name(lang, None if line == "h" else int(line), value.field)
    return say(lang, "sentence.note", name=place, text=value.document)
