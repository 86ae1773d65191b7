"""Item tables in two storeys: number and name on one line of their own columns, the figures below on others.

The heading has two lines, or several for either storey, and every item has two. Either what stands on the
upper line reaches over the columns of the lower one, so that the two cannot be one set of columns; or lines
that fit the headings of the upper storey alone take turns with such that fit those of the lower one.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.kept import kept
from extractors.lines.columns import cut_headings, heading_lines
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import PRICE_UNIT, recognise
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column
from extractors.lines.tables import storey_lines
from extractors.lines.tables.inner_tables import ITEM_NUMBER, filled, summary
from extractors.lines.tables.storey_lines import Line, may_stand, nearest
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, union

LEAST = 2
"""So many headings at least make a storey, and so many numbers the lower line of an item."""
NEAR = 1.4
"""The storeys are no further apart than so many heights of their letters."""
VALUED = frozenset({Role.PRICE, Role.AMOUNT})
SHAPES = ((1, 1), (2, 2), (1, 2), (2, 1), (3, 2), (2, 3), (3, 3))
"""How many lines the upper and the lower storey of a heading may have."""
TALL = 2
"""A name alone on its lines takes so many of them."""
FIRST = 6
"""A page may begin with so many lines of the item that began on the page before."""


@dataclass(frozen=True, slots=True)
class Storeys:
    """A heading in two storeys: the columns of both, its place, and the first line below it."""

    upper: tuple[Column, ...]
    lower: tuple[Column, ...]
    box: Box
    end: int


def find(
    lines: Sequence[Line], at: int, known: frozenset[str] = frozenset(), split: int = 0
) -> Storeys | None:
    """Return the two-storey heading that begins at line `at`, None where none does.

    One whose headings are all `known` from the page before needs no items below it: the last may end there.
    Of two such the one is meant whose upper storey has as many columns as there (`split`).
    """
    if not _may_begin(lines[at]):
        return None
    shapes = ((at + upper, at + upper + lower) for upper, lower in SHAPES)
    tried = (_storeys(lines, (at, middle, end), known) for middle, end in shapes if end < len(lines) + 1)
    found = [each for each in tried if each is not None]
    return next((each for each in found if len(each.upper) == split), found[0] if found else None)


def _may_begin(line: Line) -> bool:
    """Tell whether a line may be the first one of a heading: some heading stands in it, and no number."""
    heads = [recognise(run.text) for run in line]
    named = len(line) >= LEAST or any(head and head.exact and head.role in NAMES for head in heads)
    return named and any(heads) and not any(NUMBER.match(run.text) for run in line)


def _storeys(lines: Sequence[Line], places: tuple[int, int, int], known: frozenset[str]) -> Storeys | None:
    """Return the heading whose upper storey takes the lines up to the middle place, the lower the rest."""
    at, _, end = places
    both = _two(lines, places, known)
    if both is None:
        return None
    (upper, lower), below = both, storey_lines.untold(lines, end)
    found = Storeys(upper, lower, union(run.box for line in lines[at:end] for run in line), end)
    if known and {column.text for column in (*upper, *lower)} == known:
        return found
    if not _fit(lines, places) or not _mostly_known(lower) or _is_raised(below, upper, lower):
        return None
    if len(upper) == 1 or not _mostly_known(upper):
        return found if _is_lone(upper, lower, below) else None
    certain = _all_known(upper) and _all_known(lower) and _figures_below(upper, lower, lines, end)
    apart = not _shared(upper, lower)
    return found if apart and (certain or _in_pairs(below, upper, lower)) else None


def _two(
    lines: Sequence[Line], places: tuple[int, int, int], known: frozenset[str]
) -> tuple[tuple[Column, ...], tuple[Column, ...]] | None:
    """Return the columns of both storeys, None where they can be none: what costs least is asked first."""
    at, middle, end = places
    if not (heading_lines.close(lines[at:middle]) and heading_lines.close(lines[middle:end])):
        return None
    headed = any(recognise(run.text) for line in lines[middle:end] for run in line)
    lower = _columns(lines, (middle, end), end, known) if known or (headed and _fit(lines, places)) else ()
    if not lower or not (known or _mostly_known(lower)):
        return None
    upper = _columns(lines, (at, middle), end, known)
    return (_priced_once(upper, (*upper, *lower)), _priced_once(lower, (*upper, *lower))) if upper else None


def _priced_once(columns: tuple[Column, ...], others: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns of a storey with "Price unit" as what the price is for that another column has."""
    if not any(column.roles == {Role.PRICE} for column in others):
        return columns
    per = frozenset({Role.PRICE_PER})
    return tuple(
        replace(each, headings=(replace(each.headings[0], roles=per),)) if each.roles == PRICE_UNIT else each
        for each in columns
    )


def _fit(lines: Sequence[Line], places: tuple[int, int, int]) -> bool:
    """Tell whether items may stand below a heading, whose storeys are no further apart than its lines."""
    _, middle, end = places
    return end + 1 < len(lines) and _near(lines[middle - 1], lines[middle])


def _is_lone(upper: Sequence[Column], lower: Sequence[Column], below: Sequence[Line]) -> bool:
    """Tell whether the upper storey is the name alone, left of all figures, and each item begins with it."""
    name = upper[0]
    if len(upper) > 1 or name.role not in NAMES or not name.headings[0].exact or name.role in _roles(lower):
        return False
    letter = (name.x1 - name.x0) / len(name.text)
    if lower[0].x0 < name.x0 + letter or not _counted(lower):
        return False
    return holds(below[0], upper) and any(holds(line, lower) for line in below[1 : TALL + 1])


def in_pairs(lines: Sequence[Line], at: int) -> Storeys | None:
    """Return the heading of cells in two storeys that begins at row `at`, where rows of either take turns."""
    if at + 3 >= len(lines):
        return None
    upper, lower = (_columns([lines[row]], (0, 1), 1, frozenset()) for row in (at, at + 1))
    if not (_mostly_known(upper) and _mostly_known(lower)):
        return None
    if not _in_pairs([line for line in lines[at + 2 :] if line], upper, lower):
        return None
    return Storeys(upper, lower, union(run.box for line in lines[at : at + 2] for run in line), at + 2)


def _figures_below(upper: Sequence[Column], lower: Sequence[Column], lines: Sequence[Line], end: int) -> bool:
    """Tell whether the upper line names things, and figures stand below it that it reaches over."""
    named = {role for column in upper for role in column.roles}
    counted = {role for column in lower for role in column.roles}
    if named & MONEY_OR_COUNT or not named & (NAMES | {Role.REMARK}) or len(counted & MONEY_OR_COUNT) < LEAST:
        return False
    return _overlaps(lines[end], lines[end - 1 : end + 2 : 2], lower)


def _in_pairs(below: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Tell whether lines of either storey take turns: what stands in them fits its own headings alone.

    Numbers of one storey at least have to be figures of an item, and one pair has to tell them apart.
    """
    if _shared(upper, lower) or not _counted(upper, lower) or len(below) < LEAST:
        return False
    lines = itertools.pairwise(below[: FIRST + 1])
    pairs = [(one, other) for one, other in lines if holds(one, upper) and holds(other, lower)]
    return any(not (holds(one, lower) and holds(other, upper)) for one, other in pairs)


def _is_raised(below: Sequence[Line], upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Tell whether a heading only stands higher than its neighbours: the item numbers begin below the others.

    What it heads is then the end of an item, and no line of it the first.
    """
    if Role.LINE_NUMBER not in _roles(lower) - _roles(upper):
        return False
    numbers = [column for column in lower if Role.LINE_NUMBER in column.roles]
    return any(
        abs(line[0].box.x0 - numbers[0].x0) < line[0].box.height and ITEM_NUMBER.match(line[0].text)
        for line in itertools.takewhile(lambda line: not holds(line, upper), below[:FIRST])
    )


def _shared(upper: Sequence[Column], lower: Sequence[Column]) -> bool:
    """Tell whether both lines name the same: one heading, wrapped ("Line" above "No") or in two languages.

    Prices before the tax are others than those with it, and so are their amounts.
    """
    both = _told(upper) & _told(lower)
    priced = Role.PRICE in _roles(upper) & _roles(lower)
    if priced and not any(role is Role.PRICE for role, _ in both):
        both = frozenset(each for each in both if each[0] is not Role.AMOUNT)
    return bool(both)


def _told(columns: Sequence[Column]) -> frozenset[tuple[Role, bool | None]]:
    """Return what columns hold, money with what is said of its tax."""
    taxed = [(column, heading.tax_included) for column in columns for heading in column.headings]
    return frozenset(
        (role, included if role in VALUED else None)
        for column, included in taxed
        for role in column.roles - {Role.OTHER, Role.REMARK}
    )


def _roles(columns: Sequence[Column]) -> frozenset[Role]:
    return frozenset(role for column in columns for role in column.roles)


def _counted(*storeys: Sequence[Column]) -> bool:
    return len(frozenset[Role]().union(*map(_roles, storeys)) & MONEY_OR_COUNT) >= LEAST


def holds(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line holds what the headings above it name: two texts or the only one, nothing else."""
    if summary(line) is not None:
        return False
    if len(columns) == 1:
        return _names_alone(line, columns[0])
    line = storey_lines.figures(line, columns)
    if len(line) < LEAST:
        return False
    under = [nearest(run, columns) for run in line]
    # A name may have a wide gap inside: "缠绕垫片   DN20".
    parted = [one for one, other in itertools.pairwise(under) if one == other]
    if any(not columns[at].roles & NAMES for at in parted) or len(set(under)) < len(under) - len(parted):
        return False
    firsts = [at not in under[:place] for place, at in enumerate(under)]  # further texts go on with a name
    return all(
        may_stand(columns[at], run.text) for at, run, first in zip(under, line, firsts, strict=True) if first
    )


def accepts(run: Run, columns: Sequence[Column]) -> bool:
    """Tell whether a text alone on its line may stand under the heading that is nearest to it."""
    column = columns[nearest(run, columns)]
    return abs(run.box.x0 - column.x0) < run.box.height and may_stand(column, run.text)


def _names_alone(line: Line, column: Column) -> bool:
    """Tell whether a line is the name of a thing that begins where the only heading of its storey does."""
    run = line[0]
    begins = abs(run.box.x0 - column.x0) < run.box.height / 2
    return len(line) == 1 and begins and recognise_inline(run.text) is None and may_stand(column, run.text)


def _all_known(columns: Sequence[Column]) -> bool:
    return len(columns) >= LEAST and all(each.headings and each.headings[0].exact for each in columns)


def _mostly_known(columns: Sequence[Column]) -> bool:
    """Tell whether headings stand in a storey, and hardly anything else; no number is a heading."""
    known = sum(bool(each.headings) and each.headings[0].exact for each in columns)
    strange = len(columns) - known
    return known >= LEAST and strange <= known / 3 and not any(NUMBER.match(each.text) for each in columns)


def _columns(
    lines: Sequence[Line], storey: tuple[int, int], end: int, known: frozenset[str]
) -> tuple[Column, ...]:
    """Return the columns of a storey, each headed by what stands above each other in its lines.

    The items begin at line `end`.
    """
    parts = [part for at in range(*storey) for part in _parts(lines, at, end, known)]
    groups = heading_lines.side_by_side(parts)
    if any(map(heading_lines.same_line, groups)):
        return ()
    return _with_one_count(tuple(map(heading_lines.column, groups)))


def _with_one_count(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns of which one alone counts items: "Item number" beside "Line" is that of the thing."""
    counting = [at for at, column in enumerate(columns) if column.role is Role.LINE_NUMBER]
    if len(counting) != LEAST or not names_things(columns[counting[1]].text.split()[0]):
        return columns
    thing = columns[counting[1]]
    heading = replace(thing.headings[0], roles=frozenset({Role.PART}))
    return tuple(replace(each, headings=(heading,)) if each is thing else each for each in columns)


@kept
def _parts(lines: Sequence[Line], at: int, end: int, known: frozenset[str]) -> list[Run]:
    """Return the headings of a line above items that begin at line `end`; many shapes share the line."""
    below = lines[end:]
    return [part for run in lines[at] for part in cut_headings.parted(run, below, known)]


def _near(above: Line, below: Line) -> bool:
    first, second = union(run.box for run in above), union(run.box for run in below)
    return second.top - first.bottom < NEAR * first.height


def _overlaps(names: Line, crossed: Sequence[Line], lower: Sequence[Column]) -> bool:
    """Tell whether what an item's upper line names reaches over headings or figures of the lower storey."""
    if len(filled(crossed[-1], lower)) < LEAST:
        return False
    centres = [run.box.centre for line in crossed for run in line]
    return any(run.box.x0 < centre < run.box.x1 for run in names for centre in centres)
