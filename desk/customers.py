"""Who owns a mail and who orders: the one who forwards it is the owner, and never the customer."""

from collections.abc import Iterable, Sequence

from extractors.vocabulary.belonging import FREE_MAIL
from models.belonging import Customer, CustomerClue
from models.message import Address, Forwarded
from models.reading import Evidence, Proof, Reading


def owner(sender: Address | None, domains: Sequence[str]) -> Address | None:
    """Return the house's own person who sent a mail; without known domains, whoever sent it."""
    if sender is None or (domains and not is_ours(sender, domains)):
        return None
    return sender


def is_ours(address: Address, domains: Sequence[str]) -> bool:
    """Tell whether an address is of the house, in one of its domains or below one."""
    _, at, domain = address.address.lower().rpartition("@")
    return bool(at) and any(domain == each or domain.endswith(f".{each}") for each in map(_domain, domains))


def _domain(text: str) -> str:
    return text.lower().lstrip("@.")


def customer(
    reading: Reading | None, forwarded: Iterable[Forwarded], sender: Address | None, domains: Sequence[str]
) -> Customer | None:
    """Return who orders, by the weightiest clue: tax number, buyer, letterhead, who wrote what was forwarded.

    A mail that comes from outside the house is written by the customer; that weighs least, since
    somebody may order for another.
    """
    named = _named(reading)
    person = _person(forwarded, sender, domains)
    if named is not None or person is None:
        return named
    address, clue, text = person
    return Customer(_house(address), clue, Evidence(text))


def _named(reading: Reading | None) -> Customer | None:
    if reading is None or reading.header.customer is None or not reading.header.customer.value:
        return None
    field = reading.header.customer
    number = reading.buyer_tax_number
    clue = CustomerClue.LETTERHEAD if Proof.LETTERHEAD in field.proof else CustomerClue.BUYER
    return Customer(
        name=field.value or "",
        clue=clue if number is None else CustomerClue.TAX_NUMBER,
        evidence=number or field.evidence,
        sure=field.sure,
        tax_number=number.text if number else None,
    )


def writer(forwarded: Iterable[Forwarded], sender: Address | None, domains: Sequence[str]) -> str:
    """Return whose address the customer's person writes from; empty where none is of another house."""
    person = _person(forwarded, sender, domains)
    return "" if person is None else _house(person[0])


def _person(
    forwarded: Iterable[Forwarded], sender: Address | None, domains: Sequence[str]
) -> tuple[Address, CustomerClue, str] | None:
    """Return the first writer, from the outside in, who is not of the house; else a sender from outside."""
    for each in forwarded:
        if each.sender.address and not is_ours(each.sender, domains):
            return each.sender, CustomerClue.INNER_SENDER, each.text
    if sender is None or not domains or not sender.address or is_ours(sender, domains):
        return None
    return sender, CustomerClue.SENDER, sender.address


def _house(person: Address) -> str:
    """Return the domain of an address; the address itself where the domain is anybody's."""
    address = person.address.lower()
    domain = address.rpartition("@")[2]
    return address if domain in FREE_MAIL else domain
