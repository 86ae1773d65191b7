"""A case as its page shows it: why it is here, causes, lines side by side, what is open."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from models.case import CaseDetail
from models.comparison import Cause, Check, Comparison, Outcome, Severity, Verdict
from models.quotation import Quotation, QuotationItem
from models.reading import HEADER_FIELDS, Header, Problem, stated
from models.snapshot import is_old
from review import belonging_view, display, headline, sentences, values
from review.belonging_view import BelongingView
from review.line_view import LineView, lines
from review.spots import place_name
from review.values import Value
from review.vocabulary import COLUMNS
from review.words import say, word

_NOTHING_COMPARED = Comparison(Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class CauseView:
    """One cause for several differences, and the values it explains, as pairs of label and anchor."""

    text: str
    explains: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A note of the comparison, or something that the document leaves open."""

    severity: str
    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A check that could not be made, with the reason, for all lines it concerns."""

    name: str
    why: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """A quoted item that was not ordered."""

    item: str
    part: str
    description: str
    quantity: str
    price: str
    open: bool
    why: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that the page of a case says, in words."""

    headline: str
    effect: str
    banner: tuple[tuple[str, str], ...]
    causes: tuple[CauseView, ...]
    lines: tuple[LineView, ...]
    header: tuple[Value, ...]
    not_ordered: tuple[ItemView, ...]
    unchecked: tuple[Unchecked, ...]
    remarks: tuple[Remark, ...]
    compared: bool
    belonging: BelongingView

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that any of the lines has something in."""
        return tuple(each for each in COLUMNS if any(line.cells[each] for line in self.lines))

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value of the page, the header's first."""
        return (*self.header, *(value for line in self.lines for value in line.values))


def view(lang: str, case: CaseDetail) -> CaseView:
    """Return what the page of a case says."""
    comparison = case.comparison or _NOTHING_COMPARED
    reading = case.extraction.reading if case.extraction else None
    checks = [each for each in comparison.checks if each.line is None and each.quote_item is None]
    header = values.values(
        lang, "h", dict(stated(reading.header if reading else Header())), checks, HEADER_FIELDS
    )
    header = belonging_view.quieted(case, header)
    rows = lines(lang, reading.lines if reading else (), comparison)
    rows = belonging_view.marked(lang, case, rows)
    unsure = sum(value.unsure for value in (*header, *(each for line in rows for each in line.values)))
    return CaseView(
        headline=headline.headline(lang, case),
        effect=headline.effect_in_words(lang, case),
        banner=tuple(sentences.banner(lang, comparison, unsure)),
        causes=tuple(_cause(lang, each, comparison.checks) for each in comparison.causes),
        lines=rows,
        header=header,
        not_ordered=tuple(_not_ordered(lang, comparison.checks, case.quotation)),
        unchecked=_unchecked(lang, comparison.checks),
        remarks=(
            *_basis(lang, case),
            *_notes(lang, comparison),
            *_problems(lang, reading.problems if reading else ()),
        ),
        compared=bool(comparison.checks),
        belonging=belonging_view.view(lang, case),
    )


def _basis(lang: str, case: CaseDetail) -> Iterator[Remark]:
    """Yield that the quotations were old when the case was held against them."""
    held, then = case.snapshot, case.compared_at
    if held is not None and then is not None and is_old(held, then):
        taken = display.moment(held.taken_at, then.astimezone())
        text = say(
            lang,
            "basis.old_then",
            age=display.age(lang, held.taken_at, then),
            moment=taken,
            name=held.name,
        )
        yield Remark(Severity.MINOR.value, text)


def linked(shown: CaseView, spots: Collection[str]) -> CaseView:
    """Return the view without the links to boxes that are not on the pages."""
    return replace(
        shown,
        header=tuple(values.linked(each, spots) for each in shown.header),
        lines=tuple(_linked_line(each, spots) for each in shown.lines),
    )


def _linked_line(line: LineView, spots: Collection[str]) -> LineView:
    cells = {
        column: tuple(values.linked(each, spots) for each in found) for column, found in line.cells.items()
    }
    return replace(line, cells=cells, values=tuple(values.linked(each, spots) for each in line.values))


def _cause(lang: str, found: Cause, checks: tuple[Check, ...]) -> CauseView:
    explained = (checks[index] for index in found.explains)
    links = tuple((place_name(lang, each.line, each.field), _anchor(each)) for each in explained)
    return CauseView(sentences.cause(lang, found), links)


def _anchor(check: Check) -> str:
    return f"{check.line or 'h'}-{check.field}"


def _not_ordered(lang: str, checks: Iterable[Check], quotation: Quotation | None) -> Iterator[ItemView]:
    items = {each.item: each for each in quotation.items} if quotation else {}
    for check in checks:
        if check.line is None and check.quote_item is not None and check.outcome is Outcome.MISSING:
            item = items.get(check.quote_item, QuotationItem(check.quote_item, part_number=check.quotation))
            yield ItemView(
                item=item.item,
                part=item.part_number or item.local_part_number or item.drawing_number or "",
                description=item.description or "",
                quantity=_quantity(item),
                price=display.money(item.price, item.currency),
                open=check.severity is not Severity.INFO,
                why=sentences.why(lang, check),
            )


def _quantity(item: QuotationItem) -> str:
    number = "" if item.quantity is None else display.decimal(item.quantity)
    return f"{number} {item.unit or ''}".strip()


def _unchecked(lang: str, checks: Iterable[Check]) -> tuple[Unchecked, ...]:
    found: dict[tuple[str, str], list[int]] = {}
    for check in checks:
        if check.outcome is Outcome.NOT_CHECKED:
            key = (word(lang, "check", check.code), sentences.why(lang, check))
            found.setdefault(key, []).extend([check.line] if check.line else [])
    return tuple(Unchecked(name, why, tuple(numbers)) for (name, why), numbers in found.items())


def _notes(lang: str, comparison: Comparison) -> Iterator[Remark]:
    for each in comparison.notes:
        yield Remark(each.severity.value, sentences.note(lang, each), each.line)


def _problems(lang: str, problems: Iterable[Problem]) -> Iterator[Remark]:
    for each in problems:
        yield Remark(Severity.MAJOR.value, sentences.problem(lang, each))
