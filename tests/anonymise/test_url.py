"""Links, sites and handles."""

import pytest

FOUND = (
    ("se http://selma.example/cv om", "http://selma.example/cv"),
    ("(https://diarium.example/arende/8841?part=x), uppe", "https://diarium.example/arende/8841?part=x"),
    ("instagram.com/snickar.greta.ex", "instagram.com/snickar.greta.ex"),
    ("youtu.be/ex4mpel", "youtu.be/ex4mpel"),
    ("skriv till @annsve på Teams", "@annsve"),
    ("snap, skiftgangarn.ex, så", "skiftgangarn.ex"),
    ("insta: sara_syrran88", "sara_syrran88"),
    ("bloggen snigeljobbet.blogspot.com är", "snigeljobbet.blogspot.com"),
    ("www.minarbetsplats.se säger allt", "www.minarbetsplats.se"),
    ("läs annasblogg.se nu", "annasblogg.se"),
    ("podden på annapoddar.se", "annapoddar.se"),
    ("hemsidan annasvensson . se", "annasvensson . se"),
    ("vardforalla.nu är min blogg", "vardforalla.nu"),
    ("goo.gl/maps/abc", "goo.gl/maps/abc"),
    ("läs vaktiskalle.blogspot.se", "vaktiskalle.blogspot.se"),
    ("min sida annasve.se", "annasve.se"),
    ("jag skriver på annasve.se", "annasve.se"),
    ("recensionen på g.page/exempel/review/danne_h", "g.page/exempel/review/danne_h"),
    ("hans profil kajsa.link/om", "kajsa.link/om"),
)


@pytest.mark.parametrize(("text", "link"), FOUND, ids=[text for text, _ in FOUND])
def test_masks_links_and_handles(text, link, found):
    """A link is masked whole, without the mark that ends the sentence."""
    assert found(text) == [(link, "URL")]


@pytest.mark.parametrize(
    "text",
    [
        "Blanketten ligger på skatteverket.se, tack",
        "www.1177.se",
        "t.ex. 20 %",
        "jobbet.nu får vi se",
        "och/eller",
        "Skriver man @alla i Teams blir det tyst",
        "enh.chef/rektor",
    ],
)
def test_leaves_public_sites_and_prose(text, found):
    """Sites of authorities are no one's."""
    assert found(text) == []
