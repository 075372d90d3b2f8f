"""Whom it is for, in the mail's words, and whether anyone may come."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.audience_bounds import (
    HANGING,
    PLURAL,
    bare,
    chain_end,
    first_people,
    labelled_end,
    people_end,
    seated,
    who_beside,
)
from intake.extract.audience_words import (
    ADDRESSED,
    AGED,
    ARRIVE,
    ASKED,
    BESIDE,
    BETWEEN,
    DO,
    DOERS,
    DOING,
    EVERYONE,
    FOR,
    FOR_ALL,
    FRAGMENT,
    GATHERED,
    HOSTED,
    JOIN,
    LET,
    LISTED,
    MAY,
    NOT_WHO,
    PEOPLE,
    SEATED,
    WELCOME,
    WELCOMED,
    WITH,
    fragment,
    holds_people,
    people_alone,
)
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.nouns import nouns
from intake.extract.people import is_person
from intake.extract.title.name import organisation

_FREE_FOR: Final = re.compile(r"\bgeen\s+kosten\b|\bwordt\s+gezorgd\b|\bzorgen\s+(?:wij|we)\b", re.IGNORECASE)
_ONLY: Final = re.compile(
    r"\bop\s+verzoek\b|\bis\s+er\b|\bzijn\s+er\b|\bgeldt\b|\bvragen\s+(?:we|wij)\b", re.IGNORECASE
)
_READER: Final = re.compile(
    r"\s*(?:ook\s+|en\s+)?(?:jullie|uw|u|je|jij|hen|ze|zij|andere\w*)\b", re.IGNORECASE
)
# "niet voor leerkrachten", "vragen aandacht voor thuiszitters"
_NOT_FOR: Final = re.compile(
    r"\b(?:niet|aandacht|begrip|zorg|oog|waardering|opkomen|onderwijs|hulp|steun|werk|euro|"
    r"(?:kunt|kunnen|kan|meer|iets|wat|alles|te|wij|we)\s(?:(?:je|we|u|wij)\s)?(?:doen|doet|betekenen|betekent)|inzetten|"
    r"inzet|strijd\w*|vechten|oplossing(?:en)?|kansen|maatwerk|begeleiding|ondersteuning|aanpak|voorziening(?:en)?|"
    r"verantwoordelijk(?:heid)?|gevolgen|nodig|belangrijk|beste|perspectief|toekomst|beleid|aanbod|moeilijk|lastig|respect|kwart|tien|vijf)\s$|€\s?\d\S*\s$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"\s*\n\s*[^\n:]{3,120}(?=\n|$)")  # the rest of a value that its line cuts
# a label that is filled in with nothing, or with who leads it: "Wie: Jan de Wit, trainer"
_UNTOLD: Final = re.compile(
    r"\W*(?:n\.?\s?v\.?\s?t\b|zie\b|volgt\b|(?:nog\s+)?(?:niet|on)\s?bekend|nader\s+te|t\.?b\.?d\b|geen\b|nog\s+te\b)",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"[,(–]|\s-\s|\sen\s")
_CLAUSE: Final = re.compile(r"\W*(?:we|wij|ik)\s", re.IGNORECASE)
_PREPOSED: Final = re.compile(r"\s*(?:aan|met|van|door|uit|bij|in|op|om|tot|naar|over)\s", re.IGNORECASE)
_ALSO: Final = re.compile(r"\s*ook\b", re.IGNORECASE)
_BODIES: Final = re.compile(r"(?:alle\s|de\s)?(?:scholen|gemeenten|besturen|klassen|teams?)", re.IGNORECASE)
_WHOEVER: Final = re.compile(r"wie\b", re.IGNORECASE)
_PLURAL: Final = re.compile(r"[a-zà-ÿ-]{4,}(?:s|en)\b(?:\s+(?:van|vanaf|tussen|uit|in|die|met|en)\b|\s*$)")
_NAMED: Final = re.compile(r"[\w-]+\s[A-ZÀ-Ý]")  # "met Vaders Onderweg"
_HOST: Final = re.compile(
    r"(?:het|de|onze|ons|we|wij|een)\s", re.IGNORECASE
)  # who invites, before who is invited
_DEFINITE: Final = re.compile(r"(?:de|het|deze|dit|onze)\s+", re.IGNORECASE)
_LEADS: Final = re.compile(
    rf"(?:(?:ook|alle|de|onze|iedere|elke)\s+){{0,2}}(?:{PEOPLE.pattern})(?!\w*\s+(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
_OPENING: Final = (ARRIVE, DO, SEATED, LISTED)
_SPOKEN: Final = (
    WELCOME,
    WELCOMED,
    JOIN,
    LET,
    WITH,
    BESIDE,
    MAY,
    FOR,
    ASKED,
    HOSTED,
    GATHERED,
    DOING,
    EVERYONE,
    *_OPENING,
)
_OTHER_LABELS: Final = {
    "contact",
    "price",
    "registration",
    "place",
    "phone",
    "organisation",
    "deadline",
    "url",
    "subject",
}


def find_audience(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Whom the activity is for, in the mail's own words."""
    del edition
    for line in letter.labelled("audience"):
        start, end = line.value, line.end
        if organisation(line.said.strip()):  # "Wie: Stichting ..." is who organises
            continue
        if _UNTOLD.match(line.said) or is_person(_FIRST.split(line.said.strip(), maxsplit=1)[0]):
            continue
        if not any(char.isalpha() for char in line.said):  # another column's figure
            continue
        text = line.sheet.text
        match = re.match(
            r"(?:(?:alleen|uitsluitend)\s+)?(?:bedoeld\s+|bestemd\s+)?(?:voor\s+)?",
            text[start:end],
            re.IGNORECASE,
        )
        start += match.end() if match else 0
        more = _MORE.match(text, end) if HANGING.search(text, start, end) else None
        end = more.end() if more is not None else labelled_end(text, start, end)
        yield _of(letter, line, start, end, LABELLED if line.own_label else LIKELY)
    for line in letter.maybe(letter.told(), *_SPOKEN):
        if line.own_label and line.label in _OTHER_LABELS:
            continue
        yield from _spoken(letter, line)
    yield from _alone(letter)
    yield from _addressed(letter)


def _alone(letter: Letter) -> Iterator[Finding]:
    """Who stands by themselves, in a sentence or a line of their own."""
    for line in letter.maybe(letter.told(), AGED):
        aged = AGED.match(line.said) if not line.own_label else None
        if aged is not None:
            start, end = aged.span("who")
            yield letter.find(
                "audience", aged.group("who"), DERIVED, line, line.value + start, line.value + end, "audience"
            )
    for line in letter.maybe(letter.told(), FRAGMENT):
        alone = fragment(line.said) if not line.own_label and line.row < 0 else None
        if alone is not None:
            start, end = line.value + alone.start("who"), line.value + alone.end("who")
            yield _of(letter, line, start, end, DERIVED)
    for line in letter.maybe(letter.told(), BETWEEN):
        for part in letter.finditer(BETWEEN, line) if letter.mentions(line) else ():
            if people_alone(part.group("who")):
                yield _of(letter, line, *part.span("who"), DERIVED)
    for line in letter.maybe(letter.told(), FOR_ALL):
        match = FOR_ALL.match(line.said)
        if match is not None and PEOPLE.match(match.group("who")):
            start, end = line.value + match.start("who"), line.value + match.end("who")
            yield _of(letter, line, start, labelled_end(line.sheet.text, start, end), LIKELY)


def _addressed(letter: Letter) -> Iterator[Finding]:
    """To whom a letter in an attachment is written: "Aan de directeuren in de regio"."""
    for line in letter.maybe(letter.at(Place.DOCUMENT), ADDRESSED):
        if line.start != line.first or line.end != line.last:
            continue
        match = ADDRESSED.match(line.text)
        if match is not None and PEOPLE.match(match.group("who")):
            yield _of(letter, line, line.start + match.start("who"), line.end, DERIVED)
            return


def _spoken(letter: Letter, line: Line) -> Iterator[Finding]:
    text = line.sheet.text
    for start, stop, grade in (
        *_welcome(letter, line),
        *_gathered(letter, line),
        *_meant(letter, line),
        *_asked(letter, line),
    ):
        end = people_end(text, start, stop)
        if end > start:
            yield _of(letter, line, start, end, grade)
    every = letter.search(EVERYONE, line)
    if every is not None:
        yield _of(letter, line, every.start(every.lastgroup or 0), every.end(every.lastgroup or 0), DERIVED)


def _welcome(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """Who is welcome, or may come: "Ouders en leerlingen zijn van harte welkom"."""
    welcome = letter.search(WELCOME, line)
    if welcome is not None:
        name = str(welcome.lastgroup)
        who = welcome.group(name)
        if _CLAUSE.match(who):
            pass  # "wij mikken op mentoren, maar ook anderen zijn welkom"
        elif (holds_people(who) or DOERS.match(who)) and not _READER.match(who):
            yield *welcome.span(name), DERIVED if _ALSO.match(who) else LIKELY
    for pattern in (WELCOMED, JOIN):
        told = letter.search(pattern, line) if welcome is None else None
        if told is not None and _LEADS.match(told.group("who")):
            yield *told.span("who"), LIKELY
    let = letter.search(LET, line)
    if let is not None and holds_people(let.group("who")) and not _READER.match(let.group("who")):
        yield *let.span("who"), DERIVED
    for pattern in (WITH, BESIDE):
        beside = letter.search(pattern, line)
        if beside is not None and PEOPLE.match(beside.group("who")) and not _NAMED.match(beside.group("who")):
            start, end = beside.span("who")
            yield start, who_beside(line.sheet.text, start, end), DERIVED
            break
    may = MAY.search(line.said) if letter.may(MAY, line) else None
    if may is not None and PEOPLE.match(may.group("who")) and not _WHOEVER.match(may.group("who")):
        yield (
            line.value + may.start("who"),
            line.value + may.end("who"),
            LIKELY if may.group("comes") else DERIVED,
        )


def _gathered(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """Who comes in, is received or brought together: "ontvangt onze school collega's uit de regio"."""
    for pattern in _OPENING:
        opens = pattern.match(line.said) if letter.may(pattern, line) else None
        if opens is not None and _many(opens.group("who"), listed=pattern is LISTED):
            yield line.value + opens.start("who"), line.value + opens.end("who"), DERIVED
            return
    doing = letter.search(DOING, line)
    if doing is not None and (letter.nouns(line) or letter.mentions(line)):
        start, end = doing.span("who")
        if _many(doing.group("who"), listed=False):
            yield start, chain_end(line.sheet.text, start, end), DERIVED
            return
    for pattern in (HOSTED, GATHERED):
        match = letter.search(pattern, line)
        if match is None:
            continue
        start, end = match.span(str(match.lastgroup))
        begin = first_people(line.sheet.text, start, end)
        if begin >= 0:
            yield begin, end, DERIVED
            return


def _many(who: str, *, listed: bool) -> bool:
    """Whether words begin with people in the plural; of a list a second word must tell people too."""
    first = PEOPLE.match(who)
    if first is None or not PLURAL.search(first.group()) or _NAMED.match(who):
        return False
    return not listed or PEOPLE.search(who, who.index(",")) is not None


def _meant(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """The first people of a line for whom something is: "bedoeld voor mentoren"."""
    text = line.sheet.text
    for match in letter.finditer(FOR, line):
        start = seated(text, match.start("who"))
        end = people_end(text, start, match.end("who"))
        who = text[start:end]
        opening = not text[line.start : match.start()].strip(" -–•*·")
        beside = any(not text[stop : match.start()].strip() for _, _, stop in letter.nouns(line))
        people = (
            holds_people(who[:60])
            or (opening and _PLURAL.match(who))
            or ((beside or opening or match.group("meant")) and DOERS.match(who) is not None)
        )
        if (
            NOT_WHO.match(who)
            or _activity(who)
            or not people
            or _NOT_FOR.search(text, max(line.start, match.start() - 28), match.start())
        ):
            continue
        if _FREE_FOR.search(text, start, match.end("who")):
            continue  # "voor aangesloten scholen zijn er geen kosten"
        if _ONLY.search(text, end, line.end):
            yield start, end, TRACE if "op verzoek" in text[end : line.end] else DERIVED
            return
        rest = text[end : line.end].strip(" .")
        if start > match.start("who"):  # "plaats voor tien jongeren die thuiszitten"
            if " " in who.strip():
                yield start, end, DERIVED
            continue
        alone = opening and (not rest or rest[0] in ",(")
        named = any(stop <= match.start() for _, _, stop in letter.nouns(line))  # "een ochtend voor ouders"
        likely = (named or opening) and not who.lower().startswith(
            "een "
        )  # "wat je betekent voor een leerling"
        yield start, end, SAID if match.group("meant") or alone else LIKELY if likely else DERIVED
        return


def _asked(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """Who is invited, taught or addressed: "wij nodigen alle mentoren uit", "bent u docent?"."""
    match = letter.search(ASKED, line)
    if match is None:
        return
    name = str(match.lastgroup)
    who = match.group(name)
    if _PREPOSED.match(who):
        return  # "kinderen lezen voor aan ouderen"
    taught = name == "taught" and DOERS.match(who) is not None  # "gastlessen aan groep 8"
    if (
        (holds_people(who[:60]) or taught)
        and not _READER.match(who)
        and not NOT_WHO.match(who)
        and not _activity(who)
    ):
        if name in ("taught", "offered") and not letter.nouns(line):
            return
        sure = name in (
            "invited",
            "meant",
            "taught",
            "expected",
            "hoped",
            "thought",
            "part",
            "guests",
            "asked",
            "target",
            "taking",
        ) and not _BODIES.fullmatch(who.strip())
        start, end = match.span(name)
        begin = first_people(line.sheet.text, start, end) if _HOST.match(who) else start
        yield max(start, begin), end, LIKELY if sure else DERIVED


def _activity(who: str) -> bool:
    """Whether words begin with an activity rather than with people: "de workshop is plaats voor ..."."""
    lead = _DEFINITE.match(who)
    return lead is not None and any(start == lead.end() for _, start, _ in nouns(who, lead.end(), len(who)))


def _of(letter: Letter, line: Line, start: int, end: int, grade: float) -> Finding:
    text = line.sheet.text
    start, end = bare(text, start, end)
    return letter.find("audience", " ".join(text[start:end].split()), grade, line, start, end, "audience")
