"""Candidates for quotes: the sentences that carry a theme, in every unit above the writer."""

from __future__ import annotations

import re
from typing import Final

import pandas as pd

from text_analysis.link.mentions import mentions
from text_analysis.records import Survey
from text_analysis.tables import QUOTES, check
from text_analysis.units import expand

# Two giveaways together may point out the writer to colleagues (research on quasi-identifiers: a
# single one is common to many, a combination is often unique), so a person decides first.
HELD_QUASI_SCORE: Final = 2
# A sentence ends with its line, or with a mark before a capital, bracket, quotation mark or list dash.
SENTENCE_END: Final = re.compile(r"[.!?…]+[)\"”'’]*\s+(?=[A-ZÅÄÖÉ\[(\"”»–-])|\n+")


def measure_quotes(survey: Survey, comments: pd.DataFrame, assignments: pd.DataFrame) -> pd.DataFrame:
    """Table `tables.QUOTES`: for every theme in a comment, the sentences around its evidence.

    One row per level above the writer. `held` where the comment is flagged for review or carries
    several giveaways: the release never shows those before a person has decided.

    Parameters
    ----------
    survey : the survey the comments belong to.
    comments : table `tables.COMMENTS`.
    assignments : table `tables.ASSIGNMENTS`; start and end point into the masked comment.
    """
    found = mentions(comments, assignments)
    found = found[found["respondent_id"].isin(survey.respondents["respondent_id"])]
    spans = zip(found["masked"], found["start"], found["end"], strict=True)
    told = [sentences_around(masked, int(start), int(end)) for masked, start, end in spans]
    quoted = pd.DataFrame(told, columns=["text", "start", "end"], index=found.index)
    held = found["review"] | (found["quasi_score"] >= HELD_QUASI_SCORE)
    columns = ["wave", "unit", "comment_id", "respondent_id", "theme", "stance", "score"]
    quotes = found[columns].assign(held=held).join(quoted.astype({"text": "str"}))
    table = expand(quotes).sort_values(["wave", "level", "unit", "comment_id", "theme"])
    return check(table, QUOTES)


def sentences_around(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The whole sentences of the text that the span [start, end) touches, and where in them it lies.

    >>> sentences_around("Bra chef. Schemat kommer sent, kl. 22. Synd!", 10, 17)
    ('Schemat kommer sent, kl. 22.', 0, 7)
    """
    bounds = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    first = max(bound for bound in bounds if bound <= start)
    last = min((bound for bound in bounds if bound >= end), default=len(text))
    told = text[first:last]
    quote, left = told.strip(), first + len(told) - len(told.lstrip())
    begins, ends = (min(max(place - left, 0), len(quote)) for place in (start, end))
    return quote, begins, ends
