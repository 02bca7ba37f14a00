"""What a strategist can decide of themes and comments: each kind of action is a small record.

Comments are named by the hash of what was written (`tables.COMMENTS`, text_hash), which is the same however
often an export is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, get_args

from text_analysis.errors import WorkspaceError
from text_analysis.records import Decision, Stance

RESTORE: Final = (
    "Loggen är skriven av en nyare version eller skadad. Uppdatera programmet, "
    "eller lägg tillbaka edits.sqlite ur en säkerhetskopia."
)


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a theme or a discovered topic another name; its id stays."""

    theme: str
    name: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Let a theme or topic be part of another."""

    theme: str
    into: str


@dataclass(frozen=True, slots=True)
class Split:
    """Move the comments of a theme that a query finds to a theme of their own."""

    theme: str
    into: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move one comment from a theme to another; an empty `theme` adds, an empty `into` takes away.

    `stance` is that of the theme it is moved to; empty keeps the one it had.
    """

    comment: str
    theme: str
    into: str
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Say that a comment rightly has a theme; an empty `theme` says that it rightly has none."""

    comment: str
    theme: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Let others read a comment as masked, mask its giveaways too, or hold it."""

    comment: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Promote:
    """Make a theme of the organisation's own codebook, found by a query in every wave.

    `candidate` is the topic it was made of, or empty. A `sensitive` theme needs twice as many people.
    """

    candidate: str
    theme: str
    name: str
    query: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Retire:
    """Take a theme out of use; its comments are free for discovery."""

    theme: str


@dataclass(frozen=True, slots=True)
class Prioritise:
    """Set the order of the areas a unit begins with, in one wave, for a reason that is shown with it."""

    wave: str
    unit: str
    themes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the edit with this number; an undo can be undone."""

    number: int


Action = Rename | Merge | Split | Move | Confirm | Decide | Promote | Retire | Prioritise | Undo
_KINDS: Final[Mapping[str, type[Action]]] = {kind.__name__.lower(): kind for kind in get_args(Action)}


@dataclass(frozen=True, slots=True)
class Edit:
    """An action in the log.

    Attributes
    ----------
    number : place in the log, from 1.
    at : when, ISO 8601 with time zone.
    who : who did it.
    action : what was done; the state after.
    before : the state before, for people: name, number of people …
    """

    number: int
    at: str
    who: str
    action: Action
    before: Mapping[str, Any]


def as_fields(action: Action) -> tuple[str, dict[str, Any]]:
    """The kind of an action and its fields, as they are stored.

    >>> as_fields(Retire("rattvisa"))
    ('retire', {'theme': 'rattvisa'})
    """
    return type(action).__name__.lower(), asdict(action)


def from_fields(kind: str, fields: Mapping[str, Any]) -> Action:
    """The action stored as kind and fields.

    Raises
    ------
    WorkspaceError : unknown kind or fields; the log comes from a later version or is damaged.
    """
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    try:
        return _KINDS[kind](**given)
    except (KeyError, TypeError) as error:
        raise WorkspaceError(
            "Ändringsloggen har en okänd ändring.", where=f"ändringen {kind}", remedy=RESTORE
        ) from error


def in_force(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that hold, in order: without those undone and without the undoing.

    Read from the end, so that an undo that was undone itself takes nothing back.
    """
    ordered = sorted(edits, key=lambda edit: edit.number)
    undone: set[int] = set()
    kept = []
    for edit in reversed(ordered):
        if edit.number in undone:
            continue
        if isinstance(edit.action, Undo):
            undone.add(edit.action.number)
        else:
            kept.append(edit)
    return kept[::-1]
