"""A type is as sure as the rest of what is known of it: a name's letters, a mail's other words."""

import pytest

from intake.extract.finding import Because
from intake.reading import read
from tests.extract.letters import WEEK, message

MAIL = """Beste mensen,

Op dinsdag 9 mei van 14.00 tot 16.00 uur is er een {noun} in De Hal, Kerkplein 4 te Ede. {rest}

Met vriendelijke groet,
Noor Dekker
{name}
"""


def draft(
    noun: str, rest: str, name: str = "SWV De Brug", subject: str = "Landelijke Actieweek Thuiszitters"
):
    text = MAIL.format(noun=noun, rest=rest, name=name)
    (made,) = read(message(text, subject=subject), WEEK).drafts
    return made


def test_a_type_that_one_word_tells_is_sure_where_the_other_words_of_the_mail_speak_for_it():
    rest = (
        "U oefent in kleine groepen met een trainer hoe u een gesprek voert. Na afloop krijgt u een certificaat "
        "en het lesmateriaal. Deelnemers oefenen thuis verder."
    )
    made = draft("workshop", rest)
    assert made.values["activity_type"].value == "training"
    assert made.values["activity_type"].confidence >= 0.9
    assert Because.TENOR in made.choices["activity_type"].weighed


def test_a_type_that_is_said_twice_is_not_sure_where_the_other_words_of_the_mail_speak_against_it():
    rest = (
        "Er is muziek, kinderen zingen en dansen op het podium, en wie wil loopt mee langs de portretten die in de "
        "hal hangen, tot de finish."
    )
    made = draft("netwerkbijeenkomst", rest, subject="Landelijke Actieweek Thuiszitters: netwerkbijeenkomst")
    assert made.values["activity_type"].value == "bijeenkomst"
    assert made.values["activity_type"].confidence < 0.9
    assert Because.AGAINST_TENOR in made.choices["activity_type"].weighed


def test_no_type_is_surer_for_the_word_that_names_it():
    made = draft("netwerkbijeenkomst", "")
    assert Because.TENOR not in made.choices["activity_type"].weighed


@pytest.mark.parametrize(
    ("name", "kind", "sure"),
    [
        ("SWV De Brug", "samenwerkingsverband", True),
        ("Gemeente Ede", "gemeente", True),
        ("Basisschool De Regenboog", "school", True),
        ("Boksschool De Linkse Hoek", "overig", True),
        ("Danscongres Kind en School", None, False),
    ],
)
def test_the_type_of_an_organisation_is_sure_where_the_letters_of_its_name_speak_for_it(name, kind, sure):
    found = draft("studiemiddag", "", name).values.get("organisation_type")
    if sure:
        assert found is not None
        assert found.value == kind
    assert (found is not None and found.confidence >= 0.9) is sure


def test_who_names_no_organisation_is_told_to_be_none_of_the_known_types_and_surely_never():
    raw = message(
        "Hoi, ik houd op 9 mei om 14.00 uur een wandeling in Ede, Kerkplein 4. Groetjes, Truus",
        subject="Landelijke Actieweek Thuiszitters",
        sender="Truus <truus1960@gmail.com>",
    )
    (made,) = read(raw, WEEK).drafts
    assert made.values["organisation_type"].value == "overig"
    assert made.values["organisation_type"].confidence < 0.9
