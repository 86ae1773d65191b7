"""Clauses and notes of a comparison in the reader's language.

A clause is one text: its kind and its value in the notation of the kind (`extractors/clauses`).
"""

import re
from collections.abc import Mapping

from models.comparison import Note
from review import display
from review.words import has_word, say, word

DAMAGES = re.compile(r"(?P<rate>[A-Z]{3}[0-9.]+|[0-9.]+)/(?P<unit>[DWM]) cap (?P<cap>\S+)")
BOUND = re.compile(r"(?P<start>\w+|-):(?P<count>[0-9]+)(?P<unit>[HDWMY])")
ROW = re.compile(r"(?:row (?P<row>[0-9]+)|beside the rows):\s*(?P<text>.*)", re.DOTALL)
"""A row of an export that is not understood, or what stands in none of its rows (`compare.quoted_flaws`)."""
CLAUSES = frozenset({"H10", "H11", "H12", "H13", "L07", "L11", "L14"})
"""Checks of which a side may be a clause."""


def note(lang: str, one: Note) -> str:
    """Return what a note says; notes of older comparisons have their English text alone."""
    if not one.what or not has_word("note", one.what):
        return one.text
    return say(lang, f"note.{one.what}", **_shown(lang, one.code, dict(one.values)))


def _shown(lang: str, code: str, values: Mapping[str, str]) -> dict[str, str]:
    field = values.get("field", "")
    found = {name: side(lang, code, field, text) for name, text in values.items()}
    if "clause" in values:
        found["clause"] = clause(lang, values["clause"])
    if field:
        found["field"] = word(lang, "field", field)
    if "why" in values:
        found["why"] = word(lang, "why", values["why"]) if values["why"] else ""
        both = (found.get("document", ""), found.get("quotation", ""))
        found["sides"] = " / ".join(filter(None, both)) or "–"
    return found


def side(lang: str, code: str, field: str, text: str) -> str:
    """Return one side of a check in words: a clause where clauses are compared, or a row of an export."""
    row = ROW.fullmatch(text)
    if row is not None:
        named = {name: each for name, each in row.groupdict().items() if each is not None}
        return say(lang, "note.quoted_row" if "row" in named else "note.quoted_beside", **named)
    said = clause(lang, text) if code in CLAUSES else text
    return display.value(lang, field, text) if said == text else said


def clause(lang: str, text: str) -> str:
    """Return a clause in words; what is no clause in the notation stays as it is."""
    kind, _, value = text.partition(" ")
    if kind == "damages" and (match := DAMAGES.fullmatch(value)):
        return _damages(lang, match)
    if kind == "warranty":
        return _warranty(lang, value)
    if kind == "lots":
        return say(lang, "clause.lots", lots=say(lang, "sentence.list").join(_lots(lang, value)))
    if kind == "docs":
        papers = [each.replace(":", " ×") for each in value.split()]
        return say(lang, "clause.docs", papers=say(lang, "sentence.list").join(papers))
    if kind == "tolerance":
        return say(lang, "clause.tolerance", tolerance=" / ".join(f"{each} %" for each in value.split()))
    return _plainly(lang, kind, value) or text


def _plainly(lang: str, kind: str, value: str) -> str:
    if kind == "effective":
        known = has_word("clause", f"after_{value}")
        condition = word(lang, "clause", f"after_{value}") if known else value
        return say(lang, "clause.effective", condition=condition)
    if kind == "charge":
        taken = value.startswith("-")
        return say(lang, "clause.taken_off" if taken else "clause.charged", value=value.removeprefix("-"))
    if kind in {"discount", "included"}:
        return say(lang, "clause.discount" if kind == "discount" else "clause.included", value=value)
    if kind == "liability" and value.startswith("cap "):
        return say(lang, "clause.liability_cap", share=f"{value.removeprefix('cap ').rstrip('%')} %")
    names = {
        "liability unlimited": "clause.liability_unlimited",
        "liability no_consequential": "clause.liability_consequential",
        "pay_when_paid": "clause.pay_when_paid",
        "free": "clause.free",
        "partial allowed": "clause.partial_allowed",
        "partial forbidden": "clause.partial_forbidden",
    }
    name = names.get(f"{kind} {value}".strip())
    return say(lang, name) if name else ""


def _damages(lang: str, match: re.Match[str]) -> str:
    per = word(lang, "clause", f"per_{match['unit']}")
    rate = _share(match["rate"])
    if match["cap"] == "none":
        return say(lang, "clause.damages_unlimited", per=per, rate=rate)
    return say(lang, "clause.damages", per=per, rate=rate, cap=_share(match["cap"]))


def _share(text: str) -> str:
    return f"{text[:3]} {text[3:]}" if text[:1].isalpha() else f"{text} %"


def _warranty(lang: str, value: str) -> str:
    bounds = [_bound(lang, match) for match in BOUND.finditer(value)]
    name = {"first": "clause.warranty_first", "last": "clause.warranty_last"}.get(value.partition(" ")[0])
    return say(lang, name or "clause.warranty", bounds=say(lang, "sentence.list").join(bounds))


def _bound(lang: str, match: re.Match[str]) -> str:
    count, unit = match["count"], match["unit"]
    hours = unit == "H"
    length = say(lang, "clause.hours", n=count) if hours else display.duration(lang, f"P{count}{unit}")
    start = f"from_{match['start']}"
    return say(lang, f"clause.{start}", length=length) if has_word("clause", start) else length


def _lots(lang: str, value: str) -> list[str]:
    pairs = [each.partition("@") for each in value.split()]
    return [say(lang, "clause.lot", count=count, day=display.duration(lang, day)) for count, _, day in pairs]
