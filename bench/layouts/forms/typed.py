"""Pages in typewriter letters, as SAPscript, Infor and JD Edwards print them on paper without rules."""

from collections.abc import Sequence
from functools import partial

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put
from demo.make_paper import drawn

LETTERS = "Courier"


def cut(lines: Sequence[str], *, first: int, further: int) -> list[list[str]]:
    """Return lines page by page; an empty line is where a page may end."""
    pages: list[list[str]] = [[]]
    room = first
    for block in _blocks(lines):
        if pages[-1] and len(pages[-1]) + len(block) > room:
            pages.append([])
            room = further
        pages[-1] += block
    return pages


def typed(
    title: str,
    pages: Sequence[Sequence[str]],
    *,
    size: tuple[float, float] = A4,
    letter: float = 8.5,
    left: float = 18,
    top: float = 280,
) -> bytes:
    """Return a document of pages of lines in letters of one width; `left` and `top` in millimetres."""
    step = letter * 0.43

    def draw(lines: Sequence[str], canvas: Canvas) -> None:
        for at, line in enumerate(lines):
            if line.strip():
                put(canvas, left, top - at * step, line, letter, LETTERS)

    return drawn(title, size, [partial(draw, each) for each in pages])


def beside(left: Sequence[str], right: Sequence[str], column: int) -> list[str]:
    """Return two blocks of lines side by side, the second from `column` on."""
    rows = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ""
        other = right[at] if at < len(right) else ""
        rows.append(f"{one:<{column}}{other}".rstrip())
    return rows


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        blocks[-1].append(line)
        if not line:
            blocks.append([])
    return [each for each in blocks if each]
