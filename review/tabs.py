"""The source zone: what a mail is shown as, one tab for each way to look at it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from review import source
from review.source import Mark, Stretch
from review.words import say
from store.attachments import PICTURES
from store.draftview import MailView, PartView

# Kinds of pictures of phones that no decoder of ours knows.
FOREIGN_PICTURES: Final = frozenset({"image/heic", "image/heif"})
# What a mail is dressed up with: a logo below a signature is nobody's photo.
_ORNAMENTS: Final = frozenset({"decoration", "signature"})


class Way(StrEnum):
    """How something is shown."""

    WORDS = "words"
    LAYOUT = "layout"
    PAGES = "pages"
    PICTURE = "picture"
    TEXT = "text"
    PHOTOS = "photos"
    FILES = "files"
    THREAD = "thread"


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key in the address, what it is called, what is in it, and the values that stand in it."""

    key: str
    label: str
    way: Way
    parts: tuple[PartView, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    keys: tuple[str, ...] = ()
    mails: tuple[MailView, ...] = ()


def tabs(
    mail: MailView,
    parts: Sequence[PartView],
    texts: Mapping[str, str],
    passages: Any,
    marks: Mapping[str, Sequence[Mark]],
    thread: Sequence[MailView],
) -> list[Tab]:
    """The tabs of a mail.

    Args:
        mail: the mail itself.
        parts: its attachments, and those of mails that were put with it.
        texts: of the mail and its attachments.
        passages: whose words they are.
        marks: where values stand, by text.
        thread: the other mails of the conversation.
    """
    here = [part for part in parts if part.role not in _ORNAMENTS or part.suspicious]
    photos = tuple(part for part in here if _is_photo(part))
    made = [_of_body(texts, passages, marks)]
    if mail.whole:
        made.append(Tab("opmaak", say("source.layout"), Way.LAYOUT))
    files: list[PartView] = []
    for part in here:
        own = part.source if part.mail_id == mail.id else ""
        way = way_of(part, has_text=bool(texts.get(own, "").strip()))
        if part in photos:
            continue
        if way is Way.FILES:
            files.append(part)
        else:
            made.append(_of_part(part, way, own, texts, passages, marks))
    if photos:
        made.append(Tab("fotos", say("source.photos", count=len(photos)), Way.PHOTOS, photos))
    files += [part for part in parts if part not in here]
    if files:
        made.append(Tab("bestanden", say("source.files", count=len(files)), Way.FILES, tuple(files)))
    if thread:
        label = say("source.thread.tab", count=len(thread))
        made.append(Tab("gesprek", label, Way.THREAD, mails=tuple(thread)))
    return made


def way_of(part: PartView, *, has_text: bool) -> Way:
    """How an attachment is shown; of one that may be dangerous no picture is ever made."""
    if not part.suspicious:
        if part.type == "application/pdf":
            return Way.PAGES
        if part.type in PICTURES:
            return Way.PICTURE
    return Way.TEXT if has_text else Way.FILES


def _is_photo(part: PartView) -> bool:
    return part.role == "photo" and not part.suspicious and part.type in PICTURES | FOREIGN_PICTURES


def _of_body(texts: Mapping[str, str], passages: Any, marks: Mapping[str, Sequence[Mark]]) -> Tab:
    stretches = _stretches("body", texts, passages, marks)
    return Tab("tekst", say("source.text"), Way.WORDS, stretches=stretches, keys=_keys(marks.get("body", ())))


def _of_part(
    part: PartView,
    way: Way,
    name: str,
    texts: Mapping[str, str],
    passages: Any,
    marks: Mapping[str, Sequence[Mark]],
) -> Tab:
    stretches = _stretches(name, texts, passages, marks)
    keys = _keys(marks.get(name, ()))
    return Tab(f"bijlage-{part.id}", part.name or part.safe_name, way, (part,), stretches, keys)


def _stretches(
    name: str, texts: Mapping[str, str], passages: Any, marks: Mapping[str, Sequence[Mark]]
) -> tuple[Stretch, ...]:
    whose = [one for one in passages if one["source"] == name]
    return tuple(source.stretches(texts.get(name, ""), whose, marks.get(name, ())))


def _keys(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.key for mark in marks))
