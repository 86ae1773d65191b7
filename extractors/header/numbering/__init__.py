"""The numbers of papers: the order's own, and those that it refers to."""
