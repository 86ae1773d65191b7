"""Sizes and materials in a line's description against those of the quoted item."""

import functools
import re
from collections.abc import Iterator, Mapping

from compare import subject, told, values
from compare.case import Case
from extractors.fields.text import level
from models.comparison import Check, Severity

SIZES = {
    "pair": re.compile(r"(?<![\w./-])([0-9]{1,4})\s?[-/x×*]\s?([0-9]{1,4})(?![\w./%-])"),
    "dn": re.compile(r"(?<![a-z0-9])dn\s?([0-9]{1,4})(?![0-9])"),
    "pn": re.compile(r"(?<![a-z0-9])pn\s?([0-9]{1,3}(?:\.[0-9])?)(?![0-9])"),
    "thread": re.compile(r"(?<![a-z0-9])m\s?([0-9]{1,2}(?:\s?[x×]\s?[0-9.]+)?)(?![0-9a-z])"),
    "diameter": re.compile(r"[φø⌀]\s?([0-9]{1,4}(?:\.[0-9]+)?)"),
    "mm": re.compile(r"(?<![\w.])([0-9]{1,4}(?:\.[0-9]+)?)\s?mm(?![a-z])"),
}
MATERIALS = {
    "304l": r"304l",
    "304": r"304(?!l)",
    "316l": r"316l",
    "316ti": r"316ti",
    "316": r"316(?!l|ti)",
    "321": r"(?<=ss)321|(?<=aisi )321",
    "2205": r"2205",
    "2507": r"2507",
    "904l": r"904l",
    "hastelloy": r"hastelloy|哈氏合金|c-?276",
    "monel": r"monel|蒙乃尔",
    "inconel": r"inconel",
    "sic": r"sic(?![a-z])|silicon carbide|碳化硅",
    "tc": r"tungsten carbide|碳化钨|(?<![a-z])wc(?![a-z])",
    "ffkm": r"ffkm|kalrez|全氟",
    "fkm": r"(?<!f)fkm|viton|(?<!全)氟橡胶",
    "epdm": r"epdm|三元乙丙",
    "nbr": r"nbr|丁腈|buna",
    "ptfe": r"ptfe|四氟|teflon",
    "graphite": r"graphite|石墨",
    "ceramic": r"ceramic|陶瓷",
    "bronze": r"bronze|青铜",
}
"""Materials of seals and their parts, by one name each, with what they are called."""
Tokens = Mapping[str, frozenset[str]]


@functools.cache
def _known() -> Mapping[str, re.Pattern[str]]:
    prefix = r"(?<![0-9a-z])(?:ss|sus|aisi)?\s?"
    return {name: re.compile(rf"{prefix}(?:{words})(?![0-9])") for name, words in MATERIALS.items()}


def tokens(text: str) -> Tokens:
    """Return the sizes and the materials that a description names, by kind of size."""
    plain = level(text).lower()
    found = {
        name: frozenset(
            "-".join(filter(None, match.groups())).replace(" ", "") for match in pattern.finditer(plain)
        )
        for name, pattern in SIZES.items()
    }
    found["material"] = frozenset(name for name, pattern in _known().items() if pattern.search(plain))
    return {name: each for name, each in found.items() if each}


def checks(case: Case) -> Iterator[Check]:
    """Yield for every line whether its description contradicts the item's in a size or a material."""
    for pair, line, item in case.pairs():
        field = line.description
        stated, quoted = values.text(field), item.description
        about = told.of("L03", "description", stated, quoted, pair.line + 1)
        if stated is None or quoted is None:
            yield subject.not_checked(about, "no_data")
            continue
        check = _compared(tokens(stated), tokens(quoted))
        assert field is not None, "a text was stated"
        if check is None:
            yield subject.not_checked(about, "no_sizes")
        elif check:
            yield subject.equal(about)
        elif field.sure:
            yield told.at(subject.differs(about, why="sizes"), field.evidence)
        else:
            yield told.at(subject.not_checked(about, "not_read", Severity.MINOR), field.evidence)


def _compared(one: Tokens, other: Tokens) -> bool | None:
    """Tell whether two descriptions agree where both say something; more on one side is no contradiction."""
    both = one.keys() & other.keys()
    if not both:
        return None
    return all(one[name] <= other[name] or other[name] <= one[name] for name in both)
