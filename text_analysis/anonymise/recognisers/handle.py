"""Names on sites and forums that carry no mark of a handle: "på Flashback heter jag nattuggla"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit

_SITES: Final = (
    *("snapchat", "snap", "instagram", "insta", "tiktok", "discord", "twitter", "facebook", "fb", "linkedin"),
    *("threads", "youtube", "twitch", "reddit", "flashback", "telegram", "skype", "familjeliv", "spotify"),
    *("strava", "vinted", "onlyfans", "tinder", "bluesky", "mastodon", "pinterest", "roblox", "steam"),
    *("xbox", "psn", "gamertag", "wordpress", "forumet", "nätet", "bloggen"),
)
_SITE: Final = rf"(?:{'|'.join(_SITES)})"
_KIND: Final = r"(?:-? ?(?:konto(?:t|n)?|kanal(?:en)?|profil(?:en)?|sida(?:n)?|namn(?:et)?|alias(?:et)?))?"
_NICK: Final = r"(?:alias(?:et)?|nick(?:et|name)?|forumnamn(?:et)?|pseudonym(?:en)?)"
_ALIAS: Final = r"[\"'”»]?(?P<alias>[^\W\d_][\w.#-]{2,28}\w)[\"'”«]?(?!\w)"
# The writer says the name: any word will do, but for those that say nothing ("heter något annat").
_NAMED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)\bp[åa] {_SITE}{_KIND} (?:heter|kallas|är|kallar) (?:jag|hon|han|de|hen|chefen)(?: mig"
        rf"| sig)? {_ALIAS}",
        rf"(?i)\b(?:heter|kallar(?: mig| sig)?|finns som|syns som) {_ALIAS} p[åa] {_SITE}(?!\w)",
        rf"(?i)\b{_SITE}{_KIND} under (?:namnet|signaturen) {_ALIAS}",
        rf"(?i)\b(?:flashback|familjeliv|reddit|forumet) (?:som|under) {_ALIAS}(?=[.,!)]|$| och | där | i "
        rf"| fast | men "
        rf"| för )",
        rf"(?i:\b{_NICK}) (?=[A-ZÅÄÖ]){_ALIAS}",
        rf"(?i)\b(?:bloggar|twittrar|poddar|instagrammar) (?:som|under) {_ALIAS}",
        rf"(?i)\bp[åa] (?:forumet|nätet|{_SITE}) (?:går|skriver) (?:jag|hon|han) under {_ALIAS}",
        rf"(?i)\b(?:(?:under|bakom|med) {_NICK}(?: som)?|{_NICK}(?: är| heter|:)) {_ALIAS}",
    )
)
# A name that something points to: any that is no word of its own.
_POINTED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)\b{_SITE}{_KIND}(?:: ?| \(|, ){_ALIAS}",
        rf"(?i)\b(?:min|mitt|hennes|hans|vårt|chefens) {_SITE}{_KIND} (?:är|heter) {_ALIAS}",
        rf"(?i)\bp[åa] {_SITE}{_KIND} som {_ALIAS}",
        rf"(?i)\bp[åa] {_SITE} skriver (?:jag|hon|han) som {_ALIAS}",
        r"(?i)(?<![\w@./])(?P<alias>[a-zåäö]{4,}\d{1,4})(?![\w.]\w|\w)",
    )
)
# A name beside the site's: only one that is no word, or that joins words as handles do.
_BESIDE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)\b{_SITE}{_KIND}(?::| heter| är)? {_ALIAS}",
        rf"(?i)\b{_NICK} {_ALIAS}",
        rf"(?i)(?<![\w@./]){_ALIAS} (?:p[åa]|via|i) {_SITE}(?!\w)",
        rf"(?i)\bskriver (?:jag |hon |han )?(?:på \w+ )?(?:som|under(?: namnet| signaturen)?) {_ALIAS}",
    )
)
_QUOTED: Final = (
    re.compile(r"(?i)\b(?:signaturen?|alias(?:et)?|nicket|namnet) [\"'”»](?P<alias>[^\"'”«\n]{3,30})[\"'”«]"),
)
_FORMS: Final = (
    re.compile(r"(?<![\w/])/?(?P<alias>u/[\w-]{3,})"),
    re.compile(r"(?i)\b(?P<alias>live:[\w.]{3,})"),
    re.compile(r"(?<![\w.@])(?P<alias>[a-zåäö]{3,}#\d{4})(?!\w)"),
)
# One of these stands wherever a pattern matches: much quicker to look for.
_HINTS: Final = (
    *_SITES,
    *("forum", "blogg", "podda", "alias", "nick", "pseudonym", "signatur", "tråden", "u/", "live:", "#"),
)
_ABOUT: Final = re.compile(rf"(?i)\b{_SITE}|\bnick|\bforum|tråden\b|\bblogg")
_NO_ALIAS: Final = frozenset(
    {"något", "annat", "samma", "inte", "bara", "likadant", "precis", "också", "fortfarande", "någonting"}
    | {"helt", "egentligen", "numera", "alltid", "aldrig", "under", "och", "eller", "som", "med", "men"}
    | {"för", "att", "har", "den", "det", "vår", "min"}
)
_NUMBERED: Final = re.compile(r"[^\W\d_]{4}\d{2,4}$")
_JOINED: Final = re.compile(r"[a-zåäö][A-ZÅÄÖ]|\w[._]\w|\d")


def finder(
    is_word: Callable[[str], bool], is_compound: Callable[[str], bool]
) -> Callable[[str], Iterator[Hit]]:
    """The recogniser of names on sites.

    Parameters
    ----------
    is_word : whether a lower-case string is an ordinary word.
    is_compound : whether it is made of two such.
    """

    def find(text: str) -> Iterator[Hit]:
        low = text.lower()
        if not any(hint in low for hint in _HINTS):
            return
        yield from _found(_FORMS, "form", text, _is_any)
        yield from _found(_NAMED, "named", text, _is_told)
        if _ABOUT.search(text):
            yield from _found(_QUOTED, "quoted", text, _is_any)
            yield from _found(_POINTED, "pointed", text, lambda alias: _is_coined(alias, is_word))
            yield from _found(
                _BESIDE,
                "beside",
                text,
                lambda alias: (
                    _NUMBERED.search(alias) is not None
                    or _is_coined(alias, lambda form: is_word(form) or is_compound(form))
                ),
            )

    return find


def _found(
    patterns: Iterable[re.Pattern[str]], rule: str, text: str, accept: Callable[[str], bool]
) -> Iterator[Hit]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if accept(match["alias"]):
                yield Hit(*match.span("alias"), "URL", f"handle.{rule}")


def _is_any(_: str) -> bool:
    return True


def _is_told(alias: str) -> bool:
    """Whether the word after "heter jag" says a name."""
    return alias.lower() not in _NO_ALIAS


def _is_coined(alias: str, is_word: Callable[[str], bool]) -> bool:
    """Whether it is joined as handles are, or in small letters and no word."""
    if _JOINED.search(alias):
        return not is_word(alias.lower().rstrip("0123456789"))
    plain = not (alias[0].isupper() and alias[1:].islower())
    return plain and not any(is_word(alias.lower().removesuffix(ending)) for ending in ("", "s", "en", "et"))
