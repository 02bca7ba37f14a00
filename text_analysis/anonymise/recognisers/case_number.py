"""Numbers of cases: the register of a public authority is open, and leads to whoever reported the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by

_CUED: Final = re.compile(
    r"(?i)\b(?:d(?:iarie)?nr|diarienummer|ärende-?(?:nr|nummer|id)|ärendet? (?:nr|nummer)"
    r"|mål(?:nr|nummer| nr)"
    r"|avvikelse-?(?:nr|nummer| nr| nummer)|(?:support|anmälnings|polis)ärende|anmälningsnummer)(?!\w)"
    r"(?:[.:]? (?:är |med |på )?| ?\()"
    r"(?P<id>(?:[A-ZÅÄÖ]{1,5}[ -]?)?\d\d*(?:[-/ ]\d+)*|[A-Z]{2,4}\d{4,})(?!\w)"
)
_NOUNS: Final = (
    r"(?i)\b(?:ärende(?:t)?|avvikelsen?|tillbud(?:et)?|\w*anmälan|\w*rapport(?:en)?|incident(?:en)?"
    r"|case"
    r"|synergi|df[ -]respons|diariefört?) (?:som |med )?"
)
_NOUN: Final = re.compile(
    rf"{_NOUNS}(?P<id>(?!(?:19|20)\d\d[-/](?:19|20)\d\d(?!\d))(?-i:(?:[A-ZÅÄÖ]{{1,5}}[ -]?)?)"
    r"\d\d(?:\d\d)?[-/]\d{3,6}"
    r"(?:-\d+)?)(?![\w/-]| ?(?:kr|kronor)\b)"
)
_NUMBERED: Final = re.compile(
    rf"{_NOUNS}(?:#|nr |nummer |(?=\d{{5}}))(?P<id>\d{{3,8}})(?![\w/-]| ?(?:kr|kronor)\b)"
)
_COURT: Final = re.compile(r"(?:\b|-)[Mm]ål(?:et)? (?P<id>(?:[A-ZÖÄ] ?)?\d{1,5}-\d\d)(?![\w-])")
_REGISTERED: Final = re.compile(
    r"(?<![\w/-])(?:[A-ZÅÄÖ]{2,5}[ -]?(?:19|20)\d\d[-/]\d{3,6}|(?:INC|RITM|REQ|CS|SR-?)\d{5,})(?![\w/-])"
)
_FEWEST_DIGITS: Final = 3


def _is_long(match: re.Match[str]) -> bool:
    number: str = match["id"]
    return sum(c.isdigit() for c in number) >= _FEWEST_DIGITS


_RULES: Final = (
    Rule("case.cue", _CUED, "id", _is_long),
    Rule("case.noun", _NOUN, "id"),
    Rule("case.noun", _NUMBERED, "id"),
    Rule("case.court", _COURT, "id"),
    Rule("case.form", _REGISTERED),
)


def find(text: str) -> Iterator[Hit]:
    """The case numbers of the text."""
    yield from found_by(_RULES, "ID", text)
