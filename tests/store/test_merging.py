"""How many activities a mail has is for staff to say: merged, split, added, and turned into questions."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from store import queue, review
from store.database import Store
from store.errors import Blocked, NotFound, Refused, Stale
from store.incoming import NewPart
from store.model import Draft, Mail
from tests.store.desk import one_draft, people, see, state, whole
from tests.store.mails import NOW, mail, read_as, reading, sha

ANNA = "staff:1"


def part(name: str) -> NewPart:
    return NewPart((0, 1), name, name, "application/pdf", "", 9, sha(name), "document")


def two(store: Store) -> tuple[int, int]:
    one = one_draft(store, "one", whole("Oudercafé", "De Linde"), reading={"parts": (part("een.pdf"),)})
    other = one_draft(
        store, "other", whole("Koffie-uur", "SWV Oost", price=5), reading={"parts": (part("twee.pdf"),)}
    )
    return one, other


def merge(store: Store, keep: int, other: int, *picks: str) -> review.Decided:
    with store.begin() as s:
        return review.merge(s, keep, see(store, keep).version, other, 1, picks, ANNA, NOW)


def test_what_is_merged_keeps_both_mails_and_all_attachments(store: Store) -> None:
    keep, other = two(store)
    merge(store, keep, other, "price", "title")
    view, gone = see(store, keep), see(store, other)
    assert (view.values["price"], view.title, view.values["organisation"]) == (5, "Koffie-uur", "De Linde")
    assert view.fields["price"].from_draft_id == other
    assert [one.subject[-5:] for one in view.sources] == ["other"]
    assert [one.name for one in view.parts] == ["een.pdf", "twee.pdf"]
    assert gone.merged_into is not None
    assert (gone.status, gone.merged_into.draft_id) == ("merged", keep)
    with store.view() as s:
        assert [row.draft_id for row in queue.waiting(s)] == [keep]


def test_a_merge_is_undone_from_either_of_the_two(store: Store) -> None:
    keep, other = two(store)
    before = state(store)
    for which in (keep, other):
        with store.begin() as s:
            versions = [s.get_one(Draft, draft_id).version for draft_id in (keep, other)]
            review.merge(s, keep, versions[0], other, versions[1], ["title"], ANNA, NOW)
        line = see(store, which).history[0]
        assert line.can_undo
        assert line.decision is not None
        with store.begin() as s:
            version = s.get_one(Draft, which).version
            review.undo(s, line.decision, version, ANNA, NOW, draft_id=which)
        assert state(store) == before
        assert not see(store, which).history[1].can_undo


def test_what_was_about_the_merged_draft_is_about_the_one_that_is_kept(store: Store) -> None:
    keep, other = two(store)
    answer = {"references": ("<other@school.example>",)}
    first = one_draft(store, "change", whole("Koffie-uur", day=10, change="changed"), "update", **answer)
    assert see(store, first).about == see(store, first).about
    merge(store, keep, other)
    later = one_draft(store, "later", whole("Koffie-uur", day=11, change="changed"), "update", **answer)
    for change in (first, later):
        about = see(store, change).about
        assert about is not None
        assert about.draft_id == keep
    assert [one.draft_id for one in see(store, keep).changes] == [first, later]


def test_a_merge_of_what_somebody_changed_meanwhile_is_stale(store: Store) -> None:
    keep, other = two(store)
    with store.begin() as s:
        review.save(s, other, 1, {"price": 6}, ANNA, NOW)
    with pytest.raises(Stale) as refused, store.begin() as s:
        review.merge(s, keep, 1, other, 1, ["price"], ANNA, NOW)
    assert refused.value.draft_id == other


def test_a_draft_is_not_merged_with_itself_or_with_what_is_gone(store: Store) -> None:
    keep, other = two(store)
    with pytest.raises(Refused, match="same-draft"), store.begin() as s:
        review.merge(s, keep, 1, keep, 1, [], ANNA, NOW)
    merge(store, keep, other)
    with pytest.raises(Refused, match="wrong-status: merged"), store.begin() as s:
        review.merge(s, keep, 2, other, 2, [], ANNA, NOW)


def test_a_split_draft_is_two_with_the_same_evidence_and_each_its_own_values(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.save(s, draft_id, 1, {"price": 5}, ANNA, NOW)
        decided = review.split_draft(
            s, draft_id, 2, {"title": "Ochtend"}, {"title": "Middag", "price": None}, "staff:2", NOW
        )
    assert decided.made is not None
    first, second = see(store, draft_id), see(store, decided.made)
    assert (first.title, first.values["price"]) == ("Ochtend", 5)
    assert second.title == "Middag"
    assert "price" not in second.values
    assert second.fields["venue"].found == first.fields["venue"].found
    assert (second.status, second.mail.id) == ("new", first.mail.id)
    assert [one.draft_id for one in first.siblings] == [second.id]
    with store.begin() as s:
        assert decided.event_id is not None
        review.undo(s, decided.event_id, first.version, ANNA, NOW)
    with pytest.raises(NotFound):
        see(store, decided.made)
    assert see(store, draft_id).title == "Oudercafé"


def test_a_split_is_not_undone_over_what_was_typed_into_the_second(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        decided = review.split_draft(s, draft_id, 1, {}, {"title": "Middag"}, ANNA, NOW)
        assert decided.made is not None
        assert decided.event_id is not None
        review.save(s, decided.made, see_version(s, decided.made), {"price": 5}, ANNA, NOW)
    with pytest.raises(Refused, match="changed-since: price"), store.begin() as s:
        review.undo(s, decided.event_id, None, ANNA, NOW)


def see_version(s: Session, draft_id: int) -> int:
    return s.get_one(Draft, draft_id).version


def test_a_number_is_never_given_to_another_draft_again(store: Store) -> None:
    draft_id = one_draft(store)
    made = []
    for _ in range(2):
        with store.begin() as s:
            decided = review.add_draft(s, 1, ANNA, NOW)
            assert decided.event_id is not None
            review.undo(s, decided.event_id, None, ANNA, NOW)
        made.append(decided.made)
    assert made[0] != made[1]
    assert draft_id not in made


def test_a_mail_without_draft_gets_one_and_leaves_the_queue(store: Store) -> None:
    mail_id = read_as(store, mail("ask"), reading(kind="question"))
    with store.begin() as s:
        decided = review.add_draft(s, mail_id, ANNA, NOW, {"title": "Zelf ingevuld"})
        assert [(row.draft_id, row.title) for row in queue.waiting(s)] == [(decided.made, "Zelf ingevuld")]
        assert decided.event_id is not None
        review.undo(s, decided.event_id, None, ANNA, NOW)
        assert [(row.draft_id, row.state) for row in queue.waiting(s)] == [(None, "no-draft")]


def test_an_activity_becomes_a_question_and_the_question_that_activity_again(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        review.to_question(s, draft_id, 1, ANNA, NOW)
    with store.view() as s:
        assert [(row.mail_id, row.draft_id, row.kind) for row in queue.waiting(s)] == [(1, None, "question")]
    with store.begin() as s:
        assert review.to_activity(s, 1, ANNA, NOW).made == draft_id
    assert see(store, draft_id).status == "new"
    with store.view() as s:
        assert not s.get_one(Mail, 1).needs_person


def test_a_mail_that_needs_nobody_leaves_the_queue_and_can_come_back(store: Store) -> None:
    them = people(store)
    mail_id = read_as(store, mail("ask"), reading(kind="question"))
    with store.begin() as s:
        decided = review.no_activity(s, mail_id, them.anna, NOW)
        assert queue.waiting(s) == []
        assert decided.event_id is not None
    with pytest.raises(Refused, match="nothing-waits"), store.begin() as s:
        review.no_activity(s, mail_id, them.anna, NOW)
    with store.begin() as s:
        review.undo(s, decided.event_id, None, them.anna, NOW)
        assert len(queue.waiting(s)) == 1


def test_a_mail_that_is_still_to_be_read_gets_no_draft(store: Store) -> None:
    from tests.store.mails import keep

    keep(store, mail("later"))
    with pytest.raises(Refused, match="not-read"), store.begin() as s:
        review.add_draft(s, 1, ANNA, NOW)


def test_merging_never_takes_from_an_approved_draft_what_it_needs(store: Store) -> None:
    keep = one_draft(store, "one", whole("Oudercafé"))
    other = one_draft(store, "other", whole("Koffie"))
    with store.begin() as s:
        review.approve(s, keep, 1, ANNA, NOW)
        review.save(s, other, 1, {"dates": []}, ANNA, NOW)
    with pytest.raises(Blocked), store.begin() as s:
        review.merge(s, keep, 2, other, 2, ["dates"], ANNA, NOW)
    with store.view() as s:
        assert s.scalars(select(Draft.status).order_by(Draft.id)).all() == ["approved", "new"]
