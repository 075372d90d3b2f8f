"""When an activity is, in the many ways in which people say so; each line is somebody's sentence.

Expected values are short: "9 13:00-16:30" is 9 May 2017 from 13:00 to 16:30, "8..12" a run of whole days.
"""

import re

import pytest

from intake.extract.dates.find import find_dates
from tests.extract.letters import OTHER, best, found


def short(value):
    """A finding's value in the short form of the tables; None where nothing was found."""
    return value and ", ".join(_short(span["starts"], span["ends"]) for span in value)


def _short(starts, ends):
    day = re.sub(r"^2017-05-0?|^2017-0?(\d+)-", lambda m: f"{m[1]}/" if m[1] else "", starts[:10])
    if len(starts) == 10:
        return day if ends is None else f"{day}..{int(ends[8:])}"
    return f"{day} {starts[11:]}" + ("" if ends is None else "-" + ends[11:])


def read(text, **more):
    """The dates of a text, in short."""
    return short(best(find_dates, text, "dates", **more))


TIMES = [
    ("van half twee tot drie", "13:30-15:00"),
    (", kwart over 2", "14:15"),
    (" 19u30", "19:30"),
    (" 14-16 uur", "14:00-16:00"),
    (" 9:00u - 12:00u", "09:00-12:00"),
    (" na schooltijd, rond kwart voor vier", "15:45"),
    (" 's middags om 2", "14:00"),
    (" van 2 tot een uur of vijf", "14:00-17:00"),
    (" om acht uur 's avonds", "20:00"),
    (" om acht uur ’s avonds", "20:00"),
    (" om 8 uur 's ochtends", "08:00"),
    (": 13.00u-16.00u", "13:00-16:00"),
    (", 13:00–16:00h", "13:00-16:00"),
    (", 1300-1600 uur", "13:00-16:00"),
    (", 13.00 uur t/m 16.00 uur", "13:00-16:00"),
    (" om 13.00 uur precies; einde circa 15.30 uur", "13:00-15:30"),
    (" tussen tien en twaalf", "10:00-12:00"),
    (" tussen 10 en 12 uur", "10:00-12:00"),
    (", tussen de middag (12.15-13.00)", "12:15-13:00"),
    (" 9.30 tot en met 11.00 uur", "09:30-11:00"),
    (" om 19.30 uur stipt (zaal open 19.00 uur)", "19:30"),
    (": vanaf 19.00 uur inloop, om 19.30 uur beginnen we, tot 21.30 uur", "19:30-21:30"),
    (", aanvang 20.00 uur, einde 22.00 uur", "20:00-22:00"),
    (", 20.00 uur (duur: 75 minuten)", "20:00-21:15"),
    (" om 15 uur, we zijn een uurtje bezig", "15:00-16:00"),
    (" om 15.00 uur, duurt tot 16.30 uur", "15:00-16:30"),
    (" om 13.00 uur; het duurt ongeveer twee en een half uur", "13:00-15:30"),
    (" om 13.00 uur, duur 2,5 uur", "13:00-15:30"),
    (" om 13.00 uur. Duurt ca. een half uur.", "13:00-13:30"),
    (" om 13.00 uur. Het duurt drie kwartier.", "13:00-13:45"),
    (" om 13.00 uur (1,5 uur)", "13:00-14:30"),
    (" van 's ochtends negen tot 's middags vier", "09:00-16:00"),
    (" van 9 uur 's ochtends tot 4 uur 's middags", "09:00-16:00"),
    (" van tien tot half een", "10:00-12:30"),
    (" van half elf tot half een", "10:30-12:30"),
    (" van 11 tot 1", "11:00-13:00"),
    (" om 12 uur", "12:00"),
    (" om twaalf uur 's middags", "12:00"),
    (" van 7.30 tot 9.00 uur in de avond", "19:30-21:00"),
    (" 8.30-10.00 uur", "08:30-10:00"),
    (" om 1 uur", "13:00"),
    (" om vijf voor half twee", "13:25"),
    (" om kwart over 7 's avonds", "19:15"),
    (" van kwart over zeven tot kwart over negen in de avond", "19:15-21:15"),
    (" is er een ouderavond, van 8 tot 10", "20:00-22:00"),
    (" is er een ouderontbijt van 7 tot half 9", "07:00-08:30"),
    (" ontbijtsessie, 7.30 uur", "07:30"),
    (" lunchbijeenkomst van 12 tot half 2", "12:00-13:30"),
    (" van 4 tot 6", "16:00-18:00"),
    (" van 9 tot 5", "09:00-17:00"),
    (" van 10.00 uur 's morgens tot 's avonds 21.00 uur", "10:00-21:00"),
    (" van 14:00 tot ca. 16:00 uur", "14:00-16:00"),
    (" van 14:00 tot plm. 16:00 uur", "14:00-16:00"),
    (" van 14:00 tot +/- 16:00 uur", "14:00-16:00"),
    (" van 14:00 tot ± 16:00 uur", "14:00-16:00"),
    (" van 14:00 tot uiterlijk 16:00 uur", "14:00-16:00"),
    (" van 14:00 tot ongeveer vier uur", "14:00-16:00"),
    (" van 14:00 tot rond de klok van vier", "14:00-16:00"),
    (" om 14;00 uur", "14:00"),
    (" 14.00uur", "14:00"),
    (" 14u tot 16u30", "14:00-16:30"),
    (" 14u-16u", "14:00-16:00"),
    (" 14.00 hrs", "14:00"),
    (" van 2 uur 's middags tot 4 uur", "14:00-16:00"),
    (" 9-12u", "09:00-12:00"),
    (" van 9-12", "09:00-12:00"),
    (", 20:00 - 22:00 uur, zaal open om 19.30 uur", "20:00-22:00"),
    (". Deuren open 19.00 uur, aanvang film 19.30 uur, einde 21.45 uur", "19:30-21:45"),
    (" | Inloop: 09.00 | Start: 09.30 | Einde: 12.30", "09:30-12:30"),
    (": 19.00 uur inloop - 19.30 uur start - 21.30 uur einde", "19:30-21:30"),
    (". Vanaf 13.00 uur bent u welkom, het programma duurt van 13.30 tot 16.00 uur", "13:30-16:00"),
    (". U bent welkom tussen 13.00 en 17.00 uur", "13:00-17:00"),
    (", inloop tussen 10.00 en 15.00 uur", "10:00-15:00"),
    (" (inloop 9.00 uur) 9.30-12.00 uur", "09:30-12:00"),
    (" 10.00 uur - 12.00 uur (inloop vanaf 9.45 uur, lunch tot 13.00 uur)", "10:00-12:00"),
    (" om 10.00 uur begint het en om 12.00 uur is het afgelopen", "10:00-12:00"),
    (". We starten om half 10 en ronden om 12 uur af", "09:30-12:00"),
    (". Om kwart voor zeven schuiven we aan, om negen uur gaat het licht uit", "18:45-21:00"),
    (". Om 14.00 uur gaan we van start; om 16.00 uur gaat iedereen naar huis", "14:00-16:00"),
    (" van twee tot vier", "14:00-16:00"),
    (" twee tot vier uur", "14:00-16:00"),
    (" om halftwee", "13:30"),
    (" om half2", "13:30"),
    (" half 2 - half 4", "13:30-15:30"),
    (" 13.30-15.30", "13:30-15:30"),
    (" vanaf 15.00 uur", "15:00"),
    (" na 15.00 uur", "15:00"),
    (" om 15.00 (ophalen kinderen) tot 17.00 uur", "15:00-17:00"),
    (" starttijd 15.00 uur eindtijd 17.00 uur", "15:00-17:00"),
    (" 09u00-12u00", "09:00-12:00"),
    (" 9.00 u. - 12.00 u.", "09:00-12:00"),
    (" 9.00 u. tot 12.00 u.", "09:00-12:00"),
    (" om 10 voor half 3", "14:20"),
    (" om tien over half drie", "14:40"),
    (" om 14.00 uur tot 15.30 uur", "14:00-15:30"),
    (" begin: 10 uur, eind: 12 uur", "10:00-12:00"),
    (" tijd 10.00 tot 12.00", "10:00-12:00"),
    (" 's avonds 19:30-21:00", "19:30-21:00"),
    (" ('s avonds van 7 tot 9)", "19:00-21:00"),
    (" 's avonds van half 8 tot 10 uur", "19:30-22:00"),
    (" 's ochtends van half 9 tot 10 uur", "08:30-10:00"),
    (" 2 pm", "14:00"),
    (" 9:30 AM - 11:30 AM", "09:30-11:30"),
    (" 12:30 PM - 1:30 PM", "12:30-13:30"),
    (" van 15.30 uur (na schooltijd) tot 17.00 uur", "15:30-17:00"),
    (" van 15.30 uur, inloop vanaf 15.00 uur, tot 17.00 uur", "15:30-17:00"),
    (" om 19.30 uur (koffie vanaf 19.00 uur) en we eindigen om 21.30 uur", "19:30-21:30"),
    (" om 19.30 uur. Vanaf 19.00 uur staat de koffie klaar.", "19:30"),
    (" om 19.30 uur. De zaal gaat open om 19.00 uur.", "19:30"),
    (" de hele dag", None),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_the_time_of_a_day_is_read_however_it_is_said(text, expected):
    lead = text if text[0] in " ,:." else " " + text
    assert read("Dinsdag 9 mei" + lead) == ("9" if expected is None else f"9 {expected}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinsdag in de actieweek houden wij open huis.", "9"),
        ("Op woensdagmiddag in de actieweek van 2 tot 4 houden wij open huis.", "10 14:00-16:00"),
        ("Op de laatste dag van de actieweek om 10 uur openen wij onze deuren.", "12 10:00"),
        ("De eerste dag van de actieweek is er van 15.00 tot 17.00 uur een workshop.", "8 15:00-17:00"),
        ("Op de tweede dag van de Actieweek Thuiszitters, 10.00 uur.", "9 10:00"),
        ("De slotdag gebruiken wij voor een open huis, tussen 14 en 17 uur.", "12 14:00-17:00"),
        ("Op de openingsdag van de week is er een ontbijt om 8.00 uur.", "8 08:00"),
        ("De actieweek sluiten we op de slotdag af met een borrel om 16 uur.", "12 16:00"),
        ("Op de dinsdag van die week, van 19.30 tot 21.00 uur, is er een lezing.", "9 19:30-21:00"),
        ("De donderdag in deze week doen we iets leuks om 15.00 uur.", "11 15:00"),
        ("Donderdagochtend tijdens de actieweek is er van half tien tot elf een webinar.", "11 09:30-11:00"),
        (
            "De hele week elke ochtend van 9 tot 10 uur.",
            "8 09:00-10:00, 9 09:00-10:00, 10 09:00-10:00, 11 09:00-10:00, 12 09:00-10:00",
        ),
        (
            "Elke dag van de actieweek van 15.00 tot 16.00 uur inloopspreekuur.",
            "8 15:00-16:00, 9 15:00-16:00, 10 15:00-16:00, 11 15:00-16:00, 12 15:00-16:00",
        ),
        (
            "Iedere middag in de actieweek van 1 tot 2 is er een wandeling.",
            "8 13:00-14:00, 9 13:00-14:00, 10 13:00-14:00, 11 13:00-14:00, 12 13:00-14:00",
        ),
        (
            "Tijdens de actieweek is er dagelijks van 9.00 tot 12.00 uur inloop.",
            "8 09:00-12:00, 9 09:00-12:00, 10 09:00-12:00, 11 09:00-12:00, 12 09:00-12:00",
        ),
        (
            "Maandag t/m donderdag dagelijks van 9 tot 12 uur.",
            "8 09:00-12:00, 9 09:00-12:00, 10 09:00-12:00, 11 09:00-12:00",
        ),
        (
            "Van woensdag 10 tot en met vrijdag 12 mei, elke dag van 9 tot 12.",
            "10 09:00-12:00, 11 09:00-12:00, 12 09:00-12:00",
        ),
        ("10 t/m 12 mei, 9.00-12.00 uur", "10 09:00-12:00, 11 09:00-12:00, 12 09:00-12:00"),
        ("Op de 9e en de 11e om 10.00 uur in de bibliotheek.", "9 10:00, 11 10:00"),
        ("We doen het op de 9de, van 10 tot 12 uur.", "9 10:00-12:00"),
        ("Maandag- en dinsdagavond om 19.30 uur in de actieweek", "8 19:30, 9 19:30"),
        (
            "Maandag-, dinsdag- en donderdagmiddag van 2 tot 4 in de actieweek",
            "8 14:00-16:00, 9 14:00-16:00, 11 14:00-16:00",
        ),
        ("In de actieweek: maandag en dinsdagavond van half 8 tot 9", "8 19:30-21:00, 9 19:30-21:00"),
        ("dinsdag 9 en woensdag 10 mei 19.30-21.30", "9 19:30-21:30, 10 19:30-21:30"),
        (
            "9, 10 en 11 mei, steeds van 10 tot 12",
            "9 10:00-12:00, 10 10:00-12:00, 11 10:00-12:00",
        ),
        ("9 en/of 11 mei om 10.00 uur", "9 10:00, 11 10:00"),
        ("9+11 mei om 10.00 uur", "9 10:00, 11 10:00"),
        ("Tentoonstelling 9-12 mei", "9..12"),
        ("Tentoonstelling van 9 tot 12 mei", "9..12"),
        ("Tentoonstelling van dinsdag 9 t/m vrijdag 12 mei 2017", "9..12"),
        ("9 mei '17, 10.00 uur", "9 10:00"),
        ("9-mei-2017 10.00 uur", "9 10:00"),
        ("9/5/2017 10.00 uur", "9 10:00"),
        ("09.05.17 om 10.00 uur", "9 10:00"),
        ("9.5.2017, 10.00 uur", "9 10:00"),
        ("9 mei a.s. om 10.00 uur", "9 10:00"),
        ("dinsdag a.s. 9 mei om 10.00 uur", "9 10:00"),
        ("aanstaande dinsdag 9 mei om 10.00 uur", "9 10:00"),
        ("dinsdag (9 mei) om 10.00 uur", "9 10:00"),
        ("9 mei (dinsdag) om 10.00 uur", "9 10:00"),
        ("Dinsdag - 9 mei - 10.00 uur", "9 10:00"),
        ("dinsdag de negende mei om 10.00 uur", "9 10:00"),
        ("dinsdag, de 9e mei, 10.00 uur", "9 10:00"),
        ("dins. 9 mei, 10.00 uur", "9 10:00"),
        ("woensd. 10 mei, 10.00 uur", "10 10:00"),
        ("di.9mei, 10.00 uur", "9 10:00"),
        ("dinsdag 9mei 10.00u", "9 10:00"),
        ("DINSDAG 9 MEI, 10.00 UUR", "9 10:00"),
        ("dinsdagmiddag 9 mei, 2 uur", "9 14:00"),
        ("dinsdagmorgen 9 mei, half 9", "9 08:30"),
        ("dinsdagavond 9 mei, half 9", "9 20:30"),
        ("dinsdag 9 mei in de avond, half 9", "9 20:30"),
        ("in de ochtend van dinsdag 9 mei, half 9", "9 08:30"),
        ("op de avond van dinsdag 9 mei, half 9", "9 20:30"),
        ("dinsdagnamiddag 9 mei om 4 uur", "9 16:00"),
        ("9 mei van 10 tot 12 en 11 mei van 13 tot 15 uur", "9 10:00-12:00, 11 13:00-15:00"),
        (
            "In de actieweek op dinsdag van 10 tot 12, donderdag van 13 tot 15 uur",
            "9 10:00-12:00, 11 13:00-15:00",
        ),
        ("Spreekuren:\nma 8 mei: 9-10 uur\ndi 9 mei: 13-14 uur", "8 09:00-10:00, 9 13:00-14:00"),
        (
            "- dinsdag 9 mei, 10.00-12.00 uur\n- donderdag 11 mei, 13.00-15.00 uur",
            "9 10:00-12:00, 11 13:00-15:00",
        ),
        ("Datum: 9 mei\nBegintijd: 10.00\nEindtijd: 12.00", "9 10:00-12:00"),
        ("Datum: 9 mei\nVan: 10.00\nTot: 12.00", "9 10:00-12:00"),
        ("Datum: 9 mei\nStart: 10.00 uur\nEinde: 12.00 uur", "9 10:00-12:00"),
        ("Datum: 9 mei\nAanvang: 10.00 uur\nEinde: 12.00 uur\nInloop: 9.30 uur", "9 10:00-12:00"),
        ("Datum: 9 mei Tijd: 10-12 uur", "9 10:00-12:00"),
        ("Datum: 9 mei\nTijd: 10-12", "9 10:00-12:00"),
        ("Tijd: 10.00-12.00\nDatum: 9 mei", "9 10:00-12:00"),
        ("Startdatum: 9 mei\nEinddatum: 11 mei", "9..11"),
        ("Begindatum: 09-05-2017\nEinddatum: 09-05-2017\nTijd: 10:00 - 12:00", "9 10:00-12:00"),
        ("Van: 9 mei 2017 10:00\nTot: 9 mei 2017 12:00", "9 10:00-12:00"),
        ("Start: 9 mei 2017 10:00\nEinde: 9 mei 2017 12:00", "9 10:00-12:00"),
        ("Begin: 09-05-2017 10:00 uur\nEind: 09-05-2017 12:00 uur", "9 10:00-12:00"),
        ("Wanneer: 2017-05-09 10:00 - 2017-05-09 12:00", "9 10:00-12:00"),
        ("van dinsdag 9 mei 10.00 uur tot dinsdag 9 mei 12.00 uur", "9 10:00-12:00"),
        (
            "woensdag 10 mei en vrijdag 12 mei, beide keren van 10.00 tot 12.00",
            "10 10:00-12:00, 12 10:00-12:00",
        ),
        ("van 10.00 tot 12.00 uur op dinsdag en donderdag in de actieweek", "9 10:00-12:00, 11 10:00-12:00"),
        ("Om 19.30 uur op dinsdag 9 mei is er een lezing", "9 19:30"),
        ("Van 13.00 tot 16.00 uur, woensdag 10 mei", "10 13:00-16:00"),
        ("Dinsdag 9 mei 10.00 - 12.00 en 13.00 - 15.00 uur", "9 10:00-12:00, 9 13:00-15:00"),
        ("Dinsdag 9 mei om 10.00, 13.00 en 15.00 uur", "9 10:00, 9 13:00, 9 15:00"),
        ("Dinsdag 9 mei zowel om 14.00 als om 19.30 uur", "9 14:00, 9 19:30"),
        ("Dinsdag 9 mei 's ochtends van 9 tot 11 en 's middags van 1 tot 3", "9 09:00-11:00, 9 13:00-15:00"),
        (
            "Dinsdag 9 mei 's middags van 13.30 tot 15.00 uur en 's avonds van 19.30 tot 21.00 uur",
            "9 13:30-15:00, 9 19:30-21:00",
        ),
        ("Dinsdag 9 mei in twee groepen: 9.00-10.30 uur of 11.00-12.30 uur", "9 09:00-10:30, 9 11:00-12:30"),
        (
            "De voorstelling is twee keer te zien: dinsdag 9 mei om 14.00 uur en om 20.00 uur",
            "9 14:00, 9 20:00",
        ),
        (
            "Voorstelling di 9 mei 14.00 uur en 20.00 uur, wo 10 mei 14.00 uur",
            "9 14:00, 9 20:00, 10 14:00",
        ),
        (
            "Dag\tTijd\ndinsdag 9 mei\t10.00-12.00\ndonderdag 11 mei\t13.00-15.00",
            "9 10:00-12:00, 11 13:00-15:00",
        ),
        (
            "Datum\tVan\tTot\n9 mei\t10.00\t12.00\n11 mei\t13.00\t15.00",
            "9 10:00-12:00, 11 13:00-15:00",
        ),
        (
            "Datum\tdinsdag 9 mei\tdonderdag 11 mei\nTijd\t10.00-12.00\t13.00-15.00",
            "9 10:00-12:00, 11 13:00-15:00",
        ),
        ("Workshop\tDatum\tAanvang\tEinde\nKijk\t2017-05-09 00:00:00\t10:00:00\t12:00:00", "9 10:00-12:00"),
        ("Dinsdag 9 mei 2017\nLocatie: De Kom\nTijd: 10.00-12.00 uur", "9 10:00-12:00"),
        ("zaterdag 13 mei om 10.00 uur", "13 10:00"),
        ("zaterdag 13 mei, na afloop van de actieweek, 10 uur", "13 10:00"),
        ("dinsdag 9 mei 2017 (10.00 uur – 12.00 uur)", "9 10:00-12:00"),
        ("Wanneer? Dinsdag 9 mei.\nHoe laat? Van 10 tot 12.", "9 10:00-12:00"),
        ("Wanneer: dinsdag 9 mei, tijdstip volgt nog", "9"),
        ("WANNEER ..... dinsdag 9 mei, 10.00 uur", "9 10:00"),
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur. Aansluitend lunch tot 13.00 uur.", "9 10:00-12:00"),
        (
            "Dinsdag 9 mei\n10.00 uur Welkom\n10.15 - 11.00 uur Rondleiding\n11.00 - 12.15 uur Gesprek\n"
            "12.15 - 12.45 uur Soep en afsluiting",
            "9 10:00-12:45",
        ),
        (
            "Dinsdag 9 mei\n13.00 uur: ontvangst\n13.30 uur: opening door de directeur\n14.00 uur: lezing\n"
            "15.00 uur: borrel\n16.00 uur: einde",
            "9 13:30-16:00",
        ),
        (
            "Programma dinsdag 9 mei\n19.00 uur Inloop met koffie\n19.30 uur Start\n20.30 uur Pauze\n"
            "21.30 uur Afsluiting en hapje",
            "9 19:30-21:30",
        ),
        (
            "Dinsdag 9 mei\n9.00-9.30 inloop\n9.30-10.30 lezing\n10.30-12.00 workshops\n12.00-13.00 lunch",
            "9 09:30-13:00",
        ),
        ("Feest op dinsdag 9 mei van 21.00 tot 1.00 uur", "9 21:00-01:00"),
        ("Feest op dinsdag 9 mei, 21 uur tot middernacht", "9 21:00-00:00"),
    ],
)
def test_the_days_of_an_activity_are_read_however_they_are_said(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vorig jaar hielden we op 10 mei 2016 een symposium.",
        "Vorig jaar op 10 mei was het zo druk.",
        "Tijdens de actieweek van 2016 (9 t/m 13 mei) waren er 40 bezoekers.",
        "Ik ben er op ma, di en do.",
        "Werkdagen: ma/di/do",
        "aanwezig: ma, wo, do",
        "Marjan Pot (di-wo-do)",
        "coördinator, niet op woensdag",
        "06 12 34 56 78 (niet op vrijdag)",
        "Op woensdag werk ik thuis.",
        "Op vrijdag ben ik vrij.",
        "Maandag is mijn vaste vrije dag.",
        "Wij zijn bereikbaar ma t/m do van 9 tot 17 uur.",
        "Het secretariaat is op werkdagen van 9.00 tot 12.00 uur te bereiken.",
        "U kunt mij bellen op dinsdag en donderdag.",
        "Naar aanleiding van uw mail van 2 mei.",
        "Donderdag belde ik met uw collega.",
        "Zoals vrijdag besproken stuur ik de gegevens.",
        "Aanmelden kan tot en met zondag 7 mei.",
        "Graag aanmelden vóór woensdag 3 mei.",
        "Kunt u het vóór 1 mei op de site zetten?",
        "Ik hoor graag voor vrijdag of het lukt.",
        "De nieuwsbrief van mei verschijnt op 4 mei.",
        "Aanstaande vrijdag vergaderen wij hierover.",
        "Wij bestaan sinds 1 mei 1987.",
        "Bellen kan na 16.00 uur.",
    ],
)
def test_a_day_that_is_not_the_activitys_is_left_alone(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinsdag 9 mei om 10.00 uur is er een lezing. Aanmelden kan t/m 2 mei.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. Opgeven bij mij voor 3 mei, 12.00 uur.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. Wij zijn telefonisch bereikbaar van 9.00 tot 17.00 uur.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. Wie wil komen mailt naar x@y.nl voor 3 mei.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. Op 3 mei vergaderen we nog over de zaal.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. De flyer is op 20 april klaar.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. Bellen kan op woensdag tussen 9 en 10 uur.", "9 10:00"),
        ("Dinsdag 9 mei om 10.00 uur. De inschrijving opent op maandag 3 april om 9.00 uur.", "9 10:00"),
        ("In de actieweek, 8 t/m 12 mei, houden wij op dinsdag 9 mei om 10.00 uur een lezing.", "9 10:00"),
        ("Van 8 t/m 12 mei is het actieweek. Op dinsdag om 10.00 uur is er een lezing.", "9 10:00"),
        ("Landelijke Actieweek (8-12 mei): woensdag 10 mei 14.00 uur", "10 14:00"),
        ("We zaten eerst op 11 mei, maar het wordt dinsdag 9 mei om 10.00 uur.", "9 10:00"),
        ("Niet dinsdag maar woensdag 10 mei om 10.00 uur.", "10 10:00"),
        ("De lezing van 9 mei is verplaatst naar donderdag 11 mei om 10.00 uur.", "11 10:00"),
        ("De lezing verschuift van dinsdag 9 naar donderdag 11 mei, 10.00 uur.", "11 10:00"),
        ("Nieuwe datum: donderdag 11 mei (was: 9 mei), 10.00 uur", "11 10:00"),
        ("Dinsdag 9 mei beginnen we om 12.15 uur ipv 12.00 uur (eind blijft 13.15)", "9 12:15-13:15"),
        ("Dinsdag 9 mei beginnen we niet om 12.00 maar om 12.15 uur.", "9 12:15"),
        ("Dinsdag 9 mei, 12.15 uur in plaats van 12.00 uur.", "9 12:15"),
        (
            "De lezing van dinsdag 9 mei begint een half uur later: 10.30 uur in plaats van 10.00 uur.",
            "9 10:30",
        ),
        ("De tijd voor dinsdag 9 mei wijzigt van 10.00 uur naar 10.30 uur.", "9 10:30"),
        ("Dinsdag 9 mei 10.00-12.00 uur, voor kinderen van 10-12 jaar", "9 10:00-12:00"),
        ("Dinsdag 9 mei 10.00-12.00 uur, max. 20 deelnemers, zaal 1.15", "9 10:00-12:00"),
        ("Dinsdag 9 mei 10.00 uur, kosten 7.50 euro", "9 10:00"),
        ("Dinsdag 9 mei 10.00 uur, € 12.50 p.p.", "9 10:00"),
        ("Dinsdag 9 mei 10.00 uur, bus 14 stopt voor de deur", "9 10:00"),
        ("Dinsdag 9 mei 10.00 uur, ongeveer 30 van de 50 plaatsen zijn bezet", "9 10:00"),
        ("Dinsdag 9 mei 10.00 uur, over 8 tot 10 kinderen per school", "9 10:00"),
    ],
)
def test_what_else_a_mail_says_of_days_and_times_changes_nothing(text, expected):
    assert read(text) == expected


SENT = "Wed, 03 May 2017 09:00:00 +0200"


@pytest.mark.parametrize(
    ("text", "sent", "expected"),
    [
        ("Volgende week dinsdag om 10.00 uur is er een lezing.", SENT, "9 10:00"),
        ("Dinsdag volgende week om 10.00 uur is er een lezing.", SENT, "9 10:00"),
        ("Aanstaande dinsdag om 10.00 uur is er een lezing.", SENT, "9 10:00"),
        ("Komende dinsdag om 10.00 uur is er een lezing.", SENT, "9 10:00"),
        ("Dinsdag a.s. om 10.00 uur is er een lezing.", SENT, "9 10:00"),
        ("Morgen om 10.00 uur is er een lezing.", "Mon, 08 May 2017 09:00:00 +0200", "9 10:00"),
        ("Vanavond om half 8 is er een lezing.", "Mon, 08 May 2017 09:00:00 +0200", "8 19:30"),
        ("Overmorgen om 10 uur is er een lezing.", "Mon, 08 May 2017 09:00:00 +0200", "10 10:00"),
        ("Vandaag om 15.00 uur is er een lezing.", "Mon, 08 May 2017 09:00:00 +0200", "8 15:00"),
        ("Goede morgen, in de morgen is het druk.", "Mon, 08 May 2017 09:00:00 +0200", None),
        ("Volgende week dinsdag hebben wij overleg.", "Tue, 07 Feb 2017 10:00:00 +0100", None),
    ],
)
def test_a_day_told_from_the_day_of_writing_is_worked_out(text, sent, expected):
    assert read(text, date=sent) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op dinsdag houden wij een lezing om 10.00 uur, in onze actieweek.",
        "Dinsdag van 9 tot 12 in de actieweek een lezing.",
        "woensdag 9 mei om 10.00 uur een lezing.",
        "9 mei (woensdag) om 10.00 uur een lezing.",
        "dinsdag 16 mei om 10.00 uur een lezing.",
        "dinsdag 9 mei 2016 om 10.00 uur een lezing.",
        "Aanstaande dinsdag om 10.00 uur is er een lezing.",
        "De slotdag gebruiken wij voor een open huis, tussen 14 en 17 uur.",
        "Dinsdag 9 mei om half negen een lezing.",
        "Dinsdag 9 mei, 10.00 uur. Dinsdag 9 mei, 11.00 uur.",
        "Dinsdag 9 mei om 10.00 uur of donderdag 11 mei om 10.00 uur, dat weten we nog niet.",
        "Dinsdag 9 mei (onder voorbehoud) om 10.00 uur.",
    ],
)
def test_what_could_be_otherwise_is_not_sure(text):
    findings = found(find_dates, text, "dates", date=SENT)
    assert all(finding.confidence < 0.9 for finding in findings)


def test_a_year_that_the_day_name_contradicts_is_a_slip():
    assert read("Datum: dinsdag 9 mei 2016, 10.00 uur") == "9 10:00"


def test_a_bare_number_is_a_day_of_another_edition_too():
    value = best(find_dates, "Op de 18e om 20.00 uur en op de 20e om 10 uur", "dates", OTHER)
    assert [span["starts"] for span in value] == ["2026-03-18T20:00", "2026-03-20T10:00"]
