"""Names that the writer points at: behind a label, behind "heet" and "onder de titel", in quotes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.registering import REGISTER
from intake.extract.title.candidate import Candidate, trimmed
from intake.extract.title.name import extent, goes_on, has_noun, nobody, organisation, sentence
from intake.extract.title.things import naming

QUOTED: Final = re.compile(
    r"[‘](?P<a>[^‘’]{2,90}(?:’(?=[a-z])[^‘’]{1,60})?)[’]|[“„](?P<b>[^“”„]{2,110})[”“]|"
    r"(?<!\w)\"(?P<c>[^\"]{2,110}?)\"(?!\w)|(?<![\w'])'(?P<d>[A-ZÀ-Ý](?:[^']|'(?=\w)){2,90}?)'(?!\w)|"
    r"(?<![\w'])'(?P<g>[a-zà-ÿ](?!\s)[^'\n]{3,60})'(?!\w)|,,(?P<h>[^,'’”\"\n]{2,110})(?:''|’’|”|\")|«(?P<e>[^»\n]{2,90})»|(?<![\w*])\*(?P<f>(?-i:[A-ZÀ-Ý])[^*\n]{2,70})\*(?![\w*])"
)
_MANNER: Final = (
    r"(?:\s+(?:dit\s+jaar|ditmaal|dan\s+ook|toepasselijk|simpelweg|gewoon|heel\s+\w+|deze\s+keer|voorlopig))?"
)
_TITLE: Final = r"(?:werk)?titel|naam|noemer"
_CALLS: Final = (
    rf"\b(?:(?<=[.!?]\s)(?:naam|titel)(?=\s*:)|heet|heten|hete|getiteld|genaamd|gedoopt\s+tot|(?:met|onder|heeft|draagt|krijgt|kreeg)\s+(?:als|de|het)\s+"
    rf"(?:{_TITLE})|(?:als|de|het)\s+(?:{_TITLE})\s+(?:is|luidt|wordt|kozen\s+we)|"
    rf"(?:onze|de|mijn)\s+(?:activiteit|bijdrage|actie)\s+(?:is|wordt)|"
    rf"(?:zelfde|onze)\s+(?:{_TITLE})|luistert\s+naar\s+de\s+naam|"
    r"noem(?:en|t)?\s+(?:(?:wij|we|hij|zij|ik)\s+)?(?:het|dit|dat|hem|deze)(?:\s+maar)?|(?:het|dit|dat|hem)\s+(?:wij|we)?\s?noemen|"
    r"die\s+(?:we|wij)\s+\w+\s+noemen|(?:die|dat|deze|hem)\s+noem(?:en|t)?\s+(?:we|wij|ik|zij|ze|hij)|"
    r"heet\s+(?:het|dit|dat|die|hij|ie|ze|(?:de|het|onze|deze|dit)\s+[\w-]+)(?:\s+(?:ook|dan|dus|nu|gewoon|bij\s+ons))*"
    r"(?:\s+(?-i:de|het)(?=\s(?-i:[A-ZÀ-Ý])))?)"
)
_THEMES: Final = (
    r"\b(?:(?:het\s+)?(?:thema|motto|onderwerp)(?:\s+van\s+(?:de|het|onze|deze)\s+[\w-]+)?(?:\s+(?:is|luidt))?|"
    r"in\s+het\s+teken\s+van)"
)
# a sentence that begins with the name: "Onder de titel ... geven wij", "Met als motto ... lopen we"
_OPENING: Final = re.compile(r"\W*(?:onder|met|rond|in)?\s*", re.IGNORECASE)
_OPENS: Final = r"(?:\s*:\s+\(?|\s+\(?(?=(?-i:[A-ZÀ-Ý\d])))(?=\w)"
_CALLS_IT: Final = re.compile(
    rf"(?:(?P<called>{_CALLS})|(?P<theme>{_THEMES})){_MANNER}(?:\s+(?-i:de|het|een)(?=\s(?-i:[A-ZÀ-Ý])))?{_OPENS}",
    re.IGNORECASE,
)
# the same in small letters, of who writes no others: "het heet thuis in muziek"
_CALLS_SMALL: Final = re.compile(
    r"\b(?:(?:het|dit|hij|ie)\s+heet|de\s+(?:titel|naam)\s+(?:is|wordt))\s+"
    r"(?!(?:tegenwoordig|voortaan|anders|hetzelfde|vroeger|dat|dan|ook|nu|bij|gewoon|weer|niet|nog|dus|zo|voorlopig|officieel|geen|wel|vanaf|sinds|eigenlijk|toch|al|volgt)\b)"
    r"(?P<name>(?-i:[a-zà-ÿ])[^.;:!?,()\n]{3,60}?)(?=\s+en\s+(?:is|wordt|begint|start|duurt|we|wij|kost)\b|\s+(?:op|om)\s+(?:\d|\w+dag)|\s*[.!?,;(]|\s*$)",
    re.IGNORECASE,
)
# "die we Samen sterk noemen", "die de titel Samen sterk draagt", "onze middag Samen sterk gedoopt"
_AROUND: Final = re.compile(
    r"\b(?:(?:die|dat|wat|hebben|noemen)\s+(?:we|wij)(?:\s+(?:onze|deze|de|het|dit)\s+[\w-]+)?|(?:de|als)\s+(?:titel|naam))\s+"
    r"(?P<name>[A-ZÀ-Ý][^.;:!?,]{1,60}?)\s+(?:noemen|genoemd|hebben\s+genoemd|gedoopt|draagt|dragen|kreeg|"
    r"gekregen|meekreeg|mee|hebben\s+gegeven|gegeven|gaven)\b"
)
# "Samen sterk, zo heet onze middag", "Samen sterk heet het"
_BEHIND: Final = re.compile(
    r"(?!(?:Daarom|Dan|Zo|Ook|Vandaar|Voorlopig|Officieel|Nu|Hier|Thuis|Eigenlijk|Toepasselijk|Bij|Op|In|Hoe|Wat|Waarom|Ditmaal|Inmiddels|Voortaan|Gewoon|Simpelweg|Kortweg|Nog|Dus|"
    r"(?:[Dd](?:it|eze|at)|[Vv]orige?|[Vv]olgende?|[Dd]e|[Aa]ndere?)\s(?:keer|jaar|maal|week|editie|ronde))\s)"
    r"(?P<name>[A-ZÀ-Ý][^.;:,]{1,60}?)(?<!\swij)(?<!\swe)[,!?.]*\s+(?:[Zz]o\s+)?(?:heet|noemen)\s+(?:het|onze|de|dit|deze|wij|we|die|hij|ie|ze|ons)\b"
    r"(?![^.;:!?\n]{0,40}[\"“„‘'](?=\w))"
)
CALLED: Final = (_CALLS_IT, _CALLS_SMALL, _AROUND, _BEHIND)
_NAMES: Final = re.compile(
    r"\b(?:het\s+(?:eerste|tweede|derde|andere)\s+is|(?:heet|heten|werd|wordt)(?:\s+(?:de|het|onze|ons|deze|dit|zijn|haar)\s+[\w-]+)?|getiteld|genaamd|\w*titel|naam|noemer|genoemd|gedoopt|noem(?:en|t)?\s+(?:we\s+|wij\s+)?"
    rf"(?:het|dit|hem|deze)(?:\s+(?:maar|gewoon|dan))?|motto|thema|onderwerp){_MANNER}(?:\s+(?:is|luidt))?{_MANNER}\s*:?\s*$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\W{0,3}(?:zo\s+)?(?:heet|noemen|genoemd|gedoopt|hebben\s+(?:we|wij)\s+(?:dat|het|dit|die)\s+(?:gedoopt|genoemd)|is\s+de\s+(?:titel|naam)|(?:is\s+)?(?:een|de|het)\s+(?:\w+\s){0,2}"
    r"\w*(?:avond|middag|ochtend|tentoonstelling|voorstelling|lezing|bijeenkomst|film|workshop|training))\b",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    r"\baldus|\bzeg\w*|\bvraag|\bwoorden\b|\bzei\b|\bvindt\b|\bvertel\w*|\broep\w*|\bdenk\w*|\bo\.?v\.?v\b|"
    r"\bwoord\b|\bterm\b|\bbegrip\b|\bvermelding\b",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"\b(?:in|bij(?!\s+ons)|van|te|naar|zaal|stichting|school|basisschool|locatie)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# what goes on about the activity behind its name: "Tafel van Tien, een gesprek tussen ..."
_ASIDE: Final = re.compile(
    r",\s+(?:een|met|voor|waar\w*|over|door|dat|die|in|op|van|onder|te|speciaal|bedoeld|verzorgd|je|jullie|u|we|wij|"
    r"iedere?|elke?|steeds|telkens)\s|\s\((?=[^)]*$|[^)]*\)\W*$)",
    re.IGNORECASE,
)
# and what it is: "Niemand langs de kant, themamiddag voor mentoren"
_KIND: Final = re.compile(r",\s+(?P<kind>[a-zà-ÿ][\w-]+)(?=\s|$)")
# a label that is filled in with nothing, or with how one is addressed
_UNTOLD: Final = re.compile(
    r"\W*(?:(?:nog\s+)?(?:niet|on)\s?bekend|volgt(?:\s+(?:nog|later))?|(?:nog\s+)?(?:te\s+bepalen|nader\s+te\s+bepalen)|n\.?v\.?t|"
    r"zie\s+\w+|t\.?b\.?d|geen|mevr(?:ouw|\.)|mw|de\s+heer|dhr|drs?|prof)\W*",
    re.IGNORECASE,
)
_NEXT_LABEL: Final = re.compile(
    r"[.;|]\s+[A-Z][a-z]{2,15}(?:\s[a-z]{2,12})?:\s|,\s+(?:datum|dag|wanneer|tijd|plaats|locatie|waar|voor\s+wie|doelgroep):\s"
)  # "Even op adem. Datum: 9 mei"
_DESCRIBED: Final = re.compile(r"(?:een|onze|ons|we|wij|het|er)\s", re.IGNORECASE)
_STOP: Final = re.compile(r"[.!?]\s")
_SENTENCE: Final = re.compile(r"[.;:!?,()\t]")
_FULL_STOP: Final = re.compile(r"[.;!?](?:\s|$)|[()\t\"“”]")
_FEW: Final = 6
_MANY: Final = 9
_FINITE: Final = re.compile(
    r"\b(?:is\s+(?:vol|al|helaas|afgelast|geannuleerd|online)|vindt|wordt|begint|start|duurt|kost|en\s+(?:is|gaat|heeft|komt|vertelt|laat|toont|staat)|speelt|draait|hangt|gaat|komt|houden|organiseren|geven|is\s+(?:op|te|er)|op\s+\w*dag|"
    r"op\s+\d|in\s+(?:onze|de)|mee)\b",
    re.IGNORECASE,
)
_ABOUT: Final = ("text", "kind", "date", "time", "place")
_NAME_LABEL: Final = re.compile(r"\W*(?:\d\W+)?(?:[Tt]itel|[Nn]aam|TITEL|NAAM|[Tt]hema|THEMA|Hoe\s+heet)")


def labelled(letter: Letter, line: Line) -> Iterator[Candidate]:
    """A label's value; where it goes on about the activity, its first words or the quotes in it."""
    del letter
    text = line.sheet.text
    last = line.last if line.column < 0 else line.end
    start, end = line.value, last if last - line.value <= 70 else line.end
    if _UNTOLD.fullmatch(text, start, end):
        return
    name = _NAME_LABEL.match(text, line.start, line.value) is not None
    quotes = list(QUOTED.finditer(text, line.value, last))
    if quotes and (last - line.value > 50 or not text[start : quotes[0].start()].strip()):
        group = str(quotes[0].lastgroup)
        yield from trimmed(line, quotes[0].start(group), quotes[0].end(group), "label")
        return
    aside = _ASIDE.search(text, start + 3, end)
    beside = _NEXT_LABEL.search(text, start + 3, end)
    cuts = [cut.start() for cut in (aside, beside) if cut is not None]
    cuts += [match.start() for match in _KIND.finditer(text, start + 3, end) if has_noun(match.group("kind"))]
    end = min(cuts, default=end)
    yield from trimmed(line, start, end, "label" if name or line.column >= 0 else _reads(text[start:end]))


def entitled(letter: Letter, line: Line) -> Iterator[Candidate]:
    """The value of "Naam:" where it is nobody's: beside a "Wat:", or right above what the activity is."""
    value = line.said.strip()
    if organisation(value) or (line.label == "name" and not nobody(value)):
        return
    told = letter.told()
    below = next((one for one in told if one.sheet is line.sheet and one.start >= line.end), None)
    named = below is not None and below.own_label and below.label in _ABOUT and " " in value
    if named or any(one.label == "title" and one.own_label for one in told):
        yield from trimmed(line, line.value, line.end, "what")


def _reads(value: str) -> str:
    """How the value of "Wat:" reads: as a name, or as a description of what is done."""
    small = value.strip()[:1].islower()
    if _DESCRIBED.match(value) or value.count(",") > 1 or sentence(value) or small:
        return "described"
    return "what"


def called(letter: Letter, line: Line) -> Iterator[Candidate]:
    """Names behind, before or between the words that tell that they are one."""
    text = line.sheet.text
    for match in letter.finditer(_AROUND, line):
        yield from trimmed(line, *match.span("name"), "called")
    for match in letter.finditer(_CALLS_IT, line):
        mark = "called" if match.group("called") else "theme"
        stop = _stop(text, match.end(), line.end)
        opens = _OPENING.fullmatch(text, line.value, match.start()) is not None
        cut = goes_on(text, match.end(), stop, opens=True) if opens else 0
        stop = cut or stop
        open_end = cut or (stop < line.end and text[stop].isspace() and text[stop - 1] not in "!?")
        yield from trimmed(line, match.end(), stop, mark, *(["open"] if open_end else []))
    for match in letter.finditer(_CALLS_SMALL, line):
        yield from trimmed(line, *match.span("name"), "called", "open")
    for match in letter.finditer(_BEHIND, line):
        yield from trimmed(line, *match.span("name"), "called")


def _stop(text: str, start: int, stop: int) -> int:
    """Where a name ends with which a sentence ends: few words that hold no verb are all of it."""
    if (
        ":" in text[max(0, start - 3) : start]
    ):  # what stands behind a colon goes on to the end of its sentence
        end = _FULL_STOP.search(text, start, stop)
        last = stop if end is None else end.start() + (end.group()[0] in "?!")
        aside = _ASIDE.search(text, start + 3, last)
        last = aside.start() if aside is not None else last
        if len(text[start:last].split()) <= _MANY and not _FINITE.search(text, start, last):
            return last
    end = _SENTENCE.search(text, start, stop)
    last = stop if end is None else end.start() + (end.group() in "?!")
    return (
        last
        if len(text[start:last].split()) <= _FEW and not _FINITE.search(text, start, last)
        else extent(text, start, stop)
    )


def quoted(letter: Letter, line: Line) -> Iterator[Candidate]:
    """What stands in quotes or between asterisks."""
    text = line.sheet.text
    quotes = list(letter.finditer(QUOTED, line))
    ends = [end for _, end in naming(letter, line)] if quotes else []
    for match in quotes:
        group = str(match.lastgroup)
        before = text[max(line.first, match.start() - 80) : match.start()]
        mark = _quote_mark(letter, line, match, before, ends)
        if mark and (
            match.group(group)[0].isupper() or mark in ("quoted", "called") or match.group(group)[0].isdigit()
        ):
            yield from trimmed(line, match.start(group), match.end(group), mark)


def _quote_mark(letter: Letter, line: Line, match: re.Match[str], before: str, ends: Sequence[int]) -> str:
    """How surely quotes hold a name: behind a noun or "heet" for sure, in somebody's mouth not at all.

    `ends` tells where the nouns of the line end.
    """
    text = line.sheet.text
    behind = text[match.end() : match.end() + 60]
    beside = _STOP.split(before)[-1][-40:] + " " + _STOP.split(behind)[0][:30]
    noun = any(match.start() - 60 <= end <= match.start() for end in ends)
    if match.group().rstrip("’”'\" *")[-1:] in (",", "."):
        return ""
    if _NAMES.search(before) or _NAMED.match(behind):
        return "called"
    if REGISTER.search(before[-30:].replace("aanmeldingen", "")) or _SPOKEN.search(beside):
        return ""
    if line.label in ("part", "programme"):
        return "aside"
    if noun and not re.search(r"[.!?]\s", before[-44:]):
        return "quoted"
    if _WHERE.search(before):
        return "stray"
    if any(isinstance(mention, DayMention) for mention in letter.mentions(line)):
        return "dated"
    if not before.strip(" *-•·\t"):
        return "alone" if behind.lstrip().startswith((":", "–", "-", ",")) or not behind.strip() else "noun"
    return "aside"
