"""When it is over and when it begins, told as a length, in a sentence of its own, or beside the doors."""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.grades import LIKELY, SAID
from tests.extract.letters import found
from tests.extract.test_sessions import read

LENGTHS = [
    ("Reken op anderhalf uur.", "14:00-15:30"),
    ("Trek er twee uur voor uit.", "14:00-16:00"),
    ("Neem er twee uurtjes de tijd voor.", "14:00-16:00"),
    ("We hebben er anderhalf uur voor uitgetrokken.", "14:00-15:30"),
    ("De bijeenkomst neemt twee uur in beslag.", "14:00-16:00"),
    ("Het is een workshop van twee uur.", "14:00-16:00"),
    ("Duurt een uur of twee.", "14:00-16:00"),
    ("Tijdsduur: 1 uur en 15 minuten.", "14:00-15:15"),
    ("Duur: 1 uur 30 min.", "14:00-15:30"),
    ("Duur: 1:30 uur.", "14:00-15:30"),
    ("Duur 1u30.", "14:00-15:30"),
    ("Duurt vijf kwartier.", "14:00-15:15"),
    ("Hoe lang: 2 uur.", "14:00-16:00"),
    ("Het is een lezing met thee (90 minuten, in de aula).", "14:00-15:30"),
    ("De film duurt een uur en na afloop drinken we koffie.", "14:00-15:00"),
    # what lasts from one to two hours, or is followed by more, has no end that is told
    ("Het duurt 1 tot 2 uur.", "14:00"),
    ("De workshop duurt 1 à 1,5 uur.", "14:00"),
    ("De workshop duurt 1,5 à 2 uur.", "14:00"),
    ("Duur: 65 minuten, gevolgd door een gesprek met de spelers.", "14:00"),
    ("De film duurt 90 minuten, daarna praten we door.", "14:00"),
    ("De film duurt 75 minuten. Na afloop is er een gesprek.", "14:00"),
    ("De voorstelling duurt een uur, met aansluitend een nagesprek.", "14:00"),
    # nor has what is only a part
    ("Een gesprek duurt 20 minuten.", "14:00"),
    ("Elke rondleiding duurt een half uur.", "14:00"),
    ("Per gesprek hebben we 20 minuten.", "14:00"),
    ("De pauze duurt een kwartier.", "14:00"),
    ("Lengte van de film: 95 minuten.", "14:00"),
    ("Na vijf kwartier staat u weer buiten.", "14:00-15:15"),
    ("Anderhalf uur later is iedereen weer thuis.", "14:00-15:30"),
    ("Na een uur is het alweer voorbij.", "14:00-15:00"),
    ("Wij houden het op anderhalf uur.", "14:00-15:30"),
    ("We houden het bij een uurtje.", "14:00-15:00"),
    ("Na een uur pauzeren we even.", "14:00"),
    ("Na een half uur praten gaan we naar buiten.", "14:00"),
    ("Uiterlijk vier uur is iedereen weer thuis.", "14:00-16:00"),
    ("Omstreeks vier uur is het gedaan.", "14:00-16:00"),
    ("Sluiting 16.00 uur.", "14:00-16:00"),
    ("Na afloop is er tot 17.00 uur koffie.", "14:00"),
    ("Rond 16.00 uur hopen wij af te ronden.", "14:00-16:00"),
    ("Om vier uur is de les uit.", "14:00-16:00"),
    ("Tegen vieren zeggen we gedag.", "14:00-16:00"),
    ("Er is oppas van 13.30 tot 17.00 uur.", "14:00"),
    ("De lift is tot 18.00 uur in gebruik.", "14:00"),
    ("Sluiting van de inschrijving: 12.00 uur.", "14:00"),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_what_lasts_so_long_ends_then(text, expected):
    assert read(f"Dinsdag 9 mei om 14.00 uur. {text}") == f"9 {expected}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anderhalf uur per avond.", "14:00-15:30"),
        ("per keer twee uur.", "14:00-16:00"),
        ("we beginnen steeds om 14.00 uur en houden het op vijf kwartier.", "14:00-15:15"),
        ("elke bijeenkomst een uur.", "14:00-15:00"),
        ("steeds in de aula. Een bijeenkomst duurt vijf kwartier.", "14:00-15:15"),
        # of these there can be several on a day
        ("elke les duurt een half uur.", "14:00"),
        ("een workshop duurt drie kwartier.", "14:00"),
    ],
)
def test_what_is_held_on_several_days_lasts_so_long_on_each(text, expected):
    assert read(f"Op 8 en 10 mei om 14.00 uur, {text}") == f"8 {expected}, 10 {expected}"


@pytest.mark.parametrize(
    "text",
    [
        "Dinsdag 9 mei om 14.00 uur. Na een uur is het voorbij.",
        "Dinsdag 9 mei van 14.00 tot 16.00 uur. O nee, wacht, maak daar 14.30 uur van.",
        "Dinsdag 9 mei van 14.00 tot 16.00 uur.\n\nCorrectie: we beginnen om 14.30 uur.",
        "het is dinsdag 9 mei van 14.00 tot 16.00 uur. oh wacht, de zaal is pas om half drie vrij",
        "Op 8, 9 en 12 mei van 14.00 tot 16.00 uur.\n\nedit: vrijdag stoppen we al om 15.00 uur.",
        "De zaal is open vanaf 13.00 uur op dinsdag 9 mei, de lezing begint een half uur later.",
        "Te zien van 8 t/m 12 mei van 9.00 tot 17.00 uur, woensdag gesloten.",
        "Op 8, 9 en 12 mei van 14.00 tot 16.00 uur. Alleen vrijdag is het tot 15.00 uur.",
    ],
)
def test_hours_that_are_about_or_are_corrected_further_on_are_not_sure(text):
    (finding,) = found(find_dates, text, "dates")
    assert finding.confidence <= LIKELY


@pytest.mark.parametrize("text", ["Dinsdag 9 mei, zelfde tijd en duur.", "Op dinsdag 9 mei: idem."])
def test_a_day_of_which_the_hours_stand_elsewhere_is_not_sure_to_have_none(text):
    (finding,) = found(find_dates, text, "dates")
    assert finding.confidence == LIKELY


def test_who_can_be_reached_on_all_days_but_one_corrects_no_hours():
    (finding,) = found(
        find_dates, "Dinsdag 9 mei van 14.00 tot 16.00 uur. Ik ben er elke dag, behalve vrijdag.", "dates"
    )
    assert finding.confidence == SAID


def test_an_end_that_is_told_as_about_so_long_is_no_sure_one():
    (finding,) = found(find_dates, "Dinsdag 9 mei om 14.00 uur. Het duurt ruim een uur.", "dates")
    assert finding.confidence == LIKELY


ENDS = [
    ("Rond vier uur moet iedereen de deur uit zijn.", "14:00-16:00"),
    ("Om 16.00 uur moeten we de zaal uit.", "14:00-16:00"),
    ("Om vier uur moeten we er echt uit, want dan komt het koor.", "14:00-16:00"),
    ("Om 16.00 uur gaat de zaal dicht.", "14:00-16:00"),
    ("Om 16u is 't gedaan.", "14:00-16:00"),
    ("Om vier uur is ’t weer voorbij.", "14:00-16:00"),
    ("Ouders kunnen hun kind om vier uur weer ophalen.", "14:00-16:00"),
    ("De kinderen worden om 16.00 uur opgehaald.", "14:00-16:00"),
    ("We houden om vier uur op, want dan komt de bus.", "14:00-16:00"),
    ("We ronden de middag om vier uur af.", "14:00-16:00"),
    ("Het zal dan 16.00 uur worden voor het uit is.", "14:00-16:00"),
    ("We houden u om 16.00 uur op de hoogte.", "14:00"),
    ("Na afloop (16.00 uur) is er een borrel.", "14:00-16:00"),
    ("De borrel begint om 16.00 uur.", "14:00-16:00"),
    ("Om 16.00 uur is het afgelopen, daarna kunt u napraten tot 17.00 uur.", "14:00-16:00"),
    # what closes is not the activity, or is no end at all
    ("Napraten kan tot 17.00 uur.", "14:00"),
    ("De bieb zelf is open tot 18.00 uur.", "14:00"),
    ("We moeten om 14.00 uur uit de bus.", "14:00"),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_the_end_is_found_where_it_has_a_sentence_of_its_own(text, expected):
    assert read(f"Dinsdag 9 mei om 14.00 uur. {text}") == f"9 {expected}"


DOORS = [
    ("zaal open 13.00, eerste bal 13.30, uitslag 16.45, einde 17.00 uur.", "13:30-17:00"),
    ("ontvangst met koffie 9.30, welkomstwoord 10.00, afronding 12.00.", "10:00-12:00"),
    ("9.30 ontvangst, 10.00 welkom door de voorzitter, 12.00 sluiting.", "10:00-12:00"),
    ("kassa open 19.15, voorstelling 20.00, einde ca. 21.45", "20:00-21:45"),
    ("deuren open 17u15, we zitten om 17u45 stipt aan tafel.", "17:45"),
    ("het podium gaat open om 19.00 uur, wij zijn er al vanaf 18.00 met soep.", "19:00"),
    ("loop vanaf 13.00 uur binnen; om 13.30 uur opent de wethouder de middag.", "13:30"),
    ("inlooptijd 19.00-19.30 uur, programma 19.30-21.30 uur", "19:30-21:30"),
    ("melden aan de balie vanaf 9.00 uur, startschot 9.30 uur.", "09:30"),
    ("u bent vanaf 19.15 uur van harte welkom, om 19.45 uur trappen we af.", "19:45"),
    ("we beginnen om 14.00 uur, de deur staat al vanaf 13.30 uur open.", "14:00"),
    ("te zien in de zaal van ons museum, van elf tot vijf uur.", "11:00-17:00"),
    ("van 9.30 (inloop) tot 12.00 uur, start 10.00 uur.", "10:00-12:00"),
    # doors that stay open are the activity
    ("inloop van 13.00 tot 16.00 uur, om 14.00 uur is er een rondleiding.", "13:00-16:00"),
    ("inloop van 13.00 tot 16.00 uur. Om 14.00 uur start een rondleiding.", "13:00-16:00"),
    # what stands in the same row and is no time
    ("zaal open 13.00, start 13.30, entree 14.50", "13:30"),
    ("zaal open 13.00, start 13.30, 14.50 euro per persoon", "13:30"),
    ("10.00-11.00 (groep 5/6) en 11.15-12.15 (groep 7/8)", "10:00-11:00, 9 11:15-12:15"),
    ("14:00~16:00", "14:00-16:00"),
    ("klokke 14.00", "14:00"),
    ("10.00 uur en herhaling 14.00 uur", "10:00, 9 14:00"),
]


@pytest.mark.parametrize(("text", "expected"), DOORS)
def test_it_begins_when_the_programme_does_and_not_when_the_doors_open(text, expected):
    assert read(f"Dinsdag 9 mei, {text}") == f"9 {expected}"


def test_parts_that_follow_on_each_other_are_one_programme():
    parts = "13.00 - 13.30 Inloop\n13.30 - 14.15 Opening\n14.15 - 15.15 Ronde 1\n15.15 - 16.15 Ronde 2\n16.15 - 17.00 Borrel"
    assert read(f"Programma dinsdag 9 mei:\n{parts}") == "9 13:30-17:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aanmelding activiteit.\nOpen dag, dinsdag 9 mei. 10-15 u.\nToegang gratis.", "9 10:00-15:00"),
        ("Opgave agenda\nOpen dag, dinsdag 9 mei. 10-15 u.", "9 10:00-15:00"),
        (
            "Open dag: dinsdag 9 mei, 10-15 u.\n\nOpgave\nGraag voor 3 mei, 12.00 uur bij de balie.",
            "9 10:00-15:00",
        ),
    ],
)
def test_the_day_below_a_heading_of_registering_is_the_activitys(text, expected):
    assert read(text) == expected


def test_a_time_in_another_paragraph_than_the_only_day_is_likely_its_own():
    (finding,) = found(find_dates, "Tijd 14.00-16.00\n\nDag 9 mei", "dates")
    assert finding.value == ({"starts": "2017-05-09T14:00", "ends": "2017-05-09T16:00"},)
    assert finding.confidence == LIKELY
