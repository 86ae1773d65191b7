"""The files that an installation is run by: only the pages are published, nobody is root, all is watched."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import typer
import yaml
from typer.core import TyperGroup

import cli
import settings
from models.configuration import Settings
from settings_table import SETTINGS

ROOT = Path(__file__).parent.parent
COMPOSE = ("compose.yaml", "compose.postgres.yaml")
UNIT = ROOT / "deploy" / "countercheck.service"


def services(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / name).read_text("utf-8"))["services"]
    return found


EACH = [(name, service) for name in COMPOSE for service in services(name)]


@pytest.fixture(params=EACH, ids="-".join)
def service(request: pytest.FixtureRequest) -> dict[str, Any]:
    name, called = request.param
    return services(name)[called]


def test_only_the_pages_are_published_and_only_on_this_machine() -> None:
    for name in COMPOSE:
        published = {called: each["ports"] for called, each in services(name).items() if "ports" in each}
        assert published == {"countercheck": ["127.0.0.1:8321:8321"]}
        assert not any("network_mode" in each for each in services(name).values())


def test_no_service_runs_with_rights_it_does_not_need(service: dict[str, Any]) -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert not any("docker.sock" in each for each in service.get("volumes", ()))


def test_every_service_is_watched_and_started_again(service: dict[str, Any]) -> None:
    assert service["restart"] == "unless-stopped"
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["logging"]["options"]["max-size"]


def test_what_is_stopped_may_finish_the_message_at_hand(service: dict[str, Any]) -> None:
    assert int(service["stop_grace_period"].removesuffix("s")) >= 60


def test_prefect_and_the_database_are_only_reached_from_inside() -> None:
    whole = yaml.safe_load((ROOT / "compose.postgres.yaml").read_text("utf-8"))
    assert whole["networks"]["inside"] == {"internal": True}
    for each in ("database", "prefect"):
        assert whole["services"][each]["networks"] == ["inside"]


def test_secrets_come_from_files_and_nowhere_else(service: dict[str, Any]) -> None:
    for name, text in service["environment"].items():
        if re.search(r"PASSWORD|TOKEN|SECRET|KEY|DATABASE$|DATABASE_URL", name):
            assert name.endswith("_FILE"), name
            assert text.startswith("/run/secrets/")
            assert Path(text).name in service["secrets"]


KEYS = frozenset(
    (
        "build image command restart init stop_grace_period user read_only cap_drop security_opt mem_limit"
        " pids_limit tmpfs ports networks environment env_file secrets volumes healthcheck logging depends_on"
    ).split()
)
"""Of the Compose specification (compose-spec, 05-services.md), those that are used here."""
CHECKED = frozenset("test interval timeout start_period retries".split())


@pytest.mark.parametrize("name", COMPOSE)
def test_what_a_service_is_told_are_words_of_compose(name: str) -> None:
    whole = yaml.safe_load((ROOT / name).read_text("utf-8"))
    for called, each in whole["services"].items():
        assert set(each) <= KEYS, called
        assert set(each["healthcheck"]) <= CHECKED
        assert set(each.get("secrets", ())) <= set(whole["secrets"])
        assert set(each["networks"]) <= set(whole["networks"])
        named = [text.partition(":")[0] for text in each.get("volumes", ())]
        assert set(named) <= set(whole["volumes"])
        assert set(each.get("depends_on", ())) <= set(whole["services"])


def commands() -> list[list[str]]:
    found = [each.get("command", []) for name in COMPOSE for each in services(name).values()]
    found += [each["healthcheck"]["test"][1:] for name in COMPOSE for each in services(name).values()]
    found.append(re.findall(r"^ExecStart=\S*/(.*)$", UNIT.read_text(), re.MULTILINE)[0].split())
    return [each for each in found if each[:1] == ["countercheck"]]


def test_every_command_is_one_of_the_program_with_its_options() -> None:
    program = typer.main.get_command(cli.app)
    assert isinstance(program, TyperGroup)
    assert len(commands()) >= 5
    for _, called, *options in commands():
        known = {
            flag for each in program.commands[called].params for flag in (*each.opts, *each.secondary_opts)
        }
        assert set(options) <= known, called


def test_images_of_others_are_of_one_version(service: dict[str, Any]) -> None:
    assert "build" in service or re.search(r":\d+\.\d+", service["image"])


@pytest.mark.parametrize("name", COMPOSE)
def test_the_settings_in_the_files_are_ones_that_there_are(name: str, tmp_path: Path) -> None:
    for each in services(name).values():
        ours = {key: text for key, text in each["environment"].items() if key.startswith("COUNTERCHECK_")}
        if ours:
            assert loaded(ours, tmp_path).listen in {"0.0.0.0", "127.0.0.1"}


def loaded(given: dict[str, str], folder: Path) -> Settings:
    (folder / "secret").write_text("postgresql://countercheck@database/countercheck")
    plain = {
        key: str(folder / "secret") if text.startswith("/run/secrets/") else text
        for key, text in given.items()
    }
    mailbox = {"COUNTERCHECK_MAILBOX_HOST": "h", "COUNTERCHECK_MAILBOX_USER": "u"}
    variables = {each.variable for each in SETTINGS}
    known_as = {key if key in variables else key.removesuffix("_FILE") for key in given}
    assert known_as <= variables | {"COUNTERCHECK_DATA"}
    return settings.load(folder, mailbox | {"COUNTERCHECK_MAILBOX_PASSWORD": "p"} | plain)


def test_the_image_is_run_by_nobody_and_watched() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    assert "USER 10001:10001" in lines
    assert any(each.startswith("HEALTHCHECK") for each in lines)
    bases = [each.split()[1] for each in lines if each.startswith("FROM")]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", each) for each in bases)
    assert any("--require-hashes -r requirements.lock" in each for each in lines)
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert {".git", "data", "demo-data"} <= set(ignored)


def test_the_unit_starts_it_again_and_lets_it_finish(tmp_path: Path) -> None:
    unit = configparser.RawConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(UNIT)
    service = unit["Service"]
    assert service["Restart"] == "always"
    assert service["SuccessExitStatus"] == "143"
    assert service["RestartPreventExitStatus"] == "2 4"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0", "a database that is away for long ends it for good"
    assert int(service["TimeoutStopSec"]) >= 60
    assert service["User"] == "countercheck"
    assert service["ExecStart"].endswith("countercheck run")
    given = dict(re.findall(r"^Environment=(\w+)=(.*)$", UNIT.read_text(), re.MULTILINE))
    given["COUNTERCHECK_LOG_FILE"] = str(tmp_path / "log")
    assert loaded(given, tmp_path).log.file == tmp_path / "log"
    # The children that read documents bring their own memory limit and no network.
    assert "AF_UNIX" in service["RestrictAddressFamilies"]


def test_systemd_itself_has_nothing_against_the_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        return
    plain = UNIT.read_text().replace("/opt/countercheck/.venv/bin/countercheck run", "/bin/true")
    copy = tmp_path / "countercheck.service"
    copy.write_text(plain.replace("WorkingDirectory=/opt/countercheck", "WorkingDirectory=/"))
    done = subprocess.run([program, "verify", str(copy)], capture_output=True, text=True, check=False)
    assert "countercheck.service" not in done.stderr, done.stderr


def test_every_deployment_of_prefect_has_its_flow_its_zone_and_waits_its_turn() -> None:
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))["deployments"]
    assert [each["name"] for each in deployments] == ["intake", "doctor", "invoice-lists", "reminders"]
    for each in deployments:
        path, _, function = each["entrypoint"].partition(":")
        assert f"def {function}(" in (ROOT / path).read_text("utf-8")
        assert each["parameters"] == {}
        assert each["concurrency_limit"] == {"limit": 1, "collision_strategy": "ENQUEUE"}
        assert each["work_pool"]["job_variables"]["env"]["DO_NOT_TRACK"] == "1"
        assert each["work_pool"]["job_variables"]["env"]["PREFECT_RESULTS_DEFAULT_SERIALIZER"] == "json"
        assert each["schedules"]
        assert all("interval" in one or ZoneInfo(one["timezone"]) for one in each["schedules"])
