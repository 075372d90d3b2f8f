"""A later mail about a known activity becomes a proposed change to it; nothing is merged."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from store import log, queue
from store.database import Store
from store.incoming import NewMail, NewReading
from store.likeness import likeness, name_key
from store.model import Draft, DraftStatus
from tests.store.mails import NOW, claim, draft, keep, mail, read_as, reading

REPLY = {"in_reply_to": ("<first@school.example>",), "references": ("<first@school.example>",)}


def drafts(store: Store) -> list[Draft]:
    with store.view() as s:
        return list(s.scalars(select(Draft).order_by(Draft.id)))


def change(title: str = "", organisation: str = "", **given: object) -> NewReading:
    return reading(draft(title, organisation, day=None, change="changed", **given), kind="update")


def other_sender(name: str, **given: object) -> NewMail:
    return mail(name, sender_email=f"{name}@elders.example", **given)


def test_a_reply_is_about_the_activity_of_the_mail_it_answers(store: Store) -> None:
    read_as(store, mail("first"), reading(draft()))
    mail_id = read_as(store, other_sender("second", **REPLY), change())
    first, second = drafts(store)
    assert (second.about_draft_id, second.linked_by) == (first.id, "references")
    assert (first.status, second.status) == (DraftStatus.NEW, DraftStatus.CHANGE)
    assert (first.title, first.version) == ("Oudercafé", 1)
    with store.view() as s:
        assert [e.action for e in log.history(s, mail_id=mail_id)] == ["kept", "read", "linked"]
        assert {row.draft_id: row.about_draft_id for row in queue.waiting(s)} == {
            first.id: None,
            second.id: first.id,
        }


def test_an_answer_to_an_answer_is_about_the_activity_where_it_began(store: Store) -> None:
    read_as(store, mail("first"), reading(draft()))
    read_as(store, mail("second", **REPLY), change())
    thread = ("<first@school.example>", "<second@school.example>")
    read_as(store, mail("third", in_reply_to=thread[1:], references=thread), change())
    first, _, third = drafts(store)
    assert third.about_draft_id == first.id


def test_of_several_activities_in_the_thread_the_title_tells_which(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé"), draft("Filmavond over thuiszitten")))
    read_as(store, other_sender("second", **REPLY), change("De filmavond over thuiszitten"))
    read_as(store, other_sender("third", **REPLY), change("Iets heel anders"))
    read_as(store, other_sender("fourth", **REPLY), change())
    about = {one.title: one.about_draft_id for one in drafts(store)[2:]}
    assert about == {"De filmavond over thuiszitten": drafts(store)[1].id, "Iets heel anders": None, "": None}


def test_without_a_thread_organisation_and_title_tell_which_spelt_otherwise_too(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé thuiszitters", "Samenwerkingsverband De Linden")))
    read_as(store, mail("other"), reading(draft("Oudercafé thuiszitters", "Gemeente Assen")))
    new = change("oudercafe Thuiszitters", "samenwerkingsverband de linde")
    read_as(store, other_sender("later"), new)
    assert (drafts(store)[2].about_draft_id, drafts(store)[2].linked_by) == (drafts(store)[0].id, "names")


def test_a_change_without_title_is_about_the_senders_only_activity(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé", "De Linde")))
    read_as(store, other_sender("other"), reading(draft("Open dag", "Gemeente Assen")))
    read_as(store, mail("later"), change())
    assert drafts(store)[2].about_draft_id == drafts(store)[0].id


def test_where_two_activities_are_as_likely_a_person_chooses(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Workshop deel 1"), draft("Workshop deel 2")))
    read_as(store, mail("later"), change("Workshop deel", "De Linde"))
    read_as(store, mail("latest"), change("Workshop deel 2", "De Linde"))
    _, two, vague, exact = drafts(store)
    assert (vague.status, vague.about_draft_id) == (DraftStatus.CHANGE, None)
    assert exact.about_draft_id == two.id


@pytest.mark.parametrize(
    ("title", "organisation", "day", "linked"),
    [
        ("Oudercafé", "De Linde", 9, True),
        ("Ouder-café", "de linde", 9, True),
        ("Oudercafé", "De Linde", 10, False),
        ("Oudercafé", "De Beuk", 9, False),
        ("Filmavond", "De Linde", 9, False),
    ],
)
def test_an_announcement_sent_again_is_a_proposal_and_any_other_a_new_activity(
    store: Store, title: str, organisation: str, day: int, linked: bool
) -> None:
    read_as(store, mail("first"), reading(draft()))
    read_as(store, mail("again"), reading(draft(title, organisation, day)))
    first, again = drafts(store)
    assert again.about_draft_id == (first.id if linked else None)
    assert again.status == (DraftStatus.CHANGE if linked else DraftStatus.NEW)


def test_a_further_activity_in_the_same_thread_is_an_activity_of_its_own(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé")))
    read_as(store, mail("second", **REPLY), reading(draft("Filmavond")))
    assert [one.status for one in drafts(store)] == [DraftStatus.NEW, DraftStatus.NEW]


def test_what_answers_last_years_mail_is_no_change_of_last_years_activity(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé", day=9)))
    this_year = replace(draft("Oudercafé"), first_day=date(2018, 5, 14))
    read_as(store, mail("second", **REPLY), reading(this_year))
    assert [(one.status, one.about_draft_id) for one in drafts(store)] == [(DraftStatus.NEW, None)] * 2


@pytest.mark.parametrize("title", ["Oudercafé", ""])
def test_a_change_without_a_thread_is_about_this_years_activity(store: Store, title: str) -> None:
    read_as(store, mail("first"), reading(draft("Oudercafé", day=9)))
    read_as(store, mail("second"), reading(replace(draft("Oudercafé"), first_day=date(2018, 5, 14))))
    read_as(store, mail("third"), change(title))
    _, this_year, later = drafts(store)
    assert later.about_draft_id == this_year.id


def test_activities_of_one_mail_are_never_about_each_other(store: Store) -> None:
    read_as(store, mail("first"), reading(draft("Spreekuur"), draft("Spreekuur")))
    assert [one.about_draft_id for one in drafts(store)] == [None, None]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_reply_read_in_one_batch_with_its_original_or_before_it_is_linked_all_the_same(
    store: Store, order: tuple[int, int]
) -> None:
    keep(store, mail("first"), other_sender("second", **REPLY))
    claimed = [one.mail_id for one in claim(store)]
    what = [reading(draft()), change()]
    with store.begin() as s:
        queue.save_readings(s, [(claimed[at], what[at]) for at in order], "worker", NOW)
    by_title = {one.title: one for one in drafts(store)}
    assert by_title[""].about_draft_id == by_title["Oudercafé"].id


def test_a_reply_read_long_before_its_original_is_linked_when_that_comes(store: Store) -> None:
    read_as(store, other_sender("second", **REPLY), change())
    read_as(store, mail("first"), reading(draft()))
    second, first = drafts(store)
    assert (second.about_draft_id, second.linked_by) == (first.id, "references")


def test_a_change_without_a_thread_that_is_read_before_its_activity_in_one_batch_is_linked(
    store: Store,
) -> None:
    keep(store, mail("first"), mail("second"))
    claimed = [one.mail_id for one in claim(store)]
    what = [reading(draft("Oudercafé", "De Linde")), change("Oudercafé", "De Linde")]
    with store.begin() as s:
        queue.save_readings(s, [(claimed[at], what[at]) for at in (1, 0)], "worker", NOW)
    change_of, activity = drafts(store)
    assert (change_of.about_draft_id, change_of.linked_by) == (activity.id, "names")


def test_three_copies_of_one_announcement_in_one_batch_all_lead_to_the_first(store: Store) -> None:
    keep(store, mail("a"), mail("b"), mail("c"))
    claimed = claim(store)
    with store.begin() as s:
        queue.save_readings(s, [(one.mail_id, reading(draft())) for one in claimed], "worker", NOW)
    first, *copies = drafts(store)
    assert first.about_draft_id is None
    assert [one.about_draft_id for one in copies] == [first.id, first.id]


def test_names_are_compared_by_the_words_that_matter() -> None:
    assert name_key("Stichting De Lindé, te Zwolle!") == "linde zwolle"
    assert name_key("De") == "de"
    assert name_key("Ouder-café 9-12") == "oudercafe 9 12"
    assert likeness("", "") == 0
    assert likeness("deel 1", "deel 2") == 0
    assert likeness("filmavond", "filmavonden") > 0.7
    assert likeness("oudercafe", "spreekuur") < 0.2
