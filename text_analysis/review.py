"""What a person should look at in an analysed survey, and what people have said of it.

Reads surveys/<slug>/internal and the log of edits beside it, on HR's own computer. Nothing here is
released: the strategist sees it while reviewing, and the figures change only through a re-run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal

import pandas as pd

from text_analysis.coded_tables import read_coded
from text_analysis.edits import Confirm, Decide, Edit, Move, Undo, append_edits, in_force, read_edits
from text_analysis.inference import wilson
from text_analysis.masked_survey import load_masked_survey
from text_analysis.records import Decision, Judged, MaskedText, QuasiFlag, Stance
from text_analysis.settings import FLOOR

# A calibrated score is the chance that the label is right: below one half it is more often wrong.
UNSURE: Final = 0.5
N_CODING: Final = 50  # an hour's work; the next fifty come after the next re-run
N_WITHOUT: Final = 25  # comments without a theme, after those

Kind = Literal["masking", "coding"]
Verdict = Literal["", "right", "wrong"]
ReviewAction = Decide | Confirm | Move


@dataclass(frozen=True, slots=True)
class ReviewLabel:
    """A theme of a comment with its evidence span, and what a person said of it.

    `stance` is a person's where a person gave one; `is_added` marks a theme that only a person found.
    """

    theme: str
    stance: Stance
    score: float
    start: int
    end: int
    verdict: Verdict = ""
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class ReviewComment:
    """A comment in the queue: masked text, why it is there, and what has been decided of it.

    `comment` is its name in the log (`text_hash`); `quasi` and the spans of `labels` point into `text`.
    """

    comment: str
    kind: Kind
    wave: str
    question: str
    text: str = field(repr=False)
    reasons: tuple[str, ...] = ()
    quasi: tuple[QuasiFlag, ...] = ()
    labels: tuple[ReviewLabel, ...] = ()
    decision: Decision | None = None
    is_rightly_without: bool = False  # a person has said that it has no theme

    @property
    def is_done(self) -> bool:
        """Whether a person has decided all there is to decide."""
        if self.kind == "masking":
            return self.decision is not None
        judged = bool(self.labels) and all(label.verdict for label in self.labels)
        return judged or self.is_rightly_without


def comments_to_review(folder: Path) -> tuple[ReviewComment, ...]:
    """The comments to look at: those the masking is unsure of, the coder is unsure of, or found nothing in.

    Those the coder is unsure of are ordered by `effects` and are at most `N_CODING`; of those it found no
    theme in, the longest, at most `N_WITHOUT`. The queue is the same until the survey is run again; what
    people have said of it comes with `answered`.

    Raises
    ------
    WorkspaceError : the survey has no files to review.
    """
    survey = load_masked_survey(folder / "internal")
    comments = read_coded(folder / "internal", "comments")
    coded = read_coded(folder / "internal", "coded")
    rows = {row.text_hash: row for row in comments.drop_duplicates("text_hash").itertuples()}
    flagged = {name: text for name, text in zip(survey.hashes, survey.masked, strict=True) if text.review}
    unsure = [name for name in _by_effect(comments, coded) if name not in flagged][:N_CODING]
    unsure += [name for name in _without_theme(comments, coded) if name not in flagged][:N_WITHOUT]
    labels = _labels_of(unsure, comments, coded)
    masking = [_for_masking(text, rows[name]) for name, text in flagged.items()]
    return (*masking, *(_for_coding(labels.get(name, ()), rows[name]) for name in unsure))


def answered(queue: Sequence[ReviewComment], edits: Iterable[Edit]) -> tuple[ReviewComment, ...]:
    """The queue with what the log says of each comment; what is decided stays, so that it can be counted."""
    holding = in_force(edits)
    said = [edit.action for edit in holding if isinstance(edit.action, ReviewAction)]
    return tuple(
        _answered(comment, [action for action in said if action.comment == comment.comment])
        for comment in queue
    )


def _answered(comment: ReviewComment, said: Sequence[ReviewAction]) -> ReviewComment:
    if comment.kind == "masking":
        decided = [action.decision for action in said if isinstance(action, Decide)]
        return replace(comment, decision=decided[-1] if decided else None)
    without = Confirm(comment.comment, "") in said
    return replace(comment, labels=_after(comment.labels, said), is_rightly_without=without)


def _for_masking(masked: MaskedText, row: Any) -> ReviewComment:  # noqa: ANN401  a row of pandas
    """A flagged text as it was masked before any decision."""
    return ReviewComment(
        comment=row.text_hash,
        kind="masking",
        wave=row.wave,
        question=row.question,
        text=masked.text,
        reasons=masked.reasons,
        quasi=masked.quasi,
    )


def _for_coding(labels: tuple[ReviewLabel, ...], row: Any) -> ReviewComment:  # noqa: ANN401  a row of pandas
    """A text with what the coder found in it."""
    return ReviewComment(
        comment=row.text_hash,
        kind="coding",
        wave=row.wave,
        question=row.question,
        text=row.masked,
        labels=labels,
    )


def _by_effect(comments: pd.DataFrame, coded: pd.DataFrame) -> list[str]:
    """The texts with unsure labels that matter, by text hash, the one with most effect first."""
    weights = effects(comments, coded)
    ordered = weights[weights > 0].sort_values(ascending=False, kind="stable")
    hashes = comments.set_index("comment_id")["text_hash"]
    return list(dict.fromkeys(hashes.loc[ordered.index]))


def _without_theme(comments: pd.DataFrame, coded: pd.DataFrame) -> list[str]:
    """The texts with content in which the coder found no theme, by text hash, the longest first."""
    missed = comments[comments["content"].astype(bool) & ~comments["comment_id"].isin(coded["comment_id"])]
    ordered = missed.sort_values("masked", key=lambda text: -text.str.len(), kind="stable")
    return list(dict.fromkeys(ordered["text_hash"]))


def _labels_of(
    names: Sequence[str], comments: pd.DataFrame, coded: pd.DataFrame
) -> dict[str, tuple[ReviewLabel, ...]]:
    """The coder's labels of each text, in the order of the text."""
    known = coded.merge(comments[["comment_id", "text_hash"]], on="comment_id")
    known = known[known["text_hash"].isin(names)].drop_duplicates(["text_hash", "theme"])
    columns = known[["text_hash", "theme", "stance", "score", "start", "end"]]
    found: dict[str, tuple[ReviewLabel, ...]] = {}
    for name, *label in columns.itertuples(index=False, name=None):
        found[name] = (*found.get(name, ()), ReviewLabel(*label))
    return found


def effects(comments: pd.DataFrame, coded: pd.DataFrame) -> pd.Series:
    """How much each comment's unsure labels stand to change the figures, by comment id.

    A label with score s is wrong with chance 1 − s, and takes 1/n of the people of its theme and stance
    in that wave with it; a comment's effect is the sum over its unsure labels. Themes of fewer than
    `FLOOR` people are shown nowhere and count as nothing.

    Parameters
    ----------
    comments : table `tables.COMMENTS`.
    coded : table `tables.ASSIGNMENTS`, as the coder made it.
    """
    known = coded.merge(comments[["comment_id", "wave"]], on="comment_id")
    people = known.groupby(["wave", "theme", "stance"])["respondent_id"].transform("nunique")
    counts = (known["score"] < UNSURE) & (people >= FLOOR)
    lost = ((1 - known["score"]) / people).where(counts, 0.0).astype(float)
    return lost.groupby(known["comment_id"]).sum()


def _after(coded: tuple[ReviewLabel, ...], said: Iterable[ReviewAction]) -> tuple[ReviewLabel, ...]:
    """The coder's labels of one text and those a person added, with what was said of each."""
    labels = {label.theme: label for label in coded}
    for action in said:
        match action:
            case Confirm(_, theme) if theme in labels:
                labels[theme] = replace(labels[theme], verdict="right")
            case Move(_, theme, into, stance):
                labels = _moved(labels, theme, into, stance)
    return tuple(labels.values())


def _moved(
    labels: dict[str, ReviewLabel], theme: str, into: str, stance: Stance | None
) -> dict[str, ReviewLabel]:
    after = dict(labels)
    if theme in after:
        had = after[theme]
        verdict: Verdict = "right" if theme == into else "wrong"
        after[theme] = replace(
            had, verdict=verdict, stance=stance if theme == into and stance else had.stance
        )
    if into and into not in after:
        after[into] = ReviewLabel(into, stance or "neutral", 1.0, 0, 0, verdict="right", is_added=True)
    return after


def undo_last(folder: Path, *, who: str) -> str:
    """Take back the last press of the review, all of it; the comment it was about, or empty.

    Raises
    ------
    WorkspaceError : nobody is named, or the log cannot be written.
    """
    pressed = [
        (edit, edit.action) for edit in in_force(read_edits(folder)) if isinstance(edit.action, ReviewAction)
    ]
    if not pressed:
        return ""
    last, action = pressed[-1]
    press = [edit.number for edit, _ in pressed if (edit.at, edit.who) == (last.at, last.who)]
    append_edits(folder, [Undo(number) for number in reversed(press)], who=who)
    return action.comment


def judged(edits: Iterable[Edit]) -> tuple[Judged, ...]:
    """How often the coder was right in what people have judged, per theme and in all (theme empty).

    A label moved to another stance is right as a theme. The labels were chosen because the coder was
    unsure of them, so the share is lower than among all labels.
    """
    verdicts: dict[tuple[str, str], bool] = {}
    for edit in in_force(edits):
        match edit.action:
            case Confirm(comment, theme) if theme:
                verdicts[comment, theme] = True
            case Move(comment, theme, into, _) if theme:
                verdicts[comment, theme] = theme == into
    themes = sorted({theme for _, theme in verdicts})
    found = [
        [right for (_, theme), right in verdicts.items() if name in ("", theme)] for name in ("", *themes)
    ]
    return tuple(_counted(name, rights) for name, rights in zip(("", *themes), found, strict=True) if rights)


def _counted(theme: str, rights: Sequence[bool]) -> Judged:
    n, n_right = len(rights), sum(rights)
    low, high = wilson([n_right], [n])
    return Judged(theme, n, n_right, n_right / n, float(low[0]), float(high[0]))
