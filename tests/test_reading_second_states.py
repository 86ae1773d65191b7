"""Columns that say in words that an item is cancelled, put off or another one; and those that do not."""

import pytest
from ordered_rows import ordered, with_column
from paper import paper

from extractors.assemble import assemble
from models.reading import Reading

TAXED = (
    ("New price excl. VAT", "51.50"),
    ("New unit price (excl. tax)", "51.50"),
    ("Revised price net of VAT", "51.50"),
    ("Final price incl. 13 % VAT", "51.50"),
    ("新单价(不含税)", "51.50"),
    ("变更后单价（未税）", "51.50"),
    ("調整後單價（含稅13%）", "51.50"),
    ("Neuer Preis zzgl. MwSt.", "51.50"),
    ("Geänderter Preis ohne MwSt.", "51.50"),
    ("Price increase excl. VAT", "1.50"),
    ("变更数量(重新核定)", "7"),
    ("New qty as of 1 Dec", "7"),
    ("Neue Menge ab Datum", "7"),
    ("New quantity (code A)", "7"),
    ("Revised unit price effective from 1 January 2027 excluding VAT", "51.50"),
    ("New price", "55.00 / 100"),
    ("New price", "EUR 55.00 per 100"),
)
TAXES = (
    ("New tax rate", "13"),
    ("New VAT rate", "19"),
    ("Revised VAT amount", "7.00"),
    ("新税率", "9"),
    ("变更后税额", "28.00"),
    ("Actual weight", "7"),
    ("实际重量", "7"),
    ("Confirmed date", "12"),
    ("New price", "55.00 / 1"),
    ("New price excl. VAT", "55.00"),
    ("Old price excl. VAT", "51.50"),
)
UNDONE = (
    ("是否取消", "是"),
    ("取消原因", "客户要求"),
    ("作废日期", "2026-12-01"),
    ("On hold", "until spring"),
    ("On hold", "customer"),
    ("Hold reason", "drawing missing"),
    ("Hold", "X"),
    ("Deleted", "K. Jensen"),
    ("Delete", "X"),
    ("Delete?", "yes"),
    ("Cancelled on", "2026-12-01"),
    ("Cancellation reason", "not needed"),
    ("Postponed until", "May"),
    ("Löschen", "X"),
    ("Löschkennzeichen", "L"),
    ("Gelöscht", "ja"),
    ("Stornogrund", "Bedarf entfallen"),
    ("Gesperrt bis", "Mai"),
    ("Annulé", "oui"),
    ("Supprimé", "M. Durand"),
    ("Eliminado", "sí"),
    ("Vervallen", "ja"),
    ("已取消", "张"),
    ("暂缓", "等图纸"),
)
STANDING = ("N", "No", "no", "否", "nein", "-", "0", "", "non", "false", "☐", "active", "released")
RENAMED = (
    ("Replaced by", "PP 85 bag"),
    ("Substitute", "Filter basket 300"),
    ("Superseded by", "4999"),
    ("New article", "4999"),
    ("New part no.", "DK-70-999"),
    ("Neuer Artikel", "Filterkorb 300"),
    ("Ersetzt durch", "Korb 300"),
    ("替代产品", "滤篮300"),
    ("Revised description", "Filter basket 300"),
    ("变更后名称", "滤篮300"),
    ("Neue Bezeichnung", "Filterkorb 300"),
)
SAME = (
    ("Replaced by", "-"),
    ("Replaced by", "none"),
    ("Substitute allowed", "yes"),
    ("可否替代", "可"),
    ("New article", "X"),
    ("New article", "yes"),
    ("Revised description", ""),
    ("Previous description", "Basket"),
)


@pytest.mark.parametrize(("heading", "cell"), TAXED)
def test_a_new_figure_opens_its_item_whatever_else_its_heading_says(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, ["", cell])) == [True, False]


@pytest.mark.parametrize(("heading", "cell"), TAXES)
def test_a_new_tax_or_time_or_the_same_figure_opens_nothing(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, ["", cell]))[1]


@pytest.mark.parametrize(("heading", "cell"), UNDONE)
def test_any_word_under_what_was_cancelled_opens_its_item(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, ["", cell])) == [True, False]


@pytest.mark.parametrize("heading", ["Cancelled", "On hold", "是否取消", "Deleted", "Storno", "Delete"])
@pytest.mark.parametrize("cell", STANDING)
def test_a_no_under_what_was_cancelled_opens_nothing(heading: str, cell: str) -> None:
    read = assemble(with_column(heading, [cell, cell]))
    assert ordered(with_column(heading, [cell, cell])) == [True, True]
    assert read.header.document_number is not None
    assert read.header.document_number.sure


def _parts(heading: str, cell: str) -> list[bool]:
    lines = assemble(with_column(heading, ["", cell])).lines
    return [each.description is not None and each.description.sure for each in lines]


@pytest.mark.parametrize(("heading", "cell"), RENAMED)
def test_another_thing_in_the_place_of_an_item_opens_what_it_is(heading: str, cell: str) -> None:
    line = assemble(with_column(heading, ["", cell])).lines[1]
    told = (line.part_number, line.customer_part_number)
    assert not any(each is not None and each.sure and each.value is not None for each in told)


@pytest.mark.parametrize(("heading", "cell"), SAME)
def test_no_other_thing_leaves_the_item_sure(heading: str, cell: str) -> None:
    assert _parts(heading, cell) == _parts("Plant", "")


@pytest.mark.parametrize(
    ("heading", "cell"), [("Open qty", "0"), ("Rest", "0"), ("Kunde neu", "4711"), ("New vendor", "4711")]
)
def test_what_a_program_fills_in_for_every_item_opens_nothing(heading: str, cell: str) -> None:
    assert ordered(with_column(heading, [cell, cell])) == [True, True]


def test_nothing_left_of_one_item_opens_that_item() -> None:
    assert ordered(with_column("Open qty", ["6", "0"])) == [True, False]


CARD = """
Item: {at}0
Your part no.: LP-16-4{at}00
Description: Filter bag PP 6{at}
Quantity: {count}
Unit price: CNY 26.00
Amount: CNY 260.00
"""


def _cards(foot: str = "", count: str = "10 pc") -> Reading:
    head = "Purchase order\nPurchase order no.: PO-55170\nDate: 2026-11-23\nBuyer: Hill Pumps Ltd\n"
    cards = "".join(CARD.format(at=at, count=count) for at in (1, 2))
    return assemble(paper(f"{head}{cards}\nPO total: CNY 520.00\n{foot}\n"))


def _is_sure(read: Reading) -> bool:
    line = read.lines[-1]
    return all(each is not None and each.sure for each in (line.quantity, line.unit_price))


@pytest.mark.parametrize("foot", ["Change: 3", "Approved: 4711", "审核：12", "Final total: 520.00"])
def test_what_stands_below_the_total_is_of_no_item(foot: str) -> None:
    assert _is_sure(_cards(foot))


@pytest.mark.parametrize("foot", ["New quantity: 12 pc", "Revised unit price: CNY 28.00", "Cancelled: 10 pc"])
def test_a_second_quantity_below_the_total_still_opens_the_last_item(foot: str) -> None:
    assert not _is_sure(_cards(foot))


@pytest.mark.parametrize("count", ["10 pc, size 65", "10 pc, 4 weeks", "10件，其中2件备用", "10 pc (rev 3)"])
def test_a_size_or_a_time_behind_a_quantity_is_no_second_one(count: str) -> None:
    assert _is_sure(_cards(count=count))


@pytest.mark.parametrize("count", ["10, now 12", "10 pc, 12", "10件，另备2件", "10 + 2"])
def test_a_second_quantity_behind_the_first_opens_it(count: str) -> None:
    assert not _is_sure(_cards(count=count))
