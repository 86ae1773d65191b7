"""What a heading of an item table says about its column."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import money, price_units, units
from extractors.late import late
from extractors.lines.composed_headings import UNSPACED, Composed, composed, names_things, pieces, says
from extractors.rare import Rare
from extractors.vocabulary import HEADINGS, QUALIFIERS
from extractors.vocabulary.keys import Token, key, lexicon, uncut
from extractors.vocabulary.meanings import Qualifier, Role

WORDS = lexicon({**HEADINGS, **QUALIFIERS})
CODES = frozenset(
    {
        Role.SELLER_PART,
        Role.LOCAL_PART,
        Role.PRODUCT_CODE,
        Role.BUYER_PART,
        Role.MATERIAL_CODE,
        Role.MAKER_PART,
        Role.PART,
    }
)
GENERIC = {
    Role.PART: CODES - {Role.PART},
    Role.MATERIAL_CODE: {Role.SELLER_PART, Role.BUYER_PART, Role.LOCAL_PART},
    Role.PRODUCT_CODE: {Role.SELLER_PART, Role.BUYER_PART, Role.LOCAL_PART},
    Role.LOCAL_PART: {Role.SELLER_PART},
    Role.MAKER_PART: {Role.SELLER_PART},
    Role.SPECIFICATION: {Role.DESCRIPTION},
    Role.MODEL: {Role.DESCRIPTION, Role.SPECIFICATION},
    Role.REVISION: {Role.DRAWING},
    Role.CURRENCY: {Role.PRICE, Role.AMOUNT},
    Role.UNIT: {Role.QUANTITY, Role.PRICE},
    Role.REMARK: {Role.DESCRIPTION, Role.DELIVERY},
    Role.OTHER: set(Role) - {Role.OTHER},
}
"""A role that gives way where one of the others stands in the same heading."""
RECKONED = frozenset({Role.PRICE, Role.PRICE_PER, Role.AMOUNT})
PRICES = frozenset({Role.PRICE, Role.LIST_PRICE, Role.AMOUNT})
PRICE_UNIT = frozenset({Role.PRICE, Role.PRICE_PER})
"""What "Price unit" may be."""
ASIDE = late(r"\s*[(（\[](?P<unit>[^()（）\[\]]{1,14})[)）\]]")
BRACKET = late(r"[(（\[]")
NUMBERED = late(r"^\s*(?:[(（]\s?\d{1,2}\s?[)）]|[①-⑳])\s*(?=\S)")
"""The number that a form gives its columns: "(3) 数量", ②名称."""
OF_YEAR = late(r"\s*[(（]\s?20\d\d\s?年?度?\s?[)）]|^20\d\d\s?年度?\s?(?=\D)")
OF_TIME = late(
    r"\s*[(（]\s?(?:in )?(?:working |calendar )?(?:weeks|wks|days|months)"
    r"(?:\s(?:from|after|upon|since|ex|a\.?r\.?o)\b[^()（）]{0,24})?\s?[)）]"
    r"|\s*[(（]\s?[自从]?(?:下单|接单|订单|合同|签[订约]|收到?订单|订货|确认)[^()（）\d]{0,8}[后起算]\s?[)）]",
    re.IGNORECASE,
)
"""What a delivery is told in, and from when: "Delivery (weeks from P.O. date)", 交期（下单后）."""
EACH = Rare(
    r"\s*(?P<what>.+?)\s*(?:/|每|\b(?:per|pro|je)\b)\s*(?P<unit>[^/]{1,12}?)\s*",
    price_units.SIGNS,
    re.IGNORECASE,
)
TAILED = Rare(r"(?P<per>.*\bper\b.*\S),\s*(?P<code>[A-Z]{3})\s*", "per")
TIMES = frozenset("week weeks wk wks day days months 周 天 日 月 个月 工作日 wochen tage kw cw".split())
"""Units of time in the heading of a lead time."""
EACH_ONE = frozenset("einheit unité unite unidad unità jedn. jednostka eenheid enhet 单位 單位".split())
"""Words for whatever is counted: a price for each."""
ABBREVIATED = late(r"(?P<whose>[A-Z][A-Z&]{1,5})(?:['’][Ss])?\s+(?P<what>[^\s:：]+(?:\s+[^\s:：]+){1,2})")
NUMBERING = frozenset({Role.MATERIAL_CODE, Role.PRODUCT_CODE, Role.PART, Role.LINE_NUMBER})
CURRENCIES = frozenset(map(key, QUALIFIERS[Qualifier.CURRENCY]))
JOINED = late(r"[&/+、及与和]|\band\b", re.IGNORECASE)
"""What joins two words to one heading: "Item & spec"."""
OWNED = frozenset({Role.SELLER_PART, Role.BUYER_PART})
TWO_SCRIPTS = late(r"[^A-Za-z]*[\u4e00-\u9fff]\s*/?\s*[A-Za-z][^\u4e00-\u9fff]*")
"""A heading in Chinese and once more in Latin letters."""
SMALL = frozenset({"and", "or", "of", "the", "for"})
"""Words that are no part of a longer one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A recognised heading. `exact` tells that every character of it is understood.

    `roles` has one member where the heading is unambiguous; `tax_included` is None where the
    heading does not speak of tax; `per` is the quantity a price is for ("Price / 100").
    """

    text: str
    roles: frozenset[Role]
    exact: bool
    tax_included: bool | None = None
    currencies: tuple[str, ...] = ()
    per: Decimal | None = None
    scaled: bool = False

    @property
    def role(self) -> Role | None:
        """The one role of the column, or None where the heading is ambiguous."""
        return next(iter(self.roles)) if len(self.roles) == 1 else None

    @property
    def unit(self) -> str | None:
        """The one unit of measure that a heading of quantities names in brackets: "Qty (pcs)"."""
        found = ASIDE.findall(self.text) if self.role is Role.QUANTITY else []
        named = [each for each in found if units.canonical(each.strip()) is not None]
        return named[0].strip() if len(named) == 1 else None


@functools.lru_cache(maxsize=8192)
def recognise(text: str) -> Heading | None:
    """Return what a heading says, or None where it starts with no known word."""
    text = TAILED.sub(r"\g<per> (\g<code>)", NUMBERED.sub("", text))
    found = _in_year(text) or _recognised(text)
    return found if found is not None and found.exact else _abbreviated(text) or found


def _in_year(text: str) -> Heading | None:
    """Return a heading of days that names their year (交货时间（2026年）), or of times: "Due (weeks ARO)"."""
    bare = OF_TIME.sub("", OF_YEAR.sub("", text))
    found = _recognised(bare) if bare != text else None
    return replace(found, text=text) if found is not None and found.roles == {Role.DELIVERY} else None


def _abbreviated(text: str) -> Heading | None:
    """Return a heading of numbers before which a company has its short name: "KTT MAT. CODE". Never exact."""
    named = ABBREVIATED.fullmatch(text)
    if named is None or WORDS.of(key(named["whose"])) or composed(named["whose"]) is not None:
        return None
    what = _recognised(named["what"])
    if what is None or not what.exact or not what.roles <= NUMBERING:
        return None
    roles = frozenset({Role.PART}) if Role.LINE_NUMBER in what.roles else what.roles
    return replace(what, text=text, roles=roles, exact=False)


def _recognised(text: str) -> Heading | None:
    unit = price_units.find(text)
    per = unit.per if unit else None
    plain = price_units.AFTER_MARK.sub(" ", text) if per else _without_unit(text)
    if _is_rate(text):
        return Heading(text, frozenset({Role.PRICE}), True, None, money.currency(text), per)  # noqa: FBT003
    whole = key(plain)
    if not whole or len(whole) > 60:
        return None
    tokens, covered = uncut(plain, *WORDS.tokens(whole))
    if len(tokens) > 1 and plain.strip().isalpha() and any(token.phrase in SMALL for token in tokens):
        return None  # "Gland" is neither "GL" nor "and".
    roles = _settled([_roles(token) for token in tokens])
    exact = covered == len(whole)
    found = _by_words(plain, tokens) if _wants_words(tokens, roles, exact=exact) else None
    if found is None and not roles:
        return None
    said = found.roles if found else roles
    if (
        said == {Role.UNIT}
        and plain.isascii()
        and any(Qualifier.CURRENCY in each.meanings for each in tokens)
    ):
        said = frozenset({Role.PRICE})  # "Unit USD"
    if said == {Role.LIST_PRICE, Role.PRICE} and _tax_included(tokens, said):
        # Gross is with tax here, and not before discount, unless the other language says list price.
        said = frozenset({Role.LIST_PRICE if any(map(_names_list_price, tokens)) else Role.PRICE})
    return Heading(
        text=text,
        roles=_whose_model(text, said),
        exact=(exact or found is not None) and not _leaves_out_code(text, roles, said),
        tax_included=found.tax_included if found else _tax_included(tokens, roles),
        currencies=money.currency(plain) or money.currency(text),
        per=per,
        scaled=any(Qualifier.TEN_THOUSAND in token.meanings for token in tokens),
    )


def _leaves_out_code(text: str, listed: frozenset[Role], said: frozenset[Role]) -> bool:
    """Tell whether a heading of drawings names a code as well, which may be what stands there: 图号/代号."""
    parts = [part.roles for part in map(_piece, pieces(text)) if part] if said == {Role.DRAWING} else []
    apart = bool(listed & CODES) and any(mark in text for mark in "/或（(")
    return bool(parts) and (apart or any(part and part <= CODES for part in parts))


def _whose_model(text: str, roles: frozenset[Role]) -> frozenset[Role]:
    """Return whose number a model is that the other language says: 型号 Your model."""
    owners = roles - {Role.MODEL}
    owned = Role.MODEL in roles and len(owners) == 1 and owners <= OWNED
    return owners if owned and TWO_SCRIPTS.fullmatch(text) else roles


def _without_unit(text: str) -> str:
    """Return a heading without the unit that it names behind the word: "Qty (pcs)", 交期(天), "Price/pc"."""
    plain = bare = text
    if BRACKET.search(text):
        plain = ASIDE.sub(lambda match: " " if _is_unit(match["unit"]) else match[0], text)
        bare = ASIDE.sub(lambda match: " " if key(match["unit"]) in CURRENCIES else match[0], plain)
    named = EACH.fullmatch(bare)
    if named is None or not _is_unit(named["unit"]) or not _names_price(named["what"]):
        return plain if key(plain) else text
    return named["what"]


def _is_unit(text: str) -> bool:
    if text.strip().casefold() in TIMES | EACH_ONE:
        return True
    return all(units.canonical(each.strip()) is not None for each in re.split(r"[/、,，]", text))


def _names_price(text: str) -> bool:
    tokens, covered = WORDS.tokens(key(text))
    return covered == len(key(text)) and Role.PRICE in _settled([_roles(token) for token in tokens])


def _is_rate(text: str) -> bool:
    """Tell whether a heading is a currency for a unit, and so a price: "EUR/pc", 元/件."""
    named = EACH.fullmatch(text)
    if named is None or not _is_unit(re.sub(r"^\d+\s*", "", named["unit"])):
        return False
    return key(named["what"]) in CURRENCIES


def _wants_words(tokens: Sequence[Token[Role | Qualifier]], roles: frozenset[Role], *, exact: bool) -> bool:
    """Tell whether the lists do not say all that a heading says."""
    if exact and len(roles) > 1 and roles <= RECKONED:
        return False  # "Price unit", "Cost": what stands in the column decides.
    return (
        not exact or len(roles) != 1 or (len(tokens) > 1 and any(_roles(t) == {Role.OTHER} for t in tokens))
    )


def _by_words(text: str, tokens: Sequence[Token[Role | Qualifier]]) -> Composed | None:
    """Return what the words of a heading say: each of its pieces by the lists or by its own words."""
    if (
        JOINED.search(text)
        and not _names_thing_apart(text)
        and (whole := composed(JOINED.sub(" ", text))) is not None
        and len(whole.roles) == 1
    ):
        return whole
    known: list[Composed] = []
    for each in pieces(text):
        said = _piece(each)
        if said is None:
            return composed(text) if UNSPACED.search(text) else None  # ERP编码 is one heading
        known.append(said)
    roles = _settled([each.roles for each in known])
    if not roles:
        return None
    told = {each.tax_included for each in known} | {_tax_included([*tokens], roles)}
    included = True in told
    return Composed(roles, (included if included != (False in told) else None) if roles & PRICES else None)


def _names_thing_apart(text: str) -> bool:
    """Tell whether a bare word for things stands beside another heading: "Artikel / Zeichnung" are two."""
    parts = [part.strip() for part in JOINED.split(text)]
    others = [part for part in parts if not names_things(part)]
    return len(others) == len(parts) - 1 == 1 and says(others[0], "drawing")


def _piece(text: str) -> Composed | None:
    by_words = composed(text)
    if by_words is not None:
        return by_words
    whole = key(text)
    tokens, covered = WORDS.tokens(whole)
    if not whole or covered < len(whole):
        return None
    roles = _settled([_roles(token) for token in tokens])
    return Composed(roles, _tax_included(tokens, roles))


def _names_list_price(token: Token[Role | Qualifier]) -> bool:
    """Tell whether a phrase is a price before discount and nothing else: 原价, "List price"."""
    return _roles(token) == {Role.LIST_PRICE} and "gross" not in token.phrase


def _roles(token: Token[Role | Qualifier]) -> frozenset[Role]:
    return frozenset(each for each in token.meanings if isinstance(each, Role))


def _settled(found: list[frozenset[Role]]) -> frozenset[Role]:
    """Join the roles that the phrases of one heading (often in two languages) name."""
    named = [roles for roles in found if roles]
    if not named:
        return frozenset()
    shared = frozenset.intersection(*named)
    if shared:
        return shared
    union = frozenset.union(*named)
    return frozenset(role for role in union if not union & GENERIC.get(role, set()))


def _tax_included(tokens: list[Token[Role | Qualifier]], roles: frozenset[Role]) -> bool | None:
    if not roles & PRICES:
        return None
    said = frozenset(each for token in tokens for each in token.meanings)
    phrases = {token.phrase for token in tokens}
    included = Qualifier.TAX_INCLUDED in said or any("价税" in phrase for phrase in phrases)
    excluded = Qualifier.TAX_EXCLUDED in said
    return None if included == excluded else included
