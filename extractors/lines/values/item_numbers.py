"""The numbers of the items: what stands in their cells, and whether they are complete.

Letters and figures with a dash between them may be the numbers of parts where the heading may name a thing:
RK-1, RK-2 under "Item no.".
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.fields import running_numbers
from extractors.late import late
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role

COUNTING = late(r"[0-9]+(?:\.0{1,3})?")
"""The number of an item; JD Edwards prints 1.000, 2.000 and splits them into 1.010."""
SECTIONED = late(r"(?:(?P<section>[1-9]\d?)\.|(?P<letter>[A-Z])[-.]?)0{0,2}(?P<number>[1-9]\d{0,2})")
"""The number of an item in a section of the order: 1.1, 2.03, B2."""
STEPPED = late(r"(?P<place>[1-9]\d{0,4})/(?P<number>[1-9]\d?)")
"""A position and its delivery, as Infor prints them: 10/1."""
SECTIONS = 2
"""One letter alone may be a mark of the row."""
CODED = late(r"[A-Z]{2,}[-.]\d+")
POSITION = late(
    r"\b(?:pos|position|line|lfd|ser|serial|seq|sl|sr|s)\b|^\s*(?:no|nr)\b|#|№|[序项行]号|項號|序號|项次|項次",
    re.IGNORECASE,
)
"""What heads nothing but the places of items in their list."""


def first_line(text: Text) -> str:
    """Return the number of a line above what else its cell says of it: "3" over "PO line: 4"."""
    said = text.printed
    first, _, rest = said.partition(" ")
    return first if text.lines > 1 and first.isdigit() and rest[:1].isalpha() else said


def are_complete(items: Sequence[Item]) -> bool:
    """Tell whether the item numbers are complete: they begin with their own step and go on by it."""
    texts = [item.one(Role.LINE_NUMBER) for item in items]
    printed = [first_line(text) if text is not None else "" for text in texts]
    if not printed or not all(map(COUNTING.fullmatch, printed)):
        counting = running_numbers.count_on(printed) and not any(map(may_be_part, texts))
        return counting or _count_by_sections(printed) or _count_by_steps(printed)
    values = [Decimal(each) for each in printed]
    step = values[0]
    return step > 0 and all(value == step * (at + 1) for at, value in enumerate(values))


def _count_by_sections(printed: Sequence[str]) -> bool:
    """Tell whether numbers count on in sections that count on themselves: 1.1, 1.2, 2.1, or A1, A2, B1."""
    found = [SECTIONED.fullmatch(each) for each in printed]
    section = number = 0
    for each in found:
        if each is None:
            return False
        own = ord(each["letter"]) - ord("A") + 1 if each["letter"] else int(each["section"])
        if own != section:
            section, number = section + 1, 0
        number += 1
        if (own, int(each["number"])) != (section, number):
            return False
    lettered = {bool(each["letter"]) for each in found if each is not None}
    return len(lettered) == 1 and len(found) > section >= (SECTIONS if True in lettered else 1)


def _count_by_steps(printed: Sequence[str]) -> bool:
    """Tell whether positions go on by their step, and their deliveries by one: 10/1, 20/1, 20/2, 30/1."""
    found = [STEPPED.fullmatch(each) for each in printed]
    places = [(int(each["place"]), int(each["number"])) for each in found if each is not None]
    step = places[0][0] if places else 0
    before = (0, 0)
    for place, number in places:
        if (place, number) not in {(before[0], before[1] + 1), (before[0] + step, 1)}:
            return False
        before = place, number
    return 1 < len(places) == len(found)


def may_be_part(text: Text | None) -> bool:
    """Tell whether the number of an item may as well be that of a part."""
    if text is None or CODED.fullmatch(text.printed) is None:
        return False
    return text.heading is None or POSITION.search(text.heading.text) is None
