"""The second pass: no token of a masked name may stand in anything that leaves the analysis.

Names that are also ordinary words (Björn, Sten, My) would stop topics such as "sten"; they count only with a
capital inside a sentence. Names that are also places or systems (Nora, Stella) are not searched for: a town
in a quote would stop the release, and the masking has already told the two apart in the quote itself.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from text_analysis.anonymise.lexicon import Kind, Lexicon, shipped_lexicon
from text_analysis.anonymise.normalise import normalise
from text_analysis.records import MaskedText

_WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;\n…\"”(\[])[\s\"”'(\[-]*$")
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class NameTokens:
    """The tokens of all masked names as digests, so that no name is spelt out where they are kept.

    Attributes
    ----------
    names : tokens that are no words: found in any case.
    words : tokens that are words too: found only with a capital inside a sentence.
    """

    names: frozenset[str] = field(default=frozenset(), repr=False)
    words: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class Leak:
    """Where a masked name stands in an output: the output's number and the half-open place in it."""

    output: int
    start: int
    end: int


def name_tokens(originals: Sequence[str], masked: Sequence[MaskedText]) -> NameTokens:
    """The tokens of every name masked in the texts."""
    lexicon = shipped_lexicon()
    names, words = set[str](), set[str]()
    for text, result in zip(originals, masked, strict=True):
        for finding in result.findings:
            if finding.type == "PERSON":
                for form in _forms(text[finding.start : finding.end]):
                    _file(form, lexicon, names, words)
    return NameTokens(frozenset(names), frozenset(words))


def leaked_names(outputs: Iterable[str], tokens: NameTokens) -> tuple[Leak, ...]:
    """Every place in the outputs where a token of a masked name stands; empty if there is none.

    Parameters
    ----------
    outputs : topic words, quotes, file names, whatever is to leave the analysis.
    tokens : made by `name_tokens` of the texts behind the outputs.
    """
    return tuple(leak for number, output in enumerate(outputs) for leak in _leaks(number, output, tokens))


def _leaks(number: int, output: str, tokens: NameTokens) -> Iterator[Leak]:
    read = normalise(output)
    for match in _WORD.finditer(read.text):
        digests = {_digest(form) for form in _without_genitive(match.group().casefold())}
        inside = match.group()[0].isupper() and not _SENTENCE_START.search(read.text[: match.start()])
        if digests & tokens.names or (inside and digests & tokens.words):
            yield Leak(number, *read.original(match.start(), match.end()))


def _forms(name: str) -> Iterator[str]:
    for match in _WORD.finditer(normalise(name).text):
        if len(match.group()) >= _SHORTEST:
            yield match.group().casefold()


def _file(form: str, lexicon: Lexicon, names: set[str], words: set[str]) -> None:
    base = form.removesuffix("s") if not lexicon.kind(form) and lexicon.kind(form.removesuffix("s")) else form
    kind = lexicon.kind(base)
    if kind & (Kind.PLACE | Kind.SYSTEM | Kind.SYSTEM_OR_PERSON):
        return
    is_word = kind & (Kind.WORD | Kind.NEVER) or lexicon.is_word(form) or lexicon.is_word(base)
    for variant in {base, form}:
        (words if is_word else names).add(_digest(variant))


def _without_genitive(form: str) -> Iterator[str]:
    yield form
    if form.endswith("s") and len(form) > _SHORTEST:
        yield form[:-1]


def _digest(form: str) -> str:
    return hashlib.blake2b(unicodedata.normalize("NFC", form).encode(), digest_size=8).hexdigest()
