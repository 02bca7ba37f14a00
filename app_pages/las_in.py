"""Läs in: files from the survey tool, what their columns mean, what is left out, and the analysis."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from app_pages.shared import cache, columns_in_words, doubt_form, figures, mapping_form, parts, upload
from app_pages.shared.state import SURVEY
from app_pages.shared.upload import Upload
from text_analysis.errors import TextAnalysisError
from text_analysis.kept_mappings import fitting_mapping
from text_analysis.own_lists import own_lists, save_own_lists
from text_analysis.present.numbers import people, whole
from text_analysis.present.translation import say
from text_analysis.read import Mapping, mapping_text, read_survey
from text_analysis.records import Survey

READY = "survey_to_analyse"  # hash of the files, the survey read from them and its mappings
REFUSED = "reading_refused"  # hash of the files and the error of the last reading
Group = tuple[Upload, ...]


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
    """The form with what is open and what each column means; reads the survey when it is sent."""
    st.header(say("2. Stäm av kolumnerna"), anchor=False)
    files_hash = upload.content_hash([one for group in groups for one in group])
    refused_hash, error = st.session_state.get(REFUSED, ("", None))
    error = error if refused_hash == files_hash else None
    starts = [start_of(group, saved) for group in groups]
    with st.expander(say("Kolumnerna i filen, och vad de verkar vara")):
        for group in groups:
            figures.table(columns_in_words.columns_table(group[0]), group[0].table.file)
    with st.form("mapping"):
        if error is not None and error.field not in mapping_form.FIELDS:
            parts.show_error(error)
        described, n_open = [], 0
        for group, (mapping, is_settled) in zip(groups, starts, strict=True):
            if len(groups) > 1:
                st.subheader(parts.plain(", ".join(one.table.file for one in group)), anchor=False)
            doubts = {doubt.text: doubt for one in group for doubt in one.proposal.doubts if not is_settled}
            settled = doubt_form.settle([*doubts.values()], mapping)
            n_open += settled.n_open
            key = f"{group[0].table.sha256[:8]}:{is_settled}"
            edited = mapping_form.edit(group, mapping, error, key=key)
            described += [(table, settled.added_to(own)) for table, own in edited]
        sent = st.number_input(say("Antal tillfrågade, om du vet"), min_value=0, value=0)
        mapping_form.beside("sent", error)
        asked = st.form_submit_button(say("Kontrollera"), type="primary")
    st.download_button(say("Spara mappningen som fil"), mapping_text(described[0][1]), "mappning.toml")
    if not asked:
        return
    if n_open:
        parts.notice(say("{n} frågor överst i formuläret är obesvarade.", n=str(n_open)))
        return
    try:
        survey = read_survey(described, name=name, sent=sent or None)
    except TextAnalysisError as refused:
        st.session_state[REFUSED] = (files_hash, refused)
        st.rerun()
    st.session_state[READY] = (files_hash, survey, [mapping for _, mapping in described])
    if error is not None:
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
    if survey.name in {entry.name for entry in cache.surveys()}:
        parts.notice(
            say("Det finns redan en undersökning med det här namnet. Den ersätts när du analyserar.")
        )
    if st.button(say("Analysera"), type="primary"):
        save_own_lists(always=always, never=never, systems=systems)
        name = upload.analyse(survey, mappings)
        st.page_link("app_pages/oversikt.py", label=say("Öppna översikten"), query_params={SURVEY: name})


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
