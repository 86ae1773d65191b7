import dataclasses
import io
import re

import pytest
import review_desk
from rich.console import Console

from models.case import CaseDetail
from models.comparison import Comparison
from models.errors import ErrorCode
from models.reading import Extraction, Failure, Field, stated
from review.languages import LANGUAGES, of_terminal
from review.reports import intake, report

DESK = review_desk.full()
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def console(*, colour: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        width=150,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
    )


def printed(of: Console) -> str:
    assert isinstance(of.file, io.StringIO)
    return of.file.getvalue()


def read(case: CaseDetail) -> Extraction:
    assert case.extraction is not None
    return case.extraction


def pairs() -> list[tuple[Extraction, Comparison | None]]:
    return [(each.extraction, each.comparison) for each in DESK.cases.values() if each.extraction]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ["unit price", "could also be", "the file", "documents"]),
        ("zh", ["单价", "也可能是", "文件", "份文件"]),
    ],
)
def test_documents_are_printed_with_their_doubts_and_what_to_do(lang: str, expected: list[str]) -> None:
    shown = console()
    report.print_extractions(shown, [extraction for extraction, _ in pairs()], lang)
    text = printed(shown)
    assert [each for each in expected if each not in text] == []
    sure = [field for _, field in _stated(DESK.cases[12]) if field.sure and field.value]
    assert sum((field.value or "") in text.replace(",", "") for field in sure) > len(sure) / 2


def _stated(case: CaseDetail) -> list[tuple[str, Field]]:
    reading = read(case).reading
    assert reading is not None
    return list(stated(reading.header))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cause_is_said_once_and_each_difference_with_its_place(lang: str) -> None:
    case = DESK.cases[13]
    shown = console()
    report.print_comparisons(shown, [(read(case), case.comparison)], lang)
    text = printed(shown)
    assert text.count("»") == 1
    assert "1.13" in text


def test_what_came_in_ends_with_the_account_of_all() -> None:
    shown = console()
    sources = DESK.sources()
    intake.print_intake(
        shown, sources.ledger(), list(DESK.messages.values()), list(DESK.cases.values()), "en"
    )
    last = printed(shown).strip().splitlines()[-1]
    counts = sources.ledger()
    assert last.startswith(f"{counts.seen} messages received = {counts.processed} processed")


def test_a_text_of_a_stranger_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J\x1b]0;owned\x07\u202egnp.exe\r\nnew line"
    extraction = dataclasses.replace(read(DESK.cases[12]), source=hostile, part=hostile)
    failed = Extraction(hostile, "0" * 64, failure=Failure(ErrorCode.DAMAGED, hostile))
    shown = console()
    report.print_extractions(shown, [extraction, failed], "en")
    report.print_comparisons(shown, [(extraction, DESK.cases[12].comparison)], "en")
    assert not STEERING.search(printed(shown))


def test_colour_only_helps() -> None:
    plain, coloured = console(), console(colour=True)
    for each in (plain, coloured):
        report.print_comparisons(each, pairs(), "en")
    assert "\x1b[" in printed(coloured)
    assert re.sub(r"\x1b\[[0-9;]*m", "", printed(coloured)) == printed(plain)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_a_report_speaks_the_language_of_the_terminal(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert of_terminal(None) == expected
    assert of_terminal("zh") == "zh"
