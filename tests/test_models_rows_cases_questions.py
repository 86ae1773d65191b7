import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import NOON, mail
from outbox_kit import all_mails, clock, drop, kit
from servers_smtp import Post

from flows.context import Context
from flows.intake import intake_once
from flows.post import outbox
from models import audit
from models.answering import Asked, MailKind, MailState, Question, QuestionState, Resolver
from models.policy import Calendar, Span
from models.rows.cases import cases, questions

DAY = 86_400


@pytest.fixture
def asked(tmp_path: Path, post: Post) -> Context:
    """A case about which a technical question was asked and sent."""
    context = kit(tmp_path, post)
    drop(context, "order.eml", mail("FW: order 4501", "ORDER 4501"))
    intake_once(context)
    detail = cases.detail(context.store, 1)
    assert detail is not None
    first = detail.messages[0].message.raw_sha256
    question = Asked(1, Resolver.TECHNICAL, "tech@works.example", "en", "Which revision?", 1, "unit_price")
    questions.ask(context.store, question, NOON, first)
    outbox.send(context)
    return context


def reply(
    post: Post, text: str, *, sender: str = "tech@works.example", more: str = "", to: int = -1
) -> bytes:
    """Return an answer to one of the mails that arrived."""
    original = post.mails[to]
    head = (
        f"From: Technical <{sender}>\r\nTo: countercheck@works.example\r\n"
        f"Subject: {original['Subject']}\r\nMessage-ID: <{abs(hash((text, sender)))}@works.example>\r\n"
        f"In-Reply-To: {original['Message-ID']}\r\nDate: Tue, 03 Mar 2026 09:30:00 +0800\r\n"
    )
    return f"{head}{more}\r\n{text}".encode()


def only(context: Context) -> Question:
    (found,) = questions.of_case(context.store, 1)
    return found


@pytest.mark.usefixtures("asked")
def test_a_question_is_mailed_in_the_thread_of_its_case_with_the_spot(post: Post) -> None:
    question = post.mails[-1]
    assert question["To"] == "tech@works.example"
    assert question["Subject"] == "Re: FW: order 4501 [CC-1]"
    assert question["In-Reply-To"] == post.mails[0]["In-Reply-To"]
    assert question["Auto-Submitted"] == "auto-generated"
    text = question.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    for said in ("Question 1", "Which revision?", "unit price", "1.20", "1.10"):
        assert said in text
    assert "offer has expired" not in text


def test_an_answer_is_attached_with_its_new_part_and_decides_nothing(asked: Context, post: Post) -> None:
    before = cases.detail(asked.store, 1)
    wrote = "On Mon, 2 Mar 2026 at 20:00, countercheck <c@works.example> wrote:"
    quoted = f"\r\n\r\n{wrote}\r\n> Which revision?\r\n> 1.20\r\n"
    drop(asked, "reply.eml", reply(post, "Revision C.\r\nUse 1.10." + quoted))
    intake_once(asked)
    (answer,) = only(asked).answers
    assert (answer.text, answer.sender, answer.automatic) == (
        "Revision C.\nUse 1.10.",
        "tech@works.example",
        False,
    )
    assert only(asked).state is QuestionState.ANSWERED
    after = cases.detail(asked.store, 1)
    assert before is not None
    assert after is not None
    assert (after.comparison, after.summary.state) == (before.comparison, before.summary.state)
    assert cases.detail(asked.store, 2) is None


def test_the_same_answer_twice_is_attached_once(asked: Context, post: Post) -> None:
    data = reply(post, "Revision C.")
    for name in ("one.eml", "two.eml"):
        drop(asked, name, data)
        intake_once(asked)
    assert len(only(asked).answers) == 1


def test_an_absence_is_shown_and_counts_as_no_answer(asked: Context, post: Post) -> None:
    drop(asked, "away.eml", reply(post, "I am away.", more="Auto-Submitted: auto-replied\r\n"))
    intake_once(asked)
    assert [each.automatic for each in only(asked).answers] == [True]
    assert only(asked).state is QuestionState.OPEN


def test_an_answer_from_outside_is_shown_and_counts_as_none(asked: Context, post: Post) -> None:
    drop(asked, "other.eml", reply(post, "It is me.", sender="thief@elsewhere.example"))
    intake_once(asked)
    assert [each.sender for each in only(asked).answers] == ["thief@elsewhere.example"]
    assert only(asked).state is QuestionState.OPEN


def test_an_answer_is_found_by_the_case_number_where_the_headers_are_lost(asked: Context, post: Post) -> None:
    data = reply(post, "Revision C.").replace(b"In-Reply-To:", b"X-Lost:")
    drop(asked, "reply.eml", data)
    intake_once(asked)
    assert only(asked).state is QuestionState.ANSWERED


def test_the_case_number_alone_does_not_choose_between_two_questions(asked: Context, post: Post) -> None:
    other = replace(only(asked).asked, text="And the material?")
    questions.ask(asked.store, other, NOON)
    drop(asked, "reply.eml", reply(post, "Steel.", to=1).replace(b"In-Reply-To:", b"X-Lost:"))
    intake_once(asked)
    assert [each.answers for each in questions.of_case(asked.store, 1)] == [(), ()]


def test_the_answer_to_one_of_two_questions_goes_to_that_one(asked: Context, post: Post) -> None:
    questions.ask(asked.store, replace(only(asked).asked, text="And the material?"), NOON)
    outbox.send(asked)
    drop(asked, "reply.eml", reply(post, "Steel."))
    intake_once(asked)
    assert [len(each.answers) for each in questions.of_case(asked.store, 1)] == [0, 1]


def test_an_answer_is_not_answered(asked: Context, post: Post) -> None:
    before = len(post.taken)
    drop(asked, "reply.eml", reply(post, "Revision C."))
    intake_once(asked)
    assert len(post.taken) == before


def sent_reminders(context: Context) -> int:
    return sum(each.kind is MailKind.REMINDER for each in all_mails(context))


def test_an_open_question_is_asked_again_after_the_set_working_days(asked: Context, post: Post) -> None:
    """Asked on Monday 2 March 2026: again on Wednesday, then every working day, never on a weekend."""
    counts = []
    for _ in range(8):
        clock(asked).forward(DAY)
        for _ in range(3):
            outbox.send(asked)
        counts.append(sent_reminders(asked))
    # Tue Wed Thu Fri Sat Sun Mon Tue
    assert counts == [0, 1, 2, 3, 3, 3, 4, 5]
    assert only(asked).reminders == 5
    assert "Not answered yet" in post.mails[-1].get_body(("plain",)).get_content()  # type: ignore[union-attr]


def test_a_holiday_is_no_day_to_remind_on(asked: Context) -> None:
    holiday = Calendar(holidays=(Span(dt.date(2026, 3, 3), dt.date(2026, 3, 5)),))
    closed = replace(asked, calendar=holiday)
    counts = []
    for _ in range(8):
        clock(asked).forward(DAY)
        outbox.send(closed)
        counts.append(sent_reminders(asked))
    assert counts == [0, 0, 0, 0, 0, 0, 1, 2]


def test_what_is_overdue_waits_for_a_working_day(asked: Context) -> None:
    """Nothing ran from Tuesday to Friday; nobody is asked on Saturday."""
    clock(asked).forward(5 * DAY)
    outbox.send(asked)
    assert sent_reminders(asked) == 0
    clock(asked).forward(2 * DAY)
    outbox.send(asked)
    assert sent_reminders(asked) == 1


def test_what_is_answered_or_settled_is_not_reminded_of(asked: Context, post: Post) -> None:
    drop(asked, "reply.eml", reply(post, "Revision C."))
    intake_once(asked)
    clock(asked).forward(5 * DAY)
    outbox.send(asked)
    assert sent_reminders(asked) == 0
    number = questions.ask(asked.store, replace(only(asked).asked, text="Sure?"), clock(asked)())
    assert questions.settle(asked.store, number, NOON)
    assert not questions.settle(asked.store, number, NOON)
    clock(asked).forward(7 * DAY)
    outbox.send(asked)
    assert sent_reminders(asked) == 0


def test_what_a_person_does_is_in_the_audit_trail(asked: Context) -> None:
    before, _ = audit.head(asked.store)
    questions.settle(asked.store, 1, NOON)
    after, _ = audit.head(asked.store)
    assert after == before + 1
    assert audit.first_broken(asked.store) is None


def test_the_limit_on_answers_holds_up_no_question(asked: Context) -> None:
    for number in range(6):
        questions.ask(asked.store, replace(only_first(asked), text=f"Number {number}?"), NOON)
    outbox.send(asked)
    assert {each.state for each in all_mails(asked)} == {MailState.SENT}


def only_first(context: Context) -> Asked:
    return questions.of_case(context.store, 1)[0].asked
