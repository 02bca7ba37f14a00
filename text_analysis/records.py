"""The records that travel between the steps.

Offsets are Unicode code points, half-open ``[start, end)``. Shares are 0–1, eNPS −100..100.
Unit paths have their levels separated by `UNIT_SEPARATOR`; the whole organisation is level 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

if TYPE_CHECKING:  # pandas takes seconds to import, and the masking needs none of it
    import pandas as pd

    from text_analysis.codebook import Codebook
    from text_analysis.masked_survey import MaskedSurvey
    from text_analysis.settings import Settings
    from text_analysis.survey_topics import SurveyTopics

UNIT_SEPARATOR: Final = " > "

Stance = Literal["negativ", "positiv", "forslag", "neutral"]
EnpsGroup = Literal["kritiker", "passiva", "ambassadorer"]
Decision = Literal["keep", "mask", "hold"]  # of a person who has reviewed a masked comment
FindingType = Literal[
    "PERSON", "PHONE", "EMAIL", "PERSONNUMMER", "ADDRESS", "PLATE", "ID", "URL", "DATE_OF_BIRTH"
]  # fmt: skip

STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ENPS_GROUPS: Final[tuple[EnpsGroup, ...]] = get_args(EnpsGroup)
ENPS_RANGE: Final = (-100.0, 100.0)


@dataclass(frozen=True, slots=True)
class Comment:
    """One free-text answer as the respondent wrote it; `question` is the question's wording or empty."""

    id: str
    respondent_id: str
    text: str = field(repr=False)
    question: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What `clean` says of a text: whether it says anything, and in which language ("sv", "en" …, "und")."""

    content: bool
    language: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A direct identifier in the text it was found in; `rule` names the recogniser and its rule."""

    start: int
    end: int
    type: FindingType
    rule: str


@dataclass(frozen=True, slots=True)
class QuasiFlag:
    """A giveaway that is not masked: it may point out the writer together with what colleagues know."""

    start: int
    end: int
    label: str
    score: int = 1


@dataclass(frozen=True, slots=True)
class MaskedText:
    """A masked comment; `findings` point into the original text, `quasi` into the original text too.

    `review` is true where a person should look before anyone else reads the comment, `reasons` says why.
    """

    text: str = field(repr=False)
    findings: tuple[Finding, ...] = ()
    quasi: tuple[QuasiFlag, ...] = ()
    review: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause or sentence of a text, with its offsets in that text."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A theme found in one text, before its stance is known: calibrated score 0–1 and evidence span."""

    theme: str
    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A theme found in one text: stance, calibrated score 0–1 and the span that carries it."""

    theme: str
    stance: Stance
    score: float
    start: int
    end: int


class Judged(NamedTuple):
    """Labels of a theme, or of all (theme empty), that a person has judged; the share right and its ends."""

    theme: str
    n: int
    n_right: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Item:
    """A closed question of the survey and the index it belongs to.

    `key` is `index_key` and a number: "hme.motivation.1". `scale` is the lowest and highest answer.
    """

    key: str
    index_key: str
    text: str
    scale: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row of the file that was left out; `row` counts as the spreadsheet does (header = 1)."""

    row: int
    reason: str
    column: str = ""


@dataclass(frozen=True)
class Survey:
    """A survey as read: who answered what, and what was left out.

    Attributes
    ----------
    name : name for people.
    respondents : table `tables.RESPONDENTS`, one row a respondent, with one Float64 column per item key.
    items : the closed questions that became columns of `respondents`.
    comments : the free-text answers, non-empty, in the order of the file.
    sent : table `tables.SENT`, number of people asked per wave and unit, where known.
    comparisons : table `tables.COMPARISONS`, figures given from outside (last year, the level above).
    rejections : rows left out; rows read = respondents + rejections.
    missing_answers : number of answers such as "Vet ej" per column; they count as no answer.
    n_rows : rows read.
    sha256 : hash of the file or files.
    """

    name: str
    respondents: pd.DataFrame = field(repr=False)
    items: tuple[Item, ...]
    comments: tuple[Comment, ...] = field(repr=False)
    sent: pd.DataFrame = field(repr=False)
    comparisons: pd.DataFrame = field(repr=False)
    rejections: tuple[Rejection, ...]
    missing_answers: Mapping[str, int]
    n_rows: int
    sha256: str


@dataclass(frozen=True)
class Measures:
    """Every statistic of a survey, before the gate. Only `release` may take it, and nobody shows it.

    Tables are named after those of the release; see `tables` for their columns.
    """

    response: pd.DataFrame = field(repr=False)
    enps: pd.DataFrame = field(repr=False)
    indices: pd.DataFrame = field(repr=False)
    distribution: pd.DataFrame = field(repr=False)
    themes: pd.DataFrame = field(repr=False)
    prevalence: pd.DataFrame = field(repr=False)
    links: pd.DataFrame = field(repr=False)
    quotes: pd.DataFrame = field(repr=False)
    topics: pd.DataFrame = field(repr=False)


@dataclass(frozen=True)
class Analysis:
    """A coded survey on HR's own computer: what it was made of, its comments and themes, and its measures.

    Attributes
    ----------
    survey : the masked survey it was made of, before review.
    codebook : the organisation's own.
    comments : table `tables.COMMENTS`, after review.
    coded : table `tables.ASSIGNMENTS` as the coder made it.
    assignments : table `tables.ASSIGNMENTS` as the edits left it; everything below is made of these.
    topics : sub-themes and candidates, as discovered.
    settings : the limits of what may be released of it.
    """

    survey: MaskedSurvey = field(repr=False)
    codebook: Codebook = field(repr=False)
    comments: pd.DataFrame = field(repr=False)
    coded: pd.DataFrame = field(repr=False)
    assignments: pd.DataFrame = field(repr=False)
    topics: SurveyTopics = field(repr=False)
    measures: Measures = field(repr=False)
    settings: Settings
    certificate: Mapping[str, object]


@dataclass(frozen=True, eq=False)
class Released:
    """What people may see. Made and loaded by `release` only; `present` and the pages take nothing else.

    A release is equal to itself only, so that what is worked out of it can be kept under it.
    """

    name: str
    response: pd.DataFrame = field(repr=False)
    enps: pd.DataFrame = field(repr=False)
    indices: pd.DataFrame = field(repr=False)
    distribution: pd.DataFrame = field(repr=False)
    themes: pd.DataFrame = field(repr=False)
    threads: pd.DataFrame = field(repr=False)
    prevalence: pd.DataFrame = field(repr=False)
    links: pd.DataFrame = field(repr=False)
    quotes: pd.DataFrame = field(repr=False)
    topics: pd.DataFrame = field(repr=False)
    codebook: Codebook = field(repr=False)
    certificate: Mapping[str, object] = field(default_factory=dict)
