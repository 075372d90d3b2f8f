"""Dutch days and times: each line of the tables is a way in which somebody writes them."""

from datetime import date

import pytest

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.find import find_dates
from intake.extract.dates.length import LengthMention
from intake.extract.dates.scan import mentions
from intake.extract.dates.tokens import tokens
from tests.extract.letters import OTHER, WEEK, best, found
from tests.extract.test_sessions import read


def days(text, edition=WEEK):
    return [[day.day for day in m.days] for m in mentions(text, edition) if isinstance(m, DayMention)]


def times(text):
    return [(m.begins, m.ends) for m in mentions(text, WEEK) if isinstance(m, TimeMention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op dinsdag 9 mei 2017", [[9]]),
        ("di. 9 mei", [[9]]),
        ("donderdag de 11e", [[11]]),
        ("donderdag de elfde", [[11]]),
        ("8, 9 en 11 mei", [[8, 9, 11]]),
        ("dinsdag 9 en donderdag 11 mei", [[9, 11]]),
        ("di 9 & do 11 mei", [[9, 11]]),
        ("8 t/m 12 mei", [[8, 9, 10, 11, 12]]),
        ("van maandag tot en met woensdag", [[8, 9, 10]]),
        ("ma t/m vr", [[8, 9, 10, 11, 12]]),
        ("10/5", [[10]]),
        ("wo 10-5", [[10]]),
        ("10-05-'17", [[10]]),
        ("10.05.2017", [[10]]),
        ("2017-05-10", [[10]]),
        ("woensag 10 mei", [[10]]),
        ("dondedag 11 mei", [[11]]),
        ("woensdagmiddag in de actieweek", [[10]]),
        ("de laatste dag van de actieweek", [[12]]),
        ("de eerste dag van de week", [[8]]),
        ("de hele week", [[8, 9, 10, 11, 12]]),
        ("elke ochtend", [[8, 9, 10, 11, 12]]),
        ("29 april t/m 2 mei", [[29, 30, 1, 2]]),
        ("lokaal 12, 9 mei", [[9]]),
        ("max. 16 deelnemers, 9 mei", [[9]]),
        ("Tue, May 9, 2017", [[9]]),
    ],
)
def test_days_are_read(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "T 038 - 425 71 60 | M 06 - 21 84 09 37",
        "groep 7/8",
        "kinderen van 10 tot 18 jaar",
        "in 1998 begon het",
        "zo doe ik dat",
        "ma is mijn moeder",
        "artikel 3.2",
    ],
)
def test_what_is_no_day_is_left_alone(text):
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13.00-16.30 uur", [(780, 990)]),
        ("van 13.00 tot 16.30 uur", [(780, 990)]),
        ("tussen 14:00 en 17:00", [(840, 1020)]),
        ("13u30 tot 15u", [(810, 900)]),
        ("19.30u", [(1170, None)]),
        ("half twee", [(90, None)]),
        ("half twee tot vier", [(90, 240)]),
        ("kwart voor drie tot kwart over vijf", [(165, 315)]),
        ("tien over acht", [(490, None)]),
        ("van 9 tot 12", [(540, 720)]),
        ("om half 8", [(450, None)]),
        ("3:30 PM - 4:30 PM", [(930, 990)]),
        ("rond tien uur", [(600, None)]),
        ("20.00 uur", [(1200, None)]),
        ("jongeren van 12 t/m 23 jaar", []),
        ("van 10 tot 12 mei", []),
        ("één uur lang", []),
    ],
)
def test_times_are_read(text, expected):
    assert times(text) == expected


def test_a_duration_is_read():
    assert [m.minutes for m in mentions("duurt anderhalf uur", WEEK) if isinstance(m, LengthMention)] == [90]


def test_day_name_and_date_that_disagree_are_noticed():
    (mention,) = (m for m in mentions("woensdag 9 mei", WEEK) if isinstance(m, DayMention))
    assert mention.mismatch
    assert mention.days == (date(2017, 5, 9),)


def span(starts, ends=None):
    return {"starts": starts, "ends": ends}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Op dinsdag 9 mei van 13.00 tot 16.30 uur (inloop vanaf 12.30 uur) houden wij een symposium.",
            (span("2017-05-09T13:00", "2017-05-09T16:30"),),
        ),
        (
            "vrijdagochtend 12 mei, inloop vanaf 9.30, start 10 uur, rond 12 uur is het klaar.",
            (span("2017-05-12T10:00", "2017-05-12T12:00"),),
        ),
        (
            "donderdag 11 mei, 19:00 (deur open om 18:30) tot ongeveer 21:00",
            (span("2017-05-11T19:00", "2017-05-11T21:00"),),
        ),
        (
            "De avond op donderdag 11 mei begint om half acht en eindigt rond tien uur.",
            (span("2017-05-11T19:30", "2017-05-11T22:00"),),
        ),
        (
            "In de week van 8 mei is er elke ochtend (ma t/m wo) van 9 tot 10 uur spreekuur.",
            tuple(span(f"2017-05-{day:02}T09:00", f"2017-05-{day:02}T10:00") for day in (8, 9, 10)),
        ),
        (
            "De stoelen zijn de hele actieweek, dus van maandag tot en met vrijdag, te zien.",
            (span("2017-05-08", "2017-05-12"),),
        ),
        ("Datum: 10-05-2017\nTijd: 14:00 - 16:15", (span("2017-05-10T14:00", "2017-05-10T16:15"),)),
        (
            "Wanneer: di 9 en do 11 mei, beide avonden van 7 tot 9",
            (span("2017-05-09T19:00", "2017-05-09T21:00"), span("2017-05-11T19:00", "2017-05-11T21:00")),
        ),
        (
            "Woensdag 10 mei om 20.00 uur is er een lezing. Die duurt anderhalf uur.",
            (span("2017-05-10T20:00", "2017-05-10T21:30"),),
        ),
        (
            "wo 10 mei om 14.30u en 19.00u speelt de voorstelling",
            (span("2017-05-10T14:30"), span("2017-05-10T19:00")),
        ),
        (
            "Feest op vrijdag 12 mei van 20.30 tot 00.30 uur",
            (span("2017-05-12T20:30", "2017-05-13T00:30"),),
        ),
        (
            "Vrijdag 12 mei 2017\n09.30 Ontvangst\n10.00 Opening\n10.15 Lezing\n11.15 Pauze\n11.30 Sessies\n13.00 Einde",
            (span("2017-05-12T10:00", "2017-05-12T13:00"),),
        ),
        (
            "Donderdag 11 mei\nronde 1: 10.00 - 12.00 uur\nronde 2: 13.30 - 15.30 uur",
            (
                span("2017-05-11T10:00", "2017-05-11T12:00"),
                span("2017-05-11T13:30", "2017-05-11T15:30"),
            ),
        ),
        (
            "De workshop gaat niet door op dinsdag 9 mei maar schuift op naar donderdag 11 mei.",
            (span("2017-05-11"),),
        ),
        ("Zij is op woensdag niet aanwezig. Ik werk ma, di en do.", None),
        ("Aanmelden kan tot en met maandag 24 april via de site.", None),
        ("Op 12 mei 2004 is onze stichting opgericht.", None),
        ("Van 8 t/m 12 mei is de Landelijke Actieweek Thuiszitters.", None),
    ],
)
def test_the_dates_of_an_activity_are_found(text, expected):
    assert best(find_dates, text, "dates") == expected


def test_the_words_that_tell_the_date_are_shown():
    (finding,) = found(find_dates, "Op dinsdag 9 mei van 13.00 tot 16.30 uur is er een lezing.", "dates")
    assert [evidence.text for evidence in finding.evidence] == ["dinsdag 9 mei", "13.00 tot 16.30 uur"]


def test_another_years_edition_works_by_config_alone():
    text = "Op woensdagmiddag in die week van half twee tot vier, en tot slot op de 20e om 20.00 uur"
    assert best(find_dates, "woensdag 18 maart, 8.15 - 9.30 uur", "dates", OTHER) == (
        span("2026-03-18T08:15", "2026-03-18T09:30"),
    )
    assert days(text, OTHER)[0] == [18]


def test_a_telephone_number_is_one_token_and_leaves_no_figure_to_a_month():
    assert [token.word for token in tokens("bel 0612345679 mei")] == ["bel", "0612345679", "mei"]
    assert read("Dinsdag 9 mei, 14.00 uur, bel 0301234569 mei is een mooie maand") == "9 14:00"
