"""What a mail tells once for all its activities, and what it tells of one of them, in many voices."""

import pytest

from intake.extract.audience import find_audience
from intake.extract.capacity import find_capacity
from intake.extract.price import find_price
from intake.extract.split import split
from tests.extract.letters import WEEK, letter


def each(text, find, field):
    """What each activity of a mail is said to have; None where nothing is."""
    best = []
    for one in split(letter(text)):
        own = [(finding.confidence, finding.value) for finding in find(one, WEEK) if finding.field == field]
        near = [] if not own else [max(own, key=lambda pair: pair[0])[1]]
        best.append(near[0] if near else None)
    return best


TWO = (
    "Wij doen twee dingen. Op dinsdag 9 mei is er een ouderavond over schoolangst (19.30-21.00 uur). Op "
    "donderdag 11 mei volgt een lunchbijeenkomst voor ib'ers, van 12.00 tot 13.30 uur. "
)
LIST = (
    "Graag meld ik drie activiteiten aan.\n\n1. Wandeling voor jongeren\nmaandag 8 mei van 10.00 tot 12.00 uur\n\n"
    "2. Spreekuur voor ouders\nwoensdag 10 mei van 19.00 tot 21.00 uur\n\n"
    "3. Tekenles voor kinderen\nvrijdag 12 mei van 14.00 tot 16.00 uur\n"
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (TWO + "Per bijeenkomst kunnen er 40 mensen in.", [40, 40]),
        (TWO + "Er kunnen per keer 40 mensen in.", [40, 40]),
        (TWO + "Voor elke bijeenkomst zijn er 40 plaatsen.", [40, 40]),
        (TWO + "Beide bijeenkomsten hebben plek voor 40 mensen.", [40, 40]),
        (TWO + "Bij allebei is er plek voor 40 mensen.", [40, 40]),
        (TWO + "Daar is plek voor 40 mensen.", [None, 40]),
        (LIST + "Per activiteit is er plek voor 8 deelnemers.", [8, 8, 8]),
        (LIST + "\nIedere keer kunnen er 8 kinderen meedoen.", [8, 8, 8]),
        (LIST + "Max. 8 kinderen.", [None, None, 8]),
    ],
)
def test_how_many_can_come_is_said_once_for_all(text, value):
    assert each(text, find_capacity, "capacity") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (TWO + "De kosten zijn € 5 per keer.", [5, 5]),
        (TWO + "Beide bijeenkomsten zijn gratis.", [0, 0]),
        (TWO + "Deelname aan de bijeenkomsten is gratis.", [0, 0]),
        (LIST + "Per keer is er plek voor 8 deelnemers. Het kost niets.", [0, 0, 0]),
        (LIST + "Voor jongeren tot 16. Het kost niets.", [None, None, 0]),
        (TWO + "De lunch kost € 5.", [None, 5]),
        (TWO + "Toegang tot de ouderavond is gratis, de lunchbijeenkomst kost € 10.", [0, 10]),
        (TWO + "De ouderavond is gratis en de lunchbijeenkomst kost € 10.", [0, 10]),
    ],
)
def test_what_it_costs_is_said_once_for_all_or_of_one(text, value):
    assert each(text, find_price, "price") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Wij doen twee dingen:\n\nLezing, dinsdag 9 mei, 20.00 uur in De Kom\nStudiemiddag, woensdag 10 mei, 13.30 "
            "uur in De Kom\n\nDe lezing is bedoeld voor ouders en grootouders, de studiemiddag voor professionals "
            "uit het onderwijs.",
            ["ouders en grootouders", "professionals uit het onderwijs"],
        ),
        (
            "Op dinsdag 9 mei om 20.00 uur is er een lezing. Op woensdag 10 mei om 13.30 uur is er een studiemiddag. "
            "Beide activiteiten zijn bedoeld voor mentoren.",
            ["mentoren", "mentoren"],
        ),
    ],
)
def test_whom_it_is_for_is_said_of_all_or_of_one(text, value):
    assert each(text, find_audience, "audience") == value
