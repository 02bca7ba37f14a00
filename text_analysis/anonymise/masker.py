"""Masking: the recognisers together, one comment after the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from text_analysis.anonymise.decisions import OMITTED
from text_analysis.anonymise.hits import TAGS, Hit, Recogniser, free_of, resolve
from text_analysis.anonymise.lexicon import Lexicon, load_lexicon
from text_analysis.anonymise.lists import MaskLists
from text_analysis.anonymise.normalise import Normalised, normalise
from text_analysis.anonymise.quasi import find_quasi
from text_analysis.anonymise.recognisers import (
    address,
    birth,
    case_number,
    email,
    handle,
    identity,
    initials,
    number_in_context,
    person,
    personnummer,
    phone,
    phone_words,
    plate,
    register_number,
    url,
)
from text_analysis.records import Finding, MaskedText, QuasiFlag

_TAG: Final = re.compile("|".join(map(re.escape, [*TAGS.values(), OMITTED])))
_DIGIT: Final = re.compile(r"\d")
# A masked text is read again until nothing new is found; what a tag uncovers is found in the second round.
_MAX_ROUNDS: Final = 5
_STRONG: Final = 2
_REVIEW_LABELS: Final = 2


@dataclass(frozen=True, slots=True)
class Masker:
    """The recognisers with their lists.

    Attributes
    ----------
    recognisers : those for any text.
    digit_recognisers : those that need a digit.
    in_context : reads what these leave, with their finds as tags.
    """

    recognisers: tuple[Recogniser, ...] = field(repr=False)
    digit_recognisers: tuple[Recogniser, ...] = field(repr=False)
    in_context: Recogniser = field(repr=False)


def load_masker(*, lists: MaskLists | None = None, unit_names: Sequence[str] = ()) -> Masker:
    """The masker with the organisation's lists.

    Parameters
    ----------
    lists : what to mask always, never, and the organisation's systems.
    unit_names : names of units; they are left as they are, also where they look like a person's.
    """
    lexicon = load_lexicon(lists or MaskLists(), unit_names)
    return Masker(
        recognisers=(
            email.find,
            url.find,
            phone_words.find,
            personnummer.find_in_words,
            plate.find_in_words,
            address.find_without_number,
            birth.find,
            handle.finder(lexicon.is_word, lexicon.is_compound),
            identity.finder(_is_known(lexicon), lexicon.starts_like_name),
            person.finder(lexicon),
            initials.finder(lexicon.cues),
        ),
        digit_recognisers=(
            personnummer.find,
            phone.find,
            address.find,
            plate.find,
            case_number.find,
            register_number.find,
        ),
        in_context=number_in_context.find,
    )


def _is_known(lexicon: Lexicon) -> Callable[[str], bool]:
    """Whether a lower-case form is a word or compound, an acronym or a short form of registers."""
    short = lexicon.cues.register_words | lexicon.cues.acronyms
    return lambda form: form in short or lexicon.is_word(form) or lexicon.is_compound(form)


def mask_texts(texts: Sequence[str], masker: Masker) -> list[MaskedText]:
    """The texts with direct identifiers replaced by tags, and what was found in each."""
    return [_mask(text, masker) for text in texts]


def _mask(text: str, masker: Masker) -> MaskedText:
    first = read = normalise(text)
    places: list[tuple[int, int, Hit]] = []
    masked, origin = text, None
    for _ in range(_MAX_ROUNDS):
        hits = _hits(read, masker) or resolve(masker.in_context(read.text))
        if not hits:
            break
        found = [(*read.original(hit.start, hit.end), hit) for hit in hits]
        places = _merged(places, found, origin)
        masked, origin = _replaced(text, places)
        read = normalise(masked)
    findings = tuple(Finding(start, end, hit.type, hit.rule) for start, end, hit in places)
    quasi = _quasi(first, findings)
    reasons = tuple(_reasons(places, quasi))
    return MaskedText(unicodedata.normalize("NFC", masked), findings, quasi, bool(reasons), reasons)


def _hits(read: Normalised, masker: Masker) -> list[Hit]:
    text = read.text
    recognisers: Iterable[Recogniser] = masker.recognisers
    if _DIGIT.search(text):
        recognisers = (*masker.digit_recognisers, *masker.recognisers)
    barriers = [match.span() for match in _TAG.finditer(text)] if "[" in text else []
    hits = (hit for recogniser in recognisers for hit in recogniser(text))
    return resolve(free_of(hits, barriers) if barriers else hits)


_Origin = Sequence[tuple[int, int, int]]


def _merged(
    places: list[tuple[int, int, Hit]], found: list[tuple[int, int, Hit]], origin: _Origin | None
) -> list[tuple[int, int, Hit]]:
    """Earlier and new finds in order, the new ones moved from the masked text to the original."""
    if origin is None:
        return found
    moved = [(start + _shift(start, origin), end + _shift(start, origin), hit) for start, end, hit in found]
    return sorted([*places, *moved], key=lambda place: place[0])


def _shift(place: int, origin: _Origin) -> int:
    return sum(change for tag_end, _, change in origin if tag_end <= place)


def _replaced(text: str, places: list[tuple[int, int, Hit]]) -> tuple[str, _Origin]:
    """The text with tags, and for each tag its end there and how much longer the original was."""
    pieces: list[str] = []
    origin: list[tuple[int, int, int]] = []
    at, length = 0, 0
    for start, end, hit in places:
        tag = TAGS[hit.type]
        pieces += [text[at:start], tag]
        length += start - at + len(tag)
        origin.append((length, end, (end - start) - len(tag)))
        at = end
    pieces.append(text[at:])
    return "".join(pieces), origin


def _quasi(read: Normalised, findings: tuple[Finding, ...]) -> tuple[QuasiFlag, ...]:
    flags = [
        QuasiFlag(*read.original(flag.start, flag.end), flag.label, flag.score)
        for flag in find_quasi(read.text)
    ]
    kept: list[QuasiFlag] = []
    for flag in sorted(flags, key=lambda f: (-f.score, f.start - f.end)):
        if all(
            flag.end <= other.start or other.end <= flag.start or flag.label != other.label for other in kept
        ):
            kept.append(flag)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end)))


def _reasons(places: list[tuple[int, int, Hit]], quasi: tuple[QuasiFlag, ...]) -> Iterable[str]:
    """Why a person should look, in Swedish; nothing of the text."""
    unsure = {hit.type for _, _, hit in places if not hit.sure}
    if "PERSON" in unsure:
        yield "Osäkert namn"
    if unsure - {"PERSON"}:
        yield "Osäkert nummer"
    strong = sorted({flag.label for flag in quasi if flag.score >= _STRONG})
    labels = sorted({flag.label for flag in quasi})
    if strong:
        yield f"Kan peka ut någon: {', '.join(strong)}"
    elif len(labels) >= _REVIEW_LABELS:
        yield f"Flera ledtrådar tillsammans: {', '.join(labels)}"
