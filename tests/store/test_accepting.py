"""A later mail on a known activity changes it when staff say so, whole or in part."""

import pytest

from store import review
from store.database import Store
from store.draftview import DraftView
from store.errors import Refused, Stale
from store.incoming import NewDraft, NewFinding
from tests.store.desk import one_draft, people, see, state, whole
from tests.store.mails import NOW, draft

ANNA = "staff:1"


def change(**values: object) -> NewDraft:
    findings = tuple(NewFinding(field, 0, value, 0.9, "test") for field, value in values.items())
    return draft("", "", None, findings=findings, change=str(values.get("change", "changed")))


def two(store: Store, **values: object) -> tuple[int, int]:
    """An approved activity, and a later mail about it."""
    about = one_draft(store)
    with store.begin() as s:
        review.approve(s, about, 1, ANNA, NOW)
    later = one_draft(store, "later", change(**values), "update", references=("<first@school.example>",))
    return about, later


def accept(store: Store, draft_id: int, **given: object) -> review.Decided:
    with store.begin() as s:
        return review.accept_change(s, draft_id, see(store, draft_id).version, ANNA, NOW, **given)  # type: ignore[arg-type]


def history(view: DraftView) -> list[str]:
    return [line.action for line in view.history]


DATES = [{"starts": "2017-05-10T14:00", "ends": None}]


def test_what_a_later_mail_says_otherwise_stands_beside_what_was(store: Store) -> None:
    _, later = two(store, dates=DATES, city="Zwolle", price=5, change="changed")
    with store.view() as s:
        found = {one.field: (one.old, one.new) for one in review.differences(s, later)}
    assert found == {
        "dates": ([{"starts": "2017-05-09T13:00", "ends": None}], DATES),
        "price": (None, 5),
    }


def test_an_accepted_change_is_in_the_activity_with_the_mail_it_came_from(store: Store) -> None:
    about, later = two(store, dates=DATES, price=5, change="changed")
    accept(store, later)
    view = see(store, about)
    assert (view.status, view.values["dates"], view.values["price"]) == ("approved", DATES, 5)
    assert view.fields["dates"].from_draft_id == later
    assert str(view.first_day) == "2017-05-10"
    assert [one.id for one in view.sources] == [see(store, later).mail.id]
    assert (see(store, later).status, history(view)[0]) == ("applied", "applied")


def test_a_part_of_a_change_can_be_accepted(store: Store) -> None:
    about, later = two(store, dates=DATES, price=5, change="changed")
    with pytest.raises(Refused, match="nothing-chosen"):
        accept(store, later, only=[])
    accept(store, later, only=["price"])
    assert see(store, about).values["price"] == 5
    assert str(see(store, about).first_day) == "2017-05-09"


def test_an_activity_that_does_not_take_place_is_withdrawn_and_comes_back_when_undone(store: Store) -> None:
    about, later = two(store, change="cancelled")
    before = state(store)
    with store.view() as s:
        assert [one.field for one in review.differences(s, later)] == ["change"]
    decided = accept(store, later)
    assert see(store, about).status == "withdrawn"
    assert decided.event_id is not None
    with store.begin() as s:
        review.undo(s, decided.event_id, see(store, about).version, ANNA, NOW, draft_id=about)
    assert state(store) == before


def test_a_change_of_what_somebody_else_changed_meanwhile_is_stale(store: Store) -> None:
    about, later = two(store, price=5, change="changed")
    seen = see(store, about).version
    with store.begin() as s:
        review.save(s, about, seen, {"price": 7}, ANNA, NOW)
    with pytest.raises(Stale) as refused:
        accept(store, later, about_version=seen)
    assert refused.value.draft_id == about


def test_a_change_about_nothing_is_first_told_what_it_is_about(store: Store) -> None:
    about = one_draft(store)
    later = one_draft(store, "later", change(price=5), "update", sender_email="x@elders.example")
    with pytest.raises(Refused, match="no-activity"):
        accept(store, later)
    with store.begin() as s:
        review.point(s, later, 1, about, ANNA, NOW)
    accept(store, later)
    assert see(store, about).values["price"] == 5


def test_what_was_taken_for_a_change_can_be_an_activity_of_its_own(store: Store) -> None:
    people(store)
    _, later = two(store, price=5, change="changed")
    with store.begin() as s:
        version = see(store, later).version
        assert review.point(s, later, version, None, ANNA, NOW).status == "new"
        assert review.ask(s, later, version + 1, "Hoe heet het?", ANNA, NOW).status == "asked"
        assert review.reopen(s, later, version + 2, ANNA, NOW).status == "new"
    assert see(store, later).about is None


def test_a_change_is_not_about_a_change_or_about_itself(store: Store) -> None:
    _, later = two(store, price=5, change="changed")
    other = one_draft(store, "more", whole("Iets"), "update", sender_email="x@elders.example")
    for about, code in ((later, "wrong-status"), (other, "same-draft")):
        with pytest.raises(Refused, match=code), store.begin() as s:
            review.point(s, other, 1, about, ANNA, NOW)
