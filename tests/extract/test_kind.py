"""What a mail is told by all that it does: each of its sentences is evidence, and none decides alone."""

import pytest

from intake.extract.finding import Kind
from intake.extract.kind import judged
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from intake.triage import tag_of
from tests.extract.letters import WEEK, message

NAME = "Landelijke Actieweek Thuiszitters"
A, M, U, Q, X, N = (
    Kind.ACTIVITY,
    Kind.MATERIAL,
    Kind.UPDATE,
    Kind.QUESTION,
    Kind.AUTOMATIC,
    Kind.UNRELATED,
)
GREET = "\n\nMet vriendelijke groet,\nNoor Dekker\nSWV De Brug\n"
REPLY = {"In_Reply_To": "<b@desk.example>"}


def kind(text, subject, **headers):
    letter = prepare(parse_mail(message(text + GREET, subject=subject, **headers)), WEEK)
    return judged(letter, tag_of(letter))[0]


UNRELATED = [
    ("factuur 2017-118", "Bijgaand treft u onze factuur aan. Wij verzoeken u deze voor 9 mei te betalen."),
    (
        "Vergadering 10 mei",
        "Hierbij de agenda van onze vergadering op woensdag 10 mei om 10.00 uur in Utrecht. Graag uw stukken voor vrijdag.",
    ),
    ("Hulp nodig", "Onze zoon is al maanden thuiszitter en de school doet niets. Wie kan ons helpen?"),
    ("Vraag over tlv", "Geldt een toelaatbaarheidsverklaring ook in een andere regio?"),
    (
        "Uitnodiging afscheid",
        "Op 11 mei neem ik afscheid. Je bent welkom vanaf 16.00 uur in De Hal. Laat je even weten of je komt?",
    ),
    (
        "Offerte drukwerk",
        "Wij drukken uw posters en flyers tegen de scherpste prijs. Bestel voor 12 mei en krijg 10% korting.",
    ),
    (
        "Kennismaken?",
        "Wij leveren software voor verzuimregistratie en komen graag langs. Past 10 mei om 10 uur?",
    ),
    ("Re: declaratie", "Bijgaand de declaratie voor de bijeenkomst van 9 maart."),
    (
        "Training timemanagement 11 mei",
        "Haal meer uit uw dag! Volg onze training op 11 mei van 9.00 tot 17.00 uur in Utrecht. Nu met 20% korting.",
    ),
    ("Vergaderverzoek", "Schikt het dinsdag 9 mei om 13.00 uur? Dan bespreken we de begroting."),
    ("Sollicitatie", "Hierbij solliciteer ik naar de functie van adviseur. Ik kan vanaf 8 mei beginnen."),
    (
        "Regiobijeenkomst passend onderwijs 23 maart",
        "Graag nodigen wij u uit voor onze regiobijeenkomst op 23 maart om 13.00 uur in Zwolle.",
    ),
]
MACHINES = [
    (
        "Afwezig",
        f"Bedankt voor uw mail over de {NAME}. Ik ben met verlof van 1 tot en met 12 mei en lees mijn mail niet.",
        {"X_Auto_Response_Suppress": "All", "Auto_Submitted": "auto-replied"},
    ),
    (f"Automatische reactie: {NAME}", "Wegens vakantie ben ik tot 9 mei niet bereikbaar.", {}),
    (
        "Nieuwsbrief maart",
        "In deze nieuwsbrief: de nieuwe wet, cursussen op 9 en 10 mei van 9.30 tot 16.30 uur. Afmelden voor deze nieuwsbrief kan hier: http://x.nl/u",
        {"List_Unsubscribe": "<http://x.nl/u>"},
    ),
    (
        NAME,
        "Uw bericht is ontvangen. Dit is een automatisch gegenereerde ontvangstbevestiging, u kunt niet op deze mail antwoorden.",
        {},
    ),
    (
        f"Re: {NAME}",
        "Ik ben op dit moment niet op kantoor. Vanaf maandag 15 mei ben ik weer aanwezig. Voor dringende zaken kunt u bellen met 030 123 45 67.",
        REPLY,
    ),
    (
        f"Re: {NAME}",
        "Dank voor uw bericht. Ons kantoor is gesloten van 27 april tot en met 5 mei. Uw mail wordt daarna beantwoord.",
        REPLY,
    ),
    (
        "Uw aanvraag is ontvangen [#4432]",
        f"Bedankt voor uw bericht '{NAME}'. Dit is een automatisch bericht; u hoort binnen 3 werkdagen van ons.",
        {},
    ),
    (
        f"Automatisch antwoord: {NAME}",
        "Ik werk niet meer bij de gemeente. Neem contact op met mijn collega.",
        {},
    ),
]


@pytest.mark.parametrize(("subject", "text"), UNRELATED)
def test_ordinary_mail_is_unrelated_whatever_days_it_names(subject, text):
    assert kind(text, subject) is N


@pytest.mark.parametrize(("subject", "text", "headers"), MACHINES)
def test_mail_that_nobody_wrote_for_the_desk_is_automatic(subject, text, headers):
    assert kind(text, subject, **headers) is X


@pytest.mark.parametrize(
    ("text", "headers", "expected"),
    [
        ("Dat is om 14.00 uur.", REPLY, U),
        ("In de Dorpsstraat 1, 8011 AB Zwolle.", REPLY, U),
        ("Het wordt woensdag 10 mei.", REPLY, U),
        ("Kunnen wij ook om 14.00 uur beginnen?", REPLY, Q),
        ("Dank voor de snelle reactie!", REPLY, Q),
    ],
)
def test_what_answers_the_desk_with_a_day_an_hour_or_a_place_changes_an_activity(text, headers, expected):
    assert kind(f"Beste redactie,\n\n{text}", f"Re: {NAME}", **headers) is expected
