"""`countercheck reconcile` as a person and a program call it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import reconcile_builders as builders

PROGRAM = Path(sys.executable).with_name("countercheck")
ALL, LISTS = builders.load()
CASES = [each for each in ALL if "contract" not in each]
"""The command knows no contracts."""


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "LANG": "C.UTF-8", "NO_COLOR": "1"}
    command = [str(PROGRAM), "reconcile", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)


def lines(done: "subprocess.CompletedProcess[str]") -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(each) for each in done.stdout.splitlines()]


@pytest.fixture
def given(tmp_path: Path) -> list[str | Path]:
    files = builders.build(LISTS[9], CASES)
    found: list[str | Path] = []
    for name, (file, content) in files.contents.items():
        path = tmp_path / f"{name}{Path(file).suffix}"
        path.write_bytes(content)
        found += [] if name == "list" else [f"--{name}", path]
    return [tmp_path / "list.xlsx", *found, "--as-of", builders.TODAY.isoformat()]


def test_one_line_for_each_row_in_the_fixed_shape(given: list[str | Path]) -> None:
    found = lines(run(*given, "--json"))
    by_hand = builders.build(LISTS[9], CASES).expected
    assert [each["code"] for each in found] == [each.code for each in by_hand]
    keys = {"row", "order", "item", "delivery", "code", "group", "until", "tell", "reasons"}
    assert {frozenset(each) for each in found} == {frozenset(keys)}
    assert [each["row"] for each in found] == list(range(5, 5 + len(found)))
    held = next(each for each in found if each["code"] == "HOLD_CUSTOMER_REQUEST")
    assert held["until"] == "2026-12-01"
    assert held["tell"] == ["finance"]


def test_a_source_that_is_not_given_comes_from_nowhere(given: list[str | Path]) -> None:
    assert {each["code"] for each in lines(run(given[0], "--json"))} == {"NOT_CHECKED"}


@pytest.mark.parametrize(
    ("lang", "words"), [("en", ["not billable", "tell"]), ("zh", ["不可开票", "合并发票"])]
)
def test_the_report_says_it_in_words(given: list[str | Path], lang: str, words: list[str]) -> None:
    done = run(*given, "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert words[0] in done.stdout
    first = done.stdout.splitlines()[0]
    assert first.startswith(("not checked", "未核对"))


def test_the_report_previews_every_invoice_and_warns_of_the_quota(
    given: list[str | Path], tmp_path: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[invoicing.quota]\nper_month = 1000\nper_invoice = 500000\n", "utf-8")
    done = run(*given, "--lang", "en", "--policy", policy)
    assert done.returncode == 0, done.stderr
    invoices = [each for each in done.stdout.splitlines() if each.startswith("  Invoice ")]
    assert f"{len(invoices)} invoices to be:" in done.stdout
    codes = [each["code"] for each in lines(run(*given, "--json"))]
    groups = {each["group"] for each in lines(run(*given, "--json"))} - {None}
    assert len(invoices) == codes.count("INVOICE") + len(groups)
    assert "over the month's quota of 1000" in done.stdout


def test_the_reply_is_the_list_with_decisions(given: list[str | Path], tmp_path: Path) -> None:
    target = tmp_path / "reply.xlsx"
    done = run(*given, "--reply", target, "--lang", "zh", "--json")
    assert done.returncode == 0, done.stderr
    page = openpyxl.load_workbook(target).worksheets[0]
    headings = [cell.value for cell in next(page.iter_rows(min_row=4, max_row=4))]
    assert headings[-4:] == ["决定", "原因", "合并组", "备注"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--orders", "gone.csv"], "gone.csv"),
        (["--as-of", "yesterday"], "yesterday"),
        (["--lang", "fr"], "fr"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(
    given: list[str | Path], arguments: list[str], told: str
) -> None:
    done = run(given[0], *arguments, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_list_is_never_overwritten(given: list[str | Path]) -> None:
    before = Path(given[0]).read_bytes()
    done = run(*given, "--reply", given[0], "--json")
    assert done.returncode == 2
    assert Path(given[0]).read_bytes() == before


@pytest.mark.parametrize("option", ["", "--orders", "--deliveries", "--billing", "--profiles"])
def test_columns_that_are_not_understood_are_named(
    given: list[str | Path], tmp_path: Path, option: str
) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Order,Colour,Item\n30000001,red,10\n", "utf-8")
    done = run(*([given[0], option, odd] if option else [odd]), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Colour" in done.stderr
    assert "rename the columns" in done.stderr.lower()


def test_another_kind_of_export_is_refused(given: list[str | Path], tmp_path: Path) -> None:
    odd = tmp_path / "vf05.csv"
    odd.write_text(
        "开票凭证,项目,销售凭证,销售凭证项目,数量,净值\n90001111,10,30005678,10,4,472.40\n", "utf-8"
    )
    done = run(given[0], "--orders", odd, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no export of orders but of billing" in done.stderr
