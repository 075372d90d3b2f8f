"""Every decision can be undone, whatever it was: the rows that it changed are again what they were."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import history, review
from store.database import Store
from store.deciding import Decided
from store.errors import ChangedSince, NotFound, Refused, Stale
from tests.store.desk import State, one_draft, people, see, state
from tests.store.mails import NOW
from tests.store.steps import STEPS, Step, World, world

ANNA = "staff:1"

# Each example has drafts of its own in the test's database.
_PROPERTY = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def _perform(world: World, steps: Sequence[Step]) -> list[tuple[Decided, State, State]]:
    """The decisions that were possible, each with the state before and after it."""
    made = []
    before = state(world.store)
    for at, step in enumerate(steps):
        try:
            with world.store.begin() as s:
                decided = step.decide(s, world, NOW + timedelta(minutes=at))
        except Refused:
            assert state(world.store) == before, "what is refused changes nothing"
            continue
        after = state(world.store)
        if decided.event_id is None:
            assert after == before
            continue
        made.append((decided, before, after))
        before = after
    return made


def _undo(world: World, event_id: int) -> Decided:
    with world.store.begin() as s:
        return review.undo(s, event_id, None, ANNA, NOW + timedelta(days=1))


@_PROPERTY
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_any_decisions_undone_from_the_last_to_the_first_leave_no_trace(
    store: Store, steps: list[Step]
) -> None:
    here = world(store)
    made = _perform(here, steps)
    undone = []
    for decided, before, _ in reversed(made):
        assert decided.event_id is not None
        undone.append(_undo(here, decided.event_id))
        assert state(store) == before
    # And an undoing is a decision, which can be undone: all of it happens again.
    for back, (_, _, after) in zip(reversed(undone), made, strict=True):
        assert back.event_id is not None
        _undo(here, back.event_id)
        assert state(store) == after


@_PROPERTY
@given(steps=st.lists(STEPS, min_size=2, max_size=8), which=st.integers(0, 7))
def test_an_older_decision_is_undone_whole_or_refused_and_nothing_else_changes(
    store: Store, steps: list[Step], which: int
) -> None:
    here = world(store)
    made = _perform(here, steps)
    if not made:
        return
    decided, before, after = made[which % len(made)]
    now = state(store)
    assert decided.event_id is not None
    try:
        _undo(here, decided.event_id)
    except ChangedSince:
        assert state(store) == now
        return
    then = state(store)
    for key in {*before, *after, *now, *then}:
        columns = _columns(before.get(key), after.get(key))
        for column in columns:
            assert _part(then.get(key), column) == _part(before.get(key), column)
        for column in _columns(now.get(key), then.get(key)):
            assert column in columns, "only what the decision changed is changed back"


def _columns(one: Any, other: Any) -> set[str]:
    """In which columns two states of a row differ; "" where one of them is none."""
    if one is None or other is None:
        return set() if one is other else {""}
    return {name for name in one if one[name] != other[name]}


def _part(row: Any, column: str) -> Any:
    return row if column == "" or row is None else row[column]


def test_undoing_takes_back_the_decision_and_says_so_in_the_history(store: Store) -> None:
    them = people(store)
    draft_id = one_draft(store)
    with store.begin() as s:
        decided = review.reject(s, draft_id, 1, "dubbel", them.anna, NOW, message="Sorry")
        assert decided.event_id is not None
        review.undo(s, decided.event_id, decided.version, them.bert, NOW)
    view = see(store, draft_id)
    assert (view.status, view.reason, view.message, view.version) == ("new", "", "", 3)
    back, first = view.history[:2]
    assert (back.action, back.name, back.detail["undoes"]) == ("undone", "Bert", first.id)
    assert (first.can_undo, first.undone_by, back.can_undo) == (False, back.id, True)


def test_what_was_undone_is_not_undone_again(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        decided = review.cancel(s, draft_id, 1, ANNA, NOW)
        assert decided.event_id is not None
        review.undo(s, decided.event_id, 2, ANNA, NOW)
    with pytest.raises(Refused, match="undone-already"), store.begin() as s:
        review.undo(s, decided.event_id, 3, ANNA, NOW)


def test_undoing_what_somebody_changed_since_is_refused_with_the_fields_and_who(store: Store) -> None:
    them = people(store)
    draft_id = one_draft(store)
    with store.begin() as s:
        first = review.save(s, draft_id, 1, {"title": "Een", "city": "Assen"}, them.anna, NOW)
        review.save(s, draft_id, 2, {"city": "Emmen"}, them.bert, NOW)
    assert first.event_id is not None
    with pytest.raises(ChangedSince) as refused, store.begin() as s:
        review.undo(s, first.event_id, 3, them.anna, NOW)
    assert (refused.value.fields, refused.value.by) == (("city",), "Bert")
    assert see(store, draft_id).title == "Een"


def test_an_older_change_of_another_field_is_undone_and_the_later_one_stays(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        first = review.save(s, draft_id, 1, {"title": "Een"}, ANNA, NOW)
        review.save(s, draft_id, 2, {"city": "Emmen"}, ANNA, NOW)
        assert first.event_id is not None
        review.undo(s, first.event_id, 3, ANNA, NOW)
    view = see(store, draft_id)
    assert (view.values["title"], view.values["city"], view.title) == ("Oudercafé", "Emmen", "Oudercafé")


def test_undoing_from_a_page_that_is_older_than_the_draft_is_stale(store: Store) -> None:
    draft_id = one_draft(store)
    with store.begin() as s:
        first = review.save(s, draft_id, 1, {"title": "Een"}, ANNA, NOW)
        review.save(s, draft_id, 2, {"city": "Emmen"}, ANNA, NOW)
    assert first.event_id is not None
    with pytest.raises(Stale), store.begin() as s:
        review.undo(s, first.event_id, first.version, ANNA, NOW)


def test_only_decisions_are_undone(store: Store) -> None:
    draft_id = one_draft(store)
    with store.view() as s:
        read = history.lines(s, draft_id=draft_id, mail_id=1)[0]
    assert not read.can_undo
    for event_id in (read.id, 999):
        with pytest.raises(NotFound), store.begin() as s:
            review.undo(s, event_id, None, ANNA, NOW)


def test_two_people_who_undo_the_same_at_once_undo_it_once(
    store: Store, open_store: Callable[..., Store]
) -> None:
    import threading

    draft_id = one_draft(store)
    with store.begin() as s:
        event_id = review.cancel(s, draft_id, 1, ANNA, NOW).event_id
    assert event_id is not None
    start, ends = threading.Barrier(2), []

    def undo(mine: Store) -> None:
        start.wait()
        try:
            with mine.begin() as s:
                review.undo(s, event_id, None, ANNA, NOW)
            ends.append("undone")
        except Refused as error:
            ends.append(error.code)

    threads = [threading.Thread(target=undo, args=(one,)) for one in (store, open_store())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ends) == ["undone", "undone-already"]
    assert see(store, draft_id).status == "new"
