"""Forty voices: what mails that resemble no other call their activity, and what is done there."""

import pytest

from intake.extract import extract
from intake.extract.draft import draft
from tests.extract.letters import letter

SIGNED = "\n\nMet vriendelijke groet,\n\nNoor Dekker\nSWV De Brug\nKerkstraat 9, 1234 AB Baarn\n"


@pytest.mark.parametrize(
    ("subject", "text", "titles", "kinds"),
    [
        (
            "actieweek",
            "Beste collega's,\n\nOnder de noemer Thee & Taal schenken we op dinsdag 9 mei van 10 tot 12 uur in de ontmoetingsruimte. Ouders kunnen binnenlopen wanneer het uitkomt.",
            ["Thee & Taal"],
            ["inloop"],
        ),
        (
            "bijdrage",
            "Hallo,\n\nMet als titel Soep en Stilte openen wij op woensdag 10 mei om 17 uur onze keuken voor gezinnen uit de wijk. Samen koken, samen eten.",
            ["Soep en Stilte"],
            ["actie", "bijeenkomst", "overig", "inloop"],
        ),
        (
            "Activiteit",
            "Beste mensen,\n\nOp maandag 8 mei lopen we met zijn allen in stilte van het station naar het stadhuis. Vertrek 13.00 uur.\n\nWe noemen het De Lange Adem.",
            ["De Lange Adem"],
            ["actie"],
        ),
        (
            "Terug naar school, maar hoe?",
            "Beste redactie,\n\nOp 9 mei houden wij een ouderavond over terugkeer. Aanvang 20.00 uur.",
            ["Terug naar school, maar hoe?"],
            ["bijeenkomst"],
        ),
        (
            "Actieweek Thuiszitters: Rust, reinheid en rooster",
            "Beste redactie,\n\nOp 9 mei om 14 uur geven wij een training voor mentoren. Kosten 20 euro.",
            ["Rust, reinheid en rooster"],
            ["training"],
        ),
        (
            "Leren van elkaar",
            "Beste redactie,\n\nGraag kondigen wij aan: Casuscarrousel, vier tafels, vier verhalen, waarbij je steeds doorschuift. Woensdag 10 mei van 9.00 tot 12.00 uur in Amersfoort.",
            ["Casuscarrousel", "Casuscarrousel, vier tafels, vier verhalen", "Leren van elkaar"],
            [],
        ),
        (
            "voor de toolbox",
            "Dag Marlies,\n\nWij hebben een werkblad gemaakt: Mijn veilige plek. Je mag het gratis gebruiken, het zit in de bijlage.",
            ["Mijn veilige plek"],
            [],
        ),
        (
            "Toolbox: podcast",
            "Hallo,\n\nGraag delen wij onze podcast De bank en ik voor jullie toolbox. Te beluisteren via https://podcast.example.nl/bank.",
            ["De bank en ik"],
            [],
        ),
        (
            "filmpje",
            "Hallo allemaal,\n\nHierbij de link naar het filmpje Zonder mij is het stil, dat onze leerlingen maakten. https://youtu.be/abc123 . Het mag in de toolbox.",
            ["Zonder mij is het stil"],
            [],
        ),
        (
            "Foto's van de slotdag",
            "Dag Marlies,\n\nZoals beloofd wat foto's van onze vliegermiddag op het strand. Iedereen vindt het goed dat ze op de site komen.",
            [
                "Foto's van de slotdag",
                "Foto's van onze vliegermiddag",
                "Vliegermiddag",
                "Foto's vliegermiddag",
                "Slotdag",
            ],
            [],
        ),
        (
            "handreiking verzuimgesprek",
            "Beste Marlies,\n\nIn de bijlage onze handreiking voor het verzuimgesprek, vrij te gebruiken voor de toolbox.",
            ["Handreiking verzuimgesprek", "Handreiking voor het verzuimgesprek"],
            [],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp donderdag 11 mei kun je bij ons binnenlopen tussen 14 en 16 uur. Onze leerplichtambtenaar en een ouder zitten klaar voor al je vragen.",
            [],
            ["inloop"],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp donderdag 11 mei van 14 tot 16 uur leren ouders in twee uur hoe je een eerlijk gesprek voert. Onder leiding van een trainer. Het heet Eerlijk zullen we praten.",
            ["Eerlijk zullen we praten"],
            [],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp dinsdag 9 mei schilderen leerlingen en wethouder samen een muur bij het station. Van 13 tot 15 uur.",
            [],
            ["actie"],
        ),
        (
            "actieweek",
            "Hallo,\n\nDe hele week hangt in onze hal werk van leerlingen die thuiszitten. De titel: Door het sleutelgat. Te bekijken van 9 tot 17 uur.",
            ["Door het sleutelgat"],
            ["actie"],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp dinsdag 9 mei spreekt prof. Van Dam over angst en school, 19.30 uur in de aula. Daarna gaan we in debat met de zaal.",
            [],
            ["symposium"],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp dinsdag 9 mei zitten we van 16 tot 18 uur met ouders, school en gemeente om één tafel. Wij noemen dat Aan Tafel!",
            ["Aan Tafel!", "Aan Tafel"],
            [],
        ),
        (
            "uitnodiging",
            "STICHTING DE VUURTOREN\n\nvoor ouders, door ouders\nPostbus 12, 1700 AA Heerhugowaard\n\nBetreft: fietstocht tijdens de Landelijke Actieweek Thuiszitters\n\nGeachte redactie,\n\nMet onze fietstocht Wind mee willen wij op 10 mei aandacht vragen voor thuiszitters. Wij starten om 10.00 uur bij De Molen, Molenweg 1, 1701 AB Heerhugowaard.",
            ["Wind mee"],
            ["actie"],
        ),
        (
            "Uitnodiging",
            "Gemeente Waterrijk\nAfdeling Onderwijs\n\nUitnodiging werkconferentie 'Samen naar nul'\n\nDatum: 11 mei 2017\nTijd: 9.30 - 16.00 uur\nLocatie: Raadhuis, Plein 1, Waterrijk",
            ["Samen naar nul", "werkconferentie 'Samen naar nul'"],
            ["symposium"],
        ),
        (
            "actieweek",
            "Hoi,\n\nAnita Verbeek (orthopedagoog) vertelt op 9 mei om 19.30 uur over hoogbegaafde thuiszitters in haar lezing Te slim voor de klas.",
            ["Te slim voor de klas"],
            ["symposium"],
        ),
        (
            "Wij doen mee!",
            "Hoi,\n\nOp dinsdag 9 mei doen we van half acht tot negen in de kantine 'Zeg het maar', een avond waarop pubers en ouders elkaar vragen stellen.",
            ["Zeg het maar"],
            ["bijeenkomst"],
        ),
        (
            "meedoen",
            "Hoi,\n\nvrijdag 12 mei zetten wij een rode bank op de markt. Wie gaat zitten hoort een verhaal van een jongere. Van 11 tot 15 uur. De actie heet Schuif eens op.",
            ["Schuif eens op"],
            ["actie"],
        ),
        (
            "Toneelstuk",
            "Beste redactie,\n\nTheatergroep Plank speelt op 11 mei om 20.15 uur in De Schuur haar nieuwe stuk: Kamer zonder deur. Voor iedereen vanaf 14 jaar.",
            ["Kamer zonder deur"],
            ["actie"],
        ),
        (
            "aanvulling",
            "Hoi Marlies, nog een aanvulling op mijn mail over Stoel over (10 mei): de zaal is nu bekend, het wordt de Grote Zaal van De Pul in Uden. Kun je dat toevoegen?",
            ["Stoel over"],
            [],
        ),
        (
            "wijziging",
            "Beste Marlies,\n\nOnze activiteit Kop op van 9 mei gaat niet door. Kun je die van de agenda halen?",
            ["Kop op"],
            [],
        ),
        (
            "actieweek",
            "Beste Marlies,\n\nWat: mentorencafé\nWanneer: donderdag 11 mei, 16.00 uur\nWaar: Grand Café Zus, Hoofdstraat 3, Zeist\nVoor wie: mentoren vo",
            ["Mentorencafé"],
            ["bijeenkomst"],
        ),
        (
            "FW: Blijf je?",
            "Zie hieronder.\n\nVan: Els Bos <els@bos.nl>\nVerzonden: maandag 3 april 2017 10:00\nOnderwerp: Blijf je?\n\nBeste allemaal,\n\nOp 9 mei geven we weer een middag voor docenten over de eerste dag terug. Van 14 tot 17 uur in het Koetshuis. We oefenen met acteurs.",
            ["Blijf je?"],
            ["training", "bijeenkomst"],
        ),
        (
            "actieweek",
            "Hallo,\n\nVoor het derde jaar: Beweegreden! Een klimmiddag voor jongeren van 12 tot 16, donderdag 11 mei om 14.00 uur in Klimhal Top.",
            ["Beweegreden!", "Beweegreden"],
            ["actie", "bijeenkomst", "training"],
        ),
        (
            "actieweek",
            "Hallo,\n\nOp donderdag 11 mei om 20.00 uur chatten onze opvoeders live met ouders onder de titel Vraag maar raak.",
            ["Vraag maar raak"],
            [],
        ),
        (
            "actieweek",
            "Geachte redactie,\n\nNamens het Samenwerkingsverband Rijn & Venen nodig ik u uit voor:\n\nVan aanwezig naar erbij horen\n\neen middag over verbinding, op dinsdag 9 mei, 13.30-16.30 uur in Stadskasteel Oudaen, Utrecht.",
            ["Van aanwezig naar erbij horen"],
            ["bijeenkomst"],
        ),
        (
            "actieweek",
            "Beste mensen,\n\nIn de bijlage het affiche van onze voorstelling.\n\n*** De jongen die thuis bleef ***\nwoensdag 10 mei, 19.30 uur\nTheater De Klif, Havenstraat 2, Den Helder",
            ["De jongen die thuis bleef"],
            ["actie"],
        ),
        (
            "mini-college",
            "Beste Marlies,\n\nOp 10 mei om 12.30 uur organiseert Hogeschool Zuidrand een online lunchcollege: 'Gezien worden'. Deelname via Teams.",
            ["Gezien worden"],
            ["webinar"],
        ),
        (
            "actieweek",
            "Dag,\n\nWij houden Open Atelier. Zo'n middag lang kun je komen knutselen. 10 mei vanaf 13 uur tot 16 uur.",
            ["Open Atelier"],
            ["inloop"],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Op 9 mei lopen we met z'n allen naar het stadhuis. Daarom heet het ook de Tafelronde, maar dan zonder tafel.",
            ["Tafelronde"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Onze leerlingen hebben een stuk gemaakt. Het heet Leegte en duurt een half uur. We spelen het op 9 mei om 20 uur.",
            ["Leegte"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Wij nodigen u uit voor onze studiemiddag Kleine stappen, grote sprongen op dinsdag 9 mei om 13 uur in De Hal in Epe.",
            ["Kleine stappen, grote sprongen"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Wat: Niemand aan de zijlijn, themamiddag voor mentoren en decanen\nWanneer: 9 mei, 14 uur\nWaar: De Hal, Epe",
            ["Niemand aan de zijlijn"],
            [],
        ),
        (
            "Themamiddag",
            "LS, wij doen mee: di 9 mei 14.00u themamiddag over langdurig verzuim in het buurthuis. Aanmelden hoeft niet.",
            ["Themamiddag over langdurig verzuim"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Op woensdag 10 mei is bij ons de 'Dag van de Lege Stoel'. Kom kijken tussen 9 en 12.",
            ["Dag van de Lege Stoel"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Dinsdag 9 mei: Open Podium Buitenlui. Jongeren zingen, rappen en vertellen. Vanaf 19.00 uur in De Loods.",
            ["Open Podium Buitenlui"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Workshop\nVan nee naar misschien\nDinsdag 9 mei, 13.30 uur\nDe Hal, Kerkstraat 4, Epe",
            ["Van nee naar misschien"],
            [],
        ),
        ("Landelijke Actieweek Thuiszitters", "Graag plaatsen op 9 mei, met foto: Jan Pel.", [], []),
        (
            "Landelijke Actieweek Thuiszitters",
            "Wij zijn zes gezinnen uit Epe, Vaassen en Emst en wij noemen ons De Lange Adem. Op 9 mei om 10 uur lopen we een rondje.",
            [],
            [],
        ),
        (
            "actieweek",
            "Lezers van de nieuwsbrief,\n\nOp 9 mei om 14 uur in de raadzaal: de themamiddag 'Wie mist wie?'.",
            ["Wie mist wie?"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Op 9 mei luiden wij om 9 uur de noodklok. We noemen het de Wekker.",
            ["Wekker"],
            [],
        ),
        (
            "Landelijke Actieweek Thuiszitters",
            "Op woensdag 10 mei om 13.00 uur geven mijn collega en ik de training Praten zonder\noordeel, voor leerkrachten.",
            ["Praten zonder oordeel"],
            [],
        ),
        (
            "Actieweek",
            "Hoi, wij doen mee! Do 11 mei van 14.00 tot 15.30 gratis boksles in de sporthal, neem een vriend mee.",
            ["Boksles"],
            ["training"],
        ),
    ],
)
def test_a_name_begins_and_ends_where_its_writer_means_it(subject, text, titles, kinds):
    """Where no name is told, none may be sure; a list names readings that are each right."""
    read = letter(text + SIGNED, subject=subject)
    values = draft(read, extract(read)).values
    title, kind = values.get("title"), values.get("activity_type")
    if titles:
        assert title is not None
        assert title.value in titles
    else:
        assert title is None or title.confidence < 0.9
    if kinds:
        assert kind is not None
        assert kind.value in kinds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Dag Marlies,\n\nWij doen mee op 9 mei van 10 tot 12 uur.", "Marlies"),
        ("STICHTING DE VUURTOREN\n\nOp 9 mei van 10 tot 12 uur doen wij mee.", "Stichting de vuurtoren"),
        ("Hallo,\n\nOp 9 mei organiseert De Brug een middag voor ouders, 14 uur.", "De Brug"),
        ("Activiteit B\nDatum: 9 mei\nTijd: 10 uur", "Activiteit B"),
        ("Webinar\n9 mei, 10.00 uur\nonline", "Webinar"),
        ("Wat\tWaar\tWanneer\nGesprek\tKerkstraat 9, 1234 AB Baarn\t9 mei", "Kerkstraat 9, 1234 AB Baarn"),
    ],
)
def test_a_letterhead_a_greeting_and_an_address_are_never_sure_to_be_the_name(text, wrong):
    read = letter(text + SIGNED, subject="actieweek")
    title = draft(read, extract(read)).values.get("title")
    assert title is None or title.value != wrong or title.confidence < 0.9


@pytest.mark.parametrize(
    ("subject", "text", "expected"),
    [
        (
            "actieweek",
            "Op 9 mei is er een middag voor jongeren. De middag heet Schone\nhanden. Kom je ook?",
            "Schone handen",
        ),
        ("actieweek", "Op 9 mei wandelen we. Noem het maar 'Rondje om'.", "Rondje om"),
        ("actieweek", "Op 9 mei wandelen we. ‘Frisse wind’ hebben we dat genoemd.", "Frisse wind"),
        (
            "actieweek",
            "Op 9 mei is er een inloop in leescafé De Letter, Markt 4. De inloop heet Vraag maar raak.",
            "Vraag maar raak",
        ),
        (
            "Bosfeest en de Landelijke Actieweek Thuiszitters",
            "Op 9 mei van 10 tot 12 uur is er iets te doen.",
            "Bosfeest",
        ),
    ],
)
def test_a_name_is_whole_and_holds_no_more(subject, text, expected):
    read = letter(text + SIGNED, subject=subject)
    assert draft(read, extract(read)).values["title"].value == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Even op adem. Datum: 9 mei. Plaats: De Hal", "Even op adem"),
        ('"Even op adem" - een workshop voor ouders', "Even op adem"),
        ("volgt nog", None),
        ("zie bijlage", None),
        ("nog niet bekend", None),
        ("Dr.", None),
    ],
)
def test_a_labelled_title_is_the_name_alone_and_nothing_where_none_is_filled_in(value, expected):
    read = letter(f"Titel: {value}\nWanneer: 9 mei om 10 uur\nWaar: De Hal" + SIGNED, subject="aanmelding")
    title = draft(read, extract(read)).values.get("title")
    assert (title.value if title else None) == expected
