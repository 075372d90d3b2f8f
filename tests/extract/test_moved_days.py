"""The day that an activity was on before, and the one that it is on now, as those tell it who moved it."""

import pytest

from intake.extract.finding import Kind
from intake.reading import read as read_mail
from tests.extract.letters import WEEK, message
from tests.extract.test_sessions import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het spreekuur is niet dinsdag 9 mei maar woensdag 10 mei om 11.00 uur.", "10 11:00"),
        ("Het spreekuur schuift een dag op: niet dinsdag 9 mei maar woensdag 10 mei, 11.00 uur.", "10 11:00"),
        (
            "De les, die op dinsdag 9 mei gepland stond, wordt een dag later gehouden, om 14.00 uur.",
            "10 14:00",
        ),
        ("De les van dinsdag 9 mei (14.00 uur) schuift een dag op.", "10"),
        ("De film van maandag 8 mei draait twee dagen later, om 20.00 uur.", "10 20:00"),
        ("De bijeenkomst van 9 mei schuift een half uur op en begint nu om 16.00 uur.", "9 16:00"),
        ("Het webinar 'Eerst praten' van 9 mei begint nu om 16.00 uur.", "9 16:00"),
        ("Het wordt niet de 9e maar de 11e mei, 20.00 uur.", "11 20:00"),
        ("De les van dinsdag 9 mei wordt een week later gegeven.", "16"),
    ],
)
def test_the_new_day_is_read_and_not_the_old(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Onze inloopavond op dinsdag 9 mei komt te vervallen.", "9"),
        ("De les van 9 mei om 14.00 uur vervalt wegens ziekte.", "9 14:00"),
        ("De les van 9 mei gaat niet door, hij komt nu op 11 mei om 14.00 uur.", "11 14:00"),
    ],
)
def test_what_is_cancelled_keeps_its_day_unless_another_is_named(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De workshop Boosheid de baas, die op dinsdag 9 mei gepland stond, wordt een dag later gehouden: zelfde tijd, "
        "zelfde plek.",
        "De training van 9 mei schuift een dag op, dus naar 10 mei.",
        "De themamiddag van donderdag 11 mei begint een half uur eerder: 13.00 uur.",
        "De netwerkbijeenkomst verhuist van het gemeentehuis naar De Melkfabriek, Zuivelweg 2 in Zeist.",
        "Onze lezing van 9 mei is niet in de aula maar in de kantine.",
    ],
)
def test_who_moves_an_activity_changes_it(text):
    mail = message(f"Dag redactie,\n\n{text}\n\nGroet, Noor", subject="Actieweek Thuiszitters")
    assert read_mail(mail, WEEK).kind is Kind.UPDATE
