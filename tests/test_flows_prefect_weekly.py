"""The weekly flow against a real Prefect server: called three times, one report, and a page to read."""

import datetime as dt
import email.policy
import json
import os
import urllib.request
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
import servers_prefect
import servers_smtp
import yaml
from servers_smtp import Post

from flows import wiring
from models.configuration import Secret, Settings
from models.rows.invoicing import invoice_lists

ROOT = Path(__file__).parent.parent
LIST = "SAP Order,Item,Qty,Unit price,Currency\n30005678,10,100,62.00,CNY\n30005678,20,5,7.00,CNY\n"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers_prefect.running(tmp_path_factory.mktemp("prefect")) as address:
        yield address


def artifacts(api: str, key: str) -> list[str]:
    request = urllib.request.Request(
        f"{api}/artifacts/filter", data=b"{}", headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return [each["data"] for each in json.load(answer) if each["key"] == key]


@pytest.mark.slow
def test_the_weekly_run_answers_each_list_once(
    tmp_path: Path, api: str, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from flows import prefect_weekly  # noqa: PLC0415

    folder, data = tmp_path / "lists", tmp_path / "data"
    folder.mkdir()
    # The run of a week is due as soon as it begins, whatever day it is.
    written = (dt.datetime.now(dt.UTC) - dt.timedelta(seconds=10)).timestamp()
    for name, text in (("48.csv", LIST), ("odd.csv", "a,b,c\n1,2,3\n")):
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (written, written))
    smtp = servers_smtp.settings(post)
    for key, value in {
        "DATA": data,
        "PREFECT": "no",
        "INVOICE_LISTS": folder,
        "INVOICING_WEEKDAY": 1,
        "INVOICING_TIME": "00:00",
        "INVOICING_ZONE": "Pacific/Kiritimati",
        "ANSWERS_FINANCE": "finance@works.example",
        "SMTP_HOST": smtp.host,
        "SMTP_PORT": smtp.port,
        "SMTP_SECURITY": smtp.security,
        "SMTP_SENDER": smtp.sender,
    }.items():
        monkeypatch.setenv(f"COUNTERCHECK_{key}", str(value))
    with temporary_settings({PREFECT_API_URL: api}):
        ends = [prefect_weekly.invoice_lists(return_state=True) for _ in range(3)]
    assert [each.is_completed() for each in ends] == [False, True, True], "the first found one not understood"
    first, *_ = [each for each in artifacts(api, "invoice-lists") if "| 1 |" in each]
    assert "odd.csv" in first
    assert "1 answered" in first
    with wiring.opened(Settings(data, Secret(f"sqlite:///{data / 'countercheck.db'}"))) as context:
        assert len(invoice_lists.summaries(context.store)) == 1
    mails = [message_from_bytes(each, policy=email.policy.default) for each in post.taken]
    assert [each["To"] for each in mails] == ["finance@works.example"] * 2
    assert sorted(each.name for each in folder.rglob("*.csv")) == ["48.csv", "odd.csv"]
    assert (folder / "done" / "48.csv").exists()
    assert (folder / "quarantine" / "odd.csv").exists()


def test_the_deployment_runs_weekly_by_a_zone_and_lets_no_run_cancel_another() -> None:
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
    (found,) = [each for each in deployments if each["name"] == "invoice-lists"]
    assert found["entrypoint"] == "flows/prefect_weekly.py:invoice_lists"
    assert {"cron": "1 9 * * 1", "timezone": "Asia/Shanghai", "day_or": True} in found["schedules"]
    assert found["concurrency_limit"]["collision_strategy"] == "ENQUEUE"
