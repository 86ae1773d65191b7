"""Names of legal entities: where they stand in a text, and when two are the same."""

import functools
import re
from collections.abc import Iterator, Sequence

from extractors.fields.text import fold, level
from extractors.late import late
from extractors.rare import Rare

HAN = "[\u4e00-\u9fff]"
IN_CHINESE = late(HAN)
PARTY = (
    "甲方|乙方|丙方|需方|供方|买方|卖方|采购方|购货方|供货方|购货单位|供货单位|订货单位|供应商|客户名称|客户|单位名称"
    "|公司名称|开票单位|收货单位|收货人|抬头|名称|业主|最终用户|用户|买受人|买受方|受让方|受让人|出卖人|出卖方|出让方|出让人|定作方|承揽方|委托方"
)
NAMED = rf"(?:{HAN}|[A-Za-z0-9·&-]|[(]{HAN}{{1,8}}[)])"
TITLE = (
    "(?:备件|备品备件|物资|设备|产品|配件|材料|零星)?(?:采购|订货|订购|购货|要货|买卖|购销|外购|下单){1,2}(?:订|合)?"
    f"(?:单|同|订单|合同|清单|函|(?:明细|计划)?表|协议书?|通知单)(?!{HAN})"
)
"""What a title goes on with behind the name of the company that heads it: 某某商行采购订单."""
UNIT = (
    f"{HAN}{{2,10}}?(?:分公司|分厂|办事处)"
    f"|(?:{HAN}{{0,6}}?(?:物资|设备|采购|供应|装备|资材|物流|备件|机动)){HAN}{{0,4}}?(?:中心|公司)(?:(?!{HAN})|(?={TITLE}))"
)
"""A part of a company that buys in its own name: 设备资材采购中心."""
LIMITED = Rare(rf"{NAMED}{{2,40}}?(?:有限责任公司|有限公司)(?:{UNIT})?", "有限责任公司|有限公司")
ENTITY = Rare(
    rf"{NAMED}{{2,30}}(?:集团公司|集团|总公司|公司|总厂|厂|研究院|研究所|设计院|大学|学院|医院|合作社|商行|经营部|事务所)"
    rf"(?:(?!{HAN})|(?={TITLE}))",
    "集团|公司|厂|研究院|研究所|设计院|大学|学院|医院|合作社|商行|经营部|事务所",
)
EASTERN = Rare(
    r"(?:株式会社|有限会社|合同会社|주식회사|㈜|[(]주[)])\s?[\w\u30fb]{2,20}|[\w\u30fb]{2,20}\s?(?:株式会社|有限会社|合同会社|주식회사|㈜|[(]주[)])",
    "株式会社|有限会社|合同会社|주식회사|㈜|(주)",
)
"""Companies of Japan and Korea, whose form stands before the name or behind it."""
LEADING = late(
    r".*(?:[甲乙丙需供]方|买方|卖方|采购方|购货方|供货方|定作方|承揽方|委托方|[购供订]货单位|单位名称|公司名称|客户名称"
    r"|合同|协议|订单|我司)[)]?[为是由与]?|(?:兹|现|今|特)(?:由|与|为|将|就|向|请|受)"
    r"|请?[发寄送运][往至到]|本[单函]由?|(?:厂址|地址|网站)见"
)
NOT_A_NAME = late(
    rf"^(?:本|贵|我|该|各|双方|分|子|母|总|物流|运输|快递|保险|承运)*(?:公司|厂|集团)$|[本贵我该你](?:公司|厂|集团)$|工厂$|[到进出原入]厂$|生产厂"
    rf"|^(?!{HAN}{{1,6}}[市县省区镇]{HAN}{{3,12}}制造厂$).*制造厂"
    rf"|{PARTY}|指定|[送运交发]至|送到"
)

GMBH = r"(?:gmbh|(?:g|ges)\.? ?m\.? ?b\.? ?h|(?:gesellschaft |(?<=gesellschaft ))m\.? ?b\.? ?h)"
"""A company of Germany or Austria, as it spells its form: Ges.m.b.H., "Handelsgesellschaft mbH"."""
STRONG = (
    rf"(?i:(?:{GMBH}\.?|ag|se)(?: & co\.? ?kga?a?)|{GMBH}|"
    r"(?:co\.?,?\s?|company,? |pte\.?,? |pty\.?,? |pvt\.?,? |private )?(?:ltd|(?-i:L)imited)"
    r"|sdn\.? bhd|bhd|kgaa|inc|(?-i:I)ncorporated"
    r"|llc|l\.l\.c|corp|(?-i:C)orporation"
    r"|plc|ltda|kft|zrt|s\.p\.a|s\.r\.l|e?hf(?=\.)"
    r"|l\.p|kabushiki (?:kaisha|gaisha)|yugen kaisha|(?-i:e\.G|e\.K)|eigenbetrieb"
    r"|s\.a\.p\.i\. de c\.v|s\.a\.b?\.? de c\.v|s\. de r\.l\. de c\.v"
    r"|joint stock company|jsc|pjsc|w\.l\.l|wll|k\.s\.c|s\.a\.e|fzco|fz-llc|fze|s\.p\.c|berhad|saoc|saog"
    r"|s\.a\.o\.[cg]|q\.?p?\.?s\.?c|k\.?s\.?c\.?[cp]|b\.s\.c"
    r"|(?:san\.?|sanayi) (?:ve )?(?:tic\.?|ticaret) (?:a\.ş|ltd\.? şti)|a\.ş|ltd\.? şti|d\.d|e\.i\.r\.l"
    r"|s\.a\.s|s\.a|s\.l\.u|s\.l|b\.v|n\.v|k\.k|d\.o\.o|s\.r\.o|sp\. z o\.o|a\.s(?!\.\w)|oyj"
    r"|aktiebolag)(?![\w-])\.?"
)
SHORT = (
    r"(?:IKS|DAC|AöR|AG|AB|SpA|BVBA|PAO|AO|OÜ|SAE|KSC|Oy|OY|A/S|ApS|KG|BV|NV(?! \d{5}\b)|KK|SARL|Sarl|OOO"
    r"|OAO|UAB|eG|Srl|SRL|EOOD|OOD|SRO|TOV|Tbk|(?:Lda|LDA)\.?|OHG|SLU|EIRL|Lt[ée]e|LLP)(?![\w/-])"
)
# Common words or codes when written in capitals: they count only behind a word in small letters,
# and not before a postcode: "Waikerie SA 5330" lies in South Australia.
DOUBTFUL = r"(?<=[a-zß-ÿ] )(?:AS|ASA|SE|SA|SAS|SL|LP|LLP|Co\.)(?![\w/-])(?!\s+\d{4}\b)"
LONG = (
    r"(?<=[a-z&)] )(?:Company|Corporation|Establishment|Cooperative|Authority|Est\.)(?![\w-])"
    r"(?!\s*[:：(]|\s(?i:code|no|number|name|reg|id)\b)"
)
CAPITAL = r"(?<=[A-Z)] )(?:CO\.|COMPANY)(?=\s*$)"
"""So do these behind a word in capitals, at the end of a letterhead."""
STATE = late(r"(?:EXW|F[AC][AS]|FOB|CFR|CIF|C[IP][PT]|DA[PT]|DPU|DDP) [^,;]{2,40}, NV")
"""A town of Nevada in a trade term: "DDP Winnemucca, NV"."""
FORM = late(rf"(?<![\w/-])(?<!\s[A-Z]\.)(?:{STRONG}|{SHORT}|{DOUBTFUL}|{LONG}|{CAPITAL})")
PREFIXED = Rare(
    r"(?<![\w-])(?:PT|CV|TOO|OOO|OAO|ZAO|PAO|UAB|SIA|(?:Zweck|(?:Wasser|Abwasser)(?:zweck)?)verband"
    r"|Landesbetrieb)\.? [\"]?[A-Z][\w&'-]+(?: [A-Z&][\w&'-]*){0,5}[\"]?",
    "pt|cv|too|ooo|oao|zao|pao|uab|sia|verband|landesbetrieb",
)
BRANCH = late(
    rf"[\s,，、]*[(（]?\s*(?:{HAN}{{2,10}}(?:分公司|分厂|办事处|事业部|项目部|分部"
    r"|(?<![到进出原工本该贵我入])厂(?![房区内家长门址价])|矿(?![产山石业用])|基地)"
    r"|(?:[\w&.-]+ ){0,3}(?i:branch|division|subsidiary)\b(?! (?i:road|street|rd|st)\b))\s*[)）]?"
)
"""Behind a company's name: only a part of it is meant, with a name of its own."""
PART = late(
    rf"(?!{TITLE})(?={HAN})[^\s,，。;；:：]*?"
    r"(?:中心|(?<![内外全])部(?![件位分])|处(?![理置])|科(?![技学])|(?<!子)公司)"
)
"""What goes on with a part of a company right behind its name, and no title: 有限公司设备采购部备件清单."""
OFFICE = late(rf"(?:有限责任公司|有限公司){HAN}{{2,10}}(?<!研发)中心$")
WORD = late(r"(?:[A-ZÀ-ÞŞİĞČŠŽŁŚŻŹĆŃŐŰŘŤĎŇĚŮ0-9][\w&.'/+-]*|[(]?[A-Z][\w.]*[)]?|&)")
CONNECTORS = frozenset(
    {
        "&",
        "and",
        "of",
        "de",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "y",
        "und",
        "für",
        "for",
        "et",
        "la",
        "ve",
    }
    | {"du", "des", "les", "los", "las", "della", "dei", "delle", "degli", "van", "og", "och", "e", "i"}
)
LABELS = frozenset(
    {
        "buyer",
        "seller",
        "customer",
        "purchaser",
        "vendor",
        "supplier",
        "consignee",
        "messrs",
        "dear",
        "to",
        "from",
        "attn",
    }
    | {
        "ship",
        "bill",
        "sold",
        "between",
        "the",
        "by",
        "for",
        "and",
        "po",
        "order",
        "purchase",
        "date",
        "company",
    }
    | {"name", "client", "invoice", "delivery", "deliver", "contractor", "at", "with", "of"}
)
SIGNING = frozenset({"signed", "accepted", "confirmed", "agreed", "issued", "approved"})
"""Words before "for" or "by" in a signature, which are no part of the name behind them."""
NEVER = frozenset(
    {"no", "no.", "part", "item", "annex", "iso", "din", "rev", "rev.", "type", "see", "page", "total"}
)
"""A name does not hold these words: what ends in "AB" behind them is no company."""
VAN = late(r"(?<!\S)Van (?:den|der|het|'t)\s$")
"""How Dutch names begin; with a small letter it may be a word of the sentence."""
BARE = frozenset({"COMPANY", "CO.", "Company", "Establishment", "Est.", "Cooperative", "Authority"})
"""Forms that are common words as well: they count behind so many words of a name."""
NAMES = 2
MOST_WORDS = 9
ENDS = ",;:!?|"


@functools.lru_cache(maxsize=4096)
def find(text: str) -> tuple[tuple[int, int], ...]:
    """Return where names of legal entities stand in a text, in any of the languages of the orders."""
    levelled = level(text)
    latin = [*_latin(levelled)]
    prefixed = [
        span for span in _prefixed(levelled) if not any(span[0] < end and at < span[1] for at, end in latin)
    ]
    eastern = (found.span() for found in EASTERN.finditer(levelled))
    return tuple(sorted({*_chinese(levelled), *latin, *prefixed, *eastern}))


def branch_end(text: str, end: int) -> int | None:
    """Return where the name of a branch ends that goes on behind a company's name; None where none does."""
    match = BRANCH.match(text, end)
    return match.end() if match else None


def is_with_office(name: str) -> bool:
    """Tell whether a name ends in an office, which buys in its own name or for the company: …公司采购中心."""
    return OFFICE.search(level(name)) is not None


def goes_on(text: str, end: int) -> bool:
    """Tell whether a name goes on with what may be a part of the company, so that it may not end there."""
    return PART.match(level(text), end) is not None


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    # "化工集团股份有限公司" holds "化工集团": the weaker forms count only where no 有限公司 stands.
    for match in list(LIMITED.finditer(text)) or ENTITY.finditer(text):
        start = _behind_label(match)
        name = text[start : match.end()]
        if len(name) >= 4 and not NOT_A_NAME.search(name):
            yield start, match.end()


def _behind_label(match: re.Match[str]) -> int:
    label = LEADING.match(match[0])
    if label:
        return match.start() + label.end()
    # "...)与上海...": 与 and 由 join on to what stands before; at the start they belong to the name.
    joined = match.start() > 0 and match[0][0] in "与由" and not match.string[match.start() - 1].isspace()
    return match.start() + joined


def _prefixed(text: str) -> Iterator[tuple[int, int]]:
    """Yield names that begin with their legal form: PT Samudra Kertas, OOO "Nasos"."""
    for match in PREFIXED.finditer(text):
        yield match.span()


def _latin(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    waiting: tuple[int, int] | None = None
    for form in FORM.finditer(text):
        if waiting is not None and not text[begin : form.start()].strip(" ,"):
            # "Al Qamra Power Co. K.S.C." has two forms behind each other.
            waiting, begin = (waiting[0], form.end()), form.end()
            continue
        yield from [waiting] if waiting is not None else []
        start = _first_word(text, begin, form.start())
        plain = start is not None and form[0] in BARE and text[start : form.start()].count(" ") < NAMES
        waiting = None if start is None or plain or _is_none(text, start, form) else (start, form.end())
        begin = form.end()
    yield from [waiting] if waiting is not None else []


def _is_none(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether what looks like a name is a town of Nevada, or a country before "Co. Reg." for company."""
    registered = form[0].startswith("Co") and text.startswith(" Reg", form.end())
    alone = " " not in text[start : form.start()].strip()
    return (registered and alone) or STATE.fullmatch(text, start, form.end()) is not None


def _first_word(text: str, begin: int, end: int) -> int | None:
    """Return where the name begins whose legal form stands at `end`: walk back over its words."""
    words: list[tuple[int, str]] = []
    for match in reversed(list(re.finditer(r"\S+", text[begin:end]))):
        shown = match[0].rstrip(",") if not words else match[0]
        word = re.split(r"[,;:!?|\u4e00-\u9fff]|[(](?=[^)]*$)", shown)[-1]
        if not WORD.fullmatch(word) and word not in CONNECTORS:
            break
        words.append((begin + match.start() + len(shown) - len(word), word))
        if word != shown or len(words) == MOST_WORDS:
            break
    while words and (words[-1][1] in CONNECTORS or words[-1][1].casefold().rstrip(".") in LABELS):
        words.pop()
    if len(words) > 1 and words[-1][1].casefold() in SIGNING and words[-2][1].casefold() in {"for", "by"}:
        del words[-2:]
    known = any(word.casefold() in NEVER for _, word in words)
    if not words or known:
        return None
    led = VAN.search(text, begin, words[-1][0])
    return led.start() if led is not None else words[-1][0]


def key(name: str) -> str:
    """Return the form under which two names are the same: no case, no punctuation, one word per form."""
    bare = re.sub(r"[\W_]+", "", fold(name).replace("&", "and"))
    for long, short in FORMS.items():
        if bare.endswith(long):
            return bare.removesuffix(long) + short
    return bare


FORMS = {
    "companylimited": "coltd",
    "privatelimited": "pteltd",
    "limited": "ltd",
    "incorporated": "inc",
    "corporation": "corp",
    **dict.fromkeys(("gesellschaftmbh", "gesmbh"), "gmbh"),
    "有限责任公司": "有限公司",
}
"""Legal forms that are the same in long and in short."""


def is_short_for(short: str, whole: str) -> bool:
    """Tell whether a key is a company's or a part of it: 天津海川公司 of 天津海川密封有限公司."""
    stem = short.removesuffix("有限公司").removesuffix("公司")
    return short in whole or (stem != short and len(stem) >= SHORTEST and whole.startswith(stem))


SHORTEST = 4
"""A Chinese name in short has so many characters before its form: the town, and two of its own."""


def is_one_name(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two names are one in two scripts, with nothing but a mark between."""
    (start, end), (then, last) = spans
    scripts = {IN_CHINESE.search(text[low:high]) is None for low, high in ((start, end), (then, last))}
    return len(scripts) == 2 and not text[end:then].strip(" /()（）,，")


def looks_like_company(text: str) -> bool:
    """Tell whether a text is a company's name and little else."""
    covered = sum(end - start for start, end in find(text))
    return covered > 0 and covered >= 0.9 * len(text.strip())
