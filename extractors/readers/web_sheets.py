"""Style sheets of web pages as rules: what they choose and declare on a screen of usual width."""

import re
from collections.abc import Iterator

from extractors.late import late

STATEMENT = late(r"\s*@(?:import|charset|namespace|layer)\b(?:\"[^\"]*\"|'[^']*'|\([^)]*\)|[^;{}\"'(])*;")
"""What stands before rules and is none."""
LONGEST = 500_000
"""So many characters of a sheet are looked at, pictures in it left out."""
DEEPEST = 4
"""Rules stand in media, and in other rules, no deeper."""
MEDIA = late(r"\s*@media\b(?P<queries>.*)", re.IGNORECASE | re.DOTALL)
GROUPS = late(r"\s*@(?:supports(?!\s*not\b)|layer|container|scope)\b", re.IGNORECASE)
WIDTH = late(r"\(\s*(?P<edge>min|max)-(?:device-)?width\s*:\s*(?P<size>[\d.]+)\s*(?P<unit>px|r?em)\s*\)")
UNSEEN = late(r"\b(?:print|speech|not)\b|color-scheme\s*:\s*dark|orientation\s*:\s*portrait|hover\s*:\s*none")
SCREEN = 1280.0
"""The width of a usual screen, in pixels."""
LETTER = 16.0


def found(text: str, deep: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the rules of a sheet, without those for certain media alone (phones, printers)."""
    plain = text if deep else _plain(text)
    depth, start, selectors = 0, 0, ""
    for brace in re.finditer(r"[{}]", plain):
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                selectors, start = _selectors(plain[start : brace.start()]), brace.end()
        elif depth:
            depth -= 1
            if depth == 0:
                yield from _rules(selectors, plain[start : brace.start()], deep)
                start = brace.end()


def is_cut(text: str) -> bool:
    """Tell whether a sheet is longer than what is looked at."""
    return len(_bare(text)) > LONGEST


def _plain(text: str) -> str:
    return re.sub(r"<!--|-->", "", _bare(text)[:LONGEST])


def _bare(text: str) -> str:
    """Return a sheet without comments and pictures; one that has no end goes to the end of the sheet."""
    return _without(_without(text, "/*", "*/"), "url(data:", ")")


def _without(text: str, opening: str, closing: str) -> str:
    kept, at = [], 0
    while (start := text.find(opening, at)) >= 0:
        kept.append(text[at:start])
        end = text.find(closing, start + len(opening))
        if end < 0:
            return "".join(kept)
        at = end + len(closing)
    return "".join((*kept, text[at:]))


def _selectors(text: str) -> str:
    """Return what stands before a brace, without statements before it."""
    while (match := STATEMENT.match(text)) is not None:
        text = text[match.end() :]
    return text.rpartition(";")[2] if not text.lstrip().startswith("@") else text


def _rules(selectors: str, body: str, deep: int) -> Iterator[tuple[str, str]]:
    """Yield a rule, or the rules in a group of them; a rule in another one chooses below or at it (&)."""
    if selectors.lstrip().startswith("@"):
        if _is_shown(selectors) and deep < DEEPEST:
            yield from found(body, deep + 1)
        return
    yield selectors, body.partition("{")[0]
    if "{" in body and deep < DEEPEST:
        for inner, declared in found(body, deep + 1):
            named = inner.strip() if "&" in inner else f"& {inner.strip()}"
            yield named.replace("&", selectors.strip()), declared


def _is_shown(selectors: str) -> bool:
    media = MEDIA.match(selectors)
    if media is None:
        return GROUPS.match(selectors) is not None
    return any(map(_applies, media["queries"].lower().split(",")))


def _applies(query: str) -> bool:
    """Tell whether a query holds for a usual screen; what is not understood may."""
    if UNSEEN.search(query):
        return False
    for each in WIDTH.finditer(query):
        size = float(each["size"]) * (1.0 if each["unit"] == "px" else LETTER)
        if (size > SCREEN) == (each["edge"] == "min") and size != SCREEN:
            return False
    return True
