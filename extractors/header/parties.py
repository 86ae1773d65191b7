"""Who buys: by the buyer's label, or by the letterhead of the buyer's own form."""

import itertools
import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header import likely_buyers, sentences
from extractors.header.label_words import CLAUSE, COLON, meaning
from extractors.header.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.runs import IDEOGRAPH, Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, Proof, Reason

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
CHINESE = re.compile(r"[\u4e00-\u9fff]{3,}")
NAMING = 3
"""A part of a name has so many characters at least."""
LARGE = 1.2
"""A letterhead is so much larger than the usual letters."""
COLUMN = 12.0
"""Lines of one column begin within so many points."""
LETTERHEAD = 3
"""Where nobody is named as seller, the buyer's letterhead is among the first texts of the page."""
SIGNATURE = 8
"""The only company that a mail names, among its last texts, has signed it."""
GENERIC = re.compile(r"\s*(?:company|name|公司|单位|企业)(?:\s*name|名称)?\s*(?:[:：]|$)", re.IGNORECASE)
"""Labels that may stand in anybody's address."""
ON_BEHALF = re.compile(r"\s*(?:advertiser|principal|brand owner)\b", re.IGNORECASE)
"""Labels of those for whom an agency may order: then it is the agency that buys."""
ADDRESSING = re.compile(r"(?:messrs|m/s|to|attn|attention|致|此致|an|firma|an die)\.?", re.IGNORECASE)
OTHERS = frozenset({Label.SELLER})
ELSEWHERE = re.compile(
    r"\s*(?:最终用户|终端用户|使用单位|业主|项目|工程|收货|承运|开户"
    r"|end[ -]?user|project|consignee|ship[ -]?to|deliver|carrier|forwarder|bank)",
    re.IGNORECASE,
)
"""Labels of companies that neither buy nor sell; who gets the invoice may be the buyer."""
TOP = 0.3
"""A letterhead stands in this upper share of the first page."""

THIRD_PARTY = re.compile(
    r"notify|consignee|carrier|forwarder|agent|agency|\bend[- ]|final|bank|inspect"
    r"|收货|代理|最终|承运|货代|开户|监造",
    re.IGNORECASE,
)
"""Labels of those who have to do with an order and place none."""


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
    letterhead = list(_letterhead(scope, sellers))
    if named:
        return settle([*map(_doubtful, letterhead), *named])
    return settle(
        letterhead if any(each.doubt is None for each in letterhead) else _likely(scope, letterhead, sellers)
    )


def _likely(scope: Scope, letterhead: Sequence[Choice], sellers: set[str]) -> list[Choice]:
    """Return the likeliest buyer where nothing is certain: a company at the head, or who else is there."""
    likely = list(likely_buyers.find(scope, sellers))
    written = [each for each in letterhead if each.run in scope.runs[:LETTERHEAD]]
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
    if len(spans) == 2 and not _one_name(found.text, spans):
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


def _letterhead(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the first company of the page where it is the writer of the form, and not the seller."""
    taken = _elsewhere(scope)
    named = [
        (run, start, end)
        for run in scope.runs
        for start, end in companies.find(run.text)
        if not all(id(word) in taken for word, _, _ in run.within(start, end))
    ]
    keys = {companies.key(run.text[start:end]) for run, start, end in named}
    if not named:
        return
    named = [each for each in named if companies.key(each[0].text[each[1] : each[2]]) not in sellers] or named
    run, start, end = named[0]
    first = companies.key(run.text[start:end])
    if first in sellers:
        return
    others = keys - sellers - _same_name(named, first)
    alone = (
        not others
        if sellers
        else len(others) <= 1 and not run.page.synthetic and run in scope.runs[:LETTERHEAD]
    )
    alone = alone or (not others and any(_at_the_end(scope, each) for each, _, _ in named))
    top = run.page.synthetic or run.box.bottom < TOP * run.page.height or _is_signed(scope, run, end)
    certain = alone and top and scope.kind is Kind.PURCHASE_ORDER and not _addressed(run.text, start, end)
    certain = certain and (bool(sellers) or _is_writer(scope, named, first))
    certain = certain and not _names_seller(scope, run.text[start:end])
    end = _whole_name(run, end)
    branch = companies.branch_end(run.text, end)
    end = branch or end
    reason = None if certain and branch is None else Reason.ROLE
    yield Choice(run.text[start:end].strip(), run, start, end, Proof.LETTERHEAD, reason)


def _is_writer(scope: Scope, named: Sequence[tuple[Run, int, int]], first: str) -> bool:
    """Tell whether a name is a letterhead where nobody is named as seller: it may be the seller's address.

    Whoever writes is named twice, above and in the signature, or in larger letters than the rest, or above
    the only other name; or a mail ends with the name.
    """
    places = [run for run, start, end in named if companies.key(run.text[start:end]) == first]
    heights = sorted(run.box.height for run in scope.runs)
    usual = heights[len(heights) // 2] if heights else 0.0
    signed = _at_the_end(scope, places[0]) and places[0] not in scope.runs[:LETTERHEAD]
    several = len({(run.page.number, run.box) for run in places}) > 1
    return signed or several or places[0].box.height > LARGE * usual or _is_above(named, first)


def _at_the_end(scope: Scope, run: Run) -> bool:
    """Tell whether a text is among the last of the paper, and not in the head of a short one."""
    low = run.page.synthetic or run.page.number > 1 or run.box.top > TOP * run.page.height
    return low and run in scope.runs[-SIGNATURE:] and run not in scope.runs[: len(scope.runs) // 2]


def _is_above(named: Sequence[tuple[Run, int, int]], first: str) -> bool:
    """Tell whether the only other name stands below the first in its column, and no label before it."""
    own, start, _ = named[0]
    others = (each for each in named if companies.key(each[0].text[each[1] : each[2]]) != first)
    other = next(others, None)
    if other is None or own.page.synthetic or (start, other[1]) != (0, 0) or other[0].page is not own.page:
        return False
    box, below = own.box, other[0].box
    return abs(box.x0 - below.x0) < COLUMN and box.bottom < below.top < TOP * own.page.height


def _names_seller(scope: Scope, name: str) -> bool:
    """Tell whether a label of the seller has a part of a name beside it, without its legal form."""
    said = (found.text for found in scope.labels(Label.SELLER) if found.value is not None)
    bare = (text.casefold() for text in said if not companies.find(text))
    whole = name.casefold()
    return any(
        first in whole
        for text in bare
        if len(first := (CHINESE.findall(text) or text.split() or [""])[0]) >= NAMING
    )


def _is_signed(scope: Scope, run: Run, end: int) -> bool:
    """Tell whether a name at the end of the paper is nobody's value there: it stands for who wrote it."""
    within = {id(word) for word, _, _ in run.within(0, end)}
    labelled = (each.value.within(each.start, each.end) for each in scope.labelled if each.value is not None)
    return run in scope.runs[-SIGNATURE:] and not any(
        id(word) in within for words in labelled for word, _, _ in words
    )


def _addressed(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands behind a label that no list knows or a third party's, or is spoken to."""
    colon = COLON.search(text, 0, start)
    label = CLAUSE.sub("", text[: colon.start()]) if colon is not None else ""
    strange = colon is not None and (not meaning(label) or THIRD_PARTY.search(label) is not None)
    return strange or bool(COLON.match(text[end:].strip()))


def _elsewhere(scope: Scope) -> frozenset[int]:
    """Return the words that are values of labels which name somebody else than the buyer."""
    values = (
        each.value.within(each.start, each.end)
        for each in scope.labelled
        if each.value is not None and (each.meanings <= OTHERS or ELSEWHERE.match(_label(each)))
    )
    return frozenset(id(word) for words in values for word, _, _ in words)


def _label(found: Labelled) -> str:
    return found.label.text[: found.start] if found.value is found.label else found.label.text


def _whole_name(run: Run, end: int) -> int:
    """Include the same company's name in the other language where it stands behind."""
    spans = companies.find(run.text)
    return spans[-1][1] if len(spans) == 2 and spans[0][1] == end and _one_name(run.text, spans) else end


def _one_name(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two names are one in two scripts, with nothing but a mark between."""
    (start, end), (then, last) = spans
    scripts = {bool(IDEOGRAPH.search(text[start:end])), bool(IDEOGRAPH.search(text[then:last]))}
    return len(scripts) == 2 and not text[end:then].strip(" /()（）,，")


def _same_name(named: Sequence[tuple[Run, int, int]], first: str) -> set[str]:
    """Return the keys of the names that stand in one line with the first company."""
    line = named[0][0]
    return {first} | {companies.key(line.text[start:end]) for start, end in companies.find(line.text)}


def _doubtful(choice: Choice) -> Choice:
    return Choice(choice.value, choice.run, choice.start, choice.end, reason=Reason.ROLE)
