"""The lines of a mail's text with their marks of quoting ("> ") told apart from what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.late import late
from extractors.page.runs import make_run, rows_of
from models.page import Box, Page, Word

MARKS = late(r">+(?![=>])")
"""The marks at the start of a line; ">=" says something."""
COMPARING = late(r"\s*>\s*\d")
"""So does ">5" in a text whose other lines have no marks."""
LEAST_MARKED = 2
"""So many lines have marks where marks mean quoting."""
DEEPEST = 9
"""Lines with more marks count as having so many."""
BLANK_LINE = 24.0
"""Points between the tops of two lines that an empty one stands between (the pitch is 16)."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text, or a row of a table (`row` = table, row).

    `words` are its words as they stand on the page, `said` the same without marks of quoting (None
    for what is only a mark). `gap` tells that an empty line stands before it.
    """

    page: int
    top: float
    text: str
    words: tuple[Word, ...]
    said: tuple[Word | None, ...]
    depth: int = 0
    gap: bool = False
    row: tuple[int, int] | None = None


def lines_of(pages: Sequence[Page]) -> list[TextLine]:
    """Return the lines of a text in reading order."""
    raw = [line for page in pages for line in _lines(page)]
    marked = [_unmarked(line) for line in raw]
    return list(_with_gaps(marked if _is_quoting(raw, marked) else raw))


def _is_quoting(raw: Sequence[TextLine], marked: Sequence[TextLine]) -> bool:
    """Tell whether the marks at the start of lines mean that these are quoted."""
    first = [line.text for line, then in zip(raw, marked, strict=True) if then.depth]
    return len(first) >= LEAST_MARKED and not all(map(COMPARING.match, first))


def _lines(page: Page) -> Iterator[TextLine]:
    rows: dict[tuple[int, int], list[Word]] = {}
    placed: set[int] = set()
    for at, table in enumerate(page.tables):
        for cell in table.cells:
            rows.setdefault((at, cell.row), []).extend(cell.words)
            placed |= {id(word) for word in cell.words}
    found = [_line(page, words, key) for key, words in rows.items() if words]
    found += [_line(page, words) for words in rows_of(word for word in page.words if id(word) not in placed)]
    yield from sorted(found, key=lambda line: line.top)


def _line(page: Page, words: Sequence[Word], row: tuple[int, int] | None = None) -> TextLine:
    top = min(word.box.top for word in words)
    return TextLine(page.number, top, make_run(page, words).text, tuple(words), tuple(words), row=row)


def _unmarked(line: TextLine) -> TextLine:
    """Return a line without the marks at its start; their number is its depth."""
    said: list[Word | None] = list(line.words)
    depth = 0
    for at, word in enumerate(line.words):
        marks = MARKS.match(word.text)
        if marks is None:
            break
        depth += marks.end()
        if marks.end() < len(word.text):
            said[at] = _from(word, marks.end())
            break
        said[at] = None
    if not depth:
        return line
    text = line.text[_behind_marks(line.text, depth) :].lstrip()
    return replace(line, said=tuple(said), depth=min(depth, DEEPEST), text=text)


def _behind_marks(text: str, depth: int) -> int:
    """Return the offset behind so many marks."""
    return [at for at, character in enumerate(text) if character == ">"][depth - 1] + 1


def _from(word: Word, start: int) -> Word:
    box = Box(word.edges[start], word.box.top, word.box.x1, word.box.bottom)
    return replace(word, text=word.text[start:], box=box, edges=word.edges[start:])


def _with_gaps(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Say before which lines an empty one stands; a line that only has marks is empty."""
    before: dict[int, TextLine] = {}
    for line in lines:
        last = before.get(line.depth)
        empty = last is None or not last.text or line.page != last.page
        yield replace(line, gap=empty or line.top - last.words[-1].box.top > BLANK_LINE)  # type: ignore[union-attr] # not empty
        before[line.depth] = line
