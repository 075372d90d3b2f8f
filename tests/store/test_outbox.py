"""What organisers hear: written with the decision, stopped with it, replaced by a newer one, sent at most once."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from store import outbox, review
from store.database import Store
from store.outgoing import MessageKind, Outgoing, OutgoingStatus
from store.settings import StoreSettings
from tests.store.desk import LATER, one_draft, whole
from tests.store.mails import mail, read_as, reading

ANNA = "staff:1"
HOLD, TTL = timedelta(seconds=30), timedelta(minutes=5)
AFTER = LATER + HOLD
SENDER = "anna@school.example"


@pytest.fixture
def desk(database_url: str) -> Iterator[Store]:
    """A store whose desk answers, on each database."""
    store = Store(StoreSettings(database=database_url), answering="desk.example")
    yield store
    store.close()


def arrives(store: Store, name: str = "first", answer_to: str = SENDER, **given: object) -> int:
    """A mail with one draft that lacks nothing; its receipt is sent already."""
    made = whole(organisation=f"School {name}")
    draft_id = one_draft(store, name, made, reading={"answer_to": answer_to}, **given)
    while (taken := take(store)) is not None:
        with store.begin() as s:
            outbox.sent(s, taken.id, "sender", AFTER)
    return draft_id


def decide(store: Store, verb: Callable, draft_id: int, *more: object, now: datetime = LATER):
    with store.begin() as s:
        version = review.draft(s, draft_id).version
        return verb(s, draft_id, version, *more, ANNA, now)


def confirm_all(store: Store, draft_id: int) -> None:
    with store.begin() as s:
        version = review.draft(s, draft_id).version
        review.save(s, draft_id, version, {}, ANNA, LATER, confirm=["organisation", "venue"])


def take(store: Store, now: datetime = AFTER, owner: str = "sender") -> outbox.Taken | None:
    with store.begin() as s:
        return outbox.take(s, owner, now, HOLD, TTL)


def rows(store: Store) -> list[tuple[str, str]]:
    with store.view() as s:
        return [(row.kind, row.status) for row in s.scalars(select(Outgoing).order_by(Outgoing.id))][1:]


def test_a_read_mail_is_confirmed_once_however_many_activities_it_has(desk: Store) -> None:
    both = (whole(), whole("Wandeling"))
    read_as(desk, mail("two"), reading(*both, answer_to=SENDER))
    taken = take(desk)
    assert taken is not None
    assert (taken.kind, taken.recipient, taken.draft_id) == (MessageKind.RECEIPT, SENDER, None)
    assert taken.message_id.endswith("@desk.example")
    assert take(desk) is None


@pytest.mark.parametrize("kind", ["question", "automatic", "unrelated"])
def test_what_announces_nothing_is_not_confirmed(desk: Store, kind: str) -> None:
    read_as(desk, mail("other"), reading(kind=kind, answer_to=SENDER))
    assert take(desk) is None


def test_who_may_not_be_answered_hears_nothing(desk: Store) -> None:
    draft_id = arrives(desk, answer_to="")
    decide(desk, review.reject, draft_id, "double")
    assert take(desk) is None


def test_a_desk_that_does_not_answer_writes_nothing(store: Store) -> None:
    draft_id = one_draft(store, reading={"answer_to": SENDER})
    decide(store, review.reject, draft_id, "double")
    with store.view() as s:
        assert s.scalars(select(Outgoing)).all() == []


def test_nothing_leaves_before_its_hold_is_over(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    assert take(desk, AFTER - timedelta(seconds=1)) is None
    taken = take(desk)
    assert taken is not None
    assert (taken.kind, taken.draft_id) == (MessageKind.QUESTION, draft_id)


def test_undoing_in_time_stops_the_answer_and_undoing_that_sends_it_after_all(desk: Store) -> None:
    draft_id = arrives(desk)
    rejected = decide(desk, review.reject, draft_id, "double")
    with desk.begin() as s:
        undone = review.undo(s, rejected.event_id, rejected.version, ANNA, LATER)
    assert take(desk) is None
    assert rows(desk) == [("rejected", "stopped")]
    with desk.begin() as s:
        review.undo(s, undone.event_id, undone.version, ANNA, LATER)
    taken = take(desk)
    assert taken is not None
    assert taken.kind == MessageKind.REJECTED


def test_accepted_and_then_rejected_sends_one_mail(desk: Store) -> None:
    draft_id = arrives(desk)
    confirm_all(desk, draft_id)
    decide(desk, review.approve, draft_id)
    decide(desk, review.reopen, draft_id)
    decide(desk, review.reject, draft_id, "double")
    assert rows(desk) == [("approved", "superseded"), ("rejected", "waiting")]


def test_what_a_decision_replaced_is_sent_when_that_decision_is_undone(desk: Store) -> None:
    draft_id = arrives(desk)
    confirm_all(desk, draft_id)
    decide(desk, review.approve, draft_id)
    cancelled = decide(desk, review.cancel, draft_id)
    with desk.begin() as s:
        review.undo(s, cancelled.event_id, cancelled.version, ANNA, LATER)
    assert rows(desk) == [("approved", "waiting"), ("cancelled", "stopped")]


def test_a_decision_replaces_the_receipt_that_is_not_sent_yet(desk: Store) -> None:
    draft_id = one_draft(desk, reading={"answer_to": SENDER})
    decide(desk, review.reject, draft_id, "double")
    taken = take(desk)
    assert taken is not None
    assert taken.kind == MessageKind.REJECTED
    assert take(desk) is None


def test_filling_in_a_field_stops_no_answer(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    confirm_all(desk, draft_id)
    assert rows(desk) == [("question", "waiting")]


def test_two_senders_never_have_the_same_answer(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    assert take(desk, owner="one") is not None
    assert take(desk, owner="two") is None


def test_a_sender_that_fell_silent_leaves_an_answer_that_is_unsure_and_not_sent_again(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    taken = take(desk)
    assert taken is not None
    with desk.begin() as s:
        assert outbox.give_up_silent(s, AFTER) == 0
        assert outbox.give_up_silent(s, AFTER + TTL) == 1
    assert take(desk, AFTER + 2 * TTL) is None
    with desk.begin() as s:
        assert not outbox.sent(s, taken.id, "sender", AFTER), "what it says now comes too late"
        assert outbox.again(s, taken.id, ANNA, AFTER)
    assert take(desk, AFTER + HOLD) is not None, "a person may send it again"


def test_a_failed_attempt_waits_and_counts_and_an_address_that_had_enough_only_waits(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    for counts, attempts in ((True, 1), (False, 1)):
        taken = take(desk)
        assert taken is not None
        with desk.begin() as s:
            outbox.later(s, taken.id, "sender", "451 later", AFTER + TTL, counts=counts)
        assert take(desk) is None
        with desk.begin() as s:
            row = s.get_one(Outgoing, taken.id)
            assert (row.attempts, row.error) == (attempts, "451 later")
            row.next_attempt_at = None


def test_how_many_answers_an_address_had_counts_those_that_may_have_arrived(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    taken = take(desk)
    assert taken is not None
    with desk.begin() as s:
        assert outbox.sent_since(s, SENDER, LATER) == 1, "the receipt"
        outbox.end(s, taken.id, "sender", OutgoingStatus.UNSURE, "cut off")
        assert outbox.sent_since(s, SENDER, LATER) == 2
        assert outbox.sent_since(s, SENDER, AFTER + TTL) == 0
        assert outbox.sent_since(s, "bert@school.example", LATER) == 0


def test_what_failed_is_not_sent_again_once_something_else_was_decided(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    failed = take(desk)
    assert failed is not None
    with desk.begin() as s:
        outbox.end(s, failed.id, "sender", OutgoingStatus.FAILED, "550 no such user")
    decide(desk, review.reject, draft_id, "double")
    assert rows(desk) == [("question", "superseded"), ("rejected", "waiting")]
    with desk.begin() as s:
        assert not outbox.again(s, failed.id, ANNA, AFTER)


def test_what_may_have_arrived_stays_unsure_and_is_not_sent_again_after_another_decision(desk: Store) -> None:
    draft_id = arrives(desk)
    decide(desk, review.ask, draft_id, "Hoe laat?")
    unsure = take(desk)
    assert unsure is not None
    with desk.begin() as s:
        outbox.end(s, unsure.id, "sender", OutgoingStatus.UNSURE, "cut off")
    rejected = decide(desk, review.reject, draft_id, "double")
    with desk.begin() as s:
        assert not outbox.again(s, unsure.id, ANNA, AFTER)
        review.undo(s, rejected.event_id, rejected.version, ANNA, LATER)
    assert rows(desk) == [("question", "unsure"), ("rejected", "stopped")]
    with desk.begin() as s:
        assert outbox.again(s, unsure.id, ANNA, AFTER), "the question stands again"
