"""Fields of forms in web pages: what they show, and whether that is what somebody chose."""

from dataclasses import replace

from lxml import html

from extractors.readers.web_styles import Style


def entered(element: html.HtmlElement) -> str:
    """Return what a form field shows."""
    if element.tag == "select":
        every = list(element.iter("option"))
        shown = _selected(element) or ([] if element.get("multiple") is not None else every)
        return f" {shown[0].text_content()} " if shown else ""
    kind = (element.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return "☑" if element.get("checked") is not None else "☐"
    return f" {element.get('value') or ''} " if kind not in {"hidden", "password", "submit", "image"} else ""


def answered(element: html.HtmlElement, style: Style) -> Style:
    """Return the style of a form field; a list of which no option is said to be chosen shows the first."""
    return style if element.tag != "select" or _selected(element) else replace(style, guessed=True)


def _selected(element: html.HtmlElement) -> list[html.HtmlElement]:
    return [each for each in element.iter("option") if each.get("selected") is not None]
