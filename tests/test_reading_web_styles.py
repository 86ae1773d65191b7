"""Style sheets that strike out or hide an item of a web page, however they choose it."""

import pytest
from lxml import html
from office_orders import on_web, sure

from extractors.readers.web_selectors import selected, stands
from extractors.readers.web_styles import rules

STRIKE = "text-decoration: line-through"
CHOSEN = (
    ("tr.x > td{%s}", "class=x"),
    ("table tr.x>td{%s}", "class=x"),
    ("tr.item.cancelled{%s}", "class='item cancelled'"),
    (".item.cancelled td{%s}", "class='cancelled item'"),
    ("tr[data-state=cancelled]{%s}", "data-state=cancelled"),
    ("[data-state='cancelled'] td{%s}", "data-state=cancelled"),
    ("tr[class~=gone]{%s}", "class='line gone'"),
    ("tr[data-gone]{%s}", "data-gone"),
    ("tr:nth-child(3){%s}", ""),
    ("@media screen{tr.x{%s}}", "class=x"),
    ("@media all{.x td{%s}}", "class=x"),
    ("@media only screen, print{.x{%s}}", "class=x"),
    ("tr#gone > td{%s}", "id=gone"),
)
UNCHOSEN = (
    ("tr.x > td{%s}", "class=y"),
    ("tr.item.cancelled{%s}", "class=item"),
    ("tr[data-state=cancelled]{%s}", "data-state=open"),
    ("body > tr.x{%s}", "class=x"),
    ("tr:nth-child(9){%s}", ""),
    ("@media print{tr.x{%s}}", "class=x"),
    ("@media screen and (max-width: 400px){tr.x{%s}}", "class=x"),
    ("tr.x:hover{%s}", "class=x"),
)
HIDDEN = (
    "opacity:.0",
    "opacity:0%",
    "color:#fefefe",
    "color:#fdfdfd",
    "color:snow",
    "color:rgba(0,0,0,0)",
    "color:#eee;background:#eee",
    "display:inline-block;width:0;overflow:hidden",
    "display:inline-block;max-width:0px;overflow-x:hidden",
)
SEEN = (
    "opacity:.9",
    "opacity:0.5",
    "color:#333",
    "color:#eee;background:#333",
    "width:0",
    "color:rgba(0,0,0,0.8)",
)


@pytest.mark.parametrize(("rule", "attributes"), CHOSEN)
@pytest.mark.parametrize("does", [STRIKE, "display:none"])
def test_an_item_that_a_style_sheet_takes_out_is_open(rule: str, attributes: str, does: str) -> None:
    assert sure(on_web(css=rule % does, marked=attributes)) == [True, False]


@pytest.mark.parametrize(("rule", "attributes"), UNCHOSEN)
def test_what_a_rule_does_not_choose_stays_sure(rule: str, attributes: str) -> None:
    assert sure(on_web(css=rule % STRIKE, marked=attributes)) == [True, True]


@pytest.mark.parametrize(
    "rule", [".x td:first-child::after{content:' CANCELLED'}", '.x td:before { content: "void" }']
)
def test_words_that_a_style_sheet_adds_open_the_item(rule: str) -> None:
    assert sure(on_web(css=rule, marked="class=x")) == [True, False]
    assert sure(on_web(css=rule, marked="class=y")) == [True, True]


@pytest.mark.parametrize("content", ["'•'", "':'", "attr(data-label)", "'\\f101'", "''"])
def test_marks_that_a_style_sheet_adds_open_nothing(content: str) -> None:
    assert sure(on_web(css=f".x td::before{{content:{content}}}", marked="class=x")) == [True, True]


@pytest.mark.parametrize("style", HIDDEN)
def test_a_digit_that_nobody_sees_is_no_part_of_a_quantity(style: str) -> None:
    quantity = on_web({(2, 3): f"<span style='{style}'>1</span>0"}).lines[1].quantity
    assert quantity is not None
    assert not quantity.sure


@pytest.mark.parametrize("style", SEEN)
def test_a_digit_that_is_seen_is(style: str) -> None:
    quantity = on_web({(2, 3): f"<span style='{style}'>1</span>0"}).lines[1].quantity
    assert quantity is not None
    assert (quantity.value, quantity.sure) == ("10", True)


def test_a_part_of_a_selector_may_stand_in_any_of_several_elements() -> None:
    page = html.fromstring("<div><i><i><b>gone</b></i></i></div>")
    (gone,) = page.iter("b")
    assert stands(gone, selected("div > i b"))
    assert not stands(gone, selected("div > b"))


def test_a_long_selector_over_a_deep_page_takes_no_time() -> None:
    """Every way through forty elements by ten parts would be too many to try."""
    page = html.fromstring("<div>" * 40 + "<p>Order</p>" + "</div>" * 40)
    (text,) = page.iter("p")
    assert not stands(text, selected("i " + "div " * 9 + "p"))


def test_media_in_media_without_end_are_no_rules() -> None:
    sheet = "@media screen{" * 5000 + "p{display:none}" + "}" * 5000
    page = html.fromstring(f"<html><style>{sheet}</style><p>Order</p></html>")
    assert rules(page).simple == {}
