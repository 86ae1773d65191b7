"""A composed paper as plain text: columns made of blanks, blocks, or sentences."""

from collections.abc import Iterator, Sequence

from bench.layouts.broad.speech import Column, Pair, Paper
from bench.layouts.broad.style import Style
from bench.layouts.broad.worded import entries, sentence
from bench.layouts.post import aligned, width_of

GAP = 2


def written(style: Style, paper: Paper) -> str:
    """Return the text."""
    rule = style.chance("rule").choice(("", "-" * 72, "=" * 60))
    parts = [
        *paper.letterhead,
        paper.title,
        "",
        *_facts(style, paper.facts),
        "",
        *(each for each in paper.intro if each),
        rule,
    ]
    parts += [*_items(style, paper), rule, *_sums(style, paper.sums), ""]
    parts += [f"{_flat(label)}{style.colon or ' '}{value}" for label, value in paper.closing]
    parts += [*paper.notes, "", *paper.signed, *paper.terms_page]
    return "\n".join(parts) + "\n"


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def _facts(style: Style, facts: Sequence[Pair]) -> Iterator[str]:
    named = [f"{_flat(label)}{style.colon or ' '}{value}" for label, value in facts]
    if style.facts == "spread":
        for at in range(0, len(named), 2):
            yield aligned(named[at : at + 2], [46, 40][: len(named[at : at + 2])])
    elif style.facts == "pairs":
        wide = max(width_of(_flat(label)) for label, _ in facts) + 3
        for label, value in facts:
            yield aligned((_flat(label) + style.colon.strip(), value), (wide, 40))
    else:
        yield from named


def _items(style: Style, paper: Paper) -> Iterator[str]:
    if style.items == "worded":
        yield from (sentence(style, paper, at) for at in range(paper.count))
    elif style.items in {"cards", "keyed"}:
        for at in range(paper.count):
            yield from (f"{label}{style.colon or ' '}{value}" for label, value in entries(paper, at))
            yield ""
    elif style.items == "storeys":
        half = (len(paper.columns) + 1) // 2
        yield from _storey_rows(paper.columns[:half], paper.columns[half:], paper.count)
    else:
        widths = [_wide(each) for each in paper.columns]
        yield aligned([" " * (not each.right) + _flat(each.head) for each in paper.columns], widths)
        for at in range(paper.count):
            yield aligned([" " * (not each.right) + each.cells[at] for each in paper.columns], widths)
            yield from (" " * 8 + each for each in paper.below[at])


def _storey_rows(upper: Sequence[Column], lower: Sequence[Column], count: int) -> Iterator[str]:
    wide = [[_wide(each) for each in one] for one in (upper, lower)]
    yield aligned([_flat(each.head) for each in upper], wide[0])
    yield "    " + aligned([_flat(each.head) for each in lower], wide[1])
    for at in range(count):
        yield aligned([each.cells[at] for each in upper], wide[0])
        yield "    " + aligned([each.cells[at] for each in lower], wide[1])


def _wide(column: Column) -> int:
    wide = max(width_of(each) for each in (_flat(column.head), *column.cells)) + GAP
    return -wide if column.right else wide + 1


def _sums(style: Style, sums: Sequence[Pair]) -> Iterator[str]:
    for label, value in sums:
        if style.totals == "right":
            yield aligned((_flat(label), value), (40, -24))
        else:
            yield f"{_flat(label)}{style.colon or ' '}{value}"
