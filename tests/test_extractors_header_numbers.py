"""What is no number of the order although a label of orders stands before it."""

import pytest
from paper import form
from reading_attacks import Attack

from extractors.assemble import assemble
from models.reading import Field


def _number(attack: Attack) -> Field:
    number = assemble(attack.document).header.document_number
    assert number is not None
    return number


@pytest.mark.parametrize("line", ["Framework agreement: FA-2025-0093", "框架协议号：KJ-2025-0093"])
def test_the_framework_that_an_order_names_is_no_title_of_it(line: str) -> None:
    number = _number(Attack("framed", more=[line]))
    assert (number.value, number.sure) == ("4500781234", True)


def test_another_number_in_a_title_of_the_order_is_a_rival() -> None:
    number = _number(Attack("titled", before=["Purchase order 4500999999"]))
    assert not number.sure


@pytest.mark.parametrize("foot", ["PO total 1,930.00", "PO total: EUR 1,930.00"])
def test_a_sum_beside_an_orders_total_is_no_number_of_it(foot: str) -> None:
    number = _number(Attack("summed", foot=[foot]))
    assert (number.value, number.sure) == ("4500781234", True)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("RFQ 7712 / your 20019377", "20019377"),
        ("Enquiry E-7712, quotation no. Q-20019377", "Q-20019377"),
        ("RFQ 20017712 / 2026", "20017712"),
    ],
)
def test_the_number_of_an_offer_stands_behind_that_of_its_enquiry(said: str, number: str) -> None:
    attack = Attack("answered", more=[f"Vendor quote: {said}"])
    found = assemble(attack.document).header.quotation_number
    assert found is not None
    assert not found.sure
    assert number in {found.value, *(each.value for each in found.candidates)}


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Order No: KLM 0088417", "KLM 0088417"),
        ("Order no. HKV-B 2026/31 dated 3 May 2026", "HKV-B 2026/31"),
        ("Order No: PO 20088417", "20088417"),
    ],
)
def test_letters_before_a_number_are_a_part_of_it_and_not_sure(line: str, number: str) -> None:
    rows = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Seal", "4", "10.00", "40.00"]]
    found = assemble(form(f"Purchase order\n{line}", rows)).header.document_number
    assert found is not None
    assert (found.value, found.sure) == (number, False)


def test_a_post_box_is_no_number_of_an_order() -> None:
    rows = [["Item", "Description", "Qty", "Price", "Amount"], ["1", "Seal", "4", "10.00", "40.00"]]
    found = assemble(form("Purchase order\nPO BOX 22017", rows)).header.document_number
    assert found is None or found.value != "BOX 22017"


@pytest.mark.parametrize(
    ("line", "number", "sure"),
    [
        ("备注：按贵司报价20031005执行", "20031005", True),
        ("报价单号：20017734号报价单执行", "20017734", True),
        ("报价单号：20017734。双方经协商订立本合同。", "20017734", True),
        ("报价单号：20017734、20017735", "20017734", False),
        ("按贵司报价20260105执行", "20260105", False),
    ],
)
def test_the_number_of_an_offer_ends_with_its_sentence(line: str, number: str, *, sure: bool) -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    found = assemble(form(f"采购订单\n{line}", rows)).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == (number, sure)


def test_whom_an_order_is_sent_to_is_none_of_two_buyers() -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    head = "舟山远洋船舶配件有限公司\n订货单\n发给：天津海密流体密封有限公司 张经理收"
    customer = assemble(form(head, rows)).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("舟山远洋船舶配件有限公司", True)


def test_the_number_of_the_form_is_none_of_the_order() -> None:
    rows = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴套", "4", "10.00", "40.00"]]
    text = "采购订单\n订单编号：LH-PO-260305-6\n\n表单号 QR-CG-011 版本 C"
    number = assemble(form(text, rows)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("LH-PO-260305-6", True)


@pytest.mark.parametrize(
    ("below", "number", "day"),
    [
        ("4500271936 / 25.03.2026", ("4500271936", True), ("2026-03-25", True)),
        ("25.03.2026 / 12", None, None),
    ],
)
def test_number_and_day_in_one_line_below_the_title_are_the_orders(
    below: str, number: tuple[str, bool] | None, day: tuple[str, bool] | None
) -> None:
    rows = [["Pos.", "Bezeichnung", "Menge", "Preis", "Betrag"], ["1", "Wellenhülse", "4", "10,00", "40,00"]]
    header = assemble(form(f"Bestellung\n{below}\nWährung: EUR", rows)).header
    told = [
        (each.value, each.sure) if each else None for each in (header.document_number, header.document_date)
    ]
    assert told == [number, day] or (number is None and not any(each and each[1] for each in told))
