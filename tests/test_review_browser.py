"""The pages as a person meets them: in a browser, by keyboard, on a small screen, without scripts."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import browser
import pytest
import review_desk
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, FloatRect, Locator, Page
from review_desk import NOW

from review.app import create_app

pytestmark = pytest.mark.browser
PATHS = ("/", "/cases/12", "/cases/13", "/cases/11", "/cases/10", "/cases/9", "/messages", "/cases/99")
DARK = 150
EDGE = 4
"""How far the characters may be from the edge of their box, in pixels."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    desk = review_desk.full()
    with browser.served(create_app(desk.sources(), now=lambda: NOW)) as address:
        yield address.rstrip("/")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@dataclass
class Visit:
    """A page in a browser, with everything it complained about."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page and wait for its pictures."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page

    def heard(self, message: ConsoleMessage) -> None:
        """Remember a message of the console that is no mere remark."""
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    width, height = browser.SMALL_SCREEN
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    yield _visit(context, address)
    context.close()


@pytest.fixture
def without_scripts(chromium: Browser, address: str) -> Iterator[Visit]:
    width, height = browser.SMALL_SCREEN
    context = chromium.new_context(
        viewport={"width": width, "height": height}, locale="en-GB", java_script_enabled=False
    )
    yield _visit(context, address)
    context.close()


def _visit(context: BrowserContext, address: str) -> Visit:
    visit = Visit(context.new_page(), address)
    visit.page.on("console", visit.heard)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PATHS[:-1])
def test_a_page_fits_a_small_screen_and_breaks_no_rule(visit: Visit, path: str, lang: str) -> None:
    page = visit.go(f"{path}?lang={lang}")
    width = browser.SMALL_SCREEN[0]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for pane in page.locator(".findings").all():
        assert pane.evaluate("pane => pane.scrollWidth - pane.clientWidth") <= 0
    assert page.evaluate("document.documentElement.lang").startswith(lang)
    assert visit.complaints == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PATHS[:-1])
def test_a_page_fits_a_phone(visit: Visit, path: str, lang: str) -> None:
    visit.page.set_viewport_size({"width": 375, "height": 720})
    page = visit.go(f"{path}?lang={lang}")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    for cell in page.locator(".findings .value:visible").all():
        right = cell.evaluate("each => each.getBoundingClientRect().right")
        assert right <= 375, cell.inner_text()


def test_nothing_on_a_page_lacks_a_name(visit: Visit) -> None:
    for path in PATHS:
        page = visit.go(path)
        nameless = page.evaluate(
            """() => [...document.querySelectorAll('a[href], button, summary, img, [tabindex="0"]')]
                .filter(each => !(each.textContent.trim() || each.getAttribute('aria-label') || each.alt))
                .map(each => each.outerHTML.slice(0, 120))"""
        )
        assert nameless == [], path
        doubled = page.evaluate(
            """() => { const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
                return ids.filter((each, place) => ids.indexOf(each) !== place); }"""
        )
        assert doubled == [], path
        dangling = page.evaluate(
            """() => [...document.querySelectorAll('a[href^="#"]')]
                .map(each => each.getAttribute('href').slice(1))
                .filter(each => !document.getElementById(each))"""
        )
        assert dangling == [], path


def test_j_and_k_walk_over_what_needs_a_look_and_show_where_it_stands(visit: Visit) -> None:
    page = visit.go("/cases/12")
    seen = []
    for _ in range(5):
        page.keyboard.press("j")
        seen.append(_selected(page))
    assert seen == [
        ("v-2-unit_price", "ev-2-unit_price"),
        ("v-4-quantity", "ev-4-quantity"),
        ("v-6-part_number", "ev-6-part_number"),
        ("v-h-total_amount", "ev-h-total_amount"),
        ("v-h-lead_time", "ev-h-lead_time"),
    ]
    assert _in_view(page, "ev-h-lead_time")
    assert page.locator(".pager a.on").inner_text() == "2"
    page.keyboard.press("j")
    assert _selected(page) == seen[-1]
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    assert _selected(page) == seen[2]
    assert _in_view(page, "ev-6-part_number")
    page.keyboard.press("Escape")
    assert page.locator(".value.on, .spot.on").count() == 0
    assert visit.complaints == []


def test_everything_can_be_reached_and_chosen_without_a_mouse(visit: Visit) -> None:
    page = visit.go("/cases/12")
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.id || document.activeElement.className")
        if here in reached and here.startswith("v-"):
            break
        reached.add(here)
    shown = page.evaluate(
        "[...document.querySelectorAll('.value')].filter(e => e.checkVisibility()).map(e => e.id)"
    )
    assert set(shown) <= reached
    page.locator("#v-h-lead_time").focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert _selected(page) == ("v-h-lead_time", "ev-h-lead_time")
    assert _in_view(page, "ev-h-lead_time")


def test_brackets_turn_the_pages_and_plus_enlarges_them(visit: Visit) -> None:
    page = visit.go("/cases/12")
    first, second = page.locator("#page-1"), page.locator("#page-2")
    page.keyboard.press("]")
    assert _top(second) < 200
    page.keyboard.press("[")
    assert 0 <= _top(first) < 200
    before = _width(first)
    page.keyboard.press("+")
    assert _width(first) > before * 1.4
    page.keyboard.press("-")
    assert _width(first) == pytest.approx(before, abs=1)


def test_keys_do_nothing_while_an_input_method_composes(visit: Visit) -> None:
    page = visit.go("/cases/12")
    page.evaluate(
        """document.body.dispatchEvent(new KeyboardEvent(
            'keydown', {code: 'KeyJ', key: 'j', isComposing: true, bubbles: true}))"""
    )
    page.keyboard.press("Control+j")
    assert page.locator(".on").count() == 0


def test_a_question_mark_shows_the_keys_and_escape_hides_them(visit: Visit) -> None:
    page = visit.go("/cases/12")
    assert not page.locator("#help").is_visible()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_clicking_a_box_on_the_page_selects_its_value_even_in_a_fold(visit: Visit) -> None:
    page = visit.go("/cases/12")
    assert not page.locator("#v-1-description").is_visible()
    page.locator("#ev-1-description").click()
    assert page.locator("#v-1-description").is_visible()
    assert _selected(page) == ("v-1-description", "ev-1-description")


def test_a_cause_leads_to_the_values_it_explains(visit: Visit) -> None:
    page = visit.go("/cases/13")
    page.get_by_role("link", name="line 2: unit price").first.click()
    assert _selected(page) == ("v-2-unit_price", "ev-2-unit_price")


@pytest.mark.parametrize(
    "anchor", ["2-unit_price", "4-quantity", "h-customer", "h-total_amount", "6-part_number", "h-lead_time"]
)
def test_a_box_lies_over_the_characters_it_stands_for(visit: Visit, anchor: str) -> None:
    page = visit.go("/cases/12")
    spot = page.locator(f"#ev-{anchor}")
    spot.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    box = spot.locator("rect").bounding_box()
    assert box is not None
    _hide_boxes(page)
    left, right = _dark_columns(page, box)
    assert left <= EDGE
    assert right >= box["width"] - EDGE
    for beside in (box["x"] - 5, box["x"] + box["width"] + 1):
        assert _dark_columns(page, {**box, "x": beside, "width": 4}) == (4, 0)


def test_the_place_in_a_spreadsheet_is_shown_with_its_row_and_column(visit: Visit) -> None:
    page = visit.go("/cases/13")
    page.keyboard.press("j")
    assert _selected(page) == ("v-1-unit_price", "ev-1-unit_price")
    assert _in_view(page, "ev-1-unit_price")
    rect = page.locator("#ev-1-unit_price rect").bounding_box()
    text = page.locator(".sheet text.word", has_text="3904.15").bounding_box()
    assert rect is not None
    assert text is not None
    assert rect["x"] <= text["x"]
    assert rect["x"] + rect["width"] >= text["x"] + text["width"]
    edges = page.locator(".sheet text.edge").all_text_contents()
    assert {"A", "F", "5"} <= set(edges)


def test_without_scripts_a_value_still_leads_to_its_place(without_scripts: Visit) -> None:
    page = without_scripts.go("/cases/12")
    page.locator("#v-h-lead_time").click()
    page.wait_for_url("**#ev-h-lead_time")
    box = page.locator("#ev-h-lead_time rect").bounding_box()
    assert box is not None
    assert 100 < box["y"] < browser.SMALL_SCREEN[1] - 10
    page.locator("#ev-h-lead_time").click()
    page.wait_for_url("**#v-h-lead_time")
    page.locator("#open-help").click()
    assert page.locator("#help").is_visible()
    assert page.locator("summary").first.is_visible()


def test_the_list_is_walked_by_keys_too(visit: Visit) -> None:
    page = visit.go("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    with page.expect_navigation(url="**/cases/12"):
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.get_by_role("link", name="中文").click()
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.get_by_text("价差影响").is_visible()


def _selected(page: Page) -> tuple[str, str]:
    value = page.locator(".value.on").get_attribute("id") or ""
    spot = page.locator(".spot.on").get_attribute("id") or ""
    return value, spot


def _in_view(page: Page, anchor: str) -> bool:
    box = page.locator(f"#{anchor} rect").bounding_box()
    pane = page.locator("#paper").bounding_box()
    assert box is not None
    assert pane is not None
    return pane["y"] <= box["y"] and box["y"] + box["height"] <= pane["y"] + pane["height"]


def _top(sheet: Locator) -> float:
    box = sheet.bounding_box()
    assert box is not None
    return box["y"]


def _width(sheet: Locator) -> float:
    box = sheet.bounding_box()
    assert box is not None
    return box["width"]


def _hide_boxes(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.sheet svg').forEach(each => each.remove())")


def _dark_columns(page: Page, clip: FloatRect) -> tuple[int, int]:
    """Return where dark pixels begin and end in a part of the screen, its width and 0 for none."""
    shown = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")
    dark = shown.point(lambda shade: 255 if shade < DARK else 0).getbbox()
    return (shown.width, 0) if dark is None else (dark[0], dark[2])
