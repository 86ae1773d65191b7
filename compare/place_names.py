"""Names of places in two scripts: whether a named place is the same, and where companies' names say they are.

The names stand in `place_names.toml`. What differs by a word is another place: Changzhou is not Hangzhou,
and gate 2 is not gate 3, however alike the texts are.
"""

import functools
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.fields.text import level
from extractors.late import late

FILE = Path(__file__).with_name("place_names.toml")
HAN = late("[\u4e00-\u9fff]+")
WORD = late(r"[a-z]+|[0-9]+|[\u4e00-\u9fff]+")
SPELLINGS = (
    (late(r"\bhong kong\b"), "hongkong"),
    (late(r"\bxi['-]an\b"), "xian"),
    (late(r"\binner mongolia\b"), "neimenggu"),
    (late(r"\bp\.?\s?r\.?\s?(?:of\s)?china\b|\bp\.?r\.?c\b\.?"), "china"),
)
ROAD = late(r"\b([a-z]+) (?:(?:east|west|north|south|middle) )?(?:road|rd|street|avenue|ave)\b")
ROAD_HAN = "[东西南北中]?(?:路|街|大街|大道|道)"
"""A road is named after a place that it is not in."""
SILENT = frozenset({"china", "cn", "port", "of", "the", "city", "province", "seaport", "works", "in", "at"})
"""Words that name no place by themselves."""
ALTERING = frozenset(
    (
        "not no or any near except excl excluded excluding outside beyond new old upon airport air"
        " north south east west northern southern"
    ).split()
)
"""Words that make another place of the one beside them."""
ALTERING_HAN = ("以外", "除外", "附近", "或", "非", "任何", "任意")
WORKS = late(r"\bworks\b|工厂|出厂", re.IGNORECASE)
PORT = late(
    r"\b(?:sea)?port\b|\bharbou?r\b|(?<!香)(?<!连云)(?<!张家)(?<!防城)(?<!贵)港(?:口|$|[\s（(,，])",
    re.IGNORECASE,
)
"""Words for where ships load; at the works of the same town nothing has been carried yet."""
SILENT_HAN = late("^(?:中国|省|市|港口|港)+|(?<=.)(?:省|市|港口|港)$")


@dataclass(frozen=True, slots=True)
class _Known:
    """The Latin name of each Chinese one, the region of each Latin name, and the town a district lies in."""

    latin: Mapping[str, str]
    regions: Mapping[str, str]
    within: Mapping[str, str]


@functools.cache
def _known() -> _Known:
    latin, regions = {}, {}
    tables = tomllib.loads(FILE.read_text("utf-8"))
    for region, places in tables["provinces"].items():
        for each in (region, *places):
            chinese, _, name = each.partition(" ")
            latin[chinese] = name.lower()
            regions[name.lower()] = region
    within = {each: town for town, districts in tables["districts"].items() for each in districts}
    return _Known(latin, regions, within)


@functools.cache
def _chinese() -> re.Pattern[str]:
    names = "|".join(sorted(_known().latin, key=len, reverse=True))
    return re.compile(f"({names})(?!{ROAD_HAN})")


@functools.lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Return the words that make a place, Chinese names of known places in Latin letters."""
    plain = unicodedata.normalize("NFKD", level(text).casefold())
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    for pattern, name in SPELLINGS:
        bare = pattern.sub(name, bare)
    bare = ROAD.sub(r"\1road", bare)
    spelt = HAN.sub(lambda match: _spelt(match[0]), bare)
    return frozenset(WORD.findall(spelt)) - SILENT


def _spelt(chinese: str) -> str:
    """Return a Chinese text with its known places spelt: 浙江省宁波市镇海区 is zhejiang ningbo zhenhai 区."""
    pieces = []
    for piece in _chinese().split(chinese):
        name = _known().latin.get(piece)
        pieces.append(name or SILENT_HAN.sub("", piece or ""))
    return f" {' '.join(pieces)} "


def same(one: str, other: str) -> bool | None:
    """Tell whether two texts name one place: alike, or one of them more closely; None in two scripts.

    A closer place within a wider one does not contradict it: "Ningbo" and "宁波市镇海区化工路58号". Another
    town does, and so does a word that makes another place of it: "Ningbo or Shanghai", "New York".
    """
    if _run_together(one) == _run_together(other):
        return True
    if _at_works_and_in_port(one, other) or _at_works_and_in_port(other, one):
        return False
    here, there = words(one), words(other)
    if here <= there or there <= here:
        return not _departs(here ^ there, here & there) and (bool(here and there) or _is_ours(one, other))
    scripts = {bool(HAN.search(each)) for each in (one, other)}
    return None if len(scripts) > 1 and not here & there else False


def _at_works_and_in_port(one: str, other: str) -> bool:
    one, other = level(one), level(other)
    works = WORKS.search(one) and not PORT.search(one)
    return bool(works and PORT.search(other) and not WORKS.search(other))


def _departs(further: frozenset[str], shared: frozenset[str]) -> bool:
    """Tell whether words that one side says besides make another place of it."""
    if further & ALTERING or any(len(each) == 1 and each.isascii() and each.isalpha() for each in further):
        return True
    if any(any(mark in each for mark in ALTERING_HAN) for each in further):
        return True
    known = _known().regions.keys()
    towns = shared & known
    return bool(towns) and any(not any(_one_holds(each, town) for town in towns) for each in further & known)


def _one_holds(one: str, other: str) -> bool:
    """Tell whether one of two known places lies in the other."""
    known = _known()
    regions = {each.partition(" ")[2].lower() for each in (known.regions[one], known.regions[other])}
    if len(regions) > 1:
        return False
    return bool({one, other} & regions) or known.within.get(one) == other or known.within.get(other) == one


def _is_ours(one: str, other: str) -> bool:
    """Tell whether a text that names no place means the works: ex works is where the goods are made."""
    return any(WORKS.search(level(each)) for each in (one, other))


def _run_together(text: str) -> str:
    return re.sub(r"[\W_]", "", level(text).casefold())


def regions(text: str) -> frozenset[str]:
    """Return the regions in which a text, such as a company's name, says that it is."""
    known = _known().regions
    return frozenset(known[each] for each in words(text) if each in known)
