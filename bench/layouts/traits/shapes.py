"""Small shapes that the pages of this group are put together from."""

# ruff: noqa: E501 - a piece of markup stays a line

import datetime as dt
from collections.abc import Iterable, Sequence

from bench.layouts.layout import Spec
from bench.layouts.markup import text
from demo.make_notation import MONTHS

GRID = ".items{width:100%;margin:2mm 0}.items td,.items th{border:1px solid #000;padding:3px 4px;font-weight:normal;font-size:8pt}"
OPEN = ".items{width:100%;margin:3mm 0}.items td,.items th{padding:3px 6px;text-align:left;font-weight:normal;font-size:8.5pt}.items thead th{border-bottom:1.5px solid #000}"
BOX = ".box{border-collapse:collapse;width:100%;margin:2mm 0}.box td,.box th{border:1px solid #000;padding:3px 5px;text-align:left;font-weight:normal;vertical-align:top}"
RIGHT = "td.r,th.r{text-align:right!important}"
PAGE_BREAK = "<div style='page-break-before:always'></div>"


def said(pairs: Iterable[tuple[str, object]], mark: str = "：") -> str:
    """Return a line for each label and its value; a value of None is left out."""
    return "".join(f"<p>{label}{mark}{text(value)}</p>" for label, value in pairs if value is not None)


def paired(pairs: Sequence[tuple[str, object]], count: int = 2, name: str = "box", mark: str = "") -> str:
    """Return a table with cells of labels and cells of values, `count` pairs in a row."""
    rows = ""
    for at in range(0, len(pairs), count):
        cells = "".join(
            f"<td>{label}{mark}</td><td>{text(value)}</td>" for label, value in pairs[at : at + count]
        )
        rows += f"<tr>{cells}</tr>"
    return f"<table class={name}>{rows}</table>"


def captioned(pairs: Sequence[tuple[str, object]], name: str = "box", small: str = "7pt") -> str:
    """Return a row of boxes, each with its label small above the value."""
    cells = "".join(
        f"<td><span style='font-size:{small}'>{label}</span><br>{text(value)}</td>" for label, value in pairs
    )
    return f"<table class={name}><tr>{cells}</tr></table>"


def right(value: object, tag: str = "td") -> str:
    """Return a cell whose text stands at the right."""
    return f"<{tag} class=r>{text(value)}</{tag}>"


def beside(left: str, other: str, parts: str = "1fr 1fr") -> str:
    """Return two pieces of a page side by side."""
    return f"<div style='display:grid;grid-template-columns:{parts};column-gap:6mm'><div>{left}</div><div>{other}</div></div>"


def small_terms(texts: Sequence[str]) -> str:
    """Return terms in small letters on a page of their own, in two columns."""
    listed = "".join(f"<p>{each}</p>" for each in texts)
    return f"{PAGE_BREAK}<div style='columns:2;font-size:6.5pt'>{listed}</div>"


def month_day(day: dt.date) -> str:
    """Return a day as 05 MAR 2026."""
    return f"{day.day:02d} {MONTHS[day.month - 1].upper()} {day.year}"


def stamp(words: str, place: str, colour: str = "#c22") -> str:
    """Return a round stamp that lies over what stands there."""
    return (
        f"<div style='position:absolute;{place};width:34mm;height:34mm;border:3px solid {colour};"
        f"border-radius:50%;color:{colour};opacity:.5;text-align:center;line-height:34mm;"
        f"transform:rotate(-14deg);font-size:10pt'>{words}</div>"
    )


def western_spec(currency: str, stated: str = "quotation place terms incoterms", **further: object) -> Spec:
    """Return what an order in English states that says nothing of tax, unless `further` has it otherwise."""
    base: dict[str, object] = {
        "language": "en",
        "currency": currency,
        "basis": "none",
        "rate": None,
        "describe": "{en} {size}",
        "units": "en",
        "stated": stated,
    }
    return Spec(**(base | further))  # type: ignore[arg-type] # each by its name
