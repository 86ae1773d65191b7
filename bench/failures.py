"""What was not read or reported right, in words."""

from collections.abc import Iterator

from bench.checks import CheckScore
from bench.measure import Measured
from bench.outputs import Json
from bench.score import DocumentScore, FieldScore, SilentError


def named(source: str, part: str | None) -> str:
    """Return how a document is called in the lists."""
    return source if part is None else f"{source} > {part}"


def silent_line(error: SilentError) -> str:
    """Return a silent error as a line of text."""
    where = named(error.source, error.part)
    field = " ".join(each for each in (error.place, error.name) if each)
    return (
        f"{where}: {error.fault}: {field}: read {error.read!r}, is {error.expected!r}, printed {error.text!r}"
    )


def failures(measured: Measured) -> Iterator[str]:
    """Yield what was not read or reported right, document by document."""
    for each in measured.documents:
        yield from _document_failures(each)
    for surplus in measured.surplus:
        yield f"{named(surplus.source, surplus.part)}: no document stands there, read as {surplus.kind}"
    for quotes, scores in measured.checks.items():
        for score in scores:
            yield from (f"{quotes}: {each}" for each in _check_failures(score))


def dangerous(measured: Measured) -> Iterator[str]:
    """Yield orders that nobody would compare, and matches that are none."""
    for each in measured.documents:
        if each.hidden and each.read is not None:
            name = named(each.truth.source, each.truth.part)
            yield f"{name}: HIDDEN ORDER, a {each.truth.kind} read as {each.read.kind}"
    for quotes, scores in measured.checks.items():
        for score in scores:
            if score.wrong_match:
                name = named(score.truth.source, score.truth.part)
                yield f"{quotes}: {name}: WRONG MATCH, is {score.truth.verdict}"


def _document_failures(score: DocumentScore) -> Iterator[str]:
    name = named(score.truth.source, score.truth.part)
    if score.read is None:
        if not score.truth.optional:
            yield f"{name}: nothing was read"
        return
    if score.truth.error or score.read.error:
        if not score.refused_right:
            yield f"{name}: error is {score.truth.error}, given {score.read.error}"
        return
    if not score.kind_right:
        yield f"{name}: kind is {score.truth.kind}, read {score.read.kind}"
    yield from (f"{name}: line {index + 1} is missing" for index in score.missing)
    yield from (f"{name}: read line {index + 1} is none" for index in score.extra)
    gone = {f"line {index + 1}" for index in score.missing}
    yield from (
        f"{name}: {_field(each)}" for each in score.fields if not each.right and each.place not in gone
    )


def _field(score: FieldScore) -> str:
    what = f"{score.place} {score.name} is {score.expected[0]!r}"
    read = score.read
    if read is None:
        return f"{what}, not read"
    status = "sure" if read.sure else "unsure"
    return f"{what}, read {read.value!r} ({status}) at {read.place}: {read.text!r}"


def _check_failures(score: CheckScore) -> Iterator[str]:
    name = named(score.truth.source, score.truth.part)
    if score.read is None:
        if not score.truth.optional:
            yield f"{name}: not checked"
        return
    if not score.verdict_right:
        yield f"{name}: verdict is {score.truth.verdict}, given {score.verdict}"
    if not score.quotation_right:
        yield f"{name}: quotation {score.truth.quotation_number}, taken {score.read.get('quotation_number')}"
    yield from (f"{name}: missed {_difference(each)}" for each in score.missed)
    yield from (f"{name}: false {_difference(each)}" for each in score.false)


def _difference(each: Json) -> str:
    place = "header" if each.get("line") is None else f"line {each['line']}"
    sides = f"document {each.get('document')!r}, quotation {each.get('quotation')!r}"
    return f"{each['kind']} {each['field']} {place} item {each.get('quote_item')}: {sides}"
