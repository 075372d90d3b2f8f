"""What stands beside a draft: notes, who is on it, attachments, and what to ask its organiser."""

import re
from html import unescape

import pytest

from review.words import say
from store import review
from store.incoming import NewDraft, NewFinding, NewPart, NewProblem
from tests.review.desks import NOW, Desk, filled, hidden
from tests.review.papers import photo
from tests.review.test_draft import arrives, decide, oudercafe, status
from tests.store.mails import mail, read_as, reading


def part(desk: Desk, name: str, role: str, suspicious: bool = False) -> NewPart:
    content = photo((60, 40)) if name.endswith(".jpg") else name.encode()
    kind = {"jpg": "image/jpeg", "pdf": "application/pdf"}.get(
        name.rpartition(".")[2], "application/octet-stream"
    )
    (sha256,) = desk.blobs.put_many([content])
    return NewPart((1,), name, name, kind, "", len(content), sha256, role, suspicious)


def material(desk: Desk) -> int:
    """Photos for the toolbox."""
    found = (
        NewFinding("title", 0, "Foto's van vorig jaar", 0.9, "title"),
        NewFinding("organisation", 0, "De Linde", 0.9, "organisation"),
    )
    draft = NewDraft(findings=found, title="Foto's van vorig jaar", organisation="De Linde", first_day=None)
    read_as(
        desk.store, mail("foto"), reading(draft, kind="material", parts=(part(desk, "a.jpg", "photo"),)), NOW
    )
    return 1


def test_notes_are_for_colleagues_and_ones_own_can_be_taken_away_and_put_back(desk):
    draft_id = arrives(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    page = anna.get(f"/activiteit/{draft_id}").text
    token = hidden(page)["token"]
    sent = {"token": token, "notitie": "Eerst <b>bellen</b>\nmet de school"}
    assert anna.post(f"/activiteit/{draft_id}/notitie", sent).status_code == 303
    page = bas.get(f"/activiteit/{draft_id}").text
    assert "Eerst &lt;b&gt;bellen&lt;/b&gt;\nmet de school" in page
    assert "Anna de Boer" in page
    assert 'action="/notitie/' not in page, "nobody takes away a note of a colleague"
    theirs = {"token": hidden(page)["token"], "doe": "weg", "bij": draft_id}
    assert bas.post("/notitie/1", theirs).status_code == 403
    answer = anna.post("/notitie/1", {"token": token, "doe": "weg", "bij": draft_id})
    page = anna.get(answer.headers["location"]).text
    assert "bellen" not in page
    assert say("notice.note") in page
    back = {"token": token, "doe": "terug", "bij": draft_id}
    assert anna.post("/notitie/1", back).status_code == 303
    assert "bellen" in anna.get(f"/activiteit/{draft_id}").text


def test_a_note_that_is_too_long_comes_back_with_its_words(desk):
    draft_id = arrives(desk)
    anna = desk.logged_in()
    token = hidden(anna.get(f"/activiteit/{draft_id}").text)["token"]
    answer = anna.post(f"/activiteit/{draft_id}/notitie", {"token": token, "notitie": "lang " * 900})
    assert answer.status_code == 422
    assert say("refused.text-long") in answer.text
    assert "lang lang lang" in answer.text


def test_who_begins_to_type_is_on_the_draft_and_a_colleague_can_take_over(desk):
    draft_id = arrives(desk)
    anna, bas = desk.logged_in(), desk.logged_in("bas", "Bas Vos")
    path = f"/activiteit/{draft_id}/bezig"

    def token(browser):
        return {"token": hidden(browser.get(f"/activiteit/{draft_id}").text)["token"]}

    as_script = {"origin": desk.home, "hx-request": "true"}
    begun = anna.client.post(path, data=token(anna), headers=as_script)
    assert say("held.by", name="Anna de Boer") not in begun.text
    told = bas.client.post(path, data=token(bas), headers=as_script).text
    assert say("held.by", name="Anna de Boer") in told
    assert say("held.take") in told
    assert bas.post(path, {**token(bas), "doe": "overnemen"}).headers["location"] == f"/activiteit/{draft_id}"
    assert say("held.by", name="Bas Vos") in anna.get(f"/activiteit/{draft_id}").text
    desk.clock.passes(minutes=16)
    assert say("held.by", name="Bas Vos") not in anna.get(f"/activiteit/{draft_id}").text


def test_material_is_asked_for_what_a_toolbox_needs_and_no_more(desk):
    browser = desk.logged_in()
    draft_id = material(desk)
    page = browser.get(f"/activiteit/{draft_id}").text
    shown, _, rest = page[page.index('id="form"') :].partition('class="rest"')
    assert say("agenda.material") in page
    assert 'id="veld-title"' in shown
    assert 'id="veld-contact_email"' in shown
    for field in ("dates", "venue", "price", "registration"):
        assert f'id="veld-{field}"' not in shown
        assert f'id="veld-{field}"' in rest, "it can still be filled in"
    assert "a.jpg" in shown
    assert filled(page)["bijlage.1.stand"] == "look", "a photo goes along when somebody says so"
    shows = {"bijlage.1.stand": "publish", "bijlage.1.mensen": "nee"}
    assert decide(browser, draft_id, "goedkeuren", **shows).status_code == 303
    assert status(desk, draft_id)[0] == "approved"


def test_of_each_attachment_staff_say_what_it_is_and_whether_it_is_shown(desk):
    parts = (
        part(desk, "flyer.pdf", "document"),
        part(desk, "kind.jpg", "photo"),
        part(desk, "x.exe", "other", True),
    )
    draft_id = arrives(desk, parts=parts)
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    ids = re.findall(r'name="bijlage" value="(\d+)"', page)
    chosen = {name.split(".")[1]: value for name, value in filled(page).items() if name.endswith(".stand")}
    assert chosen == {ids[0]: "publish", ids[1]: "look"}, (
        "a photo may show children; what is dangerous has no choice"
    )
    sent = {f"bijlage.{number}.soort": ["photo", "photo", "other"][at] for at, number in enumerate(ids)}
    sent |= {f"bijlage.{number}.stand": "publish" for number in ids} | {f"bijlage.{ids[1]}.mensen": "nee"}
    assert decide(browser, draft_id, "opslaan", **sent).status_code == 303
    page = browser.get(f"/activiteit/{draft_id}").text
    chosen = [name.split(".")[1] for name, value in filled(page).items() if value == "publish"]
    assert chosen == ids[:2], "what is dangerous never is"
    assert say("files.told", count=3) in page


def test_a_question_is_proposed_from_what_is_wrong_quoting_what_was_understood(desk):
    findings = tuple(one for one in oudercafe().findings if one.field not in ("dates", "venue"))
    problems = (NewProblem("document-unreadable", "flyer.pdf", None),)
    what = reading(oudercafe(findings=findings, first_day=None), problems=problems)
    read_as(desk.store, mail("een"), what, NOW)
    browser = desk.logged_in()
    page = unescape(browser.get("/activiteit/1").text)
    text = re.search(r'<textarea id="vraag"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1]
    assert say("letter.hello", name="Anna de Boer") in text
    assert "organisatie: Buurthuis De Linde" in text
    for code in ("no-date", "no-place", "document-unreadable"):
        assert f"- {say(f'letter.{code}')}" in text
    assert decide(browser, 1, "vragen", vraag=text).status_code == 303
    with desk.store.view() as s:
        assert review.draft(s, 1).message == text.strip()


def test_where_nothing_is_wrong_no_question_is_made_up(desk):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    decide(browser, draft_id, "opslaan", klopt="venue")
    page = browser.get(f"/activiteit/{draft_id}").text
    assert re.search(r'<textarea id="vraag"[^>]*></textarea>', page)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10 mei", "2017-05-10"),
        ("wo 10 mei 2017", "2017-05-10"),
        ("10-5", "2017-05-10"),
        ("10-5-2017", "2017-05-10"),
        ("10/05/17", "2017-05-10"),
        ("woensdag 10 mei", "2017-05-10"),
        ("1 jan", "2017-01-01"),
        ("2 dec", "2016-12-02"),
        ("2017-05-10", "2017-05-10"),
    ],
)
def test_days_are_typed_as_dutch_people_write_them(desk, typed, kept):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    page = browser.get(f"/activiteit/{draft_id}").text
    assert 'value="9 mei 2017"' in page
    assert "dinsdag 9 mei 2017" in page
    answer = decide(browser, draft_id, "opslaan", **{"dates.0.day": typed, "registration_deadline": typed})
    assert answer.status_code == 303, unescape(answer.text)
    with desk.store.view() as s:
        values = review.draft(s, draft_id).values
    assert values["dates"] == [{"starts": f"{kept}T13:00", "ends": f"{kept}T16:30"}]
    assert values["registration_deadline"] == kept


@pytest.mark.parametrize(
    "typed", ["31 februari", "dinsdag 10 mei", "morgen", "9", "31/4", "; / ;", "1-13-2017"]
)
def test_what_is_no_day_is_told_and_stays_as_it_was_typed(desk, typed):
    draft_id = arrives(desk)
    browser = desk.logged_in()
    answer = decide(browser, draft_id, "opslaan", **{"dates.0.day": typed})
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert say("bad.dates") in page
    assert f'name="dates.0.day" value="{typed}"' in page
    assert status(desk, draft_id) == ("new", 1)


def test_what_a_typed_day_is_understood_as_is_told_while_typing(desk):
    browser = desk.logged_in()
    assert "woensdag 10 mei 2017" in browser.get("/dag?dates.0.day=10+mei").text
    assert say("days.not") in browser.get("/dag?dates.0.day=31+februari").text
    assert browser.get("/dag?dates.0.day=").text == ""
