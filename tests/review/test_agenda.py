"""The public agenda: what anybody may read of it, in which forms, and what nobody learns from it."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from xml.etree.ElementTree import fromstring

import httpx
import icalendar
import openpyxl
import pytest
import vobject
from sqlalchemy import select

from review.agenda import sheets
from review.agenda.item import edition
from review.agenda.land import PROVINCES, Land
from review.words import say
from store import agenda, review
from store.publication import Feed, Publication
from tests.review.desks import NOW, Desk
from tests.review.test_draft import decide
from tests.store.desk import one_draft, whole

ANNA = "staff:1"


def approved(desk: Desk, name: str = "first", title: str = "Oudercafé", day: int = 9, **more: object) -> int:
    draft_id = one_draft(desk.store, name, whole(title, f"School {name}", day, **more))
    with desk.store.begin() as s:
        review.save(s, draft_id, 1, {}, ANNA, NOW, confirm=["organisation", "venue"])
        review.approve(s, draft_id, 2, ANNA, NOW)
    return draft_id


def change(desk: Desk, draft_id: int, now: datetime = NOW, **fields: object) -> None:
    with desk.store.begin() as s:
        review.save(s, draft_id, review.draft(s, draft_id).version, fields, ANNA, now)


def cancel(desk: Desk, draft_id: int) -> None:
    with desk.store.begin() as s:
        review.cancel(s, draft_id, review.draft(s, draft_id).version, ANNA, NOW)


def take_back(desk: Desk, draft_id: int) -> None:
    with desk.store.begin() as s:
        review.reopen(s, draft_id, review.draft(s, draft_id).version, ANNA, NOW)


def get(desk: Desk, path: str, **headers: str) -> httpx.Response:
    return desk.browser().client.get(path, headers=headers)


def events(response: httpx.Response) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(response.content).walk("VEVENT"))


def test_a_visitor_needs_no_session_and_gets_no_cookie(desk):
    approved(desk)
    page = get(desk, "/agenda")
    assert page.status_code == 200
    assert "Oudercafé" in page.text
    assert "set-cookie" not in page.headers
    assert get(desk, "/agenda/oudercafe").status_code == 200


def test_what_staff_did_not_approve_is_nowhere(desk):
    one_draft(desk.store, "waits", whole("Geheim"))
    for path in ("/agenda", "/agenda.json", "/agenda.ics", "/agenda.atom", "/agenda.csv", "/agenda/kaart"):
        assert "Geheim" not in get(desk, path).text, path
    assert get(desk, "/agenda/geheim").status_code == 404


def test_the_calendar_is_what_two_parsers_understand(desk):
    approved(desk)
    response = get(desk, "/agenda.ics")
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = events(response)
    assert str(event["summary"]) == "Oudercafé"
    assert event["dtstart"].dt.isoformat() == "2017-05-09T13:00:00+02:00"
    assert (event["sequence"], event["status"]) == (0, "CONFIRMED")
    assert icalendar.Calendar.from_ical(response.content).to_ical() == response.content
    other = vobject.readOne(response.text)
    assert other.vevent.uid.value == str(event["uid"])
    assert other.vevent.dtstart.value.utcoffset() == timedelta(hours=2)
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_the_calendar_is_byte_for_byte_the_same_until_something_changes(desk):
    draft_id = approved(desk)
    first = get(desk, "/agenda.ics")
    desk.clock.passes(hours=5)
    assert get(desk, "/agenda.ics").content == first.content
    change(desk, draft_id, NOW + timedelta(days=1), dates=[{"starts": "2017-05-11T13:00", "ends": None}])
    (event,) = events(get(desk, "/agenda.ics"))
    assert (event["sequence"], str(event["uid"])) == (1, str(events(first)[0]["uid"]))
    assert event["dtstamp"].dt == event["last-modified"].dt == (NOW + timedelta(days=1))


def test_days_without_times_end_on_the_day_after_and_several_days_are_several_events(desk):
    dates = [
        {"starts": "2017-05-08", "ends": "2017-05-10"},
        {"starts": "2017-05-12T10:00", "ends": "2017-05-12T12:00"},
    ]
    change(desk, approved(desk), dates=dates)
    first, second = sorted((e for e in events(get(desk, "/agenda.ics"))), key=lambda e: str(e["dtstart"].dt))
    assert (first["dtstart"].dt.isoformat(), first["dtend"].dt.isoformat()) == ("2017-05-08", "2017-05-11")
    assert second["dtend"].dt.isoformat() == "2017-05-12T12:00:00+02:00"
    assert first["uid"] != second["uid"]


def test_what_is_cancelled_is_told_until_the_week_is_over(desk):
    cancel(desk, approved(desk))
    (event,) = events(get(desk, "/agenda.ics"))
    assert event["status"] == "CANCELLED"
    before = get(desk, "/agenda.ics")
    desk.clock.now = datetime(2017, 5, 12, 22, 0, tzinfo=UTC)  # midnight in Amsterdam
    after = get(desk, "/agenda.ics", **{"if-modified-since": before.headers["last-modified"]})
    assert after.status_code == 200
    assert events(after) == []
    page = get(desk, "/agenda/oudercafe")
    assert page.status_code == 200
    assert "gaat niet door" in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/agenda",
        "/agenda.ics",
        "/agenda.json",
        "/agenda.atom",
        "/agenda.csv",
        "/agenda/oudercafe",
        "/agenda/oudercafe.ics",
        "/agenda/kaart",
    ],
)
def test_who_has_it_already_gets_no_bytes_and_a_removal_is_no_false_304(desk, path):
    approved(desk)
    other = approved(desk, "two", "Wandeling")
    first = get(desk, path)
    tag, moment = first.headers["etag"], first.headers["last-modified"]
    assert get(desk, path, **{"if-none-match": tag}).status_code == 304
    assert get(desk, path, **{"if-modified-since": moment}).status_code == 304
    assert get(desk, path, **{"if-none-match": '"other"', "if-modified-since": moment}).status_code == 200
    desk.clock.passes(minutes=5)
    with desk.store.begin() as s:
        review.reopen(s, other, review.draft(s, other).version, ANNA, desk.clock.now)
    assert get(desk, path, **{"if-modified-since": moment}).status_code == 200


def test_what_was_taken_back_is_gone_and_what_was_merged_leads_on(desk):
    keep, other = approved(desk, "one"), approved(desk, "two", "Wandeling")
    third = approved(desk, "three", "Debat")
    with desk.store.begin() as s:
        one, two = (review.draft(s, which).version for which in (keep, other))
        review.merge(s, keep, one, other, two, [], ANNA, NOW)
    take_back(desk, third)
    assert get(desk, "/agenda/debat").status_code == 410
    assert get(desk, "/agenda/debat.ics").status_code == 410
    moved = get(desk, "/agenda/wandeling")
    assert (moved.status_code, moved.headers["location"]) == (301, "/agenda/oudercafe")
    assert get(desk, "/agenda/nooit").status_code == 404


def test_the_feed_is_filtered_by_its_address(desk):
    approved(desk, activity_type="training", audience="ouders")
    change(desk, approved(desk, "two", "Wandeling", 10), city="Breda")

    def titles(query: str) -> list[str]:
        return [one["title"] for one in get(desk, f"/agenda.json?{query}").json()["activities"]]

    assert titles("") == ["Oudercafé", "Wandeling"]
    assert titles("dag=2017-05-10") == ["Wandeling"]
    assert titles("provincie=Overijssel") == ["Oudercafé"]
    assert titles("soort=training") == ["Oudercafé"]
    assert titles("voor=OUDERS") == ["Oudercafé"]
    assert titles("woorden=breda+wandel") == ["Wandeling"]
    assert titles("woorden=niets") == []
    for wrong in ("dag=morgen", "pagina=0", "pagina=x", "provincie=Holland", "soort=x", f"voor={'x' * 201}"):
        refused = get(desk, f"/agenda.json?{wrong}")
        assert refused.status_code == 400
        assert wrong.split("=")[0] in refused.json()["error"]


def test_the_feed_names_a_contact_only_where_staff_left_that_ticked(desk):
    draft_id = approved(desk, contact_email="anna@school.example", contact_phone="+31612345678")
    assert get(desk, "/agenda.json").json()["activities"][0]["contact_email"] == "anna@school.example"
    with desk.store.begin() as s:
        version = review.draft(s, draft_id).version
        review.save(s, draft_id, version, {}, ANNA, NOW, contact_public=False)
    for path in ("/agenda", "/agenda.json", "/agenda.ics", "/agenda.csv", "/agenda/oudercafe"):
        text = get(desk, path).text
        assert "anna@school.example" not in text, path
        assert "+31612345678" not in text, path


def test_staff_untick_the_contact_on_the_page_of_the_draft(desk):
    draft_id = approved(desk, contact_email="anna@school.example")
    anna = desk.logged_in()
    page = f"/activiteit/{draft_id}"
    assert 'name="contact-openbaar" value="ja" checked' in anna.get(page).text
    assert decide(anna, draft_id, "opslaan", **{"contact-openbaar": ""}).status_code == 303
    assert get(desk, "/agenda.json").json()["activities"][0]["contact_email"] is None
    assert 'name="contact-openbaar" value="ja" >' in anna.get(page).text


def test_one_activity_that_cannot_be_shown_is_left_out_and_told_of(desk):
    approved(desk)
    with desk.store.view() as s:
        (good,) = agenda.entries(s)
    lost = agenda.Entry(
        **{name: getattr(good, name) for name in good.__slots__} | {"sittings": (), "slug": "x"}
    )
    whole_agenda = edition(1, NOW, [good, lost], Land())
    assert [item.slug for item in whole_agenda.items] == ["oudercafe"]
    assert whole_agenda.told == "1 activiteit, 1 overgeslagen: geen datum"


def test_staff_read_what_the_agenda_leaves_out_and_why_with_a_link_to_mend_it(desk):
    approved(desk)
    lost = approved(desk, "two", "Wandeling")
    anna = desk.logged_in()
    page = anna.get("/overzicht").text
    assert "2 activiteiten" in page
    assert say("overview.skipped") not in page
    with desk.store.begin() as s:
        s.scalars(select(Publication).where(Publication.draft_id == lost)).one().sessions = []
        s.get_one(Feed, 1).revision += 1
    page = anna.get("/overzicht").text
    assert "1 activiteit, 1 overgeslagen: geen datum" in page
    assert f'<a href="/activiteit/{lost}">Wandeling</a> <small>geen datum</small>' in page


def test_search_engines_read_an_event_that_invents_nothing(desk):
    approved(desk, price=0, capacity=30, street="Kerkstraat 1", postcode="8011 AB")
    page = get(desk, "/agenda/oudercafe").text
    (event,) = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert event["@type"] == "Event"
    assert event["startDate"] == "2017-05-09T13:00:00+02:00"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert event["location"]["address"]["addressLocality"] == "Zwolle"
    assert event["isAccessibleForFree"] is True
    assert "endDate" not in event
    assert "image" not in event


def test_words_of_a_mail_end_no_script_of_the_page(desk):
    evil = "</script><script>alert(1)</script>"
    approved(desk, title=evil)
    text = get(desk, "/agenda/script-script-alert-1-script").text
    assert "<script>alert" not in text
    assert json.loads(unescape(re.search(r"ld\+json\">(.*?)</script>", text)[1]))[0]["name"] == evil


def test_signs_that_nobody_sees_break_no_feed(desk):
    odd = "a\x07b\x1bc\x7fd\ufffee\uffff"
    change(desk, approved(desk), **dict.fromkeys(("title", "organisation", "venue", "audience"), odd))
    told = fromstring(get(desk, "/agenda.atom").content)
    assert [one.text for one in told.iter("{http://www.w3.org/2005/Atom}title")][1:] == ["abcde"]
    content = get(desk, "/agenda.ics").content
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content)
    assert [str(event["summary"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")] == [
        "abcde"
    ]


def test_a_sheet_opens_in_excel_and_no_cell_is_a_formula(desk):
    approved(desk, title="=HYPERLINK(1)", audience="\uff1dHYPERLINK(2)")
    content = get(desk, "/agenda.csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[1][0] == "'=HYPERLINK(1)"
    assert "'\uff1dHYPERLINK(2)" in rows[1]
    with desk.store.view() as s:
        items = list(edition(1, NOW, agenda.entries(s), Land()).items)
    sheet = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx(items, "https://desk.example"))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=HYPERLINK(1)", "s")


def test_the_workbook_is_for_staff_alone(desk):
    approved(desk)
    stranger = get(desk, "/overzicht/agenda.xlsx")
    assert "/inloggen" in stranger.headers["location"]
    assert stranger.content == b""
    anna = desk.logged_in()
    assert 'href="/overzicht/agenda.xlsx"' in anna.get("/overzicht").text
    answer = anna.get("/overzicht/agenda.xlsx")
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).active["A2"].value == "Oudercafé"


def test_the_embedded_list_may_stand_in_any_frame_and_the_rest_in_none(desk):
    framed = get(desk, "/agenda/inbedden")
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    assert "<script" not in framed.text
    assert "frame-ancestors 'none'" in get(desk, "/agenda").headers["content-security-policy"]


def test_places_are_where_they_are():
    land = Land()
    assert land.find("Zwolle").province == "Overijssel"
    assert land.find("den haag").province == land.find("'s-Gravenhage").province == "Zuid-Holland"
    assert land.find("Den Bosch").province == "Noord-Brabant"
    assert land.find("Nergenshuizen") is None
    assert land.find("Groningen").y < land.find("Maastricht").y
    assert set(land.dots) == set(PROVINCES.values())
