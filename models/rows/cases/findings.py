"""What a comparison leaves to decide, as rows: one for each check that is not settled, and each note."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models.columns import encoded
from models.comparison import Check, Comparison, Outcome
from models.receipt import CaseDraft, Versions

SETTLED = frozenset({Outcome.EQUAL, Outcome.EQUAL_AFTER})
"""Outcomes of a check that leave nothing to decide, if the document's value was read surely."""


def rows(
    number: int, draft: CaseDraft, comparison: Comparison, versions: Versions
) -> Iterator[dict[str, Any]]:
    """Yield a row for everything of a comparison that is left to decide, its notes included."""
    assert draft.document is not None, "only documents are compared"
    case = {
        "case_number": number,
        "doc_sha256": draft.document.sha256,
        "read_as": draft.document.read_as,
        "piece": draft.piece,
        "quotation_number": comparison.quotation_number or "",
        "snapshot_id": draft.snapshot or 0,
        "rule_version": versions.rules,
    }
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in [*_open_checks(comparison), *_notes(comparison)]:
        key = (row["line"], row["quote_item"], row["field"], row["code"])
        yield case | row | {"occurrence": seen[key]}
        seen[key] += 1


def _open_checks(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for check in comparison.checks:
        if not _is_settled(check):
            yield {
                "line": check.line or 0,
                "quote_item": check.quote_item or "",
                "field": check.field,
                "code": check.code,
                "outcome": check.outcome.value,
                "severity": check.severity.value,
                "document_sure": check.document_sure,
                "detail_json": encoded(check),
            }


def _is_settled(check: Check) -> bool:
    return check.outcome in SETTLED and check.document_sure


def _notes(comparison: Comparison) -> Iterator[dict[str, Any]]:
    for note in comparison.notes:
        yield {
            "line": note.line or 0,
            "quote_item": "",
            "field": "",
            "code": note.code,
            "outcome": "note",
            "severity": note.severity.value,
            "document_sure": True,
            "detail_json": encoded(note),
        }
