"""Streamlit's own words in the language of the page."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app_pages.shared.frontend_words import (
    SCRIPTS,
    FrontendWords,
    catalogue,
    in_both_languages,
    literal,
    translated,
)

WORDS = [(script, english) for script, known in catalogue().items() for english in known]


def source(script: str) -> str:
    """The scripts of this name, as Streamlit ships them."""
    return "".join(path.read_text("utf-8") for path in SCRIPTS.glob(f"{script}.*.js"))


@pytest.mark.parametrize(("script", "english"), WORDS)
def test_word_stands_in_its_script(script: str, english: str) -> None:
    """A word that a new Streamlit writes otherwise is noticed here, before an English one is seen."""
    assert literal(english).search(source(script))


@pytest.mark.parametrize(("script", "english"), WORDS)
def test_what_is_put_in_stands_in_both(script: str, english: str) -> None:
    """The Swedish words put in nothing that the English do not."""
    swedish = catalogue()[script][english]
    assert {place for place in ("{1}", "{2}") if place in swedish} <= {
        place for place in ("{1}", "{2}") if place in english
    }


def test_what_is_put_in_may_hold_a_literal() -> None:
    """A choice inside a literal does not end it."""
    script = "f(`Press ${r()?`⌘`:`Ctrl`}+Enter to ${e}`)"
    told = translated(script, {"Press {1}+Enter to {2}": "Tryck på {1}+Enter för att {2}"})
    assert "`Tryck på ${r()?`⌘`:`Ctrl`}+Enter för att ${e}`:`Press ${r()?`⌘`:`Ctrl`}+Enter to ${e}`" in told


@pytest.mark.parametrize("name", ["ColorPicker.x.js", "index.js.map", "../index.html", "Selectbox.none.js"])
def test_other_files_are_left_to_streamlit(name: str) -> None:
    """A script without known words, or a file that is no script, is not ours to serve."""
    assert in_both_languages(name) is None


def test_script_is_served_with_both_languages() -> None:
    """The middleware answers for a known script and passes everything else on."""
    name = next(SCRIPTS.glob("Selectbox.*.js")).name

    async def passed_on(_: object) -> PlainTextResponse:
        return PlainTextResponse("streamlit's own")

    routes = [Route("/{path:path}", passed_on)]
    app = Starlette(routes=routes, middleware=[Middleware(FrontendWords)])

    def answer(path: str) -> str:
        sent: list[dict[str, object]] = []

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, object]) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
        asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
        return b"".join(part.get("body", b"") for part in sent).decode()  # type: ignore[misc]

    assert "`Inget hittades`:`No results`" in answer(f"/static/js/{name}")
    assert answer("/static/media/font.woff2") == "streamlit's own"
    assert answer("/oversikt") == "streamlit's own"
