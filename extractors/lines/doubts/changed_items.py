"""Sentences that change one item of the table, by its number: "Item 1: supply DS-20032 instead".

The table goes on saying what it said, and its numbers close. What such a sentence means is for a person to
read: nothing that tells the thing, how much of it and for how much is sure in the item that it names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields.text import level
from extractors.header.spoken import sentences
from extractors.lines.doubts import former_figures
from extractors.page.runs import Run
from extractors.rare import Rare
from models.reading import OrderLine, Reason, opened

NAMED = r"\b(?:items?|pos(?:itions?|\.)?|lines?)\s?(?:no\.?\s?)?(?P<{}>\d{{1,4}})\b"
NAMED_ZH = r"(?:(?<![条款])第\s?(?P<{}>\d{{1,4}})\s?[项行]|(?:序号|项次|行号)\s?(?P<{}>\d{{1,4}}))"
GOES_ON = r"(?:[^.;:。；：]|[.:](?=\s?[a-z\d])|:\s){0,60}?"
CHANGES = (
    r"\b(?:now\b(?= \d| only)|instead\b|statt\b|no longer\b|not any ?more"
    r"|not (?:be )?(?:required|needed|ordered|delivered|produced)(?! later than| before)"
    r"|by mistake\b|until further notice|on hold\b"
    r"|only after\b|subject to\b|to be (?:checked|confirmed|clarified|advised)"
    r"|(?:is|was|are|has been|have been) (?:replaced|superseded|changed|corrected|deleted)\b"
    r"|cancell?ed\b|obsolete\b|discontinued\b|optional\b"
    r"|(?:correct|new|right|changed) (?:part|item|article|type|quantity|qty|price|no\b)"
    r"|entfällt|entfallen|storniert|gestrichen)"
)
BEFORE = (
    r"\b(?:instead of|statt|anstelle von|no longer (?:need|require|want)|do(?: not|n't)"
    r" (?:produce|deliver|supply|ship|send|make|start)|hold|replac(?:e|ing)|without)\s(?:the )?"
)
CHANGES_ZH = (
    r"(?:改为|改成|改用|改按|换成|更换为|变更为|更正|应为|有误|暂不|暂缓|待定|待通知|等通知|不需要|不要|先不|取消|作废"
    r"|按\s?[A-Z][A-Z\d]*-?\d[A-Z\d-]*\s?(?:供|发|生产|制作))"
)
CHANGED = (
    Rare(rf"{NAMED.format('item')}{GOES_ON}{CHANGES}", "item|pos|line", re.IGNORECASE),
    Rare(rf"{BEFORE}{NAMED.format('item')}", "item|pos|line", re.IGNORECASE),
    Rare(rf"{NAMED.format('item')}\s?[:：,，]?\s?{CHANGES_ZH}", "item|pos|line", re.IGNORECASE),
    Rare(
        rf"{NAMED_ZH.format('item', 'row')}[^。；;]{{0,20}}?{CHANGES_ZH}", "第|序号|项次|行号", re.IGNORECASE
    ),
)
NAMING = (
    Rare(NAMED.format("item"), "item|pos|line", re.IGNORECASE),
    Rare(NAMED_ZH.format("item", "row"), "第|序号|项次|行号"),
)
LONGEST = 300
"""A longer text is a clause, and numbers what it counts up itself."""
TOLD = (
    "part_number",
    "customer_part_number",
    "drawing_number",
    "description",
    "quantity",
    "unit_price",
    "amount",
)


def doubted(lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines, those that a sentence changes without certainty."""
    named = set(_named(runs))
    return tuple(
        open_line(line) if named & {number_of(line, at), str(at)} else line
        for at, line in enumerate(lines, 1)
    )


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of items of the table that a text names: "Item 20", 第2项."""
    found = (match for pattern in NAMING for match in pattern.finditer(text))
    return frozenset(next(filter(None, match.groups()), "").lstrip("0") for match in found)


def _named(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the numbers of the items that sentences change."""
    for run in sentences.paragraphs(runs):
        if len(run.text) > LONGEST:
            continue
        said = former_figures.without(level(run.text))
        for pattern in CHANGED:
            for found in pattern.finditer(said):
                yield next(each for each in found.groups() if each).lstrip("0")


def number_of(line: OrderLine, at: int) -> str:
    """Return the number of a line; where it has none, its place from the top."""
    number = line.line_number.value if line.line_number is not None else None
    return (number or str(at)).lstrip("0")


def open_line(line: OrderLine) -> OrderLine:
    """Return a line of which nothing is sure that tells the thing, how much of it and for how much."""
    fields = {name: getattr(line, name) for name in TOLD}
    return replace(
        line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each is not None}
    )
