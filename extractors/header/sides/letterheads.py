"""Who writes the paper, by the company at its head: the buyer, where nothing speaks against it."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import companies
from extractors.header.labelling.label_words import CLAUSE, COLON, meaning
from extractors.header.settle import Choice
from extractors.header.sides import (
    addressees,
    billed_names,
    broken_names,
    headed_sellers,
    received_names,
    sender_lines,
    writers_marks,
)
from extractors.late import late
from extractors.page.runs import IDEOGRAPH, Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind, Proof, Reason

CHINESE = late(r"[\u4e00-\u9fff]{3,}")
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
ELSEWHERE = late(
    r"(?i:\s*(?:最终用户|终端用户|使用单位|业主|项目|工程|收货|承运|开户|保险"
    r"|end[ -]?user|project|consignee|ship[ -]?to|deliver|carrier|forwarder|bank|insur|versicher))"
)
"""Labels of companies that neither buy nor sell; who gets the invoice may be the buyer."""
FOR = late(r"\W*(?:signed (?:for|by)|(?:signed )?(?:for and )?on behalf of)[\s:]+", re.IGNORECASE)
"""What stands before the name of who signs."""
INVOICED = late(
    r"\s*(?:bill(?:ed|ing)?[- ]?to|invoice[- ]?to|(?:invoice|billing) address|rechnungs(?:adresse|anschrift)"
    r"|开票单位|开票抬头|发票抬头)\s*[:：]?\s*$",
    re.IGNORECASE,
)
ANYBODY = late(r"(?:\s*(?:company|name|issued by|公司|单位|單位|企业|企業|名称|名稱|/))+\s*", re.IGNORECASE)
"""Labels that name a company and not its part; who writes an order is one, and who sells the other."""
ADDRESS = 6
"""An address has so many characters at least."""
SENTENCE = late(r"(?!.*(?i:behalf of|signed (?:for|by)|[:：]))[A-Za-z]+ (?:\w+ )*[a-z]+ $")
"""What leads to a name within a sentence: "Contact the"; who is spoken of there need not buy."""
TOP = 0.3
"""A letterhead stands in this upper share of the first page."""
THIRD_PARTY = late(
    r"notify|consignee|carrier|forwarder|agent|agency|\bend[- ]|final|bank|inspect"
    r"|收货|代理|最终|承运|货代|开户|监造",
    re.IGNORECASE,
)
"""Labels of those who have to do with an order and place none."""


def find(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    """Yield the first company of the page where it is the writer of the form, and not the seller."""
    named = _named(scope)
    keys = {companies.key(run.text[start:end]) for run, start, end in named}
    if not named:
        return
    sellers = sellers | _translated(scope, named, sellers)
    headed = headed_sellers.heads(scope, named, sellers)
    named = [each for each in named if companies.key(each[0].text[each[1] : each[2]]) not in sellers] or named
    addressed = addressees.at_sales(named, scope.runs)
    named = [each for each in named if each not in addressed] or named
    run, start, end = named[0]
    first = companies.key(run.text[start:end])
    if first in sellers:
        return
    whole = broken_names.whole(named, scope.runs)
    head, orders = run, scope.kind is Kind.PURCHASE_ORDER
    sent = whole is not None and orders and sender_lines.is_one(whole, named)
    parted = whole is not None and not (sent or broken_names.is_stacked(run, scope.runs))
    run, start, end = whole or (run, start, end)
    known = any(IDEOGRAPH.search(each) for each in sellers)
    same = _same_name(named, first, head=known) | ({companies.key(run.text[start:end])} if sent else set())
    others = {key for key in keys - same if not any(companies.is_short_for(key, one) for one in sellers)}
    others -= received_names.keys(scope) if sellers else set()
    alone = (
        not others if sellers else len(others) <= 1 and not run.page.synthetic and head in scope.runs[:FIRST]
    )
    alone = alone or (not others and any(_at_the_end(scope, each) for each, _, _ in named))
    alone = alone or writers_marks.goods_go_to(scope, run, first, others)
    top = run.page.synthetic or run.box.bottom < TOP * run.page.height or _is_signed(scope, run, end)
    certain = alone and top and not _addressed(run.text, start, end)
    certain = (
        certain
        and (sent or _may_buy(scope, named, first, sellers))
        and not (sent and billed_names.goes_to_another(scope, run.text[start:end]))
        and not headed
        and not parted
        and not addressed
        and not _names_seller(scope, run.text[start:end])
        and not billed_names.is_only_billed(scope, run.text[start:end])
    )
    end = _whole_name(run, end)
    branch = companies.branch_end(run.text, end)
    named_on = companies.goes_on(run.text, end) or companies.is_with_office(run.text[start:end])
    certain = certain and branch is None and not named_on
    begun = broken_names.begun_above((run, start, end), scope.runs) if not (whole or branch) else None
    certain = certain and (begun is None or broken_names.stands_whole(begun, scope.runs))
    run, start, end = begun or (run, start, end)
    reason, end = None if certain else Reason.ROLE, branch or end
    yield Choice(run.text[start:end].strip(), run, start, end, Proof.LETTERHEAD, reason)


def _named(scope: Scope) -> list[tuple[Run, int, int]]:
    """Return where companies are named, but for those that labels name as somebody else than the buyer."""
    taken = _elsewhere(scope)
    found = [(run, companies.find(run.text)) for run in scope.runs]
    known = {companies.key(run.text[start:end]) for run, spans in found for start, end in spans}
    head = [(run, spans or broken_names.in_capitals(run, known)) for run, spans in found[:FIRST]]
    names = [
        (run, *broken_names.without_mark(run, start, end, known))
        for run, spans in (*head, *found[FIRST:])
        for start, end in spans
        if not all(id(word) in taken for word, _, _ in run.within(start, end))
        and not received_names.is_sent_to(run.text, start)
    ]
    return broken_names.whole_ones([*broken_names.form_below(scope.runs), *names], scope.runs)


def _may_buy(scope: Scope, named: Sequence[tuple[Run, int, int]], first: str, sellers: set[str]) -> bool:
    """Tell whether the kind of paper makes a letterhead the buyer's.

    An order is written by who buys. A contract has two parties: beside a seller who is named as such, the
    only other company is the buyer where it is named again, as in the signatures, or where it signs, gets the
    invoice, or gets the goods at the address below its name; a letterhead is too little.
    """
    if scope.kind is Kind.PURCHASE_ORDER:
        return (
            bool(sellers)
            or _is_writer(scope, named, first)
            or writers_marks.another_sells(scope, named[0][0], first)
        )
    places = {
        (run.page.number, run.box) for run, start, end in named if companies.key(run.text[start:end]) == first
    }
    again = (
        len(places) > 1 or _signs(named[0]) or _is_invoiced(scope, named[0]) or _receives(scope, named[0][0])
    )
    return scope.kind is Kind.CONTRACT and bool(sellers) and again


def _signs(named: tuple[Run, int, int]) -> bool:
    """Tell whether a name stands in the formula of a signature: "For and on behalf of …"."""
    run, start, _ = named
    return FOR.fullmatch(run.text[:start]) is not None


def _is_invoiced(scope: Scope, named: tuple[Run, int, int]) -> bool:
    """Tell whether the invoice goes to a company, whose legal form may stand on the next line there."""
    run, start, end = named
    name, key = run.text[start:end], companies.key(run.text[start:end])
    billed = (each for each in scope.labelled if each.value is not None and INVOICED.match(each.named))
    return any(
        key in companies.key(each.text) or broken_names.is_broken_off(name, each.text) for each in billed
    )


def _receives(scope: Scope, head: Run) -> bool:
    """Tell whether the goods go to the address below a letterhead: 海棠路18号, and there 海棠路18号备件库."""
    at = scope.runs.index(head) if head in scope.runs else len(scope.runs)
    lines = (run.text for run in scope.runs[at + 1 : at + 3] if _is_address(run.text))
    places = [found.text for found in scope.labels(Label.PLACE) if found.value is not None]
    return any(line.strip() in place for line in lines for place in places)


def _is_address(text: str) -> bool:
    return len(text.strip()) >= ADDRESS and any(map(str.isdigit, text)) and COLON.search(text) is None


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
    return signed or several or places[0].box.height > LARGE * usual or _is_above(scope, named, first)


def _at_the_end(scope: Scope, run: Run) -> bool:
    """Tell whether a text is among the last of the paper, and not in the head of a short one."""
    low = run.page.synthetic or run.page.number > 1 or run.box.top > TOP * run.page.height
    return low and run in scope.runs[-SIGNATURE:] and run not in scope.runs[: len(scope.runs) // 2]


def _is_above(scope: Scope, named: Sequence[tuple[Run, int, int]], first: str) -> bool:
    """Tell whether the only other name stands below the first in its column, without a label, and once."""
    own, start, _ = named[0]
    others = (each for each in named if companies.key(each[0].text[each[1] : each[2]]) != first)
    other = next(others, None)
    if other is None or own.page.synthetic or (start, other[1]) != (0, 0) or other[0].page is not own.page:
        return False
    if writers_marks.stands_again(scope, companies.key(other[0].text[slice(*other[1:])])):
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
    """Tell whether a name stands behind a strange label or a third party's, or is spoken to or of."""
    colon = COLON.search(text, 0, start)
    label = CLAUSE.sub("", text[: colon.start()]) if colon is not None else ""
    known = bool(meaning(label)) or ANYBODY.fullmatch(label) is not None
    strange = colon is not None and (not known or THIRD_PARTY.search(label) is not None)
    return strange or bool(COLON.match(text[end:].strip())) or SENTENCE.match(text[:start]) is not None


def _elsewhere(scope: Scope) -> frozenset[int]:
    """Return the words that are values of labels which name somebody else than the buyer."""
    values = (
        each.value.within(each.start, each.end)
        for each in scope.labelled
        if each.value is not None and (each.meanings <= OTHERS or ELSEWHERE.match(each.named))
    )
    return frozenset(id(word) for words in values for word, _, _ in words)


def _whole_name(run: Run, end: int) -> int:
    """Include the same company's name in the other language where it stands behind."""
    spans = companies.find(run.text)
    both = len(spans) == 2 and spans[0][1] == end and companies.is_one_name(run.text, spans)
    return spans[-1][1] if both else end


def _same_name(named: Sequence[tuple[Run, int, int]], first: str, *, head: bool) -> set[str]:
    """Return the keys of the first company: its names in one line, or below it in the other script.

    A name that lacks but the legal form is the same, broken by the end of a line. `head`: the name below may
    begin a line of address, as where the seller's Chinese name is known and is not the one above.
    """
    line = named[0][0]
    same = {first} | {companies.key(line.text[start:end]) for start, end in companies.find(line.text)}
    below = (each for each in named[1:] if _is_translation(line, each[0], head=head))
    same |= {companies.key(run.text[start:end]) for run, start, end in below}
    name = line.text[named[0][1] : named[0][2]]
    broken = (
        run.text[start:end]
        for run, start, end in named
        if any(broken_names.is_broken_off(name, run.text[start:to]) for to in (end, None))
    )
    return same | set(map(companies.key, broken))


def _translated(scope: Scope, named: Sequence[tuple[Run, int, int]], sellers: set[str]) -> set[str]:
    """Return the names of sellers in the other script, right below their own and beside no label."""
    beside = (each.value.within(each.start, each.end) for each in scope.labelled if each.value is not None)
    values = {id(word) for words in beside for word, _, _ in words}
    lines = [
        run
        for run in scope.runs
        if any(companies.key(run.text[start:end]) in sellers for start, end in companies.find(run.text))
    ]
    return {
        companies.key(run.text[start:end])
        for run, start, end in named
        if id(run.words[0]) not in values and any(_is_translation(line, run) for line in lines)
    }


def _is_translation(line: Run, other: Run, *, head: bool = False) -> bool:
    """Tell whether a line right below another one is in the other script: a letterhead in two languages.

    Below the name at the head the other one may begin a line of address and telephone.
    """
    gap = other.box.top - line.box.bottom
    near = other.page is line.page and abs(gap) < line.box.height
    aligned = abs(other.box.x0 - line.box.x0) < COLUMN or abs(other.box.centre - line.box.centre) < COLUMN
    aligned = aligned or (head and other.box.x0 < line.box.x0 < other.box.x1)
    scripts = {bool(IDEOGRAPH.search(each.text)) for each in (line, other)}
    return near and aligned and len(scripts) > 1 and COLON.search(other.text) is None
