"""What becomes of a mail whose sender is not allowed, or not proven."""

from dataclasses import replace
from pathlib import Path

import pytest
from intake_builders import CORE, context, mail
from test_flows_intake_mutated import Pigeonhole

from extractors.message import open_file
from flows.context import Context
from flows.intake import intake_once
from models import cases, messages, retrying
from models.case import CaseState
from models.configuration import Senders, UnknownSenders
from models.receipt import Ledger, MessageState, Quarantine

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
