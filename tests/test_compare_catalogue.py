"""The table of checks, in step with its documentation and with the words that pages have for it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from compare.catalogue import CATALOGUE
from review import vocabulary

ROOT = Path(__file__).parent.parent
ROW = re.compile(
    r"\| (?P<code>[HLXM]\d\d) \| (?P<what>.+) \| (?P<against>.+) \| (?P<severity>\w+) \| (?P<here>.+) \|"
)
MAKERS = {"equal_after": 1, "not_checked": 1, "differs": 2, "missing": 3}
"""Where the functions that make checks take the stable word."""


def test_the_documentation_has_a_row_for_every_check() -> None:
    rows = [match for each in _documented() if (match := ROW.fullmatch(each))]
    assert [each["code"] for each in rows] == list(CATALOGUE)
    for row in rows:
        kind = CATALOGUE[row["code"]]
        assert (row["what"], row["against"], row["severity"]) == (
            kind.what,
            kind.against,
            kind.severity.value,
        )
        told = "decided, told in a note" if kind.noted else "decided"
        told += f"; needs {kind.needs}" if kind.needs else ""
        assert row["here"] == (f"not checked: {kind.absent}" if kind.absent else told)


def _documented() -> list[str]:
    return (ROOT / "docs" / "comparing.md").read_text("utf-8").splitlines()


def test_whatever_is_not_done_has_a_reason_for_people_and_for_the_pages() -> None:
    assert all((each.absent is None) is (each.reason is None) for each in CATALOGUE.values())


def test_every_reason_that_a_check_gives_has_its_words() -> None:
    used = {each for path in (ROOT / "compare").glob("*.py") for each in _words(path)}
    reasons = {each.reason for each in CATALOGUE.values() if each.reason}
    assert {"tax_basis", "not_read", "revision"} <= used
    assert (used | reasons) - set(vocabulary.WHYS) == set()


def _words(path: Path) -> Iterator[str]:
    """Yield the texts that stand where a check is given its stable word."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = getattr(getattr(node, "func", None), "attr", "")
        if isinstance(node, ast.Call) and name in MAKERS:
            positional = node.args[MAKERS[name] : MAKERS[name] + 1]
            named = [each.value for each in node.keywords if each.arg == "why"]
            for each in (*positional, *named):
                yield from _texts(each)


def _texts(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value.strip(", +"):
            yield each.value
