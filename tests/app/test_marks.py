"""Marked spans in a comment: told apart by words, and never able to change the text."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from app_pages.shared.marks import Mark, marked

SPANS = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=5)


@given(st.text(max_size=50), SPANS)
def test_the_text_is_whole_whatever_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    """Without the marks and their names, the comment reads as it was written."""
    html = marked(text, [Mark(start, end, "") for start, end in spans])
    assert unescape(re.sub(r"</?mark[^<>]*>", "", html)) == text


def test_overlapping_marks_are_each_named_at_their_end() -> None:
    """Two themes with words in common keep their own names."""
    html = marked("abcdef", [Mark(0, 4, "ett", "negativ"), Mark(2, 6, "två", "positiv")])
    assert re.sub(r"<small[^>]*>(.*?)</small>", r"[\1]", html).replace("</mark>", "").count("[") == 2
    assert html.index("ett") < html.index("två")
    assert html.index(">cd<") < html.index("ett")


def test_markup_in_a_comment_stays_text() -> None:
    """Inside a mark and outside."""
    assert "<b>" not in marked("<b>x</b> <b>", [Mark(0, 4, "tema")])
