"""Is a mail for the week; also asked before a mail is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from intake.campaign import half_named, named, topical
from intake.edition import Edition
from intake.extract.dates.days import DayMention
from intake.extract.dates.scan import mentions
from intake.extract.finding import Kind, Tag
from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.nouns import nouns
from intake.extract.signs.announcing import ANNOUNCES, LISTING
from intake.extract.signs.asking import ASKS
from intake.extract.signs.offering import GIVES, OFFERS

PEEK: Final = 16 * 1024  # how much of a mail's text is looked at before it is stored


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
    whole = f"{subject}\n{text}"
    meant = topical(whole, edition) or half_named(whole, edition) or LISTING.search(whole) is not None
    if meant and _tells_something(text, edition):
        return Verdict(ours=True, doubt=True)
    return Verdict(ours=False, doubt=False)


def _tells_something(text: str, edition: Edition) -> bool:
    """Whether a text announces, changes or offers something rather than only mention the week."""
    days = any(
        isinstance(m, DayMention) and not m.week and m.strong and edition.starts <= m.days[0] <= edition.ends
        for m in mentions(text, edition)
    )
    if days and any(True for _ in nouns(text, 0, len(text))):
        return True
    offers = OFFERS.search(text) is not None and GIVES.search(text) is not None
    return offers or any(words.search(text) for words in (ANNOUNCES, LISTING, ASKS))


def tag_of(letter: Letter) -> Tag:
    """Where a mail says that it is for the week; what the desk wrote in it does not count."""
    subject = letter.mail.texts.get("subject", letter.mail.subject)
    for names in (named, half_named):
        if names(subject, letter.edition):
            return Tag.SUBJECT
        if any(names(text, letter.edition) for text in _voices(letter)):
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


def passing(letter: Letter, kind: Kind, tag: Tag) -> bool:
    """Whether the week is only mentioned in passing, so that staff should doubt that the mail is for it."""
    if tag is Tag.SUBJECT or kind in (Kind.AUTOMATIC, Kind.UNRELATED):
        return False
    return tag is Tag.NONE or kind is Kind.QUESTION or not any(letter.told())
