"""Whether it is online: a webinar, a livestream, a meeting by Teams or Zoom, or all that beside a hall."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter, Place

_ONLINE: Final = re.compile(
    r"\b(?:webinars?|livestream\w*|live\s?stream\w*|online|digitaal|digitale|(?:ms|"
    r"microsoft)?\s?teams(?=[\s.,)-]|$)|zoom(?=[\s.,)-]|$)|google\s+meet|gotowebinar|"
    r"gotomeeting|webex|skype|hybride|videobellen|chatspreekuur|chatten|virtueel|virtuele|"
    r"live\s+te\s+volgen|thuis\s+te\s+volgen|vanaf\s+je\s+eigen\s+plek|"
    r"via\s+(?:je|uw)\s+(?:computer|laptop|scherm)|podcast-?live|jitsi|vanachter\s+(?:je|uw)\s+(?:laptop|"
    r"computer|scherm))\b",
    re.IGNORECASE,
)
# online things that are no meeting: signing up, a page, a handout
_NOT: Final = re.compile(
    r"online\s+(?:aanmeld\w*|inschrij\w*|registr\w*|kaart\w*|bestel\w*|reserver\w*|te\s+(?:vinden|lezen|"
    r"downloaden|bekijken|bestellen|reserveren)|formulier|gezet|staan|opgeven|via)|"
    r"(?:aanmeld\w*|inschrij\w*|staat|staan|reserver\w*|registreren|opgeven|opgave|aanmelding|kaarten|"
    r"tickets|bestel\w*|geen|niet|nooit)\s+(?:\w+\s+){0,2}(?:online|digitaal|webinar|livestream)|"
    r"online\s+leer|"
    r"digitale?\s+(?:bijlage|versie|flyer|poster|nieuwsbrief|folder|agenda|handreiking|leeromgeving|"
    r"middelen|onderwijs|kaart)|(?:opname|opnames|terug\s?kijken)",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    r"webinar|livestream|live\s?stream|teams|zoom|gotowebinar|online\s+(?:bijeenkomst|sessie|spreekuur|"
    r"workshop|training|lezing|café|cafe)|chat|hybride|webex|google\s+meet",
    re.IGNORECASE,
)


def find_online(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """True where the activity can be joined from home; silence where nothing says so."""
    del edition
    for line in letter.at(Place.BODY, Place.CALENDAR, Place.DOCUMENT, Place.SUBJECT):
        text = line.sheet.text
        for match in letter.finditer(_ONLINE, line):
            around = text[max(line.start, match.start() - 45) : match.end() + 40]
            if (
                _NOT.search(around)
                or "@" in text[match.start() - 1 : match.end() + 1]
                or line.label in ("contact", "url", "registration", "email")
            ):
                continue
            if "/" in text[match.end() : match.end() + 1] or text[match.start() - 1 : match.start()] in (
                "/",
                ".",
            ):
                continue
            grade = LABELLED if line.label == "place" else SAID if _STRONG.search(match.group()) else LIKELY
            if letter.near and line not in letter.near:
                grade = TRACE
            yield letter.find("online", True, grade, line, match.start(), match.end(), "place.online")
            return
