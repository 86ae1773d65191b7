"""A line with the figures of its row, and with what the text around them says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields import units
from extractors.lines.reckoned import rows
from extractors.lines.reckoned.blocks import Block
from extractors.lines.reckoned.figures import Figure
from extractors.lines.reckoned.rows import Reckoned
from extractors.page.runs import evidence
from models.reading import Field, OrderLine, Reason, opened, stated

CONFIDENCE = 0.4
TABULAR = 2
"""A table has items of so few lines: its columns say what their codes are."""
CODED = frozenset({"part_number", "customer_part_number", "drawing_number"})
FIGURES = ("quantity", "unit_price", "amount")


def labelled(
    lines: Sequence[OrderLine],
    told: Sequence[Block],
    said: Sequence[tuple[Mapping[str, Field], Collection[str]]],
) -> frozenset[str]:
    """Return the names of the fields that have a label in every block.

    A day in every block is as good as one, and so is a code in the marked line of every item, where no line
    has one of its kind yet.
    """
    found = frozenset.intersection(*(frozenset(names) for _, names in said))
    common = frozenset.intersection(*(frozenset(fields) for fields, _ in said))
    marked = all(block.marked and len(block.lines) > TABULAR for block in told)
    wanted = CODED | {"delivery_date"} if marked else {"delivery_date"}
    return found | {name for name in common & wanted if not any(getattr(line, name) for line in lines)}


def filled(
    line: OrderLine, row: Reckoned, fields: Mapping[str, Field], labels: Collection[str], *, agreed: bool
) -> OrderLine:
    """Return a line with what it lacks; where its own figures are the row's (`agreed`), all else stays."""
    return _kept(line, _worded(_figured(line, row), fields, labels), labels, agreed=agreed)


def contradicts(line: OrderLine, row: Reckoned) -> bool:
    """Tell whether a figure that is surely the line's is none of the row: it is of something else."""
    sure = {
        name: field if field is not None and field.sure else None for name, field in _figures(line).items()
    }
    return not agrees(replace(line, **sure), row)


def _figures(line: OrderLine) -> dict[str, Field | None]:
    return {name: getattr(line, name) for name in FIGURES}


def agrees(line: OrderLine, row: Reckoned) -> bool:
    """Tell whether the figures that a line has are those of a row."""
    read = (getattr(line, name) for name in FIGURES)
    figures = (row.quantity.value, row.price.value, row.amount.value)
    return all(
        field is None or field.value is None or Decimal(field.value) == value
        for field, value in zip(read, figures, strict=True)
    )


def _figured(line: OrderLine, row: Reckoned) -> OrderLine:
    """Return a line with the figures of a row, nothing of it sure."""
    opens = {name: opened(field, Reason.COMPLETENESS) for name, field in stated(line)}
    unit = _unit(row.quantity)
    opens |= {
        "quantity": _field(row.quantity),
        "unit_price": _field(row.price),
        "price_per": _field(row.price, Decimal(row.per)),
        "amount": _field(row.amount),
    }
    if unit is not None and "unit" not in opens:
        opens["unit"] = unit
    return replace(line, **opens)


def _worded(line: OrderLine, fields: Mapping[str, Field], labels: Collection[str]) -> OrderLine:
    """Return a line with the texts of its block for what it lacks; a label of its own outdoes the table."""
    given = {name: field for name, field in stated(line) if field.value is not None}
    codes = {field.value for name, field in given.items() if name in CODED}
    missing = {
        name: field for name, field in fields.items() if name not in given and field.value not in codes
    }
    if "description" in given:  # the table had a place for codes
        missing = {name: field for name, field in missing.items() if name in labels or name not in CODED}
    return replace(line, **{**missing, **_moved(line, fields, labels)})


def _moved(line: OrderLine, fields: Mapping[str, Field], labels: Collection[str]) -> dict[str, Field]:
    """Return the number that a label calls the seller's, and the table's own, which then is the writer's."""
    part, theirs = fields.get("part_number"), line.part_number
    if "part_number" not in labels or part is None or theirs is None or theirs.value == part.value:
        return {}
    return {"part_number": part, "customer_part_number": line.customer_part_number or theirs}


def _kept(line: OrderLine, filled: OrderLine, labelled: Collection[str], *, agreed: bool) -> OrderLine:
    """Return a filled line with all that the table read as it was, where its figures agree."""
    if not agreed:
        return filled
    moved = CODED if filled.customer_part_number is line.part_number else frozenset[str]()
    read: dict[str, Field | None] = {
        name: field for name, field in stated(line) if field.value is not None and name not in moved
    }
    if line.delivery_date is None and "delivery_date" not in labelled:
        read |= {"delivery_date": None}  # a day without a label may be that of anything
    return replace(filled, **read)


def _field(figure: Figure, value: Decimal | None = None) -> Field:
    printed = format(figure.value if value is None else value, "f")
    spot = evidence(figure.run, figure.start, figure.end)
    return Field(printed, sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)


def _unit(quantity: Figure) -> Field | None:
    """Return the unit right behind a quantity."""
    found = rows.UNIT.match(quantity.run.text, quantity.end)
    if found is None or units.canonical(found["unit"]) is None:
        return None
    spot = evidence(quantity.run, *found.span("unit"))
    return Field(found["unit"], sure=False, evidence=spot, reason=Reason.ROLE, confidence=CONFIDENCE)
