"""Quantity and price in a line below an item that has only its amount in a column: "6 pcs x EUR 21.50"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.lines.headings import Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import line_of
from extractors.runs import Run
from extractors.vocabulary.meanings import Role

WANTED = frozenset({Role.QUANTITY, Role.PRICE})


def put(texts: Mapping[Role, tuple[Text, ...]], notes: Sequence[Run]) -> dict[Role, tuple[Text, ...]]:
    """Return the texts of an item with what such a line says; none of it is sure."""
    if not texts.keys().isdisjoint(WANTED) or Role.AMOUNT not in texts:
        return dict(texts)
    loose = [text.run for text in texts.get(Role.REMARK, ()) if text.heading is None]
    for run in (*loose, *notes):
        said = {role: text for role, text in line_of([run]).said if role in WANTED}
        if said.keys() == WANTED:
            return {
                **texts,
                **{role: (_likely(text, role),) for role, text in said.items() if role is not None},
            }
    return dict(texts)


def _likely(text: Text, role: Role) -> Text:
    return replace(text, heading=Heading("", frozenset({role}), exact=False))
