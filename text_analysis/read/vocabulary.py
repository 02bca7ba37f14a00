"""The words that headers and answers are known by, Swedish first, in the form `values.plain` gives."""

from __future__ import annotations

from typing import Final


def _phrases(text: str) -> frozenset[str]:
    """The phrases between the commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


# Answers that are no answer; a mapping adds its own.
NO_ANSWER: Final = _phrases(
    """-, ., –, —, vet ej, vet inte, ej relevant, inte relevant, ej aktuellt, inte aktuellt, ej tillämpligt,
    vill ej svara, vill inte svara, kan inte ta ställning, kan ej ta ställning, ingen uppfattning,
    ingen åsikt, inget svar, ej svar, ej svarat, ej besvarad, n/a, #n/a, #saknas!, na, nan, null, none,
    don't know, do not know, not applicable, not relevant, prefer not to answer, no answer, no opinion"""
)
YES: Final = _phrases("ja, yes, sant, true, 1, j")
NO: Final = _phrases("nej, no, falskt, false, 0, 2, n")
YES_NO_LABELS: Final = {"ja": 1.0, "yes": 1.0, "nej": 0.0, "no": 0.0}  # of a question with these two answers
ANSWERED: Final = YES | _phrases(
    """besvarad, besvarat, svarat, har svarat, klar, slutförd, slutfört, komplett, inskickad, complete,
    completed, finished, submitted"""
)
NOT_ANSWERED: Final = NO | _phrases(
    """obesvarad, utskickad, inte svarat, har ej svarat, har inte svarat, ej påbörjad, inte påbörjad,
    not started"""
)
ENPS_GROUPS: Final = _phrases(
    """kritiker, kritiska, passiva, passiv, neutral, neutrala, ambassadör, ambassadörer, promoter,
    promoters, passive, passives, detractor, detractors"""
)

# Headers.
ENPS: Final = _phrases("enps, nps")
ENPS_STEMS: Final = ("rekommend", "recommend")
WAVE: Final = _phrases(
    """mätning, mätomgång, omgång, period, mätperiod, undersökningsperiod, våg, wave, mättillfälle,
    tillfälle, mätår, år, årtal, year, kvartal, quarter, månad, mätdatum"""
)
RESPONDENT: Final = _phrases(
    """id, respondent, respondent id, respondentid, respondentnummer, svarsid, svars id, svarsnummer,
    svarande, svarande id, svarandeid, deltagare, deltagarid, deltagar id, löpnummer, löpnr,
    response id, responseid, participant, participant id"""
)
STATUS: Final = _phrases("status, svarsstatus, enkätstatus, besvarad, svarat, response status, completed")
PATIENT_CONTACT: Final = _phrases("patientkontakt, patientcontact")
COMMENT_STEMS: Final = (
    "komment",
    "fritext",
    "comment",
    "synpunkt",
    "motivera",
    "utveckla",
    "berätta",
    "beskriv",
)
COMMENT_PHRASES: Final = _phrases("öppet svar, öppen fråga, free text, open answer, open ended, verbatim")
ASKING: Final = _phrases("vad, hur, vilka, vilken, vilket, varför, finns, nämn, ange, what, how, why, which")

# Unit columns from the top of an organisation down; those on one line are on the same level.
UNIT_LEVELS: Final = (
    _phrases("organisation, koncern, bolag, kommun, region, myndighet, company"),
    _phrases("förvaltning, sektor, division, business area"),
    _phrases("område, verksamhetsområde, affärsområde, distrikt, länsdel, area"),
    _phrases("verksamhet, resultatområde"),
    _phrases("avdelning, klinik, sektion, department"),
    _phrases("enhet, arbetsplats, arbetsgrupp, arbetslag, team, resultatenhet, unit, workplace"),
)
UNIT_PATH: Final = _phrases(
    "sökväg, organisationsväg, organisationstillhörighet, tillhörighet, enhetsväg, path"
)
# "Enhetskod", "Antal enheter", "Chef för enhet" are about units but name none.
NOT_UNIT: Final = _phrases("kod, id, nummer, nr, antal, chef, code, manager, kostnadsställe")
