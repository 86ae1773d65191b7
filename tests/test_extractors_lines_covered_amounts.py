"""Amounts under a seal: proven by quantity, price and total, and by nothing less."""

from paper import paper

from extractors.assemble import assemble
from models.page import Doubt, SourceDocument, Word
from models.reading import OrderLine, Reason

ORDER = """
采购订单
订单编号：CG2026-1108

序号   物料号     名称       数量   单位   单价      金额
1      10023177   机械密封   4      套     320.00    1,280.00
2      10023188   轴套       10     件     65.00     650.00
                                           合计      {total}
"""


def _lines(*doubted: str, total: str = "1,930.00") -> tuple[OrderLine, ...]:
    return assemble(_order(*doubted, total=total)).lines


def _order(*doubted: str, total: str = "1,930.00") -> SourceDocument:
    return paper(ORDER.format(total=total), doubted=doubted)


def test_an_amount_under_a_seal_is_proven_by_the_numbers_around_it() -> None:
    first, second = _lines("1,280.00")
    assert first.amount is not None
    assert second.amount is not None
    assert (first.amount.value, first.amount.sure) == ("1280.00", True)
    assert second.amount.sure


def test_two_amounts_under_one_seal_are_proven() -> None:
    assert all(each.amount is not None and each.amount.sure for each in _lines("1,280.00", "650.00"))


def test_a_covered_price_or_quantity_stays_open() -> None:
    # Whoever strikes a number out by hand leaves amount and total as they were.
    for word in ("320.00", "4"):
        first, _ = _lines(word)
        covered = first.unit_price if word == "320.00" else first.quantity
        assert covered is not None
        assert (covered.sure, covered.reason) == (False, Reason.CHARACTERS)


def test_an_amount_stays_open_where_the_price_is_covered_too() -> None:
    first, _ = _lines("1,280.00", "320.00")
    assert first.amount is not None
    assert not first.amount.sure


def test_an_amount_stays_open_where_the_total_is_covered_too() -> None:
    first, _ = _lines("1,280.00", "1,930.00")
    assert first.amount is not None
    assert not first.amount.sure


def test_an_amount_stays_open_where_the_total_is_another() -> None:
    first, _ = _lines("1,280.00", total="1,900.00")
    assert first.amount is not None
    assert not first.amount.sure


def test_an_amount_that_nobody_sees_stays_open() -> None:
    document = _order()
    words = tuple(_unseen(each) for each in document.pages[0].words)
    page = type(document.pages[0])(1, 900.0, 1200.0, words, document.pages[0].rulings)
    first, _ = assemble(SourceDocument(document.format, (page,), exact=False)).lines
    assert first.amount is not None
    assert not first.amount.sure


def _unseen(word: Word) -> Word:
    hidden = word.text == "1,280.00"
    return Word(word.text, word.box, word.edges, Doubt.INVISIBLE) if hidden else word
