"""What a document is, by its title and by what it holds; never by its file name.

A wrong kind must never hide an order: a document without a telling title that has a table of
ordered items and speaks of ordering is an order.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors import compound_titles, doubtful_titles
from extractors.fields import companies
from extractors.fields.calendar_days import MONTHS
from extractors.kept import kept
from extractors.runs import Run, evidence, rows_of, split_line
from extractors.vocabulary import KINDS
from extractors.vocabulary.keys import key, lexicon
from models.page import Page, SourceDocument
from models.reading import Evidence, Kind

TITLES = lexicon(KINDS)
TOP = 0.45
"""Titles stand in this upper share of the first page."""
MAX_TITLE = 44
FIRST = 8
"""The title of another paper is among so many first lines."""
TITLE_GAP = 2.5
"""Letter-spaced titles have wide gaps."""
CHINESE_END = re.compile(r"[\u4e00-\u9fff]$")
REMARK = re.compile(r"(?<=\S)\s*[(（][^()（）]{1,16}[)）]\s*$")
"""A remark in brackets behind a title (通用版, copy) does not change what it names."""
TAIL = re.compile(r"^(?:no|nr|number|ref|编号|号码|号)?[a-z]{0,6}\d+(?:[a-z]{1,4}\d+)*[a-z]{0,3}$")
"""What may follow a title in its line: the document's number, perhaps with a date."""
LARGE = 1.2
"""A line is a title where it is so much larger than the usual letters, or stands alone on its line."""
ORDERING = re.compile(
    r"订购|采购以下|下单|采购订单|订单号|需方|买方|请确认并安排|purchase order|we (?:hereby )?order"
    r"|please supply|our order|order no|po no|po number|ordered by|order reference"
    r"|\bp\.\s?o\.?\s*(?:no|number|nr|date|#)|\border (?:number|no|date|ref|details)\b"
    r"|bestell(?:ung|-?nr|nummer|datum)"
    r"|(?:following|this|an|our|new|official) order\b|\bpo (?:ref|date|id)\b|注文番号|発注番号"
    r"|\bp\.?o\.?\s*[:#]?\s*\S*\d|订货|采购单|下达.{0,6}订单|以下订单|如下订单",
    re.IGNORECASE,
)
PLACING = re.compile(
    r"订购下列|订购以下|订购如下|采购下列|采购以下|购买以下|we (?:hereby )?(?:order|place)|please supply"
    r"|please book the following|this order is subject|order is placed"
    r"|\bplac(?:e|ing) (?:with you )?(?:our|this) (?:firm |official |purchase |following )*order\b"
    r"|\bpleased to (?:order|place)\b|wir bestellen|bestellen wir|hiermit bestellen",
    re.IGNORECASE,
)
"""Sentences that place an order, also where no table of items was recognised."""
QUOTING = re.compile(
    r"报价有效期|报价单[^，。,]{0,20}已发出|有效期(?:至|为?\s?\d+\s?[天日])"
    r"|valid (?:for \d|until)|validity|we are pleased to (?:quote|offer)",
    re.IGNORECASE,
)
CONTRACTING = re.compile(r"(?<!原)合同(?:编号|号)|\bcontract (?:no|number)\b", re.IGNORECASE)
"""Labels of a contract's own number."""
INVOICING = re.compile(
    r"发票号码|发票代码|invoice\s*(?:no|number|date|#|month|period)|rechnungs-?\s?(?:nr|nummer|datum|betrag)"
    r"|\brechnung\s+(?:nr|no)|amount due|please remit|num[eé]ro de facture|factuur(?:nummer|datum)"
    r"|receipt\s*(?:no|#)",
    re.IGNORECASE,
)
EARLY = 0.3
"""How much more a line weighs for standing at the top of the page than at its end."""
REFERRED = frozenset({Kind.QUOTATION, Kind.INVOICE})
"""Kinds whose numbers orders refer to: "Quotation No. 4711" alone on a line does not make a quotation."""
BEHIND = frozenset(
    (
        "- / no no. nr nr. n° nº num núm número numéro number ref of dated date from del du vom den"
        " page rev rev. revision # and"
    ).split()
)
"""Words between a title, its number and its date."""
BRACKETED = re.compile(r"[(（][^()（）]{1,40}[)）]")
"""A remark between a title and its number: "Gutschrift (selbst ausgestellte Rechnung) Nr. 4711"."""
WHOSE = re.compile(r"^\s+(?:des|der|für)\s+[A-ZÄÖÜ][\w-]+(?=\s.*\d)")
"""Whose paper it is, between a German title and its number: "Rechnung des Versicherers Nr. 4711"."""
LANGUAGES = re.compile(r"\s*[/／|]\s*|(?<=[\u4e00-\u9fff])\s*(?=[A-Z])")
WORD = re.compile(r"[A-Za-z]+")
HEADS = {"order": Kind.PURCHASE_ORDER, "contract": Kind.CONTRACT, "agreement": Kind.CONTRACT}
HEADED = re.compile(
    r"(?:[A-Z][\w&/-]*\s+(?:(?:of|for|and|the)\s+)?){0,4}"
    r"(?P<head>Order|ORDER|Contract|CONTRACT|Agreement|AGREEMENT)"
    r"(?:\s*\([A-Z]+\)|\s+(?:for|of|FOR|OF)\s+[A-Z][\w&/ -]{2,30})?"
)
"""A title in capitals, or with capital letters, that ends with the word for the paper."""
OTHER_PAPER = re.compile(
    r"confirm|acknowledg|response|status|change|amend|cancel|reminder|return|technical|quality"
    r"|disclosure|service level|framework|blanket|our|your",
    re.IGNORECASE,
)
ORDERING_KINDS = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
"""Kinds whose fields are vouched for."""
NAMED = frozenset({Kind.TECHNICAL_AGREEMENT, Kind.FRAMEWORK_AGREEMENT, Kind.OTHER})
NUMBER_LABEL = re.compile(
    r"(?:号|号码|\b(?:no|nr|ref|number)\.?)\s*[:：]|[:：]\s*[A-Za-z]*[-/]?\d|号\s?[A-Z]{0,4}[-/]?\d",
    re.IGNORECASE,
)
"""An order names the numbers of the agreement and the inquiry that it follows."""
NUMBER_WORD = re.compile(
    r"(?:单号|编号|号码|号)\s*[:：]?$|\b(?:no|nr|ref|number|reference|date)\b\.?\s*[:：]?$|#\s*[:：]?$",
    re.IGNORECASE,
)
"""What ends so is the label of a number, and no title: "Offer no." above its number."""
SHORT = 60
"""A line that says what the paper is is short; in a sentence an order may speak of its invoice."""
DRAWING = re.compile(
    r"\b(?:scale|dwg|drawn|sheet size|third angle|title block|tolerances?|projection)\b"
    r"|比例|图样标记|设计|校核|标准化|视图|未注公差",
    re.IGNORECASE,
)


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


def kind_of(
    document: SourceDocument, runs: Sequence[Run], *, has_items: bool
) -> tuple[Kind, Evidence | None]:
    """Return the kind of a document and the line that decided it: its title, else what it speaks of.

    No line decides where one as large says that the paper is no order, or not in force.
    """
    lines = sorted(_lines(document.pages[0]), key=lambda line: -line.weight)
    titles = [Title(line.kind, line.run, line.weight) for line in lines if line.kind is not None]
    firm = [title for title in titles if not _refers(title)]
    kind, spot = _kind(document, runs, titles, firm, has_items=has_items)
    least = max((title.weight for title in firm if not any(map(str.isdigit, title.run.text))), default=0.0)
    doubted = any(_doubts(line, least) for line in lines) or (not least and doubtful_titles.answers(runs))
    doubted = doubted or any(doubtful_titles.is_marked(page.words) for page in document.pages)
    return kind, None if doubted and kind in ORDERING_KINDS else spot


def _doubts(line: Line, least: float) -> bool:
    """Tell whether a line is the title of another paper, or says that the paper is not in force."""
    if line.kind in ORDERING_KINDS or not line.alone:
        return doubtful_titles.revokes(line.run.text)
    strange = line.kind is None and line.first and line.weight >= least
    named = strange and not companies.find(line.run.text) and doubtful_titles.names_another(line.run.text)
    return named or doubtful_titles.revokes(line.run.text)


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
    kind, spot = _by_content(document, runs, has_items=has_items)
    if titles and (spot is None or kind is Kind.QUOTATION):
        return titles[0].kind, evidence(titles[0].run)
    return kind, spot


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


@kept
def _lines(page: Page) -> tuple[Line, ...]:
    """Return the lines at the top of a page as `_found` yields them."""
    return tuple(_found(page))


def _found(page: Page) -> Iterator[Line]:
    """Yield the lines at the top of a page: those that name a kind, and those that stand alone."""
    heights = sorted(word.box.height for word in page.words)
    usual = heights[len(heights) // 2] if heights else 1.0
    for at, line in enumerate(rows_of(page.words)):
        runs = split_line(page, line, TITLE_GAP)
        for run in runs:
            if not page.synthetic and run.box.top > TOP * page.height:
                return
            kind = kind_of_title(REMARK.sub("", run.text.rstrip(" :：")))
            if kind is Kind.OTHER and NUMBER_LABEL.search(run.text):
                kind = None  # the number of an inquiry, which the order follows
            alone = (
                len(runs) == 1 or all(kind_of_title(each.text) is kind for each in runs)
            ) and not run.text.endswith((":", "："))
            if alone or (kind is not None and run.box.height > LARGE * usual):
                bold = 0.2 if run.words[0].bold else 0.0
                early = EARLY * (1 - run.box.top / max(page.height, 1.0))
                yield Line(kind, run, run.box.height / usual + bold + early, alone=alone, first=at < FIRST)


@functools.lru_cache(maxsize=8192)
def kind_of_title(text: str) -> Kind | None:
    """Return the kind a line names: one or two titles (two languages), perhaps with a number."""
    whole = key(text)
    if not whole or len(whole) > MAX_TITLE:
        return _leading(text) if whole and len(text) <= 2 * MAX_TITLE else None
    tokens, covered = TITLES.tokens(whole)
    cut = (
        covered < len(whole) and whole[covered - 1 : covered + 1].isascii() and not _word_ends(text, covered)
    )
    if not tokens or cut or (whole[covered:] and not TAIL.match(whole[covered:])):
        return _ending(whole) or _leading(text) or _headed(text) or _in_two(text)
    kinds = [kind for token in tokens for kind in token.meanings]
    return min(kinds, key=list(KINDS).index)


def _ending(whole: str) -> Kind | None:
    """Return the kind of a Chinese title that ends with its kind (某某公司机械密封采购合同)."""
    if len(whole) > 24 or not CHINESE_END.search(whole):
        return None
    endings = (whole[-length:] for length in range(len(whole), 1, -1))
    meanings = next((found for ending in endings if (found := TITLES.of(ending))), frozenset())
    return min(meanings, key=list(KINDS).index, default=None)


def _word_ends(text: str, covered: int) -> bool:
    """Tell whether a word of a text ends where so many characters of its key do."""
    return any(len(key(text[: end.end()])) == covered for end in WORD.finditer(text))


def _leading(text: str) -> Kind | None:
    """Return the kind of a title that its number and date follow ("Purchase order 45-1 dated 3 May 2026")."""
    for end in reversed([match.end() for match in WORD.finditer(text)]):
        whole = key(text[:end])
        tokens, covered = TITLES.tokens(whole)
        if tokens and covered == len(whole):
            kinds = [kind for token in tokens for kind in token.meanings]
            return min(kinds, key=list(KINDS).index) if _is_numbering(text[end:]) else None
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return compound_titles.kind_of(word) if _is_numbering(text[len(word) :]) else None


def _is_numbering(text: str) -> bool:
    """Tell whether nothing but a number and a date follows a title."""
    bare = WHOSE.sub(" ", BRACKETED.sub(" ", text))
    rest = (each for each in re.split(r"[\s,;:()]+", bare.casefold()) if each)
    return all(any(map(str.isdigit, each)) or each in BEHIND or each.rstrip(".") in MONTHS for each in rest)


def _in_two(text: str) -> Kind | None:
    """Return the kind of a title in two languages of which one is known (购货合同 PURCHASE CONTRACT)."""
    parts = LANGUAGES.split(text)
    kinds = [kind_of_title(part) for part in parts] if len(parts) > 1 else []
    return next((kind for kind in kinds if kind is not None), None)


def _headed(text: str) -> Kind | None:
    """Return the kind of an English title by its last word ("Local Purchase Order (LPO)")."""
    head = HEADED.fullmatch(text.strip())
    return HEADS[head["head"].casefold()] if head is not None and not OTHER_PAPER.search(text) else None


def _says(run: Run, kind: Kind) -> bool:
    return kind is not Kind.INVOICE or len(run.text) < SHORT


def _by_content(
    document: SourceDocument, runs: Sequence[Run], *, has_items: bool
) -> tuple[Kind, Evidence | None]:
    for pattern, kind in (
        (INVOICING, Kind.INVOICE),
        (ORDERING, Kind.PURCHASE_ORDER),
        (CONTRACTING, Kind.CONTRACT),
        (QUOTING, Kind.QUOTATION),
    ):
        deciding = [run for run in runs if pattern.search(run.text) and _says(run, kind)]
        if kind is Kind.INVOICE and len(deciding) == 1 and any(ORDERING.search(run.text) for run in runs):
            continue
        if deciding and (has_items or (kind is Kind.INVOICE and len(deciding) > 1)):
            return kind, evidence(deciding[0])
    said = next((run for run in runs if PLACING.search(run.text)), None)
    if said is not None:
        return Kind.PURCHASE_ORDER, evidence(said)
    words = sum(len(page.words) for page in document.pages)
    drawn = next((run for run in runs if DRAWING.search(run.text)), None)
    if drawn is not None and words < 400 and not has_items:
        return Kind.DRAWING, evidence(drawn)
    lines = sum(len(page.rulings) for page in document.pages)
    if not has_items and words < 60 and lines > words / 3:
        return Kind.DRAWING, None
    return (Kind.PURCHASE_ORDER, None) if has_items else (Kind.OTHER, None)
