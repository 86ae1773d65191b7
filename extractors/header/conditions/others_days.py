"""Days that date something else than the order: its offer or agreement, the form, a revision of it."""

import re

from extractors.fields import dates
from extractors.header.labelling import references
from extractors.header.labelling.label_words import COLON
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind

FRAME = late(r"\bagreement\b|协议", re.IGNORECASE)
"""On an order it names the frame that the order belongs to."""
FORM = late(
    r"\bforms?\b|\btemplate\b|^(?!.*单据).*\bdoc(?:ument)?\b\.?\s*(?:no|number|code|id)\b|文件编[号码]|表单编?号|表格编?号|记录编?号|受控|模板",
    re.IGNORECASE,
)
"""What a form says of itself, in the line of its own number and date; 单据 is the order itself."""
REVISIONS = late(r"rev(?:ision)?s?\.?(?: ?no\.?)?|version|issue|版[次本]号?|修订(?:号|次数)?", re.IGNORECASE)
ISSUE, COUNT = late(r"issue(?:d)?|ausgabe", re.IGNORECASE), late(r"\d{1,3}|[A-Z]")
SIGNING = late(r"盖章|签章|签字|签名|代表|signature|signed|stamp", re.IGNORECASE)
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.PLAIN_NUMBER})


CHANGE_NUMBER = late(
    r"变更(?:单|通知单?|协议)?编?号"
    r"|\b(?:change|amendment)(?: order)? (?:no|number|nr)\b|änderungs-?(?:nr|nummer)",
    re.IGNORECASE,
)
CHANGE_DAY = late(
    r"(?:变更(?:单|通知单?|协议)?日期|(?:change|amendment)(?: order)? date"
    r"|date of (?:the )?(?:change|amendment)|änderungsdatum)"
    r"\s*[:：]\s*(?P<day>\S+(?: \S+){0,3})\s*$",
    re.IGNORECASE,
)


def of_change(scope: Scope) -> list[Labelled]:
    """Return the day of a change of an order: the day in the line of its own number."""
    if scope.kind is not Kind.CHANGE_ORDER:
        return []
    days = [(run, said) for run in scope.runs if (said := CHANGE_DAY.search(run.text)) is not None]
    return [
        Labelled(frozenset({Label.PLAIN_DATE}), run, run, "colon", *said.span("day"))
        for run, said in days
        if any(CHANGE_NUMBER.search(each.text) for each in scope.runs if _is_level(each, run))
    ]


def _is_level(one: Run, other: Run) -> bool:
    return one.page is other.page and one.box.top < other.box.middle < one.box.bottom


def is_one(scope: Scope, found: Labelled) -> bool:
    """Tell whether a label dates the offer, the form, a revision or an agreement, and not the order."""
    ways = (of_offer, _of_form, _of_revision, _of_agreement)
    return any(each(scope, found) for each in ways)


def counts_issues(found: Labelled) -> bool:
    """Tell whether a label numbers the issues of a paper, and dates none: "Issue  1"."""
    return (
        ISSUE.fullmatch(found.named.strip(" :：")) is not None
        and COUNT.fullmatch(found.text.strip()) is not None
    )


def _of_agreement(scope: Scope, found: Labelled) -> bool:
    """Tell whether a label dates the agreement that an order belongs to."""
    return scope.kind is Kind.PURCHASE_ORDER and FRAME.search(found.named) is not None


def of_offer(scope: Scope, found: Labelled) -> bool:
    """Tell whether a bare "date" stands in the line of an offer's number and not of the order's own."""
    if not found.meanings <= {Label.PLAIN_DATE}:
        return False
    if references.to_offer(found):
        return True
    beside = [each for each in scope.labelled if _on_line(each, found)]
    meant = frozenset[Label]().union(*(each.meanings for each in beside))
    offers = [each for each in beside if each.meanings == {Label.QUOTATION_NUMBER}]
    if offers and all(_is_dated(each.text, found.text) for each in offers):
        return False
    return Label.QUOTATION_NUMBER in meant and not meant & NUMBERS


def _is_dated(offer: str, day: str) -> bool:
    """Tell whether the number of an offer has a day of its own behind it, and another one than this."""
    spans = dates.find(offer)
    own = {each.first for start, end in spans for each in dates.parse(offer[start:end])}
    return len(spans) == 1 and spans[0][0] > 0 and own.isdisjoint(each.first for each in dates.parse(day))


def _of_form(scope: Scope, found: Labelled) -> bool:
    """Tell whether a date is the form's own (Form F-012, issue date …), or the seller's signature's."""
    beside = [each for each in scope.labelled if _on_line(each, found)]
    meant = frozenset[Label]().union(*(each.meanings for each in beside))
    if meant & {Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.BUYER}:
        return False
    line = " ".join(dict.fromkeys(each.label.text for each in beside))
    signed = found.meanings <= {Label.PLAIN_DATE} and Label.SELLER in meant and SIGNING.search(line)
    return bool(signed) or FORM.search(line) is not None


def _of_revision(scope: Scope, found: Labelled) -> bool:
    """Tell whether a bare date heads the column of a list of revisions: "Rev. | Date | By"."""
    if not found.meanings <= {Label.PLAIN_DATE} or COLON.search(found.label.text):
        return False
    page, middle = found.label.page, found.label.box.middle
    level = (run for run in scope.runs if run.page is page and run.box.top < middle < run.box.bottom)
    return any(REVISIONS.fullmatch(run.text.strip()) for run in level)


def _on_line(one: Labelled, other: Labelled) -> bool:
    box, middle = one.label.box, other.label.box.middle
    return one.label.page is other.label.page and box.top < middle < box.bottom
