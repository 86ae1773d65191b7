"""What a mail's sender is told about it: the cases, what differs beside the spot, what could not be read.

Pure: what is known goes in, the letter comes out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from models.answering import MailKind, Question
from models.case import CaseDetail, CaseState
from models.receipt import MessageDetail, Quarantine
from review import answer, answer_rows, case_view, particulars, put_aside
from review.answer_rows import Row
from review.case_view import CaseView, Remark
from review.crops import Crop
from review.display import money
from review.excerpts import Excerpt
from review.letter import Letter
from review.subject import subject
from review.values import Value
from review.words import say, word

MOST_CASES = 8
MOST_ROWS = 30
MOST_REMARKS = 12


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
    """What a letter is composed from, `crops` and `excerpts` by case.

    `opened` are the cases that the mail opened; None where that is not told.
    """

    message: MessageDetail | None
    cases: Sequence[CaseDetail]
    crops: Mapping[int, Sequence[Crop]]
    excerpts: Mapping[int, Sequence[Excerpt]] = field(default_factory=dict)
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
    pictures = tuple(
        picture
        for case in known.cases[:MOST_CASES]
        for picture in answer_rows.pictures(lang, case, known.crops.get(case.summary.number, ()))
    )
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
    number = case.summary.number
    spots = answer_rows.Spots(known.crops.get(number, ()), known.excerpts.get(number, ()))
    rows = answer_rows.rows(lang, number, pinned(shown, pin), spots)
    if pin is None:
        rows += [answer_rows.not_ordered(lang, each) for each in shown.not_ordered if each.open]
    return Section(
        number=number,
        state=_state(lang, case, known),
        facts=_facts(lang, case),
        headline=shown.headline,
        effect=shown.effect,
        failure=_failure(lang, case) if pin is None else "",
        rows=tuple(answer_rows.once(rows[:MOST_ROWS])),
        more=max(len(rows) - MOST_ROWS, 0),
        remarks=tuple(dict.fromkeys(shown.remarks))[:MOST_REMARKS] if pin is None else (),
        link=f"{known.link}/cases/{number}" if known.link else "",
        clear=case.summary.state is CaseState.CLEAR,
    )


def _failure(lang: str, case: CaseDetail) -> str:
    failure = case.extraction.failure if case.extraction else None
    if failure is None:
        return ""
    # Why it could not be read is the headline.
    return particulars.remedy(lang, failure)


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
