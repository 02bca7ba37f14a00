"""HTML for a text with marked spans, each named where it ends: told apart by line and word, not by colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app_pages.shared.markup import Markup, element, joined, plain_text
from text_analysis.present.views import Quote


@dataclass(frozen=True, slots=True)
class Mark:
    """A span ``[start, end)`` of a text with its name; `shade` chooses the line under it."""

    start: int
    end: int
    name: str
    shade: str = "evidence"


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """The text with its marks; where marks overlap, each is named at its own end.

    >>> marked("a < b", [Mark(0, 1, "x")])
    '<mark class="rt-mark rt-evidence">a</mark><small class="rt-tag">x</small> &lt; b'
    """
    known = sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(text)), key=_place)
    cuts = sorted({0, len(text), *(mark.start for mark in known), *(mark.end for mark in known)})
    pieces = (_piece(text, start, end, known) for start, end in pairwise(cuts))
    return joined(*pieces)


def quote(quote: Quote) -> Markup:
    """A quote, the words that speak of its theme marked."""
    words = [Mark(start, end, "", "word") for start, end in quote.marks]
    return element("blockquote", marked(quote.text, words), cls="rt-quote", lang="sv")


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.name


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    if not over:
        return plain_text(text[start:end])
    shown = element("mark", text[start:end], cls=f"rt-mark rt-{over[-1].shade}")
    names = (element("small", mark.name, cls="rt-tag") for mark in over if mark.end == end and mark.name)
    return joined(shown, *names)
