"""Several times and days of one activity, when it is over, and whose times stand beside it."""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.draft import draft
from tests.extract.letters import letter
from tests.extract.test_sessions import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kijkje in de Plusklas: dinsdag 9 én donderdag 11 mei, 13.00-15.00 uur.",
            "9 13:00-15:00, 11 13:00-15:00",
        ),
        (
            "Zowel op dinsdag 9 als op donderdag 11 mei, van 13.00 tot 15.00 uur.",
            "9 13:00-15:00, 11 13:00-15:00",
        ),
        ("Zowel dinsdag 9 als donderdag 11 mei om 10.00 uur.", "9 10:00, 11 10:00"),
        ("Op 9 mei om 20.00 uur draait de film 'De stilte van negen uur'.", "9 20:00"),
        ("Op 9 mei en ook op 11 mei van 10 tot 12 uur.", "9 10:00-12:00, 11 10:00-12:00"),
        (
            "Op dinsdag 9 mei en nogmaals op donderdag 11 mei, steeds van 10 tot 12 uur.",
            "9 10:00-12:00, 11 10:00-12:00",
        ),
        (
            "Op dinsdag 9 mei en nog een keer op donderdag 11 mei van 10 tot 12 uur.",
            "9 10:00-12:00, 11 10:00-12:00",
        ),
        ("Dinsdag 9 + donderdag 11 mei, 10.00-12.00 uur", "9 10:00-12:00, 11 10:00-12:00"),
        ("Dinsdag 9 mei alsmede donderdag 11 mei, 10.00-12.00 uur", "9 10:00-12:00, 11 10:00-12:00"),
        ("Dinsdag 9 mei, donderdag 11 mei: 10.00-12.00 uur", "9 10:00-12:00, 11 10:00-12:00"),
        ("di 9/5 en do 11/5, 10.00-12.00 uur", "9 10:00-12:00, 11 10:00-12:00"),
        ("di. 9, wo. 10 én vr. 12 mei telkens om 10.00 uur", "9 10:00, 10 10:00, 12 10:00"),
        (
            "Op maandag 8, woensdag 10 en, voor wie dan niet kan, vrijdag 12 mei van 9 tot 10 uur.",
            "8 09:00-10:00, 10 09:00-10:00, 12 09:00-10:00",
        ),
        (
            "Dinsdag 9 mei of donderdag 11 mei (u kunt kiezen), beide van 10.00 tot 12.00 uur",
            "9 10:00-12:00, 11 10:00-12:00",
        ),
        ("9 mei: 10.00-12.00 uur en 11 mei: 13.00-15.00 uur", "9 10:00-12:00, 11 13:00-15:00"),
    ],
)
def test_days_told_in_one_breath_have_one_time(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Woensdag 10 mei twee keer: om 14.00 uur voor klassen en om 19.30 uur voor ieder ander. Het is afgelopen om 15.15 en 20.45.",
            "10 14:00-15:15, 10 19:30-20:45",
        ),
        (
            "Woensdag 10 mei twee keer: om 14.00 uur voor klassen en om 19.30 uur voor ieder ander.",
            "10 14:00, 10 19:30",
        ),
        (
            "We spelen twee keer op woensdag 10 mei: 10.00 uur en 13.00 uur. Einde: 11.30 en 14.30 uur.",
            "10 10:00-11:30, 10 13:00-14:30",
        ),
        (
            "Woensdag 10 mei: twee rondes, om 10 uur en om 13 uur; elke ronde duurt anderhalf uur.",
            "10 10:00-11:30, 10 13:00-14:30",
        ),
        (
            "Twee voorstellingen op woensdag 10 mei: 13.30 uur en 19.30 uur (duur 75 minuten).",
            "10 13:30-14:45, 10 19:30-20:45",
        ),
        (
            "Op woensdag 10 mei 's ochtends van 9.30 tot 11.30 uur en 's middags van 13.00 tot 15.00 uur.",
            "10 09:30-11:30, 10 13:00-15:00",
        ),
        (
            "Woensdag 10 mei, een middagvoorstelling om 14.00 uur en een avondvoorstelling om 19.30 uur.",
            "10 14:00, 10 19:30",
        ),
        (
            "Woensdag 10 mei spelen we twee keer. De eerste voorstelling is om 14.00 uur, de tweede om 19.30 uur.",
            "10 14:00, 10 19:30",
        ),
        (
            "De workshop geven we op 10 mei twee keer: de eerste ronde van 10.00 tot 11.00 uur, de tweede van 11.30 tot 12.30 uur.",
            "10 10:00-11:00, 10 11:30-12:30",
        ),
        ("Woensdag 10 mei, keuze uit 10.00-11.00 uur of 14.00-15.00 uur.", "10 10:00-11:00, 10 14:00-15:00"),
        (
            "Woensdag 10 mei: groep 1 om 9.00 uur, groep 2 om 11.00 uur en groep 3 om 13.00 uur.",
            "10 09:00, 10 11:00, 10 13:00",
        ),
        ("Op 10 mei draaien we de film tweemaal: om 16.00 en om 20.00 uur.", "10 16:00, 10 20:00"),
    ],
)
def test_several_times_on_one_day_are_sessions_with_an_end_each(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "over",
    [
        "Om één uur pakken we alles weer in.",
        "Om 13.00 uur ruimen we weer op.",
        "Om 13 uur gaan we weer op huis aan.",
        "Om 13.00 uur is het gedaan.",
        "Om één uur is het mooi geweest.",
        "Om 13.00 uur houden we ermee op.",
        "Om 13.00 uur gaat het licht uit.",
        "Om 13.00 uur gaan de deuren weer dicht.",
        "Om 13.00 uur zit het erop.",
        "Rond één uur is het voorbij.",
        "Om 13.00 uur zwaaien we iedereen uit.",
        "Om 13.00 uur breken we de boel af.",
        "We gaan door tot 13.00 uur.",
        "We stoppen om 13.00 uur.",
        "Om 13.00 uur nemen we afscheid.",
        "Het duurt tot een uur of één.",
        "Om 13.00 uur is iedereen weer vrij om te gaan.",
        "Uiterlijk 13.00 uur staat iedereen weer buiten.",
        "Met een lied sluiten we om 13.00 uur af.",
        "We zijn om 13.00 uur uitgepraat.",
    ],
)
def test_it_is_over_when_people_pack_up(over):
    begin = "Dinsdag 9 mei zetten we stoelen neer op het plein. Om half twaalf leest een moeder voor. "
    assert read(begin + over) == "9 11:30-13:00"


FILM = """Donderdag 11 mei vertonen we een film.

- Zaal open: 19.15 uur, aanvang film: 19.45 uur, einde nagesprek rond
  22.15 uur
- Plek: Filmhuis De Hal

"""


@pytest.mark.parametrize(
    "beside",
    [
        "De kassa is doordeweeks open vanaf 19.00 uur.",
        "De bar is vanaf 18.30 uur open.",
        "Parkeren kan vanaf 18.00 uur op het plein.",
        "De balie is bereikbaar van 9.00 tot 17.00 uur.",
        "Bel me liefst na 19.00 uur.",
        "De parkeergarage sluit om 23.30 uur.",
        "Kaarten ophalen kan tussen 18.30 en 19.30 uur.",
        "Wij zijn op school te bereiken van 8.00 tot 16.30 uur.",
        "Het museum is verder open van 10.00 tot 17.00 uur.",
        "De pendelbus vertrekt om 19.10 uur vanaf het station.",
        "Eten kan vanaf 17.30 uur in het restaurant.",
        "",
    ],
)
def test_the_hours_of_what_is_beside_an_activity_are_not_its_own(beside):
    assert read(FILM + beside) == "11 19:45-22:15"


@pytest.mark.parametrize(
    "beside",
    [
        "De kassa is open vanaf 19.00 uur.",
        "De bar gaat om 18.30 uur open.",
        "Parkeren kan vanaf 18.00 uur op het plein.",
        "De balie is bereikbaar van 9.00 tot 17.00 uur.",
        "Bel me liefst na 20.00 uur.",
        "De parkeergarage sluit om 23.30 uur.",
        "Kaarten ophalen kan tussen 18.30 en 19.30 uur.",
        "De pendelbus vertrekt om 19.10 uur vanaf het station.",
        "Eten kan vanaf 17.30 uur in het restaurant.",
        "Vorige keer begonnen we om 20.00 uur.",
        "De trein van 19.12 uur is te halen.",
        "Vanaf 19.00 uur staat de koffie klaar.",
    ],
)
def test_a_second_time_that_is_not_the_activitys_changes_nothing(beside):
    assert read("Donderdag 11 mei om 19.45 uur draait de film. " + beside) == "11 19:45"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Woensdag 9 mei om 10.00 uur een lezing.", "lezing 9 mei"),
        ("Op 9 mei om 10.00 uur een lezing.", "lezing woensdag 9 mei"),
        ("Lezing op 9 mei om 10.00 uur.\n\nTot woensdag 9 mei!", "lezing"),
    ],
)
def test_a_date_that_its_day_name_contradicts_is_never_sure(text, subject):
    read_letter = letter(text, subject=subject)
    made = draft(read_letter, find_dates(read_letter, read_letter.edition))
    assert made.values["dates"].confidence < 0.9


def test_a_number_behind_a_line_that_was_broken_off_is_no_item_of_a_list():
    text = (
        "Op maandag 8 mei is er een knutselclub voor kinderen, van 2 tot\n"
        "4. Er is plek voor vijftien kinderen, dus meld je snel aan hier."
    )
    assert read(text) == "8 14:00-16:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 10 mei is er atelier. We beginnen om 11.00 en ruimen om 16.00 uur op.", "10 11:00-16:00"),
        (
            "Webinar 9 mei: inloggen vanaf 12.20, start 12.30, en om 13.15 kun je weer aan het werk.",
            "9 12:30-13:15",
        ),
        ("Op 12 mei houden wij van 13.00u. t/m 16.30u. een symposium.", "12 13:00-16:30"),
        (
            "Workshop op 10 mei. We hebben anderhalf uur nodig en gaan om kwart over een van start.",
            "10 13:15-14:45",
        ),
    ],
)
def test_an_end_is_told_by_clearing_up_by_going_back_to_work_and_by_what_is_needed(text, expected):
    assert read(text) == expected
