"""Quotes: whose, how many, in which order."""

from __future__ import annotations

import pytest

from tests.release.surveys import ROOT, people, released, writers

TEXTS = [
    "Vi är för få på natten och ingen hinner ta rast på hela passet.",
    "Ständigt vakanta tjänster gör att vi aldrig kan planera veckan.",
    "När någon blir sjuk finns det ingen att ringa in längre.",
    "Hyrpersonalen byts ut varje vecka och vi får lära upp på nytt.",
    "Grundbemanningen räcker inte ens när alla är på plats.",
    "Det saknas alltid två personer på schemat när helgen kommer.",
]


def quoting(unit: str, texts: list[str], **fields: object):
    """One writer a text, all of them on staffing."""
    return [person for text in texts for person in writers(1, unit, "bemanning", texts=(text,), **fields)]


def filling(unit: str, n: int = 12):
    """Writers on something else."""
    return writers(n, unit, "kompetens", "positiv")


def test_quotes_are_a_few_verbatim_texts():
    """At most three quotes a theme, stance and unit, exactly as they stand in the masked comment."""
    table = released(quoting("A", TEXTS) + filling("A")).quotes
    assert (table.groupby(["unit", "theme", "stance"]).size() == 3).all()
    assert set(table["text"]) <= set(TEXTS)


def test_held_comments_are_never_quoted():
    """What waits for a person's decision is not shown."""
    survey = quoting("A", TEXTS[:3]) + quoting("A", TEXTS[3:], held=True) + filling("A")
    result = released(survey)
    assert set(result.quotes["text"]) <= set(TEXTS[:3])
    assert result.certificate["audit"]["quotes"]["held"] == 3


def test_one_person_is_not_quoted_alone():
    """Where all candidates are one person's, there is no quote."""
    survey = quoting("A", TEXTS[:1]) + writers(6, "A", "bemanning") + filling("A")
    assert released(survey).quotes.empty


@pytest.mark.parametrize(("n_theme", "n_other"), [(4, 20), (6, 3)], ids=["fyra-med-temat", "nio-som-skrivit"])
def test_small_themes_and_small_units_have_no_quotes(n_theme, n_other):
    """Five with the theme and stance, and ten who wrote, are needed."""
    survey = quoting("A", TEXTS[:n_theme]) + filling("A", n_other) + people(30, "B")
    assert released(survey).quotes.empty


def test_quotes_of_a_small_unit_lift_to_the_level_above():
    """A unit with few writers is quoted only where its writers are among many."""
    survey = quoting("Liten", TEXTS[:3]) + quoting("Stor", TEXTS[3:]) + filling("Stor")
    table = released(survey).quotes
    assert set(table["unit"]) == {ROOT}


def test_quotes_are_spread_over_the_units_below():
    """The level above hears both units before it hears one of them twice."""
    survey = quoting("A", TEXTS[:4]) + quoting("B", TEXTS[4:]) + filling("A") + filling("B")
    table = released(survey).quotes
    top = set(table[table["unit"] == ROOT]["text"])
    assert top & set(TEXTS[:4])
    assert top & set(TEXTS[4:])


def test_the_order_of_quotes_does_not_follow_the_file():
    """The file backwards gives the same quotes in the same order."""
    survey = quoting("A", TEXTS) + filling("A")
    forwards, backwards = (released(people).quotes for people in (survey, survey[::-1]))
    assert forwards["text"].tolist() == backwards["text"].tolist()


def test_a_medium_long_quote_comes_before_a_stray_word():
    """A whole sentence says more than "Personal!"."""
    stray = ["Personal!", "Fler!", "Folk.", "Mer folk"]
    table = released(quoting("A", [*stray, *TEXTS[:3]]) + filling("A")).quotes
    assert set(table[table["theme"] == "bemanning"]["text"]) == set(TEXTS[:3])
