"""Columns of a table of items: the headings above them, and what stands in them."""
