"""Scores of documents, by hand-made readings."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bench import score
from bench.align import align
from bench.outputs import Json, ReadDocument, document
from bench.score import DocumentScore, silent_errors
from bench.truths import Truth, contents

HEADER = {"document_number": "PO-1", "total_amount": "60.00", "lead_time": None}
LINES = [{"part_number": each, "quantity": "2", "unit_price": None} for each in ("A1", "B2", "C3")]


def truth(**changes: object) -> Truth:
    made = Truth(
        source="in/a.eml",
        part="po.pdf",
        kind="purchase_order",
        language="en",
        scan=False,
        format="pdf",
        contents=(contents(HEADER, LINES),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def field(value: str | None, status: str = "sure") -> Json | None:
    if value is None:
        return None
    return {"value": value, "status": status, "page": 1, "text": value}


def reading(
    header: Json = HEADER, lines: Sequence[Json] = LINES, unsure: Sequence[str] = (), **changes: object
) -> ReadDocument:
    def shape(row: Json) -> Json:
        return {name: field(each, "unsure" if name in unsure else "sure") for name, each in row.items()}

    line = {"source": "in/a.eml", "part": "po.pdf", "kind": "purchase_order", "language": "en", "error": None}
    return document(line | {"header": shape(header), "lines": [shape(each) for each in lines]} | changes)


def faults(scored: DocumentScore) -> list[tuple[str, str, str]]:
    return [(each.fault, each.place, each.name) for each in silent_errors(scored)]


def test_a_perfect_reading_is_touchless() -> None:
    scored = score.score(truth(), reading())
    assert scored.right
    assert scored.core_right
    assert scored.touchless
    assert scored.lines_right == 3
    assert faults(scored) == []


def test_a_right_value_that_is_unsure_is_right_and_not_touchless() -> None:
    scored = score.score(truth(), reading(unsure=["quantity"]))
    assert scored.right
    assert not scored.touchless


def test_a_wrong_value_that_is_sure_is_a_silent_error_even_beside_an_unsure_one() -> None:
    scored = score.score(truth(), reading(HEADER | {"total_amount": "66.00"}, unsure=["quantity"]))
    assert faults(scored) == [("wrong", "header", "total_amount")]
    assert not scored.core_right


def test_a_wrong_value_that_is_unsure_is_no_silent_error() -> None:
    scored = score.score(truth(), reading(HEADER | {"total_amount": "66.00"}, unsure=["total_amount"]))
    assert faults(scored) == []
    assert not scored.right


def test_a_sure_value_where_nothing_stands_is_a_silent_error() -> None:
    scored = score.score(truth(), reading(HEADER | {"lead_time": "P8W"}))
    assert faults(scored) == [("invented", "header", "lead_time")]


def test_a_missed_field_is_silent_only_where_nothing_is_unsure() -> None:
    header = HEADER | {"total_amount": None}
    assert faults(score.score(truth(), reading(header))) == [("missed", "header", "total_amount")]
    assert faults(score.score(truth(), reading(header, unsure=["quantity"]))) == []


def test_a_missing_line_is_one_silent_error_and_the_others_keep_their_place() -> None:
    scored = score.score(truth(), reading(lines=[LINES[0], LINES[2]]))
    assert scored.missing == (1,)
    assert scored.lines_right == 2
    assert faults(scored) == [("missing line", "line 2", "")]


def test_an_extra_line_is_a_silent_error() -> None:
    scored = score.score(truth(), reading(lines=[LINES[0], {"part_number": "Total"}, *LINES[1:]]))
    assert scored.extra == (1,)
    assert faults(scored) == [("extra line", "line 2", "")]


def test_a_document_that_nobody_read_is_a_silent_error() -> None:
    assert faults(score.score(truth(), None)) == [("missing document", "", "")]
    assert faults(score.score(truth(optional=True), None)) == []


def test_a_named_error_is_not_silent() -> None:
    failed = reading({}, [], error={"code": "damaged", "message": ""}, kind=None)
    scored = score.score(truth(), failed)
    assert faults(scored) == []
    assert not scored.right


def test_an_order_taken_for_something_else_is_hidden() -> None:
    assert score.score(truth(), reading(kind="invoice")).hidden
    assert not score.score(truth(), reading(kind="contract")).hidden


def test_further_right_values_count() -> None:
    accept = {"lines": [{"part_number": ["LP-1"]}, {}, {"unit_price": ["5"]}]}
    made = truth(contents=(contents(HEADER, LINES, accept),))
    read = [LINES[0] | {"part_number": "LP-1"}, LINES[1], LINES[2] | {"unit_price": "5.0"}]
    assert score.score(made, reading(lines=read)).right


def test_the_most_favourable_whole_reading_counts() -> None:
    net = [each | {"quantity": "4"} for each in LINES]
    both = truth(contents=(contents(HEADER, LINES), contents(HEADER, net)))
    assert score.score(both, reading(lines=net)).right
    assert not score.score(both, reading(lines=[net[0], *LINES[1:]])).right


def test_of_a_kind_only_document_nothing_else_is_judged() -> None:
    scored = score.score(truth(kind_only=True, kind="drawing"), reading(kind="drawing"))
    assert scored.kind_right
    assert scored.fields == ()


@pytest.mark.parametrize(
    ("expected", "read", "pairs"),
    [
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "ac", [(0, 0), (1, None), (2, 1)]),
        ("ac", "abc", [(0, 0), (None, 1), (1, 2)]),
        ("abc", "", [(0, None), (1, None), (2, None)]),
        ("a", "xy", [(0, None), (None, 0), (None, 1)]),
    ],
)
def test_lines_are_aligned_in_order(expected: str, read: str, pairs: list[tuple[int, int]]) -> None:
    def likeness(one: int, other: int) -> int:
        return int(expected[one] == read[other])

    assert align(len(expected), len(read), likeness) == pairs


def test_a_damaged_document_must_be_refused_or_doubted() -> None:
    damaged = truth(kind=None, kind_only=True, error="damaged")
    refused = reading({}, [], error={"code": "damaged", "message": ""}, kind=None)
    assert score.score(damaged, refused).refused_right
    assert faults(score.score(damaged, refused)) == []
    assert faults(score.score(damaged, reading())) == [("not refused", "", "")]
    assert faults(score.score(damaged, reading(unsure=["quantity"]))) == []
