"""Our recognisers as Presidio's, beside its own: an AnalyzerEngine that reads Swedish and stays offline.

The masking itself calls the recognisers directly, since importing Presidio costs more than all its time
(docs/decisions/2026-11-22-presidio.md). This engine is the second reader of the tests, and the way in for
an organisation that runs Presidio already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from presidio_analyzer.predefined_recognizers import (
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
    SePersonnummerRecognizer,
)
from spacy.tokens import Doc
from spacy.vocab import Vocab

from text_analysis.anonymise.hits import TAGS, Recogniser
from text_analysis.anonymise.masker import Masker

LANGUAGE: Final = "sv"
_SURE: Final = 0.85
_UNSURE: Final = 0.5


class SwedishRecognizer(EntityRecognizer):
    """One of our recognisers in Presidio's shape; sure finds score 0.85, unsure ones 0.5."""

    def __init__(self, recogniser: Recogniser, number: int) -> None:
        self._recogniser = recogniser
        name = f"{getattr(recogniser, '__module__', 'recogniser').rsplit('.', 1)[-1]}_{number}"
        super().__init__(supported_entities=list(TAGS), supported_language=LANGUAGE, name=name)

    def load(self) -> None:
        """Nothing to load: the masker has read the lists."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The finds of the wanted types in a normalised text."""
        return [
            RecognizerResult(hit.type, hit.start, hit.end, _SURE if hit.sure else _UNSURE)
            for hit in self._recogniser(text)
            if hit.type in entities
        ]


class OfflineEmailRecognizer(EmailRecognizer):
    """Presidio's e-mail recogniser with the list of domain suffixes shipped in tldextract.

    Presidio's own calls `tldextract.extract`, which fetches the list from the network on first use.
    """

    _suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    def validate_result(self, pattern_text: str) -> bool:
        """Whether the address ends in a known domain."""
        return self._suffixes(pattern_text).fqdn != ""


class _NoNlp(NlpEngine):
    """Presidio asks for a language model; none of the recognisers here reads one."""

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        return NlpArtifacts([], Doc(Vocab()), [], [], self, language)

    def process_batch(
        self, texts: Iterable[str], language: str, *_: object, **__: object
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return [LANGUAGE]


def build_analyzer(masker: Masker) -> AnalyzerEngine:
    """An engine with our rules and Presidio's own for e-mail, telephone, IBAN and personnummer.

    The model of numbers in context is not among them: it reads what the rules leave.
    """
    registry = RecognizerRegistry(supported_languages=[LANGUAGE])
    for number, recogniser in enumerate((*masker.digit_recognisers, *masker.recognisers)):
        registry.add_recognizer(SwedishRecognizer(recogniser, number))
    for own in presidio_recognizers():
        registry.add_recognizer(own)
    return AnalyzerEngine(registry=registry, nlp_engine=_NoNlp(), supported_languages=[LANGUAGE])


def presidio_recognizers() -> list[EntityRecognizer]:
    """Presidio's own recognisers that know Swedish forms."""
    return [
        OfflineEmailRecognizer(supported_language=LANGUAGE),
        PhoneRecognizer(supported_language=LANGUAGE, supported_regions=["SE"]),
        IbanRecognizer(supported_language=LANGUAGE),
        SePersonnummerRecognizer(supported_language=LANGUAGE),
    ]
