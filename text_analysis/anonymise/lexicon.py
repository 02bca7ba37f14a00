"""The word lists of data/names, read once: names, words, places, systems and cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from text_analysis.anonymise.cues import Cues, load_cues
from text_analysis.anonymise.lists import MaskLists
from text_analysis.places import DATA

FOLDER: Final = DATA / "names"
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_VOCABULARIES: Final = ("vocabulary.txt", "vocabulary_own.txt")
_INFLECTIONS: Final = (
    *("s", "n", "t", "r", "a", "e", "en", "et", "ar", "er", "or", "na", "ns", "ts", "de", "at", "as", "ad"),
    *("ens", "ets", "ade", "ats", "arna", "erna", "orna", "ande", "igt", "iga", "are", "aren", "arnas"),
)
_SHORT: Final = 3
_LONG: Final = 5
_LONGER: Final = 7


class Kind:
    """What a lower-case word form can be, as bits of an int; a form may be several things.

    Plain ints: `enum.IntFlag` takes a fifth of the masking's time.
    """

    NONE: Final = 0
    FIRST: Final = 1
    LAST: Final = 2
    OTHER: Final = 4  # in the lists of other countries only: a name when it has a capital
    THING: Final = 8
    FUNCTION: Final = 16
    NEVER: Final = 32
    PLACE: Final = 64
    SYSTEM: Final = 128
    SYSTEM_OR_PERSON: Final = 256
    SWEDISH: Final = 512  # in the Swedish lists: safe in lower case even when short
    ALWAYS: Final = 1024  # the organisation's own list of what to mask
    CAPITAL: Final = (
        2048  # also a word, but one that hardly begins a sentence: a name with a capital anywhere
    )
    UNIT: Final = 4096  # one of the organisation's units that bears a person's name
    NAME: Final = FIRST | LAST
    WORD: Final = THING | FUNCTION


_SECTIONS: Final = {
    "first": Kind.FIRST,
    "last": Kind.LAST,
    "capital": Kind.FIRST | Kind.CAPITAL,
    "capital-last": Kind.LAST | Kind.CAPITAL,
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lists.

    Attributes
    ----------
    kinds : what a lower-case form can be, bits of `Kind`.
    words : the ordinary words.
    dictionary : words of a dictionary that are spelt much like names.
    cues : words that tell a person from a thing.
    never : expressions that hold a name and mean no one, in lower case, by their first word.
    name_starts : first three letters of Swedish first names.
    name_deletes : first names whole and with one letter left out, to find misspelt ones.
    """

    kinds: dict[str, int] = field(repr=False)
    words: frozenset[str] = field(repr=False)
    dictionary: frozenset[str] = field(repr=False)
    cues: Cues = field(repr=False)
    never: dict[str, tuple[str, ...]] = field(repr=False)
    name_starts: frozenset[str] = field(repr=False)
    name_deletes: frozenset[str] = field(repr=False)

    def kind(self, form: str) -> int:
        """What this lower-case form is, without regard to genitive."""
        return self.kinds.get(form, Kind.NONE)

    def is_misspelt_name(self, form: str) -> bool:
        """Whether this lower-case form is one slip from a listed first name of some length."""
        return len(form) >= _LONG and not self.name_deletes.isdisjoint({form, *deletes(form)})

    def is_word(self, form: str) -> bool:
        """Whether this lower-case form is an ordinary word."""
        return form in self.words

    def is_compound(self, form: str) -> bool:
        """Whether this lower-case form can be split in two ordinary words ("städschemat")."""
        cuts = range(_SHORT, len(form) - _SHORT)
        return any(form[:cut].removesuffix("s") in self.words and form[cut:] in self.words for cut in cuts)

    def is_inflected(self, form: str) -> bool:
        """Whether this lower-case form is a word or compound with an ending ("skiftpassens", "sandar")."""
        stems = (form.removesuffix(ending) for ending in _INFLECTIONS if form.endswith(ending))
        return any(
            len(stem) >= _SHORT and (stem in self.words or f"{stem}a" in self.words or self.is_compound(stem))
            for stem in stems
        )

    def is_swapped_word(self, form: str) -> bool:
        """Whether this lower-case form is an ordinary word with two letters swapped ("itne")."""
        pairs = range(len(form) - 1)
        return any(form[:i] + form[i + 1] + form[i] + form[i + 2 :] in self.words for i in pairs)

    def starts_like_name(self, form: str) -> bool:
        """Whether the first three letters begin a Swedish first name, as user names do."""
        return form[:_SHORT] in self.name_starts


def load_lexicon(lists: MaskLists, unit_names: Sequence[str]) -> Lexicon:
    """The shipped lists with the organisation's own names, systems and units laid over them."""
    shipped = shipped_lexicon()
    kinds = dict(shipped.kinds)
    for name in lists.systems:
        for part in name.lower().split():
            kinds[part] = kinds.get(part, Kind.NONE) | (
                Kind.SYSTEM_OR_PERSON if kinds.get(part, Kind.NONE) & Kind.NAME else Kind.SYSTEM
            )
    for name in lists.always:
        for part in name.lower().split():
            kinds[part] = Kind.FIRST | Kind.SWEDISH | Kind.ALWAYS
    named = [
        name for name in unit_names if kinds.get(name.strip().lower(), Kind.NONE) & (Kind.NAME | Kind.OTHER)
    ]
    for name in named:
        kinds[name.strip().lower()] |= Kind.UNIT
    expressions = [*_expressions(), *lists.never, *(name for name in unit_names if name not in named)]
    return Lexicon(
        kinds,
        shipped.words,
        shipped.dictionary,
        shipped.cues,
        _by_first_word(expressions),
        shipped.name_starts,
        shipped.name_deletes,
    )


@cache
def shipped_lexicon() -> Lexicon:
    """The lists as shipped, read once."""
    words = frozenset(word for file in _VOCABULARIES for line in _lines(file) for word in line.split())
    kinds = _read_kinds(words)
    safe = [form for form, kind in kinds.items() if kind & Kind.FIRST and kind & Kind.SWEDISH]
    starts = frozenset(form[:_SHORT] for form in safe if len(form) >= _SHORT)
    dictionary = frozenset(_lines("dictionary.txt"))
    return Lexicon(kinds, words, dictionary, load_cues(), _by_first_word(()), starts, delete_index(kinds))


def delete_index(kinds: Mapping[str, int]) -> frozenset[str]:
    """The first names of some length whole and with one letter left out."""
    return frozenset(piece for form in _worth_slips(kinds) for piece in {form, *deletes(form)})


def _worth_slips(kinds: Mapping[str, int]) -> Iterator[str]:
    """The first names long enough that a word one slip away is more likely the name than another word."""
    for form, kind in kinds.items():
        longest = _LONG if kind & Kind.SWEDISH else _LONGER
        if kind & Kind.FIRST and not kind & (Kind.WORD | Kind.PLACE) and len(form) >= longest:
            yield form


def _read_kinds(words: frozenset[str]) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for section, names in sections("faker_other.txt"):
        if section in ("first", "last"):
            _add(kinds, (name for name in names if name.lower() not in words), Kind.OTHER)
    for file, extra in (("tail.txt", Kind.NONE), ("faker_sv.txt", Kind.SWEDISH)):
        for section, names in sections(file):
            _add(kinds, names, extra | _SECTIONS[section])
    _mark_words(kinds, words)
    for file in ("places.txt", "things.txt"):
        for _, names in sections(file):
            _add(kinds, names, Kind.PLACE)
    for section, names in sections("systems.txt"):
        _add(kinds, names, Kind.SYSTEM if section == "alltid" else Kind.SYSTEM_OR_PERSON)
    return kinds


def deletes(form: str) -> set[str]:
    """The form with each letter but the first left out: two forms that share one are a slip apart.

    >>> sorted(deletes("ulla"))
    ['ula', 'ull']
    """
    return {form[:i] + form[i + 1 :] for i in range(1, len(form))}


def _mark_words(kinds: dict[str, int], words: frozenset[str]) -> None:
    """Marks the names that are also words: the reviewed ones by their rule, the rest as things."""
    rules = {
        "thing": Kind.THING,
        "function": Kind.FUNCTION,
        "never": Kind.NEVER,
        "capital": Kind.CAPITAL,
        "name": Kind.NONE,
    }
    reviewed = set[str]()
    for line in _lines("word_names.txt"):
        rule, _, names = line.partition(": ")
        reviewed |= set(names.lower().split())
        for form in reviewed & kinds.keys() & set(names.lower().split()):
            kinds[form] |= rules[rule]
    for form in kinds.keys() & words:
        if form not in reviewed:
            kinds[form] |= Kind.THING


def _add(kinds: dict[str, int], names: Iterable[str], kind: int) -> None:
    for name in names:
        form = name.lower()
        kinds[form] = kinds.get(form, Kind.NONE) | kind


def _expressions() -> list[str]:
    return list(_lines("expressions.txt"))


def _by_first_word(expressions: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The expressions in lower case, longest first, by their first word."""
    index: dict[str, list[str]] = {}
    for expression in sorted(
        {text.strip().lower() for text in expressions}, key=lambda text: (-len(text), text)
    ):
        word = _FIRST_WORD.match(expression)
        if word:
            index.setdefault(word.group(), []).append(expression)
    return {word: tuple(found) for word, found in index.items()}


def sections(file: str) -> Iterator[tuple[str, list[str]]]:
    """The label's first word and the names of each section of a list file."""
    label, names = "", list[str]()
    for line in _lines(file):
        if line.startswith("["):
            if names:
                yield label, names
            label, names = line[1:-1].split()[0].rstrip(","), []
        else:
            names += line.split()
    yield label, names


def _lines(file: str) -> Iterator[str]:
    for line in Path(FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line
