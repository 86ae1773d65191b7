"""What becomes of a mail whose sender is not allowed, or not proven."""

import email.policy
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from intake_builders import CORE, context, mail
from test_flows_intake_mutated import Pigeonhole

from extractors.message import open_file
from flows.context import Context
from flows.intake import intake_once
from models.case import CaseState
from models.configuration import Senders, UnknownSenders
from models.receipt import Ledger, MessageState, Quarantine
from models.rows.cases import cases
from models.rows.inbox import messages, retrying
from models.rows.quotations import quotes

OURS = "Authentication-Results: mx.works.example; dmarc=pass header.from=works.example\r\n"
FORGED = "Authentication-Results: mx.evil.test; dmarc=pass\r\n" + OURS
SETTINGS = Senders(allowed=("works.example",), authserv_id="mx.works.example")


def taken_in(folder: Path, settings: Senders, *mails: bytes) -> Context:
    kit = context(folder, Pigeonhole(mails), core=replace(CORE, open_file=open_file), senders=settings)
    intake_once(kit)
    return kit


@pytest.mark.parametrize(
    ("head", "state", "reasons"),
    [(OURS, CaseState.CLEAR, ()), ("", CaseState.OPEN, ("sender_not_proven",))],
)
def test_a_match_needs_a_person_where_the_sender_is_not_proven(
    tmp_path: Path, head: str, state: CaseState, reasons: tuple[str, ...]
) -> None:
    kit = taken_in(tmp_path, SETTINGS, head.encode() + mail("a match", "CLEAN 4502"))
    (case,) = cases.listed(kit.store)
    assert (case.state, case.reasons) == (state, reasons)


def test_a_statement_below_a_forged_one_counts_for_nothing(tmp_path: Path) -> None:
    kit = taken_in(tmp_path, SETTINGS, FORGED.encode() + mail("a match", "CLEAN 4502"))
    assert [each.reasons for each in cases.listed(kit.store)] == [("sender_not_proven",)]


def test_strangers_can_be_put_aside_unread_and_let_in_later(tmp_path: Path) -> None:
    strict = replace(SETTINGS, unknown=UnknownSenders.QUARANTINE, authserv_id="")
    stranger = mail("an order", "ORDER 4501", sender="Who <who@stranger.example>")
    kit = taken_in(tmp_path, strict, stranger, mail("ours", "ORDER 4502"))
    assert messages.ledger(kit.store) == Ledger(seen=2, processed=1, quarantined=1, waiting=0)
    (line,) = messages.listed(kit.store, MessageState.QUARANTINED)
    assert (line.why, line.detail) == ("sender", "unknown_sender")
    assert retrying.put_back(kit.store, retrying.aside(kit.store, Quarantine.SENDER), kit.now())
    wider = replace(strict, allowed=("works.example", "stranger.example"))
    intake_once(replace(kit, senders=wider))
    assert messages.ledger(kit.store) == Ledger(seen=2, processed=2, quarantined=0, waiting=0)


def test_whoever_takes_everybody_is_told_nothing(tmp_path: Path) -> None:
    kit = taken_in(tmp_path, replace(SETTINGS, unknown=UnknownSenders.TAKE), mail("a match", "CLEAN 4502"))
    assert [each.state for each in cases.listed(kit.store)] == [CaseState.CLEAR]


SAP = replace(SETTINGS, quotations=("sap@works.example",))
EXPORT = b"Quotation,Item,Part number,Quantity,Unit price,Currency\n20017734,10,10089378,12,118.00,CNY\n"


def with_export(content: bytes, sender: str = "SAP <sap@works.example>") -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"], message["To"], message["Subject"] = sender, "orders@works.example", "VA25"
    message.set_content("Tonight's export.\n")
    message.add_attachment(content, "text", "csv", filename="va25.csv")
    return message.as_bytes()


def test_an_export_by_mail_is_the_newest_snapshot_and_no_case(tmp_path: Path) -> None:
    kit = taken_in(tmp_path, SAP, OURS.encode() + with_export(EXPORT))
    newest = quotes.newest(kit.store)
    assert newest is not None
    assert (newest.name, newest.items) == ("va25.csv", 1)
    (line,) = messages.listed(kit.store)
    assert (line.state, line.why) == (MessageState.PROCESSED, "quotations")
    assert cases.listed(kit.store) == ()
    intake_once(kit)
    assert quotes.newest(kit.store) == newest


@pytest.mark.parametrize(
    ("settings", "sender"),
    [
        (SAP, "Li <li@works.example>"),
        (Senders(quotations=("sap@works.example",)), "SAP <sap@works.example>"),
        (replace(SETTINGS, quotations=("works.example",)), "SAP <sap@works.example>"),
        (Senders(), "SAP <sap@works.example>"),
        (Senders(quotations=("sap@works.example",), authserv_id="mx.works.example"), "sap@works.example"),
    ],
)
def test_an_export_from_anybody_else_is_none(tmp_path: Path, settings: Senders, sender: str) -> None:
    head = OURS.encode() if settings is SAP else b""
    kit = taken_in(tmp_path, settings, head + with_export(EXPORT, sender))
    assert quotes.newest(kit.store) is None
    assert messages.ledger(kit.store).processed == 1


def test_a_whole_domain_may_not_send_exports_though_it_is_proven(tmp_path: Path) -> None:
    anybody = replace(SETTINGS, quotations=("works.example",))
    kit = taken_in(tmp_path, anybody, OURS.encode() + with_export(EXPORT))
    assert quotes.newest(kit.store) is None


def test_an_export_that_is_not_understood_says_what_is_missing(tmp_path: Path) -> None:
    kit = taken_in(tmp_path, SAP, OURS.encode() + with_export(b"Quotation,Colour\n20017734,red\n"))
    (line,) = messages.listed(kit.store)
    assert (line.state, line.why) == (MessageState.QUARANTINED, "not_understood")
    assert "Colour" in (line.detail or "")
