"""The app in a real Chromium: one host, figures of the release, accessible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.app import synthetic
from tests.app.test_las_in import EXPORTS
from tests.app.test_pages import BY_UNIT, PAGES
from text_analysis.present.cut import unit_label
from text_analysis.present.numbers import signed

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
A4 = 695  # pixels between the margins of the paper
WIDE, NARROW = 1440, 320  # 320 is a page of 1280 at 400 % zoom (WCAG 1.4.10)
SURVEY = quote(synthetic.region().name)
TINY = quote(unit_label(synthetic.TINY))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of ordinary width."""
    with browser.new_context(viewport={"width": WIDE, "height": 1000}) as context:
        yield context.new_page()


def open_at(page: Page, address: str) -> None:
    """Open an address and wait until the script of the page has run."""
    page.goto(address)
    page.wait_for_selector("h1")
    wait_until_idle(page)


def wait_until_idle(page: Page) -> None:
    """Wait until the script of the page has run and the browser has drawn what it gave."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_selector('[data-stale="true"]', state="detached")  # what is being drawn anew is paler
    page.wait_for_timeout(400)


def path_of(name: str) -> str:
    """The address of a page."""
    return "" if name == "start" else name.replace("_", "-")


def violations(page: Page) -> list[tuple[str, str]]:
    """Violations of WCAG 2.1 A and AA: the rule and the first element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_and_stays_on_one_host(page: Page, server: str, name: str) -> None:
    """Wide and at 400 % zoom: nothing against WCAG, one h1, no sideways scroll, no other host."""
    hosts: set[str] = set()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    open_at(page, f"{server}/{path_of(name)}?survey={SURVEY}")
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 1000})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert {host for host in hosts if host} == {urlsplit(server).netloc}
    assert not [text for text in said if "Content Security Policy" in text]


@pytest.mark.parametrize("name", BY_UNIT)
def test_page_of_a_protected_unit_is_accessible(page: Page, server: str, name: str) -> None:
    """The notices that stand in for protected figures are as accessible as the figures."""
    open_at(page, f"{server}/{path_of(name)}?survey={SURVEY}&unit={TINY}")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["oversikt", "teman-index"])
def test_open_tables_are_accessible(page: Page, server: str, name: str) -> None:
    """With every table open, nothing is against WCAG."""
    open_at(page, f"{server}/{name}?survey={SURVEY}")
    toggles = page.get_by_label("Visa som tabell")
    for place in range(toggles.count()):
        toggles.nth(place).focus()
        page.keyboard.press("Space")
        page.get_by_role("table").nth(place).wait_for()
        wait_until_idle(page)
    assert violations(page) == []


def test_form_for_columns_is_accessible(page: Page, server: str) -> None:
    """The page that reads a file, with a file on it."""
    open_at(page, f"{server}/las-in")
    name, content = EXPORTS["semicolon-utf8"]
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Kontrollera").wait_for()
    assert violations(page) == []


# Words of Streamlit's frontend, in texts, names and placeholders.
ENGLISH = re.compile(
    r"\b(upload|browse|drag|drop|choose|select|results|press|apply|open|clear|remove|options?|sidebar|close|"
    r"shortcut|download|show|fullscreen|help|heading|progress|per file|increment|decrement|skip)\b",
    re.IGNORECASE,
)
SPOKEN = """() => [...document.querySelectorAll('*:not([aria-hidden="true"])')].flatMap(one =>
    [...['aria-label', 'title', 'placeholder', 'alt'].map(name => one.getAttribute(name) ?? ''),
     ...[...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data)])
    .filter(text => text)"""


def english_words(page: Page) -> list[str]:
    """What the page shows or says that Streamlit wrote in English; scripts and styles are not shown."""
    quiet = "document.querySelectorAll('script, style, noscript, title').forEach(one => one.remove())"
    page.evaluate(quiet)
    return [text for text in page.evaluate(SPOKEN) if ENGLISH.search(text)]


def test_file_is_chosen_in_swedish(page: Page, server: str) -> None:
    """Neither the empty page nor the form of a file has a word of Streamlit's English, seen or read out."""
    open_at(page, f"{server}/las-in")
    assert page.locator("button", has_text="Välj fil").is_visible()
    assert english_words(page) == []
    name, content = EXPORTS["semicolon-utf8"]
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Kontrollera").wait_for()
    wait_until_idle(page)
    assert page.get_by_role("button", name=f"Ta bort {name}").is_visible()
    assert english_words(page) == []


@pytest.mark.parametrize("unit", ["", TINY], ids=["whole", "protected"])
def test_the_managers_page_is_one_sheet_of_paper(page: Page, server: str, unit: str) -> None:
    """Printed, it is at most two sides of A4 with lines to write on, without menus and with nothing cut."""
    open_at(page, f"{server}/chef?survey={SURVEY}&unit={unit}")
    page.evaluate("document.fonts.ready.then(() => true)")  # another font takes more room
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4, "height": 1000})
    assert page.get_by_text("Åtgärd", exact=True).first.is_visible()
    assert not page.get_by_role("navigation").first.is_visible()
    assert not page.get_by_label("Enhet").is_visible()
    shown = "[...document.querySelectorAll('.rt-field b, .rt-tile dd')]"
    cut = "filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)"
    assert page.evaluate(f"{shown}.{cut}") == []


def test_first_view_has_the_figures_of_the_release(page: Page, server: str) -> None:
    """The address leads to the headline figures."""
    row = synthetic.region().enps.query("wave == '2025' and level == 0").iloc[0]
    open_at(page, f"{server}/oversikt?survey={SURVEY}")
    page.get_by_text(signed(row["enps"])).first.wait_for()


def test_table_gives_the_same_figures_by_keyboard(page: Page, server: str) -> None:
    """The table beside a chart opens from the keyboard and holds the eNPS of the release."""
    row = synthetic.region().enps.query("wave == '2025' and level == 0").iloc[0]
    open_at(page, f"{server}/oversikt?survey={SURVEY}")
    page.get_by_label("Visa som tabell").first.focus()
    page.keyboard.press("Space")
    table = page.get_by_role("table").first
    table.wait_for()
    assert signed(row["enps"]) in table.inner_text()


def test_theme_is_a_link_to_its_own_view(page: Page, server: str) -> None:
    """A theme in the list leads to its own view, with an address that can be sent to someone."""
    open_at(page, f"{server}/teman?survey={SURVEY}")
    page.get_by_role("link", name="Bemanning").click()
    page.get_by_role("heading", name="Bemanning", level=2).wait_for()
    assert "theme=Bemanning" in page.url


def test_review_by_keyboard_is_accessible(page: Page, server: str) -> None:
    """One key marks a theme as wrong, another takes it back; marks and log are within WCAG all the way."""
    open_at(page, f"{server}/granska?survey=Pulsen")
    page.get_by_label("Ditt namn").fill("Eva")
    page.keyboard.press("Tab")
    page.get_by_role("radio", name="Kodning").click()
    wait_until_idle(page)
    page.locator("h1").click()
    page.keyboard.press("a")
    page.locator(".rt-wrong").wait_for()
    assert violations(page) == []
    page.keyboard.press("z")
    page.locator(".rt-wrong").wait_for(state="detached")
    page.get_by_text("Visa loggen").click()
    page.get_by_role("table").wait_for()
    assert violations(page) == []


def test_keys_can_be_switched_off(page: Page, server: str) -> None:
    """Single keys press nothing for a person who dictates (WCAG 2.1.4)."""
    open_at(page, f"{server}/granska?survey=Pulsen")
    page.get_by_label("Ditt namn").fill("Eva")
    page.keyboard.press("Tab")
    wait_until_idle(page)
    page.get_by_text("Tangenter trycker på knapparna").click()
    expect(page.get_by_label("Tangent B")).to_have_count(0)
    wait_until_idle(page)
    page.locator("h1").click()
    page.keyboard.press("b")
    wait_until_idle(page)
    assert page.get_by_text("0 av 3 granskade").is_visible()


@pytest.mark.parametrize("name", ["oversikt", "granska", "las-in"])
def test_english_page_is_accessible_and_says_so(page: Page, server: str, name: str) -> None:
    """The switch loads the same page in English, with English as its language."""
    open_at(page, f"{server}/{name}?survey=Pulsen")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Svenska").wait_for()
    wait_until_idle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "lang=en" in page.url
    assert violations(page) == []
