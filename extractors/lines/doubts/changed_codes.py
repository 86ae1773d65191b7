"""Sentences that take back the number of a line, by the number itself: "10023188 is replaced by 10023199".

The table goes on saying what it said. Which thing is ordered is for a person to read: nothing that tells it,
how much of it and for how much is sure in the line that bears the number. That a number replaces an older
one says nothing against it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import parts
from extractors.fields.text import level
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines.doubts import changed_items
from extractors.lines.item import Item
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine

CHANGE = Rare(
    r"\b(?:replac(?:e[sd]?|ing)|supersed\w+|obsolete|discontinued|phased out|instead|substitut\w+|changed?"
    r"|no longer|correct(?:ed|ion)|wrong|by mistake|cancel\w*|deleted?|not (?:be )?required|on hold"
    r"|(?:do not|don't) (?:supply|deliver|ship|send|order|use|make|produce)"
    r"|nicht (?:liefern|bestellen|fertigen)"
    r"|ersetzt|ersetzen|statt|anstelle|entfällt|storniert|geändert|falsch|abgekündigt)\b"
    r"|替代|代替|替换|取代|改[为為成用]|停[产產]|取消|作废|作廢|[变變]更|更换[为成]|更換[為成]|更正|有[误誤]|[应應][为為]"
    r"|不要|[暂暫][缓緩不]|不再",
    "replac|supersed|obsolete|discontinued|phased|instead|substitut|no longer|change|correct|wrong|mistake"
    "|cancel|delete|do not|don't|nicht|not |on hold|ersetz|statt|anstelle|entf|storniert|ndert|falsch|abgek"
    "|替代|代替|替换|取代|改|停产|停產|取消|作废|作廢|变更|變更|更换|更換|更正|有误|有誤|应为|應為|应為|應为|不要|暂|暫|不再",
    re.IGNORECASE,
)
REPLACES = (
    r"[\s(（]{0,2}(?:replaces|supersedes|ersetzt(?! durch)|instead of|in place of|statt|anstelle"
    r"|替代|代替|取代)"
)
"""What a number that counts does to an older one."""
TAKES_OVER = late(r"(?:\b(?:by|with|durch|gegen)|[为為成按])\s?$", re.IGNORECASE)
"""What stands before the number that takes another's place."""
OLDER = late(
    r"(?P<replaced>replaces|supersedes|ersetzt(?! durch)|instead of|formerly|ex|替代|代替|取代)"
    r"[\s:：]*(?:\w+\.?\s){0,3}$"
    r"|^\W*(?:(?:als|as an?|as) )?(?:ersatz für|replacement (?:for|of))\s(?:[^\W\d]+\.?\s){0,2}$"
    r"|(?:[旧舊](?:物?料|产品|件|图)?[编編]?[号號码碼件]"
    r"|\b(?:old|former|previous) (?:article|part|item|material|code)\s?(?:code|number|no\.?)?)[\s:：]*$",
    re.IGNORECASE,
)
"""What stands before an older number whose place the item's own takes, or that is merely remembered."""
STILL = late(
    r"[按仍用请請发發]|为准|供货|继续|繼續|有效|适用"
    r"|\b(?:still|instead|continu\w+|deliver|supply|ship|order|use[ds]?|using|please|pls|kindly|keep|want\w*|need\w*"
    r"|appl(?:y|ies|icable)|valid|effective|remains?|until|bitte|weiter\w*|gilt|gültig|verwenden)\b",
    re.IGNORECASE,
)
"""With these a text may want the older number all the same: 请仍按旧编码供货, "old number … applies"."""
FORBIDDING = late(
    r"\b(?:do not|must not|may not|shall not|never|no) (?:be )?(?:replac\w+|substitut\w+|chang\w+)"
    r"|\bno substitut|without [^.]{0,20}consent|\breplace \S+ (?:in|on|at)\b"
    r"|不得|不允许|不允許|严禁|嚴禁|未经|未經",
    re.IGNORECASE,
)
"""What forbids a change."""
PAPERS = late(
    r"\b(?:certificates?|reports?|drawings?|inspection|packing|marking)\b(?:[^.;]|\.(?=\d)){0,40}"
    r"\bnot (?:be )?required\b",
    re.IGNORECASE,
)
"""What is not asked for, and is none of the goods."""
SHORTEST = 5


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines; those whose number a sentence takes back without certainty."""
    told = [text for text in texts(items, runs) if _speaks_of_change(text)]
    return tuple(
        changed_items.open_line(line)
        if any(_takes_back(text, code) for text in told for code in codes(line))
        else line
        for line in lines
    )


def _speaks_of_change(text: str) -> bool:
    return CHANGE.search(PAPERS.sub("", text)) is not None and FORBIDDING.search(text) is None


def texts(items: Sequence[Item], runs: Sequence[Run]) -> Iterator[str]:
    """Yield what is said beside the table, and in the notes of its items."""
    for run in sentences.paragraphs(runs):
        if len(run.text) <= changed_items.LONGEST:
            yield level(run.text)
    for item in items:
        yield from notes(item)


def notes(item: Item) -> Iterator[str]:
    """Yield the notes and remarks of an item."""
    yield from (level(run.text) for run in item.notes)
    yield from (level(text.printed) for text in item.texts.get(Role.REMARK, ()))


def codes(line: OrderLine) -> Iterator[str]:
    """Yield the numbers of a line that may stand in a sentence again."""
    for field in (line.part_number, line.customer_part_number):
        code = level(field.value) if field is not None and field.value else ""
        if len(code) >= SHORTEST and parts.looks_like_code(code):
            yield code


def _takes_back(text: str, code: str) -> bool:
    """Tell whether a text that speaks of a change names a code, and not as what takes a place."""
    if code.casefold() not in text.casefold():
        return False
    found = re.search(rf"{_word(code)}(?!{REPLACES})", text, re.IGNORECASE)
    return found is not None and TAKES_OVER.search(text[: found.start()]) is None


def is_named(code: str, text: str) -> bool:
    """Tell whether a text names a code, and not a longer one that holds it."""
    return code in text and re.search(_word(code), text) is not None


def is_older(before: str, text: str) -> bool:
    """Tell whether what stands before a number calls it an older one, and its text does not ask for it."""
    found = OLDER.search(before)
    return found is not None and (found["replaced"] is not None or STILL.search(text) is None)


def _word(code: str) -> str:
    return rf"(?<![A-Za-z\d-]){re.escape(code)}(?![A-Za-z\d-])"
