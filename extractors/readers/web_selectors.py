"""Selectors of style sheets, as far as they choose text that a rule hides or strikes out: tr.item.gone > td.

What holds only for a while (:hover) drops a rule. A part that nobody understands (:has) may hold: what it
chooses then is in doubt, which is better than not seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from extractors.late import late

ADDED = late(r"::?(?:before|after)\s*$")
"""What a style sheet adds before or behind an element."""
_NAME = r"(?:\\.|[\w-])+"
_PSEUDO = r":[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?"
COMPOUND = late(rf"(?P<tag>\*|[a-z][\w-]*)?(?P<marks>(?:[.#]{_NAME}|\[[^\]]+\]|{_PSEUDO})*)")
MARK = late(rf"[.#]{_NAME}|\[[^\]]+\]|{_PSEUDO}")
ATTRIBUTE = late(r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?([^\"'\]]*)[\"']?\s*(?:i\s*)?)?\]")
PART = late(r"(?:\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|[^\s>+~\[(])+|[>+~]")
FLEETING = late(
    r":(?:hover|focus[\w-]*|active|visited|any-link|link|target[\w-]*|checked|disabled|enabled|empty|invalid|valid"
    r"|required|optional|indeterminate|default|placeholder-shown|read-\w+|fullscreen|popover-open|modal|host|-\w+-.*)"
    r"(?:\(|$)"
)
"""What holds for a while, or for fields to fill in."""
NTH = late(r"(?P<step>[+-]?\d*)n\s*(?P<from>[+-]\s*\d+)?|(?P<one>\d+)")
COUNTED = late(r":(?P<way>nth|nth-last|first|last|only)-(?P<of>child|of-type)(?:\((?P<which>[^)]*)\))?")
CHOICE = late(r":(?P<name>not|is|where|matches)\((?P<inner>.*)\)")
BODY = "tbody"
"""What pages need not write around the rows of a table."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one part of a selector asks of an element; `link` is how it stands to the part before."""

    tag: str
    marks: tuple[str, ...]
    link: str = ""


Path = tuple[Chosen, ...]


def several(selectors: str) -> list[str]:
    """Return the selectors of a rule; a comma in brackets parts none."""
    return [each.strip().lower() for each in re.split(r",(?![^(]*\))", selectors)]


def selected(selector: str) -> Path:
    """Return the parts of a selector, the outermost first; nothing where it holds only for a while."""
    found: list[Chosen] = []
    link = ""
    for part in PART.findall(selector.strip()):
        if part in {">", "+", "~"}:
            link = part
            continue
        said = COMPOUND.fullmatch(part)
        if said is None or "::" in part or any(map(FLEETING.match, MARK.findall(said["marks"]))):
            return ()
        if part != BODY:
            found.append(Chosen(said["tag"] or "*", tuple(MARK.findall(said["marks"])), link))
        link = ""
    return tuple(found)


def weight(path: Path) -> tuple[int, int, int]:
    """Return which of several rules wins: the one with more identities, then classes, then tags."""
    marks = [mark for part in path for mark in part.marks]
    named = sum(mark.startswith("#") for mark in marks)
    return named, len(marks) - named, sum(part.tag != "*" for part in path)


def stands(element: html.HtmlElement, path: Path) -> bool:
    """Tell whether a selector chooses an element.

    From the inside out it is kept where each part may stand: every way through deep pages would be too many.
    """
    if not _is_chosen(element, path[-1]):
        return False
    places = [element]
    for inner, part in zip(reversed(path), reversed(path[:-1]), strict=False):
        places = [each for each in _outside(places, inner.link) if _is_chosen(each, part)]
        if not places:
            return False
    return True


def _outside(places: list[html.HtmlElement], link: str) -> Iterator[html.HtmlElement]:
    """Yield where the part before may stand; the first place is the innermost one."""
    if link == "":
        yield from _above(places[0])
    for each in places if link else ():
        if link == ">":
            yield from list(_above(each))[:1]
        else:
            before = each.itersiblings(preceding=True)
            yield from (one for one, _ in zip(before, range(1 if link == "+" else 50), strict=False))


def _above(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (each for each in element.iterancestors() if each.tag != BODY or each.attrib)


def _is_chosen(element: html.HtmlElement, part: Chosen) -> bool:
    named = part.tag in {"*", str(element.tag)}
    return named and all(_has(element, mark) for mark in part.marks)


def _has(element: html.HtmlElement, mark: str) -> bool:
    if mark.startswith("."):
        return mark[1:].replace("\\", "") in (element.get("class") or "").lower().split()
    if mark.startswith("#"):
        return mark[1:].replace("\\", "") == (element.get("id") or "").lower()
    if mark.startswith(":"):
        return _holds(element, mark)
    said = ATTRIBUTE.fullmatch(mark)
    value = element.get(said[1]) if said is not None else None
    if said is None or value is None:
        return False
    return said[2] is None or _compares(said[2], value.lower(), said[3].strip())


def _compares(sign: str, value: str, wanted: str) -> bool:
    """Tell whether an attribute is as a selector wants it; of most signs it is enough that it holds that."""
    return value == wanted if sign == "=" else wanted in value


def _holds(element: html.HtmlElement, mark: str) -> bool:
    """Tell whether an element is at a place, or is (not) chosen by others; what is unknown may hold."""
    choice = CHOICE.fullmatch(mark)
    if choice is not None:
        paths = [path for each in several(choice["inner"]) if (path := selected(each))]
        return any(stands(element, path) for path in paths) != (choice["name"] == "not")
    counted = COUNTED.fullmatch(mark)
    if counted is None:
        return True
    tag = str(element.tag) if counted["of"] == "of-type" else None
    ways = {"first": [True], "nth": [True], "last": [False], "nth-last": [False], "only": [True, False]}
    which = counted["which"] if counted["way"].startswith("nth") else "1"
    return all(_is_nth(_place(element, tag, before=each), which or "n") for each in ways[counted["way"]])


def _place(element: html.HtmlElement, tag: str | None, *, before: bool) -> int:
    """Return the number of an element among its siblings, from the first or from the last one."""
    parent = element.getparent()
    if parent is None:
        return 1
    if tag is None:
        after: int = parent.index(element)
        return 1 + after if before else len(parent) - after
    axis = "preceding" if before else "following"
    return 1 + len(element.xpath(f"{axis}-sibling::*[name()=$tag]", tag=tag))


def _is_nth(place: int, which: str) -> bool:
    said = NTH.match({"odd": "2n+1", "even": "2n"}.get(which.strip(), which.strip()))
    if said is None:
        return True
    if said["one"]:
        return place == int(said["one"])
    step = int(said["step"] + "1" if said["step"] in {"", "+", "-"} else said["step"])
    rest = place - int((said["from"] or "0").replace(" ", ""))
    return rest == 0 if step == 0 else rest % step == 0 and rest // step >= 0
