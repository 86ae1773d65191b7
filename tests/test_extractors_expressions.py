"""Expressions from the store are those that the library compiles, and what the store lacks is compiled."""

import marshal
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors import expressions
from extractors.late import late
from extractors.rare import Rare
from flows import expressions as making

ROOT = Path(__file__).parent.parent
KEY = (r"(?P<day>\d{1,2})(?:\.|st|日)", int(re.IGNORECASE))
COMPILING = """
import re, sys
from re import _compiler
asked, compiled = [], _compiler.compile
_compiler.compile = lambda *given: asked.append(given[0]) or compiled(*given)
import spine
from flows import batch
from pathlib import Path
before = len(asked)
batch.read(Path(sys.argv[1]))
print(len(asked) - before)
"""


@pytest.fixture(autouse=True)
def placed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "kept" / "store"
    monkeypatch.setattr(expressions, "place", lambda: path)
    monkeypatch.setattr(making, "place", lambda: path)
    expressions._store.cache_clear()
    yield path
    expressions._store.cache_clear()


def nothing_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled anew")

    monkeypatch.setattr(re, "compile", refuse)


def test_each_expression_of_the_rules_has_the_code_that_the_library_makes() -> None:
    keys = set(making.known())
    assert making.store(keys).keys() == keys


def test_what_is_stored_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "known", lambda: iter([KEY]))
    expected = re.compile(*KEY)
    making.main()
    nothing_compiles(monkeypatch)
    found = expressions.compiled(*KEY)
    assert found == expected
    assert (match := found.search("am 3. MAI"))
    assert match["day"] == "3"
    assert late(*KEY).search("21ST")
    assert Rare(KEY[0], "日|.|st", re.IGNORECASE).search("5日")


def test_other_flags_are_another_expression(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "known", lambda: iter([KEY]))
    making.main()
    assert not expressions.compiled(KEY[0], 0).search("21ST")


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"x",
        b"[",
        b"\xe9\x01",
        b"i\x01\x00\x00\x00",
        marshal.dumps({KEY: (2, [1, 2], 0, {}, ())}),
        marshal.dumps({KEY: (2, b"123", 0, {}, ())}),
        marshal.dumps({KEY: (2, b"1234", 0, {}, ())}),
        marshal.dumps({KEY: None}),
    ],
)
def test_a_broken_store_is_none(placed: Path, broken: bytes) -> None:
    placed.parent.mkdir()
    placed.write_bytes(broken)
    assert expressions.compiled(*KEY) == re.compile(*KEY)


def test_a_library_that_makes_other_code_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    another = making._code("another", 0)
    monkeypatch.setattr(making, "_code", lambda *_: another)
    assert making.store([KEY]) == {}


def test_the_set_up_makes_a_store_and_reading_uses_it(tmp_path: Path) -> None:
    """In a copy of the modules that are compiled, so that the store of the checkout stays as it is."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONPATH": str(ROOT)}
    order = tmp_path / "order.txt"
    order.write_text("Purchase order PO-7\n1 Seal GPN-1 2 pcs 10.00 EUR 20.00 EUR\nTotal 20.00 EUR\n")

    def compiled() -> int:
        command = [sys.executable, "-c", COMPILING, str(order)]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return int(ran.stdout)

    without = compiled()
    subprocess.run([sys.executable, "-m", "flows.expressions"], env=environment, cwd=ROOT, check=True)
    assert compiled() < without / 4


def test_a_python_whose_compiler_is_elsewhere_is_told_so(
    placed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def moved() -> None:
        raise AttributeError("module 're._compiler' has no attribute '_code'")

    monkeypatch.setattr(making, "_compiler", moved)
    making.main()
    assert "start more slowly" in capsys.readouterr().err
    assert not placed.exists()
