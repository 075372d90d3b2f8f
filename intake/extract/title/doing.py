"""What a writer calls an activity by that has no noun: what people do there, "balletje trappen"."""

import re
from collections.abc import Iterator
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.title.candidate import Candidate, trimmed

_DO: Final = (
    r"(?:trappen|bouwen|bakken|maken|koken|eten|wandelen|vissen|fietsen|spelen|schilderen|tekenen|kijken|luisteren|lopen|zwemmen|"
    r"dansen|zingen|timmeren|zagen|knutselen|kleien|haken|breien|lezen|schrijven|praten|drinken|kletsen|repareren|plukken|planten|"
    r"zaaien|oogsten|klimmen|skaten|gamen|boksen|voetballen|voetbal|sporten|rennen|springen|rijden|varen|zeilen|roeien|vliegeren|"
    r"leren|oefenen|ontdekken|proeven|verven|spuiten|naaien|voeren|verzorgen|knuffelen|borstelen|jongleren|drummen|musiceren|"
    r"puzzelen|sjoelen|kaarten|picknicken|ontbijten|lunchen|meekijken|meelopen|bijkletsen|bijpraten|buurten|schaatsen|steppen|"
    r"knippen|plakken|vouwen|smeden|lassen|zoeken|speuren|vangen|kanoën|suppen|surfen|tennissen|badmintonnen|basketballen)"
)
DOING: Final = re.compile(
    r"(?<![\w'’-])(?P<name>(?!(?:doen|doet|gaat|houden|komen|hallo|hoi|uur|we|wij|ik|je|u|jullie|is|zijn|en|of|om|te|in|op|bij|voor|van|met|tot|kan|kunnen|gaan|hebben|de|het|een|ons|onze|er|"
    r"dan|ook|alle|die|dat|waar\w*|hoe|wat|samen\s+\w+en)\s)"
    rf"(?-i:[a-zà-ÿ])[\w'’-]*\s(?:[a-zà-ÿ][\w'’-]*\s){{0,2}}{_DO})(?=\s+(?:voor|met|in|op|bij|aan|om|tot|onder)\s|\s*[.,!(;]|\s*$)",
    re.IGNORECASE,
)
_GO: Final = (
    r"(?:\b(?:wij|we)\s+(?:doen|gaan|houden|komen)|\b(?:doen|gaan|houden)\s+(?:wij|we)|\bis\s+(?:er|het))"
)
_GOES: Final = re.compile(_GO, re.IGNORECASE)
_HELD: Final = re.compile(rf"{_GO}(?:\s+(?:dan|lekker|samen|gezellig|weer|ook))*\s+$", re.IGNORECASE)
_FAR: Final = 60  # characters: what stands before the words is near them


def doing(letter: Letter, line: Line) -> Iterator[Candidate]:
    """What is done, right behind its day and hour or behind "wij gaan": "van 2 tot 4 hutten bouwen"."""
    text = line.sheet.text
    ends = {mention.end for mention in letter.mentions(line)}
    if not ends and letter.search(_GOES, line) is None:
        return
    for match in letter.finditer(DOING, line):
        before = text[max(line.start, match.start() - _FAR) : match.start()]
        behind = before.rstrip(" :,–-")
        told = match.start() - len(before) + len(behind)
        if told in ends or told - len(" uur") in ends or _HELD.search(before) is not None:
            day = any(isinstance(mention, DayMention) for mention in letter.mentions(line))
            yield from trimmed(line, *match.span("name"), "phrase", "day" if day else "phrase")
