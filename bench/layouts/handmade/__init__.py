"""Orders as people in small and middle firms type them themselves, in Word, in Excel and in mails.

Contracts on a template of one's own with blanks filled in, text boxes, revisions, tables in tables; workbooks
with formulas, hidden columns and several sheets; mails with the order in loose lines, pasted from a sheet,
above an earlier offer or deep in a chain; and such files printed to PDF. They were written without a look at
what the reader can do.
"""

from bench.layouts.handmade import (
    en_books,
    en_contracts,
    en_mails,
    en_others,
    en_papers,
    en_sheets,
    prints,
    zh_books,
    zh_contracts,
    zh_mails,
    zh_others,
    zh_sheets,
    zh_tables,
)
from bench.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (
    *zh_contracts.LAYOUTS,
    *zh_books.LAYOUTS,
    *zh_sheets.LAYOUTS,
    *zh_tables.LAYOUTS,
    *zh_mails.LAYOUTS,
    *en_papers.LAYOUTS,
    *en_contracts.LAYOUTS,
    *en_books.LAYOUTS,
    *en_sheets.LAYOUTS,
    *en_mails.LAYOUTS,
    *prints.LAYOUTS,
    *zh_others.LAYOUTS,
    *en_others.LAYOUTS,
)
