import pytest

from extractors.readers.bands import Track, bands


def tracks(*rows: str) -> list[Track]:
    """Return rows typed as cells: a letter is a text, a digit a number, a point an empty cell."""
    return [
        Track(
            frozenset(at for at, cell in enumerate(row) if cell != "."),
            sum(cell != "." for cell in row),
            any(cell.isdigit() for cell in row),
        )
        for row in rows
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param(("aaaa", "1b11", "2b22"), [range(3)], id="a table"),
        pytest.param(("a...", "ab..", "....", "aaaa", "1b11", "2b22"), [range(3, 6)], id="below a title"),
        pytest.param(("aaaa", "1b11", "...2"), [range(3)], id="with its total"),
        pytest.param(("aaaa", "1b11", "....", "2b22"), [range(4)], id="with a gap before more numbers"),
        pytest.param(("aaaa", "1b11", "....", "a..."), [range(2)], id="with words below it"),
        pytest.param(("aaaa", "1b11", "....", "aaa", "bbb"), [range(2), range(3, 5)], id="and another"),
        pytest.param(("aa..", "bb.."), [], id="a form of two columns"),
        pytest.param(("a.a.a", "b.b.b"), [], id="labels and values side by side"),
        pytest.param(("aaaa",), [], id="a lone row"),
        pytest.param(
            ("aaa...", "111...", "aaaaaa", "111111"), [range(2), range(2, 4)], id="a wider one below"
        ),
        pytest.param(
            ("a....", ".....", "aaaaa", "..b..", "1b111", "2b222"),
            [range(2, 6)],
            id="a section's title first",
        ),
        pytest.param(("aaa", "b..", "1b2"), [], id="three labels above a text"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_rows_that_make_tables(rows: tuple[str, ...], found: list[range]) -> None:
    assert bands(tracks(*rows)) == found
