"""The type of an activity, told by the head of its noun or by what people do there."""

import pytest

from intake.extract.activity_type import find_activity_type
from intake.extract.nouns import nouns, vague
from tests.extract.letters import best, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 9 mei houden wij een lunchwebinar.", "webinar"),
        ("Op 9 mei is er een livestream vanuit de bibliotheek.", "webinar"),
        ("Op 9 mei geven wij een oudercursus.", "training"),
        ("Op 9 mei geven wij gastlessen in de brugklas.", "training"),
        ("Op 9 mei houden wij een studieochtend.", "training"),
        ("Op 9 mei is er een talkshow over verzuim.", "symposium"),
        ("Op 9 mei is de regioconferentie.", "symposium"),
        ("Op 9 mei geven we een lezingencyclus.", "symposium"),
        ("Op 9 mei organiseren wij een vragenuur.", "inloop"),
        ("Op 9 mei is het open lesdag.", "inloop"),
        ("Op 9 mei is er een telefonisch spreekuur.", "inloop"),
        ("Op 9 mei is onze kledingruilmarkt.", "actie"),
        ("Op 9 mei spelen leerlingen een toneelstuk in de aula.", "actie"),
        ("Op 9 mei is er een veldloop.", "actie"),
        ("Op 9 mei organiseren wij een soepmiddag voor ouders.", "bijeenkomst"),
        ("Op 9 mei is er een koffietafel voor ouders.", "bijeenkomst"),
        ("Op 9 mei is er een kampvuuravond voor jongeren.", "bijeenkomst"),
        # no noun tells it
        ("Op 9 mei wandelen we met ouders door het park.", "actie"),
        ("Van 8 t/m 12 mei exposeren onze leerlingen hun werk in de hal.", "actie"),
        ("Op 9 mei kun je binnenlopen met vragen.", "inloop"),
        ("Op 9 mei gaan de deuren open: loop gerust langs.", "inloop"),
        ("Op 9 mei oefenen leerkrachten met een acteur.", "training"),
        ("Op 9 mei komen alle mentoren bij elkaar.", "bijeenkomst"),
        # words that only look like an activity
        ("Vanmorgen sprak ik mijn collega, alles is goed.", None),
        ("Op zaterdagavond ben ik thuis.", None),
        ("Wij zitten in een eetcafé aan de Botermarkt 3.", None),
        ("Alle informatie staat op workshop@school.example.", None),
    ],
)
def test_the_type_is_told_by_the_head_of_a_noun_or_by_a_verb(text, expected):
    assert best(find_activity_type, text, "activity_type") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(inloop vanaf 13.00 uur)", []),
        ("inloop v.a. 13.15", []),
        ("Het is een vrije inloop.", []),
        ("inloop voor ouders", ["inloop"]),
        ("wo 20 maart inloop van 14 tot 16u", ["inloop"]),
        ("koffie met een koekje", []),
        ("Koffie met de wethouder", ["bijeenkomst"]),
        ("open dag en open huis", ["inloop", "inloop"]),
    ],
)
def test_a_noun_is_an_activity_where_it_is_meant_as_one(text, expected):
    assert [kind for kind, _, _ in nouns(text, 0, len(text))] == expected


def test_a_noun_that_tells_more_goes_before_one_that_tells_little():
    assert vague("Praatavond")
    assert not vague("Filmavond")
    assert (
        best(find_activity_type, "Op 9 mei is er een ouderavond met een workshop.", "activity_type")
        == "training"
    )


def test_a_verb_is_never_sure():
    (finding,) = found(find_activity_type, "Op 9 mei fietsen wij langs alle scholen.", "activity_type")
    assert finding.confidence < 0.9
