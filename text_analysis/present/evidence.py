"""The words of a quote that speak of its theme, as the lexicon has them: places to mark in the text."""

from __future__ import annotations

from functools import cache

from text_analysis.language.lexicon import Lexicon
from text_analysis.language.lexicon_files import read_theme_entries
from text_analysis.language.words import split_words
from text_analysis.places import DATA


def evidence(text: str, theme_id: str) -> tuple[tuple[int, int], ...]:
    """Spans ``[start, end)`` of the theme's words and expressions, in order and apart; none may be found.

    The coder weighs more than these words; they show a reader where to look. A theme of the
    organisation's own has no lexicon and no marks.

    >>> evidence("Vi har delade turer varje helg", "schema_arbetstid")
    ((7, 19),)
    """
    words = split_words(text)
    spans = [
        (words.starts[hit.first], words.ends[hit.last - 1]) for hit in _lexicon(theme_id).find(words.forms)
    ]
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def entries(text: str, theme_id: str) -> tuple[str, ...]:
    """The entries of the theme's lexicon that are found in the text, the weightiest first.

    >>> entries("Vi har delade turer varje helg", "schema_arbetstid")
    ('delade tur*', 'turer', '*turer')
    """
    lexicon = _lexicon(theme_id)
    found = {lexicon.entries[hit.entry] for hit in lexicon.find(split_words(text).forms)}
    return tuple(entry.pattern for entry in sorted(found, key=lambda one: (-one.weight, one.pattern)))


@cache
def _lexicon(theme_id: str) -> Lexicon:
    """The expressions that speak for the theme; those that speak against it are left out."""
    folder = DATA / "lexicon"
    entries = read_theme_entries(folder, (theme_id,)) if (folder / f"{theme_id}.yaml").exists() else []
    return Lexicon([entry for entry in entries if entry.weight > 0])
