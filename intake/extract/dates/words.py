"""The words of Dutch time: days, months, parts of the day and numbers, and how they are misspelt."""

from enum import Enum
from functools import cache
from typing import Final


class DayPart(Enum):
    """A part of the day: its name, and the hours it can hold."""

    MORNING = (0, 12)
    AFTERNOON = (12, 18)
    EVENING = (17, 24)


WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT_WEEKDAYS: Final = {
    "ma": 0,
    "maa": 0,
    "di": 1,
    "din": 1,
    "wo": 2,
    "woe": 2,
    "do": 3,
    "don": 3,
    "dond": 3,
    "vr": 4,
    "vrij": 4,
    "vrijd": 4,
    "za": 5,
    "zat": 5,
    "zo": 6,
}
ENGLISH_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
OTHER_MONTHS: Final = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
}
PARTS: Final = {
    "ochtend": DayPart.MORNING,
    "ochtends": DayPart.MORNING,
    "morgens": DayPart.MORNING,
    "voormiddag": DayPart.MORNING,
    "voormiddags": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "middags": DayPart.AFTERNOON,
    "namiddag": DayPart.AFTERNOON,
    "namiddags": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
    "avonds": DayPart.EVENING,
    "ochtenden": DayPart.MORNING,
    "middagen": DayPart.AFTERNOON,
    "avonden": DayPart.EVENING,
    "pm": DayPart.AFTERNOON,
}
_PART_ENDINGS: Final = (
    "ochtend",
    "morgen",
    "voormiddag",
    "namiddag",
    "middag",
    "avond",
    "ochtends",
    "middags",
    "avonds",
)
NUMBERS: Final = {
    word: value
    for value, word in enumerate(
        """
        nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien
        zestien zeventien achttien negentien twintig eenentwintig tweeëntwintig drieëntwintig
        vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig dertig
        """.split()  # noqa: SIM905 - words to be read in a row
    )
} | {"één": 1, "tweeentwintig": 22, "drieentwintig": 23, "veertig": 40, "vijftig": 50, "zestig": 60}
# an hour that is not told to the minute: "tegen vieren", "tot een uur of tienen"
ABOUT_HOURS: Final = {
    "enen": 1,
    "tweeën": 2,
    "tweeen": 2,
    "drieën": 3,
    "drieen": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zevenen": 7,
    "achten": 8,
    "negenen": 9,
    "tienen": 10,
    "elven": 11,
    "twaalven": 12,
}
ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        """
        nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde
        dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste
        eenentwintigste tweeëntwintigste drieëntwintigste vierentwintigste vijfentwintigste
        zesentwintigste zevenentwintigste achtentwintigste negenentwintigste dertigste eenendertigste
        """.split()  # noqa: SIM905 - words to be read in a row
    )
}
# what is counted after a range of bare numbers, so that it is no range of hours
COUNTED: Final = frozenset(
    """
    jaar jarigen jarige euro personen deelnemers mensen leerlingen kinderen jongeren weken dagen maanden
    minuten procent cent plaatsen plekken stuks keer maal km scholen min groepen ouders uren gezinnen
    gemeenten gasten bezoekers studenten docenten workshops sessies tafels jarig kilometer meter
    """.split()  # noqa: SIM905 - words to be read in a row
)
# before a bare number these tell that it is an age, a group or a room
AGED: Final = frozenset(
    """
    jongeren kinderen leerlingen jeugd jeugdigen tieners pubers groep groepen leeftijd jongens meisjes
    studenten klas klassen lokaal zaal kamer
    """.split()  # noqa: SIM905 - words to be read in a row
)


@cache
def weekday_spellings() -> dict[str, int]:
    """The names of the days and every spelling one slip of the finger away from a Dutch one."""
    table = {slip: number for number, name in enumerate(WEEKDAYS) for slip in _slips(name)}
    table.update({name: number for number, name in enumerate(ENGLISH_WEEKDAYS)})
    table.update({name + "s": number for number, name in enumerate(WEEKDAYS)})
    table.update({name: number for number, name in enumerate(WEEKDAYS)})
    return table


@cache
def month_spellings() -> dict[str, int]:
    """The names of the months, short, English, and the long ones with one slip of the finger."""
    table = {slip: n for n, name in enumerate(MONTHS, 1) if len(name) > 6 for slip in _slips(name)}
    table.update({name: number for number, name in enumerate(MONTHS, 1)})
    table.update(OTHER_MONTHS)
    return table


def weekday_and_part(word: str) -> tuple[int, DayPart | None] | None:
    """Read "woensdag", "woensdagmiddag", "wo-avond" or a slip of it; `word` in lower case."""
    table = weekday_spellings()
    if word in table:
        return table[word], None
    for ending in _PART_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            number = table.get(word[: -len(ending)].rstrip("-"))
            if number is not None:
                part = DayPart.MORNING if ending == "morgen" else PARTS[ending]
                return number, part
    return None


def _slips(name: str) -> set[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    cuts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    gone = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    other = {head + letter + tail[1:] for head, tail in cuts if tail for letter in letters}
    more = {head + letter + tail for head, tail in cuts for letter in letters}
    return gone | swapped | other | more
