"""Streamlit's own words: those of its scripts, made to speak the language of the page they run in.

Streamlit has no setting for them. A text is written in its scripts as a literal between backticks; each
known one is served as a choice between the two languages, made in the browser.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit
from starlette.responses import Response

from text_analysis.places import DATA

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

SCRIPTS: Final = Path(streamlit.__file__).parent / "static" / "static" / "js"
IS_SWEDISH: Final = "document.documentElement.lang===`sv`"
PUT_IN: Final = r"(\$\{(?:[^{}`]|`[^`]*`)*\})"  # what a literal puts in, a literal in it included
PLACE: Final = re.compile(r"\{\d\}")
FOLDER: Final = "/static/js/"
# Kept by the browser for a day: the name of a script changes with Streamlit, not with our catalogue.
KEPT: Final = {"cache-control": "public, max-age=86400"}


class FrontendWords:
    """ASGI middleware that serves Streamlit's scripts with their words in both languages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a script with known words; pass every other request on."""
        asked = scope["path"] if scope["type"] == "http" else ""
        script = in_both_languages(asked.removeprefix(FOLDER)) if asked.startswith(FOLDER) else None
        answer = self.app if script is None else Response(script, headers=KEPT, media_type="text/javascript")
        await answer(scope, receive, send)


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """English to Swedish for each script, by the script's name."""
    found: dict[str, dict[str, str]] = tomllib.loads(
        (DATA / "language" / "streamlit.toml").read_text("utf-8")
    )
    return found


@lru_cache(maxsize=64)
def in_both_languages(file_name: str) -> bytes | None:
    """The script with its known words in both languages, or None for a script without such words."""
    known = catalogue().get(file_name.partition(".")[0])
    path = SCRIPTS / Path(file_name).name
    if known is None or not path.is_file():
        return None
    return translated(path.read_text("utf-8"), known).encode()


def translated(script: str, known: dict[str, str]) -> str:
    r"""The script, in which each literal that is known has become a choice.

    >>> translated("say(`Remove ${e}`)", {"Remove {1}": "Ta bort {1}"})
    'say((document.documentElement.lang===`sv`?`Ta bort ${e}`:`Remove ${e}`))'
    """
    for english, swedish in known.items():
        script = literal(english).sub(_choice(swedish), script)
    return script


def literal(english: str) -> re.Pattern[str]:
    """The literal as it stands in a script, with a group for each thing put in."""
    return re.compile("`" + PUT_IN.join(map(re.escape, PLACE.split(english))) + "`")


def _choice(swedish: str) -> str:
    r"""The template of the choice: group 0 is the English literal, `{1}` the first group."""
    told = re.sub(r"\{(\d)\}", r"\\g<\1>", swedish.replace("\\", r"\\"))
    return rf"({IS_SWEDISH}?`{told}`:\g<0>)"
