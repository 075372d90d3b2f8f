"""Is a mail for the week, and what kind of mail is it."""

import pytest

from intake.extract.finding import Kind, Tag
from intake.extract.kind import judged
from intake.extract.prepare import prepare
from intake.mail.parse import parse_mail
from intake.triage import judge, tag_of, tagged
from tests.extract.letters import OTHER, WEEK, message

NAME = "Landelijke Actieweek Thuiszitters"


@pytest.mark.parametrize(
    "text",
    [
        NAME,
        NAME.upper(),
        f"RE: {NAME}",
        f"[EXTERN] Antw: {NAME}",
        "actieweek thuiszitters",
        "Aktieweek thuiszitters",
        "landelijke aktie week thuiszitters",
        "Landelijk Actieweek Thuizitters",
        "actieweek Thuis-zitters",
        "actieweek thuis zitters",
        "LandelijkeActieweekThuiszitters",
        "Actieweek voor Thuiszitters",
        "actieweek Thuiszitters landelijk",
        "de Thuiszittersweek",
        "actie\u200bweek thuis\u00adzitters",
        "Landelijke Actieweek Thuis-\nzitters",
    ],
)
def test_the_campaigns_name_is_known_in_any_recognisable_spelling(text):
    assert tagged(text, WEEK)


@pytest.mark.parametrize(
    "text",
    ["thuiszitters in onze regio", "de actieweek van de vakbond", "week van de jeugd", "", "thuiswerkers"],
)
def test_another_name_is_not_taken_for_it(text):
    assert not tagged(text, WEEK)


@pytest.mark.parametrize(
    "text", ["Week vh Leesplezier", "week van het leesplezier", "de WvhL", "Leesplezierweek"]
)
def test_another_campaign_is_known_by_config_alone(text):
    assert tagged(text, OTHER)
    assert not tagged(text, WEEK)


def test_the_week_named_only_in_the_text_is_ours():
    verdict = judge("bijeenkomst", f"Op 9 mei organiseren wij voor de {NAME} een lezing.", (), WEEK)
    assert verdict.ours
    assert not verdict.doubt


def test_the_week_mentioned_in_passing_is_ours_with_doubt():
    verdict = judge("factuur 2017-33", f"Hierbij de rekening. Veel succes met de {NAME}!", (), WEEK)
    assert verdict.ours
    assert verdict.doubt


def test_documents_are_asked_for_only_where_the_text_says_nothing():
    def documents():
        yield f"Flyer {NAME}"
        raise AssertionError("no further document was needed")

    assert judge("flyer", "zie bijlage", documents(), WEEK).ours
    assert judge(NAME, "zie bijlage", documents(), WEEK).ours


def test_ordinary_mail_is_not_ours():
    assert not judge("TLV bij verhuizing", "Geldt de verklaring ook na 1 februari?", (), WEEK).ours


def kind(text, subject=NAME, **headers):
    letter = prepare(parse_mail(message(text, subject=subject, **headers)), WEEK)
    return judged(letter, tag_of(letter))[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "auto_reply"},
        {"Return_Path": "<>"},
        {"List_Id": "<nieuws.x.nl>"},
        {"List_Unsubscribe": "<https://x.nl/u>"},
        {"X_Autoreply": "yes"},
    ],
)
def test_automatic_mail_is_told_by_its_headers(headers):
    assert kind("Op dinsdag 9 mei om 14.00 uur is er een lezing.", **headers) is Kind.AUTOMATIC


@pytest.mark.parametrize(
    "subject",
    [
        f"Automatisch antwoord: {NAME}",
        f"Out of office: {NAME}",
        f"Afwezigheidsbericht: {NAME}",
        f"Gelezen: {NAME}",
        "Undeliverable: ontvangst",
        f"Leesbevestiging: {NAME}",
    ],
)
def test_automatic_mail_is_told_by_its_subject(subject):
    assert kind("Ik ben er even niet.", subject) is Kind.AUTOMATIC


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Op dinsdag 9 mei van 13.00 tot 16.00 uur organiseren wij een symposium in De Hal.", Kind.ACTIVITY),
        ("Wij komen met een werkconferentie. Datum en locatie volgen.", Kind.ACTIVITY),
        ("Bijgaand onze handreiking voor de toolbox, vrij te gebruiken.", Kind.MATERIAL),
        ("Onze lezing van dinsdag 9 mei gaat helaas niet door.", Kind.UPDATE),
        ("Mogen wij ook meedoen als basisschool? We denken aan iets op 9 mei.", Kind.QUESTION),
        ("Komen er posters? En hoe groot zijn die?", Kind.QUESTION),
    ],
)
def test_the_kind_of_a_mail_is_told_by_what_it_does(text, expected):
    assert kind(text) is expected


def test_without_the_name_or_the_subject_matter_a_mail_is_unrelated():
    assert kind("Kunt u mij bellen over de factuur?", "factuur") is Kind.UNRELATED


def test_an_activity_for_the_week_that_never_names_it_is_still_one():
    text = "Op donderdag 11 mei van 12 tot 14 uur is onze netwerkbijeenkomst over thuiszitters. Graag in de agenda."
    assert kind(text, "netwerkbijeenkomst") is Kind.ACTIVITY


def tag(text, subject):
    return tag_of(prepare(parse_mail(message(text, subject=subject)), WEEK))


def test_what_the_desk_wrote_in_a_quote_is_no_tag():
    quoted = f"Dank!\n\nOp 9 maart 2017 schreef Desk <desk@desk.example>:\n> Doet u mee met de {NAME}?\n"
    assert tag(quoted, "Re: vraag") is Tag.NONE
    assert tag(f"voor de {NAME}", "lezing") is Tag.BODY
    assert tag("lezing", f"lezing {NAME}") is Tag.SUBJECT


def test_half_the_campaigns_name_is_a_tag_unless_it_is_said_to_be_anothers():
    assert tag("Onze aanmelding voor de actieweek: voor ouders.", "ouderavond") is Tag.BODY
    assert tag("lezing", "twee activiteiten voor de landelijke actieweek") is Tag.SUBJECT
    assert tag("Doet u mee aan de actieweek van de vakbond?", "oproep") is Tag.NONE
