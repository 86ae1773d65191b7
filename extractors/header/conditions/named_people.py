"""Who takes the goods in, named alone under a second label of the place: "Deliver to: Pekka Aho".

Beside a whole address ("Ship all items to …") the name of a person is no other place.
"""

import re
from collections.abc import Sequence

from extractors.header.labelling.address_lines import is_located
from extractors.header.labelling.labels import Labelled
from extractors.late import late

SHIPPED = late(r"\s*ship\b", re.IGNORECASE)
DELIVERED = late(r"\s*deliver(?:y)? to\b", re.IGNORECASE)
LEAST = 4
"""An address has more words."""
WORD = r"[A-ZÀ-Þ][a-zß-ÿ'’]+(?:-[A-ZÀ-Þ][a-zß-ÿ'’]+)?"
NAMES = late(rf"{WORD}(?:\s[A-ZÀ-Þ]\.)?(?:\s(?:van|von|de|der|da|di|{WORD}))?\s{WORD}")
PLACES = (
    "works water city town county council board plant mill mills mine mines power hospital port"
    " harbour harbor railway steel paper pulp station centre center district office stores store depot"
    " warehouse yard dock gate hall building terminal hub site camp base shop workshop room bay park"
    " farm house tower wharf quay jetty north south east west central main spare parts goods receiving"
    " inwards lager werk halle tor north new san saint st fort lake mount bad royal upper lower great"
    " little old santa los las el la rio cape"
).split()
"""Words of places and of those who buy: none of them is a part of somebody's name."""


def without(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Return the places without bare names of people, where an address to ship to stands beside them."""
    shipped = [each for each in labelled if SHIPPED.match(each.named) and _is_address(each)]
    return [each for each in labelled if not (_is_person(each) and any(_level(each, to) for to in shipped))]


def _is_address(found: Labelled) -> bool:
    return found.value is not None and len(found.text.split()) > LEAST and is_located(found.value)


def _is_person(found: Labelled) -> bool:
    words = {word.strip(".").casefold() for word in found.text.split()}
    named = NAMES.fullmatch(found.text.strip()) is not None and words.isdisjoint(PLACES)
    return named and DELIVERED.match(found.named) is not None


def _level(one: Labelled, other: Labelled) -> bool:
    box, middle = one.label.box, other.label.box.middle
    return one.label.page is other.label.page and box.top < middle < box.bottom
