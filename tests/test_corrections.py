"""Corrections in a kept survey teach the coder: alike comments follow, and all can be taken back."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from text_analysis import pipeline
from text_analysis.coding import learn
from text_analysis.demo import demo_files
from text_analysis.edits import Action, Move, Undo, append_edits
from text_analysis.read import load_mapping, read_survey, read_table

WAVE = "2023-05"
# What only this organisation calls its system. The first is corrected, the others are left to the coder.
TOLD = "Flexifix är ett elände från början till slut"
ALIKE = ("Flexifix är ett elände", "flexifix är ett riktigt elände från början")
WRONG = "Guldkanten är bortblåst hos oss"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pulse's first wave with these four among its comments, analysed once."""
    export, mapping_file = next(files for files in demo_files() if "puls" in files[1].stem)
    mapping = load_mapping(mapping_file)
    survey = read_survey([(read_table(export), mapping)], name=mapping.name)
    respondents = survey.respondents[survey.respondents["wave"] == WAVE]
    known = set(respondents["respondent_id"])
    texts = dict(enumerate((TOLD, *ALIKE, WRONG), start=100))
    comments = tuple(
        replace(comment, text=texts.get(number, comment.text))
        for number, comment in enumerate(c for c in survey.comments if c.respondent_id in known)
    )
    sent, compared = (table[table["wave"] == WAVE] for table in (survey.sent, survey.comparisons))
    folder = tmp_path_factory.mktemp("puls")
    wave = replace(survey, respondents=respondents, comments=comments, sent=sent, comparisons=compared)
    pipeline.run(wave, folder)
    return folder


@pytest.fixture(scope="module")
def corrected(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, run again with two corrections."""
    folder = copy_of(first, tmp_path_factory.mktemp("rättad"))
    correct(folder, *corrections(folder))
    return folder


def copy_of(folder: Path, place: Path) -> Path:
    """A copy of an analysed survey, for a test to change."""
    return Path(shutil.copytree(folder, place / "puls"))


def hash_of(folder: Path, text: str) -> str:
    """The name of a comment in the log."""
    comments = pd.read_parquet(folder / "internal" / "comments.parquet")
    return str(comments.set_index("masked").loc[text, "text_hash"])


def coded(folder: Path) -> dict[str, set[str]]:
    """The themes the coder itself gave each comment, by what it says."""
    comments = pd.read_parquet(folder / "internal" / "comments.parquet")
    labels = pd.read_parquet(folder / "internal" / "coded.parquet")
    themes = labels.groupby("comment_id")["theme"].agg(set)
    found = zip(comments["masked"], comments["comment_id"], strict=True)
    return {text: set(themes.get(comment, set())) for text, comment in found}


def released(folder: Path) -> dict[str, bytes]:
    """Every file of the release."""
    return {path.name: path.read_bytes() for path in (folder / "release").iterdir()}


def correct(folder: Path, *actions: Action) -> None:
    """Run the survey again with the actions in its log."""
    append_edits(folder, actions, who="Kim")
    pipeline.rerun(folder)


def corrections(folder: Path) -> list[Action]:
    """The system is one, and the guldkant is recognition."""
    return [
        Move(hash_of(folder, TOLD), "", "it_system", "negativ"),
        Move(hash_of(folder, WRONG), "", "uppskattning", "negativ"),
    ]


def test_alike_comments_follow_and_the_others_stay(first: Path, corrected: Path) -> None:
    """Comments in the corrected one's words get its theme; of all others, hardly any is coded otherwise."""
    before, after = coded(first), coded(corrected)
    assert not any("it_system" in before[text] for text in (TOLD, *ALIKE))
    assert all("it_system" in after[text] for text in (TOLD, *ALIKE))
    assert "uppskattning" in after[WRONG]
    others = set(before) - {TOLD, *ALIKE, WRONG}
    assert sum(after[text] != before[text] for text in others) <= 0.01 * len(others)


def test_the_order_of_the_corrections_does_not_matter(first: Path, corrected: Path, tmp_path: Path) -> None:
    """Two people who correct the same comments in another order get the same figures."""
    other = copy_of(first, tmp_path)
    correct(other, *reversed(corrections(other)))
    for name in ("themes", "prevalence", "quotes", "threads"):
        one, two = (place / "release" / f"{name}.parquet" for place in (corrected, other))
        assert one.read_bytes() == two.read_bytes()
    assert coded(corrected) == coded(other)


def test_corrections_taken_back_leave_no_trace(first: Path, corrected: Path, tmp_path: Path) -> None:
    """After undoing them, the release is the first one byte for byte, and the coder has forgotten."""
    assert released(corrected) != released(first)
    undone = copy_of(corrected, tmp_path)
    correct(undone, Undo(1), Undo(2))
    assert released(undone) == released(first)
    assert coded(undone) == coded(first)


def test_two_hundred_corrections_are_learnt_in_seconds() -> None:
    """Nobody waits for the coder to learn a day's review."""
    told = [(f"{ALIKE[0]} på avdelning {n}", "it_system", True) for n in range(200)]
    start = time.process_time()
    learn(told)
    assert time.process_time() - start < 5
