"""The items of a composed paper in HTML: tables, cards, and lines in storeys."""

# ruff: noqa: E501 - a piece of markup stays a line, and a shape of a table one function

from collections.abc import Sequence
from typing import TypeVar

from bench.layouts.broad.speech import Column, Pair, Paper
from bench.layouts.broad.style import Style
from bench.layouts.broad.worded import entries, sentence
from bench.layouts.markup import text

Thing = TypeVar("Thing")
NAMING = ("number", "part", "only part", "customer part", "description", "name", "size")
"""What stands on the first line of an item of three."""


def lined(label: str) -> str:
    """Return a label with the breaks of its lines."""
    return text(label).replace("\n", "<br>")


def flat(label: str) -> str:
    """Return a label in one line."""
    return text(label).replace("\n", " ")


def rows_of(cells: Sequence[str], wide: int, empty: str) -> str:
    """Return rows of so many cells."""
    return "".join(f"<tr>{''.join(each)}{empty * (wide - len(each))}</tr>" for each in by(cells, wide))


def by(things: Sequence[Thing], count: int) -> list[Sequence[Thing]]:
    """Return things in groups of `count`."""
    return [things[at : at + count] for at in range(0, len(things), count)]


def items(style: Style, paper: Paper) -> str:
    """Return the items in the shape of the layout."""
    if style.items == "worded":
        return "".join(f"<p>{text(sentence(style, paper, at))}</p>" for at in range(paper.count))
    if style.items in {"cards", "keyed"}:
        return "".join(_card(style, entries(paper, at)) for at in range(paper.count))
    if style.items == "storeys":
        return _storeys(paper)
    if style.items == "three":
        return _three(style, paper)
    head = _head(paper.columns)
    rows = "".join(_row(style, paper, at) for at in range(paper.count))
    rows += "".join(f"<tr>{'<td>&nbsp;</td>' * len(paper.columns)}</tr>" for _ in range(style.empty_rows))
    foot = ""
    if style.totals == "row":
        span = max(1, len(paper.columns) - 2)
        foot = "".join(
            f"<tr><td colspan={span}>{flat(label)}</td><td colspan=2 class=right>{text(value)}</td></tr>"
            for label, value in paper.sums
        )
    return f"<table class=items><thead>{head}</thead><tbody>{rows}{foot}</tbody></table>"


def _head(columns: Sequence[Column]) -> str:
    if not any(each.over for each in columns):
        return (
            "<tr>"
            + "".join(f"<th{' class=right' * each.right}>{lined(each.head)}</th>" for each in columns)
            + "</tr>"
        )
    first = second = ""
    for at, each in enumerate(columns):
        if not each.over:
            first += f"<th rowspan=2>{lined(each.head)}</th>"
            continue
        second += f"<th{' class=right' * each.right}>{lined(each.head)}</th>"
        run = 0
        while at + run < len(columns) and columns[at + run].over:
            run += 1
        if at == 0 or not columns[at - 1].over:
            first += f"<th colspan={run} style='text-align:center'>{lined(each.over)}</th>"
    return f"<tr>{first}</tr><tr>{second}</tr>"


def _row(style: Style, paper: Paper, at: int) -> str:
    columns = paper.columns
    cells = ""
    below = paper.below[at]
    in_cell = style.codes == "cell" or style.items in {"grid", "framed"}
    for each in columns:
        content = text(each.cells[at])
        if each.key in {"description", "name"} and below and in_cell:
            content += "".join(f"<br>{text(one)}" for one in below)
        if each.key == "delivery" and style.merged:
            cells += f"<td rowspan={paper.count}>{content}</td>" if at == 0 else ""
            continue
        cells += f"<td{' class=right' * each.right}>{content}</td>"
    rows = f"<tr>{cells}</tr>"
    if below and not in_cell:
        text_at = next((at for at, each in enumerate(columns) if each.key in {"description", "name"}), 1)
        lead = "<td class=below></td>" * text_at
        span = len(columns) - text_at
        rows += "".join(f"<tr>{lead}<td class=below colspan={span}>{text(one)}</td></tr>" for one in below)
    if at in paper.sections and not style.merged:
        rows = f"<tr><td colspan={len(columns)}>{text(paper.sections[at])}</td></tr>" + rows
    if at in paper.carried and not style.merged:
        label, value = paper.carried[at]
        rows = (
            f"<tr><td colspan={len(columns) - 2}>{text(label)}</td><td colspan=2 class=right>{value}</td></tr>"
            + rows
        )
    return rows


def _card(style: Style, pairs: Sequence[Pair]) -> str:
    if style.items == "keyed":
        cells = [f"<td>{flat(label)}</td><td>{text(value)}</td>" for label, value in pairs]
        return f"<table class=form>{rows_of(cells, 2, '<td></td><td></td>')}</table>"
    apart = style.chance("card").choice((1, 2, 3))
    lines = (
        " &nbsp; ".join(
            f"<span class=gap>{flat(label)}{style.colon or ' '}{text(value)}</span>" for label, value in group
        )
        for group in by(pairs, apart)
    )
    return "<div class=box style='margin:2mm 0'>" + "".join(f"<p>{each}</p>" for each in lines) + "</div>"


def _storeys(paper: Paper) -> str:
    half = (len(paper.columns) + 1) // 2
    upper, lower = paper.columns[:half], paper.columns[half:]
    rest = "<td></td>" * (half - len(lower))

    def cells(columns: Sequence[Column], values: Sequence[str], tag: str) -> str:
        return "".join(
            f"<{tag}{' class=right' * each.right}>{lined(value)}</{tag}>"
            for each, value in zip(columns, values, strict=True)
        )

    head = "".join(f"<tr>{cells(each, [one.head for one in each], 'th')}</tr>" for each in (upper, lower))
    rows = "".join(
        f"<tr>{cells(upper, [each.cells[at] for each in upper], 'td')}</tr><tr>{cells(lower, [each.cells[at] for each in lower], 'td')}{rest}</tr>"
        for at in range(paper.count)
    )
    return f"<table class=items><thead>{head}</thead><tbody>{rows}</tbody></table>"


def three_lines(style: Style, paper: Paper) -> tuple[list[Column], list[Column], list[Column]]:
    """Return the columns of the first and second line of items, and those that become labelled lines below."""
    first = [each for each in paper.columns if each.key in NAMING]
    below = [each for each in paper.columns if each.key in {"drawing", "delivery", "lead", "extra"}]
    codes = [each for each in first if each.key in {"part", "only part", "customer part"}]
    if len(codes) > 1 or style.chance("codes below").random() < 0.5:
        below = [codes[-1], *below]
        first = [each for each in first if each is not codes[-1]]
    second = [each for each in paper.columns if each not in first and each not in below]
    return first, second, below


def _three(style: Style, paper: Paper) -> str:
    first, second, below = three_lines(style, paper)
    wide = max(len(first), len(second) + 1)

    def cells(columns: Sequence[Column], values: Sequence[str], lead: int) -> str:
        content = "".join(
            f"<td{' class=right' * each.right}>{lined(value)}</td>"
            for each, value in zip(columns, values, strict=True)
        )
        return f"<tr>{'<td></td>' * lead}{content}{'<td></td>' * (wide - lead - len(columns))}</tr>"

    head = cells(first, [each.head for each in first], 0) + cells(second, [each.head for each in second], 1)
    rows = ""
    for at in range(paper.count):
        rows += cells(first, [each.cells[at] for each in first], 0) + cells(
            second, [each.cells[at] for each in second], 1
        )
        rows += "".join(
            f"<tr><td></td><td colspan={wide - 1}>{flat(each.head)}{style.colon or ' '}{text(each.cells[at])}</td></tr>"
            for each in below
            if each.cells[at]
        )
        rows += f"<tr><td colspan={wide} style='border-bottom:{style.chance('line').choice(('0', '0.5px solid #999'))};height:2mm'></td></tr>"
    return f"<table class=items><thead>{head}</thead><tbody>{rows}</tbody></table>"
