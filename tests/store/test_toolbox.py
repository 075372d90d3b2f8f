"""The toolbox in the store: states and consent, undo, merging, forgetting and retention, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from store import (
    agenda,
    attachments,
    erasing,
    forgetting,
    person,
    publicfiles,
    renditions,
    review,
    toolbox,
    upkeep,
)
from store.attachments import FileKind, FileState
from store.database import Store
from store.draftview import PartView
from store.errors import Blocked, Refused, Stale
from store.fields import ATTACHMENTS
from store.folder import FolderBlobs
from store.incoming import NewPart
from store.model import Draft
from store.publication import FileStatus, PublicationStatus, PublicFile
from store.renditions import Made
from tests.store.desk import LATER, one_draft, people, see, state, whole
from tests.store.mails import NOW

ANNA = "staff:1"


def part(
    sha256: str, name: str = "foto.jpg", kind: str = "image/jpeg", role: str = "photo", **more
) -> NewPart:
    return NewPart((1,), name, name, kind, "", 3, sha256, role, more.get("suspicious", False))


def said(part_id: int, state: str = "publish", people: bool = False, by: str = "", alt: str = "") -> dict:
    consent = {"by": by} if by else None
    return {
        "part": part_id,
        "role": "photo",
        "state": state,
        "people": people,
        "alt": alt,
        "consent": consent,
    }


def material(store: Store, blobs: FolderBlobs, name: str = "first", *parts: NewPart) -> int:
    (sha256,) = blobs.put_many([name.encode()])
    return one_draft(store, name, kind="material", reading={"parts": parts or (part(sha256),)})


def decide(store: Store, draft_id: int, *files: dict, approve: bool = True, now: datetime = NOW) -> None:
    with store.begin() as s:
        version = review.draft(s, draft_id).version
        version = review.save(s, draft_id, version, {ATTACHMENTS: list(files)}, ANNA, now).version
        if approve:
            review.approve(s, draft_id, version, ANNA, now)


def parts_of(store: Store, draft_id: int) -> list[int]:
    return [one.id for one in see(store, draft_id).parts]


def rendered(store: Store, blobs: FolderBlobs, content: bytes = b"rendition") -> str:
    """What the desk does after a decision: the pictures are made and kept."""
    (sha256,) = blobs.put_many([content])
    with store.begin() as s:
        for file_id, _ in renditions.unmade(s):
            renditions.put(s, file_id, Made(sha256, 9, 40, 30, datetime.now(UTC)), NOW)
    renditions.remove(store, blobs)
    return sha256


def files(store: Store) -> list[publicfiles.File]:
    with store.view() as s:
        return [one for entry in toolbox.entries(s) for one in entry.files]


def view(role: str = "photo", kind: str = "image/jpeg", suspicious: bool = False) -> PartView:
    return PartView(1, 1, "1", "x", "x", kind, "", 1, "0" * 64, role, suspicious, "")


@pytest.mark.parametrize(
    ("role", "kind", "state", "proposed"),
    [
        ("photo", "image/jpeg", "look", "look"),
        ("video", "video/mp4", "look", "look"),
        ("document", "application/pdf", "look", "publish"),
        ("document", "image/png", "look", "look"),
        ("signature", "image/png", "keep", "keep"),
    ],
)
def test_nothing_is_public_before_somebody_said_so(role, kind, state, proposed):
    (one,) = attachments.of([view(role, kind)], None)
    assert (one.state, one.proposed, one.shown) == (state, proposed, False)


@pytest.mark.parametrize(
    ("kind", "given", "lack"),
    [
        ("image/jpeg", {"people": True}, "no-consent"),
        ("image/jpeg", {"people": True, "by": "mevrouw Smit"}, ""),
        ("image/jpeg", {"people": False}, ""),
        ("video/mp4", {"people": True}, "no-consent"),
        ("application/pdf", {"people": True}, ""),
        ("image/heic", {"people": False}, "no-picture"),
        ("image/svg+xml", {"people": True}, ""),
    ],
)
def test_what_a_file_lacks_to_be_published(kind, given, lack):
    (one,) = attachments.of([view(kind=kind)], [said(1, **given)])
    assert (one.lack, one.shown) == (lack, not lack)
    assert attachments.blocks([one], material=True) == (
        () if not lack else attachments.blocks([one], material=False)
    )


def test_what_may_be_dangerous_is_never_published_whatever_is_said():
    (one,) = attachments.of([view(suspicious=True)], [said(1)])
    assert (one.may_show, one.shown, one.lack) == (False, False, "dangerous")


def test_what_was_said_before_files_had_states_still_holds():
    (one,) = attachments.of([view(kind="application/pdf")], [{"part": 1, "role": "document", "shown": True}])
    assert (one.state, one.shown) == (FileState.PUBLISH, True)
    (one,) = attachments.of([view()], [{"part": 1, "role": "photo", "shown": True}])
    assert one.lack == "no-consent"


def test_who_wrote_a_consent_down_stays_when_somebody_else_saves(store, blobs):
    draft_id = material(store, blobs)
    (part_id,) = parts_of(store, draft_id)
    decide(store, draft_id, said(part_id, people=True, by="mevrouw Smit"), approve=False)
    with store.begin() as s:
        review.save(
            s,
            draft_id,
            2,
            {ATTACHMENTS: [said(part_id, people=True, by="mevrouw Smit", alt="x")]},
            "staff:2",
            LATER,
        )
    (one,) = attachments.of(see(store, draft_id).parts, see(store, draft_id).values[ATTACHMENTS])
    assert (one.consent.by, one.consent.actor, one.consent.moment) == ("mevrouw Smit", ANNA, NOW)
    with store.begin() as s:
        review.save(
            s, draft_id, 3, {ATTACHMENTS: [said(part_id, people=True, by="de vader")]}, "staff:2", LATER
        )
    (one,) = attachments.of(see(store, draft_id).parts, see(store, draft_id).values[ATTACHMENTS])
    assert (one.consent.by, one.consent.actor) == ("de vader", "staff:2")


def test_material_is_approved_when_every_file_is_decided_on_and_not_before(store, blobs):
    draft_id = material(store, blobs)
    (part_id,) = parts_of(store, draft_id)
    with pytest.raises(Blocked) as refused:
        decide(store, draft_id)
    assert [one.code for one in refused.value.blocks] == ["files-to-see"]
    with pytest.raises(Blocked) as refused:
        decide(store, draft_id, said(part_id, people=True))
    assert [one.code for one in refused.value.blocks] == ["no-consent"]
    for decided in ("keep", "discard"):
        decide(store, draft_id, said(part_id, decided), approve=False)
        assert see(store, draft_id).blocks == ()


def test_a_published_photo_cannot_lose_its_consent_and_stay(store, blobs):
    draft_id = material(store, blobs)
    (part_id,) = parts_of(store, draft_id)
    decide(store, draft_id, said(part_id, people=True, by="mevrouw Smit"))
    with pytest.raises(Blocked):
        decide(store, draft_id, said(part_id, people=True), approve=False)


def test_two_who_say_something_of_the_same_files_are_told(store, blobs):
    draft_id = material(store, blobs)
    (part_id,) = parts_of(store, draft_id)
    decide(store, draft_id, said(part_id), approve=False)
    with store.begin() as s, pytest.raises(Stale) as late:
        review.save(s, draft_id, 1, {ATTACHMENTS: [said(part_id, "keep")]}, "staff:2", LATER)
    assert [one.field for one in late.value.conflicts if one.contested] == [ATTACHMENTS]


def test_every_decision_is_undone_and_so_are_its_files(store, blobs):
    people(store)
    draft_id = material(store, blobs)
    activity = one_draft(store, "two", whole("Koffie", "De Linde", 10))
    (part_id,) = parts_of(store, draft_id)
    states, events = [state(store)], []
    with store.begin() as s:
        events.append(review.save(s, draft_id, 1, {ATTACHMENTS: [said(part_id)]}, ANNA, NOW).event_id)
    states.append(state(store))
    with store.begin() as s:
        events.append(toolbox.belong(s, draft_id, 2, activity, ANNA, NOW).event_id)
    states.append(state(store))
    with store.begin() as s:
        events.append(review.approve(s, draft_id, 3, ANNA, NOW).event_id)
    rendered(store, blobs)
    assert len(files(store)) == 1
    with store.begin() as s:
        events.append(toolbox.collect(s, activity, 1, ANNA, NOW).event_id)
    states.append(None)
    for event_id, before in zip(reversed(events), [states.pop(), *reversed(states)], strict=True):
        with store.begin() as s:
            review.undo(s, event_id, None, ANNA, LATER)
        assert before is None or state(store) == before
    assert files(store) == []


def test_taking_back_removes_the_rendition_and_undoing_makes_it_wanted_again(store, blobs):
    draft_id = material(store, blobs)
    (part_id,) = parts_of(store, draft_id)
    decide(store, draft_id, said(part_id))
    with store.view() as s:
        assert [sha256 for _, sha256 in renditions.unmade(s)] == [see(store, draft_id).parts[0].sha256]
    sha256 = rendered(store, blobs)
    (one,) = files(store)
    assert (one.kind, one.name, one.sha256) == (FileKind.PICTURE, "foto-1.jpg", sha256)
    with store.begin() as s:
        event_id = review.reopen(s, draft_id, see(store, draft_id).version, ANNA, NOW).event_id
    assert renditions.remove(store, blobs) == 1
    assert sha256 not in {one for one, _ in blobs.all()}
    with store.view() as s:
        assert publicfiles.by_uid(s, one.uid).status is FileStatus.WITHDRAWN
        assert toolbox.by_slug(s, "oudercafe").status is PublicationStatus.WITHDRAWN
    with store.begin() as s:
        review.undo(s, event_id, None, ANNA, NOW)
    rendered(store, blobs)
    assert [file.uid for file in files(store)] == [one.uid]


def test_what_somebody_else_put_again_is_not_removed(store, blobs):
    draft_id = material(store, blobs)
    decide(store, draft_id, said(parts_of(store, draft_id)[0]))
    sha256 = rendered(store, blobs)
    with store.begin() as s:
        review.reopen(s, draft_id, see(store, draft_id).version, ANNA, NOW)
    blobs.put_many([b"rendition"])  # a mail that is just being kept
    assert renditions.remove(store, blobs) == 0
    assert blobs.read(sha256) == b"rendition"


def test_a_picture_that_cannot_be_made_is_not_tried_for_ever(store, blobs):
    draft_id = material(store, blobs)
    decide(store, draft_id, said(parts_of(store, draft_id)[0]))
    with store.begin() as s:
        ((file_id, _),) = renditions.unmade(s)
        renditions.put(s, file_id, None, NOW)
    decide(store, draft_id, said(parts_of(store, draft_id)[0], alt=""), approve=False)
    with store.view() as s:
        assert renditions.unmade(s) == []
        assert not renditions.pending(s)


def test_without_consent_nothing_becomes_public_by_a_way_round_either(store, blobs):
    kept, other = material(store, blobs, "one"), material(store, blobs, "two")
    decide(store, kept, said(parts_of(store, kept)[0], "keep"))
    decide(store, other, said(parts_of(store, other)[0], people=True), approve=False)
    with pytest.raises(Blocked), store.begin() as s:
        review.merge(s, kept, see(store, kept).version, other, see(store, other).version, (), ANNA, NOW)
    assert files(store) == []
    with store.view() as s:
        assert s.query(PublicFile).count() == 0


def test_published_files_outlive_their_mail_and_the_sweep(store, blobs):
    document = blobs.put_many([b"kaart"])[0]
    picture = blobs.put_many([b"foto"])[0]
    draft_id = material(
        store, blobs, "first", part(picture), part(document, "kaart.pdf", "application/pdf", "document")
    )
    one, two = parts_of(store, draft_id)
    decide(store, draft_id, said(one, people=True, by="mevrouw Smit"), said(two))
    sha256 = rendered(store, blobs)
    mail_id = see(store, draft_id).mail.id
    far = datetime.now(UTC) + timedelta(days=99)
    with store.begin() as s:
        assert erasing.count(s, [mail_id]).published == 1
        erased = erasing.erase(s, [mail_id], "retention", "expired", NOW)
    assert erasing.remove_blobs(store, blobs, erased.blobs, far) == []
    upkeep.sweep_blobs(store, blobs, far, timedelta())
    assert {file.sha256 for file in files(store)} == {sha256, document}
    assert {one for one, _ in blobs.all()} == {sha256, document}
    assert upkeep.lost_blobs(store, blobs) == []
    with store.view() as s:
        assert s.query(Draft).count() == 0
        (entry,) = toolbox.entries(s)
    assert "mevrouw" not in str(entry)


def test_who_is_forgotten_with_what_they_sent_leaves_no_file(store, blobs):
    draft_id = material(store, blobs)
    decide(store, draft_id, said(parts_of(store, draft_id)[0]))
    sha256 = rendered(store, blobs)
    uid = files(store)[0].uid
    with store.begin() as s:
        erased = erasing.erase(s, [see(store, draft_id).mail.id], ANNA, "forgot", NOW, withdraw=True)
    assert sha256 in erased.blobs
    erasing.remove_blobs(store, blobs, erased.blobs, datetime.now(UTC) + timedelta(days=1))
    assert sha256 not in {one for one, _ in blobs.all()}
    with store.view() as s:
        assert publicfiles.by_uid(s, uid).status is FileStatus.WITHDRAWN


def test_the_agenda_and_the_toolbox_each_have_their_revision(store, blobs):
    draft_id = material(store, blobs)
    with store.view() as s:
        before = agenda.revision(s), toolbox.revision(s)
    decide(store, draft_id, said(parts_of(store, draft_id)[0]))
    with store.view() as s:
        assert agenda.revision(s) == before[0]
        assert toolbox.revision(s).number > before[1].number
        assert agenda.entries(s) == []


def test_files_are_sent_on_once_and_material_is_not_sent_on(store, blobs):
    activity = one_draft(store, reading={"parts": (part(blobs.put_many([b"x"])[0]),)})
    with store.begin() as s:
        made = toolbox.collect(s, activity, 1, ANNA, NOW).made
    found = see(store, made)
    assert (found.status, found.waits_as, found.title) == ("material", "material", "Oudercafé")
    assert [one.id for one in found.parts] == parts_of(store, activity)
    assert [one.draft_id for one in see(store, activity).collected] == [made]
    for draft_id, code in ((activity, "collected-already"), (made, "wrong-status")):
        with store.begin() as s, pytest.raises(Refused) as refused:
            toolbox.collect(s, draft_id, see(store, draft_id).version, ANNA, NOW)
        assert refused.value.code == code


def test_material_belongs_to_an_activity_and_to_nothing_else(store, blobs):
    one, two = material(store, blobs, "one"), material(store, blobs, "two")
    with store.begin() as s, pytest.raises(Refused) as refused:
        toolbox.belong(s, one, 1, two, ANNA, NOW)
    assert refused.value.code == "no-such-activity"


def test_approved_material_is_not_sent_on_and_material_does_not_lead_into_the_agenda(store, blobs):
    first, activity = material(store, blobs, "one"), one_draft(store, "two", whole("Koffie", "De Linde", 10))
    decide(store, first, said(parts_of(store, first)[0]))
    with store.begin() as s, pytest.raises(Refused) as refused:
        toolbox.collect(s, first, see(store, first).version, ANNA, NOW)
    assert refused.value.code == "wrong-status"
    with store.begin() as s:
        review.save(s, activity, 1, {}, ANNA, NOW, confirm=["organisation", "venue"])
        review.approve(s, activity, 2, ANNA, NOW)
        review.merge(s, activity, 3, first, see(store, first).version, (), ANNA, NOW)
    with store.view() as s:
        assert toolbox.by_slug(s, "oudercafe").status is PublicationStatus.WITHDRAWN
        assert toolbox.entries(s) == []
        assert agenda.by_slug(s, "koffie").status is PublicationStatus.PUBLISHED


def test_what_belongs_to_an_activity_is_no_change_of_it(store, blobs):
    one, activity = material(store, blobs, "one"), one_draft(store, "two", whole("Koffie", "De Linde", 10))
    with store.begin() as s:
        toolbox.belong(s, one, 1, activity, ANNA, NOW)
        review.ask(s, one, 2, "Van wie is dit?", ANNA, NOW)
    assert see(store, activity).changes == ()
    with store.begin() as s, pytest.raises(Refused) as refused:
        review.accept_change(s, one, 3, ANNA, NOW)
    assert refused.value.code == "no-activity"


def test_who_is_forgotten_is_named_by_no_file_either(store, blobs):
    sha256 = blobs.put_many([b"kaart"])[0]
    draft_id = material(
        store, blobs, "first", part(sha256, "kaart van bas@elders.nl (1).pdf", "application/pdf", "document")
    )
    decide(store, draft_id, said(parts_of(store, draft_id)[0]))
    with store.begin() as s:
        erasing.erase(s, [see(store, draft_id).mail.id], "retention", "expired", NOW)
        before = toolbox.revision(s).number
    with store.view() as s:
        assert len(person.held(s, "bas@elders.nl").published) == 1
    list(forgetting.forget(store, "bas@elders.nl", ANNA, NOW))
    assert [one.name for one in files(store)] == ["bestand.pdf"]
    with store.view() as s:
        assert not person.held(s, "bas@elders.nl")
        assert toolbox.revision(s).number > before
