"""When an activity is, in whole sentences as different people write them to the desk."""

import pytest

from tests.extract.test_sessions import read

VOICES = [
    (
        "Wij willen graag iets melden: op 10 mei a.s. houden we van half 3 tot 5 een spelmiddag.",
        "10 14:30-17:00",
    ),
    ("De actieweek openen wij maandag om 9 uur met een ontbijt voor alle teamleden.", "8 09:00"),
    (
        "Datum en tijd: donderdag 11 mei 2017, 19.00u (inloop) - 19.30u (start) - 21.30u (einde)",
        "11 19:30-21:30",
    ),
    ("Wanneer: 11-5, 19.30u tot ca 21.30u", "11 19:30-21:30"),
    ("wanneer: do 11 mei, avond, aanvang half acht", "11 19:30"),
    ("11 mei 's avonds, half acht tot tien uur ongeveer", "11 19:30-22:00"),
    (
        "Het wordt woensdagmiddag 10 mei. We beginnen om kwart voor twee en hopen om half vijf klaar te zijn.",
        "10 13:45-16:30",
    ),
    ("Op donderdag 11 mei bent u van harte welkom van 15.00 - 17.00 uur in onze school.", "11 15:00-17:00"),
    ("Op 11 mei a.s. staat onze deur open: tussen 15 en 17 uur kan iedereen binnenlopen.", "11 15:00-17:00"),
    ("Tijdstip: van 9.15 uur tot 11.45 uur (inloop v.a. 9.00 uur)\nDatum: vrijdag 12 mei", "12 09:15-11:45"),
    ("Vrijdag 12 mei, 9.15 tot 11.45. Koffie staat klaar vanaf 9 uur.", "12 09:15-11:45"),
    (
        "Programma 12 mei:\n13.00 - 13.15 Welkom\n13.15 - 14.00 Lezing\n14.00 - 14.15 Pauze\n14.15 - 15.00 Gesprek",
        "12 13:00-15:00",
    ),
    (
        "Donderdag 11 mei\n\nProgramma\n\n19.00 uur\tInloop\n19.30 uur\tLezing\n20.15 uur\tPauze\n20.30 uur\tDiscussie\n21.30 uur\tBorrel",
        "11 19:30-21:30",
    ),
    ("In de Week, op de donderdag, van 14:00-16:00.", "11 14:00-16:00"),
    (
        "Tijdens de Landelijke Actieweek Thuiszitters staat onze bus op maandag in Assen, op dinsdag in Emmen en op vrijdag in Hoogeveen, steeds van 10 tot 3.",
        "8 10:00-15:00, 9 10:00-15:00, 12 10:00-15:00",
    ),
    ("Tentoonstelling in de bibliotheek, van 8 t/m 12 mei tijdens openingstijden.", "8..12"),
    (
        "De expositie is te zien van maandag 8 mei t/m vrijdag 12 mei, dagelijks tussen 10.00 en 17.00 uur.",
        "8 10:00-17:00, 9 10:00-17:00, 10 10:00-17:00, 11 10:00-17:00, 12 10:00-17:00",
    ),
    ("Opening van de expositie maandag 8 mei om 16.00 uur; daarna de hele week te zien.", "8 16:00"),
    ("We doen mee met een ouderavond, 9 mei 19.30 (deuren open 19.15).", "9 19:30"),
    ("9 mei: 9.00-12.00, 10 mei: 13.00-16.00", "9 09:00-12:00, 10 13:00-16:00"),
    ("Bijeenkomst 1: 9 mei 9.00-12.00\nBijeenkomst 2: 10 mei 13.00-16.00", "9 09:00-12:00, 10 13:00-16:00"),
    (
        "Tweedaagse training op 9 en 10 mei, beide dagen van 9.30 tot 16.30 uur.",
        "9 09:30-16:30, 10 09:30-16:30",
    ),
    ("Training 9 mei (9.30-16.30 uur) en 10 mei (9.30-12.30 uur)", "9 09:30-16:30, 10 09:30-12:30"),
    ("Op 9 mei organiseren wij tussen de middag (12.30 - 13.15 u) een webinar.", "9 12:30-13:15"),
    ("dinsdag 9 mei, online van 15.30h-16.30h", "9 15:30-16:30"),
    ("webinar op di 9/5 om 15.30 uur (45 min.)", "9 15:30-16:15"),
    ("Het webinar van 45 minuten start op dinsdag 9 mei om 15.30 uur.", "9 15:30-16:15"),
    ("woensdag 10 mei na schooltijd (15.15-16.45 uur)", "10 15:15-16:45"),
    ("We starten woensdag 10 mei meteen na schooltijd, dus om kwart over drie.", "10 15:15"),
    ("Locatie: zaal 2.15\nDatum: 10 mei\nTijd: 9.00 tot 10.30", "10 09:00-10:30"),
    ("10 mei 2017 | 14.00 - 16.00 uur | Utrecht", "10 14:00-16:00"),
    ("WO 10 MEI / 14:00 / DE KOM", "10 14:00"),
    ("Woensdag 10 mei, 14.00 uur – 16.00 uur, entree gratis. Zaal open om 13.30 uur.", "10 14:00-16:00"),
    ("Save the date: 10 mei!", "10"),
    ("Noteert u vast woensdagmiddag 10 mei in uw agenda. Het programma volgt.", "10"),
    (
        "Wij willen op woensdag 10 mei, dus midden in de actieweek, een wandeling maken. We verzamelen om 13.45 uur en vertrekken om 14.00 uur.",
        "10 14:00",
    ),
    ("Verzamelen 13.45 uur, vertrek 14.00 uur, terug rond 16.00 uur. Datum 10 mei.", "10 14:00-16:00"),
    ("Woensdag 10 mei van 14.00 tot 16.00 uur. Docenten worden om 13.30 uur verwacht.", "10 14:00-16:00"),
    (
        "Op 10 mei is de school 's morgens open van 8.30 tot 10.00 uur en 's avonds van 19.00 tot 20.30 uur.",
        "10 08:30-10:00, 10 19:00-20:30",
    ),
    ("Spreekuur op 8, 10 en 12 mei van 15.30 - 16.30 uur", "8 15:30-16:30, 10 15:30-16:30, 12 15:30-16:30"),
    (
        "Elke dag van de week is er van 12.00 tot 12.30 uur een lunchgesprek.",
        "8 12:00-12:30, 9 12:00-12:30, 10 12:00-12:30, 11 12:00-12:30, 12 12:00-12:30",
    ),
    (
        "Op maandag, woensdag en vrijdag van die week houden wij van 15 tot 16 uur spreekuur.",
        "8 15:00-16:00, 10 15:00-16:00, 12 15:00-16:00",
    ),
    ("op donderdag 11 mei ('s middags, tijd volgt)", "11"),
    (
        "Ons symposium is niet op 9 mei, zoals eerder gemeld, maar op 11 mei. Tijd blijft 13.00-16.00 uur.",
        "11 13:00-16:00",
    ),
    (
        "De workshop van woensdag 10 mei gaat door, maar begint om 14.30 uur in plaats van 14.00 uur en duurt tot 16.30 uur.",
        "10 14:30-16:30",
    ),
    (
        "I.v.m. ziekte verplaatsen we het spreekuur van dinsdag 9 mei 10.00 uur naar donderdag 11 mei 13.00 uur.",
        "11 13:00",
    ),
    ("Helaas moeten wij de lezing van dinsdag 9 mei (19.30 uur) annuleren.", "9 19:30"),
    (
        "Let op, nieuwe tijd! Dinsdag 9 mei nu van 14.00 tot 15.30 uur (was 13.00 - 14.30 uur).",
        "9 14:00-15:30",
    ),
    ("Het was eerst 10.00 uur, dat wordt 11.00 uur, op dinsdag 9 mei.", "9 11:00"),
    (
        "Extra avond: naast dinsdag 9 mei nu ook donderdag 11 mei, zelfde tijd (20.00 uur).",
        "9 20:00, 11 20:00",
    ),
    (
        "Groep 7 en 8 spelen op vrijdag 12 mei twee keer: om 10.30 uur voor de school en om 19.00 uur voor ouders.",
        "12 10:30, 12 19:00",
    ),
    ("Start: 09:00\nEind: 12:00\nDag: woensdag 10 mei 2017", "10 09:00-12:00"),
    ("Datum activiteit: 10-05-2017\nStarttijd: 1400\nEindtijd: 1600", "10 14:00-16:00"),
    ("Datum activiteit: 2017-05-10\nTijd van: 14:00\nTijd tot: 16:00", "10 14:00-16:00"),
    ("Datum: 10/05/17, tijd: 14h00-16h00", "10 14:00-16:00"),
    ("Datum: woensdag 10 mei\nTijd: 's middags, 2 tot 4", "10 14:00-16:00"),
    ("Datum: woensdag 10 mei\nTijd: 14 tot 16", "10 14:00-16:00"),
    ("Datum: woensdag 10 mei\nTijd: 14.00 uur (walk in 13.30 uur)", "10 14:00"),
    ("Datum: woensdag 10 mei\nTijd: inloop 13.30, start 14.00, einde 16.00 uur", "10 14:00-16:00"),
    ("Datum: woensdag 10 mei\nTijd: 10:00 - 12:00 en 14:00 - 16:00 uur", "10 10:00-12:00, 10 14:00-16:00"),
    ("Datum: 8 en 10 mei\nTijd: 10:00 - 12:00 uur", "8 10:00-12:00, 10 10:00-12:00"),
    ("Data: 8 mei (10.00-12.00 uur)\n10 mei (13.00-15.00 uur)", "8 10:00-12:00, 10 13:00-15:00"),
    ("Wanneer? Wo. 10 mei om 14 u. Einde: 16 u.", "10 14:00-16:00"),
    (
        "Op dinsdag 9 mei organiseren we een lezing. Deze begint om 20:00 uur en zal tot ongeveer 22:00 uur duren.",
        "9 20:00-22:00",
    ),
    (
        "Op dinsdag 9 mei organiseren we een lezing. De avond begint om acht uur en is om tien uur afgelopen.",
        "9 20:00-22:00",
    ),
    ("Dinsdag 9 mei is er van tien uur tot kwart voor twaalf een rondleiding.", "9 10:00-11:45"),
    ("Dinsdag 9 mei, 10.00 uur, duur: een uur", "9 10:00-11:00"),
    ("Dinsdag 9 mei, 10.00 uur, een workshop van twee uur", "9 10:00-12:00"),
    ("Dinsdag 9 mei, 10.00 uur, een les van vijftig minuten", "9 10:00-10:50"),
    ("Op 9 mei houden we van 9 uur 30 tot 11 uur 30 een training.", "9 09:30-11:30"),
    (
        "ma 8 mei t/m vr 12 mei, iedere ochtend 8.30-9.00 uur",
        "8 08:30-09:00, 9 08:30-09:00, 10 08:30-09:00, 11 08:30-09:00, 12 08:30-09:00",
    ),
    ("Wij zijn te vinden op de markt van dinsdag 9 mei, tussen 9 en 1.", "9 09:00-13:00"),
    ("Zondag 7 mei trappen we af met een dienst om 10.00 uur.", "7 10:00"),
    ("De avond is op 9 mei. Bel gerust tussen 9 en 5 als u vragen heeft.", "9"),
    ("Op 9 mei 2017 (tijd: 10.00 uur). Brief van 3 april 2017, kenmerk 2017-05-10.", "9 10:00"),
    ("Dinsdag 9 mei van 10-12. PS woensdag ben ik vrij.", "9 10:00-12:00"),
    (
        "Hierbij sturen wij u de gegevens van onze activiteit op 9 mei om 10.00 uur. De foto's krijgt u uiterlijk 15 mei.",
        "9 10:00",
    ),
    ("Graag vóór 24 april plaatsen. De bijeenkomst is op 9 mei om 10.00 uur.", "9 10:00"),
    ("Vandaag stuur ik u de gegevens. De bijeenkomst is op 9 mei om 10.00 uur.", "9 10:00"),
    ("Net als vorig jaar (toen op 11 mei) doen wij mee, nu op 9 mei om 10.00 uur.", "9 10:00"),
    ("Sinds 1 mei ben ik in dienst. De bijeenkomst is op 9 mei om 10.00 uur.", "9 10:00"),
    ("Na de meivakantie (22 april t/m 7 mei) starten we op 9 mei om 10.00 uur.", "9 10:00"),
    ("Na Bevrijdingsdag, 5 mei, gaan we los: 9 mei 10.00 uur.", "9 10:00"),
    ("Woensdag 10 mei vertrekken we om half elf en om één uur zijn we weer terug.", "10 10:30-13:00"),
    (
        "Speeldata\nwoensdag 10 mei, 20.15 uur\ndonderdag 11 mei, 13.30 uur\ndonderdag 11 mei, 20.15 uur",
        "10 20:15, 11 13:30, 11 20:15",
    ),
    ("Donderdag open huis van 2 tot 5, iedereen van 12 tm 23 mag komen.", "11 14:00-17:00"),
    (
        "Op de laatste dag van de Landelijke Actieweek Thuiszitters, aanvang 13.30 u / afsluiting 17.00 u.",
        "12 13:30-17:00",
    ),
    ("Ik kom daar voor 1 mei op terug.", None),
    (
        "Op donderdagmiddag 11 mei is de gemeentewerf van ons. Vanaf 13.00 uur staat de soep klaar, om 13.30 uur opent onze wethouder de middag. Om 16.30 uur ronden we af.",
        "11 13:30-16:30",
    ),
    (
        "Dinsdag 9 mei. De deur gaat om kwart voor twee open en om twee uur trapt de directeur af. Tegen vieren is het afgelopen.",
        "9 14:00-16:00",
    ),
    ("Onze avond van 9 mei start om acht uur en we gaan door tot tienen.", "9 20:00-22:00"),
    (
        "Dinsdag 9 mei: om 10.00 uur verzamelen bij de kerk, om twaalf uur zijn we weer terug.",
        "9 10:00-12:00",
    ),
    (
        "Op donderdagavond draait in de actieweek ons stuk 'Maandag weer'. Het begint om 19.30 uur en om negen uur is het afgelopen.",
        "11 19:30-21:00",
    ),
    ("Vrijdag 12 mei spelen we ‘Half negen’, om 14.00 uur.", "12 14:00"),
    (
        "Alle vijf de dagen van de actieweek staat onze deur open tussen 8.30 en 9.30 uur.",
        "8 08:30-09:30, 9 08:30-09:30, 10 08:30-09:30, 11 08:30-09:30, 12 08:30-09:30",
    ),
    (
        "Iedere werkdag tussen 12 en 1 uur in de actieweek",
        "8 12:00-13:00, 9 12:00-13:00, 10 12:00-13:00, 11 12:00-13:00, 12 12:00-13:00",
    ),
    ("Vrijdag 12 mei 10.00 uur, het programma neemt twee uur in beslag.", "12 10:00-12:00"),
    (
        "Op vrijdag 12 mei gooien we om 15.30 uur de deuren open. Om 17.00 uur gaat het licht uit.",
        "12 15:30-17:00",
    ),
    (
        "De bijeenkomst op 10 mei begint om 20 uur en we streven ernaar om half elf af te ronden.",
        "10 20:00-22:30",
    ),
    ("In de ochtend van 10 mei, van half tien tot elf", "10 09:30-11:00"),
    ("Op de avond van 10 mei, vanaf acht uur", "10 20:00"),
    ("start 9 mei 2017 om 13:00 uur - einde 9 mei 2017 om 15:00 uur", "9 13:00-15:00"),
    ("op negen mei om twee uur", "9 14:00"),
    ("Onze werkdagen zijn maandag en dinsdag, maar op 10 mei zijn wij er ook: om 14.00 uur.", "10 14:00"),
    (
        "Dinsdag 9 mei\n13.00 - 17.00 uur, inloop 12.30 uur\n13.00 Opening\n13.20 Lezing\n14.15 Pauze\n14.40 Tafels\n16.40 Borrel",
        "9 13:00-17:00",
    ),
    ("Dinsdag 9 mei beginnen we om kwart over 3 en om 5 uur gaat bij mij de poort op slot.", "9 15:15-17:00"),
    ("Op woensdag 10 mei om 10.00 uur bakken we taart en om 13.30 uur is alles opgegeten.", "10 10:00-13:30"),
    (
        "De Tafelronde in de actieweek wordt toch donderdag ipv dinsdag! De tijd blijft hetzelfde, van half tien tot elf uur.",
        "11 09:30-11:00",
    ),
    (
        "In de actieweek zijn we elke ochtend open van 9 tot 11 uur, behalve dinsdag.",
        "8 09:00-11:00, 10 09:00-11:00, 11 09:00-11:00, 12 09:00-11:00",
    ),
    ("Van 8/5 t/m 12/5 hangt bij ons de tentoonstelling Stoelen.", "8..12"),
    ("Niet per se voor iedereen: dinsdag 9 mei om 9.00 uur is er een studiedag.", "9 09:00"),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_a_date_is_read_in_the_voices_of_many_writers(text, expected):
    assert read(text) == expected
