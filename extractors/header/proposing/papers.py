"""The number of an order that no label of a list introduces: "Beleg 403377", "Auftrags-Nr. KW-26-0512"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from extractors.header.labelling.value_types import is_date
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.spoken.told_numbers import OF_OTHERS
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

CODE = (
    r"(?P<value>(?=[^\s]*\d)(?:[A-Za-z0-9]|[\u4e00-\u9fff]{1,8}(?=[-\[〔A-Za-z字为是:：]))"
    r"(?:[\w\-/.#\u4e00-\u9fff]|(?<=\w)[\[〔](?=20\d\d[\]〕])|[\]〕])*[\w号])"
)
NAME = (
    r"(?:(?:auftrags?|\w*bestell(?:ungs?)?|(?:auftrags|bestell)(?:schein|blatt)"
    r"|order|purchase order|p\.?o|contract|beleg|order sheet)"
    r"|(?:订货?|采购|合同|合约|指令|订单|单据|凭证|(?<![运货票递件])单))"
)
NUMBER = r"(?:[-\s]*(?:nr|no|n°|nummer|kennung|number|num|id|#|号码?|编[号码]|№)\.?)"
CODED = late(CODE)
NAMED = (
    late(
        rf"(?<![A-Za-zäöü])(?<!ihr )(?<!your ){NAME}{NUMBER}?\s*[:：#№]?\s*{CODE}(?=$|[\s,;，；。)）])",
        re.IGNORECASE,
    ),
    late(
        rf"(?<![A-Za-zäöü])(?<!ihr )(?<!your ){NAME}{NUMBER}\s*[:：]?\s*"
        rf"(?:[按用以](?:我[们方司厂])?的?\s*)?{CODE}",
        re.IGNORECASE,
    ),
)
CAPTION = late(
    rf"(?:\d{{1,2}}\s+)?{NAME}(?:登记|档案)?{NUMBER}?(?:\s*/\s*(?:日期|date|datum))?\s*[:：]?", re.IGNORECASE
)
"""A caption of the number, itself perhaps counted as on printed forms: "2 Order number"."""
SAID = late(r"[\u4e00-\u9fff]+(?:[为是:：]|(?<=号)|(?<=编码))(?=[A-Za-z0-9])")
"""What leads to a number in a sentence: 合同登记号为YL-0417."""
BARE = late(rf"(?:(?:nr|no)(?![A-Za-z-])|n°|№|编号|单号)\.?\s*[:：№]?\s*{CODE}", re.IGNORECASE)
FILED = late(
    r"(?:[A-Z]{2,8}|[\u4e00-\u9fff]{2,8})(?:[-−][A-Z]{1,4})*[-−]?[\u4e00-\u9fff]{0,4}"
    r"(?:20\d\d[-−第]?\s?\d{1,4}\s?号|[\[（(〔]20\d\d[\]）)〕][-−第]?\s?\d{1,4}\s?号?)"
)
"""How letters of Chinese offices are numbered: HXSW-设2026-41号."""
TITLED = late(
    r"\s*(?:第\s?)?(?P<value>(?=\S*\d)[A-Z0-9][A-Z0-9\-/.]{3,30})\s*号"
    r"\s*[\u4e00-\u9fff]{0,6}(?:合同|订单|订货单|采购单)\s*",
    re.IGNORECASE,
)
"""A number before the name of the paper, in a line of its own: "KD-2027-0314 号合同"."""
ALONE = late(r"(?P<value>(?=[^\s]*\d{3})[A-Z0-9][A-Z0-9\-/]{4,24})(?:\s+[\u4e00-\u9fff]{2,8})?")
"""A number that stands alone, or before how far the order has come."""
LETTER_REF = late(
    r"(?:our )?ref(?:erence)?\.?(?: no\.?)?\s*[:：]\s*(?P<value>[A-Z0-9][A-Z0-9\-/]{4,24})", re.IGNORECASE
)
"""The reference at the head of a letter that places an order is its number."""
OTHER = late(
    r"vat|ust|tax|tel|fax|phone|iban|bic|swift|account|gst|cin|vendor|supplier|liefer|kunden|customer|kosten"
    r"|offer|quot|angebot|anfrage|enquir|inquir|requisition|banf|project|projekt|item|artikel|material"
    r"|drawing|form\b|rev\b|税号|账号|电话|传真|邮编"
    r"|报价|询价|供应商|客户|项目|计划|请购|图号|物料|表单|行号",
    re.IGNORECASE,
)
"""What has numbers as well."""
EARLIER = late(r"上[次批回]|前次|退回|运单|快递|已[发签]|previous|last time|returned", re.IGNORECASE)
"""Orders and consignments of another day."""
CLAUSE = late(r"[，,。；;]")
HEAD = 0.4
LEAST = 4


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield what may number the paper: named, filed, or repeated at its head."""
    del prices
    for choice in (*_named(scope), *_captioned(scope), *_filed(scope), *_bare(scope), *_alone(scope)):
        value = choice.value or ""
        digits = sum(map(str.isdigit, value))
        if digits >= LEAST - 1 and not is_date(value) and not spots.is_of(header.quotation_number, value):
            yield choice


def _named(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        for found in (found for pattern in NAMED for found in pattern.finditer(run.text)):
            before = run.text[: found.start()]
            others = (
                OTHER.search(CLAUSE.split(before)[-1]),
                EARLIER.search(before),
                OF_OTHERS.search(before),
            )
            if not any(others):
                yield from _choice(run, found)


def _captioned(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        if CAPTION.fullmatch(run.text.strip()):
            for value in spots.behind(scope, run):
                found = CODED.match(value.text)
                yield from _choice(value, found) if found is not None else ()


def _filed(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        titled = TITLED.fullmatch(run.text)
        if titled is not None:
            yield from _choice(run, titled)
        if FILED.fullmatch(run.text.strip()):
            yield Choice(run.text.strip(), run, 0, len(run.text), reason=Reason.ROLE)


def _bare(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        found = BARE.match(run.text)
        yield from _choice(run, found) if found is not None else ()


def _choice(run: Run, found: re.Match[str]) -> Iterator[Choice]:
    said = SAID.match(found["value"])
    start = found.start("value") + (said.end() if said is not None else 0)
    value = run.text[start : found.end("value")].rstrip("./-")
    if value:
        yield Choice(value, run, start, start + len(value), reason=Reason.ROLE)


def _alone(scope: Scope) -> Iterator[Choice]:
    """Yield numbers that stand alone at the head of the first page, those first that stand there twice."""
    head = [run for run in scope.runs if run.page.number == 1 and run.box.bottom < HEAD * run.page.height]
    found = [
        (run, ALONE.fullmatch(run.text.strip()) or LETTER_REF.fullmatch(run.text.strip())) for run in head
    ]
    alone = [(run, match["value"]) for run, match in found if match is not None and not _is_others(head, run)]
    counts = Counter(value for _, value in alone)
    for run, value in sorted(alone, key=lambda each: -counts[each[1]]):
        start = run.text.index(value)
        yield Choice(value, run, start, start + len(value), reason=Reason.ROLE)


def _is_others(head: list[Run], run: Run) -> bool:
    near = [
        each
        for each in head
        if each is not run
        and each.page is run.page
        and (
            (each.box.top < run.box.middle < each.box.bottom and each.box.x0 < run.box.x0)
            or (
                0 <= run.box.top - each.box.bottom < run.box.height
                and abs(each.box.x0 - run.box.x0) < run.box.height
            )
        )
    ]
    return any(OTHER.search(each.text) for each in near)
