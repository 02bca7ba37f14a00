"""Edits applied to coded comments."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.edits.survey import assignments, comments, hashed, logged, negative, themes_of
from text_analysis.codebook import load_codebook
from text_analysis.edits import (
    Confirm,
    Decide,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    apply_edits,
    corrections_of,
    decisions_of,
    edited_codebook,
    edited_ids,
)

PROMOTE = Promote("kandidat.1", "egen.bilpool", "Bilpoolen", "bilpool*, bil* _ pool*")
ACTIONS = (
    Rename("rattvisa", "Lika regler"),
    Merge("narmaste_chef", "lon_formaner"),
    Split("schema_arbetstid", "egen.byten", "Korta byten", "byt* _ pass"),
    Move(hashed("c2"), "narmaste_chef", "hogre_ledning"),
    Move(hashed("c3"), "", "lokaler_utrustning"),
    Move(hashed("c1"), "schema_arbetstid", ""),
    PROMOTE,
    Retire("lon_formaner"),
)


def edited(*actions):
    return apply_edits(assignments(), logged(*actions), comments=comments(), stance_of=negative)


@pytest.mark.parametrize(
    ("action", "comment", "themes"),
    [
        pytest.param(ACTIONS[1], "c2", ["lon_formaner"], id="merge counts a comment once"),
        pytest.param(ACTIONS[2], "c5", ["egen.byten"], id="split takes what the query finds"),
        pytest.param(ACTIONS[2], "c1", ["schema_arbetstid"], id="split leaves the rest"),
        pytest.param(ACTIONS[3], "c2", ["hogre_ledning", "lon_formaner"], id="move"),
        pytest.param(ACTIONS[4], "c3", ["lokaler_utrustning"], id="move from nowhere adds"),
        pytest.param(PROMOTE, "c3", ["egen.bilpool"], id="promote finds a compound"),
        pytest.param(PROMOTE, "c4", ["egen.bilpool"], id="promote finds over a gap"),
        pytest.param(ACTIONS[7], "c2", ["narmaste_chef"], id="retire"),
    ],
)
def test_each_action_does_what_it_says(action, comment, themes):
    """One action changes the themes of the comment it concerns."""
    assert themes_of(edited(action))[comment] == themes


def test_taking_the_only_theme_away_leaves_none():
    """A comment moved to nowhere has no theme."""
    assert "c1" not in themes_of(edited(ACTIONS[5]))


def test_a_promoted_theme_points_at_its_words():
    """The evidence of a rule is the place where it matched."""
    row = edited(PROMOTE).query("comment_id == 'c4'").iloc[0]
    assert "Boka bilar i poolen tar en timme"[row["start"] : row["end"]] == "bilar i poolen"


def test_an_edit_of_another_wave_changes_nothing_here():
    """Moving a comment that this wave does not have is no error."""
    pd.testing.assert_frame_equal(edited(Move("p9", "lon_formaner", "rattvisa")), edited())


@settings(max_examples=20)
@given(st.lists(st.sampled_from(ACTIONS), max_size=6), st.randoms(use_true_random=False))
def test_every_edit_undone_gives_the_coded_table(actions, random):
    """Undoing all edits, in any order, gives what the coder made."""
    undone = [Undo(number) for number in range(1, len(actions) + 1)]
    random.shuffle(undone)
    pd.testing.assert_frame_equal(edited(*actions, *undone), edited())


@settings(max_examples=20)
@given(st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=6))
def test_an_undone_undo_restores_the_edit(actions):
    """Undoing the undoing is doing it again."""
    last = len(actions)
    pd.testing.assert_frame_equal(edited(*actions, Undo(last), Undo(last + 1)), edited(*actions))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(ACTIONS), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(actions, random):
    """Shuffled assignments and comments give the same table."""
    order = list(range(len(assignments())))
    random.shuffle(order)
    shuffled = apply_edits(
        assignments().iloc[order], logged(*actions), comments=comments().iloc[::-1], stance_of=negative
    )
    pd.testing.assert_frame_equal(shuffled, edited(*actions))


def test_the_table_given_is_left_as_it_is():
    """Applying edits makes a new table."""
    table = assignments()
    apply_edits(table, logged(*ACTIONS), comments=comments(), stance_of=negative)
    pd.testing.assert_frame_equal(table, assignments())


def test_the_codebook_follows_the_edits():
    """Renamed and own themes have their names, merged and retired ones are gone, the others stay."""
    book = edited_codebook(load_codebook(), logged(ACTIONS[0], ACTIONS[1], ACTIONS[2], PROMOTE, ACTIONS[7]))
    names = {theme.id: theme.name_sv for theme in book.themes}
    assert names["rattvisa"] == "Lika regler"
    assert names["egen.bilpool"] == "Bilpoolen"
    assert names["egen.byten"] == "Korta byten"
    assert not {"narmaste_chef", "lon_formaner"} & set(names)
    assert len(names) == len(load_codebook().themes) + 2 - 2


def test_a_theme_split_from_a_sensitive_one_is_sensitive():
    """What needs stricter limits needs them under another name too."""
    book = edited_codebook(load_codebook(), logged(Split("utsatthet", "egen.hot", "Hot", "hot*")))
    assert book.theme("egen.hot").sensitive


def test_the_last_decision_on_a_comment_holds():
    """A later decision replaces an earlier one, and undoing it brings the earlier back."""
    decide = (Decide("a", "hold"), Decide("a", "keep"), Decide("b", "mask"))
    assert decisions_of(logged(*decide)) == {"a": "keep", "b": "mask"}
    assert decisions_of(logged(*decide, Undo(2))) == {"a": "hold", "b": "mask"}


def test_corrections_say_what_a_comment_has_and_has_not():
    """A move is a no to one theme and a yes to another; the last word on a pair holds."""
    said = logged(
        Move("a", "rattvisa", "lon_formaner"), Confirm("a", "kollegor"), Move("a", "lon_formaner", "")
    )
    assert set(corrections_of(said)) == {
        ("a", "rattvisa", False),
        ("a", "lon_formaner", False),
        ("a", "kollegor", True),
    }


def test_topic_ids_follow_mergers_of_mergers():
    """A topic merged into one that is merged later ends in the last."""
    edits = logged(Merge("kandidat.1", "kandidat.2"), Merge("kandidat.2", "kandidat.3"), Retire("kandidat.4"))
    assert edited_ids(edits) == {"kandidat.1": "kandidat.3", "kandidat.2": "kandidat.3", "kandidat.4": ""}
