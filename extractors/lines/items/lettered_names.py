"""Items that are counted by letters before their names: "a) Shaft sleeve", "b) Lip seal"."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Item
from extractors.vocabulary.meanings import Role

LETTERED = late(r"\s*(?P<letter>[a-z])\)\s+(?=\S{2})")
COUNTED = Heading("", frozenset({Role.LINE_NUMBER}), exact=True)
"""The letters count the items where each has the next one, from the first on."""
TWO = 2


def apart(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with such letters as their numbers, where no item has another one."""
    texts = [item.one(Role.DESCRIPTION) for item in items]
    if len(items) < TWO or any(Role.LINE_NUMBER in item.texts for item in items):
        return tuple(items)
    found = [LETTERED.match(text.printed) if text is not None else None for text in texts]
    letters = [each["letter"] if each is not None else "" for each in found]
    if letters != [chr(ord("a") + at) for at in range(len(items))]:
        return tuple(items)
    return tuple(map(_parted, items))


def _parted(item: Item) -> Item:
    text, *others = item.texts[Role.DESCRIPTION]
    found = LETTERED.match(text.run.text, text.start)
    assert found is not None
    letter, name = found.span("letter"), replace(text, start=found.end())
    number = replace(text, start=letter[0], end=letter[1] + 1, heading=COUNTED, lines=1)
    return replace(item, texts=item.texts | {Role.LINE_NUMBER: (number,), Role.DESCRIPTION: (name, *others)})
