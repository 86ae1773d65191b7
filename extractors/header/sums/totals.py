"""The totals of a document: net, tax, gross, in figures and in words."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import capitals, money, numbers, payment, tax
from extractors.fields.money import Money
from extractors.fields.numbers import Notation
from extractors.header import summaries, worded_sums
from extractors.header.summaries import SummaryLabel
from extractors.header.sums import chosen_sums
from extractors.header.sums.chosen_sums import MONEY
from extractors.late import late
from extractors.lines.columns.sum_rows import SummaryRow
from extractors.lines.item_table import NUMBER
from extractors.page.blocks import Block, PageBlocks
from extractors.page.runs import Run
from extractors.page.spread_labels import closed_up
from extractors.vocabulary.meanings import Summary

FINAL = frozenset({Summary.GROSS, Summary.TOTAL, Summary.NET})
"""What may be the last total of an order."""
NEXT = 2.5
"""The next row is no further below than so many heights of the label's letters."""
REMARK = late(r"\s*[(（][^()（）]*[)）]\s*[。.]?$|[。.]$")
"""What may stand behind an amount in words: the amount in figures, or whether it holds the tax."""
TAXED = late(
    r"(?:\s+net(?:to)?)?[,，]?\s+(?:zzgl|zuzüglich|exkl|inkl|excl|incl|plus|without|with)\b\.?\s.*$|\s+net(?:to)?$"
    r"|\s*[(（](?:大写)?\s*[:：]?\s*[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{4,}[)）]\s*[。.]?$"
    r"|\s*[(（][^()（）]*(?:[税稅]|steuer\b|\b(?:VAT|tax|GST|MwSt|USt|TVA|IVA)\b)[^()（）]*[)）]\s*[。.]?$",
    re.IGNORECASE,
)
"""What is said of the tax behind a sum: "94.327,82 € zzgl. MwSt.", 元整（含税，税率13%）; or it in words."""
BY_BASIS = {True: Summary.GROSS, False: Summary.NET, None: Summary.TOTAL}
"""What a sum is, by what is said of the tax beside it."""
COUNT = late(r"\d{1,4}\s?(?:[行项条笔种件个]|lines?|items?|rows?|pos(?:itions?|itionen|\.)?)?", re.IGNORECASE)
SUM = late(r"\d[.,]\d{2}(?!\d)")
TWO = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A summary as printed: its label, and the text of its value (`run.text[start:end]`)."""

    label: SummaryLabel
    run: Run
    start: int
    end: int

    @property
    def text(self) -> str:
        """The printed value."""
        return self.run.text[self.start : self.end].strip()


@dataclass(frozen=True, slots=True)
class Total:
    """A total that was read: what it is, its value, and where it stands."""

    kind: Summary
    value: Decimal
    printed: Printed
    money: Money | None = None


def in_row(summary: SummaryRow) -> Iterator[Printed]:
    """Yield the values of a summary row of the table: its last number, and the words if it has them."""
    captioned = _captioned(summary.row.runs) or _stacked(summary)
    if captioned:
        yield from captioned
        return
    label, run = _uncounted(_rated(summary), summary), summary.run
    listed = list(_several(run)) if label.rest else []
    yield from listed
    worded = label.rest and not is_value(label.kind, label.rest) and is_value(Summary.WORDS, label.rest)
    if label.rest and not listed:
        start = run.text.rindex(label.rest)
        named = replace(label, kind=Summary.WORDS) if worded else label
        yield Printed(named, run, start, start + len(label.rest))
    kinds = [label.kind] if not label.rest or worded else []
    kinds += [_with_tax(run.text)] if label.kind is Summary.WORDS else []
    others = [each for each in summary.row.runs if each is not run and each.box.x0 >= run.box.x0]
    for each in [] if label.rest else others:
        yield from _in_both(each, label, each.text)
    for kind in kinds:
        values = [each for each in others if is_value(kind, each.text)]
        if values:
            last = max(values, key=lambda each: each.box.x1)
            yield Printed(replace(label, kind=kind), last, 0, len(last.text))
    for each in others:
        several = list(_several(each))
        yield from several or _labelled(each)


def _uncounted(label: SummaryLabel, summary: SummaryRow) -> SummaryLabel:
    """Return a label without the count of lines behind it where a sum stands in its row: "Total: 5 38.60"."""
    sums = any(SUM.search(run.text) for run in summary.row.runs if run is not summary.run)
    return replace(label, rest="") if sums and COUNT.fullmatch(label.rest) else label


def _captioned(runs: Sequence[Run]) -> list[Printed]:
    """Return the sums of a row in which captions and values take turns: net 9.00, tax 1.17, total 10.17."""
    line = closed_up(sorted(runs, key=lambda run: run.box.x0))
    labels = [summaries.recognise(run.text) for run in line]
    starts = [at for at, label in enumerate(labels) if label is not None]
    if len(starts) < TWO or starts[0] > 0:
        return []
    found = []
    for at, end in itertools.pairwise([*starts, len(line)]):
        own = list(_beside_caption(line[at], labels[at], line[at + 1 : end]))
        if not own:
            return []
        found += own
    return found


def _stacked(summary: SummaryRow) -> list[Printed]:
    """Return the sums one above the other whose names share the caption of the row."""
    values = [run for run in summary.row.runs if NUMBER.match(run.text)]
    found = chosen_sums.stacked(summary.run, values)
    return [Printed(label, run, 0, len(run.text)) for label, run in found]


def _beside_caption(run: Run, label: SummaryLabel | None, behind: Sequence[Run]) -> Iterator[Printed]:
    """Yield the value of a caption, in its own text or the last one before the next caption."""
    if label is None or label.rest:
        yield from list(_several(run)) or _labelled(run)
        return
    values = [each for each in behind if is_value(label.kind, each.text)]
    if values:
        yield Printed(label, values[-1], 0, len(values[-1].text))


def _with_tax(label: str) -> Summary:
    """Return what the figures beside a label for words sum up: 合计（人民币，含13%专票）."""
    said = tax.statement(label)
    return BY_BASIS[None if said is None else said.included]


def _rated(summary: SummaryRow) -> SummaryLabel:
    """Return the label of a row, with the rate of its tax where that stands apart: "Sales tax", "20%"."""
    label = summary.label
    if label.kind is not Summary.TAX or label.rate is not None:
        return label
    beside = (run.text.rstrip(" :：") for run in summary.row.runs if "%" in run.text)
    rates = [rate for text in beside if (rate := tax.rate(text)) is not None]
    return replace(label, rate=rates[0]) if len(rates) == 1 else label


def _labelled(run: Run) -> Iterator[Printed]:
    """Yield the value of a text that bears its own label beside the row's: "小写: 1,234.00"."""
    label = summaries.recognise(run.text)
    if label is not None and label.rest and is_value(label.kind, label.rest):
        start = run.text.rindex(label.rest)
        yield Printed(label, run, start, start + len(label.rest))


def under(summary: SummaryRow, runs: Sequence[Run]) -> Iterator[Printed]:
    """Yield the value of a summary row that has none in its own line: alone on the next line."""
    if any(in_row(summary)):
        return
    label, box = summary.run, summary.row.box
    near = [
        run
        for run in runs
        if run.page is label.page and 0 < run.box.middle - box.bottom < NEXT * label.box.height
    ]
    top = min((run.box.middle for run in near), default=0.0)
    line = list({run.box: run for run in near if run.box.top < top}.values())
    if len(line) == 1 and is_value(summary.label.kind, line[0].text):
        yield Printed(summary.label, line[0], 0, len(line[0].text))
    elif len(line) > 1:
        yield from _one_above_other(summary.row.runs, line)


def _one_above_other(above: Sequence[Run], below: Sequence[Run]) -> Iterator[Printed]:
    """Yield the sums of a line of captions (sub-total, tax, total) with a line of amounts below it."""
    captions, values = (sorted(runs, key=lambda run: run.box.x0) for runs in (above, below))
    if len(captions) != len(values):
        return
    labels = [summaries.recognise(caption.text) for caption in captions]
    known = [label for label in labels if label is not None and not label.rest]
    if 2 * len(known) <= len(labels) or not all(MONEY.search(value.text) for value in values):
        return
    for label, value in zip(labels, values, strict=True):
        if label is not None and not label.rest and is_value(label.kind, value.text):
            yield Printed(label, value, 0, len(value.text))


def _in_both(run: Run, label: SummaryLabel, text: str) -> Iterator[Printed]:
    """Yield a sum in words and in figures, where the text beside its label is nothing but both."""
    found = worded_sums.spans(text)
    if found is not None:
        at = run.text.rindex(text)
        kind = _with_tax(run.text) if label.kind is Summary.WORDS else label.kind
        for each, (start, end) in zip((Summary.WORDS, kind), found, strict=True):
            yield Printed(replace(label, kind=each, rest=""), run, at + start, at + end)


def _several(run: Run) -> Iterator[Printed]:
    """Yield the summaries of a text that states several: in words and in figures."""
    segments = summaries.segments(run.text)
    label = None if segments else summaries.recognise(run.text)
    if label is not None and label.rest:
        yield from _in_both(run, label, label.rest)
    for start, end in segments:
        said = run.text[start:end].strip()
        label = summaries.recognise(said) or summaries.in_figures(said)
        if label is not None and label.rest and is_value(label.kind, label.rest):
            begin = run.text.index(label.rest, start)
            yield Printed(label, run, begin, begin + len(label.rest))


def is_value(kind: Summary, text: str) -> bool:
    """Tell whether a text is what such a sum has: an amount in figures, or in words."""
    if kind is Summary.WORDS:
        return capitals.parse(REMARK.sub("", text)) is not None or capitals.parse_english(text) is not None
    return bool(NUMBER.match(money.unbracketed(TAXED.sub("", text)))) and not text.rstrip().endswith(
        ("%", "％")
    )


def in_blocks(blocks: PageBlocks) -> Iterator[Printed]:
    """Yield the summaries that stand outside the item table."""
    for block in blocks.blocks:
        for at, run in enumerate(block.lines):
            if any(map(str.isdigit, run.text)) and payment.parse(run.text) is not None:
                continue  # "Net 60" is no sum; "Total (CAD)" is one, and no cash against documents
            several = list(_several(run))
            yield from several
            label = summaries.recognise(run.text) if not several else None
            if label is not None:
                found = _beside(blocks, block, at, label)
                if found is not None:
                    yield found
                    yield from _in_figures(blocks, block, found)


def _beside(blocks: PageBlocks, block: Block, at: int, label: SummaryLabel) -> Printed | None:
    run = block.lines[at]
    if label.rest:
        start = run.text.rindex(label.rest)
        end = start + len(label.rest)
        return Printed(label, run, start, end) if is_value(label.kind, label.rest) else None
    inside = block.lines[at + 1] if block.cell is not None and at + 1 < len(block.lines) else None
    if inside is not None and at == 0 and is_value(label.kind, inside.text):
        return Printed(label, inside, 0, len(inside.text))
    values = [each for each in _to_the_right(blocks, block) if is_value(label.kind, each.text)]
    value = values[0] if len(values) == 1 else chosen_sums.chosen(blocks, values)
    if not values:
        value = _beneath(blocks, block, label)
    return Printed(label, value, 0, len(value.text)) if value is not None else None


def _in_figures(blocks: PageBlocks, block: Block, words: Printed) -> Iterator[Printed]:
    """Yield the sum in figures at the right of the one in words, which bears the label of both."""
    right = blocks.right_of(block) if words.label.kind is Summary.WORDS and words.label.rest else None
    if right is not None and len(right.lines) == 1 and MONEY.search(right.text):
        label = replace(words.label, kind=_with_tax(words.run.text), rest="")
        if is_value(label.kind, right.text):
            yield Printed(label, right.lines[0], 0, len(right.text))


def _beneath(blocks: PageBlocks, block: Block, label: SummaryLabel) -> Run | None:
    """Return the value under a label that has none at its right; what heads a column is no total."""
    below = blocks.below(block)
    value = below.lines[0] if below is not None and len(below.lines) == 1 else None
    if below is None or value is None or not MONEY.search(value.text) or not is_value(label.kind, value.text):
        return None
    further = blocks.below(below)
    return None if further is not None and NUMBER.match(further.lines[0].text) else value


def _to_the_right(blocks: PageBlocks, block: Block) -> Iterator[Run]:
    """Yield what stands at the right of a caption, up to the next one that has values before it."""
    right, figures = blocks.right_of(block), False
    while right is not None and not (figures and _is_caption(right.lines[0])):
        figures = figures or any(NUMBER.match(run.text) for run in right.lines)
        yield from right.lines
        right = blocks.right_of(right)


def _is_caption(run: Run) -> bool:
    label = summaries.recognise(run.text)
    return label is not None and not label.rest


def read(printed: Sequence[Printed], notation: Notation | None) -> tuple[Total, ...]:
    """Return the totals whose value can be read under a notation."""
    return tuple(total for each in printed if (total := _read(each, notation)) is not None)


def _read(printed: Printed, notation: Notation | None) -> Total | None:
    kind = printed.label.kind
    if kind is Summary.WORDS:
        spelled = capitals.parse(REMARK.sub("", printed.text))
        if spelled is None:
            english = capitals.parse_english(printed.text)
            spelled = english[0] if english else None
        return None if spelled is None else Total(kind, spelled, printed)
    found = money.parse(TAXED.sub("", printed.text))
    value = numbers.read(found.number_text, notation) if found else None
    if found is None or value is None:
        return None
    return Total(kind, value * found.multiplier, printed, found)
