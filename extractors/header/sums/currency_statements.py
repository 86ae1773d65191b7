"""Sentences that say in which currency all prices or amounts of the order are, and nothing else.

"All prices in EUR.", 以上金额均以人民币计价, "[Unit: KRW]" above a table. A sentence that says more
("… unless stated otherwise", "… for comparison") is not certain, nor is one beside which any other currency
is named, in whatever role.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.fields import currencies, money
from extractors.fields.text import SIMPLER, level
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.labelling.labels import Labelled
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label

CURRENCY = frozenset({Label.CURRENCY})
NAMED = late(currencies.NAME)
PHRASE = late(rf"(?:{currencies.NAME})(?:\s+(?:{currencies.NAME}))?(?:\s?\((?:{currencies.NAME})\))?")
"""A currency as sentences name it: "EUR", "US Dollars", "U.S. Dollars (USD)"."""
ASIDE = late(r"(?<=[.。:：])\s+(?=[\[【])")
"""A remark in brackets behind a sentence is one of its own."""
BRACKETED = late(r"[(（]\s*(?P<said>[^()（）]{12,120})[)）]")
"""A remark in brackets inside a sentence: "… as follows (all prices in EUR, without VAT):"."""
UNTAXED = late(
    r",? (?:ohne|zzgl\.?|zuzüglich|exkl\.?|excl\.?|excluding|exclusive of|without|before|plus|net of)"
    r" (?:gesetzlicher |der gesetzlichen )?(?:mehrwertsteuer|umsatzsteuer|mwst\.?|ust\.?|vat|gst|taxe?s?)$"
    r"|,? (?:vat|gst) (?:is )?(?:zero[- ]rated|exempt(?:ed)?|excluded|not included|extra|to be added)$",
    re.IGNORECASE,
)
"""What a sentence adds of the tax, which has a reading of its own."""
STERLING = late(r"\b(?:pounds? )?sterling \(\0\)|\b(?:pounds? )?sterling \0", re.IGNORECASE)
"""A currency beside its own name in words, of which it is the code: "pounds sterling (GBP)"."""
NOTED = late(r"^\s*(?:备注|说明|注)\s*(?:[:：]|(?=\d{1,2}\s?[.、]))\s*")
NATION = late(r"\bU\.S\.(?=[\s$])")
STATED = late(
    r"(?:all |the |these |above |our )*(?:(?:unit |net |quoted )?(?:prices|amounts|values))"
    r"(?: and (?:prices|amounts|values|totals))?(?: (?:above|below|herein|of this order|in this order))?"
    r"(?: (?:are|is))?(?: (?:stated|quoted|expressed|given|shown|understood))? in \0"
    r"|(?:alle |die |sämtliche )*(?:preise|beträge)(?: und (?:preise|beträge))?"
    r"(?: verstehen sich| sind)? in \0"
    r"|(?:tous )?(?:les )?(?:montants|prix)(?: sont)?(?: exprimés| indiqués| libellés| stipulés)? en \0"
    r"|(?:todos )?(?:los )?(?:importes|precios)(?: están)?(?: expresados)? en \0"
    r"|(?:tutti )?(?:gli |i )?(?:importi|prezzi)(?: sono)?(?: espressi)? in \0"
    r"|(?:the )?(?:order |document |purchase )?currency(?: of (?:this|the) order)?(?: is)?:? \0"
    r"|[\[(（【]?\s*(?:(?:currency|monetary|price|amount) )?(?:unit|단위|(?:金额|货币|计价)单位)"
    r"\s?[:：]\s?\0\s*[\])）】]?"
    r"|[\[(（【]?\s*单位\s?[:：]\s?元?\s?[（(]\0[)）]\s*[\])）】]?"
    r"|(?:(?!其中|进口|国产|第|运费|部分|上[期年次]|去年|历史|参考|预算|市场|原价)[^\0:：。；;]){0,40}"
    r"(?:价款|价格|单价|金额|货款|总价)\s?[（(](?:单位|货币|币种)\s?[:：]\s?\0元?"
    r"(?:[，,](?:单价|价格|金额)?均?(?:含|不含|未)税)?[)）]"
    r"|(?:价格|货物|产品|备件|物资)?(?:清单|明细表?|一览表|价目表|价格表)\s?[（(](?:(?:单位|货币|币种)\s?[:：]\s?)?\0元?[)）]"
    r"|(?:(?:单价|价格|总价)均?(?:不含|含|未)(?:\d{1,2}%)?(?:增值)?税(?:[、,]?不?含运费)?,)?(?:币种|货币)\s?[为是:]?\s?\0"
    r"|(?:税[:：])?(?:以[上下]|上述|下列)?(?:单价|价格|总价|金额)均?(?:不含|含|未)(?:\d{1,2}%)?(?:增值)?税,"
    r"(?:货币|金额)?单位\s?[为是:]?\s?\0元?"
    r"|(?:以上|上述|上列|本单)(?:价格|单价|金额)?(?:均|都)?[为是]?(?:不含|含|未)税价格?(?:,(?:增值税)?税率\d{1,2}%)?,\0"
    r"|(?:以上|上述|上列|本单|本订单|本合同|所有|全部|各项|的|之)*(?:价格|单价|金额|价款|货款)(?:[及和与、](?:价格|单价|金额|总价))?"
    r"(?:均|都|全部)?(?:以|为|采用|按|用)\0(?:计价|结算|计|计算|表示|报价)?"
    r"(?:,不?含(?:\d{1,2}%)?(?:增值)?税)?",
    re.IGNORECASE,
)
"""The whole of such a sentence, with a NUL in the place of the currency."""


def proven(runs: Sequence[Run]) -> Iterator[Labelled]:
    """Yield the currencies of the sentences of which every word is known, if no other one is named."""
    stated = [each for run in sentences.paragraphs(runs) for each in _stated(run)]
    codes = {money.currency(each.text) for each in stated}
    if len(codes) == 1 and len(own := codes.pop()) == 1 and not names_another(own[0], runs):
        yield from stated


def names_another(code: str, runs: Iterable[Run]) -> bool:
    """Tell whether anything in a document names another currency than `code`."""
    texts = (level(run.text).translate(SIMPLER) for run in runs)
    names = (currencies.named(name[0].rstrip(".")) for text in texts for name in NAMED.finditer(text))
    return any(code not in codes for codes in names if codes)


def _stated(run: Run) -> Iterator[Labelled]:
    text = NATION.sub("US  ", level(run.text).translate(SIMPLER))
    ends = {match.end() for pattern in (sentences.SENTENCE_END, ASIDE) for match in pattern.finditer(text)}
    bracketed = (match.span("said") for match in BRACKETED.finditer(text))
    for low, high in (*itertools.pairwise(sorted({0, *ends, len(text)})), *bracketed):
        for start, end in _named(text, low, high):
            if _is_whole(text[low:start], text[end:high]):
                yield Labelled(CURRENCY, run, run, "sentence", start, end)


def _named(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence names a currency, with its nation and its code if they stand there."""
    at = low
    while (found := PHRASE.search(text, at, high)) is not None:
        words = [name[0] for name in NAMED.finditer(found[0])]
        known = all(
            currencies.named(word.rstrip(".")) or word.casefold() in currencies.NATIONS for word in words
        )
        if known and len(money.currency(found[0])) == 1:
            yield found.start(), found.start() + len(found[0].rstrip("."))
            at = found.end()
            continue
        name = NAMED.match(text, found.start(), high)
        bare = name[0].rstrip(".") if name is not None else ""
        if currencies.named(bare):
            yield found.start(), found.start() + len(bare)
        at = found.start() + max(len(name[0]) if name is not None else 1, 1)


def _is_whole(before: str, behind: str) -> bool:
    """Tell whether a sentence says nothing but that prices are in the currency between two texts."""
    said = STERLING.sub("\0", CLAUSE.sub("", NOTED.sub("", f"{before}\0{behind}"))).strip(" .。;!")
    return STATED.fullmatch(UNTAXED.sub("", " ".join(said.split()))) is not None
