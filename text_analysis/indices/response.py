"""Response rate per wave and unit, and how many wrote comments."""

from __future__ import annotations

import pandas as pd

from text_analysis.errors import SurveyError
from text_analysis.indices.comparisons import add_given
from text_analysis.records import Survey
from text_analysis.tables import RESPONSE, UNIT_COLUMNS, check
from text_analysis.units import expand, place, root

COUNTS = ["responses", "n_comments", "n_writers", "n_writers_without_theme"]


def measure_response(survey: Survey, writers: pd.DataFrame) -> pd.DataFrame:
    """Table `tables.RESPONSE`: one row per wave and unit with answers or people asked, and those given.

    Parameters
    ----------
    survey : the survey; `sent` counts where known for the unit, else as the sum of the units below.
    writers : one row per respondent who commented: respondent_id, n_comments (non-answers too), content
        (at least one comment with content) and has_theme (at least one theme in them).

    Raises
    ------
    SurveyError : a unit has more answers than people asked.
    """
    people = survey.respondents[["respondent_id", "wave", "unit"]]
    joined = people.merge(writers, how="left", on="respondent_id", validate="1:1")
    content = joined["content"].astype("boolean").fillna(False).astype(bool)
    themed = joined["has_theme"].astype("boolean").fillna(False).astype(bool)
    counted = joined[["wave", "unit"]].assign(
        responses=1,
        n_comments=joined["n_comments"].fillna(0).astype(int),
        n_writers=content.astype(int),
        n_writers_without_theme=(content & ~themed).astype(int),
    )
    own = expand(counted).groupby(UNIT_COLUMNS, as_index=False)[COUNTS].sum()
    own = _with_sent(own, survey).assign(index_key="response_rate")
    own["response_rate"] = (own["responses"] / own["sent"]).where(own["sent"] > 0)
    table = add_given(own, survey, ["response_rate"], "response_rate")
    return check(table.drop(columns="index_key"), RESPONSE)


def _with_sent(own: pd.DataFrame, survey: Survey) -> pd.DataFrame:
    known = place(survey.sent, root(survey.respondents["unit"]))
    asked = expand(known[["wave", "unit"]])  # units where nobody answered are units too
    units = pd.concat([own[UNIT_COLUMNS], asked[UNIT_COLUMNS]], ignore_index=True).drop_duplicates()
    table = units.merge(own, how="left", on=UNIT_COLUMNS).fillna(dict.fromkeys(COUNTS, 0))
    table = table.merge(known[["wave", "unit", "sent"]], how="left", on=["wave", "unit"])
    table = _summed_upwards(table)
    _refuse_more_answers_than_asked(table)
    return table


def _summed_upwards(table: pd.DataFrame) -> pd.DataFrame:
    """`sent` of units where it is unknown but known for every child, and nobody belongs to none of them."""
    table = table.sort_values(["wave", "level", "unit"], ignore_index=True)
    for level in sorted(table["level"].unique(), reverse=True)[1:]:
        below = table[table["level"] == level + 1].groupby(["wave", "parent"])
        sums = pd.DataFrame(
            {
                "children_sent": below["sent"].sum(min_count=1).where(below["sent"].count() == below.size()),
                "children_responses": below["responses"].sum(),
            }
        )
        sums = sums.rename_axis(["wave", "unit"]).reset_index()
        found = table[["wave", "unit"]].merge(sums, how="left", on=["wave", "unit"])
        complete = (found["children_responses"] == table["responses"]).fillna(False).astype(bool)
        fill = (table["level"] == level) & table["sent"].isna() & complete
        table["sent"] = table["sent"].where(~fill, found["children_sent"])
    return table


def _refuse_more_answers_than_asked(table: pd.DataFrame) -> None:
    wrong = table[(table["responses"] > table["sent"]).fillna(False).astype(bool)]
    if not wrong.empty:
        first = wrong.iloc[0]
        raise SurveyError(
            f"{len(wrong)} enheter har fler svar än utskick, till exempel "
            f"{first['responses']} svar av {first['sent']} utskick.",
            where=f"{first['unit']}, mätning {first['wave']}",
            expected="minst lika många utskick som svar",
            remedy="Rätta antalet utskick i mappningen, eller ta bort det för enheten.",
        )
