"""Lines of a text as items are told in: the number a line begins with, and what its clauses say."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import currencies, units
from extractors.late import late
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts import item_clauses, leading_counts, side_labels, spoken_numbers, values_beside
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

NUMBERING = late(
    r"^\s*[【\[]?\s*(?:(?P<word>item|pos\.?|position|line|no\.?|项目?|货物|产品)\s*)?(?:第\s*)?[（(【\[]?\s*"
    r"(?P<number>\d{1,5}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*"
    r"(?:项?\s*[)）】\]]|、|[.．]\s*(?!\d)|[.．]\s+|项\s*[:：]?|[:：]|$|(?<=[一二三四五六七八九十])是|(?<=[①-⑳])\s*"
    r"|(?(word)(?=\s*[^\W\d])|(?!)))\s*",
    re.IGNORECASE,
)
LETTERED = late(
    r"^\s*[（(]?(?P<number>[A-Za-z])(?:[)）](?:\s+|$)|(?<=[A-Z])[)）](?=[\u4e00-\u9fff])|(?<=[A-Z])[.、]\s+(?=\S{3}))"
)
"""The letter that an item of a letter is numbered with: "a) Shaft sleeve 2 pcs x 30.00", "A. O-ring"."""
DEEP = late(r"^\s*(?P<number>\d{1,2}\.\d{1,2})[.)）]?\s+(?P<word>[^\W\d_]+\.?)")
"""The number of an item in a part of the order: "1.2. Shaft sleeve"; "2.5 mm" is a measure."""
CLOSED = late(r"^\s*(?P<number>\d{1,2}\.\d{1,2})[)）](?:\s+(?=\d)|\s*(?=[\u4e00-\u9fff]))")
"""The same before a quantity or a Chinese name: "1.2) 16 pc Shaft sleeve", 1.2)轴套."""
CIRCLED = late(r"[①-⑳]$")
BULLET = late(r"^\s*[-–—•●*·▪◆]\s+")
CHINESE = {
    name: at
    for at, name in enumerate(
        "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十".split(), 1
    )
}
NUMBER = Heading("", frozenset({Role.LINE_NUMBER}), exact=True)
SPEAKING = late(
    r"(?:(?:and|also|furthermore|further|then|in addition|finally|lastly|first|next|besides),?\s+)?"
    r"(?:(?:for|to)\s(?!(?:your|information|reference|compar\w*)\b)[^;:.\d]{3,80}?[,\s]\s*)?"
    r"(?:we|i|please|kindly)\b[^,;:.\d]{0,60}?(?=\d|\b[a-z]{3,9}\s?\(\d)"
    r"|(?:(?:另外?|再|还|请)[^，,；;：:。\d]{0,12})?(?:我[司们方]|本公司)?[^，,；;：:。\d]{0,8}"
    r"(?:订购|采购|订|购买|需要?|要)\s*(?=\d)",
    re.IGNORECASE,
)
"""What leads to a quantity in a sentence and names nothing: "We also need 8 pcs of ..."."""
SIGN = late(
    rf"(?:^|(?<=\s))(?:[x×*@=＝]|at)(?:\s+(?-i:{'|'.join(currencies.CODES.split())}|[€$£¥￥]))?$",
    re.IGNORECASE,
)
"""A sign that leads to a number, where blanks set it apart: "5 pcs   x   184.00   =  EUR   920.00"."""
UNIT_LED = late(r"(?P<count>(?P<unit>[^\W\d_]{1,6}\.?)\s+\d{1,6}(?:[.,]\d{1,3})?)\s+(?=[^\W\d_]\S)")
"""A quantity with its unit in front and a name behind it: "EA 250 O-ring"; "Set 2" may be a name as well."""
COUNTED = replace(spoken_numbers.QUANTITY, exact=False)
PRICED = frozenset({Role.PRICE, Role.AMOUNT})
WORTH = late(r"(?:[A-Z]{3}\s?)?[€$£¥￥]?\s?\d[\d.,']*(?!\S)")
TAKEN_OFF = frozenset({Role.LIST_PRICE, Role.DISCOUNT})
TWO = 2
CONDITION = 3
"""So many texts has a line of conditions: what it is, how much of it, and what that makes."""
LONGEST = 400
"""A longer text is no line of an item."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """The runs of one line, what they say, and the number the line begins with."""

    runs: tuple[Run, ...]
    said: tuple[tuple[Role | None, Text], ...]
    number: Text | None = None
    ordinal: int | None = None

    @property
    def counted_in(self) -> str:
        """How the line is numbered: 1, 2, 3, ①, ②, by letters, or 一、二 as the clauses around a list are."""
        printed = self.number.printed if self.number is not None else ""
        if CIRCLED.match(printed):
            return "circles"
        return "figures" if printed.isdecimal() else "letters" if printed.isascii() else "words"

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that the line states."""
        return frozenset(role for role, _ in self.said if role is not None)


def runs_by_line(page: PageBlocks) -> Iterator[list[Run]]:
    """Yield the runs of each line of a page, from top to bottom."""
    runs = [run for block in page.blocks for run in block.lines]
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[at].box.top < runs[end].box.middle < runs[at].box.bottom:
            end += 1
        yield _reckoned(runs[at:end])
        at = end


def _reckoned(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a line, a sign of reckoning with the number behind it: "5 pcs", "x  184.00"."""
    whole: list[Run] = []
    for run in runs:
        led = whole and SIGN.search(whole[-1].text) is not None and WORTH.match(run.text) is not None
        whole[-1:] = [joined([whole[-1], run])] if led else [*whole[-1:], run]
    return whole


def _spoken_count(run: Run, start: int) -> tuple[Text, int] | None:
    """Return the quantity that a sentence begins with behind its verb, and where the name begins."""
    leading = SPEAKING.match(run.text, start)
    return leading_counts.find(run, leading.end()) if leading is not None else None


def _condition(runs: Sequence[Run]) -> tuple[tuple[Role | None, Text], ...]:
    """Return what a line of conditions says, nothing for any other line: "Rabatt %  8,000- %  123,52-".

    A price before discount is one; what is taken off, and what that makes, is known and no field.
    """
    if len(runs) < CONDITION or not values_beside.states_condition(runs):
        return ()
    heading = recognise(runs[0].text)
    if heading is None or heading.role not in TAKEN_OFF:
        return ()
    texts = [Text(run, 0, len(run.text), heading, PLACE_OF.get(heading.role)) for run in runs[1:]]
    roles = [heading.role if heading.role is Role.LIST_PRICE else Role.OTHER, *[Role.OTHER] * len(texts[1:])]
    return tuple(zip(roles, texts, strict=True))


def line_of(runs: Sequence[Run]) -> TextLine:
    """Return what the runs of one line say."""
    if condition := _condition(runs):
        return TextLine(tuple(runs), condition)
    runs = _whole_labels(runs)
    first = runs[0]
    numbering = _numbering(first.text) if len(first.text) < LONGEST else None
    bullet = BULLET.match(first.text)
    start = _start(numbering) if numbering else bullet.end() if bullet else 0
    said: list[tuple[Role | None, Text]] = []
    counted = leading_counts.find(first, start) or _spoken_count(first, start)
    if counted is not None:
        said.append((Role.QUANTITY, counted[0]))
        start = counted[1]
    beside: Run | None = None
    for run, value in zip(runs, [*runs[1:], None], strict=True):
        # What is the value of the label before it is no label: 单位 | 件 | 单价 | 20.00.
        labels = value is not None and not start and run is not beside
        pair = _beside(run, value) if labels and value is not None else None
        if pair is not None:
            said.append(pair)
            beside = value
        elif run is not beside:
            begin = start if run is first else 0
            told = item_clauses.read(run, begin, counted=run is first and counted is not None)
            said += [
                each for each in told if each[0] is not Role.DESCRIPTION or not is_label_of_names(run.text)
            ]
    said = _unit_led(first, start, said)
    if numbering is None:
        return TextLine(tuple(runs), tuple(said))
    span = numbering.span("number")
    printed = numbering["number"]
    return TextLine(tuple(runs), tuple(said), Text(first, *span, NUMBER), _ordinal(printed))


def _beside(label: Run, value: Run) -> tuple[Role, Text] | None:
    return side_labels.beside(label, value) or side_labels.unread_count(label, value)


def _unit_led(run: Run, start: int, said: list[tuple[Role | None, Text]]) -> list[tuple[Role | None, Text]]:
    """Return what a line says, a quantity whose unit stands in front told from the name; never sure.

    Only where the line has a price and no other quantity: in a name "Set 2" counts nothing.
    """
    roles = {role for role, _ in said}
    found = UNIT_LED.match(run.text, start)
    if found is None or Role.QUANTITY in roles or roles.isdisjoint(PRICED):
        return said
    name = said[0][1]
    if units.canonical(found["unit"]) is None or said[0][0] is not None or name.start > found.start("count"):
        return said
    count = Text(run, *found.span("count"), COUNTED, PLACE_OF[Role.QUANTITY])
    return [(Role.QUANTITY, count), (None, replace(name, start=found.end())), *said[1:]]


def _whole_labels(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a line, a label in two languages that a gap parts as one: 标的物 | Details."""
    whole = list(runs)
    for at in range(len(whole) - TWO):
        both = joined(whole[at : at + TWO])
        if all(is_label_of_names(run.text) for run in (*whole[at : at + TWO], both)):
            return [*whole[:at], both, *_whole_labels(whole[at + TWO :])]
    return whole


def is_label_of_names(text: str) -> bool:
    """Tell whether a text is nothing but a label of names."""
    heading = recognise(text)
    return heading is not None and heading.exact and heading.role is Role.DESCRIPTION


def _numbering(text: str) -> re.Match[str] | None:
    deep = DEEP.match(text)
    if deep is not None and units.canonical(deep["word"]) is None and len(deep["word"]) > TWO:
        return deep
    return NUMBERING.match(text) or CLOSED.match(text) or LETTERED.match(text)


def _start(numbering: re.Match[str]) -> int:
    """Return where a line's own text begins behind its number."""
    return numbering.start("word") if numbering.re.pattern == DEEP.pattern else numbering.end()


def _ordinal(printed: str) -> int | None:
    if "." in printed:
        return None
    if printed.isdecimal():
        return int(printed)
    if CIRCLED.match(printed):
        return int(unicodedata.numeric(printed))
    return ord(printed.lower()) - ord("a") + 1 if printed.isascii() else CHINESE.get(printed)
