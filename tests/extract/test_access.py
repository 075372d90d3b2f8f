"""Whether anyone may come: what closes an activity, how surely, and what only looks as if it did."""

import pytest

from intake.extract.access import find_access
from tests.extract.letters import best, found


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei is er een overleg, uitsluitend voor genodigden.",
        "Op 9 mei is er een overleg (uitsl. genodigden).",
        "Op 9 mei is er een besloten bijeenkomst in de bibliotheek.",
        "Op 9 mei is er een overleg. De bijeenkomst is besloten.",
        "Op 9 mei is er een studiemiddag, alleen voor eigen personeel.",
        "Op 9 mei is er een ronde tafel. Deelname is uitsluitend mogelijk op uitnodiging.",
        "Op 9 mei is er een ronde tafel. Alleen wethouders en bestuurders (op uitnodiging).",
        "Toegang: op uitnodiging",
        "Op 9 mei spreken wij leerlingen in besloten setting.",
        "Publiek of pers wordt bij dit overleg niet toegelaten.",
        "De training is niet open voor anderen.",
        "Deelname uitsluitend voor aangesloten besturen.",
    ],
)
def test_what_closes_an_activity_outright_is_sure(text):
    assert [(f.value, f.confidence) for f in found(find_access, text, "access")[:1]] == [("besloten", 0.9)]


@pytest.mark.parametrize(
    "text",
    [
        "Op 9 mei is er een studiemiddag voor ons eigen personeel.",
        "Op 9 mei is er een overleg. De deelnemers zijn al uitgenodigd.",
        "Op 9 mei is er een overleg. Zij hebben hun uitnodiging inmiddels ontvangen.",
        "Op 9 mei is er een overleg. Wij nodigen de deelnemers zelf uit.",
        "Op 9 mei is er een training alleen voor onze leraren.",
        "Op 9 mei is er een gesprek op uitnodiging.",
    ],
)
def test_what_only_goes_with_a_closed_activity_is_not_sure(text):
    assert [(f.value, f.confidence) for f in found(find_access, text, "access")[:1]] == [("besloten", 0.75)]


@pytest.mark.parametrize(
    "text",
    [
        # somebody decided something
        "Op 9 mei is er een studiemiddag. Er is besloten om de grote zaal te nemen.",
        "Vorige week is besloten dat ook ouders komen.",
        "Na overleg met het bestuur, besloten we de avond open te stellen.",
        "Daarom is besloten de avond naar de aula te verplaatsen.",
        # who speaks was invited
        "Op uitnodiging van het samenwerkingsverband spreekt een jeugdarts.",
        # a part of it alone, or a room
        "De lunch is alleen voor genodigden.",
        "Na afloop is er een besloten diner voor de sprekers.",
        "Het ochtenddeel is besloten.",
        "De bovenverdieping is helaas niet toegankelijk.",
        # what everybody gets
        "Na aanmelding ontvangt u een persoonlijke uitnodiging met de link.",
        "Deze mail is alleen voor intern gebruik.",
        "De vertoning is niet besloten.",
        "Let op: geen vrije inloop, wel op afspraak.",
    ],
)
def test_what_does_not_close_the_activity_closes_nothing(text):
    assert best(find_access, text, "access") is None


def test_where_anyone_may_come_nothing_is_surely_closed():
    text = "De middag is besloten.\n\nBij de borrel is iedereen welkom."
    assert found(find_access, text, "access")[0].confidence < 0.9
