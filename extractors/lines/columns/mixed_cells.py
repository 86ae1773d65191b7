"""Columns that hold the number and the name of a thing in one cell: "Part number / Description"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.composed_headings import names_things, pieces
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.lines.texts import labelled_codes, wrapped_labels
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run, cut_out, make_run
from extractors.vocabulary.meanings import Role

BROKEN = ("-", "/", ".", "_")
"""How a number ends that goes on in the next line."""
BRACKETED = late(r"\[(?P<code>[^\s\[\]]{4,})\]\s*(?=\S)")
DASHED = late(r"(?P<code>\S{6,})\s+[-–—]\s+(?=[^\W\d_])")
STANDARD = late(
    r"(?:^|\s)(?:EN|ISO|DIN|VDI|BS|NF|ANSI|ASTM|ASME|API|AISI|JIS|GB(?:/T)?|HG(?:/T)?|JB(?:/T)?|SH(?:/T)?)$"
)
"""Who sets the standard that is numbered in the next line: "certificate EN" above "10204-3.1"."""
LABELLED = late(r"\s*(?P<label>[^\W\d_][^\d:：]{1,23})[:：]\s*(?P<code>\S+)\s*")
WORD = late(r"[^\W\d_]+")
ENOUGH = 2
"""A name has so many letters at least."""
DESCRIBING = frozenset({"text", "texte", "说明"})
"""Headings of remarks that head the name of the thing where no other column does."""
BESIDE = frozenset({Role.REVISION})
"""What may be named between the number and the name."""
NAMES = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
Cut = Callable[[Sequence[Run]], tuple[Run, ...]]
"""Puts the number of a cell before everything else that stands in it; nothing where there is none."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such columns read as two headings above each other, and the number put first."""
    for at, column in enumerate(table.columns):
        if _may_name(column, table):
            table = _apart(table, at, frozenset({Role.PART})) if _is_often_marked(table, at) else table
            continue
        codes = _codes(column, table)
        if codes and column.roles >= codes | {Role.DESCRIPTION} and _label_codes(table, at, codes):
            table = _named(table, at)
        elif codes and (cut := _cut(table, at)) is not None:
            table = _with(table, at, cut, codes)
        elif codes and column.roles & NAMES and _is_often_marked(table, at):
            table = _apart(table, at, codes)
    return table


def _may_name(column: Column, table: ItemTable) -> bool:
    """Tell whether a column of remarks (说明) heads the names, where no other column has names or numbers."""
    return describes(column) and not any(
        each.roles & (NAMES | CODES | {Role.DRAWING}) for each in table.columns if each is not column
    )


def describes(column: Column) -> bool:
    """Tell whether a heading of remarks heads the name of the thing where no other column does."""
    return column.role is Role.REMARK and column.text.strip().casefold() in DESCRIBING


def _codes(column: Column, table: ItemTable) -> frozenset[Role]:
    """Return whose number a column may hold besides a name, nothing for any other column.

    Its heading names both; or only the name, and no other column can hold numbers; or only the number,
    and no other column can hold names.
    """
    if len(column.headings) == 1 and column.roles and column.roles <= CODES:
        named = any(each.roles & NAMES or not each.headings for each in table.columns)
        return frozenset() if named else column.roles
    if len(column.headings) != 1 or not column.roles & NAMES or not column.roles <= CODES | NAMES | BESIDE:
        return frozenset()
    if column.roles & CODES:
        return column.roles & CODES
    said = _said(column.text)
    if said:
        return said
    if Role.DESCRIPTION not in column.roles and any(Role.DESCRIPTION in each.roles for each in table.columns):
        return frozenset()  # sizes beside the name look like numbers: "SNL 532"
    elsewhere = any(each.roles & (CODES | {Role.DRAWING}) or not each.headings for each in table.columns)
    return frozenset() if elsewhere else frozenset({Role.PART})


def _said(heading: str) -> frozenset[Role]:
    """Return whose number a heading names beside the name: "Material / Description", "Item / Description"."""
    heads = [(piece, head) for piece in pieces(heading) if (head := recognise(piece)) is not None]
    named = [(piece, head.roles) for piece, head in heads if head.exact]
    codes = [roles for _, roles in named if roles and roles <= CODES]
    codes = codes or [frozenset({Role.PART}) for piece, _ in named if names_things(piece)]
    return codes[0] if len(named) > 1 and len(codes) == 1 else frozenset()


def _cut(table: ItemTable, at: int) -> Cut | None:
    """Return the cut that finds a number in every item, and a name in some."""
    cells = [row.cells[at] for row in item_rows(table) if row.cells[at]]
    column = table.columns[at]
    if any(map(labelled_codes.find, cells)):
        return None
    if not column.roles & NAMES and not all(map(_names_below, cells)):
        return None
    said = column.roles & CODES and not names_things(column.text)
    lines = (*MARKED, *LINES, _headed(column.text))
    for cut in (*lines, *WORDS) if said else lines:
        made = [cut(cell) for cell in cells]
        if made and all(made) and any(map(_has_more, made)) and not _alike(made):
            return cut
    return None


def _label_codes(table: ItemTable, at: int, codes: frozenset[Role]) -> bool:
    """Tell whether each cell is a name, and below it the number behind a label of its owner."""
    roles: set[Role] = set()
    for cell in (row.cells[at] for row in item_rows(table)):
        told = [found[0] for run in cell[1:] if (found := recognise_inline(run.text)) and found[0] in CODES]
        if len(told) != 1 or recognise_inline(cell[0].text) is not None or _is_code(cell[0].text):
            return False
        roles.update(told)
    return roles == codes


def _named(table: ItemTable, at: int) -> ItemTable:
    """Return the table with a column as one of names: what else its heading says stands behind labels."""
    first = replace(table.columns[at].headings[0], roles=frozenset({Role.DESCRIPTION}))
    columns = tuple(
        replace(column, headings=(first,), stack=()) if index == at else column
        for index, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _has_more(cell: Sequence[Run]) -> bool:
    """Tell whether something stands beside the number of a cell that no label calls a number as well."""
    return any(not labelled_codes.names_code(run) for run in cell[1:])


def _alike(cells: Sequence[Sequence[Run]]) -> bool:
    """Tell whether all items would have the same number: a standard that all of them meet."""
    return len(cells) > 1 and len({cell[0].text for cell in cells}) == 1


def _is_often_marked(table: ItemTable, at: int) -> bool:
    """Tell whether most names have a number in brackets before them: programs print one that they know."""
    cells = [row.cells[at] for row in item_rows(table) if row.cells[at]]
    made = [each for cell in cells if (each := _bracketed(cell))]
    return 2 * len(made) >= len(cells) > 0 and not _alike(made)


def _names_below(cell: Sequence[Run]) -> bool:
    """Tell whether words stand below a number, which is not merely broken into two lines."""
    if len(cell) < 2 or cell[0].text.endswith(BROKEN):
        return False
    return sum(map(str.isalpha, cell[1].text)) >= ENOUGH and not _is_code(cell[1].text)


def _first_line(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Leave a number in the first line where it is, unless it goes on in the next one."""
    whole = len(cell) == 1 or not cell[0].text.endswith(BROKEN)
    return tuple(cell) if whole and _is_code(cell[0].text) else ()


def _last_line(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Put the last line first; the rest of a labelled line that its cell broke is no number of its own."""
    lines = list(wrapped_labels.whole(cell))
    own = len(lines) > 1 and lines[-1] is cell[-1] and _is_code(cell[-1].text)
    own = own and not STANDARD.search(cell[-2].text)
    return (cell[-1], *cell[:-1]) if own else ()


def _headed(heading: str) -> Cut:
    """Put first the number that ends a cell behind a word of its `heading`: "Ref: GS-10" under "Name/ref"."""
    named = set(WORD.findall(heading.casefold()))

    def cut(cell: Sequence[Run]) -> tuple[Run, ...]:
        line = cell[-1]
        found = LABELLED.fullmatch(line.text) if len(cell) > 1 else None
        if found is None or not named.issuperset(WORD.findall(found["label"].casefold())):
            return ()
        code = cut_out(line, *found.span("code")) if _is_code(found["code"]) else None
        return (code, *cell[:-1]) if code is not None else ()

    return cut


def _first_word(cell: Sequence[Run]) -> tuple[Run, ...]:
    words = cell[0].words
    if len(words) < 2 or not _is_code(words[0].text):
        return ()
    page = cell[0].page
    return make_run(page, words[:1]), make_run(page, words[1:]), *cell[1:]


def _last_word(cell: Sequence[Run]) -> tuple[Run, ...]:
    words = cell[-1].words
    if len(words) < 2 or not _is_code(words[-1].text):
        return ()
    page = cell[-1].page
    return make_run(page, words[-1:]), *cell[:-1], make_run(page, words[:-1])


def _bracketed(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Put a number in brackets before the name: "[10028131] O-ring"."""
    run = cell[0]
    found = BRACKETED.match(run.text)
    return _parted(cell, found.span("code"), found.end()) if found and _is_code(found["code"]) else ()


def _dashed(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Put a number with a dash behind it before the name: "LP-35-3200 - O-ring"."""
    run = cell[0]
    found = DASHED.match(run.text)
    return _parted(cell, found.span("code"), found.end()) if found and _is_code(found["code"]) else ()


def _parted(cell: Sequence[Run], code: tuple[int, int], name: int) -> tuple[Run, ...]:
    run = cell[0]
    pieces = (cut_out(run, *code), cut_out(run, name, len(run.text)))
    return (*(piece for piece in pieces if piece is not None), *cell[1:])


LINES = (_first_line, _last_line)
MARKED = (_bracketed, _dashed)
WORDS = (_first_word, _last_word)


def _is_code(text: str) -> bool:
    """Tell whether a line is a number; one with a label of its own is read by it."""
    if recognise_inline(text) is not None:
        return False
    return parts.looks_like_code(parts.strip_label(text))


def _apart(table: ItemTable, at: int, codes: frozenset[Role]) -> ItemTable:
    """Return the table with the numbers in brackets in a column of their own, empty for some items."""
    edge = table.columns[at].x1
    heading = Heading(table.columns[at].text, codes, exact=False)
    rows = []
    for row in table.rows:
        made = _bracketed(row.cells[at]) if row.cells[at] else ()
        name = made[1:] or row.cells[at]
        cells = (*row.cells[:at], name, *row.cells[at + 1 :], made[:1])
        rows.append(replace(row, cells=cells))
    return replace(table, columns=(*table.columns, Column(edge, edge, (heading,))), rows=tuple(rows))


def _with(table: ItemTable, at: int, cut: Cut, codes: frozenset[Role]) -> ItemTable:
    whole = table.columns[at].headings[0]
    exact = whole.exact and cut not in {*MARKED, *WORDS} and bool(whole.roles & NAMES)
    below = Role.REMARK if _is_named_beside(table, at) else Role.DESCRIPTION
    headings = tuple(Heading(whole.text, roles, exact=exact) for roles in (codes, frozenset({below})))
    columns = tuple(
        replace(column, headings=headings, stack=()) if index == at else column
        for index, column in enumerate(table.columns)
    )
    rows = tuple(
        replace(row, cells=(*row.cells[:at], cut(row.cells[at]) or row.cells[at], *row.cells[at + 1 :]))
        if row.cells[at]
        else row
        for row in table.rows
    )
    return replace(table, columns=columns, rows=rows)


def _is_named_beside(table: ItemTable, at: int) -> bool:
    """Tell whether a heading merely says "Material" or "Item", and a column of names names every item."""
    if not names_things(table.columns[at].text):
        return False
    named = [
        index
        for index, column in enumerate(table.columns)
        if index != at and column.role is Role.DESCRIPTION and all(each.exact for each in column.headings)
    ]
    return any(all(row.cells[index] for row in item_rows(table)) for index in named)
