"""Quantity and price in a line below an item that has only its amount in a column: "6 pcs x EUR 21.50"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import line_of
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

SIGN = late(r"\d\D{0,6}?\s?[x×@*]\s?\D{0,4}\d", re.IGNORECASE)
WANTED = frozenset({Role.QUANTITY, Role.PRICE})


def put(
    texts: Mapping[Role, tuple[Text, ...]], notes: Sequence[Run], unknown: Sequence[Text]
) -> dict[Role, tuple[Text, ...]]:
    """Return the texts of an item with what such a line says, or an `unknown` cell; none of it is sure."""
    if Role.AMOUNT not in texts:
        return dict(texts)
    alone = [role for role in WANTED if role in texts]
    if alone:
        both = _in_one(texts[alone[0]]) if len(alone) == 1 else {}
        return {**texts, **both}
    loose = [text.run for text in texts.get(Role.REMARK, ()) if text.heading is None]
    for run in (*loose, *notes, *(text.run for text in unknown)):
        said = {role: text for role, text in line_of([run]).said if role in WANTED}
        if said.keys() == WANTED:
            return {
                **texts,
                **{role: (_likely(text, role),) for role, text in said.items() if role is not None},
            }
    return dict(texts)


def _in_one(cell: Sequence[Text]) -> dict[Role, tuple[Text, ...]]:
    """Return what one cell says of both, under a heading that may name them: "4 x 25.00"."""
    if len(cell) != 1 or cell[0].heading is None or cell[0].lines > 1 or SIGN.search(cell[0].printed) is None:
        return {}
    said = {role: text for role, text in line_of([cell[0].run]).said if role in WANTED}
    if said.keys() != WANTED:
        return {}
    return {role: (_likely(text, role),) for role, text in said.items() if role is not None}


def _likely(text: Text, role: Role) -> Text:
    return replace(text, heading=Heading("", frozenset({role}), exact=False))
