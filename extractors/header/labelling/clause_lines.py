"""The lines of a clause whose title stands alone: where they end, and which say what the title names."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.fields import numerals
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.value_lines import MOST_LINES, begins_label, wrapped
from extractors.header.labelling.value_types import fits
from extractors.late import late
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run, cut_out, joined
from extractors.vocabulary.meanings import Label

NUMERALS = late(
    r"\s*(?:(?P<article>第.+?[条章款]|(?i:Article|Art\.|Clause|Section|§|Điều)\s?\d)|(?P<han>[一二三四五六七八九十]+\s*[、.．,，])|(?P<bracket>[（(].+?[)）])"
    r"|(?P<figure>\d{1,2}\s*[、.．)）])|(?P<deep>\d+\.\d+)|(?P<bullet>[●•*-]))"
)
"""The ways to number a clause; what is numbered in another way below it is a part of it."""
FIGURE = late(r"\s*(\d{1,2})\s*[、.．)）](?!\d)")
ARTICLE = late(rf"\s*第\s?(\d{{1,2}}|[{numerals.NUMERAL}]{{1,3}})\s?[条章款]")
BANK = late(r"开户|[账帐]号|户名|税号|\b(?:bank|account no|iban|swift)\b", re.IGNORECASE)
"""To where is paid, and not when: beside the terms of a clause it changes nothing of them."""
DEEPER = late(r"\s*(\d{1,2})\.\d{1,2}[.．]?\s")
SUBCLAUSE = late(r"\s*\d{1,2}(?:\.\d{1,2})+[.．]?\s+")
LONE = late(r"\s*(\d{1,2})\s*[.、]?\s*")
"""The number of a clause in a column of its own."""
COUNTED = late(r"\s*(\d{1,2})\s+(?=[A-Z][a-z]|[\u4e00-\u9fff]{2})(?!个|工作日|[天日周月年][之以内前后])")
"""The number of a clause before its title: "2 付款 Payment"; "3 个月内" goes on a text."""
APART = 4.0
"""The lines of a clause stand so far apart at most, in heights of their letters: options are left out."""
BLANK = 2.5
"""The text of a clause begins behind its title after so many heights at most: 第四条　付款　货到后…."""


class Clause(NamedTuple):
    """The lines under the title of a clause; `several`: they are of more than one numbered paragraph."""

    lines: list[Run]
    several: bool = False


def clause(blocks: PageBlocks, block: Block, meanings: frozenset[Label]) -> Clause:
    """Return the lines of a clause whose title stands alone; nothing where it is not seen to end.

    Of several numbered paragraphs the one that speaks of what the title says, if the others state no figures:
    whether these change nothing is for a person to see.
    """
    following = _next_apart(blocks, block) or _next_counted(block)
    way = (following or _numbered(block.text)) if text_beside(blocks, block) is None else None
    lines: list[Run] = []
    current = block
    while way is not None and block.cell is None and len(lines) < MOST_LINES:
        below = blocks.under(current.box, APART)
        inner = below is not None and is_within(block.text, below.text)
        lone = _number_of(below.text) if below is not None and following else None
        if lone is not None and lone != following:
            return Clause([])
        plain = not inner and lone is None and below is not None and _numbered(below.text) is None
        if below is None or (plain and begins_label(below.text)):
            return Clause([])
        if lone is not None or (not inner and _numbered(below.text) == way):
            return Clause(lines and (_telling(lines, meanings) or lines), _are_several(lines))
        lines += below.lines
        current = below
    return Clause([])


def _next_apart(blocks: PageBlocks, block: Block) -> str | None:
    """Return the number of the next clause where the numbers stand in a column of their own."""
    left = [other for other in blocks.line(block) if other.box.x1 < block.box.x0]
    lone = LONE.fullmatch(left[0].text) if len(left) == 1 else None
    return str(int(lone[1]) + 1) if lone is not None and block.cell is None else None


def _next_counted(block: Block) -> str | None:
    """Return the number of the next clause where a mere blank parts the numbers from the titles."""
    counted = COUNTED.match(block.text) if block.cell is None and CLAUSE.match(block.text) is None else None
    return str(int(counted[1]) + 1) if counted is not None else None


def _number_of(text: str) -> str | None:
    """Return the number that stands alone in a line, or a mere blank before a title."""
    number = LONE.fullmatch(text) or COUNTED.match(text)
    return number[1] if number is not None else None


def text_beside(blocks: PageBlocks, block: Block) -> Block | None:
    """Return the text that begins behind the title of a clause, a mere blank away: it goes on at the left."""
    right = blocks.right_of(block) if block.cell is None else None
    near = right is not None and right.box.x0 - block.box.x1 < BLANK * block.box.height
    return right if near and right is not None and not begins_label(right.text) else None


def flush_below(blocks: PageBlocks, block: Block, right: Block) -> list[Run]:
    """Return the lines at the left edge that go on the text beside the title of its clause."""
    if text_beside(blocks, block) is not right:
        return []
    line = joined([block.lines[-1], right.lines[0]])
    return list(wrapped(blocks, line, len(line.text) - len(right.lines[0].text)))


def _telling(lines: Sequence[Run], meanings: frozenset[Label]) -> list[Run]:
    """Return the only numbered paragraph, or the only one of its kind beside others without figures."""
    starts = [at for at, run in enumerate(lines) if DEEPER.match(run.text)] or [0]
    ends = [*starts[1:], len(lines)]
    parts = [
        [_unnumbered(lines[start]), *lines[start + 1 : end]] for start, end in zip(starts, ends, strict=True)
    ]
    if starts[0] > 0 or len(parts) == 1:
        return [] if starts[0] > 0 else parts[0]
    texts = [" ".join(run.text for run in part) for part in parts]
    own = [at for at, text in enumerate(texts) if not BANK.search(text)]
    fitting = [at for at in own if any(fits(each, texts[at]) for each in meanings)] or own
    plain = all(at in fitting or not any(map(str.isdigit, texts[at])) for at in own)
    return parts[fitting[0]] if len(fitting) == 1 and plain else []


def _are_several(lines: Sequence[Run]) -> bool:
    """Tell whether a clause's lines are paragraphs with numbers of their own."""
    return sum(DEEPER.match(run.text) is not None for run in lines) > 1


def is_within(heading: str, text: str) -> bool:
    """Tell whether a text is a numbered paragraph of the clause with this heading: "4.1." under "4."."""
    own, inner = FIGURE.match(heading) or ARTICLE.match(heading), DEEPER.match(text)
    if own is None or inner is None:
        return False
    number = own[1] if own[1].isdigit() else str(numerals.parse(own[1]))
    return number == inner[1]


def _unnumbered(run: Run) -> Run:
    """Return the only paragraph of a clause without its number (4.1)."""
    mark = CLAUSE.match(run.text) or SUBCLAUSE.match(run.text)
    return (cut_out(run, mark.end(), len(run.text)) or run) if mark else run


def _numbered(text: str) -> str | None:
    """Return the way in which a line is numbered as a clause, None where it is not."""
    if CLAUSE.match(text) is None:
        return None
    numeral = NUMERALS.match(text)
    return numeral.lastgroup if numeral else None
