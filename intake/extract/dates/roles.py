"""What a date in a mail is: the activity's own, a deadline, what it was before, or something else's."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter, Line, Place


class DateRole(Enum):
    """Whose date it is."""

    ACTIVITY = "activity"
    DEADLINE = "deadline"
    OLD = "old"  # where the activity was before it was moved
    WEEK = "week"  # the edition's week as such
    OTHER = "other"


REGISTER: Final = re.compile(
    r"aanmeld|aan\s?te\s?melden|meld\w*\b[^.;]{0,80}\baan\b|aangemeld|opgeven|opgave|"
    r"geef\b[^.;]{0,40}\bop\b|geven\b[^.;]{0,40}\bop\b|opgegeven|"
    r"inschrij|ingeschreven|schrijf\b[^.;]{0,60}\bin\b|reserve|gereserveerd|registre|registratie|"
    r"r\.?s\.?v\.?p|kaart(?:en|je|jes|verkoop)\b|ticket|laat\b[^.;]{0,60}\bweten|"
    r"deelname\s+doorgeven|aanvragen|bestellen|doorgeven|even\s+melden|graag\s+melden|meld\s+je|meld\s+u|"
    r"melden\s+als|aankondigen\s+bij|bevestigen",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"(?:\b(?:voor|vóór|vòòr|uiterlijk|tot|tot\s+uiterlijk|tot\s+en\s+met|t/m|deadline|sluit|sluit\s+op|"
    r"sluitingsdatum|"
    r"liefst\s+voor|graag\s+voor|ten\s+laatste|laatstens|einddatum|niet\s+later\s+dan|by)\b(?:\s+(?:is|op|"
    r"en\s+met|of\s+op|graag))?)[\s:]*$",
    re.IGNORECASE,
)
_TILL: Final = re.compile(r"\b(?:tot|tot\s+en\s+met|t/m)\s*$", re.IGNORECASE)
_SURE_UNTIL: Final = re.compile(
    r"(?:vóór|vòòr|uiterlijk|deadline|sluitingsdatum|niet\s+later\s+dan)[\s:\w]{0,12}$", re.IGNORECASE
)
OFFICE: Final = re.compile(
    r"\b(?:aanwezig|bereikbaar|werkdag(?:en)?|werkzaam|afwezig|kantoor(?:uren|dagen|tijden)?|bezet|"
    r"vakantie|gesloten|"
    r"telefonisch|werkt|werk\s+op|liefst\s+niet|vrij\s+op|mijn\s+dagen|beschikbaar\s+op|spreekuren|"
    r"tel|telefoon|werktijden)\b|\d{3}[\s-]{1,3}\d{2,3}\s\d\d",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:jl|jongstleden|afgelopen|vorig\s+jaar|vorige|destijds|sinds|opgericht|d\.d|dd|per|gedateerd|"
    r"verzonden|verstuurd|"
    r"laatst\s+gewijzigd|versie|nieuwsbrief|gepubliceerd|besloten\s+om|schooljaar|geboren|was\s+het|"
    r"uw\s+bericht|mail\s+van|brief\s+van)\b",
    re.IGNORECASE,
)
_LETTERHEAD: Final = re.compile(r"\s*(?:[A-Z'’][\w'’ -]{2,30},)?\s*(?:\w+dag\s+)?\d{1,2}\s+\w+\s+\d{4}\s*$")
_OLD: Final = re.compile(
    r"(?:\bniet\s+(?:meer\s+)?(?:door\s+)?(?:op|van)|in\s+plaats\s+van(?:\s+op)?|i\.?p\.?v\.?(?:\s+op)?|"
    r"oorspronkelijk\w*(?:\s+\w+)?|"
    r"eerder(?:e|\s+aangekondigde?|\s+gemelde?|\s+doorgegeven)?(?:\s+(?:datum|op))?|\bstond\b[^.;]{0,40}|"
    r"was\s+gepland\s+(?:op|voor)|"
    r"gepland(?:e)?(?:\s+\w+)?\s+(?:op|van|voor)|oude\s+datum\w*|\bwas(?:\s+eerst)?|aangekondigd\s+(?:voor|"
    r"op))[\s:]*$",
    re.IGNORECASE,
)
_OLD_AFTER: Final = re.compile(
    r"^[^.;]{0,30}?\b(?:gaat\s+(?:helaas\s+)?niet\s+door|vervalt|komt\s+te\s+vervallen|naar\s+(?:\w+dag|"
    r"\d)|wordt\s+(?:verplaatst|verzet|verschoven)|"
    r"is\s+(?:verplaatst|verzet|verschoven)|verplaatst\s+naar|verzet\s+naar|verschoven\s+naar)\b",
    re.IGNORECASE,
)
_WHOLE_WEEK: Final = re.compile(
    r"\b(?:hele|gehele|elke|iedere|dagelijks|te\s+zien|te\s+bezoeken|te\s+bekijken|doorlopend|alle\s+dagen|"
    r"hangt|staat|lang|loopt)\b",
    re.IGNORECASE,
)
# so far from the edition no organiser holds an activity for it
_REACH: Final = timedelta(days=45)


def role_of(letter: Letter, line: Line, mention: DayMention) -> DateRole:
    """The role of a day mention, told by its label and by the words around it."""
    text = line.sheet.text
    before, after = text[line.start : mention.start], text[mention.end : line.end]
    if line.label in ("deadline",):
        return DateRole.DEADLINE
    registers = line.label == "registration" or letter.search(REGISTER, line) is not None
    if (
        registers
        and mention.run
        and mention.dated
        and line.label != "date"
        and mention.days[0] < letter.edition.starts
    ):
        return DateRole.DEADLINE  # "inschrijven kan van 15 april tot en met 5 mei"
    single = len(mention.days) == 1
    sure = _SURE_UNTIL.search(before[-30:]) is not None
    if single and _UNTIL.search(before[-40:]) and (sure or (registers and mention.dated)):
        return DateRole.DEADLINE
    if single and _TILL.search(before[-24:]) and not letter.search(_WHOLE_WEEK, line):
        return DateRole.OTHER
    if mention.dated and _old(before, after):
        return DateRole.OLD
    if _elsewhere(letter, line, mention, before, after):
        return DateRole.OTHER
    if line.label == "registration" and line.own_label:
        return DateRole.OTHER
    if mention.week and line.label != "date" and not letter.search(_WHOLE_WEEK, line):
        return DateRole.WEEK
    return DateRole.ACTIVITY


def _old(before: str, after: str) -> bool:
    return bool(_OLD.search(before[-60:]) or _OLD_AFTER.match(after[:90]))


def _elsewhere(letter: Letter, line: Line, mention: DayMention, before: str, after: str) -> bool:
    edition = letter.edition
    if all(abs(day - edition.starts) > _REACH for day in mention.days):
        return True
    if (
        line.label in ("phone", "contact", "name", "email", "subject")
        and (line.own_label or not mention.dated)
        and line.place is not Place.SUBJECT
    ):
        return True
    if (
        letter.mail.date is not None
        and mention.days[-1] < _sent(letter)
        and mention.days[-1] < edition.starts
    ):
        return True
    if _PAST.search(before[-25:]) or after.lstrip(" .,(")[:3].lower() in ("jl.", "jl ", "jon"):
        return True
    if not mention.dated and not mention.run and letter.search(OFFICE, line):
        return True
    # a bare weekday with a time beside a phone number or behind a name are somebody's hours
    if (
        mention.dated
        and line.label == ""
        and _LETTERHEAD.fullmatch(line.whole)
        and "," in line.whole[:40]
        and mention.days[0] < edition.starts
    ):
        return True
    return bool(re.match(r"\s*is\s+\w+\s+(?:niet|afwezig)", after))


def _sent(letter: Letter) -> date:
    assert letter.mail.date is not None
    return letter.mail.date.astimezone(letter.edition.zone).date()
