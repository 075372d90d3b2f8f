"""The type of an activity, told by the head of its noun or by what people do there."""

import pytest

from intake.extract.activity_type import find_activity_type
from intake.extract.nouns import nouns, vague
from intake.extract.unclear import unclear
from intake.reading import read
from tests.extract.letters import WEEK, best, found, message


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op 9 mei is het middagcongres.", "symposium"),
        ("Op 9 mei is de congresochtend.", "symposium"),
        ("Op 9 mei is de regioconferentiedag.", "symposium"),
        ("Op 9 mei houden wij een debatbijeenkomst.", "symposium"),
        ("Op 9 mei is er een instructiemiddag.", "training"),
        ("Op 9 mei is er een scholingssessie.", "training"),
        ("Op 9 mei is er een snuffelbijeenkomst.", "inloop"),
        ("Op 9 mei is er een circusochtend.", "actie"),
        ("Op 9 mei is er een spelletjesavond.", "actie"),
        ("Op 9 mei is er een kringmiddag.", "bijeenkomst"),
        ("Op 9 mei is de boekpresentatieavond.", "bijeenkomst"),
        ("De snuffeldagen zijn op 9 en 10 mei.", "inloop"),
        ("Op 9 mei houden we een knutseluurtje.", "actie"),
        ("Onze werkdagen zijn maandag en dinsdag.", None),
        ("Op het middaguur gaat de bel.", None),
    ],
)
def test_a_part_of_a_day_is_what_it_is_filled_with(text, expected):
    assert best(find_activity_type, text, "activity_type") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # learned and spoken words for a lecture
        ("Op 9 mei houdt professor Kuik een voordracht in de kapel.", "symposium"),
        ("Op 9 mei verzorgt een kinderarts bij ons een causerie.", "symposium"),
        ("Op 9 mei komen drie sprekers naar de aula.", "symposium"),
        ("Op 9 mei vertelt een moeder, zelf lerares, haar verhaal.", "symposium"),
        # meals and talks with an adjective
        ("Bestuurlijke lunch, 9 mei, 12.30 uur", "bijeenkomst"),
        ("Op 9 mei: ambtelijk overleg leerplicht.", "bijeenkomst"),
        ("Op 9 mei is er een diner voor gezinnen.", "bijeenkomst"),
        ("De lunch voor 12 euro is te bestellen.", None),
        # doors
        ("Wij gooien op 9 mei de werkplaats open.", "inloop"),
        ("Op 9 mei kun je komen aanwaaien.", "inloop"),
        ("Op 9 mei zit de jeugdarts in de hal, u hebt geen afspraak nodig.", "inloop"),
        ("Op 9 mei: open werkplaats", "inloop"),
        # stages
        ("Op 9 mei speelt verteller Jans Bril bij ons in de kantine zijn monoloog.", "actie"),
        ("Film ‘Thuis’, met nagesprek, 9 mei 20.00 uur", "actie"),
        ("Op 9 mei open podium voor jongeren.", "actie"),
        ("Op 9 mei leggen leerlingen lege schooltassen voor het stadhuis.", "actie"),
        ("Op 9 mei gaan we kanoën op de plas.", "actie"),
        # learning and meeting
        ("Op 9 mei leren mentoren bij ons in een uur of twee hoe je een huisbezoek doet.", "training"),
        ("Op 9 mei zitten ouders en leerplicht rond de tafel.", "bijeenkomst"),
        ("Op 9 mei brengt de wethouder alle partners bijeen.", "bijeenkomst"),
        ("Op 9 mei komen wij weer bij elkaar voor het ontbijt ‘Beschuit met muisjes’.", "bijeenkomst"),
        ("Op 9 mei openen wij onze buurtkas.", "actie"),
        ("Op 9 mei zaalvoetbal in de sporthal.", "actie"),
        ("Op 9 mei reikt de wethouder de Zilveren Stoel uit.", "actie"),
        ("Op 9 mei staan de deuren van het atelier open.", "inloop"),
        ("Op 9 mei kun je bij ons proefdraaien.", "inloop"),
        # from home
        ("Op 9 mei een online lezing over slapen.", "webinar"),
        ("Op 9 mei is er een vaardag voor jongeren.", "actie"),
        ("Op 9 mei spelen wij bordspellen met jongeren.", "actie"),
        ("Op 9 mei delen wij op het plein soep uit.", "actie"),
        ("Op 9 mei wordt de brandbrief aan de wethouder overhandigd.", "actie"),
        ("Op 9 mei is er een college over schoolangst.", "symposium"),
        ("Op 9 mei zenden wij om 20 uur live uit vanuit de studio.", "webinar"),
        # words that only look like one
        ("Wie niet komt betaalt een no-show van € 25.", None),
        ("Wij spreken over de islam.", None),
        ("Bij elk verzuimgesprek hoort een verslag.", None),
    ],
)
def test_other_writers_call_it_by_other_words(text, expected):
    assert best(find_activity_type, text, "activity_type") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De regiodag is op 9 mei.\n\n9.30 Opening\n10.00 Deelsessies\n12.00 Lunch", "symposium"),
        ("De regiodag is op 9 mei.\n\n9.30 Opening\n10.00 Wandelen\n12.00 Lunch", "bijeenkomst"),
        ("De workshopdag is op 9 mei. Na de plenaire opening zijn er twee rondes.", "training"),
    ],
)
def test_a_programme_tells_what_the_name_of_a_day_does_not(text, expected):
    assert best(find_activity_type, text, "activity_type") == expected


def test_a_verb_is_never_sure():
    (finding,) = found(find_activity_type, "Op 9 mei fietsen wij langs alle scholen.", "activity_type")
    assert finding.confidence < 0.9


@pytest.mark.parametrize(
    "noun",
    [
        "bosdag",
        "kennismakingsmiddag",
        "atelierdag",
        "sportcafé",
        "informatiemarkt",
        "rondleiding",
        "heideochtend",
    ],
)
def test_a_noun_that_several_types_are_called_by_is_never_sure(noun):
    """Its being repeated says no more of the type, so the subject makes it no surer."""
    made = read(
        message(
            f"In de actieweek is er op 9 mei een {noun} voor ouders.", subject=f"{noun.capitalize()} 9 mei"
        ),
        WEEK,
    ).drafts
    assert [one.values["activity_type"].confidence for one in made] == [0.75]


@pytest.mark.parametrize("noun", ["netwerkmiddag", "ouderavond", "themaochtend", "workshop", "open dag"])
def test_a_noun_of_talk_is_as_sure_as_it_is_told(noun):
    assert not unclear(noun)


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Titel: Workshop De eerste week", True),
        ("Titel: Een webinar over rust", True),
        ("Soort activiteit: training", True),
        ("Titel: Alles over de eerste workshop", False),
    ],
)
def test_a_title_tells_the_type_surely_where_it_begins_with_the_noun(line, sure):
    form = (
        f"Voor de Landelijke Actieweek Thuiszitters:\n\n{line}\nDatum: 9 mei\nTijd: 10.00 uur\nPlaats: De Hal"
    )
    (made,) = read(message(form), WEEK).drafts
    assert (made.values["activity_type"].confidence >= 0.9) is sure
