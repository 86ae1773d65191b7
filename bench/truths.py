"""What stands in the documents of a set, as their makers or labellers say.

Two shapes are understood: a folder with `truth.jsonl` (a JSON object per document, with `accept` and
`variants` beside it, and `check_truth.jsonl` with the true differences), read here; and a folder with
`X.truth.json` beside `X.pdf`, read by `bench.labels`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]

Expected = tuple[str | None, ...]
"""Every value that is right; the first is the truth as written. A field that is not there is not judged."""

Row = Mapping[str, Expected]


@dataclass(frozen=True, slots=True)
class Contents:
    """One right reading of a document; `lines` is None where nobody knows them."""

    header: Row
    lines: tuple[Row, ...] | None


@dataclass(frozen=True, slots=True)
class Truth:
    """A document: `contents` holds the truth and then whole alternative readings.

    `kind` and `language` are None where not known; of a `kind_only` document nothing else is judged;
    an `optional` one may be left out; `loose` where the labels are known to be cut; `error` is the code
    with which the document must be refused.
    """

    source: str
    part: str | None
    kind: str | None
    language: str | None
    scan: bool
    format: str
    contents: tuple[Contents, ...]
    kind_only: bool = False
    optional: bool = False
    loose: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True)
class CheckTruth:
    """What a perfect reader would report about an order: `differences` and `tolerated` as in the file."""

    source: str
    part: str | None
    verdict: str
    quotation_number: str | None
    differences: tuple[Json, ...]
    tolerated: tuple[Json, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class TruthSet:
    """A folder of documents with their truths; `quotes` are the same quotations in several exports."""

    name: str
    root: Path
    truths: tuple[Truth, ...]
    checks: tuple[CheckTruth, ...] = ()
    quotes: tuple[Path, ...] = ()


def load(root: Path, name: str) -> TruthSet:
    """Return the set in folder `root`, which holds `truth.jsonl`."""
    quotes = [each for each in sorted(root.glob("quot*")) if each.suffix in {".csv", ".xlsx", ".xls"}]
    return TruthSet(
        name=name,
        root=root,
        truths=tuple(_truth(each) for each in _records(root / "truth.jsonl")),
        checks=tuple(_check(each) for each in _records(root / "check_truth.jsonl")),
        quotes=tuple(quotes),
    )


def contents(header: Json, lines: list[Json] | None, accept: Json | None = None) -> Contents:
    """Return one reading; `accept` holds further right values of the header and of each line."""
    accept = accept or {}
    more = accept.get("lines") or []
    rows = None
    if lines is not None:
        rows = tuple(_row(each, more[i] if i < len(more) else {}) for i, each in enumerate(lines))
    return Contents(_row(header, accept.get("header") or {}), rows)


def _records(path: Path) -> Iterator[Json]:
    if path.exists():
        # Numbers stay the text they are: money is never a float, not even while it is measured.
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line, parse_float=str)


def _truth(record: Json) -> Truth:
    first = contents(record["header"], record["lines"], record.get("accept"))
    others = tuple(_variant(record, each) for each in record.get("variants") or [])
    return Truth(
        source=record["source"],
        part=record["part"],
        kind=record["kind"],
        language=record.get("language"),
        scan=bool(record.get("scan")),
        format=record.get("format") or Path(record["source"]).suffix.lstrip("."),
        contents=(first, *others),
        kind_only=bool(record.get("kind_only")),
        optional=bool(record.get("optional")),
        error=record.get("error"),
    )


def _variant(record: Json, variant: Json) -> Contents:
    """Return a whole alternative reading: what the variant does not state is as in the truth."""
    lines = record["lines"]
    changed = variant.get("lines") or [{}] * len(lines)
    if len(changed) == len(lines):
        changed = [line | other for line, other in zip(lines, changed, strict=True)]
    return contents(record["header"] | (variant.get("header") or {}), changed, record.get("accept"))


def _row(values: Json, accept: Json) -> Row:
    names = [name for name in values if not name.endswith("_unit")]
    return {name: (_value(values, name), *_listed(accept.get(name))) for name in names}


def _value(values: Json, name: str) -> str | None:
    """Return the value as text; a lead time takes its unit with it, as in `bench.outputs`."""
    value, unit = values[name], values.get(f"{name}_unit")
    if value is None:
        return None
    return f"{value} {unit}" if unit else str(value)


def _listed(accepted: Any) -> list[str | None]:
    return accepted if isinstance(accepted, list) else [] if accepted is None else [accepted]


def _check(record: Json) -> CheckTruth:
    return CheckTruth(
        source=record["source"],
        part=record["part"],
        verdict=record["verdict"],
        quotation_number=record["quotation_number"],
        differences=tuple(record["differences"]),
        tolerated=tuple(record.get("tolerated") or ()),
        optional=bool(record.get("optional")),
    )
