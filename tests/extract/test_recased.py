"""Mails of who writes without capitals, or in capitals alone, in several voices."""

import time

import pytest

from intake.extract.recased import named, recased
from intake.reading import read
from tests.extract.letters import WEEK, message


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "de middag is in buurthuis de schuit, badstraat 3 in katwijk. kom je ook?",
            "De middag is in Buurthuis De Schuit, Badstraat 3 in Katwijk. Kom je ook?",
        ),
        (
            "onze stichting helpt al een jaar kinderen die thuis zitten in amsterdam en in den haag.",
            "Onze stichting helpt al een jaar kinderen die thuis zitten in Amsterdam en in Den Haag.",
        ),
        (
            "DE BIJEENKOMST IS BIJ OBS DE VLIEGER, SCHOOLSTRAAT 12, 3771 AB BARNEVELD. TOEGANG GRATIS.",
            "De bijeenkomst is bij OBS De Vlieger, Schoolstraat 12, 3771 AB Barneveld. Toegang gratis.",
        ),
        (
            "opgeven kan nog tot vrijdag bij truus smit, 0229-123456 of mail info@dehoek.nl.",
            "Opgeven kan nog tot vrijdag bij Truus Smit, 0229-123456 of mail info@dehoek.nl.",
        ),
        (
            "wij draaien dinsdag een film en die heet de lange weg. iedereen mag komen.\n\ngroetjes, dion de wit\n"
            "jongerenwerk zuid",
            "Wij draaien dinsdag een film en die heet De lange weg. Iedereen mag komen.\n\nGroetjes, Dion de Wit\n"
            "Jongerenwerk Zuid",
        ),
        (
            "GEACHTE REDACTIE,\n\nOP DINSDAG IS ER IN HOORN EEN INLOOPMIDDAG.\n\nMET VRIENDELIJKE GROET,\nANNEKE VAN DIJK",
            "Geachte redactie,\n\nOp dinsdag is er in Hoorn een inloopmiddag.\n\nMet vriendelijke groet,\n"
            "Anneke van Dijk",
        ),
    ],
)
def test_names_get_the_capitals_that_their_writer_leaves_out(text, written):
    assert recased(text) == written


def test_who_hardly_writes_capitals_gets_the_others_too():
    text = "hoi,\n\nwij doen ook wat, hier in de Vogelwijk. om 3 uur limonade in de merelstraat 14 in zwolle. bel truus, 0229-123456.\n"
    assert "Merelstraat 14 in Zwolle" in recased(text)
    assert "Vogelwijk" in recased(text)


@pytest.mark.parametrize(
    "text",
    [
        "De middag is in buurthuis De Schuit aan de Badstraat. Daarna gaan we naar huis.",
        "ok, komt goed!",
        "KOM OOK NAAR ONZE OPEN DAG\nOp dinsdag 9 mei zetten wij de deuren open voor wie nieuwsgierig is.",
    ],
)
def test_who_writes_capitals_is_left_alone(text):
    assert recased(text) == text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("karin de wit", "Karin de Wit"),
        ("ANNEKE VAN DIJK", "Anneke van Dijk"),
        ("Noor Dekker", "Noor Dekker"),
        ("", ""),
    ],
)
def test_a_senders_name_is_written_with_capitals(name, written):
    assert named(name) == written


SMALL = (
    "hey,\n\nop dinsdag 9 mei is er om 14.00 uur een inloopmiddag voor ouders in buurthuis de molen, kerkstraat 4 in "
    "zeist. vragen? bel truus bakker, 030-1234567.\n\ngroet,\ntruus bakker\nbuurthuis de molen"
)


@pytest.mark.parametrize("text", [SMALL, SMALL.upper()])
def test_a_mail_without_capitals_or_without_small_letters_is_read_as_any_other(text):
    reading = read(
        message(text, subject="actieweek thuiszitters", sender="truus bakker <t.bakker@demolen.nl>"), WEEK
    )
    (draft,) = reading.drafts
    said = {name: finding.value for name, finding in draft.values.items()}
    assert said["venue"] == "Buurthuis De Molen"
    assert (said["street"], said["city"]) == ("Kerkstraat 4", "Zeist")
    assert said["organisation"] == "Buurthuis De Molen"
    assert said["contact_name"] == "Truus Bakker"
    for finding in draft.values.values():
        for shown in finding.evidence:
            whole = reading.mail.texts.get(shown.source)
            assert whole is None or whole[shown.start : shown.end] == shown.text


@pytest.mark.parametrize(
    "piece",
    [
        "in amsterdam ",
        "buurthuis de ",
        "groet jan\n",
        "a. ",
        "bel jan de wit ",
        "van de ",
        "a",
        " ",
        "a@b ",
        "\n",
        "gr ",
        "heet ook ",
        "gr. a\n",
        "straat 1 ",
        "www.",
    ],
)
def test_a_long_text_without_capitals_costs_no_more_than_its_length(piece):
    for text in (piece * (200_000 // len(piece)), f"groet van jan die in ede met jan bel{piece * 50_000}"):
        began = time.process_time()
        assert len(recased(text)) == len(text)
        assert time.process_time() - began < 1
