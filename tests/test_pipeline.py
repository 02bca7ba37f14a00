"""The pulse demo run again with what people decided: everything follows, and everything can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from text_analysis import pipeline
from text_analysis.demo import demo_files
from text_analysis.edits import (
    Action,
    Decide,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    append_edits,
)
from text_analysis.errors import WorkspaceError
from text_analysis.read import load_mapping, read_survey, read_table
from text_analysis.records import Released
from text_analysis.release import give_version, load_release, seen_version

OWN = Promote("kandidat.1", "egen.bilar", "Bilar och körningar", "bil*, kör*")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pulse, analysed once."""
    export, mapping_file = next(files for files in demo_files() if "puls" in files[1].stem)
    mapping = load_mapping(mapping_file)
    folder = tmp_path_factory.mktemp("puls")
    pipeline.run(read_survey([(read_table(export), mapping)], name=mapping.name), folder)
    return folder


@pytest.fixture
def folder(first: Path, tmp_path: Path) -> Path:
    """A copy of the analysed pulse, for a test to change."""
    return Path(shutil.copytree(first, tmp_path / "puls"))


def decide(folder: Path, *actions: Action) -> Released:
    """The release after the actions."""
    append_edits(folder, actions, who="Kim")
    return pipeline.rerun(folder)


def internal(folder: Path, name: str) -> pd.DataFrame:
    """A table of HR's own folder."""
    return pd.read_parquet(folder / "internal" / f"{name}.parquet")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a release."""
    return {path.name: path.read_bytes() for path in (folder / "release").iterdir()}


def a_quoted_comment(folder: Path) -> tuple[str, str]:
    """Hash and a released quote of a comment."""
    comments = internal(folder, "comments")
    for quote in load_release(folder / "release").quotes["text"]:
        found = comments[comments["masked"].str.contains(quote, regex=False)]
        if len(found) == 1:
            return str(found["text_hash"].iloc[0]), str(quote)
    raise AssertionError("no quote of a single comment")


def test_a_run_without_decisions_gives_the_same_bytes(folder: Path) -> None:
    """What is kept is enough: the export is not needed to make the same release again."""
    before = files(folder)
    pipeline.rerun(folder)
    assert files(folder) == before


def test_a_held_comment_is_quoted_no_more(folder: Path) -> None:
    """A reviewer's hold takes the comment out of every quote; the figures stay."""
    comment, quote = a_quoted_comment(folder)
    themes = load_release(folder / "release").themes
    released = decide(folder, Decide(comment, "hold"))
    assert quote not in set(released.quotes["text"])
    pd.testing.assert_frame_equal(released.themes, themes)


def test_a_wrong_label_is_gone_after_the_correction(folder: Path) -> None:
    """The corrected comment has not the theme, whatever the coder would say."""
    assignment = internal(folder, "assignments").iloc[0]
    comments = internal(folder, "comments").set_index("comment_id")
    comment = str(comments.loc[assignment["comment_id"], "text_hash"])
    decide(folder, Move(comment, str(assignment["theme"]), ""))
    after = internal(folder, "assignments")
    same = after[after["comment_id"] == assignment["comment_id"]]
    assert assignment["theme"] not in set(same["theme"])


def test_an_own_theme_is_coded_in_every_wave_and_has_its_name(folder: Path) -> None:
    """A promoted candidate is a theme of the release in older waves too."""
    released = decide(folder, OWN)
    assert released.codebook.theme(OWN.theme).name_sv == OWN.name
    assert load_release(folder / "release").codebook == released.codebook
    comments = internal(folder, "comments")
    found = internal(folder, "assignments").query("theme == @OWN.theme").merge(comments, on="comment_id")
    assert set(found["wave"]) == set(comments["wave"])
    assert OWN.theme in set(released.themes["theme"])


def test_a_renamed_theme_keeps_its_figures(folder: Path) -> None:
    """A name is a name: nothing that is counted changes."""
    before = load_release(folder / "release").themes
    released = decide(folder, Rename("schema_arbetstid", "Arbetstider"))
    assert released.codebook.theme("schema_arbetstid").name_sv == "Arbetstider"
    pd.testing.assert_frame_equal(released.themes, before)


def test_a_retired_theme_comes_back_as_a_candidate(folder: Path) -> None:
    """Its figures are gone in every wave, and what people wrote of it is released as a candidate."""
    released = decide(folder, Retire("kollegor"), Promote("", "egen.bil", "Bilar", "bil*, kör*"))
    assert "kollegor" not in set(released.themes["theme"])
    found = released.topics.query("kind == 'kandidat'")
    assert (found["n_respondents"] >= 5).all()
    assert found["words"].str.contains("kollegor").any()
    shown = released.themes.query("theme == 'egen.bil' and level == 0 and status == 'shown'")
    assert len(set(shown["wave"])) > 1


def test_everything_undone_gives_the_first_release(folder: Path) -> None:
    """Undoing all decisions gives the same bytes as before them."""
    before = files(folder)
    comment, _ = a_quoted_comment(folder)
    decide(folder, OWN, Decide(comment, "hold"), Move(comment, "", "rattvisa", "negativ"))
    assert files(folder) != before
    decide(folder, Undo(1), Undo(2), Undo(3))
    assert files(folder) == before


def test_everything_undone_step_by_step_gives_the_first_release(folder: Path) -> None:
    """Versions between, with a theme merged and another split, leave no cell hidden that was shown first."""
    before = files(folder)
    decide(folder, Merge("bemanning", "arbetsbelastning"))
    decide(folder, Split("kollegor", "egen.team", "Team", "team*, lag*"))
    decide(folder, Undo(1))
    decide(folder, Undo(2))
    assert files(folder) == before


def test_a_version_counts_as_seen_only_while_the_release_is_one_of_those_kept(folder: Path) -> None:
    """Who removes the release begins anew: what was kept of older versions is forgotten."""
    kept = folder / "versions"
    first_key = next(kept.iterdir()).name
    decide(folder, Rename("schema_arbetstid", "Arbetstider"))
    assert seen_version(folder, first_key) is not None
    shutil.copytree(folder / "release", folder / "other")
    shutil.rmtree(folder / "release")
    assert seen_version(folder, first_key) is None
    give_version(load_release(folder / "other"), folder, "new")
    assert [path.name for path in kept.iterdir()] == ["new"]


def test_a_folder_without_kept_answers_says_what_to_do(tmp_path: Path) -> None:
    """Nothing to run again is an error a person can mend."""
    with pytest.raises(WorkspaceError, match="Läs in filen"):
        pipeline.rerun(tmp_path)
