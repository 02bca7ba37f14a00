"""Redigera teman: name, merge, split, make and retire themes; every change is logged and can be undone."""

from collections.abc import Mapping

import streamlit as st

from app_pages.shared import figures, parts, rerun
from app_pages.shared.review_parts import WHO
from app_pages.shared.theme_forms import find, save
from text_analysis import theme_editing
from text_analysis.edits import Merge, Promote, Rename, Retire, Split, Undo, in_force, read_edits
from text_analysis.errors import TextAnalysisError
from text_analysis.present import edit_log, theme_advice
from text_analysis.present.translation import say, theme_name

LEAD = "Gör kodboken till er egen: byt namn, slå ihop, dela, lägg till och ta bort teman."
ACTIONS = ("Byt namn", "Slå ihop", "Dela", "Nytt tema", "Ta ur bruk")
WHAT_UNDOING_GIVES = (
    "När du ångrat och räknat om till något som redan har visats blir varje siffra som den var då. "
    "En blandning av ändringar som inte har visats förut prövas mot det som har visats, "
    "så enstaka celler kan vara dolda."
)
OF_THEMES = (Rename, Merge, Split, Promote, Retire)


def pick(label: str, names: Mapping[str, str], key: str) -> str:
    """A theme or topic chosen by its name."""
    return str(st.selectbox(label, list(names), format_func=names.__getitem__, key=key))


def rename() -> None:
    """Another name for a theme, a sub-theme or a candidate; its id and figures stay."""
    chosen = pick(say("Vad ska byta namn?"), everything, "rename:what")
    name = st.text_input(say("Nytt namn"), key="rename:name").strip()
    save(folder, Rename(chosen, name), ready=bool(name), before={"name": everything[chosen]})


def merge() -> None:
    """One theme becomes part of another; sub-themes merge within their theme, candidates with candidates."""
    chosen = pick(say("Vad ska slås ihop?"), everything, "merge:what")
    kin = next(group for group in groups if chosen in group)
    parent = choices.parents.get(chosen)
    into = {one: name for one, name in kin.items() if one != chosen and choices.parents.get(one) == parent}
    if not into:
        parts.note(say("Det finns inget av samma slag att slå ihop det med."))
        return
    target = pick(say("Med vilket? Det namnet blir kvar."), into, "merge:into")
    save(folder, Merge(chosen, target), ready=True, before={"name": everything[chosen]})


def split() -> None:
    """The comments of a theme that a rule finds become a theme of their own."""
    theme = pick(say("Vilket tema ska delas?"), themes, "split:what")
    name = st.text_input(say("Namn på det nya temat"), key="split:name").strip()
    query, is_found = find(folder, "split", theme=theme)
    new = theme_editing.own_theme(name, themes) if name else ""
    save(
        folder,
        Split(theme, new, name, query),
        ready=bool(name) and is_found,
        before={"name": themes[theme]},
    )


def promote() -> None:
    """A theme of one's own, from a candidate or from nothing, found by a rule in every wave."""
    options = {"": say("Ingen kandidat, bara en regel"), **choices.candidates}
    candidate = pick(say("Utgå från en kandidat"), options, "promote:what")
    name = st.text_input(say("Namn på det nya temat"), key="promote:name").strip()
    words = ", ".join(choices.words.get(candidate, ()))
    query, is_found = find(folder, f"promote:{candidate}", start=words)
    sensitive = st.checkbox(say("Känsligt: visas först från tio personer"), key="promote:sensitive")
    new = theme_editing.own_theme(name, themes) if name else ""
    save(folder, Promote(candidate, new, name, query, sensitive), ready=bool(name) and is_found, before={})


def retire() -> None:
    """A theme out of use: it is shown nowhere, and its comments may become candidates."""
    chosen = pick(say("Vad ska tas ur bruk?"), everything, "retire:what")
    parts.note(say("Kommentarerna finns kvar och kan bli kandidater till andra teman."))
    save(folder, Retire(chosen), ready=True, before={"name": everything[chosen]})


def undoing() -> None:
    """Every change of themes in force, to be taken back one at a time."""
    holding = {edit.number: edit for edit in in_force(edits) if isinstance(edit.action, OF_THEMES)}
    if not holding:
        parts.note(say("Inga teman är ändrade."))
        return
    told = {
        number: f"{number}. {edit_log.described(edit.action, everything)}" for number, edit in holding.items()
    }
    number = st.selectbox(
        say("Ändring att ångra"), list(told)[::-1], format_func=told.__getitem__, key="undo:what"
    )
    save(folder, Undo(int(number)), ready=True, before={}, label=say("Ångra ändringen"))
    parts.note(say(WHAT_UNDOING_GIVES))


choice = parts.open_page("Redigera teman", LEAD, by_unit=False)
folder = choice.entry.folder
try:
    choices = theme_editing.editable(folder)
    edits = read_edits(folder)
    advice = theme_editing.health(folder)
except TextAnalysisError as error:
    parts.failure(error)
themes = {theme.id: theme_name(theme) for theme in choices.themes}
sub_themes = {one: f"{themes[choices.parents[one]]}: {label}" for one, label in choices.parts.items()}
groups = (themes, choices.candidates, sub_themes)
everything = {one: name for group in groups for one, name in group.items()}

parts.note(say("Ändringarna gäller alla mätningar. En enskild kommentars tema rättas på sidan Granska."))
st.text_input(say("Ditt namn, som skrivs i loggen"), key=WHO, persist_state="session")
action = st.segmented_control(
    say("Vad vill du göra?"), ACTIONS, format_func=say, default=ACTIONS[0], key="edit:action", required=True
)
forms = dict(zip(ACTIONS, (rename, merge, split, promote, retire), strict=True))
with st.container(border=True):
    forms[action or ACTIONS[0]]()

rerun.section(choice.entry, choice.released)

st.header(say("Råd om temana"), anchor=False)
for one in advice:
    parts.note(theme_advice.told(one, themes))
if not advice:
    parts.note(say("Inget att anmärka: temana är lagom många, har folk bakom sig och skiljer sig åt."))

st.header(say("Logg"), anchor=False)
undoing()
if edits:
    figures.as_table(
        lambda: edit_log.log_table(edits, everything), say("Beslut och ändringar"), label=say("Visa loggen")
    )
