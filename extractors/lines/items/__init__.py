"""Rows of a table to items: which text belongs to which item, in which role."""
