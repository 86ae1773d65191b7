"""Captions that nobody knows and that every item has: "Nemo: 1", "Nemo: 2" above cards of items.

No card has taken them, and still they state something of each item; by its value one may tell what: the
number of the item, a code, a day, a unit. What a line lacks of these is not surely absent.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from extractors.fields import dates, parts, periods, units
from extractors.header.labelling.label_words import meaning
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item import Item
from extractors.page.runs import Run, evidence
from models.reading import Field, OrderLine, Reason, unread_at

OTHERS = late(
    r"\b(?:certificat\w*|report|tag|pos|serial|batch|lot|requisition|budget|project|tariff|customs|hs|plant|equipment|pump|cost|order|po|"
    r"contract|quot\w*|offer|account|charge|ledger|invoice|bin|rack|location|store|replac\w*|instead|spare|for|see|as|per|with|like|and|of)\b"
    r"|证书|报告|位号|序列|批号|申请|预算|项目|海关|税则|设备|泵|成本|账户|科目|订单|合同|报价|替代|代替|原|用于|配|按|参照|见|同",
    re.IGNORECASE,
)
"""Words that say that a number is of something else, or leads a sentence."""
CAPTION = late(r"\s*(?P<label>[^\d:：]{2,28}?)\s*(?:[:：]|\s(?=\S*\d)|$)\s*(?P<value>\S.{0,40})?")
"""A caption, and perhaps its value behind it."""
COUNTED = late(r"\d{1,5}(?:\.\d{1,3}){0,2}|[A-Z]|[一二三四五六七八九十]{1,3}")
"""How items are numbered."""
ORDINALS = "一二三四五六七八九"
FIRST = frozenset({"1", "10", "A", "1.1", "一"})
"""The number of the first item."""
CODES = ("part_number", "customer_part_number", "drawing_number")
NUMBER = ("line_number",)


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Iterable[Run]) -> list[OrderLine]:
    """Return the lines; what they lack and such a caption may state is unread there."""
    places = [(item.row.page.number, item.row.box.top) for item in items]
    captions: dict[str, list[tuple[Run, str]]] = {}
    for run in runs:
        found = CAPTION.fullmatch(run.text)
        if found is not None and is_strange(found["label"]):
            captions.setdefault(found["label"], []).append((run, (found["value"] or "").strip()))
    changed = list(lines)
    for told in captions.values():
        beside = len(told) == len(lines) and _alternate([_place(run) for run, _ in told], places)
        if beside and _states([value for _, value in told]):
            changed = [_with(line, *each) for line, each in zip(changed, told, strict=True)]
    return changed


def _place(run: Run) -> tuple[int, float]:
    return run.page.number, run.box.top


def _alternate(captions: Sequence[tuple[int, float]], items: Sequence[tuple[int, float]]) -> bool:
    """Tell whether each caption stands by the item of its turn, or all below the last: not in the head."""
    if captions[0] > items[-1]:
        return True  # a list below the table
    after = all(caption > item for caption, item in zip(captions[1:], items, strict=False))
    return after and all(caption < item for caption, item in zip(captions, items[1:], strict=False))


def count(values: Sequence[str]) -> bool:
    """Tell whether values number items: figures that rise, letters from A or ordinals from 一 on."""
    if all(map(str.isalpha, values)):
        letters = [chr(ord("A") + at) for at in range(len(values))]
        return list(values) in (letters, [_ordinal(at) for at in range(1, len(values) + 1)])
    if not all(each.isdecimal() for each in values):
        return len(set(values)) == len(values) and not any(map(str.isalpha, values))
    return all(int(one) < int(other) for one, other in itertools.pairwise(values))


def _ordinal(number: int) -> str:
    """Return a number below a hundred in words: 一, 十, 十一, 二十一."""
    tens, ones = divmod(number, 10)
    led = "" if tens == 0 else "十" if tens == 1 else f"{ORDINALS[tens - 1]}十"
    return led + (ORDINALS[ones - 1] if ones else "")


def is_strange(label: str) -> bool:
    """Tell whether a text inside an item may label what it states, and is in no list."""
    known = recognise(label)
    return (known is None or not known.exact) and not meaning(label) and OTHERS.search(label) is None


def _states(values: Sequence[str]) -> bool:
    """Tell whether what a caption has in each item may state something of it: several, or numbers from 1."""
    if COUNTED.fullmatch(values[0]):
        return values[0].lstrip("0") in FIRST and count(values)
    return len(values) > 1


def _with(line: OrderLine, run: Run, value: str) -> OrderLine:
    names = next((names for fits, names in KINDS if fits(value)), ())
    name = next((each for each in names if getattr(line, each) is None), None)
    if name is None or (name == "delivery_date" and line.lead_time is not None):
        return line
    if name == "delivery_date" or not value or parts.is_tag(value):  # "Spares for pump P-1203A"
        return replace(line, **{name: unread_at(evidence(run))})
    spot = evidence(run, run.text.rindex(value), len(run.text.rstrip()))
    return replace(
        line, **{name: Field(value, sure=False, evidence=spot, reason=Reason.ROLE, confidence=0.6)}
    )


def _is_time(value: str) -> bool:
    return bool(dates.parse(value)) or periods.parse(value) is not None


KINDS: tuple[tuple[Callable[[str], bool], tuple[str, ...]], ...] = (
    (lambda value: COUNTED.fullmatch(value) is not None, NUMBER),
    (_is_time, ("delivery_date",)),
    (lambda value: units.canonical(value) is not None, ("unit",)),
    (parts.is_clear, CODES),
)
"""What a value may be, and which fields state it."""
