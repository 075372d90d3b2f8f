"""Days that a mail names beside the activity's own: what else is on them, and what is only said in passing."""

import pytest

from intake.extract.dates.find import find_dates
from intake.extract.grades import LIKELY, SAID
from tests.extract.letters import found
from tests.extract.test_sessions import read

OWN = "Op woensdag 10 mei van 14.00 tot 16.00 uur geven wij een workshop over rouw."


@pytest.mark.parametrize(
    "text",
    [
        "Op maandag 8 mei is ons gebouw gesloten.",
        "Dinsdag 9 mei hebben de leerlingen vrij.",
        "Donderdag 11 mei zijn wij allemaal weg.",
        "Ik ben van 8 tot en met 9 mei met verlof.",
        "Bij slecht weer gaan we op vrijdag 12 mei naar buiten.",
        "Mocht het vollopen, dan doen we het donderdag 11 mei nog eens.",
        "Uitwijkdatum is vrijdag 12 mei.",
        "De generale repetitie is dinsdag 9 mei om 19.00 uur.",
        "Vanaf maandag 8 mei kan het werkboek worden opgehaald.",
        "De zaal wordt dinsdag 9 mei om 18.00 uur ingericht.",
        "De kaartverkoop begint maandag 8 mei om 10.00 uur.",
        "Vrijdag 12 mei staat er een verslag op onze site.",
        "Dinsdag 9 mei sturen wij iedereen een link.",
        "Op donderdag 11 mei krijgt u de hand-outs.",
        "De uitslag volgt op vrijdag 12 mei.",
        "Het bestuur vergadert er donderdag 11 mei om 20.00 uur over.",
        "Onze vrijwilligers zien elkaar al op maandag 8 mei om 15.00 uur.",
        "Bellen kan op maandag 8 mei tussen 9.00 en 10.00 uur.",
        "Het is woensdag en dus niet, zoals in de folder staat, op donderdag 11 mei.",
        "We hebben ook dinsdag 9 mei overwogen.",
    ],
)
def test_a_day_of_something_else_is_none_of_the_activitys(text):
    assert read(f"{OWN} {text}") == "10 14:00-16:00"
    assert read(f"{text} {OWN}") == "10 14:00-16:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op woensdag 10 mei vergaderen wij in het openbaar, om 14.00 uur.", "10 14:00"),
        ("Indien u op 10 mei om 14.00 uur kunt, bent u welkom.", "10 14:00"),
        ("De workshop staat gepland op woensdag 10 mei om 14.00 uur.", "10 14:00"),
        (
            "Workshop 10 mei. Van 13.30 tot 14.00 uur is er inloop, daarna tot 16.00 uur het programma.",
            "10 14:00-16:00",
        ),
        (
            "Workshop 9 mei om 14.00 uur. We houden hem op 11 mei, zelfde tijd, nog een keer.",
            "9 14:00, 11 14:00",
        ),
        ("Wij hebben de workshop gepland voor woensdag 10 mei om 14.00 uur.", "10 14:00"),
        ("Op woensdag 10 mei om 14.00 uur evalueren wij met ouders het jaar.", "10 14:00"),
    ],
)
def test_the_only_day_that_is_told_is_the_activitys_whatever_is_done(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (OWN, SAID),
        ("Workshop op dinsdag 9 mei en woensdag 10 mei, beide van 14.00 tot 16.00 uur.", LIKELY),
        (f"{OWN} De wethouder is er dinsdag 9 mei om 20.00 uur.", LIKELY),
        (f"{OWN} Donderdag 11 mei denken we na.", LIKELY),
        ("Workshop op dinsdag 9 mei en woensdag 10 mei om 14.00 uur en iets op vrijdag 12 mei.", LIKELY),
        ("Dinsdag 9 mei (lezing, 20.00 uur) en woensdag 10 mei (workshop, 14.00 uur) kunt u komen.", LIKELY),
        (f"{OWN} De koffie is om 13.00 uur, een kwartier later gaan we naar binnen.", LIKELY),
    ],
)
def test_days_are_sure_only_where_they_are_told_as_one(text, grade):
    (finding,) = found(find_dates, text, "dates")
    assert finding.confidence == grade
