"""The real reading and comparing, from a mail to a case."""

import stat
from pathlib import Path

import pytest

from demo.mailbox import ROOT, serving
from flows import basis, policy_file, wiring
from flows.intake import intake_once
from models import archive
from models.case import Role
from models.configuration import Secret, Settings
from models.errors import ConfigurationError
from models.policy import Policy, PricePolicy
from models.rows.cases import cases
from models.rows.inbox import messages

INBOX = sorted((ROOT / "demo" / "inbox").glob("*.eml"))


def settings(folder: Path, **changes: object) -> Settings:
    plain: dict[str, object] = {"database": Secret(f"sqlite:///{folder / 'countercheck.db'}")}
    return Settings(folder, **(plain | changes))  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_demo_inbox_becomes_cases_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with (
        serving(tmp_path / "mailbox", INBOX) as mailbox,
        wiring.opened(settings(data, mailboxes=(mailbox,))) as context,
    ):
        basis.import_file(context, ROOT / "demo" / "quotations.csv")
        report = intake_once(context)
        again = intake_once(context)
        details = [cases.detail(context.store, each.number) for each in cases.listed(context.store)]
        parts = [
            part
            for each in messages.listed(context.store)
            if (found := messages.detail(context.store, each.raw_sha256)) is not None
            for part in found.parts
        ]
        for part in parts:
            if part.ignored is None:
                archive.get(context.archive, part.doc_sha256)
    assert report.failures == ()
    assert report.quarantined == ()
    assert report.counts.seen == report.counts.processed == len(INBOX)
    assert (again.new, again.worked, again.counts) == (0, (), report.counts)
    assert len(details) == len(report.cases)
    assert any(each and each.comparison and each.quotation and each.extraction for each in details)
    assert any(Role.DUPLICATE in {one.role for one in each.messages} for each in details if each)
    assert any(each and each.summary.reasons == ("no_order",) for each in details)
    assert any(each and each.summary.reasons == ("unreadable:encrypted",) for each in details)


def test_the_data_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    with wiring.opened(settings(tmp_path / "data")):
        assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_data_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(ConfigurationError, match="data folder"),
        wiring.opened(settings(tmp_path / "file" / "x")),
    ):
        pass


def test_the_versions_change_with_the_policy_and_stay_otherwise() -> None:
    first = wiring.versions(Policy())
    assert wiring.versions(Policy()) == first
    other = wiring.versions(Policy(prices=PricePolicy(decimals=3)))
    assert other.extractor == first.extractor
    assert other.rules != first.rules


def test_a_policy_that_cannot_be_read_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="policy: "):
        policy_file.load(tmp_path / "gone.toml")


def test_the_policy_that_ships_can_be_used() -> None:
    assert isinstance(policy_file.load(), Policy)
