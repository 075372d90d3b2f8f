"""Days that are told from the one before: "de dag erna", "diezelfde avond", "een dag later".

Expected values are as in the tables of test_sessions: "9 15:00" is 9 May 2017 at 15:00.
"""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.prepare import prepare
from intake.extract.split import split
from intake.mail.parse import parse_mail
from tests.extract.letters import WEEK, message
from tests.extract.test_sessions import read, short


def activities(text, edition=WEEK, **more):
    """The dates of each activity that a mail announces, in short."""
    letters = split(prepare(parse_mail(message(text, **more)), edition))
    return [
        short(next((finding.value for finding in find_dates(one, edition) if finding.confidence > 0), None))
        for one in letters
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We spelen de voorstelling op dinsdag 9 mei om 20.00 uur en de dag erna om 14.00 uur.",
            "9 20:00, 10 14:00",
        ),
        (
            "Wij komen maandag 8 mei om 10 uur bijeen, en twee dagen later om 15 uur nog eens.",
            "8 10:00, 10 15:00",
        ),
        (
            "Je kunt komen op woensdag 10 mei, of de volgende middag van 13.00 tot 15.00 uur.",
            "10 13:00-15:00, 11 13:00-15:00",
        ),
        (
            "Dinsdag 9 mei is er 's ochtends om 9.30 uur les. Diezelfde avond om 19.30 uur weer.",
            "9 09:30, 9 19:30",
        ),
        (
            "De les is op dinsdag 9 mei om 9.30 uur.\n\nEen dag later, om 11.00 uur, nog een keer.",
            "9 09:30, 10 11:00",
        ),
    ],
)
def test_a_day_told_from_the_one_before_is_worked_out(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op dinsdag 9 mei om 20.00 uur draait de film. De volgende keer laten we iets anders zien.",
        "Op dinsdag 9 mei om 20.00 uur draait de film. Een dag van tevoren hoort u de zaal.",
        "Op dinsdag 9 mei om 20.00 uur is er een les. Deze avond is voor ouders.",
        "Elke dag later naar school, dat helpt sommigen. Kom dinsdag 9 mei om 20.00 uur.",
        "Op dinsdag 9 mei om 20.00 uur is er een avond. Die dag erna zo uitgeput zijn kent u vast.",
    ],
)
def test_what_only_sounds_like_the_next_day_is_none(text):
    assert read(text) == "9 20:00"


def test_a_day_that_nothing_stands_before_is_left_alone():
    assert read("De dag erna om 15.00 uur praten we na.") is None


def test_a_day_that_was_worked_out_is_not_sure():
    finding = max(
        find_dates(
            prepare(
                parse_mail(message("Op dinsdag 9 mei is de opening; een dag later, om 15 uur, de les.")), WEEK
            ),
            WEEK,
        ),
        key=lambda one: one.confidence,
    )
    assert finding.confidence < 0.9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Op dinsdag 9 mei houden wij van 19.30 tot 21.30 uur een ouderavond in De Brug. De dag erna, om 15.00 "
            "uur, is er op dezelfde plek een workshop voor mentoren.",
            ["9 19:30-21:30", "10 15:00"],
        ),
        (
            "Hoi,\n\nMaandag 8 mei om 14.00 uur is er een open huis voor jongeren. Diezelfde avond om 20.00 uur "
            "draaien we de film Buitenbeen. Een dag later is er van 10 tot 12 uur een koffieochtend voor ouders.",
            ["8 14:00", "8 20:00", "9 10:00-12:00"],
        ),
        (
            "Woensdag 10 mei geven we van 9.00 tot 11.00 uur een training aan leerkrachten.\n\n"
            "Daarnaast is er diezelfde dag om 13.30 uur een lezing voor ouders, in de aula.",
            ["10 09:00-11:00", "10 13:30"],
        ),
        (
            "Op donderdag 11 mei is er om 9.30 uur een ouderochtend in de kantine. 's Middags om 14.00 uur volgt "
            "een workshop voor leraren.",
            ["11 09:30", "11 14:00"],
        ),
        (
            "1. Lezing over schoolangst, dinsdag 9 mei om 19.30 uur\n2. Wandeling met ouders, de volgende ochtend om "
            "10.00 uur\n3. Slotdebat met de raad, twee dagen later om 15.00 uur",
            ["9 19:30", "10 10:00", "12 15:00"],
        ),
    ],
)
def test_an_activity_on_a_day_told_from_the_one_before_is_its_own(text, expected):
    assert activities(text) == expected


def test_the_parts_of_one_day_are_no_activities_of_their_own():
    text = (
        "Op donderdag 11 mei houden we een studiedag over verzuim. 's Ochtends om 9.30 uur is er een lezing. "
        "'s Middags om 13.00 uur zijn er workshops."
    )
    assert len(activities(text)) == 1
