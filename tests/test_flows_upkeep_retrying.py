"""What was put aside is worked on anew, and what became of it before is not forgotten."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import kill_sweeps
import pytest
from intake_builders import CORE, TickingClock, context, mended, read_part, watched
from kill_sweeps import Runner, Setup
from sqlalchemy import text
from sqlmodel import col, select
from typer.testing import CliRunner

import cli
from flows.context import Context, Core
from flows.intake import intake_once
from flows.messages.handling import ATTEMPTS, work_once
from models import audit, store
from models.case import CaseState
from models.comparison import Verdict
from models.message import Part
from models.reading import Extraction
from models.receipt import Ledger, MessageState, Outcome, Quarantine, Result, Versions
from models.rows.cases import cases
from models.rows.inbox import messages, results, retrying, work
from models.store import reading, writing
from models.tables import ExtractionRow, SightingRow


def put_aside(folder: Path, core: Core = CORE) -> Context:
    inbox = watched(folder / "inbox")
    (inbox.path / "odd").write_text("BUG 1")
    (inbox.path / "order").write_text("ORDER 4501")
    kit = context(folder, inbox, core=core)
    for _ in range(ATTEMPTS + 1):
        intake_once(kit)
    assert messages.ledger(kit.store) == Ledger(seen=2, processed=1, quarantined=1, waiting=0)
    return kit


def test_a_message_is_worked_on_anew_when_the_program_was_mended(tmp_path: Path) -> None:
    kit = put_aside(tmp_path)
    (sha256,) = retrying.aside(kit.store)
    assert retrying.aside(kit.store, Quarantine.POISON) == (sha256,)
    assert retrying.aside(kit.store, Quarantine.TOO_LARGE) == ()
    assert retrying.put_back(kit.store, [sha256], kit.now()) == (sha256,)
    assert messages.ledger(kit.store).waiting == 1
    with kit.store.reader.connect() as rows:
        told = rows.execute(text("SELECT about, detail FROM audit WHERE action = 'message_put_back'")).one()
    assert told[0] == sha256
    assert "poison" in told[1]
    better = Core(kit.core.open_file, mended, kit.core.compare, kit.core.versions)
    intake_once(context(tmp_path, *kit.sources, core=better))
    assert messages.ledger(kit.store) == Ledger(seen=2, processed=2, quarantined=0, waiting=0)
    assert audit.first_broken(kit.store) is None
    # The file stays where people were shown it; our rows say what became of it.
    assert (tmp_path / "inbox" / "quarantine" / "odd").exists()
    intake_once(kit)
    assert messages.ledger(kit.store).seen == 2


def test_putting_back_twice_and_what_is_not_put_aside_change_nothing(tmp_path: Path) -> None:
    kit = put_aside(tmp_path)
    (sha256,) = retrying.aside(kit.store)
    settled = [each.raw_sha256 for each in messages.listed(kit.store, MessageState.PROCESSED)]
    assert retrying.put_back(kit.store, settled, kit.now()) == ()
    assert retrying.put_back(kit.store, [sha256], kit.now()) == (sha256,)
    assert retrying.put_back(kit.store, [sha256], kit.now()) == ()
    for _ in range(ATTEMPTS + 1):
        intake_once(kit)
    assert retrying.aside(kit.store) == (sha256,), "it still breaks the program, and is put aside again"


@pytest.mark.parametrize(
    ("how", "after"),
    [("moved", None), ("left", "left"), ("doubted", "doubted"), ("superseded", "superseded")],
)
def test_only_what_was_moved_away_is_shown_anew(tmp_path: Path, how: str, after: str | None) -> None:
    kit = put_aside(tmp_path)
    (sha256,) = retrying.aside(kit.store)
    wanted = select(SightingRow).where(SightingRow.raw_sha256 == sha256)
    with writing(kit.store) as session:
        session.exec(wanted).one().acked_as = how
    retrying.put_back(kit.store, [sha256], kit.now())
    with reading(kit.store) as session:
        assert session.exec(wanted).one().acked_as == after


def test_a_message_is_named_by_the_beginning_of_its_hash(tmp_path: Path) -> None:
    kit = put_aside(tmp_path)
    (sha256,) = retrying.aside(kit.store)
    found = retrying.named(kit.store, [sha256[:8], sha256[:2], "ffffffffff", "%%%%%%%"])
    assert found == {sha256[:8]: (sha256,), sha256[:2]: (), "ffffffffff": (), "%%%%%%%": ()}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [([], "--reason or --all"), (["--reason", "bored"], "poison"), (["abcdef12"], "no message begins so")],
)
def test_wrong_usage_is_one_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    (tmp_path / "countercheck.toml").write_text(f'watched = "{tmp_path}"\n')
    done = CliRunner().invoke(cli.app, ["retry", *arguments, "--data", str(tmp_path)])
    assert says in str(done.exception)


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    put_aside(tmp_path)
    (tmp_path / "countercheck.toml").write_text(f'watched = "{tmp_path / "inbox"}"\n')
    done = CliRunner().invoke(cli.app, ["retry", "--all", "--data", str(tmp_path), "--lang", "en"])
    assert "1 message is worked on anew" in done.output
    assert done.exit_code == 0


def unreadable(part: Part, source: str) -> tuple[Extraction, ...]:
    """Read as a program does that cannot read orders yet."""
    return read_part(Part(part.content.replace(b"ORDER", b"ENCRYPTED"), part.format, 1, part.name), source)


def with_unreadable(folder: Path, *documents: str) -> Context:
    inbox = watched(folder / "inbox")
    for at, document in enumerate(documents):
        (inbox.path / f"order-{at}").write_text(document)
    kit = context(folder, inbox, core=replace(CORE, read_part=unreadable))
    intake_once(kit)
    assert {each.verdict for each in cases.listed(kit.store)} == {Verdict.UNREADABLE}
    return kit


def able(kit: Context, **changes: object) -> Context:
    return replace(kit, core=replace(CORE, **changes))  # type: ignore[arg-type]


def readings(kit: Context) -> list[tuple[str, str]]:
    with reading(kit.store) as session:
        rows = session.exec(select(ExtractionRow).order_by(col(ExtractionRow.read_at)))
        return [(each.extractor_version, each.status) for each in rows]


def test_the_document_of_a_case_is_read_anew_and_both_readings_are_kept(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    assert retrying.read_again(kit.store, 1, kit.now())
    waiting = cases.detail(kit.store, 1)
    assert waiting is not None
    assert waiting.extraction is not None
    assert waiting.extraction.failure is not None, "the old reading is shown until there is a new one"
    assert readings(kit) == [("1~1", "failed")]
    intake_once(able(kit))
    assert sorted(readings(kit)) == [("1", "read"), ("1~1", "failed")]
    (case,) = cases.listed(kit.store)
    assert (case.number, case.document_number, case.verdict) == (1, "4501", Verdict.REVIEW)
    assert "unreadable:encrypted" not in case.reasons
    assert messages.ledger(kit.store) == Ledger(seen=1, processed=1, quarantined=0, waiting=0)
    assert (tmp_path / "inbox" / "done" / "order-0").exists()
    assert audit.first_broken(kit.store) is None
    assert not retrying.read_again(kit.store, 1, kit.now()), "it was read"


def test_a_document_that_matches_needs_nobody_any_more(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    retrying.read_again(kit.store, 1, kit.now())
    matching = Core(CORE.open_file, as_match, CORE.compare, CORE.versions)
    intake_once(replace(kit, core=matching))
    (case,) = cases.listed(kit.store)
    assert (case.state, case.reasons) == (CaseState.CLEAR, ())


def as_match(part: Part, source: str) -> tuple[Extraction, ...]:
    return read_part(Part(part.content.replace(b"ORDER", b"CLEAN"), part.format, 1, part.name), source)


def test_what_is_no_order_says_so(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    retrying.read_again(kit.store, 1, kit.now())
    intake_once(able(kit, read_part=as_drawing))
    (case,) = cases.listed(kit.store)
    assert (case.number, case.reasons) == (1, ("not_an_order",))


def as_drawing(part: Part, source: str) -> tuple[Extraction, ...]:
    return read_part(Part(b"DRAWING 7", part.format, 1, part.name), source)


def test_several_orders_in_it_are_several_cases(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    retrying.read_again(kit.store, 1, kit.now())
    intake_once(able(kit, read_part=as_two))
    assert sorted(each.document_number or "" for each in cases.listed(kit.store)) == ["4501", "4502"]


def as_two(part: Part, source: str) -> tuple[Extraction, ...]:
    second = Part(b"CLEAN 4502", part.format, 1, part.name)
    return (*read_part(part, source), *read_part(second, source))


def test_what_still_cannot_be_read_stays_a_case_and_can_be_tried_once_more(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    for number in (1, 2):
        assert retrying.read_again(kit.store, 1, kit.now())
        intake_once(kit)
        (case,) = cases.listed(kit.store)
        assert case.reasons == ("unreadable:encrypted",)
        assert len(readings(kit)) == number + 1
    retrying.read_again(kit.store, 1, kit.now())
    intake_once(able(kit))
    assert min(readings(kit)) == ("1", "read")
    assert cases.listed(kit.store)[0].verdict is Verdict.REVIEW


def test_a_newer_version_of_the_program_reads_it_too(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501")
    retrying.read_again(kit.store, 1, kit.now())
    intake_once(able(kit, versions=Versions("2", "2")))
    assert sorted(readings(kit)) == [("1~1", "failed"), ("2", "read")]
    detail = cases.detail(kit.store, 1)
    assert detail is not None
    assert (detail.versions.extractor, detail.summary.document_number) == ("2", "4501")


def test_the_same_document_in_another_mail_answers_the_case_too(tmp_path: Path) -> None:
    """Whichever message is worked on first after the wish reads the document."""
    kit = with_unreadable(tmp_path, "ORDER 4501")
    retrying.read_again(kit.store, 1, kit.now())
    held = work.claim(kit.store, "slow", kit.now())
    (tmp_path / "inbox" / "again").write_bytes(b"ORDER 4501")
    intake_once(able(kit))
    assert held is not None
    work.release(kit.store, held, None, counted=False)
    intake_once(able(kit))
    assert [each.verdict for each in cases.listed(kit.store)] == [Verdict.REVIEW]


def test_a_worker_that_passed_the_document_already_starts_over(tmp_path: Path) -> None:
    kit = with_unreadable(tmp_path, "ORDER 4501", "ORDER 4502")
    retrying.read_again(kit.store, 1, kit.now())
    claim = work.claim(kit.store, "early", kit.now())
    assert claim is not None
    assert retrying.read_again(kit.store, 1, kit.now())
    with pytest.raises(work.ClaimLostError):
        results.commit(kit.store, claim, Result(outcome=Outcome.NO_ORDER), kit.core.versions, kit.now())
    intake_once(able(kit))
    assert {each.verdict for each in cases.listed(kit.store)} == {Verdict.REVIEW, Verdict.UNREADABLE}


@pytest.mark.parametrize("number", [7, 2])
def test_only_what_could_not_be_read_is_read_again(tmp_path: Path, number: int) -> None:
    kit = put_aside(tmp_path)
    before = messages.ledger(kit.store)
    assert not retrying.read_again(kit.store, number, kit.now())
    assert messages.ledger(kit.store) == before


def test_people_and_workers_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    """Three workers work while two people put everything back all the time; each message ends once."""
    inbox = watched(tmp_path / "inbox")
    for at in range(8):
        (inbox.path / f"broken-{at}").write_text(f"BUG {at}")
        (inbox.path / f"order-{at}").write_text(f"ORDER {4500 + at}")
    kit = context(tmp_path, inbox, now=TickingClock(), core=replace(CORE, read_part=unreadable))
    for _ in range(ATTEMPTS + 1):
        intake_once(kit)
    better = able(kit, read_part=mended)
    aside = retrying.aside(kit.store)
    numbers = [each.number for each in cases.listed(kit.store)]
    assert (len(numbers), len(aside)) == (8, 8)
    workers = [partial(works, replace(better, owner=f"worker-{at}")) for at in range(3)]
    at_once([partial(puts_back, kit, numbers, aside)] * 2 + workers)
    puts_back(kit, numbers, aside)
    intake_once(better)
    assert messages.ledger(kit.store) == Ledger(seen=16, processed=16, quarantined=0, waiting=0)
    found = cases.listed(kit.store)
    assert {each.verdict for each in found} == {Verdict.REVIEW}
    assert len({each.document_number for each in found}) == len(found) == 16
    assert audit.first_broken(kit.store) is None


def puts_back(kit: Context, numbers: Sequence[int], aside: Sequence[str]) -> None:
    for _ in range(3):
        for number, sha256 in zip(numbers, aside, strict=True):
            retrying.read_again(kit.store, number, kit.now())
            retrying.put_back(kit.store, [sha256], kit.now())


def works(kit: Context) -> None:
    for _ in range(60):
        work_once(kit)


def at_once(steps: Sequence[Callable[[], None]]) -> None:
    """Run all steps at once, and raise what any of them raised."""
    with ThreadPoolExecutor(len(steps)) as pool:
        for each in [pool.submit(step) for step in steps]:
            each.result()


@pytest.mark.slow
def test_killed_at_any_step_of_another_try_all_ends_the_same(tmp_path: Path, run: Runner) -> None:
    """From the wish to the result, at the first passage of every step."""

    def setup(name: str) -> Setup:
        folder = tmp_path / name
        folder.mkdir()
        inbox = watched(folder / "inbox")
        (inbox.path / "broken").write_text("BUG 4501")
        (inbox.path / "order").write_text("ORDER 4502")
        kit = context(folder, inbox, core=replace(CORE, read_part=unreadable))
        for _ in range(ATTEMPTS + 1):
            intake_once(kit)
        store.close(kit.store)
        return Setup(folder, {"again": True}, lambda: kill_sweeps.files_in(inbox.path))

    trace = tmp_path / "trace"
    swept = kill_sweeps.sweep(run, setup, trace, lambda _: {1})
    passed = set(trace.read_text().split())
    assert {"put_back_written", "read_again_written", "parts_inserted", "result_committed"} <= passed
    assert swept.points >= 25


def test_the_command_reads_a_case_again(tmp_path: Path) -> None:
    with_unreadable(tmp_path, "ORDER 4501")
    (tmp_path / "countercheck.toml").write_text(f'watched = "{tmp_path / "inbox"}"\n')
    given = ["retry", "--case", "1", "--data", str(tmp_path), "--lang", "en"]
    done = CliRunner().invoke(cli.app, given)
    assert (done.exit_code, "1 document is read anew" in done.output) == (0, True)
    wrong = CliRunner().invoke(cli.app, ["retry", "--case", "9", "--data", str(tmp_path)])
    assert "case 9: there is no document" in str(wrong.exception)
