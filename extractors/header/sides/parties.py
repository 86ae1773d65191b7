"""Who buys: by the buyer's label, by a sentence, or by the head of the paper (`letterheads`)."""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies, units
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.header.sides import (
    addressees,
    below_labels,
    buyers_people,
    contact_persons,
    letterheads,
    likely_buyers,
    other_customers,
    own_units,
)
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines import column_parties
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, Proof, Reason

BUYS = late(r"(?P<who>[甲乙])方(?:拟|同意|决定)?向[甲乙]方(?:采购|订购|购买|定购|订货|购进)")
SELLS = late(r"[甲乙]方(?:同意)?向(?P<whom>[甲乙])方(?:供应|供货|提供|销售|出售|出卖)")
ENTRUSTS = late(
    r"(?P<who>[甲乙])方[^，。；;甲乙]{0,40}?(?:委托|要求)[甲乙]方[^，。；;]{0,40}?(?:供应|供货|提供|制造|生产|加工)"
)
"""Who has the other side supply buys: 甲方某某公司现委托乙方某某公司供应下列货物."""
PARTIES = {"甲": Label.PARTY_A, "乙": Label.PARTY_B}
NAME = late(r"[^\W\d_]{2}")
LATIN = late(r"(?P<word>[A-Za-z][A-Za-z .]*?)\s*[\u4e00-\u9fff]")
STAMPED = late(
    r"[(（]?\s*(?:(?:加盖|合同|单位|企业|公司)?(?:专用|公)?章|签[字章名]|盖章|签字盖章|stamp|seal|signature)\s*[)）]?",
    re.IGNORECASE,
)
"""Where a name is to be signed or stamped, and none stands."""
MAX_NAME = 60
DEFINING = (
    r"(?:[(（]\s*(?:以下)?(?:简称|称)?(?:为)?\s*(?:hereinafter [a-z ]*|the )?"
    r"|,\s*(?i:here(?:in)?after)\s(?:called|known|referred to|designated)(?: as)?\s)"
    r"(?:the )?[“\"「‘']?\s*(?:the )?"
)
BUYER_SAID = late(DEFINING + r"(?:买方|买受方|需方|采购方|购货方|(?i:buyer|purchaser|customer))[”\"」’']?")
SELLER_SAID = late(
    DEFINING + r"(?:卖方|出卖方|出让方|供方|供应方|供货方|(?i:seller|supplier|vendor))[”\"」’']?"
)
PARTED = late(r"[;；。]|\band\b|与|和")
"""Another party stands between a name and the role."""
SALUTATION = late(r"[^\s:：]{0,8}[:：]|御中|台[鉴照启]|收")
ADDRESSEE = late(r"御中|台[鉴照启]|收")
"""What ends the address of a letter: a colon, perhaps behind a department."""
GENERIC = late(r"\s*(?:company|name|公司|单位|企业)(?:\s*name|名称)?\s*(?:[:：]|$)", re.IGNORECASE)
"""Labels that may stand in anybody's address."""
ON_BEHALF = late(
    r"\s*(?:(?:advertiser|principal|brand owner)\b|(?:project |plant )?owner\b|业主)", re.IGNORECASE
)
"""Labels of those for whom an agency or a contractor may order: then it is the latter that buys."""
BRACKET = late(r"[(（]")
ADDRESSING = late(
    r"(?:(?:dear )?(?:supplier|vendor)|dear|messrs|m/s|to|attn|attention|致|此致|an|firma|an die)\.?"
    r"|尊敬的(?:供[应货]商|供方|厂商|合作伙伴|伙伴)?[:：]?",
    re.IGNORECASE,
)


def customer(scope: Scope) -> Field | None:
    """Return the buyer; where 甲方 and 乙方 alone stand, who buys is settled by a sentence or open.

    A letterhead proves nothing where a label of the buyer stands beside something unread.
    """
    buyers = list(scope.labels(Label.BUYER))
    own = [found for found in buyers if not _is_principal(found)]
    labelled = [choice for found in own for choice in _buyer(scope, found)]
    labelled = labelled or [choice for found in buyers for choice in _buyer(scope, found)]
    labelled = labelled or list(_defined(scope, BUYER_SAID))
    sellers = {companies.key(choice.value) for choice in _sellers(scope) if choice.value}
    if labelled:
        labelled = [_doubtful(each) if _sells(each, sellers) else each for each in labelled]
        return settle(own_units.beside_company(scope, labelled, sellers), translated=True)
    named = [
        choice
        for found in (*scope.labels(Label.BUYER), *scope.labels(Label.PARTY_A))
        for choice in _name(found)
        if not letterheads.ANYBODY.fullmatch(found.text)
        and not own_units.is_office(found.text)
        and not buyers_people.is_person(scope, found.text)
        and not contact_persons.orders(found.named, found.text)
        and (not contact_persons.buys(found.named, found.text) or buyers_people.is_one_of_two(scope, found))
        and (own_units.is_public(found.text) or not contact_persons.works_there(found.named, found.text))
    ]
    parties = list(_parties(scope))
    if parties:
        return settle(parties)
    letterhead = list(letterheads.find(scope, sellers))
    if not any(each.doubt is None for each in letterhead):
        letterhead = list(likely_buyers.receiving(scope, sellers))[:1] or letterhead
    if named or (_may_be_called(scope) and not _gets_the_goods(scope, letterhead)):
        bodies = [each for each in named if own_units.is_public(each.value or "")]
        return settle([*bodies, *map(_doubtful, letterhead), *named])
    if any(each.doubt is None for each in letterhead):
        return settle(letterhead)
    told = [_doubtful(each) for each in _parties(scope.loosened)]
    return settle(told or _likely(scope, letterhead, sellers))


def _sells(choice: Choice, sellers: set[str]) -> bool:
    """Tell whether other labels name the same company the seller: one of both is mistaken."""
    return choice.value is not None and companies.key(choice.value) in sellers


def _may_be_called(scope: Scope) -> bool:
    """Tell whether a company may be meant beside a label of the buyer: "Buyer: Delta Seals, +49 …"."""
    return any(buyers_people.may_be_company(scope, found) for found in scope.labels(Label.BUYER))


def _gets_the_goods(scope: Scope, letterhead: Sequence[Choice]) -> bool:
    """Tell whether the goods go to the one company at the head, and somebody with a given name buys.

    Two words and a telephone may be another company that buys for it: "Buyer: Balfour Beatty, +44 …".
    """
    sure = [companies.key(each.value or "") for each in letterhead if each.doubt is None]
    places = [companies.key(found.text) for found in scope.labels(Label.PLACE) if found.value is not None]
    persons = all(contact_persons.has_given_name(found.text) for found in scope.labels(Label.BUYER))
    return persons and len(sure) == 1 and bool(places) and all(sure[0] in place for place in places)


def _likely(scope: Scope, letterhead: Sequence[Choice], sellers: set[str]) -> list[Choice]:
    """Return the likeliest buyer where nothing is certain: a company at the head, or who else is there."""
    whole = [companies.key(each.value) for each in letterhead if each.value]
    found = list(likely_buyers.find(scope, sellers))
    if found and companies.key(found[0].value or "") in whole:
        return found[:1]
    named = bool(found) and _is_in_one(found[0], whole)
    likely = [] if named else [each for each in found if not _is_in_one(each, whole)]
    likely = [*likely_buyers.spelled_out(scope, likely[:1], sellers), *likely]
    head = {id(run.words[0]) for run in scope.runs[: letterheads.FIRST]}
    written = [each for each in letterhead if id(each.run.words[0]) in head]
    return written or likely[:1] or list(letterhead) or list(likely_buyers.top_line(scope))


def _is_in_one(choice: Choice, names: Sequence[str]) -> bool:
    """Tell whether a name is a part of a longer one, set in other letters or on a line of its own."""
    part = companies.key(choice.value or "")
    return any(part in name for name in names)


def _buyer(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the company beside a label; beside one of either side's it must be named twice, and not sell."""
    sellers = {companies.key(each.value) for each in _sellers(scope) if each.value}
    for choice in _company(found):
        key = companies.key(choice.value or "")
        if _is_principal(found):
            yield _doubtful(choice)
        elif not GENERIC.match(found.label.text):
            for_other = other_customers.is_of_writer(scope, found, choice.value or "", sellers)
            yield _doubtful(choice) if for_other else choice
        elif key not in sellers:
            again = [
                run
                for run in scope.runs
                if run.box != found.label.box and not _is_of(found, run) and key in companies.key(run.text)
            ]
            below = _heads_below_another(scope, found, key)
            certain = (bool(again) and not below) or _is_other_party(scope, key)
            # "Company" above the address of who is written to: who gets the goods heads the paper.
            writer = next(likely_buyers.receiving(scope, {*sellers, key}), None) if below else None
            yield choice if certain else _doubtful(writer or choice)


def _is_of(found: Labelled, run: Run) -> bool:
    """Tell whether a text is the value beside a label, or a line of it."""
    return found.value is not None and run.words[0] in found.value.words and run.page is found.value.page


def _heads_below_another(scope: Scope, found: Labelled, key: str) -> bool:
    """Tell whether another company stands above a label that may head anybody's address, as on a letter."""
    above = itertools.takewhile(lambda run: run is not found.label, scope.runs)
    names = {companies.key(run.text[low:high]) for run in above for low, high in companies.find(run.text)}
    sellers = {companies.key(each.value) for each in _sellers(scope) if each.value}
    return any(name not in key and key not in name and name not in sellers for name in names)


def _is_principal(found: Labelled) -> bool:
    """Tell whether a label names for whom somebody else may order, also in brackets: （业主：…）."""
    end = found.start if found.value is found.label else len(found.label.text)
    named = found.label.text[:end]
    return ON_BEHALF.match(BRACKET.split(named)[-1]) is not None


def _is_other_party(scope: Scope, key: str) -> bool:
    """Tell whether an order names one company as its seller, and no other than this one besides."""
    sellers = [companies.key(each.value) for each in _sellers(scope) if each.value]
    names = {
        companies.key(run.text[low:high]) for run in scope.runs for low, high in companies.find(run.text)
    }
    strange = [name for name in names if not any(name in known for known in (key, *sellers))]
    return scope.kind is Kind.PURCHASE_ORDER and bool(sellers) and not strange


def _parties(scope: Scope) -> Iterator[Choice]:
    """Yield who buys of 甲方 and 乙方: the roles are not fixed, so a sentence must say it."""
    buying = _buying_party(scope)
    for found in scope.labels(buying or Label.PARTY_A):
        for choice in _company(found):
            yield choice if buying else _doubtful(choice)


def _buying_party(scope: Scope) -> Label | None:
    """Return the party that buys by a sentence like 甲方向乙方订购, or by a label like 供方（乙方）."""
    said = set()
    named = column_parties.buying("".join(run.text for run in scope.runs))
    if named is not None:
        said.add(PARTIES[named])
    for run in scope.runs:
        for match in (*BUYS.finditer(run.text), *ENTRUSTS.finditer(run.text)):
            said.add(PARTIES[match["who"]])
        for match in SELLS.finditer(run.text):
            said.add(PARTIES[match["whom"]])
    return said.pop() if len(said) == 1 else None


def _company(found: Labelled) -> Iterator[Choice]:
    """Yield the company names beside a label: one name, or one in each of two languages."""
    if found.value is None:
        return
    spans = companies.find(found.text)
    if not spans:
        return
    if len(spans) == 2 and not companies.is_one_name(found.text, spans):
        spans = spans[:1]
    shift = found.value.text.index(found.text, found.start)
    branch = companies.branch_end(found.text, spans[-1][1])
    start, end = spans[0][0] + shift, (branch or spans[-1][1]) + shift
    # Whether the branch buys or the company is for SAP to say: it may have a number of its own.
    whole = len(spans) <= 2 and branch is None and not other_customers.is_acted_for(found.text)
    name = found.value.text[start:end]
    whole = whole and not _begins_with_label(name) and not companies.is_with_office(name)
    reason = None if whole else Reason.AMBIGUOUS_VALUE
    yield Choice(found.value.text[start:end].strip(), found.value, start, end, reason=reason)


def _begins_with_label(name: str) -> bool:
    """Tell whether a Chinese name has the end of its label before it: "company海城泵业", "Customer海城"."""
    latin = LATIN.match(name)
    return latin is not None and (latin["word"][0].islower() or bool(meaning(latin["word"])))


def _name(found: Labelled) -> Iterator[Choice]:
    """Yield the name beside a label that has no legal form to know it by; never sure."""
    text = found.text.strip()
    if found.value is None or not NAME.search(text) or len(found.text) > MAX_NAME:
        return
    if STAMPED.fullmatch(text) is None and units.canonical(text) is None:
        yield Choice(found.text, found.value, found.start, found.end, reason=Reason.ROLE)


def _sellers(scope: Scope) -> Iterator[Choice]:
    """Yield who sells: by label, or spoken to at the head of a letter ("某某公司：", "Dear Mr. Hill")."""
    for found in scope.labels(Label.SELLER):
        companies_beside = list(_company(found))
        yield from companies_beside or below_labels.companies_of(scope, found)
    yield from _defined(scope, SELLER_SAID)
    yield from addressees.find(scope.runs)
    for run, after in itertools.zip_longest(scope.runs, scope.runs[1:]):
        behind = after.text if after is not None and ADDRESSEE.fullmatch(after.text.strip()) else ""
        for start, end in companies.find(run.text):
            if _spoken_to(run.text[:start].strip(), (run.text[end:] + behind).strip()):
                yield Choice(run.text[start:end], run, start, end)


def _defined(scope: Scope, role: re.Pattern[str]) -> Iterator[Choice]:
    """Yield the company that a contract's first sentence gives a role: "Some Works Ltd (the Buyer)"."""
    for run in sentences.paragraphs(scope.runs):
        for said in role.finditer(run.text):
            before = [span for span in companies.find(run.text) if span[1] <= said.start()]
            if before and not PARTED.search(run.text, before[-1][1], said.start()):
                start, end = before[-1]
                yield Choice(run.text[start:end].strip(), run, start, end, Proof.SENTENCE)


def _spoken_to(before: str, behind: str) -> bool:
    """Tell whether what stands around a name makes it the addressee: "Messrs. …", "某某公司："."""
    return bool(ADDRESSING.fullmatch(before)) if before else bool(SALUTATION.fullmatch(behind))


def _doubtful(choice: Choice) -> Choice:
    return Choice(choice.value, choice.run, choice.start, choice.end, reason=Reason.ROLE)
