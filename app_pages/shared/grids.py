"""HTML for figures in rows and columns: heat maps and pairs of values, both readable as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app_pages.shared.markup import Markup, element
from text_analysis.present.translation import say
from text_analysis.present.tree import UnitRow
from text_analysis.present.views import HeatCell, HeatChip, HeatGrid, HeatRow, PairRow
from text_analysis.present.wording import HIDDEN

WORSE, BETTER = "#a3241d", "#22618a"
STRONGEST = 0.6  # of colour in a field: more, and the text on it has less contrast than 4.5:1


def heat(found: tuple[HeatRow, ...], columns: tuple[str, ...], caption: str) -> Markup:
    """A table whose fields are darker the larger their share."""
    head = element("tr", element("td"), *(element("th", name, scope="col") for name in columns))
    rows = (
        element("tr", element("th", row.name, scope="row"), *(_cell(cell) for cell in row.cells))
        for row in found
    )
    return _table(head, rows, caption, cls="rt-heat")


def chips(found: HeatGrid, caption: str) -> Markup:
    """A table whose fields hold differences, red where it is worse and blue where it is better."""
    head = element("tr", element("td"), *(element("th", name, scope="col") for name in found.columns))
    rows = (
        element(
            "tr",
            element("th", name, scope="row"),
            *(element("td", *(_chip(chip) for chip in cell)) for cell in cells),
        )
        for name, cells in found.rows
    )
    return _table(head, rows, caption, cls="rt-chips")


def _table(head: Markup, rows: Iterable[Markup], caption: str, *, cls: str) -> Markup:
    """The table in a region that scrolls by itself, also with the keyboard."""
    whole = element(
        "table", element("caption", caption), element("thead", head), element("tbody", *rows),
        cls=f"rt-table {cls}",
    )  # fmt: skip
    return element("div", whole, cls="rt-scroll", role="region", aria_label=caption, tabindex="0")


def _chip(chip: HeatChip) -> Markup:
    colour = BETTER if chip.is_better else WORSE
    shade = f"background:color-mix(in srgb, {colour} {chip.strength * STRONGEST:.0%}, #fbfaf7)"
    return element("span", f"{chip.name} ", element("b", chip.number), style=shade)


def _cell(cell: HeatCell) -> Markup:
    if cell.share is None:
        return element("td", cell.text, cls="rt-hidden")
    shade = f"background:color-mix(in srgb, {WORSE} {cell.share * STRONGEST:.0%}, #fbfaf7)"
    return element("td", cell.text, style=shade)


def pair_rows(found: tuple[PairRow, ...], names: tuple[str, str]) -> Markup:
    """Rows of two marks on a line, their values and the difference; the names of the marks first."""
    keys = element(
        "p",
        element("span", element("i", cls="rt-key rt-first"), names[0]),
        element("span", element("i", cls="rt-key rt-second"), names[1]),
        cls="rt-legend",
    )
    rows = (_pair_row(row) for row in found)
    return element("div", keys, element("dl", *rows, cls="rt-rows"))


def _pair_row(row: PairRow) -> Markup:
    first, second = (f"left:{place:.2%}" for place in row.places)
    low, high = sorted(row.places)
    line = element("b", style=f"left:{low:.2%};width:{high - low:.2%}")
    marks = (line, element("i", style=second, cls="rt-second"), element("i", style=first, cls="rt-first"))
    told = say("{first} mot {second}", first=row.texts[0], second=row.texts[1])
    return element(
        "div",
        element("dt", row.name),
        element("dd", *marks, cls="rt-track", aria_hidden="true"),
        element("dd", told),
        element("dd", row.note, cls="rt-note"),
        cls="rt-row rt-pair",
    )


def tree(found: tuple[UnitRow, ...], columns: tuple[str, ...], caption: str) -> Markup:
    """A table of units, indented by level."""
    head = element(
        "tr", element("th", say("Enhet"), scope="col"), *(element("th", n, scope="col") for n in columns)
    )
    rows = (
        element(
            "tr",
            element("th", row.name, scope="row", style=f"padding-left:{0.75 + 1.25 * row.depth}rem"),
            *_figures(row),
        )
        for row in found
    )
    return _table(head, rows, caption, cls="rt-tree")


def _figures(row: UnitRow) -> tuple[Markup, ...]:
    """The fields of a unit, or one field across them where they are all protected."""
    if row.instead:
        return (element("td", row.instead, cls="rt-hidden", colspan=str(len(row.figures))),)
    return tuple(element("td", text, cls="rt-hidden" if text == say(HIDDEN) else "") for text in row.figures)


def blanks(columns: Sequence[str], rows: int) -> Markup:
    """Named empty fields with a line to write on."""
    line = element("div", *(element("span", name) for name in columns), cls="rt-blank")
    return element("div", *([line] * rows), cls="rt-blanks")
