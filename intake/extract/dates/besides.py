"""Days beside the activity's own: the house is closed, all is made ready or told of, or it may rain."""

import re
from datetime import date
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line, Place

_BESIDES: Final = re.compile(
    # nobody is there
    r"\b(?:gesloten|roostervrij|lesvrij|verlof|afwezig|(?:leerlingen|kinderen|jongeren|docenten|leraren|leerkrachten|school|scholen|"
    r"wij|we|ik|iedereen)\b[^.;!?]{0,30}\b(?:vrij|dicht|weg)(?=\s*(?:[.,;!)]|$|vanwege|wegens|want|door))|"
    r"geen\s+(?:les|lessen|school)|overwogen|overwegen)\b|"
    # what comes before it
    r"\b(?:\w*repetitie|repeter\w+|doorloop|opbouw\w*|op\s?te\s?bouwen|in\s?te\s?richten|inricht\w*|ingericht|"
    r"klaar\s?te\s?zetten|klaarzetten|voorbereid\w*|voorbespreking|(?:op|af)\s?te\s?halen|(?:op|af)gehaald|(?:op|af)halen|verkrijgbaar|"
    r"ophangen|opgehangen|drukker|(?:ver)?stu(?:ur|ren|urd)\w*|mailen|krijgen|krijgt|"
    r"(?:inschrijving|aanmelding|\w*verkoop)\s+(?:\w+\s+){0,2}?(?:gaat|sluit|start|begint|opent|stopt))\b|"
    # what comes of it
    r"\b(?:verslag\w*|uitslag|nieuwsbrief|krant|uitzending|uitgezonden|(?:na|terug)bespreking|evaluatie|evalueren|bekend(?:\s?gemaakt|\s?maken)?|"
    r"gepubliceerd|publiceren|(?:op|via)\s+(?:onze|de)\s+(?:web)?site|op(?:ge)?ruim\w*|afbreken|afgebroken|teruggebracht)\b|"
    # who meets without the public
    r"\b(?:vergader\w*|(?:bestuur|team|collega['’]?s|werkgroep|vrijwilligers)\b[^.;!?]{0,40}\b(?:elkaar|bijeen|bij\s+elkaar|samen|help\w*)|"
    r"bellen\s+kan|gebeld|bereikbaar|telefonisch|geen\s+(?:publiek|bezoekers|gasten)|zonder\s+publiek)\b",
    re.IGNORECASE,
)
# what may be instead of it: "bij regen wijken we uit naar", "mochten er te veel zijn, dan ook op"
_IF: Final = re.compile(
    r"\b(?:bij\s+(?:regen|(?:slecht|zwaar|nat|minder\s+goed)\s+weer|storm|onweer|te\s+(?:veel|weinig)|grote|veel|voldoende|"
    r"genoeg|overmacht)|mocht(?:en)?|indien|als\s+het\s+(?:regent|stormt|dan|weer)|zo\s?nodig|eventueel|eventuele|"
    r"(?:reserve|uitwijk)\w*)\b[^.;!?()]{0,80}$",
    re.IGNORECASE,
)
# "en dus niet, zoals in de gids staat, op donderdag 11 mei"
_AND_NOT: Final = re.compile(
    r"\b(?:en|maar)\s+(?:dus\s+)?niet\b(?!\s+alleen)[^.;:!?\d]{0,60}\bop\s+(?:de\s+)?$", re.IGNORECASE
)


def besides(letter: Letter, line: Line, mention: DayMention) -> bool:
    """Whether something else is on this day, where the activity has a day and an hour in another sentence."""
    if line.label == "date":
        return False
    said = letter.search(_BESIDES, line) is not None and not letter.nouns(line)
    text, begin = line.sheet.text, max(line.start, mention.start - 120)
    if not said and not any(words.search(text, begin, mention.start) for words in (_IF, _AND_NOT)):
        return False
    return not letter.whole(_timed_days) <= set(mention.days)


def _timed_days(letter: Letter) -> set[date]:
    """The days of the edition that are told beside an hour, in sentences that tell nothing else of them."""
    days: set[date] = set()
    for line in letter.at(Place.BODY, Place.DOCUMENT):
        told = letter.mentions(line)
        if not any(isinstance(m, TimeMention) and (m.firm or m.ends is not None) for m in told):
            continue
        if letter.search(_BESIDES, line) is None:
            days.update(day for m in told if isinstance(m, DayMention) for day in m.days)
    return {day for day in days if letter.edition.starts <= day <= letter.edition.ends}
