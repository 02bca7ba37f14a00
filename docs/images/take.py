"""Take the README's pictures again: `make app` in one window, then this script in another."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

REGION = "Hälso- och sjukvårdsförvaltningen 2025"
PULSE = "Socialförvaltningen, pulsmätning 2023"
# Name of the picture: page, survey, wave, and the height that shows its point.
PICTURES = {
    "oversikt": (f"oversikt?survey={REGION}", 1400),
    "teman": (f"teman?survey={REGION}", 1100),
    "teman-och-index": (f"teman-index?survey={REGION}", 1200),
    "enheter": (f"enheter?survey={REGION}&unit=NSV Umeå", 1100),
    "chefens-sida": (f"chef?survey={PULSE}&wave=2023-05", 1560),
    "trend": (f"trend?survey={PULSE}", 1000),
    "granska": (f"granska?survey={PULSE}", 1000),
}
WIDTH = 1440


def take(page: Page, address: str, name: str, height: int) -> None:
    """Open a page, wait until it is drawn and save it."""
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.goto(address)
    page.wait_for_selector("h1")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(2500)
    page.screenshot(path=Path(__file__).parent / f"{name}.png")


def main(address: str = "http://127.0.0.1:8501") -> None:
    """Take every picture from the app at an address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for name, (path, height) in PICTURES.items():
            take(page, f"{address}/{path}", name, height)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
