"""How items of quotations stand: still offered, rejected, ordered before, or nobody knows."""

import pytest

from models.quotation import Quotation
from sap.quoting.quotations import read


def quotation(name: str, cell: str) -> Quotation:
    text = f"Quotation;Item;Material;Qty;Net price;{name}\n1;10;A1;10;1.50;{cell}\n1;20;A2;10;1.50;\n"
    (found,) = read(text.encode(), "list.csv").quotations
    return found


def flaws(found: Quotation) -> list[tuple[str, str | None, str | None]]:
    return [(each.reason, each.field, each.item) for each in found.flaws]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Item status", "Rejected"),
        ("Overall rejection status", "C"),
        ("ABSTA", "C"),
        ("Cancelled", "X"),
        ("Cancellation reason", "price"),
        ("Cancelled on", "2026-11-20"),
        ("Deletion flag", "X"),
        ("LOEVM", "X"),
        ("Rej.", "50"),
        ("已失效", "是"),
        ("Lost reason", "price"),
        ("Storniert", "ja"),
        ("Löschkennzeichen", "X"),
        ("作废", "X"),
        ("取消原因", "价格"),
        ("删除标识", "是"),
        ("行状态", "已取消"),
        ("Status", "Storniert"),
        ("Quotation status", "Withdrawn"),
        ("Overall status", "Cancelled"),
        ("总体状态", "已作废"),
    ],
)
def test_an_item_that_is_not_offered_any_more(name: str, mark: str) -> None:
    found = quotation(name, mark)
    assert [each.rejected for each in found.items] == [mark, None]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Overall status", "Completely referenced"),
        ("Overall status", "Teilweise in Arbeit"),
        ("Status", "C"),
        ("Status", "B - partially processed"),
        ("Quotation status", "Won"),
        ("RFSTK", "C"),
        ("Reference status", "Fully referenced"),
        ("报价状态", "已转订单"),
        ("Open quantity", "0"),
        ("Open quantity", "4"),
        ("Remaining qty", "?"),
        ("Offene Menge", "4"),
        ("剩余数量", "0"),
        ("Referenced qty", "2"),
        ("已下单数量", "6"),
    ],
)
def test_an_item_of_which_some_was_ordered(name: str, mark: str) -> None:
    assert flaws(quotation(name, mark)) == [("ordered_before", "quantity", "10")]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Overall status", "Lost"),
        ("Overall status", "Expired"),
        ("Status", "On hold"),
        ("Status", "ZX9"),
        ("Status", "Not released"),
        ("Status", "未审批"),
        ("状态", "草稿"),
        ("Remark", "cancelled by customer"),
        ("备注", "此项取消"),
        ("Info", "Position entfällt"),
        ("Bemerkung", "vom Kunden storniert"),
        ("Comment", "superseded by item 30"),
        ("Note", "deal lost to a competitor"),
    ],
)
def test_an_item_of_which_nobody_knows_whether_it_is_offered(name: str, mark: str) -> None:
    assert flaws(quotation(name, mark)) == [("status_unknown", "offered", "10")]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Status", "A"),
        ("Status", "A - not yet processed"),
        ("Status", "Open"),
        ("Status", "Not yet referenced"),
        ("Status", "Not cancelled"),
        ("Quotation status", "Sent to customer"),
        ("Quotation status", "Released"),
        ("Item status", "Not relevant"),
        ("报价状态", "已发送"),
        ("状态", "有效"),
        ("状态", "未清"),
        ("Status date", "2026-11-20"),
        ("Credit status", "B"),
        ("Approval status", "Z3"),
        ("MRP status", "A1"),
        ("Revision status", "B"),
        ("图纸状态", "C"),
        ("Cancelled", "No"),
        ("Deletion flag", "-"),
        ("Deleted on", "00000000"),
        ("Cancellation fee", "10 %"),
        ("Open quantity", "10"),
        ("Open quantity", "10.000"),
        ("Referenced qty", "0"),
        ("Remark", "non-cancellable, non-returnable"),
        ("Remark", "The order cannot be cancelled"),
        ("备注", "下单后不可取消"),
        ("Remark", "replaces LP-16"),
    ],
)
def test_an_item_that_is_offered_as_it_was(name: str, mark: str) -> None:
    found = quotation(name, mark)
    assert (flaws(found), [each.rejected for each in found.items]) == ([], [None, None])


@pytest.mark.parametrize(
    "mark",
    [
        "A",
        "A - Nothing rejected",
        "A Not rejected",
        "Not relevant",
        "n.a.",
        "☐",
        "Open",
        "不相关",
        "Not yet rejected",
    ],
)
def test_a_status_of_rejection_that_says_that_nothing_was(mark: str) -> None:
    assert quotation("Rejection status", mark).items[0].rejected is None
    assert quotation("Overall rejection status", mark).items[0].rejected is None


@pytest.mark.parametrize(
    ("headings", "cells", "rejected"),
    [
        ("Reason for rejection;Rejection status", ";A", None),
        ("Rejection status;Reason for rejection", "A;", None),
        ("Reason for rejection;Rejection status", "50;A", "50"),
        ("Reason for rejection;Rejection status", ";C", "C"),
        ("Reason for rejection;Rejection status", "A;A", "A"),
    ],
)
def test_each_column_of_rejection_is_read_by_its_own_heading(
    headings: str, cells: str, rejected: str | None
) -> None:
    assert quotation(headings, cells).items[0].rejected == rejected


def test_a_column_that_says_how_items_stand_is_not_told_as_unused() -> None:
    text = "Quotation;Item;Material;Net price;Item status;Weight\n1;10;A1;1.50;Open;2\n"
    assert read(text.encode(), "list.csv").unknown == ("Weight",)


def flaws_of(name: str, first: str, second: str) -> list[tuple[str, str | None]]:
    names = f"Quotation;Item;Material;Qty;Net price;Net value;{name}"
    rows = f"1;10;A1;4;320,00;1280,00;{first}\n1;20;A2;10;65,00;650,00;{second}\n"
    (found,) = read(f"{names}\n{rows}".encode(), "list.csv").quotations
    gone = [("rejected", each.item) for each in found.items if each.rejected]
    return [*gone, *((each.reason, each.item) for each in found.flaws)]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("OS", "A", "C"),
        ("OvSt", "A", "C"),
        ("OvrlStat", "A", "B"),
        ("RefSt", "A", "C"),
        ("RefStat", "Not referenced", "Completely processed"),
        ("GesStat", "", "Vollständig bearbeitet"),
        ("BezStat", "", "C"),
        ("Processed", "", "X"),
        ("Erledigt", "", "ja"),
        ("Won", "", "X"),
        ("中标", "", "X"),
        ("已转订单", "", "X"),
        ("Ordered on", "", "2026-11-10"),
        ("Follow-on document", "", "30005678"),
        ("Subsequent doc.", "", "30005678"),
        ("Folgebeleg", "", "30005678"),
        ("后续凭证", "", "0030005678"),
        ("已转订单号", "", "30005678"),
        ("Sales order", "", "30005678"),
        ("SO number", "", "30005678"),
        ("Auftragsnummer", "", "30005678"),
        ("进度", "", "已下单"),
        ("Fortschritt", "", "abgeschlossen"),
        ("Call-off qty", "", "10"),
        ("Ordered qty", "", "10"),
        ("Qty ordered", "0", "10"),
        ("Ref. qty", "", "10"),
        ("Open", "4", "0"),
        ("Remaining", "4", "5"),
        ("Rest", "4", "0"),
        ("剩余", "4", "0"),
        ("Open value", "1280,00", "0,00"),
        ("未清金额", "1280,00", "325,00"),
    ],
)
def test_an_item_of_which_orders_were_made(name: str, first: str, second: str) -> None:
    assert ("ordered_before", "20") in flaws_of(name, first, second)


@pytest.mark.parametrize("name", ["DelInd", "LVorm", "LÖ", "Deletion flag"])
def test_a_mark_of_deletion_by_its_short_name(name: str) -> None:
    assert flaws_of(name, "", "X") == [("rejected", "20")]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("状态", "", "未中标"),
        ("结果", "", "未成交"),
        ("Status", "", "nicht beauftragt"),
        ("Status", "", "not awarded"),
        ("Status", "", "Sent, superseded"),
        ("Status", "", "offen/überholt"),
        ("Status", "", "open (revised, see 20018900)"),
        ("Status", "", "pending approval"),
        ("Ustat", "", "CANC"),
        ("Approval status", "", "not approved"),
        ("审批状态", "", "驳回"),
        ("审批状态", "已通过", "未通过"),
        ("Freigabe", "ja", "nein"),
        ("Valid", "yes", "no"),
        ("有效", "是", "否"),
        ("是否有效", "是", "否"),
        ("Gültig", "ja", "nein"),
        ("Still valid?", "Y", "N"),
        ("Active", "X", ""),
        ("Approved", "Yes", "No"),
        ("Hold", "", "X"),
        ("Blocked", "", "X"),
        ("Sperre", "", "X"),
        ("冻结", "", "X"),
        ("Do not use", "", "X"),
        ("Delay", "", "6 weeks"),
        ("Verzug", "", "6 Wochen"),
        ("Offer state", "", "superseded"),
        ("Stand", "", "verloren"),
    ],
)
def test_a_word_that_takes_back_goes_before_one_that_offers(name: str, first: str, second: str) -> None:
    assert flaws_of(name, first, second) == [("status_unknown", "20")]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Status", "under negotiation"),
        ("Status", "in Verhandlung"),
        ("Status", "Waiting for order"),
        ("状态", "已报"),
        ("状态", "等客户下单"),
        ("状态", "报价完成"),
        ("Status", "Not yet ordered"),
        ("Reason for rejection", "#"),
        ("OvrlStat", "A"),
        ("RefStat", "Not yet referenced"),
        ("DlvStat", "C"),
        ("Open", "X"),
        ("Active", ""),
        ("Valid", "yes"),
        ("Approved", "X"),
        ("Approval status", "approved"),
        ("审批状态", "已通过"),
        ("Processed by", "J. Doe"),
        ("Won", "no"),
        ("Hold", ""),
        ("Block", "-"),
        ("Delay", "0"),
        ("Delivery block", "Z1"),
        ("Credit block", "X"),
        ("Stand", "2026-11-20"),
        ("Follow-on document", ""),
        ("Open value", ""),
    ],
)
def test_a_list_in_which_everything_is_offered(name: str, mark: str) -> None:
    assert flaws_of(name, mark, mark) == []
    assert flaws_of("Sales order", "", "") == []


def test_quantities_and_values_that_are_all_left() -> None:
    assert flaws_of("Open", "4", "10") == flaws_of("Open value", "1280,00", "650,00") == []
