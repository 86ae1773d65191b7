"""Items that stand in no table: blocks of labels and values, numbered paragraphs, lines of a mail.

What counts as an item has a quantity and a price or an amount. Where items are numbered, the numbers
part them; else a line that states both is an item, or a new item begins where a label comes again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import item_clauses, label_words, spoken_totals, summaries
from extractors.blocks import PageBlocks
from extractors.headings import CODES, Heading
from extractors.item import Item, Text
from extractors.item_table import ItemTable, Row
from extractors.items import Items
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

NUMBERING = re.compile(
    r"^\s*(?:(?:item|pos\.?|position|line|no\.?|项目?)\s*)?(?:第\s*)?[（(]?\s*(?P<number>\d{1,4}|[一二三四五六七八九十]{1,3})\s*"
    r"(?:[)）]|[.、．]\s*(?!\d)|项\s*[:：]?|[:：]|$)\s*",
    re.IGNORECASE,
)
BULLET = re.compile(r"^\s*[-–—•●*·▪◆]\s+")
CHINESE = {
    name: at
    for at, name in enumerate(
        "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十".split(), 1
    )
}
CODE = re.compile(r"\d{6,}|(?=[A-Z0-9-]*\d{4})(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9/-]{6,}")
CODED = Heading("", frozenset({Role.PART}), exact=False)
DOUBTED = Heading("", frozenset(), exact=False)
"""Says nothing for sure: of two quantities in one item one is something else."""
NUMBER = Heading("", frozenset({Role.LINE_NUMBER}), exact=True)
TURNED = 3
"""So many rows at least make a turned table."""
WORTH = frozenset({Role.PRICE, Role.AMOUNT, Role.LIST_PRICE})
ENDING = re.compile(r"\s*(?:以上|上述|合计|总计|共计|all prices|prices|the above|total|sum)\b", re.IGNORECASE)
"""How a line begins that speaks of all items."""
ONCE = CODES | WORTH | {Role.QUANTITY, Role.DESCRIPTION, Role.LINE_NUMBER}
"""Roles that a single item states once: where one comes again, the next item has begun."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The runs of one line, what they say, and the number the line begins with."""

    runs: tuple[Run, ...]
    said: tuple[tuple[Role | None, Text], ...]
    number: Text | None = None
    ordinal: int | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that the line states."""
        return frozenset(role for role, _ in self.said if role is not None)


def find(pages: Sequence[PageBlocks]) -> tuple[ItemTable, Items] | None:
    """Return the items that stand in no table, None where there are none."""
    lines = [line for page in pages for line in _lines(page)]
    groups = _transposed(lines) or _numbered(lines) or _single_lines(lines) or _repeating(lines)
    items = tuple(item for group in groups if (item := _item(group)) is not None)
    if not items:
        return None
    rows = tuple(item.row for item in items)
    table = ItemTable((), rows, rows[0].box, rows[0].page, ruled=False)
    return table, Items(items, (), (), ())


def _lines(page: PageBlocks) -> Iterator[_Line]:
    runs = [run for block in page.blocks for run in block.lines]
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[at].box.top < runs[end].box.middle < runs[at].box.bottom:
            end += 1
        yield _line(runs[at:end])
        at = end


def _line(runs: Sequence[Run]) -> _Line:
    first = runs[0]
    numbering = NUMBERING.match(first.text) if len(first.text) < 400 else None
    bullet = BULLET.match(first.text)
    start = numbering.end() if numbering else bullet.end() if bullet else 0
    said: list[tuple[Role | None, Text]] = []
    counted = item_clauses.leading_count(first, start)
    if counted is not None:
        said.append((Role.QUANTITY, counted[0]))
        start = counted[1]
    beside: Run | None = None
    for run, value in zip(runs, [*runs[1:], None], strict=True):
        pair = item_clauses.beside(run, value) if value is not None and not start else None
        if pair is not None:
            said.append(pair)
            beside = value
        elif run is not beside:
            said += item_clauses.read(run, start if run is first else 0)
    if numbering is None:
        return _Line(tuple(runs), tuple(said))
    span = numbering.span("number")
    printed = numbering["number"]
    ordinal = int(printed) if printed.isdigit() else CHINESE.get(printed)
    return _Line(tuple(runs), tuple(said), Text(first, *span, NUMBER), ordinal)


def _transposed(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the items of a table that is turned: a label at the left, the items side by side."""
    rows = [values for line in lines if len(values := item_clauses.turned(line.runs)) > 1]
    width = len(rows[0]) if rows else 0
    if len(rows) < TURNED or any(len(values) != width for values in rows):
        return []
    groups = [
        [_Line((text.run,), ((role, text),)) for role, text in column] for column in zip(*rows, strict=True)
    ]
    return groups if all(map(_orders, groups)) else []


def _numbered(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the groups of lines between numbers that count on, those that order something."""
    best: list[list[_Line]] = []
    for first, line in enumerate(lines):
        if line.ordinal in {1, 10}:
            groups = _counting(lines, first, step=line.ordinal or 1)
            if sum(map(_orders, groups)) > sum(map(_orders, best)):
                best = groups
    return [group for group in best if _orders(group)]


def _counting(lines: Sequence[_Line], first: int, *, step: int) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines[first:]:
        if line.ordinal == step * (len(groups) + 1):
            groups.append([line])
        elif _ends(line):
            break
        elif groups:
            groups[-1].append(line)
    return groups


def _single_lines(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return the lines that state a quantity and a price each, with a line above that names the thing."""
    groups: list[list[_Line]] = []
    before: _Line | None = None
    for line in lines:
        if Role.QUANTITY in line.roles and line.roles & WORTH and not _ends(line):
            named = any(role in {None, Role.DESCRIPTION} for role, _ in line.said)
            above = [before] if before is not None and not named and _close(before, line) else []
            groups.append([*above, line])
            before = None
        else:
            before = line
    return groups


def _close(above: _Line, line: _Line) -> bool:
    height = line.runs[0].box.height
    return -0.3 * height < line.runs[0].box.top - above.runs[0].box.bottom < 1.2 * height and not _ends(above)


def _repeating(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Return groups of lines that state the same things again and again."""
    groups: list[list[_Line]] = []
    seen: set[Role] = set()
    waiting: list[_Line] = []
    for line in lines:
        roles = line.roles & ONCE
        if not roles:
            waiting.append(line)
        elif _ends(line) and not _completes(line, seen, groups):
            waiting, seen = [], set()
        else:
            if not groups or roles & seen or not seen:
                groups.append([])
                seen = set()
            groups[-1] += [*_naming(waiting, line), line]
            seen |= roles
            waiting = []
    return [group for group in groups if _orders(group)]


def _completes(line: _Line, seen: set[Role], groups: Sequence[Sequence[_Line]]) -> bool:
    """Tell whether what may be a total is the amount of the item right above it."""
    if line.roles != {Role.AMOUNT} or Role.AMOUNT in seen or Role.QUANTITY not in seen:
        return False
    above, box = groups[-1][-1].runs[0].box, line.runs[0].box
    return abs(above.x0 - box.x0) < box.height and box.top - above.bottom < 1.2 * box.height


def _naming(waiting: Sequence[_Line], line: _Line) -> list[_Line]:
    """Return the line right above, which may name what the labels below describe."""
    if not waiting or Role.DESCRIPTION in line.roles:
        return []
    above = waiting[-1]
    near = line.runs[0].box.top - above.runs[0].box.bottom < 2 * line.runs[0].box.height
    return [above] if near and len(above.said) == 1 else []


def _ends(line: _Line) -> bool:
    """Tell whether a line is a total, or states something of the whole order."""
    text = line.runs[0].text
    if summaries.recognise(text) is not None or ENDING.match(text):
        return True
    if not line.roles & {Role.QUANTITY, Role.PRICE} and any(spoken_totals.find(line.runs)):
        return True
    label = label_words.match(text)
    return label is not None and label.colon and not line.roles


def _split_code(texts: dict[Role, tuple[Text, ...]]) -> None:
    """Take the first or last word of a name for its code where no other is stated; whose it is stays open."""
    name = texts.get(Role.DESCRIPTION, (None,))[0]
    words = name.printed.split() if name is not None else []
    if name is None or len(words) < 2 or not texts.keys().isdisjoint(CODES):
        return
    begin = name.run.text.index(name.printed, name.start)
    end = begin + len(name.printed)
    for word, low, high in ((words[0], begin, begin + len(words[0])), (words[-1], end - len(words[-1]), end)):
        if CODE.fullmatch(word):
            rest = (high, end) if low == begin else (begin, low)
            texts[Role.PART] = (Text(name.run, low, high, CODED),)
            texts[Role.DESCRIPTION] = (replace(name, start=rest[0], end=rest[1]),)
            return


def _orders(group: Sequence[_Line]) -> bool:
    roles = frozenset[Role]().union(*(line.roles for line in group))
    return Role.QUANTITY in roles and bool(roles & WORTH)


def _item(group: Sequence[_Line]) -> Item | None:
    texts: dict[Role, tuple[Text, ...]] = {}
    notes: list[Run] = []
    number = group[0].number
    if number is not None:
        texts[Role.LINE_NUMBER] = (number,)
    for role, text in (pair for line in group for pair in line.said):
        if role is not None:
            texts[role] = (*texts.get(role, ()), text)
        elif Role.DESCRIPTION not in texts and any(map(str.isalpha, text.printed)):
            texts[Role.DESCRIPTION] = (text,)
        else:
            notes.append(text.run)
    _split_code(texts)
    for role in item_clauses.PLACE_OF.keys() & texts.keys():
        if len(texts[role]) > 1:
            texts[role] = tuple(replace(text, heading=DOUBTED) for text in texts[role])
    runs = [run for line in group if line.roles or line is group[0] for run in line.runs]
    row = Row(runs[0].page, union(run.box for run in runs), (tuple(runs),))
    return Item(row, texts, notes=tuple(notes))
