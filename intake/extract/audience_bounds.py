"""Where the words that tell whom something is for begin and end."""

import re
from typing import Final

from intake.extract.audience_words import CUT, PEOPLE
from intake.extract.nouns import nouns

_ABOUT: Final = re.compile(r"\s(?:over|rond|rondom)\s")
_WHO_DO: Final = re.compile(r"\b(?:die|wie|dat|wiens)\b")
# "een koffietafel voor ouders doen"
_DOES: Final = re.compile(
    r"\s(?:doen|houden|organiseren|geven|hebben|verzorgen|aanbieden|plaatsen|maken)\s*$"
)
_LEAD: Final = re.compile(
    r"\s*(?:dan\s+ook\s+|ook\s+|en\s+door\s+|alle\s+(?=\w+en\b)|de\s+(?=\w+(?:s|en)\b))", re.IGNORECASE
)
# what a label's value tells besides: how many, at what price, on what condition
_BESIDES: Final = re.compile(
    r"(?:\s*\(\s*(?=(?:max|min\b|\d+\s+(?:plaats|plek|pers|deeln)|vol\b|gratis|(?:alleen\s+|uitsluitend\s+)?op\s+(?:uitnod|inschr|aanm)))|"
    r"[,;]?\s+(?:o\.?l\.?v|onder\s+(?:leiding|begeleiding)|begeleid\s+door|met\s+medewerking|i\.?s\.?m|in\s+samenwerking)\b|"
    r"[,;]\s+(?:gratis|kosteloos|graag|max\w*|vol\s+is|wel\b|niet\b|aanmeld\w*|opgeven|vooraf|vrij\b|er\s|we\s|wij\s|u\s|je\s|"
    r"\d+\s+(?:plaats|plek|pers|deeln)\w*|(?:alleen\s+|uitsluitend\s+)?op\s+(?:uitnodiging|inschrijving|aanmelding)))",
    re.IGNORECASE,
)
# how many seats there are, before those who sit on them
_SEATS: Final = re.compile(
    r"(?:(?:max(?:imaal|\.)?|hooguit|hoogstens|ongeveer|circa|ca\.|ruim|zo['’]n|een\s+(?:man|stuk)\s+of)\s+)*"
    r"(?:(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|zestien|achttien|twintig|"
    r"vijfentwintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd)\s+)?",
    re.IGNORECASE,
)
# what is done with them and where: "met ouders | een rondje", "met jongeren | langs de Vecht"
_THEN: Final = re.compile(
    r"\s(?:een|langs|door|naar|tijdens|om|over|in|aan|rond|hoe|wat|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\s",
    re.IGNORECASE,
)
_CHAIN: Final = re.compile(
    r"[\w'’-]+(?:(?:,\s|\sen\s|\sof\s)(?:(?:hun|andere)\s)?[\w'’-]+)*(?:\s(?:van|uit)\s(?:(?:de|het|heel)\s)?(?!\d)[\w'’-]+(?:\s\d)?|"
    r"\s(?:van|vanaf|tussen)\s(?:de\s)?\d[\w\s/-]{0,18}?jaar(?:\sen\souder)?|\szonder\s\w+)*"
)
# what more must follow behind: "jeugdartsen en"
HANGING: Final = re.compile(r",?\s+(?:en|of|maar|en/of|en\s+ook)\s*$", re.IGNORECASE)
_OF_SOMEBODY: Final = re.compile(r"\b(?:het|onze|ons|mijn|een|van|door|met|als)\s+$", re.IGNORECASE)
PLURAL: Final = re.compile(r"(?:s|en|jeugd|personeel|iedereen)$", re.IGNORECASE)
_ALL: Final = re.compile(r"\b(?:alle|de)\s+$", re.IGNORECASE)


def people_end(text: str, start: int, end: int) -> int:
    """Where the people stop: at what tells when, where or what."""
    cut = CUT.search(text, start + 2, end)
    end = cut.start() if cut is not None else end
    about = _ABOUT.search(text, start + 2, end)
    if about is not None and not _WHO_DO.search(text, start, about.start()):
        end = about.start()
    if " een " in text[start:end]:  # "voor het hele gezin een spelletjesmiddag"
        things = (begin for _, begin, _ in nouns(text, start + 2, end) if text[begin - 5 : begin] == " een ")
        end = min([end, *(begin - 5 for begin in things)])
    does = _DOES.search(text[start:end])
    return start + does.start() if does is not None and not _WHO_DO.search(text, start, end) else end


def seated(text: str, start: int) -> int:
    """Where the people begin behind their number: "maximaal tien | jongeren"."""
    seats = _SEATS.match(text, start)
    return start if seats is None else seats.end()


def who_beside(text: str, start: int, end: int) -> int:
    """Where those end with whom something is done: at what is done, or where."""
    then = _THEN.search(text, start, end)
    return then.start() if then is not None and not _WHO_DO.search(text, start, then.start()) else end


def chain_end(text: str, start: int, end: int) -> int:
    """Where people end that stand amid a sentence: "ouders en kinderen uit de buurt | samen jongleren"."""
    chain = _CHAIN.match(text, start, end)
    return chain.end() if chain is not None else end


def labelled_end(text: str, start: int, end: int) -> int:
    """Where the people end behind a label of their own: "Voor wie: ouders, graag vooraf aanmelden"."""
    besides = _BESIDES.search(text, start + 2, end)
    return besides.start() if besides is not None else end


def first_people(text: str, start: int, end: int) -> int:
    """Where the first people in the plural begin that are not whose the rest is; -1 where there are none."""
    for match in PEOPLE.finditer(text, start, end):
        named = match.group()[0].isupper() and match.start() > start  # "in de Week van de Leraren"
        if named:
            continue
        if PLURAL.search(match.group()) and not _OF_SOMEBODY.search(text, start, match.start()):
            lead = _ALL.search(text, start, match.start())
            return lead.start() if lead is not None else match.start()
    return -1


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without the marks behind and the small words before: "ook", "alle", "de", a number."""
    while end > start and text[end - 1] in " ,.;:\n\t":
        end -= 1
    hanging = HANGING.search(text, start, end)
    end = hanging.start() if hanging is not None else end
    number = seated(text, start)
    start = number if end - number > 4 else start
    lead = _LEAD.match(text, start, end)
    return (lead.end(), end) if lead is not None and end - lead.end() > 4 else (start, end)
