"""Giveaways that are not masked: what may point out the writer together with what colleagues know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from text_analysis.records import QuasiFlag

_ROLE: Final = (
    r"\w*(?:läkare\w*|sköterska\w*|sköterskan|lärare\w*|pedagog\w*|terapeut\w*|kurator\w*|psykolog\w*|barnmorska\w*|ekolog\w*|ingenjör\w*|handläggare\w*|"
    r"sekreterare\w*|samordnare\w*|rektor\w*|chef|chefen|chefer|kock\w*|vaktmästare\w*|logoped\w*|dietist\w*|arkivarie\w*|arkitekt\w*|jurist\w*|controller\w*|"
    r"tekniker\w*|bibliotekarie\w*|specialist\w*|konsult\w*|strateg\w*|inspektör\w*|assistent\w*|ombud\w*|administratör\w*|registrator\w*|ledare\w*|"
    r"receptionist\w*|fysioterapeut\w*|tandläkare\w*|optiker\w*|präst\w*|kantor\w*|brandman\w*|tolk\w*|undersköterska\w*|vårdare\w*|biträde\w*|lots\w*|"
    r"elev\w*|student\w*|mästare\w*|snickare\w*|elektriker\w*|chaufför\w*|förare\w*|personal\w*)"
)
_KIN: Final = (
    r"(?:man|fru|hustru|make|maka|sambo|pojkvän|flickvän|bror|brorson|brorsdotter|syster|systerson|systerdotter|son|dotter|svåger|svägerska|svärson|svärdotter|svärfar|"
    r"svärmor|kusin|mamma|pappa|mor|far|barn|barnbarn|barndomsvän|släkting|väninna|granne|ex|exman|exfru|särbo|partner|syskon|moster|faster|farbror|morbror|mormor|morfar|farmor|farfar)"
)
_BOSS: Final = (
    r"(?:chefens|chefers|rektorns|enhetschefens|ordförandens|kyrkoherdens|politikerns|direktörens|förvaltningschefens|verksamhetschefens|områdeschefens|kommunalrådets|"
    r"samordnarens|teamledarens|biträdandes|\w+chefens|\w+ledarens|\w*rådets|hans|hennes)"
)
_COUNT: Final = r"(?:två|tre|fyra|fem|sex|2|3|4|5|6)"

_PATTERNS: Final[tuple[tuple[str, int, str], ...]] = (
    (
        "roll",
        2,
        rf"\b(?:den|som|vår|min|deras|är|nattens|enhetens|kommunens|regionens|skolans|avdelningens|klinikens|husets|\w+s) enda (?:\w+ )?{_ROLE}(?: (?:på|i|med|för) \w+)?",
    ),
    (
        "roll",
        2,
        rf"\b(?:ensam|ensamma|enda|enda|sista|första) (?:\w+ )?{_ROLE} (?:på|i|för|med|kvar|hos) \w+(?: \w+)?",
    ),
    (
        "roll",
        2,
        r"\b(?:jag|hon|han|en) (?:är|var|som är|som) (?:den |det |en )?(?:enda|ende|ensam|ensamma|sista|äldsta?|yngsta?|först|första)\b[^.,!?]{0,45}",
    ),
    ("roll", 2, r"\bsom (?:enda|ende|ensam|ensamma|yngsta?|äldsta?) \w+(?: \w+){0,4}"),
    (
        "roll",
        2,
        r"\b(?:enda|ende) (?:man|mannen|kvinna|kvinnan|kille|killen|tjej|tjejen|kristna|muslimen?|juden?|utländska|svarta|rullstolsburna|döva|hbtq\w*)(?: (?:på|i) \w+)?",
    ),
    (
        "roll",
        2,
        rf"\b(?:bara|endast) (?:en|1) {_ROLE}[^.!?]{{0,30}}\b(?:alltså|nämligen|dvs|det vill säga|och det är) (?:jag|mig)\b",
    ),
    (
        "roll",
        1,
        r"\b(?:huvudhandledare|huvudskyddsombud|regionskyddsombud|skyddsombud|lokalvårdare|samordnare|koordinator|hovmästare|hovmästaren)[^.!?,]{0,6}\b(?:på|för|i) \w+\w{3}(?: \w+)?",
    ),
    (
        "roll",
        1,
        r"\b(?:vikarierande|tillförordnad|tf\.?|biträdande|nytillträdd|avgående|före detta|f\.d\.|ny|nya|nyblivna?) (?:\w+ )?(?:rektor|enhetschef|chef|verksamhetschef|avdelningschef|samordnare|förvaltningschef|skyddsombud|ordförande)[^.!?,]{0,25}",
    ),
    (
        "roll",
        1,
        r"\b(?:jag är|själv är jag|i egenskap av|i min roll som|som) (?:\w+ )?\w*(?:samordnare|ansvarig|ledare|ombud|controller|koordinator|ordförande|chef|specialist|strateg|registrator|arkivarie|verksamhetsutvecklare)\b[^.!?,]{0,30}",
    ),
    ("roll", 1, r"\b(?:halva|halv|delad|delade) (?:tjänsten?|min tjänst)[^.!?]{0,70}\bhalva?\b[^.!?,]{0,30}"),
    ("antal", 2, rf"\b[Vv]i {_COUNT}(?: \w+)? (?:som|på|i|inom|med|kvar)\b[^.!?,]{{0,40}}"),
    (
        "antal",
        2,
        rf"\b[Vv]i (?:är|var|blev) (?:bara |endast |totalt |numera )?{_COUNT}(?:st)?(?: \w+)?(?: (?:som|på|i|kvar)\b[^.!?,]{{0,40}})",
    ),
    (
        "antal",
        2,
        rf"\b(?:[Vv]i|[Oo]ss|[Dd]e|[Dd]om) {_COUNT} (?:\w+ande |\w+ade |\w+a )?\w*(?:are|or|erna|na|er|peuter|loger|examinerade|anställda|män|kvinnor)\b[^.!?,]{{0,35}}",
    ),
    (
        "antal",
        2,
        rf"\b(?:grupp|enhet|enheten|team|arbetslag|arbetsgrupp|arbetsgruppen|gruppen|teamet|avdelning)(?:\w{{0,3}})? (?:på|om|med|består av|är|består bara av) (?:bara |endast )?(?:en|{_COUNT}|sju)(?: (?:personer|pers|stycken|st|medarbetare|anställda|\w+))?[^.!?,]{{0,35}}",
    ),
    (
        "antal",
        2,
        rf"\b(?:[Vv]i|är|var) (?:bara |endast )?(?:en|{_COUNT}) (?:stycken |personer )?som (?:pratar|talar|kan|har|jobbar natt|går natt|arbetar natt)[^.!?,]{{0,40}}",
    ),
    (
        "ålder",
        2,
        r"\b(?:jag|hon|han) (?:är|fyller|fyllde|blir|har fyllt|som är|närmar mig) (?:snart |nu |nästan |över |drygt )?(?:1[89]|[2-7]\d|sextio\w*|femtio\w*|fyrtio\w*|trettio\w*|tjugo\w*)(?: år\b|\b(?! ?(?:%|procent|min|tim|kr|h\b|pers|st\b)))[^.!?,]{0,40}",
    ),
    ("ålder", 1, r",? (?:1[89]|[2-7]\d) år(?: gammal)?(?:,|\)| och (?:äldst|yngst))"),
    (
        "ålder",
        2,
        r"\b(?:äldst|yngst|den äldsta|den yngsta|vår äldsta|vår yngsta)(?:e)? (?:på|i|av|bland|anställda|medarbetaren|kollegan)\b[^.!?,]{0,30}",
    ),
    ("ålder", 1, r"\b(?:[2-6]\d|\w+tio\w*)[- ]?åring(?:en|s)?\b"),
    (
        "anställningstid",
        1,
        r"\b(?:jobbat|arbetat|varit|anställd|funnits|slitit|stannat|hållit på|gått)[^.!?]{0,25}\b(?:i |sedan |sen )?(?:[1-5]\d|över \d\d|tjugo\w*|trettio\w*|fyrtio\w*|femton|arton|nitton|sexton|sjutton|tolv|elva) år(?: på| i| här| inom|\b)[^.!?,]{0,30}",
    ),
    (
        "anställningstid",
        1,
        r"\b(?:anställd|började|börjat|jobbat|arbetat|varit|kvar)[^.!?]{0,25}\b(?:sedan|sen|redan|här) (?:19[5-9]\d|20[01]\d|-?[789]\d-talet)\b",
    ),
    (
        "anställningstid",
        1,
        r"\b(?:började|anställdes|tillträdde|börjat|sedan) (?:den )?\d{1,2}(?::e)? (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    ),
    (
        "anställningstid",
        1,
        r"\b\d\d år (?:på|i) (?:samma|det här|den här|huset|kommunen|regionen|yrket|verksamheten|förvaltningen)\b(?: \w+)?",
    ),
    ("anställningstid", 1, r"\bgår i pension\b[^.!?,]{0,30}|\bmin sista (?:vecka|månad|arbetsdag)\b"),
    (
        "hälsa",
        2,
        r"\b(?:jag|min|mitt|mina|hon|han|hans|hennes|själv)\b[^.!?]{0,40}\b(?:cancer\w*|adhd|add|autism\w*|asperger\w*|bipolär\w*|epilepsi\w*|diabetes\w*|diabetiker|ms|parkinson\w*|stroke|hjärtinfarkt\w*|infarkt\w*|fibromyalgi|endometrios|leukemi|tumör\w*|"
        r"psoriasis|crohns?|reumati\w*|artros\w*|astma|lupus|hiv|depression\w*|deprimerad|ptsd|ångest\w*|panikattack\w*|ätstörning\w*|alkoholist|missbruk\w*|beroende av|utmattning\w*|utbränd\w*|utmattad|sjukskriv\w*|opererat?s?|operation\w*|cochlea\w*|hörapparat\w*|"
        r"hörselskad\w*|synskad\w*|döv|blind|rullstol\w*|kryckor|protes\w*|stomi\w*|dyslexi|dyskalkyli|tourette\w*|ivf|missfall\w*|gravid\w*|mastektomi\w*|cellgift\w*|strålbehandl\w*|rehab|insulinpump|pacemaker|transplant\w*|dialys\w*|stamning|stammar|tinnitus|migrän|"
        r"diskbråck\w*|självmord\w*|psykos\w*|tvångssyndrom|ocd|klimakterie\w*|allergisk|eksem)\b",
    ),
    (
        "hälsa",
        2,
        r"\b(?:som har|med|har|fick) (?:adhd|add|autism|epilepsi|cancer|bröstcancer|ms|parkinson|insulinpump|cochleaimplantat|bipolär\w*|diabetes|rullstol|hörapparat|protes|dyslexi)\b",
    ),
    (
        "hälsa",
        2,
        r"\b(?:efter|sen|sedan|under|från) (?:min|mitt|hans|hennes) (?:\w+ )?(?:operation|sjukskrivning|stroke|infarkt|olycka|utmattning|depression|skilsmässa|cancer\w*|behandling|förlossning|missfall|rehab\w*|föräldraledighet|\w+tomi|mammaledighet)\b[^.!?,]{0,20}",
    ),
    (
        "hälsa",
        2,
        r"\bgravid\b[^.!?,]{0,25}|\b(?:jag|hon) (?:väntar|väntade) (?:barn|tvillingar)|\bmin graviditet\b",
    ),
    (
        "hälsa",
        1,
        r"\b(?:varit|blev|är|var) (?:helt |hel|halv|lång)?tids?sjukskriven\b[^.!?,]{0,25}|\bmin (?:diagnos|sjukdom|sjukskrivning|rehab)\b",
    ),
    (
        "ursprung",
        2,
        r"\b(?:jag|hon|han|kollegan?|kollega|man|ensam|enda)\b[^.!?]{0,30}\b(?:född i|kommer från|flydde från|flyktade från|ursprungligen från|uppvuxen i|flytt från) [A-ZÅÄÖ]\w+",
    ),
    (
        "ursprung",
        2,
        r"\b\w*(?:läkare|tandläkare|sköterska|lärare|ingenjör|jurist|kollega|kock|farmaceut|psykolog) från (?:[A-ZÅÄÖ]\w+)",
    ),
    (
        "ursprung",
        1,
        r"\b(?:pratar|talar|prata|tala|mitt modersmål|vårt modersmål|modersmål är) (?:\w+ och )?(?:turkiska|arabiska|somaliska|persiska|dari|tigrinja|polska|finska|samiska|kurdiska|spanska|thailändska|ryska|ukrainska|bosniska|romani|albanska|franska|tyska)\b[^.!?,]{0,30}",
    ),
    (
        "ursprung",
        2,
        r"\b(?:min (?:brytning|accent|hudfärg|bakgrund som|flykt)|jag (?:är|som är) (?:same|rom|svart|mörkhyad|adopterad|flykting|invandrare|finne|finska|polack|kurd|somalier|syrier|iranier|eritrean|bosnier|afghan|thailändska|utrikesfödd))\b[^.!?,]{0,25}",
    ),
    (
        "ursprung",
        1,
        r"\berfarenhet från (?:sjukhuset|sjukhus|skolor|skolan|vården) i (?:hemlandet|[A-ZÅÄÖ]\w+)|\bi mitt hemland\b|\bfrån mitt hemland\b",
    ),
    (
        "tro",
        2,
        r"\b(?:slöja|hijab|burka|turban|kippa|fastar under ramadan|ber mina böner|be mina böner|bönetid\w*|min tro|mitt trossamfund|jehovas|pingstvän|pastor(?:s)?dotter|prästdotter|prästson|pastorsson|(?:jag är|som|enda) (?:\w+ )?(?:muslim|kristen|kristna|jude|judisk|troende|ateist|buddhist|hindu|sikh|ortodox|katolik|frikyrklig))\b[^.!?,]{0,25}",
    ),
    (
        "läggning",
        2,
        r"\b(?:jag|hon|han|min)\b[^.!?]{0,25}\b(?:lever med en (?:kvinna|man)|är (?:gay|lesbisk|homosexuell|bög|bisexuell|trans|transperson|icke-binär|hbtq\w*)|kom ut som|könskorriger\w*|transition\w*)\b",
    ),
    (
        "fack",
        2,
        r"\b(?:jag|mig|mitt|själv|eftersom jag|hon|han|vårt|nytt)\b[^.!?]{0,25}\b(?:skyddsombud\w*|huvudskyddsombud|arbetsplatsombud|fackombud|fackligt? (?:ombud|aktiv|förtroende\w*|företrädare)|facklig(?:t)? (?:ombud|aktiv|förtroendevald|företrädare|ordförande)|klubbordförande|sektionsordförande|förtroendevald)\b[^.!?,]{0,35}",
    ),
    (
        "fack",
        1,
        r"\bsom (?:skyddsombud|fackligt ombud|facklig företrädare|arbetsplatsombud|huvudskyddsombud|förtroendevald|facklig)\b[^.!?,]{0,25}",
    ),
    (
        "relation",
        2,
        rf"(?i)\b{_BOSS} (?:egen |egna |gamla |bästa |nya |f\.d\. |före detta )?{_KIN}\b[^.!?,]{{0,30}}",
    ),
    (
        "relation",
        2,
        rf"\b(?:[Mm]in|[Mm]itt) (?:egen |egna |gamla )?{_KIN} (?:\w+ )?(?:är|var|sitter|jobbar|arbetar|bor|vårdas|ligger|går|dog|som är|som var|har varit|fick|låg|läser)\b[^.!?,]{{0,40}}",
    ),
    (
        "relation",
        2,
        r"\b(?:gift|gifta|ihop|tillsammans|sambo|släkt|syskon|bästis|bästa vän|bästa kompis|dejtar|förhållande|barndomsvän\w*|uppvuxna? ihop)\b(?: med| till| med varandra)?[^.!?]{0,25}\b(?:chef\w*|rektor\w*|varandra|ledare\w*|samordnare\w*|ordförande\w*|politiker\w*|henne|honom|hen)\b",
    ),
    (
        "relation",
        2,
        r"\b[Tt]villing\w*\b[^.!?,]{0,20}|\b(?:granne|kusin|släkt|gift|ihop|sambo) med (?:\w+ )?(?:chefen|rektorn|\w+chefen|ordföranden)\b",
    ),
    (
        "relation",
        2,
        r"\b(?:kommunalråd|nämnden|fullmäktige|kommunstyrelsen|riksdagen|regionråd|styrelsen för \w+)\b[^.!?]{0,35}\b(?:min|mitt|hennes|hans|sambo|fru|make)\b|\b(?:[Hh]ennes|[Hh]ans|[Mm]in|[Jj]ag) (?:\w+ )?(?:sitter|satt) i (?:nämnden|fullmäktige|styrelsen|kommunstyrelsen|regionfullmäktige|riksdagen)[^.!?,]{0,30}",
    ),
    (
        "relation",
        1,
        r"\b(?:är|var|som är|blev) (?:kommunalråd|regionråd|riksdagsledamot|nämndordförande|fullmäktige\w*|kändis)\b[^.!?,]{0,25}",
    ),
    (
        "händelse",
        2,
        r"\b(?:[Dd]en|[Hh]on|[Hh]an|[Kk]ollegan?|[Kk]ollega|[Hh]andläggaren|[Jj]ag|[Vv]ikarien|[Ll]äraren|[Ss]köterskan|[Cc]hefen|han|hon) som (?:bröt|intervjuades|vann|körde|brände|ramlade|föll|anmälde|anmäldes|polisanmäl\w*|hotades|blev (?:slagen|biten|hotad|knivhuggen|omplacerad|avstängd|uppsagd|friad|dömd|varnad|vittne|frikänd|svimmade)|krockade|larmade|svimmade|"
        r"gick (?:till pressen|ut i media|bort|i väggen)|stod i tidningen|var i tidningen|uthängd\w*|dog|avled|fick (?:sparken|en varning|avsked|hjärt\w*|stroke|priset|pris)|sjunger|tävlar|spelade|driver|skrev debatt\w*|startade|låste|tappade)\b[^.!?,]{0,40}",
    ),
    (
        "händelse",
        2,
        r"\b(?:efter|sen|sedan|vid|under|om|när) (?:händelsen|olyckan|branden|incidenten|rånet|knivdådet|överfallet|hotet|skottlossningen|explosionen|inbrottet|dödsfallet|självmordet|gisslan\w*|knivattacken|våldtäkten|sprängningen|skjutningen)\b[^.!?,]{0,40}",
    ),
    (
        "händelse",
        2,
        r"\b(?:polisanmälan|åtalet|rättegången|dom(?:en)?|förundersökningen|anmälan|varningen|utredningen) (?:mot|av|på|om) (?:mig|honom|henne|vår|en kollega)\b[^.!?,]{0,30}",
    ),
    (
        "händelse",
        2,
        r"\b(?:kollega|kollegan|chef|arbetskamrat|vän|medarbetare|vaktmästare|rektor) som (?:gick bort|dog|avled|tog sitt liv|begick självmord|tog livet av sig|omkom)\b[^.!?,]{0,20}",
    ),
    (
        "händelse",
        2,
        r"\b(?:vann mot kommunen|vann mot regionen|i Arbetsdomstolen|i tingsrätten|i lokaltidningen|i lokalpressen|i lokalradion|i tv-nyheterna|uppdrag granskning|på löpsedeln|på löpsedlarna|visselblås\w*|polisanmäl(?:d|de|t|an)\b[^.!?]{0,12}\b(?:mig|jag|kollega|chef)\w*)[^.!?,]{0,30}",
    ),
    (
        "händelse",
        2,
        r"\b(?:[Mm]in|[Vv]år) (?:son|dotter|man|fru|sambo|mamma|pappa|make|svärfar|svärmor|bror|syster|barn)\b[^.!?]{0,25}\b(?:dog|avled|gick bort|har (?:leukemi|cancer|autism|adhd|diabetes|epilepsi)|sjuk|ligger på|cancer|svårt sjuk|funktions\w*)\b",
    ),
    (
        "händelse",
        1,
        r"\b(?:jag|mig)\b[^.!?]{0,20}\b(?:blev (?:slagen|biten|hotad|knivhotad|knivhuggen|överfallen|avstängd|omplacerad|polisanmäld|utköpt|varnad|uppsagd|nedslagen)|blivit (?:slagen|biten|hotad|knivhotad|överfallen|avstängd|omplacerad|polisanmäld))\b[^.!?,]{0,30}",
    ),
    (
        "plats",
        1,
        r"\b(?:pojken|flickan|eleven|barnet|killen|tjejen|mannen|kvinnan|damen|brukaren|patienten|boende|kunden) (?:i|på|med|som) (?:\d\w*|rum \d+|[A-ZÅÄÖ0-9]\w*|avd\w* \d+|säng \d+)[^.!?,]{0,30}",
    ),
    (
        "särdrag",
        2,
        r"\b(?:[Uu]ndersköterskan|[Ll]äraren|[Ss]köterskan|[Kk]ollegan|[Cc]hefen|[Kk]illen|[Tt]jejen|[Hh]an|[Hh]on|[Mm]annen|[Kk]vinnan|[Vv]aktmästaren|[Kk]ocken|[Ll]äkaren|[Dd]en) (?:i \w+ |på \w+ )?(?:som|med) (?:sjunger|spelar|tävlar|har (?:adhd|epilepsi|autism)|\w+en som bor granne|hund\w*|pudel\w*|(?:rött|blått|rosa|grönt|lila) hår|tatuering\w*|rullstol\w*|rullator|käpp|protes|slöja|pudeln|glasögon\w*|rastafl\w*|dreads|mustasch\w*|ögonlapp\w*)[^.!?,]{0,35}",
    ),
    ("särdrag", 2, r"\b[Hh](?:an|on) (?:i|på) \w+(?:en|et|a|an) (?:som|med)\b[^.!?,]{0,40}"),
    (
        "familj",
        2,
        r"\b(?:ensamstående|ensam) (?:med|mamma|pappa|förälder|trebarns\w*|tvåbarns\w*|fyrabarns\w*)[^.!?,]{0,25}|\b(?:trebarns|fyrabarns|fembarns|tvåbarns|tvillings?)(?:mamma|pappa|förälder)\b|\begna fosterbarn\b|\bföräldraledig\b[^.!?,]{0,20}|\bmin skilsmässa\b",
    ),
)
_COMPILED: Final = tuple((label, score, re.compile(pattern)) for label, score, pattern in _PATTERNS)


def find_quasi(text: str) -> Iterator[QuasiFlag]:
    """The giveaways of a normalised text, one of each pattern's places; overlapping ones may stand together."""
    for label, score, pattern in _COMPILED:
        for match in pattern.finditer(text):
            yield QuasiFlag(match.start(), match.end(), label, score)
