"""The weekly invoice list: invoice, hold or consolidate, row by row."""
