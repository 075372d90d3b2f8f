"""What makes values less sure than their own words do: what else the mail tells beside them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import OFFICE, DateRole, role_of
from intake.extract.draft import unsure
from intake.extract.finding import Because, DateSpan, Draft, Kind
from intake.extract.letter import Letter

_CONTACT: Final = ("contact_name", "contact_email", "contact_phone")
_DAY: Final = len("2017-05-09")


def contacts_doubted(letter: Letter, made: Sequence[Draft]) -> list[Draft]:
    """The drafts of several activities: whom to ask is not sure where a mail names two addresses for that.

    Those to register at do not count.
    """

    def told(field: str) -> set[str]:
        return {str(one.values[field].value).lower() for one in made if field in one.values}

    named = {link.value.lower() for line in letter.told() for link in letter.links(line) if link.mail}
    if len((named | told("contact_email")) - told("registration")) < 2:
        return list(made)
    return [unsure(one, Because.UNTIED, _CONTACT) for one in made]


def days_doubted(letter: Letter, made: Sequence[Draft], kind: Kind) -> list[Draft]:
    """The drafts; their days are not sure where the mail tells days or hours that none of them holds."""
    spans = [span for one in made for span in _spans(one)]
    left = bool(spans) and _left_over(letter, spans, kind)
    return [unsure(one, Because.LEFT_OVER, ("dates",)) if left else one for one in made]


def _spans(made: Draft) -> Sequence[DateSpan]:
    found = made.values.get("dates")
    return found.value if found is not None and isinstance(found.value, tuple) else ()


def _left_over(letter: Letter, spans: Sequence[DateSpan], kind: Kind) -> bool:
    days = {day for span in spans for day in _days(span)}
    for line in letter.told():
        for mention in letter.mentions(line):
            if isinstance(mention, DayMention):
                missed = _within(letter, mention) and not days.issuperset(mention.days)
                left = missed and role_of(letter, line, mention) is DateRole.ACTIVITY
            else:  # of a change the old hours are told too
                hours = isinstance(mention, TimeMention) and mention.firm and not _held(mention, spans)
                left = hours and kind is not Kind.UPDATE
            if left and letter.search(OFFICE, line) is None:
                return True
    return False


def _within(letter: Letter, mention: DayMention) -> bool:
    starts, ends = letter.edition.starts, letter.edition.ends
    return mention.dated and not mention.week and all(starts <= day <= ends for day in mention.days)


def _days(span: DateSpan) -> Iterator[date]:
    """The days of an entry of the agenda; a run of whole days has more than one."""
    first = date.fromisoformat(str(span["starts"])[:_DAY])
    last = date.fromisoformat(str(span["ends"] or span["starts"])[:_DAY])
    yield from (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))


def _held(mention: TimeMention, spans: Sequence[DateSpan]) -> bool:
    """Whether hours from one time to another are within those of an entry, in either half of the day."""
    if mention.ends is None:
        return True
    for span in spans:
        begins, ends = _minutes(span["starts"]), _minutes(span["ends"])
        if 0 <= ends <= begins:
            ends += 1440  # it goes on behind midnight
        if any(begins <= mention.begins + half and mention.ends + half <= ends for half in (0, 720)):
            return True
    return False


def _minutes(stamp: str | None) -> int:
    """Minutes since midnight; -1 where no time is told."""
    if stamp is None or "T" not in stamp:
        return -1
    at = datetime.fromisoformat(stamp)
    return at.hour * 60 + at.minute
