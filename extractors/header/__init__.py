"""What stands once in a document, from the labels of a page up to fields that contradict each other.

From the bottom up: labels and what stands beside them (`labelling`), sentences (`spoken`), delivery and
payment (`conditions`), the two sides (`sides`), the papers' numbers (`numbering`), totals, taxes and prices
(`sums`), and each field once with what makes it doubtful (`whole`).
"""
