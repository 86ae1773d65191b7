"""What the styles of a web page do to its text: hidden, white on white, struck through, set as typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html

from extractors.late import late
from extractors.readers import web_sheets
from extractors.readers.web_selectors import ADDED, Chosen, Path, selected, several, stands, weight
from models.page import Doubt

WHITE = late(
    r"(?:#fff(?:fff)?|#f[a-f]f[a-f]f[a-f]|(?:ghost|floral)?white|snow|ivory|azure|mintcream|whitesmoke"
    r"|rgba?\(25\d,25\d,25\d(?:,[\d.]+)?\)|rgba\(\d+,\d+,\d+,0(?:\.0\d*)?\)|hsla?\(\d+,[\d.]+%,(?:9[89]|100)%.*|transparent)$"
)
"""White, and what nobody tells from it."""
LIGHT = late(r"#(?:[d-f][0-9a-f]){3}$|#[d-f]{3}$|(?:whitesmoke|gainsboro|lightgr[ae]y|ivory|beige)$")
"""Grounds on which nobody sees white letters."""
CROSSED = "text-decoration:line-through"
WORDED = late(r"content\s*:\s*[\"'][^\"'\\]*(?:[^\W_]|[✗✘✖✕❌×☒⊘☓🚫]|\\(?:271[5-8]|274c|d7\b|2612))")
"""Words, figures or crosses that a style sheet adds to what stands in the page."""
QUOTED = late(r"content\s*:[^;]{0,80}\battr\(\s*([\w-]+)")
"""An attribute that it shows."""
HIDING = late(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|(?:filter:)?opacity[:(]0?(?:\.0+|0)%?|mso-hide:all"
    r"|text-indent:-\d{3,}\w*|(?:margin-)?(?:left|top|right):-\d{3,}(?:px|em|rem|pt)|transform:scale\(0\)"
    r"|clip:rect\(0[^;]{0,40}|clip-path:inset\((?:50|100)%\))\)?(?:!important)?(?:;|$)"
)
FLAT = late(r"(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|$|!)")
CLIPPED = late(r"(?:^|;)overflow(?:-[xy])?:(?:hidden|clip)(?:;|$|!)")
SIZE = late(r"(?:^|;)font(?:-size:|:[^;]*?)(?:(\d*\.?\d+)(px|pt|em|rem|%)?|[a-z-]+)")
SMALLEST = 2.0
"""No text that is to be read is set in a smaller font, in pixels or points."""
STRUCK = late(r"text-decoration(?:-line)?:[^;]{0,80}line-through")
RAISED = late(r"vertical-align:(?:super|sub)(?:;|$|!)")
LIFTED = late(r"(?:^|;)(?:vertical-align:(?:(?:text-)?top|[\d.]+[\w%]+)|(?:top|bottom):-[\d.]+[\w%]+)(?:;|$)")
"""How a part of a line is set higher that is no cell."""
INLINE = frozenset({"span", "font", "small", "i", "b", "em", "strong"})
PRESERVED = late(r"white-space:(?:pre|pre-wrap|break-spaces)(?:;|$|!)")
COLOUR = late(r"(?:^|;)color:([^;!]+)")
BACKGROUND = late(r"(?:^|;)background(?:-color|-image)?:([^;!]+)")
SIMPLE = late(r"[\w-]*[.#][\w-]+|[a-z][\w-]*")
"""Selectors that are understood: a tag, a class or an id; others choose by nesting."""
LOOKS = late(
    r"(?:^|;)(?:(?:text-decoration|font|color|background|vertical-align|opacity)\b|[^;]{0,20}(?:none|hidden))"
)
"""What a rule that chooses by nesting may change of what is seen."""
UNKNOWN = late(r"(?:^|;)background(?:-color)?:var\([^;]{0,200}")
"""A background that is set elsewhere paints nothing for certain."""
IMPORTANT = late(r"[^;]{1,200}!important")
LONGEST_SELECTOR = 500
"""A selector with more characters is written by no program: what it hides nobody knows."""
MOST_NESTED = 5000
"""So many rules that choose by nesting are kept."""
STRUCK_TAGS = frozenset({"s", "strike", "del"})
BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Rules:
    """A page's declarations by simple selectors, and `nested` those for what stands in other elements.

    These are kept by what they choose at last: an identity, a class, a tag. `cut` tells that there were more.
    """

    simple: Mapping[str, str]
    nested: Mapping[str, Sequence[tuple[Path, str]]]
    cut: bool = False

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.simple or self.nested or self.cut)


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
    nested: dict[str, list[tuple[Path, str]]] = {}
    sheets = [each.text or "" for each in root.iter("style")]
    kept, long = 0, False
    for selectors, declarations in (rule for sheet in sheets for rule in web_sheets.found(sheet)):
        for name in several(selectors):
            if SIMPLE.fullmatch(name):
                found[name] = f"{found.get(name, '')};{_packed(declarations)}"
                continue
            if len(name) > LONGEST_SELECTOR:
                long = True
                continue
            path, css = _nested(name, declarations)
            kept += bool(path)
            if path and kept <= MOST_NESTED:
                nested.setdefault(_key(path[-1]), []).append((path, css))
    cut = long or kept > MOST_NESTED or any(map(web_sheets.is_cut, sheets))
    return Rules(found, nested, cut=cut)


def _nested(name: str, declarations: str) -> tuple[Path, str]:
    """Return what a selector chooses and how it looks; what words are added to is as if struck out."""
    css = UNKNOWN.sub("", _packed(declarations))
    if not ADDED.search(name):
        return (selected(name), css) if _hides(css) or LOOKS.search(css) else ((), "")
    path = selected(ADDED.sub("", name))
    shown = QUOTED.search(declarations)
    if path and shown:
        last = replace(path[-1], marks=(*path[-1].marks, f"[{shown[1].lower()}]"))
        return (*path[:-1], last), CROSSED
    return (path, CROSSED) if WORDED.search(declarations) else ((), "")


def _key(part: Chosen) -> str:
    """Return what an element is looked up by that a part may choose."""
    named = sorted(mark for mark in part.marks if mark[0] in ".#" and "\\" not in mark)
    return named[0] if named else part.tag


def _hides(css: str) -> bool:
    flat = FLAT.search(css) and CLIPPED.search(css)
    return bool(flat) or HIDING.search(css) is not None


def _packed(declarations: str) -> str:
    return re.sub(r"\s+", "", declarations).lower()


def style_of(element: html.HtmlElement, outer: Style, sheet: Rules) -> Style:
    """Return the style of an element that stands in one with the style `outer`."""
    tag = str(element.tag)
    css = _declarations(element, sheet)
    style = replace(outer, guessed=True) if sheet.cut and not outer.guessed else outer
    if element.get("hidden") is not None or (css and _hides(css)):
        style = replace(style, hidden=True)
    if _is_tiny(css, outer=style.tiny) != style.tiny:
        style = replace(style, tiny=not style.tiny)
    if tag in STRUCK_TAGS or STRUCK.search(css):
        style = replace(style, struck=True)
    if _is_raised(element, tag, css):
        style = replace(style, raised=True)
    if tag in BOLD_TAGS:
        style = replace(style, bold=True)
    if tag in {"pre", "textarea"} or PRESERVED.search(css):
        style = replace(style, preserved=True)
    return _coloured(element, style, css)


def _is_raised(element: html.HtmlElement, tag: str, css: str) -> bool:
    """Tell whether text stands higher or lower than its line, or leads to a note on the page."""
    if tag in {"sup", "sub"} or RAISED.search(css):
        return True
    noted = tag == "a" and (element.get("href") or "").startswith("#")
    return noted or (tag in INLINE and LIFTED.search(css) is not None)


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
    """Return what is declared for an element, the winning declarations last."""
    own = _packed(element.get("style") or "")
    if not sheet:
        return own
    names = _names(element)
    told = [(weight(selected(name)), sheet.simple[name]) for name in names if name in sheet.simple]
    deep = [pair for name in (*names, "*") for pair in sheet.nested.get(name, ())]
    told += [(weight(path), css) for path, css in deep if stands(element, path)]
    css = ";".join([*(each for _, each in sorted(told, key=lambda each: each[0])), own])
    return ";".join([css, *IMPORTANT.findall(css)]) if "!important" in css else css


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
        style = replace(style, painted=not (WHITE.match(ground) or LIGHT.match(ground)), ground=ground)
    return style
