"""Numbers of things that stand alone between the marks of a line: "4 pcs - 6D8S-0331-C - Filter element".

Nothing names them, so that whose they are stays open. What may be an amount as well is none of them.
"""

from collections.abc import Sequence

from extractors.fields import money
from extractors.late import late
from extractors.lines.headings import CODES, Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

CODE = late(
    r"(?=(?:\S*\d){3})[A-Z0-9][A-Z0-9./_-]{4,}|[A-Z]{1,4}-[A-Z0-9]{2,6}-\d{2}|[A-Z]{2,5}-\d{2}-[A-Z]{2,4}"
)
LETTER = late(r"[A-Z]")
DECIMALS = late(r"[\d.]+[.]\d{1,4}")
CENTS = late(r"\d[.,]\d\d(?:元)?$")
LEAST_DIGITS = 6
CODED = Heading("", frozenset({Role.PART}), exact=False)


def find(group: Sequence[TextLine]) -> Text | None:
    """Return the one text of an item that is a code, where another one names the thing; None without it."""
    roles = frozenset[Role]().union(*(line.roles for line in group))
    if roles & CODES:
        return None
    loose = [text for line in group for role, text in line.said if role is None]
    priced = Role.AMOUNT in roles or any(is_money(text.printed) for text in loose)
    found = [text for text in loose if _is_code(text.printed, priced=priced)]
    named = Role.DESCRIPTION in roles or any(
        text not in found and any(map(str.isalpha, text.printed)) for text in loose
    )
    return found[0] if len(found) == 1 and named else None


def is_money(text: str) -> bool:
    """Tell whether a text is an amount by its currency or its two decimals, and nothing else."""
    found = money.parse(text)
    return found is not None and (bool(found.currencies) or CENTS.search(text) is not None)


def _is_code(text: str, *, priced: bool) -> bool:
    """Tell whether a text is a code; a bare number is one only where the amount is told besides."""
    if not CODE.fullmatch(text) or DECIMALS.fullmatch(text):
        return False
    return LETTER.search(text) is not None or (priced and sum(map(str.isdigit, text)) >= LEAST_DIGITS)
