"""The queue: a claim is one worker's, what fails comes back or is set aside, what waits is shown in order."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from store import ledger, log, quarantine, queue, review
from store.database import Store
from store.incoming import NewFinding, NewPart, NewProblem, Sighting, Verdict
from store.model import Draft, DraftStatus, Finding, Mail, MailStatus, MailText, Part, Problem
from tests.store.mails import DESK, NOW, TTL, claim, draft, keep, mail, read_as, reading, sha


def test_a_claimed_mail_is_nobody_elses_until_its_time_is_over(store: Store) -> None:
    keep(store, mail("a"), mail("b"), mail("c"))
    first = claim(store, "one", limit=2)
    assert [claimed.sha256 for claimed in first] == [sha("a"), sha("b")]
    assert [claimed.sha256 for claimed in claim(store, "two")] == [sha("c")]
    assert claim(store, "three", now=NOW + TTL - timedelta(seconds=1)) == []
    assert len(claim(store, "three", now=NOW + TTL)) == 3


def test_a_reading_whose_claim_was_lost_is_left_to_the_new_owner(store: Store) -> None:
    keep(store, mail("a"))
    (claimed,) = claim(store, "slow")
    claim(store, "quick", now=NOW + TTL)
    with store.begin() as s:
        assert queue.save_readings(s, [(claimed.mail_id, reading(draft()))], "slow", NOW) == []
        assert queue.postpone(s, claimed.mail_id, "slow", "trouble", NOW) is None
        assert not queue.quarantine(s, claimed.mail_id, "slow", "trouble", NOW)
    with store.begin() as s:
        assert queue.save_readings(s, [(claimed.mail_id, reading(draft()))], "quick", NOW) == [
            claimed.mail_id
        ]
        assert queue.save_readings(s, [(claimed.mail_id, reading(draft()))], "quick", NOW) == []
        assert s.scalar(select(func.count()).select_from(Draft)) == 1


def test_everything_that_was_understood_is_kept(store: Store) -> None:
    part = NewPart(
        (0, 2), "flyer.pdf", "flyer.pdf", "application/pdf", "application/pdf", 5, sha("p"), "document"
    )
    problems = (NewProblem("no-place", "", 1), NewProblem("on-behalf", "van A voor B"))
    pages = {
        "attachment:flyer.pdf": [
            {"number": 1, "start": 0, "scanned": False},
            {"number": 3, "start": 812, "scanned": False},
        ]
    }
    understood = reading(draft("Een"), draft("Twee"), parts=(part,), problems=problems, pages=pages)
    mail_id = read_as(store, mail("a"), understood)
    with store.view() as s:
        one, two = s.scalars(select(Draft).order_by(Draft.number))
        assert (one.title, two.title, one.status, two.version) == ("Een", "Twee", DraftStatus.NEW, 1)
        found = s.scalars(select(Finding).where(Finding.draft_id == one.id, Finding.field == "title")).all()
        assert {(f.rank, f.value, f.confidence, f.found_by) for f in found} == {
            (0, "Een", 0.9, "find_title"),
            (1, "De Linde", 0.4, "find_heading"),
        }
        assert [f.evidence for f in found if f.rank == 0] == [
            [{"source": "body", "start": 0, "end": 3, "text": "Oud"}]
        ]
        kept = s.scalars(select(Part)).one()
        assert (kept.position, kept.name, kept.sha256, kept.role) == (
            "0.2",
            "flyer.pdf",
            sha("p"),
            "document",
        )
        assert [(p.code, p.draft_id) for p in s.scalars(select(Problem).order_by(Problem.id))] == [
            ("no-place", two.id),
            ("on-behalf", None),
        ]
        kept = s.get_one(MailText, mail_id)
        assert kept.texts == {"subject": "s", "body": "Oudercafé"}
        assert kept.pages == pages
        assert [event.action for event in log.history(s, mail_id=mail_id)] == ["kept", "read"]


@pytest.mark.parametrize(
    "text",
    [
        "nul \x00 alleen",
        "half \ud800 teken",
        'beide \x00 \udfff, "\\u0000" en één',
        "\\u0000 is gewoon tekst",
    ],
)
def test_what_a_database_refuses_is_replaced_one_for_one_so_that_evidence_still_points_right(
    store: Store, text: str
) -> None:
    mail_id = read_as(store, mail("a"), reading(draft(title=text), texts={"body": text}))
    with store.view() as s:
        kept = s.get_one(MailText, mail_id).texts["body"]
        assert kept == re.sub("[\x00\ud800-\udfff]", "�", text)
        assert len(kept) == len(text)
        assert s.scalars(select(Draft)).one().title == kept


def test_a_number_that_is_none_is_kept_as_nothing(store: Store) -> None:
    finding = NewFinding("price", 0, float("nan"), 0.5, "find_price")
    read_as(store, mail("a"), reading(draft(findings=(finding,))))
    with store.view() as s:
        assert s.scalars(select(Finding)).one().value is None


def test_a_failed_reading_comes_back_after_waits_that_double_and_then_goes_to_quarantine(
    open_store: Callable[..., Store],
) -> None:
    store = open_store(max_attempts=4, backoff_seconds=60, backoff_longest_seconds=100)
    keep(store, mail("a"))
    now, waits = NOW, []
    for _ in range(4):
        (claimed,) = claim(store, now=now)
        with store.begin() as s:
            again = queue.postpone(s, claimed.mail_id, "worker", "disk trouble", now)
        if again is not None:
            waits.append((again - now).total_seconds())
            assert claim(store, now=again - timedelta(seconds=1)) == []
            now = again
    assert waits == [60, 100, 100]
    with store.view() as s:
        (held,) = quarantine.held(s)
        assert (held.reason, held.attempts) == ("disk trouble", 4)
        assert [e.action for e in log.history(s, mail_id=held.id)] == [
            "kept",
            *["postponed"] * 3,
            "quarantined",
        ]


def test_released_claims_are_at_once_another_workers(store: Store) -> None:
    keep(store, mail("a"), mail("b"))
    claim(store, "one")
    with store.begin() as s:
        assert queue.release(s, "two") == 0
        assert queue.release(s, "one") == 2
    assert len(claim(store, "two")) == 2


def test_a_renewed_claim_lasts_longer(store: Store) -> None:
    keep(store, mail("a"))
    claim(store, "one")
    with store.begin() as s:
        assert queue.renew(s, "one", NOW + TTL, TTL) == 1
    assert claim(store, "two", now=NOW + TTL) == []


def test_a_mail_that_kills_its_worker_is_found_out_alone_and_takes_no_other_with_it(
    open_store: Callable[..., Store],
) -> None:
    store = open_store(max_crashes=6)
    names = [f"m{number}" for number in range(5)]
    keep(store, *(mail(name) for name in names))
    now = NOW
    for _ in range(40):
        now += TTL
        claimed = claim(store, now=now)
        if any(one.sha256 == sha("m2") for one in claimed):
            continue  # the worker dies before it can say anything
        with store.begin() as s:
            queue.save_readings(s, [(one.mail_id, reading(draft())) for one in claimed], "worker", now)
    with store.view() as s:
        (poison,) = quarantine.held(s)
        assert poison.sha256 == sha("m2")
        assert "died 6 times" in poison.reason
        assert queue.counts(s).mails == {MailStatus.DRAFTED: 4, MailStatus.QUARANTINED: 1}


def test_the_queue_shows_the_earliest_activity_first_and_the_undated_last(store: Store) -> None:
    read_as(store, mail("a"), reading(draft("laat", day=11), draft("zonder", day=None)))
    read_as(store, mail("b"), reading(draft("vroeg", day=8)), now=NOW + timedelta(hours=1))
    with store.view() as s:
        rows = queue.waiting(s)
    assert [row.title for row in rows] == ["vroeg", "laat", "zonder"]
    assert [row.first_day for row in rows] == [date(2017, 5, 8), date(2017, 5, 11), None]


def test_a_row_of_the_queue_tells_what_staff_need_to_choose(store: Store) -> None:
    problems = (NewProblem("weekday-mismatch", "9 mei is een dinsdag", 0), NewProblem("on-behalf", ""))
    mail_id = read_as(store, mail("a"), reading(draft(), doubt=True, problems=problems))
    with store.view() as s:
        (row,) = queue.waiting(s)
    assert (row.mail_id, row.state, row.kind) == (mail_id, "doubt", "activity")
    assert (row.title, row.organisation, row.venue, row.city) == (
        "Oudercafé",
        "De Linde",
        "Buurthuis",
        "Zwolle",
    )
    assert row.dates == [{"starts": "2017-05-09T13:00", "ends": None}]
    assert set(row.problems) == {("on-behalf", ""), ("weekday-mismatch", "9 mei is een dinsdag")}
    assert (row.sender_email, row.sent_at, row.received_at) == ("anna@school.example", NOW, NOW)
    assert row.subject.endswith(": a")


def test_a_row_of_the_queue_tells_what_staff_said_since_and_no_problem_that_they_settled(
    store: Store,
) -> None:
    told = (NewProblem("no-place"), NewProblem("weekday-mismatch", "9 mei is een dinsdag"))
    bare = replace(
        draft(), findings=tuple(one for one in draft().findings if one.field in ("title", "dates"))
    )
    read_as(store, mail("a"), reading(bare, problems=told))
    with store.begin() as s:
        (row,) = queue.waiting(s)
        assert {code for code, _ in row.problems} == {"no-place", "weekday-mismatch"}
        review.save(s, row.draft_id, row.version, {"city": "Assen"}, "anna", NOW, confirm=["dates"])
    with store.view() as s:
        (row,) = queue.waiting(s)
    assert (row.city, row.problems) == ("Assen", ())


@pytest.mark.parametrize(
    ("kind", "doubt", "whole", "waits"),
    [
        ("question", False, True, True),
        ("activity", False, True, True),
        ("unrelated", True, True, True),
        ("unrelated", False, True, False),
        ("automatic", False, True, False),
        ("automatic", True, True, False),
        ("unrelated", False, False, True),
    ],
)
def test_a_mail_without_drafts_waits_where_a_person_must_look(
    store: Store, kind: str, doubt: bool, whole: bool, waits: bool
) -> None:
    read_as(
        store, mail("a", whole=whole), reading(kind=kind, doubt=doubt, problems=(NewProblem("too-large"),))
    )
    with store.view() as s:
        rows = queue.waiting(s)
        assert queue.counts(s).waiting == len(rows)
    expected = ["no-draft" if whole else "headers-only"] if waits else []
    assert [row.state for row in rows] == expected
    told = [("too-large", "")] if whole else [("headers-only", ""), ("too-large", "")]
    assert all(row.problems == tuple(told) and row.draft_id is None for row in rows)


def test_kinds_of_mail_stand_under_their_own_tab(store: Store) -> None:
    for kind, state in (("material", DraftStatus.MATERIAL), ("update", DraftStatus.CHANGE)):
        read_as(store, mail(kind), reading(draft(kind, organisation=kind), kind=kind))
        with store.view() as s:
            assert {row.state for row in queue.waiting(s) if row.kind == kind} == {state}


def test_counts_tell_what_is_held_back(store: Store) -> None:
    keep(store, mail("a"), mail("b"), mail("c"))
    claim(store, limit=1)
    with store.view() as s:
        counts = queue.counts(s)
    assert (counts.held_back, counts.waiting) == (3, 0)
    assert counts.mails == {MailStatus.PENDING: 2, MailStatus.PROCESSING: 1}


def test_mails_that_are_to_be_judged_again_are_counted_until_the_folder_no_longer_holds_them(
    store: Store,
) -> None:
    with store.begin() as s:
        ledger.record(s, *DESK, [Sighting(1, Verdict.RETRY), Sighting(2, Verdict.RETRY)], NOW)
        assert queue.counts(s).retry == 2
        ledger.settled(s, *DESK, [1], NOW)
        assert queue.counts(s).retry == 1


def test_a_quarantined_mail_can_be_shown_read_again_dropped_and_brought_back(store: Store) -> None:
    keep(store, mail("a"))
    (claimed,) = claim(store)
    with store.begin() as s:
        assert queue.quarantine(s, claimed.mail_id, "worker", "find_dates raised ValueError", NOW)
    with store.begin() as s:
        (row,) = queue.waiting(s)
        assert (row.state, row.reason) == ("quarantined", "find_dates raised ValueError")
        shown = quarantine.show(s, claimed.mail_id)
        assert shown is not None
        assert [event.action for event in shown.history] == ["kept", "quarantined"]
        assert quarantine.drop(s, claimed.mail_id, "anna", NOW)
        assert not quarantine.drop(s, claimed.mail_id, "anna", NOW)
        assert queue.waiting(s) == []
        assert quarantine.retry(s, claimed.mail_id, "anna", NOW)
        assert not quarantine.retry(s, claimed.mail_id, "anna", NOW)
        assert quarantine.show(s, 999) is None
        assert [(e.actor, e.action) for e in log.history(s, mail_id=claimed.mail_id)][2:] == [
            ("anna", "dropped"),
            ("anna", "retried"),
        ]
    assert [one.attempts for one in claim(store)] == [0]
    with store.view() as s:
        assert s.scalars(select(Mail)).one().status == MailStatus.PROCESSING
