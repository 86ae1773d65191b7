"""Sentences about one item, by its number: "We need 12 pcs of item 20", 第2项由需方自备.

The table goes on saying what it said. A count or a price that is none of the item's own, and a word by which
it is not ordered, not now or not for its price, puts in doubt what the table says of it; "only item 10" says
so of the others. When an item is to come, what belongs to it, and how it is packed says nothing against it.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import numerals
from extractors.late import late
from extractors.lines.doubts import changed_codes, changed_items, former_figures, said_figures
from extractors.lines.item import Item
from extractors.page.runs import Run
from extractors.rare import Rare
from models.reading import OrderLine

WORD = r"(?:items?|pos(?:ition(?:s|en)?|\.)?|lines?|artikel|zeilen?)\s?(?:(?:no|nr)s?\.?\s?)?"
HAN = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
NAMED = Rare(
    rf"\b{WORD}(?P<items>\d{{1,4}}(?:\s?(?:[,/&+-]|and|or|und|oder|sowie|to|bis)\s?(?:{WORD})?\d{{1,4}})*)(?![\w]|[.,]\d)",
    "item|pos|line|artikel|zeile",
    re.IGNORECASE,
)
NAMED_SO = Rare(
    rf"(?<![条款])第\s?(?P<items>{HAN}(?:[、,，和与及或至到-]{HAN})*)\s?[项行]"
    rf"|(?:序号|项次|行号|项号)\s?[为是:：]?\s?(?P<listed>\d{{1,4}}(?:[、,，和与及或至到-]\d{{1,4}})*)",
    "第|序号|项次|行号|项号",
)
PLACED = Rare(
    r"\b(?P<place>first|second|third|fourth|last|erste|zweite|dritte|vierte|letzte)[rnms]?"
    r" (?:items?|pos(?:ition|\.)|row|zeile|artikel)\b|(?P<last>最后一[项行])",
    "item|pos|row|zeile|artikel|最后一",
    re.IGNORECASE,
)
NAMING = (NAMED, NAMED_SO, PLACED)
PLACES = {
    **dict(zip(("first", "second", "third", "fourth"), range(4), strict=True)),
    **dict(zip(("erste", "zweite", "dritte", "vierte"), range(4), strict=True)),
    "last": -1,
    "letzte": -1,
    "最后一项": -1,
    "最后一行": -1,
}
NUMBER = late(HAN)
RANGE = late(rf"({HAN})\s?(?:-|to|bis|至|到)\s?(?:{WORD})?({HAN})", re.IGNORECASE)
END = late(r"[。；;！!]|(?<!\bpos)(?<!\bno)(?<!\bnr)(?<!\bca)\.(?=\s|$)", re.IGNORECASE)
BUY = (
    r"(?:(?:order|purchas|buy|bought|need|requir|want|releas|invoic|bestell|benötig|gebraucht|beauftrag)\w*"
    r"|abgerufen)"
)
MAKE = r"(?:(?:suppl(?!ier)|deliver|ship|send|sent|produc|manufactur|(?:ge|be|aus)?liefer|fertig)\w*)"
ORDER = rf"(?:{BUY}|{MAKE})"
LATER = r"(?:later|separately|später|separat|gesondert|nachträglich)(?! than| als)"
"""With these a thing may be sent and is ordered now; what is ordered so is not."""
ELSEWHERE = r"(?:elsewhere|already|by others|bereits|schon|anderweitig)"
TAKEN = late(
    r"\b(?:either|entweder|streich\w*|gestrichen|entf(?:ällt|allen|iel)|stornier\w*|weglassen|auslassen|bauseits"
    r"|beigestellt|zurück(?:ge)?stell\w*|optional\w*|alternativ\w*|eventual\w*|cancel\w*|omit\w*|skip\w*|drop\w*"
    r"|deleted?|strike|struck|removed?|disregard|ignored?|withdraw\w*|excluded?|postponed?|suspend\w*|forecast"
    r"|reserved?|agreed|vereinbart\w*|negotiat\w*|gratis|kostenlos|unberechnet|(?:leave|take|left|taken) out"
    r"|on hold|hold back"
    r"|(?:free of|without|no) charge|by (?:others|us|(?:the )?(?:buyer|customer|purchaser)))\b"
    r"|\d\s(?:or|oder)\s(?:the\s)?(?:(?:item|pos\w*\.?)\s?)?\d|[项行]?或者?第"
    rf"|\b{LATER}[^.;]{{0,40}}\b{BUY}|\b{BUY}\b[^.;]{{0,40}}\b{LATER}"
    rf"|\b{ELSEWHERE}\b[^.;]{{0,40}}\b{ORDER}|\b{ORDER}\b[^.;]{{0,40}}\b{ELSEWHERE}\b"
    rf"|\b(?:not|never|no longer|nicht|kein\w*)\b[^.;]{{0,30}}\b{ORDER}\b"
    r"(?![^.;]{0,40}\b(?:before|than|without|vor|ohne|als)\b)"
    rf"|\b{ORDER}\s(?:\w+\s){{0,2}}(?:not|nicht)\b"
    r"|\b(?:please|kindly) (?:quote|offer)\b|\banbieten\b|\b(?:for|zur) (?:quotation|[ei]nquiry|anfrage)\b"
    r"|\b(?:quote|quotation|offer|anfrage|angebot) only\b"
    r"|任选|选一|择一|自[备购供理行]|赠|免费|不计|不含|不予|不再|无需|不需|暂|后续|删|取消|作废|待[定确通]|改|换|代替|替代"
    r"|(?:单价|价格|数量)[^。；;\d]{0,6}(?:协议|协商|面议|另|调|为准)|另(?:行|外)?[采订购下签]"
    r"|已[交发到订供购采取]|由[^，。；;]{1,8}?(?:供|提供|自|负责)",
    re.IGNORECASE,
)
"""What a sentence says of an item that may not be ordered, not now or not as the table says."""
ONLY = late(
    rf"\b(?:only|nur|lediglich|solely|just|zunächst|vorerst)\s(?:the\s|die\s)?{WORD}\d"
    rf"|\b{WORD}\d{{1,4}}\s(?:only|alone|for now|allein|vorerst|zunächst)\b"
    r"(?! (?:after|with|when|if|once|on|upon|from|by|until|nach|mit|wenn|bei|ab|bis)\b)"
    r"|[仅只先](?:供货?|发货?|订购?|采购|交货?|要|需要?|购买?|生产|执行)[^。；;]{0,4}第",
    re.IGNORECASE,
)
ORDERS = late(rf"\b{ORDER}|[供发订采交要需购产行]", re.IGNORECASE)
PROSE = late(
    r"\b(?:we|please|kindly|need|require|is|are|for|of|only|instead|wir|bitte|brauchen|benötigen|für|ist|nur|statt)\b"
    r"|[按为改应需要只]",
    re.IGNORECASE,
)
"""What only a sentence is made of, and no row of a list."""
PAST = late(
    r"\b(?:last|previous(?:ly)?|former(?:ly)?|already|was|were|had|in (?:19|20)\d\d|zuletzt|bisher|bereits"
    r"|war)\b|上[次批]|去年|历史|曾|原价",
    re.IGNORECASE,
)
"""What was ordered or paid once says nothing of this order."""
PAPERS = late(
    r"certificat|report|drawing|inspect|\btests?\b|marked|labell?ed|zeugnis|geprüft|证|报告|检验",
    re.IGNORECASE,
)
"""What only one item may need without a word against the others."""


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines, those that a sentence speaks against without certainty."""
    texts = list(changed_codes.texts(items, runs))
    said = [text for text in texts if any(each.search(text) for each in NAMING)]
    sentences = [sentence for text in said for sentence in END.split(text)]
    against = {at for sentence in sentences for at in _spoken_against(sentence, lines)}
    against |= {at for text in texts for at in _by_code(text, lines)}
    return tuple(changed_items.open_line(line) if at in against else line for at, line in enumerate(lines))


def _spoken_against(sentence: str, lines: Sequence[OrderLine]) -> Iterator[int]:
    """Yield the places of the lines that a sentence speaks against."""
    sentence = former_figures.without(sentence)
    named = [at for at in _named(sentence, lines) if 0 <= at < len(lines)]
    if not named:
        return
    if ONLY.search(sentence) and ORDERS.search(sentence) and not PAPERS.search(sentence):
        yield from range(len(lines))
    elif TAKEN.search(sentence) or said_figures.contradicts(sentence, [lines[at] for at in named]):
        yield from named


def _by_code(text: str, lines: Sequence[OrderLine]) -> Iterator[int]:
    """Yield the places of the lines whose number a sentence names with a figure that is none of theirs.

    In another list a code has its figures beside it, and no words of a sentence.
    """
    if PROSE.search(text) is None:
        return
    low = text.casefold()
    named = [at for at, line in enumerate(lines) if any(map(low.__contains__, _codes(line)))]
    for sentence in END.split(low) if named else ():
        if PAST.search(sentence):
            continue
        own = [at for at in named if any(map(sentence.__contains__, _codes(lines[at])))]
        if own and said_figures.contradicts(sentence, [lines[at] for at in own]):
            yield from own


def _codes(line: OrderLine) -> list[str]:
    return [code.casefold() for code in changed_codes.codes(line)]


def _named(sentence: str, lines: Sequence[OrderLine]) -> Iterator[int]:
    """Yield the places of the lines that a sentence names: by number, or counted from the top."""
    lists = [found for pattern in (NAMED, NAMED_SO) for found in pattern.finditer(sentence)]
    numbers = {each for found in lists for each in numbers_of(next(filter(None, found.groups())))}
    for at, line in enumerate(lines):
        if numbers & {changed_items.number_of(line, at + 1), str(at + 1)}:
            yield at
    for found in PLACED.finditer(sentence):
        place = PLACES[next(filter(None, found.groups())).casefold()]
        yield place if place >= 0 else len(lines) + place


def numbers_of(listed: str) -> Iterator[str]:
    """Yield the numbers of a list: "10, 20 and 30", 1至3."""
    for found in NUMBER.finditer(listed):
        yield _plain(found[0])
    for low, high in RANGE.findall(listed):
        yield from map(str, range(int(_plain(low)), min(int(_plain(high)), 9999) + 1))


def _plain(printed: str) -> str:
    value = numerals.parse(printed)
    return printed.lstrip("0") or "0" if value is None else str(value)
