"""The sittings of an activity: an event that a calendar knows stays that event, whatever happens to its time."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from store.sittings import Sitting, follow, from_json, to_json

MONDAY, TUESDAY = ("2017-05-08T13:00", "2017-05-08T15:00"), ("2017-05-09T13:00", None)
SPANS = st.lists(
    st.tuples(st.sampled_from([f"2017-05-{day:02}" for day in range(8, 13)]), st.none()),
    max_size=4,
    unique=True,
)


def uids():
    numbers = count()
    return lambda: f"uid-{next(numbers)}"


def test_a_moved_day_keeps_its_uid_and_counts_one_up():
    new = uids()
    first = follow((), [MONDAY, TUESDAY], new, elsewhere=False)
    assert [(one.uid, one.sequence) for one in first] == [("uid-0", 0), ("uid-1", 0)]
    after = follow(first, [MONDAY, ("2017-05-11T13:00", None)], new, elsewhere=False)
    assert [(one.uid, one.starts, one.sequence) for one in after] == [
        ("uid-0", "2017-05-08T13:00", 0),
        ("uid-1", "2017-05-11T13:00", 1),
    ]


def test_the_day_that_stays_is_not_taken_for_the_one_that_moves():
    new = uids()
    first = follow((), [MONDAY, TUESDAY], new, elsewhere=False)
    after = follow(first, [("2017-05-09T19:00", None), ("2017-05-08T09:00", None)], new, elsewhere=False)
    assert {one.uid: one.starts for one in after} == {
        "uid-0": "2017-05-08T09:00",
        "uid-1": "2017-05-09T19:00",
    }


def test_a_dropped_day_stays_cancelled_and_comes_back_as_itself():
    new = uids()
    first = follow((), [MONDAY, TUESDAY], new, elsewhere=False)
    dropped = follow(first, [MONDAY], new, elsewhere=False)
    assert [(one.uid, one.cancelled, one.sequence) for one in dropped] == [
        ("uid-0", False, 0),
        ("uid-1", True, 1),
    ]
    assert follow(dropped, [MONDAY], new, elsewhere=False) == dropped
    again = follow(dropped, [TUESDAY], new, elsewhere=False)
    assert [(one.uid, one.cancelled, one.sequence) for one in again] == [
        ("uid-0", True, 1),
        ("uid-1", False, 2),
    ]


def test_another_place_changes_every_sitting_once():
    new = uids()
    first = follow((), [MONDAY, TUESDAY], new, elsewhere=False)
    after = follow(first, [MONDAY, ("2017-05-10", None)], new, elsewhere=True)
    assert [one.sequence for one in after] == [1, 1]


@given(st.lists(st.tuples(SPANS, st.booleans()), min_size=1, max_size=6))
def test_after_any_changes_what_takes_place_is_what_was_asked_and_no_uid_goes_or_turns_back(steps):
    new, known = uids(), ()
    for spans, elsewhere in steps:
        after = follow(known, spans, new, elsewhere=elsewhere)
        assert sorted(one.span for one in after if not one.cancelled) == sorted(spans)
        assert len({one.uid for one in after}) == len(after)
        before = {one.uid: one for one in known}
        for one in after:
            old = before.pop(one.uid, None)
            if old is None:
                assert one.sequence == 0
            elif one != old:
                assert one.sequence == old.sequence + 1
        assert before == {}
        assert from_json(to_json(after)) == after
        known = after


def test_sittings_are_told_in_the_order_of_time():
    after = follow(
        (Sitting("b", *TUESDAY), Sitting("a", *MONDAY)), [TUESDAY, MONDAY], uids(), elsewhere=False
    )
    assert [one.uid for one in after] == ["a", "b"]
