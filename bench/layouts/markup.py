"""Pages and tables of HTML."""

import html
from collections.abc import Iterable, Sequence

from bench.layouts.layout import Print

SANS = "'Noto Sans CJK SC', 'DejaVu Sans', sans-serif"
SERIF = "'Noto Serif CJK SC', 'DejaVu Serif', serif"
MONO = "'Noto Sans Mono CJK SC', 'DejaVu Sans Mono', monospace"

Cell = object


def text(value: Cell) -> str:
    """Return a value as it stands in HTML, nothing for None."""
    return "" if value is None else html.escape(str(value), quote=False)


def row(cells: Iterable[Cell], tag: str = "td") -> str:
    """Return a row of a table; a cell that begins with `<` is markup already."""
    return "<tr>" + "".join(_cell(each, tag) for each in cells) + "</tr>"


def table(heads: Sequence[Cell], rows: Iterable[Iterable[Cell]], name: str = "items", foot: str = "") -> str:
    """Return a table with one row of headings; `foot` are further rows."""
    head = f"<thead>{row(heads, 'th')}</thead>" if heads else ""
    return f'<table class="{name}">{head}<tbody>{"".join(map(row, rows))}{foot}</tbody></table>'


def page(body: str, style: str, *, size: str = "A4", margin: str = "15mm", font: str = SANS) -> Print:
    """Return a page that is printed on paper of `size`."""
    return Print(document(body, f"@page{{size:{size};margin:{margin}}}{style}", font))


def document(body: str, style: str, font: str = SANS) -> str:
    """Return a whole HTML document."""
    rules = f"body{{font-family:{font};font-size:9.5pt;margin:0}}table{{border-collapse:collapse}}{style}"
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{rules}</style></head>'
        f"<body>{body}</body></html>"
    )


def _cell(value: Cell, tag: str) -> str:
    content = text(value)
    if isinstance(value, str) and value.startswith("<"):
        if value.startswith((f"<{tag}", "<td", "<th")):
            return value
        content = value
    return f"<{tag}>{content}</{tag}>"
