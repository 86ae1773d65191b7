"""Expressions with words that they need: nothing is missed for want of a word."""

import importlib
import pkgutil
import random
import re
import string
from collections.abc import Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined] # the parts of an expression have no other names
from re import _parser  # type: ignore[attr-defined] # how an expression is read is told nowhere else
from typing import Any

import pytest

import extractors
from extractors.rare import Rare, lowered
from extractors.vocabulary import HEADINGS, LABELS, SUMMARIES

STRANGE = "\0"
"""Some character that no word holds."""
FEW = 12


def every() -> dict[str, Rare]:
    found: dict[str, Rare] = {}
    for module in pkgutil.walk_packages(extractors.__path__, "extractors."):
        for name, value in vars(importlib.import_module(module.name)).items():
            found |= {f"{module.name}.{name}{at}": one for at, one in rares(value)}
    return {place: one for place, one in found.items() if one is not None}


def rares(value: object, at: str = "") -> Iterator[tuple[str, Rare]]:
    if isinstance(value, Rare):
        yield at, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from rares(each, f"{at}[{number}]")


EVERY = every()


@pytest.mark.parametrize("place", EVERY)
def test_every_match_holds_a_word_that_the_expression_needs(place: str) -> None:
    rare = EVERY[place]
    left = without(rare, {STRANGE}, _parser.parse(rare.pattern, rare.flags))
    assert not left, f"give it a word of the matches that end with {sorted(left)}"


@pytest.mark.parametrize("place", EVERY)
def test_the_words_are_written_as_texts_are_lowered(place: str) -> None:
    for need in EVERY[place].needs:
        assert need == lowered(need)
        assert all(each.isascii() or each.lower() == each.upper() for each in need)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("abc|abd", "abc"),
        ("a?bc", "abc"),
        ("(?:ab)*c", "ab"),
        ("a[bx]c", "abc"),
        (r"a\wc", "abc"),
        ("a|", "a"),
    ],
)
def test_a_word_that_is_missing_is_noticed(pattern: str, needs: str) -> None:
    rare = Rare(pattern, needs)
    assert without(rare, {STRANGE}, _parser.parse(rare.pattern, rare.flags))


@pytest.mark.parametrize("place", EVERY)
def test_what_is_found_is_what_the_bare_expression_finds(place: str) -> None:
    rare, bare = EVERY[place], bared(EVERY[place])
    for text in made_up(rare, random.Random(place)):
        assert spans([rare.search(text)]) == spans([bare.search(text)])
        assert spans([rare.match(text)]) == spans([bare.match(text)])
        assert spans([rare.fullmatch(text)]) == spans([bare.fullmatch(text)])
        assert spans(rare.finditer(text)) == spans(bare.finditer(text))
        assert rare.sub("-", text) == bare.sub("-", text)


def test_the_texts_made_up_for_expressions_match_most_of_them() -> None:
    dice = random.Random(4)
    matched = [any(map(bared(rare).search, made_up(rare, dice))) for rare in EVERY.values()]
    assert sum(matched) >= 0.9 * len(matched)


def test_what_needs_no_look_is_never_compiled() -> None:
    rare = Rare("(?P<unclosed", "needle")
    assert rare.search("A stack of hay") is None
    assert rare._compiled is None
    with pytest.raises(re.error):
        rare.search("A stack of Needles")


def test_letters_are_lowered_as_expressions_without_case_take_them() -> None:
    characters = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x11000))))
    small = lowered(characters)
    assert len(small) == len(characters)
    for letter in string.ascii_lowercase:
        taken = {match[0] for match in re.finditer(letter, characters, re.IGNORECASE)}
        assert {each for each, low in zip(characters, small, strict=True) if low == letter} >= taken


PHRASES = sorted(
    {phrase for words in (HEADINGS, LABELS, SUMMARIES) for each in words.values() for phrase in each}
)


def bared(rare: Rare) -> re.Pattern[str]:
    return re.compile(rare.pattern, rare.flags)


def made_up(rare: Rare, dice: random.Random) -> Iterator[str]:
    """Yield texts of what an expression wants, and of labels and headings."""
    tree = _parser.parse(rare.pattern, rare.flags)
    for _ in range(150):
        pieces = [*dice.choices(PHRASES, k=dice.randint(0, 2)), written(tree, dice)]
        dice.shuffle(pieces)
        text = dice.choice(("", " ", ", ")).join(pieces)
        yield dice.choice((text, text, text.upper(), text.swapcase()))


def spans(matches: Iterable[re.Match[str] | None]) -> list[tuple[int, int] | None]:
    return [None if each is None else each.span() for each in matches]


def without(rare: Rare, ends: set[str], tree: Any) -> set[str]:
    """Return how texts may end that a part of an expression matches and that hold no needed word yet.

    `ends` are the ends of what stands before the part. What is not told apart ends with a strange character.
    """
    for op, value in tree:
        ends = _after(rare, ends, op, value) if ends else ends
    return ends


def _after(rare: Rare, ends: set[str], op: object, value: Any) -> set[str]:
    if op is ops.SUBPATTERN:
        return without(rare, ends, value[3])
    if op is ops.BRANCH:
        return set().union(*(without(rare, ends, each) for each in value[1]))
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
        return _repeated(rare, ends, *value)
    if op in {ops.AT, ops.ASSERT, ops.ASSERT_NOT}:
        return ends
    return set().union(*(_grown(rare, ends, each) for each in _characters(op, value)))


def _characters(op: object, value: Any) -> Iterable[str]:
    """Return the few characters that one may be, or a strange one."""
    members = [(op, value)] if op is ops.LITERAL else value if op is ops.IN else []
    told = 0 < len(members) <= FEW and all(kind is ops.LITERAL for kind, _ in members)
    return [chr(code) for _, code in members] if told else [STRANGE]


def _grown(rare: Rare, ends: set[str], character: str) -> set[str]:
    longest = max(map(len, rare.needs))
    texts = {(each + lowered(character))[-longest:] for each in ends}
    return {each for each in texts if not any(need in each for need in rare.needs)}


def _repeated(rare: Rare, ends: set[str], least: int, most: int, part: Any) -> set[str]:
    for _ in range(least):
        ends = without(rare, ends, part)
    if not ends or most == least:
        return ends
    return ends | without(rare, ends, part) | ({STRANGE} if most > least + 1 else set())


def written(tree: Any, dice: random.Random) -> str:
    """Return a text that an expression is likely to match."""
    return "".join(_one(op, value, dice) for op, value in tree)


def _one(op: object, value: Any, dice: random.Random) -> str:
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.BRANCH:
        return written(dice.choice(value[1]), dice)
    if op is ops.SUBPATTERN:
        return written(value[3], dice)
    if op in {ops.MAX_REPEAT, ops.MIN_REPEAT}:
        least, most, part = value
        return "".join(written(part, dice) for _ in range(dice.randint(least, min(most, least + 2))))
    if op is ops.IN:
        return _of_set(value, dice)
    return "" if op in {ops.AT, ops.ASSERT, ops.ASSERT_NOT} else dice.choice("A7泵")


def _of_set(value: Any, dice: random.Random) -> str:
    members = [each for each in value if each[0] is not ops.NEGATE]
    if len(members) < len(value):
        return dice.choice("A7泵 ")
    kind, what = dice.choice(members)
    if kind is ops.RANGE:
        return chr(dice.randint(*what))
    if kind is ops.LITERAL:
        return chr(what)
    return {ops.CATEGORY_DIGIT: "7", ops.CATEGORY_SPACE: " "}.get(what, "A")
