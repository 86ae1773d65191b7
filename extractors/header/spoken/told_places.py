"""To what place a sentence says that goods go: "please deliver to …", "goods go to Unit 4", 送至…备件库."""

import re
from collections.abc import Iterator

from extractors.header.labelling import plain_addresses
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

STORE = r"(?:[a-z]+ ){0,2}(?:stores?|warehouse|works|site|plant|mill|yard|depot|workshop),? "
"""What a writer calls the own place before its name: "our rigging workshop, Pier House 4"."""
SHORTENED = "".join(rf"(?<!\b{word})" for word in "ul al St Av Jl Co No Rd Ave Dr Mt Bldg Str".split())
"""Words of addresses that end in a stop without ending the sentence: "Mallow, Co. Cork"."""
PLACES = (
    Rare(
        r"(?:交货|交付|送货|收货|到货|送达)(?:地点|地址)(?:为|是|在|设在|[:：])\s*(?P<value>[^，。；,;:：]{4,60})",
        "地点|地址",
    ),
    Rare(
        r"(?:送货|发货|配送|到货|交货|交付|送达)(?:上门|到门|入库|完毕)?[，,、；;]\s*(?:收货|送货|交货)?地[址点]"
        r"(?:为|是|设?在|[:：])\s*(?P<value>[^，。；,;:：]{4,60})",
        "地址|地点",
    ),
    late(
        r"^\s*(?:请|货)?(?:送|发|寄)(?=[^，。；,;:：]*[市县区镇路街道])(?![货至到达往票给])(?P<value>[^，。；,;:：]{5,60})$"
    ),
    Rare(r"(?<![发收交])货[送发](?![至到达货票前后])(?P<value>[^，。；,;:：]{5,60})", "货送|货发"),
    Rare(
        r"\bconsigned to\s+(?P<value>[A-Z0-9].{8,120}?)(?=\.?\s*$|;|\.\s+[A-Z])",
        "consigned to",
    ),
    Rare(
        r"(?:送货|发货|运送|运输|发运|交货|配送|寄|送|运|发|交)(?:至|到|达|抵|往)(?!货|期|付)"
        r"(?:(?:[甲乙需买用]方|我[司方厂])?(?:的|所在|指定)?(?:厂区|工厂|仓库|库房|现场|地[点址])\s?[:：]\s?)?"
        r"(?P<value>[^，。；,;:：]{5,60}?)"
        r"(?:交货|验收|收货)?(?=[，。；,;:：]|$)",
        "至|到|达|抵|往",
    ),
    Rare(
        r"\b(?i:deliver|ship|send|dispatch|consign|forward)\w*\b[^;:]{0,100}?"
        r"(?<!\bup )(?<!according )(?<!subject )\b(?:to|at)"
        r"(?: the following (?:place|address|location|destination))?:?\s+"
        r"(?![\w'’ ]{0,24}\b(?:cost|risk|expense|discretion|option|request)s?\b)"
        rf"(?P<value>(?:our |the )?(?:(?<=our ){STORE})?"
        r"[A-Z0-9](?![0-9.]*\s?%)[^%]{8,120}?)"
        rf"(?=\.?\s*$|;|{SHORTENED}\.\s+[A-Z])",
        "deliver|ship|send|dispatch|consign|forward",
    ),
    Rare(
        r"\b(?i:supply) (?i:us with )?(?i:(?:all )?(?:of )?(?:the|these|this|following|below) )+"
        r"(?i:goods|parts|materials?|items|equipment|articles)?"
        r"(?i:,? (?:listed |stated |shown )?below)?,? to:? "
        rf"(?P<value>(?:our |the )?[A-Z0-9][^%]{{8,120}}?)(?=\.?\s*$|;|{SHORTENED}\.\s+[A-Z])",
        "supply",
    ),
    Rare(
        r"\b(?i:goods|parts|material|items|everything)\s+"
        r"(?:(?:should|must|will|shall|have to|are to|need to)\s+)?(?:go|come)(?:es)?\s+"
        r"(?:directly\s+)?(?:to|at):?\s+"
        r"(?P<value>(?:our |the )?[A-Z0-9][^%]{8,120}?)(?=\.?\s*$|;|\.\s+[A-Z])",
        "goods|parts|material|items|everything",
    ),
    Rare(
        r"\b(?i:goods|parts|material|items|everything)\b[^.;:]{0,60}?\b(?i:sent|shipped|delivered|dispatched)\b[^.;:]{0,60}?"
        r"\bto\s+(?P<value>(?:our|the) (?!suppl|sell|vend|manufact)(?:[a-z]+,? ){1,4}?[A-Z0-9][^%]{8,120}?)"
        r"(?=\.?\s*$|;|\.\s+[A-Z])",
        "goods|parts|material|items|everything",
    ),
    Rare(
        r"(?:^|[.;]\s+)(?![^;:.]*(?i:rechnung|bestätigung|unterlagen|papiere))[^;:.]{0,80}?"
        r"\b(?i:(?:an)?liefer|versand|versend|send|schick|zustell)\w*\b[^;:.]{0,60}?\b"
        r"(?:(?:an|nach)(?: [a-zäöü]+){0,2}(?: Adresse| Anschrift)?:|an\b(?=[^;:.]*\b\d{5}\b))\s*"
        r"(?P<value>[A-ZÄÖÜ0-9][^%]{8,120}?)(?=\.?\s*$|;|\.\s+[A-ZÄÖÜ])",
        "liefer|versand|versend|send|schick|zustell",
    ),
)
TIME = late(
    r"(?:our |the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march(?= \d)"
    r"|april(?= \d)|may(?= \d)|june(?= \d)|july|august(?= \d)|september|october|november|december)\b",
    re.IGNORECASE,
)
"""Until when goods are taken in or sent: "Deliveries Monday to Friday."."""
TO_PARTY = late(
    r"(?:the |our )?(?:buyer|purchaser|customer)(?:,?\s+(?:on|by|not|no|within|before|until|in)\b.*)?",
    re.IGNORECASE,
)
"""Whom goods are delivered to, and by when: "to the Buyer on or before 14 August" names no place."""
COSTS = late(r"的?(?:一切|全部|所有|各项|相关)?(?:费用|运费|运杂费|运保费|保险费|保费|费)$")
"""What the prices hold: …及运至甲方现场的一切费用 says who pays, and not where to."""
AGREED = late(r"(?:第?\d[\d.]*[款条])?(?:约定|指定|上述|前述)的?(?:交货|交付|收货)?地[点址]")
"""What only refers to the place: 运抵2.2款约定的地点."""
DELIVERED = frozenset({Label.DELIVERY, Label.INCOTERMS, Label.TERMS})
TERM = late(r"^\s*(?:EXW|FCA|DAP|DPU|DDP|CIP|CPT)\b[\s,:]*", re.IGNORECASE)
FREE = late(
    r"\b(?i:free|franco|frei|franko)\s+(?i:to\s+)?(?i:our\s+|the\s+)?(?i:works|site|mill|plant|warehouse|stores?|werk|baustelle|lager)"
    r",?\s+(?i:in\s+)?[A-ZÄÖÜ]\w{2}"
)
"""Delivery is free to a works or a store that has a name: "free our works Kiel"."""
WHEN = late(
    r",?\s+(?:(?:with)?in (?:\d|[a-z]{3,9} (?:weeks|days|months)\b)|(?:not|no) later than\b|on or before\b"
    r"|in (?:\d{1,2}|[a-z]+) (?:lots?|batches|parts|shipments|deliveries|instal\w+)\b)"
)
"""When goods are to be there, behind the place: "…, Sandwick ZE2 9HR, within 9 weeks of this order"."""
OPENED = late(r"\s*[(（][^()（）]*$")


def find(text: str) -> list[tuple[int, int]]:
    """Return where a text says to what place goods go."""
    found = [(start, _unopened(text, start, end)) for start, end in _told(text)]
    return [span for span in found if not any(_others(text, *span))]


def _others(text: str, start: int, end: int) -> Iterator[re.Match[str] | None]:
    """Yield what says that a text is a time, a cost or a party and no place."""
    yield TIME.match(text, start)
    yield AGREED.match(text, start, end)
    yield COSTS.search(text, start, end)
    yield TO_PARTY.fullmatch(text, start, end)


def beside(found: Labelled) -> bool:
    """Tell whether a label of the delivery or of its terms has a whole address: "Delivery: Gate 3, …"."""
    bare = TERM.sub("", found.text, count=1)
    named = plain_addresses.is_address(bare) or FREE.search(found.text) is not None
    return found.meanings <= DELIVERED and found.value is not None and named


def is_charged(text: str) -> bool:
    """Tell whether a text says what carriage to some place costs: the goods go there, wherever it is."""
    return any(COSTS.search(text, *span) is not None for span in _told(text))


def _told(text: str) -> list[tuple[int, int]]:
    return [told.span("value") for pattern in PLACES for told in pattern.finditer(text)]


def _unopened(text: str, start: int, end: int) -> int:
    """Return where a place ends before a time, or a bracket that it does not close: …备件库（联系人：…."""
    timed = WHEN.search(text, start, end)
    end = timed.start() if timed is not None else end
    opened = OPENED.search(text, start, end)
    return opened.start() if opened is not None and opened.start() > start else end
