"""What the styles of a web page do to its text: hidden, white on white, struck through, set as typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import html

from extractors.late import late
from extractors.readers.web_selectors import ADDED, Path, selected, stands
from models.page import Doubt

WHITE = late(
    r"(?:#fff(?:fff)?|#f[a-f]f[a-f]f[a-f]|(?:ghost|floral)?white|snow|ivory|azure|mintcream|whitesmoke"
    r"|rgba?\(25\d,25\d,25\d(?:,[\d.]+)?\)|rgba\(\d+,\d+,\d+,0(?:\.0\d*)?\)|hsla?\(\d+,[\d.]+%,(?:9[89]|100)%.*|transparent)$"
)
"""White, and what nobody tells from it."""
CROSSED = "text-decoration:line-through"
WORDED = late(r"content\s*:\s*[\"'][^\"'\\]*[^\W_]")
"""Words or figures that a style sheet adds to what stands in the page."""
SHOWN = late(
    r"\s*@media\s+(?:only\s+)?(?:screen|all)(?:\s*,\s*(?:screen|all|print|projection))*\s*$", re.IGNORECASE
)
"""The media that pages are read on."""
HIDING = late(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0+|0)%?|mso-hide:all"
    r"|text-indent:-\d{3,}\w*|(?:max-)?(?:height|width):0(?:px)?;(?:.*;)?overflow(?:-[xy])?:(?:hidden|clip))"
    r"(?:!important)?(?:;|$)"
)
SIZE = late(r"(?:^|;)font(?:-size:|:[^;]*?)(?:(\d*\.?\d+)(px|pt|em|rem|%)?|[a-z-]+)")
SMALLEST = 2.0
"""No text that is to be read is set in a smaller font, in pixels or points."""
STRUCK = late(r"text-decoration(?:-line)?:[^;]*line-through")
RAISED = late(r"vertical-align:super(?:;|$|!)")
PRESERVED = late(r"white-space:(?:pre|pre-wrap|break-spaces)(?:;|$|!)")
COLOUR = late(r"(?:^|;)color:([^;!]+)")
BACKGROUND = late(r"(?:^|;)background(?:-color|-image)?:([^;!]+)")
SIMPLE = late(r"[\w-]*[.#][\w-]+|[a-z][\w-]*")
"""Selectors that are understood: a tag, a class or an id; others choose by nesting."""
DEEPEST = 4
"""Media stand in media no deeper."""
MOST_NESTED = 60
"""So many rules that choose by nesting are kept: those that hide or strike out (`tr.deleted td`)."""
STRUCK_TAGS = frozenset({"s", "strike", "del"})
BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Rules:
    """A page's declarations by simple selectors, and `nested` those for what stands in other elements."""

    simple: Mapping[str, str]
    nested: tuple[tuple[Path, str], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.simple or self.nested)


@dataclass(frozen=True, slots=True)
class Style:
    """What an element hands down to the text in it; `painted` tells of a background that is not white."""

    hidden: bool = False
    tiny: bool = False
    struck: bool = False
    white: bool = False
    painted: bool = False
    bold: bool = False
    preserved: bool = False
    raised: bool = False
    ink: str = ""
    ground: str = ""
    guessed: bool = False

    @property
    def doubt(self) -> Doubt | None:
        """Why text in this style is not certain."""
        drowned = self.white and not self.painted
        if self.hidden or self.tiny or drowned or (self.ink and self.ink == self.ground):
            return Doubt.INVISIBLE
        guessed = Doubt.READERS_DISAGREE if self.guessed else None
        return Doubt.OVERLAID if self.struck else guessed


def rules(root: html.HtmlElement) -> Rules:
    """Return the declarations of the page's own style sheets by their selectors."""
    found: dict[str, str] = {}
    nested: list[tuple[Path, str]] = []
    for sheet in root.iter("style"):
        for selectors, declarations in _sheet_rules(sheet.text or ""):
            for selector in selectors.split(","):
                name = selector.strip().lower()
                if SIMPLE.fullmatch(name):
                    found[name] = f"{found.get(name, '')};{_packed(declarations)}"
                elif _conceals(packed := _packed(declarations)):
                    nested.append((selected(name), packed))
                elif ADDED.search(name) and WORDED.search(declarations):
                    nested.append((selected(ADDED.sub("", name)), CROSSED))
    return Rules(found, tuple([each for each in nested if each[0]][:MOST_NESTED]))


def _conceals(css: str) -> bool:
    return HIDING.search(css) is not None or STRUCK.search(css) is not None


def _sheet_rules(text: str, deep: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the rules of a style sheet, without those for certain media alone (phones, printers)."""
    plain = re.sub(r"/\*.*?\*/|<!--|-->", "", text[:200_000], flags=re.DOTALL)
    depth, start, selectors = 0, 0, ""
    for brace in re.finditer(r"[{}]", plain):
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors, start = plain[start : brace.start()], brace.end()
        elif depth:
            depth -= 1
            if depth == 0:
                if SHOWN.match(selectors) and deep < DEEPEST:
                    yield from _sheet_rules(plain[start : brace.start()], deep + 1)
                elif not selectors.lstrip().startswith("@"):
                    yield selectors, plain[start : brace.start()]
                start = brace.end()


def _packed(declarations: str) -> str:
    return re.sub(r"\s+", "", declarations).lower()


def style_of(element: html.HtmlElement, outer: Style, sheet: Rules) -> Style:
    """Return the style of an element that stands in one with the style `outer`."""
    tag = str(element.tag)
    css = _declarations(element, sheet)
    style = outer
    if element.get("hidden") is not None or (css and HIDING.search(css)):
        style = replace(style, hidden=True)
    if _is_tiny(css, outer=style.tiny) != style.tiny:
        style = replace(style, tiny=not style.tiny)
    if tag in STRUCK_TAGS or STRUCK.search(css):
        style = replace(style, struck=True)
    if tag == "sup" or RAISED.search(css):
        style = replace(style, raised=True)
    if tag in BOLD_TAGS:
        style = replace(style, bold=True)
    if tag in {"pre", "textarea"} or PRESERVED.search(css):
        style = replace(style, preserved=True)
    return _coloured(element, style, css)


def _is_tiny(css: str, *, outer: bool) -> bool:
    """Tell whether a font is too small to be seen; frames of mails are, and the text in them is not."""
    sizes = SIZE.findall(css)
    if not sizes:
        return outer
    number, unit = sizes[-1]
    if not number or unit == "rem":
        return bool(number) and float(number) == 0
    if unit in {"em", "%"}:
        return outer or float(number) == 0
    return float(number) < SMALLEST


def _declarations(element: html.HtmlElement, sheet: Rules) -> str:
    own = _packed(element.get("style") or "")
    if not sheet:
        return own
    names = _names(element)
    deep = [css for path, css in sheet.nested if stands(element, path)]
    return ";".join([*(sheet.simple[name] for name in names if name in sheet.simple), *deep, own])


def _names(element: html.HtmlElement) -> list[str]:
    """Return the simple selectors that choose an element."""
    tag = str(element.tag)
    names = [tag]
    for name in (element.get("class") or "").lower().split():
        names += [f".{name}", f"{tag}.{name}"]
    if element.get("id"):
        names.append(f"#{element.get('id', '').lower()}")
    return names


def _coloured(element: html.HtmlElement, style: Style, css: str) -> Style:
    colours = COLOUR.findall(css) or [element.get("color") if element.tag == "font" else None]
    if colours[-1]:
        ink = colours[-1].replace(" ", "").lower()
        style = replace(style, white=bool(WHITE.match(ink)), ink=ink)
    grounds = BACKGROUND.findall(css) or [element.get("bgcolor") or element.get("background")]
    if grounds[-1]:
        ground = grounds[-1].replace(" ", "").lower()
        style = replace(style, painted=not WHITE.match(ground), ground=ground)
    return style
