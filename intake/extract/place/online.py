"""Whether it is online: a webinar, a livestream, a meeting by Teams or Zoom, or all that beside a hall."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.registering import REGISTER

_GATHERING: Final = (
    r"[\w-]*(?:bijeenkomst|sessie|spreekuur|vragenuur|workshop|training|lezing|café|cafe|gesprek|overleg|"
    r"avond|middag|ochtend|inloop|presentatie|symposium|congres|conferentie|college|cursus|masterclass|"
    r"ontmoeting|tafel|lunch|ontbijt|meeting|event|evenement|deelname|deelnemen|meedoen|bijwonen|aansluiten|"
    r"aanschuiven|meekijken|meepraten|inloggen)(?:en|s)?"
)
# what says by itself that one joins from home
_STRONG: Final = re.compile(
    r"(?<![\w/.@-])(?:[\w-]*webinars?|livestream\w*|live\s?stream\w*|hybride|google\s+meet|gotowebinar|"
    r"gotomeeting|webex|jitsi|skype|videobellen|video(?:verbinding|vergadering|meeting|call|conferentie)|"
    rf"(?:online|digitale?|virtuele?)\s+(?:\w+\s+)?{_GATHERING}|{_GATHERING}\s+(?:is\s+|vindt\s+)?online(?!\s+(?:te|via))|"
    r"(?:ms|microsoft)[\s-]teams|(?:via|in|op|per|met)\s+teams|teams-?(?:meeting|link|overleg|bijeenkomst|omgeving|"
    r"uitnodiging|sessie)|(?<!op\s)zoom(?:-?(?:meeting|link|sessie|bijeenkomst))?(?=[\s.,)-]|$)|chatspreekuur|"
    r"(?:live|online|thuis|digitaal)\s+(?:te\s+volgen|meekijken|mee\s+te\s+kijken|bij\s+te\s+wonen|meedoen)|"
    r"fysiek\s+(?:of|en|als|én)\s+(?:online|digitaal)|(?:online|digitaal)\s+(?:of|en|én)\s+fysiek|"
    r"vanaf\s+(?:je|uw)\s+eigen\s+plek|(?:via|vanachter|achter)\s+(?:je|uw)\s+(?:computer|laptop|scherm)|"
    r"(?:zien|spreken|ontmoeten)\s+(?:we\s+)?elkaar\s+(?:\w+\s+){0,3}(?:op\s+het\s+scherm|online)|"
    r"podcast-?live)(?![\w@/])",
    re.IGNORECASE,
)
# what says so only beside a day, or behind a label for the place
_WEAK: Final = re.compile(
    r"(?<![\w/.@-])(?:online|digitaal|virtueel|chatten|(?:ms\s+)?(?-i:Teams)(?=[\s.,)-]|$))(?![\w@/])",
    re.IGNORECASE,
)
# online things that are no meeting: signing up, a page, a handout, a subject of talk, something gone by
_NOT: Final = re.compile(
    r"online\s+(?:aan(?:ge)?meld\w*|in(?:ge)?schr\w*|registr\w*|kaart\w*|bestel\w*|reserver\w*|te\s+(?:vinden|"
    r"lezen|koop|downloaden|bekijken|bestellen|reserveren)|formulier|gezet|staan|opgeven|leer\w*|pesten|"
    r"gamen|wereld|les\w*|onderwijs|agenda|kalender|omgeving|ticket\w*|module\w*|magazine|krant|platform)|"
    r"(?:aan(?:ge)?meld\w*|in(?:ge)?schr\w*|staat|staan|komt|komen|reserver\w*|registreren|opgeven|opgave|"
    r"kaarten|kaartjes|tickets|bestel\w*|geen|niet|nooit|meld|schrijf|over|vorig\s+jaar|werken\s+met|vinden)\s+"
    r"(?:[\w']+\s+){0,3}(?:online|digitaal|webinar|livestream|hybride)|"
    r"digitale?\s+(?:bijlage|versie|flyer|poster|nieuwsbrief|folder|agenda|handreiking|leeromgeving|middelen|"
    r"onderwijs|kaart|veiligheid|geletterdheid|wereld|aanmeld\w*)|\bopnames?\b|terug\s?(?:te\s+)?kijken",
    re.IGNORECASE,
)
_ELSEWHERE: Final = {"contact", "url", "registration", "email", "phone", "organisation"}


def find_online(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """True where the activity can be joined from home; silence where nothing says so."""
    del edition
    lines = letter.at(Place.BODY, Place.CALENDAR, Place.DOCUMENT, Place.SUBJECT)
    for line in letter.maybe(lines, _STRONG, _WEAK):
        if line.label in _ELSEWHERE:
            continue
        match = _told(letter, line)
        if match is None:
            continue
        strong = match.re is _STRONG
        grade = LABELLED if line.label == "place" else SAID if strong else LIKELY
        if letter.near and (line not in letter.near or letter.search(REGISTER, line)):
            grade = TRACE  # "aanmelden voor de training en het webinar" tells of both
        yield letter.find("online", True, grade, line, match.start(), match.end(), "place.online")
        if grade > TRACE:
            return


def _told(letter: Letter, line: Line) -> re.Match[str] | None:
    text = line.sheet.text
    for pattern in (_STRONG, _WEAK):
        if pattern is _WEAK and line.label != "place" and not letter.mentions(line):
            return None
        for match in letter.finditer(pattern, line):
            if line.label == "place" or not _NOT.search(
                text, max(line.start, match.start() - 45), min(line.end, match.end() + 40)
            ):
                return match
    return None
