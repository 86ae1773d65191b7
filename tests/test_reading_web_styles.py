"""Style sheets that strike out or hide an item of a web page, however they choose it."""

import pytest
from lxml import html
from office_orders import on_web, sure

from extractors.readers.web_selectors import selected, stands
from extractors.readers.web_styles import Style, rules, style_of

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
    ("tbody tr.x td{%s}", "class=x"),
    ("table > tbody > tr.x{%s}", "class=x"),
    ("@import url(a.css);\n.x td{%s}", "class=x"),
    ("@charset 'utf-8';.x td{%s}", "class=x"),
    ('@import url("https://x.example/css?a:wght@400;700");.x td{%s}', "class=x"),
    ("@media screen and (min-width:600px){.x td{%s}}", "class=x"),
    ("@media (min-width:40em) and (max-width:2000px){.x td{%s}}", "class=x"),
    ("@supports (display:grid){.x td{%s}}", "class=x"),
    ("@layer shop{.x td{%s}}", "class=x"),
    ("tr:nth-of-type(3){%s}", ""),
    ("tr:nth-last-child(2){%s}", ""),
    ("tr.x:not(.ok){%s}", "class=x"),
    ("tr:not(.ok, .y):nth-child(odd).x{%s}", "class=x"),
    (".x:nth-child(2n+1) td{%s}", "class=x"),
    (":is(.x, .y) td{%s}", "class=x"),
    ("tr:has(.gone).x td{%s}", "class=x"),
    ("tr + tr + tr.x{%s}", "class=x"),
    (".md\\:gone td{%s}", "class='md:gone'"),
    ("table{tr.x{%s}}", "class=x"),
    ("tr{&.x td{%s}}", "class=x"),
    (".b{background:url(data:image/png;base64," + 300_000 * "A" + ")} .x td{%s}", "class=x"),
    ("".join(f".menu{at} .sub{{display:none}}" for at in range(400)) + ".x td{%s}", "class=x"),
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
    ("tr.x:focus-within td{%s}", "class=x"),
    ("tr.x:not(.ok){%s}", "class='x ok'"),
    ("tr.x:nth-child(even){%s}", "class=x"),
    ("tr.y + tr.x{%s}", "class=x"),
    (":is(.y, .z) td{%s}", "class=x"),
    ("@media (max-width:600px){.x td{%s}}", "class=x"),
    ("@media (min-width:3000px){.x td{%s}}", "class=x"),
    ("@media (prefers-color-scheme:dark){.x td{%s}}", "class=x"),
    ("@keyframes out{to{%s}} .y{color:red}", "class=x"),
    ("td::selection{%s}", "class=x"),
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


@pytest.mark.parametrize("content", ["'✗ '", "'\\2718'", "attr(data-s)", "'✖'"])
def test_a_cross_or_an_attribute_that_a_style_sheet_shows_opens_the_item(content: str) -> None:
    css = f"table .x::before{{content:{content}}}"
    assert sure(on_web(css=css, marked="class=x data-s=gone")) == [True, False]


@pytest.mark.parametrize(
    "look",
    [
        "color:#fff",
        "font-size:0",
        "position:absolute;left:-9999px",
        "transform:scale(0)",
        "color:white!important",
    ],
)
def test_an_item_that_a_nested_rule_makes_unseen_is_open(look: str) -> None:
    css = f".x td{{{look}}}"
    assert sure(on_web(css=css, marked="class=x")) == [True, False]
    assert sure(on_web(css=css + "tr:nth-child(odd){background:#eee}", marked="class=x")) == [True, False]


@pytest.mark.parametrize(
    "css",
    [
        "thead th{color:#fff} table tr{background:#333} table td{color:#fff}",
        "table td{color:#fff;background-color:#1f4e79}",
        "tr td{color:#000!important} table tr td{color:#fff}",
        "table tr:nth-child(even){background:#f2f2f2} table td{color:#222;font-size:11px}",
        ".table>:not(caption)>*>*{padding:.5rem;color:var(--ink);background-color:var(--ground)}",
        "td:empty{display:none} tr.collapse:not(.show){display:none}",
    ],
)
def test_usual_looks_of_tables_leave_their_items_sure(css: str) -> None:
    assert sure(on_web(css=css, marked="class=x")) == [True, True]


def test_more_rules_than_are_kept_open_the_page() -> None:
    css = "".join(f".a{at} .b{{display:none}}" for at in range(6000))
    assert sure(on_web(css=css)) == [False, False]


def test_a_selector_longer_than_any_program_writes_opens_the_page() -> None:
    assert sure(on_web(css=f"{'.a ' * 300}.b{{display:none}}")) == [False, False]
    assert sure(on_web(css=f"{'.a ' * 9}.b{{display:none}}")) == [True, True]


@pytest.mark.parametrize(
    "sheet",
    [
        "/* " * 200_000,
        "url(data:" * 60_000,
        "a{" + "width:0;" * 60_000 + "}",
        "p{" + "text-decoration:" * 20_000 + "}",
        "@import " * 60_000,
        "p:not(" * 20_000 + "{display:none}",
        "a[" * 60_000 + "{display:none}",
    ],
)
def test_a_sheet_that_never_ends_takes_no_time(sheet: str) -> None:
    page = html.fromstring(f"<html><style>{sheet}</style><p>Order</p></html>")
    (text,) = page.iter("p")
    style_of(text, Style(), rules(page))


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
