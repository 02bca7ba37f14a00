"""Things that a comment says are called by a person's name: "diskmaskinen heter Göran"."""

from __future__ import annotations

import re
from typing import Final

from text_analysis.anonymise.lexicon import Kind
from text_analysis.anonymise.scene import Scene

# What is called something: "diskmaskinen heter Göran", "chatboten ska heta Kim eller Elsa".
_CALLED: Final = re.compile(
    r"(?i)(?:(?P<owner>\b(?:vår|vårt|min|mitt|en|ett) (?:\w+ )?)?(?P<noun>(?!som\b)\w+),?"
    r"(?: (?:som|må|ska|skall|kan|får|vi|barnen|eleverna|personalen|de boende|har|hade|blev|blivit|då|numera"
    r"|visst|alltså|nu)){0,2}"
    r" (?:heter|heta|hette|hetat|döpt(?:e|es|s)?|kallas|kallad)(?: (?:till|för|numera|nu|visst|också)){0,2}"
    r"|\bkallar(?: \w+)? (?P<object>\w+) (?:för )?|\b(?:heter|kallas) (?P<kind>\w+) )"
    r"(?:(?-i: ?[A-ZÅÄÖ]\w+),?| och| eller){0,4} ?$"
)
_STEMS: Final = ("het", "döpt", "kalla")  # one of these stands in every such clause: quicker to look for
# … and what the name is told of after it: "Lola, skolhunden, …", "Kasper och Jesper heter gosedjuren".
_TOLD_AFTER: Final = re.compile(
    r"(?:(?:,| och) [A-ZÅÄÖ]\w+){0,3}(?:(?:,? (?:\d+ |så )?(?:heter|kallas)| är namne[nt] på)"
    r" (?:(?:de |våra )(?:nya |gamla )?(?:två |tre |fyra )?(?P<several>[a-zåäö]{4,})"
    r"|(?:den |det |vårt |vår )?(?:nya |gamla )?(?P<noun>[a-zåäö]{4,}))\b"
    r"|, som (?:vårt |vår )?(?P<thing>[a-zåäö]{4,}) (?:heter|kallas)\b"
    r"|(?:,| \()(?: ?alltså| ?det vill säga| ?dvs\.?) (?:vårt? |det nya |den nya )?(?P<that>[a-zåäö]{4,})\b"
    r"| \((?:vårt? )?\w*(?:rummet|hunden|katten|bilen|boten|maskinen|systemet|appen|skrivaren|truckern"
    r"|frysen|kylen)[,)]"
    r"|, de(?: (?:två|tre|fyra))?(?: [a-zåäö]+[ae])? \w*(?:bilarna|robotarna|bussarna|båtarna|maskinerna"
    r"|truckarna|hundarna|katterna|avdelningarna|enheterna|boendena|husen|rummen|systemen|apparna)\b"
    r"|, (?:vår|vårt|våra) (?:(?:nya|gamla|lilla|stora|egna|enda) )?(?P<ours>[a-zåäö]{3,})\b"
    r"|, (?:alltså |vår |vårt )?\w*(?:hunden|katten|hästen|kaninen|boendet|boten|bilen|båten|boken)[,.])"
)
# "Belos, Vasa och Regina: mötesrummen har …", "Majkens och Majvors är två kaffeställen".
_LIST_TOLD_AFTER: Final = re.compile(
    r"(?:(?:,| och| eller| samt) (?:[A-ZÅÄÖ]\w+ )?[A-ZÅÄÖ]\w+){0,4}(?:: (?:\w+ ){0,4}?| är (?:våra|två"
    r"|tre|fyra|fem|namn på|namnen på) (?:\w+ )?)"
    r"\w*(?:rum|rummen|salar|salarna|hus|husen|båtar|båtarna|bilar|bilarna|avdelning(?:ar|arna)"
    r"|boenden?a?|förskolor(?:na)?|skolor(?:na)?"
    r"|grupper(?:na)?|enheter(?:na)?|ställen|system(?:en)?|robot(?:ar|arna)|hundar(?:na)?|katter(?:na)?"
    r"|kor(?:na)?|hästar(?:na)?|skrivare"
    r"|dammsugare|maskiner(?:na)?|församlingar|kyrkor(?:na)?|appar|program|märken|caféer|butiker)\b"
)
# Where someone or something is that is called so: "kontaktmannen på facket heter Mårten".
_WHERE: Final = re.compile(r"(?P<noun>\w+) (?:på|i|hos|från|vid) $")
_OWNED_THINGS: Final = (
    *("skola", "avdelning", "enhet", "system", "app", "boende", "hem", "hus", "modul", "program", "projekt"),
    *("bil", "robot", "maskin", "dator", "hund", "katt", "verktyg", "bostad", "modell", "metod", "lokal"),
    *("rum", "ark", "fil", "mapp", "skärm", "skrivare", "dammsugare", "lyft", "lift", "truck", "buss", "båt"),
    *("bot", "docka", "storm", "grupp", "sal"),
    *("avdelningar", "enheter", "appar", "boenden", "bilar", "robotar", "hundar", "grupper", "förskolor"),
)
_PERSONS: Final = re.compile(
    r"(?:chefer|kollegor|vikarier|are|skor|ister|[ae]nter|o[gn]er|eder|iker|[aou]ter|[eoö]rer|ulter|perter|killar"
    r"|tjejer|grabbar|vänner|elever|ungar|kunder|gäster|barn|hjältar|stjärnor|klippor|änglar|systrar|bröder"
    r"|döttrar|söner|mammor|pappor|tanter|damer|herrar|ledamöter|vakter|kockar|tolkar|kompisar|grannar|föräldrar"
    r"|gubbar|gummor|kvinnor|män|pojkar|flickor|tvillingar|profiler|favoriter|original|syskon|anhöriga|bästa)$"
)
_DEFINITE_NOUN: Final = re.compile(r".{2,}(?:en|et|an|rn|ln|[aeo]rna)$")
_DEFINITE_ENDS: Final = ("en", "et", "n", "na", "arna", "orna", "erna", "t", "an")
_SHORTEST_STEM: Final = 2
_CLAUSE: Final = 80


def is_called(scene: Scene, i: int) -> bool:
    """Whether a thing is called this in the same sentence, and not by a first name and a surname."""
    start = scene.tokens[i].start
    pairs = range(max(i - 1, 0), min(i + 1, len(scene.tokens) - 1))
    if any(scene.touches(j + 1) and is_whole_name(scene, j) for j in pairs):
        return False
    clause = scene.text[max(0, start - _CLAUSE) : start]
    match = _CALLED.search(clause) if any(stem in clause for stem in _STEMS) else None
    if match is None:
        return any(_is_told_after(scene, told.end) for told in scene.alike(i))
    clause = clause.lower()
    noun = (match["noun"] or match["object"] or match["kind"]).lower()
    whose = _WHERE.search(clause[: match.start("noun")]) if match["noun"] else None
    if whose:
        noun = whose["noun"]
    owned = match["owner"] and noun.endswith(_OWNED_THINGS)
    return (
        noun == "den" or (noun == "det" and "namn" not in clause) or bool(owned) or is_thing_noun(scene, noun)
    )


def _is_told_after(scene: Scene, end: int) -> bool:
    """Whether what stands after the word, or its list, says that they are things."""
    if _LIST_TOLD_AFTER.match(scene.text, end):
        return True
    after = _TOLD_AFTER.match(scene.text, end)
    if after is None:
        return False
    several, ours = after["several"], after["ours"]
    if several:
        return not _PERSONS.search(several) and not several.endswith(scene.lexicon.cues.noun_ends)
    if ours:
        return bool(ours.endswith(_OWNED_THINGS))
    nouns = [noun for noun in after.groupdict().values() if noun]
    return nouns == [] or any(noun.endswith(_OWNED_THINGS) or is_thing_noun(scene, noun) for noun in nouns)


def is_whole_name(scene: Scene, i: int) -> bool:
    """Whether a first name and what can be a surname stand here: "Olle Hage", not "Birger Jarls Torg"."""
    token, surname = scene.tokens[i], scene.near(i, 1)
    if surname is None or token.genitive or not token.kind & Kind.FIRST:
        return False
    lower = bool(surname.kind & Kind.LAST) and not token.capital
    return lower or (surname.capital and (len(surname.text) == 1 or surname.text[1:].islower()))


def is_thing_noun(scene: Scene, noun: str) -> bool:
    """Whether a lower-case word is a noun in the definite form, and means no person."""
    cues = scene.lexicon.cues
    if not _DEFINITE_NOUN.match(noun) or noun in cues.before | cues.no_nouns:
        return False
    if noun.endswith((*cues.noun_ends, *cues.neither_ends)):
        return False
    if noun.endswith(cues.person_ends) and not noun.endswith(cues.system_nouns):
        return False
    if scene.lexicon.kind(noun) & (Kind.NAME | Kind.FUNCTION):
        return False
    return noun.endswith(cues.system_nouns) or _is_inflected_word(scene, noun)


def _is_inflected_word(scene: Scene, noun: str) -> bool:
    """Whether a word is a form of a known one ("rengöringsmedlet")."""
    lexicon = scene.lexicon
    stems = (noun.removesuffix(ending) for ending in _DEFINITE_ENDS if noun.endswith(ending))
    return any(
        len(stem) > _SHORTEST_STEM and (lexicon.is_word(stem) or lexicon.is_compound(stem))
        for stem in (noun, *stems)
    )
