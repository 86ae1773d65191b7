"""Made-up lists in the ways that finance and SAP write them, against decisions written by hand."""

from collections import Counter
from dataclasses import replace
from functools import cache, partial

import pytest
import reconcile_builders as builders

from desk.invoicing import deciding
from flows.invoicing import holding
from flows.invoicing.holding import Given
from models.invoice_desk import ExportKind
from models.invoicing import Answer, Code
from models.policy import Policy
from sap import invoice_list

CASES, LISTS = builders.load()
NAMES = [builders.text(each, "name") for each in LISTS]
DECIDED_WITHOUT = {
    "orders": set[str](),
    "billing": {"UNKNOWN_ORDER"},
    "deliveries": {"UNKNOWN_ORDER", "ALREADY_INVOICED", "NOT_BILLABLE", "HOLD_DISPUTE", "PRICE_MISMATCH"},
    "profiles": {
        "UNKNOWN_ORDER",
        "ALREADY_INVOICED",
        "NOT_BILLABLE",
        "HOLD_DISPUTE",
        "PRICE_MISMATCH",
        "QTY_MISMATCH",
        "HOLD_NOT_SHIPPED",
    },
}
"""The decisions that stand before the first step which needs a source, by the interface."""


@cache
def made(at: int) -> builders.Files:
    return builders.build(LISTS[at], CASES)


@cache
def answered(at: int) -> Answer:
    files = made(at)
    name, data = files.contents["list"]
    listed = invoice_list.read(data, name)
    given = {
        kind: Given(partial(bytes, files.contents[kind][1]), files.contents[kind][0], {})
        for kind in ExportKind
        if kind in files.contents
    }
    sources = replace(holding.sources(listed, given), contracts=tuple(files.contracts))
    return deciding.decide(listed.rows, sources, Policy(), builders.TODAY)


def expected(at: int) -> list[builders.Expected]:
    missing = builders.text(LISTS[at], "missing")
    if not missing:
        return made(at).expected
    needing = {builders.text(each, "name") for each in CASES if builders.text(each, "needs") == missing}
    return [
        each
        if each.code in DECIDED_WITHOUT[missing] and each.case not in needing
        else replace(each, code="NOT_CHECKED", group=None)
        for each in made(at).expected
    ]


@pytest.mark.parametrize("at", range(len(LISTS)), ids=NAMES)
def test_every_row_is_decided_as_written_by_hand(at: int) -> None:
    found = answered(at)
    by_hand = expected(at)
    assert len(found.decisions) == len(by_hand)
    wrong = [
        f"{each.case}: {decision.code}, not {each.code} {decision.reasons}"
        for each, decision in zip(by_hand, found.decisions, strict=True)
        if decision.code != each.code
    ]
    assert wrong == []


@pytest.mark.parametrize("at", range(len(LISTS)), ids=NAMES)
def test_rows_go_together_as_written_by_hand(at: int) -> None:
    found = answered(at)
    together: dict[str, set[str | None]] = {}
    for each, decision in zip(expected(at), found.decisions, strict=True):
        assert (each.group is None) is (decision.group is None), each.case
        if each.group is not None:
            together.setdefault(each.group, set()).add(decision.group)
    assert all(len(names) == 1 for names in together.values())
    assert len({name for names in together.values() for name in names}) == len(together)


def test_the_lists_are_as_many_and_as_various_as_they_must_be() -> None:
    rows = [each for at in range(len(LISTS)) for each in expected(at)]
    assert len(LISTS) >= 12
    assert sum(len(builders.specs(each, "rows")) for each in CASES) >= 300
    assert len(rows) >= 300
    assert {builders.text(each, "notation") for each in LISTS} == {"point", "comma", "space"}
    assert {builders.text(each, "words") for each in LISTS} == {"en", "zh", "tech"}
    counts = Counter(each.code for each in rows)
    assert set(counts) == {each.value for each in Code}
    assert min(counts.values()) >= 4
