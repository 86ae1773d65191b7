"""What the value of a field is like, whatever its label is called: an address, a term, 13%, 20018841."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from extractors.fields import dates, periods
from extractors.header.labelling import address_lines, plain_addresses, value_types
from extractors.header.whole import sent_goods
from extractors.late import late
from extractors.vocabulary.meanings import Label

LEAST_FIGURES = 4
NUMBER = late(r"[A-Za-z]{0,6}[-/ ]?[A-Za-z0-9][A-Za-z0-9\-/._]{3,16}")
NO_NUMBER = late(
    r"0\d{2,3}-\d{7,8}|1[3-9]\d{9}|\d{12,}"
    r"|(?:AT|BE|BG|CH|CN|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|TR|XI)\s?\d{8,}"
    r"|\d[\d,']*\.\d+|\d[\d.']*,\d+"
)
"""Telephones, accounts, registrations for the tax, sums of money."""
NUMBERED = late(
    r"[(（\[]?\s*(?:(?:no|nr|number)\b\.?\s*|(?:n[°º]|[#№第])\s*)?(?P<number>[A-Za-z0-9][A-Za-z0-9\-/._ ]*?)"
    r"\s*[号號]?\s*[)）\]]?(?:\s?[,/]?\s?(?:dated|of|vom|from|du|del)\s.{4,24})?",
    re.IGNORECASE,
)
"""A number with its mark before it or its day behind: "Nr. 20018841", "20018841 of 12 Oct 2026"."""
TOWNED = 2
"""An address in one line has so many parts at least, if one of them is a town with its code."""
RATE = late(r"(?P<rate>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:[%％]|个?税?点)")
FIGURES = late(r"\d{1,2}")
HIGHEST_RATE = 30
"""No tax on goods is higher, in percent."""
TAXED = late(
    r"(?:含|包括|包含|包|另加|外加|加收|(?<![a-z])(?:plus|incl(?:\.|uding|udes?|usive of)?"
    r"|excl(?:\.|uding|usive of)?|without|before|net of|zzgl\.?|zuzüglich|inkl\.?|inklusive|exkl\.?|ohne)\s)"
    r"[^，。；,;\d]{0,6}"
    r"\d{1,2}(?:[.,]\d{1,2})?\s?(?:[%％]|个?税?点(?![前后半钟\d到至~-]))"
    r"|专票\s?(?:13|9|6)(?!\d)"
    r"|\d{1,2}\s?[%％](?:的|[,，]开)?[^，。；,;\d]{0,6}[票稅税]"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s?[%％]\s?[:：]?\s?(?:[A-Z]{3}|[€$¥￥])?\s?\d[\d.,' ]*[.,]\d{2}(?!\d)",
    re.IGNORECASE,
)
"""A percentage that is held in a price, stands on an invoice or is a sum of the order."""
UNTAXED = late(
    r"运费|折|[时周]间|营业|周[一二三四五六日末]|[上下]午|让利|优惠|预付|定金|订金|违约|逾期|罚|质保"
    r"|尾款|余款|付|损耗|允差|公差|偏差|抽[检查样]|佣金|保函|保证金|[±≤≥<>]"
    r"|[铬镍钼铜钛硅碳锰]\s?\d|\d\s?[%％]\s?(?:[铬镍钼铜钛硅碳锰]|(?:cr|ni|mo|cu|glass|carbon|chromium|nickel)(?![a-z]))"
    r"|\b(?:commission|bond|guarantee|milestone|content)\s?(?:of )?\d{1,2}\s?%"
    r"|\d\s?%\s(?:bank )?(?:commission|bond|guarantee|content)"
    r"|\b(?:discount|rebate|freight|deposit|advance|retention|penalt|damages|late|delay|balance|payment|payable|paid|"
    r"tol\b|toleran|rabatt|skonto|anzahlung|surcharge|bonus)",
    re.IGNORECASE,
)
"""What else percentages are of."""
STORE = late(r"[\u4e00-\u9fff]{4,}(?:\d{1,4}[号號][\u4e00-\u9fff]{0,8}|[库庫仓倉])")
"""A house with its number, or a store, in Chinese."""
SENTENCE = late(r"[^。；;]+")


def untold_rates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a percentage stands that a price may hold, though no word for the tax stands by it."""
    for part in SENTENCE.finditer(text):
        found = TAXED.search(part[0])
        if found is None or UNTAXED.search(part[0]):
            continue
        if any(map(_is_rate, RATE.findall(found[0]) or FIGURES.findall(found[0]))):
            yield part.start() + found.start(), part.start() + found.end()


def _is_rate(figures: str) -> bool:
    return 0 < Decimal(figures.replace(",", ".")) <= HIGHEST_RATE


def _may_be_rate(text: str) -> bool:
    found = RATE.fullmatch(text.strip())
    return found is not None and _is_rate(found["rate"])


def _may_be_number(text: str) -> bool:
    """Tell whether a text may be the number of an offer: some figures, and neither day nor telephone."""
    numbered = NUMBERED.fullmatch(text.strip())
    plain = numbered["number"] if numbered is not None else text.strip()
    counted = sum(map(str.isdigit, plain))
    if counted < LEAST_FIGURES or NUMBER.fullmatch(plain) is None or NO_NUMBER.fullmatch(plain):
        return False
    return value_types.is_code(plain) and not value_types.is_date(plain)


def _may_be_time(text: str) -> bool:
    led = value_types.BY.match(text)
    return periods.parse(text) is not None or (led is not None and bool(dates.parse(text[led.end() :])))


def _may_be_place(text: str) -> bool:
    parts = [part.strip() for part in text.split(",")]
    towned = (
        len(parts) >= TOWNED and any(map(address_lines.TOWN.search, parts)) and not value_types.is_date(text)
    )
    return towned or plain_addresses.is_address(text) or STORE.fullmatch(text) is not None


NOTHING = late(r"(?!)")
ASIDE: Mapping[str, re.Pattern[str]] = {
    "tax": late(rf"{UNTAXED.pattern}|^\s*含?[铬镍钼铜钛硅碳锰]\s*$", re.IGNORECASE),
    "delivery": late(
        r"repl(?:y|ies)|respon|confirm|acknowledg|storage|stor(?:ed|ing)|valid|warrant|guarant|pay|antwort|bestätig|lager|gültig"
        r"|\boffer|\bquot|inspect|complain|claim|notice|notif",
        re.IGNORECASE,
    ),
    "place": late(
        rf"{sent_goods.OTHERS.pattern}|court|gericht|notify|\bbank\b|registered|invoice|bill|rechnung"
        r"|head office",
        re.IGNORECASE,
    ),
    "quotation": late(
        r"^(?:我|本|客户|您)|供应商|税|登记|框架|主合同|\b(?:our|unser\w*|customer|tax|vat)\b"
        r"|\b(?:supplier|vendor)(?:'s)? (?:no|nr|number|code|id|acc\w*)\b",
        re.IGNORECASE,
    ),
}
"""Labels in no list of which it is plain that they are of something else."""
VALUES: Mapping[str, Callable[[str], bool]] = {
    "quotation": _may_be_number,
    "tax": _may_be_rate,
    "delivery": _may_be_time,
    "place": _may_be_place,
    "payment": lambda text: value_types.fits(Label.PAYMENT, text),
    "incoterms": lambda text: value_types.fits(Label.INCOTERMS, text),
}
"""What the value of a topic is like."""
