"""How many activities a mail tells, where each has a sentence, a part of a sentence or a line of a list."""

import pytest

from intake.reading import read
from tests.extract.letters import WEEK, message

NAMED = "Landelijke Actieweek Thuiszitters"
TOLD = [
    (
        2,
        "Op maandag 8 mei om 14.00 uur geven we een workshop in De Kom. Op woensdag 10 mei om 20.00 uur draaien we een film in het filmhuis.",
    ),
    (
        2,
        "Op maandag 8 mei om 14.00 uur is er een workshop in De Kom en op woensdag 10 mei om 20.00 uur een filmavond in het filmhuis.",
    ),
    (
        2,
        "We doen twee dingen. Maandag 8 mei van 9 tot 11 uur is er een ouderontbijt in de aula. En donderdag 11 mei om 19.30 uur komt Jan de Boer een lezing geven.",
    ),
    (
        2,
        "Wij doen mee met een workshop op maandag 8 mei om 14.00 uur en een filmavond op woensdag 10 mei om 20.00 uur.",
    ),
    (2, "Maandag 8 mei, 14.00 uur: workshop. Woensdag 10 mei, 20.00 uur: filmavond."),
    (
        2,
        "Op maandag 8 mei om 14.00 uur verzorgt Els een training voor mentoren. Onze ouderavond is op donderdag 11 mei om 20.00 uur.",
    ),
    (
        2,
        "Graag melden we aan: een training voor mentoren (maandag 8 mei, 14.00 uur) en een ouderavond (donderdag 11 mei, 20.00 uur).",
    ),
    (
        2,
        "Op 9 mei om 14.00 uur is er een workshop in Ede. Dezelfde avond om 20.00 uur is er een lezing in Zeist.",
    ),
    (3, "- ma 8 mei 8.00 uur ontbijt\n- di 9 mei 20.00 uur lezing\n- vr 12 mei 13.00 uur wandeling"),
    (3, "ma 8 mei 8.00 uur ontbijt\ndi 9 mei 20.00 uur lezing\nvr 12 mei 13.00 uur wandeling"),
    (
        3,
        "* Ontbijt, maandag 8 mei, 8.00 uur\n* Lezing, dinsdag 9 mei, 20.00 uur\n* Wandeling, vrijdag 12 mei, 13.00 uur",
    ),
    (
        3,
        "Ontbijt\nmaandag 8 mei, 8.00 uur\n\nLezing\ndinsdag 9 mei, 20.00 uur\n\nWandeling\nvrijdag 12 mei, 13.00 uur",
    ),
    (
        2,
        "Activiteit 1\nOuderontbijt\nMaandag 8 mei om 8.00 uur\n\nActiviteit 2\nLezing\nDinsdag 9 mei om 20.00 uur",
    ),
    (
        2,
        "1) Ouderontbijt op maandag 8 mei om 8.00 uur in de aula. 2) Lezing op dinsdag 9 mei om 20.00 uur in de bieb.",
    ),
    (
        2,
        "a. Ouderontbijt op maandag 8 mei om 8.00 uur in de aula.\nb. Lezing op dinsdag 9 mei om 20.00 uur in de bieb.",
    ),
    (
        2,
        "Ten eerste een ouderontbijt op maandag 8 mei om 8.00 uur. Ten tweede een lezing op dinsdag 9 mei om 20.00 uur.",
    ),
    (
        2,
        "Wat: ouderontbijt\nWanneer: maandag 8 mei, 8.00 uur\n\nWat: lezing\nWanneer: dinsdag 9 mei, 20.00 uur",
    ),
    (
        2,
        "De bibliotheek houdt op maandag 8 mei om 10.00 uur een voorleesochtend. Het buurthuis houdt op dinsdag 9 mei om 14.00 uur een knutselmiddag.",
    ),
    (
        2,
        "Voor ouders: lezing op maandag 8 mei, 20.00 uur. Voor jongeren: gameavond op dinsdag 9 mei, 19.00 uur.",
    ),
    (
        2,
        "Op maandag 8 mei is er een lezing van Jan de Boer (20.00 uur, De Kom). Op dinsdag 9 mei is er een workshop van Els Bakker (14.00 uur, De Hal).",
    ),
    (1, "Op maandag 8 mei en woensdag 10 mei om 14.00 uur geven we een workshop in De Kom."),
    (
        1,
        "De workshop is op maandag 8 mei om 14.00 uur in De Kom en op woensdag 10 mei om 14.00 uur in De Hal.",
    ),
    (
        1,
        "Maandag 8 mei om 14.00 uur is de eerste bijeenkomst van de training, woensdag 10 mei om 14.00 uur de tweede.",
    ),
    (
        1,
        "Op dinsdag 9 mei om 14.00 uur is er een lezing. Na de lezing is er om 15.30 uur een workshop. Om 16.30 uur sluiten we af.",
    ),
    (
        1,
        "Dinsdag 9 mei houden wij een studiedag. Om 10.00 uur is er een lezing, om 11.00 uur een workshop en om 12.00 uur een lunch.",
    ),
    (
        1,
        "Op dinsdag 9 mei is er een symposium. 's Ochtends zijn er lezingen, 's middags workshops, van 9.30 tot 16.30 uur.",
    ),
    (
        1,
        "Dinsdag 9 mei om 20.00 uur is er een lezing in De Kom. De generale repetitie is op maandag 8 mei om 20.00 uur, die is besloten.",
    ),
    (1, "Dinsdag 9 mei om 20.00 uur is er een lezing. Aanmelden kan tot maandag 8 mei om 12.00 uur."),
    (
        1,
        "Op dinsdag 9 mei is er een lezing om 20.00 uur. Vragen? Op maandag 8 mei zijn wij van 9.00 tot 12.00 uur bereikbaar.",
    ),
    (
        1,
        "De expositie opent op maandag 8 mei om 16.00 uur en is daarna van dinsdag 9 t/m vrijdag 12 mei te zien van 10 tot 16 uur.",
    ),
    (
        1,
        "Programma dinsdag 9 mei\n13.00 uur: inloop\n13.30 uur: lezing door Jan\n14.30 uur: workshop verzuim\n16.00 uur: borrel",
    ),
    (1, "Op dinsdag 9 mei draait de film om 14.00 uur voor klassen en om 20.00 uur voor iedereen."),
    (
        1,
        "Dinsdag 9 mei organiseren wij een open dag van 10 tot 16 uur, met om 11.00 uur een rondleiding en om 14.00 uur een workshop.",
    ),
    (
        1,
        "Onze inloop is op maandag 8 mei van 9 tot 11 uur en op donderdag 11 mei van 13 tot 15 uur. De inloop op donderdag is voor vaders.",
    ),
    (
        1,
        "De theatervoorstelling is op dinsdag 9 mei om 20.00 uur. Wij speelden hem eerder op 3 april in Ede, met een workshop vooraf.",
    ),
    (1, "Lezing op dinsdag 9 mei om 20.00 uur. Vorige week gaven we al een workshop."),
    (
        1,
        "Op dinsdag 9 mei om 20.00 uur is er een lezing. Wie wil komt al om 18.00 uur eten. Op woensdag 10 mei om 9.00 uur evalueren we met het team.",
    ),
    (
        1,
        "De training is op dinsdag 9 mei van 9.00 tot 12.00 uur. De terugkomochtend van de training is op vrijdag 12 mei van 9.00 tot 12.00 uur.",
    ),
    (
        1,
        "Onze expositie is te zien vanaf maandag 8 mei 9.00 uur en de foto's blijven hangen tot vrijdag 12 mei 17.00 uur.",
    ),
    (1, "De film draait op dinsdag 9 mei om 20.00 uur en op donderdag 11 mei om 20.00 uur in het filmhuis."),
    (
        1,
        "Deel een van de cursus is op dinsdag 9 mei om 20.00 uur, deel twee op donderdag 11 mei om 20.00 uur.",
    ),
    (1, "Lezing op dinsdag 9 mei om 20.00 uur, aanmelden voor de lezing kan tot maandag 8 mei 12.00 uur."),
    (
        1,
        "Ouderavond op dinsdag 9 mei om 20.00 uur in Ede, woensdag 10 mei om 20.00 uur in Zeist en donderdag 11 mei om 20.00 uur in Soest.",
    ),
    (
        1,
        "Op dinsdag 9 mei is de lezing om 20.00 uur in Ede en op donderdag 11 mei is dezelfde lezing om 20.00 uur in Zeist.",
    ),
    (1, "ma 8 mei 10.00 uur Ede\ndi 9 mei 10.00 uur Zeist\nwo 10 mei 10.00 uur Soest"),
    (1, "Leesclub: ma 8 mei 10.00 uur Ede, di 9 mei 10.00 uur Zeist"),
    (1, "Workshop op maandag 8 mei van 9 tot 12 uur of op dinsdag 9 mei van 13 tot 16 uur."),
    (
        2,
        "In de bibliotheek is op dinsdag 9 mei om 14.00 uur een voorleesmiddag. De ouderavond in de aula is op donderdag 11 mei om 19.30 uur.",
    ),
    (2, "Op 9 mei om 14.00 uur is er een webinar en op 11 mei om 10.00 uur een wandeling."),
    (2, "Wij verzorgen een webinar (dinsdag 9 mei, 15.30 uur) en een open dag (vrijdag 12 mei, 10.00 uur)."),
    (2, "Zet in de agenda: webinar di 9 mei 15.30 uur, open dag vr 12 mei 10-12 uur."),
]


@pytest.mark.parametrize(("count", "text"), TOLD)
def test_each_activity_gets_a_draft_and_one_on_several_days_or_of_several_parts_a_single_one(count, text):
    raw = message(f"Voor de {NAMED}:\n\n{text}\n\nGroet,\nNoor Dekker", subject=NAMED)
    assert len(read(raw, WEEK).drafts) == count


def test_of_two_in_one_sentence_each_has_its_own_day_hour_and_name():
    text = "Wij doen mee met een workshop op maandag 8 mei om 14.00 uur en een filmavond op woensdag 10 mei om 20.00 uur."
    drafts = read(message(f"Voor de {NAMED}:\n\n{text}", subject=NAMED), WEEK).drafts
    told = [(d.values["dates"].value[0]["starts"], d.values["title"].value.lower()) for d in drafts]
    assert told == [("2017-05-08T14:00", "workshop"), ("2017-05-10T20:00", "filmavond")]
    for made in drafts:
        for finding in made.values.values():
            for shown in finding.evidence:
                assert shown.source.startswith("header:") or shown.text in text or shown.source == "subject"
