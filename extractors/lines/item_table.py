"""Item tables as values: columns with their headings, and rows of runs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.late import late
from extractors.lines import tax_groups, tax_remarks, two_tongues
from extractors.lines.headings import CODES, OWNED, Heading, recognise
from extractors.lines.sided_headings import of_side
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box, Page, union

MONEY_OR_COUNT = frozenset({Role.QUANTITY, Role.PRICE, Role.AMOUNT})
SELLERS_DRAWING = frozenset({Role.DRAWING, Role.SELLER_PART})
"""What "Your drawing no." may mean: the seller's number of the part, or a drawing."""
NUMBER = late(
    r"^(?:[^\w\s]{1,2}|R(?=\s?[\d ,]+[.,]\d{2}$)"
    r"|[A-Z]{2,3}\$?(?:(?<=USD|EUR|CNY|RMB|GBP|CHF|JPY|HKD|SGD)|(?!-\d+$))|元|人民币)?"
    r"\s*(?:\(-\)|[-(−])?\s*\d[\d.,'’]*"
    r"(?:\s\d{3}(?!\d)[\d.,'’]*)*[)−-]?\s*(?:%|(?:USD|EUR|CNY|RMB|GBP|CHF|JPY|HKD|SGD)?\s?/.{0,12}|(?:per|pro|je)\s.{1,12}|[^\d\s]{1,4}|\([A-Z]{2,5}\))?$"
)
"""A cell with a number: perhaps a currency before it, and a unit behind it; BF-20 is a code."""
ENDING = late(r"(?:no|nr|num)\.?|[号码#№]", re.IGNORECASE)
"""What ends the heading of a number and heads nothing by itself where a line stands above it."""
BARE = late(r"code|number|ref\.?|id|代码|编号|编码", re.IGNORECASE)
"""What ends it where that line says whose number it is, and else may head another: "Vendor" above "code"."""
BROKEN_WORD = late(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])")
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
        Role.MAKER_PART,
        Role.PART,
        Role.DRAWING,
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; several headings where they are stacked (code above, description below).

    `x0` and `x1` bound it on its page. A column without a known heading has no headings. Two lines
    like "Material" and "Description" can be one heading or two: `stack` then holds the two, and
    what stands in the column decides. `cut` tells that both its borders are certain: drawn by lines,
    stated by the file, or white space that no line of the table crosses.
    """

    x0: float
    x1: float
    headings: tuple[Heading, ...]
    text: str = ""
    stack: tuple[Heading, ...] = ()
    cut: bool = True

    @property
    def role(self) -> Role | None:
        """The role of the first heading, None where it is unknown or ambiguous."""
        return self.headings[0].role if self.headings else None

    @property
    def roles(self) -> frozenset[Role]:
        """All roles the column may have."""
        if len(self.headings) == 1:
            return self.headings[0].roles
        return frozenset(role for heading in self.headings for role in heading.roles)


@dataclass(frozen=True, slots=True)
class Row:
    """A logical row: the lines of text in each column, and text that spans columns.

    `inherited` names the columns whose cell reaches over several rows. `inner` are tables of its own
    that stand below the row's first line: deliveries, weeks, price steps. In one that is `doubted` a line
    of a name may belong to the row above or below, or a number at its end to another column.
    """

    page: Page
    box: Box
    cells: tuple[tuple[Run, ...], ...]
    spanning: tuple[Run, ...] = ()
    inherited: frozenset[int] = frozenset()
    inner: "tuple[Inner, ...]" = field(default=())
    doubted: bool = False

    @property
    def runs(self) -> list[Run]:
        """All runs of the row, column by column."""
        return [run for cell in self.cells for run in cell] + list(self.spanning)

    def boxes(self, page: Page) -> list[Box]:
        """Return what the row takes up on a page; an item that the end of a page parts stands on two."""
        runs = self.runs
        if all(run.page is self.page for run in runs):
            return [self.box] if self.page is page else []
        own = [run.box for run in runs if run.page is page]
        return [union(own)] if own else []


@dataclass(frozen=True, slots=True)
class Inner:
    """A small table inside an item, with its own heading."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of ordered items; `rows` are those below the heading, over all its pages.

    One that is not `anchored` has a heading and no main line of an item. Where the first `storey`
    columns stand above the others, each on a line of its own, an item has two lines.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading_box: Box
    page: Page
    ruled: bool
    anchored: bool = True
    storey: int = 0
    levels: tuple[int, ...] = ()
    """How many columns stand in each of three storeys and more."""
    led: int = 0
    """How many lines of an item stand above its figures where these have no name beside them, else 0."""
    repeated: tuple[tuple[Page, Box], ...] = ()
    """Where its heading stands again, on later pages."""

    @property
    def torn(self) -> frozenset[int]:
        """The columns whose borders are not certain."""
        return frozenset(at for at, column in enumerate(self.columns) if not column.cut)

    @property
    def cut_cleanly(self) -> bool:
        """Tell whether the borders of all number columns are certain."""
        return all(column.cut for column in self.columns if column.roles & MONEY_OR_COUNT)


def doubted(column: Column) -> Column:
    """Return a column whose headings are not certain."""
    return replace(column, headings=tuple(replace(each, exact=False) for each in column.headings))


def is_item_heading(headings: Sequence[Heading | None]) -> bool:
    """Tell whether the headings of a row are those of an item table.

    Quantity, price and amount together are, whatever the thing and its number are called.
    """
    known = [heading for heading in headings if heading and not _is_value(heading)]
    roles = {role for heading in known for role in heading.roles}
    if roles >= MONEY_OR_COUNT and len(headings) > len(MONEY_OR_COUNT):
        return True
    return len(roles) >= 3 and bool(roles & MONEY_OR_COUNT) and bool(roles & (NAMES | {Role.LINE_NUMBER}))


def _is_value(heading: Heading) -> bool:
    """Tell whether a text only begins like a heading: "Net 60 days after receipt of invoice"."""
    return not heading.exact and any(map(str.isdigit, heading.text))


def make_column(x0: float, x1: float, lines: Sequence[str], group: str = "") -> Column:
    """Return the column that the lines of a heading cell head.

    `group` is the text of a heading that spans this column and others; it says more of their prices
    and does not name the column.
    """
    text = " ".join(lines)
    whole = _whole(lines)
    apart = [recognise(line) for line in _with_endings(lines)] if len(lines) > 1 else []
    stack = tuple(_likely(each) for each in apart if each is not None and each.exact and _likely(each).role)
    if len(stack) < len(apart) or len({each.role for each in stack}) < 2:
        stack = _two_parts(_with_endings(lines))
    printed = f"{group} {text}" if group else text
    taxed = tax_groups.below(whole, text, group)
    if taxed is not None:
        return Column(x0, x1, (taxed,), printed)
    sided = of_side(whole, text, group) if group else None
    both = sided or (_with_group(whole, text, group) if group and text else None)
    if both is not None:
        return Column(x0, x1, (both,), printed)
    if whole is not None and whole.exact and whole.role is not None:
        return Column(x0, x1, (_grouped(whole, group),), printed, stack or _slashed(lines))
    if group and whole is None:
        return make_column(x0, x1, [group, *lines])
    if whole is None or whole.role is None:
        whole = two_tongues.known_half(lines) or whole
    return Column(x0, x1, stack or ((whole,) if whole else ()), printed)


def _likely(heading: Heading) -> Heading:
    """Return "Your drawing" above another heading as that of a drawing, not exact: it may be a part's."""
    if heading.roles != SELLERS_DRAWING:
        return heading
    return replace(heading, roles=frozenset({Role.DRAWING}), exact=False)


def _with_endings(lines: Sequence[str]) -> list[str]:
    """Return the lines of a heading, an ending with the line that it belongs to: "Part" above "No."."""
    joined: list[str] = []
    for line in lines:
        if joined and (ENDING.fullmatch(line.strip()) or _is_owned(joined[-1], line)):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _is_owned(above: str, line: str) -> bool:
    """Tell whether a line is only the end of the one above, which says whose number is meant."""
    if not BARE.fullmatch(line.strip()):
        return False
    own, whole = recognise(above), recognise(f"{above} {line}")
    if own is None or whole is None or own.role not in OWNED:
        return False
    return own.exact and whole.exact and whole.roles == own.roles


def _slashed(lines: Sequence[str]) -> tuple[Heading, ...]:
    """Return the heading of codes and that of names in one line: "Material / Bezeichnung"."""
    halves = [recognise(half.strip()) for half in lines[0].split("/")] if len(lines) == 1 else []
    known = [each for each in halves if each is not None and each.exact and each.role]
    named = len(known) == len(halves) == 2 and known[1].role is Role.DESCRIPTION
    return tuple(known) if named and known[0].role in CODES else ()


def _two_parts(lines: Sequence[str]) -> tuple[Heading, ...]:
    """Return the two headings that three lines and more are: "Order", "qty", "UoM"."""
    for at in range(1, len(lines)) if len(lines) > 2 else ():
        parts = recognise(" ".join(lines[:at])), recognise(" ".join(lines[at:]))
        known = tuple(each for each in parts if each is not None and each.exact and each.role)
        if len({each.role for each in known}) == 2:
            return known
    return ()


def _whole(lines: Sequence[str]) -> Heading | None:
    """Return what the lines of a heading say together; between ideographs a line ends inside a word."""
    found = recognise(" ".join(lines)) if any(lines) else None
    if len(lines) < 2 or (found is not None and found.exact and found.role is not None):
        return found
    glued = recognise(BROKEN_WORD.sub("", "\n".join(lines)).replace("\n", " "))
    return glued if glued is not None and glued.exact and glued.role is not None else found


def _with_group(own: Heading | None, text: str, group: str) -> Heading | None:
    """Return what a heading and the one above it say together: "Unit" below "Price", 供方 below 编码.

    Only where it says nothing certain by itself, or names a unit below prices. A party's number (甲方 below
    编号) is the buyer's or the seller's, and the document says which. A number below a quantity
    ("Qty" above "No." and "Unit") counts what is ordered, and not the items.
    """
    above = recognise(group)
    if above is None:
        return None
    role = own.role if own is not None and own.exact else None
    if role is Role.LINE_NUMBER and above.exact and above.role is Role.QUANTITY:
        return above
    owned = role is Role.OTHER and above.roles & CODES  # "Part number" above "Manufacturer"
    if role is not None and not owned and not (role is Role.UNIT and above.roles & {Role.PRICE, Role.AMOUNT}):
        return None
    for together in (f"{text} {group}", f"{group} {text}"):
        found = recognise(together)
        if found is not None and found.exact and (found.role is not None or found.roles == OWNED):
            return found
    return None


def _grouped(heading: Heading, group: str) -> Heading:
    """Return a heading with what the heading above it says of tax and currency."""
    above = _said_above(heading, group) if group else None
    if above is None:
        return heading
    included = above.tax_included if heading.tax_included is None else heading.tax_included
    currencies = heading.currencies or above.currencies
    return replace(
        heading, tax_included=included, currencies=currencies, scaled=heading.scaled or above.scaled
    )


def _said_above(heading: Heading, group: str) -> Heading | None:
    """Return what a heading above another one says, at least what it remarks of the tax in brackets."""
    short, remark = tax_remarks.shortened(group), tax_remarks.remarked(group)
    return recognise(short) or _together(heading, short) or (_together(heading, remark) if remark else None)


def _together(heading: Heading, group: str) -> Heading | None:
    """Return a heading with one above it that names no column: 不含税（元） above 单价 and 金额."""
    found = recognise(f"{group} {heading.text}")
    return found if found is not None and found.exact and found.roles == heading.roles else None
