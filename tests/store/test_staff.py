"""Accounts of the people at the desk: who gets in, and who no longer does."""

import threading
from datetime import timedelta
from time import perf_counter

import pytest
from sqlalchemy import text

from store import log, passwords, sessions, staff
from store.database import Store
from store.desk import Role
from store.errors import NotFound, Refused
from store.staff import Identity, Person
from tests.store.mails import NOW

PASSWORD = "een lange zin die niemand raadt"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def add(store: Store, login: str = "anna", role: Role = Role.REVIEWER, password: str = PASSWORD) -> Person:
    with store.begin() as s:
        return staff.add(s, login, login.title(), role, "cli", NOW, password=password)


def test_who_has_the_password_gets_in_however_the_login_is_typed(store: Store) -> None:
    anna = add(store)
    with store.view() as s:
        assert staff.verify(s, " ANNA ", PASSWORD) == anna
        assert staff.by_login(s, "Anna") == anna
        assert staff.verify(s, "anna", PASSWORD + " ") is None
        assert staff.verify(s, "bert", PASSWORD) is None
        assert staff.verify(s, "anna", "x" * 100_000) is None
        assert staff.verify(s, "\ud800", "\ud800") is None


def test_no_password_stands_in_the_database(store: Store) -> None:
    add(store)
    with store.view() as s:
        kept = str(s.execute(text("SELECT * FROM staff")).all())
    assert PASSWORD not in kept
    assert "$argon2id$" in kept


def test_an_unknown_login_takes_as_long_as_a_wrong_password(store: Store) -> None:
    add(store)

    def fastest(login: str) -> float:
        taken = []
        for _ in range(3):
            with store.view() as s:
                start = perf_counter()
                assert staff.verify(s, login, "geen idee eigenlijk") is None
                taken.append(perf_counter() - start)
        return min(taken)

    assert fastest("nobody") > fastest("anna") / 3


def test_a_password_that_was_suggested_is_good_enough_and_never_the_same(store: Store) -> None:
    made = {passwords.suggested() for _ in range(100)}
    assert len(made) == 100
    assert passwords.matches(passwords.hashed(min(made)), min(made))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"login": "  "}, "login-empty"),
        ({"name": " "}, "name-empty"),
        ({"login": "ANNA"}, "login-taken"),
        ({"password": "kort"}, "password-short"),
        ({"password": "x" * 300}, "password-long"),
        ({"password": None}, "no-way-in"),
        ({"identity": Identity("https://login.example", "7")}, "identity-taken"),
    ],
)
def test_an_account_that_cannot_work_is_refused_with_its_reason(
    store: Store, given: dict[str, object], code: str
) -> None:
    identity = Identity("https://login.example", "7")
    with store.begin() as s:
        staff.add(s, "anna", "Anna", Role.MANAGER, "cli", NOW, password=PASSWORD, identity=identity)
    known: dict[str, object] = {"login": "bert", "name": "Bert", "password": PASSWORD}
    with pytest.raises(Refused) as refused, store.begin() as s:
        staff.add(s, role=Role.REVIEWER, actor="cli", now=NOW, **{**known, **given})  # type: ignore[arg-type]
    assert refused.value.code == code
    with store.view() as s:
        assert [one.login for one in staff.list_(s)] == ["anna"]


def test_somebody_is_known_by_provider_and_subject_together(store: Store) -> None:
    with store.begin() as s:
        anna = staff.add(
            s, "anna", "Anna", Role.REVIEWER, "cli", NOW, identity=Identity("https://a.example", "7")
        )
    with store.view() as s:
        assert staff.by_identity(s, Identity("https://a.example", "7")) == anna
        assert staff.by_identity(s, Identity("https://b.example", "7")) is None
        assert staff.verify(s, "anna", "") is None  # nobody logs in with the password that is not there


def test_who_is_disabled_is_out_at_once_and_comes_back_with_the_same_password(store: Store) -> None:
    anna = add(store)
    with store.begin() as s:
        token = sessions.start(s, anna.id, NOW, DAY)
        assert staff.disable(s, anna.id, "cli", NOW).disabled
    with store.view() as s:
        assert staff.verify(s, "anna", PASSWORD) is None
        assert sessions.find(s, token, NOW, HOUR) is None
    with store.begin() as s:
        assert not staff.enable(s, anna.id, "cli", NOW).disabled
    with store.view() as s:
        assert staff.verify(s, "anna", PASSWORD) == anna
        assert sessions.find(s, token, NOW, HOUR) is None


def test_a_reset_password_ends_every_session_and_the_old_password(store: Store) -> None:
    anna = add(store)
    with store.begin() as s:
        token = sessions.start(s, anna.id, NOW, DAY)
        staff.reset(s, anna.id, "een heel andere zin", "cli", NOW)
    with store.view() as s:
        assert sessions.find(s, token, NOW, HOUR) is None
        assert staff.verify(s, "anna", PASSWORD) is None
        assert staff.verify(s, "anna", "een heel andere zin") == anna


def test_somebody_is_always_left_who_can_let_others_in(store: Store) -> None:
    anna, bert = add(store, "anna", Role.MANAGER), add(store, "bert", Role.MANAGER)
    with store.begin() as s:
        staff.change(s, bert.id, "cli", NOW, role=Role.REVIEWER)
    for verb in (
        lambda s: staff.disable(s, anna.id, "cli", NOW),
        lambda s: staff.change(s, anna.id, "cli", NOW, role=Role.REVIEWER),
    ):
        with pytest.raises(Refused) as refused, store.begin() as s:
            verb(s)
        assert refused.value.code == "last-manager"


def test_two_managers_who_disable_each_other_at_once_do_not_both_succeed(store: Store) -> None:
    anna, bert = add(store, "anna", Role.MANAGER), add(store, "bert", Role.MANAGER)
    start, refused = threading.Barrier(2), []

    def disable(person: Person) -> None:
        start.wait()
        try:
            with store.begin() as s:
                staff.disable(s, person.id, "cli", NOW)
        except Refused as error:
            refused.append(error.code)

    both = [threading.Thread(target=disable, args=(one,)) for one in (anna, bert)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert refused == ["last-manager"]
    with store.view() as s:
        assert sum(not one.disabled for one in staff.list_(s)) == 1


def test_preferences_are_kept_beside_each_other_and_can_be_forgotten(store: Store) -> None:
    anna = add(store)
    with store.begin() as s:
        staff.prefer(s, anna.id, {"keys": False, "theme": "dark"})
        staff.prefer(s, anna.id, {"theme": None, "size": 2})
    with store.view() as s:
        assert staff.get(s, anna.id).preferences == {"keys": False, "size": 2}


def test_the_list_has_names_in_order_and_who_left_at_its_end(store: Store) -> None:
    anna, _, _ = add(store, "anna"), add(store, "Dirk"), add(store, "bert")
    with store.begin() as s:
        staff.disable(s, anna.id, "cli", NOW)
    with store.view() as s:
        assert [one.login for one in staff.list_(s)] == ["bert", "dirk", "anna"]


def test_what_happens_to_accounts_stands_in_the_log_without_their_names(store: Store) -> None:
    anna = add(store)
    with store.begin() as s:
        staff.change(s, anna.id, anna.actor, NOW, name="Anna Vos")
        staff.reset(s, anna.id, "een heel andere zin", anna.actor, NOW)
        staff.disable(s, anna.id, "cli", NOW)
    with store.view() as s:
        lines = log.history(s)
        assert staff.names(s) == {anna.actor: "Anna Vos"}
    assert [(line.actor, line.action) for line in lines] == [
        ("cli", "staff-added"),
        (anna.actor, "staff-changed"),
        (anna.actor, "staff-reset"),
        ("cli", "staff-disabled"),
    ]
    assert all(line.detail["staff"] == anna.id for line in lines)
    assert "anna" not in str([line.detail for line in lines]).lower()


def test_an_account_that_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(NotFound), store.begin() as s:
        staff.reset(s, 4, PASSWORD, "cli", NOW)
