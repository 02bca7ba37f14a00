"""The one gate: every figure, word and quote that people see has passed through here."""

from __future__ import annotations

from collections.abc import Mapping

from text_analysis.codebook import Codebook
from text_analysis.instruments import load_instruments
from text_analysis.records import Measures, Released
from text_analysis.release.checks import check_sums
from text_analysis.release.coarse import coarsen_impact
from text_analysis.release.counts import told_counts
from text_analysis.release.cube import cube_of
from text_analysis.release.diffs import blank_diffs
from text_analysis.release.emit import emit
from text_analysis.release.engine import decide
from text_analysis.release.prevalence import prevalence_of
from text_analysis.release.quotes import quotes_of
from text_analysis.release.report import audit_of
from text_analysis.release.threads import threads_of
from text_analysis.release.topics import topics_of
from text_analysis.release.version_change import refuse_small_change
from text_analysis.release.versions import before_of
from text_analysis.settings import Settings


def release(
    name: str,
    measures: Measures,
    *,
    settings: Settings,
    codebook: Codebook,
    certificate: Mapping[str, object],
    previous: Released | None = None,
) -> Released:
    """What people may see of a survey.

    Parameters
    ----------
    name : name of the survey, for people.
    measures : every statistic of the survey.
    settings : the limits.
    codebook : the themes; sensitive ones have stricter limits.
    certificate : what made the measures; the audit is added under "audit", and counts that would tell too
        much are left out.
    previous : the release people already have of the same survey and waves, if there is one.

    Raises
    ------
    ReleaseRefusedError : the release would show what must not be shown.
    TableError : a table of the measures is not what it should be.
    """
    cube = cube_of(measures, codebook, load_instruments())
    check_sums(cube)
    decision = decide(cube, settings, before_of(cube, previous, certificate))
    masks = decision.final
    emitted = emit(cube, masks)
    for table in ("enps", "indices"):
        emitted[table] = blank_diffs(emitted[table], settings)
    emitted["links"] = coarsen_impact(emitted["links"])
    quotes = quotes_of(measures.quotes, cube, masks, settings)
    emitted |= {"threads": threads_of(emitted["themes"]), "quotes": quotes.table}
    emitted["prevalence"] = prevalence_of(measures.prevalence, cube, masks)
    emitted["topics"] = topics_of(
        measures.topics, cube, masks, settings, certificate=certificate, previous=previous
    )
    if previous is not None:
        refuse_small_change(emitted, previous, certificate, settings)
    counts = {"shown": len(quotes.table), "held": quotes.n_held}
    audit = audit_of(decision, cube, settings, counts)
    return Released(
        name=name,
        codebook=codebook,
        certificate={**told_counts(certificate, emitted["response"], settings), "name": name, "audit": audit},
        **emitted,
    )
