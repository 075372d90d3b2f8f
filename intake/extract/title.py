"""What the activity is called: by its label, its quotes, its heading, or the subject without the campaign."""

import re
from collections.abc import Iterator
from typing import Final

from intake.campaign import named
from intake.edition import Edition
from intake.extract.activity_type import NOUN, nouns
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import REGISTER
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, GUESS, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter, Line, Place
from intake.extract.people import is_person

_QUOTED: Final = re.compile(
    r"[‘](?P<a>[^‘’\n]{2,90}(?:’(?=[a-z])[^‘’\n]{1,60})?)[’]|[“„](?P<b>[^“”„\n]{2,110})[”“]|(?<!\w)\"(?P<c>[^\"]{2,110}?)\"(?!\w)|(?<![\w'])'(?P<d>[A-ZÀ-Ý][^'\n]{2,90}?)'(?!\w)|«(?P<e>[^»\n]{2,90})»"
)
_CALLED: Final = re.compile(
    r"\b(?:heet|heten|getiteld|genaamd|met\s+(?:de|als)\s+titel|onder\s+de\s+(?:naam|titel|noemer)|met\s+de\s+naam|de\s+titel\s+(?:is|luidt)|de\s+naam\s+is|die\s+we\s+\w+\s+noemen|met\s+als\s+thema|thema)\s*:?\s*[‘“\"']?(?P<name>[A-ZÀ-Ý][^.;:!?,‘’“”\"\n]{1,70}?)[’”\"']?(?=\s+(?:en|is|op|in|van|vindt|wordt|voor|bij|die|dat)\s|[.;:!?,(\n]|$)",
    re.IGNORECASE,
)
_GREETING: Final = re.compile(
    r"^\W*(?:beste|geachte|dag|hallo|hoi|ha\b|hi\b|hey|l\.?s\.?|goede\w*|best|lieve|met\s+(?:vriendelijke|hartelijke)|groet|mvg|vriendelijke|hartelijke|dank|alvast|zie\b|hierbij|bijgaand|in\s+de\s+bijlage|bij\s+deze|graag|aan:|van:|betreft|onderwerp|namens|ps\b|p\.s|"
    r"uitnodiging\W*$|programma\W*$|persbericht\W*$|flyer\W*$|aankondiging\W*$|nieuwsbrief|u\s+bent|kom\s+jij|save\s+the\s+date\W*$|praktisch|vooraankondiging|noot|verstuurd|verzonden|pagina|www|http|tel\b|wij\s|ik\s|we\s|onderstaand|hieronder|\[)",
    re.IGNORECASE,
)
_CLEAN_LEAD: Final = re.compile(
    r"^\W*(?:(?:re|fw|fwd|antw|antwoord|doorst|doorgestuurd|aw|wg|tr|betr|extern|external|ext|let\s+op)\s*[:\]]\s*|\[[^\]]{1,30}\]\s*|"
    r"(?:aankondiging|aanmelding|persbericht|vooraankondiging|uitnodiging|bijdrage|programma|activiteit|agenda(?:punt|-item)?|evenement|save\s+the\s+date|herinnering|betreft|update|wijziging|nieuws|titel|wat|speciale?|onze|extra)\s*(?:[:!–-]|\s(?=(?:voor|van|t\.b\.v|tbv)\b))\s*|(?:speciale|onze|aankondiging|aanmelding|uitnodiging)\s+)+",
    re.IGNORECASE,
)
_FRAGMENT: Final = re.compile(
    r"(?:\s*[,(]?\s*(?:(?:voor|in|tijdens|i\.?v\.?m\.?|i\.?h\.?k\.?v\.?|ihkv|tbv|t\.?b\.?v\.?|ivm|in\s+het\s+kader\s+van|ten\s+behoeve\s+van|van|bij|o\.?v\.?v\.?|ter\s+gelegenheid\s+van|aan)\s+)?(?:de\s+|onze\s+|het\s+)?)$",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(r"\s+[|/–—-]\s+|\s*:\s+|\s+/\s+|\s*[|]\s*")
_VERB: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|wil|willen|gaat|gaan|komt|komen|houden|houdt|organiseert|organiseren|nodigen|nodigt|doen|doet|mag|mogen|moet|staat|vindt|vinden|laten|weet|bellen|betalen|vertellen|krijgen)\b",
    re.IGNORECASE,
)
_MARKS: Final = " *_:–—-,\t\n•·►"


def find_title(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The activity's own name, without dates and without the campaign's name where it has one of its own."""
    for line in letter.labelled("title"):
        if line.own_label:
            yield from _made(letter, line, line.value, line.end, LABELLED, edition)
    near = [line for line in letter.told() if not letter.near or line in letter.near]
    for number, line in enumerate(near):
        yield from _called(letter, line, edition)
        yield from _quoted(letter, line, edition)
        yield from _heading(letter, near, number, edition)
    for line in letter.at(Place.SUBJECT):
        yield from _subject(letter, line, edition)
    yield from _noun_phrase(letter, near, edition)


def _called(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    for match in _CALLED.finditer(line.sheet.text, line.start, line.end):
        if match.group("name")[:1].isupper():
            yield from _made(letter, line, match.start("name"), match.end("name"), SAID, edition)


def _quoted(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    text = line.sheet.text
    for match in _QUOTED.finditer(text, line.start, line.end):
        name = str(match.lastgroup)
        inside = match.group(name)
        before = text[max(line.first, match.start() - 70) : match.start()]
        noun = any(True for _ in nouns(before, 0, len(before)))
        close = re.search(r"(?:^|[\s(])[\w-]+[\s:,-]*$", before) is not None and any(
            True for _ in nouns(before[-34:], 0, len(before[-34:]))
        )
        if not inside[0].isupper() and not noun:
            continue
        days = any(isinstance(m, DayMention) for m in letter.mentions(line))
        grade = SAID if close else LIKELY if noun or days else DERIVED if before.strip() == "" else GUESS
        if (
            inside.rstrip()[-1:] in ",."
            or REGISTER.search(before[-30:])
            or re.search(
                r"\baldus|\bzeg\w*|\bvraag|\bwoorden\b", text[match.end() : match.end() + 30] + before[-40:]
            )
        ):
            grade = TRACE
        start, end = match.start(name), match.end(name)
        yield from _made(letter, line, start, end, grade, edition)


def _heading(letter: Letter, near: list[Line], number: int, edition: Edition) -> Iterator[Finding]:
    """A short line of its own above the facts, the first line of a document, the first cell of a row."""
    line = near[number]
    text = line.whole.strip(_MARKS)
    if line.first != line.start and line.value != line.start:
        return
    if (
        line.column > 0
        or (line.label and line.label != "text")
        or not 3 < len(text) < 100
        or line.start != max(line.first, line.start)
    ):
        return
    if (
        _GREETING.match(text)
        or text[-1] in ",;:"
        or "@" in text
        or "www." in text
        or not any(c.isalpha() for c in text)
    ):
        return
    if _VERB.search(text) and text[-1] not in "?!" and not line.column == 0:
        return
    if text.endswith(".") or is_person(text):
        return
    start, end = _without_days(letter, line)
    bare = line.sheet.text[start:end].strip(_MARKS)
    if len(bare) < 4 or REGISTER.search(bare) or re.match(r"^[\d\s.:uur-]+$", bare):
        return
    noun = any(True for _ in nouns(bare, 0, len(bare)))
    first = line.place is Place.DOCUMENT and (number == 0 or near[number - 1].sheet is not line.sheet)
    dated = end < line.last or start > line.first
    after = near[number + 1 : number + 3]
    facts = any(
        letter.mentions(one) or one.label
        for one in after
        if one.sheet is line.sheet and one.block - line.block <= 1
    )
    grade = TRACE
    if line.column == 0 or dated and (noun or letter.near):
        grade = SAID
    elif first:
        grade = SAID
    elif noun and facts:
        grade = SAID
    elif letter.near and line is near[0]:
        grade = LIKELY
    elif facts and not re.search(r"\d", bare):
        grade = DERIVED
    if number + 1 < len(near) and bare.isupper() and facts:
        grade = max(grade, LIKELY)
    yield from _made(letter, line, start, end, grade, edition)


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
            r"\b(?:doe|doen)\s+mee|zie\s+(?:bijlage|agenda)|vraag|onze\s+bijdrage|brief|activiteit(?:en)?\b|meld|formulier|^programma|materiaal|foto|toolbox|^re\b",
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
                again = _FRAGMENT.search(head)
                head = head[: again.start()] if again else head
                if len(head.strip(_MARKS)) > 3:
                    return start, start + len(head)
                return b, end
    return start, end


def _noun_phrase(letter: Letter, near: list[Line], edition: Edition) -> Iterator[Finding]:
    """ "organiseren wij een Oudercafé": the noun alone, where the activity has no other name."""
    for line in near:
        text = line.sheet.text
        for match in re.finditer(
            r"\b(?:een|onze|ons|de|het|is\s+er|extra)\s+(?P<name>(?:(?:extra|speciale|landelijke|regionale|open|grote|online|gezellige)\s+)?[\w-]+)",
            text[line.start : line.end],
        ):
            start, end = line.start + match.start("name"), line.start + match.end("name")
            found = NOUN.search(text, start, end)
            if found is not None and found.end() == end and any(True for _ in nouns(text, start, end)):
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
