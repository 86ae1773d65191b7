"""Numbers that a narrow cell breaks over two lines."""

import pytest
from paper import words_of

from extractors.lines.item import Text
from extractors.lines.values.broken_codes import is_doubtful
from extractors.runs import joined, make_run
from models.page import Page


def text(*lines: str) -> Text:
    page = Page(1, 900.0, 1200.0, ())
    run = joined([make_run(page, words_of(each, 20.0, 40.0 + 16 * at)) for at, each in enumerate(lines)])
    return Text(run, 0, len(run.text), None, 1, lines=len(lines))


@pytest.mark.parametrize(
    ("lines", "doubtful"),
    [
        (("6-1704-05", "Rev.02"), False),
        (("6-1704-05 Rev.02",), False),
        (("6-1704", "05 Rev.02"), True),
        (("6-1704-", "05"), True),
        (("LP-24", "8760"), True),
    ],
)
def test_a_number_reads_in_one_way_only_where_it_breaks_before_its_revision(
    lines: tuple[str, ...], *, doubtful: bool
) -> None:
    broken = text(*lines)
    assert is_doubtful(broken, broken.printed) is doubtful
