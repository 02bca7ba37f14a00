"""What kind an error is of, in English; the error's own words are Swedish and name its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from text_analysis.errors import TextAnalysisError
from text_analysis.places import DATA

CATALOGUE: Final = DATA / "language" / "errors.toml"


def in_english(error: TextAnalysisError) -> tuple[str, str]:
    """What is wrong and what to do, for errors of this code.

    >>> from text_analysis.errors import ScaleError
    >>> in_english(ScaleError("Svaret 11 är utanför skalan.", remedy="Rätta svaret."))[0]
    'An answer lies outside its scale.'
    """
    told = _kinds()[error.code]
    return told["what"], told["remedy"]


@cache
def _kinds() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
