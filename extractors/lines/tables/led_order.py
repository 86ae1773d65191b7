"""In which order the lines of items stand: names above figures or behind them, and where items begin."""

import enum
import itertools
from collections import Counter
from collections.abc import Sequence

FEW = 5
"""One of so many items may stand on one line where names lead the others."""


class Part(enum.Enum):
    """What a line of a table of items holds."""

    FIGURES = "figures"
    """Figures without a name or a number of the item."""
    NUMBERED = "numbered"
    """The number of an item, and no figures."""
    TEXT = "text"
    APART = "apart"
    """A sum, or the title of a section."""
    NAME = "name"
    """A text without a label, across the table or where names stand."""
    WHOLE = "whole"
    """Figures beside a name or a number: the item stands on one line."""


TEXTS = frozenset({Part.NAME, Part.TEXT})
BEGINNING = frozenset({Part.NUMBERED, Part.WHOLE})


def starts(parts: Sequence[Part]) -> list[int]:
    """Return the lines with which items begin, and those that stand apart; none where no name leads."""
    # An item that the end of a page parted stands together already.
    whole, led = parts.count(Part.WHOLE), parts.count(Part.NUMBERED)
    if Part.FIGURES not in parts or (whole > parts.count(Part.FIGURES) / FEW and led < FEW * whole / 2):
        return []
    apart = {at for at, part in enumerate(parts) if part is Part.APART}
    behind = {at + 1 for at in apart if at + 1 < len(parts)}
    own = _numbered(parts) if Part.NUMBERED in parts else _unnumbered(parts)
    return sorted({0, *apart, *behind, *own}) if own else []


def stand_above(parts: Sequence[Part]) -> bool:
    """Tell whether every text stands above its figures."""
    told = told_of(parts)
    if not _may_lead(parts):
        return False
    # Where a sum follows, the page did not end between an item and its figures.
    ended = parts[-1] in TEXTS and not _name_alone(parts)
    return told[-1] is Part.FIGURES or (ended and _is_broken_off(told))


def below_figures(parts: Sequence[Part]) -> list[int]:
    """Return the lines below figures, and those that stand apart with the ones below them."""
    apart = {at for at, part in enumerate(parts) if part is Part.APART}
    below = {at + 1 for at, part in enumerate(parts) if part in {Part.FIGURES, Part.APART}}
    return sorted(at for at in {0, *apart, *below} if at < len(parts))


def told_of(parts: Sequence[Part]) -> list[Part]:
    """Return the parts without those that stand apart."""
    return [part for part in parts if part is not Part.APART]


def blocks_of(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """Return the texts above each line of figures, and those below the last."""
    ends = [at for at, part in enumerate(parts) if part is Part.FIGURES]
    return [tuple(parts[start + 1 : end]) for start, end in itertools.pairwise([-1, *ends, len(parts)])]


def common(blocks: Sequence[tuple[Part, ...]]) -> tuple[Part, ...]:
    """Return what stands above most lines of figures."""
    counts = Counter(blocks[:-1])
    return max(counts, key=lambda each: (counts[each], -len(each)), default=())


def _numbered(parts: Sequence[Part]) -> list[int]:
    """Return the numbered lines, nothing unless each has one line of figures before the next.

    One of many may have none or two: a line across or a number was lost there.
    """
    starts = [at for at, part in enumerate(parts) if part in {Part.NUMBERED, Part.WHOLE}]
    blocks = [parts[start:end] for start, end in itertools.pairwise([*starts, len(parts)])]
    counts = [block.count(Part.FIGURES) + block.count(Part.WHOLE) for block in blocks]
    broken_off = counts[-1] == 0 and len(counts) > 1
    several = sum(count != 1 for count in (counts[:-1] if broken_off else counts))
    # The figures of an item that the page before ends with may come first.
    before = parts[: starts[0]].count(Part.FIGURES)
    return starts if FEW * several < len(counts) and before <= 1 else []


def _unnumbered(parts: Sequence[Part]) -> list[int]:
    """Return the lines with which items begin whose figures have no name beside them, none where none leads.

    Either every text stands above its figures, up to the last, or a name stands right above each.
    """
    if stand_above(parts):
        return below_figures(parts)
    return [at - 1 for at, part in enumerate(parts) if part is Part.FIGURES] if _name_alone(parts) else []


def _name_alone(parts: Sequence[Part]) -> bool:
    """Tell whether a name stands right above each line of figures, and all else below them."""
    above = [at - 1 for at, part in enumerate(parts) if part is Part.FIGURES]
    return (
        _may_lead(parts) and told_of(parts)[1] is Part.FIGURES and all(parts[at] is Part.NAME for at in above)
    )


def _may_lead(parts: Sequence[Part]) -> bool:
    told = told_of(parts)
    if not told or Part.WHOLE in told or Part.FIGURES not in told or told[0] not in TEXTS:
        return False
    pairs = itertools.pairwise([*parts, Part.APART])
    return not any(first is Part.FIGURES and second is Part.FIGURES for first, second in pairs)


def _is_broken_off(told: Sequence[Part]) -> bool:
    """Tell whether texts stand above all figures, and below the last of them only the first of those.

    The end of a page parts the last item; its figures come on the next one, below the rest of the texts.
    """
    blocks = blocks_of(told)
    first, *above, rest = blocks
    shape = common(blocks[1:])
    alike = 2 * sum(each == shape for each in above) > len(above)
    # All texts of an item below the last figures may as well be those of the item above.
    short = len(rest) < len(shape) or first == shape
    begins = short and any(each[: len(rest)] == rest for each in above)
    return bool(shape) and alike and begins and first[-1:] == shape[-1:]
