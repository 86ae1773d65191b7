"""What the steps of deciding ask of a row, and what they answer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desk.invoicing import attesting
from desk.invoicing.claims import Claim
from desk.invoicing.evidence import Evidence, Key
from desk.invoicing.terms import Part
from models.contract_terms import Attested, Contract
from models.invoice_sources import Fault, InvoiceProfile, ListRow, Said, SalesItem
from models.invoicing import Code
from models.policy import Policy


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that the steps ask for one row.

    `contracts` are the reviewed contracts that fit its order: one is held against it, several are a question;
    `of_others` have the order's number and are of another customer.
    `part` is there where the row bills milestones instead of goods; `mixed` tells that some rows of the item
    do and others do not.
    """

    row: ListRow
    key: Key
    item: SalesItem
    claim: Claim
    claims: Sequence[Claim]
    evidence: Evidence
    policy: Policy
    today: dt.date
    priced: bool
    contracts: Sequence[Contract] = ()
    of_others: Sequence[Contract] = ()
    part: Part | None = None
    mixed: bool = False

    @property
    def profile(self) -> InvoiceProfile | None:
        """The profile of the order's customer."""
        number = self.item.customer_number or self.row.customer_number
        found = self.evidence.profiles.get(number or "")
        return found or (self.evidence.by_name.get(self.row.customer or "") if number is None else None)

    @property
    def words(self) -> tuple[Attested, ...]:
        """What people vouch for about the item, the newest first."""
        return attesting.of_item(self.evidence.attested.get(self.key[0], ()), self.key[1])

    @property
    def accepted(self) -> Attested | None:
        """The last word that goods of the item were accepted, or signed for."""
        return attesting.accepted(self.words, self.today)

    @property
    def contract(self) -> Contract | None:
        """The reviewed contract of the order, if there is exactly one."""
        return self.contracts[0] if len(self.contracts) == 1 else None

    @property
    def billed_item(self) -> SalesItem:
        """The order item, with the price of the milestones where the row bills such."""
        return self.part.item if self.part is not None else self.item


@dataclass(frozen=True, slots=True)
class Found:
    """What a step decides, and why."""

    code: Code
    reasons: tuple[Said, ...]
    until: dt.date | None = None


def missing(source: str) -> Found:
    """Return that a source is not there which a step needs."""
    return Found(Code.NOT_CHECKED, (Said("no_source", {"source": source}),))


def unread(source: str, fault: Fault) -> Found:
    """Return that a row of a source cannot be read which a step needs."""
    values: dict[str, str | int] = {"source": source, "row": fault.row, "detail": fault.detail}
    return Found(Code.NOT_CHECKED, (Said("export_row_unread", values),))


def undecided(*said: Said) -> Found:
    """Return that a row cannot be decided, and why."""
    return Found(Code.NOT_CHECKED, said)


def unsure(name: str, contract: Contract) -> Said:
    """Return that nobody vouches for a term that a contract states."""
    stated = contract.stated.get(name)
    page = stated.page if stated is not None and stated.page is not None else "-"
    return Said("contract_unsure", {"term": name, "case": contract.case, "page": page})


def open_term(name: str, contract: Contract) -> Said:
    """Return why a term of a contract says nothing: nobody vouches for it, or it is not stated."""
    return unsure(name, contract) if name in contract.unsure else silent(name, contract)


def silent(name: str, contract: Contract) -> Said:
    """Return that a contract does not state a term."""
    return Said("contract_silent", {"term": name, "case": contract.case})
