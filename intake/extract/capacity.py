"""How many can come: the largest number of participants."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.counts import WORDED, count_of
from intake.extract.finding import Finding
from intake.extract.grades import LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line

_N: Final = rf"(?:\d{{1,4}}|{WORDED})(?!\w|[.:,]\d|/\d)"
# "8 tot 12", "10-40": the larger counts
_COUNT: Final = rf"(?:{_N}\s*(?:à|a|tot(?:\s+en\s+met)?|t/m|[-–])\s*)?(?P<n>{_N})"
_SEATS: Final = (
    r"(?:plaats(?:en)?|plek(?:ken|jes)?|zitplaats(?:en)?|(?:zit|werk)plekken|stoelen|kaart(?:en|jes)|tickets)"
)
_WHO: Final = (
    r"(?:deelnemers?|deeln\.?|deelnemende|personen|pers\.?|p\.|mensen|man|bezoekers|toehoorders|gasten|ouders|"
    r"leerlingen|jongeren|kinderen|mentoren|docenten|leraren|leerkrachten|professionals|belangstellenden|"
    r"geïnteresseerden|studenten|medewerkers|collega['’]s|teams|scholen|koppels|duo['’]s|gezinnen|kijkers|toeschouwers|luisteraars|wandelaars|"
    r"aanwezigen|inschrijvingen|aanmeldingen|aanmelders|inschrijvers|cursisten|aansluitingen|"
    rf"(?:ouder|school)koppels|{_SEATS})"
)
_ADJECTIVE: Final = r"(?:\w{3,20}(?:e|de|te)\s+)?"
_BESIDE: Final = (
    r"(?:(?:steeds|telkens|met\s+(?:goede\s+wil|gemak|moeite)|makkelijk|gemakkelijk|precies)\s+)?"
)
_MOST: Final = (
    r"(?:maximaal|maximale|maximum|max\.?|ten\s+hoogste|hooguit|hoogstens|niet\s+meer\s+dan|hoogste)"
)
_ABOUT: Final = rf"(?:{_MOST}|ongeveer|zo['’]n|circa|ca\.|ruim|nog|maar|slechts|een\s+(?:man|stuk)\s+of)\s+"
# what limits how many can come, each with its number as `n`
_LIMITS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "max. 25", "maximaal aantal deelnemers: 25", "een maximum van 25", "niet meer dan 25"
        rf"\b{_MOST}(?:\s+(?:aantal|capaciteit|groepsgrootte|deelnemers\w*|personen|"
        rf"plaatsen|plekken|er\s+kunnen|mogelijk|is|bedraagt|ligt|staat|gesteld)){{0,4}}\s*:?\s*(?:(?:van|is|aan|voor|op)\s+)?{_COUNT}",
        # "12 deelnemers is het maximum", "25 personen max.", "15 mensen hooguit"
        rf"(?<![\w,.–-]){_COUNT}\s+(?:{_WHO}\s+)?is\s+(?:echt\s+)?het\s+(?:maximum|uiterste)\b",
        rf"(?<![\w,.–-]){_COUNT}\s+(?:{_WHO}\s+)?{_MOST}(?=\s*(?:[,;.)!\n]|$))",
        # "plek voor 30 ouders", "ruimte voor zo'n 60", "capaciteit 120", "een groep van 12"
        rf"(?<!\bin\s)\b(?:plaats|plek|ruimte|{_SEATS}|\w*capaciteit(?:\s+van\s+(?:de|het|onze|ons)\s+\w+)?|groepsgrootte|limiet|groep(?=\s+van))\s*:?\s*(?:(?:is|bedraagt)\s+)?(?:er\s+)?(?:is\s+)?"
        rf"(?:(?:voor|aan|van)\s+)?(?:{_ABOUT})?{_COUNT}",
        # "er kunnen 12 kinderen meedoen", "we kunnen 18 mensen kwijt", "er passen 90 mensen in"
        rf"\b(?:kunnen|kan|passen|past|gaan|mogen|mag|ontvangen|toelaten)\s+(?:(?:er|wij|we|u|jullie|dan|daar|hier|nu|"
        rf"ook|in\s+totaal|per\s+(?!school|tafel|gezin|klas|organisatie|groep|team)\w+)\s+){{0,2}}{_BESIDE}(?:{_ABOUT})?{_COUNT}\s+{_ADJECTIVE}{_WHO}",
        # "er kunnen er 14 mee", "er kan een man of dertig in", "met zes tegelijk", "beperkt tot 35"
        rf"\b(?:(?:kunnen|kan|mogen|mag|passen|past|laten)\s+(?:(?:we|wij)\s+)?er\s+(?:er\s+)?(?:{_ABOUT})?|(?:kunnen|kan|passen|past)\s+{_ABOUT}){_COUNT}\s+"
        r"(?:mee\w*|in|bij|op|terecht|aanschuiven|deelnemen|kwijt|toe)\b",
        rf"\b(?:er\s+zijn|zijn\s+er|(?:wij|we)\s+hebben|hebben\s+(?:wij|we))\s+(?:{_ABOUT})?{_COUNT}\s+{_SEATS}\b",
        rf"\bmet\s+{_COUNT}\s+tegelijk\b",
        # "waar negentig mensen in passen", "na veertig stoelen is het op"
        rf"\bwaar\s+(?:(?:er|maar|slechts|nog|met\s+gemak)\s+)?(?:{_ABOUT})?{_COUNT}\s+{_ADJECTIVE}{_WHO}\s+(?:in|op|aan)\s+(?:passen|kunnen|mogen|gaan)\b",
        rf"\b(?:na|bij)\s+{_COUNT}\s+{_ADJECTIVE}{_WHO}\s+(?:is|zijn|zit|houdt)\s+(?:het|we|wij|de\s+\w+|alles)\s+(?:\w+\s+)?(?:op|vol)\b",
        rf"\b(?:beperkt|begrensd|gelimiteerd|gemaximeerd)\s+(?:tot|op)\s+(?:{_ABOUT})?{_COUNT}",
        # "beperkt aantal plaatsen (20)", "vol is vol bij 40"
        rf"\b(?:beperkt\s+aantal|aantal)\s+{_WHO}[^\w\n]{{1,4}}(?:{_ABOUT})?{_COUNT}",
        rf"\bvol\s*(?:=|is)\s*vol\W{{1,3}}(?:(?:bij|met|na|voor|op)\s+)?(?:{_ABOUT})?{_COUNT}",
        rf"\bbij\s+{_COUNT}\s+(?:{_WHO}\s+)?(?:is\s+(?:het|de\s+\w+)|zit\w*\s+(?:we|wij|de\s+\w+))\s+vol\b",
        # "de eerste 50 aanmelders", "na 50 aanmeldingen is het vol", "bij meer dan 40 aanmeldingen"
        rf"\bstop(?:pen|t)?\b[^.;:]{{0,30}}\bbij\s+{_COUNT}(?!\s*uur)",
        rf"\b(?:eerste|na|(?:zodra|als|wanneer)\s+er|bij(?:\s+meer\s+dan)?|vanaf|tot)\s+(?P<n>{_N})\s+"
        r"(?:aanmelders|aanmeldingen|inschrijvingen|inschrijvers|reserveringen|deelnemers|personen)",
        # "niet groter dan 12", "meer dan 30 mensen past niet", "tot 40 deelnemers"
        rf"\bniet\s+groter\s+dan\s+{_COUNT}",
        rf"\bmeer\s+dan\s+{_COUNT}\s+[a-z]{{3,20}}\b[^.;]{{0,30}}\b(?:niet|te\s+veel)\b",
        rf"\b(?:met|voor)\s+{_N}\s*(?:à|tot(?:\s+en\s+met)?|t/m|[-–])\s*(?P<n>{_N})\s+{_WHO}",
        # "twintig plaatsen", "40 stoelen beschikbaar"; "twintig stoelen staan er" is no limit
        rf"(?<![\w,.–-])(?P<n>{_N})\s+(?:beschikbare\s+|vrije\s+)?{_SEATS}"
        r"(?=\s*(?:[,.;:)!]|$)|\s+(?:beschikbaar|in\s+totaal|vrij|over|te\s+vergeven|en|dus|per)\b)",
    )
)
# a number of other things, or of a part of those who come
_OTHER: Final = re.compile(
    r"\s*(?:uur|uren|u\b|minuten|min\b|euro|jaar|jarigen|€|%|klas|dagen|weken|maanden|keer|kilometer|km|meter|"
    r"mb|(?:[\w'’]+\s+)?per\s+(?:school|tafel|gezin|klas|organisatie|instelling|persoon|team|inschrijving|groepje|"
    r"aanmelding|leerling))\b|\s*(?:€|%)",
    re.IGNORECASE,
)
# of whom each may bring or send so many, or of what holds so many of them
_APIECE: Final = re.compile(
    r"\b(?:(?:per|elke?|ieder[e]?)\s+(?:school|tafel|gezin|klas|organisatie|instelling|team|inschrijving|groepje|aanmelding|"
    r"leerling|deelnemer|ouder|bezoeker)|in\s+elk|mee\s?(?:te\s+)?(?:nemen|brengen)|(?:meld\w*|aanmelden|opgeven|inschrijven)"
    r"(?:\s+kan)?\s+(?:voor|met)|busje?|auto|lift|taxi|treintje|kano|tandem)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[.;:(),]")
_GROUPS: Final = re.compile(r"\b(?:groepen|groepjes|tafels|tweetallen|kringen)\s+van\b", re.IGNORECASE)
# several groups of so many: "twee groepen van acht", "max 8 per groep, twee groepen", "dus 16 in totaal"
_SHARED: Final = r"(?:groepen|groepjes|rondes|sessies|keer|shifts|bijeenkomsten)"
_TOTAL: Final = re.compile(
    rf"(?<![\w,.–-])(?P<n>{_N})\s+(?:{_WHO}\s+)?in\s+totaal\b|\b(?:in\s+totaal|totaal:?)\s+(?:dus\s+)?(?P<m>{_N})",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    rf"\b(?P<k>{_N})\s+{_SHARED}\s+van\s+(?:elk\s+)?(?:{_ABOUT})?{_COUNT}(?!\s*(?:uur|minuten|min\b|kwartier))|"
    rf"\b{_MOST}\s+(?P<n2>{_N})\s+(?:{_WHO}\s+)?per\s+(?:groep|ronde|sessie|keer)\b[^.;]{{0,20}}?\b(?P<k2>{_N})\s+{_SHARED}",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:hebben|heeft|heb)\s+(?:(?:wij|we|ik|zij|ze)\s+)?[^.;]{0,60}\bge(?:maakt|werkt|schreven|sproken|oefend|filmd)|\b(?:telde|waren|zaten|vorig\s+jaar|vorige\s+keer|begeleid|laatste|jaarlijks|sinds|leverde|kwamen|"
    r"groep\s+van\s+\S+\s+\w+\s+(?:heeft|hebben|die|uit)|kandidaten|we\s+zoeken|verwachten|parkeer\w*|parkeren)\b",
    re.IGNORECASE,
)
# a limit that can be read in one way only: "maximaal 25 deelnemers", "er is plaats voor 60 mensen"
_PLAIN: Final = re.compile(
    rf"(?:\b{_MOST}\s+|(?<!nog )(?<!in )\b(?:plaats|plek|ruimte)\s+(?:voor|aan)\s+(?:{_ABOUT})?|"
    rf"\b(?:kunnen|passen)\s+(?:er\s+)?(?:{_ABOUT})?)(?P<n>{_N})\s+{_ADJECTIVE}"
    r"(?:deelnemers?|deeln\.|personen|pers\.|mensen|bezoekers|toehoorders|gasten|belangstellenden|ouders|"
    r"mentoren|docenten|leraren|leerkrachten|professionals)(?!\s+(?:per|uit\s+één|tegelijk)\b)",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(rf"(?<![\w.,:/])(?P<least>min(?:imaal|imum|\.)?\s*)?{_COUNT}", re.IGNORECASE)


def find_capacity(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The largest number of participants."""
    del edition
    for line in letter.maybe(letter.told(), _TIMES, _TOTAL, *_LIMITS, labels=("capacity",)):
        asked = line.label == "capacity" and (line.own_label or line.start == line.first)
        grouped = None if asked else _together(letter, line)
        if grouped is not None:
            yield grouped
            continue
        match = _asked(line) if asked else _said(letter, line)
        if match is None:
            continue
        number = count_of(match.group("n"))
        grade = LIKELY if line.label != "capacity" or not line.own_label else LABELLED
        if grade == LIKELY and _plain(letter, line, match):
            grade = SAID
        if number > 1:
            yield letter.find("capacity", number, grade, line, match.start("n"), match.end("n"), "capacity")


def _apiece(letter: Letter, line: Line, limit: re.Match[str]) -> bool:
    """Whether the clause of a limit tells how many each may bring, or how many a table or a car holds."""
    if letter.search(_APIECE, line) is None:
        return False
    text = line.sheet.text
    start = max(
        (mark.end() for mark in _CLAUSE.finditer(text, line.start, limit.start())), default=line.start
    )
    stop = _CLAUSE.search(text, limit.end(), line.end)
    return _APIECE.search(text, start, stop.start() if stop is not None else line.end) is not None


def _plain(letter: Letter, line: Line, limit: re.Match[str]) -> bool:
    """Whether a limit can be read in one way only, and its line tells no other."""
    plain = [match.span("n") for match in letter.finditer(_PLAIN, line)]
    others = {
        count_of(match.group("n")) for pattern in _LIMITS for match in letter.finditer(pattern, line)
    } - {count_of(limit.group("n"))}
    return limit.span("n") in plain and not others


def _asked(line: Line) -> re.Match[str] | None:
    """The number behind a label for it: 40 of "min. 10, max. 40", 24 of "24 (max. 3 per school)"."""
    found = [
        match
        for match in _FIGURE.finditer(line.sheet.text, line.value, line.end)
        if not match.group("least") and not _OTHER.match(line.sheet.text, match.end(), line.end)
    ]
    return found[0] if found else None


def _together(letter: Letter, line: Line) -> Finding | None:
    """How many can come in all, where a sentence tells it of each of several groups."""
    times = letter.search(_TIMES, line)
    total = letter.search(_TOTAL, line)
    if total is not None and (times is not None or _said(letter, line) is not None):
        group = "n" if total.group("n") else "m"
        start, end = total.span(group)
        return letter.find("capacity", count_of(total.group(group)), SAID, line, start, end, "capacity")
    if times is None:
        return None
    groups, each = ("k", "n") if times.group("k") else ("k2", "n2")
    number = count_of(times.group(groups)) * count_of(times.group(each))
    return letter.find("capacity", number, LIKELY, line, *times.span(), "capacity") if number > 1 else None


def _said(letter: Letter, line: Line) -> re.Match[str] | None:
    """The first limit that a sentence tells."""
    found: list[re.Match[str]] = []
    for pattern in _LIMITS:
        for match in letter.finditer(pattern, line):
            if (
                not _OTHER.match(line.sheet.text, match.end("n"), line.end)
                and not _GROUPS.search(line.sheet.text, max(line.start, match.start() - 16), match.end())
                and not _apiece(letter, line, match)
            ):
                found.append(match)
                break
    if not found or letter.search(_COUNTED, line):
        return None
    return min(found, key=lambda match: match.start("n"))
