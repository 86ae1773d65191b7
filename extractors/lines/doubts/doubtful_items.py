"""Items that say that they may not be ordered: optional, an alternative, cancelled, an example."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.fields import english_words, numerals, quantities
from extractors.fields.text import level
from extractors.kept import kept
from extractors.late import late
from extractors.lines.item import Item
from extractors.page.runs import Run
from extractors.vocabulary import wordlists
from extractors.vocabulary.meanings import Role
from models.page import Doubt
from models.reading import OrderLine

_WORDS = wordlists.load("doubtful_items")
NOT_ORDERED = late(
    rf"(?<![a-z])(?:{'|'.join(sorted(_WORDS['not_ordered'], key=len, reverse=True))})(?![a-z])", re.IGNORECASE
)
STATE = late(rf"\W*(?:{'|'.join(_WORDS['states'])})\W*", re.IGNORECASE)
ENDED = late(rf"\W*(?:{'|'.join((*_WORDS['states'], *_WORDS['ended']))})\W*", re.IGNORECASE)
"""A state by which nothing is ordered, as the whole of what stands in a cell."""
NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION})
LIKENED = frozenset({Role.MODEL, Role.DRAWING, Role.UNIT})
"""Where a word may say what the thing is like: "Type: closed" of an impeller."""

COUNTED = late(
    r"(?P<figures>\d+)\s?\S{0,3}\s?[(](?P<words>[a-z]+|[一二三四五六七八九十两百壹贰叁肆伍陆柒捌玖拾佰]+)",
    re.IGNORECASE,
)
PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰", "一二三四五六七八九十百")
MARK = late(r"[A-Za-z]{2,8}\.?")
ADDRESS = late(r"\S+@\S+")
"""An address to write to is no word."""
FORMER_PRICE = late(
    r"(?:20\d\d\s?年度?|[旧舊原]|上[次批年]|去年)的?(?:采购|合同|含税)?[单單]?[价價]格?[^，,。；;\d]{0,4}\d[\d.,]*\s?元?(?:/\S)?\s?(?:已|即)?作[废廢]"
)
"""A price of former times that no longer holds says nothing against the item: 2025年单价6,980.00元作废."""
VAGUE = late("|".join(_WORDS["vague"]), re.IGNORECASE)
GUESSED = late("|".join(_WORDS["guessed"]), re.IGNORECASE)
CORRECTING = late("|".join(_WORDS["correcting"]), re.IGNORECASE)
UNSETTLED = late("|".join(_WORDS["unsettled"]), re.IGNORECASE)
MARKED = late(r"\s*(?:[★☆※▲△◆◇►▶☞]|注\s?[:：]|备注)")
"""How a note begins that is set apart from the name above it."""
REMARKING = late(rf"(?<![a-z])(?:{'|'.join(_WORDS['remarking'])})", re.IGNORECASE)
ACCOMPANYING = late(rf"(?<![a-z])(?:{'|'.join(_WORDS['accompanying'])})", re.IGNORECASE)
ASKED = late(
    rf"(?:(?<![a-z])(?:{'|'.join(_WORDS['asked'])})(?![a-z])|{'|'.join(_WORDS['asked_chinese'])}|[\s\W\d])+",
    re.IGNORECASE,
)
"""What a request of papers, marks and packing is made of; one with any other word may change the thing."""
SUM = late(r"(?:\d{3}[.,]\d{2}|\d[.,]\d{2}\s?(?:元|[A-Z]{3}))$")
"""A sum of money at the end of a line; a size has fewer figures before its point: 75x3.55."""


def is_accompanying(line: str) -> bool:
    """Tell whether a line below a name asks for papers, marks or packing: it changes nothing of the thing."""
    asked = ACCOMPANYING.search(level(line)) is not None and ASKED.fullmatch(level(line)) is not None
    return asked and SUM.search(line) is None


def is_remark(line: str) -> bool:
    """Tell whether a line below a name says something else of the thing: what it cost, what it replaces."""
    said = REMARKING.search(level(line)) or SUM.search(line) or MARKED.match(line)
    return said is not None


def corrected(runs: Iterable[Run]) -> bool:
    """Tell whether a text beside the table changes something that the table says."""
    return any(CORRECTING.search(level(run.text)) for run in runs)


def changes(said: str) -> bool:
    """Tell whether a remark of an item changes what its columns say, or leaves it to be agreed."""
    return CORRECTING.search(said) is not None or is_unsettled(said)


def is_unsettled(said: str) -> bool:
    """Tell whether a text of an item speaks against its own quantity or price."""
    return UNSETTLED.search(said) is not None


def twice(lines: Sequence[OrderLine]) -> bool:
    """Tell whether two lines bear one item number: a table may stand there again, with other numbers."""
    numbers = [each.line_number.value for each in lines if each.line_number is not None]
    return len(set(numbers)) < len(numbers)


def is_doubted(item: Item) -> bool:
    """Tell whether an item may not be ordered, or not in the quantity that it states."""
    return may_be_none(item) or contradicts_itself(item) or _is_guess(item) or _is_marked(item)


def is_vague(printed: str) -> bool:
    """Tell whether a text beside a figure makes it a guess: "tbc", 暂定."""
    return VAGUE.search(level(printed)) is not None


def _is_guess(item: Item) -> bool:
    """Tell whether a quantity or a price is only estimated."""
    numbers = [*item.texts.get(Role.QUANTITY, ()), *item.texts.get(Role.PRICE, ())]
    names = [*item.texts.get(Role.DESCRIPTION, ()), *item.texts.get(Role.SPECIFICATION, ())]
    named = [*(text.printed for text in names), *(note.text for note in item.notes)]
    guessed = any(GUESSED.search(level(text)) for text in named)
    return guessed or any(VAGUE.search(level(text.printed)) for text in numbers)


def _is_marked(item: Item) -> bool:
    """Tell whether letters that are no unit and no number stand behind a quantity in brackets: "2 (OPT)"."""
    found = (quantities.parse(level(text.printed)) for text in item.texts.get(Role.QUANTITY, ()))
    marks = [each.aside for each in found if each is not None and each.unit is None and each.aside]
    numbers = {**english_words.UNITS, **english_words.TENS}
    return any(MARK.fullmatch(each.strip()) and each.strip().casefold() not in numbers for each in marks)


def contradicts_itself(item: Item) -> bool:
    """Tell whether a quantity says another number in brackets: 4 (five), 4（伍）."""
    return any(_is_contradicted(text.printed) for text in item.texts.get(Role.QUANTITY, ()))


def _is_contradicted(printed: str) -> bool:
    found = COUNTED.search(level(printed))
    if found is None:
        return False
    said = found["words"].casefold().translate(PLAIN)
    value = english_words.UNITS.get(said) or english_words.TENS.get(said) or numerals.parse(said)
    return value is not None and Decimal(found["figures"]) != value


def is_hidden(item: Item) -> bool:
    """Tell whether nobody sees a row: a sheet hides it, or its letters have the colour of the paper."""
    words = [word for run in item.row.runs for word in run.words]
    return bool(words) and all(word.doubt is Doubt.INVISIBLE for word in words)


@kept
def may_be_none(item: Item) -> bool:
    """Tell whether a text of the item puts in doubt that it is ordered, or nobody sees its row."""
    if is_hidden(item):
        return True
    remarks = (text.printed for text in item.texts.get(Role.REMARK, ()))
    said = (level(text) for text in (*(run.text for run in (*item.row.runs, *item.notes)), *remarks))
    told = any(NOT_ORDERED.search(FORMER_PRICE.sub(" ", ADDRESS.sub(" ", text))) for text in said)
    return told or _is_in_state(item)


def _is_in_state(item: Item) -> bool:
    """Tell whether a whole cell or note of the item says that it is not ordered: "closed", 草稿."""
    cells = {role: texts for role, texts in item.texts.items() if role not in NAMING}
    if any(STATE.fullmatch(level(text.printed)) for role in LIKENED for text in cells.get(role, ())):
        return True
    others = (text.printed for role, texts in cells.items() if role not in LIKENED for text in texts)
    said = (*others, *(text.printed for text in item.unknown), *(note.text for note in item.notes))
    return any(ENDED.fullmatch(level(text)) for text in said)
