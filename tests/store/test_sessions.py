"""Who is logged in: each session ends, by time, by logging out, or by somebody who ends it."""

from datetime import timedelta

from sqlalchemy import text

from store import sessions
from store.database import Store
from tests.store.mails import NOW
from tests.store.test_staff import add

DAY, HOUR, SECOND = timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)


def start(store: Store, staff_id: int) -> str:
    with store.begin() as s:
        return sessions.start(s, staff_id, NOW, DAY)


def test_a_token_finds_its_session_and_nothing_else_does(store: Store) -> None:
    anna, bert = add(store, "anna"), add(store, "bert")
    one, other = start(store, anna.id), start(store, bert.id)
    with store.view() as s:
        found = sessions.find(s, one, NOW, HOUR)
        assert found is not None
        assert (found.staff_id, found.expires_at) == (anna.id, NOW + DAY)
        again = sessions.find(s, other, NOW, HOUR)
        assert again is not None
        assert again.staff_id == bert.id
        for wrong in ("", one[:-1], one + "x", "\ud800"):
            assert sessions.find(s, wrong, NOW, HOUR) is None


def test_who_reads_the_table_cannot_log_in_with_it(store: Store) -> None:
    token = start(store, add(store).id)
    with store.view() as s:
        kept = s.scalar(text("SELECT token_sha256 FROM staff_session"))
        assert kept != token
        assert sessions.find(s, str(kept), NOW, HOUR) is None


def test_a_session_ends_when_its_time_is_up_however_much_it_is_used(store: Store) -> None:
    token = start(store, add(store).id)
    late = NOW + DAY - SECOND
    with store.begin() as s:
        found = sessions.find(s, token, NOW, HOUR)
        assert found is not None
        sessions.seen(s, found.id, late)
    with store.view() as s:
        assert sessions.find(s, token, late, HOUR) is not None
        assert sessions.find(s, token, NOW + DAY, HOUR) is None


def test_a_session_that_nobody_uses_ends_sooner(store: Store) -> None:
    token = start(store, add(store).id)
    with store.begin() as s:
        found = sessions.find(s, token, NOW + HOUR - SECOND, HOUR)
        assert found is not None
        assert sessions.find(s, token, NOW + HOUR, HOUR) is None
        sessions.seen(s, found.id, NOW + HOUR - SECOND)
        sessions.seen(s, found.id, NOW)  # a slower request that comes in behind takes nothing back
        assert sessions.find(s, token, NOW + HOUR, HOUR) is not None


def test_one_session_is_ended_or_all_but_the_one_that_asks(store: Store) -> None:
    anna, bert = add(store, "anna"), add(store, "bert")
    tokens = [start(store, anna.id) for _ in range(4)]
    theirs = start(store, bert.id)
    with store.begin() as s:
        first = sessions.find(s, tokens[0], NOW, HOUR)
        mine = sessions.find(s, tokens[1], NOW, HOUR)
        assert first is not None
        assert mine is not None
        assert sessions.revoke(s, first.id)
        assert not sessions.revoke(s, first.id)
        assert sessions.revoke_all(s, anna.id, but=mine.id) == 2
        assert [one.id for one in sessions.of(s, anna.id, NOW)] == [mine.id]
        assert [sessions.find(s, token, NOW, HOUR) is not None for token in [*tokens, theirs]] == [
            False,
            True,
            False,
            False,
            True,
        ]


def test_sessions_that_ended_are_forgotten(store: Store) -> None:
    anna = add(store)
    for _ in range(3):
        start(store, anna.id)
    with store.begin() as s:
        sessions.seen(s, sessions.of(s, anna.id, NOW)[0].id, NOW + DAY - SECOND)
        assert sessions.sweep(s, NOW + HOUR, HOUR) == 2
        assert sessions.sweep(s, NOW + DAY, DAY) == 1
