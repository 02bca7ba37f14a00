"""From words that are names to whole names: surnames, initials and particles join what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit
from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.name_rules import Verdict
from text_analysis.anonymise.tokens import Token

_PARTICLE: Final = frozenset("von af de la del den der van bin ibn al el da dos di du le ben abu".split())
_LEADING: Final = frozenset({"von", "af", "van", "de", "al", "el", "bin"})
_INITIALS_BEFORE: Final = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\.? ?|[A-ZÅÄÖ]-[A-ZÅÄÖ]\.? ){1,3}$")
_INITIAL_AFTER: Final = re.compile(r" [A-ZÅÄÖ](?:\.(?=[,\s]|$)|s)?(?![\w.-])")
_NOT_INITIAL: Final = re.compile(r" [IÅÖ](?!\w)")
_REVERSED: Final = ", "
# Words that often begin a sentence after a forgotten full stop: never a surname.
_STARTERS: Final = frozenset(
    "vi jag du hon han den det de dom man ni och men så nu när om som att en ett vad vem var hur inte ingen alla allt tack hej mvh bra"
    " vår min mitt mina er era här där sen sedan efter även också bara ja nej för på i av med till från".split()
)


def spans(text: str, tokens: list[Token], verdicts: list[Verdict | None], lexicon: Lexicon) -> Iterator[Hit]:
    """The whole names of the text."""
    i = 0
    while i < len(tokens):
        verdict = verdicts[i]
        if verdict is None:
            i += 1
            continue
        if verdict.length:
            yield Hit(
                tokens[i].start,
                tokens[i].start + verdict.length,
                "PERSON",
                f"person.{verdict.rule}",
                verdict.sure,
            )
            i += 1
            continue
        last = _last_of(text, tokens, verdicts, i, lexicon)
        sure = any(found is not None and found.sure for found in verdicts[i : last + 1])
        start, end = _start(text, tokens, i), _end(text, tokens[last])
        yield Hit(start, end, "PERSON", f"person.{verdict.rule}", sure)
        i = last + 1


def _last_of(text: str, tokens: list[Token], verdicts: list[Verdict | None], i: int, lexicon: Lexicon) -> int:
    """The number of the last word that belongs to the name that begins at `i`."""
    last = i
    while last + 1 < len(tokens):
        gap = text[tokens[last].end : tokens[last + 1].start]
        following = tokens[last + 1]
        reversed_name = gap == _REVERSED and last == i and _is_surname_first(tokens, verdicts, i, text)
        if reversed_name:
            return last + 1
        if gap != " " or tokens[last].low.endswith("s") and tokens[last].genitive and not verdicts[last + 1]:
            break
        if verdicts[last + 1] is not None or _is_surname(following, tokens[last], lexicon):
            last += 1
        elif skip := _particles(text, tokens, last, lexicon):
            last += skip
        else:
            break
    return last


def _particles(text: str, tokens: list[Token], last: int, lexicon: Lexicon) -> int:
    """How many words on the surname ends, if particles ("de la Cruz") and a capital follow; else 0."""
    n = 1
    while last + n < len(tokens) and tokens[last + n].low in _PARTICLE and tokens[last].capital:
        n += 1
    if n == 1 or last + n >= len(tokens):
        return 0
    plain = text[tokens[last].end : tokens[last + n].start].replace(" ", "").isalpha()
    return (
        n
        if plain and tokens[last + n].capital and _is_surname(tokens[last + n], tokens[last], lexicon)
        else 0
    )


def _is_surname(token: Token, before: Token, lexicon: Lexicon) -> bool:
    if not token.capital or not before.capital or token.initial or token.low in _STARTERS:
        return False
    if token.kind & Kind.SYSTEM or len(token.text) < 2:  # noqa: PLR2004 - one letter is an initial
        return False
    if token.text.isupper() and not before.text.isupper():
        return False
    if before.text.isupper():
        return bool(token.kind & Kind.LAST) or token.low not in lexicon.words and not token.kind & Kind.PLACE
    return True


def _is_surname_first(tokens: list[Token], verdicts: list[Verdict | None], i: int, text: str) -> bool:
    """ "Hedlund, Conny": a surname that is no first name, a comma, and a first name that ends the list."""
    surname, first = tokens[i], tokens[i + 1]
    if (
        surname.kind & Kind.FIRST
        or not verdicts[i + 1]
        or not first.kind & Kind.FIRST
        or first.kind & Kind.LAST
    ):
        return False
    return not re.match(r",| och | samt |/| & ", text[first.end :])


def _start(text: str, tokens: list[Token], i: int) -> int:
    """Where the name begins: with the particles, short names and initials before its first sure word."""
    if not tokens[i].capital:
        return tokens[i].start
    first = i
    while first and text[tokens[first - 1].end : tokens[first].start] == " " and _leads(tokens[first - 1]):
        first -= 1
    start = tokens[first].start
    match = _INITIALS_BEFORE.search(text, max(0, start - 10), start)
    return match.start() if match and match.group().strip() not in ("I", "Å", "Ö") else start


def _leads(token: Token) -> bool:
    if token.low in _LEADING:
        return True
    return (
        token.capital
        and not token.initial
        and token.text.istitle()
        and bool(token.kind & (Kind.NAME | Kind.OTHER))
    )


def _end(text: str, token: Token) -> int:
    match = _INITIAL_AFTER.match(text, token.end)
    if match and token.capital and not _NOT_INITIAL.match(text, token.end):
        return match.end()
    return token.end
