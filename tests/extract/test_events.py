"""Several events in one calendar: several activities, or one at several times."""

import pytest

from intake.reading import read
from tests.extract.letters import WEEK, message


def event(summary: str, start: str, end: str, *more: str, place: str = "Buurthuis De Linde, Zeist") -> str:
    rest = "".join(f"{line}\n" for line in more)
    uid = "" if any(line.startswith("UID:") for line in more) else f"UID:{start}-{len(summary)}\n"
    where = f"LOCATION:{place}\n" if place else ""
    return f"BEGIN:VEVENT\n{uid}DTSTART;TZID=Europe/Amsterdam:{start}\nDTEND;TZID=Europe/Amsterdam:{end}\nSUMMARY:{summary}\n{where}{rest}END:VEVENT\n"


def told(*events: str, text: str = "Voor de Landelijke Actieweek Thuiszitters: zie de agenda in de bijlage."):
    """Of each draft the title, the place and the starts; every piece of evidence shows its words."""
    calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Agenda//NL\n" + "".join(events) + "END:VCALENDAR\n"
    raw = message(text, attach=(("week.ics", "text/calendar", calendar.replace("\n", "\r\n").encode()),))
    made = read(raw, WEEK)
    for draft in made.drafts:
        for finding in draft.values.values():
            for shown in finding.evidence:
                if not shown.source.startswith("header:"):
                    assert made.mail.texts[shown.source][shown.start : shown.end] == shown.text
    return [
        tuple(
            [span["starts"] for span in draft.values["dates"].value]
            if field == "dates"
            else draft.values[field].value
            for field in ("title", "venue", "dates")
        )
        for draft in made.drafts
    ]


FILM = event("Film en gesprek", "20170509T193000", "20170509T213000")
WALK = event(
    "Wandeling voor ouders",
    "20170511T100000",
    "20170511T113000",
    place="Kinderboerderij De Bokkesprong, Soest",
)
SERIES = event("Spreekuur", "20170508T090000", "20170508T100000", "UID:reeks", "RRULE:FREQ=DAILY;COUNT=3")


def test_events_with_names_of_their_own_are_activities_of_their_own():
    assert told(FILM, WALK) == [
        ("Film en gesprek", "Buurthuis De Linde", ["2017-05-09T19:30"]),
        ("Wandeling voor ouders", "Kinderboerderij De Bokkesprong", ["2017-05-11T10:00"]),
    ]


def test_the_words_on_a_field_stand_in_the_event_that_it_is_of():
    calendar = "BEGIN:VCALENDAR\nVERSION:2.0\n" + FILM + WALK + "END:VCALENDAR\n"
    raw = message(
        "Voor de Landelijke Actieweek Thuiszitters: zie de agenda.",
        attach=(("week.ics", "text/calendar", calendar.encode()),),
    )
    made = read(raw, WEEK)
    source = made.drafts[1].values["dates"].evidence[0].source
    second = made.mail.texts[source].rindex("BEGIN:VEVENT")
    assert all(shown.start > second for shown in made.drafts[1].values["dates"].evidence)
    assert all(shown.start < second for shown in made.drafts[0].values["dates"].evidence)


def test_events_that_tell_the_same_are_one_activity_at_several_times():
    again = event("Film en gesprek", "20170510T140000", "20170510T160000")
    assert told(again, FILM) == [
        ("Film en gesprek", "Buurthuis De Linde", ["2017-05-09T19:30", "2017-05-10T14:00"])
    ]


def test_the_same_name_at_two_places_is_two_activities():
    other = event("Film en gesprek", "20170510T140000", "20170510T160000", place="De Kom, Soest")
    assert [venue for _, venue, _ in told(FILM, other)] == ["Buurthuis De Linde", "De Kom"]


def test_a_repeated_event_is_one_activity():
    assert told(SERIES) == [
        ("Spreekuur", "Buurthuis De Linde", ["2017-05-08T09:00", "2017-05-09T09:00", "2017-05-10T09:00"])
    ]


@pytest.mark.parametrize(
    ("more", "starts"),
    [
        ((), ["2017-05-08T09:00", "2017-05-09T14:00", "2017-05-10T09:00"]),
        (("STATUS:CANCELLED",), ["2017-05-08T09:00", "2017-05-10T09:00"]),
    ],
)
def test_an_occurrence_that_is_moved_or_dropped_takes_the_place_of_the_one_it_was(more, starts):
    changed = event(
        "Spreekuur (later)",
        "20170509T140000",
        "20170509T150000",
        "UID:reeks",
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20170509T090000",
        *more,
    )
    assert told(SERIES, changed) == [("Spreekuur", "Buurthuis De Linde", starts)]


def test_a_day_that_is_left_out_of_a_repetition_is_no_day_of_it():
    days = ("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Amsterdam:20170509T090000,20170510T090000")
    assert told(event("Spreekuur", "20170508T090000", "20170508T100000", *days)) == [
        ("Spreekuur", "Buurthuis De Linde", ["2017-05-08T09:00", "2017-05-11T09:00"])
    ]


def test_a_later_sequence_takes_the_place_of_an_earlier_one():
    first = event("Film", "20170509T193000", "20170509T213000", "UID:film", "SEQUENCE:0")
    later = event("Film en gesprek", "20170510T193000", "20170510T213000", "UID:film", "SEQUENCE:1")
    assert told(first, later) == [("Film en gesprek", "Buurthuis De Linde", ["2017-05-10T19:30"])]


def test_a_dropped_event_is_no_activity_beside_one_that_is_held():
    dropped = event("Lezing", "20170510T193000", "20170510T213000", "STATUS:CANCELLED")
    assert [title for title, _, _ in told(FILM, dropped)] == ["Film en gesprek"]


def test_each_activity_of_the_text_gets_the_event_on_its_day():
    text = (
        "Twee activiteiten voor de Landelijke Actieweek Thuiszitters:\n\n"
        "- dinsdag 9 mei om 19.30 uur: Film en gesprek voor ouders\n"
        "- donderdag 11 mei om 10.00 uur: Wandeling voor ouders en kinderen\n"
    )
    made = told(FILM, WALK, text=text)
    assert [(venue, starts) for _, venue, starts in made] == [
        ("Buurthuis De Linde", ["2017-05-09T19:30"]),
        ("Kinderboerderij De Bokkesprong", ["2017-05-11T10:00"]),
    ]
