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

_WORDS = wordlists.load("letters_figures", "letters_open")

_either = partial(wordlists.either, _WORDS)

FACTORS, UNFACTORED = _either("factors"), _either("unfactored")
FIGURES, DENIED, SHOWN = _either("figures"), _either("denied"), _either("shown")
OUTRIGHT = _either("units", "partly", "shared", "unpaid")
UNSETTLED = _either("unsettled")
WAITING, ORDINALS = _either("waiting"), _either("ordinals", "which")
REPLACING, SWAPPING = _either("replacing"), _either("swapping")
TRAITS, REMADE, MADE_BY, ASKED_FOR = map(_either, ("traits", "remade", "made_by", "asked_for"))
IDENTITY = ("part_number", "customer_part_number", "drawing_number", "description")


def is_other(sentence: str) -> bool:
    """Tell whether a sentence changes how many of the items, or for how much, whatever the order states."""
    said = list(filter(cover_letters.is_sentence, pieces.of_sentence(level(sentence))))
    unsettled = any(map(UNSETTLED.search, said))
    return unsettled or any(_changes(clause) for each in said for clause in whole_orders.clauses(each))


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
    remade = _is_remade(said)
    if not (replaced or swapped or remade or ordered.has_neighbour(said)):
        return reading
    named = ordered.pointed(said) if remade else named
    lines = [_open(line) if at in named or not named else line for at, line in enumerate(reading.lines)]
    return reading if lines == list(reading.lines) else replace(reading, lines=tuple(lines))


def _is_remade(said: str) -> bool:
    """Tell whether a sentence says that a thing is made otherwise: of another size, material or drawing."""
    if ASKED_FOR.search(said):
        return False
    clauses = whole_orders.CLAUSE_END.split(said)
    changed = any(TRAITS.search(each) and REMADE.search(each) for each in clauses)
    return changed or MADE_BY.search(said) is not None


def _open(line: OrderLine) -> OrderLine:
    sure = {name: field for name in IDENTITY if (field := getattr(line, name)) and field.certain}
    told = {name: opened(field, Reason.RIVAL) for name, field in sure.items()}
    return replace(line, **told) if told else line
