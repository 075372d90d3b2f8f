"""What organisers answer to our own mails is about the activity that those told of, on each database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from store import ledger, mailviews, review
from store.database import Store
from store.model import Draft
from store.outgoing import Outgoing
from store.settings import StoreSettings
from tests.store.desk import LATER, whole
from tests.store.mails import draft, mail, read_as, reading

ANNA = "staff:1"
SENDER = "anna@school.example"


@pytest.fixture
def desk(database_url: str) -> Iterator[Store]:
    store = Store(StoreSettings(database=database_url), answering="desk.example")
    yield store
    store.close()


def arrives(desk: Store, *titles: str, **given: object) -> list[int]:
    """A mail that announces these; gives its drafts."""
    made = [whole(title, f"School {title}") for title in titles]
    mail_id = read_as(desk, mail("first", **given), reading(*made, answer_to=SENDER))
    with desk.view() as s:
        return list(s.scalars(select(Draft.id).where(Draft.mail_id == mail_id).order_by(Draft.number)))


def ours(desk: Store, kind: str) -> str:
    """The Message-ID of our latest mail of a kind, as it stands in a header."""
    with desk.view() as s:
        query = select(Outgoing.message_id).where(Outgoing.kind == kind).order_by(Outgoing.id.desc())
        return f"<{s.scalars(query).first()}>"


def answers(desk: Store, *thread: str, title: str = "", name: str = "second") -> Draft:
    """An organiser's answer from another address, that names these Message-IDs, the last one the nearest."""
    other = mail(name, sender_email="b@elders.example", in_reply_to=thread[-1:], references=thread)
    what = reading(draft(title, "", day=None, change="changed"), kind="update")
    mail_id = read_as(desk, other, what, LATER)
    with desk.view() as s:
        return s.scalars(select(Draft).where(Draft.mail_id == mail_id)).one()


def ask(desk: Store, draft_id: int) -> None:
    with desk.begin() as s:
        review.ask(s, draft_id, review.draft(s, draft_id).version, "Hoe laat?", ANNA, LATER)


@pytest.mark.parametrize("message_id", ["<first@school.example>", ""])
def test_an_answer_to_our_receipt_is_about_the_activity_of_its_mail(desk: Store, message_id: str) -> None:
    (activity,) = arrives(desk, "Oudercafé", message_id=message_id)
    answer = answers(desk, ours(desk, "receipt"))
    assert (answer.about_draft_id, answer.linked_by, answer.status) == (activity, "references", "change")


def test_an_answer_to_a_question_is_about_the_activity_that_was_asked_of(desk: Store) -> None:
    _, film, _ = arrives(desk, "Oudercafé", "Film", "Wandeling")
    ask(desk, film)
    answer = answers(desk, "<first@school.example>", ours(desk, "question"))
    assert answer.about_draft_id == film, "whatever the thread names besides"


def test_of_our_mails_in_a_thread_the_nearest_tells_which(desk: Store) -> None:
    coffee, film = arrives(desk, "Oudercafé", "Film")
    ask(desk, coffee)
    first = ours(desk, "question")
    ask(desk, film)
    second = ours(desk, "question")
    assert answers(desk, first, second).about_draft_id == film
    assert answers(desk, second, first, name="third").about_draft_id == coffee


def test_an_answer_to_the_receipt_of_several_activities_is_about_the_one_that_it_names(desk: Store) -> None:
    _, film = arrives(desk, "Oudercafé", "Film over thuiszitten")
    receipt = ours(desk, "receipt")
    assert answers(desk, receipt, title="De film over thuiszitten").about_draft_id == film
    assert answers(desk, receipt, name="third").about_draft_id is None, "a person chooses"


def test_an_answer_about_a_change_that_was_taken_over_is_about_the_activity(desk: Store) -> None:
    (activity,) = arrives(desk, "Oudercafé")
    change = mail("change", in_reply_to=("<first@school.example>",))
    read_as(
        desk, change, reading(whole("Oudercafé", day=10, change="changed"), kind="update", answer_to=SENDER)
    )
    with desk.begin() as s:
        (proposal,) = s.scalars(select(Draft).where(Draft.about_draft_id == activity)).all()
        about = review.draft(s, activity).version
        review.accept_change(s, proposal.id, proposal.version, ANNA, LATER, about_version=about)
    assert answers(desk, ours(desk, "changed")).about_draft_id == activity


def test_an_answer_to_our_mail_is_taken_in_whatever_its_subject_says(desk: Store) -> None:
    arrives(desk, "Oudercafé", message_id="")
    receipt = ours(desk, "receipt")
    with desk.view() as s:
        assert ledger.held(s, {receipt, "<other@desk.example>"}) == {receipt}


@pytest.mark.parametrize("message_id", ["<first@school.example>", ""])
def test_the_conversation_shows_what_our_mail_was_about(desk: Store, message_id: str) -> None:
    (activity,) = arrives(desk, "Oudercafé", message_id=message_id)
    answer = answers(desk, ours(desk, "receipt"))
    with desk.view() as s:
        first = s.get_one(Draft, activity).mail_id
        assert mailviews.thread(s, answer.mail_id) == [first]
        assert mailviews.thread(s, first) == [answer.mail_id]
