"""What a letter changes of the items of an order without a number that the order does not state.

"Please deliver twice the quantity", 数量都翻倍, "quantities are in boxes of 12", "the prices are not
correct", "only one of the two items", "the second item has to wait". Each kind is a list of
`letters_figures.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from extractors.fields import parts
from extractors.fields.text import fold, level
from extractors.late import late
from extractors.mail import cover_letters, whole_orders
from models.reading import OrderLine, Reading, Reason, opened

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("letters_figures.toml").read_text(encoding="utf-8")
)


def _either(*names: str) -> re.Pattern[str]:
    return late("|".join(each for name in names for each in _WORDS[name]), re.IGNORECASE)


FACTORS, UNFACTORED = _either("factors"), _either("unfactored")
FIGURES, DENIED, SHOWN = _either("figures"), _either("denied"), _either("shown")
OUTRIGHT = _either("units", "partly", "shared", "unpaid")
WAITING, ORDINALS = _either("waiting"), _either("ordinals")
REPLACING, SWAPPING = _either("replacing"), _either("swapping")
CODE = late(r"[A-Z0-9][A-Z0-9./_-]{3,}[A-Z0-9]", re.IGNORECASE)
IDENTITY = ("part_number", "customer_part_number", "drawing_number", "description")
SHARED = 3
"""So many characters at the beginning make two codes of one shape neighbours: LP-16-4300 and LP-16-4301."""


def is_other(sentence: str) -> bool:
    """Tell whether a sentence changes how many of the items, or for how much, whatever the order states."""
    if not cover_letters.is_sentence(sentence):
        return False
    return any(map(_changes, whole_orders.clauses(level(sentence))))


def is_bare(sentence: str) -> bool:
    """Tell whether a text is one such word alone, as a note in the row of an item that costs nothing."""
    return OUTRIGHT.fullmatch(level(sentence).strip(" *()[]-.!")) is not None


def _changes(clause: str) -> bool:
    if FACTORS.search(clause) and not UNFACTORED.search(clause):
        return True
    denied = FIGURES.search(clause) and DENIED.search(clause) and not SHOWN.search(clause)
    waiting = (ORDINALS.search(clause) or whole_orders.ITEM.search(clause)) and WAITING.search(clause)
    return bool(denied or waiting or OUTRIGHT.search(clause))


def with_other_parts(reading: Reading, sentence: str) -> Reading:
    """Return a reading in which it is open what the items are that a sentence replaces by others."""
    said = level(sentence)
    named = [_is_named(line, said) for line in reading.lines]
    replaced = any(named) and REPLACING.search(said) is not None
    if not (
        replaced or any(map(SWAPPING.search, whole_orders.clauses(said))) or _has_neighbour(said, reading)
    ):
        return reading
    lines = tuple(
        _open(line) if here or not any(named) else line
        for line, here in zip(reading.lines, named, strict=True)
    )
    return replace(reading, lines=lines)


def _open(line: OrderLine) -> OrderLine:
    found = {name: getattr(line, name) for name in IDENTITY}
    return replace(
        line,
        **{name: opened(field, Reason.RIVAL) for name, field in found.items() if field and field.certain},
    )


def _is_named(line: OrderLine, said: str) -> bool:
    folded = fold(said)
    return any(fold(code) in folded for code in _codes(line) if len(code) > SHARED)


def _codes(line: OrderLine) -> Iterator[str]:
    for field in (line.part_number, line.customer_part_number, line.drawing_number):
        if field is not None and field.value:
            yield field.value


def _has_neighbour(said: str, reading: Reading) -> bool:
    """Tell whether a letter names a code of the family of the order's parts that the order does not hold."""
    known = {code for line in reading.lines for code in _codes(line)}
    folded = {fold(each) for each in known}
    return any(
        _is_neighbour(each, code) for each in CODE.findall(said) if fold(each) not in folded for code in known
    )


def _is_neighbour(code: str, known: str) -> bool:
    alike = parts.shape(code.upper()) == parts.shape(known.upper())
    return alike and code[:SHARED].upper() == known[:SHARED].upper() and any(map(str.isdigit, code))
