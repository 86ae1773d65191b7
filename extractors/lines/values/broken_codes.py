"""Numbers of parts over two lines of a narrow cell: whether the break says how they read.

A number that is broken anywhere may go on with or without a blank or a dash. One that breaks before its
revision (6-1704-05, and Rev.02 below it) reads in one way only.
"""

from extractors.fields import parts
from extractors.lines.item import Item, Text
from extractors.lines.values import code_families
from extractors.vocabulary.meanings import Role
from models.page import Word


def is_doubtful(text: Text, value: str) -> bool:
    """Tell whether a number over several lines can be read in several ways."""
    return text.lines > 1 and not _breaks_at_revision(text, value)


def settled(text: Text, value: str, role: Role, shapes: code_families.Families) -> tuple[str, bool]:
    """Return a number without what is no part of it, and whether it may be more or less than that.

    Its first line is the whole where the numbers of the other items are written so; what stands below is the
    rest of something else. What breaks behind a dash is whole where others read so. A bare "Index" at its end
    has lost its letter.
    """
    cut = parts.CUT.search(value) is not None
    value = parts.CUT.sub("", value).rstrip()
    torn = is_doubtful(text, value)
    first = code_families.first_line(text) if torn else ""
    alike = bool(first) and (role, parts.shape(first)) in shapes
    if not alike and first.endswith("-") and (role, parts.shape(value)) in shapes:
        torn = False
    return first if alike else value, torn or cut


def lost_revision(item: Item) -> bool:
    """Tell whether the number of a drawing ends with a bare "Index": the letter stands in some other text."""
    return any(parts.CUT.search(text.printed) for text in item.texts.get(Role.DRAWING, ()))


def _breaks_at_revision(text: Text, value: str) -> bool:
    number, revision = parts.revision(value)
    start = text.run.text.find(number, text.start)
    if revision is None or start < 0:
        return False
    end = start + len(number.rstrip())
    above = [word for word, _, _ in text.run.within(start, end)]
    below = [word for word, _, _ in text.run.within(end, text.end) if word not in above]
    return bool(above and below) and _on_one_line(above) and _is_below(below[-1:], above)


def _on_one_line(words: list[Word]) -> bool:
    first = words[0].box
    return all(first.top < word.box.middle < first.bottom for word in words)


def _is_below(below: list[Word], above: list[Word]) -> bool:
    return below[0].box.middle > above[0].box.bottom
