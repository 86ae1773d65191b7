"""Items that stand in no table: blocks of labels and values, numbered paragraphs, lines of a mail.

What counts as an item has a quantity and a price or an amount. Where items are numbered, the numbers
part them; else a line that states both is an item, or a new item begins where a label comes again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.header.sums import spoken_totals
from extractors.late import late
from extractors.lines.cards import (
    bare_numbers,
    broken_cells,
    captioned_cards,
    card_phase,
    centred_numbers,
    clause_names,
    counted_labels,
    former_items,
    item_sentences,
    labelled_numbers,
    lead_ins,
    lone_codes,
    name_lines,
    named_codes,
    only_items,
    shop_cards,
    side_cards,
    sold_items,
    turned_tables,
    unpriced_entries,
)
from extractors.lines.cards.card_phase import ONCE, WORTH, doubted_name, orders_something
from extractors.lines.cards.label_texts import label_of
from extractors.lines.cards.lone_codes import CODED
from extractors.lines.cards.text_numbers import (
    is_own,
    is_own_amount,
    said_again,
    take_amount,
    told,
)
from extractors.lines.cards.wrapped_lines import lines_of
from extractors.lines.headings import CODES, recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.items import numbered_names
from extractors.lines.items.rows import Items
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role, Summary
from models.page import union

TWO = 2
ENDING = late(r"\s*(?:以上|上述|合计|总计|共计|all prices|prices|the above|total|sum)\b", re.IGNORECASE)
"""How a line begins that speaks of all items."""
SUM = late(r"\s*(?:[A-Z]{3}|[A-Z]{0,3}[$€£¥￥])?\s*\d[\d.,' ]*\s*(?:[A-Z]{3}|[$€£]|元)?\s*")
MAKING = frozenset({Role.QUANTITY, Role.PRICE})  # what an amount is made of


def find(pages: Sequence[PageBlocks]) -> tuple[ItemTable, Items] | None:
    """Return the items that stand in no table, None where there are none."""
    lines = [each for page in pages for each in broken_cells.whole(side_cards.unfolded(list(lines_of(page))))]
    sentences = [line_of([run]) for page in pages for run in item_sentences.segments(page)]
    spoken = former_items.without(_single_lines(sentences), sentences)
    lone = max(spoken, _single_lines(lines), key=_told_alike)
    untold = max(lone, _repeating(lines), key=_told_and_said)
    groups = turned_tables.find(pages, lines) or labelled_numbers.parted(lines) or _numbered(lines) or untold
    groups = bare_numbers.told_apart(max(groups, spoken, shop_cards.find(pages), key=told))
    groups = named_codes.told(counted_labels.told(groups), [page.page for page in pages])
    groups = card_phase.doubting_doubled(groups)
    groups = [only_items.from_number(groups[0])] if len(groups) == 1 else groups
    total = only_items.total_of(groups, lines)
    groups = [only_items.up_to(total, groups[0])] if total else groups
    items = tuple(item for group in groups if (item := _item(group)) is not None)
    if not items:
        return sold_items.find(pages)
    return _tabled((only_items.beside(total, items[0]),) if total is not None else items)


def captioned(pages: Sequence[PageBlocks]) -> tuple[ItemTable, Items] | None:
    """Return the items of cards with captions above their values, with their captions as places of theirs."""
    found = [(_item(group), place) for group, place in captioned_cards.find(pages)]
    items = tuple(
        replace(item, row=replace(item.row, box=union((item.row.box, place))))
        for item, place in found
        if item is not None
    )
    return _tabled(items) if items else None


def _tabled(found: tuple[Item, ...]) -> tuple[ItemTable, Items]:
    items = numbered_names.told_apart(found)
    rows = tuple(item.row for item in items)
    table = ItemTable((), rows, rows[0].box, rows[0].page, ruled=False)
    return table, Items(items, (), (), ())


def _told_alike(groups: Sequence[Sequence[TextLine]]) -> tuple[int, int]:
    """Return how much groups tell, and whether they tell it in one way: a cut in a wrong place shows so."""
    ways = {tuple(role for line in group for role, _ in line.said) for group in groups}
    return told(groups), -len(ways)


def _told_and_said(groups: Sequence[Sequence[TextLine]]) -> tuple[int, int, int]:
    """Return how much groups tell, of as many items how much they say of them, and how many have a name."""
    said = sum(len(frozenset[Role]().union(*(line.roles for line in group))) for group in groups)
    return told(groups), said, sum(any(None in dict(line.said) for line in group) for group in groups)


def _numbered(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the groups of lines between numbers that count on, those that order something."""
    best: list[list[TextLine]] = []
    for first, line in enumerate(lines):
        if line.ordinal in {1, 10} and not labelled_numbers.leads_on(lines[first : first + TWO]):
            groups = _counting(lines, first, step=line.ordinal or 1)
            if line.counted_in == "letters" and any(map(_holds_several, groups)):
                continue  # "A. Spares for pump 1" is the title of a section
            if sum(map(orders_something, groups)) > sum(map(orders_something, best)):
                best = groups
    return centred_numbers.raised(_without_clauses(unpriced_entries.kept(best), lines), lines)


def _holds_several(group: Sequence[TextLine]) -> bool:
    """Tell whether more than one item stands between two numbers: quantities come again."""
    return sum(role is Role.QUANTITY for line in group for role, _ in line.said) > 1


def _without_clauses(groups: list[list[TextLine]], lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return an only item without the number of the clause it stands in: 一、采购内容, and 二、质量 below."""
    if len(groups) != 1 or groups[0][0].counted_in != "words":
        return groups
    first, *others = groups[0]
    further = any(line.ordinal == TWO and line.counted_in == "words" for line in lines)
    return [[replace(first, number=None), *others]] if further else groups


def _counting(lines: Sequence[TextLine], first: int, *, step: int) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    counted_in, again = lines[first].counted_in, said_again(lines)
    for at, line in enumerate(lines[first:], first):
        if line.ordinal == step * (len(groups) + 1) and line.counted_in == counted_in:
            groups.append([line])
        elif _ends(line) and not (groups and (is_own(line, groups, again) or _is_taken_off(lines, at))):
            break
        elif groups:
            groups[-1].append(line)
    return groups


def _is_taken_off(lines: Sequence[TextLine], at: int) -> bool:
    """Tell whether a discount is an item's own: the price that it makes is next, or its label comes again."""
    stated = summaries.recognise(lines[at].runs[0].text)
    if stated is None or stated.kind is not Summary.DISCOUNT:
        return False
    label = label_of(lines[at].runs[0])
    again = sum(label_of(line.runs[0]) == label for line in lines) > 1
    return again or (at + 1 < len(lines) and Role.PRICE in lines[at + 1].roles)


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
    ended = False
    again = said_again(lines)
    for line in lines:
        roles = line.roles & ONCE
        if not roles and line.roles and groups and not (waiting or ended):
            groups[-1].append(line)
        elif not roles:
            waiting.append(line)
        elif _ends(line) and not _completes(line, seen, groups, again):
            waiting, seen, ended = [], set(), True
        else:
            ended = False
            begins = not groups or bool(roles & seen) or not seen
            if begins:
                groups.append([])
                seen = set()
            groups[-1] += [*(name_lines.above(waiting, line) if begins else waiting), line]
            seen |= roles
            waiting = []
    return card_phase.doubting_shifted(card_phase.settled(groups))


def _completes(
    line: TextLine, seen: set[Role], groups: Sequence[Sequence[TextLine]], again: frozenset[str]
) -> bool:
    """Tell whether what may be a total is the amount of the item right above it."""
    if Role.AMOUNT not in line.roles or Role.AMOUNT in seen:
        return False
    labels = [text.heading.text for role, text in line.said if role is Role.AMOUNT and text.heading]
    if seen.isdisjoint(MAKING):
        return bool(seen) and not again.isdisjoint(labels)  # the amount stands above what makes it
    # What stood above the item may have cut it in two.
    near = (groups[-1], [each for group in groups[-TWO:] for each in group])
    if line.roles & CODES or any(is_own_amount(line, each) for each in near) or not again.isdisjoint(labels):
        return True
    if Role.QUANTITY not in seen:
        return False
    if line.roles != {Role.AMOUNT}:
        return False
    above, box = groups[-1][-1].runs[0].box, line.runs[0].box
    return abs(above.x0 - box.x0) < box.height and box.top - above.bottom < 1.2 * box.height


def _ends(line: TextLine) -> bool:
    """Tell whether a line is a total, or states something of the whole order."""
    text = line.runs[0].text
    stated = summaries.recognise(text)
    if stated is not None and stated.kind is Summary.DISCOUNT and Role.PRICE in line.roles:
        return False  # "Discount 5 | Net price 26.00" is an item's
    if stated is not None or ENDING.match(text):
        return True
    if not line.roles & {Role.QUANTITY, Role.PRICE} and any(spoken_totals.find(line.runs)):
        return True
    return labelled_numbers.speaks_of_order(line)


def _apart(texts: Sequence[Text], role: Role) -> tuple[Text, ...]:
    """Return prices as columns of their own if each has another label, other numbers of one role as doubtful.

    Of "Gross price 270.38" and "Your price 216.30" the arithmetic of all items tells which one holds.
    """
    if role is Role.QUANTITY and len({text.printed for text in texts}) == 1:
        return tuple(texts[:1])
    labels = [text.heading.text.strip() if text.heading else "" for text in texts]
    if role is Role.PRICE and all(labels) and len(set(labels)) == len(labels):
        return tuple(
            replace(text, column=(text.column or 0) + at * len(PLACE_OF)) for at, text in enumerate(texts)
        )
    return tuple(replace(text, heading=doubted_name(text)) for text in texts)


def _item(group: Sequence[TextLine]) -> Item | None:
    texts: dict[Role, tuple[Text, ...]] = {}
    notes: list[Run] = []
    named = any(Role.DESCRIPTION in line.roles for line in group)
    number = next((line.number for line in group[: centred_numbers.MOST_ABOVE + 1] if line.number), None)
    if number is not None:
        texts[Role.LINE_NUMBER] = (number,)
    lone = lone_codes.find(group)
    for role, text in clause_names.told_apart([pair for line in group for pair in line.said]):
        if text is lone:
            texts[Role.PART] = (replace(text, heading=CODED),)
        elif role is not None:
            texts[role] = (*texts.get(role, ()), text)
        elif not (named or Role.DESCRIPTION in texts) and _is_worded(text.printed):
            texts[Role.DESCRIPTION] = (text,)
        else:
            notes += clause_names.left_over(texts, text)
    clause_names.split_code(texts)
    take_amount(texts, notes, [text for line in group for said, text in line.said if said is None])
    for role in PLACE_OF.keys() & texts.keys():
        if len(texts[role]) > 1:
            texts[role] = _apart(texts[role], role)
    runs = [run for line in group if line.roles or line is group[0] for run in line.runs]
    row = Row(runs[0].page, union(run.box for run in runs), (tuple(runs),))
    return Item(row, texts, notes=tuple(note for note in notes if _says_something(note)))


def _is_worded(text: str) -> bool:
    """Tell whether a text may be a name: a sum of money has the letters of its currency alone."""
    return any(map(str.isalpha, text)) and SUM.fullmatch(text) is None


def _says_something(note: Run) -> bool:
    """Tell whether a text has words, and neither leads to the items nor is the blank label of a remark."""
    heading = recognise(note.text)
    blank = heading is not None and heading.exact and heading.role is Role.REMARK
    return any(map(str.isalnum, note.text)) and not blank and not lead_ins.is_lead_in(note.text)
