"""Who writes the paper, by the company at its head: the buyer, where nothing speaks against it."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.label_words import CLAUSE, COLON, meaning
from extractors.header.labels import Labelled
from extractors.header.settle import Choice
from extractors.runs import IDEOGRAPH, Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind, Proof, Reason

CHINESE = re.compile(r"[\u4e00-\u9fff]{3,}")
NAMING = 3
"""A part of a name has so many characters at least."""
LARGE = 1.2
"""A letterhead is so much larger than the usual letters."""
COLUMN = 12.0
"""Lines of one column begin within so many points."""
FIRST = 3
"""Where nobody is named as seller, the buyer's letterhead is among the first texts of the page."""
SIGNATURE = 8
"""The only company that a mail names, among its last texts, has signed it."""
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


def find(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
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
        not others if sellers else len(others) <= 1 and not run.page.synthetic and run in scope.runs[:FIRST]
    )
    alone = alone or (not others and any(_at_the_end(scope, each) for each, _, _ in named))
    top = run.page.synthetic or run.box.bottom < TOP * run.page.height or _is_signed(scope, run, end)
    certain = alone and top and not _addressed(run.text, start, end)
    certain = certain and _may_buy(scope, named, first, sellers)
    certain = certain and not _names_seller(scope, run.text[start:end])
    end = _whole_name(run, end)
    branch = companies.branch_end(run.text, end)
    end = branch or end
    reason = None if certain and branch is None else Reason.ROLE
    yield Choice(run.text[start:end].strip(), run, start, end, Proof.LETTERHEAD, reason)


def _may_buy(scope: Scope, named: Sequence[tuple[Run, int, int]], first: str, sellers: set[str]) -> bool:
    """Tell whether the kind of paper makes a letterhead the buyer's.

    An order is written by who buys. A contract has two parties: beside a seller who is named as such, the
    only other company is the buyer where it is named again, as in the signatures; a letterhead is too little.
    """
    if scope.kind is Kind.PURCHASE_ORDER:
        return bool(sellers) or _is_writer(scope, named, first)
    places = {
        (run.page.number, run.box) for run, start, end in named if companies.key(run.text[start:end]) == first
    }
    return scope.kind is Kind.CONTRACT and bool(sellers) and len(places) > 1


def _is_writer(scope: Scope, named: Sequence[tuple[Run, int, int]], first: str) -> bool:
    """Tell whether a name is a letterhead where nobody is named as seller: it may be the seller's address.

    Whoever writes is named twice, above and in the signature, or in larger letters than the rest, or above
    the only other name; or a mail ends with the name.
    """
    places = [run for run, start, end in named if companies.key(run.text[start:end]) == first]
    heights = sorted(run.box.height for run in scope.runs)
    usual = heights[len(heights) // 2] if heights else 0.0
    signed = _at_the_end(scope, places[0]) and places[0] not in scope.runs[:FIRST]
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
    return spans[-1][1] if len(spans) == 2 and spans[0][1] == end and is_one_name(run.text, spans) else end


def is_one_name(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether two names are one in two scripts, with nothing but a mark between."""
    (start, end), (then, last) = spans
    scripts = {bool(IDEOGRAPH.search(text[start:end])), bool(IDEOGRAPH.search(text[then:last]))}
    return len(scripts) == 2 and not text[end:then].strip(" /()（）,，")


def _same_name(named: Sequence[tuple[Run, int, int]], first: str) -> set[str]:
    """Return the keys of the names that stand in one line with the first company."""
    line = named[0][0]
    return {first} | {companies.key(line.text[start:end]) for start, end in companies.find(line.text)}
