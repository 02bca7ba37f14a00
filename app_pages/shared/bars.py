"""HTML for bars: fields that make up a whole, each with its number, in colours that differ in lightness."""

from __future__ import annotations

from app_pages.shared.markup import Markup, element
from text_analysis.present.views import Bar, Part

NARROW = 0.08  # share of a bar in which no name has room


def bar(bar: Bar) -> Markup:
    """A bar of fields with their numbers in them."""
    fields = (_field(part, Markup("")) for part in bar.parts if part.share > 0)
    return element(
        "figure",
        element("figcaption", bar.title, lang="sv"),
        _fields(bar, *fields),
        cls="rt-figure",
    )


def tall_bar(bar: Bar) -> Markup:
    """A bar with the name of each field in it, and beside it where the page is narrow."""
    fields = (_field(part, _head(part)) for part in bar.parts if part.share > 0)
    names = (_name(part, f"{part.label} {part.text}") for part in bar.parts)
    return element(
        "figure",
        element("figcaption", bar.title),
        _fields(bar, *fields),
        element("div", *names, cls="rt-legend", aria_hidden="true"),
        cls="rt-figure rt-tall",
    )


def _head(part: Part) -> Markup:
    """The name of a field that has room for it; a range such as "9–10" stays on one line."""
    name = part.label.replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")
    return element("b", name) if part.share >= NARROW else Markup("")


def slim_bar(bar: Bar, length: float) -> Markup:
    """A thin bar for lists, as long as its share `length` (0–1) of the longest, with its numbers under it."""
    fields = (_field(Part(part.label, part.share, "", part.shade), Markup("")) for part in bar.parts)
    shortened = element("div", _fields(bar, *fields), style=f"width:{max(length, 0.02):.2%}")
    return element("div", shortened, element("p", bar.note, cls="rt-note"), cls="rt-slim")


def _fields(bar: Bar, *fields: Markup) -> Markup:
    return element("div", *fields, cls="rt-bar", role="img", aria_label=bar.alt)


def _field(part: Part, name: Markup) -> Markup:
    return element(
        "span", name, part.text, cls=f"rt-field rt-{part.shade}", style=f"flex-grow:{part.share:.4f}"
    )


def _name(part: Part, text: str) -> Markup:
    return element("span", element("i", cls=f"rt-key rt-{part.shade}"), text)


def legend(bar: Bar) -> Markup:
    """The names of a bar's fields once, for several bars of the same kind."""
    names = (_name(part, part.label) for part in bar.parts)
    return element("p", *names, cls="rt-legend")
