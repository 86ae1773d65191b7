"""The pages of the weekly invoice list in a browser: by keyboard alone, on small screens, without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import browser
import invoicing_desk
import pytest
import review_desk
from invoicing_memory import InvoiceDesk
from invoicing_orders import NOW
from playwright.sync_api import Browser, Page

from models.answering import MailState
from models.contract_terms import Due
from models.invoice_sources import InvoiceMode
from models.invoicing import Code
from review.app import create_app

pytestmark = pytest.mark.browser
PATHS = (
    "/invoices",
    "/invoices/2",
    "/invoices/2/rows/3",
    "/invoices/2/rows/6",
    "/invoices/2/rows/8",
    "/invoices/2/preview",
    "/invoices/2/notices",
    "/invoices/switches",
    "/profiles",
    "/profiles/100234",
    "/profiles/100520",
    "/exports",
)
PHONE = (390, 844)
WORDS = {"en": ("customer asked", "Undo"), "zh": ("客户要求推迟", "撤销")}


@dataclass
class Visit:
    """A page in a browser over a desk of its own, with what the browser complained about."""

    page: Page
    address: str
    desk: InvoiceDesk
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str, lang: str = "en") -> Page:
        """Open a page in a language."""
        sign = "&" if "?" in path else "?"
        self.page.goto(f"{self.address}{path}{sign}lang={lang}", wait_until="networkidle")
        return self.page

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for each in keys:
            self.page.keyboard.press(each)

    def leave(self, *keys: str) -> None:
        """Press keys, the last of which opens another page."""
        self.press(*keys[:-1])
        with self.page.expect_navigation():
            self.page.keyboard.press(keys[-1])

    def code(self, position: int) -> Code:
        """Return what holds for a row of the newest list."""
        return self.desk.lists[2].rows[position].code


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as chromium:
        yield chromium


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    desk = invoicing_desk.full()
    app = create_app(
        review_desk.full().sources(), now=lambda: NOW, invoicing=desk.invoicing(), post=desk.post()
    )
    width, height = browser.SMALL_SCREEN
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    with browser.served(app) as address:
        seen = Visit(context.new_page(), address.rstrip("/"), desk)
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        yield seen
        context.close()
    assert seen.complaints == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_page_fits_a_small_screen_and_a_phone(visit: Visit, lang: str) -> None:
    for width, height in (browser.SMALL_SCREEN, PHONE):
        visit.page.set_viewport_size({"width": width, "height": height})
        for path in PATHS:
            page = visit.go(path, lang)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, width)
            assert page.locator("h1").count() == 1, path
            assert page.evaluate("document.querySelectorAll('[style], script:not([src]), style').length") == 0


def test_everything_that_can_be_chosen_has_a_name(visit: Visit) -> None:
    chosen = 'a[href], button, summary, input, select, [tabindex="0"]'
    nameless = f"""() => [...document.querySelectorAll('{chosen}')]
        .filter(each => each.type !== 'hidden' && !(each.textContent.trim() || each.getAttribute('aria-label')
            || each.getAttribute('aria-labelledby') || each.closest('label')))
        .map(each => each.outerHTML.slice(0, 120))"""
    doubled = """() => { const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
        return ids.filter((each, place) => ids.indexOf(each) !== place); }"""
    for path in PATHS:
        page = visit.go(path)
        assert page.evaluate(nameless) == [], path
        assert page.evaluate(doubled) == [], path


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_from_the_lists_to_a_changed_decision_by_keyboard_alone(visit: Visit, lang: str) -> None:
    why, undo = WORDS[lang]
    visit.go("/invoices", lang)
    visit.leave("j", "Enter")
    assert visit.page.url.endswith("/invoices/2")
    visit.leave("j", "j", "j", "k", "Enter")
    assert visit.page.url.endswith("/rows/0"), "the second row: the unanswered one comes first"
    for _ in range(3):
        visit.leave("j")
    visit.leave("k")
    assert visit.page.url.endswith("/rows/2")
    visit.press("e", "ArrowDown", "Tab")
    visit.page.keyboard.type(why)
    visit.leave("Enter")
    assert visit.code(2) is Code.UNKNOWN_ORDER
    assert why in visit.page.locator(".cause").inner_text()
    assert undo in visit.page.locator(".cause button").inner_text()
    visit.leave("u")
    assert visit.code(2) is Code.INVOICE
    visit.leave("l")
    assert visit.page.url.endswith("/invoices/2")


def test_keys_are_letters_where_a_person_types(visit: Visit) -> None:
    page = visit.go("/invoices/2/rows/3")
    visit.press("e", "Tab")
    page.keyboard.type("jkeul")
    assert page.locator("input[name=why]").input_value() == "jkeul"
    assert page.url.endswith("/rows/3?lang=en")
    visit.press("Escape")
    visit.leave("j")
    assert page.url.endswith("/rows/5")


def test_rows_are_found_by_keyboard_and_neighbours_stay_within(visit: Visit) -> None:
    page = visit.go("/invoices/2")
    visit.press("f")
    page.keyboard.type("example pumps")
    visit.leave("Enter")
    assert page.locator("tbody .item").all_inner_texts() == ["4", "7", "9"]
    page.locator("main").focus()
    visit.leave("j", "Enter")
    visit.leave("j")
    assert "/rows/5?customer=example" in page.url


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_one_key_sends_the_notice_that_a_person_is_at(visit: Visit, lang: str) -> None:
    visit.go("/invoices/2/notices", lang)
    visit.press("s")
    assert {each.state for each in visit.desk.mails.values()} == {MailState.HELD}, "nothing unseen"
    visit.leave("j", "j", "s")
    sent = [key for key, each in visit.desk.mails.items() if each.state is MailState.WAITING]
    assert sent == ["notice:2:order_desk:"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_person_vouches_for_a_milestone_and_takes_it_back_by_keyboard(visit: Visit, lang: str) -> None:
    page = visit.go("/invoices/2/rows/6", lang)
    visit.press("m", "ArrowDown", "Tab", "ArrowDown", "Tab")
    assert page.evaluate("document.activeElement.name") == "happened_on"
    # In which order a day is typed, the browser's own language tells.
    page.locator("input[name=happened_on]").fill("2026-11-20")
    page.locator("input[name=who]").focus()
    page.keyboard.type("Wang")
    visit.press("Tab")
    page.keyboard.type("drawing GA-7")
    visit.leave("Enter")
    (word,) = visit.desk.words
    said = word.attested
    assert (said.due, said.item, said.happened_on.isoformat()) == (Due.PROGRESS, "10", "2026-11-20")
    assert "drawing GA-7" in page.locator(".words").inner_text()
    page.locator(".words input[name=why]").focus()
    page.keyboard.type("another drawing")
    visit.leave("Enter")
    assert visit.desk.words[0].taken_back is not None
    assert page.locator(".words form").count() == 0


def test_a_word_that_is_not_complete_is_sent_back_to_its_field(visit: Visit) -> None:
    page = visit.go("/invoices/2/rows/6")
    page.locator("form[action$='/attest']").evaluate("form => form.noValidate = true")
    page.locator("select[name=event]").select_option("accepted")
    page.locator("input[name=happened_on]").fill("2026-11-20")
    page.locator("input[name=evidence]").fill("report 7")
    with page.expect_navigation():
        page.locator("input[name=evidence]").press("Enter")
    assert page.locator("#attest-mistake").inner_text() == "Say who says so."
    assert page.evaluate("document.activeElement.name") == "who"
    assert page.locator("input[name=evidence]").input_value() == "report 7"
    visit.complaints[:] = [each for each in visit.complaints if "422" not in each]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_rule_is_proposed_and_accepted_by_keyboard(visit: Visit, lang: str) -> None:
    page = visit.go("/invoices/2/rows/2", lang)
    page.locator("select[name=code]").focus()
    page.locator("select[name=code]").select_option("CONSOLIDATE")
    visit.press("Tab")
    page.keyboard.type("PO")
    visit.leave("Enter")
    page.locator("form:has(input[value=per_po]) button").focus()
    visit.leave("Enter")
    assert page.url.endswith("/profiles/100310#proposals")
    visit.leave("j", "Enter")
    assert visit.desk.profiles["100310"][0].profile.mode is InvoiceMode.PER_PO


def test_the_chart_is_drawn_and_told_in_words(visit: Visit) -> None:
    page = visit.go("/invoices")
    chart = page.get_by_role("img", name="What kept goods from being invoiced, by week")
    box = chart.bounding_box()
    assert box is not None
    assert box["height"] > 150
    fills = page.evaluate(
        "new Set(Array.from(document.querySelectorAll('.drawing .piece'),"
        " (each) => getComputedStyle(each).fill)).size"
    )
    assert fills == page.locator(".legend-line li").count() == 7
    page.get_by_text("The same as a table").press("Enter")
    assert page.locator(".chart tbody tr").count() == 20


def test_without_scripts_everything_can_be_done(chromium: Browser) -> None:
    desk = invoicing_desk.full()
    app = create_app(
        review_desk.full().sources(), now=lambda: NOW, invoicing=desk.invoicing(), post=desk.post()
    )
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    with browser.served(app) as address:
        page = context.new_page()
        page.goto(f"{address.rstrip('/')}/invoices/2/rows/3")
        page.locator("select[name=code]").select_option("INVOICE")
        page.locator("input[name=why]").fill("accepted by phone")
        with page.expect_navigation():
            page.get_by_role("button", name="Decide").click()
        assert desk.lists[2].rows[3].code is Code.INVOICE
        for name in ("Propose it", "Accept"):
            with page.expect_navigation():
                page.get_by_role("button", name=name).click()
        assert not desk.profiles["100455"][0].profile.acceptance
        context.close()
