"""Names of persons: which words are names, told from lists, form and the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Verdict
from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.name_rules import judge
from text_analysis.anonymise.name_signed import nicknames, signatures, told
from text_analysis.anonymise.name_spans import spans
from text_analysis.anonymise.scene import Scene
from text_analysis.anonymise.tagger import judge_by_context, may_be_judged
from text_analysis.anonymise.tokens import Case, Token, tokenise

_NICKNAMED: Final = re.compile(r" (?:kallas|kallar vi|kallade vi) (?:han|hon|hen|honom|henne|mig|jag)\b")


def finder(lexicon: Lexicon) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of names."""

    def find(text: str) -> Iterator[Hit]:
        scene, verdicts, left = _by_rules(text, lexicon)
        named = list(verdicts)
        for i in left:
            named[i] = judge_by_context(scene, i, verdicts)
        yield from spans(scene, named)

    return find


def left_by_rules(text: str, lexicon: Lexicon) -> Iterator[tuple[Scene, int, list[Verdict | None]]]:
    """The words of a normalised text that the model of names in context may judge, with the verdicts."""
    scene, verdicts, left = _by_rules(text, lexicon)
    for i in left:
        if may_be_judged(scene, i):
            yield scene, i, verdicts


def named_by_rules(text: str, lexicon: Lexicon) -> Iterator[Verdict]:
    """What the rules alone say of the words of a normalised text that they call names."""
    _, verdicts, _ = _by_rules(text, lexicon)
    return (verdict for verdict in verdicts if verdict)


def _by_rules(text: str, lexicon: Lexicon) -> tuple[Scene, list[Verdict | None], list[int]]:
    """The text's words, what the rules say of each, and the numbers of those that could still be names."""
    tokens, case = tokenise(text, lexicon)
    scene = Scene(text, tokens, case, lexicon)
    silent = list(_silent_spans(text, tokens, lexicon))
    possible = [
        i
        for i, token in enumerate(tokens)
        if _may_be_name(token, lexicon) and not (silent and _silenced(token, silent))
    ]
    verdicts: list[Verdict | None] = [None] * len(tokens)
    for i in possible:
        verdicts[i] = judge(scene, i)
    for i, verdict in (*told(scene), *nicknames(scene), *signatures(scene)):
        verdicts[i] = verdicts[i] or (None if _silenced(tokens[i], silent) else verdict)
    verdicts = _again(tokens, verdicts, case)
    standing = (i for i, token in enumerate(tokens) if _stands_out(token) and not _silenced(token, silent))
    return scene, verdicts, [i for i in sorted({*possible, *standing}) if verdicts[i] is None]


def _silent_spans(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where set expressions stand that hold a name and mean no one ("Astrid Lindgrens barnsjukhus")."""
    for i, token in enumerate(tokens):
        genitive = () if token.kind else lexicon.never.get(token.low.removesuffix("s"), ())
        for expression in lexicon.never.get(token.low, ()) or genitive:
            end = token.start + len(expression)
            if text[token.start : end].lower() != expression or _means_person(text, end, tokens[:i], lexicon):
                continue
            after = text[end : end + 2].lower()
            if not after[:1].isalpha() or (after[:1] == "s" and not after[1:].isalpha()):
                yield token.start, end


def _means_person(text: str, end: int, before: list[Token], lexicon: Lexicon) -> bool:
    """Whether someone is asked or rung, or called so: "frågade Stig-Helmer", "Åsa-Nisse kallas han"."""
    asked = before and before[-1].low in lexicon.cues.asks
    return bool(asked or _NICKNAMED.match(text, end))


def _may_be_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether the rules need to look at the word: most are plain words of the vocabulary."""
    if token.kind:
        return bool(token.kind & (Kind.NAME | Kind.OTHER | Kind.ALWAYS))
    return token.low not in lexicon.words


def _stands_out(token: Token) -> bool:
    """Whether an ordinary word has a capital inside a sentence: its surroundings may tell a name."""
    return token.capital and not token.initial and not token.kind


def _silenced(token: Token, silent: list[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in silent)


def _again(tokens: list[Token], verdicts: list[Verdict | None], case: Case) -> list[Verdict | None]:
    """Judges a capitalised word inside a sentence as a name if the same word is a sure name elsewhere."""
    pairs = list(zip(tokens, verdicts, strict=True))
    sure = {token.base for token, verdict in pairs if verdict and verdict.sure and not verdict.length}
    if not sure or case is not Case.NORMAL:
        return verdicts
    return [
        verdict
        or (Verdict("again", True) if token.capital and token.base in sure and not token.initial else None)
        for token, verdict in pairs
    ]
