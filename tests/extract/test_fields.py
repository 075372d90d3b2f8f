"""One table for each field: a text, and the value that a careful colleague would type over."""

import pytest

from intake.extract.access import find_access
from intake.extract.activity_type import find_activity_type
from intake.extract.audience import find_audience
from intake.extract.capacity import find_capacity
from intake.extract.change import find_change
from intake.extract.contact import find_contact
from intake.extract.organisation import find_organisation
from intake.extract.place.find import find_place
from intake.extract.place.online import find_online
from intake.extract.price import find_price
from intake.extract.registration import find_registration
from intake.extract.title.find import find_title
from intake.extract.url import find_url
from tests.extract.letters import best, found

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\nT 035 - 621 44 10\n"


@pytest.mark.parametrize(
    ("text", "venue", "street", "postcode", "city"),
    [
        ("Locatie: De Hal, Dorpsstraat 3, 8021 EV Zwolle", "De Hal", "Dorpsstraat 3", "8021 EV", "Zwolle"),
        ("Waar? De Hal (zaal 2), Dorpsstraat 3 te Zwolle", "De Hal (zaal 2)", "Dorpsstraat 3", None, "Zwolle"),
        (
            "Wij zijn op 9 mei in grand café De Buur in Winterswijk, Misterstraat 40, bovenzaaltje.",
            "grand café De Buur, bovenzaaltje",
            "Misterstraat 40",
            None,
            "Winterswijk",
        ),
        (
            "Op 9 mei om 20.00 uur in de Sint-Jobskapel te Deventer (Muggeplein 112).",
            "Sint-Jobskapel",
            "Muggeplein 112",
            None,
            "Deventer",
        ),
        ("Op 9 mei in boekhandel Van der Velde, Oosterdijk 55 te Sneek", "boekhandel Van der Velde", "Oosterdijk 55", None, "Sneek"),
        ("Plaats: stadhuis\nMarkt 4\n5531 BC  BLADEL", "stadhuis", "Markt 4", "5531 BC", "Bladel"),
        ("Op 9 mei om 14 uur in onze eigen aula." + SIGNED, "SWV De Brug, aula", "Kerkstraat 9", "1234 AB", "Baarn"),
        ("Op 9 mei is er iets. Niet bij ons op kantoor, de locatie volgt." + SIGNED, None, None, None, None),
        ("Waar: gewoon thuis, online" + SIGNED, None, None, None, None),
    ],
)  # fmt: skip
def test_the_place_is_that_of_the_activity(text, venue, street, postcode, city):
    told = {field: best(find_place, text, field) for field in ("venue", "street", "postcode", "city")}
    assert told == {"venue": venue, "street": street, "postcode": postcode, "city": city}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 9 mei geven wij een webinar.", True),
        ("De lezing is via Teams te volgen.", True),
        ("Aanmelden kan online via onze site.", None),
        ("De handreiking staat ook online.", None),
    ],
)
def test_online_is_what_can_be_joined_from_home(text, expected):
    assert best(find_online, text, "online") == expected


@pytest.mark.parametrize(
    ("text", "sender", "expected"),
    [
        ("Hoi" + SIGNED, "Noor Dekker <n.dekker@swvdebrug.nl>", "SWV De Brug"),
        ("Organisatie: Stichting Samen", "Noor <noor@gmail.com>", "Stichting Samen"),
        ("Dag", "Bibliotheek Het Veld <info@bieb-hetveld.nl>", "Bibliotheek Het Veld"),
        ("Persbericht namens Stichting De Kans", "Roos | Bureau Blauw <roos@blauw.nl>", "Stichting De Kans"),
        ("Het is in De Lage Kamp.", "Sanne <s.tenhove@delagekamp.nl>", "De Lage Kamp"),
        ("Groet,\nPiet Jansen", "Piet Jansen <piet@gmail.com>", None),
    ],
)
def test_the_organisation_is_no_person(text, sender, expected):
    assert best(find_organisation, text, "organisation", sender=sender) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SWV De Brug", "samenwerkingsverband"),
        ("gemeente Zeist", "gemeente"),
        ("Vondel College", "school"),
        ("obs De Molen", "school"),
        ("Jeugdhulp De Dijk", "jeugdvoorziening"),
        ("Landelijk Platform Lezen", "landelijk"),
        ("Filmhuis De Lantaarn", "overig"),
        ("Ouders voor School en Zorg", "overig"),
        ("Vrienden van het Vondel College", "overig"),
        ("Rijksscholengemeenschap De Borg", "school"),
        ("Nederlands Lyceum Zuid", "school"),
        ("Nederlandse Vereniging van Schoolpsychologen", "landelijk"),
        ("Nederlands Jeugdinstituut", "landelijk"),
    ],
)
def test_the_type_of_an_organisation_is_told_by_its_name(name, kind):
    assert best(find_organisation, f"Organisatie: {name}", "organisation_type") == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Titel: Van thuis naar klas\nDatum: 9 mei", "Van thuis naar klas"),
        ("Op 9 mei geven wij de workshop ‘Goed begin’ in Zeist.", "Goed begin"),
        ("Het resultaat heet Lege stoelen en is te zien.", "Lege stoelen"),
        ("Wij doen een spelmiddag onder de naam Kom uit je kamer. 12 mei, 15 uur.", "Kom uit je kamer"),
        ("Symposium Taal en thuis\nMaandag 8 mei, 14.00 uur\nDe Hal, Zeist", "Symposium Taal en thuis"),
    ],
)
def test_the_title_is_the_activitys_own_name(text, expected):
    assert best(find_title, text, "title") == expected


def test_the_subject_gives_a_title_without_the_campaign():
    subject = "Symposium Elke dag telt - Landelijke Actieweek Thuiszitters"
    assert best(find_title, "Zie bijlage.", "title", subject=subject) == "Symposium Elke dag telt"


@pytest.mark.parametrize(
    ("text", "name", "email", "phone"),
    [
        ("Dag" + SIGNED, "Noor Dekker", "n.dekker@swvdebrug.nl", "+31356214410"),
        (
            "Vragen? Bel Siem Vos, 06-40 18 25 93 of mail s.vos@swvdebrug.nl" + SIGNED,
            "Siem Vos",
            "s.vos@swvdebrug.nl",
            "+31640182593",
        ),
        ("Voor vragen: desk@desk.example" + SIGNED, "Noor Dekker", "n.dekker@swvdebrug.nl", "+31356214410"),
    ],
)
def test_the_contact_is_the_person_named_before_the_sender(text, name, email, phone):
    told = tuple(best(find_contact, text, f"contact_{field}") for field in ("name", "email", "phone"))
    assert told == (name, email, phone)


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ('"Berg, van den (Karin)" <k@x.nl>', "Karin van den Berg"),
        ('"Veenstra-Mulder, Ineke" <i@x.nl>', "Ineke Veenstra-Mulder"),
        ("Roos Bakkenes | Bureau Blauw <roos@x.nl>", "Roos Bakkenes"),
        ("Secretariaat SWV <secretariaat@x.nl>", None),
    ],
)
def test_a_name_in_a_header_is_written_as_people_say_it(sender, expected):
    assert best(find_contact, "Dag", "contact_name", sender=sender) == expected


@pytest.mark.parametrize(
    ("text", "where", "until"),
    [
        ("Aanmelden kan tot en met maandag 24 april via www.x.nl/a.", "www.x.nl/a", "2017-04-24"),
        ("Opgave vóór 1 mei: info@x.nl", "info@x.nl", "2017-05-01"),
        ("Aanmelden bij mij, uiterlijk 28 april.", "n.dekker@swvdebrug.nl", "2017-04-28"),
        ("Aanmelden is niet nodig.", None, None),
        ("Inschrijven via www.x.nl/c kan van 15 april tot en met 5 mei.", "www.x.nl/c", "2017-05-05"),
        ("Meer informatie: www.x.nl/info. Inschrijven: www.x.nl/in", "www.x.nl/in", None),
        ("Meld je bij mij in de hal, opgeven hoeft niet.", None, None),
        ("Vraag bij de balie naar mij, aanmelden vooraf is niet nodig.", None, None),
        ("Je hoeft je niet aan te melden, kijk voor de route op www.x.nl/route.", None, None),
        ("Geen aanmelding nodig. Vragen aan ondergetekende.", None, None),
        ("Een plaats reserveren hoeft niet, informatie bij mij of op www.x.nl/info.", None, None),
        ("Opgeven is niet verplicht maar wel prettig: a@x.nl", "a@x.nl", None),
        ("Aanmelden hoeft niet, liever wel: a@x.nl", "a@x.nl", None),
        ("Opgeven kan niet later dan 3 mei via a@x.nl", "a@x.nl", "2017-05-03"),
        ("Niet vergeten aan te melden: a@x.nl", "a@x.nl", None),
        ("Ja, ik ben erbij <https://x.nl/f/12>", "https://x.nl/f/12", None),
        ("Ik wil graag meedoen <https://x.nl/f/12>", "https://x.nl/f/12", None),
        ("Tel mij mee <https://x.nl/f/12>", "https://x.nl/f/12", None),
        ("Doe mee <https://x.nl/f/12>", "https://x.nl/f/12", None),
        ("Lees het hele verhaal <https://x.nl/f/12>", None, None),
        ("Ik kom uit Ede, mijn site is https://x.nl/f/12", None, None),
    ],
)
def test_registration_and_its_deadline(text, where, until):
    assert best(find_registration, text, "registration") == where
    assert best(find_registration, text, "registration_deadline") == until


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deelname is gratis.", 0),
        ("Kosten: geen", 0),
        ("Aan deelname zijn geen kosten verbonden.", 0),
        ("Entree € 7,50", 7.5),
        ("We vragen 5 euro voor koffie.", 5),
        ("Tien plekken, vijf euro voor de boodschappen.", 5),
        ("Donateur worden? Al vanaf € 25 per jaar.", None),
        ("Gratis (bij commerciële bureaus ben je € 95 kwijt).", 0),
    ],
)
def test_the_price_is_what_a_participant_pays(text, expected):
    assert best(find_price, text, "price") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maximaal 120 deelnemers", 120),
        ("max. 16 deelnemers", 16),
        ("Er is plaats voor honderd mensen.", 100),
        ("er zijn maar 200 stoelen", 200),
        ("Er kunnen niet meer dan 90 man in.", 90),
        ("Max. 2 uur parkeren", None),
        ("De regio telde 23 leerlingen thuis.", None),
        ("We beginnen om 13.30 uur in plaats van 13.00 uur.", None),
        ("Er is plaats van 14 uur tot het einde.", None),
    ],
)
def test_the_capacity_is_the_most_that_can_come(text, expected):
    assert best(find_capacity, text, "capacity") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doelgroep: mentoren en ouders", "mentoren en ouders"),
        ("Voor wie?\nOuders van pubers", "Ouders van pubers"),
        ("Een lezing voor leraren en begeleiders, op dinsdag 9 mei.", "leraren en begeleiders"),
        ("Kinderen van 7 tot 11 jaar zijn van harte welkom.", "Kinderen van 7 tot 11 jaar"),
        ("Voor vragen kunt u bellen.", None),
        ("Voor meer informatie: zie de site.", None),
    ],
)
def test_the_audience_is_told_in_the_mails_words(text, expected):
    assert best(find_audience, text, "audience") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het betreft een besloten bijeenkomst.", "besloten"),
        ("Uitsluitend voor het eigen personeel.", "besloten"),
        ("Alleen voor genodigden.", "besloten"),
        ("Iedereen is welkom.", "open"),
        ("We hebben besloten mee te doen.", None),
        ("De middag is niet vrij toegankelijk.", "besloten"),
        ("Openbaar: nee", "besloten"),
        ("Wij kunnen helaas geen andere belangstellenden toelaten.", "besloten"),
        ("Pers en publiek zijn die ochtend niet welkom.", "besloten"),
        ("De deelnemers zijn al uitgenodigd.", "besloten"),
        ("Zij krijgen nog een persoonlijke uitnodiging.", "besloten"),
        ("Alleen voor leerlingen van onze school.", "besloten"),
        ("Dit is een intern overleg.", "besloten"),
        ("Het is geen besloten bijeenkomst.", None),
        ("Ook ouders van buiten mogen komen, niet alleen die van onze school.", None),
        ("Alleen voor leden gratis, anderen betalen 5 euro.", None),
        ("Het gebouw is niet toegankelijk voor rolstoelen.", None),
        ("U krijgt van ons nog een uitnodiging voor Teams.", None),
        ("De toegang is vrij.", "open"),
    ],
)
def test_access_is_closed_only_where_it_is_said(text, expected):
    assert best(find_access, text, "access") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een training voor ouders", "training"),
        ("Het webinar begint om 3 uur", "webinar"),
        ("een oudercafé", "bijeenkomst"),
        ("open inloop voor ouders", "inloop"),
        ("de expositie Licht", "actie"),
        ("een minisymposium", "symposium"),
    ],
)
def test_the_type_of_activity_is_told_by_its_noun(text, expected):
    assert best(find_activity_type, text, "activity_type") == expected


def test_a_page_with_more_is_no_bare_homepage():
    assert best(find_url, "Meer informatie: www.x.nl/lezing", "url") == "www.x.nl/lezing"
    assert best(find_url, "Wij zijn www.x.nl", "url") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Onze lezing van 9 mei gaat niet door.", "cancelled"),
        ("De workshop is verplaatst naar 11 mei.", "changed"),
        ("Gaat niet door op 9 mei maar schuift op naar 11 mei.", "changed"),
        ("Ik vergat te vermelden dat je kunt aanmelden via x.nl", "added"),
    ],
)
def test_what_a_later_mail_changes(text, expected):
    assert best(find_change, text, "change") == expected


def test_every_finding_shows_the_words_it_stands_on():
    text = "Vragen? Bel Siem Vos, 06-40 18 25 93." + SIGNED
    (phone, *_) = found(find_contact, text, "contact_phone")
    assert phone.evidence[0].text == "06-40 18 25 93"
