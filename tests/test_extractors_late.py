"""Expressions that are compiled on first use are the expressions that they stand for."""

import re
import subprocess
import sys

import pytest

from extractors.late import METHODS, late
from flows.expressions import known

HELD = """
import gc, spine
from extractors import late
print(*("search" in vars(each) for each in gc.get_objects() if type(each) is late.Late))
"""


def test_every_expression_of_the_rules_can_be_compiled() -> None:
    found = list(known())
    assert len(found) > 1100
    for pattern, flags in found:
        assert re.compile(pattern, flags).groups >= 0, pattern


def test_importing_the_rules_compiles_next_to_nothing() -> None:
    told = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=True)
    compiled = told.stdout.split()
    assert len(compiled) > 800
    assert compiled.count("True") < 10


@pytest.mark.parametrize("name", METHODS)
def test_each_method_is_the_one_of_the_expression(name: str) -> None:
    given = ("-", "a1 b22") if name in {"sub", "subn"} else ("a1 b22",)
    ready, lazy = re.compile(r"[a-z](\d+)"), late(r"[a-z](\d+)")
    ours, theirs = (getattr(each, name)(*given) for each in (lazy, ready))
    if name == "finditer":
        ours, theirs = ([each.span() for each in found] for found in (ours, theirs))
    assert str(ours) == str(theirs)


def test_flags_and_text_are_kept() -> None:
    lazy = late("purchase", re.IGNORECASE)
    assert lazy.pattern == "purchase"
    assert lazy.search("PURCHASE ORDER")
    assert lazy.flags == re.compile("purchase", re.IGNORECASE).flags


def test_a_mistake_in_an_expression_is_said_on_first_use() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("x")
