"""The data in a file held against its visible page: the data win, and a disagreement is a finding."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields.text import fold
from extractors.structured.agreement import agree, same_price
from extractors.structured.values import unsure
from models.reading import (
    COMPARED_KINDS,
    HEADER_FIELDS,
    LINE_FIELDS,
    Candidate,
    Field,
    Header,
    Kind,
    OrderLine,
    Problem,
    Proof,
    Reading,
    Reason,
    opened,
)

DIFFERS = "embedded_differs"
PRICE = ("unit_price", "price_per")
SPOKEN_AGAINST = frozenset({Reason.RIVAL, Reason.REMARKED})
"""Why the page itself does not stand by a value of an item that it shows: a note below it says otherwise."""
FIGURES = frozenset({"quantity", "unit_price", "amount", "total_amount"})
"""What the page states also where its own numbers do not close: they must be those of the data."""


def reconcile(data: Reading, page: Reading) -> Reading:
    """Return the reading of a file that holds its order as data and shows it on its pages.

    Where the page surely states something else, the field is unsure and both values are shown. What
    only the page states is taken from it. Data of another document do not hide the order on the page.
    """
    if _is_another(data, page):
        return replace(page, problems=(*page.problems, _kind_differs(data, page)))
    header, differences = _header(data.header, page.header)
    lines: list[OrderLine] = []
    for at, (one, other) in enumerate(_pairs(data.lines, page.lines), 1):
        line, found = _line(one, other, at)
        lines.append(line)
        differences += found
    strays = [*_unseen(data, page), *_unheard(data, page)]
    if strays and header.total_amount is not None:
        header = replace(header, total_amount=unsure(header.total_amount, Reason.COMPLETENESS))
    if not _same_kind(data.kind, page):
        differences.append(_kind_differs(data, page))
    return replace(
        data,
        header=header,
        lines=tuple(lines),
        problems=(*data.problems, *differences, *strays),
        language=page.language,
        pages=page.pages,
        clauses=page.clauses,
    )


def _is_another(data: Reading, page: Reading) -> bool:
    """Tell whether an order is shown and other data are embedded, an invoice of last month perhaps."""
    if data.kind in COMPARED_KINDS or page.kind not in COMPARED_KINDS or page.kind_evidence is None:
        return False
    one, other = data.header.document_number, page.header.document_number
    return one is None or other is None or not agree("document_number", one, other)


def _same_kind(kind: Kind, page: Reading) -> bool:
    return page.kind_evidence is None or kind is page.kind or {kind, page.kind} <= COMPARED_KINDS


def _kind_differs(data: Reading, page: Reading) -> Problem:
    return Problem(DIFFERS, f"kind: {data.kind.value}, {page.kind.value}", page.kind_evidence)


def _header(data: Header, page: Header) -> tuple[Header, list[Problem]]:
    fields, differences = {}, []
    for name in HEADER_FIELDS:
        one, other = getattr(data, name), getattr(page, name)
        same = one is not None and other is not None and agree(name, one, other)
        fields[name], rival = _held(name, one, other, same=same)
        differences += [Problem(DIFFERS, name, rival.evidence)] if rival else []
    return Header(**fields), differences


def _line(data: OrderLine, page: OrderLine | None, at: int) -> tuple[OrderLine, list[Problem]]:
    if page is None:
        return data, []
    fields, differences = {}, []
    for name in LINE_FIELDS:
        one, other = getattr(data, name), getattr(page, name)
        if name == "price_per" and data.unit_price is not None and one is None:
            other = None  # the price of the data is for one; what the page states was held against it
        same = one is not None and other is not None and _same(name, data, page)
        fields[name], rival = _held(name, one, other, same=same)
        differences += [Problem(DIFFERS, f"line {at}: {name}", rival.evidence)] if rival else []
    return OrderLine(**fields), differences


def _same(name: str, data: OrderLine, page: OrderLine) -> bool:
    if name in PRICE and data.unit_price is not None and page.unit_price is not None:
        return same_price(data, page)
    return agree(name, getattr(data, name), getattr(page, name))


def _held(
    name: str, data: Field | None, page: Field | None, *, same: bool
) -> tuple[Field | None, Field | None]:
    """Return what data and page together state for a field, and the page's field where it contradicts."""
    if data is None or page is None:
        return data or page, None
    if same:
        agreed = _agreed(data, page, stands=_stands(name, page))
        against = page.reason in SPOKEN_AGAINST and name in LINE_FIELDS and name not in HEADER_FIELDS
        return (opened(agreed, Reason.RIVAL) if against else agreed), None
    if page.value is None or not _stands(name, page):
        return data, None
    both = unsure(data, Reason.RIVAL)
    rival = Candidate(page.value, page.evidence)
    return replace(both, candidates=(*both.candidates, rival)), page if data.value is not None else None


def _stands(name: str, page: Field) -> bool:
    """Tell whether a page certainly states this value, if not that it is the whole order."""
    if page.reason is Reason.ARITHMETIC:
        return name in FIGURES
    return page.certain or (page.reason is Reason.COMPLETENESS and name != "line_number")


def _agreed(data: Field, page: Field, *, stands: bool) -> Field:
    """Return the field of the data, with the spot on the page that shows it."""
    spot = replace(data.evidence, page=page.evidence.page, box=page.evidence.box)
    proof = (*data.proof, Proof.AGREEING) if data.sure and stands else data.proof
    return replace(data, evidence=spot, proof=proof)


def _pairs(data: Sequence[OrderLine], page: Sequence[OrderLine]) -> list[tuple[OrderLine, OrderLine | None]]:
    """Return each line of the data with the line of the page that shows it.

    Lines go by their numbers where both sides have the same; else by part, and what is left by position.
    """
    ours, theirs = ([_value(line.line_number) for line in lines] for lines in (data, page))
    if ours and len(set(ours)) == len(ours) and "" not in ours and set(ours) <= set(theirs):
        return [(line, page[theirs.index(own)]) for line, own in zip(data, ours, strict=True)]
    left = list(page)
    found: list[OrderLine | None] = [_taken(line, left) for line in data]
    if found.count(None) == len(left):
        rest = iter(left)
        found = [each if each is not None else next(rest) for each in found]
    return list(zip(data, found, strict=True))


def _value(field: Field | None) -> str:
    return fold((field.value if field else None) or "").lstrip("0")


def _taken(line: OrderLine, left: list[OrderLine]) -> OrderLine | None:
    """Take the first line of the page that names a part of this one."""
    for each in left:
        if _parts(line) & _parts(each):
            left.remove(each)
            return each
    return None


def _parts(line: OrderLine) -> set[str]:
    return {_value(line.part_number), _value(line.customer_part_number)} - {""}


def _unseen(data: Reading, page: Reading) -> Iterator[Problem]:
    """Yield the lines of the data that are not on a page whose lines are proven to be all."""
    total = page.header.total_amount
    if page.problems or total is None or not total.sure or Proof.TOTAL not in total.proof:
        return
    for at, (_, shown) in enumerate(_pairs(data.lines, page.lines), 1):
        if shown is None:
            yield Problem(DIFFERS, f"line {at}")


def _unheard(data: Reading, page: Reading) -> Iterator[Problem]:
    """Yield the lines that the page orders, priced or not, and that the data do not have."""
    shown = [id(line) for _, line in _pairs(data.lines, page.lines) if line is not None]
    for line in page.lines:
        named = [each for each in (line.line_number, line.part_number) if each is not None and each.certain]
        if id(line) not in shown and line.quantity is not None and line.quantity.value and named:
            yield Problem(DIFFERS, "lines", line.quantity.evidence)
