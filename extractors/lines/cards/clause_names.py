"""Names told in several clauses of one line, with sizes in them that look like quantities.

"Mechanical seal, size 3, 90 mm" above "Qty: 2 pcs" is one name.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import dates, parts, quantities, units
from extractors.late import late
from extractors.lines.cards.lone_codes import CODED
from extractors.lines.headings import CODES
from extractors.lines.item import Text
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

CODE = late(r"\d{6,}|(?=[A-Z0-9-]*\d{4})(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9/-]{6,}")
LEADING_CODE = late(r"(?=(?:\S*\d){4})(?=\S*[A-Z])(?=\S*[/-])[A-Z0-9][A-Z0-9./-]{6,}")
"""Before a name a code may be any letters and figures: behind it they may be its size."""
ASIDE = late(r"\s*[（(]\s*(?P<code>[A-Z0-9][A-Z0-9./-]{5,})\s*[)）]?$")
"""A number of the part in brackets behind its name."""
MADE = late(
    r"(?!(?:\S*\d){4})(?!\S*\d[x×]$)(?!(?i:rev|ver|pos|item|line|qty|c?wk?|kw|[nk]/)\S)(?=\S*[A-Z])"
    r"(?:(?=\S*\d)[A-Za-z0-9.]+|[A-Za-z]+(?:/[A-Za-z]+)+|[A-Z][a-z]+[A-Z]\w*)"
)
"""A word that no sentence has: letters with figures or slashes in them, or with capitals inside."""
SIZED = late(
    r"(?:(?:for )?(?:shaft|bore|pipe)(?: dia(?:meter|\.)?)?|dia(?:meter)?|size|length|width|height|thickness"
    r"|od|id|dn|pn|class|series|frame|type|welle|größe|länge|typ)\s+"
    r"(?:[A-Z]{1,2}|\d[\d.,/x×-]*(?:\s?(?:mm|cm|m|inch|in|\"))?)",
    re.IGNORECASE,
)
"""What is measured or of which kind a thing is: "shaft 220 mm", "type B"."""
MEASURES = frozenset({"MM", "CM", "INCH", "M", "FT", "L", "ML", "GAL", "KG", "G", "LB", "M2", "M3"})
"""Units that say how large a thing is as well as how much is ordered."""
LENGTHS = frozenset({"MM", "CM", "INCH"})
"""Units in which hardly anything is ordered."""
Said = tuple[Role | None, Text]


def told_apart(said: Sequence[Said]) -> Sequence[Said]:
    """Return what an item says, a measure as a part of its name where a label states another quantity."""
    stated = [text for role, text in said if role is Role.QUANTITY]
    counted = {_unit(text) for text in stated if _is_labelled(text)} or _pieces(stated) or _priced(said)
    if not counted:
        return said
    return [
        (None, text) if _is_size(role, text) and _unit(text) not in counted else (role, text)
        for role, text in said
    ]


def _pieces(stated: Sequence[Text]) -> set[str | None]:
    """Return the unit of the one quantity beside nothing but lengths: "Gasket, 1.5 mm, 6 pcs x 38.00"."""
    counts = [unit for text in stated if (unit := _unit(text)) not in LENGTHS]
    return set(counts) if len(counts) == 1 and len(stated) > 1 else set()


def _priced(said: Sequence[Said]) -> set[str | None]:
    """Return the unit of the one quantity of things right before a price: "Tank, 40 l", "1 pc at 17.00"."""
    pairs = itertools.pairwise(said)
    led = [
        _unit(count)
        for (role, count), (next_role, price) in pairs
        if role is Role.QUANTITY and next_role is Role.PRICE and count.run is price.run
    ]
    return set(led) if len(led) == 1 and led[0] not in {None, *MEASURES} else set()


def _is_labelled(text: Text) -> bool:
    return text.heading is not None and bool(text.heading.text.strip())


def _is_size(role: Role | None, text: Text) -> bool:
    return role is Role.QUANTITY and not _is_labelled(text) and _unit(text) in MEASURES


def _unit(text: Text) -> str | None:
    found = quantities.parse(text.printed)
    return units.canonical(found.unit) if found is not None and found.unit is not None else None


def left_over(texts: dict[Role, tuple[Text, ...]], text: Text) -> Sequence[Run]:
    """Let a name go on behind its comma: "Mechanical seal, size 3, 90 mm" is one name, said in clauses.

    Returns what may say something besides: nothing where a size or a material follows.
    """
    name = texts.get(Role.DESCRIPTION, (None,))[0]
    if name is None or name.heading is not None or name.run is not text.run or text.start <= name.end:
        return (text.run,)
    between = text.run.text[name.end : text.start]
    if between.strip() != "," or not any(map(str.isalpha, text.printed)):
        return (text.run,)
    closed = text.run.text[text.end : text.end + 1] == ")" and "(" in name.printed
    texts[Role.DESCRIPTION] = (replace(name, end=text.end + closed),)
    return () if not closed and _is_made_so(text.printed) else (text.run,)


def _is_made_so(text: str) -> bool:
    """Tell whether a text is a measure or a kind, or nothing but signs of materials: SiC/FKM, CD4MCu."""
    if SIZED.fullmatch(text):
        return True
    found = quantities.parse(text)
    if found is not None and found.unit is not None:
        return units.canonical(found.unit) in MEASURES
    return not dates.find(text) and all(map(MADE.fullmatch, text.split()))


def split_code(texts: dict[Role, tuple[Text, ...]]) -> None:
    """Take the first or last word of a name for its code where no other is stated; whose it is stays open."""
    name = texts.get(Role.DESCRIPTION, (None,))[0]
    words = name.printed.split() if name is not None else []
    if name is None or len(words) < 2 or not texts.keys().isdisjoint(CODES):
        return
    begin = name.run.text.index(name.printed, name.start)
    end = begin + len(name.printed)
    aside = ASIDE.search(name.printed)
    if aside is not None and parts.has_figures(aside["code"]):
        low, high = (begin + at for at in aside.span("code"))
        texts[Role.PART] = (Text(name.run, low, high, CODED),)
        texts[Role.DESCRIPTION] = (replace(name, end=begin + aside.start()),)
        return
    for word, low, high in ((words[0], begin, begin + len(words[0])), (words[-1], end - len(words[-1]), end)):
        coded = CODE.fullmatch(word.strip("[]()（）")) or (low == begin and LEADING_CODE.fullmatch(word))
        if coded:
            rest = (high, end) if low == begin else (begin, low)
            inner = low + len(word) - len(word.lstrip("[(（"))
            texts[Role.PART] = (Text(name.run, inner, inner + len(word.strip("[]()（）")), CODED),)
            texts[Role.DESCRIPTION] = (replace(name, start=rest[0], end=rest[1]),)
            return
