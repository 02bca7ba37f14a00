"""What stands around a word: the questions the name rules ask of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from text_analysis.anonymise.lexicon import Kind, Lexicon
from text_analysis.anonymise.tokens import Case, Token

_NEAR: Final = frozenset({" ", ", ", "  ", ". ", ": ", " (", "/", " /", " //", "\n", " - "})
AND: Final = frozenset({"och", "o", "&", "eller", "and", "samt"})
SHORT: Final = 3
# Ends that surnames have and places and ordinary words have not.
_OWN_ENDS: Final = (
    r"sdotter|[qk]vist|quist|crantz|stråle|hjelm|hielm|stj?i?erna|schiöld|sch[öo]ld|creutz|hufvud|skiöld"
    r"|owski|ewski|owska|ewska|wicz|chuk|zadeh|nejad|oğlu|oglu|shvili|escu|poulos|dottir|dóttir"
)
CERTAIN_SURNAME: Final = re.compile(
    rf".{{2,}}(?:{_OWN_ENDS}|(?<!per)sson|svärd|sköld|crona|[oe]nko|[oe]vi[ćc])s?$"
)
SURNAME: Final = re.compile(
    rf".{{2,}}(?:{_OWN_ENDS}|sson|gren|ström|lund|stedt|dahl|berg|blom|löf|roth|sjö|strand|vall|wall|mark"
    r"|(?<!re)crona|nder|vić|vic|ević|inski|iński|czyk|[iuäy]nen|(?<!l)önen|(?<!pl)anen|(?<!i)onen|pour|zade"
    r"|yan|dze|enko|ullah|idis|akis|zai|manesh|khani)s?$"
)
_PLACE_END: Final = re.compile(
    r".{2,}(?:gården|gård|skolan|skola|hemmet|huset|kliniken|mottagningen|centralen|centrum"
    r"|sjukhuset|sjukhus|backen"
    r"|gläntan|hagen|ängen|ängarna|parken|torget|gatan|vägen|viken|sund|köping|borg|stad|holmen"
    r"|kommun|kommunen|verket"
    r"|bolaget|staden|dalen|berget|lunden|sjön|byn|udden|åsen|hamnen|liden|allén|kullen|boet|bo|fors"
    r"|hult|torp|ryd|näs"
    r"|vik|hamn|haga|hill|hem|gärde|lunda|kulla|arna|erna|systemet|portalen|appen|teamet|enheten"
    r"|avdelningen|ås|den|het|ning|ningen"
    r"|tion|tionen|sk|ska"
    r"|modellen|metoden|programmet|projektet|planen|mässan|loppet|priset|akademin|institutet|fonden"
    r"|avtalet|utredningen"
    r"|lagen|registret|skalan|testet|enkäten|protokollet|cirkeln|trappan|pyramiden|principen|effekten"
    r"|syndromet|veckan"
    r"|teket|teken|arkivet|rådet|laget|museet|stödet|kuren|posten|boxen|pärmen|listan"
    r"|iskt|ande|ende|isk|lig|ligt|resa|resan|resor|ören|aren|erskan|ingen)s?$"
)
_SYSTEM_ACTS: Final = re.compile(
    r" (?:(?:inte|snart|ska|kommer att|nu|längre|ofta|alltid|bara) ){0,3}(?:krånglar|krånglade|kraschar"
    r"|kraschade|kraschat|infördes|införts|införs|köptes in|ersattes(?! av)|byttes ut(?! mot)|släcktes"
    r"|buggar|strular|laggar|loggar ut|loggade ut|supportas|avvecklas|uppgraderas|installeras|lanseras"
    r"|uppdateras|släcks"
    r"|hänger sig|(?:fungera[rt]|fungerade|funkar|funkade)(?!(?: \w+){0,2} som\b)"
    r"|rullas ut|byts ut(?! mot)|stängs ner|ligger nere|låg nere|är nere(?! för räkning)|är uppe"
    r"|(?:gick|går) ner(?! till| i )|startar om|tappar data|visar fel|slår fel)\b"
    r"|, (?:vårt |det nya |det |det här )?\w*(?:systemet|appen|modulen|programmet|verktyget"
    r"|roboten|portalen)\b"
)
# What is done with systems and forms: "Evald ska fyllas i efter kursen".
_IS_USED: Final = re.compile(
    r" (?:(?:inte|alltid|bara|sedan|också) )?(?:(?:ska|skall|kan|måste|får|bör|skulle|behöver"
    r"|kommer att) (?:inte |också |bara )?)?"
    r"(?:(?:användas|används|användes)(?! som)|fyllas i|fylls i|fylldes i|driftsätt\w+|upphandl\w+s"
    r"|installer\w+s"
    r"|avveckl\w+s|uppdater\w+s"
    r"|uppgrader\w+s|köpas in|köps in|rullas ut|fasas ut|släckas ner|släckas|laddas ner|bytas ut"
    r"|kopplas (?:till|ihop))\b"
)
# An adjective in the neuter tells a thing: "Stella är långsamt", where a person would be "långsam".
_IS_NEUTER: Final = re.compile(
    r" (?:är|var|blir|blev|känns|kändes) (?:\w+ ){0,2}?(?:byggt|långsamt|segt|trögt|krångligt"
    r"|omodernt|gammalt|buggigt|värdelöst|användarvänligt|ologiskt|rörigt|stabilt|snabbt|smidigt"
    r"|opålitligt|föråldrat|anpassat|uppdaterat)\b"
)
_TOWARDS_SYSTEM: Final = re.compile(
    r"(?i)\b(?:behörighet\w* (?:till|i)|inlogg\w* (?:till|i)|logga\w* (?:in|ut) i|inför\w* av"
    r"|implementering\w* av|starten av|bytet till|övergången till"
    r"|\w*(?:stöd|support|utbildning|kurs|manual)\w* (?:kring|i|för|till|om)"
    r"|använd\w*|öppnar?|starta\w* om|avveckl\w*|ersätt\w*|uppgrader\w*|uppdater\w*|byta? ut) $"
)
_FAR_BEFORE: Final = 40
_IS_A_SYSTEM: Final = re.compile(
    r"(?: (?:i|på) \w+)? (?:är|var|blir|heter) (?:ju |väl |bara |också |nu |alltså |nämligen |förstås )?"
    r"(?:ett|en|vårt|vår|det|namnet på)"
    r" (?:(?!(?:på|i|av|hos|från|för|vid|till|med|inom|bland)\b)\w+ ){0,2}\w*"
    r"(?:system|program|verktyg|app|robot|plattform|modul|portal|intranät|tjänst|databas|sajt|hemsida|maskot"
    r"|katt|hund|kanin|skåp|maskin|lyft|lift|säng|skrivare|truck|bot|båt|buss|boende|gruppbostad|förskola"
    r"|avdelning|enhet|mottagning"
    r"|metod|modell|diagnos|sjukdom|\bAI|chattbot|assistent i datorn)(?:et|en|n|an"
    r"|s)?\b"
    r"| (?:är|var) (?:den|det|[A-ZÅÄÖ]\w+s) (?:\w+[ae] ){0,2}\w*"
    r"(?:enheten|avdelningen|förskolan|skolan|boendet|hemmet|huset|mottagningen|namn)\b"
    r"(?! (?:har|hade|haft|kan|kunde|får|fick|fått|vet|någonsin)\b)"
)
_PLACED_AND_ACTING: Final = re.compile(
    r" (?:på|i|från|hos|vid) (?!(?:år|dag|går|fjol|natt|morse|kväll|veckan|helgen|somras|vintras|höstas|våras"
    r"|maj|juni|juli|sommar\w*|vinter\w*|höst\w*|vår\w*)\b)"
    r"[\w-]+(?: \d+| en| ett| två| tre| fyra)? (?P<verb>\w+)(?: (?P<subject>\w+))?"
)
_ENGLISH_SHARE: Final = 6
_AND_I: Final = re.compile(r" (?:och|o|&) (?:jag|vi)\b")
_QUOTES: Final = frozenset("\"'”»«“")
_PERSON_PRONOUN: Final = re.compile(r"(?i)\b(?:hon|han|hen|henne|honom|hennes|hans)\b")


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

    def alike(self, i: int) -> list[Token]:
        """The word and the others of the text that are the same, all with a capital."""
        token = self.tokens[i]
        return [
            other for other in self.tokens if other is token or (other.base == token.base and other.capital)
        ]

    def across(self, i: int, step: int) -> Token | None:
        """The word before or after, also on the other side of an "och"."""
        token = self.near(i, step)
        return self.near(i + step, step) if token and token.low in AND else token

    def touches(self, i: int) -> bool:
        """Whether only a space parts the word from the one before."""
        return i > 0 and self.text[self.tokens[i - 1].end : self.tokens[i].start] == " "

    def next(self, i: int) -> str:
        """The next word in lower case, if a single space lies between; else empty."""
        token = self.near(i, 1)
        return token.low if token and self.text[self.tokens[i].end : token.start] == " " else ""

    def previous(self, i: int) -> str:
        """The word before in lower case, also across a comma, a stop or a line; else empty."""
        token = self.near(i, -1)
        return token.low if token else ""

    def joined(self, i: int) -> str:
        """The word before in lower case where the clause goes on: a space or an abbreviation's stop between.

        What tells a thing does so within its clause: "rummet Selma", not "Vi delar rum. Selma är ny".
        """
        token = self.near(i, -1)
        if token is None:
            return ""
        gap = self.text[token.end : self.tokens[i].start]
        goes_on = gap.isspace() and "\n" not in gap
        return token.low if goes_on or (gap == ". " and not self.tokens[i].initial) else ""

    def acts(self, i: int) -> bool:
        """Whether the next word is what only persons do."""
        following = self.next(i)
        return following in self.lexicon.cues.human_verbs and following not in self.lexicon.cues.weak_verbs

    def is_english(self) -> bool:
        """Whether more than one word in six is one of English grammar."""
        n_english = sum(token.low in self.lexicon.cues.english for token in self.tokens)
        return n_english > len(self.tokens) // _ENGLISH_SHARE

    def in_dictionary(self, i: int) -> bool:
        """Whether the word is an ordinary one where such stand: in lower case, or first and not acting."""
        token = self.tokens[i]
        if token.low not in self.lexicon.dictionary:
            return False
        if not token.capital:
            return True
        acts = self.next(i) in self.lexicon.cues.verbs or _AND_I.match(self.text, token.end)
        return token.initial and not acts and self.text[token.start - 1 : token.start] not in _QUOTES

    def acts_in_place(self, i: int) -> bool:
        """Whether a place and then a person's verb follow: "Rasa på ekonomi rasade"."""
        match = _PLACED_AND_ACTING.match(self.text, self.tokens[i].end)
        if match is None or (match["subject"] or "").lower() in self.lexicon.cues.pronouns:
            return False
        verb, cues = match["verb"], self.lexicon.cues
        return verb in cues.human_verbs or (verb in cues.verbs - cues.weak_verbs) or verb.endswith("ade")

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
        token = self.near(i, -1) if self.touches(i) else None
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

    def acts_like_system(self, i: int) -> bool:
        """Whether the words after say what only systems do ("krånglar", "är ett journalsystem")."""
        end = self.tokens[i].end
        if _IS_NEUTER.match(self.text, end):
            return True
        if self.cued(i):
            return False
        if _IS_A_SYSTEM.match(self.text, end) or _IS_USED.match(self.text, end):
            return True
        return bool(_SYSTEM_ACTS.match(self.text, end)) and not _PERSON_PRONOUN.search(self.text, end)

    def told_system(self, i: int) -> bool:
        """Whether the comment says somewhere that this name is a system ("Vera är vårt nya larmsystem")."""
        base, acts = self.tokens[i].base, self.acts(i)
        return any(
            token.base == base
            and token.capital
            and (
                _IS_A_SYSTEM.match(self.text, token.end)
                or _IS_USED.match(self.text, token.end)
                or (not acts and self._after_system_noun(number))
            )
            for number, token in enumerate(self.tokens)
        )

    def _after_system_noun(self, i: int) -> bool:
        """Whether a noun for a system stands straight before: "lönesystemet Lisa"."""
        before = self.previous(i)
        return self.touches(i) and before.endswith(("systemet", "programmet", "appen", "roboten", "modulen"))

    def is_system(self, i: int) -> bool:
        """Whether a word that names both a system and persons stands for the system here."""
        if self.next(i) in self.lexicon.cues.speech or self.person_noun_before(i):
            return False
        start = self.tokens[i].start
        towards = _TOWARDS_SYSTEM.search(self.text[max(0, start - _FAR_BEFORE) : start]) is not None
        if towards or self.joined(i) in self.lexicon.cues.into_system:
            return True
        if self.acts(i):
            return self.beside_system(i) and self.system_near(i)
        speaks_of_none = _PERSON_PRONOUN.search(self.text) is None and not self.cued(i)
        whole = speaks_of_none and self.lexicon.cues.system_words.search(self.text) is not None
        return whole or self.system_near(i)

    def beside_system(self, i: int) -> bool:
        """Whether a system's name stands beside, also across "och"."""
        return any(
            token is not None and token.kind & (Kind.SYSTEM | Kind.SYSTEM_OR_PERSON)
            for token in (self.across(i, 1), self.across(i, -1))
        )


def ends_like_place(low: str) -> bool:
    """Whether a word ends as names of places and common nouns do, and not as surnames do."""
    return _PLACE_END.match(low) is not None and SURNAME.match(low) is None


def likely_name(token: Token) -> bool:
    """Whether a capitalised word is a name by list or by a surname's ending."""
    if token.kind & Kind.NAME and not token.kind & (Kind.NEVER | Kind.SYSTEM):
        return not token.kind & Kind.PLACE
    return not token.kind and SURNAME.match(token.low) is not None
