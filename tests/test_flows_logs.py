import json
import logging
import logging.config
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import logs
from flows.logs import Json, OneLine, Redaction
from models.configuration import Alerts, LogFormat, Logging, Login, Mailbox, Secret, Settings, Smtp, Tokens
from models.errors import ConfigurationError

SECRET = "pässw0rd/with:signs"
BODY = "Dear Sirs, canary of a mail body"
SETTINGS = Settings(
    Path("/data"),
    Secret("postgresql://cc:db%2Fcanary-77@host/db"),
    mailboxes=(
        Mailbox("imap.works.example", "orders@works.example", Secret(SECRET)),
        Mailbox(
            "m",
            "u",
            name="second",
            login=Login.XOAUTH2,
            tokens=Tokens(client_secret=Secret("client-canary-1"), refresh_token=Secret("refresh-canary-2")),
        ),
    ),
    smtp=Smtp("smtp.works.example", "desk@works.example", password=Secret("smtp-canary-3")),
    key=Secret("key-canary-4"),
    alerts=Alerts(to="boss@works.example"),
)


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    for each in logs._installed:
        each.close()
    logs._installed.clear()
    root.handlers[:], root.level = before, level
    logging.captureWarnings(capture=False)


@pytest.mark.parametrize(
    "text",
    [
        f"login with {SECRET} failed",
        "url ?p=p%C3%A4ssw0rd%2Fwith%3Asigns",
        "cannot open postgresql://cc:db%2Fcanary-77@host/db",
        "the password db/canary-77",
        "client-canary-1 and refresh-canary-2 and smtp-canary-3 and key-canary-4",
    ],
)
def test_no_secret_of_the_settings_is_ever_written(text: str) -> None:
    clean = logs.of_settings(SETTINGS)(text)
    assert "canary" not in clean
    assert "ssw0rd" not in clean
    assert logs.BLOT in clean


@pytest.mark.parametrize(
    "text",
    [
        "password=canary-x",
        "password: 'canary-x'",
        '{"refresh_token": "canary-x", "access_token": "canary-y"}',
        "client_secret=canary-z",
        "Authorization: Bearer canary-xyz123",
        "AUTH XOAUTH2 canaryxyz123==",
        "https://user:canary-x@host/path",
        "url1postgresql://user:canary-x@host/path",
        "see amqp+tls://a.b:canary-x@host, https://user:canary-y@host",
        "Cookie: canary-x",
    ],
)
def test_what_looks_like_a_secret_is_blotted_out(text: str) -> None:
    assert "canary" not in Redaction()(text)


@pytest.mark.parametrize("piece", ["a.", "a", "password ", "://:", "a@", "a://", "a.b@c.", "Bearer "])
def test_a_text_made_to_take_long_does_not(piece: str) -> None:
    """What a server or a file says may come into the log: a table's headings, an answer, a name."""
    begun = time.monotonic()
    Redaction(frozenset({"canary"}))(piece * 20_000)
    assert time.monotonic() - begun < 3


def test_the_addresses_of_strangers_are_cut_and_our_own_are_not() -> None:
    clean = logs.of_settings(SETTINGS)(
        "mail:orders@works.example@imap.works.example:993 got a mail of wang.li@customer.example"
    )
    assert "orders@works.example" in clean
    assert "wang" not in clean
    assert "***@customer.example" in clean


def record(message: str, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    told = None if error is None else (type(error), error, error.__traceback__)
    return logging.LogRecord("flows.x", logging.ERROR, "x.py", 1, message, arguments, told)


def break_down() -> None:
    raise ValueError(BODY)


def raised() -> BaseException | None:
    try:
        break_down()
    except ValueError as error:
        return error
    return None


def test_an_event_is_one_line_whatever_is_in_it() -> None:
    for formatter in (OneLine(Redaction()), Json(Redaction())):
        written = formatter.format(record("subject %s", "a\nb\r\nc", error=raised()))
        assert len(written.splitlines()) == 1
        assert "ValueError" in written
        assert "test_flows_logs.py" in written
        assert "canary" not in written, "what an unexpected error says may quote a mail"


def test_json_has_its_keys() -> None:
    shape = json.loads(Json(Redaction()).format(record("three %s", "mails")))
    assert (shape["level"], shape["logger"], shape["message"]) == ("error", "flows.x", "three mails")
    assert shape["at"].endswith("+00:00")


def test_a_message_whose_arguments_do_not_fit_is_not_lost() -> None:
    assert "three %d" in OneLine(Redaction()).format(record("three %d", "mails"))


def test_the_file_is_rotated_and_private(tmp_path: Path) -> None:
    path = tmp_path / "log" / "countercheck.log"
    wanted = Logging(LogFormat.JSON, "INFO", path, 1, 2)
    logs.install(Settings(tmp_path, Secret("sqlite://"), log=wanted))
    for at in range(12):
        logging.getLogger("flows.test").info("%d %s", at, "x" * 300_000)
    logging.getLogger("prefect.x").info("chatter")
    names = sorted(each.name for each in path.parent.iterdir())
    assert names == ["countercheck.log", "countercheck.log.1", "countercheck.log.2"]
    for each in path.parent.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600
        assert each.stat().st_size < 1.2 * 1024 * 1024
        assert "chatter" not in each.read_text()


def test_prefect_does_not_take_the_log_away(tmp_path: Path) -> None:
    path = tmp_path / "countercheck.log"
    logs.install(Settings(tmp_path, Secret("sqlite://"), log=Logging(file=path)))
    logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "root": {"level": "WARNING"}})
    logs.install_again()
    logging.getLogger("flows.test").info("still here")
    assert "still here" in path.read_text()


def test_a_file_that_cannot_be_written_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    wanted = Logging(file=tmp_path / "file" / "log")
    with pytest.raises(ConfigurationError, match=r"log\.file"):
        logs.install(Settings(tmp_path, Secret("sqlite://"), log=wanted))
