"""What the activity is called: by its label, its quotes, its heading, or the subject without the campaign."""

import re
from collections.abc import Iterator
from typing import Final

from intake.campaign import named
from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import REGISTER
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter, Line, Place
from intake.extract.nouns import nouns
from intake.extract.organisation_words import ORG_WORD
from intake.extract.people import is_person
from intake.extract.place.gazetteer import is_place

_QUOTED: Final = re.compile(
    r"[‘](?P<a>[^‘’]{2,90}(?:’(?=[a-z])[^‘’]{1,60})?)[’]|[“„](?P<b>[^“”„]{2,110})[”“]|"
    r"(?<!\w)\"(?P<c>[^\"]{2,110}?)\"(?!\w)|(?<![\w'])'(?P<d>[A-ZÀ-Ý][^']{2,90}?)'(?!\w)|"
    r"«(?P<e>[^»\n]{2,90})»|(?<![\w*])\*(?P<f>(?-i:[A-ZÀ-Ý])[^*\n]{2,70})\*(?![\w*])"
)
_CALLED: Final = re.compile(
    r"\b(?:heet|heten|getiteld|genaamd|met\s+(?:de|als)\s+titel|onder\s+de\s+(?:naam|titel|noemer)|"
    r"met\s+de\s+naam|de\s+titel\s+(?:is|luidt)|de\s+naam\s+is|die\s+we\s+\w+\s+noemen|met\s+als\s+thema|"
    r"thema)\s*:?\s+\(?(?P<name>(?-i:[A-ZÀ-Ý])[^.;:!?,‘’“”\"]{1,70}?)(?=\s+(?:en|is|op|in|van|vindt|wordt|"
    r"voor|bij|die|dat)\s|[.;:!?,(\n]|$)",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(
    r"\b(?:heet|heten|getiteld|genaamd|titel|naam|noemer|genoemd|thema|motto)\s*:?\s*$", re.IGNORECASE
)
_SPOKEN: Final = re.compile(r"\baldus|\bzeg\w*|\bvraag|\bwoorden\b|\bzei\b|\bvindt\b", re.IGNORECASE)
_DESCRIBES: Final = re.compile(r"\b(?:voor|van|over)\b", re.IGNORECASE)
_ZONE: Final = re.compile(r"^\W*(?:CES?T|uur|MES?Z|UTC|GMT)\W*$", re.IGNORECASE)
_CAPITALS: Final = re.compile(
    r"\s(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s(?:(?:van|de|het|een|en|in|op|der|den|"
    r"voor)\s){0,2}[A-ZÀ-Ý][\w'’-]+){0,4})"
)
_OURS: Final = re.compile(
    r"\b(?:onze|ons)\s+(?P<name>[a-zà-ÿ][\w-]{4,}(?:\s[\w-]{4,})?)\s+(?:van|op|voor|"
    r"die\s+op)\s+(?:\w{2,3}\s)?$",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(
    r"^\W*(?:beste|geachte|dag\b[^.]{0,40},|dag\W*$|dag\s+(?:allemaal|allen|collega\w*|lezer\w*|mensen|"
    r"redactie|steunpunt|team)|hallo|hoi|ha\b|hi\b|hey|l\.?s\.?\W*$|geacht\w*|goede\w*|best|lieve|"
    r"met\s+(?:vriendelijke|hartelijke)|groet|mvg|vriendelijke|hartelijke|dank|alvast|zie\b|hierbij|"
    r"bijgaand|in\s+de\s+bijlage|bij\s+deze|graag|aan:|van:|betreft|onderwerp|namens|ps\b|p\.s|"
    r"uitnodiging\W*$|programma\W*$|persbericht\W*$|flyer\W*$|aankondiging\W*$|nieuwsbrief|u\s+bent|"
    r"kom\s+jij|save\s+the\s+date\W*$|praktisch|vooraankondiging|noot|verstuurd|verzonden|pagina|www|http|"
    r"tel\b|wij\s|ik\s|we\s|onderstaand|hieronder|\[)",
    re.IGNORECASE,
)
_CLEAN_LEAD: Final = re.compile(
    r"^\W*(?:(?:re|fw|fwd|antw|antwoord|doorst|doorgestuurd|aw|wg|tr|betr|extern|external|ext|"
    r"let\s+op)\s*[:\]]\s*|\[[^\]]{1,30}\]\s*|"
    r"(?:aankondiging|aanmelding|persbericht|vooraankondiging|uitnodiging|bijdrage|programma|activiteit|"
    r"agenda(?:punt|-item)?|evenement|save\s+the\s+date|herinnering|betreft|update|wijziging|nieuws|titel|"
    r"wat|speciale?|onze|extra)\s*(?:[:!–-]|\s(?=(?:voor|van|t\.b\.v|tbv)\b))\s*|(?:speciale|onze|"
    r"aankondiging|aanmelding|uitnodiging)\s+)+",
    re.IGNORECASE,
)
_FRAGMENT: Final = re.compile(
    r"(?:\s*[,(]?\s*(?:(?:voor|in|tijdens|i\.?v\.?m\.?|i\.?h\.?k\.?v\.?|ihkv|tbv|t\.?b\.?v\.?|ivm|"
    r"in\s+het\s+kader\s+van|ten\s+behoeve\s+van|van|bij|o\.?v\.?v\.?|ter\s+gelegenheid\s+van|"
    r"aan)\s+)?(?:de\s+|onze\s+|het\s+)?)$",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s+[|/–—-]\s+|\s*:\s+|\s+/\s+|\s*[|]\s*")
_ARTICLE: Final = re.compile(
    r"\b(?:een|onze|ons|de|het|is\s+er|extra)\s+(?P<name>(?:(?:extra|speciale|landelijke|regionale|"
    r"open|grote|online|gezellige)\s+)?[\w-]+)"
)
_VERB: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|wil|willen|gaat|gaan|komt|komen|houden|"
    r"houdt|organiseert|organiseren|nodigen|nodigt|doen|doet|mag|mogen|moet|staat|vindt|vinden|laten|weet|"
    r"bellen|betalen|vertellen|krijgen)\b",
    re.IGNORECASE,
)
_MARKS: Final = " *_:–—-,\t\n•·►"


def find_title(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The activity's own name, without dates and without the campaign's name where it has one of its own."""
    for line in letter.labelled("title"):
        if line.own_label:
            yield from _labelled(letter, line, edition)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    for number, line in enumerate(near):
        yield from _called(letter, line, edition)
        yield from _quoted(letter, line, edition)
        yield from _heading(letter, near, number, edition)
        yield from _named_noun(letter, line, edition)
        yield from _before_day(letter, line, edition)
    for line in letter.at(Place.SUBJECT):
        yield from _subject(letter, line, edition)
    yield from _noun_phrase(letter, near, edition)


def _labelled(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    """A label's value; where it goes on about the activity, the quotes in it hold the name."""
    text = line.sheet.text
    last = line.last if line.column < 0 else line.end
    start, end = line.value, last
    quotes = list(_QUOTED.finditer(text, line.value, last))
    if quotes and last - line.value > 50:
        group = str(quotes[0].lastgroup)
        start, end = quotes[0].start(group), quotes[0].end(group)
    elif last - line.value > 70:
        end = line.end
    yield from _made(letter, line, start, end, LABELLED, edition)


def _called(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    for match in letter.finditer(_CALLED, line):
        if match.group("name")[:1].isupper():
            yield from _made(letter, line, match.start("name"), match.end("name"), SAID, edition)


def _quoted(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    text = line.sheet.text
    for match in letter.finditer(_QUOTED, line):
        name = str(match.lastgroup)
        inside = match.group(name)
        before = text[max(line.first, match.start() - 80) : match.start()]
        noun = any(match.start() - 80 <= end <= match.start() for _, _, end in letter.nouns(line))
        if not inside[0].isupper() and not noun:
            continue
        start, end = match.start(name), match.end(name)
        yield from _made(letter, line, start, end, _quote_grade(letter, line, match, before, noun), edition)


def _quote_grade(letter: Letter, line: Line, match: re.Match[str], before: str, noun: bool) -> float:
    """How surely quotes hold a name: behind a noun or "heet" for sure, in somebody's mouth not at all."""
    inside, behind = match.group(), line.sheet.text[match.end() : match.end() + 30]
    if (
        inside.rstrip("’”'\" ")[-1:] in ",."
        or REGISTER.search(before[-30:])
        or _SPOKEN.search(behind + before[-40:])
    ):
        return TRACE
    if _NAMES.search(before) or (noun and not re.search(r"[.!?]\s", before[-34:])):
        return SAID
    if any(isinstance(mention, DayMention) for mention in letter.mentions(line)):
        return LIKELY
    if not before.strip(" *-•·\t"):
        return LIKELY if behind.lstrip().startswith((":", "–", "-")) else DERIVED
    return GUESS


def _heading(letter: Letter, near: list[Line], number: int, edition: Edition) -> Iterator[Finding]:
    """A short line of its own above the facts, the first line of a document, the first cell of a row."""
    line = near[number]
    if line.start != line.first or line.column > 0 or (line.label and line.label not in ("text", "part")):
        return
    if line.bullet and line is not letter.head:
        return
    if line.last - line.first > 120 and not (line.bullet and letter.near):
        return
    start, end = _without_days(letter, line)
    aside = re.search(r"\s*\((?:[^()]*)\)[\s:,–-]*$", line.sheet.text[start:end])
    if aside is not None and letter.near and aside.start() > 3:
        end = start + aside.start()
    text = line.sheet.text[start:end].strip(_MARKS)
    headed = line is letter.head
    if not can_head(text, headed=headed):
        return
    yield from _made(letter, line, start, end, _heading_grade(letter, near, number, text, headed), edition)


def _names_person(text: str) -> bool:
    return is_person(text) and not any(True for _ in nouns(text, 0, len(text)))


def can_head(text: str, *, headed: bool) -> bool:
    """Whether a line can be a name: short, no sentence, no greeting, no person, no address."""
    if not 3 < len(text) < 100 or _GREETING.match(text) or text[-1] in ",;:" or "@" in text or "www." in text:
        return False
    if (
        sum(c.isalpha() for c in text) < 4
        or REGISTER.search(text)
        or _names_person(text)
        or text.endswith(".")
    ):
        return False
    if _ZONE.search(text):
        return False
    return headed or text[-1] in "?!" or not _VERB.search(text)


def _heading_grade(letter: Letter, near: list[Line], number: int, text: str, headed: bool) -> float:
    line = near[number]
    noun = any(True for _ in nouns(text, 0, len(text)))
    following = [one for one in near[number + 1 : number + 4] if one.sheet is line.sheet]
    facts = any(letter.mentions(one) or one.label for one in following if one.block - line.block <= 1)
    if headed:
        return SAID
    if line.place is Place.DOCUMENT and (number == 0 or near[number - 1].sheet is not line.sheet):
        return LIKELY if noun and _DESCRIBES.search(text) else SAID
    if noun and facts and line.first != line.last:
        return SAID
    alone = all(
        one.block != line.block or one.first == line.first
        for one in near[max(0, number - 1) : number + 2]
        if one is not line
    )
    if facts and (number == 0 or (alone and not re.search(r"\d", text))):
        return LIKELY
    if facts and text.isupper():
        return LIKELY
    return DERIVED if facts and not re.search(r"\d", text) else TRACE


def _without_days(letter: Letter, line: Line) -> tuple[int, int]:
    """The bounds of a heading without the day before or behind it: "ma 8 mei – Ontbijt met ..."."""
    start, end = max(line.value, line.first), line.last
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention) and not mention.dated and not line.label and mention.part is None:
            continue
        behind = line.sheet.text[mention.end : end].strip(_MARKS + ".(")
        if mention.start - start <= 3 or not line.sheet.text[start : mention.start].strip(_MARKS + "("):
            start = mention.end
        elif len(line.sheet.text[start : mention.start].strip()) > 3:
            cut = line.sheet.text[start : mention.start]
            lead = re.search(r"[\s,(–—-]*(?:\b(?:op|van|om|vanaf)\s*)?$", cut)
            end = start + (lead.start() if lead else len(cut))
            break
        del behind
    return start, end


def _subject(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    """The subject without the campaign's name, prefixes and dates."""
    text = line.sheet.text
    at = line.start
    pieces = []
    for match in _SPLIT.finditer(text, line.start, line.end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, line.end))
    for start, end in pieces:
        piece = text[start:end]
        if named(piece, edition):
            start, end = _around(text, start, end, edition)
            piece = text[start:end]
        lead = _CLEAN_LEAD.match(text[start:end])
        start += lead.end() if lead else 0
        for mention in letter.mentions(line):
            if isinstance(mention, DayMention) and start < mention.start < end and mention.dated:
                cut = re.search(r"[\s,(–—-]*(?:\bop\s*)?$", text[start : mention.start])
                end = start + cut.start() if cut else mention.start
        bare = text[start:end].strip(_MARKS + "!()")
        if len(bare) < 5 or named(bare, edition) or is_person(bare) or _GREETING.match(bare):
            continue
        noun = any(True for _ in nouns(bare, 0, len(bare)))
        if letter.near and not noun:
            continue
        grade = DERIVED if noun else GUESS
        if re.search(
            r"\b(?:doe|doen)\s+mee|zie\s+(?:bijlage|agenda)|vraag|onze\s+bijdrage|brief|"
            r"activiteit(?:en)?\b|meld|formulier|^programma|materiaal|foto|toolbox|^re\b",
            bare,
            re.IGNORECASE,
        ):
            grade = TRACE
        yield from _made(letter, line, start, end, TRACE if letter.near else grade, edition)


def _around(text: str, start: int, end: int, edition: Edition) -> tuple[int, int]:
    """A piece of the subject without the words that name the campaign, and without what leads up to them."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    for count in range(1, len(words) + 1):
        for first in range(len(words) - count + 1):
            a, b = start + words[first][0], start + words[first + count - 1][1]
            if named(text[a:b], edition):
                before = _FRAGMENT.search(text[start:a])
                stop = start + before.start() if before else a
                head = re.sub(
                    r"(?:landelijke?|nationale?)\s*$", "", text[start:stop], flags=re.IGNORECASE
                ).rstrip()
                again = _FRAGMENT.search(head + " ")
                head = head[: again.start()] if again else head
                if len(head.strip(_MARKS)) > 3:
                    return start, start + len(head)
                return b, end
    return start, end


def _named_noun(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    """A name without quotes behind its noun: "de familievoorstelling Pinokkio speelt"."""
    text = line.sheet.text
    for _, _, end in letter.nouns(line):
        match = _CAPITALS.match(text, end, line.end)
        if match is None or ORG_WORD.search(match.group("name")) or is_person(match.group("name")):
            continue
        if not is_place(match.group("name").split()[0]):
            grade = DERIVED if any(isinstance(m, DayMention) for m in letter.mentions(line)) else GUESS
            yield from _made(letter, line, match.start("name"), match.end("name"), grade, edition)


def _before_day(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    """What is called ours and has a day is the activity: "onze boekenruilmarkt van 19 maart"."""
    text = line.sheet.text
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention):
            match = _OURS.search(text[line.start : mention.start])
            if match is not None:
                start = line.start + match.start("name")
                yield from _made(letter, line, start, line.start + match.end("name"), GUESS, edition)


def _noun_phrase(letter: Letter, near: list[Line], edition: Edition) -> Iterator[Finding]:
    """The noun alone, where the activity has no other name: "organiseren wij een Oudercafé"."""
    for line in near:
        ends = {end for _, _, end in letter.nouns(line)}
        for match in letter.finditer(_ARTICLE, line) if ends else ():
            start, end = match.span("name")
            if end in ends:
                grade = GUESS if any(isinstance(m, DayMention) for m in letter.mentions(line)) else TRACE
                yield from _made(letter, line, start, end, grade, edition)


def _made(
    letter: Letter, line: Line, start: int, end: int, grade: float, edition: Edition
) -> Iterator[Finding]:
    text = line.sheet.text
    while start < end and text[start] in _MARKS + "(":
        start += 1
    while end > start and text[end - 1] in _MARKS + ".":
        end -= 1
    value = " ".join(text[start:end].split())
    whole = _QUOTED.fullmatch(value)
    if whole is not None and whole.lastgroup:
        inner = whole.group(whole.lastgroup)
        start, value = start + 1, inner
        end -= 1
    if value.count("(") != value.count(")"):
        value = value.replace("(", "").strip() if ")" not in value else value.rstrip(")").strip()
    if 2 < len(value) <= 120 and not (named(value, edition) and len(value.split()) < 7):
        yield letter.find("title", _cased(value), grade, line, start, end, "title")


def _cased(value: str) -> str:
    """A name in capitals as it would be printed in an agenda."""
    if value.isupper() and len(value) > 6:
        value = value.lower()
    return value[:1].upper() + value[1:]
