"""A lease is held by one at a time, and outlives nobody by more than its time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from intake.lease import Lease, LeaseLost
from store import leases, log, upkeep
from store.database import Store
from tests.store.mails import NOW, TTL


def test_a_lease_is_one_owners_until_it_is_given_back(store: Store) -> None:
    with store.begin() as s:
        assert leases.acquire(s, "poll desk", "one", NOW, TTL)
        assert leases.acquire(s, "poll desk", "one", NOW, TTL)
        assert not leases.acquire(s, "poll desk", "two", NOW, TTL)
        assert leases.acquire(s, "poll other", "two", NOW, TTL)
    with store.begin() as s:
        leases.release(s, "poll desk", "two")
        assert not leases.acquire(s, "poll desk", "two", NOW, TTL)
        leases.release(s, "poll desk", "one")
        assert leases.acquire(s, "poll desk", "two", NOW, TTL)


def test_the_lease_of_one_that_died_passes_on_when_its_time_is_over_and_the_log_says_so(store: Store) -> None:
    with store.begin() as s:
        leases.acquire(s, "poll desk", "dead", NOW, TTL)
    with store.begin() as s:
        assert not leases.acquire(s, "poll desk", "heir", NOW + TTL - timedelta(seconds=1), TTL)
        assert leases.acquire(s, "poll desk", "heir", NOW + TTL, TTL)
        (event,) = log.history(s)
    assert (event.actor, event.action, event.detail) == (
        "heir",
        "lease taken over",
        {"lease": "poll desk", "from": "dead"},
    )


def test_who_lost_a_lease_learns_it_when_renewing_and_who_merely_let_it_run_out_has_it_again(
    store: Store,
) -> None:
    late = NOW + 2 * TTL
    lease = Lease(store, lambda: late, "poll desk", "slow")
    with store.begin() as s:
        leases.acquire(s, "poll desk", "slow", NOW, TTL)
        lease.renew(s)
        assert not leases.acquire(s, "poll desk", "quick", late + timedelta(seconds=1), TTL)
    with store.begin() as s:
        upkeep.sweep_leases(s, late + TTL)
        lease.renew(s)
        assert leases.acquire(s, "poll desk", "quick", late + TTL, TTL)
        with pytest.raises(LeaseLost, match="taken over"):
            lease.renew(s)
        assert [event.action for event in log.history(s)] == ["leases expired", "lease taken over"]


def test_a_lease_is_held_all_through_what_takes_longer_than_it_does(open_store: Callable[..., Store]) -> None:
    store = open_store(lease_seconds=1)
    mine, theirs = (Lease(store, lambda: datetime.now(UTC), "poll desk", owner) for owner in ("one", "two"))
    assert mine.acquire()
    with mine.kept():
        for _ in range(25):
            time.sleep(0.1)
            assert not theirs.acquire()
    time.sleep(1)
    assert theirs.acquire()


def test_upkeep_removes_expired_leases_alone(store: Store) -> None:
    with store.begin() as s:
        leases.acquire(s, "old", "one", NOW, TTL)
        leases.acquire(s, "young", "one", NOW + TTL, TTL)
    with store.begin() as s:
        assert upkeep.sweep_leases(s, NOW + TTL) == 1
        assert upkeep.sweep_leases(s, NOW + TTL) == 0
        assert leases.acquire(s, "young", "one", NOW + TTL, TTL)
