"""Totals in running text: "The total value is €168,005.78", 以上合计人民币372357.14元（大写：…）.

They count where no row and no label states a total; what proves them is that the lines add up to them.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import capitals, currencies, money, numbers, tax
from extractors.header.summaries import SummaryLabel
from extractors.header.sums.totals import Printed
from extractors.late import late
from extractors.page.runs import Run
from extractors.rare import Rare
from extractors.vocabulary.meanings import Summary

NAME = "|".join(re.escape(name) for name in sorted(currencies.BY_NAME, key=len, reverse=True))
FIGURE = r"\d[\d.,'’ ]*\d|\d"
SAID = Rare(
    r"(?P<label>(?:不含税|未税|含税|税后|价税)?[^，。；;,:：]{0,6}?"
    r"(?:价税合计|总金额|总价款|合同总价|总价|总额|总计|合计|共计|总值|总货款)[^\d，。；;]{0,30}?"
    r"|\b(?i:(?:grand |order |contract |net |gross )?total|sum)\b[^\d.;]{0,40}?"
    r"|\b(?i:order value|contract value|order amounts? to)\b[^\d.;]{0,24}?"
    r"|\b(?i:(?:order|everything|this|it|which|all)"
    r" (?:comes|adds up|sums up|totals up) to)\b[^\d.;]{0,24}?"
    r"|\b(?i:order(?: (?:is|was|now|therefore|thus|hence|then|altogether)){1,3} worth)\b[^\d.;]{0,24}?)"
    rf"\s*[:：]?\s*(?P<value>(?:(?:{NAME})\s?)?(?:{FIGURE})\s?(?:{NAME})?)",
    "总|合计|共计|total|sum|order value|contract value|order amount|comes to|adds up to|worth",
)
PRICED = Rare(
    r"(?P<label>(?:不含税|未税|含税)?(?:合同|订单)(?:价款|金额|价格|价)(?:共?计|为|是)?\s*[:：]?\s*(?:人民币|[¥￥])?\s*"
    r"|(?:^|(?<=[。；;，,、\s]))(?<!货款[，,])(?:以上|货款)?(?:一共|总共)(?:是|为|计)?\s*[:：]?\s*(?:人民币|[¥￥])?\s*"
    r"|(?P<tax>(?:增值)?税(?:额|金|款)(?:共?计|为|是)?\s*[:：]?\s*(?:人民币|[¥￥])?\s*))"
    rf"(?P<value>{FIGURE})\s?元(?![^。；;]{{0,16}}(?:优惠|折|抵扣|结|给|减|让|抹|已付|欠|少|按|扣))",
    "价|金额|税|共",
)
"""Sums by words that mean other things as well where no money stands right behind them."""
CHANGED = late(
    rf"\s*(?:变更|调整|修改|更改|修订|增加|减少|增|减|改)(?:为|至|到|成)\s*(?P<value>(?:(?:{NAME})\s?)?(?:{FIGURE})\s?(?:{NAME})?)"
)
CHANGED_TO = late(rf"\s*\bto\s+(?P<value>(?:(?:{NAME})\s?)?(?:{FIGURE})(?:\s?(?:{NAME}))?)", re.IGNORECASE)
"""What a total is changed to: 总价由9.00元变更为12.00元, "is raised from EUR 9.00 to EUR 12.00"."""
FORMER = late(
    r"(?:原|变更前|调整前|修改前)(?:采购|购销|买卖)?(?:合同|订单|协议)?的?(?:不?含税)?(?:总|合计|价款|金额)"
    r"|\b(?:original|previous|former|old|initial)\b[^.;]{0,20}\b(?:total|value|amount|sum)\b",
    re.IGNORECASE,
)
ANOTHERS = late(
    r"(?:前[次期批笔]|上[次期批笔一](?:[次期批笔张份])?|去年|以往|此前)的?(?:订[货单]|采购|合同|购买|供货|所订)"
    r"(?:[^，,。；;（(]{0,8}[（(][^（()）。；;]{0,60}|[^，,。；;]{0,20})$"
    r"|\b(?:previous|last|former|earlier|prior)\b[^.,;]{0,16}\b(?:order|contract|purchase|p\.?o\b)[^,;]{0,60}$",
    re.IGNORECASE,
)
"""What tells in the same sentence that the total is another order's: 前次订货（2024年，总价41,300.00元）."""
BEFORE = 16
"""Within so many characters before a total stands that it no longer holds."""
DIGIT = late(r"\d")
PARTIAL = late(
    r"(?:\b(?:page|sub|section|group|previous|last|budget|carried|running|interim)[- ]?"
    r"|本页|分项|上页|累计|上次|预算)(?:total|sum|合计|总计|总额|共计)\W*\w*\W*$",
    re.IGNORECASE,
)
"""A total of a part, or of something else."""
EITHER = late(r"\b(?:or|oder)\s*\W*$|\b(?:or|oder)\s+(?=[A-Z]{3}\b)|或\s*(?:者|人民币)?\s*$", re.IGNORECASE)
"""Between "order value" and a sum: another bound beside it, "up to the order value or EUR 1,000,000"."""
BOUND = late(r"\b(?:insur\w+|liab\w+|penalt\w+)\b|保险|投保|赔偿|违约金", re.IGNORECASE)
"""Sums of what is insured or paid for damage: "sum insured CNY 10,000,000"."""
SPELLED = late(r"(?:大写)?[金额]{0,2}[:：]?\s*(?P<value>[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,})")
FOLLOWED = Rare(
    r"(?P<label>(?:合计|总计|共计|总额|总价|总金额|价款|货款|金额)[^，。；;\d]{0,16}?(?:大写)?[)）]?\s*[:：]?\s*)"
    r"(?P<words>[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,})"
    rf"\s*[(（]\s*(?:小写)?\s*[:：]?\s*(?P<value>(?:(?:{NAME})\s?)?(?:{FIGURE})\s?(?:{NAME})?)\s*[)）]",
    "合计|总|共计|价款|货款|金额",
)
"""A total in words with its figures behind it in brackets: 合计人民币（大写）：壹万元整（¥10,000.00）."""
WORDED = Rare(
    r"(?:总价款|总价|总金额|总额|总计|合计|价款)(?:[（(][^()（）]*[)）])?\s*(?:共计|为|是|计)?\s*(?:人民币)?"
    r"\s*(?:[（(]?大写[)）]?)?\s*[:：]?\s*(?P<words>[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,})",
    "总|合计|价款",
)
"""A total that a sentence gives in words alone: 合同总价（含税）为人民币壹万元整."""
COUNTED = late(
    r"^\s*(?:件|个|台|套|支|只|项|条|行|笔|种|批|箱|pcs?\b|pieces|items|lines|rows|positions?|kg|sets?\b|[%％‰])"
    r"|^\s*(?:页|天|日|posten\b|positionen\b|stück\b|kartons?\b|boxes\b|packages\b)"
    r"|^\s*(?:calendar |working |business )?(?:days?|weeks?|months?|hours?|years?|tagen?|wochen?)\b"
    r"|^\.?\s*(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[cz])[a-zä]*\.?\s+\d{4}\b",
    re.IGNORECASE,
)


def find(runs: Sequence[Run]) -> Iterator[Printed]:
    """Yield the totals that texts state, in figures and in capitals."""
    for run in runs:
        yield from followed(run)
        yield from _worded(run)
        said = list(SAID.finditer(run.text)) if DIGIT.search(run.text) else []
        for found, behind in itertools.zip_longest(said, said[1:]):
            other = PARTIAL.search(run.text[: found.end("label")]) or EITHER.search(found["label"])
            other = other or BOUND.search(found["label"]) or ANOTHERS.search(run.text[: found.start()])
            if not COUNTED.match(run.text[found.end() :]) and not other:
                yield from _stated(run, found, behind.start() if behind else len(run.text))
        yield from _priced(run)


def _stated(run: Run, found: re.Match[str], end: int) -> Iterator[Printed]:
    """Yield a total in figures, as it is after a change, and the same in words before the next sum."""
    changed = CHANGED.match(run.text, found.end()) or CHANGED_TO.match(run.text, found.end())
    former = FORMER.search(run.text, max(found.start() - BEFORE, 0), found.end("label"))
    if former is not None and changed is None:
        return
    value = changed or found
    yield Printed(SummaryLabel(_kind(found["label"]), ""), run, *value.span("value"))
    yield from _spelled(run, value.end(), max(end, value.end()))


def _priced(run: Run) -> Iterator[Printed]:
    """Yield the price of a contract and its tax, where money stands right behind them."""
    for found in PRICED.finditer(run.text):
        former = FORMER.search(run.text, max(found.start() - BEFORE, 0), found.end("label"))
        if former is None and CHANGED.match(run.text, found.end()) is None:
            kind = Summary.TAX if found["tax"] else _kind(found["label"])
            yield Printed(SummaryLabel(kind, ""), run, *found.span("value"))


def followed(run: Run) -> Iterator[Printed]:
    """Yield a total in words and the figures in the brackets behind it, where both say the same."""
    for found in FOLLOWED.finditer(run.text):
        spelled, stated = capitals.parse(found["words"]), money.parse(found["value"])
        readings = numbers.parse(stated.number_text) if stated is not None else ()
        if spelled is not None and any(each.value == spelled for each in readings):
            yield Printed(SummaryLabel(_kind(found["label"]), ""), run, *found.span("value"))
            yield Printed(SummaryLabel(Summary.WORDS, ""), run, *found.span("words"))


def _worded(run: Run) -> Iterator[Printed]:
    """Yield a total in words without figures behind it."""
    for found in WORDED.finditer(run.text):
        bracketed = run.text[found.end() :].startswith(("(", "（"))
        if capitals.parse(found["words"]) is not None and not bracketed:
            yield Printed(SummaryLabel(Summary.WORDS, ""), run, *found.span("words"))


def _kind(label: str) -> Summary:
    said = tax.statement(label)
    if said is None or said.included is None:
        return Summary.TOTAL
    return Summary.GROSS if said.included else Summary.NET


def _spelled(run: Run, at: int, end: int) -> Iterator[Printed]:
    """Yield the same in words, where it stands before the next sum."""
    for found in SPELLED.finditer(run.text, at, end):
        if capitals.parse(found["value"]) is not None:
            yield Printed(SummaryLabel(Summary.WORDS, ""), run, *found.span("value"))
