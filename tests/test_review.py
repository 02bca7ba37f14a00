"""The queue of comments to look at, the answers in the log, and how often the coder was right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review_folder import CHIEF, GIVEAWAY, LESS, PAY, SCHEDULE, SURE, UNSURE, survey_folder, written
from text_analysis.edits import Confirm, Decide, Move, append_edits, corrections_of, read_edits
from text_analysis.errors import WorkspaceError
from text_analysis.records import Judged
from text_analysis.review import (
    ReviewComment,
    answered,
    comments_to_review,
    judged,
    undo_last,
)

PAY_HASH, SCHEDULE_HASH = "hash001", "hash002"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A survey to review."""
    return survey_folder(tmp_path)


def review_queue(folder: Path) -> tuple[ReviewComment, ...]:
    """The comments to review with what the log says of them."""
    return answered(comments_to_review(folder), read_edits(folder))


def test_masking_comes_first_then_what_moves_the_figures_most(folder: Path) -> None:
    """A giveaway, then the label of the smaller theme, then that of the larger; the rest is not asked."""
    queue = review_queue(folder)
    assert [comment.text for comment in queue] == [GIVEAWAY[0], UNSURE[0], LESS[0]]
    assert [comment.kind for comment in queue] == ["masking", "coding", "coding"]


def test_a_theme_too_small_to_be_shown_moves_nothing(folder: Path) -> None:
    """An unsure label of a theme with one person is not worth anybody's time."""
    assert CHIEF not in {label.theme for comment in review_queue(folder) for label in comment.labels}


def test_a_giveaway_is_shown_with_its_place_and_reason(folder: Path) -> None:
    """The reviewer sees what may point somebody out."""
    first = review_queue(folder)[0]
    (flag,) = first.quasi
    assert first.text[flag.start : flag.end] == "enda kuratorn"
    assert first.reasons == ("Kan peka ut någon: roll",)


def test_a_decided_comment_is_done_and_stays_counted(folder: Path) -> None:
    """The decision is in the queue, which keeps its length."""
    append_edits(folder, [Decide("hash000", "mask")], who="Eva")
    queue = review_queue(folder)
    assert (queue[0].decision, queue[0].is_done, len(queue)) == ("mask", True, 3)


@pytest.mark.parametrize(
    ("action", "verdict", "stance"),
    [
        pytest.param(Confirm(PAY_HASH, PAY), "right", "negativ", id="right"),
        pytest.param(Move(PAY_HASH, PAY, ""), "wrong", "negativ", id="wrong"),
        pytest.param(Move(PAY_HASH, PAY, CHIEF), "wrong", "negativ", id="another-theme"),
        pytest.param(Move(PAY_HASH, PAY, PAY, "forslag"), "right", "forslag", id="another-stance"),
    ],
)
def test_what_is_said_of_a_label_stands_beside_it(
    folder: Path, action: Move, verdict: str, stance: str
) -> None:
    """The verdict and the stance are those of the log."""
    append_edits(folder, [action], who="Eva")
    label = next(label for label in review_queue(folder)[1].labels if label.theme == PAY)
    assert (label.verdict, label.stance) == (verdict, stance)


def test_a_comment_is_done_when_every_label_is_judged(folder: Path) -> None:
    """One of two is not enough."""
    append_edits(folder, [Confirm(PAY_HASH, PAY)], who="Eva")
    assert not review_queue(folder)[1].is_done
    append_edits(folder, [Move(PAY_HASH, SCHEDULE, "")], who="Eva")
    assert review_queue(folder)[1].is_done


def test_a_missing_theme_is_added_to_the_comment(folder: Path) -> None:
    """What a person found stands with the coder's labels, marked as added."""
    append_edits(folder, [Move(PAY_HASH, "", CHIEF, "positiv")], who="Eva")
    added = review_queue(folder)[1].labels[-1]
    assert (added.theme, added.stance, added.is_added) == (CHIEF, "positiv", True)


def test_undo_takes_back_one_press_with_all_it_did(folder: Path) -> None:
    """Two labels confirmed at once are both open again; what was pressed before still holds."""
    append_edits(folder, [Decide("hash000", "keep")], who="Eva")
    append_edits(folder, [Confirm(PAY_HASH, PAY), Confirm(PAY_HASH, SCHEDULE)], who="Eva")
    assert undo_last(folder, who="Kim") == PAY_HASH
    assert [comment.is_done for comment in review_queue(folder)] == [True, False, False]
    assert len(read_edits(folder)) == 5


def test_undo_without_anything_to_undo_writes_nothing(folder: Path) -> None:
    """An empty log stays empty."""
    assert undo_last(folder, who="Eva") == ""
    assert read_edits(folder) == ()


def test_nobody_decides_without_a_name(folder: Path) -> None:
    """The log says who, always."""
    with pytest.raises(WorkspaceError, match="namn"):
        append_edits(folder, [Decide("hash000", "keep")], who=" ")


def test_share_right_is_counted_over_what_was_judged(folder: Path) -> None:
    """Right, wrong and right with another stance; Wilson's interval for 2 of 3 is 21–94 %."""
    said = [Confirm(PAY_HASH, PAY), Move(SCHEDULE_HASH, SCHEDULE, ""), Move("x", PAY, PAY, "forslag")]
    append_edits(folder, [*said, Move("x", "", CHIEF, "positiv")], who="Eva")
    every, pay, schedule = judged(read_edits(folder))[0], *judged(read_edits(folder))[1:]
    assert (every.theme, every.n, every.n_right) == ("", 3, 2)
    assert (round(every.low, 2), round(every.high, 2)) == (0.21, 0.94)
    assert (pay.theme, pay.n, pay.n_right) == (PAY, 2, 2)
    assert isinstance(schedule, Judged)
    assert (schedule.theme, schedule.n_right) == (SCHEDULE, 0)


def test_nothing_judged_gives_no_share() -> None:
    """No figure is made of nothing."""
    assert judged(()) == ()


def test_a_survey_without_files_to_review_says_what_to_do(tmp_path: Path) -> None:
    """A release alone cannot be reviewed."""
    with pytest.raises(WorkspaceError, match="Läs in"):
        review_queue(tmp_path)


def test_a_comment_without_a_theme_comes_after_the_unsure(tmp_path: Path) -> None:
    """Where the coder found nothing, a person adds the theme or says that there is none."""
    folder = written(
        tmp_path, [("Tja.", "", (), ()), ("Det blir som det blir här.", "", (), ()), LESS, *[SURE] * 5]
    )
    queue = review_queue(folder)
    assert [comment.text for comment in queue] == [LESS[0], "Det blir som det blir här.", "Tja."]
    assert not any(comment.is_done for comment in queue)
    append_edits(folder, [Confirm("hash001", "")], who="Eva")
    append_edits(folder, [Move("hash000", "", PAY, "negativ")], who="Eva")
    assert [comment.is_done for comment in review_queue(folder)] == [False, True, True]
    assert corrections_of(read_edits(folder)) == (("hash000", PAY, True),)
    assert judged(read_edits(folder)) == ()
