"""Item tables as values: columns with their headings, and rows of runs."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.headings import Heading, recognise
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page

MONEY_OR_COUNT = frozenset({Role.QUANTITY, Role.PRICE, Role.AMOUNT})
NAMES = frozenset(
    {
        Role.DESCRIPTION,
        Role.SPECIFICATION,
        Role.MODEL,
        Role.SELLER_PART,
        Role.LOCAL_PART,
        Role.PRODUCT_CODE,
        Role.BUYER_PART,
        Role.MATERIAL_CODE,
        Role.PART,
        Role.DRAWING,
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; several headings where they are stacked (code above, description below).

    `x0` and `x1` bound it on its page. A column without a known heading has no headings. Two lines
    like "Material" and "Description" can be one heading or two: `stack` then holds the two, and
    what stands in the column decides.
    """

    x0: float
    x1: float
    headings: tuple[Heading, ...]
    text: str = ""
    stack: tuple[Heading, ...] = ()

    @property
    def role(self) -> Role | None:
        """The role of the first heading, None where it is unknown or ambiguous."""
        return self.headings[0].role if self.headings else None

    @property
    def roles(self) -> frozenset[Role]:
        """All roles the column may have."""
        return frozenset(role for heading in self.headings for role in heading.roles)


@dataclass(frozen=True, slots=True)
class Row:
    """A logical row: the lines of text in each column, and text that spans columns.

    `inherited` names the columns whose cell reaches over several rows.
    """

    page: Page
    box: Box
    cells: tuple[tuple[Run, ...], ...]
    spanning: tuple[Run, ...] = ()
    inherited: frozenset[int] = frozenset()

    @property
    def runs(self) -> list[Run]:
        """All runs of the row, column by column."""
        return [run for cell in self.cells for run in cell] + list(self.spanning)


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of ordered items; `rows` are those below the heading, over all its pages.

    `cut_cleanly` tells that columns and rows are certain: drawn by lines or stated by the file, or,
    in unruled tables, parted by white space that no line of the table crosses.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading_box: Box
    page: Page
    ruled: bool
    cut_cleanly: bool = True


def is_item_heading(headings: Sequence[Heading | None]) -> bool:
    """Tell whether the headings of a row are those of an item table."""
    roles = {role for heading in headings if heading for role in heading.roles}
    return len(roles) >= 3 and bool(roles & MONEY_OR_COUNT) and bool(roles & (NAMES | {Role.LINE_NUMBER}))


def make_column(x0: float, x1: float, lines: Sequence[str]) -> Column:
    """Return the column that the lines of a heading cell head."""
    text = " ".join(lines)
    whole = recognise(text) if text else None
    apart = [recognise(line) for line in lines] if len(lines) > 1 else []
    stack = tuple(each for each in apart if each is not None and each.exact and each.role)
    if len(stack) < len(apart) or len({each.role for each in stack}) < 2:
        stack = ()
    if whole is not None and whole.exact and whole.role is not None:
        return Column(x0, x1, (whole,), text, stack)
    return Column(x0, x1, stack or ((whole,) if whole else ()), text)
