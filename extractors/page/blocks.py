"""Where texts stand to each other: the content of cells, pieces of lines, and their neighbours.

A block is a cell's content, or a run that stands in no cell. "Right of" is the next cell of the row
or the next run of the line, "below" the cell or run underneath.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractors.kept import kept
from extractors.late import late
from extractors.page import filled_blanks, full_columns, spread_labels, touching_pairs, wrapped_options
from extractors.page.cell_grid import cell_lines
from extractors.page.pieces import pieces
from extractors.page.runs import IDEOGRAPH, Run, joined, runs_of
from extractors.page.ticks import chosen, joined_options, listed, ticked, unbroken
from models.page import Box, Cell, Page, Table, Word, union

NEAR_BELOW = 1.6
"""A run stands right below another when less than this many letter heights lie between them."""

ARTICLE = late(r"第[一二三四五六七八九十百\d]+[条章款]|[一二三四五六七八九十]+\s?[、.．]")
CAPTION_GAP = 5.0
"""What is filled in under a small caption begins within this many heights of the caption's letters."""
ALIGNED = 1.5
"""What begins within so many heights of a caption's begin stands under it rather than beside it."""
STRADDLING = 0.95
"""The lines of a value beside which a label is centred are less than so many of its heights away."""
SPACE = 0.25
"""The blank between two words, in heights of their letters."""
TWO = 2
SMALLER = 0.88
"""A caption's letters are at most this share of the height of what is filled in."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a cell (`cell` = table, row, column, column behind it), or one free run."""

    lines: tuple[Run, ...]
    box: Box
    cell: tuple[int, int, int, int] | None = None

    @property
    def text(self) -> str:
        """The text of all lines."""
        return " ".join(run.text for run in self.lines)


@dataclass(frozen=True)
class PageBlocks:
    """The blocks of a page in reading order, with what is needed to find neighbours.

    `margin` is where the longest free lines of the page end, those that were taken out included.
    """

    page: Page
    blocks: tuple[Block, ...]
    margin: float = 0.0

    @cached_property
    def _cells(self) -> dict[tuple[int, int, int], Block]:
        return {block.cell[:3]: block for block in self.blocks if block.cell is not None}

    @cached_property
    def _free(self) -> list[Block]:
        return [block for block in self.blocks if block.cell is None]

    @cached_property
    def _placed(self) -> list[tuple[float, float, float, float, Block]]:
        """The free blocks with their edges beside them: every look for a neighbour goes over all."""
        return [(*block.box, block) for block in self._free]

    @cached_property
    def right_margin(self) -> float:
        """Where the longest free lines end."""
        own = max((block.box.x1 for block in self._free), default=self.page.width)
        return max(own, self.margin)

    def fits_behind(self, run: Run, below: Run) -> bool:
        """Tell whether the first word of the next line would have had its place at the end of a line."""
        word = below.words[0]
        chinese = IDEOGRAPH.match(word.text) is not None
        width = word.edges[1] - word.edges[0] if chinese else word.box.x1 - word.box.x0
        blank = 0.0 if chinese else SPACE * run.box.height
        return run.box.x1 + blank + width <= self.right_margin + 1

    def right_of(self, block: Block) -> Block | None:
        """Return the block to the right, None at the end of the row or line."""
        if block.cell is not None:
            return self._next_in_row(block.cell)
        return self._next_on_line(block.box)

    def _next_in_row(self, cell: tuple[int, int, int, int]) -> Block | None:
        """Return the next filled cell of a row: sheets leave cells empty between a label and its value."""
        table, row, _, behind = cell
        after = [place for place in self._cells if place[:2] == (table, row) and place[2] >= behind]
        return self._cells[min(after)] if after else None

    def _next_on_line(self, box: Box) -> Block | None:
        begin, middle = box.x1 - 1, box.middle
        beside = [
            other for x0, top, _, bottom, other in self._placed if x0 >= begin and top < middle < bottom
        ]
        nearest = min(beside, key=lambda other: other.box.x0, default=None)
        return self._straddling(box, nearest.box.x0 if nearest is not None else self.page.width) or nearest

    def _straddling(self, box: Box, end: float) -> Block | None:
        """Return two lines at the right, up to `end`, between which the middle of a label stands."""
        begin, middle, reach = box.x1 - 1, box.middle, STRADDLING * box.height
        near = [
            other
            for x0, top, x1, bottom, other in self._placed
            if begin <= x0 < end and x1 < end and abs((top + bottom) / 2 - middle) < reach
        ]
        left = min((other.box.x0 for other in near), default=0.0)
        stack = sorted((other for other in near if other.box.x0 < left + 2), key=lambda other: other.box.top)
        if len(stack) != TWO or not stack[0].box.middle < box.middle < stack[1].box.middle:
            return None
        return Block((*stack[0].lines, *stack[1].lines), union(each.box for each in stack))

    def row(self, block: Block) -> list[Block]:
        """Return the filled cells in the row of a cell, itself among them."""
        assert block.cell is not None
        return [each for place, each in self._cells.items() if place[:2] == block.cell[:2]]

    def above(self, block: Block) -> Block | None:
        """Return the cell over a cell, also one that reaches over several columns."""
        assert block.cell is not None
        table, row, column, _ = block.cell
        over = (each for place, each in self._cells.items() if place[:2] == (table, row - 1))
        return next((each for each in over if each.cell and each.cell[2] <= column < each.cell[3]), None)

    def line(self, block: Block) -> list[Block]:
        """Return the free runs on the line of a free run, itself among them."""
        middle = block.box.middle
        return [other for _, top, _, bottom, other in self._placed if top < middle < bottom]

    def captioned(self, block: Block) -> list[Block]:
        """Return the runs of the first line under a small caption, up to the next caption of its line.

        Forms print a label in small type in the corner of a box and what is filled in anywhere below.
        """
        box = block.box
        right = self._next_on_line(box)
        end = right.box.x0 if right is not None else self.page.width
        within = [
            other
            for x0, top, _, _, other in self._placed
            if -0.3 * box.height < top - box.bottom < CAPTION_GAP * box.height
            and x0 > box.x0 - 0.5 * box.height
            and x0 < end
        ]
        aligned = [other for other in within if other.box.x0 < box.x0 + ALIGNED * box.height]
        first = min(aligned or within, key=lambda other: other.box.top, default=None)
        if first is None or box.height > SMALLER * first.box.height:
            return []
        return [
            other for other in within if other.box.top < first.box.middle and other.box.x1 <= end + box.height
        ]

    def below(self, block: Block) -> Block | None:
        """Return the block underneath, None where nothing stands close below."""
        if block.cell is not None:
            return self._cell_below(block)
        return self.under(block.box)

    def _cell_below(self, block: Block) -> Block | None:
        assert block.cell is not None
        table, row, column, _ = block.cell
        return self._cells.get((table, row + 1, column))

    def under(self, box: Box, near: float = NEAR_BELOW) -> Block | None:
        """Return the free run close below a box that begins or ends where the box does."""
        height, end = box.height, box.bottom
        close = [
            other
            for x0, top, x1, _, other in self._placed
            if -0.3 * height < top - end < near * height and min(x1, box.x1) - max(x0, box.x0) > 0
        ]
        return min(close, key=lambda other: (other.box.top, abs(other.box.x0 - box.x0)), default=None)


def some_of(blocks: PageBlocks, kept: Sequence[Block]) -> PageBlocks:
    """Return some blocks of a page, with the margin that it has by all of them."""
    return PageBlocks(blocks.page, tuple(kept), blocks.right_margin if kept else 0.0)


def loose_blocks(page: Page, runs: Sequence[Run]) -> PageBlocks:
    """Return texts of a page as blocks that stand in no cell, wherever they stand."""
    return PageBlocks(page, tuple(Block((run,), run.box) for run in runs))


def with_runs(page: PageBlocks, runs: Sequence[Run]) -> PageBlocks:
    """Return a page with further texts among its blocks, none of them twice."""
    known = {id(word) for block in page.blocks for run in block.lines for word in run.words}
    further = [run for run in runs if known.isdisjoint(map(id, run.words))]
    if not further:
        return page
    return replace(page, blocks=_in_order([*page.blocks, *loose_blocks(page.page, further).blocks]))


def _in_order(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(sorted(blocks, key=lambda block: (round(block.box.top / 4), block.box.x0)))


@kept
def page_blocks(page: Page, tables: Sequence[Table], words: Sequence[Word]) -> PageBlocks:
    """Return the blocks of `words` (those in no table) and of the cells of `tables`."""
    free = [Block((run,), run.box) for run in _said(page, words)]
    cells = [block for at, table in enumerate(tables) for block in _cells(page, at, table)]
    return PageBlocks(page, _in_order([*free, *cells]))


def _said(page: Page, words: Sequence[Word]) -> Iterator[Run]:
    """Yield the free runs of a page as they are meant: ticked options alone, labels with their values."""
    runs = filled_blanks.closed_up(page, touching_pairs.parted(full_columns.parted(runs_of(page, words))))
    whole = joined_options(_with_marks(_with_colons(spread_labels.closed_up(runs))))
    return pieces(ticked(run) for run in listed(wrapped_options.closed_up(whole)))


def _with_colons(runs: Sequence[Run]) -> list[Run]:
    """Join a run that begins with a colon to the one on its left: colons set below each other."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        colon = before is not None and run.text[0] in ":：" and not any(map(str.isdigit, before.text))
        if before is not None and colon and before.box.top < run.box.middle < before.box.bottom:
            found[-1] = joined([before, run])
        else:
            found.append(run)
    return found


def _with_marks(runs: Sequence[Run]) -> list[Run]:
    """Join the number of a clause to the title that stands apart from it: 第三条　付款."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if (
            before is not None
            and ARTICLE.fullmatch(before.text)
            and before.box.top < run.box.middle < before.box.bottom
        ):
            found[-1] = joined([before, run])
        else:
            found.append(run)
    return found


def _unbroken(page: Page, cell: Cell) -> list[Run]:
    return wrapped_options.closed_up(unbroken(cell_lines(page, cell)))


def _cells(page: Page, at: int, table: Table) -> Iterator[Block]:
    for cell in table.cells:
        if cell.words:
            place = (at, cell.row, cell.column, cell.column + cell.column_span)
            yield Block(tuple(map(ticked, chosen(listed(_unbroken(page, cell))))), cell.box, place)
