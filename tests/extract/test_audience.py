"""Whom an activity is for, as other people say it, and whether anyone may come."""

from pathlib import Path

import pytest

from intake.extract.access import find_access
from intake.extract.audience import find_audience
from intake.extract.audience_words import PEOPLE, holds_people
from intake.mail.parse import parse_mail
from tests.extract.letters import best, found

FOLDER = Path(__file__).parents[1] / "corpus" / "dev"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouders en leerlingen zijn van harte welkom op 9 mei.", "Ouders en leerlingen"),
        (
            "De middag is bedoeld voor mentoren en zorgcoördinatoren in het vo.",
            "mentoren en zorgcoördinatoren in het vo",
        ),
        ("Voor: ouders van kinderen in groep 7 en 8", "ouders van kinderen in groep 7 en 8"),
        ("Doelgroep: ib'ers en leerkrachten", "ib'ers en leerkrachten"),
        ("Wij nodigen alle mentoren van de regio uit voor een lunch op 9 mei.", "mentoren van de regio"),
        (
            "Op 9 mei nodigen wij leerplichtambtenaren en jeugdartsen uit om mee te praten.",
            "leerplichtambtenaren en jeugdartsen",
        ),
        ("De training richt zich op startende docenten in het mbo.", "startende docenten in het mbo"),
        ("We richten ons op jongeren tussen 12 en 18 jaar.", "jongeren tussen 12 en 18 jaar"),
        (
            "Doelgroep van de workshop zijn gezinswerkers en jeugdconsulenten.",
            "gezinswerkers en jeugdconsulenten",
        ),
        ("Onze doelgroep: wijkverpleegkundigen en huisartsen.", "wijkverpleegkundigen en huisartsen"),
        (
            "Het webinar is interessant voor schoolbestuurders en wethouders.",
            "schoolbestuurders en wethouders",
        ),
        ("Alle ouders uit het dorp zijn welkom, van onze school of een andere.", "Alle ouders uit het dorp"),
        (
            "Huisartsen, ib'ers en andere belangstellenden kunnen binnenlopen tussen 14 en 17 uur.",
            "Huisartsen, ib'ers en andere belangstellenden",
        ),
        ("Ouders die zich zorgen maken mogen aanschuiven.", "Ouders die zich zorgen maken"),
        (
            "Op 9 mei organiseren wij een ochtend voor grootouders van thuiszitters.",
            "grootouders van thuiszitters",
        ),
        (
            "Dinsdag 9 mei geven wij een training aan conciërges en pleinwachten van basisscholen.",
            "conciërges en pleinwachten van basisscholen",
        ),
        (
            "Een gesprek met jongeren van 15 tot 20 jaar, bestemd voor beleidsmedewerkers van gemeenten.",
            "beleidsmedewerkers van gemeenten",
        ),
        ("Deelnemers: teamleiders en decanen", "teamleiders en decanen"),
        ("Wie mag komen? Gezinnen met een kind dat thuiszit", "Gezinnen met een kind dat thuiszit"),
        ("Toegankelijk voor iedereen vanaf 16 jaar.", "iedereen vanaf 16 jaar"),
        ("Speciaal voor pleegouders houden we op 9 mei een spreekuur.", "pleegouders"),
        (
            "Iedereen die met verzuim te maken heeft is van harte welkom.",
            "Iedereen die met verzuim te maken heeft",
        ),
        (
            "Voor meer informatie kunt u contact opnemen met ons. Voor koffie wordt gezorgd. Voor vragen: bel.",
            None,
        ),
        ("We verwelkomen graag alle leerkrachten uit de bovenbouw.", "leerkrachten uit de bovenbouw"),
        (
            "De sessie staat open voor docenten, studenten en stagebegeleiders van het mbo.",
            "docenten, studenten en stagebegeleiders van het mbo",
        ),
        ("Ben je mentor in het vo en wil je meer weten over verzuim? Kom dan op 9 mei.", "mentor in het vo"),
        (
            "Werk je als ib'er of ambulant begeleider? Dan is deze middag voor jou.",
            "ib'er of ambulant begeleider",
        ),
        ("Jongeren van 12 tot 18 jaar kunnen die middag gratis sporten.", "Jongeren van 12 tot 18 jaar"),
        ("Publiek: raadsleden, schoolbestuurders en ouders", "raadsleden, schoolbestuurders en ouders"),
        (
            "De film is geschikt voor kinderen vanaf 10 jaar en hun ouders.",
            "kinderen vanaf 10 jaar en hun ouders",
        ),
        (
            "Op 9 mei komen rectoren, teamleiders en leerplichtambtenaren bij elkaar om over verzuim te praten.",
            "rectoren, teamleiders en leerplichtambtenaren",
        ),
        ("De avond is voor vaders.", "vaders"),
        (
            "Onze avond is er voor ouders die even niet meer weten hoe het verder moet.",
            "ouders die even niet meer weten hoe het verder moet",
        ),
        ("Wij doen voor de actieweek iets voor lotgenoten uit de regio.", "lotgenoten uit de regio"),
        ("Voor scholen draaien we op verzoek een ochtendvoorstelling.", None),
        (
            "Op 11 mei ontvangen wij mentoren, rectoren en schoolartsen uit de regio in gemeenschapshuis De Brug.",
            "mentoren, rectoren en schoolartsen uit de regio",
        ),
        (
            "Aan dit gesprek nemen deel de wethouders jeugd en de bestuurders van de scholen.",
            "wethouders jeugd en de bestuurders van de scholen",
        ),
        (
            "Iedereen mag mee: ouders, kinderen, leerkrachten en buren.",
            "ouders, kinderen, leerkrachten en buren",
        ),
        ("Voor koffie en broodjes wordt gezorgd.", None),
        ("Voor de hengels en het aas wordt gezorgd, met dank aan de leerlingen.", None),
        ("Aan deelname zijn voor onze eigen scholen geen kosten verbonden.", None),
        ("Ook ouders van groep 8 zijn welkom.", "ouders van groep 8"),
        ("Ook jij bent welkom.", None),
        ("Elke ochtend kan iedere jongere die thuiszit binnenlopen.", "iedere jongere die thuiszit"),
        (
            "Wij rekenen op leerkrachten en oud-collega's uit de regio.",
            "leerkrachten en oud-collega's uit de regio",
        ),
        ("Die ochtend ga ik in gesprek met ouders.", "ouders"),
        ("We gaan wandelen met moeders die hetzelfde meemaken.", "moeders die hetzelfde meemaken"),
        ("We gaan in gesprek met de wethouder.", None),
        ("Wie – jongeren van 16 tot 23 jaar zonder diploma", "jongeren van 16 tot 23 jaar zonder diploma"),
        ("Een avond waarop ouders en leerkrachten samen in gesprek gaan.", "ouders en leerkrachten"),
        ("Interessant voor: schoolleiders, ouders", "schoolleiders, ouders"),
        ("We hebben alle ouders van de onderbouw uitgenodigd.", "alle ouders van de onderbouw"),
        (
            "Ben je mentor, docent of zorgcoördinator, dan is dit iets voor jou.",
            "mentor, docent of zorgcoördinator",
        ),
        ("Voor vragen mag u mij bellen.", None),
        ("Het is niet voor kinderen onder de 12.", None),
        (
            "Het college is bedoeld voor docenten en mentoren en wordt gehouden in De Hal.",
            "docenten en mentoren",
        ),
        ("Wij richten ons tot ouders en grootouders uit de streek.", "ouders en grootouders uit de streek"),
    ],
)
def test_the_people_are_told_in_the_mails_words(text, expected):
    assert best(find_audience, text, "audience") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doelgr.: ib'ers po, o.l.v. een gedragswetenschapper", "ib'ers po"),
        ("Doelgroep: ouders, onder leiding van een coach", "ouders"),
        ("Gedacht is aan decanen en mentoren van de bovenbouw.", "decanen en mentoren van de bovenbouw"),
        ("Wij denken daarbij aan ouders van kleuters.", "ouders van kleuters"),
        ("Wij denken vaak terug aan vroeger.", None),
        ("Om tien uur hopen wij iedereen weer thuis te zien.", None),
        ("Wij hopen vooral op leraren en ouders.", "leraren en ouders"),
        ("We richten ons in het bijzonder op jeugdartsen.", "jeugdartsen"),
        ("De tentoonstelling op 9 mei is voor ieder die wil kijken.", "ieder die wil kijken"),
        ("Voor alle drie: ouders met vragen over verlof.", "ouders met vragen over verlof"),
        ("Voor beide keren: mentoren", "mentoren"),
        ("Voor beide: vooraf even bellen.", None),
        # with whom something is done, and what is done
        ("Op 9 mei fietsen we met tieners en hun oma's een rondje om de plas.", "tieners en hun oma's"),
        ("Op 9 mei maken we met jongeren uit de wijk een muurkrant.", "jongeren uit de wijk"),
        ("Op 9 mei wandelen wij met Vaders Onderweg door de polder.", None),
        ("Op 9 mei praten onze kinderen met wethouders uit de streek over pesten.", "wethouders uit de streek"),
        # a label's value tells more than who
        ("Voor wie: decanen (max. 15)", "decanen"),
        ("Voor wie: opvoeders, graag vooraf opgeven", "opvoeders"),
        ("Voor wie: rectoren en wethouders, uitsluitend op uitnodiging", "rectoren en wethouders"),
        ("Doelgroep: docenten (havo en vwo)", "docenten (havo en vwo)"),
        # seats, and who sits on them
        ("Op 9 mei is er een les. Er is plaats voor een man of twintig.", None),
        ("Op 9 mei is er een les. Er is plek voor maximaal dertig mensen.", None),
        ("Op 9 mei is er plaats voor tien jongeren die thuiszitten.", "jongeren die thuiszitten"),
        ("Een kaartje kost 5 euro voor ouders.", None),
        # who is received, brought together, or comes in
        ("Op 9 mei ontvangt het lyceum collega's uit de Achterhoek voor een werkmiddag.", "collega's uit de Achterhoek"),
        ("Op 9 mei nodigt het bestuur alle rectoren uit voor een ontbijt.", "rectoren"),
        ("De provincie brengt op 9 mei de partners van het pact bijeen.", "partners van het pact"),
        ("Op 9 mei wil de wijk de ouders van kleuters samenbrengen.", "ouders van kleuters"),
        ("Grootouders van kleuters lopen zo naar binnen.", "Grootouders van kleuters"),
        ("Op 9 mei heten we pleegouders uit Breda van harte welkom.", "pleegouders uit Breda"),
        ("Meedoen kan iedereen tussen 10 en 14 jaar.", "iedereen tussen 10 en 14 jaar"),
        ("Een avond voor meiden tussen 12 en 17 die thuiszitten!", "meiden tussen 12 en 17 die thuiszitten"),
        # who does what is done there
        ("Kinderen van 8 tot en met 12 jaar timmeren een vlot.", "Kinderen van 8 tot en met 12 jaar"),
        ("Leerlingen zijn die dag vrij.", None),
        ("Buren, ouders en leraren: allemaal komen!", "Buren, ouders en leraren"),
        ("Op 9 mei willen wij huisartsen en leerplichtambtenaren uit de stad aan tafel zetten.", "huisartsen en leerplichtambtenaren uit de stad"),
        ("Die avond schuiven de wethouders en de rectoren aan.", "wethouders en de rectoren"),
        ("Max 6 jongeren van 14 jaar en ouder.", "jongeren van 14 jaar en ouder"),
        ("Max 20 deelnemers.", None),
        ("vanaf 12 jaar", "vanaf 12 jaar"),
        ("Voor die ochtend kunnen oma's zich opgeven bij de balie.", "oma's"),
        ("Alleen voor ons eigen personeel.", "ons eigen personeel"),
        ("Op 9 mei leren opa's en kleinkinderen samen solderen.", "opa's en kleinkinderen"),
        ("Op 9 mei ontdekken ouders en kinderen samen het bos.", "ouders en kinderen"),
        ("Ieder jaar maken kinderen tekeningen.", None),
        ("Kinderen krijgen elke dag fruit.", None),
        ("Op 9 mei een inspirerende les voor iedereen vanaf 16.", "iedereen vanaf 16"),
        ("Aanmelden kan voor docenten en mentoren tot 1 mei.", "docenten en mentoren"),
        ("Uitgenodigd zijn: decanen, mentoren en jeugdartsen.", "decanen, mentoren en jeugdartsen"),
        # behind the noun anybody may stand
        ("Op 9 mei geven wij een workshop voor buschauffeurs.", "buschauffeurs"),
        ("Op 9 mei is er een proefles voor groep 7.", "groep 7"),
        ("Op 9 mei is er een workshop voor flyers en posters.", None),
        ("Wij brengen ouders altijd op de hoogte.", None),
    ],
)  # fmt: skip
def test_the_people_end_where_something_else_is_told(text, expected):
    assert best(find_audience, text, "audience") == expected


def test_people_named_in_passing_are_never_sure():
    for finding in found(find_audience, "Voor ouders die willen komen is er oppas.", "audience"):
        assert finding.confidence < 0.75


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deze avond is uitsluitend bedoeld voor ouders van onze eigen leerlingen.", "besloten"),
        ("Wel erbij zetten dat het besloten is.", "besloten"),
        ("Wij komen in besloten kring bijeen.", "besloten"),
        ("Alleen voor genodigden.", "besloten"),
        ("Alleen voor ouders van kinderen onder de twaalf.", None),
        ("Er is geen publiek in de studio.", None),
        ("Het bestuur heeft besloten om mee te doen.", None),
    ],
)
def test_closed_is_what_only_ones_own_people_may_visit(text, expected):
    assert best(find_access, text, "access") == expected


def test_people_are_found_a_word_at_a_time_where_the_whole_pattern_finds_them_and_nowhere_else():
    mails = [parse_mail(path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))]
    lines = {line for mail in mails for text in mail.texts.values() for line in text.splitlines()}
    lines |= {
        "voor al wie wil",
        "de intern begeleider",
        "(ouders/verzorgers)",
        "ib’ers",
        "thuis",
        "po, vo en mbo",
    }
    for line in lines:
        for part in (line, line[:60], line[7:40]):
            assert holds_people(part) is (PEOPLE.search(part) is not None), part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Op 9 mei is er een workshop voor leraren uit het vo, getiteld 'Durf te vragen'.",
            "leraren uit het vo",
        ),
        ("Op 9 mei is er een avond voor ouders en daarvoor moet je een plek reserveren.", "ouders"),
        ("Op 9 mei is er een spelmiddag voor jongeren tussen 14 en 20.", "jongeren tussen 14 en 20"),
        (
            "Op 9 mei is er een lezing voor verwijzers en voor medewerkers van scholen.",
            "verwijzers en voor medewerkers van scholen",
        ),
        (
            "Aan deze tafel nemen de portefeuillehouders van vier gemeenten deel.",
            "portefeuillehouders van vier gemeenten",
        ),
        ("De les begint om 9 uur. Doelgroep: intern begeleiders po", "intern begeleiders po"),
        ("Een training met als doelgroep jeugdverpleegkundigen en poh's.", "jeugdverpleegkundigen en poh's"),
        ("Een workshop t.b.v. pedagogisch medewerkers.", "pedagogisch medewerkers"),
        ("Een gesprek tussen schoolleiders en jeugdartsen.", "schoolleiders en jeugdartsen"),
        ("Een ochtend waarop ouders ervaringen kunnen uitwisselen.", "ouders"),
        ("Wij geven op 9 mei gastlessen aan groep 7 en 8.", "groep 7 en 8"),
        ("Vaders, moeders, opa's en oma's: loop mee!", "Vaders, moeders, opa's en oma's"),
        (
            "Doelgroep: jeugdartsen, psychologen en\n    mentoren uit het mbo",
            "jeugdartsen, psychologen en mentoren uit het mbo",
        ),
        # for whom something is done that is not this activity
        ("Een middag over wat wij betekenen voor leerlingen die uitvallen.", None),
        ("Het college wil meer doen voor jongeren zonder school.", None),
        ("Voor vragen van ouders is er een aparte tafel.", None),
    ],
)
def test_people_end_where_something_else_begins(text, expected):
    assert best(find_audience, text, "audience") == expected


@pytest.mark.parametrize(
    "value", ["n.v.t.", "zie flyer", "nog niet bekend", "volgt", "Marieke Jansen, kinderpsycholoog"]
)
def test_a_label_that_is_filled_in_with_nothing_or_with_who_leads_it_tells_no_audience(value):
    assert best(find_audience, f"Wat: workshop\nWie: {value}", "audience") is None
