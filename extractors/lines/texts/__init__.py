"""Texts of an item as they are written: labels with their values, clauses, numbers told in words."""
