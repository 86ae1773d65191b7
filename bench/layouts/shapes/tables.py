"""The items of a composed paper as a table, in each of the forms that a table of items takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from bench.layouts.shapes import item_rows
from bench.layouts.shapes.content import Around
from bench.layouts.shapes.figures import Column, columns, option
from bench.layouts.shapes.grid import Cell, Grid, Row
from bench.layouts.shapes.speech import Speech
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.wording import DELETED, NOTES, OPTION, SECTIONS
from bench.layouts.values import Line, Order

STACKS = (
    *(("number",), ("customer part", "part"), ("description", "drawing"), ("quantity", "unit")),
    *(("list price", "discount"), ("price", "per"), ("gross price", "rate"), ("amount", "gross amount")),
    *(("delivery",), ("lead",), ("extra 0", "extra 1"), ("extra 2", "extra 3"), ("extra 4",)),
)


def table(shape: Shape, order: Order, paper: Around) -> Grid:
    """Return the items of an order as a table, with the sums below where they stand in it."""
    said = columns(shape, order)
    if shape.form == "stacked":
        said = _stacked(said)
    if shape.form == "transposed":
        return _transposed(said)
    shown = [each for each in said if each.key not in item_rows.below_items(shape, said)]
    if shape.below == "heading":
        shown = item_rows.headed(shown, said, item_rows.below_items(shape, said))
    rows = list(_between(shape, order, shown, said))
    if shape.delivery_at == "merged":
        rows = _merged(shown, rows)
    if "blank" in shape.between:
        rows += [Row("blank", tuple(Cell("") for _ in range(item_rows.width(shape, shown))))] * 2
    rows += _sum_rows(shape, paper, shown)
    return Grid(item_rows.width(shape, shown), tuple(_heads(shape, shown)), tuple(rows))


def _stacked(said: Sequence[Column]) -> list[Column]:
    known = {each.key: each for each in said}
    groups = [[known[key] for key in keys if key in known] for keys in STACKS]
    return [item_rows.joined(each) if len(each) > 1 else each[0] for each in groups if each]


def _transposed(said: Sequence[Column]) -> Grid:
    """Return a table whose columns are the items."""
    rows = [
        Row("item", (Cell(each.head.replace("\n", " ")), *(Cell(text) for text in each.cells)))
        for each in said
    ]
    return Grid(len(said[0].cells) + 1, (), tuple(rows))


def _heads(shape: Shape, shown: Sequence[Column]) -> Iterator[Row]:
    if shape.form == "storeys":
        upper, lower = item_rows.storeys(shown)
        yield Row("head", tuple(_head(each) for each in upper))
        if any(lower):
            yield Row("head", tuple(_head(each) if each else Cell("") for each in lower))
        return
    if not any(each.over for each in shown):
        yield Row("head", tuple(_head(each) for each in shown))
        return
    first: list[Cell] = []
    second: list[Cell] = []
    for at, each in enumerate(shown):
        if not each.over:
            first.append(replace(_head(each), down=2))
            continue
        second.append(_head(each))
        if at and shown[at - 1].over == each.over:
            first[-1] = replace(first[-1], across=first[-1].across + 1)
        else:
            first.append(Cell(each.over))
    yield Row("head", tuple(first))
    yield Row("head", tuple(second))


def _head(column: Column) -> Cell:
    return Cell(column.head, right=column.right)


def _between(shape: Shape, order: Order, shown: Sequence[Column], said: Sequence[Column]) -> Iterator[Row]:
    """Yield the rows of the items, and what stands between them."""
    speech, count = Speech(shape), len(order.lines)
    middle, wide = count // 2, item_rows.width(shape, shown)
    parts = {"sections", "subtotals"} & set(shape.between) if middle else set()
    sections = SECTIONS[speech.first]
    running = Decimal(0)
    for at, line in enumerate(order.lines):
        if at == middle and "subtotals" in parts:
            yield _amount_row(shape, shown, "carried", (speech.say("sums", "part"), speech.money(running)))
        if parts and at in {0, middle}:
            yield Row("section", (Cell(sections[0 if at == 0 else 1], wide),))
        if at and at == middle and "carried" in shape.between:
            whole = sum((each.amount for each in order.lines[:at]), Decimal(0))
            yield _amount_row(shape, shown, "carried", (speech.say("sums", "forward"), speech.money(whole)))
            yield Row("break", ())
            yield _amount_row(shape, shown, "carried", (speech.say("sums", "brought"), speech.money(whole)))
        if at and at == middle and "notes" in shape.between:
            yield Row("note", (Cell(speech.texts(NOTES, "note", 1)[0], wide),))
        running = line.amount if at == middle else running + line.amount
        texts = {each.key: each.cells[at] for each in said}
        rows = list(item_rows.item(shape, shown, said, texts, line, at=at))
        broken = shape.pages == "broken" and at == middle and len(rows) > 1
        yield from (*rows[:1], Row("break", ()), *rows[1:]) if broken else rows
        if at == middle and {"option", "deleted"} & set(shape.between):
            yield from _unordered(shape, shown, said, at, line)
    if "subtotals" in parts:
        yield _amount_row(shape, shown, "carried", (speech.say("sums", "part"), speech.money(running)))


def _unordered(
    shape: Shape, shown: Sequence[Column], said: Sequence[Column], at: int, line: Line
) -> Iterator[Row]:
    """Yield an item that is not ordered, and says so."""
    speech = Speech(shape)
    deleted = "deleted" in shape.between
    texts = option(shape, list(said), at, "-")
    if deleted:
        key = "description" if "description" in texts else "name"
        texts[key] = texts[key].removeprefix(speech.text(OPTION, "option")) + speech.text(DELETED, "deleted")
    heads = {each.key: each for each in shown}
    if shape.below == "heading" and "description" in heads:
        texts["description"] = texts["description"] + heads["description"].cells[at].removeprefix(
            item_rows.said_text(said, at)
        )
    for row in item_rows.item(
        shape, shown, said, texts, replace(line, price=line.price or Decimal(1)), at=at, lone=True
    ):
        yield Row(row.kind, tuple(replace(each, struck=deleted) for each in row.cells))


def _merged(shown: Sequence[Column], rows: list[Row]) -> list[Row]:
    """Return the rows with one cell over all items where a column says the same of every one."""
    for at in reversed(range(len(shown))):
        if (
            shown[at].key not in {"delivery", "rate", "unit"}
            or len(set(shown[at].cells)) > 1
            or len(rows) < 2
        ):
            continue
        rows = [
            Row(
                each.kind,
                (
                    *each.cells[:at],
                    *((replace(each.cells[at], down=len(rows), struck=False),) if not index else ()),
                    *each.cells[at + 1 :],
                ),
            )
            for index, each in enumerate(rows)
        ]
    return rows


def _amount_row(
    shape: Shape, shown: Sequence[Column], kind: str, pair: tuple[str, str], key: str = "amount"
) -> Row:
    """Return a row with a sum in the column of the amounts."""
    line = item_rows.storeys(shown)[0] if shape.form == "storeys" else shown
    places = {each.key: at for at, each in enumerate(line)}
    at = places.get(key, places["amount"])
    rest = tuple(Cell("") for _ in line[at + 1 :])
    label, value = pair[0].replace("\n", " "), pair[1]
    text = next((one for one, each in enumerate(line) if each.key in {"description", "name"}), 0)
    if shape.sums_at == "label row" and text < at:
        blank = [Cell("") for _ in line[:at]]
        blank[text] = Cell(label)
        return Row(kind, (*blank, Cell(value, right=True), *rest))
    return Row(kind, (Cell(label, at, right=True), Cell(value, right=True), *rest))


def _sum_rows(shape: Shape, paper: Around, shown: Sequence[Column]) -> Iterator[Row]:
    if shape.sums_at not in {"row", "label row"}:
        return
    wide = item_rows.width(shape, shown)
    last = (
        len(paper.sums)
        - 1
        - (
            not paper.sums[-1][1][-1].isdigit()
            and "元" in paper.sums[-1][1]
            and len(paper.sums) > 1
            and "大写" in paper.sums[-1][0]
        )
    )
    for at, (label, value) in enumerate(paper.sums):
        if at > last:
            yield Row("sum", (Cell(f"{label}：{value}", wide),))
        else:
            yield _amount_row(shape, shown, "sum", (label, value), "gross amount" if at == last else "amount")
