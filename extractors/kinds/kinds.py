"""What a document is, by its title and by what it holds; never by its file name.

A wrong kind must never hide an order: a document without a telling title that has a table of
ordered items and speaks of ordering is an order.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import companies
from extractors.kept import kept
from extractors.kinds import captions, doubtful_titles, menus, spoken_kinds, ticked_kinds
from extractors.kinds.titles import kind_of_title
from extractors.late import late
from extractors.page.runs import IDEOGRAPH, Run, evidence, rows_of, split_line
from models.page import Box, Page, SourceDocument
from models.reading import Evidence, Kind

__all__ = ["TOP", "kind_of", "kind_of_title", "title_of"]

TOP = 0.45
"""Titles stand in this upper share of the first page."""
FIRST = 8
"""The title of another paper is among so many first lines."""
TITLE_GAP = 2.5
"""Letter-spaced titles have wide gaps."""
SPREAD = 6
"""So many letters with blanks between them at least make a title, whatever else stands on its line."""
SPREAD_CHINESE = 3
REMARK = late(r"(?<=\S)\s*[(（][^()（）]{1,16}[)）]\s*$")
"""A remark in brackets behind a title (通用版, copy) does not change what it names."""
EDITION = late(
    r"\s*(?:版本|版次|第\s?\d{1,3}\s?[次版页]|共\s?\d{1,3}\s?页|[Vv]\d"
    r"|(?i:rev(?:ision)?|page|sheet|issue|version)\b).{0,24}"
)
"""What may stand at the other edge of the line of a title: 版本 V2, "Page 1 of 3"."""
LARGE = 1.2
"""A line is a title where it is so much larger than the usual letters, or stands alone on its line."""
EARLY = 0.3
"""How much more a line weighs for standing at the top of the page than at its end."""
REFERRED = frozenset({Kind.QUOTATION, Kind.INVOICE})
"""Kinds whose numbers orders refer to: "Quotation No. 4711" alone on a line does not make a quotation."""
ORDERING_KINDS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
"""Kinds whose fields are vouched for."""
NAMED = frozenset({Kind.TECHNICAL_AGREEMENT, Kind.FRAMEWORK_AGREEMENT, Kind.OTHER})
NUMBER_LABEL = late(
    r"(?:号|号码|\b(?:no|nr|ref|number)\.?)\s*[:：]|[:：]\s*[A-Za-z]*[-/]?\d|号\s?[A-Z]{0,4}[-/]?\d",
    re.IGNORECASE,
)
"""An order names the numbers of the agreement and the inquiry that it follows."""
NUMBER_WORD = late(
    r"(?:单号|编号|号码|号)\s*[:：]?$|\b(?:no|nr|ref|number|reference|date)\b\.?\s*[:：]?$|#\s*[:：]?$",
    re.IGNORECASE,
)
"""What ends so is the label of a number, and no title: "Offer no." above its number."""
ENDED = late(r"(?:[^\W\d_]{4}|\d)\.$")
"""How the last line of a paragraph ends."""
LEADING_ON = late(
    r",$|\b(?:from|of|the|to|after|days?|net|by|in|on|at|with|our|your|for|and|or|per|as|this|that|der|die|das|den|dem|des"
    r"|von|vom|nach|ab|und|oder|unsere[nrs]?|la|le|de|del|della|du|des|data|fecha)$"
)
"""How a line ends that goes on below, before a word in small letters."""
PARAGRAPH = 60
"""The line above the last one of a paragraph is at least so long."""
CANCELLED = late(
    r"\W*(?:cancell?(?:ation|ed)?|storno|stornierung|storniert|annul\w{0,8}|取消|作废|作廢|撤销)\W*",
    re.IGNORECASE,
)
"""A line that takes back what the title above it names, however small."""
FAR = 1.5
"""A title stands apart from the sender beside it by so many heights of its letters."""


@dataclass(frozen=True, slots=True)
class Title:
    """A line that names a kind of document; `weight` is its size against the page's letters."""

    kind: Kind
    run: Run
    weight: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line at the top of the first page, with the kind that it names; `first` is one of the very first."""

    kind: Kind | None
    run: Run
    weight: float
    alone: bool
    first: bool
    beside: bool = False
    """It has the sender beside it."""


def kind_of(
    document: SourceDocument, runs: Sequence[Run], *, has_items: bool, items: Sequence[Box] = ()
) -> tuple[Kind, Evidence | None]:
    """Return the kind of a document and the line that decided it: its title, else what it speaks of.

    No line decides where one as large says that the paper is no order, or not in force. `items` are the rows
    on its first page of items that say that they are none: what a cell in one says (已取消) is said of it.
    """
    kind, spot, doubted = _judged(document, runs, items, has_items=has_items)
    return kind, None if doubted and kind in ORDERING_KINDS else spot


def is_doubted(document: SourceDocument, runs: Sequence[Run]) -> bool:
    """Tell whether a line says that the paper is no order, or not in force, whatever its kind is."""
    return _judged(document, runs, (), has_items=True)[2]


def _judged(
    document: SourceDocument, runs: Sequence[Run], items: Sequence[Box], *, has_items: bool
) -> tuple[Kind, Evidence | None, bool]:
    """Return the kind, the line that decided it, and whether another one speaks against it."""
    lines = sorted(_lines(document.pages[0]), key=lambda line: -line.weight)
    named = [line for line in lines if line.kind is not None and not _runs_on(line, lines)]
    named = [line for line in named if not menus.lists(line.run, document.pages[0])]
    named = _without_captions(named, runs)
    if any(line.kind not in ORDERING_KINDS for line in named):
        named = [line for line in named if not line.beside]
    titles = [Title(line.kind, line.run, line.weight) for line in named if line.kind is not None]
    firm = [title for title in titles if not _refers(title)]
    kind, spot = _kind(document, runs, titles, firm, has_items=has_items)
    aside = {id(line.run) for line in named if line.beside}
    least = max((each.weight for each in firm if _leads(each) and id(each.run) not in aside), default=0.0)
    own = (line for line in lines if not _is_of_item(line, items))
    doubted = any(_doubts(line, least) for line in own) or (not least and doubtful_titles.answers(runs))
    doubted = doubted or any(doubtful_titles.is_marked(page.words) for page in document.pages)
    doubted = doubted or ticked_kinds.names_another(document.pages[0])
    if has_items and kind is Kind.OTHER and firm and spoken_kinds.is_awarding(firm[0].run, runs):
        return Kind.PURCHASE_ORDER, None, doubted
    return kind, spot, doubted


def _is_of_item(line: Line, items: Sequence[Box]) -> bool:
    """Tell whether a line in usual letters stands in one of the rows; a large one lies over them."""
    box = line.run.box
    usual = line.kind is None and line.weight <= LARGE + EARLY
    return (
        usual
        and not doubtful_titles.names_the_order(line.run.text)
        and any(each.top < box.middle < each.bottom and each.x0 < box.centre < each.x1 for each in items)
    )


def _doubts(line: Line, least: float) -> bool:
    """Tell whether a line is the title of another paper, or says that the paper is not in force."""
    if doubtful_titles.holds_back(line.run):
        return True
    if line.kind in ORDERING_KINDS or not line.alone:
        undone = line.alone and line.first and doubtful_titles.undoes(line.run.text)
        return undone or doubtful_titles.revokes(line.run.text)
    strange = line.kind is None and line.first and line.weight >= least
    if line.kind is None and line.first and CANCELLED.fullmatch(line.run.text):
        return True
    large = line.weight > LARGE + EARLY
    named = strange and not companies.find(line.run.text) and _is_another(line.run.text, large=large)
    return named or doubtful_titles.revokes(line.run.text)


def _is_another(text: str, *, large: bool) -> bool:
    another = doubtful_titles.names_another(text, large=large) or doubtful_titles.is_about_order(text)
    return another or doubtful_titles.undoes(text)


def _kind(
    document: SourceDocument,
    runs: Sequence[Run],
    titles: Sequence[Title],
    firm: Sequence[Title],
    *,
    has_items: bool,
) -> tuple[Kind, Evidence | None]:
    if firm:
        return firm[0].kind, evidence(firm[0].run)
    kind, spot = spoken_kinds.kind_of(document, runs, has_items=has_items)
    if titles and (spot is None or kind is Kind.QUOTATION):
        return titles[0].kind, evidence(titles[0].run)
    return kind, spot


def _leads(title: Title) -> bool:
    """Tell whether smaller lines are no titles beside it: a number may refer, unless it is set large."""
    return title.weight > LARGE + EARLY or not any(map(str.isdigit, title.run.text))


def _runs_on(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line in usual letters is the end of a text: "invoice date", "terms of purchase.".

    The text above it shows that: "rechnung" below a letterhead is a title.
    """
    if line.kind in ORDERING_KINDS or line.weight > LARGE + EARLY:
        return False
    above = max(
        (each.run for each in lines if each.run.box.bottom <= line.run.box.middle),
        key=lambda run: run.box.bottom,
        default=None,
    )
    if above is None or line.run.box.top - above.box.bottom > line.run.box.height:
        return False
    if line.run.text[0].islower():
        return LEADING_ON.search(above.text) is not None
    whole = len(above.text) >= PARAGRAPH and not companies.find(above.text)
    return whole and ENDED.search(line.run.text) is not None


def _without_captions(named: Sequence[Line], runs: Sequence[Run]) -> list[Line]:
    """Return the lines that name a kind without captions of an offer's number below the title of an order."""
    top = min((line.run.box.top for line in named if line.kind in ORDERING_KINDS), default=math.inf)
    return [line for line in named if not (_may_refer(line, top) and captions.is_caption(line.run, runs))]


def _may_refer(line: Line, top: float) -> bool:
    """Tell whether a line in usual letters below so high a place names an offer or an invoice."""
    return line.kind in REFERRED and line.run.box.top > top and line.weight < LARGE + EARLY


def _refers(title: Title) -> bool:
    """Tell whether a line may merely refer to an offer or an invoice: it bears a number, in usual letters."""
    numbered = any(map(str.isdigit, title.run.text)) or NUMBER_WORD.search(title.run.text) is not None
    named = title.kind in NAMED and NUMBER_LABEL.search(title.run.text) is not None
    return (title.kind in REFERRED or named) and numbered and title.weight < LARGE + EARLY


def title_of(page: Page) -> Kind | None:
    """Return the kind that the title of a page names: a line of its own, among the first."""
    titles = [
        line
        for line in _lines(page)
        if line.kind is not None and line.alone and line.first and not any(map(str.isdigit, line.run.text))
    ]
    return max(titles, key=lambda line: line.weight).kind if titles else None


def _is_spread(run: Run) -> bool:
    """Tell whether a text is set letter by letter, as titles are: "P U R C H A S E  O R D E R", 订 货 单."""
    chinese = IDEOGRAPH.match(run.text) is not None and NUMBER_WORD.search(run.text) is None
    enough = len(run.words) >= (SPREAD_CHINESE if chinese else SPREAD)
    return enough and all(len(word.text) == 1 and word.text.isalpha() for word in run.words)


def _is_beside_sender(run: Run, line: Sequence[Run]) -> bool:
    """Tell whether a title ends a line at whose other edge the sender stands, as on a German letter."""
    before = [each for each in line if each is not run]
    named = any(companies.find(each.text) for each in before)
    return named and all(each.box.x1 + FAR * run.box.height < run.box.x0 for each in before)


def _named(text: str) -> Kind | None:
    """Return the kind that a line names, without the remark behind it: but for one that says a change."""
    kind = kind_of_title(REMARK.sub("", text))
    changes = kind in ORDERING_KINDS and kind_of_title(text) is Kind.CHANGE_ORDER
    return Kind.CHANGE_ORDER if changes else kind


@kept
def _lines(page: Page) -> tuple[Line, ...]:
    """Return the lines at the top of a page as `_found` yields them."""
    return tuple(_found(page))


def _found(page: Page) -> Iterator[Line]:
    """Yield the lines at the top of a page: those that name a kind, and those that stand alone."""
    heights = sorted(word.box.height for word in page.words)
    usual = heights[len(heights) // 2] if heights else 1.0
    boxed = ticked_kinds.has_options(page)
    for at, line in enumerate(rows_of(page.words)):
        runs = [
            part for run in split_line(page, line, TITLE_GAP) for part in ticked_kinds.said(run, boxed=boxed)
        ]
        for run in runs:
            if not page.synthetic and run.box.top > TOP * page.height:
                return
            kind = _named(run.text.rstrip(" :："))
            if kind is Kind.OTHER and NUMBER_LABEL.search(run.text):
                kind = None  # the number of an inquiry, which the order follows
            others = (each for each in runs if each is not run)
            others = (each for each in others if kind is None or not EDITION.fullmatch(each.text))
            alone = all(kind_of_title(each.text) is kind for each in others)
            alone = alone and not run.text.endswith((":", "："))
            if alone and kind is None and captions.heads_column(run, runs):
                alone = doubtful_titles.revokes(run.text)
            alone = alone or (kind is not None and _is_spread(run))
            beside = not alone and kind in ORDERING_KINDS and _is_beside_sender(run, runs)
            alone = alone or beside
            if alone or (kind is not None and run.box.height > LARGE * usual):
                bold = 0.2 if run.words[0].bold else 0.0
                early = EARLY * (1 - run.box.top / max(page.height, 1.0))
                weight = run.box.height / usual + bold + early
                yield Line(kind, run, weight, alone=alone, first=at < FIRST, beside=beside)
