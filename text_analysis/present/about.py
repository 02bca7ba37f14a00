"""What a release rests on: rows read and left out, limits, and the certificate, in words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from text_analysis.codebook import Codebook
from text_analysis.present.numbers import whole
from text_analysis.present.translation import say, spoken, theme_name
from text_analysis.records import Released

SETTING_NAMES = {
    "min_scores": "Svar för medelvärde, index, eNPS och svarsfrekvens",
    "min_distribution": "Svar för en svarsfördelning (stoppljus)",
    "min_exposure": "Svar på en fråga om utsatthet",
    "min_theme_writers": "Personer som skrivit, för att en enhet ska få temasiffror",
    "min_theme_cell": "Personer bakom en temasiffra",
    "min_quote_writers": "Personer som skrivit, för att en enhet ska få citat",
    "min_quote_theme": "Personer med temat och hållningen, för ett citat",
    "min_index_width": "Indexpoäng som ett dolt värde minst är osäkert på",
    "min_change": "Svar, för att en förändring ska visas när några få har kommit eller slutat",
}
CERTIFICATE_NAMES = {
    "name": "Undersökning",
    "product": "Version av Röda trådar",
    "codebook_version": "Kodbokens version",
    "input_sha256": "Filens hash (sha256)",
    "model_sha256": "Kodarens hash (sha256)",
    "made_from": "Allt tillsammans (sha256)",
    "rows": "Rader i filen",
    "respondents": "Svarande",
    "missing_answers": "Svar som ”Vet ej”, räknade som inget svar",
    "comments": "Fritextsvar",
    "non_answers": "Fritextsvar utan innehåll (”-”, ”nej”)",
    "for_review": "Fritextsvar som en människa bör se innan de citeras",
}


def data_line(released: Released) -> str:
    """What the figures rest on, in one line; empty where the certificate does not say."""
    certificate = released.certificate
    told = [
        (_count(certificate, "rows"), say("rader lästa")),
        (_left_out(certificate), say("rader utelämnade")),
        (_count(certificate, "missing_answers"), say("svar som ”Vet ej”")),
        (_count(certificate, "comments"), say("fritextsvar")),
        (_count(certificate, "non_answers"), say("av dem utan innehåll")),
    ]
    line = ", ".join(f"{whole(n)} {what}" for n, what in told if n is not None)
    return say("Underlag: {line}.", line=line) if line else ""


def _count(certificate: Mapping[str, object], name: str) -> int | None:
    value = certificate.get(name)
    return value if isinstance(value, int) else None


def _left_out(certificate: Mapping[str, object]) -> int | None:
    reasons = certificate.get("left_out")
    return sum(reasons.values()) if isinstance(reasons, Mapping) else None


def limits_table(released: Released) -> pd.DataFrame:
    """The limits this release was made with; in respondents where nothing else is said."""
    settings = released.certificate.get("settings")
    given = settings if isinstance(settings, Mapping) else {}
    lines = [
        {say("Gräns"): say(name), say("Minst"): whole(given[key])}
        for key, name in SETTING_NAMES.items()
        if key in given
    ]
    return pd.DataFrame(lines, columns=[say("Gräns"), say("Minst")])


def certificate_table(released: Released) -> pd.DataFrame:
    """The certificate of the run: the same input, model, codebook and settings give the same figures."""
    lines = [
        {say("Uppgift"): say(name), say("Värde"): _told(released.certificate[key])}
        for key, name in CERTIFICATE_NAMES.items()
        if key in released.certificate
    ]
    return pd.DataFrame(lines, columns=[say("Uppgift"), say("Värde")])


def left_out_table(released: Released) -> pd.DataFrame:
    """Rows left out, by reason."""
    reasons = released.certificate.get("left_out")
    given = reasons if isinstance(reasons, Mapping) else {}
    lines = [{say("Skäl"): say(str(reason)), say("Rader"): whole(n)} for reason, n in given.items()]
    return pd.DataFrame(lines, columns=[say("Skäl"), say("Rader")])


def _told(value: object) -> str:
    return whole(value) if isinstance(value, int) else str(value)


def codebook_table(codebook: Codebook) -> pd.DataFrame:
    """The themes with what belongs to each and what does not."""
    lines = [
        {
            say("Tema"): theme_name(theme),
            say("Handlar om"): say(theme.definition),
            "Hit hör": ", ".join(theme.includes),
            "Hit hör inte": ", ".join(theme.excludes),
        }
        for theme in codebook.themes
    ]
    kept = 2 if spoken() == "en" else 4  # the examples are Swedish expressions
    return pd.DataFrame(lines).iloc[:, :kept]
