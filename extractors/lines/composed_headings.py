"""Headings of columns that no list holds, understood from the words they are made of.

"Supplier art. no." is an owner, a thing and an ending; 本次订购数量 two words of orders and a quantity. A
heading is composed only if every word of it is known and its words together make one of the forms below.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors import composed_words
from extractors.composed_words import fits
from extractors.fields.text import fold
from extractors.late import late
from extractors.vocabulary.meanings import Role

NUMBERING = late(r"^\s*\(?\d{1,2}\s*[.)、．]\s*(?=\D)")
"""Contracts number their headings: "2. Quantity"."""
BRACKETS = late(r"[()（）\[\]【】]")
MARKS = late(r"[+|,，、;&:：\n]|(?<=[^\W\d_]{2})\s*/\s*|\s+/\s+|(?<=[\u4e00-\u9fff）)])/")
"""What parts two headings; a stroke does, but not in "P/No." or "w/o"."""
EASTERN = r"\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3"
"""Scripts that put no blanks between the words of a heading: Japanese, Chinese, Korean."""
SCRIPT = late(rf"[{EASTERN}][{EASTERN}\s()（）]*|[^{EASTERN}]+")
"""What stands in one script is a heading of its own: "Qty 数量"."""
RATE = late(r"\d{1,2}\s?%")
WORD = late(rf"[{EASTERN}]+|[^\W\d_](?:[^\s(),;:：%{EASTERN}-]*[^\s(),;:：%{EASTERN}-])?|[#№%]")
UNSPACED = late(rf"[{EASTERN}]")
MOST_WORDS = 7
LONGEST_PHRASE = 3
SYLLABLE = 4
"""The parts of a compound have so many letters at least."""
ENDINGS = frozenset({"nr", "nr."})
"""What ends a compound although it is shorter: "Varenr."."""
TAXED = frozenset("tax included excluded with_tax without_tax".split())
PRICED = TAXED | frozenset("order agreement thing unit reduced seller".split())

_Form = tuple[frozenset[str], frozenset[str], frozenset[Role]]
_Said = list[frozenset[str]]


def _form(needed: str, allowed: str, *roles: Role) -> _Form:
    return frozenset(needed.split()), frozenset(allowed.split()), frozenset(roles)


EITHER = (Role.SELLER_PART, Role.BUYER_PART)
FORMS = (
    _form("making lasting", "thing order", Role.DELIVERY),
    _form("other", "thing number unit order amount quantity tax deliver date price", Role.OTHER),
    _form(
        "former",
        "thing number part_number model specification drawing unit order agreement amount quantity tax"
        " deliver date price",
        Role.OTHER,
    ),
    *(
        _form(f"originally {what}", "thing unit order agreement tax date former", Role.OTHER)
        for what in ("quantity", "amount", "deliver", "former")
    ),
    _form("foreign number", "order line", Role.OTHER),
    _form("foreign line", "order number", Role.OTHER),
    _form("ordering_code", "", Role.PART),
    _form("seller drawing", "number thing revision", Role.DRAWING, Role.SELLER_PART),
    _form("drawing", "number thing revision seller buyer", Role.DRAWING),
    _form("stocked number", "", Role.PART),
    _form("buyer stocked number", "thing", Role.BUYER_PART),
    _form("buyer master number", "thing", Role.BUYER_PART),
    _form("stocked quantity", "thing unit", Role.OTHER),
    _form("stocked amount", "thing", Role.OTHER),
    *(
        _form(f"{owner} {end}", "thing part_number number ordering_code model", *roles)
        for owner, roles in (
            ("seller", (Role.SELLER_PART,)),
            ("buyer", (Role.BUYER_PART,)),
            ("maker", (Role.MAKER_PART,)),
            ("party_a", EITHER),
            ("party_b", EITHER),
        )
        for end in ("number", "part_number", "thing", "ordering_code", "indexed")
    ),
    _form("seller model", "thing", Role.SELLER_PART),
    _form("maker model", "thing number", Role.MAKER_PART),
    _form("party_a model", "thing", *EITHER),
    _form("party_b model", "thing", *EITHER),
    _form("master number", "agreement order", Role.MATERIAL_CODE),
    _form("part_number", "thing number agreement order", Role.PART),
    _form("thing number", "agreement order", Role.PART),
    _form("name", "thing specification order agreement", Role.DESCRIPTION),
    _form("model", "thing number", Role.MODEL),
    _form("thing specification", "order", Role.DESCRIPTION),
    _form("specification", "number", Role.SPECIFICATION),
    _form("tax rate", "", Role.TAX_RATE),
    _form("tax amount", "", Role.TAX_AMOUNT),
    _form("quantity", "order thing agreement wanted extending", Role.QUANTITY),
    _form("unit", "quantity base", Role.UNIT),
    _form("discounting", "rate", Role.DISCOUNT),
    _form("extending price", "order tax included excluded with_tax without_tax thing", Role.AMOUNT),
    _form("extending unit_price_word", "", Role.AMOUNT),
    _form("listing price", "unit tax included excluded with_tax without_tax", Role.LIST_PRICE),
    _form("price", " ".join(PRICED), Role.PRICE),
    _form("amount", "order agreement thing line extending " + " ".join(TAXED), Role.AMOUNT),
    _form("deliver", "date wanted order thing agreement", Role.DELIVERY),
    _form("wanted date", "thing order", Role.DELIVERY),
    _form("wanted", "", Role.DELIVERY),
    _form("line number", "order", Role.LINE_NUMBER),
    _form("line", "order", Role.LINE_NUMBER),
    _form("revision", "drawing number thing", Role.REVISION),
    _form("thing", "", Role.PART, Role.DESCRIPTION),
    _form("remark", "thing order", Role.REMARK),
)
"""The words that a heading needs, those it may have besides, and what its column holds; the first wins."""


PARTS = composed_words.parts("heading_parts.toml")
LONGEST = max(len(word) for word in PARTS if UNSPACED.match(word))


@dataclass(frozen=True, slots=True)
class Composed:
    """What the words of a heading say: its roles, and whether its prices hold the tax."""

    roles: frozenset[Role]
    tax_included: bool | None


def pieces(text: str) -> list[str]:
    """Return the headings that one text holds: in two scripts, or parted by marks."""
    parts = MARKS.split(NUMBERING.sub("", text))
    found = (piece.strip() for part in parts for piece in SCRIPT.findall(part))
    return [piece for piece in found if any(map(str.isalnum, piece)) or piece in {"#", "%"}]


@functools.lru_cache(maxsize=8192)
def composed(text: str) -> Composed | None:
    """Return what a heading in one script means by its words, None where they make no form."""
    said: _Said = []
    for group in _groups(BRACKETS.sub("", text)):
        if not all(group):
            return None  # a strange word
        said += group
    if not said:
        return None
    telling = [parts for parts in said if "filler" not in parts]
    every = frozenset[str]().union(*telling)
    forms = (form for form in FORMS if form[0] <= every)
    roles = next((roles for needed, allowed, roles in forms if fits(telling, needed, allowed)), None)
    if roles is None:
        return None if telling and not _all_tax(telling) else Composed(frozenset(), _tax_included(telling))
    if roles == {Role.DRAWING} and _names_code_first(telling):
        roles |= {Role.PART}
    return Composed(roles, _tax_included(telling))


def _names_code_first(said: _Said) -> bool:
    """Tell whether a number of something else is named before the drawing: "Vendor material no. Drawing"."""
    first = next((at for at, parts in enumerate(said) if "drawing" in parts), 0)
    return any("number" in parts for parts in said[:first])


def names_quantities(text: str) -> bool:
    """Tell whether a heading has a word for quantities among others: "Qty (Unit)"."""
    return says(text, "quantity")


def names_things(text: str) -> bool:
    """Tell whether a heading, in every script, is nothing but a word for things: "Item", "产品 Product"."""
    said = [_said(piece) for piece in pieces(text)]
    return bool(said) and all(each and all("thing" in parts for parts in each) for each in said)


def names_ordering_code(text: str) -> bool:
    """Tell whether a heading names the number by which a catalogue has a thing: "Catalog no.", 订货号."""
    return says(text, "ordering_code")


def names_former(text: str) -> bool:
    """Tell whether a heading says that what stands below it no longer holds: 变更前, "old"."""
    said = _said(BRACKETS.sub(" ", text))
    return any("former" in parts for parts in said) and all(parts & {"former", "filler"} for parts in said)


def says(text: str, meaning: str) -> bool:
    """Tell whether a word of a heading says something, as `heading_parts.toml` names it."""
    said = [_said(BRACKETS.sub(" ", piece)) for piece in pieces(text)]
    return any(meaning in parts for each in said for parts in each)


def _all_tax(said: _Said) -> bool:
    return all(parts & TAXED for parts in said)


def _tax_included(said: _Said) -> bool | None:
    kinds = frozenset[str]().union(*said)
    included = "with_tax" in kinds or {"tax", "included"} <= kinds
    excluded = "without_tax" in kinds or {"tax", "excluded"} <= kinds
    return included if included != excluded else None


def _said(text: str) -> _Said:
    """Return what each word says, an empty set for a strange word; nothing where the text is no heading."""
    return [parts for group in _groups(text) for parts in group]


def _groups(text: str) -> Iterator[_Said]:
    """Yield what the words of each phrase say."""
    plain = RATE.sub(" ", text)
    if any(map(str.isdigit, plain)):
        return
    words = WORD.findall(plain)
    if words and len(words) <= MOST_WORDS:
        yield from _phrases([fold(word) for word in words])


def _phrases(words: Sequence[str]) -> Iterator[_Said]:
    at = 0
    while at < len(words):
        if UNSPACED.match(words[at]):
            yield _segmented(words[at])
            at += 1
            continue
        for length in range(LONGEST_PHRASE, 0, -1):
            said = PARTS.get("".join(words[at : at + length]))
            if said is not None:
                yield [said]
                break
        else:
            yield _compound(words[at])
        at += length


@functools.lru_cache(maxsize=4096)
def _compound(word: str) -> _Said:
    """Cut a German compound (Artikel|bezeichnung, Position|s|nummer) into known words."""
    for at in range(SYLLABLE, len(word) - 1):
        if len(word) - at < SYLLABLE - 1 and word[at:] not in ENDINGS:
            continue
        for first in (word[:at], word[:at].removesuffix("s")):
            rest = word[at:]
            if first in PARTS and rest in PARTS:
                return [PARTS[first], PARTS[rest]]
            if first in PARTS and len(rest) >= 2 * SYLLABLE and all(further := _compound(rest)):
                return [PARTS[first], *further]
    return [frozenset()]


@functools.lru_cache(maxsize=4096)
def _segmented(text: str) -> _Said:
    """Cut unspaced text into known words, as few as possible; a strange character is a word of its own."""
    return composed_words.segmented(text, PARTS, LONGEST)
