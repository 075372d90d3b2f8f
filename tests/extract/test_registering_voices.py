"""Where one registers and until when, as many writers say it: with verbs that part, by the writer's own address."""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.registration import find_registration
from tests.extract.letters import best

ACTIVITY = "Dinsdag 9 mei om 10.00 uur is er een lezing voor ouders.\n\n"
WRITER = "n.dekker@swvdebrug.nl"


@pytest.mark.parametrize(
    "text",
    [
        "De link krijgt wie mij mailt.",
        "Wie mee wil lezen, laat het mij liefst per mail weten.",
        "Aanmelden kan via mij.",
        "Aanmelden bij mijzelf.",
        "Opgave loopt via mij.",
        "Aanmeldingen lopen via ondergetekende.",
        "Wie mee wil doen, kan zich bij mij melden.",
        "Wie komt meldt zich bij mij.",
        "Geef je op door op deze mail te antwoorden.",
        "Zin om te komen? Reageer dan even op deze mail.",
        "Stuur me een mailtje als je komt.",
        "Laat me even weten als je komt.",
        "Laat mij voor 1 mei weten of je erbij bent.",
        "Aanmelden kan op bovenstaand e-mailadres.",
        "Opgeven via onderstaand adres.",
        "Een berichtje vooraf is prettig en mag op dit adres.",
    ],
)
def test_who_asks_to_register_with_himself_is_registered_with_by_his_own_address(text):
    assert best(find_registration, ACTIVITY + text, "registration") == WRITER


@pytest.mark.parametrize(
    "text",
    [
        "Een stoel reserveert u via x@y.nl.",
        "Uw plaats bewaart u door te schrijven aan x@y.nl.",
        "Wie erbij wil zijn, schrijft een regel aan x@y.nl.",
        "Aanm. bij dhr. Vos (x@y.nl).",
        "Inschr.: x@y.nl",
        "Ouders schrijven zich in bij de administratie (x@y.nl of 035 - 53 77 04).",
        "U schrijft zich in via x@y.nl.",
        "Men geeft zich op bij Ria, x@y.nl.",
        "Wie mee wil, geeft zich op bij x@y.nl.",
        "Deelnemers melden zich via x@y.nl.",
        "Uw komst meldt u bij x@y.nl.",
        "Uw aanwezigheid kunt u kenbaar maken via x@y.nl.",
        "Vooraf een seintje graag naar x@y.nl.",
        "Boek je plek via x@y.nl",
        "Je plaats bespreken doe je via x@y.nl",
        "Je kunt je plek veiligstellen via x@y.nl",
        "Deelname via x@y.nl",
        "Voor deelname kunt u terecht bij x@y.nl",
        "Intekenen kan via x@y.nl",
        "Teken in via x@y.nl",
        "Boeken: x@y.nl",
        "De prijs is 5 euro. Boeken: x@y.nl",
        "Meedoen via x@y.nl",
        "Ook meedoen? x@y.nl",
        "Interesse? x@y.nl",
        "Ben je erbij? Mail dan x@y.nl",
        "Graag vooraf even mailen: x@y.nl",
        "Mail je naam en leeftijd naar x@y.nl",
        "Zet je naam op de lijst via x@y.nl",
        "De Teamslink krijg je via x@y.nl",
        "Gaarne uw komst berichten aan x@y.nl",
        "Uiterlijk vrijdag moeten de namen binnen zijn bij x@y.nl",
        "Een plek bemachtigen kan via x@y.nl",
        "Vul voor 1 mei het formulier in op x@y.nl",
        "Stuur een mail met je naam naar x@y.nl",
        "Doe mee en mail naar x@y.nl",
        "Uw deelname kunt u kenbaar maken via x@y.nl",
        "Wie erbij wil zijn, meldt dat op x@y.nl",
        "Aanmelden is verplicht, want we bestellen broodjes. Mail uiterlijk vrijdag 5 mei naar x@y.nl",
        "Aanmedlen via x@y.nl",
        "De toegang is vijf euro en het maximum is gesteld op tien; geef je op via\nx@y.nl. De koffie is gratis.",
        "De grote zaal is het niet, welke wel laat ik nog weten. Aanmelden via x@y.nl",
        "De zaal is niet groot, dus reserveer via x@y.nl",
    ],
)
def test_where_to_register_is_told_by_many_verbs(text):
    assert best(find_registration, ACTIVITY + text, "registration") == "x@y.nl"


@pytest.mark.parametrize(
    "text",
    [
        "Opgeven: n.v.t.\nWebsite: www.x.nl",
        "Aanmelden?\nNiet nodig. De deur staat open.\nMeer lezen? www.x.nl/avond",
        "Voor vragen kunt u bij mij terecht.",
        "Heb je vragen over het komen? Vraag het x@y.nl",
        "Aanmelden hoeft niet. Mail bij vragen naar x@y.nl",
        "Help je mee? Meld je bij x@y.nl",
        "Wil je een flyer? Mail x@y.nl",
        "Kun je niet komen? Meld je dan af via x@y.nl",
        "De boeken van de schrijver: x@y.nl/boeken",
        "De foto's kunnen jullie bij mij opvragen.",
        "U kunt de flyer bij mij bestellen.",
        "Stuur mij even een bericht als het geplaatst is.",
        "Laat me even weten of het gelukt is.",
        "Laat mij weten of jullie nog iets nodig hebben.",
        "Dit loopt via mij, dus vraag maar raak.",
        "De communicatie gaat via mij.",
        "Boeken over dit onderwerp vind je op www.y.nl/boeken",
        "Wie geen mail meer wil kan zich afmelden via www.y.nl/uit",
        "Welke zaal het wordt laat ik nog weten via www.y.nl/zaal",
    ],
)
def test_what_is_no_registering_gives_no_address_for_it(text):
    assert best(find_registration, ACTIVITY + text, "registration") is None


@pytest.mark.parametrize(
    "text",
    [
        "Ouders schrijven zich in bij de administratie (x@y.nl), en wel uiterlijk 1 mei.",
        "Vooraf een seintje graag, vóór 1 mei.",
        "Graag een seintje voor 1 mei, dan zetten we genoeg stoelen klaar.",
        "Graag hoor ik voor 1 mei of u aanwezig zult zijn.",
        "We willen graag voor 1 mei weten wie er komen, vanwege de lunch.",
        "In verband met de inkopen willen we voor 1 mei weten op hoeveel mensen we kunnen rekenen.",
        "1 mei is de laatste dag om aan te melden.",
        "Maandag 1 mei is de uiterste dag van aanmelding.",
        "1 mei sluit de inschrijving.",
        "Op 1 mei gaat de inschrijving dicht.",
        "Opgave vóór maandag (1 mei) bij Ria.",
        "Aanmelden kan via mij en moet in verband met de zaal, vóór maandag 1 mei alsjeblieft.",
        "Aanmelden graag bij mij, tot en met maandag 1 mei.",
    ],
)
def test_the_last_day_is_told_before_and_behind_what_asks_to_register(text):
    assert best(find_registration, ACTIVITY + text, "registration_deadline") == "2017-05-01"
    assert [span["starts"] for span in best(find_dates, ACTIVITY + text, "dates")] == ["2017-05-09T10:00"]


@pytest.mark.parametrize(
    "text", ["Opgeven kan tot de dag ervoor.", "Aanmelden uiterlijk de dag van tevoren."]
)
def test_the_day_before_is_the_last_day(text):
    assert best(find_registration, ACTIVITY + text, "registration_deadline") == "2017-05-08"


@pytest.mark.parametrize(
    "text",
    [
        "Kunt u mij vóór 1 mei laten weten of u het opneemt in de agenda?",
        "Laat voor 1 mei weten of jullie de tekst zo goed vinden.",
        "Tot 1 mei kost een kaartje 5 euro, daarna 8.",
        "Welke zaal het wordt laten we voor 1 mei weten.",
    ],
)
def test_a_day_by_which_the_desk_or_a_writer_answers_is_no_last_day_to_register(text):
    assert best(find_registration, ACTIVITY + text, "registration_deadline") is None


@pytest.mark.parametrize(
    "text",
    [
        "Er kunnen er acht meedoen, dus graag van tevoren mailen naar les@school.example.",
        "Graag vooraf een mail aan les@school.example.",
        "De link opvragen kan bij les@school.example.",
    ],
)
def test_a_mail_that_is_asked_for_beforehand_registers(text):
    assert best(find_registration, ACTIVITY + text, "registration") == "les@school.example"


@pytest.mark.parametrize(
    "text",
    [
        "Aanmelden voor de nieuwsbrief kan via www.school.example/nieuws.",
        "Opgeven voor de lunch kan tot 5 mei via lunch@school.example.",
        "We zoeken nog sprekers, meld je voor 1 april bij spreker@school.example.",
        "U kunt uw kaartje tot 7 mei inwisselen.",
        "Een kraam reserveren kan voor 1 mei bij markt@school.example.",
        "Geef allergieën voor 2 mei door aan kok@school.example.",
    ],
)
def test_what_is_registered_for_beside_the_activity_is_not_where_one_registers(text):
    assert best(find_registration, ACTIVITY + text, "registration") is None
    assert best(find_registration, ACTIVITY + text, "registration_deadline") is None
