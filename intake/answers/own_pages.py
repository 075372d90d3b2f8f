"""The address of an organiser's own page, as letters name it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from intake.edition import Edition
from intake.mail.keys import PATH
from store import own_links

Own = Callable[[Session, int], tuple[str, date]]


def giving(home: str, edition: Edition, days: int, clock: Callable[[], datetime]) -> Own | None:
    """What makes a new link to an activity, in a session that writes; None where `days` is 0.

    Args:
        home: where the desk's addresses begin.
        edition: the campaign.
        days: so many days after the week it ends; one that is given later ends so many days after that.
        clock: tells the moment, in UTC.
    """
    if not days:
        return None

    def own(s: Session, draft_id: int) -> tuple[str, date]:
        now = clock()
        last = max(edition.ends, now.astimezone(edition.zone).date()) + timedelta(days=days)
        end = datetime.combine(last + timedelta(days=1), time(), edition.zone)
        return f"{home}{PATH}{own_links.give(s, draft_id, now, end)}", last

    return own


def shown(home: str, edition: Edition, days: int) -> Own | None:
    """What stands in the place of a link where a letter is only looked at: it makes none."""
    return (lambda _, __: (f"{home}{PATH}…", edition.ends + timedelta(days=days))) if days else None
