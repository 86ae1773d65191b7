"""Who buys: by the buyer's label, by a sentence, or by the head of the paper (`letterheads`)."""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header import letterheads, likely_buyers, sentences
from extractors.header.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Proof, Reason

BUYS = re.compile(r"(?P<who>[甲乙])方(?:拟|同意|决定)?向[甲乙]方(?:采购|订购|购买|定购|订货|购进)")
SELLS = re.compile(r"[甲乙]方(?:同意)?向(?P<whom>[甲乙])方(?:供应|供货|提供|销售|出售|出卖)")
PARTIES = {"甲": Label.PARTY_A, "乙": Label.PARTY_B}
NAME = re.compile(r"[^\W\d_]{2}")
PERSON = re.compile(
    r"(?i:mr|mrs|ms|dr|herr|frau|mme|sr|sra)\b\.?\s|(?:[A-Z]\.\s?){1,2}[A-Z][a-z]+$"
    r"|[\u4e00-\u9fff]{1,4}(?:先生|女士|小姐|经理)$|[\u4e00-\u9fff]{1,2}(?<![化重电轻军精])工$"
)
"""Who buys is often a person of the company: "Buyer: K. Walsh"."""
MAX_NAME = 60
DEFINING = r"[(（]\s*(?:以下)?(?:简称|称)?(?:为)?\s*(?:hereinafter [a-z ]*|the )?[“\"「‘']?\s*(?:the )?"
BUYER_SAID = re.compile(DEFINING + r"(?:买方|需方|采购方|购货方|(?i:buyer|purchaser|customer))[”\"」’']?")
SELLER_SAID = re.compile(DEFINING + r"(?:卖方|供方|供应方|供货方|(?i:seller|supplier|vendor))[”\"」’']?")
PARTED = re.compile(r"[;；。]|\band\b|与|和")
"""Another party stands between a name and the role."""
SALUTATION = re.compile(r"[^\s:：]{0,8}[:：]|御中|台[鉴照启]")
ADDRESSEE = re.compile(r"御中|台[鉴照启]")
"""What ends the address of a letter: a colon, perhaps behind a department."""
GENERIC = re.compile(r"\s*(?:company|name|公司|单位|企业)(?:\s*name|名称)?\s*(?:[:：]|$)", re.IGNORECASE)
"""Labels that may stand in anybody's address."""
ON_BEHALF = re.compile(r"\s*(?:advertiser|principal|brand owner)\b", re.IGNORECASE)
"""Labels of those for whom an agency may order: then it is the agency that buys."""
ADDRESSING = re.compile(r"(?:messrs|m/s|to|attn|attention|致|此致|an|firma|an die)\.?", re.IGNORECASE)


def customer(scope: Scope) -> Field | None:
    """Return the buyer; where 甲方 and 乙方 alone stand, who buys is settled by a sentence or open.

    A letterhead proves nothing where a label of the buyer stands beside something unread.
    """
    labelled = [choice for found in scope.labels(Label.BUYER) for choice in _buyer(scope, found)]
    labelled = labelled or list(_defined(scope, BUYER_SAID))
    if labelled:
        return settle(labelled, translated=True)
    named = [
        choice
        for found in scope.labels(Label.BUYER)
        for choice in _name(found)
        if not PERSON.match(found.text)
    ]
    sellers = {companies.key(choice.value) for choice in _sellers(scope) if choice.value}
    parties = list(_parties(scope))
    if parties:
        return settle(parties)
    letterhead = list(letterheads.find(scope, sellers))
    if named:
        return settle([*map(_doubtful, letterhead), *named])
    return settle(
        letterhead if any(each.doubt is None for each in letterhead) else _likely(scope, letterhead, sellers)
    )


def _likely(scope: Scope, letterhead: Sequence[Choice], sellers: set[str]) -> list[Choice]:
    """Return the likeliest buyer where nothing is certain: a company at the head, or who else is there."""
    likely = list(likely_buyers.find(scope, sellers))
    written = [each for each in letterhead if each.run in scope.runs[: letterheads.FIRST]]
    return written or likely[:1] or list(letterhead) or list(likely_buyers.top_line(scope))


def _buyer(scope: Scope, found: Labelled) -> Iterator[Choice]:
    """Yield the company beside a label; beside one of either side's it must be named twice, and not sell."""
    for choice in _company(found):
        key = companies.key(choice.value or "")
        if ON_BEHALF.match(found.label.text):
            yield _doubtful(choice)
        elif not GENERIC.match(found.label.text):
            yield choice
        elif key not in {companies.key(each.value) for each in _sellers(scope) if each.value}:
            again = [
                run for run in scope.runs if run.box != found.label.box and key in companies.key(run.text)
            ]
            yield choice if again else _doubtful(choice)


def _parties(scope: Scope) -> Iterator[Choice]:
    """Yield who buys of 甲方 and 乙方: the roles are not fixed, so a sentence must say it."""
    buying = _buying_party(scope)
    for found in scope.labels(buying or Label.PARTY_A):
        for choice in _company(found):
            yield choice if buying else _doubtful(choice)


def _buying_party(scope: Scope) -> Label | None:
    """Return the party that buys by a sentence like 甲方向乙方订购 or 乙方向甲方供应."""
    said = set()
    for run in scope.runs:
        for match in BUYS.finditer(run.text):
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
    if len(spans) == 2 and not letterheads.is_one_name(found.text, spans):
        spans = spans[:1]
    shift = found.value.text.index(found.text, found.start)
    branch = companies.branch_end(found.text, spans[-1][1])
    start, end = spans[0][0] + shift, (branch or spans[-1][1]) + shift
    # Whether the branch buys or the company is for SAP to say: it may have a number of its own.
    reason = None if len(spans) <= 2 and branch is None else Reason.AMBIGUOUS_VALUE
    yield Choice(found.value.text[start:end].strip(), found.value, start, end, reason=reason)


def _name(found: Labelled) -> Iterator[Choice]:
    """Yield the name beside a label that has no legal form to know it by; never sure."""
    if found.value is not None and NAME.search(found.text) and len(found.text) <= MAX_NAME:
        yield Choice(found.text, found.value, found.start, found.end, reason=Reason.ROLE)


def _sellers(scope: Scope) -> Iterator[Choice]:
    """Yield who sells: by label, or spoken to at the head of a letter ("某某公司：")."""
    for found in scope.labels(Label.SELLER):
        yield from _company(found)
    yield from _defined(scope, SELLER_SAID)
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
