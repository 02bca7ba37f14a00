"""Whether a comment says anything, and in which language it is written.

Non-answers ("-", "vet ej", "se ovan", "inget att tillägga") are set aside and counted. A comment is one only
if every clause of it is: "Nej, inget särskilt" is, "Inga synpunkter, men lönen är låg" is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from text_analysis.language.tongue import language
from text_analysis.records import Cleaned

_LONGEST: Final = 200  # characters; no real non-answer was longer, and a long text is worth reading

_SUBJECT: Final = r"(?:(?:jag|ja|vi|det|de|där|nej|nä|nej men|men|tyvärr|just nu) )*"
_NOTHING: Final = (
    r"(?:inget|inga|ingenting|inge|ingen|ing|int nå|inte nåt|inte något|inte nån|inte någon|"
    r"inte så mycket|nada|noll)"
)
_MORE: Final = (
    r"(?: (?:alls|mer|mera|annat|nytt|eget|särskilt|speciellt|direkt|övrigt|övriga|ytterligare|fler|"
    r"vidare|vettigt|"
    r"särskilda|speciella|just|egna|större|riktig|riktigt|bestämd|stark|egen|viktigt|konkret|konkreta|"
    r"speciell|särskild))*"
)
_NOUN: Final = (
    r"(?:kommentar\w*|komentar\w*|åsikt\w*|synpunkt\w*|synpunk\w*|förslag|önskemål|frågor|uppfattning|"
    r"svar|aning|ide|"
    r"ideer|idéer|idé|tankar|övrigt|information|info|tillägg|alls|spec|sv)"
)
_SAY: Final = (
    r"(?: (?:(?:som )?(?:jag|ja) (?:kommer|kan komma|kom) på|(?:att|å|o|och) (?:säga|tillägga|lägga till|"
    r"anmärka|"
    r"kommentera|skriva|svara|rapportera|önska|bidra med|tipsa om|anföra|delge|framföra|ta upp|"
    r"(?:att )?komma med)))?"
)
_NOW: Final = (
    r"(?: (?:just nu|idag|i dag|nu|här|för tillfället|för närvarande|för stunden|i nuläget|i år|"
    r"denna gång|den här gången|"
    r"på det|på den|på den här|på denna|på detta|på frågan|på den frågan|om det|om detta|om saken|"
    r"till det|till detta|"
    r"till den|just där|där|från mig|från min sida|från mitt håll|av mig|i den frågan|tack|alls|heller|"
    r"faktiskt|tyvärr|"
    r"i alla fall|direkt|än|ännu|utöver det|utöver ovan|så))*"
)
_ABOUT: Final = (
    r"(?: (?:om|till(?! om$)|på|kring|angående|vad gäller|gällande)"
    r"(?: (?!men\b|förutom\b|utom\b)[\w/-]+){1,7})?"
)
_WHERE: Final = (
    r"(?:ovan\w*|föregående|tidigare|förra|förut|innan|nedan\w*|övriga|andra|annat|nästa|sist|samma|mitt|"
    r"mina|vad|det|"
    r"som|[a-zåäö]*frågan?|[a-zåäö]*svar\w*|fråga \d+|\d+)"
)

_CORE: Final = (
    rf"{_SUBJECT}(?:har|finns|hade|är|ä|e|va|var|blir|blev)?(?: (?:jag|det|nog|väl|faktiskt|"
    rf"tyvärr))*\s?{_NOTHING}{_MORE}"
    rf"(?: {_NOUN})?{_MORE}{_SAY}{_MORE}{_NOW}(?: att)?",
    rf"{_SUBJECT}(?:har |finns )?(?:tyvärr |nog )?(?:ingen|inga|inge|inget|ej|"
    rf"no){_MORE} {_NOUN}{_SAY}{_ABOUT}{_NOW}",
    rf"{_SUBJECT}(?:har )?{_NOTHING}{_MORE} (?:att|å) (?:säga|tillägga|anmärka|kommentera|"
    rf"bidra med){_ABOUT}{_NOW}",
    rf"{_SUBJECT}har (?:inte|int|ej) (?:nåt|något|någon|nån|några|"
    rf"så mycket){_MORE}(?: {_NOUN})?{_SAY}{_NOW}",
    rf"{_SUBJECT}(?:vet|vete|vetinte|vetej|minns|ved)\s?(?:inte|int|ej|ikke|nt|inge|inget|fan|sjutton)?"
    rf"(?: (?:riktigt|asså|alls|faktiskt|ens|än|nåt))*(?: vad (?:jag|man|ja) (?:ska|skulle|kan|"
    rf"bör) (?:skriva|svara|säga)\w*)?{_NOW}",
    rf"{_SUBJECT}(?:kommer|kom|kan|kunde|kan inte|kan ej)(?: (?:jag|ja))?(?: (?:inte|int|"
    rf"ej))?(?: komma)? (?:inte |int |ej )?"
    rf"på (?:nåt|något|nån|någon|några|nå|ngt|ett|inget)?{_MORE}(?: {_NOUN})?{_NOW}",
    rf"(?:int|inte) (?:va|vad|nåt|något) (?:som )?(?:jag|ja) kan (?:komm\w*|tänka) på{_NOW}",
    rf"{_SUBJECT}(?:kan|vill|orkar|tänker|ska|behöver|får)(?: (?:jag|ja))? (?:inte|int|ej)(?: (?:ens|"
    rf"riktigt))? "
    rf"(?:svara|kommentera|uttala mig|bedöma|säga|skriva)(?: (?:något|nåt|så mycket))?(?: på)?(?: (?:det|"
    rf"den|detta|den här|det där|frågan))?{_ABOUT}{_NOW}",
    rf"se{_MORE} (?:(?:mitt|mina|min|det|vad|på|under|i|även|också) )*{_WHERE}(?: {_WHERE})*(?: (?:ovan|"
    rf"enkät\w*|fråga\w*|ruta\w*|om \w+|gång\w*|år\w*|jag (?:skrev|svarade|skrivit)\w*))*",
    rf"{_SUBJECT}samma(?: (?:svar|sak|som|so|åsikt|här|igen))*(?: (?:som|so|på|"
    rf"i))?(?: {_WHERE})*(?: (?:gången?|enkäten?|året?|fast utan \w+|sjuan|där))*",
    r"(?:lika|likadant|ditto|dito|idem|som) (?:som )?(?:ovan|förra|föregående|innan|sist)\w*(?: \w+)?",
    r"(?:ditto|dito|idem|d:o|likaså|ovan|ovanstående)",
    rf"{_SUBJECT}(?:måste |får |vill )?(?:jag )?(?:passar?|skippar?|pass|hoppar?|står|avstår|avböjer|"
    rf"abstain)(?: (?:jag|mig))?(?: (?:över|från|på|att|denna|den|det))*"
    rf"(?: (?:svara|detta|den|denna|det|den här|det här|frågan|den frågan|där|här|mig|om \w+|rundan|"
    rf"den här rundan)){{0,4}}{_NOW}",
    r"(?:inte|ej|icke|inget|inte så) (?:aktuell\w*|relevant\w*|tillämplig\w*|aktuellt)(?: (?:för|"
    r"hos) (?:mig|oss|min del))?",
    r"(?:jag |vi )?har (?:jag )?redan (?:svarat|sagt|skrivit|framfört|tagit|lämnat)(?: (?:det|allt|detta|"
    r"vad jag (?:vill|tycker)))?"
    r"(?: (?:på|till|i|om|ovan|muntligt|muntligen|det|hr|chefen|förra|öga mot öga|tidigare|enkäten|detta|"
    r"rutan|allt|frågan))*",
    r"(?:allt|det mesta) (?:är|har|ä)(?: redan)? (?:sagt|sagts|skrivet|framfört)(?: (?:redan|ovan|"
    r"muntligt))*",
    r"(?:nej |nä )?(?:det )?(?:var|är|va|ä) (?:allt|det|det hela|bra så|allt för mig|nog|"
    r"allt jag hade)(?: (?:från|för|av|just) (?:mig|min sida|nu))?",
    r"(?:nej|nä|nää+|nej+|neej+|näe|nepp|nej då|näpp|nix|nope|nej tack|no|nei|njet|ei|nä tack|nej alltså|"
    r"nej du|nå)(?: (?:det är bra|det är bra så|tack|inte|nej|just nu|inte just nu|idag|alltså|faktiskt|"
    r"du|då|inte vad jag (?:vet|kommer på)))*",
    r"(?:inte|ej)(?: (?:nu|just nu|idag|i dag|alls|direkt|precis|särskilt|vad jag (?:vet|kommer på|"
    r"kan komma på)|som jag kommer på))*",
    r"(?:jag )?(?:är |ä )?(?:alldeles |helt |för |så )*ny(?: här| på \w+)?(?: (?:så|"
    r"för att) .{0,60}(?:åsikt|svara|säga|uttala mig|kommentera)\w*)?",
    r"(?:jag )?(?:har inte|börjar?|började|slutade|vet ej|är) .{0,30}(?:för att (?:ha|kunna ha) (?:en |"
    r"någon |nån )?(?:åsikt|uppfattning)\w*|är (?:bara )?tillfällig här|i måndags|igår|idag|förra veckan)",
    r"(?:är )?(?:bara )?tillfällig(?:t)? här",
    r"(?:där|här) blev (?:jag|det) helt (?:tom|tomt|blankt)(?: i \w+)?",
    r"det var det hela(?: från min sida)?|det vet (?:jag|ja) (?:inte|int|ej)|(?:vi|"
    r"det) kan (?:vi )?(?:väl )?ta (?:det )?(?:sen|senare|en annan gång)",
    r"hoppa över mig(?: den här (?:rundan|gången))?|de andra .{0,40} redan (?:har )?sagt det mesta|"
    r"så jag står över på den frågan",
    r"(?:den|denna|det|det där) (?:frågan )?kan jag (?:inte|ej) (?:svara|uttala mig|kommentera)(?: (?:på|"
    r"om))?(?: över huvud taget)?",
    r"tackar för ordet(?: och bockar)?|h?m+ vet inte(?: \w+)?",
    r"(?:jag )?(?:fatta\w*|förstå\w*|begrip\w*) (?:inte|int|ej)(?: (?:på|riktigt))?(?: (?:den|"
    r"denna))? ?fråg\w*",
    r"(?:ska|måste) jag skriva (?:något|nåt)(?: (?:här|också))*",
    r"(?:tomt|blankt|blank|tom|inget svar|obesvarad|ej svar|ej svarat|utelämnas|stryk|n/?a|na|none|nil|"
    r"null|void|nothing|empty)",
    r"(?:asdf\w*|qwert\w*|hjkl\w*|sdf\w*|blabla\w*|bla(?: bla)+|test|testar|abc\w*|lorem ipsum)",
    r"(?:(?:i )?(?:have )?(?:nothing|no|none)(?: (?:more|special|particular|else|other|further|comments?|"
    r"answers?|opinions?|suggestions?|ideas?|really))*"
    r"(?: to (?:add|say|comment|report))?(?: (?:from me|right now|at the moment|for now|here|on this one|"
    r"on this|at this time|on the \w+ (?:one|question)))*)",
    r"(?:i )?(?:don'?t|do not|dont) know(?: (?:yet|really|what to (?:write|say)))?|no idea|"
    r"skip(?: this)?|not applicable|same as (?:above|before|last time)|see above|pass on this(?: one)?",
    r"ei(?: (?:mitään|ole|kommentt\w*|kommentoitavaa|lisättävää|tietoa|muuta|sanottavaa|tällä hetkellä|"
    r"mitä\w*))*|en (?:tiedä|osaa sanoa)|ks\.? yllä",
    r"nja|osäker|återkommer|svårt att säga|lämnar? blankt|tomt svar|se förra årets svar|"
    r"(?:det har jag|svarade) redan(?: svarat| på| sagt| skrivit| papper| muntligt)*",
    r"(?:ikke|ingen|intet|inkje)(?: (?:noe|noen|spesielt|kommentar\w*|mer|å|at|tilføje|tilføye|bemerke|"
    r"svar))*|vet ikke|ved ikke|se over(?:for)?",
)
_FILLER: Final = (
    r"(?:å hm+|ja|jo|jaha|jaa|joo|jodå|japp|mm+|m|hm+|hmm*|öh+|eh+|äh|åh|oj|tja|tjo|hej|hejsan|hej hej|"
    r"hallå|ok|okej|okey|oki|alltså|"
    r"asså|du|ja du|tyvärr|sorry|tack|tackar|tack för mig|tack ändå|tack för frågan|tack på förhand|"
    r"tack så mycket|mvh|hälsningar|"
    r"lol|haha\w*|hihi|typ|bra|fine|please|thanks|thank you|gå vidare|gå vidare du|nästa|nästa fråga|"
    r"hoppa över|"
    r"det är bra|det är bra som det är|jag är nöjd|bra som det är|allt bra|trevlig sommar|god jul|"
    r"trevlig helg|lycka till|ha en bra dag)",
    r"(?:kanske|jag kanske|möjligen|återkommer)(?: (?:på vägen hem|senare|återkommer|nästa gång|"
    r"som vanligt|en annan gång))*",
    r"(?:ta|fråga|ställ den till|gå till) (?:nästa|någon annan|nån annan|en annan)(?: (?:person|"
    r"kollega))?(?: (?:så länge|i gruppen|i stället|istället))*",
    r"(?:jag )?(?:skrev|svarade|skrivit|sa|skriver)(?: (?:jag|det|allt|redan|mer))* (?:i|på|"
    r"under) (?:förra|föregående|rutan|frågan|den|en|fråga|annan)(?: \w+){0,3}",
    r"(?:det )?(?:kan ni skriva|ligger helt|ni kan skriva) .{0,40}",
    r"(?:varken det ena eller(?: det)? andra|ungefär som (?:dom|de) andra sa|"
    r"det är väl ungefär som .{0,20}|please go on to the next question)",
    r"(?:och )?(?:bockar|står över|så står jag över|så jag står över på den frågan|jag är .{0,50}|"
    r"tack så mycket för att .{0,30}|jag har en smörgås .{0,30}|inget att säga|"
    r"kan du läsa frågan .{0,40}|(?:ta )?nästa person så länge|jag har .{0,20}att komma med\w*.{0,12}|"
    r"men jag tycker att de andra .{0,40}|jag slutade lyssna där ett tag|jag sitter på \w+|"
    r"de andra .{0,40} redan (?:har )?sagt det mesta|har tyvärr ingen uppfattning om det)",
)
# A longer non-answer holds one of these words; everything else is content without a closer look.
_SHORT: Final = 12
_TRIGGER: Final = re.compile(
    r"\b(?:inge|ing\b|inga|inte|int|ej|icke|nej|nä|noll|nada|no\b|not|none|don'?t|nothing|vet|se\b|see|"
    r"samma|same|pass|hopp|skip|avst|avböj|"
    r"redan|allt|bra|ny\b|ska jag|tomt|tom\b|ditto|dito|likadant|lika|ovan|föreg|tillfällig|det var|"
    r"där blev|ta det|ei\b|en \w+|mitään|ikke|ingen|"
    r"n/?a\b|stryk|svårt att säga|lämna|står över|bla|asdf|qwer|test|lorem|tack)",
    re.IGNORECASE,
)
_NO: Final = frozenset(
    ("nej", "nä", "nix", "nope", "inget", "inga", "ingen", "ingenting", "inte", "ej", "int", "icke")
)
# Words that say nothing beside a "no", in whatever order: "vet faktiskt ej", "har ej mer att tillägga".
_EMPTY: Final = _NO | frozenset(
    (
        *("tack", "ändå", "det", "den", "detta", "denna", "här", "är", "var", "behövs", "har", "jag", "ja"),
        *("vi", "något", "nåt", "nån", "någon", "några", "ngt", "mer", "mera", "än", "annat", "övrigt", "så"),
        *("särskilt", "speciellt", "direkt", "alls", "just", "nu", "idag", "faktiskt", "tyvärr", "riktigt"),
        *("att", "å", "på", "i", "vad", "vet", "kommer", "rak", "arm", "ovan", "gången", "tillägga", "säga"),
        *("kommentera", "svara", "svar", "frågan", "exempel", "kommentar", "kommentarer", "synpunkt"),
        *("synpunkter", "förslag", "åsikt", "åsikter", "uppfattning", "motivering"),
    )
)
_NON_ANSWER: Final = re.compile("|".join(f"(?:{pattern})" for pattern in _CORE))
_POLITE: Final = re.compile("|".join(f"(?:{pattern})" for pattern in _FILLER))
_GREETING: Final = re.compile(
    r"(?:hej|hejsan|hallå|ja|jo|mm+|hm+|ok|okej|okey|oki|tack|tackar|tack för mig|tja|oj|eh+|öh+|äh|"
    r"haha\w*|lol|typ|mvh|du|hej hej|asså|alltså|sorry|nästa|nästa fråga)"
)
_CLAUSE: Final = re.compile(
    r"[.,!?;:…\n\r]+|\s[-–—]+\s|\s+(?:och|för|utan|fast|så|men)\s+(?=jag|nej|det|dessutom|inte|de andra)|"
    r"(?<=\w)\s+[-–]+$"
)
_NOISE: Final = re.compile(r"[^\w\s/:']+")
_EDGE: Final = re.compile(
    r"^(?:men|och|så|för|för att|att|dessutom|nej men|nä men|ja|jo|nej|nä|alltså|h?m+|eh+|öh+|tja|oj) |"
    r" (?:tack|då|va|alltså|asså|ju|så)$"
)


def clean(texts: Sequence[str]) -> list[Cleaned]:
    """Content and language of each text, in the same order.

    >>> clean(["Vet ej", "Höj lönen!"])
    [Cleaned(content=False, language='sv'), Cleaned(content=True, language='sv')]
    """
    return [Cleaned(has_content(text), language(text)) for text in texts]


def has_content(text: str) -> bool:
    """Whether the text says anything at all.

    >>> [has_content(text) for text in ("...", "Nej, inget särskilt.", "Inget, men lönen är låg", "👍")]
    [False, False, True, False]
    """
    if len(text) > _LONGEST or (len(text) > _SHORT and not _TRIGGER.search(text)):
        return any(sign.isalpha() for sign in text)
    plain = [_plain(part) for part in _CLAUSE.split(text.lower())]
    clauses = [clause for clause in plain if not _is_noise(clause)]
    nothing = False
    for clause in clauses:
        empty = _is(_NON_ANSWER, clause) or _only_says_no(clause)
        if not empty and not _is(_POLITE, clause):
            return True
        nothing = nothing or empty
    return not nothing and not all(_GREETING.fullmatch(clause) for clause in clauses)


def _plain(clause: str) -> str:
    return " ".join(_NOISE.sub(" ", clause).split()).strip("/:'_ ")


def _is(pattern: re.Pattern[str], clause: str) -> bool:
    """Whether the clause, or the clause without its opening and closing words, is of the pattern."""
    return bool(pattern.fullmatch(clause) or pattern.fullmatch(_EDGE.sub("", clause)))


def _only_says_no(clause: str) -> bool:
    words = set(clause.split())
    return words <= _EMPTY and not words.isdisjoint(_NO)


def _is_noise(clause: str) -> bool:
    """Whether the clause is a stray letter, one letter over and over, or a lone digit."""
    letters = clause.replace(" ", "")
    return len(letters) <= 1 or len(set(letters)) == 1
