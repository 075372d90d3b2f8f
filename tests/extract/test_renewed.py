"""The old beside the new in an update: the draft holds the new alone, and neither word is a title."""

import time

import pytest

from intake.extract.finding import Kind
from intake.extract.letter import Letter
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from intake.reading import read
from tests.extract.letters import WEEK, message

INTRO = "Beste redactie,\n\nOnze ouderavond in de Landelijke Actieweek Thuiszitters verandert.\n\n"
NEW = "2017-05-11T20:00"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        (
            "\tOUD\tNIEUW\nDatum\tdinsdag 9 mei\tdonderdag 11 mei\nTijd\t19.30 uur\t20.00 uur\nLocatie\tDe Hal, Ede\tDe Kom, Soest",
            "Soest",
        ),
        (
            "Wat\tWas\tWordt\nDatum\tdinsdag 9 mei\tdonderdag 11 mei\nTijd\t19.30 uur\t20.00 uur\nLocatie\tDe Hal, Ede\tongewijzigd",
            "Ede",
        ),
        (
            "Onderdeel\tOude situatie\tNieuwe situatie\nDatum\tdi 9 mei\tdo 11 mei\nTijd\t19.30\t20.00\nLocatie\tDe Hal, Ede\tDe Kom, Soest",
            "Soest",
        ),
        (
            "Oud: dinsdag 9 mei, 19.30 uur, De Hal in Ede\nNieuw: donderdag 11 mei, 20.00 uur, De Kom in Soest",
            "Soest",
        ),
        ("Was: dinsdag 9 mei om 19.30 uur in Ede\nWordt: donderdag 11 mei om 20.00 uur in Soest", "Soest"),
        ("Van: dinsdag 9 mei, 19.30 uur\nNaar: donderdag 11 mei, 20.00 uur", None),
        (
            "OUDE GEGEVENS\nDatum: dinsdag 9 mei\nTijd: 19.30 uur\nPlaats: De Hal, Ede\n\nNIEUWE GEGEVENS\nDatum: donderdag 11 mei\nTijd: 20.00 uur\nPlaats: De Kom, Soest",
            "Soest",
        ),
        (
            "Datum: 9 mei -> 11 mei\nTijd: 19.30 uur -> 20.00 uur\nPlaats: De Hal, Ede → De Kom, Soest",
            "Soest",
        ),
    ],
)
def test_of_old_and_new_the_draft_holds_the_new_alone(text: str, city: str | None) -> None:
    made = read(message(f"{INTRO}{text}\n\nGroet, Noor Dekker", subject="Wijziging"), WEEK)
    assert made.kind is Kind.UPDATE
    (draft,) = made.drafts
    (span,) = draft.values["dates"].value
    assert span["starts"] == NEW
    assert city is None or draft.values["city"].value == city
    title = str(draft.values["title"].value).lower() if "title" in draft.values else ""
    assert title.partition(" ")[0] not in ("oud", "oude", "nieuw", "nieuwe", "was", "wordt", "van", "naar")
    for finding in draft.values.values():
        for shown in finding.evidence:
            if not shown.source.startswith("header:"):
                assert made.mail.texts[shown.source][shown.start : shown.end] == shown.text


@pytest.mark.parametrize(
    "text",
    [
        "Oude Kerk, Ede\nDinsdag 9 mei om 19.30 uur is er een ouderavond.",
        "Van: 19.30 uur\nTot: 21.00 uur\nDatum: dinsdag 9 mei",
        "Aanmelden -> www.swvdebrug.nl\nDinsdag 9 mei is er een ouderavond.",
        "Wat\tWanneer\tWaar\nOuderavond voor oud en nieuw\tdi 9 mei\tEde",
    ],
)
def test_what_only_looks_like_old_and_new_is_read_whole(text: str) -> None:
    letter = _letter(text)
    assert not letter.renewed
    assert any("9 mei" in line.text for line in letter.lines)


def test_many_tables_of_old_and_new_are_read_in_little_time() -> None:
    text = "\n".join(["x\toud\tnieuw", "datum\t9 mei\t10 mei", "oud: a", "oud\tnieuw\toud\tnieuw"] * 5000)
    letter = parse_mail(message(text))
    began = time.process_time()
    prepare(letter, WEEK)
    assert time.process_time() - began < 3


def _letter(text: str) -> Letter:
    return prepare(parse_mail(message(text)), WEEK)
