import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sap import blocks, deliveries, orders, packed, table
from sap.blocks import Block, RawRow
from sap.table import AS_CELLS, AS_IT_IS, AS_TEXT, Scanned, Source

ABOUT = {"source": "a", "reader": "1"}
CELLS = some.one_of(
    some.text(max_size=6),
    some.sampled_from(["\0n5", "\0", "\0d2026-01-01", "0030000001", "\ud800"]),
    some.integers(),
    some.floats(allow_nan=False),
    some.booleans(),
    some.decimals(allow_nan=False, allow_infinity=False),
    some.dates(),
    some.none(),
)


def form(rows: Sequence[RawRow], how: str = AS_IT_IS) -> bytes:
    made = packed.pack([Source("Sheet1", lambda: iter(rows), how)], ABOUT)
    assert made is not None
    return made


def scanned(data: bytes, name: str) -> Scanned:
    """Return an export as its form gives it."""
    made = packed.pack(table.scanned(data, name).sources, ABOUT)
    assert made is not None
    sources = packed.unpack(made, ABOUT)
    assert sources is not None
    return Scanned(sources)


def unpacked(data: bytes) -> Source:
    found = packed.unpack(data, ABOUT)
    assert found is not None
    (source,) = found
    return source


@given(some.lists(some.lists(CELLS, max_size=5), max_size=8))
def test_every_cell_comes_back_as_it_was(rows: list[list[object]]) -> None:
    back = list(unpacked(form(rows)).rows())
    assert [list(each) for each in back] == rows
    assert [[type(cell) for cell in row] for row in back] == [[type(cell) for cell in row] for row in rows]


def test_rows_of_several_blocks_keep_their_order_and_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "ROWS", 3)
    rows = [[str(at)] * (at % 4) for at in range(11)]
    source = unpacked(form(rows))
    assert [len(each) for each in source.blocks()] == [3, 3, 3, 2]
    assert [list(each) for each in source.rows()] == rows
    assert [cell for each in source.blocks() for cell in each.column(2)] == [
        row[2] if len(row) > 2 else "" for row in rows
    ]
    assert [cell for each in source.blocks() for cell in each.column(7)] == [""] * 11


def test_a_moment_is_kept_as_its_day() -> None:
    moment = dt.datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - spreadsheets know no time zones
    source = unpacked(form([[moment, dt.time(9, 30)]], AS_CELLS))
    assert [source.clean(row) for row in source.rows()] == [(dt.date(2026, 3, 2), "09:30:00")]


def test_raw_rows_become_cells_as_before() -> None:
    raw = [["  A  B ", "", 1.1 + 2.2, True, None]]
    for how in (AS_CELLS, AS_TEXT + ","):
        before = Source("Sheet1", lambda: iter(raw), how)
        after = unpacked(form(raw, how))
        assert [after.clean(row) for row in after.rows()] == [before.clean(row) for row in raw]
    assert unpacked(form([["---", "+"]], AS_TEXT + "\t")).clean(["---", "+"]) == ()


def test_what_was_made_of_or_by_something_else_is_no_form() -> None:
    data = form([["a"]])
    assert packed.unpack(data, ABOUT | {"reader": "2"}) is None
    assert packed.unpack(data, ABOUT | {"source": "b"}) is None
    assert packed.unpack(b"", ABOUT) is None
    assert packed.unpack(data[:-40], ABOUT) is None


@given(some.integers(min_value=0), some.integers(1, 255))
def test_a_changed_byte_is_seen(at: int, by: int) -> None:
    data = bytearray(form([["a", Decimal(5)], ["b"]]))
    data[at % len(data)] ^= by
    assert packed.unpack(bytes(data), ABOUT) is None


ORDERS = "Sales Doc.,Item,Order Qty,Net price,Net value,Ref. doc.\n" + "".join(
    f"00{30_000_000 + at // 3},{10 * (at % 3 + 1)},2.000,{at + 1}.50,{2 * at + 3}.00,{20_000_000 + at % 7}\n"
    for at in range(5000)
)
DELIVERIES = (
    "|Delivery|Item|Reference Document|Reference Item|Dlv.qty|Act. Gds Mvmnt Date|\n|---|\n"
    "|80000001|10|30000001|10|1,5|03.04.2026|\n|        |20|        |20|2,5|04.04.2026|\n"
    "|80000002|10|30000002|10|1,0|13.04.2026|\n"
)


@pytest.mark.parametrize("wanted", [{"30000001"}, {"20000003", "30001666"}, {"nothing"}, None])
def test_what_is_read_of_a_form_is_what_is_read_of_the_file(wanted: set[str] | None) -> None:
    plain = orders.read(ORDERS.encode(), "va05.csv", wanted)
    assert orders.read(scanned(ORDERS.encode(), "va05.csv"), "va05.csv", wanted) == plain
    assert plain.total == 5000


@pytest.mark.parametrize("gone_through", [0, 1, 2])
def test_a_form_made_on_the_way_is_the_one_made_alone(gone_through: int) -> None:
    sheets = table.scanned(ORDERS.encode(), "va05.csv")
    on_the_way = packed.Packing(sheets.sources)
    for _ in range(gone_through):
        found = orders.read(on_the_way.sheets, "va05.csv", {"30000001"})
        assert found == orders.read(ORDERS.encode(), "va05.csv", {"30000001"})
    assert on_the_way.form(ABOUT) == packed.pack(sheets.sources, ABOUT)


def test_a_sheet_that_was_left_half_way_is_packed_whole() -> None:
    sheets = table.scanned(ORDERS.encode(), "va05.csv")
    on_the_way = packed.Packing(sheets.sources)
    (source,) = on_the_way.sheets.sources
    next(source.blocks())
    assert on_the_way.form(ABOUT) == packed.pack(sheets.sources, ABOUT)


def test_an_export_is_gone_through_once_for_reading_and_packing(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    plain = Source.blocks

    def blocks_of(source: Source) -> Iterator[Block]:
        begun.append(source.name)
        return plain(source)

    on_the_way = packed.Packing(table.scanned(ORDERS.encode(), "va05.csv").sources)
    monkeypatch.setattr(Source, "blocks", blocks_of)
    orders.read(on_the_way.sheets, "va05.csv", {"30000001"})
    assert on_the_way.form(ABOUT) is not None
    assert len(begun) == 2, "the sheet that packs on the way, and the one below it"


@pytest.mark.parametrize("odd", ['a "b"', "a\\b", "a\tb", "\u3000", 5, None, "\ud800", ""])
def test_texts_of_a_column_are_written_as_json_writes_them(odd: object) -> None:
    column = ["0030000001", "机械密封 108-45", odd]
    assert packed._column(column) == packed._text(column).encode("utf-8", "surrogatepass")


def test_a_row_that_goes_on_from_the_one_above_does_so_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "ROWS", 3)
    found = deliveries.read(scanned(DELIVERIES.encode(), "vl06o.txt"), "vl06o.txt", {"30000001"})
    assert [(each.delivery, each.order_item) for each in found.rows] == [("80000001", "10")]
    assert found == deliveries.read(DELIVERIES.encode(), "vl06o.txt", {"30000001"})
    assert found.total == 3


def test_a_row_that_is_wider_than_any_list_makes_no_form() -> None:
    """All rows of its block would be filled up to it: a million delimiters would take all memory."""
    rows = [["a", "b"], [""] * 1000]
    on_the_way = packed.Packing([Source("Sheet1", lambda: iter(rows))])
    (source,) = on_the_way.sheets.sources
    assert [len(each) for block in source.blocks() for each in block.rows()] == [2, 1000], "it is read"
    assert on_the_way.form(ABOUT) is None
