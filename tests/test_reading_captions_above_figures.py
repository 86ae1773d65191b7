"""Cards of captions above their values that no table shows, and papers without a known title that order."""

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.kinds.titles import kind_of_title
from models.reading import Field, Kind, OrderLine, Reading

HEAD = """
  NORDVIK VERFT
  Purchase order

ZEMONY                                   ORDER NO.                       DATE OF ORDER
Delta Seals GmbH                         26-0417-113                     03.11.2026
SUPPLIER                                 PAYMENT                         CURRENCY
Delta Seals GmbH                         30 days from invoice date       EUR
"""
CARD = """
ITEM           DESIGNATION                                       DELIVERY AT YARD
113-{at}          {name}                                            18.01.2027
OUR CODE (SFI)                MAKER'S CODE                       MAKER'S DRAWING
{own}                         {code}                             9-0031-0{at} Rev.A
ZEMO              GLIB          FUZY BAT             HS / WEIGHT KG           KUR
{count}           set           {price}              8484.20 / 12             {total}
"""
ITEMS = (
    ("Cartridge seal CS-95", "712.04.118", "10088120", "2", "2 145,50", "4 291,00"),
    ("Cartridge seal CS-60", "712.04.119", "10088137", "6", "1 388,00", "8 328,00"),
    ("Split seal HS-140", "712.05.002", "10088144", "2", "6 920,00", "13 840,00"),
)


def _order() -> Reading:
    cards = "".join(
        CARD.format(at=at, name=name, own=own, code=code, count=count, price=price, total=amount)
        for at, (name, own, code, count, price, amount) in enumerate(ITEMS, start=1)
    )
    return assemble(paper(f"{HEAD}{cards}\nSum of order EUR      26 459,00"))


def _values(lines: tuple[OrderLine, ...], name: str) -> list[str | None]:
    fields: list[Field | None] = [getattr(line, name) for line in lines]
    return [field.value if field is not None else None for field in fields]


def test_captions_above_the_figures_of_an_item_are_its_own_and_not_those_of_the_one_before() -> None:
    lines = _order().lines
    assert _values(lines, "quantity") == ["2", "6", "2"]
    assert _values(lines, "part_number") == ["10088120", "10088137", "10088144"]
    assert _values(lines, "description") == [each[0] for each in ITEMS]
    assert _values(lines, "line_number") == ["113-1", "113-2", "113-3"]
    assert not any(field.sure for line in lines for field in (line.part_number, line.quantity) if field)


UNTITLED = (
    HEAD.replace("Purchase order", "Gremol").replace("ZEMONY", "QUANTITY AND UNIT PRICE")
    + """
The goods of annex 2 are wanted as listed there.
Total of annex 2        EUR 26 459,00
"""
)


def test_a_paper_with_a_number_of_an_order_prices_and_terms_is_an_order_whatever_its_title() -> None:
    reading = assemble(paper(UNTITLED))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert not any(
        field is not None and field.sure
        for field in (reading.header.document_number, reading.header.total_amount)
    )


def test_without_prices_it_is_none() -> None:
    assert assemble(paper(UNTITLED.replace("UNIT PRICE", "WEIGHT"))).kind is not Kind.PURCHASE_ORDER


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("采购订单 4700031556 待确认", Kind.PURCHASE_ORDER),
        ("Purchase order 4711 released", Kind.PURCHASE_ORDER),
        ("Order to supplier", Kind.PURCHASE_ORDER),
        ("Bestilling", Kind.PURCHASE_ORDER),
        ("采购订单 4700031556 已取消", None),
    ],
)
def test_a_title_may_have_its_stage_behind_its_number(title: str, kind: Kind | None) -> None:
    assert kind_of_title(title) is kind
