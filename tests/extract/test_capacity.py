"""How many can come: which limits can be read in one way only, and which numbers are of something else."""

import pytest

from intake.extract.capacity import find_capacity
from tests.extract.letters import best, found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Er is plaats voor 60 personen.", 60),
        ("Maximaal 24 deelnemers, gratis.", 24),
        ("Er kunnen ongeveer vijftig mensen in de zaal.", 50),
        ("Niet voor 30 maar voor maximaal 50 bezoekers.", 50),
    ],
)
def test_a_limit_of_participants_is_sure(text, value):
    assert [(f.value, f.confidence) for f in found(find_capacity, text, "capacity")] == [(value, 0.9)]


@pytest.mark.parametrize(
    "text",
    [
        "Onze voorziening heeft plaats voor 16 leerlingen.",  # may be that of the school
        "Maximaal 50 deelnemers, en na de pauze maximaal 80 bezoekers.",
        "Er is nog plek voor 5 personen.",
        "Vol is vol (25 plekken).",
        "We stoppen de inschrijving bij 45.",
        "De inschrijving sluit als er 30 aanmeldingen zijn.",
    ],
)
def test_a_limit_that_may_be_another_one_is_not_sure(text):
    assert [f.confidence for f in found(find_capacity, text, "capacity")] == [0.75]


@pytest.mark.parametrize(
    "text",
    [
        "Per school kunnen maximaal 3 personen komen.",
        "Aan elke tafel is plaats voor 8 personen.",
        "We werken in groepjes, maximaal 4 personen in elk groepje.",
        "Elke deelnemer mag maximaal 2 gasten meenemen.",
        "Aanmelden kan voor maximaal 3 personen.",
        "In het busje passen 8 mensen.",
        "We doen het in plaats van 40 keer nu vaker.",
    ],
)
def test_what_each_may_bring_or_a_table_holds_is_no_limit(text):
    assert best(find_capacity, text, "capacity") is None


def test_a_price_beside_a_limit_takes_nothing_from_it():
    assert best(find_capacity, "We kunnen 18 mensen kwijt en vragen 25 euro per persoon.", "capacity") == 18
