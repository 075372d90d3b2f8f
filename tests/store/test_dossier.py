"""Who asks what is held of them is told all of it, and of other people only what names them."""

from store import dossier, notes, person, review
from store.database import Store
from store.incoming import NewPart
from tests.store.desk import LATER, whole
from tests.store.mails import mail, read_as, reading, sha
from tests.store.test_agenda import approved, see_version
from tests.store.test_forgetting import ANNA, CONTACT, STAFF, by_another, held


def test_of_their_own_mails_everything_is_told(store: Store) -> None:
    draft_id = approved(store, **CONTACT)
    with store.begin() as s:
        review.save(s, draft_id, see_version(s, draft_id), {"audience": "ouders"}, STAFF, LATER)
        notes.add(s, draft_id, "Anna belde", STAFF, LATER)
    found = held(store)
    with store.view() as s:
        told = dossier.of_mail(s, found.mails[0])
        (shown,) = dossier.published(s, found)
    (made,) = told["aanmeldingen"]
    assert told["afzender"] == f"Anna de Boer <{ANNA}>"
    assert told["tekst"]["body"] == "Oudercafé"
    assert (made["gegevens"]["wanneer"], made["gegevens"]["e-mail"]) == (["2017-05-09T13:00"], ANNA)
    assert {"veld": "titel", "waarde": "Koffie", "zekerheid": 0.2, "staat in": []} in [
        {**one, "staat in": list(one["staat in"])} for one in made["gelezen"]
    ]
    assert "ouders" in [one["waarde"] for one in made["ingevuld door medewerkers"]]
    assert [one["tekst"] for one in made["notities"]] == ["Anna belde"]
    assert {"read", "approved"} <= {one["wat"] for one in told["logboek"]}
    assert (shown["adres"], shown["gegevens"]["contact"]) == ("/agenda/oudercafe", "Anna de Boer")


def test_of_other_peoples_mails_only_what_names_them_is_told(store: Store) -> None:
    by_another(store, "secret", f"Een geheim van Bert. {ANNA}", **CONTACT)
    found = held(store)
    with store.view() as s:
        told = dossier.elsewhere(s, found)
    assert [one["gegevens"] for one in told["aanmeldingen van anderen"]] == [
        {"contact": "Anna de Boer", "e-mail": ANNA, "telefoon": "06 12345678"}
    ]
    assert "Bert" not in str(told)
    assert "geheim" not in str(told)


def test_attachments_of_one_name_have_paths_of_their_own(store: Store) -> None:
    parts = tuple(
        NewPart((at,), "a.jpg", "a.jpg", "image/jpeg", "", 5, sha(str(at)), "photo") for at in (1, 2)
    )
    mail_id = read_as(store, mail("a"), reading(whole(), parts=parts))
    with store.view() as s:
        assert person.held(s, ANNA).mails == (mail_id,)
        told = dossier.of_mail(s, mail_id)
    paths = [one["bestand"] for one in told["bijlagen"]]
    assert paths == [f"mails/{mail_id}/bijlagen/{number}-a.jpg" for number in (1, 2)]
