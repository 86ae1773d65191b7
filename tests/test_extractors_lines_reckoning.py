"""Which columns are quantity, price and amount, by what they make."""

from extractors.lines.reckoning import find
from extractors.vocabulary.meanings import Role

ROWS = [["1", "4", "50.00", "200.00", "226.00"], ["2", "10", "12.50", "125.00", "141.25"]]


def roles(rows: list[list[str]], known: dict[Role, int] | None = None) -> dict[int, Role] | None:
    found = find(rows, known or {}, range(len(rows[0])))
    return found.roles if found is not None else None


def test_the_columns_that_close_are_found() -> None:
    assert roles(ROWS) == {1: Role.QUANTITY, 2: Role.PRICE, 3: Role.AMOUNT}


def test_a_price_unit_is_found_where_only_it_makes_the_amount() -> None:
    rows = [["400", "100", "12.50", "50.00"], ["6", "1", "20.00", "120.00"]]
    assert roles(rows) == {0: Role.QUANTITY, 1: Role.PRICE_PER, 2: Role.PRICE, 3: Role.AMOUNT}


def test_what_counts_in_whole_numbers_is_the_quantity() -> None:
    rows = [["50.00", "4", "200.00"], ["12.50", "10", "125.00"]]
    assert roles(rows) == {1: Role.QUANTITY, 0: Role.PRICE, 2: Role.AMOUNT}


def test_single_pieces_say_nothing_of_unknown_columns() -> None:
    assert roles([["1", "50.00", "50.00"], ["1", "12.50", "12.50"]]) is None


def test_one_row_in_four_may_fail() -> None:
    rows = [*ROWS, ["3", "1", "8.00", "8.00", "9.04"], ["4", "2", "8.00", "0.00", "0.00"]]
    assert roles(rows) == {1: Role.QUANTITY, 2: Role.PRICE, 3: Role.AMOUNT}


def test_a_known_column_keeps_its_role() -> None:
    rows = [["2", "3", "6", "12"], ["3", "4", "12", "36"]]
    found = roles(rows, {Role.QUANTITY: 1})
    assert found is not None
    assert found[1] is Role.QUANTITY
