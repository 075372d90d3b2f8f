"""A lease is held by one at a time, and outlives nobody by more than its time."""

from datetime import timedelta

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


def test_who_lost_a_lease_learns_it_when_renewing(store: Store) -> None:
    with store.begin() as s:
        leases.acquire(s, "poll desk", "slow", NOW, TTL)
        assert leases.renew(s, "poll desk", "slow", NOW + TTL / 2, TTL)
        assert not leases.renew(s, "poll desk", "slow", NOW + 2 * TTL, TTL)
        assert leases.acquire(s, "poll desk", "quick", NOW + 2 * TTL, TTL)
        assert not leases.renew(s, "poll desk", "slow", NOW + 2 * TTL, TTL)
        assert leases.renew(s, "poll desk", "quick", NOW + 2 * TTL, TTL)


def test_upkeep_removes_expired_leases_alone(store: Store) -> None:
    with store.begin() as s:
        leases.acquire(s, "old", "one", NOW, TTL)
        leases.acquire(s, "young", "one", NOW + TTL, TTL)
    with store.begin() as s:
        assert upkeep.sweep_leases(s, NOW + TTL) == 1
        assert upkeep.sweep_leases(s, NOW + TTL) == 0
        assert leases.renew(s, "young", "one", NOW + TTL, TTL)
