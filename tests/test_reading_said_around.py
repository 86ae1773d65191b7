"""What stands around a value and changes it: a word over its label, a further line, a second row of boxes."""

import pytest
from paper import form, paper, words_of
from typed_orders import TWO_ITEMS, known

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import Header

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "压盖", "4", "125.00", "500.00"]]


def chinese(said: str) -> Header:
    head = f"江北泵业有限公司\n采购订单\n订单编号：PO-77120\n供应商：津海密封有限公司\n{said}\n"
    return assemble(form(head, ROWS, "合计：500.00")).header


def boxed(*lines: str) -> Header:
    """Return the header of an order with a box of these lines beside the box of its seller."""
    words = [*words_of("PURCHASE ORDER", 30.0, 20.0), *words_of("Order no.: MK-33018", 30.0, 40.0)]
    for x, cell in ((30.0, ("Supplier", "Renhof Dichtungen GmbH")), (280.0, lines)):
        for at, line in enumerate(cell):
            words += words_of(line, x, 84.0 + 12 * at)
    items = (
        "Item  Part no.   Description   Qty    Unit price   Amount",
        "1     RH-2204    Guide bush    6      40.00        240.00",
        "Total EUR                                          240.00",
    )
    for at, line in enumerate(items):
        words += words_of(line, 30.0, 200.0 + 16 * at)
    rulings = [Ruling(Box(x, 80.0, x, 160.0)) for x in (25.0, 275.0, 525.0)]
    rulings += [Ruling(Box(25.0, y, 525.0, y)) for y in (80.0, 160.0)]
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(rulings))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


@pytest.mark.parametrize(
    "above",
    [
        *("Offer", "Quotation", "Payment", "Delivery", "Order confirmation", "Proforma Invoice", "Amendment"),
        *("Change Order", "Release", "Budget", "Certificate", "Your", "Our", "Approval", "Drawing"),
    ],
)
def test_a_date_below_another_word_is_not_the_papers_own(above: str) -> None:
    found = boxed(above, "Date", "2027-02-09").document_date
    assert found is None or not found.sure


def test_the_date_of_the_order_is_its_own_in_one_line_and_in_two() -> None:
    assert known(boxed("Order date", "2027-02-09").document_date) == ("2027-02-09", True)
    for title in ("Order", "PO", "Purchase order", "Contract"):
        assert known(boxed(title, "Date", "2027-02-09").document_date) == ("2027-02-09", True)


def test_terms_of_delivery_are_none_of_payment() -> None:
    for above in ("Delivery", "Standard", "Your"):
        found = boxed(above, "Terms", "60 days").payment_terms
        assert found is None or not found.sure


@pytest.mark.parametrize("label", [("Payment terms",), ("Payment", "Terms")])
@pytest.mark.parametrize("further", ["from acceptance", "after receipt of the goods", "ab Rechnungsdatum"])
def test_terms_go_on_with_from_when_or_are_open(label: tuple[str, ...], further: str) -> None:
    found = boxed(*label, "30 days net", further).payment_terms
    assert found is not None
    assert not found.sure or found.value == f"30 days net {further}"
    assert known(boxed(*label, "30 days net").payment_terms) == ("30 days net", True)


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("付款方式：☐款到发货 ☒月结30天 ☐月结60天\n☒承兑 ☐电汇", "月结30天承兑"),
        ("付款方式：☒月结30天 ☐月结60天\n☐货到起算 ☒票到起算", "月结30天票到起算"),
    ],
)
def test_a_second_row_of_options_says_more_of_the_first(said: str, whole: str) -> None:
    found = chinese(said).payment_terms
    assert found is not None
    assert not found.sure or found.value == whole


@pytest.mark.parametrize(
    "said",
    [
        "付款方式：☐款到发货 ☒月结30天 ☐月结60天\n☐承兑 ☐电汇",
        "付款方式：☐款到发货 ☒月结30天 ☐月结60天\n运输方式：☒汽运 ☐空运",
    ],
)
def test_further_options_of_which_none_is_ticked_say_nothing(said: str) -> None:
    assert known(chinese(said).payment_terms) == ("月结30天", True)


@pytest.mark.parametrize(
    "place",
    [
        "交货地点：宁岭市东岭区砖窑路27号\n收货地址南湖区港口路8号2号仓库",
        "收货地址 宁岭市南湖区港口路8号（老厂，已停用）",
        "收货地址：宁岭市南湖区港口路8号（原址）",
    ],
)
def test_two_places_in_one_and_places_of_the_past_are_open(place: str) -> None:
    found = chinese(place).delivery_place
    assert found is None or not found.sure


def test_one_place_is_certain() -> None:
    assert known(chinese("收货地址：宁岭市南湖区港口路8号2号仓库").delivery_place) == (
        "宁岭市南湖区港口路8号2号仓库",
        True,
    )


TERMS = """
{before}Terms & Conditions
1     Price basis     CIF Mundra
2     Payment         60 days net
3     Delivery at     Central Stores, Plot No. 14, Padana, Gandhidham, Gujarat 370240, India
4     Guarantee       18 months from despatch
5     Packing         Seaworthy
{after}
"""


def listed(before: str = "", after: str = "") -> Header:
    return assemble(paper(TWO_ITEMS.format("") + TERMS.format(before=before, after=after))).header


def test_a_list_of_terms_below_the_items_is_the_orders_own() -> None:
    assert known(listed().payment_terms) == ("60 days net", True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Example of terms for import orders:\n", ""),
        ("Terms of your sub-supplier:\n", ""),
        ("For information:\n", ""),
        ("", "The above terms are for reference only.\n"),
        ("", "The terms of our frame contract FC-12 apply; framework agreement FC-12 prevails.\n"),
        ("", "\nPayment: advance 100 %\n"),
    ],
)
def test_terms_that_are_not_this_orders_or_stated_otherwise_below_are_open(before: str, after: str) -> None:
    found = listed(before, after).payment_terms
    assert found is None or not found.sure
