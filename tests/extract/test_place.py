"""Where it is, as people write it: one table a class of Dutch, each row a text and what staff would type over."""

import pytest

from intake.extract.place.find import find_place
from intake.extract.place.online import find_online
from tests.extract.letters import best

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\nT 035 - 621 44 10\n"
FIELDS = ("venue", "street", "postcode", "city")


def told(text: str, **more: str) -> tuple[object, ...]:
    return tuple(best(find_place, text, field, **more) for field in FIELDS)


@pytest.mark.parametrize(
    ("text", "street", "postcode", "city"),
    [
        ("Waar: De Hal, Plein 1945 nr. 3, 8021 EV Zwolle", "Plein 1945 nr. 3", "8021 EV", "Zwolle"),
        ("Waar: De Hal, 1e Oosterparkstraat 12-II, 1091 HG Amsterdam", "1e Oosterparkstraat 12-II", "1091 HG", "Amsterdam"),
        ("Waar: De Hal, Tweede Kerkstraat 4 bis, 3511 AB Utrecht", "Tweede Kerkstraat 4 bis", "3511 AB", "Utrecht"),
        ("Waar: De Hal, Kerkstraat 4a te Baarn", "Kerkstraat 4a", None, "Baarn"),
        ("Waar: De Hal, Kerkstraat 4-6 in Baarn", "Kerkstraat 4-6", None, "Baarn"),
        ("Waar: De Hal, Kerkstraat 4 A, 1234ab Baarn", "Kerkstraat 4 A", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat 4 1234ab baarn", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Waar: De Hal, kerkstraat 4, 1234 ab Baarn", "kerkstraat 4", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat nr. 4, Baarn", "Kerkstraat nr. 4", None, "Baarn"),
        ("Waar: De Hal, Burg. van der Borchlaan 1, 3722 GZ Bilthoven", "Burg. van der Borchlaan 1", "3722 GZ", "Bilthoven"),
        ("Waar: De Hal, Prof. dr. Dondersstraat 11, Tilburg", "Prof. dr. Dondersstraat 11", None, "Tilburg"),
        ("Waar: De Hal, Mr. P.J. Troelstraweg 7, Leeuwarden", "Mr. P.J. Troelstraweg 7", None, "Leeuwarden"),
        ("Waar: De Hal, Laan van Nieuw Oost-Indië 250, 2593 CE Den Haag", "Laan van Nieuw Oost-Indië 250", "2593 CE", "Den Haag"),
        ("Waar: De Hal, Op de Wieken 5, 1852 BS Heiloo", "Op de Wieken 5", "1852 BS", "Heiloo"),
        ("Waar: De Hal, 't Zand 3, Haarlem", "'t Zand 3", None, "Haarlem"),
        ("Waar: De Hal, Het Rond 6, 3701 HS Zeist", "Het Rond 6", "3701 HS", "Zeist"),
        ("Waar: De Hal, Achter de Hoven 114-2, 8933 AJ Leeuwarden", "Achter de Hoven 114-2", "8933 AJ", "Leeuwarden"),
        ("Waar: De Hal, Meent 12, Rotterdam", "Meent 12", None, "Rotterdam"),
        ("Waar: De Hal, Oude Gracht 12 bis (Utrecht)", "Oude Gracht 12 bis", None, "Utrecht"),
        ("Waar: De Hal, De Ruyterstraat 3 te 1234 AB Baarn", "De Ruyterstraat 3", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat 4 (1234 AB) te Baarn", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat 4 in Baarn (1234 AB)", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Op 9 mei om 10.00 uur in de aula van De Hal: Kerkstraat 4 in Baarn (1234\nAB).", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Plek: ons kantoor in Baarn, Kerkstraat 4 (1234 AB), vergaderzaal Ede op de eerste verdieping. Datum: 9 mei", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat 4 te Wijhe, 8131 PN", "Kerkstraat 4", "8131 PN", "Wijhe"),
        ("Waar: De Hal, Kerkstraat 4, NL-1234 AB Baarn", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Waar: De Hal, Kerkstraat 4, 1861 VC Bergen (NH)", "Kerkstraat 4", "1861 VC", "Bergen"),
        ("Waar: De Hal, Kerkstraat 4, 's-Hertogenbosch", "Kerkstraat 4", None, "'s-Hertogenbosch"),
        ("Waar: De Hal, Kerkstraat 4, Nijeveenseverlaat", "Kerkstraat 4", None, "Nijeveenseverlaat"),
        ("Waar: De Hal, Kerkstraat 4 Kollumerpomp", "Kerkstraat 4", None, None),
        ("Waar: De Hal, Stationsweg t/o 12, Baarn", "Stationsweg t/o 12", None, "Baarn"),
        ("Waar: De Hal, Buorren 22, Wytgaard", "Buorren 22", None, "Wytgaard"),
        ("Waar: De Hal, Skoallestrjitte 11, 8495 KL Aldeboarn", "Skoallestrjitte 11", "8495 KL", "Aldeboarn"),
        ("Waar: De Hal, Vaart ZZ 61, 9401 GJ Assen", "Vaart ZZ 61", "9401 GJ", "Assen"),
        ("Waar: De Hal, Van Heemstraweg-West 3a, 5301 PA Zaltbommel", "Van Heemstraweg-West 3a", "5301 PA", "Zaltbommel"),
        ("Waar: De Hal, Spui, Den Haag", None, None, "Den Haag"),
        ("Waar: De Hal, Kerkstraat 4, 1234  AB  BAARN", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Kom op 9 mei naar Kerkstraat 4 in Baarn.", "Kerkstraat 4", None, "Baarn"),
        ("Op 9 mei om 10.00 uur aan de Kerkstraat 4 in Baarn.", "Kerkstraat 4", None, "Baarn"),
        ("Op 9 mei, Kerkstraat 4 Baarn, 10.00 uur.", "Kerkstraat 4", None, "Baarn"),
        ("Adres: Kerkstraat 4\nPostcode: 1234AB\nPlaats: Baarn\nDatum: 9 mei", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Straat: Kerkstraat 4\nPostcode en plaats: 1234 AB Baarn\nDatum: 9 mei", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Locatie: De Hal\nKerkstraat 4\n1234 AB Baarn\nDatum: 9 mei", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Locatie: De Hal | Kerkstraat 4 | 1234 AB | Baarn", "Kerkstraat 4", "1234 AB", "Baarn"),
        ("Locatie: De Hal • Kerkstraat 4 • Baarn", "Kerkstraat 4", None, "Baarn"),
        ("Op 9 mei zijn er 12 plekken in Baarn.", None, None, "Baarn"),
        ("Op 9 mei komen Groep 8 en Klas 2 langs in Baarn.", None, None, "Baarn"),
    ],
)  # fmt: skip
def test_a_street_is_read_whatever_it_is_called(text, street, postcode, city):
    assert told(text)[1:] == (street, postcode, city)


@pytest.mark.parametrize(
    ("text", "venue", "street", "city"),
    [
        ("Op 9 mei om 14 uur in De Hal, Kerkstraat 4 in Zeist.", "De Hal", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei om 14 uur in De Hal in Zeist, Kerkstraat 4.", "De Hal", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei om 14 uur in Zeist (De Hal, Kerkstraat 4).", "De Hal", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei om 14 uur op Kerkstraat 4 in Zeist (De Hal).", "De Hal", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei om 14 uur aan de Kerkstraat 4 te Zeist, in De Hal.", "De Hal", "Kerkstraat 4", "Zeist"),
        ("Plaats van samenkomst is Landgoed De Eik, Kerkstraat 4 te Zeist. Het begint op 9 mei om 14 uur.", "Landgoed De Eik", "Kerkstraat 4", "Zeist"),
        ("De middag op 9 mei is in wijkcentrum De Eik aan de Kerkstraat 4 in Zeist.", "wijkcentrum De Eik", "Kerkstraat 4", "Zeist"),
        ("De locatie is wijkcentrum De Eik, Kerkstraat 4 in Zeist. Datum: 9 mei", "wijkcentrum De Eik", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei zijn we te gast bij Museum Het Slot, Kerkstraat 4 in Zeist.", "Museum Het Slot", "Kerkstraat 4", "Zeist"),
        ("U bent op 9 mei welkom bij Restaurant De Pan (Kerkstraat 4, Zeist).", "Restaurant De Pan", "Kerkstraat 4", "Zeist"),
        ("We ontvangen u op 9 mei graag in het stadhuis van Zeist, Kerkstraat 4.", "stadhuis", "Kerkstraat 4", "Zeist"),
        ("Waar: gymzaal De Springplank, ingang aan de Molenweg, Kerkstraat 4, Zeist", "gymzaal De Springplank", "Kerkstraat 4", "Zeist"),
        ("Locatie: De Eik (zaal 3), Kerkstraat 4, Zeist. Parkeren kan op de Molenweg 12.", "De Eik (zaal 3)", "Kerkstraat 4", "Zeist"),
        ("Parkeren: Molenweg 12, Zeist\nLocatie: De Eik, Kerkstraat 4, Zeist\nDatum: 9 mei", "De Eik", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei om 14 uur in De Eik, Kerkstraat 4, Zeist. U kunt parkeren in de garage aan de Molenweg 12 in Zeist.", "De Eik", "Kerkstraat 4", "Zeist"),
        ("U kunt parkeren aan de Molenweg 12 in Zeist. De middag is op 9 mei om 14 uur in De Eik, Kerkstraat 4, Zeist.", "De Eik", "Kerkstraat 4", "Zeist"),
        ("Op 9 mei in De Eik, Kerkstraat 4 te Zeist. Stuur de posters naar ons kantoor, Molenweg 12 te Zeist.", "De Eik", "Kerkstraat 4", "Zeist"),
        ("Op dinsdag 9 mei in het Huis van de Wijk De Eik (Kerkstraat 4, Zeist).", "Huis van de Wijk De Eik", "Kerkstraat 4", "Zeist"),
        ("Waar: MFC De Trije Doarpen, Kerkpad 7, Kollumerzwaag", "MFC De Trije Doarpen", "Kerkpad 7", "Kollumerzwaag"),
        ("WAAR ......... MFC De Eik, Kerkpad 7, Zeist\nWANNEER ...... 9 mei", "MFC De Eik", "Kerkpad 7", "Zeist"),
        ("Plek: Ons Huis, Schoolstraat 3a, 4286 BD Almkerk", "Ons Huis", "Schoolstraat 3a", "Almkerk"),
        ("Waar? Op het terrein van Scouting De Vlam, Wildweg 9 in Epe", "terrein van Scouting De Vlam", "Wildweg 9", "Epe"),
        ("Waar vindt het plaats? De Eik, Kerkstraat 4, Zeist", "De Eik", "Kerkstraat 4", "Zeist"),
        ("It Skûtsje, Eewal 20 in Leeuwarden, de achterzaal. Dinsdag 9 mei om 9 uur.", "It Skûtsje, achterzaal", "Eewal 20", "Leeuwarden"),
        ("Wanneer: 9 mei\nWaar: De Eik, Zeist", "De Eik", None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: De Eik in Zeist", "De Eik", None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: Zeist, De Eik", "De Eik", None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: De Eik (Zeist)", "De Eik", None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: Zeist", None, None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: in Zeist, exacte locatie volgt nog", None, None, "Zeist"),
        ("Wanneer: 9 mei\nWaar: nog niet bekend", None, None, None),
        ("Wanneer: 9 mei\nWaar: locatie wordt nog gezocht", None, None, None),
        ("Wanneer: 9 mei\nWaar: wordt later bekendgemaakt", None, None, None),
        ("Wanneer: 9 mei\nWaar: nader te bepalen", None, None, None),
        ("Wanneer: 9 mei\nWaar: hoor je bij aanmelding", None, None, None),
        ("Wanneer: 9 mei\nWaar: p.m.", None, None, None),
        ("Wanneer: 9 mei\nWaar: diverse locaties", None, None, None),
        ("Op 9 mei om 14 uur komt iedereen bijeen in de Ruïnekerk in Bergen.", "Ruïnekerk", None, "Bergen"),
        ("Op 9 mei is in onze vestiging in Ermelo de tentoonstelling te zien.", None, None, "Ermelo"),
        ("De middag van 9 mei gaat niet door in Kasteel Hattem te Roermond.", "Kasteel Hattem", None, "Roermond"),
        ("Op 9 mei om 19 uur is het in de bibliotheek van Houten (Onderdoor 160).", "bibliotheek", "Onderdoor 160", "Houten"),
        ("Op woensdag 10 mei staat de bus op het Raadhuisplein in Hoogeveen.", "Raadhuisplein", None, "Hoogeveen"),
    ],
)  # fmt: skip
def test_the_venue_is_what_the_building_is_called(text, venue, street, city):
    found = told(text + "\n\nGroet,\nNoor")
    assert (found[0], found[1], found[3]) == (venue, street, city)


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei om 14 uur bij ons op school.",
        "Op 9 mei om 14 uur op onze locatie.",
        "Op 9 mei om 14 uur op ons kantoor.",
        "Op 9 mei om 14 uur hier op kantoor.",
        "Op 9 mei om 14 uur gewoon bij ons in het gebouw.",
        "Op 9 mei om 14 uur bij ons in de aula.",
        "Op 9 mei om 14 uur in de aula van onze school.",
        "Op 9 mei om 14 uur in onze grote zaal.",
        "Op 9 mei om 14 uur in ons schoolgebouw.",
        "Op 9 mei om 14 uur in het lokaal naast de gymzaal van onze school.",
        "Wanneer: 9 mei\nWaar: bij ons op school",
        "Wanneer: 9 mei\nWaar: aula van de school",
        "Wanneer: 9 mei\nWaar: onze eigen mediatheek",
        "Wanneer: 9 mei\nWaar: hier op school, lokaal 12",
        "Wanneer: 9 mei\nWaar: op school",
        "Wanneer: 9 mei\nWaar: zie adres hieronder",
        "Wanneer: 9 mei\nWaar: SWV De Brug",
        "Wanneer: 9 mei\nWaar: kantoor SWV De Brug",
        "U vindt ons op 9 mei in de aula van de school.",
        "Op 9 mei om 14 uur ontvangen we jullie in onze praktijk.",
        "In de actieweek organiseren we bij ons op school een avond. Die is op 9 mei om 20 uur.",
    ],
)
def test_what_is_held_at_home_is_at_the_organisations_own_address(text):
    assert told(text + SIGNED)[1:] == ("Kerkstraat 9", "1234 AB", "Baarn")


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei om 14 uur is er een lezing.",
        "Op 9 mei om 14 uur een webinar. Bij ons op school is het druk geweest.",
        "Op 9 mei om 14 uur, de locatie volgt.",
        "Op 9 mei om 14 uur in De Hal in Zeist.",
        "Wanneer: 9 mei\nWaar: op alle scholen in de regio",
        "Stuur de posters naar ons kantoor. De lezing is op 9 mei.",
    ],
)
def test_a_signatures_street_is_not_the_activitys(text):
    assert told(text + SIGNED)[1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waar: online via Teams", True),
        ("Waar: via MS Teams", True),
        ("Je kunt op 9 mei ook thuis meekijken via de livestream.", True),
        ("Op 9 mei geven wij een lezing. U ontvangt na aanmelding een Zoom-link.", True),
        ("De bijeenkomst op 9 mei is hybride.", True),
        ("Deelname op 9 mei kan fysiek of digitaal.", True),
        ("Op 9 mei is de lezing te volgen via een videoverbinding.", True),
        ("We zien elkaar op 9 mei op het scherm, de link volgt.", True),
        ("Op 9 mei is het lunchwebinar 'Van ziek tot zorg'.", True),
        ("Op 9 mei een online vragenuur.", True),
        ("Dit keer niet online maar gewoon in de zaal.", None),
        ("Vorig jaar was het een webinar, nu zitten we in De Hal.", None),
        ("De presentatie komt na afloop online.", None),
        ("Op 9 mei geven wij een les over online pesten.", None),
        ("Op 9 mei gaat het over digitale veiligheid.", None),
        ("De teams van de scholen komen op 9 mei bijeen.", None),
        ("Het wijkteam en het schoolteam zijn er op 9 mei.", None),
        ("Kaarten zijn online te koop.", None),
        ("Meld je digitaal aan.", None),
        ("Wij werken met digitaal lesmateriaal.", None),
        ("Contact: 06-12345678 of via Teams.", None),
    ],
)
def test_online_is_what_is_followed_from_home(text, expected):
    assert best(find_online, text, "online") == expected


def test_a_row_with_an_empty_label_goes_on_with_the_last():
    text = "Datum:\t\t9 mei\nLocatie:\tDe Hal, zaal 2\n\t\tKerkstraat 4, 1234 AB Baarn\nParkeren:\tachter de school"
    assert told(text) == ("De Hal, zaal 2", "Kerkstraat 4", "1234 AB", "Baarn")


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Proefles 11 mei blijft, in de gymzaal te Zeist.", None),
        ("Houtwerkplaats De Gutsj, Kerkrade. 8 t/m 11 mei iedere middag.", None),
        ("Skatehal Area 055 Apeldoorn is op 8 mei open.", None),
        ("Op 8 mei in De Hal, Julianapark 8, Zeist.", "Julianapark 8"),
        ("Op 8 mei in De Hal, Burg. Bosstr. 8, Zeist.", "Burg. Bosstr. 8"),
    ],
)
def test_a_number_that_counts_days_or_halls_is_none_of_a_house(text, street):
    assert best(find_place, text, "street") == street
