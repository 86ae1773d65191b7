"""The shape of `check --json`, fixed by `docs/interface.md`, without the source of the document."""

from typing import Any

from models.comparison import Comparison, Difference, Note

Json = dict[str, Any]


def comparison_line(comparison: Comparison) -> Json:
    """Return the JSON object of one comparison, as `check --json` prints it behind source and part."""
    line: Json = {
        "document_number": comparison.document_number,
        "quotation_number": comparison.quotation_number,
        "verdict": comparison.verdict.value,
        "differences": [_difference(each) for each in comparison.differences],
        "notes": [_note(each) for each in comparison.notes],
    }
    if comparison.proposed:
        line["proposed"] = True
    if comparison.candidates:
        line["candidates"] = list(comparison.candidates)
    return line


def _difference(difference: Difference) -> Json:
    return {
        "field": difference.field,
        "line": difference.line,
        "quote_item": difference.quote_item,
        "kind": difference.kind.value,
        "document": difference.document,
        "quotation": difference.quotation,
    }


def _note(note: Note) -> Json:
    return {"code": note.code, "severity": note.severity.value, "line": note.line, "text": note.text}
