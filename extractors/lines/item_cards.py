"""Items that stand in no table: blocks of labels and values, numbered paragraphs, lines of a mail.

What counts as an item has a quantity and a price or an amount. Where items are numbered, the numbers
part them; else a line that states both is an item, or a new item begins where a label comes again.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.blocks import PageBlocks
from extractors.header import label_words, spoken_totals, summaries
from extractors.lines import item_clauses, item_sentences
from extractors.lines.headings import CODES, Heading
from extractors.lines.item import Item, Text
from extractors.lines.item_clauses import PLACE_OF
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.items import Items
from extractors.lines.text_lines import TextLine, line_of, lines_of
from extractors.lines.text_numbers import is_own_amount, take_amount, told
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

CODE = re.compile(r"\d{6,}|(?=[A-Z0-9-]*\d{4})(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9/-]{6,}")
CODED = Heading("", frozenset({Role.PART}), exact=False)
DOUBTED = Heading("", frozenset(), exact=False)
"""Says nothing for sure: of two quantities in one item one is something else."""
TURNED = 3
"""So many rows at least make a turned table."""
WORTH = frozenset({Role.PRICE, Role.AMOUNT, Role.LIST_PRICE})
ENDING = re.compile(r"\s*(?:以上|上述|合计|总计|共计|all prices|prices|the above|total|sum)\b", re.IGNORECASE)
"""How a line begins that speaks of all items."""
ONCE = CODES | WORTH | {Role.QUANTITY, Role.DESCRIPTION, Role.LINE_NUMBER}
"""Roles that a single item states once: where one comes again, the next item has begun."""


def find(pages: Sequence[PageBlocks]) -> tuple[ItemTable, Items] | None:
    """Return the items that stand in no table, None where there are none."""
    lines = [line for page in pages for line in lines_of(page)]
    spoken = _single_lines([line_of([run]) for page in pages for run in item_sentences.segments(page)])
    lone = max(spoken, _single_lines(lines), key=told)
    untold = max(lone, _repeating(lines), key=told)
    groups = _transposed(lines) or _numbered(lines) or untold
    groups = max(groups, spoken, key=told)
    items = tuple(item for group in groups if (item := _item(group)) is not None)
    if not items:
        return None
    rows = tuple(item.row for item in items)
    table = ItemTable((), rows, rows[0].box, rows[0].page, ruled=False)
    return table, Items(items, (), (), ())


def _transposed(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items of a table that is turned: a label at the left, the items side by side."""
    rows = [values for line in lines if len(values := item_clauses.turned(line.runs)) > 1]
    width = len(rows[0]) if rows else 0
    if len(rows) < TURNED or any(len(values) != width for values in rows):
        return []
    columns = zip(*rows, strict=True)
    groups = [[TextLine((text.run,), ((role, text),)) for role, text in column] for column in columns]
    return groups if all(map(_orders, groups)) else []


def _numbered(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the groups of lines between numbers that count on, those that order something."""
    best: list[list[TextLine]] = []
    for first, line in enumerate(lines):
        if line.ordinal in {1, 10}:
            groups = _counting(lines, first, step=line.ordinal or 1)
            if sum(map(_orders, groups)) > sum(map(_orders, best)):
                best = groups
    return [group for group in best if _orders(group)]


def _counting(lines: Sequence[TextLine], first: int, *, step: int) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    figures = lines[first].in_figures
    for line in lines[first:]:
        if line.ordinal == step * (len(groups) + 1) and line.in_figures is figures:
            groups.append([line])
        elif _ends(line) and not (groups and is_own_amount(line, groups[-1])):
            break
        elif groups:
            groups[-1].append(line)
    return groups


def _single_lines(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the lines that state a quantity and a price each, with a line above that names the thing."""
    groups: list[list[TextLine]] = []
    before: TextLine | None = None
    for line in lines:
        if Role.QUANTITY in line.roles and line.roles & WORTH and not _ends(line):
            named = any(role in {None, Role.DESCRIPTION} for role, _ in line.said)
            above = [before] if before is not None and not named and _close(before, line) else []
            groups.append([*above, line])
            before = None
        else:
            before = line
    return groups


def _close(above: TextLine, line: TextLine) -> bool:
    height = line.runs[0].box.height
    if above.runs[-1].text.rstrip().endswith((":", "：")):
        return False  # "Please deliver:" leads to the items and names none
    return -0.3 * height < line.runs[0].box.top - above.runs[0].box.bottom < 1.2 * height and not _ends(above)


def _repeating(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return groups of lines that state the same things again and again."""
    groups: list[list[TextLine]] = []
    seen: set[Role] = set()
    waiting: list[TextLine] = []
    for line in lines:
        roles = line.roles & ONCE
        if not roles and line.roles and groups and not waiting:
            groups[-1].append(line)
        elif not roles:
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
    return _in_phase(groups)


def _in_phase(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return the items as they repeat: they may begin elsewhere than where the first label came again.

    Facts of the order right above the first item look like its own, and shift all that follow. Of all
    ways to cut, the one is right in which most items say the same things in the same order; where the
    end is left over all the same, no code is certain.
    """
    lines = [line for group in groups for line in group]
    openings = {line.roles for line in lines if line.roles & (ONCE | {Role.DELIVERY})}
    ways = [groups, *(_cut_at(lines, opening) for opening in sorted(openings, key=sorted))]
    best = max(ways, key=_uniform)
    usual = Counter(_said(group) for group in best if _orders(group)).most_common(1)
    best = [_trimmed(group, usual[0][0] if usual else ()) for group in best]
    kept = [group for group in best if _orders(group)]
    if any(line.roles & CODES for line in _left(best)):
        return [[_uncoded(line) for line in group] for group in kept]
    return kept


def _cut_at(lines: Sequence[TextLine], opening: frozenset[Role]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    for line in lines:
        if not groups or line.roles == opening:
            groups.append([])
        groups[-1].append(line)
    return groups


def _uniform(groups: Sequence[Sequence[TextLine]]) -> tuple[int, int, int, int]:
    """Return how many items state the same things in the same order, and how many begin with their number.

    First counts what an item states once, last all that it says; what is left over speaks against a way.
    """
    orders = [group for group in groups if _orders(group)]
    once = [[line.roles & ONCE for line in group if line.roles & ONCE] for group in orders]
    said = (Counter(map(tuple, once)), Counter(map(_said, orders)))
    numbered = sum(Role.LINE_NUMBER in group[0] for group in once)
    first, second = (max(each.values(), default=0) for each in said)
    return first, numbered, -len(_left(groups)), second


def _left(groups: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """Return the lines behind the last item that an item would state."""
    last = max((at for at, group in enumerate(groups) if _orders(group)), default=-1)
    return [line for group in groups[last + 1 :] for line in group if line.roles & ONCE]


def _said(group: Sequence[TextLine]) -> tuple[frozenset[Role], ...]:
    return tuple(line.roles for line in group if line.roles)


def _trimmed(group: list[TextLine], usual: Sequence[frozenset[Role]]) -> list[TextLine]:
    """Return an item without what stands below it and in no other item: the order goes on there."""
    said = [(at, line.roles) for at, line in enumerate(group) if line.roles]
    alike = len(said) > len(usual) > 0 and [roles for _, roles in said[: len(usual)]] == [*usual]
    return group[: said[len(usual)][0]] if alike else group


def _uncoded(line: TextLine) -> TextLine:
    said = tuple(
        (role, replace(text, heading=DOUBTED) if role in CODES else text) for role, text in line.said
    )
    return replace(line, said=said)


def _completes(line: TextLine, seen: set[Role], groups: Sequence[Sequence[TextLine]]) -> bool:
    """Tell whether what may be a total is the amount of the item right above it."""
    if Role.AMOUNT not in line.roles or Role.AMOUNT in seen or Role.QUANTITY not in seen:
        return False
    if line.roles & CODES:
        return True
    if line.roles != {Role.AMOUNT}:
        return False
    above, box = groups[-1][-1].runs[0].box, line.runs[0].box
    return abs(above.x0 - box.x0) < box.height and box.top - above.bottom < 1.2 * box.height


def _naming(waiting: Sequence[TextLine], line: TextLine) -> list[TextLine]:
    """Return the line right above, which may name what the labels below describe."""
    if not waiting or Role.DESCRIPTION in line.roles:
        return []
    above = waiting[-1]
    near = line.runs[0].box.top - above.runs[0].box.bottom < 2 * line.runs[0].box.height
    return [above] if near and len(above.said) == 1 else []


def _ends(line: TextLine) -> bool:
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
        if CODE.fullmatch(word.strip("[]()（）")):
            rest = (high, end) if low == begin else (begin, low)
            inner = low + len(word) - len(word.lstrip("[(（"))
            texts[Role.PART] = (Text(name.run, inner, inner + len(word.strip("[]()（）")), CODED),)
            texts[Role.DESCRIPTION] = (replace(name, start=rest[0], end=rest[1]),)
            return


def _orders(group: Sequence[TextLine]) -> bool:
    roles = frozenset[Role]().union(*(line.roles for line in group))
    return Role.QUANTITY in roles and bool(roles & WORTH)


def _item(group: Sequence[TextLine]) -> Item | None:
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
    take_amount(texts, notes, [text for line in group for said, text in line.said if said is None])
    for role in PLACE_OF.keys() & texts.keys():
        if len(texts[role]) > 1:
            texts[role] = tuple(replace(text, heading=DOUBTED) for text in texts[role])
    runs = [run for line in group if line.roles or line is group[0] for run in line.runs]
    row = Row(runs[0].page, union(run.box for run in runs), (tuple(runs),))
    return Item(row, texts, notes=tuple(notes))
