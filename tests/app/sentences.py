"""The Swedish sentences of the app, found in its code: what `say` is given, and the constants it is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from text_analysis.instruments import load_instruments
from text_analysis.places import ROOT

# What is written with a capital, a space or a Swedish letter is for people; the rest names things in code.
FOR_PEOPLE = re.compile(r"[A-ZÅÄÖ][a-zåäö]|[åäö]|\w \w")
OPENERS = {"open_page"}  # they pass their title and lead on to `say`
SAME = {
    "app_pages/shared/frontend_words.py",
    "app_pages/shared/headers.py",
    "app_pages/shared/language.py",
    "text_analysis/present/translation.py",
}


def files() -> list[Path]:
    """The pages and what they show."""
    found = [
        *(ROOT / "app_pages").rglob("*.py"),
        *(ROOT / "text_analysis" / "present").glob("*.py"),
        ROOT / "app.py",
    ]
    return sorted(path for path in found if str(path.relative_to(ROOT)) not in SAME)


def sentences() -> dict[str, str]:
    """Every sentence with the file it stands in; names of indices and their answers too."""
    found = {text: path.name for path in files() for text in _said(ast.parse(path.read_text("utf-8")))}
    return found | {index.name: "instruments" for index in load_instruments().indices}


def _said(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node) == "say":
            yield from _texts(node.args[:1])
        elif isinstance(node, ast.Call) and _name(node) in OPENERS:
            yield from _texts(node.args)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            yield from (
                text
                for text in _texts(_open(node.value))
                if FOR_PEOPLE.search(text) and "sans-serif" not in text
            )


def _open(node: ast.expr) -> list[ast.expr]:
    """The strings inside a constant: of a tuple, and of the values of a dictionary."""
    if isinstance(node, ast.Dict):
        return [inner for value in node.values for inner in _open(value)]
    if isinstance(node, ast.Tuple):
        return [inner for value in node.elts for inner in _open(value)]
    return [node]


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        inner = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
        yield from (
            one.value for one in inner if isinstance(one, ast.Constant) and isinstance(one.value, str)
        )


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))
