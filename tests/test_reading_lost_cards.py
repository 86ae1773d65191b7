"""Orders told in cards of which one says its quantity or price in a way that nothing reads: it is an item."""

import pytest
from paper import paper
from typed_orders import CARDS_HEAD

from extractors.assemble import assemble
from models.reading import Field, OrderLine, Reading

HEAD = CARDS_HEAD.format(currency="EUR") + "\n"
ENGLISH = """
Item                      {number}             Our material no.     13-4131-009{at}
Supplier's code           LP-16-4{at}00    Article              Filter bag PP 6{at}
Order qty                 {quantity:<14} U/M                  pcs
Unit price                {price:<14} Gross amount         260.00
"""
CHINESE = """
行号：000{number}              物料描述：石墨盘根 65x1{at}
采购数量：{quantity:<13}价格：{price}
税率：13%          价税合计：260.00
贵司编码：LP-34-700{at}
"""
GERMAN = """
Pos {number}
Ihre Artikelnr.: LP-16-4{at}00
Bezeichnung: Filterbeutel PP 6{at}
Menge: {quantity}
Preis: {price}
Bruttobetrag: 260,00
"""
FORMS = {
    ENGLISH: "Total EUR                 520.00",
    CHINESE: "合计金额           520.00",
    GERMAN: "Gesamtbetrag EUR   520,00",
}
UNREAD = (
    *("10 (5+5)", "10 / 12", "10/12 pcs", "2 x 5", "10, now 12", "10 min.", "10..12", "10 -> 12"),
    *("zehn Stück", "ca. 10-12", "10+2FOC", "as required", "nach Bedarf", "offen", "四打", "4 另备1", "按需"),
)


def _ordered(form: str, quantities: tuple[str, str], price: str = "26.00") -> Reading:
    prices = [each.replace(".", ",") if form is GERMAN else each for each in ("26.00", price)]
    cards = [
        form.format(number=10 * at, at=at, quantity=quantity, price=price)
        for at, quantity, price in zip((1, 2), quantities, prices, strict=True)
    ]
    return assemble(paper(HEAD + "".join(cards) + "\n" + FORMS[form]))


def _is_sure(field: Field | None) -> bool:
    return field is not None and field.sure


def _numbers(lines: tuple[OrderLine, ...]) -> list[str | None]:
    return [line.quantity.value if _is_sure(line.quantity) and line.quantity else None for line in lines]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("quantity", UNREAD)
def test_a_card_with_a_quantity_that_nothing_reads_is_an_item(form: str, quantity: str) -> None:
    for pair, at in (((quantity, "10 pcs"), 0), (("10 pcs", quantity), 1)):
        read = _ordered(form, pair)
        assert len(read.lines) == 2
        assert _numbers(read.lines)[at] is None
        assert read.lines[at].quantity is not None
        total = read.header.total_amount
        assert total is not None
        assert total.value == "520.00"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("quantity", ["10", "10 pcs", "10 Stk", "十只", "10 公斤", "十公斤"])
def test_what_can_be_read_stays_sure(form: str, quantity: str) -> None:
    read = _ordered(form, ("10 pcs", quantity))
    assert _numbers(read.lines) == ["10", "10"]
    assert _is_sure(read.header.total_amount)


@pytest.mark.parametrize("form", FORMS)
def test_a_sum_inside_a_card_that_was_not_read_is_no_total(form: str) -> None:
    whole = _ordered(form, ("10 pcs", "10 pcs"))
    assert whole.problems == ()
    read = _ordered(form, ("10 pcs", "Mengenangabe folgt in einem gesonderten Schreiben"))
    assert not _is_sure(read.header.total_amount)
    assert read.problems


@pytest.mark.parametrize("cell", ["twelve", "12/10 pcs", "zwölf", "一打", "TBD"])
def test_a_cell_of_quantities_with_words_is_not_surely_empty(cell: str) -> None:
    table = f"""
Item   Your part no.   Description         Qty          Unit price   Amount
10     LP-16-4200      Filter bag PP 65    10 pcs       26.00        260.00
20     LP-16-4300      Filter bag PP 75    {cell:<12} 26.00        260.00
Total EUR                                                            520.00
"""
    read = assemble(paper(HEAD + table))
    assert _numbers(read.lines) == ["10", None]
    assert read.lines[1].quantity is not None
