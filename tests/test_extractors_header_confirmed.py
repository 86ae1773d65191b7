"""Doubts of the header that give way to what else the page says, and where they must stay."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reason

ORDER = """
PURCHASE ORDER
Order No.: 4500781234          Date: 2026-03-05
{head}

Pos   Your part no.   Description       Qty   Unit price   Amount
10    7003312         Mechanical seal   4     320.00       1,280.00
20    7003314         Shaft sleeve      10    65.00        650.00
{sums}
{foot}
"""


def _basis(sums: str, foot: str = "") -> Field | None:
    return assemble(paper(ORDER.format(head="", sums=sums, foot=foot))).header.tax_included


UNTAXED = "Total excl. VAT  1,930.00\nVAT 0%  0.00\nGross total  1,930.00"
PLAIN = "Subtotal  1,930.00\nVAT 0%  0.00\nGross total  1,930.00"


@pytest.mark.parametrize(
    ("sums", "foot", "value", "reason"),
    [
        pytest.param(UNTAXED, "", "false", None, id="the net sum is that of the lines"),
        pytest.param(PLAIN, "", "false", Reason.IMPLIED, id="a sum that does not say so"),
        pytest.param(PLAIN, "All prices are exclusive of VAT.", "false", None, id="a sentence says so"),
        pytest.param(PLAIN, "All prices include VAT.", "true", Reason.RIVAL, id="a sentence and the sums"),
        pytest.param("Gross total  1,930.00", "", "true", Reason.IMPLIED, id="no tax is stated"),
    ],
)
def test_a_tax_of_nothing_leaves_gross_and_net_the_same(
    sums: str, foot: str, value: str, reason: Reason | None
) -> None:
    found = _basis(sums, foot)
    assert found is not None
    assert (found.value, found.reason) == (value, reason)


PLACED = ("货物送至 / Ship to：海州市港区路12号备件库", "{foot}")


def _place(head: str, foot: str = "") -> Field | None:
    return assemble(paper(ORDER.format(head=head, sums="Total  1,930.00", foot=foot))).header.delivery_place


def test_a_label_that_reads_like_a_sentence_is_no_rival_of_its_value() -> None:
    place = _place("货物送至 / Ship to：   海州市港区路12号备件库")
    assert place is not None
    assert (place.value, place.sure) == ("海州市港区路12号备件库", True)


def test_a_sentence_that_says_another_place_stays_a_rival() -> None:
    place = _place("货物送至 / Ship to：   海州市港区路12号备件库", "货物送至北山市西环路3号仓库。")
    assert place is not None
    assert not place.sure


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        ("海城泵业有限公司 Haicheng Pumps Co., Ltd.", True),
        ("海城泵业有限公司", True),
        ("东港石化有限公司 Donggang Petrochemical Co., Ltd.", False),
    ],
)
def test_a_name_with_its_translation_is_no_other_name(other: str, sure: bool) -> None:  # noqa: FBT001 - a table
    head = f"需方：海城泵业有限公司\nBuyer: {other}\nSupplier: Changxing Seals Ltd"
    customer = assemble(paper(ORDER.format(head=head, sums="Total  1,930.00", foot=""))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("海城泵业有限公司", sure)


CARDS = """
PURCHASE ORDER
Order No.: 4500781234

Item: 10
Your part no.: 7003312
Description: Mechanical seal
Quantity: 4 pcs
{price}: 320.00
Amount: 1,280.00

Item: 20
Your part no.: 7003314
Description: Shaft sleeve
Quantity: 10 pcs
{price}: 65.00
Amount: 650.00

Total: 1,930.00
{foot}
"""


@pytest.mark.parametrize(
    ("price", "foot", "sure"),
    [("Unit price (USD)", "", True), ("Unit price (USD)", "Freight is charged in EUR: EUR 40.00", False)],
)
def test_the_label_of_a_price_inside_an_item_names_the_currency(
    price: str,
    foot: str,
    sure: bool,  # noqa: FBT001 - a table
) -> None:
    currency = assemble(paper(CARDS.format(price=price, foot=foot))).header.currency
    assert currency is not None
    assert (currency.value, currency.sure) == ("USD", sure)


def test_two_labels_with_two_currencies_leave_it_open() -> None:
    text = CARDS.replace("{price}: 65.00", "Unit price (EUR): 65.00")
    currency = assemble(paper(text.format(price="Unit price (USD)", foot=""))).header.currency
    assert currency is not None
    assert not currency.sure


@pytest.mark.parametrize("label", ["填制日期", "Made on"])
def test_the_day_on_which_an_order_was_made_out_is_its_day(label: str) -> None:
    text = ORDER.replace("Date: 2026-03-05", f"{label}: 2026-03-05").format(
        head="", sums="Total  1,930.00", foot=""
    )
    date = assemble(paper(text)).header.document_date
    assert date is not None
    assert (date.value, date.sure) == ("2026-03-05", True)


@pytest.mark.parametrize(("label", "sure"), [("单据编号", True), ("单号", True), ("编号", False)])
def test_a_number_below_a_party_is_the_papers_if_its_label_says_so(label: str, sure: bool) -> None:  # noqa: FBT001
    text = f"采购订单\n供应商：长兴密封有限公司\n{label}：CG26-0815\n单据日期：2026-03-05\n"
    text += ORDER.split("{head}")[1].format(sums="合计  1,930.00", foot="")
    number = assemble(paper(text)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("CG26-0815", sure)


@pytest.mark.parametrize(
    ("foot", "open_"),
    [("Please quote our order number on all documents", False), ("Your quotation A-17 of May", True)],
)
def test_what_asks_to_quote_a_number_names_no_quotation(foot: str, open_: bool) -> None:  # noqa: FBT001 - a table
    found = assemble(paper(ORDER.format(head="", sums="Total  1,930.00", foot=foot))).header.quotation_number
    assert (found is not None and not found.sure) is open_


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        ("30 days net 发票后30天付款", True),
        ("30 days net 货到60天付款", False),
        ("30 days net or 5% in advance", False),
    ],
)
def test_terms_with_what_is_no_translation_of_them_are_others(other: str, sure: bool) -> None:  # noqa: FBT001
    head = f"Payment terms: 30 days net\n付款方式：{other}"
    terms = assemble(paper(ORDER.format(head=head, sums="Total  1,930.00", foot=""))).header.payment_terms
    assert terms is not None
    assert terms.sure is sure
