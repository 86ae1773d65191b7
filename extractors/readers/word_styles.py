"""What the fonts of a Word file do to its text: hidden, struck through, capitals, bold (ECMA-376, 17.3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from extractors.readers.package import attribute
from models.page import Doubt

WHITE = "FFFFFF"
SMALLEST = 3
"""No text that is to be read is set in a smaller font, in half points."""


@dataclass(frozen=True, slots=True)
class Font:
    """The properties of a run that change what is seen; `shade` is the background, None for paper."""

    bold: bool = False
    hidden: bool = False
    tiny: bool = False
    struck: bool = False
    raised: bool = False
    capitals: bool = False
    colour: str | None = None
    shade: str | None = None

    @property
    def doubt(self) -> Doubt | None:
        """Why text in this font is not certain."""
        if self.hidden or self.tiny or (self.colour or "") == (self.shade or WHITE):
            return Doubt.INVISIBLE
        return Doubt.OVERLAID if self.struck else None


PLAIN = Font()
SWITCHES = {"b": "bold", "vanish": "hidden", "strike": "struck", "dstrike": "struck", "caps": "capitals"}
Styles = Mapping[str, Font]


def styles(sheet: etree._Element | None) -> dict[str, Font]:
    """Return the font of each style; a style starts from the one it is based on."""
    if sheet is None:
        return {}
    named = {attribute(style, "styleId") or "": style for style in sheet.iter("{*}style")}
    return {name: _resolved(name, named) for name in named}


def numbered(sheet: etree._Element | None) -> dict[str, etree._Element]:
    """Return the numbering that each style chooses for its paragraphs."""
    if sheet is None:
        return {}
    chosen = (
        (attribute(style, "styleId") or "", style.find("{*}pPr/{*}numPr")) for style in sheet.iter("{*}style")
    )
    return {name: numbering for name, numbering in chosen if numbering is not None}


def _resolved(name: str, named: Mapping[str, etree._Element]) -> Font:
    chain: list[etree._Element] = []
    while name in named and named[name] not in chain:
        chain.append(named[name])
        name = value(named[name], "basedOn") or ""
    font = PLAIN
    for style in reversed(chain):
        font = changed(font, style.find("{*}rPr"))
    return font


def changed(font: Font, properties: etree._Element | None) -> Font:
    """Return a font with the properties of a run or style applied."""
    if properties is None:
        return font
    switches = {
        SWITCHES[name]: attribute(found, "val") not in {"0", "false", "off"}
        for name in SWITCHES
        if (found := properties.find(f"{{*}}{name}")) is not None
    }
    for name, switched in switches.items():
        font = replace(font, **{name: switched})  # type: ignore[arg-type] # the names are those of switches
    font = _raised(font, properties)
    size = value(properties, "sz")
    if size is not None and size.isdigit():
        font = replace(font, tiny=int(size) < SMALLEST)
    colour = value(properties, "color")
    shade = shading(properties)
    if colour or shade:
        font = replace(font, colour=_colour(colour) or font.colour, shade=shade or font.shade)
    return font


def _raised(font: Font, properties: etree._Element) -> Font:
    """Return a font with what properties say of the height at which characters stand."""
    aligned, raised_by = value(properties, "vertAlign"), value(properties, "position")
    if aligned is not None:
        return replace(font, raised=aligned in {"superscript", "subscript"})
    if raised_by is None or not raised_by.lstrip("-").isdigit():
        return font
    return replace(font, raised=raised_by.strip("-0") != "")


def _colour(text: str | None) -> str | None:
    return text.upper() if text and text != "auto" else None


def shading(properties: etree._Element | None) -> str | None:
    """Return the background colour that properties of a run, paragraph or cell set."""
    found = properties.find("{*}shd") if properties is not None else None
    fill = attribute(found, "fill") if found is not None else None
    return _colour(fill)


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the `val` of a child element, None where there is none."""
    found = parent.find(f"{{*}}{name}") if parent is not None else None
    return attribute(found, "val") if found is not None else None
