"""Made-up orders in layouts that the reader was not written for, two groups of equal breadth and more.

Whoever improves the reader looks at the documents and layouts of `seen` only; `unseen` tells how far
that carries, and is measured without being looked at. `further` is a wider group by another hand, made
later, whose documents may be looked at like those of `seen`. `broad` is composed by chance from choices made
apart: engine, language, wording, header, items, sums, decoys. `traits` holds two documents and more for
every trait that orders are known to have, in the wordings of many countries. `forms` holds the order forms
of the usual ERP and buying systems, as faithfully as they can be known. `handmade` holds what people in small
firms type themselves in Word, Excel and mails. `shapes` is composed by chance of what items look like: forms
of tables and others, what stands under and between items, units, price units, lots, pages. By these the
reader is widened.
"""
