"""Two names of one column around a slash that stands between wide blanks: 品名规格 / 贵厂料号."""

from collections.abc import Sequence

from extractors.page.runs import RUN_GAP, Run, make_run

SLASHES = frozenset("/／|｜")


def joined(line: Sequence[Run]) -> list[Run]:
    """Return a line with the texts on both sides of a lone slash as one, where mere blanks part them."""
    found = list(line)
    at = 1
    while at < len(found) - 1:
        before, mark, behind = found[at - 1 : at + 2]
        if mark.text in SLASHES and _is_near(before, mark) and _is_near(mark, behind):
            found[at - 1 : at + 2] = [make_run(mark.page, (*before.words, *mark.words, *behind.words))]
        else:
            at += 1
    return found


def _is_near(left: Run, right: Run) -> bool:
    return right.box.x0 - left.box.x1 < RUN_GAP * right.box.height
