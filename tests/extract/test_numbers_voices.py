"""How many can come and what it costs, as many writers say it."""

import pytest

from intake.extract.capacity import find_capacity
from intake.extract.price import find_price
from tests.extract.letters import best


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kunnen 150 toeschouwers in.", 150),
        ("Meedoen kost € 25, er kunnen er 14 mee.", 14),
        ("Twee rondes van maximaal 8 mensen, dus 16 in totaal.", 16),
        ("Er kunnen er niet meer dan twintig op de mat, dus vol is vol.", 20),
        ("Er is plek voor zes.", 6),
        ("Er zijn 16 plekken.", 16),
        ("We hebben 16 plekken.", 16),
        ("ik heb nu een groter zoomaccount genomen: 100 plekken.", 100),
        ("Twintig euro de man, soep inbegrepen. Twaalf plekken.", 12),
        ("Max 20 stoelen dus vol = vol.", 20),
        ("Max. 30 man, aanmelden graag.", 30),
        ("Er is ruimte voor maximaal 25 mensen.", 25),
        ("We houden het op maximaal 25 mensen.", 25),
        ("Max 8 per groep, twee groepen.", 16),
        ("Twee groepen van acht.", 16),
        ("We gaan uit van hooguit 40 mensen.", 40),
        ("De zaal heeft ruimte voor 55 personen.", 55),
        ("In de zaal kunnen 45 mensen.", 45),
        ("Er passen zo'n 15 gezinnen op, meer niet.", 15),
        ("14, mailtje naar h.x@y.nl", None),
        ("Met zes tegelijk gluren we naar binnen, meer past er niet.", 6),
        ("Bij de film is plek voor 85 man, bij de workshop voor 24.", 85),
        ("Er is plek voor 12 kinderen per keer.", 12),
        ("Het aantal plaatsen is beperkt tot 35.", 35),
        ("Er kan 30 man in de zaal.", 30),
        ("Meer dan 12 kan niet, dan wordt het te druk.", 12),
        ("We laten maximaal 12 mensen toe.", 12),
        ("De groep is niet groter dan tien personen.", 10),
        ("Deelnemers: maximaal 20", 20),
        ("Inschrijven sluit bij 60 aanmeldingen.", 60),
        ("Er zijn nog 16 plaatsen vrij", 16),
        ("Je kunt je met maximaal 3 collega's per school opgeven.", None),
        ("Vorig jaar waren er 60 mensen.", None),
        ("Maximaal 2 uur.", None),
    ],
)
def test_how_many_can_come_is_said_in_many_ways(text, expected):
    assert best(find_capacity, text, "capacity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er is geen deelnemersbijdrage.", 0),
        ("We vragen 3 euro per gezin voor voer en limonade.", 3),
        ("Kaartje kost 7,50, koop je op www.x.nl", 7.5),
        ("Twintig euro de man, soep inbegrepen.", 20),
        ("We vragen 25 euro per persoon, dat is inclusief het werkboekje.", 25),
        ("Dat kost niets.", 0),
        ("Het kost niks.", 0),
        ("Kosten zijn er niet aan verbonden.", 0),
        ("Aan alles kun je gratis meedoen.", 0),
        ("Entree € 5,00 inclusief koffie.", 5),
        ("15 euro, voor de acteurs", 15),
        ("De prijs is 12,50 per scherm.", 12.5),
        ("Deelname bedraagt 10,- pp", 10),
        ("Een kaartje is 4 euro.", 4),
        ("Een tientje de man.", 10),
        ("Inschrijfgeld: 35,-", 35),
        ("Je betaalt 5 euro aan de deur.", 5),
        ("Deelname is voor niets.", 0),
        ("Meedoen is gratis.", 0),
        ("Er zijn geen kosten aan verbonden.", 0),
        ("zonder kosten", 0),
        ("De toegang is vrij; reserveren gewenst.", 0),
        ("Toegang gratis.", 0),
        ("Dat is kosteloos, de koffie ook.", 0),
        ("Kosten: n.v.t.", 0),
        ("Tickets kosten 8,50.", 8.5),
        ("Kaarten à € 6,-", 6),
        ("Voor 5 euro ben je erbij.", 5),
        ("croissantjes zijn voor onze rekening", None),
        ("er hoeft niet betaald te worden", 0),
        ("Wij vragen een eigen bijdrage van 2,50.", 2.5),
    ],
)
def test_what_it_costs_is_said_in_many_ways(text, expected):
    assert best(find_price, text, "price") == expected
