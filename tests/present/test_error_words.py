"""Errors in English, by their kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from text_analysis.errors import TextAnalysisError
from text_analysis.present.error_words import CATALOGUE, in_english


def kinds(kind: type[TextAnalysisError] = TextAnalysisError) -> Iterator[type[TextAnalysisError]]:
    """Every class of the tree."""
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_has_its_english_words(kind: type[TextAnalysisError]) -> None:
    """What is wrong and what to do are whole sentences."""
    what, remedy = in_english(kind("Fel.", remedy="Gör om."))
    assert what.endswith(".")
    assert remedy.endswith(".")


def test_the_catalogue_knows_no_other_kinds() -> None:
    """A kind that is gone is gone from the catalogue."""
    codes = {line.strip("[]") for line in CATALOGUE.read_text("utf-8").splitlines() if line.startswith("[")}
    assert codes == {kind.code for kind in kinds()}
