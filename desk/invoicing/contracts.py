"""What a reviewed case says about invoicing (docs/invoicing.md, "The reviewed contract").

Nothing is read here that was not read before: the fields and clauses of the case become terms. What is not
vouched for is named, so that no row is decided by it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from extractors.fields import payment
from extractors.fields.text import plain
from extractors.vocabulary.invoicing import AFTER_ACCEPTANCE, INVOICE_FIRST
from models.case import CaseDetail, CaseState
from models.comparison import LineMatch, MatchStatus
from models.contract_terms import Contract, ContractLine, Due, Milestone, Stated
from models.quotation import Quotation
from models.reading import COMPARED_KINDS, Clause, Evidence, Field, Header, OrderLine

DUE: Mapping[str, Due] = {
    "advance": Due.PREPAYMENT,
    "contract_signed": Due.PREPAYMENT,
    "contract_effective": Due.PREPAYMENT,
    "order_receipt": Due.PREPAYMENT,
    "drawing_approved": Due.PROGRESS,
    "progress": Due.PROGRESS,
    "before_ship": Due.BEFORE_SHIPMENT,
    "ship": Due.ON_SHIPMENT,
    "documents": Due.ON_SHIPMENT,
    "lc": Due.ON_SHIPMENT,
    "sight": Due.ON_SHIPMENT,
    # These count from the invoice, which comes with the goods.
    "invoice_date": Due.ON_SHIPMENT,
    "invoice_receipt": Due.ON_SHIPMENT,
    "month_end": Due.ON_SHIPMENT,
    "delivery": Due.ON_DELIVERY,
    "acceptance": Due.ON_ACCEPTANCE,
    "warranty_end": Due.RETENTION,
}
"""What has to happen for each event of payment terms (`extractors.fields.payment`)."""
MATCHED = frozenset({MatchStatus.MATCHED, MatchStatus.SPLIT, MatchStatus.MERGED})
LATER_FIRST = tuple(reversed(Due))
ALL = Decimal(100)
NEVER = re.compile(r"不|非|无|禁止|\bnot?\b|\bnever\b|\bneither\b")
STOPS = re.compile("[,;。.、；，]")


@dataclass(slots=True)
class _Terms:
    """The terms of a contract while they are gathered."""

    unsure: list[str] = field(default_factory=list)
    stated: dict[str, Stated] = field(default_factory=dict)

    def value(self, name: str, found: Field | None) -> str | None:
        """Return a field's value; one that is not vouched for is named and not used."""
        if found is None:
            return None
        self.stated[name] = _stated(found.evidence)
        if found.value is None or not found.sure:
            self.unsure.append(name)
            return None
        return found.value


def of_case(case: CaseDetail) -> Contract | None:
    """Return the terms of a case that is reviewed: one that needs no person any more; None for any other."""
    extraction, quotation, comparison = case.extraction, case.quotation, case.comparison
    reading = extraction.reading if extraction is not None else None
    if case.summary.state is not CaseState.CLEAR or reading is None or reading.kind not in COMPARED_KINDS:
        return None
    return contract(
        case.summary.number,
        reading.header,
        reading.lines,
        reading.clauses,
        customer_number=quotation.customer_number if quotation is not None else None,
        parts=_parts(comparison.matches, quotation)
        if comparison is not None and quotation is not None
        else None,
    )


def _parts(matches: Iterable[LineMatch], quotation: Quotation) -> dict[int, str]:
    """Return our part number of each line that was matched with items of one part."""
    numbers = {each.item: each.part_number for each in quotation.items}
    found: dict[int, str] = {}
    for match in matches:
        parts = {numbers.get(each) for each in match.items} - {None}
        if match.status in MATCHED and len(parts) == 1:
            found |= {line: part for line in match.lines for part in parts if part is not None}
    return found


def contract(
    case: int,
    header: Header,
    lines: Sequence[OrderLine],
    clauses: Sequence[Clause] = (),
    *,
    customer_number: str | None = None,
    parts: Mapping[int, str] | None = None,
) -> Contract | None:
    """Return the terms of a reviewed case; None where its document has no number that is vouched for.

    `customer_number` and `parts` (our part number of a line, from 1) are those of the quotation that the case
    was held against.
    """
    number = header.document_number
    if number is None or number.value is None or not number.sure:
        return None
    terms = _Terms()
    milestones = _milestones(terms, header.payment_terms)
    included = terms.value("tax_included", header.tax_included)
    signed = terms.value("signed_on", header.document_date)
    return Contract(
        case=case,
        reference=number.value,
        signed_on=dt.date.fromisoformat(signed) if signed else None,
        customer_number=customer_number,
        customer=_sure(header.customer),
        currency=terms.value("currency", header.currency),
        tax_rate=_number(terms.value("tax_rate", header.tax_rate)),
        tax_included=None if included is None else included == "true",
        lines=tuple(_line(each, (parts or {}).get(at)) for at, each in enumerate(lines, 1)),
        milestones=milestones,
        acceptance=_acceptance(terms, header, clauses, milestones),
        partial=_partial(terms, clauses),
        invoice_first=_invoice_first(terms, header, clauses),
        unsure=tuple(terms.unsure),
        stated=terms.stated,
    )


def _stated(evidence: Evidence) -> Stated:
    return Stated(evidence.text, evidence.page)


def _number(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def _sure(found: Field | None) -> str | None:
    return found.value if found is not None and found.sure else None


def _line(line: OrderLine, part: str | None) -> ContractLine:
    asked = [line.unit_price, *([line.price_per] if line.price_per is not None else [])]
    price = line.unit_price
    per = _number(line.price_per.value) if line.price_per is not None else None
    return ContractLine(
        part_number=part or _sure(line.part_number),
        customer_part_number=_sure(line.customer_part_number),
        unit_price=_number(price.value) if price is not None else None,
        price_per=per or Decimal(1),
        sure=all(each is None or (each.sure and each.value is not None) for each in asked),
        stated=_stated(price.evidence) if price is not None else None,
    )


def _milestones(terms: _Terms, found: Field | None) -> tuple[Milestone, ...]:
    """Return the shares of payment terms in their order; terms that are not understood whole give none."""
    text = terms.value("payment", found)
    if text is None:
        return ()
    bare = AFTER_ACCEPTANCE.sub(" ", INVOICE_FIRST.sub(" ", plain(text).casefold())).strip(" ,;。.、；，")
    if not bare:
        return ()
    installments = payment.parse(bare)
    if installments is None:
        terms.unsure.append("payment")
        return ()
    return tuple(Milestone(each.percent, _due(each)) for each in installments)


def _due(installment: payment.Installment) -> Due:
    """Return what a share waits for: of several events the last one."""
    wanted = {DUE[each] for each in installment.trigger.split("+")}
    return next(each for each in LATER_FIRST if each in wanted)


def _texts(header: Header, clauses: Iterable[Clause]) -> list[Field]:
    found = [header.payment_terms] if header.payment_terms is not None else []
    return found + [each.field for each in clauses]


def _said(terms: _Terms, name: str, header: Header, clauses: Iterable[Clause]) -> bool | None:
    """Tell whether a contract says what the words of a term say; None where it does not."""
    words = INVOICE_FIRST if name == "invoice_first" else AFTER_ACCEPTANCE
    saying = [each for each in _texts(header, clauses) if words.search(plain(each.evidence.text).casefold())]
    if not saying:
        return None
    denied = any(_is_denied(words, plain(each.evidence.text).casefold()) for each in saying)
    sure = None if denied else next((each for each in saying if each.sure), None)
    terms.stated[name] = _stated((sure or saying[0]).evidence)
    if sure is None:
        terms.unsure.append(name)
        return None
    return True


def _is_denied(words: re.Pattern[str], text: str) -> bool:
    """Tell whether a word before the phrase may turn it round: 不接受先票后款."""
    return any(
        NEVER.search(STOPS.split(text[: match.start()])[-1]) is not None for match in words.finditer(text)
    )


def _invoice_first(terms: _Terms, header: Header, clauses: Iterable[Clause]) -> bool | None:
    return _said(terms, "invoice_first", header, clauses)


def _acceptance(
    terms: _Terms, header: Header, clauses: Iterable[Clause], milestones: Sequence[Milestone]
) -> bool | None:
    """Tell whether invoicing waits for acceptance: it is said so, or everything is paid only then."""
    said = _said(terms, "acceptance", header, clauses)
    if said is not None or "acceptance" in terms.unsure:
        return said
    at_acceptance = sum((each.percent for each in milestones if each.due is Due.ON_ACCEPTANCE), Decimal(0))
    retained = sum((each.percent for each in milestones if each.due is Due.RETENTION), Decimal(0))
    if at_acceptance and at_acceptance + retained == ALL:
        terms.stated["acceptance"] = terms.stated["payment"]
        return True
    return None


def _partial(terms: _Terms, clauses: Iterable[Clause]) -> bool | None:
    """Tell whether goods may come in parts: by a clause, or because lots are agreed."""
    found = [each for each in clauses if each.kind in {"partial", "lots"}]
    if not found:
        return None
    said = {each.kind == "lots" or each.field.value == "allowed" for each in found}
    terms.stated["partial"] = _stated(found[0].field.evidence)
    if len(said) > 1 or not all(each.field.sure for each in found):
        terms.unsure.append("partial")
        return None
    return said.pop()
