"""Selectors of style sheets that hide text or strike it out: tr.item.cancelled > td, [data-state=gone].

Only what such rules choose matters, so a part that nobody understands (:not, a neighbour) drops the rule.
"""

from dataclasses import dataclass

from lxml import html

from extractors.late import late

ADDED = late(r"::?(?:before|after)\s*$")
"""What a style sheet adds before or behind an element."""
COMPOUND = late(
    r"(?P<tag>\*|[a-z][\w-]*)?(?P<marks>(?:[.#][\w-]+|\[[^\]]+\])*)"
    r"(?P<place>:(?:first-child|last-child|nth-child\(\s*\d+\s*\)))?"
)
MARK = late(r"[.#][\w-]+|\[[^\]]+\]")
ATTRIBUTE = late(r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?([^\"'\]]*)[\"']?\s*(?:i\s*)?)?\]")
PART = late(r"(?:\[[^\]]*\]|\([^)]*\)|[^\s>])+|>")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one part of a selector asks of an element; a `child` stands right in the part before."""

    tag: str
    marks: tuple[str, ...]
    place: str
    child: bool = False


Path = tuple[Chosen, ...]


def selected(selector: str) -> Path:
    """Return the parts of a selector, the outermost first; nothing where one is not understood."""
    found: list[Chosen] = []
    child = False
    for part in PART.findall(selector.strip()):
        if part == ">":
            child = True
            continue
        said = COMPOUND.fullmatch(part)
        if said is None:
            return ()
        marks = tuple(MARK.findall(said["marks"]))
        found.append(Chosen(said["tag"] or "*", marks, said["place"] or "", child))
        child = False
    return tuple(found)


def stands(element: html.HtmlElement, path: Path) -> bool:
    """Tell whether a selector chooses an element.

    From the inside out it is kept where each part may stand: every way through deep pages would be too many.
    """
    if not _is_chosen(element, path[-1]):
        return False
    line = [element, *element.iterancestors()]
    places = [0]
    for inner, part in zip(reversed(path), reversed(path[:-1]), strict=False):
        outside = (at + 1 for at in places) if inner.child else range(places[0] + 1, len(line))
        places = [at for at in outside if at < len(line) and _is_chosen(line[at], part)]
        if not places:
            return False
    return True


def _is_chosen(element: html.HtmlElement, part: Chosen) -> bool:
    named = part.tag in {"*", str(element.tag)}
    return named and all(_has(element, mark) for mark in part.marks) and _is_at(element, part.place)


def _has(element: html.HtmlElement, mark: str) -> bool:
    if mark.startswith("."):
        return mark[1:] in (element.get("class") or "").lower().split()
    if mark.startswith("#"):
        return mark[1:] == (element.get("id") or "").lower()
    said = ATTRIBUTE.fullmatch(mark)
    value = element.get(said[1]) if said is not None else None
    if said is None or value is None:
        return False
    return said[2] is None or _compares(said[2], value.lower(), said[3].strip())


def _compares(sign: str, value: str, wanted: str) -> bool:
    """Tell whether an attribute is as a selector wants it; of most signs it is enough that it holds that."""
    return value == wanted if sign == "=" else wanted in value


def _is_at(element: html.HtmlElement, place: str) -> bool:
    if not place:
        return True
    if place == ":last-child":
        return next(element.itersiblings(), None) is None
    parent = element.getparent()
    before = parent.index(element) if parent is not None else 0
    return before == (0 if place == ":first-child" else int("".join(filter(str.isdigit, place))) - 1)
