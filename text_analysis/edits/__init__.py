"""What the strategist changes: a log that only grows, rules, and edits applied to any wave."""

from text_analysis.edits.actions import (
    Action,
    Confirm,
    Decide,
    Edit,
    Merge,
    Move,
    Prioritise,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    as_fields,
    in_force,
)
from text_analysis.edits.apply import apply_edits, corrections_of, decisions_of, edited_ids, given_names
from text_analysis.edits.health import Advice, theme_set_health
from text_analysis.edits.log import append_edits, read_edits
from text_analysis.edits.own_codebook import edited_codebook
from text_analysis.edits.query import Found, matches, parse_query

__all__ = [
    "Action",
    "Advice",
    "Confirm",
    "Decide",
    "Edit",
    "Found",
    "Merge",
    "Move",
    "Prioritise",
    "Promote",
    "Rename",
    "Retire",
    "Split",
    "Undo",
    "append_edits",
    "apply_edits",
    "as_fields",
    "corrections_of",
    "decisions_of",
    "edited_codebook",
    "edited_ids",
    "given_names",
    "in_force",
    "matches",
    "parse_query",
    "read_edits",
    "theme_set_health",
]
