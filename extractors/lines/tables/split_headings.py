"""Rows of a heading that part its cells again: "Part no." over "Seller" and "Buyer", beside "Qty" of both.

Where one cell of a heading reaches down into the next row, and all that this row has of its own stands below
cells that span several of it, the row belongs to the heading, whatever its words.
"""

from extractors.page.cell_grid import Grid, in_row


def goes_on(grid: Grid, at: int) -> bool:
    """Tell whether row `at` of a table goes on with the heading in the row above it."""
    own = [cell for cell in in_row(grid, at) if cell.row == at]
    reaching = [cell for cell in in_row(grid, at) if cell.row < at and cell.words]
    if not own or not reaching or any(cell.row + cell.row_span > at + 1 for cell in reaching):
        return False
    above = grid[at - 1]
    spans = [above.get(cell.column) for cell in own]
    return all(
        over is not None and over.words and over.row == at - 1 and over.column_span > cell.column_span
        for cell, over in zip(own, spans, strict=True)
    )
