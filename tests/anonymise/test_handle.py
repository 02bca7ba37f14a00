"""Names on sites and forums."""

import pytest

FOUND = (
    ("Jag skriver som Vitsippan58 i Kommunaltråden", "Vitsippan58"),
    ("insta annasvensson", "annasvensson"),
    ("på instagram heter jag keramikanna", "keramikanna"),
    ("mitt Instagram är keramikanna", "keramikanna"),
    ("TikTok-kontot kockkalle", "kockkalle"),
    ("Flashback som nattuggla", "nattuggla"),
    ("På Flashback heter jag Nattugglan74", "Nattugglan74"),
    ("skriver på Familjeliv som mammamu", "mammamu"),
    ("under aliaset trottsyrra", "trottsyrra"),
    ("nick: trottsyrra", "trottsyrra"),
    ("Youtube-kanalen AnnaLagar", "AnnaLagar"),
    ("youtube AnnaLagar", "AnnaLagar"),
    ("Skype live:annasve", "live:annasve"),
    ("Reddit u/annasve", "u/annasve"),
    ("Spotify annasve", "annasve"),
    ("Insta: nattsyster", "nattsyster"),
    ("på tiktok som vaktiskalle", "vaktiskalle"),
    ("på snap, vaktiskalle", "vaktiskalle"),
    ("Snapchat (vaktiskalle)", "vaktiskalle"),
    ("min LinkedIn (anna-lind-4412)", "anna-lind-4412"),
    ("Flashbacktråden om chefen startades av nattugglan77", "nattugglan77"),
    ("användaren nattugglan77 på Flashback", "nattugglan77"),
    ("mitt gamertag NightOwl77", "NightOwl77"),
    ("gamertag NightOwl77", "NightOwl77"),
    ("Xbox NightOwl77", "NightOwl77"),
    ("under pseudonymen Nattugglan", "Nattugglan"),
    ("på forumet går jag under Nattugglan", "Nattugglan"),
    ("lönespecen går till mike_87 på Insta", "mike_87"),
    ("kajsa.p på snap", "kajsa.p"),
)
LEFT = (
    "Vi har inget Instagram.",
    "Kommunens Instagram är fin.",
    "Instagram och TikTok under arbetstid.",
    "på facebook skriver de mycket",
    "Facebook som informationskanal fungerar inte.",
    "Läs på 1177.se och vardhandboken.se.",
    "kommun.se är krånglig",
    "Sidan www.kommunal.se var bra.",
    "Teams är bra men Skype var bättre.",
    "Insta heter Instagram nu",
    "Youtube på rasten.",
    "tiktok hela natten",
    "Snapchat med brukare är förbjudet.",
    "Facebook under rasten är ok.",
    "På Facebook är jag inte med",
    "På forumet skriver jag som undersköterska",
    "Alias fungerar inte i mejlen",
    "Hon heter något annat på Instagram",
    *(
        "Facebook: ingen vet vad som gäller.",
        "Instagram: bra.",
        "Facebookgruppen är full av skvaller.",
        "på tiktok som alla andra",
        "Snapchat, Instagram och Tiktok på lektionerna.",
        "Spotify i fikarummet.",
        "läs mer på intranätet",
        "läs mer på socialstyrelsen.se",
        "se skolverket.se",
        "kolla schemat.nu vet vi",
        "www.regionen.se är seg",
        "www.kommunen.se",
    ),
    "Vi lägger ut scheman på Facebook.",
    "annons i facebook",
)


@pytest.mark.parametrize(("text", "alias"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_names_on_sites(text, alias, found):
    """What someone calls themselves on a site is masked, also where it is a plain word."""
    assert found(text) == [(alias, "URL")]


@pytest.mark.parametrize("text", LEFT)
def test_leaves_talk_about_sites(text, found):
    """Sites and what is said of them stay."""
    assert found(text) == []
