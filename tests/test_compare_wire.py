"""The shape of `check --json`."""

import json

from compare_builders import held, item, line, order, quotation

from compare.wire import comparison_line
from models import codec
from models.comparison import Comparison


def test_a_comparison_has_the_keys_that_are_measured() -> None:
    shape = comparison_line(held(order(line(unit_price="120.00", amount="240.00"))))
    assert shape == {
        "document_number": "PO-1",
        "quotation_number": "20017734",
        "verdict": "review",
        "differences": [
            {
                "field": "unit_price",
                "line": 1,
                "quote_item": "10",
                "kind": "differs",
                "document": "120.00",
                "quotation": "118.00",
            }
        ],
        "notes": [],
    }
    assert json.loads(json.dumps(shape)) == shape


def test_notes_have_their_code_and_severity() -> None:
    shape = comparison_line(held(order(line(unit_price="0", amount="0"))))
    assert shape["notes"] == [
        {"code": "L14", "severity": "blocker", "line": 1, "text": "the price is zero"},
    ]


def test_a_proposal_and_its_rivals_are_told() -> None:
    shape = comparison_line(held(order(quotation_number=None), quotation(), quotation(number="20017735")))
    assert (shape["proposed"], shape["verdict"]) == (True, "review")
    assert {shape["quotation_number"], *shape["candidates"]} == {"20017734", "20017735"}


def test_without_a_quotation_nothing_is_compared() -> None:
    shape = comparison_line(held(order(), quotation(item(part_number="A-10001"), number="1")))
    assert shape == {
        "document_number": "PO-1",
        "quotation_number": None,
        "verdict": "no_quotation",
        "differences": [],
        "notes": [],
    }


def test_a_comparison_that_was_kept_comes_back_as_it_was() -> None:
    found = held(order(line(unit_price="120.00"), line(part_number="A-10001")))
    assert codec.from_plain(Comparison, json.loads(json.dumps(codec.to_plain(found)))) == found
