"""Names of persons: which words are names, told from lists, form and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from text_analysis.anonymise.hits import Hit, Verdict
from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.name_rules import judge
from text_analysis.anonymise.name_spans import spans
from text_analysis.anonymise.scene import Scene
from text_analysis.anonymise.tokens import Case, Token, tokenise


def finder(lexicon: Lexicon) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of names."""

    def find(text: str) -> Iterator[Hit]:
        tokens, case = tokenise(text, lexicon)
        if not tokens:
            return
        scene = Scene(text, tokens, case, lexicon)
        silent = list(_silent_spans(text, tokens, lexicon))
        verdicts = [
            judge(scene, i) if _may_be_name(token, lexicon) and not _silenced(token, silent) else None
            for i, token in enumerate(tokens)
        ]
        yield from spans(scene, _again(tokens, verdicts, case))

    return find


def _silent_spans(text: str, tokens: list[Token], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where set expressions stand that hold a name and mean no one ("Astrid Lindgrens barnsjukhus")."""
    for token in tokens:
        for expression in lexicon.never.get(token.low, ()) or lexicon.never.get(
            token.low.removesuffix("s"), ()
        ):
            end = token.start + len(expression)
            after = text[end : end + 2].lower()
            whole = not after[:1].isalpha() or (after[:1] == "s" and not after[1:].isalpha())
            if whole and text[token.start : end].lower() == expression:
                yield token.start, end


def _may_be_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether the rules need to look at the word: most are plain words of the vocabulary."""
    if token.kind:
        return bool(token.kind & (Kind.NAME | Kind.OTHER | Kind.ALWAYS))
    return token.low not in lexicon.words


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
