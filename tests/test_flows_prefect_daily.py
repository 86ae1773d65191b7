"""The daily flows against a real Prefect server, and runs that it never saw the end of."""

import datetime as dt
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import servers_prefect

from flows import wiring
from flows.context import utc_now
from flows.upkeep import doctor, examine
from models.configuration import Secret, Settings
from models.health import State


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers_prefect.running(tmp_path_factory.mktemp("prefect")) as address:
        yield address


def asked(api: str, what: str, shape: dict[str, object]) -> object:
    request = urllib.request.Request(
        f"{api}/{what}", data=json.dumps(shape).encode(), headers={"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        raise AssertionError(refused.read().decode()) from None


@pytest.mark.slow
def test_the_nightly_examination_is_a_run_with_a_page_to_read(
    tmp_path: Path, api: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import prefect_daily  # noqa: PLC0415

    monkeypatch.setenv("COUNTERCHECK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COUNTERCHECK_PREFECT", "no")
    monkeypatch.setenv("COUNTERCHECK_ALERTS_DISK_MB", "1")
    with temporary_settings({PREFECT_API_URL: api}):
        assert prefect_daily.doctor(return_state=True).is_completed()
        assert prefect_daily.reminders(return_state=True).is_completed()
        monkeypatch.setenv("COUNTERCHECK_ALERTS_DISK_MB", "1000000000")
        assert prefect_daily.doctor(return_state=True).is_failed()
    pages = asked(api, "artifacts/filter", {})
    assert isinstance(pages, list)
    texts = [each["data"] for each in pages if each["key"] == "doctor"]
    assert len(texts) == 2
    assert all(
        "seen 0 = processed 0 + quarantined 0 + waiting 0; unaccounted not counted" in each for each in texts
    )
    assert any("| disk | problem |" in each for each in texts)


@pytest.mark.slow
def test_a_run_that_never_ended_is_listed_and_is_no_problem(
    tmp_path: Path, api: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 70: the worker was killed; for Prefect the run goes on for ever."""
    flow = asked(api, "flows/", {"name": "intake"})
    assert isinstance(flow, dict)
    for name, state in (("brave-crab", "RUNNING"), ("calm-carp", "PENDING"), ("done-dog", "COMPLETED")):
        run = asked(api, "flow_runs/", {"flow_id": flow["id"], "name": name})
        assert isinstance(run, dict)
        ended = {"state": {"type": state, "name": state.title()}, "force": True}
        asked(api, f"flow_runs/{run['id']}/set_state", ended)
    data = tmp_path / "data"
    (data / "prefect").mkdir(parents=True)
    (data / "prefect" / "address").write_text(f"{api}\n")
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    assert examine.stuck_runs(data, utc_now()) == (), "they may still be at work"
    chosen = Settings(data, Secret(f"sqlite:///{data / 'countercheck.db'}"))
    with wiring.opened(chosen) as context:
        later = replace(context, now=lambda: utc_now() + dt.timedelta(hours=3))
        found = doctor.judged(examine.facts(later, chosen, full=False))
    (told,) = [each for each in found.findings if each.code.startswith("prefect")]
    assert told.state is State.NOTE
    assert "brave-crab (running" in str(told.values["keys"])
    assert "calm-carp (pending" in str(told.values["keys"])
    assert told.values["n"] == 2
    assert found.healthy
