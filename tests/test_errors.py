"""Errors tell what, where, what was expected and what to do."""

import ast
import inspect
from pathlib import Path

import pytest

from text_analysis import errors
from text_analysis.errors import ScaleError, TextAnalysisError

ROOT = Path(__file__).resolve().parent.parent
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
    assert ScaleError("Fel.", remedy="Rätta svaret.").message == "Fel.\nGör så här: Rätta svaret.\n[RT130]"


def test_every_error_says_what_to_do() -> None:
    """Wherever an error is made, its remedy is given, and it is no empty text."""
    names = {kind.__name__ for kind in TREE}
    made = [
        (path, call)
        for path in [*(ROOT / "text_analysis").rglob("*.py"), *(ROOT / "app_pages").rglob("*.py")]
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in names
    ]
    assert made
    for path, call in made:
        remedies = [ast.unparse(given.value) for given in call.keywords if given.arg == "remedy"]
        assert [told for told in remedies if told not in ("''", "None")], f"{path.name}:{call.lineno}"
