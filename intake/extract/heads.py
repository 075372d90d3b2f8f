"""Where one activity of several begins in a text: at its label, number, title, day or sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.dates.words import NUMBERS
from intake.extract.days_told import days_told
from intake.extract.labels import numbered
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.signs.announcing import ANNOUNCES
from intake.extract.title.name import can_head

_COUNT: Final = re.compile(
    r"\b(?:twee|drie|vier|vijf|zes|meerdere|enkele|diverse|[2-9]\s?[x×]?)\s+(?:dingen|activiteiten|"
    r"workshops|bijeenkomsten|lezingen|trainingen|bijdragen|evenementen|momenten|programmaonderdelen|"
    r"middagen|avonden|keer)|\b[2-9]\s?[x×]\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\b(?P<number>twee|drie|vier|vijf|zes|[2-9])\s+(?:\w+\s+)?(?:dingen|activiteiten|workshops|bijeenkomsten|lezingen|"
    r"trainingen|bijdragen|evenementen|acties|initiatieven|onderdelen)\b",
    re.IGNORECASE,
)
ORDER: Final = re.compile(
    r"\b(?:in\s+de\s+(?:eerste|tweede|derde|vierde)\s+plaats|ten\s+(?:eerste|tweede|derde)|daarnaast|verder|"
    r"bovendien|ook|eveneens|tevens|daarbij|als\s+laatste|op\s+de\s+valreep|tot\s+slot|en\s+dan|(?:eerste|"
    r"tweede|derde|andere|laatste)\s+(?:activiteit|bijeenkomst|workshop|lezing)|later\s+(?:in|die)|ten\s?slotte|"
    r"(?:en|maar)\s+(?:dan\s+)?(?:op\s+)?(?:\w+dag\w*|de\s+dag)|nog\s+(?:een|iets)|"
    r"aan\s+het\s+eind(?:e)?\s+van\s+de\s+week)\b",
    re.IGNORECASE,
)
# an activity that goes on, comes again or has parts is still that activity
GOES_ON: Final = re.compile(
    r"\b(?:herha\w+|nogmaals|vervolg\w*|afslui\w*|slui(?:t|ten|ting)|opnieuw|open(?:en|t|ing)|geopend|(?:zelf|het)zelfde|"
    r"(?:eerste|tweede|derde|laatste)\s+(?:deel|keer|dag|ochtend|middag|avond|bijeenkomst|groep|sessie)|slot\w*|"
    r"(?:deel|dag|groep|sessie|ronde|blok)\s+\w\b|ontvangst|inloop|start|einde|vertrek\w*|aan(?:komst|komen)|komen\s+we)\b",
    re.IGNORECASE,
)
# what is held beside an activity and belongs to it
OF_IT: Final = re.compile(
    r"\b(?:\w*repetitie|try-?out|voorbereiding\w*|opbouw\w*|terugkom\w*|bestaat\s+uit|onderdeel|voorbespreking|evaluatie|gesloten)\b",
    re.IGNORECASE,
)
# "we trappen af met een lezing", "we sluiten af met een ontbijt"
_BEGINS_WITH: Final = re.compile(
    r"\b(?:trappen|starten|beginnen|openen|sluiten|eindigen)\b[^.;:!?]{0,60}?\bmet\s+(?:een|de|het|onze|ons)\b",
    re.IGNORECASE,
)
# what is to be seen for days on end, and what is held beside it and belongs to it
_ON_SHOW: Final = re.compile(
    r"\b(?:hang(?:t|en)|te\s+(?:zien|bekijken|bezichtigen|bewonderen)|tentoongesteld|exposeren|exposeert|staa[tn]\b[^.;]{0,60}\b(?:vol|tentoon)|"
    r"(?:kunt|kun|kan|kunnen)\b[^.;]{0,60}\bzien)\b",
    re.IGNORECASE,
)
_OF_SHOW: Final = re.compile(
    r"\b(?:open(?:t|en|ing)|geopend|onthul\w*|vernissage|finissage|rondleiding\w*|toelicht\w*|kunstenaar\w*|makers?|erbij|daarbij|erover)\b",
    re.IGNORECASE,
)
_WHAT: Final = re.compile(r"(?:\s+(?:uur|u))?\s*:\s+(?=\w)", re.IGNORECASE)
_LEADS: Final = ("", "op", "en op", "ook op", "verder op", "daarnaast op", "tot slot op", "en", "en dan")
_FEW: Final = 5  # words


def title_label(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that says the title behind a label: "Wat: Leescafé"."""
    del letter
    return lines[number].label == "title" and lines[number].own_label and lines[number].column < 0


def by_number(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that begins with its number in a list, with a day in it or below it."""
    line = lines[number]
    if line.start != line.first or line.row >= 0:
        return False
    if numbered(line.whole) is None:
        return False
    following = [one for one in lines[number : number + 6] if one.block - line.block <= 2]
    return any(has_day(letter, one) for one in following)


def day_heading(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that begins with a day, or a bullet that does, and has more than the day in or under it."""
    line = lines[number]
    if line.start != line.first or line.row >= 0:
        return False
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            lead = line.sheet.text[line.value : mention.start].strip(" *_-–•·►>").lower()
            starts = lead in ("", "op", "en op", "op de") and (mention.strong or len(line.whole.strip()) < 30)
            return starts and not mention.week and role_of(letter, line, mention) is DateRole.ACTIVITY
    return False


def dated_bullet(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A bullet that names its own day and time: "- Leescafé (voor ouders): maandag 8 mei, 19.30 uur"."""
    line = lines[number]
    if not line.bullet or line.start != line.first:
        return False
    same = [one for one in lines[number : number + 4] if one.first == line.first]
    return any(has_day(letter, one) for one in same) and (
        has_times(letter, same) or _whole_days(letter, same)
    )


def _whole_days(letter: Letter, lines: Sequence[Line]) -> bool:
    """Whether lines tell a run of days with their dates, and what is to be seen then."""
    runs = any(
        isinstance(m, DayMention) and m.run and m.dated for line in lines for m in letter.mentions(line)
    )
    return runs and any(letter.nouns(line) for line in lines)


def day_sentence(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A sentence that begins with its own day, in a mail that says how many activities there are."""
    line = lines[number]
    if line.row >= 0 or line.label:
        return False
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            return (
                _lead(line, mention) in _LEADS
                and mention.strong
                and not mention.week
                and _counted(letter, lines)
                and role_of(letter, line, mention) is DateRole.ACTIVITY
            )
    return False


def own_sentences(letter: Letter, lines: Sequence[Line]) -> list[int]:
    """The sentences that each tell day, hour and noun of their own, where they are set beside each other.

    "Op 9 mei om 19.30 uur is er een ouderavond. Daarnaast geven wij op 11 mei om 13 uur een training."
    """
    found = [number for number, line in enumerate(lines) if _names_both(letter, line)]
    telling = [
        number
        for number, stop in zip(found, [*found[1:], len(lines)], strict=False)
        if _on_show(letter, lines[number])
        or has_times(letter, [line for line in lines[number:stop] if line.block == lines[number].block])
    ]
    named = set(found) - set(telling)
    if any(_of_one_day(letter, lines[one], [lines[day] for day in named if day < one]) for one in telling):
        return []  # the parts of a programme, under its day
    told = [lines[one] for one in telling]
    if len({_noun(letter, line) for line in told}) < len(told):
        return []  # the same is told twice
    if any(_on_show(letter, line) for line in told) and any(letter.search(_OF_SHOW, line) for line in told):
        return []
    if _counted(letter, lines) or any(letter.search(ORDER, line) for line in told):
        return telling
    if any(letter.search(GOES_ON, line) and not letter.search(_BEGINS_WITH, line) for line in told[1:]):
        return []
    alike = all(_begins_with_day(letter, line) for line in told)
    if alike:
        return telling
    others = [
        line for line in lines if line not in told and has_day(letter, line) and has_times(letter, [line])
    ]
    return telling if _each_has_all(letter, told) and not others else []


def _each_has_all(letter: Letter, told: Sequence[Line]) -> bool:
    """Whether sentences each tell another day, with hour and noun: "Onze film is op 9 mei om 20 uur"."""
    days = [frozenset(days_told(letter, [line])) for line in told]
    if len(set(days)) < len(days) or any(letter.search(OF_IT, line) for line in told):
        return False
    return all(_on_show(letter, line) or (letter.nouns(line) and has_times(letter, [line])) for line in told)


def _on_show(letter: Letter, line: Line) -> bool:
    """Whether a sentence tells of something to be seen on a run of days, at no hour of its own."""
    runs = any(isinstance(m, DayMention) and m.run and m.dated for m in letter.mentions(line))
    return runs and letter.search(_ON_SHOW, line) is not None and not has_times(letter, [line])


def _of_one_day(letter: Letter, line: Line, named: list[Line]) -> bool:
    """Whether a sentence tells an hour of a day that one before it names: "'s Ochtends is er een lezing"."""
    days = [mention for mention in letter.mentions(line) if isinstance(mention, DayMention)]
    if not days or not days[0].follows:
        return False
    return any(
        isinstance(mention, DayMention) and mention.days == days[0].days
        for one in named
        for mention in letter.mentions(one)
    )


def _names_both(letter: Letter, line: Line) -> bool:
    """Whether a sentence tells a day, and what will be: by a noun, or by a verb beside its hour."""
    if line.row >= 0 or line.label not in ("", "audience"):
        return False
    if not has_day(letter, line):
        return _on_show(letter, line)
    if letter.nouns(line) or _headed_by_day(letter, line) or _on_show(letter, line):
        return True
    return has_times(letter, [line]) and any(
        letter.search(words, line) for words in (ANNOUNCES, _BEGINS_WITH)
    )


def _headed_by_day(letter: Letter, line: Line) -> bool:
    """Whether day and hours head what a line tells: "Di 9 mei van 13 tot 15 uur: pannenkoeken bakken"."""
    if not _begins_with_day(letter, line) or not has_times(letter, [line]):
        return False
    return _WHAT.match(line.sheet.text, letter.mentions(line)[-1].end, line.end) is not None


def _noun(letter: Letter, line: Line) -> str:
    return next((line.sheet.text[a:b].lower() for _, a, b in letter.nouns(line)), line.text)


def _begins_with_day(letter: Letter, line: Line) -> bool:
    days = [mention for mention in letter.mentions(line) if isinstance(mention, DayMention)]
    return bool(days) and _lead(line, days[0]) in _LEADS


def _lead(line: Line, mention: DayMention) -> str:
    return line.sheet.text[line.start : mention.start].strip(" *-–•·").lower()


def counted(letter: Letter, lines: Sequence[Line]) -> int:
    """How many activities a text says that it announces; 0 where it does not say."""
    for _, match in letter.matches(_NUMBER, (*lines, *letter.at(Place.SUBJECT))):
        said = match.group("number").lower()
        return NUMBERS.get(said) or (int(said) if said.isdigit() else 0)
    return 0


def _counted(letter: Letter, lines: Sequence[Line]) -> bool:
    """Whether the text says that it announces several: "drie dingen", "twee workshops"."""
    return any(letter.those(lines, _COUNT)) or any(letter.those(letter.at(Place.SUBJECT), _COUNT))


def titled(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A paragraph under a heading of its own that tells a day and a time."""
    line = lines[number]
    first = number == 0 or lines[number - 1].block != line.block
    if not first or line.start != line.first or line.row >= 0 or line.label not in ("", "title"):
        return False
    block = [one for one in lines[number : number + 14] if one.block == line.block]
    if (
        len(block) < 2
        or not can_head(line.sheet.text[line.value : line.last].strip(" *_:–—-"), headed=True)
        or letter.mentions(line)
    ):
        return False
    return any(has_day(letter, one) for one in block[1:]) and has_times(letter, block)


def has_times(letter: Letter, group: list[Line]) -> bool:
    """Whether lines name an hour."""
    found = (m for line in group for m in letter.mentions(line) if isinstance(m, TimeMention))
    return any(mention.firm or mention.ends is not None for mention in found)


def has_day(letter: Letter, line: Line) -> bool:
    """Whether a line names a day on which an activity is; a bare weekday is one beside its hour."""
    timed = None
    for mention in letter.mentions(line):
        if not isinstance(mention, DayMention):
            continue
        if not mention.strong and line.label != "date":
            timed = has_times(letter, [line]) if timed is None else timed
            if not timed or mention.dated or mention.week or mention.each:
                continue
        if role_of(letter, line, mention) is DateRole.ACTIVITY:
            return True
    return False


def leads(letter: Letter, group: Sequence[Line]) -> bool:
    """Whether a paragraph begins with its day, in few words: "Dinsdag kan iedereen een kijkje nemen"."""
    for mention in letter.mentions(group[0]):
        if isinstance(mention, DayMention):
            soon = len(_lead(group[0], mention).split()) <= _FEW and not mention.week
            return soon and role_of(letter, group[0], mention) is DateRole.ACTIVITY
    return False


def named_day(letter: Letter, lines: Sequence[Line], number: int) -> bool:
    """A line that says what or for whom, then when: "Voor ouders: dinsdag 9 mei, 19.30 uur, De Hal"."""
    line = lines[number]
    if line.start != line.first or line.row >= 0 or line.label not in ("", "audience", "title"):
        return False
    same = [one for one in lines[number : number + 4] if one.first == line.first]
    days = [m for m in letter.mentions(line) if isinstance(m, DayMention)]
    if not days or not has_day(letter, line) or not has_times(letter, same):
        return False
    lead = line.sheet.text[line.start : days[0].start].rstrip()
    named = lead[-1:] in (":", "-", "–") and len(lead.split()) <= _FEW and GOES_ON.search(lead) is None
    whom = line.label == "audience" or lead.lower().startswith("voor ")
    return named and (whom or bool(letter.nouns(line)))


_HEADS: Final = (title_label, by_number, titled, day_heading, dated_bullet, named_day, day_sentence)


def heads(letter: Letter, lines: Sequence[Line]) -> Iterator[list[int]]:
    """The numbers of the lines with which activities begin, as each way of telling several has them."""
    for is_head in _HEADS:
        yield [number for number, _ in enumerate(lines) if is_head(letter, lines, number)]
    yield own_sentences(letter, lines)
