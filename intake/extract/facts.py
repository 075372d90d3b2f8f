"""The facts by which an announcement is known: its day, hour and place, a form filled in, a calendar."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake.extract.change_words import BESIDE
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.labels import numbered
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.place.address import addresses
from intake.extract.signs.announcing import ANNOUNCES, LATER, LISTING, SUBMITS
from intake.extract.signs.asking import ASKS, OFFERED, POLITE, TENTATIVE, WANTS_TO_KNOW
from intake.extract.signs.changing import EDIT, LISTED
from intake.mail.mail import Role

_FORM: Final = frozenset({"title", "date", "time", "place", "audience", "price", "registration", "capacity"})
_FORM_LEAST: Final = 3  # labels of a form
_BEFORE: Final = re.compile(r"\b(?:voor|vóór|uiterlijk|tot|na|sinds)\s+$", re.IGNORECASE)
_SHORT: Final = 3  # words: "Vragen?", "Zin om te komen?"
# what a guest is asked, who is bidden to come right behind it: "Werk je in de zorg? Schuif aan!"
_OF_GUESTS: Final = re.compile(
    r"\W*(?:en\s+|of\s+)?(?:ben|bent|heb|hebt|heeft|werk|werkt|wil|wilt|ken|kent|herken|herkent|zit|loop|loopt|zoek|zoekt|maak|maakt|"
    r"geef|geeft|voel|voelt|lijkt)\s+(?:je|jij|u|uw|jouw|jullie|het)\b[^?]*\?",
    re.IGNORECASE,
)
_THEN_COME: Final = re.compile(
    r"[\s\"'”’)]*(?:dan\s+(?:ben|bent|is|kun|kunt|kan|mag|moet)\b|kom\b|schuif\b|meld\b|loop\b|doe\b|geef\b|stap\b|grijp\b|"
    r"reserveer\b|schrijf\b|bezoek\b|(?:je|u)\s+(?:ben|bent)\s+(?:\w+\s+){0,3}welkom)",
    re.IGNORECASE,
)
# a question that is the name of what is announced: "geven wij een webinar: Hoe nu verder?"
_NAMED_SO: Final = re.compile(
    r"(?:\s+(?:met\s+(?:de|als)\s+titel|over|getiteld))?(?:\s*[:–-]\s+[\"'‘“„]?|,?\s+[\"'‘“„])(?=[A-ZÀ-Ý])[^?\n]{3,80}\?[\s\"'’”.)]*$"
)
# what is still to be made of a day: "we willen op 9 mei iets doen met ouders"
_SOMETHING: Final = re.compile(
    r"\b(?:wil|willen|gaan|zou|zouden)\b(?:[^.;?]|\.\d){0,80}\biets\s+(?:\w+\s+){0,3}(?:doen|organiseren|opzetten|houden|regelen|betekenen)\b",
    re.IGNORECASE,
)
_MOST_MOMENTS: Final = 1500  # days and hours; a newsletter of a hundred activities names some four hundred
_NEAR: Final = timedelta(days=21)  # what is further from the week is no activity of it


@dataclass(frozen=True, slots=True)
class Facts:
    """Which facts of an announcement a letter tells; `in_week`: its day is a day of the week."""

    day: bool
    in_week: bool
    time: bool
    noun: bool
    place: bool
    form: bool
    calendar: bool


@dataclass(frozen=True, slots=True)
class Asides:
    """The lines of a letter that tell nothing: `asking` want to know, `weighing` only consider."""

    asking: frozenset[Line]
    weighing: frozenset[Line]


def asides(letter: Letter) -> Asides:
    """The sentences of a letter that ask, and those that only consider what they say."""
    lines = letter.at(Place.SUBJECT, Place.BODY, Place.COVER, Place.CALENDAR, Place.DOCUMENT)
    may_ask = {line for line in lines if line.sheet.text.find("?", line.start, line.end) >= 0}
    may_ask.update(letter.those(lines, ASKS))
    asking = {line for line in may_ask if asks(letter, line)}
    if len({line.first for line in asking if numbered(line.whole) is not None}) > 1:
        # a list of questions: what leads up to one of them tells nothing either
        asking.update(line for line in lines if "?" in line.whole and numbered(line.whole) is not None)
    weighing = {line for line in letter.those(lines, TENTATIVE, POLITE) if weighs(letter, line)}
    if asking and not any(_addressed(line) for line in lines if line.place is Place.BODY):
        weighing.update(line for line in letter.those(lines, _SOMETHING) if not letter.search(LISTING, line))
    return Asides(frozenset(asking), frozenset(weighing))


def facts(letter: Letter, aside: Asides) -> Facts:
    """The facts that a letter tells as its own: what it asks, weighs or has told before is none."""
    lines = [*letter.told(), *letter.at(Place.SUBJECT)]
    told = [line for line in lines if line not in aside.asking and line not in aside.weighing]
    day, in_week, time = _when(letter, told)
    labels = {line.label for line in told if line.own_label and line.said.strip()}
    return Facts(
        day=day,
        in_week=in_week,
        time=time,
        noun=any(letter.nouns(line) for line in told),
        place=any(
            (line.label == "place" and line.said.strip()) or _addressed(line)
            for line in told
            if line.place is Place.BODY
        ),
        form=len(labels & _FORM) >= _FORM_LEAST,
        calendar=any(part.role is Role.CALENDAR for part in letter.mail.parts),
    )


def asks(letter: Letter, line: Line) -> bool:
    """Whether a sentence asks: with a question mark, or with the words of one who wants to know."""
    if line.place is Place.SUBJECT or (line.own_label and line.label):
        return False
    if letter.search(LISTING, line) and not _wants_to_know(line):
        return False
    if _OF_GUESTS.match(line.text) and _THEN_COME.match(line.sheet.text, line.end):
        return False
    if line.text.rstrip(" )\"'”’").endswith("?"):
        if any(_NAMED_SO.match(line.sheet.text, end, line.end) for _, _, end in letter.nouns(line)):
            return False
        return len(line.text.split()) > _SHORT and not any(
            letter.search(words, line) for words in (EDIT, BESIDE, OFFERED)
        )
    return letter.search(ASKS, line) is not None


def weighs(letter: Letter, line: Line) -> bool:
    """Whether a sentence only considers what it says: "we denken aan 9 of 11 mei"."""
    if line.place is Place.SUBJECT or (line.own_label and line.label):
        return False
    if letter.search(TENTATIVE, line):
        return letter.search(SUBMITS, line) is None and letter.search(LATER, line) is None
    return letter.search(POLITE, line) is not None and not any(
        letter.search(words, line) for words in (ANNOUNCES, LISTING, SUBMITS)
    )


def _wants_to_know(line: Line) -> bool:
    return line.text.rstrip().endswith("?") and WANTS_TO_KNOW.match(line.text) is not None


def _when(letter: Letter, told: Sequence[Line]) -> tuple[bool, bool, bool]:
    """Whether these lines tell a day, one of the edition, and a time near it."""
    sent, edition = _sent(letter), letter.edition
    timed = {
        (line.sheet, line.block)
        for line in told
        if any(isinstance(mention, TimeMention) for mention in letter.mentions(line))
    }
    day = in_week = time = False
    lines = (line for line in told for _ in letter.mentions(line))
    for line in dict.fromkeys(letter.first(lines, _MOST_MOMENTS, "dagen en tijden")):
        for mention in _days(letter, line, sent):
            day = True
            in_week = in_week or any(edition.starts <= one <= edition.ends for one in mention.days)
            # for a day in the subject anywhere, for others in their paragraph or one beside it
            time = time or (
                bool(timed)
                if line.place is Place.SUBJECT
                else any((line.sheet, line.block + step) in timed for step in (-1, 0, 1))
            )
            if in_week and time:
                return True, True, True
    return day, in_week, time


def _days(letter: Letter, line: Line, sent: date) -> Iterator[DayMention]:
    """The days on which a line says that something will be, in the edition's week or near it."""
    mentions = letter.mentions(line)
    if not mentions or letter.search(LISTED, line) is not None:
        return
    edition = letter.edition
    # "dinsdag" alone may be anybody's; with its hour it is the activity's
    timed = any(isinstance(mention, TimeMention) and mention.firm for mention in mentions)
    for mention in mentions:
        if not isinstance(mention, DayMention):
            continue
        if not (mention.strong or mention.each or timed or line.label == "date"):
            continue
        first, last = mention.days[0], mention.days[-1]
        if last < sent or first - edition.ends > _NEAR or edition.starts - last > _NEAR:
            continue
        before = line.sheet.text[line.start : mention.start]
        if _BEFORE.search(before[-12:]) and not letter.nouns(line):
            continue  # "graag voor 8 mei"
        if role_of(letter, line, mention) is DateRole.ACTIVITY:
            yield mention


def _addressed(line: Line) -> bool:
    return any(True for _ in addresses(line.sheet.text, line.start, line.end))


def _sent(letter: Letter) -> date:
    if letter.mail.date is None:
        return date.min
    return letter.mail.date.astimezone(letter.edition.zone).date()
