"""Links, personal sites and handles. Sites of authorities are no one's and stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.anonymise.hits import Hit, Rule, found_by

_TAIL: Final = ".,;:!?)]}>\"'»”-"
_INSIDE_LINK: Final = re.compile(r"\w\.[^\s<>\"]|://")
_SCHEME: Final = re.compile(r"(?i)\b(?:https?|ftp)://[^\s<>\"]+|\bwww\.[^\s<>\"]+")
_ENDS: Final = (
    r"(?:se|com|org|net|nu|eu|be|me|io|tv|gg|gl|ee|ly|social|info|blog|dev|app|example|ex|invalid|test|no"
    r"|fi|dk)"
)
_OTHER_ENDS: Final = (
    r"(?:page|link|site|online|xyz|club|shop|store|bio|art|team|live|cloud|space|website|video|media|news"
    r"|zone|wiki"
    r"|cc|us|uk|de|pl|ai|so|ws|fm|im|ru|eco|one|pub|jobs|photo|gallery|chat|fan|fun|life|world|group)"
)
_WITH_PATH: Final = re.compile(rf"(?i)(?<![\w@./])(?:[\w-]+\.)+(?:{_ENDS}|{_OTHER_ENDS})/[^\s<>\"]*[\w/]")
_BARE: Final = re.compile(
    r"(?i)(?<![\w@./-])(?:[\w-]{2,}\.)+(?:com|org|net|info|blog|example|ex|invalid|test|me|io"
    r"|social|dev)\b(?![@\w/])"
)
_BLOG: Final = re.compile(
    r"(?i)(?<![\w@./-])(?:[\w-]+\.(?:blogg?|blogspot)\.\w{2,4}|\w*(?:blogg|podd)\w*\.(?:se|nu))\b(?![@\w/])"
)
_BARE_SWEDISH: Final = re.compile(
    r"(?i)\b(?:\w*blogg?\w*|hemsida\w*|sajt\w*|portfolio\w*|webb?sida\w*|podd\w*"
    r"|kanal(?:en)?|(?:min|mitt|egen) sida|skriver|bloggar|mitt företag|min firma"
    r"|webbshop\w*)\W{1,3}(?:\w+ ){0,3}"
    r"(?P<site>(?:[\w-]+(?: \. |\.| punkt ))+(?:se|nu|eu))\b"
)
_SITE_THEN_WORD: Final = re.compile(
    r"(?i)(?<![\w@./-])(?P<site>(?:[\w-]{2,}\.)+(?:se|nu|eu)) (?:är|heter|tillhör|drivs av) (?:min|mitt"
    r"|hennes|hans|mig)\b"
)
# "@alla" calls on everyone in a chat.
_HANDLE: Final = re.compile(
    r"(?<![\w@./+])@(?!(?:alla|all|everyone|channel|here|team|teamet|kanal|kanalen|gruppen|jobbet|hemma"
    r"|home|work)(?![\w.-]))"
    r"[^\W\d_][\w.-]*\w"
)
_ACCOUNTS: Final = (
    *("snap", "insta", "tiktok", "discord", "twitter", "messenger", "facebook", "fb", "linkedin", "threads"),
    *("youtube", "twitch", "reddit", "flashback", "telegram", "signal", "skype"),
)
_ACCOUNT: Final = re.compile(
    rf"(?i)\b(?:{'|'.join(_ACCOUNTS)})\w*(?: som| under| heter| är| namnet| kontot|-kontot|konto"
    r"|kontot)*[,: ]{1,3}"
    r"(?:heter |är |som |under |kontot |namnet |\(|\")*(?P<name>[^\W\d]\w*[._]\w[\w.]*\w"
    r"|[^\W\d_]+#?\d+\w*)(?!\w)"
)
# One of these stands wherever the site patterns match: much quicker to look for.
_SWEDISH_ENDS: Final = (".se", ".nu", ".eu", " . ", " punkt ")
_PUBLIC: Final = re.compile(
    r"(?i)^(?:https?://)?(?:www\.)?(?:[\w-]+\.)*(?:skatteverket|1177|av|arbetsmiljoverket"
    r"|forsakringskassan|socialstyrelsen|skolverket"
    r"|regeringen|riksdagen|vardhandboken|suntarbetsliv|kommunal|vision|vardforbundet|skr|skl"
    r"|afaforsakring|prevent|kronofogden"
    r"|polisen|krisinformation|folkhalsomyndigheten|ivo|imy|arbetsformedlingen|google|youtube"
    r"|facebook|linkedin|wikipedia"
    r"|gmail|hotmail|telia|microsoft|office|outlook|teams|zoom|blocket|hemnet|lantmateriet|trafikverket"
    r"|transportstyrelsen|scb|kolada|boverket"
    r"|naturvardsverket|\w*kommun|\w*kommunen|region\w*)\.(?:se|com|org|nu)/?$"
)


def find(text: str) -> Iterator[Hit]:
    """The links and handles of the text."""
    if _INSIDE_LINK.search(text):
        yield from _links(text)
    low = text.lower()
    if any(end in low for end in _SWEDISH_ENDS):
        yield from found_by(_SITE_RULES, "URL", text)
    if "@" in text:
        yield from found_by(_HANDLE_RULES, "URL", text)
    if any(site in low for site in _ACCOUNTS):
        yield from found_by(_ACCOUNT_RULES, "URL", text)


def _links(text: str) -> Iterator[Hit]:
    """The links without the marks that end the sentence around them."""
    for rule, pattern in (("scheme", _SCHEME), ("path", _WITH_PATH), ("bare", _BARE), ("blog", _BLOG)):
        for match in pattern.finditer(text):
            found = match.group().rstrip(_TAIL)
            if not _PUBLIC.match(found):
                yield Hit(match.start(), match.start() + len(found), "URL", f"url.{rule}")


_HANDLE_RULES: Final = (Rule("url.handle", _HANDLE),)
_ACCOUNT_RULES: Final = (Rule("url.account", _ACCOUNT, "name"),)
_SITE_RULES: Final = (
    Rule("url.site", _SITE_THEN_WORD, "site", lambda match: not _PUBLIC.match(match["site"])),
    Rule("url.site", _BARE_SWEDISH, "site", lambda match: not _PUBLIC.match(match["site"])),
)
