"""Menus at the edge of a portal's print: 询价单 above 报价单 are places to go to, and no titles."""

from extractors.header.labelling.label_words import meaning
from extractors.kept import kept
from extractors.kinds.titles import kind_of_title
from extractors.page.runs import Run, rows_of, split_line
from models.page import Box, Page

EDGE = 3.0
"""What stands in a list begins at the same edge, in points."""
NEAR = 3.0
"""Its lines are less than so many heights of their letters apart."""
ALIKE = 0.15
"""And are set in letters of one size, to this share of their height."""
FEWEST = 4
"""A menu has so many entries besides at least that are no labels of an order."""
LONGEST = 24
"""An entry is no longer than so many letters, an ideograph counting as two."""


def lists(run: Run, page: Page) -> bool:
    """Tell whether a text is an entry of a menu: the name of another kind of paper is one of the others."""
    if page.synthetic or not _is_entry(run):
        return False
    column = [each for each in _entries(page) if _is_below(run, each)]
    others = _around(run, column)
    kind = kind_of_title(run.text)
    named = {kind_of_title(each.text) for each in others} - {None, kind}
    places = [each for each in others if not meaning(each.text)]
    return len(places) >= FEWEST and bool(named) and _is_margin(page, [run, *others])


@kept
def _entries(page: Page) -> tuple[Run, ...]:
    """Return the short texts of a page that are no labels, as the entries of a menu are."""
    runs = (run for line in rows_of(page.words) for run in split_line(page, line))
    return tuple(filter(_is_entry, runs))


def _is_margin(page: Page, menu: list[Run]) -> bool:
    """Tell whether nothing of the paper begins beside or below a menu between its left and its right edge."""
    left, right = max(run.box.x0 for run in menu) + EDGE, max(run.box.x1 for run in menu)
    top = min(run.box.top for run in menu)
    below = (word for word in page.words if word.box.top >= top)
    return not any(left < word.box.x0 < right and not _within(word.box, menu) for word in below)


def _within(box: Box, menu: list[Run]) -> bool:
    return any(
        run.box.top - 1 <= box.top and box.bottom <= run.box.bottom + 1 and box.x1 <= run.box.x1 + 1
        for run in menu
    )


def _is_entry(run: Run) -> bool:
    letters = sum(1 if each.isascii() else 2 for each in run.text)
    return letters <= LONGEST and run.text[:1].isalpha() and not any(each in ":：" for each in run.text)


def _is_below(run: Run, other: Run) -> bool:
    alike = abs(other.box.height - run.box.height) < ALIKE * run.box.height
    return alike and abs(other.box.x0 - run.box.x0) < EDGE


def _around(run: Run, column: list[Run]) -> list[Run]:
    """Return the texts of a column that follow each other closely, up and down from one of them."""
    ordered = sorted(column, key=lambda each: each.box.top)
    at = next((nth for nth, each in enumerate(ordered) if each.box == run.box), None)
    if at is None:
        return []
    found: list[Run] = []
    for way in (ordered[at + 1 :], ordered[:at][::-1]):
        last = run
        for each in way:
            if abs(each.box.middle - last.box.middle) > NEAR * run.box.height:
                break
            found.append(each)
            last = each
    return found
