"""The phrases that sentences are cut into: data, in a small notation, opened up once.

`(a|b)` is either of two, `[a]` may be left out, a blank parts words; both may hold further ones of a kind.
"""

import functools
import itertools
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from extractors.fields.text import level
from extractors.late import late

Words = tuple[str, ...]
Concept = tuple[str, str]
"""A group and a name: ("event", "order_receipt")."""

WORD = late(
    r"(?:max|min|approx|incl|excl|resp)\.|[a-zäöüß]+(?:[.'/-][a-zäöüß]+)*|[0-9]+(?:[.][0-9]+)*|[^\sa-z0-9]"
)
"""A word; the stop of a shortened one belongs to it and ends no sentence."""
PARTY = late(
    "甲方|乙方|需方|供方|买方|卖方|采购方|购货方|供货方|定作方|承揽方|供应商|买受人|买受方|受让方|受让人|出卖人|出卖方|出让方|出让人|委托方"
    "|买卖双方|甲乙双方|双方|各方|贵公司|贵司|贵方|我公司|我司|我方"
)
SKIPPED = frozenset(
    "the a an our your this that its their any such all said these those of ( )".split()
    + "的 该 本 之 其 此 所 了 则 已 将".split()
)
"""Words between which a phrase stays the same phrase."""
MARKS = late(r"([()\[\]|])")


def words(text: str) -> Words:
    """Return the words of a phrase as they compare: no case, no width, no articles, no plural s."""
    return tuple(stem(each) for each in WORD.findall(level(text).lower()) if each not in SKIPPED)


def stem(word: str) -> str:
    """Return an English word without its plural s and without a stop at its end."""
    bare = word.rstrip(".'")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare or word


def opened(notation: str) -> frozenset[str]:
    """Return every phrase that a text in the notation stands for."""
    parts, rest = _either(MARKS.split(notation))
    if rest:
        raise ValueError(f"a bracket is closed that was not opened: {notation}")
    return parts


def _either(tokens: list[str]) -> tuple[frozenset[str], list[str]]:
    found: set[str] = set()
    row = [""]
    while tokens:
        sign, tokens = tokens[0], tokens[1:]
        if sign in {")", "]"}:
            return frozenset(found | set(row)), [sign, *tokens]
        if sign == "|":
            found |= set(row)
            row = [""]
            continue
        choices, tokens = _opened(sign, tokens)
        row = [left + right for left, right in itertools.product(row, choices)]
    return frozenset(found | set(row)), tokens


def _opened(sign: str, tokens: list[str]) -> tuple[frozenset[str], list[str]]:
    if sign not in {"(", "["}:
        return frozenset({sign}), tokens
    inner, rest = _either(tokens)
    return (inner | {""} if sign == "[" else inner), rest[1:]


@functools.cache
def known() -> Mapping[Words, frozenset[Concept]]:
    """Return every phrase as words, with all that it may mean."""
    table = tomllib.loads(files("extractors.clauses").joinpath("phrases.toml").read_text(encoding="utf-8"))
    found: dict[Words, frozenset[Concept]] = {}
    for concept, phrase in _phrases(table):
        if phrase:
            found[phrase] = found.get(phrase, frozenset()) | {concept}
    return found


def _phrases(table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[Concept, Words]]:
    for group, names in table.items():
        for name, notations in names.items():
            for notation in notations:
                for phrase in opened(notation):
                    yield (group, name), words(phrase)


@functools.cache
def by_first() -> Mapping[str, tuple[tuple[Words, frozenset[Concept]], ...]]:
    """Return the phrases by their first word, long ones first."""
    found: dict[str, list[tuple[Words, frozenset[Concept]]]] = {}
    for phrase, concepts in known().items():
        found.setdefault(phrase[0], []).append((phrase, concepts))
    return {first: tuple(sorted(each, key=lambda one: -len(one[0]))) for first, each in found.items()}
