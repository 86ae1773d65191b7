"""The consignee as the place of delivery: where it is the writer of the paper, at a whole address.

A consignee may be a bank or a forwarder. One that is named at the head of the paper itself gets the goods,
perhaps at a building of its own: "Consignee: Central Stores, Brookvale Pumps Ltd, Quay Road 14, …".
"""

import re
from collections.abc import Iterator

from extractors.fields import companies
from extractors.header.labelling.label_words import CLAUSE, meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.plain_addresses import BUILDING, is_address
from extractors.header.labelling.unloading_points import ONWARD
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Label

CALLED = frozenset(map(key, ("Consignee", "Consigned to", "Consignee address", "收货人", "收货人 Consignee")))
FETCHED = late(
    r"\b(?:we|our|own|buyer'?s?|customer'?s?) (?:\w+ ){0,3}?(?:collect|fetch|pick)|\b(?:to be|self|by"
    r"|for)[- ](?:collect\w*|pick)"
    r"|\bcollection (?:by|from)\b|\bpick(?:ed)?[- ]?up\b|\bdelivery\s*[:：]?\s*ex[- ]?works"
    r"|\bab werk, abholung|selbstabhol|自提|自取",
    re.IGNORECASE,
)
"""The goods are fetched: nobody sends them to the consignee."""
OFFICE = late(
    r"\b(?:bill|invoic|payer|paying|document|registered|regd?\b|head|corporate|gst|vat|cin\b|pan\b|tax"
    r"|e-?mail|tel\b|phone)"
    r"|开票|发票|單據|单据|注册|税号|總部|总部|rechnung|sitz\b",
    re.IGNORECASE,
)
"""What makes the address beside such a label that of an office, or more than an address."""
PLACED = late(
    r"\s*(?:(?:final |actual )?(?:place|point|location|address) (?:of|for) (?:receipt|delivery"
    r"|unloading|discharge|use)"
    r"|goods (?:receiver|recipient|receipt|inwards?|to)|receiv(?:er|ing)\b|site\b|(?:project |job "
    r"|work)site|stores?\b|warehouse\b"
    r"|godown|(?:shipping )?marks?(?: for)?\b|(?:hand|turn)(?:ed)? over|transporter|carrier|forwarder"
    r"|deliver(?:y|ed)?[ -]?(?:to|at|address|point|place)"
    r"|ship(?:ped|ping)?[ -]?(?:to|address)|send to|dispatch(?:ed)? to|despatch(?:ed)? to|unload\w*|drop"
    r"|through|via\b|c/o\b|care of"
    r"|lieferort|lieferadresse|lieferanschrift|warenempfänger|abladestelle|entladestelle|empfangs\w*"
    r"|baustelle|lager\b"
    r"|收[货貨]|[交送到卸接][货貨](?:地|单|單|点|點)|目的|[现現][场場]|[仓倉][库庫]|承运|承運"
    r"|[转轉][运運交])[^:：]{0,20}[:：]",
    re.IGNORECASE,
)
"""Labels of where goods go, or of who takes them on."""
SIDE = late(
    r"\s*(?:\W*\d*\W*)?(?:buyer|seller|supplier|vendor|purchaser|bill|invoic|sold|customer|from|order"
    r"|company|our|registered|head"
    r"|office|address|consignee|bank|notify|买|卖|供|需|甲|乙|开票|开户|地址|单位|公司)",
    re.IGNORECASE,
)
"""Labels of one of the two sides or of the invoice: their addresses are none of the goods."""
KNOWN = frozenset({Label.BUYER, Label.SELLER, Label.PARTY_A, Label.PARTY_B})
FEW = 3
FIRST = 4
"""A letterhead is among so many first texts."""


def own(scope: Scope) -> Iterator[Labelled]:
    """Yield what labels of the consignee state where that is who writes the paper."""
    if any(ONWARD.search(run.text) or FETCHED.search(run.text) for run in scope.runs):
        return
    buyers = [each.value for each in scope.labels(Label.BUYER) if each.value is not None]
    heads = (*scope.runs[:FIRST], *buyers)
    head = [(run, run.text[low:high]) for run in heads for low, high in companies.find(run.text)]
    for found in scope.loose:
        named = found.meanings == {Label.PLACE} and key(CLAUSE.sub("", found.named)) in CALLED
        spans = companies.find(found.text)[:1] if named and is_address(found.text) else ()
        own_boxes = {found.label.box, *([found.value.box] if found.value is not None else [])}
        others = {companies.key(name) for run, name in head if run.box not in own_boxes}
        own = any(
            _begins(found.text[:low]) and companies.key(found.text[low:high]) in others for low, high in spans
        )
        if own and not (OFFICE.search(_line(found)) or _goes_elsewhere(scope, found)):
            yield found


def _begins(before: str) -> bool:
    """Tell whether nothing stands before the name, or a building in few words: "Central Stores, "."""
    words = before.rstrip().removesuffix(",").split()
    return not words or (
        len(words) <= FEW and before.rstrip().endswith(",") and BUILDING.search(words[-1]) is not None
    )


def _line(found: Labelled) -> str:
    """Return a label with what stands beside it."""
    return found.label.text if found.value is found.label else f"{found.label.text} {found.text}"


def _goes_elsewhere(scope: Scope, found: Labelled) -> bool:
    """Tell whether another label may be that of a place: by its words, or by an address of nobody known."""
    own = {run.box for run in (found.label, found.value) if run is not None}
    lines = [run.text for run in scope.runs if run.box not in own]
    if any(PLACED.match(CLAUSE.sub("", each)) or _names_address(each) for each in lines):
        return True
    read = [each for each in (*scope.labelled, *scope.loose) if each.value is not None]
    others = (each for each in read if each.label.box not in own and not each.meanings & KNOWN)
    return any(is_address(each.text) and not SIDE.match(each.named) for each in others)


def _names_address(text: str) -> bool:
    """Tell whether an address stands behind a label of nobody known."""
    label, _, address = text.replace("：", ":").partition(":")
    return is_address(address.strip()) and SIDE.match(label) is None and not meaning(label) & KNOWN
