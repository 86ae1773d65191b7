"""Where words stand: pieces of lines, cells, neighbours, and what marks, boxes and blanks part.

Nothing here knows what an order is; but where a mere blank parts two texts, known labels tell where.
"""
