import datetime as dt
import multiprocessing
import os
import signal
import threading
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import servers_smtp
from intake_builders import NOON, mail
from outbox_kit import ANSWERS, all_mails, clock, drop, kit
from servers_smtp import Post

from flows.context import Context
from flows.intake import intake_once
from flows.post import outbox
from models import kill_point
from models.answering import MailKind, MailState, Posting, Why
from models.configuration import Answers
from models.errors import ConfigurationError
from models.rows.post import outbox as kept
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Wording
from models.store import writing

FORWARDED = mail("FW: order 4501", "ORDER 4501")


def sent_in(context: Context, data: bytes = FORWARDED, name: str = "a.eml") -> None:
    drop(context, name, data)
    intake_once(context)


def test_the_forwarder_is_answered_in_the_thread(tmp_path: Path, post: Post) -> None:
    sent_in(kit(tmp_path, post))
    (answer,) = post.mails
    assert answer["To"] == "wang.li@works.example"
    assert answer["Subject"] == "Re: FW: order 4501 [CC-1]"
    assert answer["From"] == "countercheck <countercheck@works.example>"
    original = FORWARDED.split(b"Message-ID: ")[1].split(b"\r\n")[0].decode()
    assert answer["In-Reply-To"] == original
    assert answer["References"] == original
    assert answer["Auto-Submitted"] == "auto-replied"
    assert answer["X-Auto-Response-Suppress"] == "All"
    assert post.recipients == ["wang.li@works.example"]
    assert post.senders == ["countercheck@works.example"]
    text = answer.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    html = answer.get_body(("html",)).get_content()  # type: ignore[union-attr]
    for said in ("case 1", "unit price", "1.20", "1.10", "http://desk.works.example/cases/1"):
        assert said in text
        assert said in html


def test_a_second_run_sends_nothing(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    sent_in(context)
    intake_once(context)
    assert len(post.taken) == 1
    assert [(each.state, each.attempts) for each in all_mails(context)] == [(MailState.SENT, 1)]


@pytest.mark.parametrize(
    ("subject", "body", "lang"),
    [
        ("转发：合同", "请核对，谢谢。", "zh"),
        ("FW: 合同", "Please check the order of our customer.", "en"),
        ("FW: PO 4501", "", "zh"),
    ],
)
def test_it_is_answered_in_the_language_of_its_writer(
    tmp_path: Path, post: Post, subject: str, body: str, lang: str
) -> None:
    message = message_from_bytes(mail(subject, "ORDER 4501"), policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    text = message.get_body(("plain",))
    assert isinstance(text, EmailMessage)
    text.set_content(body + "\n")
    sent_in(kit(tmp_path, post, language="zh"), message.as_bytes())
    (answer,) = post.mails
    said = answer.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert said.startswith("已收到" if lang == "zh" else "Your mail was received")


def test_nothing_is_asked_for_where_there_is_no_server(tmp_path: Path) -> None:
    context = kit(tmp_path, Post(), smtp=None)
    sent_in(context)
    assert all_mails(context) == ()


def test_answering_can_be_switched_off(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post, answers=replace(ANSWERS, send=False))
    sent_in(context)
    assert (all_mails(context), post.taken) == ((), [])
    with writing(context.store) as session:
        alert = Posting("alert:1", MailKind.ALERT, "tech@works.example", "en", subject="the disk is full")
        kept.enqueue(session, alert, NOON)
    outbox.send(context)
    assert [each["Subject"] for each in post.mails] == ["the disk is full"]


def test_somebody_outside_is_written_to_by_a_person_alone_and_told_nothing_of_ours(
    tmp_path: Path, post: Post
) -> None:
    context = kit(tmp_path, post)
    sent_in(context, mail("order 4501", "ORDER 4501", sender="buyer@customer.example"))
    (held,) = all_mails(context)
    assert (held.state, held.why, post.taken) == (MailState.HELD, Why.OUTSIDE, [])
    assert outbox_desk.release(context.store, held.key, Wording(held.recipient), NOON)
    outbox.send(context)
    (receipt,) = post.mails
    assert receipt["To"] == "buyer@customer.example"
    text = receipt.get_content()
    assert "number 1" in text
    assert not any(secret in text for secret in ("1.10", "1.20", "quotation", "desk.works"))


def test_a_reply_to_address_is_never_used(tmp_path: Path, post: Post) -> None:
    data = FORWARDED.replace(b"Subject:", b"Reply-To: thief@elsewhere.example\r\nSubject:", 1)
    sent_in(kit(tmp_path, post), data)
    assert post.recipients == ["wang.li@works.example"]


NEVER = {
    b"Auto-Submitted: auto-replied": Why.AUTOMATIC,
    b"Auto-Submitted: auto-generated (failure)": Why.AUTOMATIC,
    b"Return-Path: <>": Why.AUTOMATIC,
    b"Precedence: bulk": Why.AUTOMATIC,
    b"Precedence: list": Why.AUTOMATIC,
    b"Precedence: junk": Why.AUTOMATIC,
    b"List-Id: <all.works.example>": Why.AUTOMATIC,
}


@pytest.mark.parametrize("header", NEVER)
def test_what_no_person_wrote_is_not_answered(tmp_path: Path, post: Post, header: bytes) -> None:
    context = kit(tmp_path, post)
    sent_in(context, header + b"\r\n" + FORWARDED)
    (kept_mail,) = all_mails(context)
    assert (kept_mail.state, kept_mail.why, post.taken) == (MailState.DISCARDED, NEVER[header], [])


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        ("MAILER-DAEMON@works.example", Why.ROBOT),
        ("no-reply@works.example", Why.ROBOT),
        ("noreply@works.example", Why.ROBOT),
        ("postmaster@works.example", Why.ROBOT),
        ("countercheck@works.example", Why.OWN),
    ],
)
def test_an_address_that_nobody_reads_is_not_answered(
    tmp_path: Path, post: Post, sender: str, why: Why
) -> None:
    context = kit(tmp_path, post)
    sent_in(context, mail("order", "ORDER 4501", sender=sender))
    assert [(each.state, each.why) for each in all_mails(context)] == [(MailState.DISCARDED, why)]
    assert post.taken == []


def test_a_mail_of_our_own_kind_is_not_answered(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    original = FORWARDED.split(b"Message-ID: ")[1].split(b"\r\n")[0]
    own = b"<cc." + b"0" * 40 + b"@countercheck.elsewhere.example>"
    sent_in(context, FORWARDED.replace(original, own))
    assert [(each.state, each.why) for each in all_mails(context)] == [(MailState.DISCARDED, Why.OWN)]


def test_an_address_gets_only_so_many_answers_a_day(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post, answers=replace(ANSWERS, a_day=2))
    for number in range(3):
        sent_in(context, mail(f"order {number}", f"ORDER 450{number}"), f"{number}.eml")
    assert len(post.taken) == 2
    (held, *_) = [each for each in all_mails(context) if each.state is MailState.HELD]
    assert held.why is Why.A_DAY


def test_a_thread_gets_three_answers_a_day(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    for number in range(5):
        data = mail(f"order {number}", f"ORDER 450{number}")
        sent_in(context, b"References: <first@works.example>\r\n" + data, f"{number}.eml")
    assert len(post.taken) == 3
    assert sorted(each.why or "" for each in all_mails(context)) == ["", "", "", "thread", "thread"]


def test_what_is_refused_for_now_is_tried_again_and_later_each_time(tmp_path: Path, post: Post) -> None:
    post.answers = ["451 4.7.1 Greylisting in action, please come back later"] * 3
    context = kit(tmp_path, post)
    sent_in(context)
    waits = []
    while not post.taken:
        (waiting,) = all_mails(context)
        assert waiting.state is MailState.WAITING
        assert waiting.detail is not None
        assert waiting.detail.startswith("451 4.7.1")
        waits.append((waiting.next_at - clock(context)()).total_seconds())
        assert outbox.send(context).sent == 0
        clock(context).forward(waits[-1] + 0.001)
        outbox.send(context)
    assert waits == [60, 120, 240]
    assert len(post.taken) == 1


def test_what_is_refused_for_good_waits_for_a_person(tmp_path: Path, post: Post) -> None:
    post.refused = {"wang.li@works.example": "550 5.1.1 no such user\r"}
    context = kit(tmp_path, post)
    sent_in(context)
    clock(context).forward(90_000)
    outbox.send(context)
    (failed,) = all_mails(context)
    assert (failed.state, failed.why, failed.attempts) == (MailState.FAILED, Why.REFUSED, 1)
    assert failed.detail == "550 5.1.1 no such user"
    post.refused = {}
    outbox_desk.release(context.store, failed.key, Wording(failed.recipient), clock(context)())
    outbox.send(context)
    assert len(post.taken) == 1


def test_one_that_is_refused_holds_up_no_other(tmp_path: Path, post: Post) -> None:
    post.refused = {"gone@works.example": "550 no"}
    context = kit(tmp_path, post)
    drop(context, "a.eml", mail("order 1", "ORDER 4501", sender="gone@works.example"))
    drop(context, "b.eml", mail("order 2", "ORDER 4502"))
    report = intake_once(context)
    assert (report.posted.sent, report.posted.aside) == (1, 1)


def test_a_connection_that_breaks_after_the_mail_may_send_it_twice_with_one_message_id(
    tmp_path: Path, post: Post
) -> None:
    post.answers = ["drop"]
    context = kit(tmp_path, post)
    sent_in(context)
    (waiting,) = all_mails(context)
    assert (waiting.state, waiting.duplicates) == (MailState.WAITING, 1)
    clock(context).forward(61)
    outbox.send(context)
    first, second = post.mails
    assert first["Message-ID"] == second["Message-ID"]
    (sent,) = all_mails(context)
    assert (sent.state, sent.duplicates) == (MailState.SENT, 1)


def test_a_server_that_is_down_makes_all_wait_and_stops_nothing(tmp_path: Path) -> None:
    with servers_smtp.running() as gone:
        port = gone.port
    context = kit(tmp_path, Post(port=port))
    for number in range(3):
        drop(context, f"{number}.eml", mail(f"order {number}", f"ORDER 450{number}"))
    report = intake_once(context)
    assert report.counts.processed == 3
    assert "cannot be reached" in report.posted.error
    assert [each.attempts for each in all_mails(context)].count(1) == 1
    assert {each.next_at for each in all_mails(context)} == {NOON + dt.timedelta(seconds=60)}
    clock(context).forward(86_401)
    assert outbox_desk.late(context.store, clock(context)()) == 3
    with servers_smtp.running(port=port) as back:
        assert outbox.send(context).sent == 3
        assert len(back.taken) == 3
    assert outbox_desk.late(context.store, clock(context)()) == 0


def test_a_worker_that_dies_with_a_mail_leaves_it_to_another(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    with writing(context.store) as session:
        kept.enqueue(
            session, Posting("alert:1", MailKind.ALERT, "tech@works.example", "en", subject="a"), NOON
        )
    assert kept.claim(context.store, "dead", NOON) is not None
    assert outbox.send(context).sent == 0
    clock(context).forward(kept.TIME_TO_LIVE.total_seconds() + 1)
    assert outbox.send(context).sent == 1
    (sent,) = all_mails(context)
    assert (sent.attempts, sent.duplicates) == (2, 1)


def test_a_worker_that_overslept_marks_nothing(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    with writing(context.store) as session:
        kept.enqueue(
            session, Posting("alert:1", MailKind.ALERT, "tech@works.example", "en", subject="a"), NOON
        )
    slow = kept.claim(context.store, "slow", NOON)
    assert slow is not None
    clock(context).forward(kept.TIME_TO_LIVE.total_seconds() + 1)
    outbox.send(context)
    with pytest.raises(kept.NotOursError):
        kept.sent(context.store, slow, "a", "b", NOON)


def test_two_workers_send_each_mail_once(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    with writing(context.store) as session:
        for number in range(40):
            posting = Posting(
                f"alert:{number}", MailKind.ALERT, "tech@works.example", "en", subject=str(number)
            )
            kept.enqueue(session, posting, NOON)
    workers = [
        threading.Thread(target=outbox.send, args=(replace(context, owner=f"worker {each}"),))
        for each in range(3)
    ]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert sorted(int(each["Subject"]) for each in post.mails) == list(range(40))


def test_the_same_event_asks_for_one_mail(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post)
    posting = Posting("alert:1", MailKind.ALERT, "tech@works.example", "en", subject="once")
    with writing(context.store) as session:
        assert [kept.enqueue(session, posting, NOON) for _ in range(2)] == [True, False]
    outbox.send(context)
    assert len(post.taken) == 1


def test_a_mail_that_the_program_fails_on_holds_up_no_other(
    tmp_path: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("flows.post.composing._answer", broken)
    context = kit(tmp_path, post)
    sent_in(context)
    (failed,) = all_mails(context)
    assert (failed.state, failed.why) == (MailState.FAILED, Why.BROKEN)


def test_nothing_is_known_to_be_inside_without_domains(tmp_path: Path, post: Post) -> None:
    context = kit(tmp_path, post, answers=Answers())
    sent_in(context)
    assert [each.state for each in all_mails(context)] == [MailState.HELD]


def die(folder: Path, port: int, point: str) -> None:
    """Send in a process of its own that ends at `point`."""
    os.environ[kill_point.KILL] = point
    outbox.send(kit(folder, Post(port=port)))


@pytest.mark.parametrize(
    ("point", "arrived", "duplicates"),
    [("mail_claim_begun", 1, 0), ("mail_claimed", 1, 1), ("mail_accepted", 2, 1), ("mail_sent_begun", 2, 1)],
)
def test_a_kill_at_any_step_loses_no_mail_and_doubles_it_only_under_the_same_id(
    tmp_path: Path, post: Post, point: str, arrived: int, duplicates: int
) -> None:
    context = kit(tmp_path, post)
    with writing(context.store) as session:
        kept.enqueue(
            session, Posting("alert:1", MailKind.ALERT, "tech@works.example", "en", subject="a"), NOON
        )
    child = multiprocessing.get_context("spawn").Process(target=die, args=(tmp_path, post.port, point))
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    clock(context).forward(kept.TIME_TO_LIVE.total_seconds() + 1)
    outbox.send(context)
    assert len({each["Message-ID"] for each in post.mails}) == 1
    (sent,) = all_mails(context)
    assert (sent.state, len(post.taken), sent.duplicates) == (MailState.SENT, arrived, duplicates)
    assert outbox.send(context).sent == 0


def test_a_python_that_lets_subjects_write_headers_sends_nothing_and_takes_mails_in(
    tmp_path: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsafe() -> None:
        raise ConfigurationError("this Python lets a text write headers")

    monkeypatch.setattr(outbox, "assert_safe", unsafe)
    context = kit(tmp_path, post)
    drop(context, "a.eml", FORWARDED)
    report = intake_once(context)
    assert (report.counts.processed, report.posted.error, post.taken) == (
        1,
        "this Python lets a text write headers",
        [],
    )


def test_what_a_document_says_is_text_in_both_forms(tmp_path: Path, post: Post) -> None:
    hostile = '<script>alert(1)</script><img src="http://x.example/a.png">&amp;'
    sent_in(kit(tmp_path, post), mail("FW: <b>order</b>", f"ORDER {hostile}"))
    (answer,) = post.mails
    page = answer.get_body(("html",)).get_content()  # type: ignore[union-attr]
    text = answer.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert hostile in text
