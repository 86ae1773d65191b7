"""The commands as a person and a program call them, in processes of their own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import servers_dovecot
from intake_builders import mail

from demo.tour import FOLDER
from models.reading import HEADER_FIELDS, LINE_FIELDS

PROGRAM = Path(sys.executable).with_name("countercheck")
CHINESE = "09_Marlow_Finch_PO.eml"
ORDER_CSV = (
    "PURCHASE ORDER,,,,,\n"
    "PO No.: 4500777,,,,,\n"
    "Item,Part no.,Description,Qty,Unit price,Amount\n"
    "1,10045,Mechanical seal,2,100.00,200.00\n"
    "2,10046,O-ring,5,2.00,10.00\n"
    "Total,,,,,210.00\n"
)
QUOTES_CSV = (
    "Quotation,Item,Customer,Part number (GPN),Quantity,Unit,Unit price,Price unit,Currency\n"
    "2001,10,Acme Pumps,10045,2,EA,100.00,1,EUR\n"
    "2001,20,Acme Pumps,10046,5,EA,1.90,1,EUR\n"
)


def run(*arguments: str | Path, **changes: str) -> "subprocess.CompletedProcess[str]":
    command = [str(PROGRAM), *map(str, arguments)]
    environment = {**os.environ, "LANG": "C.UTF-8", "NO_COLOR": "1", **changes}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=280)


def lines(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(each) for each in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "order.csv").write_text(ORDER_CSV, "utf-8")
    (tmp_path / "quotes.csv").write_text(QUOTES_CSV, "utf-8")
    return tmp_path


def test_help_loads_nothing_that_only_the_commands_need() -> None:
    heavy = ("prefect", "sqlalchemy", "fastapi", "lxml", "pypdfium2", "openpyxl", "rich")
    program = (
        "import sys, cli\nsys.argv = ['countercheck', '--help']\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        f"print([each for each in {heavy} if each in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "extract" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is started ahead")
@pytest.mark.parametrize(
    ("what", "ahead"), [(["order.csv"], [False]), ([""], []), (["order.csv", "-j", "2"], [])]
)
def test_one_document_has_its_reader_started_before_the_rules_are_imported(
    folder: Path, what: list[str], ahead: list[bool]
) -> None:
    program = (
        "import sys, cli, sandbox\n"
        "start, loaded = sandbox.start, []\n"
        "sandbox.start = lambda: (loaded.append('extractors.assemble' in sys.modules), start())\n"
        "sys.argv = ['countercheck', 'check', *sys.argv[1:]]\n"
        "try:\n    cli.main()\nfinally:\n    print(loaded, 'openpyxl' in sys.modules, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", program, str(folder / what[0]), *what[1:]]
    quotes = ["--quotes", str(folder / "quotes.csv"), "--json"]
    done = subprocess.run([*command, *quotes], capture_output=True, text=True, check=True)
    assert lines(done)
    assert done.stderr.splitlines()[-1] == f"{ahead} False"


def test_a_path_that_does_not_exist_is_told_before_anything_is_read(folder: Path) -> None:
    done = run("extract", folder / "order.csv", folder / "gone.pdf", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "gone.pdf" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", ".", "--lang", "fr"], ["check", "."], ["unknown"], ["import"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


def test_extract_prints_one_line_of_the_fixed_shape_for_each_document(folder: Path) -> None:
    (line,) = lines(run("extract", folder / "order.csv", "--json"))
    assert line["source"] == str(folder / "order.csv")
    assert (line["part"], line["error"], line["kind"]) == (None, None, "purchase_order")
    assert set(line["header"]) == set(HEADER_FIELDS)
    assert [set(each) for each in line["lines"]] == [set(LINE_FIELDS)] * 2
    assert line["header"]["total_amount"]["value"] == "210.00"
    assert {"value", "status", "confidence", "page", "bbox", "text"} <= set(line["header"]["total_amount"])


def test_a_damaged_file_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "b.pdf").write_bytes(b"")
    (folder / "c.rar").write_bytes(b"Rar!\x1a\x07\x00 and more")
    (folder / "quotes.csv").unlink()
    found = {Path(each["source"]).name: each for each in lines(run("extract", folder, "--json"))}
    codes = {name: each["error"] and each["error"]["code"] for name, each in found.items()}
    assert codes == {"a.pdf": "damaged", "b.pdf": "empty", "c.rar": "unsupported", "order.csv": None}
    assert all(each["error"]["message"] for each in found.values() if each["error"])


def test_a_mail_gives_a_line_for_each_document_and_on_request_for_each_other_part() -> None:
    source = FOLDER / "inbox" / "12_付款及放假通知.eml"
    plain, everything = (lines(run("extract", source, "--json", *more)) for more in ([], ["--all-parts"]))
    assert all("ignored" not in each for each in plain)
    assert len(everything) > len(plain)
    assert [each for each in everything if "ignored" not in each] == plain


def test_several_processes_print_the_same_as_one() -> None:
    inbox = FOLDER / "inbox"
    one, two = (run("extract", inbox, "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert len(lines(one)) > 10
    assert one.stdout == two.stdout


def test_check_prints_what_differs(folder: Path) -> None:
    (line,) = lines(run("check", folder / "order.csv", "--quotes", folder / "quotes.csv", "--json"))
    assert line["source"] == str(folder / "order.csv")
    assert (line["document_number"], line["quotation_number"]) == ("4500777", "2001")
    assert line["verdict"] == "review"
    prices = [each for each in line["differences"] if each["field"] == "unit_price" and each["line"] == 2]
    assert [(each["document"], each["quotation"], each["quote_item"]) for each in prices] == [
        ("2.00", "1.90", "20")
    ]


@pytest.mark.parametrize(
    ("lang", "unused", "row"),
    [("en", "columns not used: Colour", "row 3"), ("zh", "未使用的列：Colour", "第 3 行")],
)
def test_check_says_what_of_the_quotations_it_does_not_use(
    folder: Path, lang: str, unused: str, row: str
) -> None:
    head, first, second = QUOTES_CSV.splitlines()
    broken = "\n".join((f"{head},Colour", f"{first},red", f"{second},red".replace("1.90", "#N/A")))
    (folder / "broken.csv").write_text(broken, "utf-8")
    arguments = ("check", folder / "order.csv", "--quotes", folder / "broken.csv", "--json", "--lang", lang)
    done = run(*arguments)
    assert [each["verdict"] for each in lines(done)] == ["review"]
    assert unused in done.stderr
    assert row in done.stderr
    assert run("check", folder / "order.csv", "--quotes", folder / "quotes.csv", "--json").stderr == ""


def test_check_names_the_columns_that_it_saw_and_those_it_misses(folder: Path) -> None:
    (folder / "odd.csv").write_text("Quotation,Colour\n1,red\n", "utf-8")
    done = run("check", folder / "order.csv", "--quotes", folder / "odd.csv", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Colour" in done.stderr
    assert "part_number" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_policy_is_one_line_that_names_the_key(folder: Path) -> None:
    (folder / "own.toml").write_text("[prices]\ndecimals = 'two'\n", "utf-8")
    done = run("check", folder, "--quotes", folder / "quotes.csv", "--policy", folder / "own.toml")
    assert done.returncode == 4
    assert "prices.decimals" in done.stderr


@pytest.mark.parametrize(("lang", "verdict"), [("en", "needs"), ("zh", "报价")])
def test_the_report_for_people_says_what_differs_in_words(folder: Path, lang: str, verdict: str) -> None:
    done = run("check", folder / "order.csv", "--quotes", folder / "quotes.csv", "--lang", lang)
    assert done.returncode == 0
    assert "1.90" in done.stdout
    assert verdict in done.stdout
    assert "Traceback" not in done.stderr


def test_run_without_settings_says_what_to_do(tmp_path: Path) -> None:
    done = run("run", "--once", "--data", tmp_path)
    assert done.returncode == 4
    assert "countercheck init" in done.stderr


def test_init_without_a_person_names_what_is_missing(tmp_path: Path) -> None:
    done = run("init", "--no-ask", "--data", tmp_path, "--mailbox-host", "imap.works.example")
    assert done.returncode == 4
    assert "--mailbox-user" in done.stderr
    assert not (tmp_path / "countercheck.toml").exists()


def test_a_watched_folder_from_init_to_a_second_run(folder: Path, tmp_path: Path) -> None:
    data, watched = tmp_path / "data", tmp_path / "watched"
    watched.mkdir()
    (watched / "order.csv").write_text(ORDER_CSV, "utf-8")
    given = ("--watched", watched, "--quotations", folder / "quotes.csv", "--lang", "en")
    done = run("init", "--no-ask", "--data", data, *given)
    assert done.returncode == 0, done.stderr
    assert "quotations 1, items 2" in done.stdout
    first = run("run", "--once", "--data", data, "--lang", "en")
    assert first.returncode == 0, first.stderr
    assert "1.90" in first.stdout
    assert (watched / "done" / "order.csv").exists()
    again = run("run", "--once", "--data", data, "--lang", "en")
    assert "nothing new" in again.stdout


def test_an_import_says_how_it_was_understood_and_knows_the_file_again(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = run("import", "quotations", folder / "quotes.csv", "--data", data, "--lang", "en")
    assert first.returncode == 0, first.stderr
    assert "Unit price → " in first.stdout
    again = run("import", "quotations", folder / "quotes.csv", "--data", data, "--lang", "en")
    assert "nothing changed" in again.stdout


def test_init_takes_a_folder_of_exports(folder: Path, tmp_path: Path) -> None:
    data, exports, inbox = (tmp_path / each for each in ("data", "exports", "inbox"))
    exports.mkdir()
    inbox.mkdir()
    shutil.copy(folder / "quotes.csv", exports)
    given = ("--no-ask", "--watched", inbox, "--quotations", exports)
    done = run("init", *given, "--data", data, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert (exports / "done" / "quotes.csv").exists()
    assert "in use" in run("quotations", "--data", data, "--lang", "en").stdout


def test_an_import_that_shrank_waits_until_it_is_confirmed(folder: Path, tmp_path: Path) -> None:
    data, less = tmp_path / "data", tmp_path / "less.csv"
    run("import", "quotations", folder / "quotes.csv", "--data", data, "--lang", "en")
    (heading, *_) = (folder / "quotes.csv").read_text("utf-8").splitlines()
    less.write_text(f"{heading}\n", "utf-8")
    waits = run("import", "quotations", less, "--data", data, "--lang", "en")
    assert waits.returncode == 0, waits.stderr
    assert "waits for you and is not used" in waits.stdout
    listed = run("quotations", "--data", data, "--lang", "en").stdout.splitlines()
    assert [("less.csv" in each, "waits for you" in each, "in use" in each) for each in listed] == [
        (True, True, False),
        (False, False, True),
    ]
    used = run("import", "quotations", less, "--confirm", "--data", data, "--lang", "en")
    assert "waits" not in used.stdout
    assert "in use" in run("quotations", "--data", data, "--lang", "en").stdout.splitlines()[0]


@pytest.mark.dovecot
@pytest.mark.skipif(servers_dovecot.PROGRAM is None, reason=servers_dovecot.MISSING)
def test_init_tries_the_mailbox_and_run_takes_its_mails_in(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with servers_dovecot.running() as server:
        server.deliver("desk", mail("订单", "We are closed next week."))
        box = server.mailbox("desk")
        given = ("--mailbox-host", box.host, "--mailbox-port", str(box.port), "--mailbox-security", "plain")
        secret = {"COUNTERCHECK_MAILBOX_PASSWORD": box.password.reveal()}
        wrong = run(
            "init", "--no-ask", "--data", data, *given, "--mailbox-user", "desk", "--mailbox-password", "x"
        )
        assert wrong.returncode == 5
        assert not (data / "countercheck.toml").exists()
        done = run(
            "init", "--no-ask", "--data", data, *given, "--mailbox-user", "desk", "--lang", "en", **secret
        )
        assert done.returncode == 0, done.stderr
        assert "1 mail is waiting" in done.stdout
        taken = run("run", "--once", "--data", data, "--lang", "en")
        assert taken.returncode == 0, taken.stderr
        assert "订单" in taken.stdout
        assert box.password.reveal() not in done.stdout + taken.stdout + taken.stderr
        assert len(server.contents("desk", "countercheck/Done")) == 1


@pytest.fixture
def running(folder: Path, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    watched = tmp_path / "watched"
    watched.mkdir()
    command = [str(PROGRAM), "run", "--data", str(tmp_path / "data"), "--port", "0", "--lang", "en"]
    environment = {
        **os.environ,
        "COUNTERCHECK_WATCHED": str(watched),
        "COUNTERCHECK_QUOTATIONS": str(folder / "quotes.csv"),
        "COUNTERCHECK_POLL": "1",
        "COUNTERCHECK_PREFECT": "no",
    }
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        yield process
        process.kill()


def test_run_serves_pages_takes_in_what_comes_and_stops_on_a_signal(
    running: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    assert running.stdout is not None
    url = running.stdout.readline().split()[-1]
    (tmp_path / "watched" / "order.csv").write_text(ORDER_CSV, "utf-8")
    shown = wait_for(f"{url}cases/1?lang=en", "1.90")
    assert "4500777" in shown
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == 143


def wait_for(url: str, text: str) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                shown: str = answer.read().decode()
                if text in shown:
                    return shown
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{url} never showed {text}")
