"""What a person's word makes of an answered list: its own rows, those that go with them, and nothing else."""

from dataclasses import replace
from decimal import Decimal

from invoicing_orders import decided

from desk.invoicing import revising
from models.invoice_sources import Said
from models.invoicing import Answer, Code, Decision, InvoiceGroup

FREE = Said("free")


def row(answer: Answer, at: int, code: Code, group: str | None = None, *reasons: Said) -> Decision:
    return replace(answer.decisions[at], code=code, group=group, reasons=reasons or (FREE,))


def group(name: str, *rows: Decision) -> InvoiceGroup:
    gross = sum((each.facts.gross or Decimal(0) for each in rows), Decimal(0))
    return InvoiceGroup(name, rows, "A", "A", "CNY", Decimal(13), gross, Decimal(0), gross)


def answer(codes: list[tuple[Code, str | None]], *, named: str = "-") -> Answer:
    """Return an answer to the made-up list; each row says which invoice it is apart from."""
    base = decided()
    rows = tuple(
        row(base, at, code, name, Said("split", {"field": "payer", "n": 1, "group": named}))
        for at, (code, name) in enumerate(codes)
    )
    names = dict.fromkeys(name for _, name in codes if name)
    return Answer(rows, tuple(group(name, *(each for each in rows if each.group == name)) for name in names))


HELD, GO, WITH = Code.HOLD_NOT_ACCEPTED, Code.INVOICE, Code.CONSOLIDATE
ORDER = decided().decisions[3].row.order or ""


def test_a_row_that_joins_a_lone_one_makes_an_invoice_with_a_free_name() -> None:
    stands = answer([(WITH, "G1"), (WITH, "G1"), (GO, None), (HELD, None), (GO, None)])
    given = answer([(WITH, "G1"), (WITH, "G1"), (WITH, "G2"), (WITH, "G2"), (GO, None)])
    made = revising.revised(stands, stands, given, ORDER)
    assert {at: (each.code, each.group) for at, each in made.rows.items()} == {
        2: (WITH, "G2"),
        3: (WITH, "G2"),
    }
    assert [(each.name, len(each.decisions)) for each in made.groups] == [("G1", 2), ("G2", 2)]


def test_invoices_keep_their_names_though_another_one_comes_before_them() -> None:
    stands = answer([(GO, None), (HELD, None), (GO, None), (HELD, None), (WITH, "G1"), (WITH, "G1")])
    given = answer([(WITH, "G1"), (HELD, None), (GO, None), (WITH, "G1"), (WITH, "G2"), (WITH, "G2")])
    made = revising.revised(stands, stands, given, ORDER)
    assert {at: each.group for at, each in made.rows.items()} == {0: "G2", 3: "G2"}
    assert [each.name for each in made.groups] == ["G2", "G1"], "in the list's order"


def test_reasons_name_invoices_as_they_are_called_now() -> None:
    stands = answer([(GO, None), (WITH, "G1"), (WITH, "G1"), (HELD, None)])
    given = answer([(WITH, "G1"), (WITH, "G2"), (WITH, "G2"), (WITH, "G1")], named="G1")
    made = revising.revised(stands, stands, given, ORDER)
    assert {each.reasons[0].values["group"] for each in made.rows.values()} == {"G2"}


def test_what_a_newer_export_changed_is_left_to_the_next_list() -> None:
    stands = answer([(GO, None), (WITH, "G1"), (WITH, "G1"), (HELD, None)])
    without = answer([(Code.ALREADY_INVOICED, None), (WITH, "G1"), (WITH, "G1"), (HELD, None)])
    given = answer([(Code.ALREADY_INVOICED, None), (WITH, "G1"), (WITH, "G1"), (GO, None)])
    made = revising.revised(stands, without, given, ORDER)
    assert {at: each.code for at, each in made.rows.items()} == {3: GO}
    assert made.groups == stands.groups


def test_the_rows_of_the_order_get_what_holds_now_even_where_the_word_changes_nothing() -> None:
    stands = answer([(GO, None), (GO, None), (GO, None), (HELD, None)])
    now = answer([(GO, None), (GO, None), (GO, None), (Code.ALREADY_INVOICED, None)])
    made = revising.revised(stands, now, now, ORDER)
    assert {at: each.code for at, each in made.rows.items()} == {3: Code.ALREADY_INVOICED}


def test_an_invoice_that_loses_a_row_keeps_the_sums_of_the_others() -> None:
    stands = answer([(WITH, "G1"), (WITH, "G1"), (GO, None), (WITH, "G1")])
    given = answer([(WITH, "G1"), (WITH, "G1"), (GO, None), (HELD, None)])
    made = revising.revised(stands, stands, given, ORDER)
    assert made.rows[3].group is None
    (left,) = made.groups
    assert (left.name, len(left.decisions)) == ("G1", 2)
    assert left.gross == sum(each.facts.gross or 0 for each in left.decisions)
