"""The topics of a survey, all its waves together, with the ids they had before a wave was added."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from text_analysis.anonymise import leaked_names
from text_analysis.codebook import load_codebook
from text_analysis.discover import Topics
from text_analysis.discover.words import content_tokens
from text_analysis.discovery import CodedComment, discover_comments
from text_analysis.discovery_files import topics_content, topics_from
from text_analysis.edits import Edit, Retire, in_force
from text_analysis.errors import WorkspaceError

if TYPE_CHECKING:
    from text_analysis.anonymise import NameTokens
    from text_analysis.coding import CodedText
    from text_analysis.model_store import Coder

FILE: Final = "topics.json"
PLACEMENTS: Final = "placements.parquet"


@dataclass(frozen=True)
class SurveyTopics:
    """Topics of all waves together, so that few comments a wave are enough and a topic is the same in each.

    Attributes
    ----------
    found : the topics.
    before : those of the survey when it had other waves; None if there are none.
    """

    found: Topics = field(repr=False)
    before: Topics | None = field(repr=False, default=None)


def survey_topics(
    comments: pd.DataFrame,
    coded: Sequence[CodedText],
    *,
    coder: Coder,
    edits: Iterable[Edit] = (),
    names: NameTokens | None = None,
    before: Topics | None = None,
) -> SurveyTopics:
    """The topics of a survey.

    What the coder found is what is parted, not what edits made of it: an id does not change because a theme
    was renamed or merged. Comments of a theme that was retired are sought among again, with the ids kept.

    Parameters
    ----------
    comments : table `tables.COMMENTS`.
    coded : what the coder said of each, in the same order.
    coder : scores the segments.
    edits : the whole log.
    names : tokens of masked names; no word of a topic is one of them.
    before : topics of the survey when it had other waves; those that stay keep their ids.
    """
    columns = (comments["comment_id"], comments["respondent_id"], comments["masked"], coded)
    rows = [
        CodedComment(str(name), str(who), str(text), code)
        for name, who, text, code in zip(*columns, strict=True)
    ]
    forbidden = _named([row.text for row in rows], names) if names else frozenset[str]()

    def topics(previous: Topics | None, without: Collection[str] = ()) -> Topics:
        return discover_comments(
            rows,
            coder=coder,
            previous=previous,
            without=without,
            forbidden=forbidden,
            names={theme.id: theme.name_sv for theme in load_codebook().themes},
        )

    found = topics(before)
    retired = {edit.action.theme for edit in in_force(edits) if isinstance(edit.action, Retire)}
    retired &= set(coder.themes.space.themes)
    return SurveyTopics(topics(found, retired) if retired else found, before)


def topics_before(folder: Path, waves: Collection[str]) -> Topics | None:
    """The topics kept in a folder of the survey when it had other waves than now; None if there are none.

    Raises
    ------
    WorkspaceError : the file is damaged.
    """
    if not (folder / FILE).exists():
        return None
    kept_waves, found, before = _kept(folder)
    return before if kept_waves == sorted(waves) else found


def found_topics(folder: Path) -> Topics:
    """The topics kept in a folder, without placements.

    Raises
    ------
    WorkspaceError : the file is missing or damaged.
    """
    return _kept(folder)[1]


def _kept(folder: Path) -> tuple[list[str], Topics, Topics | None]:
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        before = topics_from(kept["before"]) if kept["before"] else None
        return kept["waves"], topics_from(kept["found"]), before
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WorkspaceError(
            "Undersökningens ämnen går inte att läsa.", where=FILE, remedy="Analysera undersökningen igen."
        ) from error


def write_survey_topics(topics: SurveyTopics, waves: Collection[str], folder: Path) -> None:
    """Keep topics and placements in a folder that exists, for the next run and the next wave."""
    kept = {
        "waves": sorted(waves),
        "found": topics_content(topics.found),
        "before": topics_content(topics.before) if topics.before else None,
    }
    (folder / FILE).write_text(
        json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    rows = [asdict(placement) for placement in topics.found.placements]
    pd.DataFrame(rows).to_parquet(folder / PLACEMENTS, index=False)


def _named(texts: Iterable[str], names: NameTokens) -> frozenset[str]:
    """The content words that are tokens of masked names."""
    words = sorted({word for text in texts for word in content_tokens(text)})
    return frozenset(words[leak.output] for leak in leaked_names(words, names))
