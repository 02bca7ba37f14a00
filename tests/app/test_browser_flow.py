"""From the survey tool's file to the first view in a real Chromium, on a computer without any survey."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.app.test_browser import (
    NARROW,
    WIDE,
    english_words,
    open_at,
    page,
    path_of,
    violations,
    wait_until_idle,
)
from tests.app.test_las_in import COMMENT, EXPORTS
from tests.app.test_pages import PAGES

__all__ = ["page"]  # the fixture
pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

expect.set_options(timeout=20_000)  # the computer may be busy with other tests

READ_AS = {
    "semicolon-utf8": "teckenkodning UTF-8",
    "tab-cp1252": "teckenkodning Windows-1252",
    "workbook": "blad Sheet",
}


@pytest.mark.parametrize("name", PAGES)
def test_page_without_a_survey_is_accessible(page: Page, empty_server: str, name: str) -> None:
    """A page with nothing to show says so, in Swedish and within WCAG, wide and narrow."""
    open_at(page, f"{empty_server}/{path_of(name)}")
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 1000})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert english_words(page) == []


def test_broken_file_is_told_accessibly(page: Page, empty_server: str) -> None:
    """The error is read out, with its code, and nothing of it is against WCAG."""
    open_at(page, f"{empty_server}/las-in")
    broken = {"name": "dubbel.csv", "mimeType": "text/csv", "buffer": b"Enhet;Enhet;eNPS\nA;B;9\n"}
    page.set_input_files("input[type=file]", broken)
    expect(page.get_by_role("alert")).to_contain_text("RT110")
    assert violations(page) == []


@pytest.mark.parametrize("export", EXPORTS)
def test_file_becomes_a_survey(page: Page, empty_server: str, export: str) -> None:
    """How the file was read is shown, what is open is filled in, and three clicks lead to the figures."""
    name, content = EXPORTS[export]
    open_at(page, f"{empty_server}/las-in")
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content})
    shown = page.get_by_text(re.compile(f"{name}: 36 rader, 5 kolumner"))
    expect(shown).to_contain_text(f"{READ_AS[export]}, rubriker på rad 1")
    wait_until_idle(page)
    comments = page.get_by_role("combobox", name="Fritextsvar")
    comments.fill(COMMENT)
    comments.press("Enter")
    comments.press("Escape")  # the open list hides the rest of the page from readers
    for seen in page.get_by_text("Jag har sett det och valt rätt kolumner").all():
        seen.click()
    page.get_by_role("button", name="Kontrollera").click()
    expect(
        page.get_by_text("36\N{NO-BREAK SPACE}personer med svar i 2 enheter, 24 fritextsvar")
    ).to_be_visible()
    wait_until_idle(page)
    assert violations(page) == []
    page.get_by_role("button", name="Analysera").click()
    expect(page.get_by_text(re.compile("Klart på [0-9]+ sekunder"))).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Öppna översikten").click()
    expect(page.get_by_text("Skrev en kommentar")).to_be_visible()
    expect(page.locator(".rt-tile", has_text="Skrev en kommentar").locator(".rt-value")).to_have_text("24")
