"""The shipped sub-themes: each in a theme of the codebook, with a readable name and words to find it by."""

from __future__ import annotations

from collections import Counter

import pytest

from text_analysis.codebook import load_codebook
from text_analysis.edits import theme_set_health
from text_analysis.errors import CodebookError
from text_analysis.language.lexicon import Entry, Lexicon
from text_analysis.language.words import split_words
from text_analysis.sub_themes import load_sub_themes, read_sub_themes

KNOWN = load_sub_themes()


def test_every_theme_has_a_few_sub_themes():
    """Three to nine in each theme of the codebook, and none elsewhere."""
    n = Counter(part.theme for part in KNOWN)
    assert set(n) == {theme.id for theme in load_codebook().themes}
    assert 3 <= min(n.values()) <= max(n.values()) <= 9


def test_ids_and_names_are_their_own():
    """No two share an id, nor two of one theme a name, nor does any bear the name of its theme."""
    themes = {theme.id: theme.name_sv for theme in load_codebook().themes}
    assert len({part.id for part in KNOWN}) == len(KNOWN)
    assert len({(part.theme, part.name_sv) for part in KNOWN}) == len(KNOWN)
    assert not {part.id for part in KNOWN if part.name_sv == themes[part.theme]}


def test_no_name_is_vague():
    """The rule for themes' names holds for sub-themes: nothing called "Övrigt" or "Synpunkter"."""
    import pandas as pd

    nobody = pd.DataFrame({"theme": [], "respondent_id": []})
    advice = theme_set_health(nobody, {part.id: part.name_sv for part in KNOWN}, 0)
    assert [one for one in advice if one.kind == "vague"] == []


@pytest.mark.parametrize("part", KNOWN, ids=lambda part: part.id)
def test_every_expression_finds_itself(part):
    """Each expression is one the lexicon can find, and none is a bare sign or a single letter."""
    for word in part.words:
        said = split_words(word.replace("*", "").replace(" _ ", " ")).forms
        assert Lexicon([Entry(word, "", 1)]).find(said), word
        assert word == "%" or max(map(len, said)) > 1, word


@pytest.mark.parametrize(
    "text", ["lon: {ob: [Ob, UHP]}", "lon: {ob: [Ob och tillägg, UHP, '']}", "lon: {ob: Ob}"]
)
def test_a_sub_theme_without_its_fields_is_an_error(tmp_path, text):
    """The error names the sub-theme and what it should hold."""
    path = tmp_path / "sub_themes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as error:
        read_sub_themes(path)
    assert error.value.where == "lon.ob"
