"""Is a mail for the week, and what kind of mail is it; also asked before a mail is stored."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from intake.campaign import named, topical
from intake.edition import Edition
from intake.extract.change import ADDED, CANCELLED, CHANGED
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.dates.scan import mentions
from intake.extract.finding import Kind, Tag
from intake.extract.letter import Letter, Line, Place
from intake.extract.nouns import nouns
from intake.extract.place.address import addresses
from intake.mail.mail import Mail, Role

PEEK: Final = 16 * 1024  # how much of a mail's text is looked at before it is stored
_AUTOMATIC_SUBJECT: Final = re.compile(
    r"^\W*(?:(?:re|antw|fw|fwd)\s*:\s*)*(?:automatisch\s+(?:antwoord|bericht)|automatische\s+(?:reactie|"
    r"beantwoording)|out\s+of\s+(?:the\s+)?office|afwezigheid\w*|afwezig\b|auto(?:matic)?[\s-]*(?:reply|"
    r"response|antwoord)|"
    r"undeliver\w*|undelivered|onbestelbaar|niet\s+bestelbaar|delivery\s+(?:status|failure|has\s+failed)|"
    r"mail\s+delivery|returned\s+mail|failure\s+notice|gelezen\s*:|read\s*:|leesbevestiging|read\s+receipt|"
    r"ontvangstbevestiging\s*:?\s*$|not\s+read|niet\s+gelezen|verwijderd\s*:)",
    re.IGNORECASE,
)
_AUTOMATIC_TEXT: Final = re.compile(
    r"\b(?:ben\s+ik\s+(?:(?:er\s+)?(?:even\s+)?niet|afwezig|met\s+(?:verlof|vakantie)|weer\s+(?:bereikbaar|"
    r"aanwezig))|(?:mails?|berichten)\s+worden\s+niet\s+(?:doorgestuurd|gelezen)|"
    r"I\s+am\s+(?:currently\s+)?out\s+of\s+(?:the\s+)?office|dit\s+is\s+een\s+automatisch)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\b(?:zet\s+(?:dit\s+|het\s+)?nog\s+niks|nog\s+niet\s+(?:in\s+de\s+agenda|plaatsen)|"
    r"is\s+het\s+de\s+bedoeling|twijfel\w*|ik\s+vroeg\s+me|vraag(?:je)?\s+(?:over|aan)|mijn\s+vraag|"
    r"kunt\s+u\s+mij|kun\s+je\s+mij|wij\s+overwegen|we\s+(?:overwegen|lopen\s+te\s+denken|denken\s+(?:aan|"
    r"erover))|"
    r"wie\s+kan\s+ik|hoe\s+(?:meld|kan|kunnen|werkt)|mogen\s+(?:wij|we)\s+ook|kan\s+dat\s*\?|"
    r"waar\s+(?:vind|kan|kunnen)|weten\s+jullie|hebben\s+jullie|wanneer\s+(?:is|wordt|komt)|"
    r"ik\s+zou\s+graag\s+weten|graag\s+hoor(?:\s+ik|den)?\s+(?:of|wat|hoe)|interview\w*|scriptie|"
    r"kan\s+iemand|(?:nu|hier|nog)\s+(?:de|mijn|onze|een|wat|twee|drie)\s+(?:\w+\s+)?vra(?:ag|gen))\b",
    re.IGNORECASE,
)
_OFFERS: Final = re.compile(
    r"\b(?:toolbox|foto['’]?s?|filmpjes?|video(?:['’]s|clip)?|handreiking(?:en)?|materia(?:al|len)|"
    r"posters?|lesbrief|modelbrief|stroomschema|podcast\w*|infographic|kaartjes?|links?(?:jes|lijst\w*)?|"
    r"brochure|beeldmateriaal|fragment|clip|animatie|handout|verslag|stappenplan|verzuimkaart|werkblad|"
    r"gesprekskaart\w*|logo|checklist|protocol|aflevering)\b",
    re.IGNORECASE,
)
_GIVES: Final = re.compile(
    r"\b(?:bijgaand|hierbij|bij\s+deze|bij\s+dezen|bijgevoegd|in\s+de\s+bijlage|als\s+bijlage|"
    r"te\s+gebruiken|vrij\s+te\s+gebruiken|gebruik\s+(?:het|ze|gerust)|delen|deel\s+ik|stuur\w*|"
    r"zoals\s+beloofd|bronvermelding|te\s+downloaden|mogen\s+jullie|mag\s+gebruikt|ter\s+beschikking|"
    r"beschikbaar|zit(?:ten)?\s+erbij|gemaakt)\b",
    re.IGNORECASE,
)
_ANNOUNCES: Final = re.compile(
    r"\b(?:organise(?:ert|ren)|houden\s+(?:wij|we)|(?:wij|we)\s+(?:houden|doen|geven|starten|openen|"
    r"verzorgen|gaan|zetten|nodigen)|vindt\s+(?:er\s+)?(?:\w+\s+){0,4}plaats|nodig(?:t|"
    r"en)?\s+(?:\w+\s+){0,3}uit|meld(?:en)?\s+(?:ik|wij|we|graag|hierbij)|aanmelding|(?:onze|mijn|een|twee|"
    r"drie|vier)\s+activiteit(?:en)?|"
    r"doen\s+(?:ook\s+)?mee|in\s+(?:jullie|uw|de)\s+agenda|activiteit\s+door|bijdrage|opnemen|plaatsing|"
    r"is\s+er\b|aanvang|gratis\s+toegang|inloop|datum\s+volgt|vermelden|op\s+de\s+(?:site|website|agenda)|"
    r"overzicht)\b",
    re.IGNORECASE,
)
_FOLLOWS: Final = re.compile(
    r"\b(?:wijziging|gewijzigd|verplaatst|verzet|verschoven|gaat\b[^.;]{0,60}\bniet\s+(?:meer\s+)?door|"
    r"afgelast(?:en|ing)?|geannuleerd|moeten\s+(?:wij|we)\s+[^.;]{0,90}\b(?:afzeggen|annuleren)|annulering|"
    r"aanvulling|rectificatie|correctie|andere\s+(?:locatie|zaal|datum|tijd|plek)|nieuwe\s+(?:locatie|zaal|"
    r"datum|tijd|plek)|vervalt|te\s+vervallen|schuift\s+op|ontbrak|vergeten\s+te|"
    r"toch\s+niet\s+door|niet\s+door(?:gaan)?|(?:nu\s+)?niet\s+(?:meer\s+)?(?:bij|in|op|"
    r"om)\s+[^.;]{2,50}\bmaar\s+(?:bij|in|op|om|van)\b|aanpassen|nagekomen|wijken\s+uit|uitwijken|"
    r"gewijzigde?|verhuist)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:eerder|al\s+(?:doorgegeven|aangemeld|gemeld|op\s+de\s+site|in\s+de\s+agenda)|aangemeld\w*|"
    r"doorgegeven|in\s+(?:jullie|uw|de)\s+agenda\s+staat|staat\s+(?:al\s+)?(?:op|in)\s+(?:de|jullie|uw)|"
    r"vorige\s+(?:week|mail)|mijn\s+(?:vorige\s+)?mail|helaas|sorry|excuus|onze\s+(?:workshop|bijeenkomst|"
    r"avond|middag|activiteit|lezing|voorstelling|symposium|training)|blijft|bericht\s+van|stuurde|stond)\b",
    re.IGNORECASE,
)
# "niet bij ons maar in ..." corrects an earlier mail only in an answer to it
_INSTEAD: Final = re.compile(r"\bniet\s+(?:meer\s+)?(?:bij|in|op|om)\s+[^.;]{2,50}\bmaar\b", re.IGNORECASE)
_CALLED_OFF: Final = re.compile(
    r"\b(?:afgelast(?:en|ing)?|geannuleerd|gaat\b[^.;?]{0,60}\bniet\s+door)\b", re.IGNORECASE
)
_LATER: Final = re.compile(
    r"\b(?:datum|tijd|locatie)\b[^.;]{0,40}\b(?:volg\w*|nog\s+niet\s+bekend|nader)", re.IGNORECASE
)
_REPLY: Final = re.compile(r"^\W*(?:re|antw|aw|betr)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a mail before it is stored: whether it is ours, and whether only in passing."""

    ours: bool
    doubt: bool


def tagged(text: str, edition: Edition) -> bool:
    """Whether a text names the campaign in any recognisable spelling."""
    return named(text, edition)


def judge(subject: str, text: str, documents: Iterable[str], edition: Edition) -> Verdict:
    """Judge a mail from its subject, the beginning of its text and, where those say nothing, its documents.

    Args:
        subject: decoded and unfolded.
        text: the text part's beginning, no more than PEEK characters of it are read.
        documents: the texts of attached documents; they are asked for only when they are needed.
        edition: whose week it is.
    """
    if named(subject, edition):
        return Verdict(ours=True, doubt=False)
    text = text[:PEEK]
    if named(text, edition):
        return Verdict(ours=True, doubt=not _tells_something(text, edition))
    for document in documents:
        if named(document, edition):
            return Verdict(ours=True, doubt=False)
    if topical(f"{subject}\n{text}", edition) and _tells_something(text, edition):
        return Verdict(ours=True, doubt=True)
    return Verdict(ours=False, doubt=False)


def _tells_something(text: str, edition: Edition) -> bool:
    """Whether a text announces, changes or offers something rather than only mention the week."""
    days = any(
        isinstance(m, DayMention) and not m.week and m.strong and edition.starts <= m.days[0] <= edition.ends
        for m in mentions(text, edition)
    )
    if days and (_ANNOUNCES.search(text) or any(True for _ in nouns(text, 0, len(text)))):
        return True
    offers = _OFFERS.search(text) is not None and _GIVES.search(text) is not None
    return offers or _ANNOUNCES.search(text) is not None or _ASKS.search(text) is not None


def automatic(mail: Mail) -> bool:
    """Whether no person wrote a mail for the desk: RFC 3834, bounces, receipts, out-of-office, lists."""
    return answered_by_machine(mail) or bulk(mail)


def answered_by_machine(mail: Mail) -> bool:
    """An automatic answer, a bounce or a receipt (RFC 3834, RFC 3464, RFC 8098)."""
    headers = mail.headers

    def first(name: str) -> str:
        return headers.get(name, ("",))[0].strip().lower()

    submitted = first("auto-submitted").partition(";")[0].strip()
    if (
        submitted
        and submitted != "no"
        and not (
            submitted == "auto-generated" and mail.reply_to and mail.reply_to[0].email != mail.sender.email
        )
    ):
        return True
    if first("return-path") == "<>" or first("precedence") in ("auto_reply", "auto-reply"):
        return True
    if any(
        name in headers
        for name in ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-failed-recipients")
    ):
        return True
    if first("content-type").startswith("multipart/report") or mail.sender.email.partition("@")[0] in (
        "mailer-daemon",
        "postmaster",
    ):
        return True
    return _AUTOMATIC_SUBJECT.search(mail.subject) is not None


def bulk(mail: Mail) -> bool:
    """A newsletter or a mailing list (RFC 2369, RFC 2919)."""
    headers = mail.headers
    return any(name in headers for name in ("list-id", "list-unsubscribe", "list-post")) or headers.get(
        "precedence", ("",)
    )[0].strip().lower() in ("bulk", "list", "junk")


def tag_of(letter: Letter) -> Tag:
    """Where a mail says that it is for the week; what the desk wrote in it does not count."""
    if named(letter.mail.texts.get("subject", letter.mail.subject), letter.edition):
        return Tag.SUBJECT
    for text in _voices(letter):
        if named(text, letter.edition):
            return Tag.BODY
    return Tag.NONE


def _voices(letter: Letter) -> Iterable[str]:
    """The texts that speak for a mail, without what is quoted from the desk."""
    seen: set[tuple[str, int]] = set()
    for line in letter.lines:
        key = (line.sheet.source, line.sheet.start)
        if line.place is not Place.SUBJECT and key not in seen:
            seen.add(key)
            yield line.sheet.text[line.sheet.start : line.sheet.end]
    for passage in letter.mail.passages:
        if passage.subject and passage.kind.value == "forwarded":
            yield passage.subject


def kind_of(letter: Letter, tag: Tag) -> Kind:
    """What kind of mail it is, read as a whole."""
    mail = letter.mail
    own = letter.at(Place.BODY, Place.COVER)
    if answered_by_machine(mail) or (
        tag is not Tag.BODY and _length(own) < 1200 and _says(letter, _AUTOMATIC_TEXT, _first(own, 600))
    ):
        return Kind.AUTOMATIC
    if bulk(mail):
        listed = "list-id" in mail.headers or "list-post" in mail.headers
        return Kind.AUTOMATIC if tag is not Tag.NONE or listed else Kind.UNRELATED
    told = _told(letter)
    if tag is Tag.NONE and not (
        told.days
        and any(topical(text, letter.edition) for text in (mail.subject, *(line.text for line in own)))
    ):
        return Kind.UNRELATED
    if _updates(letter, own):
        return Kind.UPDATE
    if _announced(letter, told, own):
        return Kind.ACTIVITY
    if _material(letter, own):
        return Kind.MATERIAL
    if told.announces and not _says(letter, _ASKS, own) and (told.days or told.noun or told.documents):
        return Kind.ACTIVITY
    return Kind.QUESTION if tag is not Tag.NONE else Kind.UNRELATED


@dataclass(slots=True)
class _Told:
    """What a letter tells that an announcement would."""

    days: int = 0
    timed: int = 0
    asked: int = 0
    noun: bool = False
    announces: bool = False
    documents: bool = False
    calendar: bool = False
    place: bool = False


def _told(letter: Letter) -> _Told:
    told = _Told()
    lines = list(letter.told())
    for line in lines:
        days = [m for m in letter.mentions(line) if isinstance(m, DayMention)]
        activity = [
            m
            for m in days
            if (m.strong or line.label == "date") and role_of(letter, line, m) is DateRole.ACTIVITY
        ]
        told.noun = told.noun or bool(letter.nouns(line))
        told.announces = told.announces or letter.search(_ANNOUNCES, line) is not None
        if not activity:
            continue
        told.documents = told.documents or line.place is Place.DOCUMENT
        if _doubtful(line):
            told.asked += 1
            continue
        told.days += 1
        if _times_near(letter, lines, line):
            told.timed += 1
    told.noun = told.noun or any(letter.nouns(line) for line in letter.at(Place.SUBJECT))
    told.place = any(
        True for line in letter.at(Place.BODY) for _ in addresses(line.sheet.text, line.start, line.end)
    )
    told.calendar = any(part.role is Role.CALENDAR for part in letter.mail.parts)
    return told


def _doubtful(line: Line) -> bool:
    """Whether a day is only asked about or weighed: "maar of dat 9 of 11 mei wordt", "valt samen met"."""
    text = line.text
    return text.rstrip().endswith("?") or bool(
        re.search(
            r"\bof\s+dat\b|\bvalt\s+(?:precies\s+)?samen\b|\bmisschien\b|\bzou(?:den)?\b|\btwijfel|"
            r"\bwellicht\b|\bkan\s+(?:die|dat)\s+niet\b",
            text,
            re.IGNORECASE,
        )
    )


def _times_near(letter: Letter, lines: list[Line], line: Line) -> bool:
    return any(
        isinstance(m, TimeMention)
        for other in lines
        if abs(other.block - line.block) <= 1 and other.sheet is line.sheet
        for m in letter.mentions(other)
    )


def _updates(letter: Letter, own: Sequence[Line]) -> bool:
    head = [*_first(own, 700), *letter.at(Place.SUBJECT)]
    follows = any(_says(letter, pattern, head) for pattern in (_FOLLOWS, CANCELLED, ADDED))
    if not follows and not CHANGED.search(letter.mail.subject):
        return False
    reply = bool(_REPLY.match(letter.mail.subject) or letter.mail.in_reply_to or letter.mail.references)
    if reply or _says(letter, _CALLED_OFF, head):
        return True
    return not _says(letter, _INSTEAD, head) and _says(letter, _EARLIER, head)


def _announced(letter: Letter, told: _Told, own: Sequence[Line]) -> bool:
    if told.calendar or (told.timed and not (told.asked and _says(letter, _ASKS, own))):
        return True
    if told.days and not told.timed and not told.place and sum(line.text.count("?") for line in own) >= 2:
        return False
    if told.days and (told.noun or told.announces) and (told.place or not _says(letter, _ASKS, own)):
        return told.place or not _material(letter, own)
    return told.noun and _says(letter, _LATER, own)


def _material(letter: Letter, own: Sequence[Line]) -> bool:
    media = any(
        part.role in (Role.PHOTO, Role.VIDEO, Role.AUDIO, Role.DOCUMENT) for part in letter.mail.parts
    )
    offers = _OFFERS.search(letter.mail.subject) is not None or _says(letter, _OFFERS, own)
    return offers and (media or any(letter.links(line) for line in own) or _says(letter, _GIVES, own))


def _says(letter: Letter, pattern: re.Pattern[str], lines: Sequence[Line]) -> bool:
    return any(letter.search(pattern, line) is not None for line in lines)


def _length(lines: Sequence[Line]) -> int:
    return sum(line.end - line.start for line in lines)


def _first(lines: Sequence[Line], length: int) -> list[Line]:
    """The lines within the first so many characters."""
    totals = accumulate((line.end - line.start for line in lines), initial=0)
    return [line for line, before in zip(lines, totals, strict=False) if before < length]


def passing(letter: Letter, kind: Kind, tag: Tag) -> bool:
    """Whether the week is only mentioned in passing, so that staff should doubt that the mail is for it."""
    if tag is Tag.SUBJECT or kind in (Kind.AUTOMATIC, Kind.UNRELATED):
        return False
    return tag is Tag.NONE or kind is Kind.QUESTION or not any(letter.told())
