"""Values at the right of their labels, without a colon: 税率 | 13%, "Unit | pc | Price | 20.00"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines import column_parties
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts import clause_values, spoken_numbers
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role

PLACE_OF = {Role.QUANTITY: 0, Role.PRICE: 1, Role.LIST_PRICE: 2, Role.AMOUNT: 3}
"""Numbers of one role make a column of their own, as in a table."""
NAMING = CODES | {Role.DESCRIPTION, Role.LINE_NUMBER}
"""What a word for things may head: "Item: 10", "Item: Bearing housing"."""
SHORT = late(r"\W*(?:no\b\W*)?[A-Za-z]?\d{1,5}[A-Za-z]?\b|.{0,3}$", re.IGNORECASE)
ANSWERED = late(r"[:：]\W*[^\W_]")
"""A label that has its value already."""


def beside(label: Run, value: Run) -> tuple[Role, Text] | None:
    """Return the role of a value that stands at the right of its label, without a colon.

    "税率：13%" has its value already, and what stands at its right is none.
    """
    said = recognise(label.text) if ANSWERED.search(label.text) is None else None
    heading = by_value(said, value.text) if said is not None and said.exact else None
    if heading is None or heading.role is None or not clause_values.fits(heading.role, value.text):
        return None
    end = spoken_numbers.value_end(heading.role, value.text)
    return heading.role, Text(value, 0, end, heading, PLACE_OF.get(heading.role))


def unread_count(label: Run, value: Run) -> tuple[Role, Text] | None:
    """Return what stands at the right of a label of quantities and is none that can be read: "10 / 12".

    The item is one all the same; how much of it is ordered is for a person to read.
    """
    said = recognise(label.text) if ANSWERED.search(label.text) is None else None
    if said is None or clause_values.unread(said, value.text) is not Role.QUANTITY or recognise(value.text):
        return None
    heading = replace(said, exact=False)
    return Role.QUANTITY, Text(value, 0, len(value.text), heading, PLACE_OF[Role.QUANTITY])


def by_value(heading: Heading, value: str) -> Heading:
    """Return a heading with its one role: a word for things ("Article") may head a code or a name."""
    heading = column_parties.likely(heading)
    things = names_things(heading.text.strip(" :："))
    if not things or not heading.roles <= NAMING or (heading.role is Role.LINE_NUMBER and SHORT.match(value)):
        return heading
    coded = parts.looks_like_code(parts.strip_label(value).split(" ")[0])
    role = Role.PART if coded else Role.DESCRIPTION
    return replace(heading, roles=frozenset({role}), exact=not coded)


def turned(runs: Sequence[Run]) -> list[tuple[Role, Text]]:
    """Return the values of a line whose first text heads all others, none where it does not."""
    said = recognise(runs[0].text)
    heading = column_parties.likely(said) if said is not None and said.exact else None
    values = runs[1:]
    based = {clause_values.based(heading, value.text) for value in values} if heading is not None else set()
    heading = based.pop() if len(based) == 1 else heading
    if heading is None or heading.role is None:
        return []
    if not all(clause_values.fits(heading.role, value.text) for value in values):
        return []
    return [
        (heading.role, Text(value, 0, len(value.text), heading, PLACE_OF.get(heading.role)))
        for value in values
    ]


def turned_loosely(runs: Sequence[Run], width: int) -> list[tuple[Role, Text]]:
    """Return `width` values of a line whose first text heads a row of a turned table and are not as many.

    Where its words are as many, each is one: units of one letter stand like a text that is spread. Else what
    stands there is every item's, and not certain.
    """
    words = [word for run in runs[1:] for word in run.words]
    parted = turned([runs[0], *(make_run(runs[0].page, [word]) for word in words)])
    if len(parted) == width:
        return parted
    said = recognise(runs[0].text)
    heading = column_parties.likely(said) if said is not None else None
    if heading is None or heading.role is None or len(runs) == 1:
        return []
    text = Text(runs[1], 0, len(runs[1].text), replace(heading, exact=False), PLACE_OF.get(heading.role))
    return [(heading.role, text)] * width
