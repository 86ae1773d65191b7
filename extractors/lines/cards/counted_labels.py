"""The count of cards behind a label that no list knows: 卡号 1, 卡号 2, or "Ticket 10", "Ticket 20".

Every card begins with the same text, and what stands behind it counts the cards. That may be a count of the
writer's own for something else, so that the number is never sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

STEPS = (1, 10)
"""Items are numbered in ones or in tens."""
LABEL = late(r"[^\W\d_][^\W\d]{0,11}\.?(?: [^\W\d_]{1,8}\.?)?\s*[:：]?")
COUNT = late(r"0{0,4}[1-9]\d{0,3}")
TWO = 2


def told(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return the lines of cards, the first two texts of each as its number where they count the cards."""
    firsts = [group[0] for group in groups]
    if len(groups) < TWO or not all(map(_is_counted, firsts)):
        return groups
    labels = {line.said[0][1].printed for line in firsts}
    if len(labels) > 1 or not _counts(firsts):
        return groups
    return [[_numbered(group[0]), *group[1:]] for group in groups]


def _is_counted(line: TextLine) -> bool:
    """Tell whether a line begins with a text without a meaning and a whole number beside it."""
    if line.number is not None or len(line.said) < TWO:
        return False
    (role, label), (other, count) = line.said[:TWO]
    strange = role is None and other is None and label.run is not count.run
    return bool(strange and LABEL.fullmatch(label.printed) and COUNT.fullmatch(count.printed))


def _counts(lines: Sequence[TextLine]) -> bool:
    numbers = [int(line.said[1][1].printed) for line in lines]
    return any(numbers == [step * at for at in range(1, len(lines) + 1)] for step in STEPS)


def _numbered(line: TextLine) -> TextLine:
    label, count = line.said[0][1].printed, line.said[1][1]
    heading = Heading(label, frozenset({Role.LINE_NUMBER}), exact=False)
    number = Text(count.run, count.start, count.end, heading)
    return replace(line, said=line.said[TWO:], number=number, ordinal=int(count.printed))
