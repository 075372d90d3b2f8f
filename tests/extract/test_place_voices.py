"""Where it is, as many writers say it: in the columns of a table, at their own place, beside other words."""

import pytest

from intake.extract.grades import SAID
from intake.extract.place.find import find_place
from tests.extract.letters import best, found

FIELDS = ("venue", "street", "postcode", "city")
SIGNED = "\n\nGroet,\nAnna Bos\ndirecteur\nObs De Linde\nHoofdstraat W 70\n9951 AC Winsum\n0595 - 44 28 91\n"


def told(text: str, **more: str) -> tuple[object, ...]:
    return tuple(best(find_place, text, field, **more) for field in FIELDS)


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Locatie\tAdres\tPlaats", "De Kogge\tVaartweg 20\t1824 EX Alkmaar", ("De Kogge", "Vaartweg 20", "1824 EX", "Alkmaar")),
        ("Locatie\tAdres\tPlaats", "De Kei\tMarkt 22, 5701 AX\tHelmond", ("De Kei", "Markt 22", "5701 AX", "Helmond")),
        ("Locatie\tAdres\tPlaats", "De Kattendans\tLoo 4a\tBergeijk", ("De Kattendans", "Loo 4a", None, "Bergeijk")),
        ("Waar\tPlaats", "Kantoor SWV, zaal 2\tZwolle", ("Kantoor SWV, zaal 2", None, None, "Zwolle")),
        ("Plaats\tLocatie", "Zwolle\tWijkhuis 't Ven", ("Wijkhuis 't Ven", None, None, "Zwolle")),
        ("Locatie\tStraat\tPostcode\tPlaats", "De Kern\tRaadhuisweg 6\t1871 AB\tSchoorl", ("De Kern", "Raadhuisweg 6", "1871 AB", "Schoorl")),
        ("Adres\tZaal", "Raadhuisweg 6, 1871 AB Schoorl\tzaal 3", ("zaal 3", "Raadhuisweg 6", "1871 AB", "Schoorl")),
        ("Waar", "Wijkcentrum De Kogge, 1824 EX Alkmaar", ("Wijkcentrum De Kogge", None, "1824 EX", "Alkmaar")),
        ("Waar", "Wijkcentrum De Kogge, Vaartweg 20, Alkmaar", ("Wijkcentrum De Kogge", "Vaartweg 20", None, "Alkmaar")),
        ("Gebouw\tRuimte\tAdres", "De Kogge\tlokaal 4\tVaartweg 20 Alkmaar", ("De Kogge, lokaal 4", "Vaartweg 20", None, "Alkmaar")),
    ],
)  # fmt: skip
def test_a_place_is_put_together_from_the_columns_of_a_row(head, row, expected):
    text = f"Hallo,\n\nHier het overzicht.\n\nDatum\tTijd\t{head}\n9 mei\t14.00-15.00\t{row}\n" + SIGNED
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op dinsdag 9 mei om 14 uur drinken we koffie. Gewoon in de hal, je hoeft je niet op te geven.",
        "Op dinsdag 9 mei hangen de foto's in de hal van de school.",
        "Dinsdag 9 mei, 14.00 uur, in de aula. Iedereen is welkom!",
        "Dinsdag 9 mei staat er een grote tafel op ons plein.",
        "Dinsdag 9 mei om twee uur beginnen we in de kantine.",
        "In onze mediatheek lezen we voor op dinsdag 9 mei.",
        "Dinsdag 9 mei om 14 uur. We zitten in de personeelskamer en er is koffie. Kom je ook?",
        "Dinsdag 9 mei om 14.00 uur: open les in de gymzaal.",
        "Op 9 mei om 9 uur bij ons op school.",
        "Op 9 mei om 9 uur in lokaal 0.14 van onze school.",
        "Op donderdag 9 mei, van half 9 tot 10, zetten wij koffie. Anneke schuift aan. Gewoon in de hal, niks officieels.",
        "Dinsdag 9 mei om 14.00 uur op ons eigen erf.",
        "Op 9 mei om 9 uur bij ons in de bieb.",
        "Waar: de aula\nWanneer: 9 mei, 14 uur",
        "Wanneer: 9 mei, 14 uur\nWaar: bij ons in de hal",
    ],
)
def test_a_room_alone_is_in_the_house_of_who_signs(text):
    assert told("Beste mensen,\n\n" + text + SIGNED)[1:] == ("Hoofdstraat W 70", "9951 AC", "Winsum")


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei om 14 uur is er een webinar. In de klas zie je het vaak gebeuren.",
        "Op 9 mei om 14 uur is er een lezing in De Hal in Zwolle.",
        "Op 9 mei wandelen we door het bos van Epe.",
    ],
)
def test_what_is_elsewhere_is_not_at_home(text):
    assert told("Beste mensen,\n\n" + text + SIGNED)[1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alle onderdelen zijn in Zeist.\n\nWij schenken koffie.\n\n9 mei, 10 uur in De Hal, Kerkweg 14.", ("De Hal", "Kerkweg 14", None, "Zeist")),
        ("Op 9 mei om 10 uur in De Linde, lok. 1.12, Kerkweg 14 te Zeist.", ("De Linde, lok. 1.12", "Kerkweg 14", None, "Zeist")),
        ("Op 9 mei om 10 uur in de tuinkamer van onze vestiging in Zeist, Kerkweg 14.", ("tuinkamer", "Kerkweg 14", None, "Zeist")),
        ("Op 9 mei om 10 uur in Dorpshuis 't Loo, Kerkweg 14.", ("Dorpshuis 't Loo", "Kerkweg 14", None, None)),
        ("Op 9 mei om 10 uur in Buurthuis De Haren, Kerkweg 14 te Zeist.", ("Buurthuis De Haren", "Kerkweg 14", None, "Zeist")),
        ("Datum: 9 mei\nLoc.: De Spil, zaal 4\nStraat + nr: Kerkweg 14\nPlaats: Zeist", ("De Spil, zaal 4", "Kerkweg 14", None, "Zeist")),
        ("Op 9 mei van 14 tot 17 uur in Het Wapen van Anna, Molenvaart 63, 1761 AC Anna Paulowna.", ("Het Wapen van Anna", "Molenvaart 63", "1761 AC", "Anna Paulowna")),
        ("Op 9 mei in De Zwaan, Kanaalstraat 62, 4388 BM Oost-Souburg.", ("De Zwaan", "Kanaalstraat 62", "4388 BM", "Oost-Souburg")),
        ("Op 9 mei in Het Huis van de Wijk, Kerkstraat 2 in Zwolle.", ("Het Huis van de Wijk", "Kerkstraat 2", None, "Zwolle")),
        ("Op 9 mei om 20 uur. Plek: Huis van de Sport, zaal Vledder, Stadsbroek 15 in Assen.", ("Huis van de Sport, zaal Vledder", "Stadsbroek 15", None, "Assen")),
        ("Locatie: Theatercentrum De Klaproos Navolaan 15 9501VG Stadskanaal\n9 mei", ("Theatercentrum De Klaproos", "Navolaan 15", "9501 VG", "Stadskanaal")),
        ("Waar: De Klaproos Navolaan 15, 9501 VG Stadskanaal\n9 mei", ("De Klaproos", "Navolaan 15", "9501 VG", "Stadskanaal")),
        ("Dinsdag 9 mei om 19 uur. Ook op de Stationslaan 12 in Roosendaal, maar dan in de aula.", ("aula", "Stationslaan 12", None, "Roosendaal")),
        ("9 mei, 14 uur. Gewoon op de Stationslaan 12 in Roosendaal.", (None, "Stationslaan 12", None, "Roosendaal")),
        ("9 mei van 8.00 tot 9.15 uur. Voor coördinatoren van vo-scholen en mbo. Stationslaan 12, 4701 CN Roosendaal, in het Leerbedrijf (begane grond).", ("Leerbedrijf", "Stationslaan 12", "4701 CN", "Roosendaal")),
        ("9 mei, 13.00 uur. Vrije inloop voor jongeren en hun ouders. Nobellaan 3, 4622 AJ Bergen op Zoom.", (None, "Nobellaan 3", "4622 AJ", "Bergen op Zoom")),
        ("Op 9 mei zit er iemand aan de leestafel van Bibliotheek De Beemden in Deurne (Markt 1, 5751BE).", ("Bibliotheek De Beemden", "Markt 1", "5751 BE", "Deurne")),
        ("Op dinsdag 9 mei starten we bij de kerk.\nVertrek: parkeerplaats Posbank-paviljoen, Beekhuizenseweg 1, Rheden.", ("parkeerplaats Posbank-paviljoen", "Beekhuizenseweg 1", None, "Rheden")),
        ("9 mei, 13.30 u\nHotel De Poort, Kastanjezaal\nGoorseweg 33, 7241 PB  Lochem\nook te volgen via de livestream", ("Hotel De Poort, Kastanjezaal", "Goorseweg 33", "7241 PB", "Lochem")),
        ("Op 9 mei in het Kulturhus in Lettele.", ("Kulturhus", None, None, "Lettele")),
        ("Op 9 mei om 9.30 uur op het plein van de dorpskerk te Zweeloo.", ("plein van de dorpskerk", None, None, "Zweeloo")),
        ("Onze avond van 9 mei in De Vrijhof in Olst gaat door.", ("De Vrijhof", None, None, "Olst")),
        ("Dinsdag 9 mei om 20 uur in 't Spant te Wijhe", ("'t Spant", None, None, "Wijhe")),
        ("Het is op 9 mei op ons eigen erf, Borkeldweg 61, 7451 MB in Holten.\n\nGroet,\nAns Bos\nZorgboerderij 't Bargje", ("Zorgboerderij 't Bargje, erf", "Borkeldweg 61", "7451 MB", "Holten")),
        ("Op 9 mei, 19.45 uur.\nHet Kwadrant, aula, Europalaan 2, 6231 CV Meerssen", ("Het Kwadrant, aula", "Europalaan 2", "6231 CV", "Meerssen")),
        ("Dinsdag 9 mei om 20 uur, café De Boom, Wijhe", ("café De Boom", None, None, "Wijhe")),
    ],
)  # fmt: skip
def test_a_venue_is_whole_and_nothing_more(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "street", "city"),
    [
        ("we zitten dinsdag 9 mei om 8 uur in de loods, badlaan 3 zandvoort. kom je ook", "Badlaan 3", "Zandvoort"),
        ("dinsdag 9 mei om 2 uur koffie in culemborg het adres is oude haven 19 tot dan", "Oude Haven 19", "Culemborg"),
        ("dinsdag 9 mei soep bij ons adres: kleine steeg 4b in deventer", "Kleine Steeg 4b", "Deventer"),
        ("dinsdag 9 mei om 2 uur op de molenweg 12 in zwolle iedereen mag komen", "Molenweg 12", "Zwolle"),
        ("dinsdag 9 mei om 2 uur het adres is plein van de vrede 7 we staan in rijen klaar", "Plein van de Vrede 7", None),
        ("dinsdag 9 mei om 2 uur op de molenweg 12 heel gezellig", "Molenweg 12", None),
        ("dinsdag 9 mei om 2 uur en mijn mailadres is anna 81 punt nl", None, None),
    ],
)  # fmt: skip
def test_a_place_in_small_letters_is_told_by_the_words_around_it(text, street, city):
    found = told(text)
    assert (found[1], found[3]) == (street, city)


OFFICE = "\n\nSteunpunt Zorg\nMolenweg 12, 8011 AB Zwolle\n\nDit bericht is alleen voor u bedoeld.\n"


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Op dinsdag 9 mei om 20.00 uur is er een lezing via Zoom, of kom langs: wie ver weg woont kan van huis uit meedoen.", "Molenweg 12"),
        ("Op dinsdag 9 mei om 20.00 uur geven wij een webinar over schoolangst.", None),
        ("Op dinsdag 9 mei om 20.00 uur is er een online spreekuur voor ouders.", None),
        ("We zien elkaar op dinsdag 9 mei om 20.00 uur via Teams.", None),
        ("Op dinsdag 9 mei om 20.00 uur is er een hybride bijeenkomst, online of bij ons op kantoor.", "Molenweg 12"),
        ("Op dinsdag 9 mei om 20.00 uur is er een lezing, te volgen in de zaal en via een livestream.", "Molenweg 12"),
        ("Op dinsdag 9 mei om 20.00 uur is er een webinar. Waar: Molenweg 12, 8011 AB Zwolle", "Molenweg 12"),
        ("Op dinsdag 9 mei om 20.00 uur is er een ouderavond.", "Molenweg 12"),
    ],
)  # fmt: skip
def test_an_office_in_the_footer_is_no_place_of_what_is_joined_from_home(text, street):
    assert told(text + OFFICE)[1] == street


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het adres is niet Markt 3 maar Marktweg 3, 3741 AA Baarn.", (None, "Marktweg 3", "3741 AA", "Baarn")),
        ("We zitten niet meer aan de Laan 2 in Soest, maar in De Kom, Laanweg 2, Soest.", ("De Kom", "Laanweg 2", None, "Soest")),
        ("Waar? bij ons, VSO De Pal. Dat is Vlietweg 3 in Baarn", ("VSO De Pal", "Vlietweg 3", None, "Baarn")),
        ("We zitten op de Laanweg 2 in Alphen\naan den Rijn.", (None, "Laanweg 2", None, "Alphen aan den Rijn")),
        ("Waar: De Hal. Je vindt ons aan de Vlietweg 3 in Baarn", ("De Hal", "Vlietweg 3", None, "Baarn")),
    ],
)  # fmt: skip
def test_an_address_that_it_is_not_and_words_that_lead_to_one_are_no_place(text, expected):
    assert told(f"Dinsdag 9 mei om 14.00 uur.\n{text}") == expected


@pytest.mark.parametrize(
    "words", ["tenzij anders vermeld", "tenzij een ander adres erbij staat", "indien niet anders aangegeven"]
)
def test_an_address_for_all_that_name_none_is_not_sure_and_nor_is_the_other(words):
    text = (
        f"De Wilg, Beukweg 17, 3701 AT Zeist ({words})\n\n"
        "Dinsdag 9 mei om 19.30 uur de lezing in De Kom, Dorpsplein 4, 3701 HM Zeist."
    )
    assert best(find_place, text, "street") == "Dorpsplein 4"
    assert all(finding.confidence < SAID for finding in found(find_place, text, "street"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("u bent met uw hele gezin van harte welkom in het oude\ngemaal aan de Vaartweg 20 in Soest", ("oude gemaal", "Vaartweg 20", None, "Soest")),
        ("in het Trefpunt, naast de kerk, Torenplein 7, Soest", ("Trefpunt", "Torenplein 7", None, "Soest")),
        ("vertrek vanaf parkeerplaats De Stulp bij Soest", ("parkeerplaats De Stulp", None, None, "Soest")),
        ("wijkhuis De Spil Beukengalerij 60 Soest", ("wijkhuis De Spil", "Beukengalerij 60", None, "Soest")),
        ("aan een tafel in de publiekshal van het stadhuis, Vaartweg 20, Soest", ("publiekshal van het stadhuis", "Vaartweg 20", None, "Soest")),
        ("in Bibliotheek De Kade te Berkel en Rodenrijs", ("Bibliotheek De Kade", None, None, "Berkel en Rodenrijs")),
        ("bij IKEA Delft, Vaartweg 20", ("IKEA Delft", "Vaartweg 20", None, "Delft")),
        ("wijkhuis De Spil, Vaartweg 20. De avond wordt geleid door Ruud Druten", ("wijkhuis De Spil", "Vaartweg 20", None, None)),
        ("wijkhuis De Spil, Vaartweg 20, met schrijver Ellen Bergen", ("wijkhuis De Spil", "Vaartweg 20", None, None)),
        ("Bibliotheek Gouda, Groot Amerika 20", ("Bibliotheek Gouda", "Groot Amerika 20", None, "Gouda")),
        ("De Spil - Vaartweg 1 - 1824 EX Alkmaar", ("De Spil", "Vaartweg 1", "1824 EX", "Alkmaar")),
        ("Vaartweg 20, Soest (gebouw De Spil)", ("gebouw De Spil", "Vaartweg 20", None, "Soest")),
        ("les van Boris. Kadeweg 47 Soest", (None, "Kadeweg 47", None, "Soest")),
        ("wijkhuis De Spil, Burg. Kadeweg 47 Soest", ("wijkhuis De Spil", "Burg. Kadeweg 47", None, "Soest")),
        ("in ons wijkhuis De Spil natuurlijk, Vaartweg 20 te Soest", ("wijkhuis De Spil", "Vaartweg 20", None, "Soest")),
        ("'t Stokje, Vaartweg 20 Soest", ("'t Stokje", "Vaartweg 20", None, "Soest")),
        ("de locatie is Wijkcentrum De Spil in Soest", ("Wijkcentrum De Spil", None, None, "Soest")),
        ("je vindt ons in De Loods, achter het station van Zwolle", ("De Loods", None, None, "Zwolle")),
        ("we zitten in 't Stokje, vlak bij de markt", ("'t Stokje", None, None, None)),
        ("Soest, wijkhuis De Spil, Vaartweg 20", ("wijkhuis De Spil", "Vaartweg 20", None, "Soest")),
    ],
)  # fmt: skip
def test_buildings_and_towns_are_told_apart_from_what_stands_beside_them(text, expected):
    assert (
        told(f"Op dinsdag 9 mei om 10 uur: {text}.\n\nGroet,\nAnna Bos\n", sender="Anna Bos <abos@ziggo.nl>")
        == expected
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ons Huis, dat is Vaartweg 20 te Soest", ("Ons Huis", "Vaartweg 20", None, "Soest")),
        ("Wijkcentrum De Kogge te Soest (Vaartweg 20), zaal 3", ("Wijkcentrum De Kogge, zaal 3", "Vaartweg 20", None, "Soest")),
        ("Stadhuis Hengelo (zaal volgt)", ("Stadhuis Hengelo", None, None, "Hengelo")),
        ("Zaal De Kogge te Oudedorp", ("Zaal De Kogge", None, None, "Oudedorp")),
        ("nog niet bekend, ergens in Arnhem", (None, None, None, "Arnhem")),
    ],
)  # fmt: skip
def test_what_a_label_asks_for_is_taken_apart(said, expected):
    assert told(f"Wat: koffie\nWanneer: 9 mei, 10 uur\nWaar: {said}\n\nGroet,\nAnna Bos\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei is onze boerderij van 10.00 tot 15.00 uur open voor gezinnen.",
        "Op 9 mei om 10.00 uur zetten we de deur wagenwijd open.",
    ],
)
def test_an_open_house_is_at_the_address_that_signs(text):
    assert told(text + SIGNED)[1:] == ("Hoofdstraat W 70", "9951 AC", "Winsum")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Op 9 mei om 14.00 uur drinken we koffie.\n\nU vindt ons aan de Kerkstraat 4 in Zeist.", True),
        ("Op 9 mei om 14.00 uur drinken we koffie. Wij zitten naast De Klaverhof. Kerkstraat 4 in Zeist.", True),
        ("Op 9 mei om 14.00 uur drinken we koffie.\n\nU vindt ons aan de Kerkstraat 4 in Zeist.\n\nParkeren kan bij Havenkade 10 in Zeist.", False),
        ("Op 9 mei om 14.00 uur volgt u thuis onze webinar.\n\nU vindt ons aan de Kerkstraat 4 in Zeist.", False),
    ],
)  # fmt: skip
def test_the_only_address_in_a_mail_is_sure_wherever_it_stands(text, sure):
    streets = list(found(find_place, text, "street"))
    assert streets[0].value == "Kerkstraat 4"
    assert (streets[0].confidence >= SAID) == sure


def test_where_people_are_to_go_tells_the_town_in_the_sentence_beside_the_day():
    said = "Dinsdag 9 mei om 10 uur wandelen we. Verzamelen bij de ingang van het Vondelpark in Amsterdam."
    assert best(find_place, said, "city") == "Amsterdam"
    passing = "Dinsdag 9 mei om 10 uur wandelen we. Onze directeur woont in Amsterdam."
    assert best(find_place, passing, "city") is None


def test_ones_own_room_behind_a_label_is_named_without_whose_it_is():
    assert told("9 mei. Plek: ons leerrestaurant, Vaartweg 20, Soest.", sender="Ans Kok <ans@ziggo.nl>") == (
        "leerrestaurant",
        "Vaartweg 20",
        None,
        "Soest",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinsdag 9 mei om 10 uur: houtwerkplaats De Gutsj, Kerkrade.", "Kerkrade"),
        ("Het sluipspel is op 9 mei. Het is in de duinen bij Domburg.", "Domburg"),
        ("Het sluipspel is op 9 mei. Het is bij de molen, zegt wethouder Van Kesteren.", None),
        ("VSO De Springplank te Zeist kookt voor de buurt. Woensdag 10 mei om 12.00 uur.", "Zeist"),
        ("Op 9 mei om 10.00 uur is er een webinar. Onze praktijk is in Zeist.", None),
    ],
)
def test_the_only_place_that_a_mail_names_is_its_city_and_never_surely(text, expected):
    found = best(find_place, text, "city")
    assert found == expected
