"""Totals, taxes, prices and currencies of the whole order, and how they are reckoned together."""
