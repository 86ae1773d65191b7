"""A composed paper as a Word file or a workbook."""

# ruff: noqa: C901 - one branch for each shape

import csv
import io
from collections.abc import Sequence

from docx.document import Document as WordDocument
from openpyxl.worksheet.worksheet import Worksheet

from bench.layouts.broad.speech import Pair, Paper
from bench.layouts.broad.style import Style
from bench.layouts.broad.worded import entries, sentence
from bench.layouts.office import emphasise, fill_table, saved, set_widths, sheet, word, write_row


def worded(style: Style, paper: Paper) -> bytes:
    """Return a Word file."""
    document = word(size=style.size)
    for each in paper.letterhead:
        document.add_paragraph(each)
    document.add_paragraph(paper.title)
    for block in paper.blocks:
        for each in block:
            document.add_paragraph(each)
    _facts(style, document, paper.facts)
    for each in filter(None, paper.intro):
        document.add_paragraph(each)
    _items(style, document, paper)
    if style.totals != "row" or not style.tabled:
        for label, value in paper.sums:
            document.add_paragraph(f"{_flat(label)}{style.colon or ' '}{value}")
    for label, value in paper.closing:
        document.add_paragraph(f"{_flat(label)}{style.colon or ' '}{value}")
    for each in (*paper.notes, *paper.signed, *paper.terms_page):
        document.add_paragraph(each)
    return saved(document)


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def _facts(style: Style, document: WordDocument, facts: Sequence[Pair]) -> None:
    if style.facts in {"lines", "sentence"}:
        for label, value in facts:
            document.add_paragraph(f"{_flat(label)}{style.colon or ' '}{value}")
    elif style.facts in {"spread", "columns"}:
        for at in range(0, len(facts), 2):
            document.add_paragraph(
                "\t\t".join(
                    f"{_flat(label)}{style.colon or ' '}{value}" for label, value in facts[at : at + 2]
                )
            )
    else:
        _fact_table(style, document, facts)


def _fact_table(style: Style, document: WordDocument, facts: Sequence[Pair]) -> None:
    apart = 1 if style.facts in {"pairs", "right"} else 2
    stacked = style.facts in {"corner", "above"}
    table = document.add_table(0, apart * (1 if style.facts == "corner" else 2 if not stacked else 1))
    if style.facts != "pairs":
        table.style = "Table Grid"
    rows: list[list[str]] = []
    for at in range(0, len(facts), apart):
        group = list(facts[at : at + apart])
        group += [("", "")] * (apart - len(group))
        if style.facts == "corner":
            rows.append([f"{_flat(label)}\n{value}" for label, value in group])
        elif style.facts == "above":
            rows += [[label for label, _ in group], [value for _, value in group]]
        else:
            rows.append(
                [each for label, value in group for each in (label + style.colon if label else "", value)]
            )
    fill_table(table, rows)


def _items(style: Style, document: WordDocument, paper: Paper) -> None:
    if style.items == "worded":
        for at in range(paper.count):
            document.add_paragraph(sentence(style, paper, at))
        return
    if style.items in {"cards", "keyed"}:
        for at in range(paper.count):
            pairs = entries(paper, at)
            if style.items == "cards":
                for label, value in pairs:
                    document.add_paragraph(f"{label}{style.colon or ' '}{value}")
            else:
                table = document.add_table(0, 2)
                table.style = "Table Grid"
                fill_table(table, pairs)
            document.add_paragraph("")
        return
    table = document.add_table(0, len(paper.columns))
    if style.items in {"grid", "framed", "under", "rules"}:
        table.style = "Table Grid"
    fill_table(table, _rows(style, paper))
    if style.totals == "row":
        for label, value in paper.sums:
            row = table.add_row()
            merged = row.cells[0].merge(row.cells[max(0, len(paper.columns) - 2)])
            merged.text = _flat(label)
            row.cells[-1].text = value


def _rows(style: Style, paper: Paper) -> list[list[str]]:
    rows = [[each.head for each in paper.columns]]
    for at in range(paper.count):
        if at in paper.sections:
            rows.append([paper.sections[at], *[""] * (len(paper.columns) - 1)])
        cells = []
        for each in paper.columns:
            cell = each.cells[at] if not (style.merged and each.key == "delivery" and at) else ""
            if each.key in {"description", "name"}:
                cell = "\n".join((cell, *paper.below[at]))
            cells.append(cell)
        rows.append(cells)
    return rows


def tabled(style: Style, paper: Paper) -> bytes:
    """Return a workbook."""
    book, first = sheet(style.chance("sheet").choice(("Sheet1", "订单", "PO", "Order")))
    wide = len(paper.columns)
    row = 1
    for each in (*paper.letterhead, paper.title):
        write_row(first, row, (each,))
        emphasise(first, f"A{row}:{'ABCDEFGHIJKLMNOPQRST'[max(wide, 6) - 1]}{row}", 13)
        row += 1
    row = _sheet_facts(style, first, paper.facts, row) + 1
    for text in filter(None, paper.intro):
        write_row(first, row, (text,))
        row += 1
    row = _sheet_items(style, first, paper, row)
    for label, value in paper.sums:
        write_row(first, row, (_flat(label),))
        write_row(first, row, (value,), wide if style.totals == "row" else 2)
        row += 1
    for label, value in paper.closing:
        write_row(
            first,
            row,
            (_flat(label) + style.colon, value)
            if style.chance("closing").random() < 0.5
            else (f"{_flat(label)}{style.colon or ' '}{value}",),
        )
        row += 1
    for text in (*paper.notes, *paper.signed, *paper.terms_page):
        write_row(first, row, (text,))
        row += 1
    set_widths(first, [18.0] * max(wide, 6))
    return saved(book)


def exported(paper: Paper) -> bytes:
    """Return a list of values as a system exports it: the facts of the order stand on every line."""
    facts = [(_flat(label), value) for label, value in (*paper.facts, *paper.closing)]
    sums = [(_flat(label), value) for label, value in paper.sums]
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([*(label for label, _ in facts), *(_flat(each.head) for each in paper.columns)])
    for at in range(paper.count):
        writer.writerow([*(value for _, value in facts), *(each.cells[at] for each in paper.columns)])
    for label, value in sums:
        writer.writerow([label, *[""] * (len(facts) + len(paper.columns) - 2), value])
    for text in paper.notes[:-3]:
        writer.writerow([text])
    return stream.getvalue().encode("utf-8-sig")


def _sheet_facts(style: Style, page: Worksheet, facts: Sequence[Pair], row: int) -> int:
    if style.facts == "lines":
        for label, value in facts:
            write_row(page, row, (f"{_flat(label)}{style.colon or ' '}{value}",))
            row += 1
        return row
    apart = {"pairs": 1, "right": 1}.get(style.facts, 2)
    start = 4 if style.facts == "right" else 1
    for at in range(0, len(facts), apart):
        for one, (label, value) in enumerate(facts[at : at + apart]):
            write_row(page, row, (label + style.colon, value), start + one * 3, framed=style.facts == "form")
        row += 1
    return row


def _sheet_items(style: Style, page: Worksheet, paper: Paper, row: int) -> int:
    if style.items == "keyed":
        for at in range(paper.count):
            for label, value in entries(paper, at):
                write_row(page, row, (label, value), framed=True)
                row += 1
            row += 1
        return row
    for cells in _rows(style, paper):
        write_row(page, row, cells, framed=style.items in {"grid", "framed", "under"})
        row += 1
    return row
