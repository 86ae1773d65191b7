"""Scores of comparisons, by hand-made reports."""

from bench import checks
from bench.outputs import Json
from bench.tally import check_figures
from bench.truths import CheckTruth

PRICE = {"field": "unit_price", "line": 2, "quote_item": "20", "kind": "differs"}
EARLY: Json = {
    "field": "delivery_date",
    "line": None,
    "quote_item": None,
    "kind": "differs",
    "also": [{"field": "lead_time", "line": 1, "quote_item": "10", "kind": "differs"}],
}


def truth(*differences: Json, verdict: str = "review", tolerated: tuple[Json, ...] = ()) -> CheckTruth:
    return CheckTruth("in/a.eml", "po.pdf", verdict, "20017734", differences, tolerated)


def report(*differences: Json, verdict: str = "review", quotation: str = "20017734") -> Json:
    return {"verdict": verdict, "quotation_number": quotation, "differences": list(differences)}


def test_a_reported_true_difference_is_found() -> None:
    scored = checks.score(truth(PRICE), report(PRICE))
    assert (len(scored.found), len(scored.missed), len(scored.false)) == (1, 0, 0)


def test_one_on_another_line_is_missed_and_false() -> None:
    scored = checks.score(truth(PRICE), report(PRICE | {"line": 3, "quote_item": "30"}))
    assert (len(scored.found), len(scored.missed), len(scored.false)) == (0, 1, 1)


def test_any_of_the_places_that_say_the_same_is_right() -> None:
    scored = checks.score(truth(EARLY), report(EARLY["also"][0]))
    assert (len(scored.found), len(scored.missed), len(scored.false)) == (1, 0, 0)


def test_the_quoted_item_counts_where_both_name_one() -> None:
    assert checks.score(truth(PRICE), report(PRICE | {"quote_item": "000020"})).found
    assert checks.score(truth(PRICE), report(PRICE | {"quote_item": None})).found
    assert checks.score(truth(PRICE), report(PRICE | {"quote_item": "30"})).missed


def test_what_is_tolerated_or_information_is_not_false() -> None:
    amount = {"field": "amount", "line": 2, "quote_item": "20", "kind": "differs"}
    unsure = {"field": "quantity", "line": 1, "quote_item": "10", "kind": "unsure"}
    made = truth(tolerated=({"field": "amount", "kind": "differs"},))
    assert checks.score(made, report(amount, unsure)).false == ()


def test_a_match_that_a_perfect_reader_would_not_give_is_wrong() -> None:
    assert checks.score(truth(PRICE), report(verdict="match")).wrong_match


def test_a_match_with_another_quotation_is_wrong() -> None:
    assert checks.score(truth(verdict="match"), report(verdict="match", quotation="20017735")).wrong_match
    assert not checks.score(
        truth(verdict="match"), report(verdict="match", quotation="0020017734")
    ).wrong_match


def test_an_order_that_was_not_checked_is_counted() -> None:
    figures = check_figures([checks.score(truth(PRICE), None)])
    assert (figures.not_found, figures.missed, figures.verdicts_right) == (1, 1, 0)
    assert figures.f1 == 0


def test_matches_that_are_given_are_counted_among_those_that_there_are() -> None:
    given, open_one, other = (
        checks.score(truth(verdict="match"), report(verdict="match")),
        checks.score(truth(verdict="match"), report(verdict="review")),
        checks.score(truth(PRICE), report(verdict="match")),
    )
    figures = check_figures([given, open_one, other])
    assert (figures.matched, figures.matches, figures.wrong_match) == (1, 2, 1)
