"""What the strategist changes: a log that only grows, rules, and edits applied to any wave."""

from text_analysis.edits.actions import (
    Action,
    Edit,
    Merge,
    Move,
    Promote,
    Rename,
    Retire,
    Split,
    Undo,
    in_force,
)
from text_analysis.edits.apply import apply_edits, edited_ids, edited_names
from text_analysis.edits.health import Advice, theme_set_health
from text_analysis.edits.log import append_edit, read_edits
from text_analysis.edits.query import Found, matches, parse_query

__all__ = [
    "Action",
    "Advice",
    "Edit",
    "Found",
    "Merge",
    "Move",
    "Promote",
    "Rename",
    "Retire",
    "Split",
    "Undo",
    "append_edit",
    "apply_edits",
    "edited_ids",
    "edited_names",
    "in_force",
    "matches",
    "parse_query",
    "read_edits",
    "theme_set_health",
]
