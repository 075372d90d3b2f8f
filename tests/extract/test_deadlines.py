"""Until when one can register, and where, in the many ways in which people say so."""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.registration import find_registration
from intake.extract.url import find_url
from tests.extract.letters import best, found

ACTIVITY = "Dinsdag 9 mei om 10.00 uur is er een lezing voor ouders.\n\n"


def deadline(text, **more):
    value = best(find_registration, ACTIVITY + text, "registration_deadline", **more)
    return value and value.removeprefix("2017-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Graag aanmelden vóór 3 mei via x@y.nl", "05-03"),
        ("Graag aanmelden voor 3 mei via x@y.nl", "05-03"),
        ("Graag voor 3 mei een mailtje naar x@y.nl", "05-03"),
        ("Opgeven kan tot en met zondag 30 april.", "04-30"),
        ("Opgeven tot 1 mei.", "05-01"),
        ("Aanmelden kan niet meer na 1 mei.", "05-01"),
        ("De lijst gaat op 1 mei dicht; inschrijven via x@y.nl", "05-01"),
        ("Op 1 mei gaat de lijst dicht; inschrijven via x@y.nl", "05-01"),
        ("De lijst gaat dicht op 1 mei; inschrijven via x@y.nl", "05-01"),
        ("Inschrijven kan vanaf 1 april tot 1 mei via x@y.nl", "05-01"),
        ("De inschrijving sluit op 1 mei.", "05-01"),
        ("De inschrijving sluit 1 mei.", "05-01"),
        ("Inschrijving sluit maandag 1 mei", "05-01"),
        ("De inschrijving is open tot 1 mei.", "05-01"),
        ("Sluiting van de inschrijving is 1 mei.", "05-01"),
        ("Sluitdatum: 1 mei 2017", "05-01"),
        ("Sluitingsdatum inschrijving: 1 mei", "05-01"),
        ("Sluitingsdatum voor aanmelding is 1 mei.", "05-01"),
        ("Uiterste datum van aanmelden: 1 mei", "05-01"),
        ("Aanmelddeadline: 1 mei", "05-01"),
        ("De deadline voor aanmelden is 1 mei.", "05-01"),
        ("Deadline: 1 mei", "05-01"),
        ("Aanmelden (vóór 1 mei): x@y.nl", "05-01"),
        ("Aanmelden vóór 1 mei: x@y.nl", "05-01"),
        ("Aanmelden: t/m 1 mei via x@y.nl", "05-01"),
        ("Aanmelden: voor 1 mei bij x@y.nl", "05-01"),
        ("Aanmelden t/m: 1 mei", "05-01"),
        ("Aanmelden tot: 1 mei", "05-01"),
        ("De laatste dag om je op te geven is 1 mei.", "05-01"),
        ("Aanmelden is mogelijk t/m 1 mei", "05-01"),
        ("Meld je uiterlijk maandag 1 mei aan bij x@y.nl.", "05-01"),
        ("Laat ons voor 1 mei weten of je komt.", "05-01"),
        ("Hoor graag voor 1 mei wie er komt!", "05-01"),
        ("Kom je? Mail dan voor 1 mei naar x@y.nl", "05-01"),
        ("Wil je erbij zijn? Stuur dan voor 1 mei een berichtje naar x@y.nl", "05-01"),
        ("Wie wil komen mailt naar x@y.nl voor 1 mei.", "05-01"),
        ("Plaatsen kunnen tot 1 mei gereserveerd worden.", "05-01"),
        ("Kaarten bestellen kan tot 1 mei.", "05-01"),
        ("Aanmelding is verplicht en kan tot 1 mei, 12.00 uur.", "05-01"),
        ("RSVP 1 mei", "05-01"),
        ("RSVP vóór 1 mei via x@y.nl", "05-01"),
        ("rsvp uiterlijk 1-5 bij x@y.nl", "05-01"),
        ("U kunt zich tot uiterlijk 1 mei inschrijven.", "05-01"),
        ("Na 1 mei is aanmelden niet meer mogelijk.", "05-01"),
        ("Na 1 mei kunt u zich niet meer inschrijven.", "05-01"),
        ("De inschrijving is geopend van 1 april tot 1 mei.", "05-01"),
        ("Inschrijven kan van 1 april t/m 1 mei.", "05-01"),
        ("Inschrijven kan vanaf 1 april tot en met 1 mei.", "05-01"),
        ("Opgeven bij Tjitske, x@y.nl. Graag vóór 1 mei ivm de boodschappen.", "05-01"),
        ("Opgeven bij Tjitske, x@y.nl. Liefst voor 1 mei.", "05-01"),
        ("Aanmelden via x@y.nl, uiterlijk 1 mei, vol = vol", "05-01"),
        ("Aanmelden via x@y.nl\nuiterlijk 1 mei, vol = vol (55 plaatsen)", "05-01"),
        ("Opgeven: mailtje naar x@y.nl, liefst voor 1 mei", "05-01"),
        ("Meld je snel aan, dat kan nog tot en met vrijdag 5 mei!", "05-05"),
        ("Geef je vóór 1 mei op via de site.", "05-01"),
        ("Geef voor 1 mei door met hoeveel personen je komt.", "05-01"),
        ("Aanmelden kan nog t/m 1 mei, daarna is het vol.", "05-01"),
        ("Inschrijven uiterlijk 1 mei (vol is vol).", "05-01"),
        ("Aanmeldingen ontvangen wij graag vóór 1 mei.", "05-01"),
        ("Aanmelden: x@y.nl (vóór 1 mei)", "05-01"),
        ("Aanmelden kan tot twee weken vooraf, dus tot 25 april.", "04-25"),
        ("Graag opgave voor 1 mei i.v.m. de catering.", "05-01"),
        (
            "In verband met de catering ontvangen wij uw aanmelding graag uiterlijk woensdag 3 mei a.s.",
            "05-03",
        ),
        ("Reserveren is gewenst, dat kan tot 5 mei.", "05-05"),
        ("Aanmelden verplicht, uiterste datum 1 mei.", "05-01"),
        ("Let op: inschrijven kan t/m 1-5-2017.", "05-01"),
        ("Aanmelden tot zondag 7 mei 2017 23.59 uur", "05-07"),
        ("De aanmelding sluit een week eerder, op 2 mei.", "05-02"),
        ("Wij zien uw aanmelding graag tegemoet vóór 3 mei.", "05-03"),
        ("Er zijn 20 plekken, dus reageer voor 3 mei via x@y.nl.", "05-03"),
        ("Deelnemers kunnen zich tot 3 mei melden bij x@y.nl.", "05-03"),
        ("Meedoen? Bel of mail ons vóór 3 mei.", "05-03"),
        ("Interesse? Laat het voor 3 mei weten aan x@y.nl", "05-03"),
        ("Even laten weten dat je komt? Bel of app Petra, of mail p@y.nl (t/m 8 mei).", "05-08"),
        ("Max. 30 man, aanmelden bij ondergetekende en het liefst voor 1 mei.", "05-01"),
        ("Inschrijven via www.y.nl/in en wel vóór 24 april.", "04-24"),
    ],
)
def test_the_last_day_to_register_is_read_however_it_is_said(text, expected):
    assert deadline(text) == expected
    assert [span["starts"] for span in best(find_dates, ACTIVITY + text, "dates")] == ["2017-05-09T10:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Aanmelden voor 9 mei kan via x@y.nl",
        "Opgeven voor de lezing van 9 mei kan bij x@y.nl",
        "Inschrijven kan vanaf 1 april via x@y.nl",
        "De inschrijving opent 1 april.",
        "Annuleren kan kosteloos tot 1 mei.",
        "Tot 1 april geldt een vroegboekkorting van 10 euro.",
        "Kunnen jullie dit vóór 1 april op de site zetten?",
        "Ik hoor graag voor 1 april of jullie het plaatsen.",
        "Vragen voor de spreker kunt u tot 1 mei insturen.",
        "Aanmelden is niet nodig.",
        "Aanmelden kan tot de dag zelf via x@y.nl",
        "De tentoonstelling hangt er tot en met 12 mei.",
        "Op 3 mei laten we weten of het doorgaat.",
        "Wij bevestigen uw aanmelding vóór 5 mei.",
        "We horen het graag uiterlijk 1 mei.",
        "Ik kom daar voor 1 mei op terug.",
        "De deadline voor de subsidie is 1 juni.",
        "Meld je aan via x@y.nl. U hoort uiterlijk 1 mei of er plek is.",
        "Meld je aan via x@y.nl, uiterlijk 1 mei hoort u of u geplaatst bent.",
        "Aanmelden kan via x@y.nl; je krijgt voor 1 mei bericht.",
        "Na aanmelding ontvangen deelnemers uiterlijk 3 mei de link.",
        "Opgeven bij x@y.nl. Uiterlijk 2 mei laten wij weten of u mee kunt.",
        "Aanmelden kan via x@y.nl. Voor 2 mei sturen we een bevestiging.",
        "Aanmelden kan via x@y.nl, waarna u uiterlijk 1 mei hoort of u geplaatst bent.",
        "Wie zich aanmeldt, hoort uiterlijk 1 mei of er plek is.",
        "Aanmelding via x@y.nl. De link volgt uiterlijk 1 mei.",
    ],
)
def test_what_is_no_last_day_to_register_is_left_alone(text):
    assert deadline(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Graag aanmelden uiterlijk een week van tevoren via x@y.nl", "05-02"),
        ("Opgeven kan tot een week vooraf.", "05-02"),
        ("Aanmelden kan tot twee dagen van tevoren.", "05-07"),
        ("Opgeven uiterlijk de vrijdag ervoor.", "05-05"),
        ("Aanmelden graag uiterlijk vrijdag 5 mei.", "05-05"),
    ],
)
def test_a_last_day_told_from_the_activitys_is_worked_out_and_not_sure(text, expected):
    assert deadline(text) == expected
    if "5 mei" not in text:
        findings = found(find_registration, ACTIVITY + text, "registration_deadline")
        assert all(finding.confidence < 0.9 for finding in findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie wil komen mailt naar info@dekom.nl voor 1 mei.", "info@dekom.nl"),
        ("Kom je ook? Stuur een mailtje naar info@dekom.nl", "info@dekom.nl"),
        ("Interesse? Mail naar info@dekom.nl", "info@dekom.nl"),
        ("Meedoen? Laat het weten via info@dekom.nl", "info@dekom.nl"),
        ("U kunt zich aanmelden via www.dekom.nl/lezing", "www.dekom.nl/lezing"),
        ("Aanmelden kan hier: https://forms.dekom.nl/abc", "https://forms.dekom.nl/abc"),
        ("Inschrijven:\nwww.dekom.nl/lezing", "www.dekom.nl/lezing"),
        ("Inschrijflink: www.dekom.nl/lezing", "www.dekom.nl/lezing"),
        ("Kaarten via www.dekom.nl/kaarten", "www.dekom.nl/kaarten"),
        ("Reserveer een plek via info@dekom.nl", "info@dekom.nl"),
        ("De ouderavond loopt via de bibliotheek: www.bieb.nl/avond", "www.bieb.nl/avond"),
        ("Aanmelden is niet nodig. Vragen? info@dekom.nl", None),
        ("Meer informatie: www.dekom.nl/lezing", None),
        ("Aanmelden doen we via de mail: x@y.nl", "x@y.nl"),
        ("De link stuur ik zelf toe, mail daarvoor even naar x@y.nl.", "x@y.nl"),
        ("De Zoom-link is op te vragen bij x@y.nl.", "x@y.nl"),
        ("Vraag de link aan via x@y.nl.", "x@y.nl"),
        ("Voor de link mail je naar x@y.nl.", "x@y.nl"),
        ("De Teams-link krijg je na een mail aan x@y.nl.", "x@y.nl"),
        ("Wie een mailtje stuurt naar x@y.nl ontvangt de inloggegevens.", "x@y.nl"),
        ("Meedoen? Mail x@y.nl", "x@y.nl"),
        ("Een plekje claimen doe je via www.y.nl/in", "www.y.nl/in"),
        ("Stuur even een berichtje aan x@y.nl, dan zetten we je op de lijst.", "x@y.nl"),
        ("Je plek vastleggen kan op www.y.nl/in", "www.y.nl/in"),
        ("Kaartje kost 7,50, koop je op www.y.nl/lege, niet bij ons.", "www.y.nl/lege"),
        ("Toegangsbewijzen zijn te koop via www.y.nl/lege", "www.y.nl/lege"),
        ("Voor vragen over de link: mail x@y.nl.", None),
        ("Foto's kun je mailen naar x@y.nl.", None),
        ("De link naar de opname staat later op www.y.nl/film.", None),
        ("RSVP: info@dekom.nl", "info@dekom.nl"),
        ("Graag een berichtje als je komt: info@dekom.nl", "info@dekom.nl"),
        ("Aanmelden bij Truus de Wit, t.dewit@dekom.nl of 06-12345678", "t.dewit@dekom.nl"),
        ("Voor vragen: info@dekom.nl. Aanmelden: aanmelden@dekom.nl", "aanmelden@dekom.nl"),
        ("Meer info op www.dekom.nl/info, inschrijven op www.dekom.nl/in", "www.dekom.nl/in"),
        ("14, mailtje naar info@dekom.nl, liefst voor 1 mei", "info@dekom.nl"),
        ("Zin om te komen? Stuur een appje of mail info@dekom.nl", "info@dekom.nl"),
    ],
)
def test_where_to_register_is_read_however_it_is_said(text, expected):
    assert best(find_registration, ACTIVITY + text, "registration") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meer informatie: www.dekom.nl/lezing", "www.dekom.nl/lezing"),
        ("Het programma staat op www.dekom.nl/lezing.", "www.dekom.nl/lezing"),
        ("Lees meer op https://www.dekom.nl/nieuws/lezing-9-mei", "https://www.dekom.nl/nieuws/lezing-9-mei"),
        ("Kijk voor meer informatie op www.dekom.nl.", "www.dekom.nl"),
        ("Aanmelden via www.dekom.nl/lezing", None),
        ("De ouderavond loopt via de bibliotheek: www.bieb.nl/avond", None),
        ("Achtergrondinformatie over de film: https://www.y.nl/over", "https://www.y.nl/over"),
        ("Wie wij zijn lees je op https://www.y.nl/cafe.", "https://www.y.nl/cafe"),
        ("Een filmpje vooraf: https://www.y.nl/film", "https://www.y.nl/film"),
        ("Alles over deze dag vindt u op www.y.nl/dag", "www.y.nl/dag"),
        ("Zie ook www.y.nl/dag", "www.y.nl/dag"),
        ("Op www.y.nl/dag staat het hele programma.", "www.y.nl/dag"),
        ("Privacyverklaring: www.y.nl/privacy", None),
        ("Op onze website (www.y.nl) lees je meer.", "www.y.nl"),
        ("Meer weten: www.y.nl", "www.y.nl"),
        ("Wil je komen? Vul dan het formulier in op www.y.nl/f", None),
        ("Volg ons op www.facebook.com/dekom", None),
        ("Route: https://www.google.nl/maps/place/dekom", None),
    ],
)
def test_a_page_with_more_is_read(text, expected):
    assert best(find_url, ACTIVITY + text, "url") == expected


@pytest.mark.parametrize(
    ("text", "last", "where"),
    [
        (
            "Nu is de inschrijving geopend. Dat kan op www.y.nl/radar, tot en met 3 mei.",
            "05-03",
            "www.y.nl/radar",
        ),
        (
            "Voor DE LEZING (dinsdag 9 mei, 19.30 uur, Schouwburg) is nu de inschrijving geopend. Dat kan op www.y.nl/radar, tot en met 3 mei. Er is plaats voor 150 mensen.",
            "05-03",
            "www.y.nl/radar",
        ),
        ("Inschrijven is verplicht. Dit kan tot 1 mei via x@y.nl.", "05-01", "x@y.nl"),
        ("Wil je meedoen? Dan horen we dat graag voor 1 mei via x@y.nl.", "05-01", "x@y.nl"),
        ("U moet zich wel opgeven. Doe dat voor 1 mei via x@y.nl.", "05-01", "x@y.nl"),
        ("Graag vooraf aanmelden; dat kan tot 2 mei bij x@y.nl.", "05-02", "x@y.nl"),
        ("Aanmelden moet. Dat gaat via www.y.nl/in en kan nog tot en met 5 mei.", "05-05", "www.y.nl/in"),
        ("Opgave is nodig in verband met de catering. Voor 1 mei graag, bij x@y.nl.", "05-01", "x@y.nl"),
        (
            "U kunt zich aanmelden. Het formulier staat op www.y.nl/in en sluit op 4 mei.",
            "05-04",
            "www.y.nl/in",
        ),
        ("Meld je aan! Hier: www.y.nl/in. Uiterlijk 4 mei.", "05-04", "www.y.nl/in"),
        ("Aanmelden? Ja graag, tot 4 mei, op x@y.nl.", "05-04", "x@y.nl"),
        ("Inschrijving is open tot 4 mei, zie www.y.nl/in", "05-04", "www.y.nl/in"),
    ],
)
def test_a_sentence_that_goes_on_about_registering_tells_where_and_until_when(text, last, where):
    assert deadline(text) == last
    assert best(find_registration, ACTIVITY + text, "registration") == where
