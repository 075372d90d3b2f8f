"""What is sent from an organiser's page: a mail of theirs with a proposed change, once, on both databases."""

from datetime import timedelta

from sqlalchemy import select

from store import own_proposals, queue, review
from store.incoming import NewDraft, NewFinding
from store.model import Draft, Mail
from tests.store.desk import LATER, one_draft, see
from tests.store.mails import TTL, mail, reading

SENDER = "anna@school.example"


def send(store, about: int, name: str = "page", **values: object) -> bool:
    findings = tuple(NewFinding(field, 0, value, 0.99, "own_page") for field, value in values.items())
    made = reading(NewDraft(findings, "changed", "Oudercafé", about=about), kind="update", answer_to=SENDER)
    with store.begin() as s:
        return own_proposals.propose(s, mail(name), made, LATER)


def test_a_proposal_is_about_its_activity_whatever_else_its_sender_announced(store):
    one_draft(store, "other", reading={"answer_to": SENDER})
    first = one_draft(store, reading={"answer_to": SENDER})
    assert send(store, first, venue="Aula")
    with store.view() as s:
        change = s.scalars(select(Draft).order_by(Draft.id.desc())).first()
        (waiting,) = own_proposals.waiting(s, first, SENDER.upper())
        assert own_proposals.waiting(s, first, "bert@elders.example") == []
        assert [one.field for one in waiting.differences] == ["venue"]
    assert (change.about_draft_id, change.linked_by, change.status) == (first, "page", "change")


def test_what_is_sent_twice_is_kept_once_and_nobody_reads_it_again(store):
    first = one_draft(store)
    assert send(store, first, venue="Aula")
    assert not send(store, first, venue="Aula")
    with store.begin() as s:
        assert s.scalars(select(Mail.status).order_by(Mail.id)).all() == ["drafted", "drafted"]
        assert queue.claim_pending(s, "worker", 10, LATER + timedelta(days=1), TTL) == []
        assert own_proposals.of_a_day(s, first, LATER) == 1
        assert own_proposals.of_a_day(s, first, LATER + timedelta(days=1)) == 0


def test_an_emptied_field_becomes_empty_where_it_is_accepted_and_only_there(store):
    first = one_draft(store)
    send(store, first, city="", street="", venue="Aula")
    change = first + 1
    with store.view() as s:
        told = {one.field: (one.old, one.new) for one in review.differences(s, change)}
    assert told == {"city": ("Zwolle", ""), "venue": ("Buurthuis", "Aula")}, (
        "of what was empty there is nothing to say"
    )
    with store.begin() as s:
        review.accept_change(s, change, 1, "staff:1", LATER, only=["city"])
    values = see(store, first).values
    assert "city" not in values
    assert values["venue"] == "Buurthuis"
