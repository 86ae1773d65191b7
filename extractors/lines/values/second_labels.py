"""Labels of cards that state a figure of the item once more: "New quantity: 12 pc" below "Quantity: 10 pc".

They stand among its own texts, or right below a card whose usual labels are all told. Below the order's
total only one of a quantity, a price or what is cancelled is of an item: "Approved: 4711" is not.
"""

from collections.abc import Iterator, Sequence

from extractors.header import summaries
from extractors.header.sums.totals import FINAL
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.values.second_figures import COUNTED, PRICED
from extractors.lines.values.second_names import NOW, UNDONE, names, names_price, tells_other
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LABELLED = late(r"(?P<label>[^:：]{1,40})[:：]\s*(?P<value>\S.{0,40})")
LONGEST = 40
NONZERO = late(r"[1-9]")
OF_ROLES = {Role.QUANTITY: COUNTED, Role.PRICE: PRICED}
Said = tuple[str, str]


def told(items: Sequence[Item], runs: Sequence[Run]) -> list[list[Said]]:
    """Return of each item the labels of second figures and what stands behind them."""
    found: list[list[Said]] = [list(_own(item)) for item in items]
    for run in runs:
        said = next(iter(_labelled([run], runs)), None)
        for at in _places(run, items, _sums(runs, said[0])) if said is not None else ():
            found[at] += [said] if said is not None else []
    return found


def doubled(item: Item) -> frozenset[str]:
    """Return what a card states twice and otherwise, once behind a label of what holds now."""
    twice = (_stated(item, role, names) for role, names in OF_ROLES.items())
    return frozenset(name for names in twice for name in names)


def _stated(item: Item, role: Role, names: Sequence[str]) -> Sequence[str]:
    texts = item.texts.get(role, ())
    now = any(text.heading is not None and NOW.search(text.heading.text) for text in texts)
    return names if now and len({text.printed for text in texts}) > 1 else ()


def discounted(item: Item) -> frozenset[str]:
    """Return price and amount where a discount is labelled in a card that has no price before it.

    Whether it is to be taken off the price that stands there is for a person to read.
    """
    texts = item.texts.get(Role.DISCOUNT, ())
    off = any(NONZERO.search(text.printed) for text in texts if text.heading and text.heading.text)
    before = Role.LIST_PRICE in item.texts or len(item.texts.get(Role.PRICE, ())) > 1
    return frozenset(PRICED) if off and not before else frozenset()


def _own(item: Item) -> Iterator[Said]:
    texts = (each for role in item.texts.values() for each in role)
    yield from ((each.heading.text, each.printed) for each in texts if each.heading and each.heading.text)
    yield from _labelled(item.notes, item.notes)


def _labelled(runs: Sequence[Run], beside: Sequence[Run]) -> Iterator[Said]:
    """Yield the labels of second figures with their values, behind a colon or at their right."""
    for run in runs:
        said = LABELLED.fullmatch(run.text.strip())
        label = said["label"] if said is not None else run.text.strip(" :：")
        if len(label) <= LONGEST and tells_other(label):
            value = said["value"] if said is not None else _right_of(run, beside)
            yield from [(label, value)] if value else []


def _right_of(run: Run, runs: Sequence[Run]) -> str:
    """Return what stands at the right of a label on its line."""
    box = run.box
    level = [each for each in runs if each.page is run.page and box.top < each.box.middle < box.bottom]
    return min((each for each in level if each.box.x0 >= box.x1), key=_left, default=run).text.replace(
        run.text, ""
    )


def _left(run: Run) -> float:
    return run.box.x0


def _sums(runs: Sequence[Run], label: str) -> list[Run]:
    """Return the totals below which a label is of the whole order: none where it speaks of an item's own."""
    if names_price(label) or names(label, "quantity") or UNDONE.search(label):
        return []
    named = ((run, summaries.recognise(run.text)) for run in runs)
    return [run for run, summary in named if summary is not None and summary.kind in FINAL]


def _places(run: Run, items: Sequence[Item], sums: Sequence[Run]) -> list[int]:
    """Return the items that a text may be of: the one it stands in, or the last one above it and no total."""
    spots = [(at, item.row) for at, item in enumerate(items) if item.row.page is run.page]
    inside = [at for at, row in spots if row.box.top <= run.box.middle <= row.box.bottom]
    if inside:
        return inside
    above = [(row.box.bottom, at) for at, row in spots if row.box.bottom <= run.box.middle]
    last = max((bottom for bottom, _ in above), default=run.box.top)
    if any(each.page is run.page and last <= each.box.middle < run.box.top for each in sums):
        return []
    return [at for bottom, at in above if bottom == last]
