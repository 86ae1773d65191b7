"""A text over two columns cut into their headings: "Type Qty" where both have their own values below."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import price_units
from extractors.late import late
from extractors.lines.columns import column_borders
from extractors.lines.columns.spanning_headings import names_column, says_tax
from extractors.lines.headings import PRICE_UNIT, recognise
from extractors.lines.item_table import NUMBER
from extractors.page.runs import IDEOGRAPH, Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Box, Word

HUMP = late(r"(?<=[a-z])(?=[A-Z])")
"""Where two headings are set so close that they became one word: TypeQty."""
MARKED = late(r"[#№](?=[^\W\d_]{3})")
"""The mark of a column of numbers that touches the next heading: #Goods."""
CHINESE_GAP = late(r"[\u4e00-\u9fff]{2}\s+[\u4e00-\u9fff]{2}")
"""Chinese words of one heading have no blank between them; with a blank they are two headings."""
LEADING = late(
    r"(?:\b(?:excl?|incl?|(?:ex|in)clu(?:ding|sive)(?: of)?|ex|exkl|inkl|zzgl"
    r"|without|before|after|plus|ohne|vor|nach)\.?|不?含)$",
    re.IGNORECASE,
)
"""A word that another one has to follow."""
JOINING = (" / ", "&", "+", " - ", " – ")
"""What stands between the words of one heading: "Model / Part no."."""
LONG = 6
"""An item number has fewer digits."""
PRICES = frozenset({Role.PRICE, Role.AMOUNT, Role.LIST_PRICE})
Line = list[Run]


def parted(run: Run, below: Sequence[Line], known: frozenset[str]) -> list[Run]:
    """Cut a run that names two things ("Type Qty") where both have their own values below."""
    alike = _as_known(run, known) if known else []
    if alike:
        return alike
    numbered = _numbered_apart(run, below)
    if numbered is not None:
        return [numbered[0], *_by_names(numbered[1], below, known)]
    return _by_names(run, below, known)


def _as_known(run: Run, known: frozenset[str]) -> list[Run]:
    """Return a run cut into headings that are known from before, nothing where it is not made of them."""
    if run.text in known:
        return [run]
    for at in range(1, len(run.words)):
        left = make_run(run.page, run.words[:at])
        rest = _as_known(make_run(run.page, run.words[at:]), known) if left.text in known else []
        if rest:
            return [left, *rest]
    return []


def _by_names(run: Run, below: Sequence[Line], known: frozenset[str]) -> list[Run]:
    """Cut a run by what its parts are called, or where what stands below shows a border."""
    words = [piece for word in run.words for piece in _humps(word)]
    texts = make_run(run.page, words) if len(words) > 1 else run
    tail = _tail(texts, below)
    if tail:
        return [make_run(run.page, words[:-tail]), make_run(run.page, words[-tail:])]
    whole = recognise(run.text)
    if whole is not None and whole.exact and whole.roles == PRICE_UNIT:
        return [run]
    named = whole is not None and whole.role is not None and not CHINESE_GAP.search(run.text)
    if any(mark in run.text for mark in JOINING) or (named and whole is not None and whole.exact):
        return _by_money(run, below)
    if whole is None or named:
        return _over_columns(run, below)
    for at in range(len(words) - 1, 0, -1):
        # What the two are called is known at once; what stands below them takes a look at every line.
        before, behind = (
            texts.text[: texts.starts[at - 1] + len(words[at - 1].text)],
            texts.text[texts.starts[at] :],
        )
        if not (_single(before) and names_column(behind)) or _takes_price_word(texts, at):
            continue
        left, right = make_run(run.page, words[:at]), make_run(run.page, words[at:])
        if {before, behind} <= known or _are_apart(left, right, below):
            return [left, *parted(right, below, known)]
    return _over_columns(run, below)


def _by_money(run: Run, below: Sequence[Line]) -> list[Run]:
    """Cut the names of several prices and amounts a blank apart: "Unit price Total net Total gross".

    As one they name money too, but below each stands a figure of its own that begins or ends with it.
    """
    figures = [each for line in below if len(each := _figures(run, line)) > 1]
    most = max(map(len, figures), default=0)
    columns = list(zip(*(each for each in figures if len(each) == most), strict=True))
    for ends in (
        [max(box.x1 for box in column) for column in columns],
        [min(box.x0 for box in column) - run.box.height for column in columns[1:]],
    ):
        parts = _at_ends(run, ends)
        if len(parts) == most and most > 1 and all(_names_money(each.text) for each in parts):
            return parts
    return [run]


def _figures(run: Run, line: Line) -> list[Box]:
    """Return the figures of a line that stand below a text."""
    left, _, right, _ = run.box
    below = [each for each in line if each.box.x0 < right and left < each.box.x1]
    return [each.box for each in below if NUMBER.match(each.text)]


def _at_ends(run: Run, ends: Sequence[float]) -> list[Run]:
    """Return the words of a text in parts, each up to the place where a figure ends."""
    places = [bisect_left(ends, word.box.x1 - run.box.height / 2) for word in run.words]
    groups = itertools.groupby(range(len(places)), key=places.__getitem__)
    return [make_run(run.page, [run.words[at] for at in group]) for _, group in groups]


def _names_money(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact and bool(heading.roles) and heading.roles <= PRICES


def _takes_price_word(run: Run, at: int) -> bool:
    """Tell whether the word before a cut says which price the next column holds: "Disc." and "Net price"."""
    if at == 1 or not _single(make_run(run.page, run.words[: at - 1]).text):
        return False
    behind, bare = (recognise(make_run(run.page, run.words[each:]).text) for each in (at - 1, at))
    if behind is None or bare is None or not behind.exact:
        return False
    return behind.role is bare.role and bare.role in PRICES


def _tail(run: Run, below: Sequence[Line]) -> int:
    """Return how many words at the end of a heading head a column of their own: "Unit price" and "Tax".

    What stands before them says the same without them.
    """
    whole = recognise(run.text) if len(run.words) > 1 else None
    if whole is None or not whole.exact or whole.role is None:
        return 0
    for at in range(len(run.words) - 1, 0, -1):
        left, right = make_run(run.page, run.words[:at]), make_run(run.page, run.words[at:])
        before, behind = recognise(left.text), recognise(right.text)
        named = before is not None and before.exact and behind is not None and behind.exact
        if before is None or behind is None or not named or before.role is not whole.role:
            continue
        if price_units.MARK.match(right.text) or LEADING.search(left.text):
            continue  # "Price per unit" and "Price excl. tax" are one heading
        if behind.role not in {None, whole.role} and column_borders.runs_between(left.box, right.box, below):
            return len(run.words) - at
    return 0


def _over_columns(run: Run, below: Sequence[Line]) -> list[Run]:
    """Cut words that stand above columns of their own: "List Disc" is the upper half of two headings."""
    at = column_borders.first_between(run.words, below) if len(run.words) > 1 else None
    if at is None:
        return [run]
    left, right = make_run(run.page, run.words[:at]), make_run(run.page, run.words[at:])
    # "Excluding VAT" above two columns spans both.
    return [run] if says_tax(run.text) else [left, *_over_columns(right, below)]


def _numbered_apart(run: Run, below: Sequence[Line]) -> tuple[Run, Run] | None:
    """Cut a run whose first word heads item numbers and the rest a column of its own ("No Part").

    Below the first word the lines count on, each beside something else.
    """
    words = _unmarked(run.words)
    first = recognise(words[0].text)
    if len(words) < 2 or first is None or first.role is not Role.LINE_NUMBER:
        return None
    left, right = make_run(run.page, words[:1]), make_run(run.page, words[1:])
    if not names_column(right.text):
        return None
    counts: list[int] = []
    edge = left.box.x0 - left.box.height  # what counts on further left stands below another heading
    middle = (left.box.x1 + right.box.x0) / 2
    for line in below:
        words = [word for each in line for word in each.words]
        lefts = [word.text for word in words if edge < word.box.x1 and word.box.centre < middle]
        rights = any(word.box.centre > middle and word.box.x0 < right.box.x1 for word in words)
        if len(lefts) == 1 and lefts[0].isdigit() and rights and len(lefts[0]) < LONG:
            counts.append(int(lefts[0]))
    step = counts[0] if counts else 0
    return (left, right) if len(counts) > 1 and step and counts == _counted(step, len(counts)) else None


def _counted(step: int, count: int) -> list[int]:
    return list(range(step, step * count + 1, step))


def _single(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact and heading.role is not None


def _unmarked(words: Sequence[Word]) -> list[Word]:
    """Return the words of a heading, the mark for numbers before the first as a word of its own."""
    mark = MARKED.match(words[0].text)
    return [*(_cut(words[0], [mark.end()]) if mark is not None else words[:1]), *words[1:]]


def _humps(word: Word) -> list[Word]:
    return _cut(word, [match.start() for match in HUMP.finditer(word.text)])


def _cut(word: Word, places: Sequence[int]) -> list[Word]:
    if not places:
        return [word]
    cuts = [0, *places, len(word.text)]
    return [
        replace(word, text=word.text[start:end], box=word.part(start, end), edges=word.edges[start : end + 1])
        for start, end in itertools.pairwise(cuts)
    ]


def _are_apart(left: Run, right: Run, below: Sequence[Line]) -> bool:
    """Tell whether two names head columns of their own; one in two languages is one heading: 货物名称Item."""
    if bool(IDEOGRAPH.match(left.text[-1])) != bool(IDEOGRAPH.match(right.text[0])):
        return column_borders.runs_between(left.box, right.box, below)
    return _apart(left, right, below)


def _apart(left: Run, right: Run, below: Sequence[Line]) -> bool:
    """Tell whether some line has one word under the left part and another under the right one."""
    middle = (left.box.x1 + right.box.x0) / 2
    for line in below:
        words = [word for run in line for word in run.words]
        lefts = [word for word in words if word.box.x1 > left.box.x0 and word.box.centre < middle]
        rights = [word for word in words if word.box.x0 < right.box.x1 and word.box.centre > middle]
        if lefts and rights:
            return True
    return False
