"""What a review and a re-run did, in words: the log, the effect on the figures and the share right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app import synthetic
from text_analysis.edits import (
    Action,
    Confirm,
    Decide,
    Edit,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
)
from text_analysis.present import effect
from text_analysis.present.edit_log import described, log_table
from text_analysis.present.judged import judged_line, judged_table
from text_analysis.records import Judged

NAMES = {"lon_formaner": "Lön", "schema_arbetstid": "Schema"}
AT = "2026-11-22T09:00:00+01:00"


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Decide("0123456789", "hold"), "Håll inne · 012345"),
        (Confirm("0123456789", "lon_formaner"), "Rätt: Lön · 012345"),
        (Move("0123456789", "lon_formaner", ""), "Fel: Lön · 012345"),
        (Move("0123456789", "lon_formaner", "schema_arbetstid"), "Lön blev Schema · 012345"),
        (Move("0123456789", "", "lon_formaner", "positiv"), "Saknades: Lön (beröm) · 012345"),
        (
            Move("0123456789", "lon_formaner", "lon_formaner", "forslag"),
            "Annan hållning: Lön (förslag) · 012345",
        ),
        (Rename("lon_formaner", "Lönen"), "Lön heter nu Lönen"),
        (Merge("lon_formaner", "schema_arbetstid"), "Lön slogs ihop med Schema"),
        (Split("schema_arbetstid", "egen", "Natt", "natt*"), "Natt delades ut ur Schema med regeln natt*"),
        (Promote("k1", "egen", "Bilar", "bil*"), "Bilar blev ett eget tema med regeln bil*"),
        (Retire("lon_formaner"), "Lön används inte längre"),
        (Undo(3), "Ångrade ändring 3"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_every_action_is_told_in_words(action: Action, told: str) -> None:
    """Each kind of action reads as a person would say it, with a comment only by its hash."""
    assert described(action, NAMES) == told


def test_the_log_begins_with_the_latest_and_tells_what_was_undone() -> None:
    """Nothing is hidden: what was taken back is still there and says so."""
    log = (Edit(1, AT, "Eva", Retire("lon_formaner"), {}), Edit(2, AT, "Kim", Undo(1), {}))
    table = log_table(log, NAMES)
    assert list(table["Vad"]) == ["Ångrade ändring 1", "Lön används inte längre (ångrad)"]
    assert list(table["Vem"]) == ["Kim", "Eva"]


def test_only_what_changed_is_shown() -> None:
    """A theme that lost three people and a place on a list, and nothing else."""
    before = synthetic.region()
    whole = (before.themes["level"] == 0) & (before.themes["theme"] == "lon_formaner")
    whole &= (before.themes["stance"] == "alla") & (before.themes["enps_group"] == "alla")
    n = int(before.themes.loc[whole, "n_respondents"].iloc[0])
    after_themes = before.themes.copy()
    after_themes.loc[whole, "n_respondents"] = n - 3
    first = (
        (before.threads["level"] == 0) & (before.threads["rank"] == 1) & (before.threads["kind"] == "bevara")
    )
    after_threads = before.threads.copy()
    after_threads.loc[first, "theme"] = "trivsel_allmant"
    after = replace(before, themes=after_themes, threads=after_threads)
    assert effect.theme_changes(before, after).to_numpy().tolist() == [
        ["Lön och förmåner", str(n), str(n - 3), "−3"]
    ]
    threads = effect.thread_changes(before, after)
    assert threads[["Lista", "Plats", "Efter"]].to_numpy().tolist() == [
        ["Bevara", "1", "Trivsel och helhetsintryck"]
    ]
    assert effect.theme_changes(before, before).empty


def test_share_right_is_told_with_its_count_and_interval() -> None:
    """A theme with fewer than five judged labels is counted in all but has no figure of its own."""
    said = (Judged("", 12, 9, 0.75, 0.468, 0.911), Judged("lon_formaner", 8, 6, 0.75, 0.41, 0.93),
            Judged("schema_arbetstid", 4, 3, 0.75, 0.3, 0.95))  # fmt: skip
    assert "75\N{NO-BREAK SPACE}% av temana rätt (9 av 12, 95 % osäkerhet 47 till 91 %)" in judged_line(said)
    assert list(judged_table(said, NAMES)["Tema"]) == ["Lön"]
    assert judged_line(said[:0]) == ""
