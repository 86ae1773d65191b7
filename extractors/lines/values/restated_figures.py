"""A card that states its price or quantity once more, and otherwise: "Unit price: 30.00", "Net price: 24.00".

So does a discount behind its label that is not read as a rate: "Discount: 5 + 3 %". Which of the two holds is
for a person to read. A price of former times, of a list, with the tax, or for a pack is another thing.
"""

from collections.abc import Iterator, Sequence

from extractors.fields.text import level
from extractors.header import summaries
from extractors.header.sums.totals import FINAL
from extractors.late import late
from extractors.lines.composed_headings import says
from extractors.lines.item import NOTHING, Item
from extractors.lines.values import second_figures, second_names
from extractors.lines.values.line_numbers import LineNumbers
from extractors.lines.values.second_figures import COUNTED, PRICED
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LABELLED = late(r"(?P<label>[^:：]{1,40})[:：]\s*(?P<value>\S.{0,40})")
ZERO = late(r"[-–+]?0+(?:[.,]0+)?\s*%?")
NEAR = 4
"""A label of a card stands within so many heights of a line below it."""
STATING = (Role.PRICE, Role.QUANTITY)
_Said = tuple[str, str]


def contradicted(
    items: Sequence[Item], numbers: Sequence[LineNumbers], runs: Sequence[Run]
) -> list[frozenset[str]]:
    """Return of each card what it states otherwise behind a further label."""
    pairs = zip(items, numbers, _labels(items, runs), strict=True)
    return [
        frozenset(name for label, value in said for name in _against(level(label), value, item, own))
        for item, own, said in pairs
    ]


def _labels(items: Sequence[Item], runs: Sequence[Run]) -> list[list[_Said]]:
    found = [list(_own(item)) for item in items]
    matches = [(run, said) for run in runs if (said := LABELLED.fullmatch(run.text.strip())) is not None]
    sums = [run for run in runs if _is_sum(run)]
    for run, said in matches:
        for at in _nearest(run, items, sums):
            found[at].append((said["label"], said["value"]))
    return found


def _own(item: Item) -> Iterator[_Said]:
    texts = (each for role in STATING for each in item.texts.get(role, ()))
    yield from ((each.heading.text, each.printed) for each in texts if each.heading and each.heading.text)
    told = (LABELLED.fullmatch(run.text.strip()) for run in item.notes)
    yield from ((each["label"], each["value"]) for each in told if each is not None)


def _is_sum(run: Run) -> bool:
    label = summaries.recognise(run.text)
    return label is not None and label.kind in FINAL


def _nearest(run: Run, items: Sequence[Item], sums: Sequence[Run]) -> list[int]:
    """Return the card that a label stands right below, with no total between."""
    above = [(item.row.box.bottom, at) for at, item in enumerate(items) if item.row.page is run.page]
    above = [each for each in above if each[0] <= run.box.middle]
    if not above:
        return []
    bottom, at = max(above)
    parted = any(each.page is run.page and bottom <= each.box.middle <= run.box.middle for each in sums)
    return [at] if run.box.top - bottom <= NEAR * run.box.height and not parted else []


def _against(label: str, value: str, item: Item, own: LineNumbers) -> Iterator[str]:
    label = second_names.FIGURE.sub(" ", label)
    if says(label, "discounting") and not second_names.names_price(label):
        yield from PRICED if _takes_off(label, value, item) else ()
    elif not _is_elsewhere(label) and not second_names.tells_other(label):
        yield from _figures(label, value, item, own)


def _is_elsewhere(label: str) -> bool:
    """Tell whether a label is of another figure than what is ordered: a former price, a stock, a pack."""
    off = says(label, "discounting") or second_names.CALLED.search(label) is not None
    aside = not off and second_names.ASIDE.search(label) is not None
    return aside or second_names.ELSEWHERE.search(label) is not None


def _figures(label: str, value: str, item: Item, own: LineNumbers) -> Iterator[str]:
    if second_names.names_price(label) or second_names.PRICE_WORD.search(label):
        explained = Role.DISCOUNT in item.texts and own.closes is True
        yield from PRICED if not explained and second_figures.differs(own.price, value) else ()
    elif second_names.names(label, "quantity") or second_names.PIECES.search(label):
        yield from COUNTED if second_figures.differs(own.quantity, value) else ()


def _takes_off(label: str, value: str, item: Item) -> bool:
    """Tell whether a label of discounts has another one behind it than naught, and no price stands before."""
    if second_names.PAYING.search(label) or _has_price_before(item):
        return False
    said = value.strip()
    nothing = said in NOTHING or second_names.UNCHANGED.fullmatch(said) or ZERO.fullmatch(said)
    return not nothing and second_names.TAKEN_OFF.search(said) is None


def _has_price_before(item: Item) -> bool:
    return Role.LIST_PRICE in item.texts or len(item.texts.get(Role.PRICE, ())) > 1
