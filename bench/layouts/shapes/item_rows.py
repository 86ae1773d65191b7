"""The rows of one item in each form of a table: its line of figures, and what stands under it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from bench.layouts.shapes.figures import CODES, DATES, Column, free_words
from bench.layouts.shapes.grid import Cell, Row
from bench.layouts.shapes.speech import Speech
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.wording import CONDITIONS, LOT, PER_UNDER
from bench.layouts.values import Line

UPPER = ("number", "description", "quantity", "unit", "price", "amount", "list price")
Texts = Mapping[str, str]


def lots(line: Line, speech: Speech) -> list[tuple[str, str]]:
    """Return the quantities and days of an item that comes in lots: the second four weeks after the first."""
    first = line.quantity // 2
    if line.delivery is None or first < 1:
        return []
    later = second_lot(line)
    return [
        (speech.count(first), speech.day(line.due)),
        (speech.count(line.quantity - first), speech.day(later)),
    ]


def second_lot(line: Line) -> dt.date:
    """Return when the second lot comes."""
    return line.due + dt.timedelta(28)


def below_items(shape: Shape, said: Sequence[Column]) -> list[str]:
    """Return what stands under the items instead of in columns of its own."""
    if shape.below == "columns" or shape.form in {"storeys", "stacked"}:
        return []
    keys = [*CODES, *(DATES if shape.delivery_at == "under" else ())]
    if shape.below != "heading" and shape.delivery_at == "line leads":
        keys.append("lead")
    return [each.key for each in said if each.key in keys]


def headed(shown: Sequence[Column], said: Sequence[Column], below: Sequence[str]) -> list[Column]:
    """Return the columns with codes under the description, as the heading names them."""
    under = [each for each in said if each.key in below]
    return [joined([each, *under]) if each.key == "description" else each for each in shown]


def joined(parts: Sequence[Column]) -> Column:
    """Return one column of several whose texts stand below each other."""
    heads = "\n".join(each.head.replace("\n", " ") for each in parts)
    cells = tuple("\n".join(one) for one in zip(*(each.cells for each in parts), strict=True))
    return Column(parts[0].key, heads, cells)


def width(shape: Shape, shown: Sequence[Column]) -> int:
    """Return how many columns the table has."""
    return len(storeys(shown)[0]) if shape.form == "storeys" else len(shown)


def storeys(shown: Sequence[Column]) -> tuple[list[Column], list[Column | None]]:
    """Return the columns of the upper line, and those of the lower one below them."""
    upper = [each for each in shown if each.key in UPPER]
    rest = [each for each in shown if each.key not in UPPER]
    numbered = upper[0].key == "number"
    while len(rest) > len(upper) - numbered:
        upper.append(rest.pop())
    lower: list[Column | None] = [*([None] if numbered else []), *rest]
    return upper, [*lower, *[None] * (len(upper) - len(lower))]


def said_text(said: Sequence[Column], at: int) -> str:
    """Return the description of an item."""
    return next((each.cells[at] for each in said if each.key == "description"), "")


def item(
    shape: Shape,
    shown: Sequence[Column],
    said: Sequence[Column],
    texts: Texts,
    line: Line,
    *,
    at: int,
    lone: bool = False,
) -> Iterator[Row]:
    """Yield the rows of an item, the one `at` this place: its line of figures, and what stands under it."""
    cells = {each.key: _text(each, texts, at) for each in shown}
    under = [] if lone else _under(shape, said, texts, line)
    if shape.below == "cell" and under:
        cells["description"] = "\n".join([cells["description"], *under])
        under = []
    if shape.form == "storeys":
        yield from _two(shown, cells)
    elif shape.form == "ladder":
        yield from _ladder(shape, shown, cells, under)
        under = []
    else:
        yield Row("item", tuple(Cell(cells[each.key], right=each.right) for each in shown))
    wide = width(shape, shown)
    yield from (under_row(shape, shown, wide, each) for each in under)
    words = free_words(shape, line)
    if words and not lone:
        yield under_row(shape, shown, wide, f"** {words} **")
    if shape.delivery_at == "lots" and not lone:
        yield from _lots(shape, shown, line)


def _text(column: Column, texts: Texts, at: int) -> str:
    """Return what stands in a column of an item: of joined columns the text that holds all of them."""
    found, whole = texts[column.key], column.cells[at]
    return whole if "\n" in column.head and whole.startswith(f"{found}\n") else found


def _two(shown: Sequence[Column], cells: Texts) -> Iterator[Row]:
    upper, lower = storeys(shown)
    yield Row("item", tuple(Cell(cells[each.key], right=each.right) for each in upper))
    if any(lower):
        yield Row(
            "under", tuple(Cell(cells[each.key], right=each.right) if each else Cell("") for each in lower)
        )


def _ladder(shape: Shape, shown: Sequence[Column], cells: Texts, under: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of an item whose figures stand on its second or its last line."""
    at = next(at for at, each in enumerate(shown) if each.key in {"description", "size"})
    yield Row(
        "item",
        (*(Cell(cells[each.key]) for each in shown[:at]), Cell(cells[shown[at].key], len(shown) - at)),
    )
    first, rest = (under[:1], under[1:]) if shape.figures == "second" else ((), under)
    figures = tuple(Cell(cells[each.key], right=each.right) for each in shown[at + 1 :])
    lead = (*(Cell("") for _ in shown[:at]), Cell("".join(first)))
    if shape.figures == "second":
        yield Row("under", (*lead, *figures))
    yield from (under_row(shape, shown, len(shown), each) for each in rest)
    if shape.figures != "second":
        yield Row("under", (*lead, *figures))


def under_row(shape: Shape, shown: Sequence[Column], wide: int, text: str) -> Row:
    """Return a row with a text under an item, from the column of names on or from the first."""
    at = next((at for at, each in enumerate(shown) if each.key in {"description", "name"}), 0)
    at = 0 if shape.below == "first" or at >= wide else at
    return Row("under", (*(Cell("") for _ in range(at)), Cell(text, wide - at)))


def _under(shape: Shape, said: Sequence[Column], texts: Texts, line: Line) -> list[str]:
    """Return the lines under an item: codes and days with their labels, and conditions."""
    if shape.below not in {"cell", "row", "first"}:
        return []
    speech = Speech(shape)
    pairs = [
        f"{_label(shape, speech, each)}{texts[each.key]}"
        for each in said
        if each.key in below_items(shape, said) and texts[each.key]
    ]
    if shape.chance("joined").random() < 0.3 and shape.below != "cell":
        pairs = ["   ".join(pairs)] if pairs else []
    if shape.per_at == "under":
        pairs.append(speech.text(PER_UNDER, "per under").replace("{}", str(line.per)))
    return [*pairs, *speech.texts(CONDITIONS, "conditions", shape.conditions)]


def _label(shape: Shape, speech: Speech, column: Column) -> str:
    group = "heads" if shape.labels == "long" else "short"
    text = speech.say(group, column.key).replace("\n", "/")
    return text + ("：" if speech.first == "zh" else ": ")


def _lots(shape: Shape, shown: Sequence[Column], line: Line) -> Iterator[Row]:
    speech = Speech(shape)
    words = speech.text(LOT, "lot")
    for at, (quantity, day) in enumerate(lots(line, speech), 1):
        name = words.replace("{}", str(at))
        texts = {"quantity": quantity, "delivery": day, "description": name, "name": name}
        yield Row("under", tuple(Cell(texts.get(each.key, ""), right=each.right) for each in shown))
