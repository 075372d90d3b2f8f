"""What kind of mail it is: every sentence is evidence, the kind with most of it is the mail's."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from intake.automatic import AWAY, RETURNS, SAYS_SO, answered_by_machine, bulk, newsletter, subscribed
from intake.campaign import named, topical
from intake.extract.answering import answers_desk
from intake.extract.capacity import find_capacity
from intake.extract.change_words import BESIDE, SUPPOSED
from intake.extract.dates.clock import TimeMention
from intake.extract.facts import Asides, Facts, asides, facts, rhetorical
from intake.extract.finding import Kind, Tag
from intake.extract.grades import LIKELY
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.links import LINK
from intake.extract.price import find_price
from intake.extract.registration import find_registration
from intake.extract.signs.announcing import LISTING
from intake.extract.signs.changing import EDIT, ENTITLED
from intake.extract.signs.weights import SIGNS
from intake.mail.mail import Role

Scores = dict[Kind, float]

_HEAD: Final = 900  # characters: a mail that changes something says so before it tells the rest
_AWAY: Final = 1200  # characters: no answering machine says more
_REPLY: Final = re.compile(r"^\W*(?:re|antw|aw|betr)\s*:", re.IGNORECASE)
_FILES: Final = (Role.PHOTO, Role.VIDEO, Role.AUDIO, Role.DOCUMENT)

# what facts weigh beside the signs
_FACTS: Final = {
    "day": 1.0,
    "in_week": 1.0,
    "time": 1.5,
    "noun": 1.0,
    "place": 1.0,
    "form": 2.0,
    "calendar": 4.0,
}
_ANSWERS: Final = 1.0
_RENEWED: Final = 4.0  # who sets the old beside the new changes something, whatever else he tells
_ENTITLED: Final = 3.5  # who calls his mail a change means one
_DAY_ALONE: Final = 1.0  # a day of which no hour and no thing is told may be anything's
_QUESTION: Final = 1.0
_MOST_QUESTIONS: Final = 3
_FILE: Final = 1.0
_LINK: Final = 0.5
# An activity that leads a question by less may be one: of 60 mails that no rule was made on two questions
# lead by 2 and 2.5, one activity by 2, and the rest by 3 and more.
_CLEAR: Final = 3.0
# what a change must weigh in a mail that shows nothing else
_NOTE: Final = 2.5
# what a kind must weigh to be believed at all
_LEAST: Final = {Kind.ACTIVITY: 3.0, Kind.UPDATE: 3.5, Kind.MATERIAL: 3.0}


def kind_of(letter: Letter, tag: Tag) -> Kind:
    """What kind of mail it is, read as a whole."""
    return judged(letter, tag)[0]


def judged(letter: Letter, tag: Tag) -> tuple[Kind, bool]:
    """What kind of mail it is, and whether an activity is only just more than a question."""
    mail = letter.mail
    own = letter.at(Place.BODY, Place.COVER)
    if answered_by_machine(mail):
        return Kind.AUTOMATIC, False
    if bulk(mail):
        listed = tag is not Tag.NONE or subscribed(mail, "\n".join(line.text for line in own))
        return (Kind.AUTOMATIC if listed else Kind.UNRELATED), False
    if newsletter(mail, "\n".join(line.text for line in own)) and not any(letter.those(own, LISTING)):
        return (Kind.UNRELATED if tag is Tag.NONE else Kind.AUTOMATIC), False
    aside = asides(letter)
    told = facts(letter, aside)
    scores = weigh(letter, own, told, aside)
    if scores[Kind.ACTIVITY] < _LEAST[Kind.ACTIVITY] and _away(letter, own):
        return Kind.AUTOMATIC, False
    kind = _heaviest(scores)
    if kind is Kind.QUESTION and (_tells_us(letter, own, told, aside) or _notes(letter, own, scores)):
        kind = Kind.UPDATE
    if tag is Tag.NONE and not _meant(letter, own, kind, told):
        return Kind.UNRELATED, False
    return kind, kind is Kind.ACTIVITY and scores[kind] - scores[Kind.QUESTION] < _CLEAR


def weigh(letter: Letter, own: Sequence[Line], told: Facts, aside: Asides) -> Scores:
    """What a letter shows of each kind; each sign and each fact counts once."""
    scores = dict.fromkeys(Kind, 0.0)
    lines = [*letter.at(Place.SUBJECT), *own]
    asking, supposed = aside.asking, frozenset(letter.those(lines, SUPPOSED))
    spared: dict[Kind, frozenset[Line]] = {
        Kind.QUESTION: frozenset(),
        Kind.ACTIVITY: asking | aside.weighing,
        Kind.MATERIAL: asking,
        Kind.UPDATE: asking | supposed,
    }
    head = _head(letter, own)
    told_lines = [*lines, *letter.at(Place.DOCUMENT)]
    for sign in SIGNS:
        among = head if sign.head else told_lines if sign.kind is Kind.ACTIVITY else lines
        if any(line not in spared[sign.kind] for line in letter.those(among, sign.words)):
            scores[sign.kind] += sign.weight
    scores[Kind.ACTIVITY] += sum(weight for fact, weight in _FACTS.items() if getattr(told, fact))
    whole = told.day and told.time
    questions = sum(
        line in asking and line.text.rstrip().endswith("?") and not (whole and rhetorical(letter, line))
        for line in lines
    )
    scores[Kind.QUESTION] += _QUESTION * min(questions, _MOST_QUESTIONS)
    if letter.renewed:
        scores[Kind.UPDATE] += _RENEWED
    if any(letter.those(letter.at(Place.SUBJECT), ENTITLED)):
        scores[Kind.UPDATE] += _ENTITLED
    mail = letter.mail
    if scores[Kind.UPDATE] and (mail.in_reply_to or mail.references or _REPLY.match(mail.subject)):
        scores[Kind.UPDATE] += _ANSWERS
    if any(part.role in _FILES for part in mail.parts):
        scores[Kind.MATERIAL] += _FILE
    if any(letter.links(line) for line in letter.those(own, LINK)):
        scores[Kind.MATERIAL] += _LINK
    offered = scores[Kind.MATERIAL] >= _LEAST[Kind.MATERIAL]
    if (questions or offered) and told.day and not (told.time or told.noun or told.form or told.calendar):
        scores[Kind.ACTIVITY] -= _DAY_ALONE
    return scores


def _heaviest(scores: Scores) -> Kind:
    """The kind that the evidence speaks for; a mail that shows nothing else asks or discusses."""
    activity, question = scores[Kind.ACTIVITY], scores[Kind.QUESTION]
    # an update tells its activity again, so that it shows the facts of one beside what changed
    if scores[Kind.UPDATE] >= max(_LEAST[Kind.UPDATE], activity / 2, question):
        return Kind.UPDATE
    if scores[Kind.MATERIAL] >= _LEAST[Kind.MATERIAL] and scores[Kind.MATERIAL] > max(activity, question):
        return Kind.MATERIAL
    if activity >= max(_LEAST[Kind.ACTIVITY], question):
        return Kind.ACTIVITY
    return Kind.QUESTION


def _tells_us(letter: Letter, own: Sequence[Line], told: Facts, aside: Asides) -> bool:
    """Whether a mail answers one of the desk's with a day, hour, place or terms, and asks nothing itself.

    What the desk asked is not said again in its answer: "dat is om 14.00 uur" is a change of an activity.
    """
    if not answers_desk(letter) or any(line in aside.asking for line in own):
        return False
    hours = (one for line in own for one in letter.mentions(line) if isinstance(one, TimeMention))
    terms = (
        found
        for find in (find_price, find_capacity, find_registration)
        for found in find(letter, letter.edition)
    )
    return told.day or told.place or any(hours) or any(found.confidence >= LIKELY for found in terms)


def _notes(letter: Letter, own: Sequence[Line], scores: Scores) -> bool:
    """Whether a mail only says what changed, and asks nothing: "Aanvulling: de toegang is gratis"."""
    if scores[Kind.UPDATE] < max(_NOTE, scores[Kind.ACTIVITY]) or scores[Kind.QUESTION] >= _QUESTION:
        return False
    asked = (line for line in own if line.text.rstrip().endswith("?"))
    return all(letter.search(EDIT, line) or letter.search(BESIDE, line) for line in asked)


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


def _head(letter: Letter, own: Sequence[Line]) -> list[Line]:
    """The subject, and the lines within the first so many characters."""
    totals = accumulate((line.end - line.start for line in own), initial=0)
    first = [line for line, before in zip(own, totals, strict=False) if before < _HEAD]
    return [*letter.at(Place.SUBJECT), *first]
