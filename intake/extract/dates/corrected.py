"""Whether a text corrects its own days and hours further on: "o nee, maak er 19.30 van"."""

import re
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.finding import Finding
from intake.extract.letter import Letter

_CORRECTS: Final = re.compile(
    r"\b(?:edit|erratum|correctie|rectificatie|errata)\b|\b(?:o|oh|ow|ach|nee|hm+)[\s,]+(?:wacht|nee|toch)\b|\bwacht\s+even\b|"
    r"\bmaak\s+(?:er|daar|dat|het)\b|\bbij\s+nader\s+inzien\b|\bik\s+bedoel(?:de)?\b|\btoch\s+(?:maar|pas|al|liever)\b|"
    r"\b(?:hoor|zie|zegt|meldt|belt|appt|lees)\b[^.;!?]{0,20}\b(?:net|nu)\b|\bverschreven\b|\bty(?:p|pe|k)fout\w*|\bvergis\w*|"
    r"\b(?:dat|dit|het)\s+moet(?:en)?\b[^.;!?]{0,30}\bzijn\b",
    re.IGNORECASE,
)
# hours that hold on one of the days
_ON_ONE_DAY: Final = re.compile(
    r"\b(?:alleen|behalve|uitgezonderd|(?:maar|echter)\s+op)\s+(?:op\s+|de\s+)*\w{3,6}dag\w*|"
    r"\b\w{3,6}dag\w*\b[^.;!?]{0,40}\b(?:al|pas|eerder|korter|langer)\s+(?:\w+\s+)?(?:om|tot|vanaf|van)\b",
    re.IGNORECASE,
)

# "de lezing begint een half uur later", "woensdag gesloten": told without an hour of their own
_SHIFTS: Final = re.compile(
    r"\b(?:begin\w*|start\w*)\b[^.;!?\d]{0,25}\b(?:uur|kwartier|minuten)\s+(?:later|eerder)\b|"
    r"\b(?:uur|kwartier|minuten)\s+(?:later|eerder)\s+(?:begin\w*|start\w*|trap\w*|ga\w*|open\w*|is\b|volg\w*|komt?\b|doen\b)|"
    r"\b(?:maan|dins|woens|donder|vrij)dag\s+(?:zijn\s+(?:we|wij)\s+|is\s+(?:het|de\s+\w+)\s+)?(?:gesloten|dicht)\b",
    re.IGNORECASE,
)

_ITS_HOUR: Final = 12  # characters


def corrected(letter: Letter, finding: Finding) -> bool:
    """Whether words behind the first that a finding of dates stands on say that they are other."""
    if not finding.evidence:
        return False
    source, first = finding.evidence[0].source, min(shown.start for shown in finding.evidence)
    for words in (_CORRECTS, _ON_ONE_DAY, _SHIFTS):
        for line, said in letter.matches(words, letter.told()):
            if line.sheet.source != source or said.start() <= first:
                continue
            behind = [m for m in letter.mentions(line) if m.end > said.start()]
            timed = any(isinstance(m, TimeMention) for m in behind)
            if words is _SHIFTS:  # with its hour it is read: "een half uur later, om 14.30 uur"
                told = not any(0 <= m.start - said.end() < _ITS_HOUR for m in behind)
            else:
                told = timed or (words is _CORRECTS and any(isinstance(m, DayMention) for m in behind))
            if told:
                return True
    return False
