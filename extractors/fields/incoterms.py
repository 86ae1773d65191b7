"""Incoterms: the three-letter code, the named place and the version of the rules."""

import functools
import re

from extractors.fields import currencies
from extractors.fields.text import even, level, tidy
from extractors.late import late

CODES = ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF", "DAT", "DDU")
"""The eleven of 2020 and two of earlier versions that customers still print (DAT 2010, DDU 2000)."""
NAMES = {
    "ex works": "EXW",
    "ex-works": "EXW",
    "ex work": "EXW",
    "free carrier": "FCA",
    "carriage paid to": "CPT",
    "carriage and insurance paid to": "CIP",
    "delivered at place unloaded": "DPU",
    "delivered at place": "DAP",
    "delivered at terminal": "DAT",
    "delivered duty paid": "DDP",
    "delivered duty unpaid": "DDU",
    "free alongside ship": "FAS",
    "free on board": "FOB",
    "cost and freight": "CFR",
    "cost, insurance and freight": "CIF",
    "cost insurance and freight": "CIF",
    "工厂交货": "EXW",
    "货交承运人": "FCA",
    "目的地交货": "DAP",
    "完税后交货": "DDP",
    "船上交货": "FOB",
}
NAME = "|".join(sorted(NAMES, key=len, reverse=True))
CODE = "|".join(CODES)
BY_RULES = (
    r"(?:(?<![^\W\d_])(?:(?:as per|according(?:ly)? to|acc\.? to|per|under|in accordance with|in line with"
    r"|in conformity with|pursuant to|subject to|based on|as defined (?:in|by)|as"
    r"|gemäß|gemäss|gemaess|gem\.?|nach|laut|lt\.?|entsprechend|im sinne (?:von|der)|auf basis (?:von|der)|zu"
    r"|selon|suivant|secondo|según|conforme(?: aux?| a| à| alle)?|volgens|i henhold til|enligt)\s)"
    r"|按照?|根据|依据|依照?|适用|采用)"
)
"""Words that lead to the rules and are no part of the place: "DDP Graz gemäß Incoterms 2020"."""
VERSION = late(
    rf"[\s,;(\[-]*(?:{BY_RULES})?(?:(?<![^\W\d_])(?:the |den |der |les |gli |los ))?(?:icc )?"
    r"(?:incoterms?|国际贸易术语解释通则|贸易术语)\s?[®]?\s?(?:版本|version|edition)?\s?:?\s?(?P<year>(?:19|20)[0-9]{2})?年?版?[\s)\]]*"
    r"|[\s,]*[(\[](?P<lone>(?:19|20)[0-9]{2})[)\]]\s*|\s(?P<tail>2000|2010|2020)$",
    re.IGNORECASE,
)
TERM = late(rf"(?P<code>{CODE})(?![A-Za-z])|(?P<name>{NAME})(?![a-z])", re.IGNORECASE)
EXPLANATION = late(rf"[\s,:=-]*[(\[]?\s?(?:{NAME}|{CODE})(?![A-Za-z])\s?[)\]]?", re.IGNORECASE)
AROUND = " \t,:;-(（)）.[]"
BRACKETED = late(r"^([^()（）]*[^()（）\s])[)）](?=\s*[,;，；]).+$", re.DOTALL)
"""A term that stands in brackets ends with them: "free ex works (EXW Lund), our haulier"."""
LONGEST = 120
SENTENCE_END = late(r"(?<=[^\W\d_]{4})\.\s+(?=[A-Z])|[。；]")
STOPPED = late(r"\s*\.\s+(?=[A-Z])")
"""A new sentence behind the version: "CIF Durban, Incoterms 2020. Consignee: …"."""
FETCHING = (
    r"(?:(?:via|with|by|through)\s)?(?:(?:our|your|buyer'?s|the|named|unser|ihr)\s)?(?:freight\s)?"
    r"(?:forwarders?|carriers?|hauliers?|couriers?|account|spediteur|spedition|transitaire)\b"
    r"(?!['’]|\s(?:warehouse|terminal|premises|hub|depot|yard)\b)"
)
BEHIND = late(
    rf"\s*[,;]\s*{FETCHING}|\s*[,;]?\s*(?:freight|carriage)\s(?:collect|forward|(?:pre)?paid)\s*\.?$"
    r"|\s*[,;]?\s*insur(?:ance|ed)(?:\s(?:for|of|value|cover|at))*\s1[0-9]0\s?%\s*\.?$",
    re.IGNORECASE,
)
"""Who fetches the goods, behind the version: "FCA Turku (Incoterms 2020), forwarder Rinne, account 118".

Or who pays the carrier, or what is insured: "FCA Turku Incoterms 2020, freight collect", "insurance 110%".
"""
BEHIND_COMMA = late(r"\s*,\s*(?=\S)")
SHORTEST_PLACE = 2
FOREIGN = late(
    r"\b(?:prices?|vat|tax|payments?|paid|incl|excl|days|weeks|delivery|except|invoiced?|charged|unpaid"
    r"|included|excluded|packing|packaging|verpackung|named (?:place|port)"
    r"|(?:items?|pos|lines?)\.?\s?\d+)\b|[税付款项]|\d\s?周|周[期内]",
    re.IGNORECASE,
)
"""What stands in no place: the text goes on with something else than the term."""
WAY = (
    r"(?:air|sea|ocean|road|rail|truck|lorry|vessel|courier|express)(?:[ -]?(?:freight|cargo|transport))?"
    r"|luft(?:fracht|post)|seefracht|bahn(?:fracht)?|lkw|spedition|kurier(?:dienst)?"
)
MODE = (
    rf"(?:(?:by|per|via|mit|mittels|als) )?(?:{WAY})"
    r"|par (?:avion|bateau|camion|route|mer|messagerie)|空运|海运|陆运|汽运|铁运|铁路运输|公路运输|快递"
)
CARRIED = late(rf"^(?:{MODE})\s*[,;:/]\s*(?=(?:{CODE}|{NAME})(?![A-Za-z]))", re.IGNORECASE)
"""How goods travel, said before the term in one cell: "Rail, CPT Almaty"."""
ASIDE = late(
    rf"(?:^|\s*[,;(]\s*|\s+(?=(?:by|per|mit|mittels|par)\s))(?:{MODE})\s*[)）]?$"
    rf"|\s*[(（]\s*{FETCHING}(?:\s(?:will|shall|to|does))?(?:\s(?:collect|pick|arrange)[a-z]*)?"
    r"(?:\s(?:up|the goods|goods))?[)）]?$"
    r"|\s*[,;(]\s*(?:(?:in|ex)[ck]l(?:\.|us|ud)|einschlie(?:ß|ss)lich|zzgl|zuzüglich"
    r"|(?:export |seaworthy )?pack(?:ing|ed|ag)"
    r"|insur(?:ance|ed)|unload(?:ed|ing)"
    r"|(?:freight|carriage|customs|dut(?:y|ies))\b[ a-z]*(?:paid|collect|pay|cleared|includ|exclu|extra)"
    r"|(?:un)?cleared|(?:firm|fixed|(?:no |without |nil |incl\.? |net )?commission)\b"
    r"|[不含包]*(?:含|包[装括含]|运费|保险)).*$"
    r"|\s*[,，]\s*(?:由\S{0,8}[方司]|(?:将?货物?)?[送运发][至到达往]|负责).*$",
    re.IGNORECASE,
)
"""What may be said behind the place, of the way or of what the price holds: "CIF Kobe, packing included"."""
ONWARD = late(r"\s*[,;(]\s*(?:final|ultimate|onward|end)\s(?:destination|place|delivery)\b.*$", re.IGNORECASE)
"""Where goods go on to behind the place to which the carriage is paid: "CIF Kobe, final destination Nara"."""
IN_MONEY = late(rf"\s*[(（]\s*(?:{'|'.join(currencies.CODES.split())}|[A-Z]{{0,3}}[$€£¥￥]|元)\s*[)）]?\s*$")
"""The currency of the column that a term heads: "CIF KOBE (US$)"."""
REMARKED = late(
    r"^\S+ .*[A-ZÀ-Þ].*,\s+(?!(?:the|de|di|da|do|del|la|le|van|von|der|an der|am|bei|près|near)\s+[A-ZÀ-Þ])"
    r"(?:[a-zà-þ]\w*\b(?!['’])|(?i:per|by|via|mit|als|for|für|pour|with|not|no)\s)"
    r"|^\S+ .*[A-ZÀ-Þ]\S*\s(?!(?:(?:sea|air)?port|harbou?r|works?|factory|plant|mill|site|warehouse|terminal"
    r"|depot|yard|store|stores|premises|city)$)[^\W\d_A-ZÀ-Þ\u4e00-\u9fff]+\.?$"
)
"""A place that goes on in small letters behind a comma may be a remark: "CPT Weert, per Kurier, Kosten …".

So may the small word that a place ends with: it leads to something that was cut off ("DDP Graz laut").
"""
MENTION = late(
    rf"(?<![A-Za-z0-9-])(?:(?:{CODE})(?![A-Za-z0-9-])|[Ee]x[ -][Ww]orks)"
    r"(?:[ ,:]{0,2}(?:[A-ZÀ-Þ](?:[\w'-]{0,2}\.(?= )|[\w'-]*))"
    r"(?: (?:(?:am|an der|ob der|bei|im) )?[A-ZÀ-Þ][\w'-]*){0,2}"
    r"|[ ,:]{0,2}[\u4e00-\u9fff]{2,12})?"
    rf"(?:\s?[(]?(?:ICC )?(?i:incoterms)®?(?: ?20[0-9]{{2}})?[)]?)?"
)
OTHER = late(
    r"(?<=\d )CFR\s?(?:Parts?\s|§+\s?)?\d"
    r"|[A-Z]{3}\s(?i:points?|price|value|terms)(?=\s*(?:[:.]|$)|\s(?i:destination|origin|shipping|factory)\b"
    rf"|\s[(]?(?:{'|'.join(currencies.CODES.split())})\b)"
)
"""What is no trade term: the Code of Federal Regulations ("21 CFR 177.2600"), and the label of one."""


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> tuple[str, str | None, str | None] | None:
    """Return code, place and version of a text that states a trade term; None where it states none.

    The place is as printed. "FCA Shanghai (Incoterms 2020)" gives FCA, Shanghai, 2020.
    """
    if len(text) > LONGEST:
        return None
    printed = tidy(text)
    levelled = SENTENCE_END.split(level(printed))[0]
    version = VERSION.search(levelled)
    if version is not None and _ends_with(levelled, version):
        levelled = levelled[: version.end()]
    bare = VERSION.sub(" ", levelled).strip(AROUND) if version else levelled.strip(AROUND)
    bare = CARRIED.sub("", bare)
    term = TERM.match(bare)
    if term is None:
        return None
    code = term["code"].upper() if term["code"] else NAMES[term["name"].casefold()]
    rest = bare[term.end() :]
    explained = EXPLANATION.match(rest)
    place = IN_MONEY.sub("", rest[explained.end() if explained else 0 :]).strip(AROUND)
    place = ONWARD.sub("", place) if code[0] in "CF" else place
    place = ASIDE.sub("", BRACKETED.sub(r"\1", place)).strip(AROUND)
    if place.count("(") > place.count(")") and f"{place})" in levelled:
        place += ")"  # the code of an airport: "FCA Shanghai (PVG)"
    if TERM.search(place) or FOREIGN.search(place) or "%" in place:
        return None
    at = levelled.find(place)
    place = even(printed[at : at + len(place)]) if at >= 0 else place
    return code, place or None, (version["year"] or version["lone"] or version["tail"]) if version else None


def address_behind(text: str) -> int | None:
    """Return where the address begins that stands behind a whole term and its version; None where none does.

    "DAP Konin (Incoterms 2020), main warehouse, ul. Chemików 14".
    """
    levelled = level(text)
    version = VERSION.search(levelled) if len(levelled) == len(text) else None
    return _addressed(levelled, version) if version is not None else None


def _ends_with(text: str, version: re.Match[str]) -> bool:
    """Tell whether a term ends with its version: what stands behind it is something else."""
    remarked = _is_remarked(text[version.end() :])
    return _stops(text, version.end()) or remarked or _addressed(text, version) is not None


def _addressed(text: str, version: re.Match[str]) -> int | None:
    behind = BEHIND_COMMA.match(text, version.end())
    placed = len(TERM.sub("", text[: version.start()]).strip(AROUND)) >= SHORTEST_PLACE
    further = text[behind.end() :] if behind is not None else ""
    numbered = "," in further and any(map(str.isdigit, further))
    plain = numbered and not TERM.search(further) and not FOREIGN.search(further)
    return behind.end() if behind is not None and placed and plain else None


def _stops(text: str, end: int) -> bool:
    """Tell whether a sentence that names no further term begins behind the version."""
    return STOPPED.match(text, end) is not None and TERM.search(text, end) is None


def _is_remarked(rest: str) -> bool:
    """Tell whether what stands behind the version names who fetches the goods, and nothing else."""
    return BEHIND.match(rest) is not None and not FOREIGN.search(rest) and not TERM.search(rest)


def normal(text: str) -> str | None:
    """Return "EXW Tianjin" for whatever way a text states it, without the version."""
    found = parse(text)
    if found is None:
        return None
    code, place, _ = found
    return f"{code} {place}" if place else code


@functools.lru_cache(maxsize=4096)
def find(text: str) -> tuple[tuple[int, int], ...]:
    """Return where trade terms stand in running text, each with its place."""
    levelled = level(text)
    return tuple(
        match.span() for match in MENTION.finditer(levelled) if not OTHER.match(levelled, match.start())
    )
