"""The health checks of the containers: the commands of the compose files, against parts that really run."""

import datetime as dt
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import servers_prefect
import yaml
from intake_builders import NOON, Clock, context, watched
from servers_dovecot import Dovecot
from servers_postgres import Postgres
from test_flows_parts import Running, of_mailbox, wait_until

from flows import supervise
from flows.context import Context
from flows.upkeep import pulse
from models.health import Pulse
from models.rows.inbox import running

ROOT = Path(__file__).parent.parent
PLAIN = "COUNTERCHECK_PREFECT"


def asked(service: str, file: str = "compose.postgres.yaml") -> list[str]:
    """Return the command that a compose file checks a service with, as it is called here."""
    services = yaml.safe_load((ROOT / file).read_text("utf-8"))["services"]
    how, *command = services[service]["healthcheck"]["test"]
    assert how == "CMD"
    return [str(Path(sys.executable).with_name(command[0])), *command[1:]]


def check(command: list[str], folder: Path, **settings: str) -> tuple[int, str]:
    given = {name: text for name, text in os.environ.items() if not name.startswith("COUNTERCHECK_")}
    done = subprocess.run(
        command,
        env=given | {"COUNTERCHECK_DATA": str(folder / "data")} | settings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def kit_of(folder: Path, clock: Clock) -> Context:
    return context(folder, watched(folder / "inbox"), now=clock)


def test_what_moves_on_says_so_at_most_every_few_seconds_and_nothing_when_it_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, here = Clock(), socket.gethostname()
    kit = kit_of(tmp_path, clock)
    with pulse.beating(kit, tmp_path, None, alone=False) as beat:
        beat()
        clock.forward(100)
        beat()
        assert pulse.pulses(kit.store, tmp_path, clock()) == (Pulse("work", 100, beats=True, host=here),)
        clock.forward(600)
        assert pulse.pulses(kit.store, tmp_path, clock()) == (Pulse("work", 700, beats=False, host=here),)
        monkeypatch.setattr(pulse, "EVERY", 0.0)
        beat()
        assert pulse.pulses(kit.store, tmp_path, clock()) == (Pulse("work", 0, beats=True, host=here),)
        assert pulse.pulses(kit.store, tmp_path / "other", clock()) == ()
    assert pulse.pulses(kit.store, tmp_path, clock()) == ()


def test_words_of_killed_containers_go_after_a_week(tmp_path: Path) -> None:
    kit = kit_of(tmp_path, Clock())
    running.note(kit.store, "pulse:4f1c:/data:work", "{}", NOON - dt.timedelta(days=8))
    running.note(kit.store, "pulse:9a2b:/data:work", "{}", NOON - dt.timedelta(days=6))
    running.note(kit.store, "examined", "healthy", NOON - dt.timedelta(days=9))
    pulse.tidy(kit.store, NOON)
    assert list(running.notes(kit.store, "pulse:")) == ["pulse:9a2b:/data:work"]
    assert running.noted(kit.store, "examined") is not None


def test_whoever_waits_long_for_the_next_look_gives_signs_of_life() -> None:
    waits = list(supervise._slices(200.0))
    assert sum(waits) == 200
    assert max(waits) * 2 < pulse.FRESH.total_seconds()
    assert list(supervise._slices(0.0)) == [0.0]


@pytest.mark.slow
def test_pages_and_intake_are_well_whatever_doctor_finds_and_not_when_they_are_stopped(
    tmp_path: Path,
) -> None:
    command = asked("countercheck", "compose.yaml")
    plain = {PLAIN: "no", "COUNTERCHECK_LOG_FILE": str(tmp_path / "log")}
    (tmp_path / "data").mkdir()
    code, said = check([*command, "--lang", "en"], tmp_path)
    assert code == 6, said
    process = Running(tmp_path, "run", "--port", "0", **plain)
    try:
        url = process.url()
        wait_until(lambda: check(command, tmp_path)[0] == 0, 60)
        # A problem for a person, and for nobody who starts containers anew.
        (tmp_path / "data" / "countercheck.toml").write_text("")
        (tmp_path / "data" / "countercheck.toml").chmod(0o644)
        doctor = [*command[:-1], "doctor"]
        assert check(doctor, tmp_path, COUNTERCHECK_WATCHED=str(process.inbox))[0] == 1
        code, said = check([*command, "--lang", "en"], tmp_path)
        assert (code, f"the pages answer on {url}" in said.replace("\n", "")) == (0, True), said
        process.process.send_signal(signal.SIGSTOP)
        code, said = check([*command, "--lang", "en"], tmp_path)
        assert (code, "the pages do not answer" in said) == (1, True), said
        process.process.send_signal(signal.SIGCONT)
        wait_until(lambda: check(command, tmp_path)[0] == 0, 60)
    finally:
        assert process.stop() == 143
    code, said = check([*command, "--lang", "en"], tmp_path)
    assert (code, "Nothing runs here" in said) == (1, True), said


@pytest.mark.slow
@pytest.mark.dovecot
@pytest.mark.postgres
def test_a_worker_that_hangs_and_one_without_its_database_are_not_well(
    tmp_path: Path, dovecot: Dovecot, postgres: Postgres
) -> None:
    url = postgres.make("pulse")
    given = of_mailbox(dovecot, "pulse") | {"COUNTERCHECK_DATABASE": url, PLAIN: "no"}
    command = asked("worker")
    process = Running(tmp_path, "work", **given)
    try:
        wait_until(lambda: check(command, tmp_path, **given)[0] == 0, 60)
        process.process.send_signal(signal.SIGSTOP)
        past = "UPDATE running_note SET noted_at = noted_at - interval '11 minutes' WHERE name LIKE 'pulse:%'"
        postgres.say(past, "pulse")
        code, said = check([*command, "--json"], tmp_path, **given)
        assert (code, json.loads(said)["beats"]) == (1, False), said
        process.process.send_signal(signal.SIGCONT)
        wait_until(lambda: check(command, tmp_path, **given)[0] == 0, 60)
        away = given | {"COUNTERCHECK_DATABASE": re.sub(r"/pulse\b", "/gone", url)}
        code, said = check(command, tmp_path, **away)
        assert code == 6, said
        postgres.say('DROP DATABASE "pulse" WITH (FORCE)')
        code, said = check(command, tmp_path, **given)
        assert code == 6, said
    finally:
        process.stop()
    assert len(said.strip().splitlines()) == 1


def test_a_database_that_is_away_is_one_line_and_no_new_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "countercheck.db")) as other:
        other.execute("CREATE TABLE something (else_ TEXT)")
    code, said = check(asked("countercheck"), tmp_path)
    assert code == 6
    assert len(said.strip().splitlines()) == 1
    with closing(sqlite3.connect(tmp_path / "data" / "countercheck.db")) as other:
        assert other.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


@pytest.mark.slow
def test_the_clock_and_its_worker_are_well_until_they_are_killed(tmp_path: Path) -> None:
    with servers_prefect.running(tmp_path / "prefect") as api:
        of_server = [each.replace("4200", api.split(":")[2].split("/")[0]) for each in asked("prefect")]
        assert check(of_server, tmp_path)[0] == 0
        port = free_port()
        of_worker = [each.replace("8080", str(port)) for each in asked("prefect-worker")]
        assert check(of_worker, tmp_path)[0] != 0
        plain = {"PREFECT_API_URL": api, "PREFECT_HOME": str(tmp_path / "home")}
        worker = worker_of(tmp_path, plain | {"PREFECT_WORKER_WEBSERVER_PORT": str(port)})
        try:
            wait_until(lambda: check(of_worker, tmp_path)[0] == 0)
        finally:
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
        assert check(of_worker, tmp_path)[0] != 0
    assert check(of_server, tmp_path)[0] != 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def worker_of(folder: Path, given: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a worker by the words of the compose file, without deploying anything first."""
    services = yaml.safe_load((ROOT / "compose.postgres.yaml").read_text("utf-8"))["services"]
    (said,) = re.findall(r"exec prefect (worker start .*?)\s*$", services["prefect-worker"]["command"][-1])
    program = str(Path(sys.executable).with_name("prefect"))
    made = [program, "work-pool", "create", "countercheck", "--type", "process"]
    environment = os.environ | given
    subprocess.run(made, env=environment, check=True, capture_output=True, cwd=folder)
    with (folder / "worker.log").open("wb") as log:
        return subprocess.Popen(
            [program, *said.split()],
            env=environment,
            stdout=log,
            stderr=log,
            cwd=folder,
            start_new_session=True,
        )
