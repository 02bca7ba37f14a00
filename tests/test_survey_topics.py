"""Topics of a survey's waves: kept between runs, counted after the edits, and free of names."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from text_analysis.discover import Placement, Topic, Topics
from text_analysis.edits import Action, Edit, Merge, Promote, Rename, Retire
from text_analysis.errors import WorkspaceError
from text_analysis.survey_topics import SurveyTopics, topics_before, write_survey_topics
from text_analysis.topic_measures import measure_topics

THEMES = ("lon_formaner", "schema_arbetstid")
WAVES = ("2024", "2025")
CENTRES = {"lon_formaner": (3.0, -1.0), "schema_arbetstid": (-1.0, 3.0), "": (-2.0, -2.0)}


def topic(name: str, parent: str, word: str) -> Topic:
    centre = (0.5, 0.1) if name not in THEMES and parent else CENTRES[parent]
    return Topic(name, parent, 12, (word,), word.capitalize(), ("c0",), centre)


WHOLE = tuple(topic(name, name, word) for name, word in zip(THEMES, ("lön", "schema"), strict=True))
TURNS = topic("schema_arbetstid.1", "schema_arbetstid", "turer")
NIGHTS = topic("schema_arbetstid.2", "schema_arbetstid", "natt")
POOL = topic("kandidat.3", "", "bilpool")


def placements() -> tuple[Placement, ...]:
    """In each wave twelve people write: six of turns and six of nights; in the second all of the pool."""
    found = []
    for wave in WAVES:
        for number in range(12):
            part = TURNS.id if number < 6 else NIGHTS.id
            name = f"{wave}-{number}"
            found.append(Placement(name, f"r{name}", 0, 9, "schema_arbetstid", part=part))
            if wave == "2025":
                found.append(Placement(name, f"r{name}", 10, 20, POOL.id))
    return tuple(found)


FOUND = Topics((*WHOLE, POOL), (TURNS, NIGHTS), placements(), (), THEMES, 3)


def comments() -> pd.DataFrame:
    names = [(wave, f"{wave}-{number}") for wave in WAVES for number in range(12)]
    rows = [
        {"comment_id": name, "respondent_id": f"r{name}", "wave": wave, "unit": "R > A"}
        for wave, name in names
    ]
    return pd.DataFrame(rows)


def assignments(*without: str) -> pd.DataFrame:
    """Every comment has the schedule as its theme, but for those given."""
    kept = comments()[~comments()["comment_id"].isin(without)]
    return kept.assign(theme="schema_arbetstid")[["comment_id", "respondent_id", "theme"]]


def measured(
    *actions: Action, table: pd.DataFrame | None = None, before: Topics | None = None
) -> pd.DataFrame:
    log = [Edit(number, "2026-11-22", "Åsa", action, {}) for number, action in enumerate(actions, start=1)]
    found = SurveyTopics(FOUND, before)
    return measure_topics(found, comments(), assignments() if table is None else table, log)


def people(table: pd.DataFrame, wave: str = "2025") -> dict[str, int]:
    rows = table[(table["wave"] == wave) & (table["kind"] != "tema")]
    return dict(zip(rows["topic"], rows["n_respondents"].tolist(), strict=True))


def test_people_are_counted_in_each_wave():
    """Sub-themes and candidates have the people of the wave; a theme nobody has is no topic."""
    table = measured()
    assert people(table, "2024") == {TURNS.id: 6, NIGHTS.id: 6, POOL.id: 0}
    assert people(table, "2025") == {TURNS.id: 6, NIGHTS.id: 6, POOL.id: 12}
    assert set(table.loc[table["kind"] == "tema", "topic"]) == {"schema_arbetstid"}


def test_what_few_spoke_of_before_is_new():
    """The pool is new in the second wave, the rest is not."""
    table = measured()
    assert table.loc[table["is_new"], ["wave", "topic"]].to_numpy().tolist() == [["2025", POOL.id]]


def test_a_first_wave_is_compared_with_the_file_before():
    """What the survey's earlier file had is not new in its first wave."""
    table = measured(before=replace(FOUND, parts=(TURNS,)))
    assert set(table.loc[(table["wave"] == "2024") & table["is_new"], "topic"]) == {NIGHTS.id}


def test_who_lost_the_theme_leaves_its_sub_theme():
    """A comment moved out of a theme is no longer counted in its part."""
    table = measured(table=assignments("2025-0", "2025-1"))
    assert people(table)[TURNS.id] == 4
    assert set(table.loc[(table["wave"] == "2025") & (table["kind"] == "deltema"), "n_theme"]) == {10}


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        pytest.param(Merge(TURNS.id, NIGHTS.id), {NIGHTS.id: 12, POOL.id: 12}, id="merged"),
        pytest.param(Retire(POOL.id), {TURNS.id: 6, NIGHTS.id: 6}, id="retired"),
        pytest.param(
            Promote("", "egen.bil", "Bilar", "bil*"),
            {TURNS.id: 6, NIGHTS.id: 6, POOL.id: 12},
            id="an own theme of no candidate",
        ),
        pytest.param(
            Promote(POOL.id, "egen.bil", "Bilar", "bil*"), {TURNS.id: 6, NIGHTS.id: 6}, id="promoted"
        ),
    ],
)
def test_topics_follow_the_edits(action, expected):
    """What is merged counts in the other; what is retired or promoted is no topic."""
    assert people(measured(action)) == expected


def test_a_topic_has_the_name_it_was_given():
    """A renamed topic keeps its id and words."""
    row = measured(Rename(TURNS.id, "Delade turer")).query("topic == @TURNS.id").iloc[0]
    assert (row["label"], row["words"]) == ("Delade turer", "turer")


def test_the_map_is_within_bounds():
    """Places are -1 to 1 and the same in every wave."""
    table = measured()
    assert table[["x", "y"]].abs().to_numpy().max() <= 1
    assert len(table[["topic", "x", "y"]].drop_duplicates()) == table["topic"].drop_duplicates().size


def test_topics_are_kept_for_other_waves(tmp_path):
    """The same waves are run again from what they were run from; with a wave more, the topics found go on."""
    before = replace(FOUND, parts=(), placements=())
    write_survey_topics(SurveyTopics(FOUND, before), WAVES, tmp_path)
    assert topics_before(tmp_path, set(WAVES)) == before
    assert topics_before(tmp_path, {*WAVES, "2026"}) == replace(FOUND, placements=())
    assert topics_before(tmp_path / "tom", set(WAVES)) is None


def test_a_damaged_file_is_an_error(tmp_path):
    """The error says to analyse the survey again."""
    (tmp_path / "topics.json").write_text("{}", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="ämnen"):
        topics_before(tmp_path, {"2025"})
