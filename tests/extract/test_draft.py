"""One finding fills a field, and the draft says why it was that one."""

from dataclasses import replace

import pytest

from intake.extract.draft import draft, unsure
from intake.extract.finding import Because, Evidence, Finding
from intake.extract.grades import DERIVED, GUESS, LIKELY, SAID, TRACE
from intake.reading import read
from tests.extract.letters import WEEK, letter, message


def one(value, grade, source="body", field="city"):
    return Finding(field, value, grade, (Evidence(source, 0, len(value), value),), "place")


@pytest.mark.parametrize(
    ("found", "value", "grade", "because"),
    [
        ([one("Zeist", SAID)], "Zeist", SAID, [Because.ALONE]),
        ([one("Zeist", SAID), one("Ede", LIKELY)], "Zeist", SAID, [Because.SURER]),
        ([one("Ede", LIKELY), one("Zeist", SAID)], "Zeist", SAID, [Because.SURER]),
        ([one("Zeist", SAID), one("Ede", SAID)], "Zeist", LIKELY, [Because.EARLIER, Because.LOWERED]),
        ([one("Zeist", LIKELY), one("Ede", LIKELY)], "Zeist", LIKELY, [Because.EARLIER]),
        ([one("Zeist", LIKELY), one("ZEIST", GUESS)], "Zeist", LIKELY, [Because.ALONE]),
        (
            [one("Zeist", LIKELY), one("ZEIST", GUESS, "subject")],
            "Zeist",
            SAID,
            [Because.ALONE, Because.RAISED],
        ),
        (
            [one("Zeist", SAID), one("Zeist", SAID, "attachment:x")],
            "Zeist",
            SAID,
            [Because.ALONE, Because.AGREED],
        ),
        (
            [one("Zeist", LIKELY), one("Zeist", LIKELY, "subject"), one("Ede", LIKELY)],
            "Zeist",
            LIKELY,
            [Because.EARLIER, Because.RAISED, Because.LOWERED],
        ),
        (
            [one("De Schakel", DERIVED, field="venue"), one("De Brug", DERIVED, field="venue")],
            "De Schakel",
            GUESS,
            [Because.EARLIER, Because.LOWERED],
        ),
    ],
)
def test_a_field_is_filled_by_the_surest_and_the_draft_says_why(found, value, grade, because):
    made = draft(letter("Dag."), found)
    (field,) = made.values
    assert made.values[field].value == value
    assert made.values[field].confidence == grade
    choice = made.choices[field]
    assert [choice.won, *choice.weighed] == because
    assert choice.given == max(finding.confidence for finding in found)
    assert {finding.value.casefold() for finding in choice.alike} <= {value.casefold()}
    assert len(choice.alike) + len(made.others.get(field, ())) == len(found) - 1


def test_what_contradicts_itself_is_not_raised_by_who_repeats_it():
    doubted = replace(one("Zeist", LIKELY), doubted=True)
    made = draft(letter("Dag."), [doubted, one("Zeist", LIKELY, "attachment:x")])
    assert made.values["city"].confidence == LIKELY


def test_a_field_that_is_often_wrong_is_not_sure_from_one_text_alone():
    once = one("ouders", SAID, field="audience")
    assert draft(letter("Dag."), [once]).values["audience"].confidence == LIKELY
    again = draft(letter("Dag."), [once, one("Ouders!", LIKELY, "subject", "audience")])
    assert again.values["audience"].confidence == SAID
    longer = draft(letter("Dag."), [once, one("ouders van thuiszitters", LIKELY, "subject", "audience")])
    assert longer.values["audience"].confidence == LIKELY


TWO = (
    "Hierbij twee activiteiten. {}\n\n"
    "1. Lezing Stil zitten\ndinsdag 9 mei, 14.00 uur, in De Hal, Markt 4, Zeist.\n\n"
    "2. Workshop Bellen\nwoensdag 10 mei, 10.00 uur, in De Vonk, Plein 2, Ede\n\n"
    "Groet, Noor"
)


@pytest.mark.parametrize(
    ("told", "field", "grade"),
    [
        ("Deelname kost 5 euro.", "price", LIKELY),
        ("Er zijn geen kosten aan verbonden.", "price", LIKELY),
        ("Alles is gratis.", "price", SAID),
        ("Alle twee zijn gratis toegankelijk.", "price", SAID),
        ("Alles is gratis, behalve de lunch daarna.", "price", LIKELY),
        ("Aanmelden kan via aanmelden@dehal.example.", "registration", LIKELY),
        ("Aanmelden voor beide kan via aanmelden@dehal.example.", "registration", SAID),
        ("Voor elke activiteit geldt: aanmelden via aanmelden@dehal.example.", "registration", SAID),
        ("Alleen wie niet bij alle onderdelen is: aanmelden via aan@dehal.example.", "registration", LIKELY),
        ("Aanmelden kan tot 3 mei.", "registration_deadline", LIKELY),
        ("Aanmelden kan steeds tot 3 mei.", "registration_deadline", SAID),
        ("Besloten bijeenkomst, alleen voor genodigden.", "access", LIKELY),
    ],
)
def test_a_fact_beside_several_activities_is_sure_only_where_it_is_said_of_all(told, field, grade):
    for made in read(message(TWO.format(told), subject=WEEK.name), WEEK).drafts:
        assert made.values[field].confidence == grade
        assert (Because.UNTIED in made.choices[field].weighed) == (grade == LIKELY)


@pytest.mark.parametrize(
    ("told", "field", "first", "second"),
    [
        ("Voor de workshop graag aanmelden via aan@dehal.example.", "registration", None, "aan@dehal.example"),
        ("Alleen de workshop kost geld, 10 euro per persoon.", "price", None, 10),
        ("De lezing is gratis.", "price", 0, None),
        ("Bij de lezing is plaats voor 60 mensen.", "capacity", 60, None),
        ("Aanmelden voor de lezing en de workshop kan via a@b.example.", "registration", "a@b.example", "a@b.example"),
        ("Aanmelden kan via a@b.example.", "registration", "a@b.example", "a@b.example"),
    ],
)  # fmt: skip
def test_what_is_told_beforehand_of_one_activity_is_not_given_to_the_other(told, field, first, second):
    drafts = read(message(TWO.format(told), subject=WEEK.name), WEEK).drafts
    values = [made.values[field].value if field in made.values else None for made in drafts]
    assert values == [first, second]


def test_of_a_mail_that_may_only_ask_nothing_is_sure():
    made = unsure(
        draft(letter("Dag."), [one("Zeist", SAID), one("10", GUESS, field="price")]), Because.MAYBE_ELSE
    )
    assert [made.values[field].confidence for field in ("city", "price")] == [LIKELY, GUESS]
    assert made.choices["city"].weighed == (Because.MAYBE_ELSE,)
    assert made.choices["price"].weighed == ()


def test_a_trace_fills_no_field_and_so_was_not_chosen():
    made = draft(letter("Dag."), [one("Zeist", TRACE)])
    assert (dict(made.values), dict(made.choices)) == ({}, {})
    assert made.others["city"][0].value == "Zeist"


def test_of_several_activities_each_says_what_is_its_own_and_what_is_told_for_all():
    text = (
        "Hierbij twee activiteiten. Wij hebben maximaal 40 plaatsen.\n\n"
        "1. Lezing Stil zitten\ndinsdag 9 mei, 14.00 uur, in De Hal, Markt 4, Zeist. "
        "Stichting De Kans organiseert de lezing.\n\n"
        "2. Workshop Bellen\nwoensdag 10 mei, 10.00 uur, in De Vonk, Plein 2, Ede, max. 30 deelnemers\n\n"
        "Groet, Noor"
    )
    first, second = read(
        message(text, subject="Stichting Samen: " + WEEK.name, sender="Noor <noor@post.example>"), WEEK
    ).drafts
    assert second.values["capacity"].value == 30
    assert second.choices["capacity"].won is Because.OWN_LINES
    assert first.choices["organisation"].won is Because.OWN_LINES
    assert second.choices["organisation"].won is Because.SHARED
    for made in (first, second):
        assert made.values.keys() == made.choices.keys()


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur open huis.", True),
        ("Dinsdag 9 mei om 10.00 uur open huis; het duurt twee uur.", True),
        ("Dinsdag 9 mei open huis. We beginnen om 10 uur en om 15 uur worden ze gehaald.", False),
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur open huis, donderdag 11 mei van 10.00 tot 12.00 uur ook.", False),
        ("Wanneer: 9 en 11 mei, 10.00 tot 12.00 uur", True),
        ("Dinsdag 9 mei om 10.00 uur open huis.", False),
        ("Dinsdag 9 mei is ons open huis.", False),
    ],
)  # fmt: skip
def test_only_one_day_with_its_hours_is_sure_where_no_label_tells_it(text, sure):
    (made,) = read(message(text, subject=WEEK.name), WEEK).drafts
    assert (made.values["dates"].confidence >= SAID) == sure


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur open huis.\n\nNog iets: op donderdag 11 mei zijn wij er ook.", True),
        ("Op dinsdag 9 mei is er van 10.00 tot 12.00 uur open huis.\n\nIn de hal hangt werk.\n\nWie wil gaat mee.\n\nKom gerust.\n\nEr is ook muziek, van 20.00 tot 22.00 uur.", True),
        ("Op dinsdag 9 mei is er van 10.00 tot 12.00 uur open huis.\n\nIn de hal hangt werk.\n\nWie wil gaat mee.\n\nKom gerust.\n\nEr is ook muziek, van 10.30 tot 11.00 uur.", False),
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur open huis.\n\nAanmelden kan tot 3 mei. Ik ben op donderdag 11 mei afwezig.", False),
        ("Dinsdag 9 mei van 10.00 tot 12.00 uur open huis in de actieweek van 8 t/m 12 mei.", False),
        ("Dinsdag 9 mei van 20.00 tot 24.00 uur feest.", False),
        ("Dinsdag 9 mei van 20.00 tot 00.30 uur feest.", False),
    ],
)  # fmt: skip
def test_days_are_not_sure_where_the_mail_tells_more_of_them_than_the_draft_holds(text, left):
    (made,) = read(message(text, subject=WEEK.name), WEEK).drafts
    assert (Because.LEFT_OVER in made.choices["dates"].weighed) == left
    assert (made.values["dates"].confidence < SAID) == left
