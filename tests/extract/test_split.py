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
OPENING_HOURS = (
    "Onze foto's hangen in de hal.\n\nTe bezoeken:\nmaandag 8 t/m donderdag 11 mei van 9.00 tot 17.00 uur\n"
    "vrijdag 12 mei van 9.00 tot 12.00 uur (daarna bouwen we af)\n"
)
IN_BRACKETS = "In De Hal:\n- maandag 8 mei, 10.00-11.00 uur (lezing over rust)\n- dinsdag 9 mei, 14.00-16.00 uur (workshop voor ouders)\n"
TWO_DAYS = "Spreekuur op dinsdag 9 mei en donderdag 11 mei, van 9 tot 10 uur, voor ouders.\n"


@pytest.mark.parametrize("text", [TABLE, HEADED, NUMBERED, BULLETS, PROSE, COUNTED, IN_BRACKETS])
def test_each_of_two_activities_is_a_letter_of_its_own(text):
    assert len(split(letter("Beste redactie,\n\n" + text + "\nGroet,\nNoor Dekker\n"))) == 2


@pytest.mark.parametrize(
    "text", [PROGRAMME, OPENING_HOURS, TWO_DAYS, "Op dinsdag 9 mei is er een lezing om 14 uur.\n"]
)
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


COUNTED_BY_HAND = [
    (
        2,
        'Wij doen twee dingen. Op maandag 8 mei, \'s middags van drie tot half vijf, geeft onze psycholoog de training "Kijken" aan leerkrachten. \n\nEn dan donderdagavond (11-5) de ouders: "Wat als het niet gaat?", een open gesprek in de kerk. Vanaf 19.30 uur.',
    ),
    (
        2,
        "Dinsdag 9 mei organiseren we een inloopspreekuur van 9 tot 11 uur in De Hal.\nDonderdag 11 mei volgt een webinar voor ouders, 20.00 uur.",
    ),
    (
        3,
        "Graag de volgende activiteiten opnemen:\n\nOuderavond\nDatum: 8 mei\nTijd: 20.00 uur\nLocatie: De Hal\n\nWebinar\nDatum: 9 mei\nTijd: 12.00 uur\nLocatie: online\n\nSpreekuur\nDatum: 11 mei\nTijd: 9.00 uur\nLocatie: school",
    ),
    (
        2,
        "Activiteit 1: workshop voor ouders, 9 mei 10.00-12.00 uur, De Hal Zeist\nActiviteit 2: lezing voor leerkrachten, 10 mei 14.00-16.00 uur, De Zaal Soest",
    ),
    (2, "A. Open ochtend\nDinsdag 9 mei, 9.00-11.00 uur\nB. Filmavond\nDinsdag 9 mei, 20.00 uur"),
    (
        3,
        "Programma van onze gemeente:\n* maandag 8 mei 10.00 uur: opening door de wethouder in het stadhuis\n* woensdag 10 mei 14.00 uur: theatervoorstelling Weg in De Schouw\n* vrijdag 12 mei 12.00 uur: netwerklunch in De Hal",
    ),
    (
        2,
        "Op 9 mei is er om 19.30 uur een informatieavond voor ouders in De Hal. Daarnaast houden wij op 11 mei van 13.00 tot 15.00 uur een training voor docenten.",
    ),
    (
        2,
        "Wij organiseren een lezing op maandag 8 mei om 20.00 uur. Ook is er op woensdag 10 mei om 14.00 uur een wandeling met ouders.",
    ),
    (
        2,
        "LEZING\nmaandag 8 mei, 20.00 uur\nDe Hal, Zeist\n\nWANDELING\nwoensdag 10 mei, 14.00 uur\nvertrek vanaf De Hal, Zeist",
    ),
    (
        2,
        "1) Workshop mindfulness - di 9 mei, 10 uur - Kerkweg 1 Ens\n2) Koffieochtend - wo 10 mei, 9 uur - zelfde adres",
    ),
    (
        3,
        "Dag\tTijd\tWat\tWaar\nma 8 mei\t9.00\tOntbijt\tDe Hal\nwo 10 mei\t13.00\tWorkshop\tDe Zaal\nvr 12 mei\t16.00\tBorrel\tDe Kroeg",
    ),
    (
        2,
        "Wat: Leescafé\nWanneer: 9 mei 10.00 uur\nWaar: De Kern\n\n---\n\nWat: Voorleesmiddag\nWanneer: 10 mei 14.00 uur\nWaar: De Kern",
    ),
    (
        2,
        "Er zijn bij ons twee momenten:\n\nWoensdag 10 mei, 19.30 uur: Debatavond in de raadzaal.\n\nVrijdag 12 mei, 10.00 uur: Open dag van de tussenvoorziening, Laan 4, Ede.",
    ),
    (
        2,
        "Onze eerste activiteit is een rondetafelgesprek op dinsdag 9 mei van 10 tot 12 uur in De Hal. De tweede activiteit is een ouderavond op donderdag 11 mei om 20.00 uur, ook in De Hal.",
    ),
    (
        2,
        "9 mei\nOpening expositie in de bibliotheek, 16.00 uur\n\n11 mei\nLezing van een ervaringsdeskundige, 19.30 uur",
    ),
    (
        1,
        "Op dinsdag 9 mei organiseren wij een symposium. Programma:\n9.30 inloop\n10.00 opening\n10.15 lezing van prof. Bos\n11.00 workshops\n12.30 lunch\nAanmelden voor 1 mei.",
    ),
    (
        1,
        "Onze workshop is op maandag 8 mei van 10 tot 12 uur en nogmaals op woensdag 10 mei van 14 tot 16 uur, De Hal Zeist.",
    ),
    (1, "Ouderavond\nData: 8 mei, 10 mei en 12 mei\nTijd: 20.00 uur\nPlaats: De Hal, Zeist"),
    (
        1,
        "Spreekuur:\n- maandag 8 mei 9.00-10.00 uur\n- dinsdag 9 mei 9.00-10.00 uur\n- donderdag 11 mei 13.00-14.00 uur\nKerkweg 1 Ens",
    ),
    (
        1,
        "Op 10 mei houden wij een conferentie van 9.30 tot 16.00 uur. In de ochtend zijn er lezingen, na de lunch (13.00 uur) zijn er workshops: 1. Spelen 2. Praten 3. Zwijgen.",
    ),
    (
        1,
        "De expositie wordt op maandag 8 mei om 16.00 uur geopend door de wethouder en is daarna tot en met vrijdag 12 mei te zien.",
    ),
    (
        1,
        "Wij houden op 11 mei een netwerkbijeenkomst om 13.00 uur. Op 20 april sturen wij het programma, aanmelden kan tot 4 mei.",
    ),
    (
        1,
        "Webinar 'Terug naar school', dinsdag 9 mei van 12.30 tot 13.30 uur. Herhaling: donderdag 11 mei van 19.30 tot 20.30 uur.",
    ),
    (
        1,
        "Workshops op woensdag 10 mei, 13.00-16.00 uur:\n- Ronde 1 (13.15 uur): Luisteren\n- Ronde 2 (14.30 uur): Praten",
    ),
    (1, "Op 12 mei lopen wij een sponsorloop van 10.00 tot 12.00 uur. Ook is er koffie voor de ouders."),
]


@pytest.mark.parametrize(("number", "text"), COUNTED_BY_HAND)
def test_a_mail_gives_as_many_drafts_as_it_announces_activities(number, text):
    assert len(drafts(f"Beste redactie,\n\n{text}\n\nGroet,\nNoor Dekker\n")) == number


def test_a_shared_line_goes_to_the_activities_that_it_names_by_the_end_of_their_word():
    made = drafts(
        "Dag\tTijd\tWat\tWaar\nDi 9 mei\t10.00-12.00\tTraining Luisteren\tDe Hal, Zeist\n"
        "Wo 10 mei\t12.00-13.00\tLunchwebinar Vragen\tonline\nDo 11 mei\t20.00-21.00\tOuderavond\tDe Zaal, Soest\n\n"
        "Aanmelden voor de training en het webinar kan via info@x.nl. De ouderavond gaat via www.x.nl/ouders.\n"
    )
    assert [value(draft, "registration") for draft in made][:2] == ["info@x.nl", "info@x.nl"]


def test_the_same_place_is_the_place_of_the_activity_before_it():
    made = drafts(
        "1. Expositie\nmaandag 8 mei, 9.00-17.00 uur, Griftdijk 60 in Gorinchem\n\n"
        "2. Debat\ndinsdag 9 mei, 15.30-17.30 uur, in de aula van dezelfde vestiging\n"
    )
    assert [value(draft, "street") for draft in made] == ["Griftdijk 60", "Griftdijk 60"]
