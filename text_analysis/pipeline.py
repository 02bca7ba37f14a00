"""The order of the steps and nothing else: a survey in, an analysis out, a release on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from text_analysis import indices, link
from text_analysis.anonymise import apply_decisions, leaked_names
from text_analysis.certificate import certificate_of
from text_analysis.codebook import load_codebook
from text_analysis.coded_tables import assignment_table, comment_table, write_coded, writer_table
from text_analysis.coding import code_and_score, learn, stance_of
from text_analysis.edits import (
    Edit,
    apply_edits,
    corrections_of,
    decisions_of,
    edited_codebook,
    read_edits,
)
from text_analysis.folders import one_at_a_time, whole_folder
from text_analysis.instruments import load_instruments
from text_analysis.masked_survey import (
    MaskedSurvey,
    load_masked_survey,
    mask_survey,
    with_masked,
    write_masked_survey,
)
from text_analysis.model_store import load_coder
from text_analysis.records import Analysis, Measures, Released, Stance, Survey
from text_analysis.settings import Settings, settings_from
from text_analysis.shares import measure_prevalence, redefined_themes
from text_analysis.survey_topics import survey_topics, topics_before, write_survey_topics
from text_analysis.topic_measures import measure_topics

if TYPE_CHECKING:
    import pandas as pd

    from text_analysis.anonymise import MaskLists, NameTokens
    from text_analysis.codebook import Codebook
    from text_analysis.discover import Topics
    from text_analysis.model_store import Coder

Progress = Callable[[str, float], None]


def silent(step: str, share: float) -> None:
    """Progress for callers that show none."""


def run(
    survey: Survey,
    folder: Path,
    *,
    settings: Settings | None = None,
    lists: MaskLists | None = None,
    progress: Progress = silent,
) -> Released:
    """Mask, analyse and release a survey into its folder, with the edits that the folder's log holds.

    Parameters
    ----------
    survey : what `read` made of the files.
    folder : the survey's own; `release` and `internal` in it are replaced, the log stays.
    settings : the limits; the defaults if not given.
    lists : the organisation's names to mask, names and systems to leave.
    progress : called with a Swedish step name and the share done, 0–1.

    Raises
    ------
    ReleaseRefusedError : the release would show what must not be shown; nothing is written.
    WorkspaceError : the folder cannot be written, or is being worked on.
    """
    progress("Avidentifierar kommentarer", 0.05)
    with one_at_a_time(folder):
        return _released(mask_survey(survey, lists), folder, settings or Settings(), progress)


def rerun(folder: Path, *, progress: Progress = silent) -> Released:
    """Release a kept survey again, all its waves, as the decisions and edits of its log now have it.

    Raises
    ------
    WorkspaceError : the folder holds no kept survey, or is being worked on.
    ReleaseRefusedError : as `run`.
    """
    masked = load_masked_survey(folder / "internal")
    with one_at_a_time(folder):
        return _released(masked, folder, _settings_of(folder), progress)


def analyse(
    survey: MaskedSurvey,
    *,
    settings: Settings | None = None,
    edits: Sequence[Edit] = (),
    before: Topics | None = None,
    progress: Progress = silent,
) -> Analysis:
    """The coded survey with every statistic, for HR's own computer; nothing in it is released.

    Parameters
    ----------
    survey : the masked survey.
    settings : the limits of what may be released; the defaults if not given.
    edits : the whole log; decisions, corrections and changes of themes hold for every wave.
    before : topics of the survey when it had other waves; those that stay keep their ids.
    progress : as `run`.
    """
    progress("Kodar kommentarer i teman", 0.25)
    limits = settings or Settings()
    decided = with_masked(survey, apply_decisions(survey.masked, survey.hashes, decisions_of(edits)))
    coder = _corrected_coder(decided, edits)
    texts = [text.text for text in decided.masked]
    questions = [comment.question for comment in decided.survey.comments]
    coded, scores = code_and_score(texts, questions, coder=coder)
    comments, by_coder = comment_table(decided, coded), assignment_table(decided, coded)
    stances = _stances_in(comments, coder)
    assignments = apply_edits(by_coder, edits, comments=comments, stance_of=stances)
    codebook = edited_codebook(load_codebook(), edits)
    told = corrections_of(edits)
    redefined = redefined_themes(by_coder, assignments, comments, told)
    shares = measure_prevalence(comments, scores, coder.themes, corrections=told, left_out=redefined)
    progress("Söker delteman och nya ämnen", 0.4)
    topics = survey_topics(comments, coded, coder=coder, edits=edits, names=survey.names, before=before)
    found = _unnamed(measure_topics(topics, comments, assignments, edits), survey.names)
    progress("Räknar index och kopplingar", 0.5)
    return Analysis(
        survey=survey,
        codebook=codebook,
        comments=comments,
        coded=by_coder,
        assignments=assignments,
        topics=topics,
        measures=_measure(survey, comments, assignments, codebook, shares, found),
        settings=limits,
        certificate=certificate_of(survey, comments, settings=limits, codebook=codebook, edits=edits),
    )


def publish(analysis: Analysis, folder: Path, *, progress: Progress = silent) -> Released:
    """Release the analysis into `folder`/release and keep the masked survey in `folder`/internal.

    A release that is already there is what people have seen: the new one must not tell, beside it, what
    a few people answered. A version they had before, of the very same figures, is given again as it was.

    Raises
    ------
    ReleaseRefusedError : the release would show what must not be shown; nothing is written.
    """
    from text_analysis.release import give_version, seen_version, version_key

    progress("Prövar vad som får visas", 0.7)
    key = version_key(analysis.measures, analysis.certificate)
    released = seen_version(folder, key) or _tried(analysis, folder)
    progress("Sparar", 0.95)
    _keep(analysis, folder / "internal")
    give_version(released, folder, key)
    progress("Klart", 1.0)
    return released


def _tried(analysis: Analysis, folder: Path) -> Released:
    """The analysis released, tried against the version people have."""
    from text_analysis.release import load_previous, release

    return release(
        analysis.survey.survey.name,
        analysis.measures,
        settings=analysis.settings,
        codebook=analysis.codebook,
        certificate=analysis.certificate,
        previous=load_previous(folder / "release"),
    )


def _released(survey: MaskedSurvey, folder: Path, settings: Settings, progress: Progress) -> Released:
    before = topics_before(folder / "internal", _waves(survey.survey))
    analysis = analyse(survey, settings=settings, edits=read_edits(folder), before=before, progress=progress)
    return publish(analysis, folder, progress=progress)


def _corrected_coder(survey: MaskedSurvey, edits: Sequence[Edit]) -> Coder:
    """The coder as a person's corrections to comments of this survey have taught it."""
    coder = load_coder()
    texts = dict(zip(survey.hashes, (text.text for text in survey.masked), strict=True))
    told = [
        (texts[comment], theme, present)
        for comment, theme, present in corrections_of(edits)
        if comment in texts and theme in coder.themes.space.themes
    ]
    return learn(told, coder=coder)


def _stances_in(comments: pd.DataFrame, coder: Coder) -> Callable[[str, str, int, int], Stance]:
    known = comments.set_index("comment_id")[["masked", "question"]]

    def stance(comment_id: str, theme: str, start: int, end: int) -> Stance:
        text, question = known.loc[comment_id]
        return stance_of(str(text), str(question), theme, (start, end), coder=coder)

    return stance


def _measure(
    masked: MaskedSurvey,
    comments: pd.DataFrame,
    assignments: pd.DataFrame,
    codebook: Codebook,
    prevalence: pd.DataFrame,
    topics: pd.DataFrame,
) -> Measures:
    survey, instruments = masked.survey, load_instruments()
    return Measures(
        response=indices.measure_response(survey, writer_table(comments, assignments)),
        enps=indices.measure_enps(survey),
        indices=indices.measure_indices(survey, instruments),
        distribution=indices.measure_distribution(survey, instruments),
        themes=link.measure_themes(survey, comments, assignments),
        prevalence=prevalence,
        links=link.measure_links(survey, comments, assignments, codebook),
        quotes=_held_if_named(link.measure_quotes(survey, comments, assignments), masked.names),
        topics=topics,
    )


def _held_if_named(quotes: pd.DataFrame, names: NameTokens) -> pd.DataFrame:
    """The quotes, those held back that name somebody whose name was masked in another comment."""
    named = {leak.output for leak in leaked_names(quotes["text"], names)}
    return quotes.assign(held=quotes["held"] | quotes.index.isin(named))


def _unnamed(topics: pd.DataFrame, names: NameTokens) -> pd.DataFrame:
    """The topics but those that somebody has given the name of a person masked in a comment."""
    named = [leak.output for leak in leaked_names(topics["label"], names)]
    return topics.drop(index=named).reset_index(drop=True)


def _keep(analysis: Analysis, folder: Path) -> None:
    with whole_folder(folder, mode=0o700) as fresh:
        write_masked_survey(analysis.survey, fresh)
        write_coded(analysis, fresh)
        write_survey_topics(analysis.topics, _waves(analysis.survey.survey), fresh)


def _waves(survey: Survey) -> set[str]:
    return set(survey.respondents["wave"])


def _settings_of(folder: Path) -> Settings:
    """The limits of the release that lies in a folder."""
    from text_analysis.release import load_release

    return settings_from(load_release(folder / "release").certificate["settings"], where="certificate.json")
