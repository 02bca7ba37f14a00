"""What a theme's lexicon finds in a text, for a reader who asks why."""

from __future__ import annotations

from functools import cache

from text_analysis.language.lexicon import Lexicon
from text_analysis.language.lexicon_files import read_theme_entries
from text_analysis.language.words import split_words
from text_analysis.places import DATA


def entries(text: str, theme_id: str) -> tuple[str, ...]:
    """The entries of the theme's lexicon that are found in the text, the weightiest first.

    >>> entries("Vi har delade turer varje helg", "schema_arbetstid")
    ('delade tur*', 'delade turer', 'turer', 'varje helg', '*turer')
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
