"""What was read, held against what stands in the document, field by field.

A silent error is what nobody would look at: a field that is `sure` and wrong, or `sure` where nothing
stands; and, in a document in which nothing is unsure, a missing or extra line or a missing field. A
document that is neither read nor answered with an error is one as well, and so is a damaged document of
which nothing is said to be in doubt.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from bench.align import align
from bench.outputs import ReadDocument, ReadField, ReadRow
from bench.same import same
from bench.truths import Contents, Expected, Row, Truth

COMPARED_KINDS = frozenset({"contract", "purchase_order"})
CORE = frozenset({"document_number", "total_amount"})


@dataclass(frozen=True, slots=True)
class FieldScore:
    """A judged field: `place` is "header" or "line 3", `expected` every right value."""

    place: str
    name: str
    expected: Expected
    read: ReadField | None
    right: bool

    @property
    def stated(self) -> bool:
        """Tell whether a value stands in the document or was read."""
        return self.expected[0] is not None or self.read is not None

    @property
    def fault(self) -> str:
        """Return what is wrong with a field that is not right."""
        if self.read is None or self.read.value is None:
            return "missed"
        return "wrong" if self.expected[0] is not None else "invented"


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """A document: its fields, the lines that were not read (`missing`) and those that are none (`extra`)."""

    truth: Truth
    read: ReadDocument | None
    fields: tuple[FieldScore, ...] = ()
    missing: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()

    @property
    def kind_right(self) -> bool:
        """Tell whether the kind is right, or not known."""
        return self.read is not None and self.truth.kind in {None, self.read.kind}

    @property
    def refused_right(self) -> bool:
        """Tell whether a document that cannot be read was answered with the right error."""
        return self.read is not None and self.read.error == self.truth.error

    @property
    def hidden(self) -> bool:
        """Tell whether an order was taken for something that is not compared."""
        if self.truth.kind not in COMPARED_KINDS or self.read is None or self.read.error:
            return False
        return self.read.kind not in COMPARED_KINDS

    @property
    def lines_right(self) -> int:
        """Count the lines of which every judged field is right."""
        places = {each.place for each in self.fields} - {"header"}
        wrong = {each.place for each in self.fields if not each.right}
        return len(places - wrong - {f"line {each + 1}" for each in self.missing})

    @property
    def core_right(self) -> bool:
        """Tell whether the number, the total and every line are right."""
        judged = [each for each in self.fields if each.place != "header" or each.name in CORE]
        return not (self.missing or self.extra) and all(each.right for each in judged)

    @property
    def right(self) -> bool:
        """Tell whether everything that is judged was read right."""
        complete = not (self.missing or self.extra) and all(each.right for each in self.fields)
        return complete and self.kind_right and self.read is not None and self.read.error is None

    @property
    def touchless(self) -> bool:
        """Tell whether everything is right and nothing sends the document to a person."""
        return self.right and _all_sure(self.read)


@dataclass(frozen=True, slots=True)
class SilentError:
    """A mistake that no person would be shown."""

    source: str
    part: str | None
    fault: str
    place: str
    name: str = ""
    read: str | None = None
    expected: str | None = None
    text: str = ""


def score(truth: Truth, read: ReadDocument | None) -> DocumentScore:
    """Return how well `read` is what `truth` says, by its most favourable alternative reading."""
    if truth.kind_only:
        return DocumentScore(truth, read)
    scores = [_against(each, truth, read) for each in truth.contents]
    return min(scores, key=_mistakes)


def silent_errors(document: DocumentScore) -> list[SilentError]:
    """Return what is wrong with a document and would be shown to nobody."""
    truth, read = document.truth, document.read
    error = functools.partial(SilentError, truth.source, truth.part)
    if read is None:
        return [] if truth.optional or truth.kind_only else [error("missing document", "")]
    clean = read.error is None and _all_sure(read)
    if truth.error and clean:
        return [error("not refused", "", expected=truth.error)]
    errors = []
    for each in document.fields:
        sure = clean if each.read is None else each.read.sure
        if not each.right and sure:
            value, text = (each.read.value, each.read.text) if each.read else (None, "")
            errors.append(error(each.fault, each.place, each.name, value, each.expected[0], text))
    if clean:
        errors += [error("missing line", f"line {each + 1}") for each in document.missing]
        errors += [error("extra line", f"line {each + 1}") for each in document.extra]
    # A missing line is one error, not one for each of its fields.
    gone = {f"line {each + 1}" for each in document.missing}
    return [each for each in errors if each.place not in gone or each.fault == "missing line"]


def _all_sure(read: ReadDocument | None) -> bool:
    return read is not None and all(each.sure for each in read.fields())


def _mistakes(document: DocumentScore) -> int:
    wrong = sum(not each.right for each in document.fields)
    return wrong + len(document.missing) + len(document.extra)


def _against(contents: Contents, truth: Truth, read: ReadDocument | None) -> DocumentScore:
    header = read.header if read else {}
    fields = _row("header", contents.header, header, loose=truth.loose)
    if contents.lines is None:
        return DocumentScore(truth, read, tuple(fields))
    expected, found = contents.lines, read.lines if read else ()
    missing, extra = [], []
    for one, other in _pairs(expected, found, loose=truth.loose):
        if one is None:
            extra.append(other or 0)
            continue
        if other is None:
            missing.append(one)
        row = found[other] if other is not None else {}
        fields += _row(f"line {one + 1}", expected[one], row, loose=truth.loose)
    return DocumentScore(truth, read, tuple(fields), tuple(missing), tuple(extra))


def _pairs(
    expected: Sequence[Row], found: Sequence[ReadRow], *, loose: bool
) -> list[tuple[int | None, int | None]]:
    def likeness(one: int, other: int) -> int:
        return sum(each.right and each.stated for each in _row("", expected[one], found[other], loose=loose))

    return align(len(expected), len(found), likeness)


def _row(place: str, expected: Row, read: ReadRow, *, loose: bool) -> list[FieldScore]:
    return [
        FieldScore(place, name, values, read.get(name), _right(name, values, read.get(name), loose=loose))
        for name, values in expected.items()
    ]


def _right(name: str, expected: Expected, read: ReadField | None, *, loose: bool) -> bool:
    value = read.value if read else None
    if value is None:
        return None in expected
    return any(same(name, each, value, loose=loose) for each in expected if each is not None)
