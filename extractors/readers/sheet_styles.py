"""How the cells of a workbook look, as far as it changes what they say (ECMA-376 part 1, 18.8)."""

from dataclasses import dataclass

from lxml import etree

from extractors.readers import number_format
from extractors.readers.package import Package, local, root
from models.page import Doubt

TINY = frozenset({"0", "1"})
"""Font sizes in which nobody reads anything."""
WHITE, BLACK = "FFFFFF", "000000"
THEME = {"0": WHITE, "1": BLACK}
INDEXED = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}


@dataclass(frozen=True, slots=True)
class Look:
    """A cell style: the number format, and what the font does to the text.

    Text in the colour of its background is invisible; text struck through is drawn over.
    """

    format_code: str = "General"
    bold: bool = False
    doubt: Doubt | None = None


PLAIN = Look()


def looks(package: Package, part: str | None) -> tuple[Look, ...]:
    """Return the cell styles of a workbook by their index."""
    styles = root(package, part) if part else None
    if styles is None:
        return ()
    groups = {local(group): list(group) for group in styles}
    custom = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "General")
        for each in groups.get("numFmts", [])
    }
    return tuple(_look(xf, groups, custom) for xf in groups.get("cellXfs", []))


def striking(package: Package, part: str | None) -> frozenset[int]:
    """Return the numbers of the conditional looks that strike text through."""
    styles = root(package, part) if part else None
    looks_of = styles.iterfind("{*}dxfs/{*}dxf") if styles is not None else ()
    return frozenset(at for at, each in enumerate(looks_of) if _is_set(each.find("{*}font"), "strike"))


def _look(xf: etree._Element, groups: dict[str, list[etree._Element]], custom: dict[int, str]) -> Look:
    font = _numbered(groups.get("fonts", []), xf.get("fontId"))
    fill = _numbered(groups.get("fills", []), xf.get("fillId"))
    format_code = number_format.code(_index(xf.get("numFmtId")), custom)
    return Look(format_code, _is_set(font, "b"), font_doubt(font, _background(fill)))


def font_doubt(font: etree._Element | None, background: str | None = WHITE) -> Doubt | None:
    """Return why text in a font is not certain."""
    if font is None:
        return None
    if _is_set(font, "strike"):
        return Doubt.OVERLAID
    size = font.find("{*}sz")
    if size is not None and size.get("val") in TINY:
        return Doubt.INVISIBLE
    colour = _colour(font.find("{*}color"), BLACK)
    return Doubt.INVISIBLE if colour is not None and colour == background else None


def is_raised(font: etree._Element | None) -> bool:
    """Tell whether text in a font stands higher or lower than the rest."""
    found = font.find("{*}vertAlign") if font is not None else None
    return found is not None and found.get("val") in {"superscript", "subscript"}


def _numbered(items: list[etree._Element], index: str | None) -> etree._Element | None:
    at = _index(index)
    return items[at] if at < len(items) else None


def _index(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


def _is_set(font: etree._Element | None, name: str) -> bool:
    found = font.find(f"{{*}}{name}") if font is not None else None
    return found is not None and found.get("val", "1") not in {"0", "false"}


def _background(fill: etree._Element | None) -> str | None:
    pattern = fill.find("{*}patternFill") if fill is not None else None
    if pattern is None:
        return WHITE if fill is None or not len(fill) else None
    kind = pattern.get("patternType", "none")
    if kind == "none":
        return WHITE
    return _colour(pattern.find("{*}fgColor"), WHITE) if kind == "solid" else None


def _colour(element: etree._Element | None, default: str) -> str | None:
    """Return a colour as RRGGBB; None where only the theme knows it."""
    if element is None:
        return default
    if element.get("tint") not in {None, "0"}:
        return None
    if element.get("rgb"):
        return element.get("rgb", "")[-6:].upper()
    if element.get("theme"):
        return THEME.get(element.get("theme", ""))
    return INDEXED.get(element.get("indexed", ""), default if element.get("auto") else None)
