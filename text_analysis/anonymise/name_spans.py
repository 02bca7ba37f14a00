"""From words that are names to whole names: surnames, initials and particles join what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from text_analysis.anonymise.hits import Hit, Verdict
from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import CERTAIN_SURNAME, Scene
from text_analysis.anonymise.tokens import Token

_INITIALS_BEFORE: Final = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\.? ?|[A-ZÅÄÖ]-[A-ZÅÄÖ]\.? ){1,3}$")
_INITIAL_AFTER: Final = re.compile(
    r" (?:(?:von|af|van|de|al|bin) )?(?:(?![IÅÖ](?!\w))[A-ZÅÄÖ](?:\.(?=[,\s]|$)|s)?(?![\w.:-])"
    r"|[A-ZÅÄÖ]:s(?!\w))"
)
_LIST_GOES_ON: Final = re.compile(r",| och | samt |/| & ")
_WIDEST_INITIALS: Final = 10


def spans(scene: Scene, verdicts: list[Verdict | None]) -> Iterator[Hit]:
    """The whole names of the text."""
    joiner = _Joiner(scene, verdicts)
    i = 0
    while i < len(verdicts):
        verdict, last = verdicts[i], i
        if verdict is not None:
            token = scene.tokens[i]
            rule = f"person.{verdict.rule}"
            if verdict.length:
                yield Hit(token.start, token.start + verdict.length, "PERSON", rule, verdict.sure)
            else:
                last = joiner.last_of(i)
                sure = any(found is not None and found.sure for found in verdicts[i : last + 1])
                yield Hit(joiner.start(i), joiner.end(last), "PERSON", rule, sure)
        i = last + 1


@dataclass(frozen=True, slots=True)
class _Joiner:
    """Finds where the name begins and ends that a word belongs to."""

    scene: Scene
    verdicts: list[Verdict | None]

    def last_of(self, i: int) -> int:
        """The number of the last word that belongs to the name that begins at `i`."""
        tokens, last = self.scene.tokens, i
        while last + 1 < len(tokens):
            gap = self._gap(last)
            if gap == ", " and last == i and self._is_reversed(i):
                return last + 1
            ends = tokens[last].genitive and tokens[last].low.endswith("s") and not self.verdicts[last + 1]
            if gap != " " or ends:
                break
            step = 1 if self.verdicts[last + 1] or self._is_surname(last + 1, last) else self._particles(last)
            if not step:
                break
            last += step
        return last

    def start(self, i: int) -> int:
        """Where the name begins: with the particles, short names and initials before its first sure word."""
        tokens, first = self.scene.tokens, i
        if not tokens[i].capital:
            return tokens[i].start
        while first and self._gap(first - 1) == " " and self._leads(tokens[first - 1], tokens[first]):
            first -= 1
        start = tokens[first].start
        match = _INITIALS_BEFORE.search(self.scene.text, max(0, start - _WIDEST_INITIALS), start)
        return match.start() if match and match.group().strip() not in ("I", "Å", "Ö") else start

    def end(self, last: int) -> int:
        """Where the name ends: with an initial after it ("Karin K")."""
        token = self.scene.tokens[last]
        match = _INITIAL_AFTER.match(self.scene.text, token.end) if token.capital else None
        return match.end() if match else token.end

    def _gap(self, i: int) -> str:
        return self.scene.text[self.scene.tokens[i].end : self.scene.tokens[i + 1].start]

    def _particles(self, last: int) -> int:
        """How many words on the surname ends, if particles ("de la Cruz") and a capital follow; else 0."""
        tokens, n = self.scene.tokens, 1
        while last + n < len(tokens) and tokens[last + n].low in self.scene.lexicon.cues.particles_of_names:
            n += 1
        if n == 1 or last + n >= len(tokens) or not tokens[last].capital:
            return 0
        spaced = all(self._gap(j) == " " for j in range(last, last + n))
        return n if spaced and self._is_surname(last + n, last) else 0

    def _is_surname(self, i: int, before: int) -> bool:
        token, first = self.scene.tokens[i], self.scene.tokens[before]
        cues = self.scene.lexicon.cues
        if not (token.capital or first.capital) and token.low in cues.lower_surnames:
            return bool(first.kind & Kind.FIRST)
        if not (token.capital and first.capital) or token.initial or token.low in cues.starters:
            return False
        if token.kind & Kind.SYSTEM or len(token.text) == 1:
            return False
        if first.text.isupper():
            coined = not self.scene.lexicon.is_word(token.low) and not token.kind & Kind.PLACE
            return bool(token.kind & Kind.LAST) or coined
        return not token.text.isupper()

    def _is_reversed(self, i: int) -> bool:
        """Whether a surname, a comma and a first name that ends the list stand here: "Hedlund, Conny"."""
        surname, first = self.scene.tokens[i], self.scene.tokens[i + 1]
        if surname.kind & Kind.FIRST or not self.verdicts[i + 1]:
            return False
        ends = not _LIST_GOES_ON.match(self.scene.text, first.end)
        return ends and bool(first.kind & Kind.FIRST) and not first.kind & Kind.LAST

    def _leads(self, token: Token, after: Token) -> bool:
        cues = self.scene.lexicon.cues
        if after.low in cues.noble and not after.capital and token.capital and not token.initial:
            return True
        if token.low in cues.noble or (token.capital and token.low in cues.particles_of_names):
            return True
        named = token.capital and token.text.istitle() and token.kind & (Kind.NAME | Kind.OTHER)
        if named and token.initial and token.kind & Kind.FIRST and CERTAIN_SURNAME.match(after.low):
            return True
        return bool(named) and not (token.initial and self.scene.lexicon.is_word(token.low))
