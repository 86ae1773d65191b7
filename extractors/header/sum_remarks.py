"""What stands beside the name of a sum and is no part of it: its sections, where it is carried to."""

import re

from extractors.late import late
from extractors.rare import Rare

SECTIONS = late(
    r"[(（]\s?\w{1,3}(?:\s?[+＋]\s?\w{1,3})+\s?[)）]|(?<=[\u4e00-\u9fff\s])[A-Z](?:\s?[+＋]\s?[A-Z])+\b"
)
"""Which sections a total adds up: 总价（一＋二）, "Total (A+B)", 合同总价 A+B."""
SECTION = late(r"\s*第?[A-Z一二三四五六七八九十甲乙丙丁]\s?(?:组|部分|包|标段|单元|分项)\s?(?=[小合]计)")
"""The section that a sum is of: A组小计, 第二部分合计."""
NAMED_SECTION = late(r"(?!.*[税费扣折减惠])[\w#＃·、/\-]{2,24}?(?=\s?(?:小计|小計)\s*(?:$|[:：]))")
"""A section that a sum behind its name is of, whatever it is called: 泵房设备小计."""
OF_SECTION = late(
    r"(?P<name>(?i:sub[ -]?totale?|sous[ -]?total|zwischensumme|小计|小計))\s?"
    r"[（(]?(?i:(?:of |for |von )?(?:section|group|part|lot|gruppe|teil|los)\s)?(?:[A-Z]|[IVX]{1,4})[)）]?"
    r"(?=\s*(?:$|[:：=]|\s[^A-Za-z]))"
)
"""A subtotal and the section it is of: "Sub-total A", "Subtotal section B"."""
COUNTED = late(
    r"\s*[(（]\s*共?\s?\d{1,4}\s?(?:items?|lines?|positions?|positionen|posten|pos\.?|rows?|项|行|条|种|笔)\s*[)）]",
    re.IGNORECASE,
)
"""How many items a sum is of: "Order total (6 items)", 合计（5项）."""
CARRIED_TO = late(
    r"^(?P<name>\D{4,40}?)\s(?:is |as )?(?:carried|transferred|taken)(?: forward)? to (?:the )?"
    r"(?:clause|article|section|summary|form of \w+|main \w+)\b(?: \d{1,2}(?:\.\d{1,2}){0,2}(?![\d.,]))?",
    re.IGNORECASE,
)
"""The clause that states the sum once more: "Contract Price carried to Clause 3"; a page has no such sum."""

CARRIED_PAGE = late(
    r"^(?P<name>(?i:(?:(?:sub-?|page )?total |amount |balance |sum )?"
    r"(?:carried|brought|carry) (?:forward|over|down)"
    r"|übertrag|übertragen|riporto|suma anterior|à reporter|reporté))"
    r"\s(?i:(?:to|from|of|on|auf|von|aus|vers|de|da|a|à)\s)?(?:(?i:the|la|le|der|die)\s)?"
    r"(?i:page|sheet|seite|blatt|p[aá]g(?:ina)?|folio|p)(?![^\W\d_])\.?\s?(?i:no\.?\s?)?\d{0,3}(?![\d.,])"
)
"""The page that a sum is carried to, or comes from: "Carried forward to page 2", "Übertrag von Seite 1"."""
NUMBERED_PAGE = late(
    r"^(?:[承接续續过過转轉移]|[上下]接|[转轉]入|[承接]自)\s?第\s?[\d一二三四五六七八九十]{1,3}\s?[页頁]"
)
"""The same in Chinese: 承第1页, 转第2页."""
NOTED = late(r"(?<=[)）\s])(?:备?注|附注|说明|note)\s?[:：]", re.IGNORECASE)
"""Where a note begins behind a sum: …（￥640.00） 注：以上价格含税."""

CHARGES = Rare(
    r"[\s,，、(（]*(?:\b(?:(?:ex|in)cl(?:uding|usive of)?|ex|without|ohne|[ei][xn]kl|einschl)\b\.?"
    r"|不含|未含|已?包?含)\s?(?:the )?"
    r"(?:freight|carriage|packing|transport(?:ation)?|shipping|delivery|insurance|fracht|verpackung|versand"
    r"|运费|运杂费|包装费|运输费|保险费)"
    r"(?:(?: and | und |/|及|和|、)(?:freight|packing|insurance|fracht|verpackung|运费|包装费|保险费))?"
    r"(?![\w-])(?!\s*(?:,|/|and|und|及|和|、)\s*(?:vat|tax|gst|mwst|ust|税|增值税))[)）]?",
    "freight|carriage|packing|transport|shipping|delivery|insurance|fracht|verpackung|versand|费",
    re.IGNORECASE,
)


def unnoted(text: str) -> str:
    """Return a sum without the note behind it."""
    note = NOTED.search(text)
    return text[: note.start()].rstrip() if note is not None else text


def without_sections(label: str) -> str:
    """Return the name of a sum without the sections it adds up."""
    return SECTIONS.sub(" ", label)


def section(text: str) -> int:
    """Return where the name of a sum begins that is of a section, 0 where none is named."""
    named = SECTION.match(text)
    return named.end() if named is not None else 0


def named_section(text: str) -> int:
    """Return where the name of a sum begins behind that of its section, 0 where none is named."""
    named = NAMED_SECTION.match(text)
    return named.end() if named is not None else 0


def without_section(text: str) -> str:
    """Return a sum without the count of its items, a subtotal without the section behind its name as well."""
    text = COUNTED.sub("", text)
    return OF_SECTION.sub(r"\g<name>", text, count=1) if OF_SECTION.match(text) else text


def uncarried(text: str) -> str:
    """Return a sum without the clause or the page that it is carried to, which stands behind its name."""
    bare = CARRIED_PAGE.sub("Carried forward ", NUMBERED_PAGE.sub("承前页 ", text))
    return CARRIED_TO.sub(r"\g<name> ", bare)


def uncharged(text: str) -> str:
    """Return a sum's label without the charges that it lacks or holds, which say nothing of a tax.

    "Total excl. freight" and 合计（含13%增值税、含运费）.
    """
    return CHARGES.sub(" ", text)
