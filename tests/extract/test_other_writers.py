"""What writers of other mails do otherwise: pictures for labels, names in quotes before their public, two languages."""

import pytest

from intake.extract.audience import find_audience
from intake.extract.capacity import find_capacity
from intake.extract.contact import find_contact
from intake.extract.place.find import find_place
from intake.extract.split import split
from intake.extract.title.find import find_title
from intake.extract.url import find_url
from tests.extract.letters import WEEK, best, letter
from tests.extract.test_sessions import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "📅\tDinsdag 9 mei 2017\n🕒\tProgramma 10.00 – 15.30 uur, ontvangst vanaf 9.30 uur",
            "9 10:00-15:30",
        ),
        ("📅 Dinsdag 9 mei\n🕗 19.30 - 21.30 uur\n📍 De Hal, Kerkstraat 4, Zeist", "9 19:30-21:30"),
        ("🗓️ dinsdag 9 mei\n⏰ 14.00 uur", "9 14:00"),
        (
            "De lezing is op dinsdag 9 mei. De zaal is geopend vanaf 19.00 uur; de lezing vangt aan om 19.30 uur en "
            "wordt om 21.15 uur afgesloten.",
            "9 19:30-21:15",
        ),
        ("Op dinsdag 9 mei gaat de zaal open om 19 uur; wij vangen aan om 19.30 uur.", "9 19:30"),
        ("Dinsdag 9 mei, de deuren zijn geopend vanaf 13.00 uur, aanvang 13.30 uur.", "9 13:30"),
    ],
)
def test_the_hours_are_those_of_the_programme(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Een middag op 9 mei over \"De klas als vangnet\". Iedereen die lesgeeft is welkom, en pabostudenten ook.", "Iedereen die lesgeeft"),
        ("Ik zou buren, familie en klasgenoten willen uitnodigen voor het concert.", "buren, familie en klasgenoten"),
        ("We willen graag mentoren en ib'ers uitnodigen om mee te denken.", "mentoren en ib'ers"),
        ("Niet openbaar: alleen medewerkers van ons eigen bureau nemen deel.", "medewerkers van ons eigen bureau"),
        ("Omschrijving: Jongeren die niet naar school gaan mogen een middag meelopen.", "Jongeren die niet naar school gaan"),
        ("Op 9 mei bakken we met jongeren uit de buurt, in de grote keuken.", "jongeren uit de buurt"),
        ("Op 9 mei gaan de jeugdartsen wandelen met jongeren van 12 tot 18 jaar die ziek zijn.", "jongeren van 12 tot 18 jaar die ziek zijn"),
        ("👥 Voor behandelaren en leraren", "behandelaren en leraren"),
        ("Ik zou u graag uitnodigen voor een gesprek.", None),
        ("We wandelen met een gids langs de rivier.", None),
    ],
)  # fmt: skip
def test_whom_it_is_for_is_told_in_passing(text, value):
    assert best(find_audience, text, "audience") == value


@pytest.mark.parametrize(
    "text",
    [
        "We spelen in buurttheater De Zolder, Tweede Molenstraat\n4 in Zeist, op dinsdag 9 mei om 20.00 uur.",
        "📍 De Zolder, Tweede Molenstraat 4, Zeist\n📅 9 mei",
        "📍\tDe Zolder\tTweede Molenstraat 4\t3701 AB Zeist\n📅\t9 mei",
    ],
)
def test_a_street_is_read_where_the_line_ends_within_it_and_behind_a_pin(text):
    assert best(find_place, text, "street") == "Tweede Molenstraat 4"


@pytest.mark.parametrize(
    "text",
    [
        "·  Dinsdag 9 mei, 9.30 – 12.00 uur: ‘Rooster op maat’, voor mentoren in het vo\n"
        "·  Donderdag 11 mei, 13.30 – 16.00 uur: ‘Als ouders zwijgen’, voor intern begeleiders",
        '- Dinsdag 9 mei, 9.30 uur: "Rooster op maat" voor teamleiders\n'
        '- Donderdag 11 mei, 13.30 uur: "Als ouders zwijgen" voor mentoren',
    ],
)
def test_a_name_in_quotes_ends_where_they_do(text):
    names = [
        max(find_title(one, WEEK), key=lambda found: found.confidence).value for one in split(letter(text))
    ]
    assert names == ["Rooster op maat", "Als ouders zwijgen"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Op donderdag 11 mei van 8.45 tot 10.15 uur houden wij een koffieochtend in De Hal, Kerkstraat 4 in Zeist. "
            "Iedereen is welkom.\n\nOn Thursday 11 May from 8.45 to 10.15 we host a coffee morning in De Hal "
            "(Kerkstraat 4, Zeist). All parents are welcome.",
            1,
        ),
        (
            "Op donderdag 11 mei van 8.45 tot 10.15 uur houden wij een koffieochtend in De Hal, Kerkstraat 4 in Zeist.\n\n"
            "Op donderdag 11 mei van 13.00 tot 15.00 uur geven wij een workshop in De Hal, Kerkstraat 4 in Zeist.",
            2,
        ),
    ],
)
def test_the_same_told_in_a_second_language_is_one_activity(text, count):
    assert len(split(letter(text))) == count


def test_a_page_with_the_background_is_one_with_more():
    text = "Aanmelden: https://www.swv.nl/aanmelden\nAchtergrond bij de cijfers: https://www.swv.nl/cijfers"
    assert best(find_url, text, "url") == "https://www.swv.nl/cijfers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We lopen elke dag om 12.15 uur. Alleen vrijdag niet.", "8 12:15, 9 12:15, 10 12:15, 11 12:15"),
        ("Elke ochtend van 9 tot 10 uur. Maar woensdag slaan we over.", "8 09:00-10:00, 9 09:00-10:00, 11 09:00-10:00, 12 09:00-10:00"),
        ("Op dinsdag 9 mei om 12.15 uur lopen we vanaf ons kantoor.", "9 12:15"),
        ("Op dinsdag 9 mei is er een lezing. Ons kantoor is open van 9.00 tot 17.00 uur.", "9"),
    ],
)  # fmt: skip
def test_a_day_that_is_passed_over_is_none_and_an_office_can_be_where_it_starts(text, expected):
    assert read(text) == expected


def test_who_is_named_with_what_he_is_has_the_name_alone():
    text = "Op 9 mei is er een spreekuur. Meer weten? Leerplichtambtenaar Yvonne Hendriks, 0413-381111."
    assert best(find_contact, text, "contact_name") == "Yvonne Hendriks"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Op 9 mei spelen wij: Ondertussen Thuis. Dat is in theater De Kom in Nieuwegein.", "theater De Kom"),
        ("Op 9 mei staan de deuren open. Ons adres: Dennenlaan 40 in Soest.", None),
    ],
)
def test_being_at_home_is_no_building_and_ours_no_name(text, venue):
    assert best(find_place, text + "\n\nGroet,\nNoor", "venue", sender="noor@x.nl") == venue


def test_those_who_made_it_are_no_limit_to_those_who_come():
    text = "Met een groep van 8 jongeren hebben we een voorstelling gemaakt. Die is op 9 mei om 20 uur."
    assert best(find_capacity, text, "capacity") is None


def test_what_is_begun_and_closed_with_something_is_an_activity_each():
    text = (
        "Wij hebben dit jaar drie activiteiten. We trappen op maandagavond 8 mei af met een online lezing (20.00-21.15 "
        "uur). Woensdagmiddag 10 mei is er een spelletjesmiddag in De Hal, van 14 tot 17 uur. En op vrijdagochtend 12 "
        "mei sluiten we af met een ontbijt voor ouders, van 8.30 tot 9.30 uur."
    )
    assert len(split(letter(text))) == 3


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Op 10 mei is er voor het hele gezin een spelletjesmiddag in De Hal.", "het hele gezin"),
        ("Lege stoelen vragen op 9 mei aandacht voor thuiszitters in de stad.", None),
    ],
)
def test_whom_it_is_about_is_not_whom_it_is_for(text, value):
    assert best(find_audience, text, "audience") == value


def test_the_place_of_one_activity_is_not_that_of_the_one_told_before_it_in_the_same_paragraph():
    text = (
        "Wij hebben twee activiteiten. Op maandag 8 mei is er een online lezing, van 20.00 tot 21.00 uur. Op woensdag "
        "10 mei is er een spelmiddag in speeltuin De Berenkuil in Oss, Lindestraat 9, van 14 tot 17 uur. Alles is "
        "gratis."
    )
    places = [
        {one.field: one.value for one in find_place(each, WEEK) if one.confidence >= 0.4}
        for each in split(letter(text + "\n\nGroet,\nNoor"))
    ]
    assert [place.get("street") for place in places] == [None, "Lindestraat 9"]


def test_how_one_comes_in_is_no_part_of_whom_it_is_for():
    text = "Op 10 mei kunnen ouders zonder afspraak binnenlopen tussen 19:00 en 21:00 uur."
    assert best(find_audience, text, "audience") == "ouders"


def test_chairs_for_guests_are_as_many_as_can_come():
    assert best(find_capacity, "Het debat is op 10 mei. Er zijn 40 stoelen voor gasten.", "capacity") == 40


@pytest.mark.parametrize(
    ("subject", "text", "title"),
    [
        ("Actieweek: kun je dit nog toevoegen?", "Onze studiedag van 12 mei kost € 17,50.", "Studiedag"),
        (
            "Foto's actieweek",
            "Bijgaand een paar foto's van onze open dag van gisteren.",
            "Foto's van onze open dag",
        ),
    ],
)
def test_a_request_is_no_name_and_an_open_day_is_named_whole(subject, text, title):
    assert best(find_title, text, "title", subject=subject) == title


@pytest.mark.parametrize(
    ("text", "sender", "name"),
    [
        ("Op 9 mei skaten we.\n\nGroet, Sem", "skatehal <sem@skatehal.nl>", "Sem"),
        ("op 9 mei bakken we koekjes met jongeren uit de buurt.\n\ngr anouk\n", "de luwte <anouk@deluwte.nl>", "Anouk"),
        ("Op 9 mei skaten we.\n\nGroet, Team", "skatehal <info@skatehal.nl>", None),
    ],
)  # fmt: skip
def test_who_signs_with_the_first_name_of_the_address_is_asked(text, sender, name):
    assert best(find_contact, text, "contact_name", sender=sender) == name


def test_the_part_of_the_day_is_no_name():
    text = (
        "Op dinsdag 9 mei zijn er twee bijeenkomsten in Ede, Stationsweg 55:\n"
        '- \'s ochtends van 9.30 tot 11.30 uur voor ouders: "Wat als het niet meer gaat?"\n'
        '- \'s middags van 14.00 tot 16.30 uur voor docenten: "Signaleren en dan?"'
    )
    names = [
        max(find_title(one, WEEK), key=lambda found: found.confidence).value for one in split(letter(text))
    ]
    assert names == ["Wat als het niet meer gaat?", "Signaleren en dan?"]


def test_a_label_within_a_paragraph_is_no_building():
    text = "De lezing is op 9 mei om 16.00 uur. Plaats: Zernikedreef 11 in Leiden, zaal C0.054."
    assert best(find_place, text, "venue") == "zaal C0.054"


def test_whom_something_is_offered_to_is_told_before_it():
    text = "Wij bieden ouders van thuiszitters in de actieweek een gratis spreekuur aan, op 9 mei om 14 uur."
    assert best(find_audience, text, "audience") == "ouders van thuiszitters"
