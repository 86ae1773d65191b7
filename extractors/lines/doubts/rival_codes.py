"""Numbers built like an item's own that stand near it: "20: new 10023199" below an item with 10023188.

The table goes on saying what it said, and which number is ordered is for a person to read. Which words stand
between the two does not matter; that one takes the place of an older one ("replaces 10023100") does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.fields.text import level
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines.doubts import changed_codes, changed_items
from extractors.lines.headings import CODES
from extractors.lines.item import Item
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine, Reason, opened

TOKEN = late(r"(?<![A-Za-z\d/-])[A-Za-z\d][A-Za-z\d./-]{3,}[A-Za-z\d](?![A-Za-z\d-])")
SAID = (Role.DESCRIPTION, Role.REMARK, Role.SPECIFICATION, Role.MODEL, Role.OTHER, Role.CURRENCY)
COMMON = 2
"""Numbers of one series begin with so many characters alike."""
QUALIFIED = late(
    r"\b(?:new|latest|actual|current|updated|revised|old|former|previous|superseded|to be supplied)\b"
    r"|\b(?:neue?|alte?|aktuelle?)\b"
    r"|[新旧舊原现現]\S{0,4}(?:号|號|码|碼)|最新",
    re.IGNORECASE,
)
"""Headings that set one number of an item against another."""
OF_ALL = late(
    r"\bpart (?:numbers?|nos?\.?)[^.;]{0,24}\b(?:to be|must be|are|is|will be)"
    r" (?:confirmed|checked|verified|corrected|old|obsolete)\b"
    r"|\bpart (?:numbers?|nos?\.?) (?:is |are )?for (?:reference|information) only"
    r"|(?:料号|料號|编码|編碼|物料号)[^。；;,，]{0,6}(?:[旧舊]|待确认|待確認|有[误誤]|以[^。；]{0,8}[为為]准)",
    re.IGNORECASE,
)
"""What speaks of all numbers of the order."""
FOR_ANOTHER = late(
    r"\b(?:for|fits|suits|used (?:in|with)|für|passend zu)\s+(?:\w+\s)?(?:part|item|article|material|p/?n)\b"
    r"|用于\S{0,4}(?:料号|编码|物料)",
    re.IGNORECASE,
)
"""What names the part that an item is meant for."""
OVER = late(
    r"\W*(?:discontinued|obsolete|old (?:part )?(?:number|no)\.?|停[产產]|[旧舊][料编編]?[号號]|作[废廢])\W*",
    re.IGNORECASE,
)
"""A note that says of a number that it no longer counts."""
NO_LONGER = late(r"\b(?:discontinued|obsolete|superseded)\b|停[产產]|作[废廢]", re.IGNORECASE)
Said = tuple[str, frozenset[str]]
"""A text, and the numbers of the items that it is about."""
LEVEL = 3.0
"""Texts of one line have their middles within so many points."""


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines; numbers near which another one of their series stands are not certain."""
    known = {code for line in lines for code in changed_codes.codes(line)}
    texts = [*_paragraphs(runs), *_rows(runs)]
    if any(map(OF_ALL.search, texts)):
        return tuple(map(_opened, lines))
    told = [(text, _numbers(text)) for text in texts]
    return tuple(
        _opened(line) if _is_rivalled(item, line, at, told, known) else line
        for at, (item, line) in enumerate(zip(items, lines, strict=True), 1)
    )


def _is_rivalled(item: Item, line: OrderLine, at: int, told: Sequence[Said], known: set[str]) -> bool:
    own = list(changed_codes.codes(line))
    if not own:
        return False
    if _is_qualified(item) or _is_for_another(item) or _is_over(item):
        return True
    beside = (text for text in _beside(item) if _rivals(text, own, known))
    number = ((line.line_number.value if line.line_number is not None else None) or str(at)).lstrip("0")
    about = (text for text, numbers in told if number in numbers or _names(text, own))
    return next(beside, None) is not None or any(_rivals(text, own, known) for text in about)


def _beside(item: Item) -> Iterator[str]:
    """Yield what stands in and below an item under no heading of a code."""
    yield from (level(run.text) for run in item.notes)
    others = (*item.unknown, *(text for role in SAID for text in item.texts.get(role, ())))
    for text in others:
        if not changed_codes.is_older(level(text.run.text[: text.start]), level(text.run.text)):
            yield level(text.printed)


def _is_qualified(item: Item) -> bool:
    """Tell whether one of several numbers of an item stands under a heading that sets it against another."""
    headed = [
        text.heading.text for role in CODES for text in item.texts.get(role, ()) if text.heading is not None
    ]
    return len(headed) > 1 and any(map(QUALIFIED.search, headed))


def _is_over(item: Item) -> bool:
    """Tell whether a note, or the name itself, says that what the number names is no longer made."""
    names = (level(text.printed) for text in item.texts.get(Role.DESCRIPTION, ()))
    return any(map(OVER.fullmatch, changed_codes.notes(item))) or any(map(NO_LONGER.search, names))


def _is_for_another(item: Item) -> bool:
    """Tell whether a note or the label of a code names the part that an item is meant for."""
    labels = (level(text.run.text[: text.start]) for role in CODES for text in item.texts.get(role, ()))
    return any(FOR_ANOTHER.search(text) for text in (*changed_codes.notes(item), *labels))


def _rivals(text: str, own: Sequence[str], known: set[str]) -> bool:
    """Tell whether a text holds a number of the series of one of an item's own that no line bears."""
    for found in TOKEN.finditer(text):
        token = found[0]
        strange = token not in known and any(_is_alike(token, each) for each in own)
        if strange and not changed_codes.is_older(text[: found.start()], text):
            return True
    return False


def _is_alike(one: str, other: str) -> bool:
    return one[:COMMON].casefold() == other[:COMMON].casefold() and parts.shape(one) == parts.shape(other)


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of the items that a text is about: it names them, or begins with one."""
    first, *_ = text.split(maxsplit=1) or [""]
    return changed_items.numbers_in(text) | {first.strip(".:：)").lstrip("0")}


def _names(text: str, own: Sequence[str]) -> bool:
    return any(changed_codes.is_named(code, text) for code in own)


def _paragraphs(runs: Sequence[Run]) -> Iterator[str]:
    for run in sentences.paragraphs(runs):
        if len(run.text) <= changed_items.LONGEST:
            yield level(run.text)


def _rows(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the lines of several texts, as the rows of a table without figures are."""
    rows: defaultdict[tuple[int, int], list[Run]] = defaultdict(list)
    for run in runs:
        rows[id(run.page), round(run.box.middle / LEVEL)].append(run)
    yield from (level("  ".join(run.text for run in row)) for row in rows.values() if len(row) > 1)


def _opened(line: OrderLine) -> OrderLine:
    fields = {name: getattr(line, name) for name in ("part_number", "customer_part_number")}
    return replace(
        line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each is not None}
    )
