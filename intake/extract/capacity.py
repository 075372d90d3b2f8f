"""How many can come: the largest number of participants."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.capacity_words import ABOUT, ADJECTIVE, COUNT, LIMITS, MOST, NUMBER, WHO
from intake.extract.counts import count_of
from intake.extract.finding import Finding
from intake.extract.grades import LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line

# a number of other things, or of a part of those who come
_OTHER: Final = re.compile(
    r"\s*(?:uur|uren|u\b|minuten|min\b|euro|jaar|jarigen|€|%|klas|dagen|weken|maanden|keer|kilometer|km|meter|"
    r"mb|fietsen|rolstoelen|auto['’]s|kramen|stands|(?:[\w'’]+\s+)?per\s+(?:school|tafel|gezin|klas|organisatie|instelling|persoon|team|inschrijving|groepje|"
    r"aanmelding|leerling|kind|aanmelder)|begeleiders|introdu\w+)\b|\s*(?:€|%)|[^.;,]{0,20}\bgaa[tn]\b[^.;,]{0,20}\bdoor\b",
    re.IGNORECASE,
)
# of whom each may bring or send so many, or of what holds so many of them
_APIECE: Final = re.compile(
    r"\b(?:(?:per|elke?|ieder[e]?)\s+(?:school|tafel|gezin|klas|organisatie|instelling|team|inschrijving|groepje|aanmelding|"
    r"leerling|deelnemer|ouder|bezoeker)|in\s+elk|(?:je|u|jij)\s+(?:mag|kunt|kan|kun)\s+(?:\w+\s+)?met|mee\s?(?:te\s+)?(?:nemen|brengen)|(?:meld\w*|aanmelden|opgeven|inschrijven)"
    r"(?:\s+kan)?\s+(?:voor|met)|busje?|auto|lift|taxi|treintje|kano|tandem)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[.;:(),]")
_GROUPS: Final = re.compile(r"\b(?:groepen|groepjes|tafels|tweetallen|kringen)\s+van\b", re.IGNORECASE)
# several groups of so many: "twee groepen van acht", "max 8 per groep, twee groepen", "dus 16 in totaal"
_SHARED: Final = r"(?:groepen|groepjes|rondes|sessies|keer|shifts|bijeenkomsten)"
_TOTAL: Final = re.compile(
    rf"(?<![\w,.–-])(?P<n>{NUMBER})\s+(?:{WHO}\s+)?in\s+totaal\b|\b(?:in\s+totaal|totaal:?)\s+(?:dus\s+)?(?P<m>{NUMBER})",
    re.IGNORECASE,
)
_TIMES: Final = re.compile(
    rf"\b(?P<k3>{NUMBER}|\d(?=x))\s*(?:keer|x|×|maal)\s+(?P<n3>{NUMBER})\s+{WHO}|\b(?P<k>{NUMBER})\s+{_SHARED}\s+van\s+(?:elk\s+)?(?:{ABOUT})?{COUNT}(?!\s*(?:uur|minuten|min\b|kwartier))|"
    rf"\b{MOST}\s+(?P<n2>{NUMBER})\s+(?:{WHO}\s+)?per\s+(?:groep|ronde|sessie|keer)\b[^.;]{{0,20}}?\b(?P<k2>{NUMBER})\s+{_SHARED}",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\b(?:hebben|heeft|heb)\s+(?:(?:wij|we|ik|zij|ze)\s+)?[^.;]{0,60}\bge(?:maakt|werkt|schreven|sproken|oefend|filmd)|\b(?:telde|waren|zaten|vorig\s+jaar|vorige\s+keer|begeleid|laatste|jaarlijks|sinds|leverde|kwamen|"
    r"groep\s+van\s+\S+\s+\w+\s+(?:heeft|hebben|die|uit)|kandidaten|we\s+zoeken|verwachten|parkeer\w*|parkeren)\b",
    re.IGNORECASE,
)
# a limit that can be read in one way only: "maximaal 25 deelnemers", "er is plaats voor 60 mensen"
_PLAIN: Final = re.compile(
    rf"(?:\b{MOST}\s+|(?<!nog )(?<!in )\b(?:plaats|plek|ruimte)\s+(?:voor|aan)\s+(?:{ABOUT})?|"
    rf"\b(?:kunnen|passen)\s+(?:er\s+)?(?:{ABOUT})?)(?P<n>{NUMBER})\s+{ADJECTIVE}"
    r"(?:deelnemers?|deeln\.|personen|pers\.|mensen|bezoekers|toehoorders|gasten|belangstellenden|ouders|"
    r"mentoren|docenten|leraren|leerkrachten|professionals)(?!\s+(?:per|uit\s+één|tegelijk)\b)",
    re.IGNORECASE,
)
_FEW: Final = 4  # so few are rather those that one may bring
_FIGURE: Final = re.compile(rf"(?<![\w.,:/])(?P<least>min(?:imaal|imum|\.)?\s*)?{COUNT}", re.IGNORECASE)


def find_capacity(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The largest number of participants."""
    del edition
    for line in letter.maybe(letter.told(), _TIMES, _TOTAL, *LIMITS, labels=("capacity",)):
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
            grade = min(grade, LIKELY) if number < _FEW else grade
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
    if limit.span("n") not in [match.span("n") for match in letter.finditer(_PLAIN, line)]:
        return False
    told = (count_of(match.group("n")) for pattern in LIMITS for match in letter.finditer(pattern, line))
    return all(number == count_of(limit.group("n")) for number in told)


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
    groups, each = next((k, n) for k, n in (("k", "n"), ("k2", "n2"), ("k3", "n3")) if times.group(k))
    number = count_of(times.group(groups)) * count_of(times.group(each))
    return letter.find("capacity", number, LIKELY, line, *times.span(), "capacity") if number > 1 else None


def _said(letter: Letter, line: Line) -> re.Match[str] | None:
    """The first limit that a sentence tells."""
    found: list[re.Match[str]] = []
    for pattern in LIMITS:
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
