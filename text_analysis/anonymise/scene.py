"""What stands around a word: the questions the name rules ask of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.tokens import Case, Token

_NEAR: Final = frozenset({" ", ", ", "  ", ". ", ": ", " (", "/", " /", " //", "\n", " - "})
_AND: Final = frozenset({"och", "o", "&", "eller", "and", "samt"})
SHORT: Final = 3
SURNAME: Final = re.compile(
    r".{2,}(?:sson|sdotter|qvist|kvist|quist|gren|ström|lund|stedt|dahl|berg|blom|löf|roth|sjö|strand|vall|wall|mark"
    r"|crantz|nder|vić|vic|ević|owski|ewski|owska|ewska|inski|iński|wicz|czyk|[iuäöy]nen|(?<!pl)anen|(?<!i)onen|pour"
    r"|zadeh|zade|oğlu|oglu|yan|dze|shvili|enko|chuk|escu|ullah|poulos|idis|akis|zai|nejad|manesh|khani|dottir|dóttir)s?$"
)
# Verbs that things may have as subject: not enough for an unknown word first in a sentence.
_WEAK: Final = frozenset(
    "är var blir blev har hade kommer kom går gick får fick kan kunde ska skulle vill ville borde behöver tar tog ger gav"  # noqa: SIM905
    " gör gjorde står stod sitter satt ligger stannar stannade finns hinner saknas fattas börjar började visar visade"
    " hjälper hjälpte skickar skickade håller slutade fixar fixade springer delar hämtar skapar planerar kräver testade"
    " åker kör körde is was has had".split()
)
_SYSTEM_BEFORE: Final = frozenset(
    {"i", "från", "via", "in", "systemet", "modulen", "programmet", "appen", "verktyget"}
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, its words and the lists."""

    text: str
    tokens: list[Token]
    case: Case
    lexicon: Lexicon

    def near(self, i: int, step: int) -> Token | None:
        """The word one `step` before or after, if little lies between."""
        j = i + step
        if not 0 <= j < len(self.tokens):
            return None
        left, right = (self.tokens[j], self.tokens[i]) if step < 0 else (self.tokens[i], self.tokens[j])
        return self.tokens[j] if self.text[left.end : right.start] in _NEAR else None

    def across(self, i: int, step: int) -> Token | None:
        """The word before or after, also on the other side of an "och"."""
        token = self.near(i, step)
        return self.near(i + step, step) if token and token.low in _AND else token

    def next(self, i: int) -> str:
        """The next word in lower case, if a single space lies between; else empty."""
        token = self.near(i, 1)
        return token.low if token and self.text[self.tokens[i].end : token.start] == " " else ""

    def previous(self, i: int) -> str:
        """The word before in lower case; empty if more than a comma lies between."""
        token = self.near(i, -1)
        return token.low if token else ""

    def acts(self, i: int) -> bool:
        """Whether the next word is what only persons do."""
        following = self.next(i)
        return following in self.lexicon.cues.human_verbs and following not in _WEAK

    def person_noun_before(self, i: int) -> bool:
        """Whether the word before is a noun for persons ("chefen", "…läkaren")."""
        before = self.previous(i)
        return len(before) > SHORT and before.endswith(self.lexicon.cues.noun_ends)

    def cued(self, i: int) -> bool:
        """Whether the word before announces a name ("tack", "heter", "chefen")."""
        return self.previous(i) in self.lexicon.cues.before or self.person_noun_before(i)

    def name_beside(self, i: int) -> bool:
        """Whether a likely name follows or stands before, also across "och"."""
        return any(
            token is not None
            and token.capital
            and likely_name(token)
            and not (token.initial and token.kind & Kind.WORD)
            for token in (self.across(i, 1), self.across(i, -1))
        )

    def after_thing(self, i: int) -> bool:
        """Whether the word before names a place, company or system of which this is the second part."""
        token = self.near(i, -1)
        return (
            token is not None
            and token.capital
            and bool(token.kind & (Kind.PLACE | Kind.SYSTEM))
            and not token.kind & Kind.NAME
        )

    def system_near(self, i: int) -> bool:
        """Whether the sentence around the word speaks of systems."""
        token = self.tokens[i]
        left = max(self.text.rfind(mark, 0, token.start) for mark in ".!?\n") + 1
        ends = [place for mark in ".!?\n" if (place := self.text.find(mark, token.end)) >= 0]
        sentence = self.text[left : min(ends, default=len(self.text))]
        return self.lexicon.cues.system_words.search(sentence) is not None

    def is_system(self, i: int) -> bool:
        """Whether a word that names both a system and persons stands for the system here."""
        if self.next(i) in self.lexicon.cues.speech or self.person_noun_before(i):
            return False
        if self.previous(i) in _SYSTEM_BEFORE:
            return True
        beside = any(
            token is not None and token.kind & (Kind.SYSTEM | Kind.SYSTEM_OR_PERSON)
            for token in (self.across(i, 1), self.across(i, -1))
        )
        return self.system_near(i) and (beside or not self.acts(i))


def likely_name(token: Token) -> bool:
    """Whether a capitalised word is a name by list or by a surname's ending."""
    if token.kind & Kind.NAME and not token.kind & (Kind.NEVER | Kind.SYSTEM):
        return not token.kind & Kind.PLACE
    return not token.kind and SURNAME.match(token.low) is not None
