"""Sizes and materials in a line's description against those of the quoted item."""

import functools
import re
from collections.abc import Iterator, Mapping

from compare import subject, told, values
from compare.case import Case
from extractors.fields.text import level
from extractors.late import late
from models.comparison import Check, Severity
from models.reading import Field

SIZE = "[0-9]{1,4}(?:[.,][0-9]{1,3})?"
LENGTH = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9.,])|[0-9]{1,5}(?:[.,][0-9]+)?"
"""A length in figures: 1500, 2.5, 2,5, and with a comma between thousands 1,500."""
THOUSANDS = late(r"[0-9]{1,3}(?:,[0-9]{3})+")
SIZES = {
    "pair": late(r"(?<![\w./-])([0-9]{1,4})\s?[-/x×*]\s?([0-9]{1,4})(?![\w./%-])"),
    "ring": late(
        rf"(?<![\w./-])({SIZE})\s?(?:mm)?\s?[x×*]\s?({SIZE})(?:\s?(?:mm)?\s?[x×*]\s?({SIZE}))?(?![0-9./%-])"
    ),
    "dn": late(r"(?<![a-z0-9])dn\s?([0-9]{1,4})(?![0-9])"),
    "pn": late(r"(?<![a-z0-9])pn\s?([0-9]{1,3}(?:[.,][0-9])?)(?![0-9])"),
    "thread": late(r"(?<![a-z0-9])m\s?([0-9]{1,2}(?:\s?[x×]\s?[0-9]+(?:[.,][0-9]+)?)?)(?![0-9a-z])"),
    "diameter": late(rf"[φø⌀]\s?({LENGTH})"),
    "inch": late(
        r"(?<![\w.,/-])([0-9]{1,2}(?:[ -][0-9]/[0-9]{1,2}|/[0-9]{1,2}|[.,][0-9]+)?)\s?(?:[\"″]|inch|英?寸)"
    ),
    "class": late(
        r"(?<![a-z])(?:class|cl\.?|磅级)\s?([0-9]{3,4})(?![0-9])|(?<![\w.])([0-9]{3,4})\s?(?:#|lbs?|磅)(?![a-z])"
    ),
    "volt": late(r"(?<![\w.-])([0-9]{2,5})\s?v(?:ac|dc)?(?![a-z0-9])"),
    "hertz": late(r"(?<![\w.-])([0-9]{2,3})\s?hz(?![a-z])"),
    "length": late(rf"(?<![a-z0-9])l\s?[=:]\s?({LENGTH})(?![0-9])"),
    "power": late(r"(?<![\w.,-])([0-9]{1,4}(?:[.,][0-9]+)?)\s?kw(?![a-z])"),
    "bearing": late(r"(?:轴承|bearings?)\s?(?:no\.?\s?)?([a-z]{0,3}[0-9]{3,5})(?![0-9])"),
    "faces": late(r"(?<![a-z0-9])([abcdequsv]{2}[ekmnpstvx][fgmtn]{2})(?![a-z0-9])"),
    "mm": late(rf"(?<![\w.,])({LENGTH})\s?mm(?![a-z])"),
}
"""By kind, in small letters. Faces are the five letters of EN 12756 for the materials of a seal."""
MATERIALS = {
    "304l": r"304l|1\.4307",
    "304": r"304(?!l)|1\.4301",
    "316l": r"316l|1\.44(?:04|35)",
    "316ti": r"316ti|1\.4571",
    "316": r"316(?!l|ti)|1\.4401",
    "321": r"(?<=ss)321|(?<=aisi )321|1\.4541",
    "2205": r"2205|1\.4462",
    "2507": r"2507",
    "904l": r"904l|1\.4539",
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
WHOLE = frozenset({"mm", "length", "diameter"})
"""Kinds of sizes that go into the thousands."""
ZEROS = late(r"(\.[0-9]*?[1-9])0+$|\.0+$")
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
            "-".join(_bare(each, whole=name in WHOLE) for each in match.groups() if each)
            for match in pattern.finditer(plain)
        )
        for name, pattern in SIZES.items()
    }
    found["material"] = frozenset(name for name, pattern in _known().items() if pattern.search(plain))
    return {name: each for name, each in found.items() if each}


def _bare(size: str, *, whole: bool) -> str:
    """Return a size as it is compared: "5,30" is 5.3, "45.0" is 45; of lengths "1,500" is 1500."""
    if whole and THOUSANDS.fullmatch(size):
        return size.replace(",", "")
    return ZEROS.sub(r"\1", size.replace(" ", "").replace(",", "."))


def checks(case: Case) -> Iterator[Check]:
    """Yield for every line whether its description contradicts the item's in a size or a material."""
    for pair, line, _ in case.pairs():
        quoted = [each.description for each in case.items_of(pair.line) if each.description]
        yield _of_line(line.description, quoted, pair.line + 1)


def _of_line(field: Field | None, quoted: list[str], line: int) -> Check:
    """Return how a description came out; against several items, the one that it contradicts decides."""
    stated = values.text(field)
    found = {each: _compared(tokens(stated), tokens(each)) for each in quoted} if stated else {}
    worst = next((each for each, agrees in found.items() if agrees is False), quoted[0] if quoted else None)
    about = told.of("L03", "description", stated, worst, line)
    if field is None or worst is None or not found:
        return subject.not_checked(about, "no_data")
    if False in found.values():
        unsure = subject.not_checked(about, "not_read", Severity.MINOR)
        return told.at(subject.differs(about, why="sizes") if field.sure else unsure, field.evidence)
    return subject.equal(about) if True in found.values() else subject.not_checked(about, "no_sizes")


def _compared(one: Tokens, other: Tokens) -> bool | None:
    """Tell whether two descriptions agree where both say something; more on one side is no contradiction."""
    both = one.keys() & other.keys()
    if not both:
        return None
    return all(one[name] <= other[name] or other[name] <= one[name] for name in both)
