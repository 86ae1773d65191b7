"""Items with two numbers of the thing: its own, and the one it has in a catalogue or is ordered by.

"Item 12-4931-0092" over "Catalog #: 10019931": whoever orders calls the thing by a number of their own, and
the catalogue is the supplier's or the maker's. Nothing says whose it is, so that none of it is sure.
"""

from collections.abc import Mapping

from extractors.lines.composed_headings import names_ordering_code
from extractors.lines.item import Text
from extractors.vocabulary.meanings import Role


def told_apart(texts: Mapping[Role, tuple[Text, ...]]) -> dict[Role, tuple[Text, ...]]:
    """Return the texts of an item, a number for ordering beside another one as the maker's."""
    found = texts.get(Role.PART, ())
    ordering = tuple(text for text in found if text.heading and names_ordering_code(text.heading.text))
    rest = tuple(text for text in found if text not in ordering)
    if not ordering or not rest or Role.MAKER_PART in texts:
        return dict(texts)
    return {**texts, Role.PART: rest, Role.MAKER_PART: ordering}
