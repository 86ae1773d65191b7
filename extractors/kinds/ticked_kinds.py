"""Kinds of paper to tick: "[ ] Purchase order  [x] Request for quotation". Only what is ticked is said.

A form that can be an order and other papers names all of them. One that is open is no title, and where
another paper is ticked beside it, or a cancellation is, no title of an order speaks for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kept import kept
from extractors.kinds import doubtful_titles
from extractors.kinds.titles import kind_of_title
from extractors.late import late
from extractors.page.runs import Run, cut_out, rows_of, split_line
from extractors.page.ticks import BEGINNINGS, MARK, OPTION_END
from models.page import Page
from models.reading import Kind

GAP = 2.5
"""Options have wide gaps between them, as letters of titles do."""
LINES = 16
"""What a paper is stands among so many first lines."""
ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.FRAMEWORK_AGREEMENT})
NEW = late(
    r"\W*(?:new(?: (?:purchase )?order)?|original(?: order)?|first order|neu(?:e bestellung)?|neubestellung"
    r"|新(?:增|单|单据|订单|签|建)?|首次(?:下单)?|正常(?:订单)?)\W*",
    re.IGNORECASE,
)
"""An order beside its change and its cancellation."""
CHANGED = late(
    r"\W*(?:order |contract )?(?:changed?|amend(?:ed|ment)|revis(?:ed|ion)|änderung|geändert"
    r"|变更|變更|更改|修改|修订)(?: order)?\W*",
    re.IGNORECASE,
)
CANCELLED = late(
    r"\W*(?:order )?(?:cancell?(?:ation|ed)?|storno|stornierung|storniert|annul\w{0,8}|withdraw(?:al|n)"
    r"|取消|作废|作廢|撤销|终止)(?:订单)?\W*",
    re.IGNORECASE,
)
TYPE = late(
    r"(?:文件|单据|表单|订单|合同|业务)(?:类型|类别|性质|种类)"
    r"|\b(?:document|order|paper|form) (?:type|kind)\b"
    r"|\b(?:type|kind) of (?:document|order|paper|form)\b|\b(?:beleg|dokument|auftrags|bestell)art\b",
    re.IGNORECASE,
)
"""The label of what the paper is."""
ENCLOSED = late(
    r"附件|随货|随箱|资料|attach|enclos|document\w* (?:to|required)|anlage|beilage|提供", re.IGNORECASE
)
"""The label of papers that come with the goods."""


@dataclass(frozen=True, slots=True)
class _Option:
    """A text behind a box, and what stands before the first box of its line."""

    text: str
    ticked: bool
    label: str


def said(run: Run, *, boxed: bool) -> list[Run]:
    """Return what a line says: the text before its first box, and each option that is ticked."""
    if not boxed or BEGINNINGS.isdisjoint(run.text) or not MARK.search(run.text):
        return [run]
    first = MARK.search(run.text)
    parts = [cut_out(run, 0, first.start() if first else 0)]
    parts += [cut_out(run, low, high) for low, high, ticked in _spans(run.text) if ticked]
    return [part for part in parts if part is not None and part.text]


def has_options(page: Page) -> bool:
    """Tell whether the top of a page has options to choose from: one is ticked, or several are open."""
    found = [each for each in _options(page) if each.text]
    return len(found) > 1 or any(each.ticked for each in found)


def names_another(page: Page) -> bool:
    """Tell whether what is ticked is no order, where an order could be, or takes one back."""
    options = [each for each in _options(page) if not ENCLOSED.search(each.label)]
    ticked = [each for each in options if each.ticked]
    if any(map(_is_order, ticked)):
        return False
    typed = any(map(_is_order, options))
    return any(
        CANCELLED.fullmatch(each.text) or ((typed or TYPE.search(each.label)) and _is_another(each))
        for each in ticked
    )


@kept
def _options(page: Page) -> tuple[_Option, ...]:
    """Return the options at the top of a page."""
    lines = rows_of(page.words)[:LINES]
    return tuple(each for line in lines for each in _in_line(split_line(page, line, GAP)))


def _in_line(runs: Sequence[Run]) -> Iterator[_Option]:
    label = ""
    for run in runs:
        first = None if BEGINNINGS.isdisjoint(run.text) else MARK.search(run.text)
        label = label or (run.text[: first.start()] if first else run.text)
        for low, high, ticked in _spans(run.text) if first else ():
            yield _Option(run.text[low:high].strip(), ticked, label)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the span of each option of a text, and whether it is ticked."""
    marks = list(MARK.finditer(text))
    for mark, behind in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        ended = OPTION_END.search(text, mark.end(), behind)
        yield mark.end(), ended.start() if ended else behind, bool(mark["ticked"])


def _is_order(option: _Option) -> bool:
    return kind_of_title(option.text) in ORDERS or NEW.fullmatch(option.text) is not None


def _is_another(option: _Option) -> bool:
    """Tell whether an option names another paper, or a change of an order."""
    text = option.text
    named = kind_of_title(text) not in {None, *ORDERS} or CHANGED.fullmatch(text) is not None
    told = doubtful_titles.names_another(text, large=True) or doubtful_titles.undoes(text)
    return named or told or doubtful_titles.revokes(text)
