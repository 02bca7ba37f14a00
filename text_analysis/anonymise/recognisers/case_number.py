"""Numbers of cases: the register of a public authority is open, and leads to whoever reported the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by

_CUED: Final = re.compile(
    r"(?i)\b(?:d(?:iarie)?nr|diarienum(?:mer|ret)|ärende-?(?:nr|nummer|id)|ärendet? (?:nr|nummer)"
    r"|mål(?:nr|nummer| nr)"
    r"|avvikelse-?(?:nr|nummer| nr| nummer)|(?:support|anmälnings|polis)ärende|anmälningsnummer)(?!\w)"
    r"(?:[.:]? (?:är |med |på )?| ?\()"
    r"(?P<id>\d{4}[/-]?[A-ZÅÄÖ]{2,5}[ -]?\d{1,5}|(?:[A-ZÅÄÖ]{1,5}[ /-]?)?\d\d*(?:[-/ :.]\d+)*"
    r"|[A-Z]{2,4}\d{4,})(?!\w)"
)
_NOUNS: Final = (
    r"(?i)(?<!blankett )(?<!blanketten )\b(?:\w*ärende(?:t|n)?|avvikelsen?|tillbud(?:et)?|\w*anmälan"
    r"|\w*rapport(?:en)?|incident(?:en)?"
    r"|case|ticket|försäkringsfall(?:et)?|platina|medcontrol(?: pro)?|flexite|ciceron|w3d3|topdesk|nilex"
    r"|servicenow"
    r"|jira|(?-i:LISA|KIA)(?:-\w+)?|ia-(?:systemet|ärende)|tillsynen|granskningen|skadenr|skadenummer"
    r"|klagomålet|stämningen|överklagandet|domen"
    r"|beslut(?:et)?|överklagan|försäkringskassan|afa|kronofogden|skolinspektionen|arbetsmiljöverket"
    r"|diskrimineringsombudsmannen|(?:service|help)desk"
    r"|(?-i:IVO|JO|DO|IMY|ARN|AFA|FK(?! \d{4}\b))(?:-?ärende\w*)?|synergi(?:-?nr)?|df[ -]respons|diariefört?)"
)
_NO_YEARS: Final = (
    r"(?!(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?!\d))(?!(?:19|20)\d\d[-/](?:(?:19|20)\d\d|\d\d)(?![\d/-]))"
)
_NOT_COUNTED: Final = (
    r"(?![\w/-]|[.,:]\d| ?(?:kr|kronor|st|gånger|per|om (?:året|dagen|dan)|ärenden|timmar"
    r"|kommuner|personer)\b| ?%)"
)
# With a mark between its parts, letters before it, or five digits and more.
_CODE: Final = (
    rf"(?P<id>{_NO_YEARS}(?-i:[A-ZÅÄÖ]{{1,5}})[ -]?\d{{3,8}}(?:[-/ ]\d{{2,7}})*(?:-\d{{1,3}})?"
    rf"|(?-i:[A-ZÅÄÖ]{{2,5}})-\d\d-\d{{3,6}}|{_NO_YEARS}(?:\d\d|\d\d\d\d)[-/]\d{{3,7}}(?:-\d+)?"
    rf"|{_NO_YEARS}\d{{3,8}}[-/]\d\d(?:\d\d)?(?:-\d+)?"
    rf"|\d{{4}}-\d{{3,6}}-(?-i:[A-ZÅÄÖ]{{2,3}})"
    rf"|(?:19|20)\d\d:\d{{3,6}}|(?:19|20)\d\d-\d\d-\d{{3,6}})"
)
_NOUN: Final = re.compile(
    rf"{_NOUNS}(?: med| som| har| nr| nummer| dnr| heter|,|:)*[ (]{{1,2}}#?{_CODE}{_NOT_COUNTED}"
)
_FAR: Final = re.compile(
    rf"{_NOUNS}(?:,? [\w-]+){{0,5}}?,? (?:nr|nummer|dnr|diarienr|diarienummer)[.:]? {_CODE}{_NOT_COUNTED}"
)
_NUMBERED: Final = re.compile(
    rf"{_NOUNS} (?:som |med |i [\w-]+, )?\(?(?:#|nr |nummer |(?=\d{{4}})(?!(?:19"
    rf"|20)\d\d(?!\d)))(?P<id>\d{{3,8}}){_NOT_COUNTED}"
)
# A case of a kind of its own: four digits are enough.
_KIND: Final = re.compile(
    rf"(?i)\b[a-zåäö]{{2,}}-?ärende(?:t)? (?:nr |nummer )?{_NO_YEARS}(?!(?:19"
    rf"|20)\d\d(?!\d))(?P<id>\d{{4,8}}|\d{{2,3}} \d{{3}}){_NOT_COUNTED}"
)
# With whom it lies between: "mitt ärende hos FK 123456-7".
_LIES_WITH: Final = re.compile(
    rf"(?i)\b\w*ärende(?:t)? (?:hos|på|i|till) \w+[,:]? (?P<id>\d{{5,9}}(?:-\d{{1,3}})?){_NOT_COUNTED}"
)
_COURT: Final = re.compile(
    rf"(?:\b|-)[Mm]ål(?:et)? (?:nr )?(?P<id>{_NO_YEARS}(?:[A-ZÖÄ][ -]?)?\d{{1,5}}-\d\d)(?![\w-])"
)
_NO_CASE: Final = r"(?!(?:ISO|EN|SS|IEC|SFS|AFS|HSLF|SOSFS|FFS|BBR|ICD|COVID|TV|PM|HTML|UTF|USB)\b)"
_DIARIED: Final = re.compile(r"(?i)\bdiariefört? som (?P<id>\d{4}[/-][A-ZÅÄÖ]{2,5}[ -]?\d{1,5})(?!\w)")
_FORMS: Final = (
    re.compile(
        r"(?<![\w/-])(?:[A-ZÅÄÖ]{2,5}[ -]?(?:19|20)\d\d[-/]\d{3,6}(?:-\d{1,3})?"
        r"|(?:INC|RITM|REQ|CS|SR-?)\d{5,})(?![\w/-])"
    ),
    # A year and a running number, longer than a year's second half or a day of the year.
    re.compile(
        r"(?<![\w/-])(?<!beställning )(?<!order )(?<!offert )(?<!pphandling )(?:19|20)\d\d"
        r"(?:/(?!(?:19|20)\d\d(?!\d))\d{4,6}|-\d{5,6})(?![\w/-])"
    ),
    # The police: station, year; the inspectorate: plan of registration, number, year.
    re.compile(r"(?<![\w/-])[A-ZÅÄÖ]{2,5}/(?:19|20)\d\d-\d{3,6}(?![\w/-])"),
    re.compile(r"(?<![\w/-])(?:\d{4}-)?K\d{3,7}-\d\d(?![\w/-])"),
    re.compile(r"(?<![\w./-])\d{1,2}(?:\.\d{1,2}){1,3}-\d{3,6}/(?:19|20)\d\d(?![\w/-])"),
    re.compile(rf"(?<![\w/-]){_NO_CASE}[A-ZÅÄÖ]{{1,4}}-\d{{4,8}}-\d\d(?![\w/-])"),
)
_FEWEST_DIGITS: Final = 3
_LONG: Final = re.compile(r"\d[-/ .:#]{0,2}\d[-/ .:#]{0,2}\d")


def _is_long(match: re.Match[str]) -> bool:
    number: str = match["id"]
    return sum(c.isdigit() for c in number) >= _FEWEST_DIGITS


_RULES: Final = (
    Rule("case.cue", _CUED, "id", _is_long),
    Rule("case.noun", _NOUN, "id"),
    Rule("case.noun", _FAR, "id"),
    Rule("case.noun", _NUMBERED, "id"),
    Rule("case.noun", _KIND, "id"),
    Rule("case.noun", _DIARIED, "id"),
    Rule("case.noun", _LIES_WITH, "id"),
    Rule("case.court", _COURT, "id"),
    *(Rule("case.form", form) for form in _FORMS),
)


def find(text: str) -> Iterator[Hit]:
    """The case numbers of the text."""
    if _LONG.search(text):
        yield from found_by(_RULES, "ID", text)
