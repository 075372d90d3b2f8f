"""Many activities told by many writers: in rows, bullets, paragraphs and sentences; and one that looks like many."""

import pytest

from intake.extract.split import split
from tests.extract.letters import letter

VOICES = [
    (
        3,
        "Maandag 8 mei beginnen we met een leescafé (9.30-11.00 uur). Dinsdag 9 mei is er een lezing over rouw (19.30-21.00 uur). Vrijdag 12 mei sluiten we af met een spelmiddag (14.00-16.00 uur).",
    ),
    (
        2,
        "Ten eerste verzorgt ons team een cursusochtend voor mentoren. Die staat gepland op dinsdag 9 mei, van 9.15 tot 12.15 uur.\n\nTen tweede brengen de leerlingen op vrijdag 12 mei hun toneelstuk op de planken. Het doek gaat om twee uur op.",
    ),
    (
        3,
        "Dag\tTijd\tWat\tWaar\nma 8 mei\t10.00\tLeescafé\tBieb, Ede\n\t14.00\tVoorleesmiddag\tDe Hal, Ede\ndi 9 mei\t15.00\tWorkshop\tDe Kom, Ede",
    ),
    (
        3,
        "Tijd\tWat\tWaar\nMaandag 8 mei\n10.00\tLeescafé\tBieb, Ede\n14.00\tVoorleesmiddag\tDe Hal, Ede\nDinsdag 9 mei\n15.00\tWorkshop\tDe Kom, Ede",
    ),
    (
        1,
        "Dag\tTijd\tOnderdeel\ndi 9 mei\t9.30\tKoffie\ndi 9 mei\t10.00\tToespraak van de wethouder\ndi 9 mei\t10.30\tLezing dr. Vos",
    ),
    (
        1,
        "Datum\tTijd\tWat\ndi 9 mei\t13.30\tWelkom\n\t14.00\tWorkshop rouw en verlies\n\t15.30\tBorrel",
    ),
    (
        3,
        "Wanneer\tTijd\tActiviteit\tVoor wie\tWaar\tMax.\nma 8 mei\t9.30-12.00\tAngst de baas\nTraining over schoolweigering\tdocenten\tKantoor, Markt 1, 1811 AA Alkmaar\t16\nwo 10 mei\t19.30-21.30\tMijn kind wil niet meer\nThema-avond\touders\tDe Horst, Middelweg 2, Heerhugowaard\t40\ndo 11 mei\t15.00-16.00\tVraag het maar\nChatspreekuur\tiedereen\tonline\t-",
    ),
    (
        2,
        'Activiteit\tDatum en tijd\tLocatie\nOuderavond "Thuis"\t9 mei\n19.30 - 21.00 uur\tAula\nKerkstraat 4, Epe\nWorkshop voor mentoren\t11 mei\n14.00 - 16.00 uur\tLokaal 12\nKerkstraat 4, Epe',
    ),
    (
        3,
        "ma 8 mei\t10.00 uur\tOpening tentoonstelling\tStadhuis, Ede\nwo 10 mei\t14.00 uur\tTheaterstuk Weg\tDe Schouw, Ede\nvr 12 mei\t12.00 uur\tNetwerklunch\tDe Hal, Ede",
    ),
    (
        2,
        "Datum\tTijd\tWat\tWaar\n9 mei\t10.00\tLeescafé\tBibliotheek\n\n10 mei\t14.00\tVoorleesmiddag\tBibliotheek",
    ),
    (
        2,
        "WAT            WANNEER              WAAR\nLeescafé       di 9 mei 10.00 uur   Bibliotheek Zeist,\n               tot 12.00 uur        Markt 1\nVoorlezen      wo 10 mei 14 uur     Bibliotheek Soest",
    ),
    (
        3,
        "| Datum | Tijd | Activiteit | Locatie |\n|---|---|---|---|\n| 8 mei | 10.00 | Opening | Stadhuis |\n| 10 mei | 14.00 | Workshop ouders | De Hal |\n| 12 mei | 12.00 | Lunch | De Zaal |",
    ),
    (
        1,
        "Tijd\tOnderdeel\tSpreker\n9.30\tInloop\t\n10.00\tOpening dinsdag 9 mei\tWethouder\n11.00\tLezing\tprof. Bos\n12.30\tLunch\t",
    ),
    (
        1,
        "Datum\tTijd\tActiviteit\nma 8 mei\t9-10\tInloopspreekuur\ndi 9 mei\t9-10\tInloopspreekuur\nwo 10 mei\t13-14\tInloopspreekuur",
    ),
    (
        2,
        "Naam activiteit\tDag\tAanvang\nOuderavond\tdinsdag 9 mei\t20.00\nDocentenmiddag\tdinsdag 9 mei\t15.00",
    ),
    (
        3,
        "We trappen maandag 8 mei af met Ontbijt zonder klok: leerlingen schuiven met hun mentor aan in de kantine. Van 8.15 tot 9.00 uur.\n\nDinsdag kan iedereen een kijkje nemen in onze klas De Luwte, tussen 15.00 en 17.00 uur. Gewoon binnenlopen.\n\nDonderdag tenslotte is het Mentorencafé, 16.00-17.30 uur in lokaal 0.14.",
    ),
    (
        2,
        "Ook wij doen mee! Maandagavond 8 mei vertonen we om half acht de film Thuis in het filmhuis. Woensdagmiddag is er een gesprekstafel voor leerkrachten, van 15.00 tot 16.30 uur.",
    ),
    (
        2,
        "Hierbij onze twee activiteiten voor de week.\n\nOUDERCAFÉ\nSamen koffie drinken en praten over thuiszitten. We zien u graag op dinsdag 9 mei tussen 9 en 11 uur in wijkcentrum De Boog.\n\nLEZING\nDr. Kees Vos vertelt over angst. Donderdag 11 mei, 20.00 uur, aula Het Baken.",
    ),
    (
        2,
        "Hierbij melden wij twee bijeenkomsten aan.\n\nOp maandag 8 mei, 15.30 uur, start onze cursus voor leerkrachten in Zwolle.\nOp donderdag 11 mei, 15.30 uur, doen wij een symposium over verzuim in Meppel.",
    ),
    (
        3,
        "Wat gaan we doen?\n* Ouderavond: 8 mei, 20.00 uur, aula\n* Docentendag: 10 mei, 9.00 uur, gymzaal\n* Kinderfeest: 12 mei, 13.00 uur, plein",
    ),
    (
        2,
        '- maandag 8 mei\n  Lezing "Waarom niet?" in de bibliotheek, 20.00 uur\n- donderdag 11 mei\n  Workshop tekenen voor jongeren, 14.00 uur, Jongerencentrum',
    ),
    (
        2,
        "Maandag 8 mei\n\nOpening van de expositie 'Leeg', 15.00 uur in de hal van het stadhuis.\n\nVrijdag 12 mei\n\nDebat met raadsleden, 10.00 uur in de raadzaal.",
    ),
    (
        2,
        "Voor ouders: dinsdag 9 mei, 19.30 uur, thema-avond 'Even niet', in De Hal te Ede.\nVoor professionals: woensdag 10 mei, 13.30 uur, training 'Signaleren', in De Zaal te Ede.",
    ),
    (
        2,
        "Graag twee keer in de agenda:\n\nFilmavond\n9 mei, 20.00 uur, Filmhuis De Keizer, Markt 3, Deventer\nToegang gratis\n\nWandeling\n10 mei, 10.00 uur, vertrek bij het station van Deventer\nKosten 5 euro",
    ),
    (
        2,
        "Titel: Filmavond\nDatum: 9 mei\nTijd: 20.00\nPlaats: Deventer\n\nTitel: Wandeling\nDatum: 10 mei\nTijd: 10.00\nPlaats: Deventer",
    ),
    (
        2,
        "Naam activiteit: Filmavond\nDatum: 9 mei\nTijd: 20.00\nPlaats: Deventer\n\nNaam activiteit: Wandeling\nDatum: 10 mei\nTijd: 10.00\nPlaats: Deventer",
    ),
    (
        2,
        "Dinsdag 9 mei doen we twee dingen:\n- van 9.00 tot 11.00 uur een inloopochtend voor ouders in de koffiekamer\n- van 19.30 tot 21.00 uur een lezing voor docenten in de aula",
    ),
    (
        3,
        "1. Thema-avond voor ouders\nWe gaan in gesprek over schoolangst.\nWanneer: 8 mei 20.00 uur\n\n2. Training voor leerkrachten\nOver signalen.\nWanneer: 10 mei 14.00 uur\n\n3. Open huis\nWanneer: 12 mei 10.00 uur",
    ),
    (
        2,
        "Activiteit 1\nThema-avond voor ouders op 8 mei om 20.00 uur in de aula.\n\nActiviteit 2\nTraining voor leerkrachten op 10 mei om 14.00 uur in lokaal 3.",
    ),
    (
        2,
        "Op dinsdag 9 mei om 20.00 uur is er een ouderavond in de aula. Verder is er nog een studiemiddag voor docenten, die is op donderdag 11 mei om 13.30 uur.",
    ),
    (
        2,
        "We hebben ook een webinar, dat is woensdag 10 mei om 20.00 uur, voor ouders. Het symposium is op vrijdag 12 mei van 9.30 tot 16.00 uur in De Reehorst, Ede.",
    ),
    (
        1,
        "Op donderdag 11 mei is ons symposium 'Naar school'.\n\n's Ochtends: lezingen in de grote zaal (9.30-12.00 uur)\n's Middags: workshops in kleine groepen (13.00-16.00 uur)\n\nKosten 45 euro.",
    ),
    (
        1,
        "Voorstelling 'Kamer 4'\nwoensdag 10 mei, 20.00 uur, De Schouw in Ede\n\nDe kaartverkoop start op maandag 24 april om 10.00 uur. Kaarten kosten 10 euro.",
    ),
    (
        1,
        "Het oudercafé is op dinsdag 9 mei van 19.30 tot 21.30 uur. Aanmelden kan tot vrijdag 5 mei 12.00 uur bij Els. Op maandag 8 mei sturen we de deelnemers nog een mail met de zaal.",
    ),
    (
        1,
        "Vier ochtenden training voor ouders: maandag 8, dinsdag 9, donderdag 11 en vrijdag 12 mei, telkens van 9.30 tot 11.30 uur. De eerste ochtend gaat over slapen, de tweede over eten, de derde over school en de laatste over jezelf.",
    ),
    (
        1,
        "Training in twee delen\nDeel 1: dinsdag 9 mei, 13.00-16.00 uur\nDeel 2: donderdag 11 mei, 13.00-16.00 uur\nDe Hal, Zeist. Kosten 50 euro.",
    ),
    (
        1,
        "De wandeling van Assen naar Zwolle: op maandag 8 mei om 9.00 uur vertrekken we bij het station van Assen. Op woensdag 10 mei komen we om 16.00 uur aan op de markt van Zwolle.",
    ),
    (
        1,
        "Open lesdagen op dinsdag 9 mei van 9 tot 12 uur en op donderdag 11 mei van 13 tot 15 uur. Op dinsdag kijkt u mee in de onderbouw, op donderdag in de bovenbouw.",
    ),
    (
        1,
        "Filmavond op 10 mei, 20.00 uur. Na afloop praat wethouder Bos met de zaal. Vorig jaar, op 11 mei, hadden we een lezing met 80 bezoekers.",
    ),
    (
        1,
        "Op dinsdag 9 mei houden we open huis van 10 tot 16 uur. Om 11.00 uur is er een rondleiding, om 13.00 uur een workshop en om 15.00 uur een voorstelling van onze leerlingen.",
    ),
    (
        1,
        "Het webinar is op dinsdag 9 mei om 20.00 uur. Het webinar wordt op donderdag 11 mei om 10.00 uur herhaald.",
    ),
    (
        1,
        "Wij doen een fototentoonstelling in het gemeentehuis, van 8 tot en met 12 mei. Opening: maandag 8 mei om 15.00 uur door de wethouder. Sluiting: vrijdag 12 mei om 16.00 uur met een borrel.",
    ),
    (
        1,
        "Bijeenkomst voor intern begeleiders\n\nDatum: woensdag 10 mei\n\nProgramma:\n- 13.00 uur ontvangst\n- 13.30 uur lezing door Els Kok\n- 14.30 uur workshops\n- 16.00 uur borrel\n\nPlaats: De Hal, Zeist",
    ),
    (
        1,
        "Mijn workshop 'Thuis' geef ik twee keer: in Utrecht op dinsdag 9 mei van 10 tot 12 uur en op woensdag 10 mei van 19 tot 21 uur.",
    ),
    (
        3,
        "Op dinsdag 9 mei geven wij drie workshops in De Hal, Kerkstraat 4 in Epe:\n\nTijd\tWorkshop\tDoor\tMax.\n09.30 - 10.45\tHet eerste gesprek\tMia Pel\t20\n11.00 - 12.15\tSomber in de klas\tJan Bos\t20\n13.30 - 15.00\tSamen terug\tAda Vos\t60",
    ),
    (
        1,
        "Op dinsdag 9 mei is ons symposium in De Hal, Kerkstraat 4 in Epe:\n\nTijd\tOnderdeel\tDoor\n09.30 - 10.45\tHet eerste gesprek\tMia Pel\n11.00 - 12.15\tSomber in de klas\tJan Bos\n13.30 - 15.00\tSamen terug\tAda Vos",
    ),
    (
        1,
        "Op 9 mei om 14.00 uur geef ik een workshop voor mentoren in Epe. Op 11 mei om 10.00 uur geef ik nog een training, maar die hoeft er niet in.",
    ),
    (
        2,
        "Wij doen twee dingen:\n\n- Fototentoonstelling 'Stoelen', maandag 8 t/m vrijdag 12 mei in de hal\n- Lezing 'Thuis', dinsdag 9 mei, 19.30-21.00 uur in de zaal",
    ),
    (
        2,
        "MAANDAG 8 MEI\nStartschot op het Kerkplein in Epe, 8.45 uur.\n\nDINSDAG 9 MEI\nGeen activiteiten.\n\nWOENSDAG 10 MEI\nMasterclass Vastgelopen, 13.30-16.00 uur in De Hal, Epe.",
    ),
    (
        2,
        "2 dingen bij ons:\n\nmaandagmiddag 8/5 Knutselclub voor kinderen die thuis zitten, van 2 tot\n4. Eigen bijdrage 1,50. Er is plek voor 15.\n\nen donderdagochtend 11/5 Koffie met de maatschappelijk werkster,\nvoor ouders, tussen tien en twaalf. Dat kost niets.",
    ),
    (
        2,
        "Naast ons koffie-uurtje op maandag 8 mei van 10.00 tot 11.00 uur organiseren we ook een filmavond op vrijdag 12 mei van 19.00 tot 21.00 uur.",
    ),
    (
        2,
        "Behalve een koffie-uurtje op maandag 8 mei (10.00 - 11.00 uur) bieden wij een filmavond aan op vrijdag 12 mei (19.00 - 21.00 uur).",
    ),
    (
        2,
        "Er zijn twee bijeenkomsten: één voor leerkrachten, dinsdag 9 mei van 13.00 tot 15.00 uur, en één voor ouders, donderdag 11 mei van 19.00 tot 21.00 uur.",
    ),
    (
        2,
        "Hoi! Di 9 mei van 13 tot 15 uur: pannenkoeken bakken met thuiszitters in de schoolkeuken. Do 11 mei van 19 tot 21 uur: praatavond met ouders, ook in de keuken. Komt allen!",
    ),
    (
        2,
        "De hele week, van 8 tot en met 12 mei, hangen er in de bibliotheek tekeningen van thuiszitters. Op woensdag 10 mei van 15.00 tot 16.00 uur is er een voorleesuurtje.",
    ),
    (
        2,
        "Wij doen twee dingen. Van maandag 8 tot en met vrijdag 12 mei is in onze hal een tentoonstelling te zien met foto's van lege stoelen. Daarnaast is er op woensdag 10 mei van 15.00 tot 16.00 uur een voorleesuurtje.",
    ),
    (
        1,
        "Van 8 tot en met 12 mei is in onze hal een tentoonstelling te zien met foto's van lege stoelen. Op maandag 8 mei om 15.00 uur opent de wethouder de tentoonstelling.",
    ),
    (
        1,
        "Van 8 tot en met 12 mei hangen de tekeningen van onze leerlingen in de hal. Op woensdag 10 mei om 15.00 uur geeft Ans een rondleiding.",
    ),
    (
        2,
        '- Fotoexpositie "Leeg", 8 t/m 12 mei in de hal van het gemeentehuis\n- Lezing over schoolverzuim, donderdag 11 mei, 19.30 - 21.00 uur in de raadszaal',
    ),
    (
        2,
        "In de week van 8 t/m 12 mei staat er in de bieb een kast vol boeken over thuiszitten.\n\nOp donderdag 11 mei van 19.30 tot 21.00 uur is er bovendien een lezing over schoolverzuim.",
    ),
    (
        1,
        "De tentoonstelling hangt er nog tot en met 26 mei. Op dinsdag 9 mei van 19.30 tot 21.00 uur is er een ouderavond in dezelfde zaal.",
    ),
]


@pytest.mark.parametrize(("number", "text"), VOICES)
def test_each_activity_is_a_letter_of_its_own_whoever_tells_it(number, text):
    assert len(split(letter(f"Beste redactie,\n\n{text}\n\nGroet,\nNoor Dekker\n"))) == number
