"""Names of things and numbers of parts that something else stands in: what is read so is not sure.

A column that was mistaken, or a line that belongs to another field, leaves its traces: a day or an hour in a
name, a label without its value at its end, a quantity before a drawing number.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace

from extractors.fields import dates, parts, quantities, units
from extractors.late import late
from extractors.lines.doubts import doubtful_items
from extractors.lines.headings import recognise
from extractors.lines.item import Text
from extractors.lines.item_table import MONEY_OR_COUNT
from extractors.vocabulary.meanings import Role

CLOCK = late(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")
COLON = late(r"[:：]")
"""In the further lines of a name it stands behind a label that nobody knows."""
LISTING = late(
    r"(?:\b(?:comprising|consisting of|composed of|including|bestehend aus)|包括|包含|组成)\s?[:：]",
    re.IGNORECASE,
)
"""What leads to the parts of a thing, which its name goes on with: "Repair kit, comprising:"."""
LABELLED = frozenset(
    {
        Role.SELLER_PART,
        Role.BUYER_PART,
        Role.LOCAL_PART,
        Role.MATERIAL_CODE,
        Role.PRODUCT_CODE,
        Role.MAKER_PART,
        Role.DRAWING,
        Role.DELIVERY,
    }
)
"""What a label at the end of a name would label; "part" or "item" may be the name itself."""
BEGIN = late(r"(?<=\s)\S|(?<=[^\u4e00-\u9fff])[\u4e00-\u9fff]")
"""Where a label may begin: behind a blank, or where Chinese begins."""
WITH = late(r"c/w\b|w/", re.IGNORECASE)
"""Complete with: no calendar week of delivery."""
FIGURE = late(r"\d+(?:[.,]\d+)?\s+\S")
LABEL_END = late(r"[a-z]{3,}\.?(?=[A-Z\d])")
CODED = late(r"(?=(?:\S*\d){3})[A-Za-z0-9][\w./-]{4,}$")
PAIR = late(r"(\S+?)\s*[·•／∕｜|]\s*(\S+)|(\S+)\s+/\s+(\S+)")
BROKEN = ("-", "/", "_")
"""How a name ends that its narrow cell broke: "Seal repair kit RK-"."""
PAIR_END = late(r"(\S+?)\s*[·•／∕｜|]\s*(\S+)$")
CODE_LABEL = late(
    r"(?:编码|编号|料号|物料号|件号|图号|代码|货号|\b(?:no|number|code)\.?)\s*[:：]?$", re.IGNORECASE
)
NOTED = "**"
"""What sets a note apart from the name it stands behind: "** free of charge **"."""
LONGEST = 40
FEWEST = 4


def is_doubtful_name(text: Text) -> bool:
    """Tell whether a name is none, or holds more than the name."""
    printed = text.printed
    if (
        printed.endswith(BROKEN)
        or NOTED in printed
        or _is_count(printed)
        or CLOCK.search(printed)
        or dates.find(printed)
    ):
        return True
    if _is_of_headings(printed):
        return True
    if text.lines == 1:
        return _ends_with_codes(printed)
    labelled = COLON.search(LISTING.sub(" ", printed)) is not None
    labelled = labelled or _ends_with_label(printed) or _holds_code(text)
    return (
        labelled
        or _holds_codes(text)
        or any(doubtful_items.is_remark(" ".join(line)) for line in _further_lines(text))
    )


def _is_count(text: str) -> bool:
    """Tell whether a text is a quantity or a unit and so no name of a thing: its column was mistaken."""
    found = quantities.parse(text)
    return units.canonical(text) is not None or (found is not None and found.unit is not None)


def _is_of_headings(text: str) -> bool:
    """Tell whether a text is made of headings of numbers: "Ordered Net price Amount" is a heading."""
    heading = recognise(text)
    return heading is not None and heading.exact and len(heading.roles & MONEY_OR_COUNT) > 1


def _ends_with_label(text: str) -> bool:
    """Tell whether a name goes over into a label whose value stands elsewhere: "RK-80 需方编码Buyer"."""
    starts = [match.start() for match in BEGIN.finditer(text)]
    tails = (text[start:] for start in starts if FEWEST <= len(text) - start <= LONGEST)
    return any(_is_label(tail) for tail in tails if WITH.match(tail) is None)


def _holds_code(text: Text) -> bool:
    """Tell whether a further line of a name begins like a label of codes and ends with one."""
    lines = _further_lines(text)
    return any(len(line) > 1 and CODED.match(line[-1]) and _is_label(" ".join(line)) for line in lines)


def _holds_codes(text: Text) -> bool:
    """Tell whether a further line of a name is two codes with a mark between: "KH-40071 · 10044180"."""
    pairs = (PAIR.fullmatch(" ".join(line)) for line in _further_lines(text))
    return any(pair is not None and all(map(parts.is_clear, filter(None, pair.groups()))) for pair in pairs)


def _ends_with_codes(text: str) -> bool:
    """Tell whether a name on one line ends with the label of a code, or with two codes: "轴套 供方编码"."""
    pair = PAIR_END.search(text)
    paired = pair is not None and all(map(parts.is_clear, pair.groups()))
    return paired or (CODE_LABEL.search(text) is not None and _ends_with_label(text))


def _further_lines(text: Text) -> list[list[str]]:
    """Return the words of each line of a name behind the first."""
    words = [word for word, _, _ in text.run.within(text.start, text.end)]
    lines: list[list[str]] = []
    for before, word in itertools.pairwise(words):
        if word.box.middle > before.box.bottom:
            lines.append([])
        if lines:
            lines[-1].append(word.text)
    return lines


def settled(text: Text) -> tuple[Text, bool]:
    """Return a name without what its further lines say besides, and whether it is doubtful."""
    text = without_requests(text)
    doubtful = is_doubtful_name(text)
    return (without_remarks(text) if doubtful else text), doubtful


def without_remarks(text: Text) -> Text:
    """Return a name without the further lines from the first on that says something else of the thing."""
    return _before(text, doubtful_items.is_remark)


def without_requests(text: Text) -> Text:
    """Return a name without the lines that ask for packing or papers, where nothing else follows them."""
    lines = [" ".join(line) for line in _further_lines(text)]
    asked = [doubtful_items.is_accompanying(line) for line in lines]
    first = asked.index(True) if True in asked else len(lines)
    return (
        _before(text, doubtful_items.is_accompanying) if all(asked[first:]) and first < len(lines) else text
    )


def _before(text: Text, is_apart: Callable[[str], bool]) -> Text:
    """Return a name up to the first of its further lines that is none of it."""
    lines = [[(text.run.words[0], 0)]]
    for (before, _), (word, start) in itertools.pairwise(zip(text.run.words, text.run.starts, strict=True)):
        if word.box.middle > before.box.bottom:
            lines.append([])
        lines[-1].append((word, start))
    for line in lines[1:]:
        start = line[0][1]
        if text.start < start < text.end and is_apart(" ".join(word.text for word, _ in line)):
            return replace(text, end=start)
    return text


def _is_label(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and bool(heading.roles) and heading.roles <= LABELLED


def is_doubtful_code(value: str) -> bool:
    """Tell whether something else stands beside a code: a quantity, the end of its label, a machine's tag.

    "12.5 5-59773-04 Rev.A", "partDMD-938-55", "CS-7120-40 P-1302A/B".
    """
    first, *others = value.split()
    if any(map(parts.is_tag, others)) and any(map(str.isdigit, first)):
        return True
    return FIGURE.match(parts.revision(value)[0]) is not None or LABEL_END.match(value) is not None
