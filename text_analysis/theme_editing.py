"""What the strategist sees when editing themes: what can be edited, what a rule would find, what to look at.

Reads surveys/<slug>/internal and the log beside it, on HR's own computer. Nothing here is released.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from text_analysis.codebook import Theme, load_codebook
from text_analysis.coded_tables import read_coded
from text_analysis.edits import (
    Advice,
    edited_codebook,
    edited_ids,
    given_names,
    matches,
    read_edits,
    theme_set_health,
)
from text_analysis.survey_topics import found_topics
from text_analysis.workspace import slug_of

N_EXAMPLES: Final = 5
OWN: Final = "egen."  # begins the id of an organisation's own theme


@dataclass(frozen=True)
class Editable:
    """The themes and topics of a survey as the log now has them.

    Attributes
    ----------
    themes : those of the organisation's codebook, in its order.
    candidates : id → label, of what no theme covers.
    parts : id → label, of sub-themes.
    parents : sub-theme → theme.
    words : candidate → words people use, for a rule to begin with.
    """

    themes: tuple[Theme, ...]
    candidates: Mapping[str, str]
    parts: Mapping[str, str]
    parents: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Preview:
    """What a rule finds: people per wave, people in all, and masked comments to read."""

    by_wave: Mapping[str, int]
    n_people: int
    examples: tuple[str, ...] = field(repr=False)


def editable(folder: Path) -> Editable:
    """What can be edited in a survey.

    Raises
    ------
    WorkspaceError : the survey has no files to edit, or its log is damaged.
    """
    edits = read_edits(folder)
    themes = edited_codebook(load_codebook(), edits).themes
    known = {theme.id for theme in themes}
    gone, names = edited_ids(edits), given_names(edits)
    found = found_topics(folder / "internal")
    left = [topic for topic in (*found.topics, *found.parts) if topic.id not in gone]
    parts = [t for t in left if t.parent_theme in known and t.id != t.parent_theme]
    candidates = [topic for topic in left if topic.candidate]
    return Editable(
        themes=themes,
        candidates={topic.id: names.get(topic.id, topic.label) for topic in candidates},
        parts={part.id: names.get(part.id, part.label) for part in parts},
        parents={part.id: part.parent_theme for part in parts},
        words={topic.id: topic.words for topic in candidates},
    )


def preview(folder: Path, query: str, *, theme: str = "") -> Preview:
    """What a rule finds in the masked comments with content, all waves.

    Parameters
    ----------
    query : see `edits.parse_query`.
    theme : look only among the comments of this theme, for a split.

    Raises
    ------
    CodebookError : the query cannot be used.
    WorkspaceError : the survey has no files to edit.
    """
    comments = read_coded(folder / "internal", "comments")
    comments = comments[comments["content"].astype(bool)]
    if theme:
        own = read_coded(folder / "internal", "assignments").query("theme == @theme")["comment_id"]
        comments = comments[comments["comment_id"].isin(set(own))]
    texts = zip(comments["comment_id"].astype(str), comments["masked"].astype(str), strict=True)
    hits = {hit.comment_id for hit in matches(query, texts)}
    found = comments[comments["comment_id"].isin(hits)]
    by_wave = found.groupby("wave")["respondent_id"].nunique()
    readable = found[~found["review"].astype(bool)].sort_values("text_hash")  # neither the file's order
    return Preview(
        by_wave={str(wave): int(n) for wave, n in by_wave.items()},
        n_people=int(found["respondent_id"].nunique()),
        examples=tuple(readable["masked"].astype(str).head(N_EXAMPLES)),
    )


def health(folder: Path) -> tuple[Advice, ...]:
    """Plain advice on the set of themes as last run."""
    comments = read_coded(folder / "internal", "comments")
    writers = comments.loc[comments["content"].astype(bool), "respondent_id"].nunique()
    names = {theme.id: theme.name_sv for theme in editable(folder).themes}
    return theme_set_health(read_coded(folder / "internal", "assignments"), names, int(writers))


def own_theme(name: str, known: Container[str]) -> str:
    """The id of an own theme by its name, unlike those known.

    >>> own_theme("Bilpoolen", {"egen.bilpoolen"})
    'egen.bilpoolen-2'

    Raises
    ------
    WorkspaceError : the name has no letter or digit.
    """
    plain = OWN + slug_of(name)
    number, found = 1, plain
    while found in known:
        number += 1
        found = f"{plain}-{number}"
    return found
