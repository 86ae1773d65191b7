"""Is what stands below a label of the place, or behind a mere blank, certainly that place?

Captions stand side by side, and what stands below one may belong to another, or be a note. A whole address is
none of that: a street or a building with a number, and a town, in one text, under no other caption's ground.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.header.labelling import address_lines
from extractors.header.labelling.label_words import CLAUSE, COLON, MAX_LABEL, match, meaning
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Label

PLACE = frozenset({Label.PLACE})
CHINESE = late(
    r"[\u4e00-\u9fff](?:市|区|區|县|縣|镇|鎮).*(?:\d|[一二三四五六七八九十]).{0,12}(?:号|號|库|庫|门|門"
    r"|栋|棟|幢|座|楼|樓|层|層|室)"
)
CHAIN = late(
    r"(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市)|广西|内蒙古|新疆|宁夏|西藏)[\u4e00-\u9fff]{2,8}?(?:市|州"
    r"|盟|区|區|县|縣|旗)"
    r"[\u4e00-\u9fff]{1,12}(?:区|區|县|縣|旗|镇|鎮|乡|鄉|路|街|道|园|園)\s?"
    r"[\u4e00-\u9fff]{2,16}(?:库|庫|仓|倉|车间|車間|码头|站|基地|现场|(?:项目|物资|设备|机动|供应|仓储)部"
    r"|处|中心)"
)
"""A store named from its province or city down to its town or street."""
TWO = 2
WESTERN_PARTS = 3
"""A street, a town and a country or a code are so many parts between commas."""
TOWN = late(
    r"[^\W\d_][^\d,:;]+ (?:[A-Z]{2,3} )?(?:\d{4,6}|\d{5}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"
    r"|[A-Z]\d[A-Z] \d[A-Z]\d)"
)
"""A town with its code behind it, and nothing else."""
OTHER = late(r"[:：;；。]|\b(?:e-?mail|tel|phone|fax|attn|hours)\b", re.IGNORECASE)
"""What an address of a place does not hold."""
BEGUN = late(r"^(?:[a-z]|(?i:delivery |ship |address|place)|地址|地点)")
"""How the rest of a label begins."""
BUILDING = late(r"\b(?:dock|gate|stores?|warehouse|yard|inwards?|plant|unit|site|berth)\b", re.IGNORECASE)
"""What an address may begin with as well as a label end: "Receiving Dock 4, …"."""
LONGEST = 140
DELIVERING = late(
    r"\W*(?:请?(?:送货|收货|送达|交货|到货|卸货|配送)(?:[点处至到]|信息)?|货[送寄][到至]|[寄送][到至]"
    r"|deliver(?:y)?(?: to| info(?:rmation)?)?|ship(?:ping)?(?: to| info(?:rmation)?)"
    r"|anlieferung(?: an)?|lieferung an|versand an)"
    r"\s*[:：]\s*",
    re.IGNORECASE,
)
"""Words of delivery alone: they label the place where an address stands behind them, else the time."""
SENTENCES = late(r"[。；;](?=\s*\S)")
"""Ends of sentences that stand before a label in its line."""
OF_SOME = late(
    r"[项項行](?![目业業])|[仅僅只除退另余]|样[品件]|部分|其中|[急大]件|备件|地址|地[点點]|[送收发][货貨]"
    r"|\b(?:items?|pos|only|except|samples?"
    r"|returns?|address|deliver\w*|ship\w*|nur|muster|lieferung|anlieferung)\b",
    re.IGNORECASE,
)
"""What a sentence before such a label says of other goods, or of another address."""
SAID = late(
    r"[送运发寄][货至到抵往]|自提|[甲乙供需买卖]方|负责|承担|[日号月年天周内]之?前|\d\s?[天周]|运费|费用"
    r"|或|\b(?:by|within|before|days?|weeks?|or|oder|uhr|hours?|hrs|mon?(?:day|tag)?)\b",
    re.IGNORECASE,
)
"""What an address behind such words does not hold."""
ELSEWHERE = late(r"[送运发寄](?:货)?[至到往]?[^，。；\s]{2,24}(?:号(?!单|订单|合同|通知|函)|库|仓|厂|路)")
"""What sends goods somewhere."""
WHOLE = late(
    r"[\u4e00-\u9fff]{2}[^,，;；。]*[\u4e00-\u9fff\d][号室库楼层栋座门厂区园院场站港街道路村处仓间)）]"
)
"""An address in Chinese, and nothing behind it."""
RECEIVER = late(r"\s*收[货貨](?:方|[单單]位)\s*[:：]?\s*$")
"""Who gets the goods."""
SLACK = 2.0
BLANK = late(r"\s+")
NEAR = 1.0
"""A line goes on in the next one if that is no further below than so many heights of its letters."""


def is_certain(found: Labelled, labelled: Iterable[Labelled]) -> bool:
    """Tell whether the value of a label of a place is a whole address on no other caption's ground."""
    if found.meanings != PLACE or found.value is None or len(found.text) > LONGEST:
        return False
    if not (is_address(found.text) or _is_street_and_town(found.text) or _is_whole(_lines(found))):
        return False
    return found.how == "space" or not any(_is_shared(found, each) for each in labelled)


def behind_delivery(
    loose: Iterable[Labelled], labelled: Iterable[Labelled], runs: Iterable[Run]
) -> tuple[Labelled, ...]:
    """Return the whole address behind words of delivery and a colon, where nothing else names a place.

    "送货：云鹤市高新区松涛大道209号备件库", "Anlieferung: Werk 2, Ziegeleistraße 31, 88410 Lindau".
    """
    places = [each for each in loose if Label.PLACE in each.meanings]
    if any(Label.PLACE in each.meanings for each in labelled) or len({each.text for each in places}) != 1:
        return ()
    if any(ELSEWHERE.search(run.text) and not any(each.value is run for each in places) for run in runs):
        return ()
    return tuple(each for each in places if _is_behind_delivery(each))


def _is_behind_delivery(found: Labelled) -> bool:
    text = found.text.strip().rstrip("。")
    *before, named = SENTENCES.split(CLAUSE.sub("", found.named.rstrip()))
    if any(map(OF_SOME.search, before)):
        return False
    led = found.how in {"colon", "right"} and DELIVERING.fullmatch(named) is not None
    chinese = WHOLE.fullmatch(text) is not None
    whole = chinese or any(map(address_lines.ends_address, re.split(r",\s*", text)[-2:]))
    return led and whole and is_address(text) and SAID.search(text) is None


def _is_whole(lines: Sequence[str]) -> bool:
    """Tell whether lines below each other are an address up to its town or country."""
    several = len(lines) > TWO and address_lines.ends_address(lines[-1])
    return several and is_address(", ".join(each.rstrip(" ,") for each in lines))


def _lines(found: Labelled) -> list[str]:
    """Return the lines of a value as they stand below each other."""
    if found.value is None:
        return [found.text]
    lines: list[list[str]] = []
    bottom = 0.0
    for word, low, high in found.value.within(found.start, found.end):
        if not lines or word.box.middle > bottom:
            lines.append([])
            bottom = word.box.bottom
        lines[-1].append(word.text[low:high])
    return [" ".join(line) for line in lines]


def behind_blanks(blocks: PageBlocks) -> Iterator[Labelled]:
    """Yield the labels of places that merely a blank parts from a whole address: "Lieferort Tor 3, …".

    Only where one blank alone can be the end of a label: "Place of delivery Stores Gate 2, …" is two things.
    """
    for run in (run for block in blocks.blocks for run in block.lines):
        said = run.text.rstrip().endswith((".", "。"))  # a sentence, which has its own reading
        if said or COLON.search(run.text) or match(run.text) is not None:
            continue
        clause = CLAUSE.match(run.text)
        begin = clause.end() if clause else 0
        blanks = [each.span() for each in BLANK.finditer(run.text, begin, begin + MAX_LABEL)]
        # Between ideographs a small gap is no blank, and still parts two words of the file.
        starts = (at for at in run.starts if begin < at <= begin + MAX_LABEL)
        blanks += [(at, at) for at in starts if run.text[at - 1] != " "]
        ends = [(start, end) for start, end in blanks if meaning(run.text[begin:start]) == PLACE]
        if len(ends) == 1 and not BUILDING.search(run.text[begin : ends[0][0]]):
            whole = _with_country(blocks, run)
            found = Labelled(PLACE, run, whole, "space", ends[0][1], len(whole.text))
            if is_certain(found, ()) and not _goes_on(blocks, whole):
                yield found


def _with_country(blocks: PageBlocks, run: Run) -> Run:
    """Return an address that ends with a comma with the country right below it, flush with its label."""
    below = blocks.under(run.box) if run.text.rstrip().endswith(",") else None
    country = below.lines[0] if below is not None else run
    near = country.box.top - run.box.bottom < NEAR * run.box.height
    flush = abs(country.box.x0 - run.box.x0) < SLACK
    named = address_lines.COUNTRY.fullmatch(country.text.strip()) is not None
    return joined([run, country]) if near and flush and named else run


def _goes_on(blocks: PageBlocks, run: Run) -> bool:
    """Tell whether the line below may be a part of the address as well."""
    below = blocks.under(run.box)
    if below is None or below.box.top - run.box.bottom > NEAR * run.box.height:
        return False
    text = below.lines[0].text
    return not COLON.search(text) and any(
        each.search(text) for each in (address_lines.STREET, address_lines.TOWN)
    )


def is_address(text: str) -> bool:
    """Tell whether a text is a whole address: a street or building with a number, and a town."""
    if OTHER.search(text.rstrip("。.")) or BEGUN.match(text) or text.rstrip().endswith((",", "，", "、")):
        return False
    if meaning(text.split(",", maxsplit=1)[0]):
        return False
    if not any(map(str.isdigit, text)):
        return CHAIN.fullmatch(text.strip()) is not None
    parts = [part.strip() for part in text.split(",") if part.strip()]
    placed = address_lines.STREET.search(text) is not None or any(map(address_lines.TOWN.search, parts))
    western = len(parts) >= WESTERN_PARTS and placed
    return western or CHINESE.search(text) is not None


def _is_street_and_town(text: str) -> bool:
    """Tell whether a text is a numbered street and a town and its code: "4 Quay Rd, Hull HU1 2AB"."""
    street, comma, town = text.strip().partition(",")
    numbered = any(map(str.isdigit, street)) and address_lines.STREET.search(street) is not None
    return numbered and bool(comma) and TOWN.fullmatch(town.strip()) is not None


def is_receivers(found: Labelled) -> bool:
    """Tell whether a value is the whole address of who gets the goods: 收货方 above a name and a street."""
    named = found.named
    return RECEIVER.match(named) is not None and is_address(found.text)


def _is_shared(found: Labelled, other: Labelled) -> bool:
    """Tell whether another caption stands beside the label and over the value as well."""
    if other.label is found.label or other.label.page is not found.label.page or found.value is None:
        return False
    box, own, ground = other.label.box, found.label.box, found.value.box
    level = box.top < own.middle < box.bottom
    return level and box.x0 < ground.x1 - SLACK and box.x1 > ground.x0 + SLACK
