"""What kind of mail it is: what machines and lists send by rules, the rest as labelled mails taught it."""

from collections.abc import Sequence
from typing import Final

from intake.automatic import AWAY, RETURNS, SAYS_SO, answered_by_machine, bulk, newsletter, subscribed
from intake.campaign import named, topical
from intake.extract.facts import Facts, asides, facts
from intake.extract.finding import Kind, Tag
from intake.extract.learned.kind import likely_kinds
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.signs.announcing import LISTING

# A kind that is less likely is no more than likely: nothing of an activity is sure then.
SURE: Final = 0.8
_AWAY: Final = 1200  # characters: no answering machine says more


def judged(letter: Letter, tag: Tag) -> tuple[Kind, bool]:
    """What kind of mail it is, and whether that is sure."""
    mail = letter.mail
    own = letter.at(Place.BODY, Place.COVER)
    if answered_by_machine(mail):
        return Kind.AUTOMATIC, True
    if bulk(mail):
        listed = tag is not Tag.NONE or subscribed(mail, "\n".join(line.text for line in own))
        return (Kind.AUTOMATIC if listed else Kind.UNRELATED), True
    if newsletter(mail, "\n".join(line.text for line in own)) and not any(letter.those(own, LISTING)):
        return (Kind.UNRELATED if tag is Tag.NONE else Kind.AUTOMATIC), True
    aside = asides(letter)
    told = facts(letter, aside)
    likely = likely_kinds(letter, own, told, aside)
    kind = max(likely, key=likely.__getitem__)
    if kind is not Kind.ACTIVITY and _away(letter, own):
        return Kind.AUTOMATIC, True
    if tag is Tag.NONE and not _meant(letter, own, kind, told):
        return Kind.UNRELATED, True
    return kind, likely[kind] >= SURE


def _meant(letter: Letter, own: Sequence[Line], kind: Kind, told: Facts) -> bool:
    """Whether a mail that does not name the week is for it: by its thread, or by its day and its subject."""
    mail = letter.mail
    thread = bool(mail.in_reply_to) and any(named(text, letter.edition) for text in mail.texts.values())
    if thread and kind in (Kind.ACTIVITY, Kind.UPDATE):
        return True
    if kind is not Kind.ACTIVITY or not told.in_week:
        return False
    lines = (*letter.at(Place.SUBJECT), *own)
    return any(letter.those(lines, LISTING)) or any(topical(line.text, letter.edition) for line in lines)


def _away(letter: Letter, own: Sequence[Line]) -> bool:
    """Whether a machine answers for somebody who is not there, or says that it is one."""
    if sum(line.end - line.start for line in own) > _AWAY:
        return False
    says = [any(letter.those(own, words)) for words in (SAYS_SO, AWAY, RETURNS)]
    return says[0] or (says[1] and says[2])
