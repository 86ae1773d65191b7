"""The made-up mailbox, read perfectly: every true difference is found, and no other is told."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from compare_builders import sure

from bench import checks, truths
from compare import policy as policies
from compare.book import QuotationBook, build
from compare.compare import compare
from compare.wire import comparison_line
from models.comparison import Verdict
from models.reading import HEADER_FIELDS, LINE_FIELDS, Header, Kind, Language, OrderLine, Reading
from sap.quoting import quotations

ROOT = Path(__file__).parent.parent
POLICY = policies.load((ROOT / "policy.toml").read_text("utf-8"))
DEMO = truths.load(ROOT / "demo", "demo")
TODAY = dt.date(2026, 11, 24)
ORDERS = [each for each in DEMO.checks if each.verdict != "unreadable"]


def book(path: Path) -> QuotationBook:
    return build(quotations.read(path.read_bytes(), path.name).quotations)


BOOKS = {path.name: book(path) for path in DEMO.quotes}


def readings() -> dict[tuple[str, str | None], Reading]:
    """Return every document of the mailbox as a perfect reader would read it."""
    texts = (ROOT / "demo" / "truth.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(text, parse_float=str) for text in texts]
    return {(each["source"], each["part"]): _reading(each) for each in records if each["lines"]}


def _reading(record: dict[str, Any]) -> Reading:
    header = Header(**_fields(record["header"], HEADER_FIELDS))
    lines = tuple(OrderLine(**_fields(each, LINE_FIELDS)) for each in record["lines"])
    return Reading(Kind(record["kind"]), Language(record["language"]), header, lines)


def _fields(values: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: sure(values[name]) for name in names if values.get(name) is not None}
    if "lead_time" in found:
        found["lead_time"] = replace(found["lead_time"], unit=values.get("lead_time_unit"))
    return found


READINGS = readings()


@pytest.mark.parametrize("export", sorted(BOOKS))
@pytest.mark.parametrize("truth", ORDERS, ids=lambda each: each.source)
def test_every_true_difference_is_found_and_no_other_is_told(truth: truths.CheckTruth, export: str) -> None:
    found = compare(READINGS[truth.source, truth.part], BOOKS[export], POLICY, TODAY)
    scored = checks.score(truth, comparison_line(found))
    assert (scored.missed, scored.false) == ((), ())
    assert (scored.verdict_right, scored.quotation_right) == (True, True)


@pytest.mark.parametrize(
    "truth", [each for each in ORDERS if each.verdict == "match"], ids=lambda each: each.source
)
def test_a_match_that_lost_a_line_is_none_any_more(truth: truths.CheckTruth) -> None:
    whole = READINGS[truth.source, truth.part]
    for at in range(len(whole.lines)):
        rest = replace(whole, lines=whole.lines[:at] + whole.lines[at + 1 :])
        assert compare(rest, BOOKS["quotations.csv"], POLICY, TODAY).verdict is not Verdict.MATCH
