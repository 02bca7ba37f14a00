"""Giveaways: flagged with a label, never masked."""

import pytest

from text_analysis.anonymise import mask_texts

FLAGGED = (
    ("Som enhetens enda man får jag ta de tunga passen", "roll"),
    ("Vi två fysioterapeuter på kliniken delar rum", "antal"),
    ("Jag är 63 år och har jobbat natt länge", "ålder"),
    ("Har jobbat 43 år på samma avdelning", "anställningstid"),
    ("Efter min stroke i mars fick jag en ny stol", "hälsa"),
    ("Jag har ADHD och får inga anpassningar", "hälsa"),
    ("Min kollega, tandläkare från Aleppo, städar", "ursprung"),
    ("Som muslim får jag aldrig ledigt på eid", "tro"),
    ("Jag är skyddsombud på enheten och blir mobbad", "fack"),
    ("Chefens sambo fick tjänsten", "relation"),
    ("Hon som bröt benet på julfesten fick hemarbete", "händelse"),
    ("Pojken i 4B med insulinpump saknar vuxen", "tredje person"),
    ("Gamla Agda 91 år på rum 4 får vänta", "tredje person"),
    ("Ingrid 92 år på rum 3 har inte varit ute", "tredje person"),
    ("En kvinna på 54 år med ALS får dela rum", "tredje person"),
    ("En 84-årig man slår personalen", "tredje person"),
    ("82-åringen på tvåan ramlade", "tredje person"),
    ("Elev i 3B med ADHD slår mig", "tredje person"),
    ("Att jag lever med en kvinna är inget samtalsämne", "läggning"),
    ("Jag är ensamstående med tre barn", "familj"),
    ("Som kommunens enda dammvakt har jag beredskap", "roll"),
    ("Jag är den enda under 30 på kontoret", "roll"),
    ("Det är ensamt som ensam kille i laget", "roll"),
    ("Som nyast i arbetslaget får jag kvällarna", "anställningstid"),
    ("Har bara varit här i två månader", "anställningstid"),
    ("Jag började här i måndags och har ingen inloggning", "anställningstid"),
    ("Jag jobbade tidigare på ett annat verk i norr", "bakgrund"),
    ("Jag körde buss i många år innan jag blev vårdbiträde", "bakgrund"),
    ("Jag kom från Försvarsmakten och saknar ordningen", "bakgrund"),
    ("Jag jobbar 50 % och driver gården hemma", "sidosyssla"),
    ("Jag sitter i kommunfullmäktige på fritiden", "sidosyssla"),
    ("Jag är mamma till en av eleverna", "familj"),
    ("Vi två syskon på boendet får aldrig samma pass", "familj"),
    ("Jag ammar och det finns inget rum", "familj"),
    ("Jag lever med en njure och måste få dricka", "hälsa"),
    ("Det är svårt att få ledigt för dialys tre gånger i veckan", "hälsa"),
    ("Jag kom tillbaka efter min bröstoperation", "hälsa"),
    ("Har haft stroke i våras och jobbar kvar", "hälsa"),
    ("Jag gick i väggen 2021", "hälsa"),
    ("Jag är polsk och får alltid frågor om byggare", "ursprung"),
    ("De tre från Gaza får aldrig samma pass", "ursprung"),
    ("jag e den enda från eritrea i köket", "roll"),
    ("När man är Jehovas vittne blir man ifrågasatt", "tro"),
    ("Efter mordhotet mot mig fick vi en glasruta", "händelse"),
    ("Det var min medicinförväxling som ändrade rutinen", "händelse"),
    ("Jag var med när taket rasade in", "händelse"),
    ("Han fick hjärtstillestånd i omklädningsrummet", "händelse"),
    ("Som lokalombud fick jag veta det först", "fack"),
    ("Jag och receptionisten är skilda sedan i våras", "relation"),
    ("Chefen heter samma sak som jag", "relation"),
)
CLEAN = (
    "Vi är för få på natten och det märks",
    "Chefen lyssnar men har inte mandat",
    "Den enda lösningen är fler kollegor",
    "Mina barn hinner jag knappt träffa",
    "Sjukfrånvaron är hög och vikarierna får ingen introduktion",
    "Skyddsombudet gör ett bra jobb",
    "Det är första gången jag känner mig sedd",
    "Det tar två timmar att dokumentera",
    "Fler elever med ADHD och autism utan resurser",
    "Patienter med cancer får vänta för länge",
    "Vi två på natten hinner inte med",
    "Vi är bara två på 19 boende",
    "Vi fyra i teamet kompletterar varandra",
    "Vi behöver fler som kan teckenspråk",
    "Ibland minns man varför man valde yrket",
    "Avtalet gäller från den 1 april",
    "Skrivaren på tredje är trasig igen",
    "Svaren från ledningen dröjer",
    "Vi som har neuropsykiatriska diagnoser är fler än man tror",
    "De som har diabetes får ingen egen kost",
    "En dom i förvaltningsrätten ändrade alla beslut",
    "Det stod i tidningen att vi skulle läggas ner",
    "Sist på listan får minst",
    "Det är alltid jag som öppnar när larmet går",
    "Två av oss får stanna kvar varje kväll",
    "Vi har kört samma rutin i 15 år",
    "Förste handläggare är bara en titel",
    "Kom hit och titta innan ni röstar",
    "Nyanställda får ingen introduktion",
    "Det enda som är konstant är schemat",
    "Jag ber om mer bemanning",
    "Hon som leder mötena gör det bra",
    "Patienter med cancer väntar för länge",
    "När jag började trivas byttes chefen",
    "Föräldralediga får inte lönesamtal",
    "Vi har många språk i gruppen",
    "Facket borde få vara med tidigare",
    "En av kollegorna ska bli chef",
    "Tvillingarna i gruppen har olika scheman",
    "Enda gången vi ses är på lunchen",
)


@pytest.mark.parametrize(("text", "label"), FLAGGED, ids=[text for text, _ in FLAGGED])
def test_flags_what_may_point_out_a_person(text, label, masker):
    """A giveaway is flagged with its label and stays in the text."""
    masked = mask_texts([text], masker)[0]
    assert label in {flag.label for flag in masked.quasi}
    assert masked.text == text or masked.findings


@pytest.mark.parametrize("text", CLEAN)
def test_leaves_plain_comments(text, masker):
    """What anyone may say of work is no giveaway."""
    assert mask_texts([text], masker)[0].quasi == ()


def test_a_strong_giveaway_sends_the_comment_to_review(masker):
    """The reason names the kind of giveaway and nothing of the comment."""
    masked = mask_texts(["Jag är den enda fysioterapeuten på kliniken"], masker)[0]
    assert masked.review
    assert masked.reasons == ("Kan peka ut någon: roll",)


def test_flags_point_into_the_original(masker):
    """A flag after an emoji and a decomposed letter covers the words it is about."""
    text = "👍🏽 Bra! Chefens sambo fick tja\u0308nsten."
    flag = mask_texts([text], masker)[0].quasi[0]
    assert text[flag.start : flag.end].startswith("Chefens sambo")


def test_a_resident_with_name_and_age_is_masked_and_held(masker):
    """A resident's story keeps no name, and waits for a person."""
    masked = mask_texts(["Gamla Agda 91 år på rum 4 får vänta sju veckor"], masker)[0]
    assert masked.text == "Gamla [NAMN] 91 år på rum 4 får vänta sju veckor"
    assert masked.review
