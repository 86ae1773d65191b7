"""Columns in which each row says whether it is ordered: "Order? yes / no", 是否采购 是／否, boxes to tick.

A "no" under a heading of anything else (certificates, stock) says nothing against its row. Nothing in a cell
speaks against a row where others are chosen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum

from extractors.fields.text import level
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.item_table import Column
from models.reading import OrderLine, Reason, opened

CHOOSING = late(
    r"(?:to |re-?)?order(?:ed|ing)?|to be ordered|buy|buying|purchased?|released?|call[- ]?off|firm|wanted"
    r"|(?:zu )?bestell(?:en|t|ung)|freigegeben|freigabe|abruf(?:en)?|beauftragt|fest"
    r"|(?:order |item |po )?status|o\.?k\.?|okay|approved?|valid|active|accepted"
    r"|gültig|aktiv|genehmigt|akzeptiert"
    r"|状态|狀態|(?:是否)?有效|(?:是否)?(?:批准|审批|審批|同意)"
    r"|commander|commandée?|pedir|pedido|ordinare|ordinato|encomendar|besteld|zamówić|zamówione"
    r"|(?:是否|确认|確認|要否)?(?:采购|採購|订购|訂購|下单|下單|购买|購買|执行|執行|下达|下達|订货|訂貨)(?:与否|與否|否)?",
    re.IGNORECASE,
)
SELECTING = late(
    r"(?:select(?:ed|ion)?|choose|choice|chosen|auswahl|gewählt|选择|選擇|勾选|勾選|选中|選中|选|選)?",
    re.IGNORECASE,
)
"""The heading of boxes to tick, perhaps none at all."""
OPEN_BOX = late(r"[\[(]\s?[\])]|[☐□]")
TICKED_BOX = late(r"[\[(]\s?[xX✓✔√]\s?[\])]|[☑☒✓✔√■]")
NO = late(r"no|n|not|nein|non|nee|nie|não|否|不|×|✗|✘|0|false|falsch", re.IGNORECASE)
YES = late(r"yes|y|ja|j|oui|si|sí|sim|tak|是|要|x|1|true|wahr", re.IGNORECASE)
BLANK = frozenset({"", "-", "–", "—"})
EDGE = " ?？:：.!"
FIGURES = ("quantity", "unit_price", "amount")


class Choice(Enum):
    """What a cell says of its row."""

    TICKED = "ticked"
    LEFT = "left"
    YES = "yes"
    NO = "no"
    BLANK = "blank"
    OTHER = "other"


def doubted(
    columns: Sequence[Column], items: Sequence[Item], lines: Sequence[OrderLine]
) -> tuple[OrderLine, ...]:
    """Return the lines; of those that such a column does not choose, nothing is sure that says how much."""
    spared = {row for at, column in enumerate(columns) for row in _spared(column, items, at)}
    return tuple(_opened(line) if at in spared else line for at, line in enumerate(lines))


def _spared(column: Column, items: Sequence[Item], at: int) -> Iterator[int]:
    """Yield the rows that a column does not choose, none where it is no column of choices."""
    heading = level(column.text).strip(EDGE)
    said = [_choice(_cell(item, at)) for item in items]
    if CHOOSING.fullmatch(heading) and Choice.OTHER not in said:
        chosen = Choice.YES in said or Choice.TICKED in said
        yield from (row for row, each in enumerate(said) if _is_against(each, chosen=chosen))
    elif SELECTING.fullmatch(heading) and set(said) == {Choice.TICKED, Choice.LEFT}:
        yield from (row for row, each in enumerate(said) if each is Choice.LEFT)


def _is_against(said: Choice, *, chosen: bool) -> bool:
    return said in {Choice.NO, Choice.LEFT} or (said is Choice.BLANK and chosen)


def _cell(item: Item, at: int) -> str:
    """Return what stands in a column of an item."""
    cells = item.row.cells
    return " ".join(run.text for run in cells[at]) if at < len(cells) else ""


def _choice(cell: str) -> Choice:
    text = level(cell).strip()
    if text in BLANK:
        return Choice.BLANK
    return next((choice for form, choice in FORMS if form.fullmatch(text.rstrip("."))), Choice.OTHER)


FORMS = (
    (OPEN_BOX, Choice.LEFT),
    (TICKED_BOX, Choice.TICKED),
    (NO, Choice.NO),
    (YES, Choice.YES),
)


def _opened(line: OrderLine) -> OrderLine:
    fields = {name: getattr(line, name) for name in FIGURES}
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})
