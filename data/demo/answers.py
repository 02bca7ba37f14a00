"""Made-up answers with given totals: whole people, eNPS scores and answers on scales."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from text_analysis.codebook import load_codebook

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

# How much a comment's stance on a theme moves the writer's answers about it, in standard deviations.
STANCE_SHIFT = {"negativ": -0.9, "forslag": -0.4, "positiv": 0.6, "neutral": 0.0}


def shared_out(total: int, weights: Sequence[float], at_most: Sequence[int] | None = None) -> Whole:
    """Whole numbers that add up to `total`, in proportion to the weights (largest remainder).

    Parameters
    ----------
    total : what they add up to.
    weights : one positive weight a share.
    at_most : largest allowed value of each share; together at least `total`.
    """
    weight = np.asarray(weights, dtype=float)
    limit = np.full(len(weight), total) if at_most is None else np.asarray(at_most)
    shares = np.minimum(np.floor(total * weight / weight.sum()), limit).astype(np.int64)
    while shares.sum() < total:
        room = np.where(shares < limit, total * weight / weight.sum() - shares, -np.inf)
        shares[np.argmax(room)] += 1
    return shares


def scores_by_rank(latent: Numbers, counts: Mapping[int, int]) -> Whole:
    """Each score as many times as `counts` says, the highest to those with the highest latent value."""
    scores = np.repeat(list(counts), list(counts.values()))
    given = np.empty(len(latent), dtype=np.int64)
    given[np.argsort(latent, kind="stable")] = np.sort(scores)
    return given


def on_scale(latent: Numbers, target: float, scale: tuple[int, int], spread: float) -> Whole:
    """Answers on a scale whose mean is the target, as near as whole answers allow.

    Parameters
    ----------
    latent : standard normal, one a respondent; a higher value never gives a lower answer.
    target : wanted mean of the answers.
    scale : lowest and highest answer.
    spread : standard deviation before answers are cut off at the ends of the scale.
    """
    low, high = scale
    bottom, top = low - 3 * spread, high + 3 * spread
    for _ in range(40):  # the mean grows with the centre: halve the interval until it is met
        centre = (bottom + top) / 2
        answers = np.clip(np.rint(centre + spread * latent), low, high)
        bottom, top = (centre, top) if answers.mean() < target else (bottom, centre)
    return answers.astype(np.int64)


def standardised(values: Numbers) -> Numbers:
    """The values with mean 0 and standard deviation 1."""
    return np.asarray((values - values.mean()) / values.std())


def shifts_of_comments(comments: Sequence[tuple[int, Mapping[str, object]]], n: int) -> dict[str, Numbers]:
    """How far what people wrote moves their answers, per index key, in standard deviations, high is good.

    Parameters
    ----------
    comments : respondent's number and comment with its labels.
    n : number of respondents.
    """
    codebook = load_codebook()
    shifts: dict[str, Numbers] = {}
    for respondent, comment in comments:
        for label in comment["labels"]:
            for key in codebook.theme(label["theme"]).index_keys:
                shifts.setdefault(key, np.zeros(n))[respondent] += STANCE_SHIFT[label["stance"]]
    return shifts


def with_gaps(
    random: np.random.Generator, answers: Whole, share: float, text: str = "Vet ej"
) -> list[int | str]:
    """The answers, a share of them replaced by the text at random."""
    gaps = random.random(len(answers)) < share
    return [text if gap else int(answer) for gap, answer in zip(gaps, answers, strict=True)]
