"""Rows above a heading that group its columns: "Goods", "Codes", "Value"."""

import re

from extractors.late import late
from extractors.lines.tax_remarks import REMARK
from extractors.page.cell_grid import Grid, cell_lines, in_row
from models.page import Page

LABELLED = late(r"[\d:：。；;]")
"""What stands in a label, a value or a sentence, and in no name of a group of columns."""
RATE = late(r"(?:含税|税率?|\b(?:VAT|GST|tax|MwSt|USt)\b\.?)\s?\d{1,2}(?:[.,]\d)?\s?[%％]", re.IGNORECASE)
"""The rate of the tax that a group of columns holds: 含税13%（元）."""
LEAST_GROUPS = 2
"""So many groups at least make a row of them."""


def above(page: Page, grid: Grid, at: int) -> int:
    """Return 1 where the row above a heading groups its columns ("Goods", "Codes", "Value"), else 0.

    One that others stand beside which reach down into the heading is a part of it, whatever its remarks say.
    """
    if not at:
        return 0
    cells = [cell for cell in in_row(grid, at - 1) if cell.words and cell.row_span == 1]
    texts = [" ".join(run.text for run in cell_lines(page, cell)) for cell in cells]
    wide = [cell for cell in cells if cell.column_span > 1]
    if wide and any(cell.words and cell.row_span > 1 for cell in in_row(grid, at - 1)):
        return int(not any(LABELLED.search(RATE.sub("", REMARK.sub("", text))) for text in texts))
    plain = not any(LABELLED.search(RATE.sub("", text)) for text in texts)
    return int(len(wide) >= LEAST_GROUPS and plain)
