"""What a name is not, though it stands where names stand: a greeting, a question to the desk, an hour, a person."""

import pytest

from intake.extract import extract
from intake.extract.draft import draft
from tests.extract.letters import letter

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\n"


def title(text: str, subject: str = "Landelijke Actieweek Thuiszitters") -> object:
    read = letter(text + SIGNED, subject=subject)
    found = draft(read, extract(read)).values.get("title")
    return None if found is None else found.value


@pytest.mark.parametrize(
    "greeting",
    [
        "Yooo mensen",
        "Hii iedereen!!",
        "Haai dames van het bureau",
        "Joehoe redactie!",
        "Moin jongens",
        "Aloha team",
        "Salut Marlies!",
        "Weledele heer, mevrouw",
        "Zeer gewaardeerde collega's",
        "Hee hallo, Mo hier!",
        "Dag lieve mensen van de agenda",
        "Goeiemorrege",
    ],
)
def test_a_greeting_is_no_title(greeting):
    assert title(f"{greeting}\n\nOp 9 mei is er iets, om 14.00 uur.") is None


@pytest.mark.parametrize(
    "question",
    [
        "Kan dit er nog bij?",
        "Zijn wij op tijd?",
        "Is dit genoeg informatie?",
        "Mag deze nog mee?",
        "Lukt het zo?",
    ],
)
def test_a_question_to_the_desk_is_no_title(question):
    assert title(f"{question}\n\nOp 9 mei is er iets, om 14.00 uur in De Hal.") is None


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("Waarom niet gewoon naar school?\n\n9 mei, 14.00 uur, De Hal", "agenda", "Waarom niet gewoon naar school?"),
        ("Dag van de lege stoel\n\n9 mei, 14.00 uur, De Hal", "agenda", "Dag van de lege stoel"),
        # no times and no numbers
        ("Te bezoeken:\nmaandag 8 en dinsdag 9 mei van 9.00 tot 17.30 uur", "agenda", None),
        ("Op 9 mei is er iets. Persvragen: Floor Baks, 06 - 13 77 50 24.", "agenda", None),
        # two words with capitals
        ("Op 9 mei delen wij soep uit.", "Lepel Liefde | Landelijke Actieweek Thuiszitters", "Lepel Liefde"),
        ("Op 9 mei delen wij soep uit.", "Noor Dekker | Landelijke Actieweek Thuiszitters", None),
        ("Op 9 mei zetten wij een pan op het vuur: Soep Samen.", "agenda", "Soep Samen"),
        ("Op 9 mei geven wij het programma Sterke Schouders.", "agenda", "Sterke Schouders"),
        ("Op 9 mei doen wij iets leuks, begeleiding: Karin Smit.", "agenda", None),
        # where a name ends and begins
        ("Op 9 mei geven wij de workshop Slapen, spelen, leren voor wijkteams.", "agenda", "Slapen, spelen, leren"),
        ("Op 9 mei doen wij onze workshop Naar buiten een tweede keer.", "agenda", "Naar buiten"),
        ("Op 9 mei is er een avond die wij de titel Laat maar komen hebben gegeven.", "agenda", "Laat maar komen"),
        ("Op 9 mei zetten we de kas open. Naam: Groen en doen. Adres: Kerkstraat 9, Baarn.", "agenda", "Groen en doen"),
        ("Onderwerp: Doorstart Verzuimpact\nTijdstip: 9 mei, 9.30 uur\nLocatie: raadzaal", "agenda", "Doorstart Verzuimpact"),
        ("Op 9 mei doen wij KLIMMEN ZONDER KRIJTJE in de gymzaal.", "agenda", "Klimmen zonder krijtje"),
        ("Op 9 mei is er iets bij ROC VAN BAARN in de hal.", "agenda", None),
        ("Op 9 mei praten wij in de huiskamer, ditmaal over ,,Wie mist Tom?''.", "agenda", "Wie mist Tom?"),
    ],
)  # fmt: skip
def test_a_name_is_told_from_what_stands_where_names_stand(text, subject, expected):
    assert title(text, subject) == expected
