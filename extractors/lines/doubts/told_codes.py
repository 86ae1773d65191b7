"""Numbers that a name or a note tells in passing: "Cover, as DWG DG-0115 rev 3", "Seal model BL108-45".

Where no column and no label states one, it is likely the item's, and never sure: it may be that of the
whole of which the item is a part.
"""

import re
from collections.abc import Iterator

from extractors.fields import parts
from extractors.late import late
from extractors.lines.item import Item, Text
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.vocabulary.meanings import Role

CODE = (
    r"[\s.-]*(?:(?:no|nr|number|nummer)(?![A-Za-z])\.?)?[\s:：#]*"
    r"(?P<code>(?=[A-Za-z0-9_./-]*\d)[A-Za-z0-9][A-Za-z0-9_./-]*[A-Za-z0-9])"
)
DRAWN = Rare(
    rf"(?:(?<![A-Za-z])(?:drawing|dwg|drg|zeichnung|zeichn|zchng|zchn|zchg|zng)s?(?![A-Za-z])"
    rf"|图(?:号|纸号?|样号?)){CODE}",
    "drawing|dwg|drg|zeichn|zchn|zchg|zng|图",
    re.IGNORECASE,
)
MODELLED = Rare(
    rf"(?:(?<![A-Za-z])(?:model|type|typ)(?![A-Za-z])|型号){CODE}", "model|type|typ|型号", re.IGNORECASE
)
LABELLED = Rare(
    rf"(?:(?<!\S)(?:model|type|typ)(?:[ -]?(?:no|nr|code)\.?)?|型号)\s?(?=[:：]){CODE}(?![\w/])",
    "model|type|typ|型号",
    re.IGNORECASE,
)
LED = late(
    r"[\s/|·,;-]*(?P<label>(?:[^\W\d_]{1,12}[.:]?(?:[\s-]*(?:nr|no)\b\.?)?\s+){0,2})"
    r"(?P<code>(?=(?:[^\s\d]*\d){3})[A-Z]{1,4}[-/ ]?\d[\w./-]{2,}|\d[\d./-]*-\d[\w./-]{3,})\s*",
    re.IGNORECASE,
)
"""A code alone in a note, behind a word or two that no list knows: "Abb. GA-70418 Rev. 3"."""
SHEET = late(r"\b(?:blatt|bl|bild|abb|fig|figure|sheet|sht|plan|sketch|skizze|siehe|see)\b", re.IGNORECASE)
"""Words that lead to a drawing, and are no label of one."""
SAYING = (Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL, Role.REMARK)
NAMING = (Role.DESCRIPTION, Role.SPECIFICATION)
SHORTEST = 4


def drawing(item: Item) -> Text | None:
    """Return the drawing that a text of an item names, with its revision."""
    spans = [*_spans(item, SAYING), *((run, 0, len(run.text)) for run in item.notes)]
    found = next(_told(spans, DRAWN), None)
    revised = parts.REVISION.match(found.run.text, found.end) if found is not None else None
    return Text(found.run, found.start, revised.end(), None) if found and revised else found


def noted(item: Item) -> Text | None:
    """Return what may be a drawing in a note of an item: a code of which no known word says what it is."""
    for run in item.notes:
        text, revised = parts.revision(run.text)
        led = LED.fullmatch(text)
        if led is None or not (revised or SHEET.search(led["label"])) or parts.is_tag(led["code"]):
            continue
        if parts.is_clear(led["code"]):
            return Text(run, led.start("code"), len(run.text.rstrip()), None)
    return None


def model(item: Item) -> Text | None:
    """Return the model that the name of an item tells."""
    return next(_told(_spans(item, NAMING), MODELLED), None)


def stated_model(item: Item) -> Text | None:
    """Return the model of a column, or behind a label that begins a line of the name: "Model: GX-40"."""
    spans = _spans(item, NAMING)
    return item.one(Role.MODEL) or next(
        (text for text in _told(spans, LABELLED) if _begins_line(text.run, text.start)), None
    )


def _begins_line(run: Run, code: int) -> bool:
    """Tell whether the label before a code is the first word of its line, below others of its text."""
    at = next((nth for nth, start in enumerate(run.starts) if start >= code), len(run.words)) - 1
    label = run.words[at]
    return at > 0 and run.words[at - 1].box.bottom <= label.box.middle


def _spans(item: Item, roles: tuple[Role, ...]) -> list[tuple[Run, int, int]]:
    return [(text.run, text.start, text.end) for role in roles for text in item.texts.get(role, ())]


def _told(spans: list[tuple[Run, int, int]], said: Rare) -> Iterator[Text]:
    for run, start, end in spans:
        found = said.search(run.text[start:end])
        if found is not None and len(found["code"]) >= SHORTEST and parts.looks_like_code(found["code"]):
            yield Text(run, start + found.start("code"), start + found.end(), None)
