"""HTML for the parts of a page, in which every string that is not markup already is escaped.

Names of units and texts of quotes come from files; through `element` they can only ever be text.
"""

from __future__ import annotations

from html import escape

import pandas as pd

from text_analysis.present.views import Bar, Change, Thread, Tile


class Markup(str):
    """A string that is HTML already; made in this module only."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """An element with escaped children and attributes; `cls` is the class, `_` in a name becomes `-`.

    >>> element("p", "Lön < <b>ansvar</b>", cls="rt-note")
    '<p class="rt-note">Lön &lt; &lt;b&gt;ansvar&lt;/b&gt;</p>'
    """
    named = {"class" if name == "cls" else name.replace("_", "-"): text for name, text in attributes.items()}
    opened = "".join(f' {name}="{escape(text)}"' for name, text in named.items() if text)
    inner = "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    return Markup(f"<{tag}{opened}>{inner}</{tag}>")


def plain_text(text: str) -> Markup:
    """A text as it stands, escaped."""
    return Markup(escape(text))


def joined(*parts: Markup) -> Markup:
    """Several elements one after another."""
    return Markup("".join(parts))


def tile(tile: Tile) -> Markup:
    """One figure: name, value, what it rests on, differences."""
    return element(
        "div",
        element("dt", tile.label),
        element("dd", tile.value, cls="rt-value rt-hidden" if tile.hidden else "rt-value"),
        *(element("dd", _change(change), cls="rt-change") for change in tile.changes),
        element("dd", tile.note, cls="rt-note") if tile.note else Markup(""),
        element("dd", _light(tile.light)) if tile.light else Markup(""),
        cls="rt-tile",
    )


def _light(bar: Bar) -> Markup:
    """The stoppljus: a thin bar of three fields, and under it each field's symbol and number."""
    fields = (
        element("span", cls=f"rt-field rt-{part.shade}", style=f"flex-grow:{part.share:.4f}")
        for part in bar.parts
    )
    texts = (element("span", f"{part.label} {part.text}") for part in bar.parts)
    inner = (element("div", *fields, cls="rt-bar"), element("div", *texts, cls="rt-light-texts"))
    return element("div", *inner, cls="rt-light", role="img", aria_label=bar.alt)


def _change(change: Change) -> Markup:
    return element("span", change.text, cls=f"rt-{change.tone}")


def tiles(found: tuple[Tile, ...], *, size: str = "") -> Markup:
    """A row of tiles that wraps; `size` "large" for the headline figures."""
    return element("dl", *(tile(one) for one in found), cls=f"rt-tiles {size}".strip())


def index_rows(found: tuple[Tile, ...]) -> Markup:
    """Many figures under one another: name, a dot on the scale, value and differences."""
    return element("dl", *(_index_row(one) for one in found), cls="rt-rows")


def _index_row(tile: Tile) -> Markup:
    place = f"left:{tile.place:.2%}" if tile.place is not None else ""
    dot = element("i", style=place) if place else Markup("")
    told = [_change(change) for change in tile.changes] or [element("span", tile.note, cls="rt-plain")]
    return element(
        "div",
        element("dt", tile.label),
        element("dd", _light(tile.light))
        if tile.light
        else element("dd", dot, cls="rt-track", aria_hidden="true"),
        element("dd", tile.value, cls="rt-value rt-hidden" if tile.hidden else "rt-value"),
        element("dd", *told, cls="rt-change"),
        cls="rt-row rt-whole" if tile.is_whole else "rt-row",
    )


def threads(found: tuple[Thread, ...]) -> Markup:
    """The themes of one list in order, each with its size and its quote."""
    return element("ol", *(_thread(thread) for thread in found), cls="rt-threads")


def _thread(thread: Thread) -> Markup:
    return element("li", element("strong", thread.name), *_size_and_quote(thread))


def thread(thread: Thread) -> Markup:
    """A theme's size and quote, for a list whose names are links."""
    return element("div", *_size_and_quote(thread), cls="rt-thread")


def _size_and_quote(thread: Thread) -> tuple[Markup, Markup]:
    said = element("blockquote", thread.quote.text, lang="sv") if thread.quote else Markup("")
    return element("span", thread.size, cls="rt-note"), said


def table(frame: pd.DataFrame, caption: str) -> Markup:
    """A table of strings with a caption; the first column names the row."""
    head = element("tr", *(element("th", str(name), scope="col") for name in frame.columns))
    rows = (
        element("tr", element("th", str(first), scope="row"), *(element("td", str(cell)) for cell in rest))
        for first, *rest in frame.itertuples(index=False)
    )
    whole = element(
        "table", element("caption", caption), element("thead", head), element("tbody", *rows), cls="rt-table"
    )
    return element("div", whole, cls="rt-scroll", role="region", aria_label=caption, tabindex="0")
