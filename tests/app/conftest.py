"""Workspaces to open the app on: none, the made-up surveys; and the app in a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest

from tests import review_folder
from tests.app import synthetic
from text_analysis.places import ROOT
from text_analysis.release import write_release

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS_TO_START = 60


def fill(home: Path) -> None:
    """Write the made-up surveys to a workspace, the pulse with comments to review."""
    for slug, released in (("region", synthetic.region()), ("puls", synthetic.pulse())):
        write_release(released, home / "surveys" / slug / "release")
    review_folder.survey_folder(home / "surveys" / "puls")


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace without surveys."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the made-up surveys; nobody writes to it."""
    home = tmp_path_factory.mktemp("home")
    fill(home)
    return home


@pytest.fixture
def home(filled_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The filled workspace as the one the app reads."""
    monkeypatch.setenv("RODA_TRADAR_HOME", str(filled_home))
    return filled_home


def opened(page: str = "", **params: str) -> AppTest:
    """A page opened through the app's door, with these choices in its address."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(f"app_pages/{page}.py").run() if page else app


def texts(app: AppTest) -> str:
    """Everything a page has written, as one string."""
    html = [element.proto.body for element in app.get("html")]
    return "\n".join([*html, *(element.value for element in (*app.title, *app.header, *app.subheader))])


@pytest.fixture(scope="session")
def server(filled_home: Path) -> Iterator[str]:
    """The address of the app on the made-up surveys."""
    with served(filled_home) as address:
        yield address


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app without surveys, to which tests may add."""
    with served(tmp_path_factory.mktemp("empty")) as address:
        yield address


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The app on a workspace, started as its users start it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = os.environ | {"RODA_TRADAR_HOME": str(home)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        _wait(address)
        yield address
        process.terminate()


def _wait(address: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()  # noqa: S310  own server
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; ended with its module, as its event loop would be in the way of others'."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
