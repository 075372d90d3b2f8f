"""Short mails without quotes and labels: what they call their activity, whom it is for and what is done."""

import pytest

from intake.extract import extract
from intake.extract.draft import draft
from intake.extract.facts import asks as asking
from tests.extract.letters import letter

AT = " Van 14 tot 16 uur, Baanweg 3 in Heerde.\n\nGroet, Piet Bos"


@pytest.mark.parametrize(
    ("text", "title", "audience", "kind"),
    [
        (
            "Op 9 mei geven wij een rustige voorstelling, zonder harde muziek, voor kinderen die snel moe zijn.",
            "Rustige voorstelling",
            "kinderen die snel moe zijn",
            "actie",
        ),
        (
            "Wij houden op 9 mei een leuke gezellige gezinsmiddag.",
            "Gezellige gezinsmiddag",
            None,
            "bijeenkomst",
        ),
        ("In de week houdt het wijkteam spreekuur, dinsdag 9 mei.", "Spreekuur", None, "inloop"),
        (
            "Ik geef 9 mei een proefles kinderyoga in mijn studio aan meiden van 8 tot 12.",
            "Proefles kinderyoga",
            "meiden van 8 tot 12",
            "training",
        ),
        (
            "Graag in de agenda: dinsdag 9 mei, Kletstafel Verzuim, voor ib'ers en mentoren.",
            "Kletstafel Verzuim",
            "ib'ers en mentoren",
            "bijeenkomst",
        ),
        (
            "Wij hebben een filmavond bedacht, 'Stil? Mij niet!' Dit is op 9 mei.",
            "Stil? Mij niet!",
            None,
            "actie",
        ),
        (
            "Wij geven op 9 mei een webinar: Wat helpt mijn kind over de drempel? Voor ouders.",
            "Wat helpt mijn kind over de drempel?",
            "ouders",
            "webinar",
        ),
        (
            "Onze fietsers gaan weer! Deze keer heet de tocht “Tegenwind”. Op 9 mei. Meefietsen mogen alle ouders en jongeren uit de buurt.",
            "Tegenwind",
            "alle ouders en jongeren uit de buurt",
            "actie",
        ),
        (
            "Dinsdag 9 mei is er een lunch voor ouders, met soep met ballen.",
            "Lunch voor ouders",
            "ouders",
            "bijeenkomst",
        ),
        ("Dinsdag 9 mei is de boomplantdag.", "Boomplantdag", None, "actie"),
        (
            "Dinsdag 9 mei vanaf 2 uur vlotten bouwen met jongeren uit het dorp.",
            "Vlotten bouwen",
            "jongeren uit het dorp",
            "actie",
        ),
        (
            "Wij doen koekjes bakken op 9 mei. Kinderen tot 10 jaar met hun opa.",
            "Koekjes bakken",
            "Kinderen tot 10 jaar met hun opa",
            None,
        ),
        (
            "Onze school houdt 9 mei open middag voor gezinnen die een nieuwe plek zoeken.",
            "Open middag",
            "gezinnen die een nieuwe plek zoeken",
            "inloop",
        ),
        (
            "Dinsdag 9 mei Thee met de leerplichtambtenaar, voor moeders, tussen tien en elf.",
            "Thee met de leerplichtambtenaar",
            "moeders",
            "bijeenkomst",
        ),
        (
            "Masterclass ‘Spelend leren’ - dinsdag 9 mei - mentoren en docenten gym - 20 euro",
            "Spelend leren",
            "mentoren en docenten gym",
            "training",
        ),
        (
            "Dinsdag 9 mei, kwart voor 9 starten we in de kleuterhal met ons ouderuurtje.",
            "Ouderuurtje",
            None,
            "bijeenkomst",
        ),
        ("Voor de agenda: Licht aan, 9 mei, 14.00 uur.", "Licht aan", None, None),
        ("9 mei, Licht aan, 14.00 uur.", "Licht aan", None, None),
        ("Het heet licht aan en is op 9 mei.", "Licht aan", None, None),
        ("Onze activiteit is Licht aan. Het is op 9 mei.", "Licht aan", None, None),
        (
            "Op 9 mei kijken we samen naar Stille Straat, een documentaire over school.",
            "Stille Straat",
            None,
            "actie",
        ),
        ("Op 9 mei geven wij de lezing ‘Huis van Glas’.", "Huis van Glas", None, "symposium"),
        ("De lezing met de titel Boven Water van 9 mei is afgelast.", "Boven Water", None, "symposium"),
        ("Op 9 mei praten we mentoren bij in een lunchsessie.", "Lunchsessie", "mentoren", "bijeenkomst"),
        (
            "Wij nodigen jeugdartsen uit de regio uit om 9 mei mee te denken over zorg.",
            None,
            "jeugdartsen uit de regio",
            "bijeenkomst",
        ),
        (
            "Op 9 mei is onze huiskamer open voor gezinnen die rust zoeken.",
            None,
            "gezinnen die rust zoeken",
            "inloop",
        ),
        (
            "Op 9 mei zijn moeders van 14 tot 16 uur welkom bij de praatgroep.",
            "Praatgroep",
            "moeders",
            "bijeenkomst",
        ),
    ],
)
def test_a_short_mail_tells_what_whom_for_and_how(text, title, audience, kind):
    values = draft(read := letter(text + AT, subject="actieweek"), extract(read)).values
    assert {
        field: values[field].value for field in ("title", "audience", "activity_type") if field in values
    } == {
        field: value
        for field, value in (("title", title), ("audience", audience), ("activity_type", kind))
        if value is not None
    }


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hoi, onze workshop Drummen op de gang gaat niet door op 9 mei.", "Hoi"),
        ("Helaas moeten we ons sportfeest op 9 mei afzeggen.", "Helaas moeten we ons sportfeest"),
        ("Beste, Ouderavond Moed in de klas wordt online! Op 9 mei.", "Beste"),
        ("Oja nog iets vergeten!!\n\nbij ons ouderuurtje (9 mei) is ook thee.", "Oja nog iets vergeten!!"),
        ("Tijdens een lunchsessie op 9 mei praten we verder.", "Tijdens een lunchsessie"),
        ("Wij van Oudergroep Ademtocht, lopen weer op 9 mei.", "Ademtocht, lopen weer"),
    ],
)
def test_how_a_mail_begins_is_no_name(text, wrong):
    title = draft(read := letter(text + AT, subject="actieweek"), extract(read)).values.get("title")
    assert title is None or title.value != wrong


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Wij geven op 9 mei een lezing: Wie durft er nog?", False),
        ("Op 9 mei is onze debatavond “Wat zegt het kind?”", False),
        ("Kan iemand ons helpen aan een goede lezing over verzuim?", True),
    ],
)
def test_a_question_that_is_a_name_asks_the_desk_nothing(text, asks):
    read = letter(text, subject="actieweek")
    assert any(asking(read, line) for line in read.told()) is asks


@pytest.mark.parametrize(
    ("text", "field", "wrong"),
    [
        ("Op 9 mei is er een lezing. Het heet tegenwoordig anders.", "title", "Tegenwoordig anders"),
        ("De cursus gegeven door Ab is op 9 mei.", "title", "Cursus gegeven"),
        ("De lezing is op 9 mei - ouders betalen 5 euro - in de aula", "audience", "ouders betalen 5 euro"),
        (
            "Lezing, 9 mei. Wij zijn blij dat ouders zich hier welkom voelen.",
            "audience",
            "blij dat ouders zich",
        ),
    ],
)
def test_what_only_looks_like_it_is_none(text, field, wrong):
    value = draft(read := letter(text + AT, subject="actieweek"), extract(read)).values.get(field)
    assert value is None or value.value != wrong
