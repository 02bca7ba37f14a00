"""Läs in: files from the survey tool, what their columns mean, what is left out, and the analysis."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from app_pages.shared import cache, columns_in_words, figures, file_form, parts, upload
from app_pages.shared.file_form import Form, Group
from app_pages.shared.state import SURVEY
from text_analysis.errors import TextAnalysisError
from text_analysis.kept_mappings import fitting_mapping
from text_analysis.own_lists import own_lists, save_own_lists
from text_analysis.present.numbers import people, whole
from text_analysis.present.translation import say
from text_analysis.read import Mapping, mapping_text, read_survey
from text_analysis.records import Survey
from text_analysis.workspace import slug_of

READY = "survey_to_analyse"  # hash of the files, the survey read from them and its mappings
REFUSED = "reading_refused"  # hash of the files and the error of the last reading


def choose_files() -> tuple[str, tuple[Group, ...], Mapping | None]:
    """The survey's name, the files in groups with the same columns, and a mapping given as a file."""
    st.header(say("1. Välj filer"), anchor=False)
    files = st.file_uploader(
        say("Export från enkätverktyget, en eller flera filer (.csv eller .xlsx)"),
        ["csv", "xlsx"],
        accept_multiple_files=True,
    )
    parts.note(say("En rad per svarande. Flera filer kan vara flera mätningar eller delar av samma. "
                   "Filerna läses på den här datorn och skickas ingenstans."))  # fmt: skip
    if not files:
        return "", (), None
    name = st.text_input(say("Undersökningens namn"), Path(files[0].name).stem.replace("_", " "))
    with st.expander(say("Har du en mappning som fil?")):
        saved = st.file_uploader(say("Mappning (.toml)"), ["toml"])
    found = [upload.read_upload(file, name) for file in files]
    for one in found:
        parts.note(columns_in_words.file_line(one))
    return name, upload.by_headers(found), upload.read_mapping(saved) if saved else None


def start_of(group: Group, saved: Mapping | None) -> tuple[Mapping, bool]:
    """The mapping a group starts from, and whether it has been used before and leaves nothing open."""
    if saved is not None:
        return saved, True
    kept = fitting_mapping(group[0].table.headers)
    if kept is not None:
        label = say("Läs kolumnerna som i {survey}, som har samma rubriker", survey=parts.plain(kept.survey))
        if st.toggle(label, value=True, key=f"kept:{group[0].table.sha256[:8]}"):
            return kept.mapping, True
    return group[0].proposal.mapping, False


def confirm(name: str, groups: Sequence[Group], saved: Mapping | None) -> None:
    """What the files hold and the form that describes them; reads the survey when the form is sent."""
    st.header(say("2. Stäm av kolumnerna"), anchor=False)
    files_hash = upload.content_hash([one for group in groups for one in group])
    refused_hash, error = st.session_state.get(REFUSED, ("", None))
    error = error if refused_hash == files_hash else None
    starts = [start_of(group, saved) for group in groups]
    with st.expander(say("Kolumnerna i filen, och vad de verkar vara")):
        for group in groups:
            figures.table(columns_in_words.columns_table(group[0]), group[0].table.file)
    form = file_form.ask(groups, starts, error)
    st.download_button(say("Spara mappningen som fil"), mapping_text(form.described[0][1]), "mappning.toml")
    if form.is_sent and form.n_open:
        parts.notice(say("{n} frågor överst i formuläret är obesvarade.", n=str(form.n_open)))
    elif form.is_sent:
        read_described(form, name, files_hash, was_refused=error is not None)


def read_described(form: Form, name: str, files_hash: str, *, was_refused: bool) -> None:
    """Read the survey and keep it for the third step, or keep the refusal for its place in the form."""
    try:
        survey = read_survey(form.described, name=name, sent=form.sent)
    except TextAnalysisError as refused:
        st.session_state[REFUSED] = (files_hash, refused)
        st.rerun()
    st.session_state[READY] = (files_hash, survey, [mapping for _, mapping in form.described])
    if was_refused:
        del st.session_state[REFUSED]
        st.rerun()


def check_and_analyse(survey: Survey, mappings: Sequence[Mapping]) -> None:
    """What was read and left out, the organisation's own lists, and the button that starts the analysis."""
    st.header(say("3. Kontrollera och analysera"), anchor=False)
    parts.note(say("{people} med svar i {units} enheter, {comments} fritextsvar, {items} frågor.",
                   people=people(len(survey.respondents)), units=whole(survey.respondents["unit"].nunique()),
                   comments=whole(len(survey.comments)), items=whole(len(survey.items))))  # fmt: skip
    if not survey.comments:
        parts.notice(say("Ingen kolumn är vald som fritextsvar, så det blir inga teman."))
    reasons = Counter(rejection.reason for rejection in survey.rejections)
    left_out = tuple(f"{reason}: {whole(n)}" for reason, n in reasons.items())
    figures.points(say("Rader som lämnas utanför"), left_out)
    if not reasons:
        parts.note(say("Ingen rad lämnas utanför."))
    lists = own_lists()
    with st.expander(say("Egna ord för avidentifieringen")):
        parts.note(say("Ett namn eller uttryck per rad. Listorna sparas till nästa gång."))
        always = st.text_area(say("Maskera alltid"), "\n".join(lists.always))
        never = st.text_area(say("Maskera aldrig, till exempel hus med personnamn"), "\n".join(lists.never))
        systems = st.text_area(say("System, till exempel journalsystemets namn"), "\n".join(lists.systems))
    if is_name_free(survey.name) and st.button(say("Analysera"), type="primary"):
        save_own_lists(always=always, never=never, systems=systems)
        name = upload.analyse(survey, mappings)
        del st.session_state[READY]  # what people wrote, before it was masked
        st.page_link("app_pages/oversikt.py", label=say("Öppna översikten"), query_params={SURVEY: name})


def is_name_free(name: str) -> bool:
    """Whether the survey may be analysed under its name; tells what is in its way, or what it replaces."""
    taken = next((entry for entry in cache.surveys() if entry.slug == slug_of(name)), None)
    if taken is not None and taken.name != name:
        parts.notice(
            say("Namnet liknar {other} för mycket: undersökningarna skulle hamna i samma mapp. "
                "Ge den här ett annat namn i steg 1 och kontrollera igen.", other=taken.name)
        )  # fmt: skip
        return False
    if taken is not None:
        parts.notice(
            say("Det finns redan en undersökning med det här namnet. Den ersätts när du analyserar.")
        )
    return True


parts.heading(say("Läs in"), say("Från enkätverktygets fil till teman, i tre steg."))
try:
    name, groups, saved = choose_files()
    if groups:
        confirm(name, groups, saved)
        ready = st.session_state.get(READY)
        if ready and ready[0] == upload.content_hash([one for group in groups for one in group]):
            check_and_analyse(ready[1], ready[2])
except TextAnalysisError as error:
    parts.show_error(error)
