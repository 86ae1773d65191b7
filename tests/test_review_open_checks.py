"""A check that was not made and needs a decision stands open beside what it is about, in plain words."""

import pytest
from compare_builders import held, item, line, order, quotation

from models.comparison import Comparison, Verdict
from models.quotation import Flaw
from models.reading import Evidence
from review import clause_words, values
from review.line_view import LineView, lines

FIRST, SECOND = line(), line(part_number="10076508")
UNCLEAR = Flaw(4, "price_unclear", "Rebate % 5", "price", "20")
OF_ALL = Flaw(1, "said_of_all", "All prices per 100 pieces")
HEADER = ("part_number",)


def compared(*flaws: Flaw) -> Comparison:
    two = (item(), item("20", part_number="10076508"))
    return held(order(FIRST, SECOND), quotation(*two, flaws=flaws))


def shown(lang: str, *flaws: Flaw) -> tuple[LineView, ...]:
    return lines(lang, (FIRST, SECOND), compared(*flaws))


@pytest.mark.parametrize(
    ("lang", "row", "why"),
    [("en", "row 4: Rebate % 5", "beside its price"), ("zh", "第 4 行：Rebate % 5", "单价旁")],
)
def test_a_price_that_the_export_leaves_open_is_open_on_its_line_and_says_why(
    lang: str, row: str, why: str
) -> None:
    first, second = shown(lang, UNCLEAR)
    price = next(each for each in second.values if each.field == "unit_price")
    assert (first.open, second.open, second.remarked) == (False, True, True)
    assert (price.open, price.severity, price.quotation) == (True, "major", row)
    assert any(why in each for each in price.remarks)


def test_a_check_that_nothing_asks_for_stays_closed() -> None:
    assert not any(each.open for each in shown("en"))


@pytest.mark.parametrize(("lang", "why"), [("en", "all items at once"), ("zh", "针对所有项目")])
def test_what_an_export_says_of_all_items_has_words_of_its_own(lang: str, why: str) -> None:
    checks = [each for each in compared(OF_ALL).checks if each.line is None]
    found = [each for each in values.values(lang, "h", {}, checks, HEADER) if each.open]
    assert [each.field for each in found] == ["part_number"]
    assert any(why in each for each in found[0].remarks)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "beside the rows: Offer expired"), ("zh", "表格之外：Offer expired")]
)
def test_what_stands_in_no_row_of_an_export_is_in_none(lang: str, said: str) -> None:
    checks = [each for each in compared(Flaw(0, "said_of_all", "Offer expired")).checks if each.line is None]
    assert said in [each.quotation for each in values.values(lang, "h", {}, checks, HEADER)]


@pytest.mark.parametrize(("lang", "why"), [("en", "could not be looked at"), ("zh", "未能查看")])
def test_a_file_that_nobody_looked_through_says_so(lang: str, why: str) -> None:
    compared_ = compared(Flaw(0, "not_looked_through", ""))
    assert compared_.verdict is not Verdict.MATCH
    checks = [each for each in compared_.checks if each.line is None]
    found = [each for each in values.values(lang, "h", {}, checks, HEADER) if each.open]
    assert any(why in each for each in found[0].remarks)


@pytest.mark.parametrize(("lang", "place"), [("en", "line 3"), ("zh", "文本第 3 行")])
def test_a_line_of_a_text_is_named_in_the_readers_words(lang: str, place: str) -> None:
    assert values.place(lang, Evidence("x", where="line 3")) == place


def test_what_is_no_row_stays_as_it_stands() -> None:
    assert clause_words.side("zh", "L03", "description", "row of seals") == "row of seals"
