"""The organisation's own codebook: the shipped one as the edits in force make it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from text_analysis.codebook import Codebook, Theme
from text_analysis.edits.actions import Edit, Merge, Promote, Rename, Retire, Split, in_force


def edited_codebook(codebook: Codebook, edits: Iterable[Edit]) -> Codebook:
    """The codebook with its own themes and names; what is retired or merged is gone.

    An own theme is tied to no index, and its query stands as its definition.
    """
    themes = {theme.id: theme for theme in codebook.themes}
    for edit in in_force(edits):
        match edit.action:
            case Rename(theme, name) if theme in themes:
                themes[theme] = replace(themes[theme], name_sv=name, name_en=name)
            case Split(theme, into, name, query) if theme in themes:
                themes[into] = _own(into, name, query, sensitive=themes[theme].sensitive)
            case Promote(_, theme, name, query, sensitive):
                themes[theme] = _own(theme, name, query, sensitive=sensitive)
            case Merge(theme, _) | Retire(theme):
                themes.pop(theme, None)
            case _:
                continue
    return replace(codebook, themes=tuple(themes.values()))


def _own(theme: str, name: str, query: str, *, sensitive: bool) -> Theme:
    return Theme(
        id=theme,
        name_sv=name,
        name_en=name,
        definition=query,
        includes=(),
        excludes=(),
        index_keys=(),
        sensitive=sensitive,
    )
