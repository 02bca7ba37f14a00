"""Finding the entries of a hand-written lexicon among words.

An entry is up to five words in lower case. ``*`` at an end of a word stands for any continuation there,
``_`` for zero to three words between, ``^`` for the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from text_analysis.language.words import normal_form, split_words

LONGEST_GAP: Final = 3
WORDS_KEPT: Final = 300_000  # enough for any survey; a bound for hostile input
_FEW: Final = 6  # beginnings of words that are sooner tried one by one than looked up by length
_SENTENCE_START: Final = "^"


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry: its pattern, the class it speaks for (theme or stance) and its weight."""

    pattern: str
    category: str
    weight: int


class Hit(NamedTuple):
    """An entry found at words ``[first, last)``."""

    entry: int
    first: int
    last: int


@dataclass(slots=True, eq=False)
class _Node:
    """Where some words of an entry lead: the entries that end here, and where others go on."""

    entries: tuple[int, ...] = ()
    leads: _Leads | None = None  # most nodes are the end of an entry and lead nowhere


@dataclass(slots=True, eq=False)
class _Leads:
    exact: dict[str, _Node] = field(default_factory=dict)
    prefix: dict[str, _Node] = field(default_factory=dict)
    suffix: dict[str, _Node] = field(default_factory=dict)
    inner: dict[str, _Node] = field(default_factory=dict)
    gap: _Node | None = None

    def next(self, word: str) -> list[_Node]:
        """The nodes one word leads to."""
        found = [self.exact[word]] if word in self.exact else []
        if 0 < len(self.prefix) <= _FEW:
            found += [node for part, node in self.prefix.items() if word.startswith(part)]
        elif self.prefix:
            found += [self.prefix[word[:n]] for n in range(1, len(word) + 1) if word[:n] in self.prefix]
        if self.suffix:
            found += [self.suffix[word[n:]] for n in range(len(word)) if word[n:] in self.suffix]
        if self.inner:
            found += [node for part, node in self.inner.items() if part in word]
        return found


_NOTHING: Final[tuple[list[int], list[_Leads]]] = ([], [])  # one for all words that no entry begins with


class Lexicon:
    """Entries arranged for finding all of them in one pass over the words.

    What a first word says is kept, since few words make up most of a text: the entries it is the whole of,
    and the nodes it leads on to.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries: Final = tuple(entries)
        self._root = _Leads()
        self._opening = _Leads()
        self._seen: dict[str, tuple[list[int], list[_Leads]]] = {}
        for number, entry in enumerate(self.entries):
            self._add(number, entry.pattern)

    def _add(self, number: int, pattern: str) -> None:
        node = _Node(leads=self._opening if pattern.startswith(_SENTENCE_START) else self._root)
        for part in pattern.removeprefix(_SENTENCE_START).split():
            for word in _pattern_words(part):
                node = _child(node, word)
        node.entries += (number,)

    def find(self, words: Sequence[str], sentence_starts: Iterable[int] = (0,)) -> list[Hit]:
        """Every entry that occurs, overlapping ones too, in order of first word.

        >>> lexicon = Lexicon([Entry("höj _ ob*", "lon", 3), Entry("ob*", "lon", 2)])
        >>> lexicon.find(["höj", "vårt", "ob:t"])
        [Hit(entry=0, first=0, last=3), Hit(entry=1, first=2, last=3)]
        """
        hits: list[Hit] = []
        starts = set(sentence_starts)
        for first, word in enumerate(words):
            alone, leading = self._seen.get(word) or self._first(word)
            for entry in alone:
                hits.append(Hit(entry, first, first + 1))
            for leads in leading:
                _walk(leads, words, first, first + 1, hits)
            if first in starts:
                for node in self._opening.next(word):
                    _take(node, words, first, first + 1, hits)
        return hits

    def _first(self, word: str) -> tuple[list[int], list[_Leads]]:
        nodes = self._root.next(word)
        found = _NOTHING
        if nodes:
            alone = [entry for node in nodes for entry in node.entries]
            found = alone, [node.leads for node in nodes if node.leads]
        if len(self._seen) < WORDS_KEPT:
            self._seen[word] = found
        return found


@lru_cache(maxsize=50_000)
def _pattern_words(part: str) -> tuple[str, ...]:
    if part in ("_", "*"):
        return ("_",)
    before, after = part.startswith("*"), part.endswith("*")
    bare = part.strip("*")
    words = [normal_form(bare)] if bare.isalpha() else split_words(bare).forms
    if words and before:
        words[0] = "*" + words[0]
    if words and after:
        words[-1] += "*"
    return tuple(words)


def _child(node: _Node, word: str) -> _Node:
    leads = node.leads = node.leads or _Leads()
    if word == "_":
        leads.gap = leads.gap or _Node()
        return leads.gap
    before, after = word.startswith("*"), word.endswith("*")
    kind = (
        leads.inner
        if before and after
        else leads.suffix
        if before
        else leads.prefix
        if after
        else leads.exact
    )
    bare = word.strip("*")
    child = kind.get(bare)
    if child is None:
        child = kind[bare] = _Node()
    return child


def _take(node: _Node, words: Sequence[str], first: int, position: int, hits: list[Hit]) -> None:
    """Add the entries that end before this position, and those that go on."""
    for entry in node.entries:
        hits.append(Hit(entry, first, position))
    if node.leads:
        _walk(node.leads, words, first, position, hits)


def _walk(leads: _Leads, words: Sequence[str], first: int, position: int, hits: list[Hit]) -> None:
    """Add the entries that go on at this position."""
    if position < len(words):
        for following in leads.next(words[position]):
            _take(following, words, first, position + 1, hits)
    if leads.gap and leads.gap.leads:
        for skipped in range(position, min(position + LONGEST_GAP + 1, len(words))):
            for following in leads.gap.leads.next(words[skipped]):
                _take(following, words, first, skipped + 1, hits)
