"""What a letter changes of the items of an order without a number that the order does not state.

"Please deliver twice the quantity", 数量都翻倍, "quantities are in boxes of 12", "the prices are not
correct", "only one of the two items", "the second item has to wait". Each kind is a list of
`letters_figures.toml`.
"""

from dataclasses import replace
from functools import partial

from extractors.fields.text import level
from extractors.mail import cover_letters, pieces, whole_orders
from extractors.mail.ordered import Ordered
from extractors.vocabulary import wordlists
from models.reading import OrderLine, Reading, Reason, opened

_WORDS = wordlists.load("letters_figures")

_either = partial(wordlists.either, _WORDS)

FACTORS, UNFACTORED = _either("factors"), _either("unfactored")
FIGURES, DENIED, SHOWN = _either("figures"), _either("denied"), _either("shown")
OUTRIGHT = _either("units", "partly", "shared", "unpaid")
WAITING, ORDINALS = _either("waiting"), _either("ordinals")
REPLACING, SWAPPING = _either("replacing"), _either("swapping")
IDENTITY = ("part_number", "customer_part_number", "drawing_number", "description")


def is_other(sentence: str) -> bool:
    """Tell whether a sentence changes how many of the items, or for how much, whatever the order states."""
    said = filter(cover_letters.is_sentence, pieces.of_sentence(level(sentence)))
    return any(_changes(clause) for each in said for clause in whole_orders.clauses(each))


def is_bare(sentence: str) -> bool:
    """Tell whether a text is one such word alone, as a note in the row of an item that costs nothing."""
    return OUTRIGHT.fullmatch(level(sentence).strip(" *()[]-.!")) is not None


def _changes(clause: str) -> bool:
    if FACTORS.search(clause) and not UNFACTORED.search(clause):
        return True
    denied = FIGURES.search(clause) and DENIED.search(clause) and not SHOWN.search(clause)
    waiting = (ORDINALS.search(clause) or whole_orders.ITEM.search(clause)) and WAITING.search(clause)
    return bool(denied or waiting or OUTRIGHT.search(clause))


def with_other_parts(reading: Reading, sentence: str, ordered: Ordered) -> Reading:
    """Return a reading in which it is open what the items are that a sentence replaces by others."""
    said = level(sentence)
    named = ordered.coded(said)
    replaced = bool(named) and REPLACING.search(said) is not None
    swapped = any(map(SWAPPING.search, whole_orders.clauses(said)))
    if not (replaced or swapped or ordered.has_neighbour(said)):
        return reading
    lines = [_open(line) if at in named or not named else line for at, line in enumerate(reading.lines)]
    return reading if lines == list(reading.lines) else replace(reading, lines=tuple(lines))


def _open(line: OrderLine) -> OrderLine:
    sure = {name: field for name in IDENTITY if (field := getattr(line, name)) and field.certain}
    told = {name: opened(field, Reason.RIVAL) for name, field in sure.items()}
    return replace(line, **told) if told else line
