"""Errors tell what, where, what was expected and what to do."""

import inspect

import pytest

from text_analysis import errors
from text_analysis.errors import ScaleError, TextAnalysisError

TREE = [
    kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, TextAnalysisError)
]


def test_every_error_has_its_own_code() -> None:
    """A code names one kind of error, so a support question can be answered from it."""
    codes = [kind.code for kind in TREE]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", TREE, ids=lambda kind: kind.__name__)
def test_an_error_shows_all_four_parts_and_its_code(kind: type[TextAnalysisError]) -> None:
    """What, where, expected and remedy all reach the reader."""
    message = kind("Fel.", where="rad 3", expected="0–10", remedy="Rätta svaret.").message
    assert message.splitlines() == [
        "Fel.",
        "Var: rad 3",
        "Förväntat: 0–10",
        "Gör så här: Rätta svaret.",
        f"[{kind.code}]",
    ]


def test_parts_that_are_not_there_take_no_line() -> None:
    """An error without a place does not print an empty one."""
    assert ScaleError("Fel.").message == "Fel.\n[RT130]"
