"""What an activity is called, as other people's mails tell it: a subject, a text, and the name to type over."""

import pytest

from intake.extract import extract
from intake.extract.draft import draft
from intake.extract.grades import SAID
from tests.extract.letters import letter

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\n"


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        (
            "actieweek",
            "Beste collega's,\n\nOp dinsdag 9 mei organiseren wij voor de Landelijke Actieweek Thuiszitters een avond voor ouders, die we Samen sterk noemen. Aanvang 19.30 uur.",
            "Samen sterk",
        ),
        (
            "actieweek",
            "Hallo,\n\nWe doen mee met een middag in de bieb. We noemen het 'Even bijpraten' en iedereen is welkom op 10 mei om 14 uur.",
            "Even bijpraten",
        ),
        (
            "meedoen",
            "Hallo,\n\nSamen uit de kast, zo heet onze theateravond op donderdag 11 mei in De Hal. Van 20 tot 22 uur.",
            "Samen uit de kast",
        ),
        (
            "meedoen",
            "Hallo,\n\nOp 11 mei houden we een avond die de titel Niemand te veel draagt. Van 20 tot 22 uur.",
            "Niemand te veel",
        ),
        (
            "meedoen",
            "Hallo,\n\nOp 11 mei is er een debat met als motto Liever laat dan nooit. Van 20 tot 22 uur.",
            "Liever laat dan nooit",
        ),
        (
            "meedoen",
            "Hallo,\n\nOp 11 mei is er een themamiddag rond het thema Weer naar buiten. Van 14 tot 16 uur.",
            "Weer naar buiten",
        ),
        (
            "meedoen",
            'Hallo,\n\nOnder het motto "Elk kind een stoel" trekken we op 11 mei door de wijk. Van 14 tot 16 uur.',
            "Elk kind een stoel",
        ),
        (
            "meedoen",
            "Hallo,\n\nDe middag kreeg de naam Hand in hand mee en is op 11 mei van 14 tot 16 uur.",
            "Hand in hand",
        ),
        (
            "meedoen",
            "Hallo,\n\nDe voorstelling is getiteld: Achter de voordeur. Woensdag 10 mei, 20.00 uur.",
            "Achter de voordeur",
        ),
        (
            "meedoen",
            "Hallo,\n\nWij hebben onze middag De Luisterstoel gedoopt. Woensdag 10 mei, 14.00 uur.",
            "De Luisterstoel",
        ),
        (
            "meedoen",
            "Hallo,\n\nWoensdag 10 mei, 14.00 uur: Praten helpt. Zo heet het gesprek dat we met ouders willen voeren.",
            "Praten helpt",
        ),
        (
            "meedoen",
            "Hallo,\n\nOp woensdag 10 mei, 14.00 uur houden wij een bijeenkomst over schoolweigering. De werktitel is Terug bij af?",
            "Terug bij af?",
        ),
        (
            "Activiteit voor de actieweek",
            "Beste redactie,\n\nOp donderdag 11 mei geeft onze orthopedagoog een lezing (\"Wat een kind niet zegt\") in de aula. Aanvang 19.30 uur. Wij zeggen altijd: 'Ieder kind telt'.",
            "Wat een kind niet zegt",
        ),
        (
            "Bijdrage",
            "Beste redactie,\n\n'Hoe gaat het echt met jou?' is een fototentoonstelling die wij van 8 t/m 12 mei laten zien in het gemeentehuis.",
            "Hoe gaat het echt met jou?",
        ),
        (
            "Bijdrage",
            "Beste redactie,\n\nGraag geven wij ‘Over de drempel’ op voor de agenda: een inloopochtend voor ouders op 9 mei, 9 tot 11 uur.",
            "Over de drempel",
        ),
        (
            "Bijdrage",
            "Geachte heer, mevrouw,\n\nHet woord 'thuiszitter' gebruiken we liever niet. Op 9 mei, 9 tot 11 uur is er de workshop \"Kijk me aan\". Daarna zeggen we 'tot ziens'.",
            "Kijk me aan",
        ),
        (
            "Bijdrage",
            "Geachte heer, mevrouw,\n\nOp 9 mei van 9 tot 11 uur geven wij de workshop Kijk me aan voor mentoren van het vmbo.",
            "Kijk me aan",
        ),
        (
            "Bijdrage",
            "Geachte heer, mevrouw,\n\nOp 9 mei draait bij ons de documentaire Stille dagen, over een meisje dat niet meer naar school gaat. Aanvang 20 uur.",
            "Stille dagen",
        ),
        (
            "Bijdrage",
            "Geachte heer, mevrouw,\n\nDe expositie Ongezien van leerlingen van het vso hangt van 8 tot en met 12 mei in de hal.",
            "Ongezien",
        ),
        (
            "wijziging",
            "Hoi,\n\nOnze wandeling Buiten is het fijn op vrijdag 12 mei begint niet om 10 uur maar om 11 uur.",
            "Buiten is het fijn",
        ),
        (
            "Bijdrage",
            "Hoi,\n\nOp 9 mei is bij ons het Ouderontbijt van 8.30 tot 9.30 uur, over naar school durven.",
            "Ouderontbijt",
        ),
        (
            "Bijdrage",
            "Hoi,\n\nDe leerplichtambtenaren houden op 9 mei het Grote Verzuimdebat. Aanvang 16 uur.",
            "Grote Verzuimdebat",
        ),
        (
            "flyer",
            "Beste mensen,\n\nGraag plaatsen:\n\nNiet alleen thuis\n\nAvond voor ouders van kinderen die niet naar school gaan\n\nDinsdag 9 mei, 19.30-21.30 uur\nDe Hal, Dorpsstraat 3, Zwolle\nGratis",
            "Niet alleen thuis",
        ),
        (
            "flyer",
            "Beste mensen,\n\nDit mag erop:\n\nDe school die wacht - lezing en gesprek\ndinsdag 9 mei, 19.30-21.30 uur\nDe Hal, Dorpsstraat 3, Zwolle\ntoegang 5 euro",
            "De school die wacht",
        ),
        (
            "flyer",
            "Beste mensen,\n\nTekst:\n\nDE SCHOOL DIE WACHT\nlezing door een ervaringsdeskundige\ndi 9 mei, aanvang 19.30 uur\nDe Hal, Dorpsstraat 3, Zwolle",
            "De school die wacht",
        ),
        (
            "flyer",
            "PERSBERICHT\n\nBaarn, 7 februari 2017\n\nLeerlingen bouwen lege klas op de Markt\n\nOp woensdag 10 mei bouwen leerlingen van het Vondel College tussen 12.00 en 14.00 uur een lege klas op de Markt in Baarn.",
            "Leerlingen bouwen lege klas op de Markt",
        ),
        (
            "flyer",
            "Dag,\n\n** Warme stoel **\nEen gespreksmiddag voor jongeren\nWo 10 mei 14-16 uur\nBuurthuis De Ark, Zeist",
            "Warme stoel",
        ),
        (
            "flyer",
            "Dag,\n\nWarme stoel: een gespreksmiddag voor jongeren\nWo 10 mei 14-16 uur\nBuurthuis De Ark, Zeist",
            "Warme stoel",
        ),
        (
            "form",
            "Naam activiteit: Uit de put\nSoort activiteit: workshop\nDatum: 9 mei\nTijd: 10.00-12.00\nLocatie: De Hal, Zwolle",
            "Uit de put",
        ),
        (
            "form",
            "Wat: workshop 'Uit de put'\nWanneer: 9 mei\nTijd: 10.00-12.00\nWaar: De Hal, Zwolle",
            "Uit de put",
        ),
        (
            "form",
            "Wat: Uit de put, een workshop voor ouders en leerkrachten die anders willen kijken\nWanneer: 9 mei\nTijd: 10.00-12.00\nWaar: De Hal, Zwolle",
            "Uit de put",
        ),
        (
            "form",
            "Wat? Koffieochtend voor ouders\nWanneer? 9 mei\nWaar? De Hal, Zwolle",
            "Koffieochtend voor ouders",
        ),
        (
            "form",
            "Thema: Uit de put\nWat: een studiemiddag met lezingen\nWanneer: 9 mei\nWaar: De Hal, Zwolle",
            "Uit de put",
        ),
        (
            "form",
            "1. Naam van de activiteit\nUit de put\n\n2. Datum en tijd\n9 mei, 10-12 uur\n\n3. Locatie\nDe Hal, Zwolle",
            "Uit de put",
        ),
        (
            "Uit de put, workshop op 9 mei (Landelijke Actieweek Thuiszitters)",
            "Dag,\n\nZie de gegevens in de bijlage.",
            "Uit de put, workshop",
        ),
        (
            "Aanmelding Landelijke Actieweek Thuiszitters: Uit de put",
            "Dag,\n\nOp 9 mei van 10 tot 12 uur doen wij mee in Baarn.",
            "Uit de put",
        ),
        (
            "Fwd: RE: Landelijke Actieweek Thuiszitters - workshop Uit de put - 9 mei",
            "Dag,\n\nOp 9 mei van 10 tot 12 uur doen wij mee in Baarn.",
            "Workshop Uit de put",
        ),
        (
            "UIT DE PUT! in de Actieweek Thuiszitters",
            "Dag,\n\nOp 9 mei van 10 tot 12 uur doen wij mee in Baarn met Uit de put.",
            "Uit de put!",
        ),
        (
            "Landelijke Actieweek Thuiszitters | SWV De Brug | netwerklunch 9 mei",
            "Dag,\n\nOp 9 mei van 12 tot 13 uur is onze netwerklunch in Baarn.",
            "Netwerklunch",
        ),
        (
            "Agenda-item actieweek thuiszitters: inloopspreekuur",
            "Dag,\n\nOp 9 mei van 12 tot 13 uur kan iedereen bij ons terecht.",
            "Inloopspreekuur",
        ),
        (
            "Onze bijdrage aan de Landelijke Actieweek Thuiszitters",
            "Dag,\n\nOp 9 mei van 12 tot 13 uur is er een inloopspreekuur leerplicht in ons kantoor.",
            "Inloopspreekuur leerplicht",
        ),
        (
            "Aanmelding activiteit actieweek thuiszitters",
            "Dag,\n\nWij organiseren op woensdag 10 mei van 14.00 tot 16.00 uur een inloopmiddag voor ouders van thuiszitters. Iedereen is welkom.",
            "Inloopmiddag voor ouders van thuiszitters",
        ),
        (
            "Aanmelding activiteit actieweek thuiszitters",
            "Dag,\n\nWij houden op woensdag 10 mei van 14.00 tot 16.00 uur een themabijeenkomst over schoolverzuim in het basisonderwijs. Iedereen is welkom.",
            "Themabijeenkomst over schoolverzuim",
        ),
        (
            "Annulering netwerklunch 9 mei",
            "Dag,\n\nHelaas gaat de netwerklunch in de Landelijke Actieweek Thuiszitters op 9 mei niet door.",
            "Netwerklunch",
        ),
        (
            "GEANNULEERD: Uit de put",
            "Dag,\n\nHelaas gaat Uit de put (9 mei, Landelijke Actieweek Thuiszitters) niet door.",
            "Uit de put",
        ),
        (
            "Verplaatst: lezing Uit de put naar 11 mei",
            "Dag,\n\nDe lezing Uit de put in de Landelijke Actieweek Thuiszitters is niet op 9 maar op 11 mei.",
            "Uit de put",
        ),
        (
            "Correctie tijdstip studiemiddag ‘Uit de put’",
            "Dag,\n\nDe studiemiddag in de Landelijke Actieweek Thuiszitters begint om 13.30 uur.",
            "Studiemiddag ‘Uit de put’",
        ),
        (
            "meedoen",
            "Hoi,\n\nWij organiseren op 9 mei iets voor jongeren: De Uitlaatklep. Van 14 tot 16 uur mag je bij ons komen schreeuwen.",
            "De Uitlaatklep",
        ),
        (
            "meedoen",
            "Hoi,\n\nWij openen de week op 8 mei om 10 uur met Stoelenparade, een optocht van lege stoelen door het dorp.",
            "Stoelenparade",
        ),
        (
            "meedoen",
            "Hoi,\n\nOp 9 mei om 10 uur is er 'Koffie & koek', een inloop voor ouders.",
            "Koffie & koek",
        ),
        (
            "meedoen",
            "Hoi,\n\nGraag vragen wij aandacht voor ons webinar Verzuim voorkomen (9 mei, 12.00-13.00 uur, via Teams).",
            "Verzuim voorkomen",
        ),
        (
            "meedoen",
            "Hoi,\n\nDinsdag 9 mei: Ouderavond 'Moet dat nou?', 19.30 uur, De Hal in Zeist.\nDat is onze bijdrage.",
            "Moet dat nou?",
        ),
        (
            "meedoen",
            "Hoi,\n\nHet symposium op 9 mei heet dit jaar Van verzuim naar vertrouwen en begint om 9 uur.",
            "Van verzuim naar vertrouwen",
        ),
        (
            "Voor de toolbox",
            'Beste redactie,\n\nHierbij de poster "Wij missen je" voor de toolbox van de actieweek thuiszitters. Vrij te gebruiken.',
            "Wij missen je",
        ),
        (
            "Filmpje Thuis is geen school",
            "Beste redactie,\n\nBij deze het filmpje dat wij maakten, voor de toolbox van de actieweek thuiszitters.",
            "Filmpje Thuis is geen school",
        ),
        ("Actieweek Thuiszitters", "Dag,\n\nKunt u ons vertellen of er op 9 mei iets is in Baarn?", None),
        (
            "Deelname actieweek",
            "Beste allemaal,\n\nIn het kader van de Landelijke Actieweek Thuiszitters nodigen wij iedereen uit voor 'Thuis in de klas'. Dit is een middag vol verhalen, muziek en hapjes op woensdag 10 mei van 13.00 tot 16.00 uur.",
            "Thuis in de klas",
        ),
        (
            "Actieweek",
            "Goedemiddag,\n\nHet wijkteam en basisschool De Regenboog slaan de handen ineen. Op dinsdag 9 mei van 9.00 tot 11.00 uur staat de deur van ons Ouderkamercafé wagenwijd open.",
            "Ouderkamercafé",
        ),
        (
            "Persbericht: Schrijver Bas Vermeer leest voor in Dordrecht",
            "Beste redactie,\n\nSchrijver Bas Vermeer leest op donderdag 11 mei om 15.00 uur voor uit zijn boek in de bibliotheek, tijdens de Landelijke Actieweek Thuiszitters.",
            "Schrijver Bas Vermeer leest voor in Dordrecht",
        ),
        (
            "Voor de kalender van de Landelijke Actieweek Thuiszitters",
            "Hoi team,\n\n- Titel: Prikkels de baas\n- Wanneer: 9 mei 10-12u\n- Waar: Het Anker",
            "Prikkels de baas",
        ),
        (
            "Voor de kalender van de Landelijke Actieweek Thuiszitters",
            "Hoi team,\n\nTitel\tPrikkels de baas\nWanneer\t9 mei 10-12u\nWaar\tHet Anker",
            "Prikkels de baas",
        ),
        (
            "aanmelding",
            "Naam organisatie: Stichting Het Anker\nNaam van de activiteit: Open tafel\nDatum: 9 mei\nTijd: 18:00 - 20:00\nToelichting: samen eten",
            "Open tafel",
        ),
        (
            "Open avond Stichting Het Anker tijdens Landelijke Actieweek Thuiszitters",
            "Dag,\n\nOp 9 mei van 19 tot 21 uur kan iedereen bij ons terecht.",
            "Open avond Stichting Het Anker",
        ),
        (
            "inloopuur",
            "Dag,\n\nOp 9 mei van 19 tot 21 uur hebben we inloopuur leerrecht in de Landelijke Actieweek Thuiszitters.",
            "Inloopuur",
        ),
        (
            "Wij doen mee!!",
            "Hallo!!\n\nWij doen mee met de actieweek met een groot buitenfeest op 10 mei, 14-17u, op ons plein. Het feest heet Weer Samen Naar Buiten!!",
            "Weer Samen Naar Buiten!",
        ),
        (
            "actieweek",
            "Dag,\n\nVoor docenten verzorgen wij op dinsdag 9 mei, 15.30-17.00 uur, de training Herkennen en handelen. In de training leer je signalen zien.",
            "Herkennen en handelen",
        ),
        (
            "actieweek",
            "Dag,\n\nVoor docenten verzorgen wij op dinsdag 9 mei, 15.30-17.00 uur, een training in motiverende gespreksvoering. In de training leer je luisteren.",
            "Training in motiverende gespreksvoering",
        ),
        (
            "actieweek",
            "Dag,\n\nOp dinsdag 9 mei, 15.30-17.00 uur bespreken wij met schoolbesturen de cijfers. Onderwerp van de netwerkbijeenkomst: van melding naar maatwerk.",
            "Van melding naar maatwerk",
        ),
        (
            "webinar 11 mei",
            "Dag,\n\nGraag jullie aandacht voor het webinar ‘Hoogbegaafd en thuis: wat nu?’ dat we op 11 mei om 20.00 uur uitzenden. Het webinar is gratis. De deelnemers van vorig jaar noemden het 'een eye-opener'.",
            "Hoogbegaafd en thuis: wat nu?",
        ),
        (
            "theater",
            "Dag,\n\nJongeren van onze groep spelen op vrijdag 12 mei om 20.00 uur hun voorstelling ‘(On)zichtbaar’ in Theater De Kring.",
            "(On)zichtbaar",
        ),
        (
            "theater",
            "(On)zichtbaar\n\nEen voorstelling van en door jongeren\n\nVrijdag 12 mei, 20.00 uur\nTheater De Kring, Dordrecht\nEntree: € 5",
            "(On)zichtbaar",
        ),
        (
            "Aankondiging: 5 dagen, 5 wandelingen",
            "Dag,\n\nVan 8 t/m 12 mei wandelen we elke dag om 12 uur een rondje met ouders. Start: Havenweg 9, Dordrecht. Meedoen is gratis.",
            "5 dagen, 5 wandelingen",
        ),
        (
            "Bijdrage Het Anker",
            "Dag,\n\n1) Wat: Lunchlezing ‘Slapen en school’\n2) Wanneer: 10 mei 12.30-13.15\n3) Waar: Havenweg 9",
            "Slapen en school",
        ),
        (
            "Bijdrage Het Anker",
            "Dag,\n\nWat: wij organiseren een lunchlezing over slaap en school\nWanneer: 10 mei 12.30-13.15\nWaar: Havenweg 9",
            "Wij organiseren een lunchlezing over slaap en school",
        ),
        (
            "Fwd: aankondiging",
            "Dag,\n\nHierbij:\n\nDE KRACHT VAN NIET MOETEN\n\nInteractieve workshop voor ouders en professionals\n10 mei 2017 | 19.30 - 21.30 uur | Het Anker, Havenweg 9, Dordrecht\n\nWat als je kind niet meer wil? In deze workshop ontdek je wat helpt.",
            "De kracht van niet moeten",
        ),
        (
            "RE: RE: vraag over thuiszittersweek",
            "Dag,\n\nZoals afgesproken hier de gegevens: Jong & Vastgelopen, 11 mei, 16.00-18.00 uur, Het Anker, Havenweg 9 in Dordrecht. Een gespreksmiddag voor jongeren.",
            "Jong & Vastgelopen",
        ),
        (
            "Uitnodiging Regionale Thuiszitterstafel",
            "Beste relatie,\n\nHierbij nodigen wij u uit voor de Regionale Thuiszitterstafel op 9 mei van 10.00 tot 12.00 uur in Dordrecht.",
            "Regionale Thuiszitterstafel",
        ),
        (
            "actie",
            "Dag,\n\nOnze leerlingen organiseren op 12 mei de actie Schoenen op het Plein: elk paar schoenen staat voor een leerling die thuiszit. Van 10 tot 12 uur op het Stadsplein.",
            "Schoenen op het Plein",
        ),
        (
            "Gewijzigd: locatie Ouderavond 'Rust in huis'",
            "Dag,\n\nDe ouderavond van 9 mei in de Landelijke Actieweek Thuiszitters is niet in de aula maar in de bibliotheek.",
            "Ouderavond 'Rust in huis'",
        ),
        (
            "Het gaat door!",
            "Dag,\n\nGoed nieuws: ons symposium 'Leren mag ook anders' (10 mei) gaat toch door. Alleen de aanvangstijd verandert: 13.30 uur.",
            "Leren mag ook anders",
        ),
        (
            "Actieweek",
            "Dag,\n\nWe hebben op de basisschool een juf, juf Els, die op 9 mei een middag 'knutselen en kletsen' doet. Van 14.00 tot 15.30 uur.",
            "Knutselen en kletsen",
        ),
        (
            "Actieweek",
            "Dag,\n\nOp maandagavond 8 mei vertellen Karin en Joost, ouders van een thuiszitter, hun verhaal tijdens een lezing in de bibliotheek. Aanvang 20.00 uur.",
            "Lezing",
        ),
        (
            "Buurtmaaltijd op 11 mei: schuif aan",
            "Dag,\n\nIn de Landelijke Actieweek Thuiszitters koken we op 11 mei om 18 uur voor en met gezinnen uit de wijk.",
            "Buurtmaaltijd",
        ),
        (
            "Materiaal: poster 'Elke stoel telt'",
            "Hoi,\n\nHierbij een poster voor de toolbox van de Landelijke Actieweek Thuiszitters.",
            "Elke stoel telt'",
        ),
        (
            "Toolbox",
            "Hoi,\n\nVoor de toolbox van de Landelijke Actieweek Thuiszitters: onze podcastserie ‘Binnenstebuiten’ staat online op www.hetanker.nl/podcast.",
            "Binnenstebuiten",
        ),
        (
            "actieweek",
            "Dag,\n\n*Wat?* Spelletjesmiddag *Samen aan zet*\n*Wanneer?* 10 mei, 14 uur\n*Waar?* Het Anker",
            "Spelletjesmiddag *Samen aan zet",
        ),
        (
            "actieweek",
            "Dag,\n\nEVENEMENT : Kom maar kijken\nDATUM : 10 mei\nTIJD : 14 uur\nPLAATS : Het Anker",
            "Kom maar kijken",
        ),
        (
            "actieweek",
            "Dag,\n\nIk meld graag aan: de filmavond Kind in de knel (wo 10 mei, 20 uur, Het Anker).",
            "Kind in de knel",
        ),
        (
            "actieweek",
            "Dag,\n\nDonderdag 11 mei\nMoedercafé in Het Anker\n10.00 - 11.30 uur\nGratis, met oppas",
            "Moedercafé in Het Anker",
        ),
        (
            "actieweek",
            'Dag,\n\nMet de titel "Een stoel te weinig" brengen wij op 9 mei vanaf 19.30 uur een theatercollege.',
            "Een stoel te weinig",
        ),
        (
            "actieweek",
            "Dag,\n\nOp 9 mei vanaf 19.30 uur houden wij een theatercollege, 'Een stoel te weinig' geheten.",
            "Een stoel te weinig",
        ),
        (
            "actieweek",
            'Dag,\n\n"Zonder school geen toekomst?" Onder die prikkelende titel gaan we op 9 mei vanaf 19.30 uur in debat met wethouders.',
            "Zonder school geen toekomst?",
        ),
    ],
)
def test_the_name_is_the_one_that_most_speaks_for(subject, text, expected):
    read = letter(text + SIGNED, subject=subject)
    title = draft(read, extract(read)).values.get("title")
    assert (title.value if title else None) == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Op 9 mei om 14 uur houden wij de lezing ‘Stil zitten helpt niet’ in De Hal.", True),
        ("Op 9 mei om 14 uur houden wij de lezing Stil zitten helpt niet in De Hal.", False),
        (
            "Op 9 mei om 14 uur houden wij de lezing Stil zitten helpt niet.\n\nWelkom bij Stil zitten helpt niet!",
            True,
        ),
    ],
)
def test_a_name_is_sure_in_quotes_or_where_it_stands_twice(text, sure):
    read = letter("Dag,\n\n" + text + SIGNED, subject="actieweek")
    title = draft(read, extract(read)).values["title"]
    assert (title.value, title.confidence >= SAID) == ("Stil zitten helpt niet", sure)
