import export_builders as builders
import pytest
import reconcile_builders

from models.invoice_desk import ExportKind
from sap import export_kinds, invoice_profiles, orders, shapes
from sap.export_kinds import INVOICE_LIST, QUOTATIONS
from sap.headers import ColumnNames
from sap.selection import SomeKeys

FILES = (
    (builders.ORDERS, ExportKind.ORDERS),
    (builders.DELIVERIES, ExportKind.DELIVERIES),
    (builders.BILLING, ExportKind.BILLING),
    (builders.DUE, ExportKind.DUE),
    (builders.MATERIALS, ExportKind.MATERIALS),
    (builders.PROFILES, ExportKind.PROFILES),
    (builders.QUOTATIONS, QUOTATIONS),
    (builders.LIST, INVOICE_LIST),
)


@pytest.mark.parametrize(("text", "kind"), FILES, ids=[str(kind) for _, kind in FILES])
def test_an_export_is_known_by_its_headings(text: str, kind: str) -> None:
    found = export_kinds.recognise(text.encode(), "export.csv")
    assert found.kind == kind
    assert kind in found.possible


def test_exports_in_all_words_notations_and_containers_are_known() -> None:
    cases, lists = reconcile_builders.load()
    for listed in lists:
        for expected, (name, data) in reconcile_builders.build(listed, cases).contents.items():
            kind = INVOICE_LIST if expected == "list" else expected
            assert export_kinds.recognise(data, name).kind == kind, (listed["name"], expected)


def test_a_file_that_may_be_two_kinds_is_none_for_sure() -> None:
    text = "VBELN,POSNR,Quantity,Net price,Curr.\n30005678,10,5,20.00,CNY\n"
    found = export_kinds.recognise(text.encode(), "export.csv")
    assert found.kind is None
    assert {ExportKind.ORDERS, INVOICE_LIST} <= set(found.possible)


def test_a_list_with_quotations_among_its_orders_is_one_of_orders() -> None:
    both = builders.QUOTATIONS + "0030005678,000010,OR,0000100234,90010045,10,EA,118.10,1181.00,CNY\n"
    assert export_kinds.recognise(both.encode(), "export.csv").kind == ExportKind.ORDERS


def test_orders_without_the_types_of_documents_are_not_told_from_quotations() -> None:
    text = builders.ORDERS.replace(",SaTy,", ",XY,").replace(",Ref. doc.", ",Z")
    found = export_kinds.recognise(text.encode(), "export.csv")
    assert found.kind is None
    assert found.possible == (ExportKind.ORDERS, QUOTATIONS)


def test_something_else_is_nothing() -> None:
    found = export_kinds.recognise(b"a,b,c\n1,2,3\n", "export.csv")
    assert (found.kind, found.possible) == (None, ())


def test_the_shape_is_that_of_the_headings_alone() -> None:
    def shape(text: str) -> str:
        return orders.read(text.encode(), "a.csv").shape

    first = shape(builders.ORDERS)
    assert first == shape("Export of 2026-03-01\n" + builders.ORDERS.replace("118.10", "7.00"))
    assert first != shape(builders.ORDERS.replace("SaTy", "DocTy"))
    assert first in set(shapes.possible(builders.ORDERS.encode(), "a.csv"))
    assert first not in set(shapes.possible(builders.DELIVERIES.encode(), "a.csv"))


def test_the_shape_of_headings_on_two_rows_is_found_before_they_are_understood() -> None:
    text = "Customer,Invoice,Invoice,Tax\nnumber,mode,title,number\n100234,single,Works,9131\n"
    read = invoice_profiles.read(text.encode(), "a.csv")
    assert len(read.rows) == 1
    assert read.shape in set(shapes.possible(text.encode(), "a.csv"))


def test_what_a_person_says_of_a_column_counts() -> None:
    text = builders.ORDERS.replace("Order Qty", "Stück im Auftrag")
    names = ColumnNames({}, {"stück im auftrag": "quantity"})
    read = orders.read(text.encode(), "a.csv", None, names)
    assert read.columns["Stück im Auftrag"] == "quantity"
    assert [str(each.quantity) for each in read.rows][:2] == ["10", "5"]


def test_a_column_that_a_person_chose_stands_before_one_that_is_known() -> None:
    text = "Sales Doc.,Item,Order Qty,Open,Net price\n1,10,5,3,20\n"
    names = ColumnNames({}, {"Open": "quantity"})
    read = orders.read(text.encode(), "a.csv", None, names)
    assert str(read.rows[0].quantity) == "3"
    assert "Order Qty" in read.unknown


def test_a_column_that_is_not_to_be_used_is_not() -> None:
    read = orders.read(builders.ORDERS.encode(), "a.csv", None, ColumnNames({}, {"Ref. doc.": ""}))
    assert "Ref. doc." in read.unknown
    assert {each.reference for each in read.rows} == {None}


def test_of_two_columns_with_one_name_the_number_tells() -> None:
    text = "Sales Doc.,Item,Qty,Qty,Net price\n1,10,5,3,20\n2,10,6,4,20\n"
    read = orders.read(text.encode(), "a.csv", None, ColumnNames({}, {"#4": "quantity"}))
    assert [str(each.quantity) for each in read.rows] == ["3", "4"]
    assert read.columns["#4"] == "quantity"


def test_a_part_of_all_keys_is_always_the_same_part() -> None:
    some = SomeKeys(25)
    found = {str(number) for number in range(10_000) if str(number) in some}
    assert 200 < len(found) < 600
    assert found == {str(number) for number in range(10_000) if str(number) in SomeKeys(25)}
    assert "" not in some


def test_all_rows_are_counted_whatever_is_asked_for() -> None:
    read = orders.read(builders.ORDERS.encode(), "a.csv", {"30005679"})
    assert (len(read.rows), read.total) == (1, 4)
