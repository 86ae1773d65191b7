"""What was put aside is worked on anew, and what became of it before is not forgotten."""

from pathlib import Path

import pytest
from intake_builders import CORE, context, read_part, watched
from sqlmodel import select
from typer.testing import CliRunner

import cli
from flows.context import Context, Core
from flows.intake import intake_once
from flows.messages.handling import ATTEMPTS
from models import audit, messages, retrying
from models.message import Part
from models.reading import Extraction
from models.receipt import Ledger, MessageState, Quarantine
from models.store import reading, writing
from models.tables import SightingRow


def mended(part: Part, source: str) -> tuple[Extraction, ...]:
    content = part.content.replace(b"BUG", b"ORDER")
    return read_part(Part(content, part.format, part.ordinal, part.name), source)


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
