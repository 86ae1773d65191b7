"""Headings below the name of a tax: "IGST" above "Rate" and "Amount" heads its percentage and its money.

A bare "Rate" is a price elsewhere. Where the heading above says that prices hold the tax or not, it names
no tax but the prices below it.
"""

from dataclasses import replace

from extractors.fields import tax
from extractors.header import summaries
from extractors.lines.headings import Heading
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role, Summary

RATES = frozenset(
    map(key, ("Rate", "Rate %", "Tax rate", "VAT rate", "Taux", "Satz", "Steuersatz", "Aliquota", "Tipo"))
)
"""What heads the percentage: alone it may be a rate of exchange, or a price."""
BARE = frozenset({"%"})


def below(heading: Heading | None, text: str, group: str) -> Heading | None:
    """Return what a heading is below one that is nothing but a tax, None where it is not."""
    named = summaries.recognise(group) if group else None
    if named is None or named.kind is not Summary.TAX or named.rest or tax.statement(group) is not None:
        return None
    if key(text) in RATES or text.strip() in BARE:
        return Heading(text, frozenset({Role.TAX_RATE}), exact=True)
    if heading is not None and heading.exact and heading.roles == {Role.AMOUNT}:
        return replace(heading, roles=frozenset({Role.TAX_AMOUNT}))
    return None
