"""What comes from a file can only ever be text in a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app_pages.shared.markup import element, joined
from app_pages.shared.parts import plain


@given(st.text())
def test_a_string_never_becomes_markup(text: str) -> None:
    """Between the tags of an element there is no other tag, whatever the text."""
    inner = element("p", text, title=text).removesuffix("</p>")
    assert inner.count("<") == 1
    assert inner.count(">") == 1


def test_elements_nest() -> None:
    """An element inside another stays an element."""
    assert element("p", element("b", "a & b"), " c") == "<p><b>a &amp; b</b> c</p>"
    assert joined(element("i"), element("i")) == "<i></i><i></i>"


@pytest.mark.parametrize(
    "text", ["*a*", "[a](http://b.se)", "![](http://b.se/a.png)", "# a", "$a$", ":red[a]"]
)
def test_label_has_no_live_markdown(text: str) -> None:
    """Every sign that Markdown could read is escaped."""
    unescaped = [
        before for before, sign in zip(" " + plain(text), plain(text), strict=False) if sign in "*[!#$:"
    ]
    assert set(unescaped) == {"\\"}
