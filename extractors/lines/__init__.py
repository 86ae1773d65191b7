"""Ordered lines: where a document lists what is ordered, and what each line says.

From words on a page to values: `texts` (labels and clauses inside an item), `columns` (headings and what
stands below them), `tables` (drawn or parted by white space, to rows), `items` (rows to items), `doubts`
(what leaves a value open), `values` (items to lines of the order); `cards` are items that stand in no table.
"""
