"""Which texts of a mail speak for the activity, in whose voice: the sheets of a letter."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from intake.edition import Edition
from intake.extract.calendar_text import unfolded
from intake.extract.line import Place, Sheet
from intake.extract.mojibake import mended
from intake.extract.people import display_name, fits, is_person
from intake.extract.recased import named, recased
from intake.mail.mail import Address, Mail, Part, Passage, PassageKind, Role

_MACHINES: Final = re.compile(
    r"^(?:no-?reply|do-?not-?reply|niet-?antwoorden|geen-?antwoord|formulier|webform\w*|wordpress|website|"
    r"mailer|"
    r"notificat\w+|calendar-notification|system|server|robot)\b",
    re.IGNORECASE,
)
# a signature is no longer, and its lines are no wider
_TAIL_LINES: Final = 14
_TAIL_WIDTH: Final = 100
_CLOSING: Final = re.compile(
    r"(?:(?:met\s+)?(?:de\s+|heel\s+)?(?:\w+\s+)?(?:vriendelijke|hartelijke|warme|lieve|sportieve|"
    r"collegiale|zonnige|beste)?\s*groet(?:en|jes)?|hoogachtend|mvg|m\.v\.g\.|gr\.?|"
    r"met\s+(?:de\s+meeste\s+|bijzondere\s+)?hoogachting|namens\s+(?:het|de|ons|onze)\s[^.]{3,40},|"
    r"tot\s+(?:dan|ziens|horens)|"
    r"alvast\s+(?:hartelijk\s+)?(?:be)?dankt?)[\s,!.]*(?:[A-Z]\w+(?:\s[A-Z]\w+)?)?\s*$",
    re.IGNORECASE,
)
# before a name, between it and a role, and before it again
_GREETS: Final = re.compile(r"^(?:x+|liefs|groet\w*|gr\.?|mvg)[,\s]+", re.IGNORECASE)
_ROLE: Final = re.compile(r"\s*[|,]\s*|\s[–—-]\s|\s\((?!\w+\)\s)")
_TITLE: Final = re.compile(r"^(?:drs|dr|mr|ing|ir|prof|mevrouw|mevr|mw|dhr)\.?\s+", re.IGNORECASE)
# a phone, an address of mail or web, a postcode
_REACHED: Final = re.compile(r"(?:\+31|\b0)[\d\s().-]{8,14}\d|\S@\S|\bwww\.|\b\d{4}\s?[A-Z]{2}\b")
# what a writer pasted under his own words
_EARLIER: Final = re.compile(
    r"^[ \t>]*[-–—=_*]{2,}\s*(?:eerder|oorspronkelijk|origineel|vorige?|onze\s+eerdere)e?\s+(?:bericht|"
    r"mail|e-mail|tekst|aankondiging)[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_READ: Final = {
    Role.DOCUMENT: Place.DOCUMENT,
    Role.PHOTO: Place.DOCUMENT,  # one that words were read in
    Role.CALENDAR: Place.CALENDAR,
    Role.CONTACT: Place.CARD,
}


def from_desk(address: Address | None, edition: Edition) -> bool:
    """Whether an address is the desk's own."""
    return bool(address and edition.domain and address.email.rpartition("@")[2] == edition.domain)


def machine(address: Address) -> bool:
    """Whether an address is one that nobody reads ("noreply@...")."""
    return bool(_MACHINES.match(address.email))


def innermost(mail: Mail, edition: Edition) -> Passage | None:
    """The forwarded passage whose writer is the organiser: the deepest that is not the desk's own."""
    found = [
        passage
        for passage in mail.passages_of(PassageKind.FORWARDED)
        if not from_desk(passage.sender, edition) and mail.text_of(passage).strip()
    ]
    return max(found, key=lambda passage: passage.level, default=None)


def writer(mail: Mail, edition: Edition) -> Address:
    """Who wrote what counts: the forwarded mail's sender, else whom answers go to, else the sender."""
    found = _writer(mail, edition)
    return replace(found, name=named(found.name))


def _writer(mail: Mail, edition: Edition) -> Address:
    inner = innermost(mail, edition)
    if inner is not None and inner.sender is not None and (inner.sender.email or inner.sender.name):
        return inner.sender
    for address in mail.reply_to:
        if not from_desk(address, edition) and (machine(mail.sender) or from_desk(mail.sender, edition)):
            return address
    return mail.sender


def signature_start(sheet: Sheet, who: Address) -> int:
    """Where a signature without a greeting begins: at the sender's own name near the end; else the end.

    Everything behind the name must be short lines, as in "Wim Jaspers / coördinator SWV / 0475 - 39 82 11".
    """
    text = sheet.text
    found, at = sheet.end, sheet.end
    for _ in range(_TAIL_LINES):
        begin = text.rfind("\n", sheet.start, at - 1 if at > sheet.start else at) + 1
        begin = max(begin, sheet.start)
        line = text[begin:at].strip()
        if len(line) > _TAIL_WIDTH:
            break
        if line and (_CLOSING.match(line) or _signs(line, who)):
            found = begin
        if begin <= sheet.start:
            break
        at = begin
    return found if text[sheet.start : found].strip() else sheet.end


def _signs(line: str, who: Address) -> bool:
    """Whether a line is its writer's name, alone or with a role behind it; no row of a table is."""
    if "\t" in line:
        return False
    if who.name and line.casefold() == who.name.casefold():
        return True
    name = _ROLE.split(_GREETS.sub("", line), maxsplit=1)[0].strip(" *_")
    name = _TITLE.sub("", name)
    given = display_name(who.name)
    if name and (name == given or (given and name == given.split()[0])):
        return True
    return is_person(name) and (fits(name, who.email) or not given)


def sheets(mail: Mail, edition: Edition) -> Iterator[Sheet]:
    """The sheets of a mail: the text that counts, then calendars and documents, subject and signature."""
    inner = innermost(mail, edition)
    level = inner.level if inner is not None else 0
    signatures = []
    plain = {source: _written(mail, source, *mended(text)) for source, text in mail.texts.items()}
    for passage in mail.passages:
        place = _place(passage, inner, level, edition)
        if place is None:
            continue
        if place is Place.BODY and _below_signature(mail, passage):
            place = Place.SIGNATURE
        sheet = _sheet(passage, place, plain)
        if place is Place.SIGNATURE:
            signatures.append(sheet)
        elif place is Place.BODY and sheet.source == "body":
            earlier = _EARLIER.search(sheet.text, sheet.start, sheet.end)
            if earlier is not None and sheet.text[sheet.start : earlier.start()].strip():
                sheet = replace(sheet, end=earlier.start())
            cut = signature_start(sheet, writer(mail, edition))
            yield replace(sheet, end=cut)
            if cut < sheet.end:
                signatures.append(replace(sheet, start=cut, place=Place.SIGNATURE))
        else:
            yield sheet
    covered = {passage.source for passage in mail.passages}
    for part in mail.parts:
        if part.source and part.source not in covered and part.source in mail.texts:
            yield from _attached(mail, part)
    subject = mail.texts.get("subject", "")
    yield Sheet("subject", subject, Place.SUBJECT, 0, len(subject))
    yield from signatures


def _written(
    mail: Mail, source: str, text: str, offsets: Sequence[int] | None
) -> tuple[str, Sequence[int] | None]:
    """A text with the capitals that the writers of its passages leave out; each character keeps its place."""
    pieces, at = [], 0
    for passage in mail.passages:
        if passage.source == source and offsets is None and passage.start >= at:
            signed = passage.kind is PassageKind.SIGNATURE
            pieces += [text[at : passage.start], recased(text[passage.start : passage.end], signed=signed)]
            at = passage.end
    whole = "".join([*pieces, text[at:]])
    return (text, offsets) if whole == text else (whole, range(len(whole) + 1))


def _below_signature(mail: Mail, passage: Passage) -> bool:
    """Whether a passage only goes on with the signature above it: an organisation's lines and its phone."""
    at = mail.passages.index(passage)
    above = mail.passages[at - 1] if at else None
    if above is None or above.kind is not PassageKind.SIGNATURE or above.source != passage.source:
        return False
    lines = [line.strip() for line in mail.text_of(passage).splitlines() if line.strip()]
    return (
        0 < len(lines) <= _TAIL_LINES
        and all(len(line) <= _TAIL_WIDTH and not line.endswith((".", "!", "?", ":")) for line in lines)
        and any(_REACHED.search(line) for line in lines)
    )


def _sheet(passage: Passage, place: Place, plain: dict[str, tuple[str, Sequence[int] | None]]) -> Sheet:
    text, offsets = plain[passage.source]
    if offsets is None:
        return Sheet(passage.source, text, place, passage.start, passage.end)
    start, end = bisect_left(offsets, passage.start), bisect_left(offsets, passage.end)
    return Sheet(passage.source, text, place, start, min(end, len(text)), offsets)


def _place(passage: Passage, inner: Passage | None, level: int, edition: Edition) -> Place | None:
    kind = passage.kind
    if kind is PassageKind.FORWARDED:
        return Place.BODY if passage.level == level and not from_desk(passage.sender, edition) else None
    if kind is PassageKind.SIGNATURE:
        mine = passage.level == level and not from_desk(passage.sender, edition)
        return Place.SIGNATURE if mine or inner is None else Place.COVER if passage.level == 0 else None
    if kind is PassageKind.OWN:
        return Place.BODY if inner is None else Place.COVER
    return None


def _attached(mail: Mail, part: Part) -> Iterator[Sheet]:
    text = mail.texts[part.source]
    place = _READ.get(part.role)
    if place is None or not text.strip():
        return
    if place is Place.CALENDAR or part.source.lower().endswith(".ics"):
        plain, offsets = unfolded(text)
        yield from _events(part.source, plain, offsets)
        return
    yield Sheet(part.source, text, place, 0, len(text))


def _events(source: str, plain: str, offsets: list[int]) -> Iterator[Sheet]:
    """The free text of a calendar's events: what was written in DESCRIPTION."""
    inside = 0
    for match in re.finditer(
        r"^(BEGIN:VEVENT|BEGIN:VALARM|END:VALARM|END:VEVENT)|^DESCRIPTION(?:;[^:\n]*)?:", plain, re.M
    ):
        word = match.group(1)
        if word:
            inside = {"BEGIN:VEVENT": 1, "BEGIN:VALARM": 2, "END:VALARM": 1, "END:VEVENT": 0}[word]
        elif inside == 1:
            stop = plain.find("\x1e", match.end())
            yield Sheet(source, plain, Place.CALENDAR, match.end(), len(plain) if stop < 0 else stop, offsets)
