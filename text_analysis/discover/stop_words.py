"""Words that tell nothing of a topic: function words, common verbs and measures, in Swedish and English."""

from __future__ import annotations

from typing import Final

_SWEDISH: Final = """
enkät enkäten enkäter svar svara svarar svarat frågade frågan frågor fyller räkna gärna känner ställe
aldrig all alla allt alltid allting alltså andra annan annars annat använda använder arbeta arbetar
arbetat arbete arbetet arbetsplats arbetsplatsen att av bakom bara behöva behöver behövs bero beror bl
blev bli blir bliv blivit borde bort borta bra bredvid bäst bästa bättre båda både börja började börjar ca
dag dagar dagen de dej dem den denna dessa dessutom det detta dig din dina ditt dock dom du dvs där
däremot därför då dålig dåliga dåligt efter eftersom egen eget egna ej ejheller eller emot en enbart enda
endast ens er era ert etc ett ex exempel exempelvis faktiskt fall fanns fast fem femte fick finna finnas
finns fler flera flest flesta folk fortfarande fram framför fråga frågar från fyra få får fått för före
förra först första förstå förstår försöka försöker förut ganska ge genast genom ger gett gick gilla gillar
gjorde gjort god goda gott gå gång gånger går gått gör göra göras ha hade haft halv halva halvt han hans
har hel hela hellre helt hem henne hennes heta heter hit hitta hittar hittills hon honom hoppas hos hundra
hur hända händer här hålla håller höll hör höra hört i iallafall ibland icke idag igen igår ihop in inför inga
ingen ingenting inget innan inne inom inte inuti ja jag jo jobb jobba jobbar jobbat jobbet ju just jämfört
kalla kallas kan kanske kl klart knappt kom komma kommer kommit kunde kunna kunnat kvar känna känns leta
ligga ligger lika lilla lite liten litet lägga lägger länge läsa läser lång långa långt låta låter man
massa med medan mej mellan men menar mer mera mest mig min mina mindre minst minut minuter mitt mm mot
mycket märka märker månad månaden månader många måste namn ned nej ner ngn ngt ni nio nog nr nu ny nya
nytt när nästa nästan nå någon någonstans någonting något några nån nåns nåt o och också ofta ok okej om
omkring ordentlig ordentligt oss osv par prata pratar procent på rad rakt redan riktig riktigt rätt sa
sade sagt sak saker sakna saknar saknas samma samman samt satt se sedan sej sen ser sett sex sig sin sina
sista sitt sitta sitter sju själv själva ska skall skicka skickar skrev skriva skriver skrivit skulle slut
sluta snart som sort st stor stora stort ställa ställer ständigt stå står större största säg säga säger
sätt sätta sätter så sådan sådana sådant sån såna sånt ta tack tag tagit tar tex till tillbaka tills
timmar timme tio titt titta tog tolv tre tro tror trots tva två tycka tycker tyckt tyvärr tänka tänker
undan under upp ur ut utan utanför va vad var vara varför varifrån varit varje varken vars vart vecka
veckan veckor vem vems verka verkar verkligen vet veta vetat vi via vid vilja vilka vilken vilket vill
visst visste vore vägen väl väldigt vänta väntar vår våra vårt än ändå ännu äntligen är även å åka åker år
åren året åt åter återigen åtta önska önskar över
"""
_ENGLISH: Final = """
a about after again all also always am an and any are as at be because been before being but by can could
did do does doing don every few for from get gets give go good got had has have he her here him his how i
if in into is it its just know like lot made make many me more most much my need never no nobody not
nothing now of often on one only or other our out over own people please really same say says she should
so some someone something still such take than that the their them then there these they thing things this
those though time to too us use very want was way we well were what when where which while who why will
with work working would year years you your
"""

STOP_WORDS: Final = frozenset((_SWEDISH + _ENGLISH).split())
