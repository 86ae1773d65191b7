"""What kept goods from being invoiced, week by week: bars as numbers for a drawing and a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.invoice_desk import Week
from models.invoicing import Code

WIDTH, HEIGHT = 960, 220
LEFT, BELOW, ABOVE = 40, 24, 12
"""Room for the numbers at the left and for the weeks below, in the units of the drawing."""
WIDEST = 48
LINES = 4
"""The most lines across, with their numbers."""
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: so many rows of a week that one cause held."""

    code: Code
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A week: its pieces from below, all rows that were held, and where its name stands."""

    week: Week
    total: int
    middle: float
    pieces: tuple[Piece, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars for weeks, the oldest first; `lines` are heights with numbers, `codes` the causes there are."""

    bars: tuple[Bar, ...]
    codes: tuple[Code, ...]
    lines: tuple[tuple[float, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT

    def count(self, bar: Bar, code: Code) -> int:
        """Return how many rows a cause held in a week."""
        return sum(each.count for each in bar.pieces if each.code is code)


def chart(weeks: Sequence[tuple[Week, Mapping[Code, int]]]) -> Chart | None:
    """Return the bars of some weeks; None where nothing was ever held."""
    ordered = sorted(weeks, key=lambda each: (each[0].year, each[0].week))
    codes = tuple(code for code in Code if any(counts.get(code) for _, counts in ordered))
    if not codes:
        return None
    top = max(sum(counts.values()) for _, counts in ordered)
    step = _step(top)
    scale = (HEIGHT - ABOVE - BELOW) / (step * -(-top // step))
    room = (WIDTH - LEFT) / len(ordered)
    # Names of weeks need about 60 units each.
    every = -(-60 // int(room)) if room < 60 else 1
    bars = tuple(
        _bar(week, counts, LEFT + room * at, room, scale, named=not (len(ordered) - 1 - at) % every)
        for at, (week, counts) in enumerate(ordered)
    )
    lines = tuple((_height(number * scale), number) for number in range(0, top + step, step))
    return Chart(bars, codes, lines)


def _step(top: int) -> int:
    """Return the distance of the lines across: 1, 2, 5, 10, 20 and so on."""
    power = 1
    while True:
        for each in STEPS:
            if each * power * LINES >= top:
                return each * power
        power *= 10


def _height(above: float) -> float:
    return round(HEIGHT - BELOW - above, 1)


def _bar(
    week: Week, counts: Mapping[Code, int], left: float, room: float, scale: float, *, named: bool
) -> Bar:
    width = min(WIDEST, room * 0.7)
    x = left + (room - width) / 2
    pieces: list[Piece] = []
    below = 0
    for code in Code:
        count = counts.get(code, 0)
        if count:
            below += count
            pieces.append(
                Piece(
                    code, count, round(x, 1), _height(below * scale), round(width, 1), round(count * scale, 1)
                )
            )
    return Bar(week, below, round(left + room / 2, 1), tuple(pieces), named)
