"""Words that tell nothing of a topic: function words, common verbs and measures, in Swedish and English."""

from __future__ import annotations

from typing import Final

_SWEDISH: Final = """
aldrig all alla allt alltid allting alltså andra annan annars annat använda använder arbeta arbetar arbetat
arbete arbetet arbetsplats arbetsplatsen att av bakom bara behöva behöver behövs bero beror bl blev bli blir
bliv blivit borde bort borta bra bredvid båda både bäst bästa bättre börja började börjar ca dag dagar dagen
de dej dem den denna dessa dessutom det detta dig din dina ditt dock dom du dvs då dålig dåliga dåligt där
däremot därför efter eftersom egen eget egna ej ejheller eller emot en enbart enda endast enkät enkäten
enkäter ens er era ert etc ett ex exempel exempelvis extra faktiskt fall fanns fast fem femte fick fin fina
finna finnas finns fler flera flest flesta folk fortfarande fram framför fråga frågade frågan frågar frågor
från fyller fyra få får fått för före förra först första förstå förstår försöka försöker förut ganska ge
genast genom ger gett gick gilla gillar gjorde gjort god goda gott gå gång gånger går gått gärna gör göra
göras ha hade haft halv halva halvt han hans har hel hela hellre helt hem henne hennes heta heter hit hitta
hittar hittills hon honom hoppas hos hundra hur hålla håller hända händer här höll hör höra hört i iallafall
ibland icke idag igen igår ihop in inför inga ingen ingenting inget innan inne inom inte inuti ja jag jo
jobb jobba jobbar jobbat jobbet ju just jämfört kalla kallas kan kanske kl klart knappt kom komma kommer
kommit kr krona kronor kronorna kunde kunna kunnat kvar känna känner känns leta ligga ligger lika lilla lite
liten litet lång långa långt låta låter lägga lägger länge läsa läser man massa med medan mej mellan men
menar mer mera mest mig min mina mindre minst minut minuter mitt mm mot mycket månad månaden månader många
måste märka märker namn ned nej ner ngn ngt ni nio nog nr nu ny nya nytt nå någon någonstans någonting något
några nån nåns nåt när nästa nästan o och också ofta ok okej om omkring ordentlig ordentligt oss osv par
prata pratar procent på rad rakt redan riktig riktigt räkna rätt sa sade sagt sak saker sakna saknar saknas
samma samman samt satt se sedan sej sen ser sett sex sig sin sina sista sitt sitta sitter sju själv själva
ska skall skicka skickar skrev skriva skriver skrivit skulle slut sluta snart som sort st stor stora stort
stå står ställa ställe ställer ständigt större största svar svara svarar svarat så sådan sådana sådant sån
såna sånt säg säga säger sätt sätta sätter ta tack tag tagit tar tex till tillbaka tills timmar timme tio
titt titta tog tolv tre tro tror trots tusen tva två tycka tycker tyckt tyvärr tänka tänker undan under upp
ur ut utan utanför va vad var vara varandra varandras varann varför varifrån varit varje varken vars vart
vecka veckan veckor vem vems verka verkar verkligen vet veta vetat vi via vid vilja vilka vilken vilket vill
visst visste vore vår våra vårt vägen väl väldigt vänta väntar å åka åker år åren året årets åt åter
återigen åtta än ändå ännu äntligen är även önska önskar över
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
