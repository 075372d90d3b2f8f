"""The ledger loses no mail, keeps each content once, and knows what is still to be done."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from store import ledger, log
from store.database import Store
from store.incoming import Sighting, Verdict
from store.model import Location, Mail, Reference
from tests.store.mails import DESK, NOW, keep, mail, ours


def test_a_content_seen_in_two_folders_and_imported_from_a_file_is_one_mail(store: Store) -> None:
    with store.begin() as s:
        assert ledger.record(s, "desk", "INBOX", 1, [ours(1, mail("a"))], NOW) == 1
    with store.begin() as s:
        assert ledger.record(s, "desk", "Archief", 1, [ours(9, mail("a"))], NOW) == 0
        assert ledger.record(s, "desk", "INBOX", 2, [ours(1, mail("a"))], NOW) == 0
        assert not ledger.keep_imported(s, mail("a"), "a.eml", NOW)
        assert ledger.keep_imported(s, mail("b"), "b.eml", NOW)
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 2
        assert s.scalar(select(func.count()).select_from(Location)) == 3


def test_the_same_batch_said_twice_changes_nothing(store: Store) -> None:
    batch = [ours(1, mail("a")), ours(2, mail("a")), Sighting(3, Verdict.ORDINARY), ours(4, mail("b"))]
    for new in (2, 0):
        with store.begin() as s:
            assert ledger.record(s, *DESK, batch, NOW) == new
    with store.view() as s:
        assert ledger.watermark(s, *DESK) == 4
        assert ledger.unsettled(s, *DESK) == [1, 2, 4]
        assert len(log.history(s)) == 2


def test_a_new_uidvalidity_starts_at_zero(store: Store) -> None:
    keep(store, mail("a"))
    with store.view() as s:
        assert ledger.watermark(s, "desk", "INBOX", 8) == 0
        assert ledger.unsettled(s, "desk", "INBOX", 8) == []


def test_two_mails_with_one_message_id_and_different_content_are_two(store: Store) -> None:
    keep(store, mail("a", message_id="<x@y>"), mail("b", message_id="<x@y>"), mail("c", message_id=""))
    with store.view() as s:
        assert s.scalar(select(func.count()).select_from(Mail)) == 3


def test_ordinary_mail_leaves_its_uid_and_nothing_else(store: Store) -> None:
    with store.begin() as s:
        ledger.record(s, *DESK, [Sighting(5, Verdict.ORDINARY)], NOW)
    with store.view() as s:
        assert ledger.watermark(s, *DESK) == 5
        assert s.scalar(select(func.count()).select_from(Mail)) == 0
        assert ledger.unsettled(s, *DESK) == []


def test_a_uid_to_be_tried_again_is_named_until_it_is_judged_and_then_keeps_its_verdict(store: Store) -> None:
    with store.begin() as s:
        ledger.record(s, *DESK, [Sighting(1, Verdict.RETRY), Sighting(2, Verdict.RETRY)], NOW)
        assert ledger.to_retry(s, *DESK) == [1, 2]
        ledger.record(s, *DESK, [Sighting(1, Verdict.RETRY), ours(2, mail("a"))], NOW)
        assert ledger.to_retry(s, *DESK) == [1]
        assert ledger.unsettled(s, *DESK) == [2]
        ledger.record(s, *DESK, [Sighting(1, Verdict.ORDINARY), Sighting(2, Verdict.RETRY)], NOW)
        assert ledger.to_retry(s, *DESK) == []
        assert ledger.unsettled(s, *DESK) == [2]
        assert s.scalar(select(Location.tries).where(Location.uid == 1)) == 3


def test_settling_is_remembered(store: Store) -> None:
    keep(store, mail("a"), mail("b"))
    with store.begin() as s:
        ledger.settled(s, *DESK, [1], NOW)
        assert ledger.unsettled(s, *DESK) == [2]
        assert [event.action for event in log.history(s)] == ["kept", "kept", "settled"]


def test_we_know_which_message_ids_we_hold_however_they_are_written(store: Store) -> None:
    endless = "<" + "x" * 5000 + "@y>"
    keep(store, mail("a"), mail("b", message_id=endless))
    with store.view() as s:
        asked = ["<a@school.example>", "a@school.example", " <b@school.example>", endless, "", "<>"]
        assert ledger.held(s, asked) == {"<a@school.example>", "a@school.example", endless}


def test_references_are_kept_nearest_first_and_bounded(store: Store) -> None:
    many = tuple(f"<r{number}@x>" for number in range(200))
    keep(store, mail("a", in_reply_to=("<r199@x>",), references=many))
    with store.view() as s:
        kept = list(s.scalars(select(Reference.message_id).order_by(Reference.position)))
    assert kept[:3] == ["r199@x", "r198@x", "r197@x"]
    assert len(kept) == 50


def test_hostile_headers_can_be_kept(store: Store) -> None:
    keep(
        store,
        mail("a", subject="nul \x00, surrogate \udcff, é" + "x" * 100_000, sender_email="A" * 9000 + "@b"),
    )
    with store.view() as s:
        kept = s.scalars(select(Mail)).one()
    assert kept.subject.startswith("nul �, surrogate �, é")
    assert len(kept.sender_email) == 320


def test_a_sighting_that_is_ours_must_bring_its_mail(store: Store) -> None:
    with pytest.raises(ValueError, match="brings no mail"), store.begin() as s:
        ledger.record(s, *DESK, [Sighting(1, Verdict.OURS)], NOW)


def test_passes_tell_the_last_good_one_and_how_often_it_failed_since(store: Store) -> None:
    later = NOW + timedelta(minutes=1)
    with store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", NOW, None)
        ledger.note_pass(s, "desk", "INBOX", later, "connection refused")
        ledger.note_pass(s, "desk", "INBOX", later, "connection refused")
    with store.view() as s:
        (one,) = ledger.last_passes(s)
        assert (one.good_at, one.failed_at, one.error, one.failures) == (NOW, later, "connection refused", 2)
    with store.begin() as s:
        ledger.note_pass(s, "desk", "INBOX", later, None)
        (one,) = ledger.last_passes(s)
        assert (one.good_at, one.error, one.failures) == (later, "", 0)


def test_a_folder_that_is_taken_out_is_forgotten_and_a_new_one_was_not_looked_into_yet(store: Store) -> None:
    with store.begin() as s:
        for mailbox, folder in (("desk", "INBOX"), ("desk", "Oud"), ("oud", "INBOX")):
            ledger.note_pass(s, mailbox, folder, NOW, None)
    for _ in range(2):
        with store.begin() as s:
            ledger.looks_into(s, [("desk", "INBOX"), ("nieuw", "INBOX")])
            told = {(one.mailbox, one.folder): one.good_at for one in ledger.last_passes(s)}
        assert told == {("desk", "INBOX"): NOW, ("nieuw", "INBOX"): None}
