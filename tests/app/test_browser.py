"""The app in a real Chromium: one host, figures of the release, accessible, fast to the first view."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.app import synthetic
from tests.app.test_pages import PAGES
from text_analysis.present.cut import unit_label
from text_analysis.present.numbers import signed

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
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
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def path_of(name: str) -> str:
    """The address of a page."""
    return "" if name == "start" else name


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("unit", "width"), [("", WIDE), ("", NARROW), (TINY, WIDE)], ids=["wide", "narrow", "tiny"]
)
def test_page_is_accessible_and_stays_on_one_host(
    page: Page, server: str, name: str, unit: str, width: int
) -> None:
    """No violation of WCAG 2.1 A or AA, one h1, no sideways scroll, and no request to another host."""
    page.set_viewport_size({"width": width, "height": 1000})
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    open_at(page, f"{server}/{path_of(name)}?survey={SURVEY}&unit={unit}")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert {host for host in hosts if host} == {urlsplit(server).netloc}


def test_first_view_comes_within_ten_seconds(page: Page, server: str) -> None:
    """From the address to the headline figures, which are those of the release."""
    row = synthetic.region().enps.query("wave == '2025' and level == 0").iloc[0]
    start = time.monotonic()
    open_at(page, f"{server}/oversikt?survey={SURVEY}")
    page.get_by_text(signed(row["enps"])).first.wait_for()
    assert time.monotonic() - start < 10


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
