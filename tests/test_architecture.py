"""The walls of the house: who may import what, how long a module may be, what never stands in one."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
import typing
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from text_analysis import present
from text_analysis.masked_survey import MaskedSurvey
from text_analysis.records import Analysis, Comment, MaskedText, Measures, Released, Survey
from text_analysis.review import ReviewComment

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "text_analysis"
STEPS = (
    "read",
    "clean",
    "anonymise",
    "segment",
    "themes",
    "stance",
    "discover",
    "indices",
    "link",
    "release",
    "present",
)
MAX_LINES = 300
MAX_PAGE_LINES = 150
MAX_ROUTER_LINES = 80

MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "app_pages").rglob("*.py"))
APP = [ROOT / "app.py", *PAGES]


def name_of(path: Path) -> str:
    """`text_analysis.read.survey` of its path."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Every module a file imports, inside functions too; `from a import b` gives a and a.b."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def steps_of(names: set[str]) -> set[str]:
    """The steps among imported modules."""
    return {name.split(".")[1] for name in names if name.startswith("text_analysis.")} & set(STEPS)


def types_in(hint: object) -> Iterator[object]:
    """The classes of a type hint, those inside brackets too."""
    yield from () if isinstance(hint, list) else (hint,)
    for part in hint if isinstance(hint, list) else typing.get_args(hint):
        yield from types_in(part)


def step_modules() -> list[tuple[str, Path]]:
    """Every module that belongs to a step, with the step's name."""
    pairs = [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in MODULES]
    return [(step, path) for step, path in pairs if step in STEPS]


@pytest.mark.parametrize(("step", "path"), step_modules(), ids=lambda value: str(value).split("/")[-1])
def test_a_step_imports_no_other_step(step: str, path: Path) -> None:
    """Records and tables travel between the steps; the steps do not know each other."""
    assert steps_of(imports_of(path)) <= {step}


@pytest.mark.parametrize("library", ["streamlit", "bertopic"])
def test_a_library_stays_in_its_room(library: str) -> None:
    """Streamlit is known by the pages only and BERTopic by discover only."""
    users = {
        name_of(path) for path in MODULES if library in {name.split(".")[0] for name in imports_of(path)}
    }
    allowed = {"streamlit": set(), "bertopic": {"text_analysis.discover"}}[library]
    assert {".".join(name.split(".")[:2]) for name in users} <= allowed


def test_pages_take_nothing_from_the_inner_steps() -> None:
    """A page may read a file, start the pipeline, load a release and present it, and nothing between."""
    for path in APP:
        allowed = {"read", "release", "present"}
        assert steps_of(imports_of(path)) <= allowed, path.name
        released = {name for name in imports_of(path) if name.startswith("text_analysis.release.")}
        assert released <= {"text_analysis.release.load_release", "text_analysis.release.audit_text"}, (
            path.name
        )


def test_only_release_makes_a_release() -> None:
    """`Released` is constructed in the release step alone, so nothing can be shown past the gate."""
    for path in [*MODULES, *APP]:
        calls = (
            node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
        )
        made = any(getattr(call, "id", getattr(call, "attr", "")) == "Released" for call in calls)
        assert not made or path.is_relative_to(PACKAGE / "release"), path.name


def test_present_takes_only_what_is_released() -> None:
    """No public function of present can be given an analysis, a survey or measures."""
    inner = {Analysis, Survey, MaskedSurvey, Measures, Comment, MaskedText, ReviewComment}
    names = [f"{present.__name__}.{info.name}" for info in pkgutil.iter_modules(present.__path__)]
    functions = [
        function
        for module in map(importlib.import_module, names)
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
    ]
    for function in functions:
        hints = typing.get_type_hints(function).values()
        assert not inner & {part for hint in hints for part in types_in(hint)}, function.__qualname__
    assert any(Released in typing.get_type_hints(function).values() for function in functions)
    assert Survey in set(types_in(Callable[[Iterable[Survey] | None], str]))


def test_present_stands_apart_from_what_knows_comments() -> None:
    """No module of present imports what masks, codes or reviews, so nothing of theirs can be shown."""
    inner = {f"text_analysis.{name}" for name in ("review", "masked_survey", "coded_tables", "pipeline")}
    for path in (PACKAGE / "present").glob("*.py"):
        assert not imports_of(path) & inner, path.name


@pytest.mark.parametrize(
    ("paths", "limit"),
    [(MODULES, MAX_LINES), (PAGES, MAX_PAGE_LINES), ([ROOT / "app.py"], MAX_ROUTER_LINES)],
    ids=["package", "pages", "router"],
)
def test_a_module_is_one_idea_long(paths: list[Path], limit: int) -> None:
    """A module can be read in one sitting."""
    too_long = {path.name: n for path in paths if (n := len(path.read_text("utf-8").splitlines())) > limit}
    assert not too_long


def test_the_router_knows_no_tables() -> None:
    """app.py routes; pandas is not its business."""
    assert "pandas" not in imports_of(ROOT / "app.py")


def test_no_folder_is_named_pages() -> None:
    """A folder named pages beside app.py would be served past the router."""
    assert not (ROOT / "pages").exists()


@pytest.mark.parametrize(
    "module", ["pickle", "joblib", "dill", "shelve", "requests", "urllib.request", "httpx"]
)
def test_what_never_is_imported(module: str) -> None:
    """Nothing is unpickled, and nothing asks the network."""
    assert not [name_of(path) for path in [*MODULES, *APP] if module in imports_of(path)]


def test_no_handler_catches_everything() -> None:
    """A bare or broad except would turn a fault into silence."""
    for path in [*MODULES, *APP]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, path.name
                caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)}
                assert not caught & {"Exception", "BaseException"}, path.name


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The package and its command line start without pandas, scikit-learn, spaCy and Streamlit."""
    heavy = {"pandas", "numpy", "sklearn", "spacy", "streamlit", "presidio_analyzer", "bertopic"}
    script = "import sys, text_analysis, text_analysis.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not heavy & set(loaded.stdout.split())


def test_sockets_are_blocked_in_tests() -> None:
    """A test that reached for the network would fail, so passing tests are offline."""
    import socket

    import pytest_socket

    with pytest.raises(pytest_socket.SocketBlockedError), pytest.warns(UserWarning, match="socket"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
