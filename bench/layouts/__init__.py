"""Made-up orders in layouts that the reader was not written for, in two groups of equal breadth.

Whoever improves the reader looks at the documents and layouts of `seen` only; `unseen` tells how far
that carries, and is measured without being looked at.
"""
