"""Times in an attached calendar, whichever way it names their zone."""

import pytest

from intake.reading import read
from tests.extract.letters import WEEK, message

ZONE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def starts(zone: str, winter: str = "+0100", summer: str = "+0200", defined: bool = True) -> str:
    """When an event at one o'clock in this zone starts here."""
    calendar = (
        "BEGIN:VCALENDAR\nVERSION:2.0\n"
        + (ZONE.format(name=zone, winter=winter, summer=summer) if defined else "")
        + f"BEGIN:VEVENT\nUID:1\nDTSTART;TZID={zone}:20170509T130000\nSUMMARY:Open dag\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    raw = message(
        "Voor de Landelijke Actieweek Thuiszitters nodigen wij iedereen uit: zie de agenda.",
        attach=(("dag.ics", "text/calendar", calendar.replace("\n", "\r\n").encode()),),
    )
    (draft,) = read(raw, WEEK).drafts
    (span,) = draft.values["dates"].value
    return str(span["starts"])


@pytest.mark.parametrize("defined", [True, False])
@pytest.mark.parametrize(
    ("zone", "here"),
    [
        ("Europe/Amsterdam", "13:00"),
        ("W. Europe Standard Time", "13:00"),
        ("Romance Standard Time", "13:00"),
        ("GMT Standard Time", "14:00"),
        ("Europe/London", "14:00"),
        ("Eastern Standard Time", "19:00"),
    ],
)
def test_a_zone_with_a_name_that_is_known_is_what_its_name_says(zone: str, here: str, defined: bool) -> None:
    assert starts(zone, defined=defined) == f"2017-05-09T{here}"


def test_a_zone_of_a_calendars_own_is_what_that_calendar_says() -> None:
    assert starts("Eigen tijd", "+0100", "+0200") == "2017-05-09T13:00"
    assert starts("Eigen tijd", "-0500", "-0400") == "2017-05-09T19:00"
    assert starts("Eigen tijd", "+0100", "+0200") == "2017-05-09T13:00"
