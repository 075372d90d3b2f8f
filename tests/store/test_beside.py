"""What colleagues tell each other beside a draft: who is on it, notes, and what is not the same activity."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from store import apart, claiming, duplicates, notes, review
from store.database import Store
from store.errors import Refused
from store.incoming import NewPart
from store.model import Draft
from tests.store.desk import one_draft, people, whole
from tests.store.mails import NOW, draft, sha

MINUTE = timedelta(minutes=1)


def test_the_first_who_begins_is_on_it_and_others_see_who(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        assert claiming.claim(s, draft_id, them.anna, NOW).name == "Anna"
        assert claiming.claim(s, draft_id, them.bert, NOW + MINUTE).name == "Anna"
        found = claiming.holders(s, [draft_id, 99], NOW + MINUTE)
    assert [(one.actor, one.since, one.until) for one in found.values()] == [
        (them.anna, NOW, NOW + 15 * MINUTE)
    ]


def test_a_claim_fades_after_a_quarter_of_an_hour_and_lasts_while_one_works(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        claiming.claim(s, draft_id, them.anna, NOW)
        again = claiming.claim(s, draft_id, them.anna, NOW + 10 * MINUTE)
        assert (again.since, again.until) == (NOW, NOW + 25 * MINUTE)
        assert claiming.claim(s, draft_id, them.bert, NOW + 20 * MINUTE).name == "Anna"
        assert claiming.holders(s, [draft_id], NOW + 25 * MINUTE) == {}
        mine = claiming.claim(s, draft_id, them.bert, NOW + 25 * MINUTE)
    assert (mine.name, mine.since) == ("Bert", NOW + 25 * MINUTE)


def test_somebody_else_can_take_over_and_the_first_lets_go_of_nothing_of_theirs(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        claiming.claim(s, draft_id, them.anna, NOW)
        taken = claiming.take_over(s, draft_id, them.bert, NOW + MINUTE)
        assert (taken.name, taken.since) == ("Bert", NOW + MINUTE)
        assert not claiming.release(s, draft_id, them.anna)
        assert claiming.release(s, draft_id, them.bert)
        assert claiming.holders(s, [draft_id], NOW) == {}


def test_who_is_on_a_draft_keeps_nobody_from_deciding(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        claiming.claim(s, draft_id, them.anna, NOW)
        review.approve(s, draft_id, 1, them.bert, NOW)


def test_notes_are_told_in_order_with_who_wrote_them_and_their_words_stand_in_no_log(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        notes.add(s, draft_id, "  Eerst bellen ", them.anna, NOW)
        second = notes.add(s, draft_id, "Gedaan", them.bert, NOW)
        assert [(one.name, one.text) for one in notes.of(s, draft_id)] == [
            ("Anna", "Eerst bellen"),
            ("Bert", "Gedaan"),
        ]
        notes.remove(s, second, them.bert, NOW)
        assert len(notes.of(s, draft_id)) == 1
        notes.put_back(s, second, them.bert, NOW)
        assert len(notes.of(s, draft_id)) == 2
        assert "bellen" not in str(s.execute(text("SELECT detail FROM event")).all())


@pytest.mark.parametrize(("words", "code"), [("  ", "no-text"), ("x" * 5000, "text-long")])
def test_a_note_that_says_nothing_or_too_much_is_refused(store: Store, words: str, code: str) -> None:
    draft_id = one_draft(store)
    with pytest.raises(Refused, match=code), store.begin() as s:
        notes.add(s, draft_id, words, "staff:1", NOW)


def test_nobody_takes_away_a_note_of_a_colleague(store: Store) -> None:
    draft_id = one_draft(store)
    with pytest.raises(Refused, match="not-yours"), store.begin() as s:
        notes.remove(s, notes.add(s, draft_id, "Let op", "staff:1", NOW), "staff:2", NOW)


def flyer(name: str = "flyer", role: str = "document") -> dict[str, object]:
    return {"parts": (NewPart((0, 1), name, name, "application/pdf", "", 9, sha(name), role),)}


def likely(store: Store, draft_id: int) -> list[tuple[int, tuple[str, ...]]]:
    with store.view() as s:
        found = [(one.draft.draft_id, one.because) for one in duplicates.of(s, draft_id)]
        for other, _ in found:
            assert draft_id in [one.draft.draft_id for one in duplicates.of(s, other)], "it goes both ways"
    return found


def suspected(store: Store) -> list[int]:
    with store.view() as s:
        return list(
            s.scalars(select(Draft.id).where(Draft.id.in_(duplicates.suspected())).order_by(Draft.id))
        )


def test_the_same_activity_of_two_senders_is_found_with_what_speaks_for_it(store: Store) -> None:
    one = one_draft(store, "one", whole("Oudercafé thuiszitters", "De Linde"))
    other = one_draft(store, "two", whole("Thuiszitters: oudercafe", "Gemeente Zwolle"))
    one_draft(store, "three", whole("Filmavond", "Gemeente Assen"))
    assert likely(store, one) == [(other, ("title", "date", "place"))]
    assert suspected(store) == []  # the list is told by what an index can find: the same words


def test_the_same_words_on_the_same_day_or_one_flyer_are_suspected_in_the_list(store: Store) -> None:
    one = one_draft(store, "one", whole("Oudercafé", "De Linde"))
    other = one_draft(store, "two", whole("Het oudercafe", "Gemeente Zwolle"))
    third = one_draft(store, "three", whole("Iets", "A", 10), reading=flyer())
    fourth = one_draft(store, "four", whole("Anders", "B", 10), reading=flyer())
    one_draft(store, "five", whole("Logo", "C", 10), reading=flyer("logo", "decoration"))
    one_draft(store, "six", whole("Merk", "D", 10), reading=flyer("logo", "decoration"))
    assert suspected(store) == [one, other, third, fourth]
    assert likely(store, third)[0] == (fourth, ("attachment", "date", "place"))


def test_parts_of_a_series_and_activities_of_one_mail_are_no_duplicates(store: Store) -> None:
    one = one_draft(store, "one", whole("Workshop deel 1", "De Linde"))
    one_draft(store, "two", whole("Workshop deel 2", "De Es"))
    assert [because for _, because in likely(store, one) if "title" in because] == []
    assert suspected(store) == []


def test_what_staff_told_apart_is_not_asked_again_until_they_say_so(store: Store) -> None:
    one = one_draft(store, "one", whole("Oudercafé", "De Linde"))
    other = one_draft(store, "two", whole("Oudercafé", "De Es"))
    with store.begin() as s:
        apart.tell_apart(s, other, one, "staff:1", NOW)
        apart.tell_apart(s, one, other, "staff:1", NOW)
    assert (likely(store, one), likely(store, other), suspected(store)) == ([], [], [])
    with store.begin() as s:
        apart.ask_again(s, one, other, "staff:1", NOW)
    assert [draft_id for draft_id, _ in likely(store, one)] == [other]


def test_what_was_rejected_or_merged_is_nobodys_double(store: Store) -> None:
    one = one_draft(store, "one", whole("Oudercafé", "De Linde"))
    other = one_draft(store, "two", whole("Oudercafé", "De Es"))
    third = one_draft(store, "three", whole("Oudercafé", "De Berk"))
    with store.begin() as s:
        review.merge(s, one, 1, other, 1, [], "staff:1", NOW)
        review.reject(s, third, 1, "dubbel", "staff:1", NOW)
    assert (likely(store, one), suspected(store)) == ([], [])


def test_drafts_without_a_name_are_not_each_others_double(store: Store) -> None:
    one = one_draft(store, "one", draft("", "", 9, findings=()))
    one_draft(store, "two", draft("", "", 9, findings=()))
    assert (likely(store, one), suspected(store)) == ([], [])
