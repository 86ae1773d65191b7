"""What columns hold where their headings do not say it, or say it loosely: their contents decide."""

from dataclasses import replace

from extractors.fields import money, parts
from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.columns import (
    coded_names,
    counted_units,
    counting_columns,
    index_columns,
    mixed_cells,
    priced_per,
    spread_headings,
    twin_headings,
    unit_columns,
    units_between,
    vendors_names,
)
from extractors.lines.columns.bare_headings import are_proven, headed_alike, netted, per_behind
from extractors.lines.columns.item_rows import first_texts, item_rows
from extractors.lines.columns.open_headings import is_lone, is_open, narrowed
from extractors.lines.composed_headings import names_things, says
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import MONEY_OR_COUNT, Column, ItemTable, Row
from extractors.lines.texts import labelled_codes
from extractors.page.runs import IDEOGRAPH
from extractors.vocabulary.meanings import Role

THINGS = frozenset({Role.PART, Role.MATERIAL_CODE, Role.PRODUCT_CODE, Role.LINE_NUMBER})
"""What a heading is taken for that only names a thing: "Article", "Material", "Item"."""
TEXTS = frozenset({"text", "texte"})
"""Headings of remarks that mean the item's own text, not what is to be noted of it."""
CODE = frozenset({Role.PART})
SHORT = late(r"^[A-Z*]?\s?\d{1,5}\.?$")
LETTERS = late(r"[^\W\d_]")
CAPITALS = late(r"[A-Z][A-Z\d./_-]{2,}")
"""What stands in place of a code where a thing has none."""
COUNTED = MONEY_OR_COUNT | {Role.PRICE_PER}
LEAST = 2
"""So many items at least tell by their numbers what a column holds."""
ENOUGH = 4
"""So many letters on average, or half as many ideographs, make a column of names; fewer are marks."""


def settled(table: ItemTable) -> ItemTable:
    """Return the table with the roles of its columns settled by what stands in them."""
    table = vendors_names.settled(counted_units.settled(table))
    table = index_columns.settled(twin_headings.parted(spread_headings.joined(table)))
    table = coded_names.put_apart(coded_names.settled(_without_false_numbers(table)))
    table = priced_per.parted(per_behind(netted(narrowed(mixed_cells.parted(table)))))
    table = unit_columns.with_units(unit_columns.measured(units_between.settled(table)))
    return _described(counting_columns.settled(_reckoned(unit_columns.without_false_units(table))))


def _without_false_numbers(table: ItemTable) -> ItemTable:
    """Take a column of item numbers that holds codes for one of parts: "Item no." may head either."""
    items = item_rows(table)
    numbered = [at for at, column in enumerate(table.columns) if column.role is Role.LINE_NUMBER]
    counting = [at for at in numbered if counting_columns.counts(items, at)]
    others = [at for at in numbered if counting and not any(map(SHORT.match, first_texts(items, at)))]
    coded = [at for at in numbered if at in others or _only_codes(items, at)]
    columns = tuple(
        replace(column, headings=tuple(map(_naming_codes, column.headings)))
        if at in coded
        else _numbered(_below(column, items, at), items, at)
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _below(column: Column, items: list[Row], at: int) -> Column:
    """Return a column of two headings whose lower one, of item numbers, stands over codes as one of parts."""
    lower = [row.cells[at][1].text for row in items if len(row.cells[at]) > 1]
    stacked = len(column.headings) > 1 and column.headings[1].role is Role.LINE_NUMBER and bool(lower)
    if not stacked or not all(parts.looks_like_code(text) and not SHORT.match(text) for text in lower):
        return column
    upper, below, *rest = column.headings
    return replace(column, headings=(upper, replace(below, roles=CODE), *rest))


def _numbered(column: Column, items: list[Row], at: int) -> Column:
    """Return a column of two headings (编号 over Item) as that of item numbers where its cells count them."""
    own = [heading for heading in column.headings if heading.role is Role.LINE_NUMBER]
    others = [heading for heading in column.headings if heading.roles <= CODES]
    double = len(own) == len(others) == 1 and len(column.headings) == len(own) + len(others)
    single = double and all(len(row.cells[at]) == 1 for row in items)
    return replace(column, headings=tuple(own)) if single and counting_columns.counts(items, at) else column


def _naming_codes(heading: Heading) -> Heading:
    """Return a heading of item numbers as one of parts; what is headed below it in the same cell stays."""
    return replace(heading, roles=CODE) if heading.role is Role.LINE_NUMBER else heading


def _only_codes(items: list[Row], at: int) -> bool:
    """Tell whether a column holds codes and nothing that counts: "MRO-00871", and "MRO-EXP" among them."""
    texts = first_texts(items, at)
    others = [text for text in texts if not parts.looks_like_code(text)]
    named = all(CAPITALS.fullmatch(text) or coded_names.NAMED.fullmatch(text) for text in others)
    coded = 2 * len(others) < len(texts) and named
    return coded and not any(text.startswith("00") or SHORT.match(text) for text in texts)


def _described(table: ItemTable) -> ItemTable:
    """Take the wordiest column without a known heading for the description, where none is headed so.

    Its heading stays inexact, and what is read from it unsure; a heading that names things ("Item")
    and stands over words is as good as any, and so is "Text" where nothing else can name them.
    """
    described = [column for column in table.columns if Role.DESCRIPTION in column.roles]
    if not all(map(_only_specifies, described)):
        return table
    specified = bool(described) or any(Role.SPECIFICATION in column.roles for column in table.columns)
    items = item_rows(table)
    open_ones = [at for at, column in enumerate(table.columns) if _may_describe(items, at, column)]
    open_ones = [at for at in open_ones if not specified or names_things(table.columns[at].text)]
    worth = {at: _letters(items, at) for at in open_ones}
    best = max(worth, key=lambda at: worth[at], default=None)
    if best is None or worth[best] < ENOUGH:
        return table
    lone = all(is_lone(row.cells[best]) for row in items)
    exact = lone and (names_things(table.columns[best].text) or _is_item_text(table, items, best))
    columns = tuple(
        _named(column, exact=exact) if at == best else _specifying(column)
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _only_specifies(column: Column) -> bool:
    """Tell whether a heading speaks of size and material and of no name: then another column may name."""
    return says(column.text, "specification") and not says(column.text, "name")


def _specifying(column: Column) -> Column:
    """Return a column of sizes and materials as one, beside the column that names the thing."""
    if Role.DESCRIPTION not in column.roles:
        return column
    return replace(
        column,
        headings=tuple(replace(each, roles=frozenset({Role.SPECIFICATION})) for each in column.headings),
    )


def _is_item_text(table: ItemTable, items: list[Row], at: int) -> bool:
    """Tell whether "Text" heads the names: each item has its own, and every other column is understood.

    A text that comes again is a remark.
    """
    texts = first_texts(items, at)
    others = (column for other, column in enumerate(table.columns) if other != at)
    known = all(head.exact and head.role is not None for column in others for head in column.headings)
    headed = all(column.headings for other, column in enumerate(table.columns) if other != at)
    said = table.columns[at].text.strip().casefold() in TEXTS
    return said and known and headed and len(texts) == len(items) == len(set(texts))


def _may_describe(items: list[Row], at: int, column: Column) -> bool:
    """Tell whether no heading says what a column holds, or says "article" of what are words, not codes."""
    if column.role is Role.REMARK:
        return mixed_cells.describes(column)
    if column.role not in THINGS:
        return not column.headings
    if any(labelled_codes.find(row.cells[at]) for row in items):
        return False
    first = first_texts(items, at)
    return sum(not parts.looks_like_code(text) and not SHORT.match(text) for text in first) > len(first) / 2


def _named(column: Column, *, exact: bool) -> Column:
    return replace(column, headings=(Heading(column.text, frozenset({Role.DESCRIPTION}), exact=exact),))


def _letters(items: list[Row], at: int) -> float:
    texts = ["".join(run.text for run in row.cells[at]) for row in items]
    letters = sum(len(LETTERS.findall(text)) + len(IDEOGRAPH.findall(text)) for text in texts)
    return letters / max(len(texts), 1)


def _reckoned(table: ItemTable) -> ItemTable:
    """Find quantity, price and amount among columns without a known heading where the arithmetic shows them.

    Strange headings stay inexact, and what is read from them unsure.
    """
    wanted = (*reckoning.ROLES, Role.PRICE_PER)
    known = {column.role: at for at, column in enumerate(table.columns) if column.role in wanted}
    if known.keys() >= MONEY_OR_COUNT:
        return table
    items = item_rows(table)
    rows = [[" ".join(run.text for run in cell) for cell in row.cells] for row in items]
    twice = headed_alike(table.columns)
    known = {role: at for role, at in known.items() if at not in twice}
    open_ones = [at for at, column in enumerate(table.columns) if at in twice or _may_count(column)]
    found = reckoning.find(rows, {role: at for role, at in known.items() if role is not None}, open_ones)
    if found is None or len(items) < LEAST:
        return table
    columns = tuple(
        _headed(column, found.roles[at], exact=are_proven(table.columns, at, found, items))
        if at in found.roles and at in open_ones
        else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _may_count(column: Column) -> bool:
    """Tell whether no heading says what a column holds, or says two things of which numbers show one."""
    return not column.roles or (is_open(column) and column.roles <= COUNTED)


def _headed(column: Column, role: Role, *, exact: bool = False) -> Column:
    """Return a column with its role: exact where the heading names it and the numbers choose it."""
    said = column.headings[0] if role in column.roles else None
    if said is not None:
        return replace(column, headings=(replace(said, roles=frozenset({role})),))
    currencies = money.currency(column.text)
    return replace(
        column, headings=(Heading(column.text, frozenset({role}), exact=exact, currencies=currencies),)
    )
