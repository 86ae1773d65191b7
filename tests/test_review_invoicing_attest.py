"""A person's word on the page of a row: what can be said, who said it, how it is taken back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from invoicing_pages import NOT_ACCEPTED, NOT_SHIPPED, Pages, opened

from models.contract_terms import Due

SAID = {
    "event": "m0",
    "about": "order",
    "happened_on": "2026-11-20",
    "who": "Wang",
    "evidence": "drawing GA-7 approved",
}
UNKNOWN = "/invoices/2/rows/8"


@pytest.fixture
def pages() -> Iterator[Pages]:
    with opened() as pages:
        yield pages


def offered(page: str) -> list[str]:
    """Return the events that a page offers."""
    chosen = page[page.index('name="event"') : page.index('name="about"')]
    return re.findall(r'<option value="(?:m\d|\w+)" *>([^<]+)<', chosen)


@pytest.mark.parametrize(
    ("lang", "events"),
    [
        ("zh", ["30 % · 进度款", "60 % · 验收合格", "10 % · 质保期满", "货物验收合格", "货物已签收"]),
        (
            "en",
            [
                "30 % · progress of the work",
                "60 % · acceptance",
                "10 % · end of the warranty",
                "the goods were accepted",
                "the goods were signed for",
            ],
        ),
    ],
)
def test_the_milestones_of_the_contract_and_acceptance_can_be_said(
    pages: Pages, lang: str, events: list[str]
) -> None:
    assert offered(pages.page(NOT_SHIPPED, lang)) == events


def test_without_a_contract_only_the_goods_can_be_spoken_of(pages: Pages) -> None:
    assert offered(pages.page(NOT_ACCEPTED)) == ["the goods were accepted", "the goods were signed for"]


def test_a_row_that_means_no_order_has_nothing_to_say(pages: Pages) -> None:
    assert 'id="attested"' not in pages.page(UNKNOWN)
    assert pages.send(f"{UNKNOWN}/attest", **SAID).status_code == 422


def test_a_word_is_kept_for_its_order_and_milestone_and_shown_with_who_said_it(pages: Pages) -> None:
    answer = pages.send(f"{NOT_SHIPPED}/attest", **SAID)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{NOT_SHIPPED}#attested")
    (kept,) = (each.attested for each in pages.desk.words)
    assert (kept.order, kept.item, kept.due, str(kept.percent), kept.place) == (
        "30005677",
        None,
        Due.PROGRESS,
        "30",
        1,
    )
    assert (kept.happened_on.isoformat(), kept.by) == ("2026-11-20", "desk")
    page = pages.page(NOT_SHIPPED)
    assert "Wang says so: drawing GA-7 approved" in page
    assert "the whole order 30005677" in page


def test_a_word_may_be_about_one_item(pages: Pages) -> None:
    pages.send(f"{NOT_SHIPPED}/attest", **SAID | {"about": "item", "event": "accepted"})
    (kept,) = (each.attested for each in pages.desk.words)
    assert (kept.item, kept.due, kept.percent) == ("10", Due.ON_ACCEPTANCE, None)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"event": "m9"}, "Choose what happened."),
        ({"event": ""}, "Choose what happened."),
        ({"happened_on": "2026-11-27"}, "not later than today"),
        ({"happened_on": "yesterday"}, "not later than today"),
        ({"who": "  "}, "Say who says so."),
        ({"evidence": ""}, "Say by what one sees it."),
    ],
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept_in_the_form(
    pages: Pages, wrong: dict[str, str], says: str
) -> None:
    answer = pages.send(f"{NOT_SHIPPED}/attest", **SAID | wrong)
    assert answer.status_code == 422
    assert says in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert pages.desk.words == []
    left = next(value for name, value in SAID.items() if name not in wrong and name in {"who", "evidence"})
    assert f'value="{left}"' in answer.text


def test_today_is_that_of_the_lists_time_zone(pages: Pages) -> None:
    assert pages.send(f"{NOT_SHIPPED}/attest", **SAID | {"happened_on": "2026-11-26"}).status_code == 303


def test_a_word_is_taken_back_with_a_reason_and_stays_to_be_seen(pages: Pages) -> None:
    pages.send(f"{NOT_SHIPPED}/attest", **SAID)
    answer = pages.send(f"{NOT_SHIPPED}/attest/1/undo", why="it was another drawing")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{NOT_SHIPPED}#attested")
    page = pages.page(NOT_SHIPPED)
    assert "it was another drawing" in page
    assert "attest/1/undo" not in page
    assert pages.send(f"{NOT_SHIPPED}/attest/1/undo").status_code == 404


def test_a_word_about_another_order_is_not_taken_back_here(pages: Pages) -> None:
    pages.send(f"{NOT_SHIPPED}/attest", **SAID)
    assert pages.send(f"{NOT_ACCEPTED}/attest/1/undo").status_code == 404
    assert pages.desk.words[0].taken_back is None


def test_a_word_about_a_share_that_the_contract_lacks_says_so(pages: Pages) -> None:
    pages.send(f"{NOT_SHIPPED}/attest", **SAID)
    word = pages.desk.words[0]
    pages.desk.words[0] = replace(word, attested=replace(word.attested, percent=Decimal(40)))
    assert "no such milestone" in pages.page(NOT_SHIPPED)


def test_a_form_of_another_site_is_refused(pages: Pages) -> None:
    answer = pages.client.post(f"{NOT_SHIPPED}/attest", data=SAID)
    assert answer.status_code == 403
    assert pages.desk.words == []
