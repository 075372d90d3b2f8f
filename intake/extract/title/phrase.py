"""Names in running text without quotes, and the noun phrase that a writer uses where there is no name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.extract.change_words import CANCELLED, CHANGED
from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.place.gazetteer import is_place
from intake.extract.title.candidate import Candidate, trimmed
from intake.extract.title.name import can_head, extent, has_noun, nobody, organisation
from intake.extract.title.things import naming

_CAPITAL: Final = re.compile(r"[\s:]\s?(?=[A-ZÀ-Ý][^\W\d_])")
# "de Doorbraakochtend", "het Grote Verzuimdebat": capitals within a sentence
_OWN: Final = re.compile(r"\b(?:de|het|een|onze|ons|met|is)\s+(?P<name>(?:[A-ZÀ-Ý][\w-]+\s){0,2})$")
_OF: Final = re.compile(r"\s(?:van|voor)\s(?:(?:de|het)\s)?[A-ZÀ-Ý][\w-]+")
# the rest of a name with a comma: "Kleine stappen, grote sprongen"
_AND_MORE: Final = re.compile(
    r",\s(?!(?:op|in|om|een|met|voor|waar\w*|die|dat|want|maar|en|of|van|door|bij|aan|te|over|het|de|ook|wat|zie|u|je|we|wij|"
    r"ma|di|wo|do|vr|gratis|max\w*|\w+dag\w*|wil\w*|kun\w*|graag|georganiseerd|verzorgd|aanvang|start|\w+en\s(?:weer|ook|samen|graag|mee))\b)"
    r"(?:[a-zà-ÿ][\w'’-]+)(?:,?\s(?!voor\s)[a-zà-ÿ][\w'’-]+){1,3}(?=[.!?:;)]|\s(?:op|van|in|te|om|voor)\s|\s*$)"
)
# "Jong en vrij, 11 mei": what stands before the day and is no sentence
_BEFORE_DAY: Final = re.compile(r"(?:^|[.:]\s)(?P<name>[A-ZÀ-Ý][^.:,;]{3,60})(?:,|\s\()\s*(?:op\s)?$")
_BEHIND_DAY: Final = re.compile(r"\s*[,:]\s+(?P<name>[A-ZÀ-Ý][^.:,;()\d]{3,60}),\s")
# "iets voor lotgenoten: Niet op de foto", up to the end of the sentence
# whose work it is, or whom to ask: "graag met foto: Jan Pel"
_CREDIT: Final = re.compile(
    r"\b(?:foto|foto['’]?s|beeld|bron|tekst|illustraties?|fotograaf|filmer|naam|credits?|copyright|vermelding|\w*vragen|contact\w*|info\w*|"
    r"inlichtingen|door|sprekers?|met|bel|mail|aanmelden|opgave|opgeven|docent\w*|leiding|begeleid\w*|namens|regie|muziek)$",
    re.IGNORECASE,
)
_COLON: Final = re.compile(r"\w:\s+[\"'‘“]?(?P<name>[A-ZÀ-Ý][^.;:!?]{3,60}[!?]?)(?=[.!?]?\s*$|[.!?]\s)")
# "met Stoelenparade, een optocht"; "Stoelenparade is een optocht"
_WHICH: Final = re.compile(
    r"(?:^|\b(?:met|is|aan|naar|voor|van|iets|organiseren|geven|houden)\s)(?:de\s|het\s|ons\s|onze\s)?"
    r"(?P<name>(?!(?:Op|Tijdens|Om|Vanaf|\w+dag)\s)[A-ZÀ-Ý][^.;:!?,]{2,60}?)(?:,|\s+(?:is|wordt))\s+(?P<what>(?:een|de|het|onze)\s[^.;!?\n]{3,80})"
)
_THE: Final = re.compile(r"\b(?:de|het|ons|onze|dit)\s$", re.IGNORECASE)  # "het programma Sterke Schouders"
# a name that is shouted within a sentence: "wij doen VOETBAL ZONDER BEL op 9 mei"
SHOUTED: Final = re.compile(
    r"(?<![\w@.-])[A-ZÀ-Ý]{2,20}(?:[ &'’-]{1,3}[A-ZÀ-Ý]{2,20}){1,6}(?![\w@.-])(?=[^\n]{0,80}[a-zà-ÿ]{3})"
)
# of these a noun is part of the name that is a word long
_MET_AT: Final = frozenset(("bijeenkomst", "inloop"))
_LETTERS: Final = 10  # fewer are an abbreviation
APPOSED: Final = (_COLON, _WHICH)
# "Zorg voor later (9 mei)", behind what the sentence says of it
_OF_DAY: Final = re.compile(
    r"\b(?:[Oo]ver|[Vv]oor|[Bb]ij|[Vv]an|[Bb]etreft|[Aa]ctiviteit|(?:onze|de)\s[a-z]+)\s"
    r"(?P<name>[A-ZÀ-Ý][^.:,;()]{3,60})\s(?:\((?:op\s)?|(?:op|van)\s)$"
)
# what is held, without a noun: "doen mee met Rondje om", "speelt nu Dagboek van ...", "is er Open Erf"
HELD: Final = re.compile(
    r"\b(?:(?P<with>(?:beginnen|starten|openen|trappen|sluiten|doen|afgetrapt|geopend|afgesloten|komen|pakken\s+uit)\s"
    r"(?:[\w.:–-]+\s){0,8}?(?:(?:af|mee)\s)?met:?)|"
    r"(?:speelt|spelen|toont|tonen|draait|draaien|vertoont|vertonen|presenteert|presenteren|organiseert|organiseren|houden|"
    r"vieren|viert|houdt|geven|geeft|doen|verzorgen|verzorgt|is\s+er|is\s+bij\s+ons|hebben)"
    r"(?:\s(?!(?:in|bij|te|van|naar|op|uit|voor|namens|aan|door|met|tot|vanuit|onder|de|onze)\s(?-i:[A-ZÀ-Ý]))[a-zà-ÿ\d.:–-]+){0,9}?)"
    r"\s(?:een\s|het\s|onze\s|ons\s)?(?=(?-i:[A-ZÀ-Ý])[a-zà-ÿ&'’]+)",
    re.IGNORECASE,
)
# "is er een spelletjesmiddag in speeltuin De Berenkuil": the house's name, not the activity's
_IN_HOUSE: Final = re.compile(
    r"\b(?:in|bij|op|te|naar|vanuit)\s+(?:(?:de|het|onze|ons)\s+)?(?!ons\s)[\w-]+\s$"
)
# "in leescafé Het Schrijverke": likewise, behind a noun that is a house
_HOUSE: Final = re.compile(r"(?:caf[ée]|atelier|theater|huis|brasserie)$", re.IGNORECASE)
_IN: Final = re.compile(r"\b(?:in|bij|naar|vanuit)\s+$", re.IGNORECASE)
_INSIDE: Final = re.compile(r"\s[A-ZÀ-Ý]")  # it stands within a sentence, and begins with a capital
# "organiseert De Brug een training": who does it, and what
_SUBJECT: Final = re.compile(
    r"\b[A-ZÀ-Ý][\w'’-]*\s(?:een|onze|haar|zijn|hun|het|de)\b|\s(?:weer|samen)\s|\s(?:een|onze)$"
)
# what is shared where nothing is announced: "foto's van ons stoepkrijten"
SHARED: Final = re.compile(
    r"\b(?P<name>(?:foto'?s|foto’s|beelden|opnames?|filmpjes?|verslag|impressie)\s+van\s+(?:ons|onze|de|het)\s+(?:[\w-]+e\s+)?(?:open\s+)?[\w-]{3,})",
    re.IGNORECASE,
)
# words before a noun that praise or count it, and are no part of what it is called
_PRAISE: Final = (
    r"(?:(?:heel|erg|zeer|echt)\s+)?(?:leuke?|mooie?|unieke?|bijzondere?|fijne?|toffe?|gave?|prachtige?|boeiende?|spannende?|geweldige?|"
    r"eerste|tweede|derde|vierde|vijfde|volgende|laatste|vorige|komende|jaarlijkse?|nieuwe?|eigen|hele|halve|zelfde|andere|aparte?|"
    r"genoemde|bijgevoegde|onderstaande|bovenstaande|betreffende|geplande|eenmalige?|korte?|kosteloze?|speciaal|twee|drie|vier)"
)
_ARTICLE: Final = re.compile(
    r"\b(?:(?:houdt|geeft|organiseert|verzorgt)\s+(?:het|de|ons|onze)\s+[\w-]+|houdt?|houden|geeft?|geven|organiseren|organiseert|verzorgen|verzorgt|doe|doen|doet|een|[Oo]nze|[Oo]ns|[Dd]e|[Hh]et|[Ee]en|"
    rf"extra|deze|dit|er|wij|we|weer|ook)\s+(?!(?:een|de|het)\b)(?:{_PRAISE}\s+)*"
    r"(?P<name>(?:(?:extra|open|online|gratis|mini|stil|klein|groot|rustig|gezellig|besloten|[a-zà-ÿ]{3,20}(?<!ij)(?<!we)(?<!de)e|(?:rond|lop|mob|lev)ende|besloten)\s+){0,2}"
    r"[\w-]+)"
)
_COMPLEMENT: Final = re.compile(
    r"\s+(?:voor|over|in(?=\s[a-z]{6})|met|rond|rondom|van|leerplicht|(?:(?-i:[a-z])\w*(?=[.,]|$)))\s*(?P<what>[^.;:!?,(]{2,60})?"
)
# what is taught: "een proefles kinderyoga op", "de workshop muurschilderen voor"
_TEACHES: Final = re.compile(r"(?:les|lessen|workshop|cursus|training|clinic|masterclass)$", re.IGNORECASE)
_TAUGHT: Final = re.compile(
    r"\s(?!(?:waar|tijdens|tussen|binnen|rondom|vanaf|vanuit|zonder|samen|speciaal|gratis|online|alleen|komende?|georgan|aange|plaats|opgenomen|bijwonen|volgen|geven|houden|verzorgen|aanbieden|organiseren|"
    r"(?:ge|ver|be)[a-z]+(?:d|t)\b|ge[a-z]+en\b|(?:maan|dins|woens|donder|vrij|zater|zon)dag))(?P<what>[a-zà-ÿ-]{5,30})(?=\s(?:op|in|voor|van|bij|te|aan|door|om|met|tijdens|die|waar\w*)\s|\s?[.,;:(–]|\s*$)"
)
_STOP: Final = re.compile(
    r"\s+(?:op|in\s+(?:de|het|onze|ons|een|(?-i:[A-Z])\w*)|om|van\s+(?:\d|\w+dag|half)|bij|waar\w*|die|dat|aan|te|tijdens|"
    r"met\s+als\s+(?:onderwerp|thema|doel)|voor\s+(?:de\s+)?(?:actieweek|landelijke)|en\s+(?:wel|we|wij|is)|wordt|is|zijn|vindt|organiseren|houden|gaat|niet|omdat|om|tussen|vanaf|naar)\b",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r"\s+(?:die|dat|waar\w*)$")
# "koffie met de wethouder": with whom is part of it
_WITH: Final = re.compile(
    r"\s(?:(?:de|het|een|onze)\s)?[\w'’-]{3,}(?:\s[\w'’-]{4,})?(?=\s?[,.;:!?(]|\s(?:op|in|van|voor|over)\s|\s*$)"
)
_ANNOUNCES: Final = re.compile(
    r"\b(?:organise|houden|houdt|geven|geeft|verzorg|is\s+er|zijn\s+er|bied|vindt|gaat|verplaats|vervalt|doen|nodig|"
    r"hebben|meedoen|staat|aandacht|agenda)",
    re.IGNORECASE,
)


def behind_noun(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A name without quotes behind its noun: "de familievoorstelling Pinokkio speelt"."""
    text = line.sheet.text
    day = ["day"] if any(isinstance(m, DayMention) for m in letter.mentions(line)) else []
    kinds = {start: kind for kind, start, _ in letter.nouns(line)}
    for start, end in naming(letter, line):
        match = _CAPITAL.match(text, end, line.end)
        house = _HOUSE.search(text[start:end]) and _IN.search(text, max(line.start, start - 12), start)
        if match is not None and not house:
            stop = _before_day(letter, line, match.end(), extent(text, match.end(), line.end))
            name = text[match.end() : stop]
            free = ["free"] if _THE.search(text, max(line.start, start - 12), start) else []
            if not is_place(name.split()[0] if name.split() else "") and (free or nobody(name)):
                more = _AND_MORE.match(text, stop, line.end)
                if more is not None:
                    yield from trimmed(line, match.end(), more.end(), "noun", *day)
                yield from trimmed(line, match.end(), stop, "noun", *day, *free)
                named = text[start].isupper() and start > line.value and " " not in name
                if named and kinds.get(start) in _MET_AT:  # "op 9 mei Kletstafel Verzuim"
                    yield from trimmed(line, start, stop, "noun", *day, "named")
                if " " in text[start:end] and text[start:end].istitle():  # "Open Podium Buitenlui"
                    yield from trimmed(line, start, stop, "noun", *day, "named")
        own = _OWN.search(text[max(line.start, start - 40) : start])
        if own is not None and (text[start].isupper() or own.group("name")):
            more = None if has_noun(text[start:end]) else _OF.match(text, end, line.end)  # "Dag van de ..."
            yield from trimmed(
                line, start - len(own.group("name")), more.end() if more else end, "noun", *day
            )


def _before_day(letter: Letter, line: Line, start: int, stop: int) -> int:
    """Where a name ends at the latest: at the day that is told behind it."""
    for mention in letter.mentions(line):
        if start < mention.start < stop:
            return mention.start
    return stop


def apposed(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A name beside what it is: "met Stoelenparade, een optocht", "iets voor ouders: Even bijpraten"."""
    for match in letter.finditer(_COLON, line):
        told = line.sheet.text[line.start : match.start() + 1]
        if _CREDIT.search(told):
            continue
        if not line.own_label and (
            has_noun(told)
            or letter.search(_ANNOUNCES, line)
            or any(end <= match.start() + 20 for _, end in naming(letter, line))
        ):
            yield from trimmed(line, *match.span("name"), "noun", "free")
        elif not line.own_label:
            yield from trimmed(line, *match.span("name"), "subject", "free")
    for match in letter.finditer(_WHICH, line):
        if has_noun(match.group("what")) and not has_noun(match.group("name")):
            yield from trimmed(line, *match.span("name"), "noun")


def held(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A name behind what is done with it, where no noun tells what it is: "wij geven Samen sterk"."""
    text = line.sheet.text
    if line.own_label or line.row >= 0 or _INSIDE.search(text, line.start, line.end) is None:
        return
    for match in letter.finditer(HELD, line):
        stop = _before_day(letter, line, match.end(), extent(text, match.end(), line.end))
        name = text[match.end() : stop]
        if (
            nobody(name)
            and not organisation(name)
            and not is_place(name.split()[0])
            and not _SUBJECT.search(name)
            and not _IN_HOUSE.search(text, match.start(), match.end())
        ):
            day = any(isinstance(m, DayMention) for m in letter.mentions(line))
            yield from trimmed(line, match.end(), stop, "held", *(["day"] if day else []))


def shared(letter: Letter, line: Line) -> Iterator[Candidate]:
    """What a mail shares for the toolbox: "foto's van ons stoepkrijten"."""
    for match in letter.finditer(SHARED, line):
        yield from trimmed(line, *match.span("name"), "shared")


def shouted(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A name in capitals amid small letters."""
    if line.own_label or line.row >= 0 or line.place is Place.DOCUMENT:
        return
    day = ["day"] if any(isinstance(m, DayMention) for m in letter.mentions(line)) else []
    for match in letter.finditer(SHOUTED, line):
        name = match.group()
        if len(name) >= _LETTERS and nobody(name) and not organisation(name):
            yield from trimmed(line, *match.span(), "noun", *day)


def before_day(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A name before its day, or between day and hour: "de gegevens: Jong en vrij, 11 mei, 16 uur"."""
    mention = next((m for m in letter.mentions(line) if isinstance(m, DayMention)), None)
    if mention is None or line.own_label:
        return
    told = line.sheet.text[line.value : mention.start]
    match = _OF_DAY.search(told[-100:])
    if match is not None and nobody(match.group("name")) and not organisation(match.group("name")):
        begin = mention.start - len(told[-100:]) + match.start("name")
        yield from trimmed(line, begin, begin + len(match.group("name")), "held")
        return
    match = _BEFORE_DAY.search(told)
    if match is not None and can_head(match.group("name"), headed=False):
        begin = line.value + match.start("name")
        yield from trimmed(line, begin, begin + len(match.group("name")), "subject")
    behind = _BEHIND_DAY.match(line.sheet.text, mention.end, line.end)
    timed = behind is not None and any(m.start >= behind.end() for m in letter.mentions(line))
    if behind is not None and timed and can_head(behind.group("name"), headed=False):
        yield from trimmed(line, *behind.span("name"), "subject")


def noun_phrase(letter: Letter, near: Sequence[Line]) -> Iterator[Candidate]:
    """The noun with what goes with it: "organiseren wij een inloopmiddag voor ouders"."""
    for line in near:
        ends = {end: start for _, start, end in letter.nouns(line)}
        if not ends:
            continue
        text = line.sheet.text
        day = any(isinstance(m, DayMention) for m in letter.mentions(line))
        announced = any(letter.search(words, line) for words in (_ANNOUNCES, CHANGED, CANCELLED))
        marks = ["phrase"] if day or announced else ["stray"]
        told = ["day"] if day or announced else []
        for match in letter.finditer(_ARTICLE, line):
            start, end = match.span("name")
            if end not in ends:
                end = next((stop for stop, begin in ends.items() if start <= begin <= end), 0)
            if end:
                yield from trimmed(line, start, _complement(letter, line, end), *marks, *told)
        if line.start == line.first or line.label or day:
            for end, start in ends.items():
                if not _unsaid(letter, line, text[line.value : start]) or _behind_time(letter, line, start):
                    yield from trimmed(
                        line, start, _complement(letter, line, end), *marks, *(["day"] if day else [])
                    )


def _unsaid(letter: Letter, line: Line, before: str) -> str:
    """What stands before a line's noun besides its day."""
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention) and line.sheet.text[mention.start : mention.end] in before:
            before = before.replace(line.sheet.text[mention.start : mention.end], "")
    return before.strip(" :,-–*\t")


def _behind_time(letter: Letter, line: Line, at: int) -> bool:
    """Whether nothing stands between a noun and the day or hour before it: "di 9 mei 14.00u themamiddag"."""
    before = [mention.end for mention in letter.mentions(line) if mention.end <= at]
    between = line.sheet.text[before[-1] : at].strip(" :,–|-\t").lower() if before else "?"
    return between in ("", "gratis", "een", "een gratis")


def _complement(letter: Letter, line: Line, end: int) -> int:
    """Where the noun phrase ends: behind "voor ouders van thuiszitters", "over schoolverzuim"."""
    text = line.sheet.text
    taught = _TAUGHT.match(text, end, line.end) if _TEACHES.search(text, line.start, end) else None
    end = taught.end() if taught is not None else end
    beside = _WITH.match(text, end, line.end) if text.endswith(" met", 0, end) else None
    if beside is not None:
        return beside.end()
    match = _COMPLEMENT.match(text, end, line.end)
    if match is None:
        return end
    stop = _before_day(letter, line, end, match.end())
    cut = _STOP.search(text, end + 1, stop)
    if cut is not None:
        if _RELATIVE.match(cut.group()) and match.group().startswith(" voor"):
            return end  # "een open ochtend voor gezinnen die zoeken": whom it is for, and only half of it
        stop = cut.start()
    return stop if len(text[end:stop].split()) > 1 or "leerplicht" in text[end:stop] else end
