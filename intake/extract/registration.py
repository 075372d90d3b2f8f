"""Where to register, and until when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.find import find_dates
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.dates.words import NUMBERS, weekday_spellings
from intake.extract.finding import Evidence, Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.links import Link
from intake.extract.needless import BY_ME, unneeded
from intake.extract.registering import REGISTER, asked_before, asking, goes_on

# what guests will be told, and when: "uiterlijk 1 mei hoort u of er plek is", "je krijgt voor 1 mei bericht"
_GUESTS: Final = r"(?:u|je|jij|jullie|men|zij|ze|iedereen|deelnemers|ouders|scholen)"
_HEAR: Final = r"(?:hoor|hoort|horen|krijg|krijgt|krijgen|ontvang|ontvangt|ontvangen)"
_TELL: Final = r"(?:laten|laat|sturen|stuur|mailen|bevestigen|bevestig|versturen|berichten)"
_WE: Final = r"(?:wij|we|ik)"
_INVERTED: Final = rf"\b(?:{_HEAR}\s+{_GUESTS}|{_TELL}\s+{_WE})\b"
_TOLD: Final = re.compile(
    rf"(?:{_INVERTED}|\b(?:{_GUESTS}\s+{_HEAR}|{_WE}\s+{_TELL}|hoort|krijgt|ontvangt|volgt|volgen)\b)[^.;]*$",
    re.IGNORECASE,
)
_TOLD_THEN: Final = re.compile(
    rf"\s*(?:{_INVERTED}|(?:\w+\s+){{0,2}}?(?:hoort|krijgt|ontvangt|volgt|volgen)\b)", re.IGNORECASE
)
_NOT_THIS: Final = re.compile(
    r"\b(?:meld|geef|geven|melden)\s+(?:ik|wij|we)\b[^.;]{0,60}\b(?:activiteit|bijdrage|u\b)|"
    r"\b(?:aan\s?(?:te\s)?meld\w*|aanmelding|opgeven|opgave|inschrij\w+|reserve\w+|abonne\w+)\s+(?:je\s+|u\s+)?(?:voor|op)\s+(?:de\s+|het\s+|onze\s+|een\s+)?"
    r"(?:lunch|diner|borrel|buffet|maaltijd|nieuwsbrief|kinderopvang|opvang|pendelbus|bus|kraam|standplaats|parkeer\w*)\b|"
    r"\b(?:kraam|kramen|standplaats\w*|standhouders?)\b|\b(?:inwisselen|ruilen|(?:stukje|artikel|voorstel)\s+(?:wil\w*\s+)?(?:schrijven|insturen|indienen)|"
    r"zoek\w*\s+(?:\w+\s+){0,2}(?:sprekers|vrijwilligers|begeleiders|standhouders))\b|\b(?:als\s+vrijwilliger|wil\w*\s+(?:\w+\s+){0,2}(?:mee)?helpen|help(?:t|en)?\s+(?:je|u|jullie)\s+(?:ook\s+)?mee)\b|"
    # who can't come after all, and who would have something else
    r"\bmeld\w*\s+(?:je|u|zich)\s+(?:dan\s+|even\s+|graag\s+|tijdig\s+|op\s+tijd\s+)?af\b|\b(?:kun|kunt)\s+(?:je|u)\s+(?:toch\s+|onverhoopt\s+){0,2}niet\s+komen\s*\?|"
    r"\bwil\w*\s+(?:je|u|jullie)\s+(?:\w+\s+){0,2}(?:flyer|folder|poster|brochure|foto|boek|lespakket|handreiking|toolkit)\w*\s*\?|"
    r"\b(?:geef|meld|laat|geven|melden)\b[^.;]{0,30}\b(?:allergie|dieet|vegetari)\w*\b[^.;]{0,20}\b(?:door|weten|aan)\b|"
    r"\b(?:wij|we|ik)\s+(?:bevestig|laten|sturen|mailen|nemen)|"
    r"\b(?:flyer|folder|poster|brochure|lespakket|handreiking|toolkit)\w*\s[^.;]{0,40}\b(?:bestel|aan\s?(?:te\s)?vra|op\s?(?:te\s)?vra)\w*",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"[^.!?\n]{1,80}\?\s*$")  # the one that a sentence answers
_BEFOREHAND: Final = re.compile(
    r"\b(?:uiterlijk|tot|minimaal|minstens|ten\s+minste|tenminste|liefst|graag|voor)\s+(?:tot\s+)?(?:"
    r"(?P<number>\d|een|één|de(?=\s+dag)|twee|drie|vier|vijf|tien)\s+(?P<unit>dag(?:en)?|we(?:ek|ken))|de\s+(?P<day>\w{3,10}dag))\s+"
    r"(?:van\s+te\s?voren|van\s+tevoren|vooraf\w*|ervoor|daarvoor|voor\s+(?:aanvang|die\s+tijd|de\s+\w+))",
    re.IGNORECASE,
)
_INFO: Final = re.compile(
    r"(?:meer\s+(?:informatie|info|weten|lezen|over)|informatie|(?<!op te )(?<!op)vragen|"
    r"(?<!neem )(?<!neemt )contact|programma\s+(?:staat|vind|"
    r"op))[^.;]{0,40}$",
    re.IGNORECASE,
)


def find_registration(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """The address or page to register at, and the last day for it."""
    told = letter.told()
    registering = frozenset(line for line in asking(letter, told) if _registers(letter, line))
    if any(unneeded(letter, line) for line in registering if line in letter.near):
        return
    needless = {
        (id(line.sheet), line.block)
        for line in registering
        if line.label == "registration" and unneeded(letter, line)
    }
    for number, line in enumerate(told):
        registers = line in registering
        if line.label == "registration" and not line.own_label and (id(line.sheet), line.block) in needless:
            continue  # "Aanmelden? Niet nodig. De toegang is vrij."
        if registers or asked_before(letter, line):
            yield from _deadline(letter, line)
            yield from _worked_out(letter, line, edition)
        if (registers or goes_on(letter, line)) and not unneeded(letter, line):
            yield from _where(letter, line, told[number + 1 : number + 3])


def _registers(letter: Letter, line: Line) -> bool:
    """Whether a line that asks to register means this activity."""
    if line.label in ("registration", "deadline"):
        return True
    question = _QUESTION.search(line.sheet.text, max(line.sheet.start, line.start - 80), line.start)
    if question is not None and _NOT_THIS.search(question.group()):
        return False  # "Help je mee? Meld je bij ..."
    return letter.search(_NOT_THIS, line) is None


def _deadline(letter: Letter, line: Line) -> Iterator[Finding]:
    for mention in letter.mentions(line):
        if isinstance(mention, DayMention) and role_of(letter, line, mention) is DateRole.DEADLINE:
            if _guests_told(line, mention):
                continue
            grade = LABELLED if line.label == "deadline" else SAID
            if not mention.dated or mention.mismatch:
                grade = DERIVED
            value = mention.days[-1].isoformat()
            yield letter.find(
                "registration_deadline", value, grade, line, mention.start, mention.end, "registration"
            )


def _guests_told(line: Line, mention: DayMention) -> bool:
    """Whether a day is that on which guests will hear, not the last on which they can say that they come."""
    text = line.sheet.text
    before = text[max(line.start, mention.start - 80) : mention.start]
    return bool(_TOLD.search(before) or _TOLD_THEN.match(text, mention.end, line.end))


def _worked_out(letter: Letter, line: Line, edition: Edition) -> Iterator[Finding]:
    """A last day told from the activity's own: "uiterlijk een week van tevoren", "de vrijdag ervoor"."""
    match = letter.search(_BEFOREHAND, line)
    if match is None:
        return
    first = _first_day(letter, edition)
    if first is None:
        return
    if match.group("day"):
        weekday = weekday_spellings().get(match.group("day").lower())
        if weekday is None:
            return
        last = first - timedelta(days=(first.weekday() - weekday - 1) % 7 + 1)
    else:
        number = match.group("number").lower()
        count = int(number) if number.isdecimal() else NUMBERS.get(number.replace("één", "een"), 1)
        last = first - timedelta(days=count * (7 if match.group("unit").lower().startswith("w") else 1))
    yield letter.find(
        "registration_deadline", last.isoformat(), DERIVED, line, match.start(), match.end(), "registration"
    )


def _first_day(letter: Letter, edition: Edition) -> date | None:
    """The activity's first day, where it is told at all."""
    found = max(find_dates(letter, edition), key=lambda finding: finding.confidence, default=None)
    if found is None or not isinstance(found.value, tuple):
        return None
    return min(date.fromisoformat(str(span["starts"])[:10]) for span in found.value)


def _where(letter: Letter, line: Line, following: Sequence[Line]) -> Iterator[Finding]:
    found = _nearest(letter, line, letter.links(line))
    if found is None and line.label == "registration":
        for other in following:
            if (
                other.block == line.block
                and other.label in ("registration", "", "email", "url")
                and other.sheet is line.sheet
            ):
                found = next(iter(letter.links(other)), None)
                if found is not None:
                    break
    if found is not None and not _desk(letter, found):
        grade = LABELLED if line.label == "registration" and line.own_label else SAID
        yield letter.find("registration", found.value, grade, line, found.start, found.end, "registration")
        return
    me = letter.search(BY_ME, line)
    if found is None and me is not None and letter.writer.email:
        evidence = (
            letter.evidence(line.sheet, me.start(), me.end()),
            Evidence("header:From", 0, 0, letter.writer.email),
        )
        yield Finding("registration", letter.writer.email, LIKELY, evidence, "registration")


def _nearest(letter: Letter, line: Line, found: Sequence[Link]) -> Link | None:
    """Of several links the first behind the word that asks to register; none that is for information."""
    if line.label == "registration" and line.own_label:
        return found[0] if found else None
    text = line.sheet.text
    match = letter.search(REGISTER, line)
    at = match.start() if match else line.start
    behind = [
        link
        for link in found
        if link.start >= at and not _INFO.search(text[max(at, link.start - 60) : link.start])
    ]
    before = [
        link
        for link in found
        if link.start < at and not _INFO.search(text[max(line.start, link.start - 60) : link.start])
    ]
    return next(iter(behind or before), None)


def _desk(letter: Letter, link: Link) -> bool:
    """Whether a link is the desk's own, which is nowhere to register at."""
    domain = letter.edition.domain
    return bool(domain) and link.mail and link.value.lower().endswith("@" + domain)
