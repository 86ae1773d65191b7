"""Items below a title that says that the buyer supplies them: 以下由甲方提供：, "Free-issue items:".

They are listed and not ordered, or ordered from somebody else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.doubts import supplied_titles
from extractors.lines.item import Item
from extractors.page.runs import Run
from models.reading import Header, OrderLine, Reason, opened

FIGURES = ("quantity", "unit_price", "amount")


def doubted(items: Sequence[Item], lines: Sequence[OrderLine], runs: Sequence[Run]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in the figures of the items below such a title."""
    titles = list(_titles(items, runs))
    if not titles:
        return tuple(lines)
    pairs = zip(items, lines, strict=True)
    return tuple(_opened(line) if _is_below(item, titles) else line for item, line in pairs)


def unsummed(header: Header, items: Sequence[Item], runs: Sequence[Run]) -> Header:
    """Return the header; a total of such items is not sure."""
    titles = list(_titles(items, runs)) if header.total_amount is not None else []
    if header.total_amount is None or not any(_is_below(item, titles) for item in items):
        return header
    return replace(header, total_amount=opened(header.total_amount, Reason.ROLE))


def _titles(items: Sequence[Item], runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the titles; one without "the following" is none above all items: "Installation by others"."""
    notes = [run for item in items for run in item.notes]
    yield from (run for run in (*runs, *notes) if supplied_titles.leads_to_supplied(run.text))
    heads = [run for run in runs if supplied_titles.heads_supplied(run.text)]
    heads += [
        run
        for run in notes
        if run.text.rstrip().endswith((":", "：")) and supplied_titles.heads_supplied(run.text)
    ]
    yield from (run for run in heads if any(not _is_under(item, run) for item in items))


def _is_below(item: Item, titles: Sequence[Run]) -> bool:
    return any(_is_under(item, each) for each in titles)


def _is_under(item: Item, title: Run) -> bool:
    row = item.row
    if title.page is not row.page:
        return title.page.number < row.page.number
    return title.box.middle <= row.box.top


def _opened(line: OrderLine) -> OrderLine:
    fields = {name: getattr(line, name) for name in FIGURES}
    return replace(line, **{name: opened(each, Reason.ROLE) for name, each in fields.items() if each})
