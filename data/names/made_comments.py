"""Comments with names and with things that look like names, made by program from clean comments.

Pronouns and nouns for persons in a clean comment are replaced by or followed by names; nouns for systems and
units are replaced by names of systems, places and houses. What stands around is what people wrote.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

Span = tuple[int, int]
_OPEN, _CLOSE = "\0", "\1"
_NOUN: Final = (
    r"(?:chef|enhetschef|kollega|rektor|samordnare|teamledare|handledare|kurator|skyddsombud|vikarie)"
)
_SUBJECT: Final = re.compile(r"\b(?:[Hh]on|[Hh]an|[Hh]en)\b(?= [a-zåäö])|\b(?:henne|honom)\b")
_POSSESSIVE: Final = re.compile(r"\b(?:[Hh]ennes|hans|[Cc]hefens|kollegans|rektorns)\b(?= [a-zåäö])")
_BEFORE_NAME: Final = re.compile(
    rf"\b(?:[Mm]in|[Vv]år|[Nn]ya|[Ee]n)(?: närmaste| nya| gamla| förra)? \w*{_NOUN}\b(?= [a-zåäö]|[.,])"
)
_DEFINITE: Final = re.compile(
    r"\b(?:[Cc]hefen|[Rr]ektorn|[Ee]nhetschefen|[Kk]ollegan|[Ss]amordnaren|[Vv]ikarien|[Hh]andläggaren|[Ll]äkaren"
    r"|[Ss]köterskan|[Pp]atienten|[Bb]rukaren|[Ee]leven|[Tt]eamledaren|[Pp]olitikern|[Vv]aktmästaren|[Kk]ocken"
    r"|[Kk]uratorn)\b(?= [a-zåäö]|[.,])"
)
_COLLEAGUES: Final = re.compile(r"\b(?:kollegorna|kollegor|arbetskamraterna|cheferna|mina kollegor)\b")
_FIRST_PERSON: Final = re.compile(r"^(?:Vi|Jag)\b(?= [a-zåäö])")
_PLACES: Final = (_SUBJECT, _POSSESSIVE, _BEFORE_NAME, _DEFINITE, _COLLEAGUES, _FIRST_PERSON)
_THING: Final = re.compile(
    r"\b(?:avdelningen|enheten|förskolan|skolan|boendet|kommunen|journalsystemet|systemet|schemaprogrammet|appen)\b"
)
_SIGNED: Final = (
    *(
        "/{}",
        "\n/{}",
        " /{}",
        " //{}",
        " Mvh {}",
        " mvh {}",
        " Hälsningar {}",
        " Hälsningar, {}",
        "\n{}",
        " - {}",
    ),
    *(" Tack {}!", " Tack {} för allt!", " Vh {}", " {}."),
)
_WHERE: Final = (
    *(
        "på facket",
        "i köket",
        "på natten",
        "i trean",
        "på HR",
        "på lönekontoret",
        "från Eritrea",
        "i driften",
    ),
    *(
        "på tvåan",
        "i kiosken",
        "på dagpasset",
        "i receptionen",
        "på vaktmästeriet",
        "från poolen",
        "på lab",
        "på rum 4",
    ),
    *(
        "på korttids",
        "i förrådet",
        "på ekonomi",
        "från Polen",
        "i lokalvården",
        "på förskolan",
        "på avdelning 3",
    ),
    *(
        "med rullatorn",
        "i hemtjänsten",
        "som chef",
        "som vikarie",
        "hos oss",
        "i verkstan",
        "på plan 2",
        "i 4B",
    ),
    *(
        "och de andra",
        "och hans gäng",
        "och hennes grupp",
        "själv",
        "91 år",
        "(vår chef)",
        ", vår samordnare,",
    ),
)
_HOUSE_FRONTS: Final = (
    *("Björk", "Ek", "Sol", "Tall", "Lyck", "Ro", "Ling", "Blåklints", "Lind"),
    *("Kvarn", "Säters", "Anna", "Karins", "Erik", "Norr", "Ängs", "Berg", "Sjö"),
)
_HOUSE_ENDS: Final = (
    *("gården", "backen", "hagen", "hemmet", "huset", "dungen"),
    *("ängen", "lunden", "gläntan", "kullen", "tomta"),
)
_FLOWERS: Final = (
    *("Vallmon", "Tussilagon", "Granen", "Linden", "Blåsippan", "Rosen"),
    *("Asken", "Eken", "Myran", "Solen", "Vinden", "Stjärnan"),
)
# Shares of what is made; what the rules do not know is made most, since only that is learnt from.
_NAME_KINDS: Final = ("known", "unknown", "foreign", "slips", "common", "words")
_NAME_SHARES: Final = (15, 40, 10, 10, 13, 12)
_WHOLE_SHARES: Final = (76, 9, 4, 11)
_THING_SHARES: Final = (35, 25, 15, 10, 15)
_WAY_SHARES: Final = (88, 9, 3)
_SLIP_SHARES: Final = (35, 25, 20, 20)
_SHARE_PLACED: Final = 0.15
_SHARE_BESIDE_NOUN: Final = 0.5
_SHARE_LOWER: Final = 0.12
_SHARE_LOWER_NAME: Final = 0.08
_INITIALS: Final = "ABCDEFGHJKLMNPRST"


@dataclass(frozen=True, slots=True)
class Names:
    """Where names are drawn from: those the rules do not know weigh most.

    Attributes
    ----------
    known, unknown, foreign : listed names, names taken out of the lists, names of other countries' lists.
    words : names that are also words; `common` those of them that many bear.
    last, unknown_last : surnames, those taken out of the lists apart.
    shares : how often a first name of each kind is drawn.
    things : names of places and systems, some taken out of the lists.
    nouns : what units are called after ("Solrosen").
    """

    known: Sequence[str]
    unknown: Sequence[str]
    foreign: Sequence[str]
    words: Sequence[str]
    common: Sequence[str]
    last: Sequence[str]
    things: Sequence[str]
    unknown_last: Sequence[str] = ()
    nouns: Sequence[str] = ()
    shares: tuple[int, ...] = _NAME_SHARES

    def only(self, kind: str) -> Names:
        """The same with first names of one kind only; `slips` are slips of known names."""
        shares = tuple(int(name == kind) for name in _NAME_KINDS)
        return replace(self, shares=shares)

    def first(self, rng: random.Random) -> str:
        """A first name with its capital."""
        slips = (_slip(rng.choice(self.known), rng),)
        pools = (self.known, self.unknown, self.foreign, slips, self.common, self.words)
        (pool,) = rng.choices(pools, self.shares)
        return titled(rng.choice(pool))

    def whole(self, rng: random.Random) -> str:
        """A first name, sometimes with a surname or an initial, or a surname alone."""
        first = self.first(rng)
        last = titled(rng.choice(self.unknown_last)) if self.unknown_last else first
        forms = (first, f"{first} {titled(rng.choice(self.last))}", f"{first} {rng.choice(_INITIALS)}", last)
        return rng.choices(forms, _WHOLE_SHARES)[0]

    def placed(self, rng: random.Random) -> str:
        """A marked name, sometimes with where the person works or who it is."""
        name = _mark(self.whole(rng))
        where = rng.choice(_WHERE)
        return (
            f"{name}{'' if where.startswith(',') else ' '}{where}" if rng.random() < _SHARE_PLACED else name
        )

    def thing(self, rng: random.Random) -> str:
        """A place, system or house; a few bear a person's name."""
        house = rng.choice(_HOUSE_FRONTS) + rng.choice(_HOUSE_ENDS)
        villa = f"Villa {titled(rng.choice(self.known))}"
        noun = titled(rng.choice(self.nouns or _FLOWERS))
        things = (titled(rng.choice(self.things)), house, rng.choice(_FLOWERS), villa, noun)
        return rng.choices(things, _THING_SHARES)[0]


def titled(name: str) -> str:
    """The name with a capital in each part.

    >>> titled("ann-marie")
    'Ann-Marie'
    """
    return "-".join(part[:1].upper() + part[1:] for part in name.split("-"))


def with_names(text: str, names: Names, rng: random.Random) -> tuple[str, list[Span]]:
    """The comment with one or two names put in, and where they stand."""
    found = [(place, match) for place in _PLACES for match in place.finditer(text)]
    rng.shuffle(found)
    name = _mark(names.whole(rng))
    ways = (
        _replaced(text, found[: rng.choice((1, 1, 1, 2))], names, rng),
        text + rng.choice(_SIGNED).format(name),
        name + rng.choice((", ", ": ", ". ", "! ", " - ")) + text,
    )
    marked = rng.choices(ways if found else ways[1:], _WAY_SHARES if found else _WAY_SHARES[1:])[0]
    return _read_marks(marked, rng, lower=_SHARE_LOWER)


def with_things(text: str, names: Names, rng: random.Random) -> str | None:
    """The comment with a noun for a unit or system replaced by such a thing's name; None if it has none."""
    found = list(_THING.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + names.thing(rng) + text[match.end() :]


def with_other_names(
    row: Mapping[str, Any], names: Names, rng: random.Random
) -> tuple[str, list[Span]] | None:
    """A labelled comment with its names exchanged; None if it holds none or other personal data."""
    people = sorted((p for p in row["pii"] if p["type"] == "PERSON"), key=lambda p: int(p["start"]))
    if not people or len(people) < len(row["pii"]):
        return None
    pieces, at = list[str](), 0
    for person in people:
        old: str = person["span"]
        new = names.whole(rng) if " " in old else names.first(rng)
        new = new.lower() if old.islower() else new.upper() if old.isupper() and old[1:] else new
        pieces += [row["text"][at : person["start"]], _mark(new)]
        at = person["end"]
    return _read_marks("".join([*pieces, row["text"][at:]]), rng, lower=_SHARE_LOWER / 2)


def _replaced(
    text: str, found: Iterable[tuple[re.Pattern[str], re.Match[str]]], names: Names, rng: random.Random
) -> str:
    pieces, at = list[str](), 0
    for place, match in sorted(found, key=lambda item: item[1].start()):
        if match.start() >= at:
            pieces += [text[at : match.start()], _put(place, match.group(), names, rng)]
            at = match.end()
    return "".join([*pieces, text[at:]])


def _put(place: re.Pattern[str], old: str, names: Names, rng: random.Random) -> str:
    """What stands where a pronoun or noun stood, the names between marks."""
    if place is _POSSESSIVE:
        name = names.whole(rng)
        return _mark(name if name[-1] in "sxz" else f"{name}s")
    name = names.placed(rng)
    if place is _BEFORE_NAME or (place is _DEFINITE and rng.random() < _SHARE_BESIDE_NOUN):
        return f"{old} {name}"
    if place is _FIRST_PERSON:
        return f"{name} och jag" if rng.random() < _SHARE_BESIDE_NOUN else f"Jag och {name}"
    if place is _COLLEAGUES:
        others = [_mark(names.whole(rng)) for _ in range(rng.choice((1, 1, 2, 3)))]
        return ", ".join(others) + rng.choice((" och ", " o ", " & ", ", ")) + name
    return name


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def _read_marks(marked: str, rng: random.Random, *, lower: float) -> tuple[str, list[Span]]:
    """The text and the places of the names; a share of the texts, or of their names, in lower case."""
    if rng.random() < lower:
        marked = marked.lower()
    elif rng.random() < _SHARE_LOWER_NAME:
        marked = re.sub(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}", lambda match: match.group().lower(), marked)
    return marked.replace(_OPEN, "").replace(_CLOSE, ""), list(_marked_places(marked))


def _marked_places(marked: str) -> Iterator[Span]:
    for number, match in enumerate(re.finditer(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", marked)):
        start = match.start() - 2 * number
        yield start, start + len(match[1])


def _slip(name: str, rng: random.Random) -> str:
    """The name with a letter lost, doubled, wrong, or exchanged with the next."""
    i = rng.randrange(1, len(name))
    slips = (
        name[:i] + name[i + 1 :],
        name[:i] + name[i] + name[i:],
        name[:i] + rng.choice("aeioulnrst") + name[i + 1 :],
        name[:i] + name[i + 1 : i + 2] + name[i] + name[i + 2 :],
    )
    return rng.choices(slips, _SLIP_SHARES)[0]
