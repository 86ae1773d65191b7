"""Sentences that take back the number of a line, by the number itself: "10023188 is replaced by 10023199".

The table goes on saying what it said. Which thing is ordered is for a person to read: nothing that tells it,
how much of it and for how much is sure in the line that bears the number. That a number replaces an older
one says nothing against it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import parts
from extractors.fields.text import level
from extractors.header.spoken import sentences
from extractors.lines.doubts import changed_items
from extractors.lines.item import Item
from extractors.rare import Rare
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine

CHANGE = Rare(
    r"\b(?:replac(?:e[sd]?|ing)|supersed\w+|obsolete|discontinued|phased out|instead|substitut\w+|changed?"
    r"|no longer|correct(?:ed|ion)|wrong|by mistake|cancel\w*|deleted?|not (?:be )?required|on hold"
    r"|ersetzt|ersetzen|statt|anstelle|entfällt|storniert|geändert|falsch|abgekündigt)\b"
    r"|替代|代替|替换|取代|改[为為成用]|停[产產]|取消|作废|作廢|[变變]更|更换[为成]|更換[為成]|更正|有[误誤]|[应應][为為]"
    r"|不要|[暂暫][缓緩不]|不再",
    "replac|supersed|obsolete|discontinued|phased|instead|substitut|no longer|change|correct|wrong|mistake"
    "|cancel|delete|not |on hold|ersetz|statt|anstelle|entf|storniert|ndert|falsch|abgek"
    "|替代|代替|替换|取代|改|停产|停產|取消|作废|作廢|变更|變更|更换|更換|更正|有误|有誤|应为|應為|应為|應为|不要|暂|暫|不再",
    re.IGNORECASE,
)
REPLACES = r"\s?(?:replaces|supersedes|ersetzt(?! durch)|替代|代替|取代)"
"""What a number that counts does to an older one."""
TAKEN_OVER = Rare(
    r"\b(?:replaced|superseded|substituted) (?:by|with)\b|\bersetzt durch\b"
    r"|已?被\S{0,20}(?:替代|取代|代替)|[现現]改[为為用]",
    "replaced|superseded|substituted|ersetzt|被|改",
    re.IGNORECASE,
)
"""What a note of an item says where its own number no longer counts."""
SHORTEST = 5


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines; those whose number a sentence takes back without certainty."""
    told = [text for text in _texts(items, runs) if CHANGE.search(text)]
    return tuple(
        changed_items.open_line(line) if _is_over(item) or _is_taken_back(line, told) else line
        for item, line in zip(items, lines, strict=True)
    )


def _texts(items: Sequence[Item], runs: Sequence[Run]) -> Iterator[str]:
    """Yield what is said beside the table, and in the notes of its items."""
    for run in sentences.paragraphs(runs):
        if len(run.text) <= changed_items.LONGEST:
            yield level(run.text)
    for item in items:
        yield from _notes(item)


def _notes(item: Item) -> Iterator[str]:
    yield from (level(run.text) for run in item.notes)
    yield from (level(text.printed) for text in item.texts.get(Role.REMARK, ()))


def _is_over(item: Item) -> bool:
    return any(map(TAKEN_OVER.search, _notes(item)))


def _is_taken_back(line: OrderLine, told: Sequence[str]) -> bool:
    return any(_takes_back(text, code) for text in told for code in _codes(line))


def _codes(line: OrderLine) -> Iterator[str]:
    for field in (line.part_number, line.customer_part_number):
        code = level(field.value) if field is not None and field.value else ""
        if len(code) >= SHORTEST and parts.looks_like_code(code):
            yield code


def _takes_back(text: str, code: str) -> bool:
    """Tell whether a text that speaks of a change names a code, and not as what takes a place."""
    named = rf"(?<![A-Za-z\d-]){re.escape(code)}(?![A-Za-z\d-])"
    return re.search(rf"{named}(?!{REPLACES})", text, re.IGNORECASE) is not None
