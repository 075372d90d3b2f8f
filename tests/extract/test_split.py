"""Several activities in one mail are several drafts; the parts of one programme are one."""

import pytest

from intake.extract.split import split
from intake.mail.parse import parse_mail
from intake.reading import read_mail
from tests.extract.letters import OTHER, WEEK, letter, message

TABLE = "Dag\tTijd\tActiviteit\tWaar\nDi 9 mei\t10.00-12.00\tRegiotafel Noord\tDe Hal, Zeist\nDo 11 mei\t13.00-15.00\tRegiotafel Zuid\tDe Zaal, Soest\n"
HEADED = "ma 8 mei – Ontbijt voor mentoren\n8.00-9.00 uur, De Hal\n\ndi 9 mei – Training voor ouders\n13.30-17.00 uur, De Zaal\n"
NUMBERED = "1. Goed begin\nmaandag 8 mei, 14.00-16.00 uur\n\n2. Goed einde\nvrijdag 12 mei, 13.00-14.30 uur\n\nAanmelden: info@x.nl\n"
BULLETS = "- Workshop 'Poppen', dinsdag 9 mei 13.30-15.00 uur, De Schakel\n- Netwerklunch ouders, vrijdag 12 mei 12.00-13.30 uur, De Hal\n"
PROSE = (
    "In de eerste plaats is er op maandag 8 mei om 20.00 uur de lezing “De stilte”.\n\n"
    "In de tweede plaats is er op vrijdag 12 mei van 11 tot 13 uur de actie “Wie staat hier?”.\n"
)
COUNTED = (
    "Wij doen twee dingen. Op maandag 8 mei openen we om 9 uur de bibliotheek met een feest. "
    "Op woensdag 10 mei is er van 13.00 tot 14.30 uur een workshop voor ouders.\n"
)
PROGRAMME = (
    "Symposium op dinsdag 9 mei\n09.30 inloop\n10.00 opening\n12.00 lunch\n13.00 lezing\n16.00 einde\n"
)
TWO_DAYS = "Spreekuur op dinsdag 9 mei en donderdag 11 mei, van 9 tot 10 uur, voor ouders.\n"


@pytest.mark.parametrize("text", [TABLE, HEADED, NUMBERED, BULLETS, PROSE, COUNTED])
def test_each_of_two_activities_is_a_letter_of_its_own(text):
    assert len(split(letter("Beste redactie,\n\n" + text + "\nGroet,\nNoor Dekker\n"))) == 2


@pytest.mark.parametrize("text", [PROGRAMME, TWO_DAYS, "Op dinsdag 9 mei is er een lezing om 14 uur.\n"])
def test_what_is_one_activity_stays_one(text):
    assert len(split(letter("Beste redactie,\n\n" + text + "\nGroet,\nNoor Dekker\n"))) == 1


def drafts(text, edition=WEEK):
    subject = f"programma {edition.name}"
    return read_mail(parse_mail(message(text, subject=subject)), edition).drafts


def value(draft, field):
    return draft.values[field].value if field in draft.values else None


def test_shared_facts_go_to_each_and_what_names_one_goes_to_that_one():
    made = drafts(
        "Beste redactie,\n\n"
        + NUMBERED.replace("Aanmelden: info@x.nl", "Gratis. Opgeven voor vrijdag: info@x.nl")
    )
    assert [value(draft, "title") for draft in made] == ["Goed begin", "Goed einde"]
    assert [value(draft, "price") for draft in made] == [0, 0]
    assert [value(draft, "registration") for draft in made] == [None, "info@x.nl"]


def test_a_repeated_form_gives_each_activity_its_own_values():
    text = (
        "Wat: Leescafé\nWanneer: dinsdag 17 maart, 10.00 - 11.30 uur\nWaar: De Kern, Acacialaan 21, Zeist\n\n"
        "Wat: Voorlezen\nWanneer: woensdag 18 maart, 15.00 uur\nWaar: Het Park, Parklaan 2, Soest\n"
    )
    made = drafts(text, OTHER)
    assert [value(draft, "title") for draft in made] == ["Leescafé", "Voorlezen"]
    assert [value(draft, "street") for draft in made] == ["Acacialaan 21", "Parklaan 2"]
    assert [value(draft, "dates")[0]["starts"] for draft in made] == ["2026-03-17T10:00", "2026-03-18T15:00"]
