"""Logging in is slowed down for who guesses, and hardly for who mistypes."""

import threading
from datetime import timedelta

from sqlalchemy import text

from store import throttle
from store.database import Store
from tests.store.mails import NOW

HOME, AWAY = "192.0.2.1", "198.51.100.7"
LIMITS = throttle.Limits()
SECOND = timedelta(seconds=1)


def tries(store: Store, times: int, login: str = "anna", address: str = HOME) -> list[bool]:
    let_in = []
    for _ in range(times):
        with store.begin() as s:
            let_in.append(throttle.attempt(s, login, address, NOW) is None)
    return let_in


def test_the_sixth_wrong_password_waits_and_the_wait_ends(store: Store) -> None:
    assert tries(store, 6) == [True] * 5 + [False]
    with store.begin() as s:
        again = throttle.attempt(s, "anna", HOME, NOW + SECOND)
        assert again == NOW + LIMITS.window
        assert throttle.attempt(s, "anna", HOME, again - SECOND) == again
        assert throttle.attempt(s, "anna", HOME, again) is None


def test_asking_while_one_must_wait_does_not_make_it_longer(store: Store) -> None:
    tries(store, 50)
    with store.begin() as s:
        assert throttle.attempt(s, "anna", HOME, NOW + LIMITS.window) is None


def test_a_right_password_wipes_out_the_mistakes_before_it(store: Store) -> None:
    for _ in range(5):
        assert tries(store, 4) == [True] * 4
        with store.begin() as s:
            throttle.succeeded(s, "Anna ", HOME)


def test_who_guesses_at_a_colleagues_login_does_not_lock_the_colleague_out(store: Store) -> None:
    assert tries(store, 20, address=AWAY)[-1] is False
    assert tries(store, 1, address=HOME) == [True]


def test_one_address_cannot_try_account_after_account(store: Store) -> None:
    let_in = [tries(store, 1, f"somebody{number}")[0] for number in range(40)]
    assert sum(let_in) == LIMITS.of_address
    assert tries(store, 1, "anna", AWAY) == [True]


def test_many_addresses_cannot_try_one_account_for_ever(store: Store) -> None:
    let_in = [tries(store, 1, "anna", f"10.0.{number}.1")[0] for number in range(80)]
    assert sum(let_in) == LIMITS.of_login


def test_all_addresses_of_one_ipv6_household_count_as_one(store: Store) -> None:
    let_in = [tries(store, 1, "anna", f"2001:db8:1:2::{number}")[0] for number in range(1, 7)]
    assert let_in == [True] * 5 + [False]
    assert tries(store, 1, "anna", "2001:db8:1:3::1") == [True]


def test_an_ipv4_address_in_ipv6_clothes_is_the_same_address(store: Store) -> None:
    assert tries(store, 3) + tries(store, 3, address=f"::ffff:{HOME}") == [True] * 5 + [False]


def test_logins_are_not_kept_as_typed_and_old_attempts_not_at_all(store: Store) -> None:
    tries(store, 3, "my-password-in-the-wrong-field")
    with store.begin() as s:
        assert "my-password" not in str(s.execute(text("SELECT * FROM login_attempt")).all())
        throttle.attempt(s, "anna", HOME, NOW + LIMITS.window)
        assert s.scalar(text("SELECT count(*) FROM login_attempt")) == 1


def test_attempts_at_one_moment_are_not_all_let_through(store: Store) -> None:
    start, let_in = threading.Barrier(8), []

    def try_twice() -> None:
        start.wait()
        for _ in range(2):
            with store.begin() as s:
                let_in.append(throttle.attempt(s, "anna", HOME, NOW) is None)

    threads = [threading.Thread(target=try_twice) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(let_in) == LIMITS.of_login_from_address
