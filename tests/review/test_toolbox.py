"""The toolbox from the outside: material by mail, looked at file by file, public, taken back, exported."""

import io
import json
import re
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image

from store import review
from store.model import Part
from store.publication import PublicFile
from tests.review.desks import Browser, Desk, filled, hidden
from tests.review.papers import line, pdf, photo
from tests.review.post import arrives, letter
from tests.review.test_agenda import approved, get

TEXT = (
    "Beste mensen,\n\nHierbij de foto's en de gesprekskaart van ons project voor de toolbox van de Landelijke "
    "Actieweek Thuiszitters.\n\nGroet,\nAnna de Boer\nBasisschool De Regenboog\n"
)
SUBJECT = "Materiaal voor de toolbox, Landelijke Actieweek Thuiszitters"


def material(desk: Desk, *files: tuple[str, str, bytes]) -> int:
    """A mail of material has come in; gives its draft."""
    sent = files or (
        ("Jantje-Smit.jpg", "image/jpeg", photo(exif=True)),
        ("gesprekskaart.pdf", "application/pdf", pdf(line("Gesprekskaart"))),
    )
    _, draft_id = arrives(desk, letter(files=sent, text=TEXT, Subject=SUBJECT))
    assert draft_id is not None
    return draft_id


def parts(desk: Desk, draft_id: int) -> list[Part]:
    with desk.store.view() as s:
        return list(review.draft(s, draft_id).parts)


def send(browser: Browser, draft_id: int, act: str, **typed: object) -> httpx.Response:
    """Press a button of its page, where it says what `typed` says and all else is left as it is."""
    form = filled(browser.get(f"/activiteit/{draft_id}").text)
    return browser.post(f"/activiteit/{draft_id}", {**form, **typed, "doe": act})


def looked_at(desk: Desk, draft_id: int, **of_photo: str) -> dict[str, object]:
    """What the form says of its files: the photo with these answers, the document to be published."""
    fields: dict[str, object] = {"bijlage": []}
    for part in parts(desk, draft_id):
        fields["bijlage"].append(part.id)
        fields[f"bijlage.{part.id}.soort"] = part.role
        told = of_photo if part.type.startswith("image/") else {"stand": "publish"}
        for name, value in told.items():
            fields[f"bijlage.{part.id}.{name}"] = value
    return fields


AGREED = {
    "stand": "publish",
    "mensen": "ja",
    "toestemming": "Mevrouw Smit, per mail",
    "alt": "Kinderen schilderen",
}


def published(desk: Desk, browser: Browser | None = None) -> int:
    draft_id = material(desk)
    answer = send(
        browser or desk.logged_in(),
        draft_id,
        "goedkeuren",
        title="Schilderproject",
        organisation="De Regenboog",
        summary="Foto's en een kaart om over te praten.",
        **looked_at(desk, draft_id, **AGREED),
    )
    assert answer.status_code == 303, told(answer)
    return draft_id


def told(answer: httpx.Response) -> str:
    """What a page complains of."""
    return unescape(
        re.sub(r"<[^>]+>", " ", "".join(re.findall(r'role="alert".*?</div>\s*</div>', answer.text, re.S)))
    )


def public(desk: Desk) -> dict[str, object]:
    (entry,) = get(desk, "/toolbox.json").json()["entries"]
    return entry


def of_kind(entry: dict[str, object], kind: str) -> str:
    (one,) = [one for one in entry["files"] if one["kind"] == kind]
    return path_of(one)


def path_of(file: dict[str, object]) -> str:
    """Its address as this desk's socket serves it."""
    return urlsplit(file["url"]).path


def test_material_that_staff_looked_at_is_on_a_public_page_and_as_json(desk):
    published(desk)
    page = get(desk, "/toolbox/schilderproject")
    assert page.status_code == 200
    assert "set-cookie" not in page.headers
    for words in (
        "Schilderproject",
        "De Regenboog",
        "om over te praten",
        "Kinderen schilderen",
        "gesprekskaart.pdf",
    ):
        assert words in unescape(page.text)
    assert "Jantje" not in page.text, "the name of a file may be a child's"
    assert "Schilderproject" in get(desk, "/toolbox").text
    entry = public(desk)
    assert (entry["title"], entry["organisation"]) == ("Schilderproject", "De Regenboog")
    assert {one["kind"] for one in entry["files"]} == {"foto", "document"}
    assert "anna@" not in json.dumps(entry)


def test_a_photo_is_served_without_what_it_tells_of_its_place_and_camera(desk):
    published(desk)
    answer = get(desk, of_kind(public(desk), "foto"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert b"geheim" not in answer.content
    with Image.open(io.BytesIO(answer.content)) as image:
        assert dict(image.getexif()) == {}
        assert "comment" not in image.info
        assert image.height > image.width, "it was turned upright first"
    again = get(desk, of_kind(public(desk), "foto"), **{"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
    assert "no-cache" in answer.headers["cache-control"], "a browser asks each time whether it is still there"


def test_a_document_is_there_to_save_and_never_to_open_in_the_page(desk):
    published(desk)
    answer = get(desk, of_kind(public(desk), "document"))
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_a_photo_with_people_is_not_published_without_consent(desk):
    draft_id = material(desk)
    browser = desk.logged_in()
    for answers in (
        {"stand": "publish"},
        {"stand": "publish", "mensen": "ja"},
        {"stand": "publish", "toestemming": "  "},
    ):
        answer = send(browser, draft_id, "goedkeuren", title="Foto's", **looked_at(desk, draft_id, **answers))
        assert answer.status_code == 409
        assert "toestemming" in told(answer)
        assert get(desk, "/toolbox.json").json()["entries"] == []
    answer = send(
        browser,
        draft_id,
        "goedkeuren",
        title="Foto's",
        **looked_at(desk, draft_id, stand="publish", mensen="nee"),
    )
    assert answer.status_code == 303, told(answer)
    assert len(public(desk)["files"]) == 2


def test_material_is_not_approved_while_a_file_is_still_to_be_looked_at(desk):
    draft_id = material(desk)
    answer = send(
        desk.logged_in(), draft_id, "goedkeuren", title="Foto's", **looked_at(desk, draft_id, stand="look")
    )
    assert answer.status_code == 409
    assert "bekeken" in told(answer)


def test_who_said_that_there_is_consent_is_kept_with_the_file(desk):
    draft_id = published(desk)
    page = unescape(desk.logged_in().get(f"/activiteit/{draft_id}").text)
    assert "Toestemming bevestigd door Mevrouw Smit, per mail" in page
    assert "genoteerd door Anna de Boer" in page


def test_taking_a_file_back_makes_it_gone_from_its_address_and_from_the_disk(desk):
    draft_id = published(desk)
    path = of_kind(public(desk), "foto")
    with desk.store.view() as s:
        (sha256,) = [one.sha256 for one in s.query(PublicFile) if one.kind == "picture"]
    assert desk.blobs.read(sha256)
    browser = desk.logged_in()
    answer = send(browser, draft_id, "opslaan", **looked_at(desk, draft_id, **{**AGREED, "stand": "keep"}))
    assert answer.status_code == 303, told(answer)
    assert get(desk, path).status_code == 410
    assert sha256 not in {one for one, _ in desk.blobs.all()}
    assert [one["kind"] for one in public(desk)["files"]] == ["document"]
    page = browser.get(answer.headers["location"])
    undo = re.search(r'action="(/besluit/\d+/ongedaan)"', page.text)[1]
    assert browser.post(undo, hidden(page.text)).status_code == 303
    assert get(desk, path).status_code == 200, "undone, it is there again at the same address"


def test_taking_an_entry_back_makes_its_page_and_all_its_files_gone(desk):
    draft_id = published(desk)
    paths = [path_of(one) for one in public(desk)["files"]]
    assert send(desk.logged_in(), draft_id, "heropenen").status_code == 303
    assert get(desk, "/toolbox/schilderproject").status_code == 410
    assert {get(desk, path).status_code for path in paths} == {410}
    assert get(desk, "/toolbox.json").json()["entries"] == []
    with desk.store.view() as s:
        kept = {part.sha256 for part in review.draft(s, draft_id).parts} | {
            review.draft(s, draft_id).mail.sha256
        }
    assert {one for one, _ in desk.blobs.all()} == kept


def test_two_who_decide_on_one_file_are_told_of_each_other(desk):
    draft_id = material(desk)
    anna, bert = desk.logged_in(), desk.logged_in("bert", "Bert Bos")
    seen = hidden(bert.get(f"/activiteit/{draft_id}").text)
    assert send(anna, draft_id, "opslaan", **looked_at(desk, draft_id, **AGREED)).status_code == 303
    mine = {**seen, **looked_at(desk, draft_id, stand="discard"), "doe": "opslaan"}
    answer = bert.post(f"/activiteit/{draft_id}", mine)
    assert answer.status_code == 409
    assert "Anna de Boer" in told(answer)
    assert re.search(r'value="discard"\s+checked', answer.text), "what Bert chose still stands there"


def test_an_activity_shows_what_was_sent_along_once_staff_said_so(desk):
    raw = letter(
        files=[
            ("flyer.pdf", "application/pdf", pdf(line("Flyer"))),
            ("buurt.jpg", "image/jpeg", photo(exif=True)),
        ]
    )
    _, draft_id = arrives(desk, raw)
    browser = desk.logged_in()
    fields = looked_at(desk, draft_id, stand="publish", mensen="ja")
    answer = send(browser, draft_id, "goedkeuren", title="Oudercafé", organisation="De Linde", **fields)
    assert answer.status_code == 409
    assert "toestemming" in told(answer)
    fields = looked_at(desk, draft_id, stand="publish", mensen="nee", alt="Het buurthuis")
    answer = send(browser, draft_id, "goedkeuren", title="Oudercafé", organisation="De Linde", **fields)
    assert answer.status_code == 303, told(answer)
    page = unescape(get(desk, "/agenda/oudercafe").text)
    assert "flyer.pdf" in page
    assert 'alt="Het buurthuis"' in page
    (path,) = re.findall(r'<img[^>]+src="(/bestand/[^"]+)"', page)
    assert b"geheim" not in get(desk, path).content
    assert send(browser, draft_id, "heropenen").status_code == 303
    assert get(desk, path).status_code == 410


def test_the_photos_of_an_activity_are_sent_on_to_the_toolbox_and_lead_to_each_other(desk):
    raw = letter(files=[("buurt.jpg", "image/jpeg", photo(exif=True))])
    _, draft_id = arrives(desk, raw)
    browser = desk.logged_in()
    assert (
        send(browser, draft_id, "goedkeuren", title="Oudercafé", organisation="De Linde").status_code == 303
    )
    answer = send(browser, draft_id, "toolbox")
    assert answer.status_code == 303, told(answer)
    made = int(re.search(r"/activiteit/(\d+)", answer.headers["location"])[1])
    assert made != draft_id
    fields = looked_at(desk, made, stand="publish", mensen="nee", alt="Het buurthuis")
    assert send(browser, made, "goedkeuren", **fields).status_code == 303
    entry = public(desk)
    assert entry["title"] == "Oudercafé"
    assert entry["activity"]["page"].endswith("/agenda/oudercafe")
    page = get(desk, "/agenda/oudercafe").text
    assert f'href="/toolbox/{entry["page"].rpartition("/")[2]}"' in page
    assert 'href="/agenda/oudercafe"' in get(desk, "/toolbox/oudercafe-2").text


def test_material_from_whom_an_activity_is_known_is_proposed_to_belong_to_it(desk):
    arrives(desk, letter())
    draft_id = material(desk)
    page = unescape(desk.logged_in().get(f"/activiteit/{draft_id}").text)
    options = re.findall(r"<option value=\"(\d+)\"\s*>([^<]*Oudercafé[^<]*)<", page)
    assert options, "the same sender announced it"
    browser = desk.logged_in()
    fields = looked_at(desk, draft_id, **AGREED)
    answer = send(browser, draft_id, "goedkeuren", title="Foto's", bij=options[0][0], **fields)
    assert answer.status_code == 303, told(answer)
    assert public(desk)["activity"] is None, "the activity is not public yet"
    activity = int(options[0][0])
    assert (
        send(browser, activity, "goedkeuren", title="Oudercafé", organisation="De Linde").status_code == 303
    )
    assert public(desk)["activity"]["title"] == "Oudercafé"


@pytest.mark.parametrize("query", ["soort=foto", "soort=document", "woorden=schilder", "woorden=praten"])
def test_the_toolbox_is_narrowed_by_what_it_is_and_by_words(desk, query):
    published(desk)
    assert get(desk, f"/toolbox.json?{query}").json()["total"] == 1
    assert "Schilderproject" in get(desk, f"/toolbox?{query}").text


@pytest.mark.parametrize("query", ["soort=film", "woorden=onvindbaar", "activiteit=oudercafe"])
def test_what_is_not_asked_for_is_not_shown(desk, query):
    published(desk)
    assert get(desk, f"/toolbox.json?{query}").json()["total"] == 0


def test_answers_are_spared_to_who_has_them_until_something_changes(desk):
    draft_id = published(desk)
    for path in ("/toolbox", "/toolbox.json", "/toolbox/schilderproject"):
        first = get(desk, path)
        assert get(desk, path, **{"if-none-match": first.headers["etag"]}).status_code == 304
        assert get(desk, path, **{"if-modified-since": first.headers["last-modified"]}).status_code == 304
    before = get(desk, "/toolbox.json")
    desk.clock.passes(hours=1)
    send(desk.logged_in(), draft_id, "opslaan", title="Schilderen")
    after = get(desk, "/toolbox.json", **{"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert get(desk, "/toolbox/schilderproject").status_code == 200, "the address is for good"


def test_what_runs_in_a_browser_is_only_there_to_save(desk):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    draft_id = material(desk, ("tekening.svg", "image/svg+xml", svg))
    fields = looked_at(desk, draft_id, stand="publish", mensen="nee")
    answer = send(desk.logged_in(), draft_id, "goedkeuren", title="Tekening", **fields)
    entries = get(desk, "/toolbox.json").json()["entries"]
    for path in [path_of(one) for entry in entries for one in entry["files"]]:
        got = get(desk, path)
        assert got.headers["content-type"] == "application/octet-stream"
        assert got.headers["content-disposition"].startswith("attachment")
    assert "<svg xmlns" not in get(desk, "/toolbox").text
    assert answer.status_code in {303, 409}


def test_a_picture_that_cannot_be_cleaned_is_not_published(desk):
    draft_id = material(desk, ("stuk.jpg", "image/jpeg", photo()[:300]))
    fields = looked_at(desk, draft_id, stand="publish", mensen="nee")
    answer = send(desk.logged_in(), draft_id, "goedkeuren", title="Stuk", **fields)
    assert answer.status_code in {409, 422}
    assert "stuk.jpg" in told(answer)
    assert get(desk, "/toolbox.json").json()["entries"] == []


def test_nothing_of_the_toolbox_stands_in_the_agenda(desk):
    published(desk)
    approved(desk)
    assert [one["title"] for one in get(desk, "/agenda.json").json()["activities"]] == ["Oudercafé"]
    assert "Schilderproject" not in get(desk, "/agenda").text
    assert get(desk, "/agenda/schilderproject").status_code == 404
    assert get(desk, "/toolbox/oudercafe").status_code == 404
