"""Labels that no list holds, understood from the words they are made of.

"Our purchase order ref." is an owner, a thing and an ending; 订货单编号 a thing and an ending. A label is
composed only if every word of it is known and the words together make one of the forms below; one
with a strange word among them is half understood, and its value may be proposed and never sure.
"""

import functools
import itertools
from collections.abc import Iterator, Sequence

from extractors import composed_words
from extractors.composed_words import fits
from extractors.fields.text import fold
from extractors.late import late
from extractors.vocabulary.meanings import Label

CHINESE = late(r"[\u4e00-\u9fff]")
WORD = late(r"[\u4e00-\u9fff]+|[^\W\d_\u4e00-\u9fff][^\s()/,;:：\u4e00-\u9fff]*|[#№]")
ASIDE = late(r"(?<=交)[（(]提[)）](?=货)")
"""交（提）货 is 交货 where nobody fetches."""
BREAK = late(r"[-_](?=[A-Za-z])|['’]s?\b|(?=#)")
"""Ship-to, PO# and buyer's are two words, or one and its ending."""
MOST_WORDS = 6
LONGEST_PHRASE = 3
SYLLABLE = 4
"""The parts of a compound have so many letters at least."""

ENDINGS = frozenset({"nr", "nr."})
"""What ends a compound although it is shorter: Auftragsnr., Ordernr."""

_Form = tuple[frozenset[str], frozenset[str], Label]


def _form(needed: str, allowed: str, label: Label) -> _Form:
    return frozenset(needed.split()), frozenset(allowed.split()), label


FORMS = (
    _form("order number", "ours buyer document buying", Label.ORDER_NUMBER),
    _form("order", "ours buyer", Label.ORDER_NUMBER),
    _form("contract order number", "ours buyer buying document", Label.ORDER_NUMBER),
    _form("contract number", "ours buyer buying document", Label.CONTRACT_NUMBER),
    _form("document number", "", Label.PLAIN_NUMBER),
    _form("quote", "yours seller referring number to document", Label.QUOTATION_NUMBER),
    _form("order signing", "ours buyer", Label.DOCUMENT_DATE),
    _form("contract signing", "ours", Label.DOCUMENT_DATE),
    _form("signing", "", Label.DOCUMENT_DATE),
    _form("order date", "ours buyer signing buying document", Label.DOCUMENT_DATE),
    _form("contract date", "ours signing buying document", Label.DOCUMENT_DATE),
    _form("document date", "signing", Label.DOCUMENT_DATE),
    _form("signing date", "buying", Label.DOCUMENT_DATE),
    _form("date", "", Label.PLAIN_DATE),
    _form("buyer", "organisation to", Label.BUYER),
    _form("buying organisation", "signing", Label.BUYER),
    _form("signing organisation", "", Label.BUYER),
    _form("seller", "organisation", Label.SELLER),
    _form("currency", "order contract document pay number quote", Label.CURRENCY),
    _form("deliver date", "wanted goods ours buyer by order", Label.DELIVERY),
    _form("deliver by", "wanted goods ours buyer date", Label.DELIVERY),
    _form("deliver period", "wanted goods ours buyer by date", Label.DELIVERY),
    _form("making by", "wanted goods ours buyer", Label.DELIVERY),
    _form("making period", "wanted goods ours buyer by", Label.DELIVERY),
    _form("wanted date", "goods ours buyer by", Label.DELIVERY),
    _form("wanted by", "goods ours buyer", Label.DELIVERY),
    _form("wanted place", "by", Label.DELIVERY),
    _form("wanted period", "goods ours buyer by", Label.DELIVERY),
    _form("place date", "wanted goods ours buyer by to deliver", Label.DELIVERY),
    _form("due", "wanted goods ours buyer order contract", Label.DELIVERY),
    _form("deliver place", "wanted goods ours buyer to store terms", Label.PLACE),
    _form("goods place", "", Label.PLACE),
    _form("deliver to", "goods ours buyer", Label.PLACE),
    _form("goods to", "", Label.PLACE),
    _form("deliver store", "goods ours buyer to place", Label.PLACE),
    _form("store place", "goods ours buyer", Label.PLACE),
    _form("pay terms", "ours buyer period by goods", Label.PAYMENT),
    _form("pay by", "period terms goods", Label.PAYMENT),
    _form("pay", "goods", Label.PAYMENT),
    _form("trade terms", "deliver goods", Label.INCOTERMS),
    _form("deliver terms", "goods", Label.INCOTERMS),
    _form("quote date", "yours seller referring", Label.NEUTRAL),
    _form("pay date", "wanted by", Label.NEUTRAL),
    _form("seller number", "ours yours", Label.NEUTRAL),
    _form("seller order", "number date reference", Label.NEUTRAL),
    _form("seller contract", "number date reference", Label.NEUTRAL),
    _form("buyer number", "ours yours", Label.NEUTRAL),
)
"""The words that a label needs, those it may have besides, and what it then labels."""
TYPED = frozenset({Label.DELIVERY, Label.PLACE, Label.INCOTERMS})
"""Of these the value beside the label tells which is meant."""
LIKELY = (
    _form("referring", "number document", Label.QUOTATION_NUMBER),
    _form("seller reference", "", Label.QUOTATION_NUMBER),
    _form("yours reference", "", Label.QUOTATION_NUMBER),
    _form("yours order reference", "", Label.QUOTATION_NUMBER),
    _form("ours reference", "", Label.ORDER_NUMBER),
    _form("yours order", "number", Label.ORDER_NUMBER),
    _form("place", "", Label.PLACE),
    _form("store", "goods ours buyer", Label.PLACE),
    _form("ours date", "", Label.DOCUMENT_DATE),
)
"""Forms that label a field in many papers, and something else in others: never sure."""


PARTS = composed_words.parts("label_parts.toml")
LONGEST = max(len(word) for word in PARTS if CHINESE.match(word))


@functools.lru_cache(maxsize=8192)
def composed(label: str) -> frozenset[Label]:
    """Return what a label means by the words it is made of, nothing where a word is strange."""
    said = _said(label)
    return _meaning(said) if said and all(said) and not _likely(said) else frozenset()


def speaks_of_other(text: str) -> bool:
    """Tell whether a word of a text names something that is no field, or the text holds figures."""
    said = _said(text)
    return not said or any("other" in parts for parts in said)


@functools.lru_cache(maxsize=8192)
def likely(label: str) -> frozenset[Label]:
    """Return what a label is in many papers, and something else in others: "Your ref."."""
    return _likely([parts for parts in _said(label) if parts])


@functools.lru_cache(maxsize=8192)
def half_understood(label: str) -> frozenset[Label]:
    """Return what a label with strange words among known ones may mean."""
    said = [parts for parts in _said(label) if parts]
    return _likely(said) or (_meaning(said) if said else frozenset()) - {Label.NEUTRAL}


def repeats(label: str) -> bool:
    """Tell whether two words of a label say the same: "Delivery point Site" has a word of its value."""
    said = [parts for parts in _said(label) if parts]
    return len(set(said)) < len(said)


def _likely(said: Sequence[frozenset[str]]) -> frozenset[Label]:
    """Return what the first likely form says that a label has."""
    fitting = (label for needed, allowed, label in LIKELY if said and fits(said, needed, allowed))
    return frozenset(itertools.islice(fitting, 1))


def _meaning(said: Sequence[frozenset[str]]) -> frozenset[Label]:
    if any("other" in parts for parts in said):
        return frozenset({Label.NEUTRAL})
    telling = [parts for parts in said if "filler" not in parts]
    if fits(telling, frozenset({"deliver"}), frozenset({"wanted", "goods"})):
        return frozenset({Label.DELIVERY, Label.PLACE, Label.INCOTERMS})
    if fits(telling, frozenset({"wanted"}), frozenset({"goods"})):
        return frozenset({Label.DELIVERY, Label.NEUTRAL})
    every = frozenset[str]().union(*telling)
    forms = (form for form in FORMS if form[0] <= every)
    found = {label for needed, allowed, label in forms if fits(telling, needed, allowed)}
    if len(found) > 1:
        found -= {Label.PLAIN_NUMBER}
    return frozenset(found) if len(found) == 1 or found <= TYPED else frozenset()


@functools.lru_cache(maxsize=8192)
def _said(label: str) -> Sequence[frozenset[str]]:
    """Return what each word of a label says, nothing for a strange one; none where it is a sentence."""
    if any(map(str.isdigit, label)):
        return []
    words = WORD.findall(BREAK.sub(" ", ASIDE.sub("", label)))
    if not words or len(words) > MOST_WORDS:
        return []
    return [parts for group in _phrases(words) for parts in group]


def _phrases(words: Sequence[str]) -> Iterator[list[frozenset[str]]]:
    at = 0
    while at < len(words):
        if CHINESE.match(words[at]):
            yield _segmented(fold(words[at]))
            at += 1
            continue
        compound = [] if fold(words[at]) in PARTS else _compound(fold(words[at]))
        if compound:
            yield compound
            at += 1
            continue
        length = next(
            (n for n in range(LONGEST_PHRASE, 0, -1) if fold("".join(words[at : at + n])) in PARTS), 0
        )
        yield [PARTS.get(fold("".join(words[at : at + max(length, 1)])), frozenset())]
        at += max(length, 1)


@functools.lru_cache(maxsize=4096)
def _compound(word: str) -> list[frozenset[str]]:
    """Cut a compound (Anliefer|adresse, Order|nr) into two known words, nothing where that does not work."""
    for at in range(SYLLABLE, len(word) - 1):
        long = len(word) - at >= SYLLABLE or word[at:] in ENDINGS
        if long and word[:at] in PARTS and word[at:] in PARTS:
            return [PARTS[word[:at]], PARTS[word[at:]]]
    return []


@functools.lru_cache(maxsize=4096)
def _segmented(text: str) -> list[frozenset[str]]:
    """Cut Chinese text into known words, as few as possible; a strange character is a word of its own."""
    return composed_words.segmented(text, PARTS, LONGEST)
