"""Organisers' links: who may have one, what it opens wherever staff made it part of, and when it opens no more."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from store import erasing, forgetting, own_links, review, upkeep
from store.database import Store
from store.own_links import OwnLink
from tests.store.desk import LATER, one_draft, whole
from tests.store.mails import NOW

ANNA = "staff:1"
SENDER = "anna@school.example"
END = LATER + timedelta(days=14)


def arrives(store: Store, name: str = "first", who: str = SENDER) -> int:
    made = whole(organisation=f"School {name}")
    return one_draft(store, name, made, sender_email=who, reading={"answer_to": who})


def link(store: Store, draft_id: int) -> str:
    with store.begin() as s:
        return own_links.give(s, draft_id, LATER, END)


def opens(store: Store, key: str, now=LATER) -> int | None:
    with store.view() as s:
        found = own_links.find(s, key, now)
        return None if found is None else found.draft_id


def links(store: Store) -> int:
    with store.view() as s:
        return s.scalar(select(func.count()).select_from(OwnLink))


def test_a_key_opens_its_activity_until_its_last_moment_and_another_key_nothing(store):
    draft_id = arrives(store)
    key = link(store, draft_id)
    assert opens(store, key, END - timedelta(seconds=1)) == draft_id
    assert opens(store, key, END) is None
    for other in ("", key[:-1], key.swapcase(), "x" * 43, "\udcff"):
        assert opens(store, other) is None


def test_the_database_holds_no_key(store):
    key = link(store, arrives(store))
    assert len(key) >= 43, "256 bits"
    with store.view() as s:
        (row,) = s.execute(text("SELECT * FROM own_link")).all()
    assert key not in repr(row)


def test_only_who_announced_an_activity_may_have_its_link(store):
    draft_id = arrives(store)
    material = one_draft(store, "photos", kind="material", reading={"answer_to": SENDER})
    with store.view() as s:
        assert own_links.is_own(s, draft_id, SENDER.upper())
        assert not own_links.is_own(s, draft_id, "bert@elders.example")
        assert not own_links.is_own(s, draft_id, "")
        assert not own_links.is_own(s, material, SENDER)
        assert not own_links.is_own(s, 999, SENDER)


def test_where_an_activity_was_merged_the_link_follows_and_knows_that_it_is_not_theirs_alone(store):
    first, other = arrives(store), arrives(store, "second", "bert@elders.example")
    key = link(store, first)
    with store.begin() as s:
        review.merge(s, other, 1, first, 1, {}, ANNA, LATER)
    with store.view() as s:
        found = own_links.find(s, key, LATER)
    assert (found.draft_id, found.recipient, found.theirs) == (other, SENDER, False)


def test_links_go_with_what_is_erased_and_with_who_is_forgotten(store):
    one, other = arrives(store), arrives(store, "second", "bert@elders.example")
    link(store, one)
    kept = link(store, other)
    list(forgetting.forget(store, SENDER, ANNA, LATER))
    assert links(store) == 1
    assert opens(store, kept) == other
    with store.begin() as s:
        erasing.erase(s, [2], "retention", erasing.EXPIRED, LATER)
    assert links(store) == 0


def test_links_that_opened_until_now_are_swept(store):
    link(store, arrives(store))
    with store.begin() as s:
        upkeep.sweep_desk(s, END, timedelta(minutes=5))
    assert links(store) == 0


@pytest.mark.parametrize("decide", ["approve", "reject"])
def test_a_decision_takes_no_link_away(store, decide):
    draft_id = arrives(store)
    key = link(store, draft_id)
    with store.begin() as s:
        version = review.save(s, draft_id, 1, {}, ANNA, NOW, confirm=["organisation", "venue"]).version
        if decide == "approve":
            review.approve(s, draft_id, version, ANNA, NOW)
        else:
            review.reject(s, draft_id, version, "week", ANNA, NOW)
    assert opens(store, key) == draft_id
