"""Who organises, as people sign and say it: texts, senders, and the name that staff would type over."""

import pytest

from intake.extract.organisation import find_organisation
from tests.extract.letters import best, letter

GROET = "Wij doen mee op 9 mei.\n\nMet vriendelijke groet,\n\n"


@pytest.mark.parametrize(
    ("text", "sender", "expected"),
    [
        (GROET + "Noor Dekker\nintern begeleider\nobs De Molen", "Noor Dekker <n.dekker@obsdemolen.nl>", "obs De Molen"),
        (GROET + "Noor Dekker | intern begeleider | obs De Molen", "Noor Dekker <n.dekker@obsdemolen.nl>", "obs De Molen"),
        (GROET + "Noor Dekker, intern begeleider obs De Molen", "Noor Dekker <n.dekker@obsdemolen.nl>", "obs De Molen"),
        (GROET + "Noor Dekker\nIB'er CBS De Molen, Almkerk", "Noor Dekker <n.dekker@cbs-demolen.nl>", "CBS De Molen"),
        (GROET + "Noor Dekker\ndirecteur CBS De Molen, Almkerk\nTel. 0183 40 71 55", "Noor Dekker <n.dekker@gmail.com>", "CBS De Molen"),
        (GROET + "Noor Dekker\nnamens het team van kindcentrum De Molen", "Noor Dekker <n.dekker@gmail.com>", "kindcentrum De Molen"),
        (GROET + "Noor Dekker\nCSG Het Baken - locatie Trinitas", "Noor Dekker <ndk@hetbaken.nl>", "CSG Het Baken"),
        (GROET + "Noor Dekker\nVerzuimcoördinator\n\nVondel College\nonderdeel van Scholengroep Zuid", "Noor Dekker <n.dekker@vondelcollege.nl>", "Vondel College"),
        (GROET + "Noor Dekker\nDe Wilgenstee, school voor SO\nSkoallestrjitte 11", "Noor Dekker <ndekker@wilgenstee-so.nl>", ("De Wilgenstee", "De Wilgenstee, school voor SO")),
        (GROET + "Noor Dekker\nMontessorischool Bergen-Binnen\n072 - 581 63 09", "Noor Dekker <info@montessoribergen.nl>", "Montessorischool Bergen-Binnen"),
        (GROET + "Noor Dekker\nSO Het Zeepaard – cluster 4\nBergweg 6, 4461 NB Goes", "Noor Dekker <n.dekker@hetzeepaard-so.nl>", "SO Het Zeepaard"),
        (GROET + "Noor Dekker\nBrede school 't Schip", "Noor Dekker <noor@gmail.com>", "Brede school 't Schip"),
        (GROET + "Noor Dekker\nleerplichtambtenaar\n\ngemeente Hoogeveen\nRaadhuisplein 1", "Noor Dekker <n.dekker@gemeentehoogeveen.nl>", "gemeente Hoogeveen"),
        (GROET + "Noor Dekker\nTeam Leerplicht\nGemeente Tiel", "Noor Dekker <n.dekker@tiel.nl>", "Gemeente Tiel"),
        (GROET + "Noor Dekker\nRBL Holland Rijnland", "Noor Dekker <n.dekker@rbl.nl>", "RBL Holland Rijnland"),
        (GROET + "Noor Dekker\nSamenwerkingsverband Passend Onderwijs Noord-Kennemerland", "Noor Dekker <n.dekker@swvnk.nl>", "Samenwerkingsverband Passend Onderwijs Noord-Kennemerland"),
        (GROET + "Noor Dekker\nJGZ Noordkust", "Noor Dekker <n.dekker@jgznoordkust.nl>", "JGZ Noordkust"),
        (GROET + "Noor Dekker\nYouz", "Noor Dekker <n.dekker@youz.nl>", "Youz"),
        (GROET + "Noor Dekker\nIngrado", "Noor Dekker <n.dekker@ingrado.nl>", "Ingrado"),
        (GROET + "Noor Dekker\nDe Trapladder", "Noor Dekker <n.dekker@detrapladder.nl>", "De Trapladder"),
        (GROET + "Noor Dekker\nMEE Oost", "Noor Dekker <n.dekker@meeoost.nl>", "MEE Oost"),
        (GROET + "Noor Dekker\nImpegno", "Noor Dekker <n.dekker@impegno.nl>", "Impegno"),
        (GROET + "Noor Dekker\nBalans", "Noor Dekker <noor@gmail.com>", None),
        (GROET + "Team Verzuim\nROC Midden Nederland", "Noor Dekker <n.dekker@rocmn.nl>", "ROC Midden Nederland"),
        (GROET + "Noor", "OBS De Molen <info@obsdemolen.nl>", "OBS De Molen"),
        (GROET + "Noor", "Noor Dekker (OBS De Molen) <ndk@gmail.com>", "OBS De Molen"),
        (GROET + "Noor", "Noor Dekker | OBS De Molen <ndk@gmail.com>", "OBS De Molen"),
        (GROET + "Noor", "Noor Dekker - OBS De Molen <ndk@gmail.com>", "OBS De Molen"),
        (GROET + "Noor", "Administratie OBS De Molen <admin@obsdemolen.nl>", "OBS De Molen"),
        (GROET + "Noor", "De Molen secretariaat <secretariaat@bsdemolen.nl>", "De Molen"),
        (GROET + "Noor", "Info De Molen <info@pcbdemolen.nl>", "De Molen"),
        ("Namens basisschool De Molen nodigen wij u uit.\n\nGroet, Noor", "Noor <noor@gmail.com>", "basisschool De Molen"),
        ("Namens de gemeente Zeist en SWV ZOUT meld ik iets aan.\n\nGroet, Noor", "Noor <noor@gmail.com>", ("gemeente Zeist", "gemeente Zeist en SWV ZOUT")),
        ("Vanuit het Vondel College organiseren wij een avond.\n\nGroet, Noor", "Noor <noor@gmail.com>", "Vondel College"),
        ("Samen met de bibliotheek organiseert basisschool De Molen een avond.\n\nGroet, Noor", "Noor <noor@gmail.com>", "basisschool De Molen"),
        ("Basisschool De Molen organiseert samen met Bibliotheek Zuid een avond.\n\nGroet, Noor", "Noor <noor@gmail.com>", "Basisschool De Molen"),
        ("De avond wordt georganiseerd door Stichting Samen Sterk.\n\nGroet, Noor", "Noor <noor@gmail.com>", "Stichting Samen Sterk"),
        ("Stichting Samen Sterk en Oudervereniging Balans houden op 9 mei een avond.\n\nGroet, Noor", "Noor <noor@gmail.com>", ("Stichting Samen Sterk", "Stichting Samen Sterk en Oudervereniging Balans")),
        ("Wij zijn een groepje ouders uit Epe.\n\nGroet, Noor", "Noor <noor@gmail.com>", None),
        ("Wij (de ouderraad van De Molen) houden een avond.\n\nGroet, Noor", "Noor <noor@gmail.com>", ("ouderraad van De Molen", "de ouderraad van De Molen")),
        ("Op het Vondel College houden wij op 9 mei een avond.\n\nGroet,\nNoor Dekker\nmentor", "Noor Dekker <n.dekker@vondelcollege.nl>", "Vondel College"),
        ("Organisatie: gemeente Zeist, samen met SWV ZOUT", "Noor <noor@gmail.com>", "gemeente Zeist"),
        ("Organisatie: SWV ZOUT i.s.m. gemeente Zeist", "Noor <noor@gmail.com>", "SWV ZOUT"),
        ("Organisator: obs De Molen (Zeist)", "Noor <noor@gmail.com>", "obs De Molen"),
        ("Wie organiseert het? Ouderraad De Molen", "Noor <noor@gmail.com>", "Ouderraad De Molen"),
        ("Door wie: Stichting De Kans", "Noor <noor@gmail.com>", "Stichting De Kans"),
        ("WIE ......... Oudervereniging De Brug\nVOOR ........ ouders", "Noor <noor@gmail.com>", "Oudervereniging De Brug"),
        ("Een initiatief van Jongerenwerk De Spil.\n\nGroet, Noor", "Noor <noor@gmail.com>", "Jongerenwerk De Spil"),
        ("Gastheer is het Vondel College.\n\nGroet, Noor", "Noor <noor@gmail.com>", "Vondel College"),
        ("Bij ons op De Molen is op 9 mei een open dag.\n\nGroet,\nNoor Dekker", "Noor Dekker <n.dekker@demolen.nl>", "De Molen"),
        ("Graag in de agenda van het Steunpunt Passend Onderwijs.\n\nGroet,\nNoor Dekker", "Noor Dekker <noor@gmail.com>", None),
        ("Op 9 mei komt de politie. De jeugdarts van de GGD is er ook.\n\nGroet,\nNoor Dekker\nSBO De Klim", "Noor Dekker <n.dekker@sbodeklim.nl>", "SBO De Klim"),
    ],
)  # fmt: skip
def test_the_organisation_is_who_signs_or_is_said_to_organise(text, sender, expected):
    found = best(find_organisation, text, "organisation", sender=sender)
    assert found in expected if isinstance(expected, tuple) else found == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CBS De Regenboog", "school"),
        ("RKBS Sint Jan", "school"),
        ("SO Het Zeepaard", "school"),
        ("Brede school 't Schip", "school"),
        ("IKC De Boog", "school"),
        ("MBO Amersfoort", "school"),
        ("Zone.college", "school"),
        ("CSG Het Baken", "school"),
        ("Vista Noord College", "school"),
        ("ROC De Waterlinie", "school"),
        ("Aeres VMBO Almere", "school"),
        ("De Wilgenstee, school voor SO", "school"),
        ("Scholengroep Zuid", "school"),
        ("Praktijkonderwijs Zutphen", "school"),
        ("SWV VO Eemland", "samenwerkingsverband"),
        ("PPO Rotterdam", "samenwerkingsverband"),
        ("Samenwerkingsverband Unita", "samenwerkingsverband"),
        ("Stichting Passend Onderwijs Haaglanden", "samenwerkingsverband"),
        ("gemeente Tiel", "gemeente"),
        ("RBL Holland Rijnland", "gemeente"),
        ("Regionaal Bureau Leerplicht", "gemeente"),
        ("Regionaal Bureau Leerlingzaken De Peelrand", "gemeente"),
        ("Leerplein Hollands Midden", "gemeente"),
        ("Team Leerplicht Noord", "gemeente"),
        ("RMC-regio Twente", "gemeente"),
        ("Jeugdteam Zeist", "jeugdvoorziening"),
        ("Jongerenwerk De Spil", "jeugdvoorziening"),
        ("Jongerenpunt Drentse Zand", "jeugdvoorziening"),
        ("CJG Rijnmond", "jeugdvoorziening"),
        ("Karakter kinder- en jeugdpsychiatrie", "jeugdvoorziening"),
        ("GGZ Noord", "jeugdvoorziening"),
        ("Zorgboerderij De Hoeve", "jeugdvoorziening"),
        ("Landelijk Platform Schoolverzuim", "landelijk"),
        ("Ministerie van OCW", "landelijk"),
        ("Nederlands Jeugdinstituut", "landelijk"),
        ("Oudervereniging Balans", "overig"),
        ("Oudervereniging Balans op School", "overig"),
        ("Bibliotheek gemeente Tiel", "overig"),
        ("Bibliotheek Zuid", "overig"),
        ("Filmhuis De Kring", "overig"),
        ("Scouting De Vlam", "overig"),
    ],
)
def test_the_type_is_told_by_the_name(name, kind):
    assert best(find_organisation, f"Organisatie: {name}", "organisation_type") == kind


def test_a_group_of_people_is_of_no_type_of_its_own():
    text = "Wij zijn een groepje ouders en houden op 9 mei een middag."
    assert best(find_organisation, text, "organisation_type", sender="Noor <noor@gmail.com>") in (
        None,
        "overig",
    )
    assert letter(text).writer.email
