"""Profiles from a file taken over into those that are kept; who is not in the file stays as they are."""

from dataclasses import dataclass

from models.errors import UsageError
from models.invoice_sources import Fault, InvoiceProfile, Listed
from review.invoicing import profile_form
from review.invoicing.invoices import Invoicing
from review.invoicing.uploads import Upload
from review.words import say
from sap import invoice_profiles


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: customers that are new, changed, the same; rows that cannot be used.

    `refused` are customers whose row can be read but does not hold what a profile may, with the mistake.
    """

    listed: Listed[InvoiceProfile]
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    refused: tuple[tuple[str, str, str], ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Rows that cannot be read."""
        return self.listed.faults


def take(asked: Invoicing, given: Upload, lang: str) -> Taken:
    """Take the profiles of a file over.

    Raises:
        UsageError: The file is no table, or holds a customer twice.
        ColumnsNotUnderstoodError: Columns that are needed are not there; the text names them.
    """
    listed = invoice_profiles.read(given.data, given.name, None, asked.columns)
    _assert_once(listed)
    kept = {each.profile.customer_number: each.profile for each in asked.profiles.listed()}
    found: dict[str, list[str]] = {"added": [], "changed": [], "same": []}
    refused: list[tuple[str, str, str]] = []
    why = say(lang, "profile.from_file", name=given.name)
    for each in listed.rows:
        number = each.customer_number
        mistakes = profile_form.filled(number, profile_form.values(each)).mistakes
        if mistakes:
            refused += [(number, *one) for one in mistakes.items()]
            continue
        before = kept.get(number)
        if before == each:
            found["same"].append(number)
            continue
        asked.profiles.put(each, why)
        found["changed" if before else "added"].append(number)
    added, changed, same = map(tuple, found.values())
    return Taken(listed, added, changed, same, tuple(refused))


def _assert_once(listed: Listed[InvoiceProfile]) -> None:
    seen: dict[str, InvoiceProfile] = {}
    for each in listed.rows:
        if seen.setdefault(each.customer_number, each) != each:
            message = (
                f"customer {each.customer_number} stands twice in the file, with different rows: keep one"
            )
            raise UsageError(message)
