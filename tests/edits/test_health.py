"""Health of a set of themes."""

from __future__ import annotations

import pandas as pd

from text_analysis.edits import theme_set_health


def coded(people: dict[str, range]) -> pd.DataFrame:
    rows = [{"theme": theme, "respondent_id": f"r{n}"} for theme, numbers in people.items() for n in numbers]
    return pd.DataFrame(rows, columns=["theme", "respondent_id"])


def kinds(
    people: dict[str, range], names: dict[str, str], n_writers: int = 20
) -> list[tuple[str, tuple[str, ...]]]:
    return [(advice.kind, advice.themes) for advice in theme_set_health(coded(people), names, n_writers)]


def test_a_good_set_gets_no_advice():
    """Themes with people of their own and clear names need nothing."""
    assert kinds({"a": range(10), "b": range(8, 20)}, {"a": "Lön", "b": "Schema"}) == []


def test_a_theme_of_four_people_is_thin():
    """Fewer than five people is too few to show."""
    assert ("thin", ("b",)) in kinds({"a": range(20), "b": range(4)}, {"a": "Lön", "b": "Schema"})


def test_themes_of_the_same_people_overlap():
    """Nine of ten shared is more than seven tenths."""
    assert kinds({"a": range(20), "b": range(18)}, {"a": "Lön", "b": "Schema"}) == [("overlap", ("a", "b"))]


def test_a_vague_name_is_pointed_out():
    """A name such as Övriga synpunkter says nothing of what people wrote."""
    assert kinds({"a": range(20)}, {"a": "Övriga synpunkter"}) == [("vague", ("a",))]


def test_too_many_themes_are_pointed_out():
    """Forty themes cannot be taken in."""
    names = {f"t{number:02}": f"Tema {number}" for number in range(40)}
    people = {theme: range(place * 10, place * 10 + 10) for place, theme in enumerate(names)}
    assert ("many", ()) in kinds(people, names, 400)


def test_a_low_share_placed_is_pointed_out():
    """Half of the writers without theme is said with its share."""
    advice = theme_set_health(coded({"a": range(10)}), {"a": "Lön"}, 20)
    assert [(item.kind, item.figure) for item in advice] == [("unplaced", 0.5)]
