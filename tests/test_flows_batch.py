"""Many files at once: one that shows a mistake of ours does not stop the others."""

import datetime as dt
from pathlib import Path

import pytest

import spine
from compare import book, compare
from compare.book import QuotationBook
from flows import batch, policy_file
from models.comparison import Comparison, Verdict
from models.errors import ErrorCode
from models.policy import Policy
from models.reading import Extraction, Reading

ORDER = "采购订单\n订单号：PO-7001\n采购方：海岳泵业有限公司\n请供货：轴套 2 件，单价 30.00 元。\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{at}.txt" for at in range(3)]
    for each in found:
        each.write_text(ORDER, encoding="utf-8")
    return found


def test_a_mistake_in_a_rule_is_a_failure_of_its_file_alone(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = spine.extract

    def broken(data: bytes, source: str, read: spine.Read, name: str | None = None) -> tuple[Extraction, ...]:
        if source == str(files[1]):
            message = "the text of a customer"
            raise ValueError(message)
        return reading(data, source, read, name)

    monkeypatch.setattr(spine, "extract", broken)
    found = [extraction for _, each in batch.read_all(files, 1) for extraction in each]
    failed = [each for each in found if each.failure is not None]
    assert [each.source for each in failed] == [str(files[1])]
    failure = failed[0].failure
    assert failure is not None
    assert failure.code is ErrorCode.CRASHED
    assert "ValueError" in failure.message
    assert "customer" not in failure.message
    assert "Traceback" in capsys.readouterr().err
    assert sum(each.reading is not None for each in found) == len(files) - 1


def test_a_mistake_in_a_check_is_a_failure_of_its_document_alone(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    comparing = compare.compare

    def broken(reading: Reading, quotes: QuotationBook, policy: Policy, today: dt.date) -> Comparison:
        if reading is readings[1].reading:
            message = "the text of a customer"
            raise ValueError(message)
        return comparing(reading, quotes, policy, today)

    readings = [extraction for _, each in batch.read_all(files, 1) for extraction in each]
    monkeypatch.setattr(spine, "hold_against", broken)
    rules, today = policy_file.load(None), dt.date(2026, 3, 2)
    quotes = book.build(())
    found = [batch.compare(each, quotes, rules, today) for each in readings]
    verdicts = [comparison.verdict for _, comparison in found if comparison is not None]
    assert verdicts == [Verdict.NO_QUOTATION, Verdict.UNREADABLE, Verdict.NO_QUOTATION]
    failure = found[1][0].failure
    assert failure is not None
    assert "ValueError" in failure.message
    assert "customer" not in failure.message
    assert "Traceback" in capsys.readouterr().err
