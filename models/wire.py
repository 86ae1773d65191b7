"""The shape of `extract --json`, fixed by `docs/interface.md`.

Required keys are always there; optional ones (`container`, `ordinal`, `pages`, `proof`, `reason`,
`candidates`, `where`, `unit`, `anchor`, `problems`) only where they say something.
"""

from typing import Any

from models.page import Box
from models.reading import (
    HEADER_FIELDS,
    LINE_FIELDS,
    Candidate,
    Evidence,
    Extraction,
    Field,
    Header,
    OrderLine,
    Problem,
    Reading,
)

Json = dict[str, Any]


def extraction_line(extraction: Extraction) -> Json:
    """Return the JSON object of one document, as `extract --json` prints it."""
    line: Json = {"source": extraction.source, "part": extraction.part, "sha256": extraction.sha256}
    line |= _present(
        container=list(extraction.container),
        ordinal=extraction.ordinal,
        also_parts=list(extraction.also_parts),
        ignored=extraction.ignored,
    )
    if extraction.reading is not None:
        line |= _reading(extraction.reading)
    failure = extraction.failure
    line["error"] = failure and {"code": failure.code.value, "message": failure.message}
    return line


def _reading(reading: Reading) -> Json:
    shape: Json = {"kind": reading.kind.value, "language": reading.language.value}
    shape["header"] = _fields(reading.header, HEADER_FIELDS)
    shape["lines"] = [_fields(each, LINE_FIELDS) for each in reading.lines]
    return shape | _present(
        pages=reading.pages and list(reading.pages),
        kind_evidence=reading.kind_evidence and _place(reading.kind_evidence),
        problems=[_problem(each) for each in reading.problems],
    )


def _fields(part: Header | OrderLine, names: tuple[str, ...]) -> Json:
    return {name: (each := getattr(part, name)) and _field(each) for name in names}


def _field(field: Field) -> Json:
    shape: Json = {
        "value": field.value,
        "status": "sure" if field.sure else "unsure",
        "confidence": round(field.confidence, 3),
    }
    return (
        shape
        | _place(field.evidence)
        | _present(
            proof=[each.value for each in field.proof],
            reason=field.reason and field.reason.value,
            detail=field.detail,
            candidates=[_candidate(each) for each in field.candidates],
            unit=field.unit,
            anchor=field.anchor,
        )
    )


def _place(evidence: Evidence) -> Json:
    box = evidence.box
    shape: Json = {
        "page": evidence.page,
        "bbox": box and _rounded(box),
        "text": evidence.text,
    }
    return shape | _present(where=evidence.where)


def _rounded(box: Box) -> list[float]:
    return [round(edge, 1) for edge in box]


def _candidate(candidate: Candidate) -> Json:
    place = _place(candidate.evidence) if candidate.evidence else {}
    return {"value": candidate.value} | place


def _problem(problem: Problem) -> Json:
    place = _place(problem.evidence) if problem.evidence else {}
    return {"code": problem.code} | _present(detail=problem.detail) | place


def _present(**pairs: object) -> Json:
    return {name: value for name, value in pairs.items() if value not in (None, "", [], ())}
