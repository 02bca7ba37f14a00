"""The words that tell a person from a thing, from data/names/cues.toml, where each list says its use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import Final

from text_analysis.places import DATA

_SPECIAL: Final = frozenset({"noun_ends", "system_nouns", "person_ends", "neither_ends", "system_words"})


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of data/names/cues.toml; those of nouns with `ends`, and `system_nouns`, are endings."""

    verbs: frozenset[str] = field(repr=False)
    human_verbs: frozenset[str] = field(repr=False)
    weak_verbs: frozenset[str] = field(repr=False)
    speech: frozenset[str] = field(repr=False)
    asks: frozenset[str] = field(repr=False)
    misspelt_verbs: frozenset[str] = field(repr=False)
    before: frozenset[str] = field(repr=False)
    thing_before: frozenset[str] = field(repr=False)
    place_before: frozenset[str] = field(repr=False)
    bearers: frozenset[str] = field(repr=False)
    bearers_of_many: frozenset[str] = field(repr=False)
    rooms: frozenset[str] = field(repr=False)
    into_system: frozenset[str] = field(repr=False)
    eponym_nouns: frozenset[str] = field(repr=False)
    english_names: frozenset[str] = field(repr=False)
    english: frozenset[str] = field(repr=False)
    trades: frozenset[str] = field(repr=False)
    no_nouns: frozenset[str] = field(repr=False)
    named_goods: frozenset[str] = field(repr=False)
    units: frozenset[str] = field(repr=False)
    holidays: frozenset[str] = field(repr=False)
    before_holiday: frozenset[str] = field(repr=False)
    not_speaker: frozenset[str] = field(repr=False)
    strong_before: frozenset[str] = field(repr=False)
    to_person: frozenset[str] = field(repr=False)
    on_person: frozenset[str] = field(repr=False)
    before_any: frozenset[str] = field(repr=False)
    after_any: frozenset[str] = field(repr=False)
    imperatives: frozenset[str] = field(repr=False)
    particles: frozenset[str] = field(repr=False)
    possessives: frozenset[str] = field(repr=False)
    counting: frozenset[str] = field(repr=False)
    counted_by: frozenset[str] = field(repr=False)
    names_before_is: frozenset[str] = field(repr=False)
    complements: frozenset[str] = field(repr=False)
    pronouns: frozenset[str] = field(repr=False)
    starters: frozenset[str] = field(repr=False)
    lower_surnames: frozenset[str] = field(repr=False)
    noble: frozenset[str] = field(repr=False)
    particles_of_names: frozenset[str] = field(repr=False)
    acronyms: frozenset[str] = field(repr=False)
    before_letter: frozenset[str] = field(repr=False)
    register_words: frozenset[str] = field(repr=False)
    noun_ends: tuple[str, ...] = field(repr=False)
    system_nouns: tuple[str, ...] = field(repr=False)
    person_ends: tuple[str, ...] = field(repr=False)
    neither_ends: tuple[str, ...] = field(repr=False)
    system_words: re.Pattern[str] = field(repr=False)


def load_cues() -> Cues:
    """The shipped lists."""
    raw = tomllib.loads((DATA / "names" / "cues.toml").read_text(encoding="utf-8"))
    stems = (
        re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")
        for word in raw["system_words"].split()
    )
    sets = {name: frozenset(words.split()) for name, words in raw.items() if name not in _SPECIAL}
    return Cues(
        **sets,
        noun_ends=tuple(raw["noun_ends"].split()),
        system_nouns=tuple(raw["system_nouns"].split()),
        person_ends=tuple(raw["person_ends"].split()),
        neither_ends=tuple(raw["neither_ends"].split()),
        system_words=re.compile(rf"(?i)\b(?:{'|'.join(stems)})(?!\w)"),
    )
