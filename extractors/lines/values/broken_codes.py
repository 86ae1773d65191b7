"""Numbers of parts over two lines of a narrow cell: whether the break says how they read.

A number that is broken anywhere may go on with or without a blank or a dash. One that breaks before its
revision (6-1704-05, and Rev.02 below it) reads in one way only.
"""

from extractors.fields import parts
from extractors.lines.item import Text
from models.page import Word


def is_doubtful(text: Text, value: str) -> bool:
    """Tell whether a number over several lines can be read in several ways."""
    return text.lines > 1 and not _breaks_at_revision(text, value)


def _breaks_at_revision(text: Text, value: str) -> bool:
    number, revision = parts.revision(value)
    start = text.run.text.find(number, text.start)
    if revision is None or start < 0:
        return False
    end = start + len(number.rstrip())
    above = [word for word, _, _ in text.run.within(start, end)]
    below = [word for word, _, _ in text.run.within(end, text.end) if word not in above]
    return bool(above and below) and _on_one_line(above) and _on_one_line(below) and _is_below(below, above)


def _on_one_line(words: list[Word]) -> bool:
    first = words[0].box
    return all(first.top < word.box.middle < first.bottom for word in words)


def _is_below(below: list[Word], above: list[Word]) -> bool:
    return below[0].box.middle > above[0].box.bottom
