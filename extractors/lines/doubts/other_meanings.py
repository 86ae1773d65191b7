"""Codes in a column whose heading may mean something else, where what stands there shows that it may.

"Material" heads what a thing is made of as well (42CrMo4), 供应商编码 the number of the supplier itself,
"Your ref." the line of an offer, and "Part no." beside another maker's name that maker's number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.fields.text import fold
from extractors.late import late
from extractors.lines.composed_headings import names_things, says
from extractors.lines.item import Item, Text
from extractors.page.runs import Run, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reason, opened

GRADE = late(
    r"(?:AISI|SUS|SS)[ -]?\d{3}\w{0,3}|[34]\d{2}(?:[LHN]|Ti)?|1\.\d{4}|X\d{1,3}(?:Cr|Ni|Mo|Mn)[\w-]*"
    r"|\d{1,3}(?:Cr|Mn|Ni|Mo|Si)[A-Za-z\d-]*|A(?:105|182|193|216|351)\b.*|GGG?-?\d{2}|(?:EN-)?GJ[LS]-?\d{3}.*"
    r"|S(?:235|275|355)\w*|C(?:22|35|45|60)E?|Cu(?:Sn|Zn|Al)\d*\w*|Q(?:235|345|355)[A-E]?|45#|[0-3]?\dCr\d{1,2}\w*"
)
"""What steels, castings and bronzes are called."""
ACCOUNT = late(
    r"(?:supplier|vendor|seller|customer|buyer|client|purchaser)'?s? (?:code|no\.?|number|id)"
    r"|(?:供应商|供方|卖方|供货商|客户|需方|买方|采购方)(?:编码|代码|编号|号)",
    re.IGNORECASE,
)
"""The number of a company, or of what it sells."""
REFERENCE = late(r"(?:your|our) ref(?:erence)?\.?(?: (?:no|nr|number)\.?)?", re.IGNORECASE)
PAPER = late(r"(?:QTN?|QU?|QUO|RFQ|AN|ANG|OFF(?:ER)?|PR|REQ?|RQ|BANF|SQ)[-_/ ]?\d[\w./-]*", re.IGNORECASE)
"""How offers and requisitions are numbered."""
BRANDS = frozenset({"Brand", "Make", "品牌"})
MAKER = late(
    r"(?:(?:manufacturer|\bmake|\bbrand|制造商|生产厂家|原厂|厂家)\s*[:：]|品牌[:：]?)\s*(?P<maker>[^\W\d_]{2,})",
    re.IGNORECASE,
)
"""Who made a thing, as a remark on it says: "Manufacturer: SKF"."""
NUMBERED = frozenset({Role.PART, Role.PRODUCT_CODE})
MADE = frozenset({Role.PART, Role.MAKER_PART})
REMARKED = (Role.REMARK, Role.DESCRIPTION)
SELLERS = frozenset({Role.SELLER_PART, Role.LOCAL_PART})
BUYERS = frozenset({Role.BUYER_PART, Role.MATERIAL_CODE})


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Iterable[Run]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in the codes of such columns."""
    told = [fold(run.text) for run in runs]
    sellers = _are_others(items, SELLERS)
    buyers = _are_others(items, BUYERS) or any(map(_is_made_of, items))
    return tuple(
        _beside(
            item,
            _opened(
                line,
                part=sellers or _is_of_other_maker(item, told) or _differ(item, NUMBERED),
                customer=buyers or _differ(item, BUYERS),
            ),
        )
        for item, line in zip(items, lines, strict=True)
    )


def _opened(line: OrderLine, *, part: bool, customer: bool) -> OrderLine:
    named = (("part_number", part), ("customer_part_number", customer))
    fields = {name: getattr(line, name) for name, is_doubtful in named if is_doubtful}
    return replace(line, **{name: opened(each, Reason.ROLE) for name, each in fields.items() if each})


def _differ(item: Item, roles: Iterable[Role]) -> bool:
    """Tell whether an item has two different numbers that may be those of one side."""
    found = {text.printed for _, text in _under(item, roles) if any(map(str.isalnum, text.printed))}
    return len(found) > 1


def _beside(item: Item, line: OrderLine) -> OrderLine:
    """Return a line with the number that is likely the seller's, where the buyer has another of its own."""
    text = item.one(Role.MATERIAL_CODE)
    if line.part_number is not None or text is None or not _differ(item, BUYERS):
        return line
    spot = evidence(text.run, text.start, text.end)
    likely = Field(text.printed, sure=False, evidence=spot, reason=Reason.ROLE, confidence=0.6)
    return replace(line, part_number=likely)


def _under(item: Item, roles: Iterable[Role]) -> Iterator[tuple[str, Text]]:
    """Yield the texts of an item in roles, with the headings of their columns."""
    for text in (each for role in roles for each in item.texts.get(role, ())):
        if text.column is not None and text.heading is not None:
            yield text.heading.text.strip(), text


def _is_made_of(item: Item) -> bool:
    """Tell whether a material that the item states under a bare word for it is what it is made of."""
    texts = _under(item, (Role.MATERIAL_CODE,))
    return any(names_things(heading) and GRADE.fullmatch(text.printed) for heading, text in texts)


def _are_others(items: Sequence[Item], roles: Iterable[Role]) -> bool:
    """Tell whether codes of one side may be numbers of a company, or of offers and requisitions."""
    texts = [pair for item in items for pair in _under(item, roles)]
    accounts = [text.printed for heading, text in texts if ACCOUNT.fullmatch(heading)]
    alike = len(accounts) == len(items) > 1 and len(set(accounts)) == 1
    papers = (REFERENCE.fullmatch(heading) and PAPER.fullmatch(text.printed) for heading, text in texts)
    return alike or any(papers)


def _is_of_other_maker(item: Item, told: Sequence[str]) -> bool:
    """Tell whether a number of a part, or a maker's, stands beside a maker of whom the order says nothing."""
    if not any(_under(item, MADE)):
        return False
    return any(not any(name in each for each in told) for name in map(fold, _makers(item)))


def _makers(item: Item) -> Iterator[str]:
    """Yield the makers that an item names, in a column or behind a label."""
    for text in item.texts.get(Role.OTHER, ()):
        heading = text.heading.text.strip() if text.heading is not None else ""
        if (says(heading, "maker") or heading in BRANDS) and any(map(str.isalpha, text.printed)):
            yield text.printed
    remarks = (text.printed for role in REMARKED for text in item.texts.get(role, ()))
    for said in (*(run.text for run in item.notes), *remarks):
        yield from (match["maker"] for match in MAKER.finditer(said))
