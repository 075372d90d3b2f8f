"""Where a mail says that nobody need register: "opgeven hoeft niet", "zonder afspraak"."""

import re
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Line

_NOT_NEEDED: Final = re.compile(
    r"\b(?:hoeft|hoeven|hoef)\b[^.;]{0,30}\bniet\b|niet\s+(?:nodig|vereist|"
    r"verplicht|opgeven|aanmelden|inschrijven|in\s+te\s+schrijven|aan\s+te\s+melden|op\s+te\s+geven)|"
    r"zonder\s+(?:aanmelding|afspraak|aanmelden|opgave|inschrijving)|geen\s+(?:aanmelding|inschrijving|"
    r"opgave|reservering)|moet\s+\w+\s+niet|niet\s+inschrijven|gewoon\s+(?:komen|binnenlopen)",
    re.IGNORECASE,
)
# the same of registering itself, whatever else the line tells
_SIGNING: Final = r"(?:op\s?geven|opgave|aanmeld(?:en|ing)|inschrijv(?:en|ing)|reserver(?:en|ing))"
_NEEDLESS: Final = re.compile(
    rf"\b{_SIGNING}\b(?:\s+(?:vooraf|is|hoeft|hoef|je|u|men|zelf|dus|echt|van\s+tevoren|dit\s+jaar)){{0,4}}\s+"
    r"niet(?!\s+(?:vergeten|later|meer|mogelijk|via|bij|na))|"
    r"\b(?:hoef|hoeft|hoeven)\b[^.;,:]{0,30}\bniet\b[^.;,:]{0,20}?\b"
    r"(?:op\s+te\s+geven|aan\s+te\s+melden|in\s+te\s+schrijven|te\s+reserveren)|"
    rf"\b(?:geen|zonder)\s+(?:\w+\s+)?{_SIGNING}\s+(?:vooraf\s+)?(?:nodig|vereist|verplicht)",
    re.IGNORECASE,
)
_STILL: Final = re.compile(
    r"\b(?:maar|wel|liever|prettig|fijn|handig|liefst|stel\w*\s+\w+\s+prijs|behalve)\b", re.IGNORECASE
)
_ME: Final = r"(?:mij(?:zelf)?|me(?:zelf)?|ondergetekende)"
BY_ME: Final = re.compile(
    rf"\b(?:bij|via)\s+{_ME}\b(?!\s+(?:\w+\s+)?(?:aan|bij)\s+de\s+(?:balie|receptie|deur|ingang|poort))|"
    rf"(?:mail|mailtje|bericht(?:je)?|app|reactie|antwoord)\s+(?:aan|naar)\s+{_ME}\b|"
    r"\b(?:mij|me)\s+(?:even\s+)?(?:mailt|mailen|een\s+mail)|\bmailt\s+(?:mij|me)\b|\blaat\s+(?:het|dit|dat)\s+(?:mij|me)\s+(?:\w+\s+){0,2}per\s+(?:e-?)?mail\s+weten|mail\s+(?:mij|me)\b|"
    r"\bstuur\s+(?:mij|me)\s+(?:\w+\s+){0,3}?(?:e-?mail(?:tje)?|mailtje|bericht(?:je)?)\b|"
    rf"\blaat\s+(?:het\s+)?(?:aan\s+)?{_ME}\b[^.;]{{0,40}}\bweten\b[^.;]{{0,30}}\b(?:kom(?:t|en|st)?|erbij|aanwezig|mee(?:doe\w*|ga\w*)?|deelne\w+|"
    r"aanschui\w+)\b|"
    r"(?:reageren|reageer|antwoorden|antwoord|beantwoorden|reply|reactie)\s+(?:(?:dan|gewoon|even|graag|simpelweg)\s+){0,3}op\s+(?:deze|dit)\s+(?:e-?mail|mail|bericht)|"
    r"\bop\s+(?:deze|dit)\s+(?:e-?mail|mail|bericht)(?:tje)?\s+te\s+(?:antwoorden|reageren)|"
    r"per\s+kerende\s+(?:e-?mail|mail)|per\s+ommegaande|via\s+(?:onderstaand|bovenstaand|dit|deze|"
    r"mijn)\s+(?:e-?mail|mail)\w*|(?:op|via)\s+(?:dit|bovenstaand|onderstaand|mijn)\s+(?:(?:e-?)?mail-?)?adres",
    re.IGNORECASE,
)


_NOT_APPLICABLE: Final = re.compile(r"\s*(?:n\.?v\.?t\.?|nee|geen|niet|[-–]+)\s*$", re.IGNORECASE)


def unneeded(letter: Letter, line: Line) -> bool:
    """Whether a line says that it is not necessary to register."""
    if line.label == "registration" and _NOT_APPLICABLE.match(line.said):
        return True
    needless = letter.search(_NEEDLESS, line)
    if needless is not None and not _STILL.search(line.sheet.text, line.start, line.end):
        return True
    found = letter.search(_NOT_NEEDED, line)
    if found is None or letter.links(line):
        return False
    return BY_ME.search(line.sheet.text, line.start, found.start()) is None
