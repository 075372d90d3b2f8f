"""What a date in a mail is: the activity's own, a deadline, what it was before, or something else's."""

import re
from datetime import date, timedelta
from enum import Enum
from typing import Final

from intake.extract.dates.besides import besides
from intake.extract.dates.days import DayMention
from intake.extract.dates.within_quotes import within_quotes
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.registering import asked_before, asks, goes_on


class DateRole(Enum):
    """Whose date it is."""

    ACTIVITY = "activity"
    DEADLINE = "deadline"
    OLD = "old"  # where the activity was before it was moved
    WEEK = "week"  # the edition's week as such
    OTHER = "other"


_UNTIL: Final = re.compile(
    r"(?:\b(?:voor|vóór|vòòr|uiterlijk|tot|tot\s+uiterlijk|tot\s+en\s+met|t/m|deadline|"
    r"liefst\s+voor|graag\s+voor|ten\s+laatste|laatstens|niet\s+later\s+dan|by)\b(?:\s+(?:is|op|"
    r"en\s+met|of\s+op|graag|de|dan))*(?:\s+\w+dag\s*\()?)[\s:(]*$",
    re.IGNORECASE,
)
_TILL: Final = re.compile(r"\b(?:tot|tot\s+en\s+met|t/m)\s*$", re.IGNORECASE)
_SURE_UNTIL: Final = re.compile(
    r"(?:vóór|vòòr|uiterlijk|deadline|niet\s+later\s+dan)[\s:\w]{0,12}$", re.IGNORECASE
)
# "de inschrijving sluit op", "sluiting van de inschrijving is", "de laatste dag om je op te geven is", "RSVP"
_CLOSES: Final = re.compile(
    r"(?:\b(?:sluit(?:en|ing|t)?|(?:sluit(?:ings)?|eind)datum|\w*deadline|uiterste\s+\w+|\w*termijn|"
    r"laatste\s+(?:dag|moment|datum)|gaat\s+(?:[\w]+\s+){0,2}dicht)\b[^.;\d]{0,50}|\br\.?s\.?v\.?p\.?[\s:]{0,3})$",
    re.IGNORECASE,
)
# "1 mei is de laatste dag om ...", "op 1 mei gaat de inschrijving dicht"
_CLOSING: Final = re.compile(
    r"\s*(?:\(?\d{4}\)?\s*)?(?:dicht|is\s+de\s+(?:laatste|uiterste)\s+\w+|(?:sluit|sluiten|stopt|gaat)\s+(?:de|onze)\s+(?:inschrijving|aanmelding|opgave|lijst|verkoop)\w*)\b",
    re.IGNORECASE,
)
# "tot 1 mei kost een kaartje 5 euro" is no last day to get one
_CHEAPER: Final = re.compile(r"\s*(?:kost|kosten|betaal\w*|geldt)\b", re.IGNORECASE)
_AFTERWARDS: Final = re.compile(r"\bna\s*$", re.IGNORECASE)
_NO_LONGER: Final = re.compile(r"\b(?:niet|geen)\s+meer\s+(?:\w+\s+)?na\s*$", re.IGNORECASE)
_WITHIN: Final = re.compile(r"\b(?:tot|t/m)\b", re.IGNORECASE)
_NO_MORE: Final = re.compile(r"[^.;]{0,60}\b(?:niet|geen|gesloten|vol)\b", re.IGNORECASE)
# "aanmelden voor 9 mei" is for what happens that day; a day before the week is the last one to register
_FOR: Final = re.compile(
    r"(?:aanmeld\w*|opgeven|opgave|inschrij\w*|reserver\w*|kaarten|kaartjes|tickets|aan|op|in)\s+voor\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\((?:tot|t/m|tot en met|voor)\s*$", re.IGNORECASE)
_OPENS: Final = re.compile(
    r"(?:\bvanaf|\bopent|\bopen|\bstart|\bvan)(?:\s+(?:is|op|per))?(?:\s+\w+dag)?\s*$", re.IGNORECASE
)
_BEFOREHAND: Final = re.compile(
    r"\s*(?:ervoor|daarvoor|daaraan\s+voorafgaand|van\s+te\s?voren|vooraf)\b", re.IGNORECASE
)
OFFICE: Final = re.compile(
    r"\b(?:bel|bellen|gebeld|aanwezig|bereikbaar|(?<!elke )(?<!iedere )(?<!alle )werkdag(?:en)?|"
    r"werkzaam|afwezig|kantoor(?:uren|dagen|tijden)|kantoor\s+(?:is\s+)?(?:open|geopend)|bezet|"
    r"vakantie|gesloten|"
    r"telefonisch|werkt|werk\s+op|liefst\s+niet|vrij\s+op|mijn\s+dagen|beschikbaar\s+op|spreekuren|"
    r"tel|telefoon|werktijden)\b|\d{3}[\s-]{1,3}\d{2,3}\s\d\d",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:jl|jongstleden|afgelopen|(?<!als\s)vorig\s+jaar|(?<!als\s)(?<!als\sde\s)vorige|toen|destijds|sinds|opgericht|d\.d|dd|per(?=\s+(?:de\s+)?$)|gedateerd|"
    r"verzonden|verstuurd|"
    r"laatst\s+gewijzigd|versie|nieuwsbrief|gepubliceerd|besloten\s+om|schooljaar|geboren|was\s+het|"
    r"uw\s+bericht|mail\s+van|brief\s+van|kenmerk|referentie|ref)\b",
    re.IGNORECASE,
)
_LETTERHEAD: Final = re.compile(r"\s*(?:[A-Z'’][\w'’ -]{2,30},)?\s*(?:\w+dag\s+)?\d{1,2}\s+\w+\s+\d{4}\s*$")
_OLD: Final = re.compile(
    r"(?:\bniet\s+(?:meer\s+)?(?:door\s+)?(?:op|van)|in\s+plaats\s+van(?:\s+op)?|i\.?p\.?v\.?(?:\s+op)?|"
    r"oorspronkelijk\w*(?:\s+\w+)?|"
    r"eerder(?:e|\s+aangekondigde?|\s+gemelde?|\s+doorgegeven)?(?:\s+(?:datum|op))?|\bstond\b(?:(?!\bmaar\b)[^.;]){0,40}|"
    r"was\s+gepland\s+(?:op|voor)|"
    r"geplande(?:\s+\w+)?\s+(?:op|van|voor)|oude\s+datum\w*|\bwas(?:\s+eerst)?|aangekondigd\s+(?:voor|"
    r"op))[\s:]*$",
    re.IGNORECASE,
)
# "niet dinsdag 9 mei maar woensdag 10 mei"
_NOT: Final = re.compile(r"\bniet\s+(?:meer\s+)?(?:(?:op|de)\s+)*$", re.IGNORECASE)
_BUT: Final = re.compile(r"(?:[^.;]|\.\d){0,40}?\bmaar\b", re.IGNORECASE)
# "de les van 9 mei schuift een dag op": what is told from it is the new day
_SHIFTED: Final = re.compile(
    r"(?:[^.;]|\.\d){0,60}?\b(?:wordt|worden|schuift|schuiven|komt|komen|draait|begint|start|gaat|verhuist)\s+"
    r"(?:helaas\s+|nu\s+|toch\s+)?(?:een|één|twee|drie|vier|\d)\s+(?:dag(?:en)?|week|weken)\s+(?:later|op)\b",
    re.IGNORECASE,
)
# "wordt toch donderdag ipv dinsdag"
_OLD_WEEKDAY: Final = re.compile(
    r"\b(?:i\.?p\.?v\.?|in\s+plaats\s+van|niet\s+(?:meer\s+)?op|en\s+niet)\s+(?:op\s+|de\s+)*$", re.IGNORECASE
)
# "we zaten eerst op 11 mei, maar het wordt dinsdag 9 mei"
_AT_FIRST: Final = re.compile(
    r"\b(?:eerst|eerder|zou(?:den)?|zat(?:en)?|stond(?:en)?|(?:had(?:den)?|was|waren)\b[^.;]{0,30}\bgepland)\b[^.;'’\"”]{0,30}$",
    re.IGNORECASE,
)
_BUT_NOW: Final = re.compile(r"[^.;]{0,50}\b(?:maar|wordt|worden|naar|nu)\b", re.IGNORECASE)
_OLD_AFTER: Final = re.compile(
    r"^(?:[^.;]|\.\d){0,30}?\b(?:naar|wordt(?:\s+(?:nu|toch))?)\s+(?:op\s+|de\s+)*(?:\w+dag|\d{1,2}\s+(?!uur)[a-z]{3,})\b",
    re.IGNORECASE,
)
# "in de agenda staat 10 mei, dat moet 11 mei zijn"
_STANDS: Final = re.compile(
    r"\b(?:sta(?:at|an)|stond(?:en)?|gezet|vermeld(?:de)?|schreef|meldde|noemde|doorgegeven)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SHOULD: Final = re.compile(
    r"[^.;]{0,40}\b(?:moet(?:en)?\b[^.;]{0,30}\bzijn|bedoeld?e?n?|maar\s+(?:het|dat)\s+is|(?:is|klopt)\s+(?:fout|verkeerd|onjuist|niet))\b",
    re.IGNORECASE,
)
# a day on which nothing will be, or from which it was moved: the old one where the mail tells another
_OFF: Final = re.compile(
    r"(?:[^.;]|\.\d){0,30}?\b(?:gaat\s+(?:helaas\s+)?niet\s+door|vervalt|komt\s+te\s+vervallen|lukt\s+niet|"
    r"(?:wordt|is)\s+(?:\w+\s+)?(?:verplaatst|verzet|verschoven|uitgesteld|geannuleerd|afgelast))\b",
    re.IGNORECASE,
)
_WHOLE_WEEK: Final = re.compile(
    r"\b(?:hele|gehele|elke|iedere|dagelijks|te\s+zien|te\s+bezoeken|te\s+bekijken|doorlopend|alle\s+dagen|"
    r"hang(?:t|en)|staat|lang|loopt|\w*tentoonstelling|\w*expositie|openingstijden|permanent|doorlopende?)\b",
    re.IGNORECASE,
)
_AWAY: Final = re.compile(
    r"\s*(?:is\s+\w+\s+(?:niet|afwezig)|(?:ben|zijn|is)\s+(?:\w+\s+){0,3}(?:bereikbaar|dicht|gesloten|afwezig)\b)",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"bereik|telefonisch|kantoor|werkdag|werktijd|afwezig|aanwezig:|secretariaat|spreekuren", re.IGNORECASE
)
_SHORT_DAYS: Final = re.compile(r"(?:\W*(?:ma|di|wo|do|vr|za|zo|en|t/m)\b)+\W*", re.IGNORECASE)
_YEAR: Final = re.compile(
    r"\b(?:in|van|editie|actieweek|week|voorjaar|najaar|sinds)\s+(?P<year>20\d\d)\b", re.IGNORECASE
)
# on a day before the week with one of these nothing is held for the public
_DESK_WORK: Final = re.compile(
    r"vergader|overleg|nieuwsbrief|verschijn|drukker|persbericht|bespr[eo]|flyer|poster|uitnodiging|"
    r"\bvolgt\b|versturen|plaatsen|site\s+zetten",
    re.IGNORECASE,
)
# so far from the edition no organiser holds an activity for it
_REACH: Final = timedelta(days=45)


def role_of(letter: Letter, line: Line, mention: DayMention) -> DateRole:
    """The role of a day mention, told by its label and by the words around it."""
    return letter.weighed(_role, line, mention)


def _role(letter: Letter, line: Line, mention: DayMention) -> DateRole:
    text = line.sheet.text
    before, after = text[line.start : mention.start], text[mention.end : line.end]
    told = _of_registering(letter, line, mention, before, after)
    if told is not None:
        return told
    single = len(mention.days) == 1
    if single and _TILL.search(before[-24:]) and not letter.search(_WHOLE_WEEK, line):
        return DateRole.OTHER
    if (_old(before, after) if mention.dated else _OLD_WEEKDAY.search(before[-40:])) or _instead(
        before, after
    ):
        return DateRole.OLD
    if mention.dated and _OFF.match(after[:90]) and _another(letter, mention):
        return DateRole.OLD
    if _elsewhere(letter, line, mention, before, after):
        return DateRole.OTHER
    if line.label == "registration" and line.own_label:
        return DateRole.OTHER
    listed = line.bullet and mention.dated and bool(letter.nouns(line))
    if mention.week and line.label != "date" and not listed and not letter.search(_WHOLE_WEEK, line):
        return DateRole.WEEK
    return DateRole.ACTIVITY


def _of_registering(
    letter: Letter, line: Line, mention: DayMention, before: str, after: str
) -> DateRole | None:
    """DEADLINE where a day is the last on which one can register, OTHER where it is the first."""
    if line.label == "deadline" and line.own_label:
        return DateRole.DEADLINE
    if not mention.dated and _BEFOREHAND.match(after):
        return DateRole.OTHER  # "uiterlijk de vrijdag ervoor"
    edition = letter.edition
    asked = asks(letter, line) or goes_on(letter, line)
    early = mention.days[0] < edition.starts
    runs = mention.run or _WITHIN.search(line.sheet.text, mention.start, mention.end)
    if asked and runs and mention.dated and line.label != "date" and early:
        return DateRole.DEADLINE  # "inschrijven kan van 15 april tot en met 5 mei"
    if len(mention.days) > 1:
        return None
    if _UNTIL.search(before[-40:]):
        told = _until(letter, line, mention, before, asked=asked, early=early)
        if told is not None:
            return told
    if (
        mention.dated
        and (early or asked)
        and mention.days[0] <= edition.ends
        and _CLOSES.search(before[-80:])
    ):
        return DateRole.DEADLINE if asked or " voor " not in before[-50:] else DateRole.OTHER
    if asked and mention.dated and early:
        late = _AFTERWARDS.search(before[-6:]) and _NO_MORE.match(after)
        if late or _CLOSING.match(after) or _NO_LONGER.search(before[-30:]):
            return DateRole.DEADLINE
        if _OPENS.search(before[-40:]):
            return DateRole.OTHER
    return None


def _until(
    letter: Letter, line: Line, mention: DayMention, before: str, *, asked: bool, early: bool
) -> DateRole | None:
    """What a day is behind "vóór", "uiterlijk", "voor" or "tot"."""
    if _CHEAPER.match(line.sheet.text, mention.end, line.end):
        return DateRole.OTHER
    if _SURE_UNTIL.search(before[-30:]):
        return DateRole.DEADLINE
    if not mention.dated:
        return None
    if asked or ((early or _BRACKETED.search(before[-12:])) and asked_before(letter, line)):
        return None if _FOR.search(before[-30:]) and not early else DateRole.DEADLINE
    return DateRole.OTHER if early else None  # "daar kom ik voor 1 april op terug"


def _old(before: str, after: str) -> bool:
    if _OLD_AFTER.match(after[:90]) or _OLD.search(before[-60:]):
        return True
    if _SHOULD.match(after[:90]) and _STANDS.search(before[-80:]):
        return True
    return bool(_AT_FIRST.search(before[-50:]) and _BUT_NOW.match(after))


def _instead(before: str, after: str) -> bool:
    """Whether another day is told in the place of this one."""
    if _NOT.search(before[-20:]) and _BUT.match(after[:60]):
        return True
    return _SHIFTED.match(after[:120]) is not None


def _another(letter: Letter, mention: DayMention) -> bool:
    """Whether the text names another day of the edition than this."""
    return any(
        isinstance(other, DayMention) and other.days != mention.days and not other.week
        for line in letter.at(Place.BODY)
        for other in letter.mentions(line)
        if isinstance(other, DayMention) and letter.edition.starts <= other.days[0] <= letter.edition.ends
        if letter.search(OFFICE, line) is None
    )


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
    if _PAST.search(before[-30:]) or after.lstrip(" .,(")[:3].lower() in ("jl.", "jl ", "jon"):
        return True
    if not mention.dated and (
        _somebodys(letter, line, mention) or within_quotes(line, mention.start, mention.end)
    ):
        return True
    if not mention.year and _other_year(letter, line):
        return True
    if mention.dated and besides(letter, line, mention):
        return True
    if mention.days[-1] < edition.starts and letter.search(_DESK_WORK, line) and len(mention.days) == 1:
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
    return _AWAY.match(after) is not None


def _somebodys(letter: Letter, line: Line, mention: DayMention) -> bool:
    """Whether days without a date are those on which somebody works, or are outside the edition."""
    if mention.follows:
        return False
    if not all(letter.edition.starts <= day <= letter.edition.ends for day in mention.days):
        return True
    if letter.search(OFFICE, line) and (not mention.run or letter.search(_REACHED, line)):
        return True
    said = line.sheet.text[mention.start : mention.end]
    hours = any(not isinstance(other, DayMention) for other in letter.mentions(line))
    return (
        line.label != "date"
        and not hours
        and _SHORT_DAYS.fullmatch(said) is not None
        and not letter.search(_WHOLE_WEEK, line)
    )


def _other_year(letter: Letter, line: Line) -> bool:
    """Whether a line is about an earlier edition: "in 2016", "de actieweek van 2016"."""
    starts = letter.edition.starts.year
    return letter.may(_YEAR, line) and any(starts - 4 < year < starts for year in letter.once(_years, line))


def _years(line: Line) -> tuple[int, ...]:
    found = _YEAR.finditer(line.sheet.text, line.start, line.end)
    return tuple(int(match.group("year")) for match in found)


def _sent(letter: Letter) -> date:
    assert letter.mail.date is not None
    return letter.mail.date.astimezone(letter.edition.zone).date()
