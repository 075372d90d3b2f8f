"""What staff say of two drafts, and of a draft's attachments: kept with versions, told in the history, taken back."""

import pytest

from store import apart, attachments, candidates, notes, review, search
from store.database import Store
from store.errors import BadValues, NotFound, Refused
from store.fields import ATTACHMENTS
from store.incoming import NewPart
from tests.store.desk import one_draft, people, see, state, whole
from tests.store.mails import NOW, sha

ANNA = "staff:1"


def part(name: str, role: str = "document", suspicious: bool = False) -> NewPart:
    kind = "image/jpeg" if role == "photo" else "application/pdf"
    return NewPart((0, 1), name, name, kind, "", 9, sha(name), role, suspicious)


def word(part_id: int, state: str = "publish", role: str = "photo") -> dict[str, object]:
    return {"part": part_id, "role": role, "state": state, "people": False, "alt": "", "consent": None}


def shown(store: Store, draft_id: int) -> list[tuple[str, str, bool]]:
    view = see(store, draft_id)
    found = attachments.of(view.parts, view.values.get(ATTACHMENTS))
    return [(one.part.name, one.role, one.shown) for one in found]


def test_that_two_differ_is_told_in_the_history_of_both_once(store: Store) -> None:
    them = people(store)
    one, other = one_draft(store, "one"), one_draft(store, "other", whole("Koffie", "SWV Oost"))
    with store.begin() as s:
        for pair in ((one, other), (other, one)):
            apart.tell_apart(s, *pair, them.anna, NOW)
        assert [two.draft_id for two in apart.of(s, one)] == [other]
        assert [two.draft_id for two in apart.of(s, other)] == [one]
        apart.ask_again(s, other, one, them.bert, NOW)
        apart.ask_again(s, other, one, them.bert, NOW)
        assert apart.of(s, one) == []
    for draft_id in (one, other):
        told = [(line.name, line.action) for line in see(store, draft_id).history][:2]
        assert told == [("Bert", "asked-again"), ("Anna", "told-apart")]


def test_a_draft_does_not_differ_from_itself_or_from_what_is_not_there(store: Store) -> None:
    draft_id = one_draft(store)
    with pytest.raises(Refused, match="same-draft"), store.begin() as s:
        apart.tell_apart(s, draft_id, draft_id, ANNA, NOW)
    with pytest.raises(NotFound), store.begin() as s:
        apart.tell_apart(s, draft_id, 99, ANNA, NOW)


def test_the_other_one_is_found_by_words_where_its_status_allows(store: Store) -> None:
    one = one_draft(store, "one")
    other = one_draft(store, "other", whole("Koffie-uur", "SWV Oost"))
    gone = one_draft(store, "gone", whole("Koffie met taart", "SWV West"))
    change = one_draft(
        store,
        "change",
        whole("Koffie-uur", change="changed"),
        "update",
        references=("<other@school.example>",),
    )
    with store.begin() as s:
        review.reject(s, gone, 1, "week", ANNA, NOW)
    search.keep_up(store)
    with store.view() as s:
        assert [found.draft_id for found in candidates.to_merge(s, one, "koffie")] == [other, change]
        assert [found.draft_id for found in candidates.to_change(s, one, "koffie")] == [other]
        assert candidates.to_merge(s, one, " ") == []


def test_files_are_shown_when_somebody_says_so_and_never_what_is_dangerous(store: Store) -> None:
    parts = (
        part("flyer"),
        part("kind", "photo"),
        part("logo", "decoration"),
        part("virus", "document", True),
    )
    draft_id = one_draft(store, reading={"parts": parts})
    assert [one[2] for one in shown(store, draft_id)] == [False] * 4
    ids = [one.id for one in see(store, draft_id).parts]
    said = [word(one) for one in reversed(ids)]
    before = state(store)
    with store.begin() as s:
        decided = review.save(s, draft_id, 1, {ATTACHMENTS: said}, ANNA, NOW)
    assert [one[1:] for one in shown(store, draft_id)] == [("photo", True)] * 3 + [("photo", False)]
    assert see(store, draft_id).history[0].fields[0].field == ATTACHMENTS
    with store.begin() as s:
        assert decided.event_id is not None
        review.undo(s, decided.event_id, 2, ANNA, NOW)
    assert state(store) == before


@pytest.mark.parametrize(
    "said",
    [
        "alles",
        [{"part": 1, "role": "script", "shown": True}],
        [{"part": 1, "role": "photo", "state": "ja"}],
        [{"part": 1, "role": "photo", "state": "publish", "people": "ja"}],
        [{"part": 1, "role": "photo", "state": "publish", "consent": "ja"}],
        [{"part": 1, "role": "photo", "state": "publish", "alt": "a" * 501}],
        [{"part": "x", "role": "photo", "shown": True}],
        [{"role": "photo"}],
    ],
)
def test_what_is_no_word_on_attachments_is_refused(store: Store, said: object) -> None:
    draft_id = one_draft(store)
    with pytest.raises(BadValues), store.begin() as s:
        review.save(s, draft_id, 1, {ATTACHMENTS: said}, ANNA, NOW)


def test_what_was_said_of_the_attachments_of_both_holds_for_what_they_become(store: Store) -> None:
    one = one_draft(store, "one", reading={"parts": (part("een", "photo"),)})
    other = one_draft(
        store, "other", whole("Koffie", "SWV Oost"), reading={"parts": (part("twee", "photo"),)}
    )
    with store.begin() as s:
        for draft_id in (one, other):
            (mine,) = see(store, draft_id).parts
            review.save(s, draft_id, 1, {ATTACHMENTS: [word(mine.id)]}, ANNA, NOW)
    before = state(store)
    with store.begin() as s:
        decided = review.merge(s, one, 2, other, 2, [], ANNA, NOW)
    assert shown(store, one) == [("een", "photo", True), ("twee", "photo", True)]
    with store.begin() as s:
        assert decided.event_id is not None
        review.undo(s, decided.event_id, None, ANNA, NOW)
    assert state(store) == before


def test_only_a_note_of_ones_own_that_is_away_can_be_put_back(store: Store) -> None:
    them, draft_id = people(store), one_draft(store)
    with store.begin() as s:
        note = notes.add(s, draft_id, "Let op", them.anna, NOW)
        assert not notes.taken_away(s, note, draft_id, them.anna)
        notes.remove(s, note, them.anna, NOW)
        assert notes.taken_away(s, note, draft_id, them.anna)
        assert not notes.taken_away(s, note, draft_id, them.bert)
        assert not notes.taken_away(s, note, draft_id + 1, them.anna)
        assert not notes.taken_away(s, 99, draft_id, them.anna)
