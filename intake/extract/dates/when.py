"""A time as it was meant: the right half of the day, and whether the programme begins or ends with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.scan import Mention
from intake.extract.dates.words import DayPart
from intake.extract.letter import Letter
from intake.extract.line import Line, Place, Sheet


@dataclass(slots=True)
class When:
    """A time as it was said: minutes since midnight, settled to the right half of the day.

    `cue` tells "doors", "start", "end", "late" (what comes when it is over) or ""; `unsure` that the other
    half of the day could be meant as well.
    """

    line: Line
    mention: TimeMention
    cue: str
    begins: int
    ends: int | None
    firm: bool = True
    unsure: bool = False


_DOORS: Final = (
    r"inloop(?:tijd)?(?!\w)|ontvangst|binnenkomst|aankomst|deur(?:en)?\b[^.;,]{0,60}?\bopen|open\s+deur|"
    r"zaal\s+(?:is\s+|gaat\s+)?open|geopend\s+(?:vanaf|om)|(?:zaal|deuren|kerk|foyer)\s+(?:is|zijn)\s+geopend|welkom\s+vanaf|registratie|(?:aan|in)?(?:melden|schrijven)\s+(?:kan\s+)?(?:aan|bij)\s+de\s+(?:balie|ingang|deur)|"
    r"walk-?in|inloggen\b|gaan\s+(?:de\s+deuren\s+)?open|koffie\s+vanaf|vanaf\s+\S+\s+koffie|"
    r"\b(?:wij|we)\s+(?:ontvangen|verwelkomen)\b|(?:ontvangen|verwelkomen)\s+(?:wij|we)\b|\bopen\s+om|\bopen\s+vanaf|\bal\s+vanaf|\bloop\s+(?:\w+\s+)?vanaf|verzamel\w*|(?:deur(?:en)?|zaal|poort)\s+ga(?:at|an)"
)
_END: Final = (
    r"afloop(?=[\s(,:]{1,3}(?:om\b|rond\b|omstreeks\b|circa\b|ca\b|$))|eind(?:e|igt|igen|tijd)?\b|afsluiting|afronding|sluiten|sluit\b|sluiting(?:stijd)?\b(?!\s+(?:van|inschrijving))|afgelopen|"
    r"(?<!staat )(?<!staan )(?<!koffie )(?<!thee )(?<!soep )klaar\b|tot\b|"
    r"uiterlijk|ronden\b|afgerond|stoppen|terug\b|slot\b|naar\s+huis|beëindig\w*"
)
_LATE: Final = r"napraten|(?:na)?borrel|\bna\s?afloop"
_START: Final = (
    r"aanvang|vang(?:t|en)\b|begin(?:t|nen|tijd)?\b|start(?:en|s|tijd|schot|sein)?\b|aftrap\w*|"
    r"vertrek\w*|programma|opening|vanaf|van\b|om\b|loopt"
)
# "de eindtijd van de lezing op 9 mei wordt 15.30 uur"
_END_OF: Final = re.compile(
    r"\b(?:eindtijd|einde?|sluitingstijd)\s+(?:van|voor|is|wordt|op)\b[^.;,\d]{0,50}$", re.IGNORECASE
)
# words that lead up to a time of any kind: they do not undo what was said before them
_WEAK: Final = {"om", "van", "vanaf"}
_CUE: Final = re.compile(
    f"(?P<doors>{_DOORS})|(?P<end>{_END})|(?P<late>{_LATE})|(?P<start>{_START})", re.IGNORECASE
)
_NO_HOUR: Final = r"(?:(?!\b(?:om|tot|rond|tegen|uur)\b)[^.;,\d]){0,40}"  # else the verb is of the next hour
_AFTER: Final = re.compile(
    r"[\s:|,–\-\t(]{0,6}(?:uur\b)?[\s:|,–\-\t]{0,4}"
    r"(?:(?:is|zijn|staa[nt]|gaa[nt]|ben[t]?|bent\s+u|ben\s+je|kunt\s+u|kan\s+iedereen|met|er|de|het|['’‘`]t|we|"
    r"wij)\s+){0,4}"
    r"(?:(?P<doors>inloop(?!\w)|ontvangst|binnenkomst|aankomst|registratie|deuren?\s+open|zaal\s+open|zaal\s+gaat|"
    r"(?:van\s+harte\s+)?welkom(?=\s+met|,)|(?:koffie|thee)(?:\s+klaar)?|verzamel\w*|"
    r"schenk\w*\s+(?:we|wij|ik)\s+(?:\w+\s+){0,2}?(?:koffie|thee))|"
    r"(?P<end>einde?\b|eindigen|afsluiting|afronding|sluiting|slot\b|klaar|afgelopen|stoppen|sluiten|afgesloten|beëindigd|"
    r"(?:ronden|sluiten)\s+(?:we|wij)|uitloop)|(?P<late>(?:na)?borrel)|(?P<start>start\b|aanvang|begin(?:nen|t)?\b)|"
    r"(?:\w+\s+){0,4}(?P<over>naar\s+huis|dicht(?!\s?bij)|weer\s+op(?:\s?te\s?)?(?:halen|gehaald)|opgehaald|klaar|afgelopen|licht(?:en)?\s+uit|weer\s+(?:aan\s+het\s+werk|aan\s+de\s+slag|buiten|thuis|vrij|weg)|terug|erop|uit(?:een)?(?=\s*(?:[.,;!)]|$))|gedag|"
    r"gedaan|voorbij|geweest|(?:worden\s+|zijn\s+)?(?:voor(?:dat)?|eer)\s+(?:\w+\s+){1,4}?(?:uit|klaar|afgelopen|voorbij|weg|thuis|buiten)\b|ermee\s+op|op\s+huis\s+aan|uitgepraat|uit\s+elkaar|afscheid|ten\s+einde|"
    r"(?:deur(?:en)?\s+)?op\s+slot|is\s+alles\s+\w+|alles\s+(?:af|op)\w+)|"
    r"(?P<out>moet(?:en)?\s+(?:\w+\s+){1,5}?(?:eruit|uit|weg|leeg|vertrekken)\b(?!\s+(?:de|het|een|te)\b))|"
    rf"(?P<packed>pak\w*\b{_NO_HOUR}\bin\b|(?:breek|breken|rond|sluit)\w*\b{_NO_HOUR}\baf\b|"
    rf"(?:ruim|hou)\w*\b{_NO_HOUR}(?<!het )\bop\b|zwaai\w*\b{_NO_HOUR}\buit\b|"
    r"(?:(?:hopen|willen|denken|verwachten|gaan|zullen|moeten)\s+(?:we|wij)\s+)?af\s+te\s+(?:ronden|sluiten)|te\s+(?:eindigen|stoppen|sluiten|besluiten)))",
    re.IGNORECASE,
)
# "we houden om half tien op": the verb before the time, the rest of it behind
_PARTED: Final = re.compile(
    r"\b(?:hou(?:dt?|den)?|rond(?:t|en)?|sluit(?:en)?|breekt?|breken|ruim(?:t|en)?|pak(?:t|ken)?|zwaai(?:t|en)?)\b[^.;,\d]{0,40}$",
    re.IGNORECASE,
)
_PARTED_FROM: Final = re.compile(
    r"\s*(?:uur\s+)?(?:er(?:mee)?\s+)?(?:mee\s+)?(?:weer\s+)?(?:op|af|in)(?=\s*(?:[.,;!)]|$|(?:want|en|omdat|zodat|met)\b))",
    re.IGNORECASE,
)
# "de deur staat vanaf zeven uur open"
_OPENED: Final = re.compile(r"\b(?:deur(?:en)?|zaal|poort|foyer|hek)\b[^.;,\d]{0,40}$", re.IGNORECASE)
_OPENED_FROM: Final = re.compile(r"\s*(?:uur\s+)?(?:al\s+)?(?:wagen)?(?:wijd\s+)?open\b", re.IGNORECASE)
# a cue behind a time that stands right before another is that one's
_NEXT: Final = re.compile(
    r"[\s:]*(?:(?:is|vanaf|om|van|tot|rond|circa|ca\.?|ongeveer|uiterlijk|±)\s*)*(?:\d|half\b|kwart\b)"
)
_TIMED: Final = re.compile(r"[^,;)]{0,50}\d")
_CLAUSE: Final = re.compile(r"\ben\b|[;.]")
_AGAIN: Final = (
    r"(?:['’]s\s+\w+s|in\s+de\s+\w+|nogmaals|ook|opnieuw|weer|nog\s+een\s+keer|daarna|vervolgens|"
    r"(?:met\s+)?(?:een\s+|de\s+)?herhaling)"
)
# what joins two times of which each is a session of its own
JOINED: Final = re.compile(
    rf"\s*(?:uur|u\.?)?[\s,;)]*(?:en|of|&|/|,|als|\+)\s*\(?(?:{_AGAIN}\s*,?\s*){{0,2}}(?:(?:van|om|vanaf)\s*)?",
    re.IGNORECASE,
)
# the part of the day in a name: "ouderavond", "themamiddag", "woensdagochtend"
_PART: Final = re.compile(
    r"(?<!goede)(?<!goeden)(?:(?P<part>ochtend|middag|avond|ontbijt)(?:s|en)?(?!\w)|\w{3}(?P<late>morgen)(?!\w)|"
    r"['’]s\s(?P<early>morgen)s|(?P<meal>ontbijt)\w*)",
    re.IGNORECASE,
)
_PARTS: Final = {
    "ochtend": DayPart.MORNING,
    "ontbijt": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
}
_NOON: Final = 720
# the hours that are of the other half of the day as often: "om half negen"
_OPEN_HOURS: Final = range(360, 540)


class Parts:
    """The part of the day that a line is about, or the whole letter: each is looked for once."""

    def __init__(self, letter: Letter) -> None:
        """Of the lines of this letter."""
        self._letter = letter
        self._lines: dict[tuple[Sheet, int], DayPart | None] = {}
        self._whole: list[DayPart | None] = []
        self._apart: dict[tuple[Sheet, int], list[Line]] = {}
        for line in letter.apart:
            self._apart.setdefault((line.sheet, line.first), []).append(line)

    def of(self, line: Line) -> DayPart | None:
        """The part of the day that a line names; None where it names none, or several."""
        key = line.sheet, line.first
        if key not in self._lines:
            found = _PART.finditer(line.sheet.text, line.first, line.last)
            others = self._apart.get(key, ())  # sentences beside it that tell another activity
            self._lines[key] = _only(
                match
                for match in found
                if not any(other.start <= match.start() < other.end for other in others)
            )
        return self._lines[key]

    def of_letter(self) -> DayPart | None:
        """The part of the day in which the activity is, by its names anywhere: "ouderavond"."""
        letter = self._letter
        if not self._whole:
            lines = letter.near or letter.at(Place.BODY, Place.DOCUMENT, Place.SUBJECT)
            self._whole.append(_only(match for line in lines for match in letter.finditer(_PART, line)))
        return self._whole[0]


def _only(matches: Iterable[re.Match[str]]) -> DayPart | None:
    parts = {_PARTS[next(name for name in match.groups() if name).lower()] for match in matches}
    return parts.pop() if len(parts) == 1 else None


def settled(
    parts: Parts, line: Line, mention: TimeMention, part: DayPart | None, cue: str, *, firm: bool
) -> When:
    """The time that is meant, where `part` is the part of the day that stands around it."""
    own = mention.part or mention.ends_part or part
    if own is None and mention.loose:
        own = parts.of_letter()
    begins = _settle(mention.begins, mention.loose, own)
    ends = mention.ends
    if ends is not None:
        later = mention.ends_part or (mention.part if mention.part is not DayPart.MORNING else None) or part
        shifted = begins - mention.begins == _NOON
        ends = _settle(ends, mention.ends_loose, later, follows=shifted)
        if ends <= begins and mention.ends_loose and ends + _NOON > begins:
            ends += _NOON
        if own is None and mention.loose and begins in _OPEN_HOURS and ends - begins > 240:
            return When(line, mention, cue, begins, ends, firm, unsure=True)
    unsure = own is None and mention.loose and mention.begins in _OPEN_HOURS
    if unsure and _by_evening(mention.begins, ends):
        begins += _NOON
        ends = None if ends is None else ends % _NOON + _NOON
    return When(line, mention, cue, begins, ends, firm, unsure)


def _by_evening(minutes: int, ends: int | None) -> bool:
    """Whether an hour between six and nine is rather of the evening: few meet at seven in the morning."""
    if minutes < 480:
        return True
    return minutes == 480 and (ends is None or ends <= 630)


def _settle(minutes: int, loose: bool, part: DayPart | None, *, follows: bool = False) -> int:
    """The minutes since midnight that are meant: "half twee" is 13:30, "half acht" in the evening 19:30."""
    if minutes >= _NOON:
        return minutes
    if part is DayPart.EVENING and minutes >= 300 and (loose or follows or minutes < 570):
        return minutes + _NOON
    if (loose and minutes < (300 if part is DayPart.MORNING else 360)) or (part is not None and minutes < 60):
        return minutes + _NOON
    if part is DayPart.AFTERNOON and minutes < 420:
        return minutes + _NOON
    return minutes


def cue_of(line: Line, mention: TimeMention, last: Mention | None) -> str:
    """What the words around a time say that it is; the words before it go before those behind it.

    `last` is what was read before it in the same line.
    """
    if line.label in ("doors", "end") and not isinstance(last, TimeMention):
        return line.label
    text = line.sheet.text
    begin = max(line.start, mention.start - 90)
    if isinstance(last, DayMention) and mention.ends is None and _END_OF.search(text, begin, last.start):
        return "end"
    if last is not None:
        begin = max(begin, last.end, _behind(line, last)[1] if isinstance(last, TimeMention) else 0)
    cue, strong = "", False
    for match in _CUE.finditer(text, begin, mention.start):
        weak = match.group().lower() in _WEAK or (cue == "late" and match.lastgroup == "start")
        if cue == "late" and match.lastgroup == "end":
            cue, strong = "past", True  # "napraten kan tot 17.00 uur"
        elif not (cue and weak):
            cue = str(match.lastgroup)
            strong = not weak and (cue != "start" or not _CLAUSE.search(text, match.end(), mention.start))
    if not strong:
        cue = _behind(line, mention)[0] or cue
    if _PARTED_FROM.match(text, mention.end, line.end) and _PARTED.search(text, begin, mention.start):
        cue = "end"
    if _OPENED_FROM.match(text, mention.end, line.end) and _OPENED.search(text, begin, mention.start):
        cue = "doors"
    return "" if cue in ("end", "late") and mention.ends is not None else cue


def _behind(line: Line, mention: TimeMention) -> tuple[str, int]:
    """The cue of what stands behind a time ("19.00 uur inloop", "om 21.00 uur is het klaar") and its end."""
    text = line.sheet.text
    stop = text.find("\n", mention.end)
    stop = min(max(line.end, len(text) if stop < 0 else stop), mention.end + 70)
    after = _AFTER.match(text, mention.end, stop)
    if after is None or _NEXT.match(text, after.end(), stop):
        return "", 0
    cue = str(after.lastgroup)
    apart = any(sign in ",(" for sign in text[after.start() : after.start(cue)])
    if (apart or mention.ends is not None) and _TIMED.match(text, after.end(), stop):
        return "", 0  # "13.30 uur (inloop met koffie vanaf 13.00 uur)"
    return "end" if cue in ("over", "out", "packed") else cue, after.end()
