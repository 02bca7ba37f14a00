"""The headers of every answer and the language of its pages."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from app_pages.shared.headers import Headers

PAGE = '<!DOCTYPE html>\n<html lang="en"><p>lang="en" & å</p></html>'


async def page(_: object) -> HTMLResponse:
    """A page as Streamlit serves it."""
    return HTMLResponse(PAGE)


async def script(_: object) -> PlainTextResponse:
    """An answer that is no page."""
    return PlainTextResponse('<html lang="en">')


def answer(path: str, query: bytes = b"") -> tuple[dict[str, str], str]:
    """Headers and body of one answer of a small server with the headers and compression."""
    squeezed = Middleware(GZipMiddleware, minimum_size=1)
    app = Starlette(
        routes=[Route("/", page), Route("/script", script)], middleware=[Middleware(Headers), squeezed]
    )
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asked = [(b"accept-encoding", b"gzip")]
    scope = {"type": "http", "method": "GET", "path": path, "headers": asked, "query_string": query}
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    return headers, b"".join(part.get("body", b"") for part in sent[1:]).decode()  # type: ignore[misc]


@pytest.mark.parametrize("path", ["/", "/script"])
def test_every_answer_has_the_headers(path: str) -> None:
    """Nothing may be loaded from another host, framed or guessed."""
    headers, _ = answer(path)
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_no_script_is_made_from_text() -> None:
    """Only files of the server and the scripts in Streamlit's own page may run."""
    scripts = answer("/")[0]["content-security-policy"].split("; ")[1].split()
    assert scripts[:3] == ["script-src", "'self'", "'wasm-unsafe-eval'"]
    assert all(allowed.startswith("'sha256-") for allowed in scripts[3:])


def test_page_speaks_swedish() -> None:
    """The page's own language is rewritten, the text of the page is not, and its length is right."""
    headers, body = answer("/")
    assert body == PAGE.replace('<html lang="en"', '<html lang="sv"')
    assert int(headers["content-length"]) == len(body.encode())


def test_other_answers_are_left_alone() -> None:
    """Only pages are changed."""
    assert answer("/script")[1] == '<html lang="en">'


@pytest.mark.parametrize(
    ("query", "language"), [(b"lang=en&survey=a", "en"), (b"lang=sv", "sv"), (b"x=lang=en", "sv")]
)
def test_page_speaks_the_language_of_its_address(query: bytes, language: str) -> None:
    """English is left as Streamlit wrote it; everything else is Swedish."""
    assert answer("/", query)[1].startswith(f'<!DOCTYPE html>\n<html lang="{language}"')
