"""Who organises, as many writers sign and say it; a person, a postcode and a department are none."""

import pytest

from intake.extract.organisation import find_organisation
from intake.extract.organisation_words import type_of
from tests.extract.letters import best

PEOPLE = "Wij drinken op 9 mei koffie.\n\nGroet,\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Workshop\tDag\tDoor\nLego\t9 mei\tWout Tielemans\n\nGroet,\nIne Cox\nSBO De Glinde", "SBO De Glinde"),
        ("Wat: lezing\nDoor: mr. Saskia Dohmen\n\nGroet,\nIne Cox\nSBO De Glinde", "SBO De Glinde"),
        ("Wat: lezing\nDoor: Femke te Brake (orthopedagoog) en Saskia Wolters (leerplicht)\n\nGroet,\nIne Cox\nSBO De Glinde", "SBO De Glinde"),
        ("Wat: lezing\nDoor: Jan Smit, schrijver\n\nGroet,\nIne Cox\nSBO De Glinde", "SBO De Glinde"),
        ("Wat: lezing\nDoor: onze orthopedagoog\n\nGroet,\nIne Cox\nSBO De Glinde", "SBO De Glinde"),
        ("Met Oudervereniging Thuis & Toch houden wij op 9 mei een oudercafé.", "Oudervereniging Thuis & Toch"),
        ("Wat: lezing\nDoor: SWV De Brug\n\nGroet,\nIne Cox", "SWV De Brug"),
        ("Wat: lezing\nGeorganiseerd door: Ouders van Nu\n\nGroet,\nIne Cox", "Ouders van Nu"),
        ("Het is in de aula, Europalaan 2, 6231 CV Meerssen, op 9 mei.\n\nGroet,\nIne Cox", None),
        ("Het is op 9 mei, Europalaan 2, 6231 SO Meerssen.\n\nGroet,\nIne Cox", None),
    ],
)  # fmt: skip
def test_a_person_and_a_postcode_are_no_organisation(text, expected):
    assert best(find_organisation, text, "organisation", sender="Ine Cox <ine.cox81@gmail.com>") == expected


@pytest.mark.parametrize(
    ("signature", "sender", "expected"),
    [
        ("Mirjam Kuiper\nvan Ouders in de Wachtstand", "Mirjam Kuiper <mirjam78@icloud.com>", "Ouders in de Wachtstand"),
        ("Truus van Boxtel\nsecretaris Ouders van Thuiszitters Den Bosch", "Ouders van Thuiszitters Den Bosch <info@otdb.nl>", "Ouders van Thuiszitters Den Bosch"),
        ("Ruben Stam\njeugdvoorzitter v.v. Alblasser Boys", "Ruben Stam <jeugd@vvalblasserboys.nl>", "v.v. Alblasser Boys"),
        ("Manon Schutte\nGezinscoach bij Sterk op Salland", "Manon Schutte <manon@sterkopsalland.nl>", "Sterk op Salland"),
        ("Lieke Manders, orthopedagoog\nDe Manders Methode", "Lieke Manders <lieke@demandersmethode.nl>", "De Manders Methode"),
        ("Paul Gorissen\nconrector\n\nJeanne d'Arc-Mavo\nKollenberg 118\n6132 AL Sittard", "Gorissen, P. <p.gorissen@jcm-sittard.nl>", "Jeanne d'Arc-Mavo"),
        ("Joke, namens Samen Verder", "Joke Bos <joke.bos@hotmail.com>", "Samen Verder"),
        ("Ans Kok\nbestuurslid van Het Vangnet", "Ans Kok <anskok@ziggo.nl>", "Het Vangnet"),
        ("Ans Kok (Het Vangnet)", "Ans Kok <ans@hetvangnet-ede.nl>", "Het Vangnet"),
        ("namens het Ondersteuningsteam,\n\nJantina Mulder\ndirecteur De Vlinderhof", "Jantina Mulder <directie@vlinderhof-hgz.nl>", "De Vlinderhof"),
        ("Bureau Voorlichting\nOnderwijsgroep De Kade", "Bureau Voorlichting <voorlichting@ogdekade.nl>", "Onderwijsgroep De Kade"),
        ("Commissie Jeugd en Gezin\nRotaryclub Drenthe-Oost", "Commissie Jeugd en Gezin <jeugd@rotary-do.nl>", "Rotaryclub Drenthe-Oost"),
        ("Ine Cox\nSectie Marketing en Communicatie\nMuseumpark Het Veen", "Ine Cox <i.cox@museumparkhetveen.nl>", "Museumpark Het Veen"),
        ("Ine Cox", "Educatie Turfmuseum <educatie@turfmuseum-test.nl>", "Turfmuseum"),
        ("Secretariaat Oranjecomité Vledder", "Secretariaat <secretariaat@ocvledder.nl>", "Oranjecomité Vledder"),
        ("Ans Kok, namens het bestuur van Stichting De Brug", "Ans Kok <anskok@ziggo.nl>", "Stichting De Brug"),
        ("Ans Kok\nDe Spil, school voor praktijkonderwijs", "Ans Kok <a.kok@despil-pro.nl>", "De Spil"),
        ("Ine Cox\nHaakcafé Losse Steek", "Ine Cox <inecox@ziggo.nl>", None),
        ("Ine Cox", "Ouderkring Vechtdal <ouderkring@ziggo.nl>", "Ouderkring Vechtdal"),
        ("Ine Cox", "Vrouwen van Nu Vledder <vvn.vledder@ziggo.nl>", "Vrouwen van Nu Vledder"),
        ("Ine Cox\nBoulderhal De Greep", "Ine Cox <ine@degreep.nl>", "Boulderhal De Greep"),
        ("Ine Cox\ngebouw De Greep", "Ine Cox <ine@degreep.nl>", "De Greep"),
        ("Kees Bakker\nbakkerij Bakker", "Kees Bakker <kees@bakkerijbakker.nl>", "bakkerij Bakker"),
        ("Ine Cox\nTC De Trappers", "Ine Cox <inecox@ziggo.nl>", "TC De Trappers"),
        ("Ine Cox\nCBS De Kern te Urk", "Ine Cox <i.cox@cbsdekern-test.nl>", "CBS De Kern"),
        ("Ine Cox\nProtestantse Gemeente te Urk", "Ine Cox <inecox@ziggo.nl>", "Protestantse Gemeente te Urk"),
        ("Ine Cox\nBurenhulp gemeente Soest", "Ine Cox <inecox@ziggo.nl>", "Burenhulp"),
        ("groetjes Loes en Kees", "Loes <loesenkees@thuispost.nl>", None),
        ("mw. I. Cox", "Bestuurssecretariaat <bestuurssecretariaat@post-test.nl>", None),
        ("Ine Cox\nTeamleider Leerplicht Gemeente Tiel", "Ine Cox <i.cox@tiel-test.nl>", "Gemeente Tiel"),
        ("Ine Cox\nJongerenwerker Welzijn Tiel", "Ine Cox <i.cox@welzijntiel.nl>", "Welzijn Tiel"),
        ("Ine Cox\nCoördinator Zorg en Begeleiding Stedelijk Gymnasium Tiel", "Ine Cox <i.cox@sgtiel.nl>", "Stedelijk Gymnasium Tiel"),
        ("Ine Cox\nStichting Passend Onderwijs Tiel", "Ine Cox <i.cox@potiel.nl>", "Stichting Passend Onderwijs Tiel"),
        ("Ine Cox\nWerkgroep Thuiszitters\nSWV De Brug", "Ine Cox <i.cox@swvdebrug.nl>", "SWV De Brug"),
        ("Met vriendelijke groet namens het team van Steunpunt Oost,\nIne Cox", "Ine Cox <i.cox@steunpunt-oost.nl>", "Steunpunt Oost"),
        ("A. Plug, secretaris HSV 't Snoekje", "Aad Plug <aadplug@ziggo.nl>", "HSV 't Snoekje"),
        ("Piet Achterhuis, directeur\nnamens het bestuur van SWV De Brug", "P. Achterhuis <p.achterhuis@swvdebrug.nl>", "SWV De Brug"),
        ("Ans Kok\nmoeder van Sem", "Ans Kok <anskok@ziggo.nl>", None),
        ("Ans Kok\nleerkracht van groep 3", "Ans Kok <anskok@ziggo.nl>", None),
        ("Ans Kok\nDocent Nederlands en drama", "Ans Kok <anskok@ziggo.nl>", None),
        ("Ans Kok\nAdviseur Jeugd en Onderwijs", "Ans Kok <anskok@ziggo.nl>", None),
        ("Liefs van Ans en de kinderen", "Ans Kok <anskok@ziggo.nl>", None),
    ],
)  # fmt: skip
def test_a_group_is_known_by_its_own_name_where_it_signs(signature, sender, expected):
    assert best(find_organisation, PEOPLE + signature + "\n", "organisation", sender=sender) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Samen met drie andere ouders run ik Thuis is geen school, een clubje van ouders uit de buurt.",
            "Thuis is geen school",
        ),
        ("Wij zijn Ouders in de Wachtstand, een groepje ouders uit Epe.", "Ouders in de Wachtstand"),
        ("Wij van Samen Sterk Epe doen ook mee.", "Samen Sterk Epe"),
        ("Ik mail namens Vrienden van Thuis.", "Vrienden van Thuis"),
        ("Ik ben Ans Kok van Het Vangnet en wij doen ook mee.", "Het Vangnet"),
        ("Het Vangnet, een initiatief van ouders in Ede, doet ook mee.", "Het Vangnet"),
        ("Onze club heet Weer op Weg.", "Weer op Weg"),
        ("Ons clubje, Weer op Weg, doet ook mee.", "Weer op Weg"),
        ("Wij zijn een groepje ouders uit Epe.", None),
        ("Wij zijn Ans en Piet.", None),
        ("Ik ben Ans Kok van de Dorpsstraat.", None),
        ("Wij hebben samen een oudergroepje, Nooit te laat.", "Nooit te laat"),
        ("Wij zijn zes gezinnen uit Epe en wij noemen ons De Lange Adem.", "De Lange Adem"),
        ("Als vrijwilliger van de Vereniging Thuis Geven meld ik u het volgende.", "Vereniging Thuis Geven"),
        ("Daarom ben ik met een buurvrouw Stichting Thuis Geven begonnen.", "Stichting Thuis Geven"),
        ("In 2015 heb ik Stichting Thuis Geven opgericht.", "Stichting Thuis Geven"),
        ("Met mijn zus begon ik Zorgboerderij De Hoek.", "Zorgboerderij De Hoek"),
        ("Ik ben de oprichter van Stichting Thuis Geven.", "Stichting Thuis Geven"),
        ("Wij zijn verbonden aan Stichting Thuis Geven.", "Stichting Thuis Geven"),
        ("Ans hier van Stichting Thuis Geven.", "Stichting Thuis Geven"),
        ("Mijn naam is Ans Kok van kinderboerderij 't Geitje.", "kinderboerderij 't Geitje"),
        ("Wij, de vaders van Stichting Thuis Geven, houden een avond.", "Stichting Thuis Geven"),
        ("Wij zijn drie studenten van het Vechtdal College en houden een avond.", "Vechtdal College"),
        ("Wij, Stichting Thuis Geven, houden een avond.", "Stichting Thuis Geven"),
        ("Ook in mei laten wij ons als Jeugdhulp De Dijk zien.", "Jeugdhulp De Dijk"),
        (
            "De gemeenten Soest, Baarn en Zeist organiseren een wandeling.",
            "De gemeenten Soest, Baarn en Zeist",
        ),
        ("Een spreker van Stichting De Buurt vertelt.", None),
        ("We werken samen met Stichting De Buurt.", None),
        ("Wij doen in de Landelijke Actieweek Thuiszitters een lezing.", None),
    ],
)
def test_a_group_is_known_by_what_it_says_of_itself(text, expected):
    text = f"Hallo,\n\n{text}\n\nGroet,\nAns Kok\n"
    assert best(find_organisation, text, "organisation", sender="Ans Kok <anskok@ziggo.nl>") == expected


@pytest.mark.parametrize(
    ("text", "sender", "expected"),
    [
        ("Groet,\nIne Cox\ndocent Nederlands Vondel College", "Ine Cox <i.cox@vondel.example>", "Vondel College"),
        ("Groet,\nIne Cox\nleraar Wiskunde Lyceum Zuid", "Ine Cox <i.cox@post.example>", "Lyceum Zuid"),
        ("Het Regionaal Steunpunt Verzuim (RSV) geeft een lezing.", "Ine Cox (RSV) <i.cox@rsv-info.example>", "Regionaal Steunpunt Verzuim"),
        ("Het Regionaal Steunpunt Verzuim (RSV) geeft een lezing.\n\nGroet,\nIne Cox\nSBO De Glinde", "Ine Cox <i.cox@glinde.example>", "SBO De Glinde"),
        ("WIE Stichting De Kans\nWAT een lezing over verzuim\nWAAR Buurthuis De Brug\nWANNEER 9 mei", "Ine Cox <i.cox@post.example>", "Stichting De Kans"),
        ("WIE    Oudervereniging Samen\nWAT    een lezing over verzuim\nWANNEER   9 mei", "Ine Cox <i.cox@post.example>", "Oudervereniging Samen"),
        ("Groet,\nIne Cox\nTeam Leerplicht, gemeente Zeist", "Ine Cox <i.cox@post.example>", "gemeente Zeist"),
        ("Groet,\nIne Cox\nAfdeling Jeugd en Onderwijs\nGemeente Zeist", "Ine Cox <i.cox@post.example>", "Gemeente Zeist"),
        ("Groet,\nIne Cox\nTeam Leerplicht en RMC van de gemeente Zeist", "Ine Cox <i.cox@post.example>", "gemeente Zeist"),
        ("Groet,\nIne Cox, stichting Brood uit de Oven", "Ine Cox <i.cox@post.example>", "stichting Brood uit de Oven"),
        ("Groet,\nIne Kok-Nijhuis", "Ine Kok-Nijhuis <i.kok@post.example>", None),
        ("groet\nine cox\nsportpunt bunnik", "Ine Cox <ine@sportpuntbunnik.example>", "Sportpunt Bunnik"),
        ("WIE ouders en leerkrachten\nWAT een lezing\nWANNEER 9 mei", "Ine Cox <i.cox@post.example>", None),
    ],
)  # fmt: skip
def test_an_organisation_is_told_by_its_whole_name(text, sender, expected):
    assert best(find_organisation, text, "organisation", sender=sender) == expected


RELEASE = (
    "\n\nEen initiatief van SWV De Brug.\n\nNoot voor de redactie: foto's bij {0}.\n\nGroet,\nIne Cox\n{0}\n"
)


@pytest.mark.parametrize(
    ("text", "agency", "expected"),
    [
        ("PERSBERICHT\n\nOp 9 mei is er een lezing.", "Bureau Helder", "SWV De Brug"),
        ("Op 9 mei is er een lezing.\n\nNiet voor publicatie: bel gerust.", "Helder Communicatie", "SWV De Brug"),
        ("Persuitnodiging: op 9 mei is er een lezing.", "Mediabureau Helder", "SWV De Brug"),
        ("Wij verzorgen de publiciteit voor de lezing van 9 mei.", "Bureau Helder", "SWV De Brug"),
        ("Namens hen meld ik een lezing op 9 mei.", "Helder Communicatie", "SWV De Brug"),
        ("PERSBERICHT\n\nOp 9 mei is er een lezing.", "Bureau Jeugdzorg Oost", "Bureau Jeugdzorg Oost"),
    ],
)  # fmt: skip
def test_an_agency_that_writes_for_others_does_not_organise(text, agency, expected):
    sender = f"{agency} | Ine Cox <ine@{''.join(agency.lower().split())}.example>"
    assert best(find_organisation, text + RELEASE.format(agency), "organisation", sender=sender) == expected


def test_the_subject_tells_on_whose_behalf_it_is():
    sender, subject = (
        "Ine Cox | Bureau Helder <ine@bureauhelder.example>",
        "namens SWV De Brug: twee lezingen",
    )
    text = "Op 9 mei is er een lezing.\n\nGroet,\nIne Cox\n"
    assert best(find_organisation, text, "organisation", sender=sender, subject=subject) == "SWV De Brug"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Met een paar ouders (Oudergroep Almen Actief) drinken wij op 9 mei koffie.",
            "Oudergroep Almen Actief",
        ),
        ("Namens het bestuur van Stichting De Brug nodig ik u uit op 9 mei.", "Stichting De Brug"),
        ("De organisatie ligt bij Onderwijsgroep De Kade. Het is op 9 mei.", "Onderwijsgroep De Kade"),
        ("Namens wethouder J. ten Kate nodig ik u uit op 9 mei.", None),
        ("De lezing op 9 mei is van burgemeester Ine Cox.", None),
    ],
)
def test_for_whom_somebody_writes_is_the_organisation_and_no_office_is(text, expected):
    assert (
        best(
            find_organisation,
            text + "\n\nGroet,\nAns Kok\n",
            "organisation",
            sender="Ans Kok <anskok@ziggo.nl>",
        )
        == expected
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jeugdcommissie sv De Zwaluw", "overig"),
        ("Jongerenkoor Vivace", "overig"),
        ("Protestantse Gemeente Elburg", "overig"),
        ("Jeugdtheater De Kapstok", "overig"),
        ("Zeilschool De Fok", "overig"),
        ("Kickboksschool De Fok", "overig"),
        ("Paardrijschool De Fok", "overig"),
        ("Hondenschool De Fok", "overig"),
        ("Volksuniversiteit Elburg", "overig"),
        ("Politie Oost-Nederland", "overig"),
        ("ROC Midden Nederland", "school"),
        ("Praktijkschool De Fok", "school"),
        ("Dorpsschool De Fok", "school"),
        ("Kinderdagverblijf De Fok", "school"),
        ("Gezinshuis De Fok", "jeugdvoorziening"),
        ("Nederlands Instituut De Fok", "landelijk"),
        ("Gemeente Elburg", "gemeente"),
        ("Jongerencentrum De Kelder", "jeugdvoorziening"),
    ],
)
def test_a_club_and_a_parish_are_no_youth_work_and_no_council(name, kind):
    assert type_of(name) == kind


def test_a_name_in_a_line_of_its_own_that_the_text_tells_too_is_a_groups():
    text = "Haakcafé Losse Steek zit op 9 mei in de bieb.\n\nGroet,\nIne Cox\nHaakcafé Losse Steek\n"
    told = best(find_organisation, text, "organisation", sender="Ine Cox <inecox@ziggo.nl>")
    assert told == "Haakcafé Losse Steek"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het is op 9 mei op onze school aan de Vaartweg 58 te Soest.", None),
        ("Op 9 mei organiseert basisschool De Spil aan de Vaartweg 58 een ochtend.", "basisschool De Spil"),
    ],
)
def test_a_street_is_no_part_of_a_name(text, expected):
    sender = "Ine Cox <inecox@ziggo.nl>"
    assert best(find_organisation, text + "\n\nGroet,\nIne Cox\n", "organisation", sender=sender) == expected


@pytest.mark.parametrize(
    ("name", "sender", "kind"),
    [
        ("Boksschool Rood", "Ans Kok <ans@boksschool-rood.nl>", "overig"),
        ("Muziekschool Rood\ndocent piano", "Ans Kok <ans@rood.nl>", "overig"),
        ("Rood", "Ans Kok <ans@school-rood.nl>", "school"),
    ],
)
def test_neither_a_domain_nor_an_office_makes_a_school_of_what_is_none(name, sender, kind):
    text = f"Wij drinken op 9 mei koffie.\n\nGroet,\nAns Kok\n{name}\n"
    assert best(find_organisation, text, "organisation_type", sender=sender) == kind
