"""The year that a day is of: the one that was written, or else the one nearest to the edition."""

from datetime import date

from intake.edition import Edition


def slipped(day: date, weekday: int | None, edition: Edition) -> date:
    """A day of the edition of which only the year is wrong, told by the day's name; else the day itself."""
    meant = made(edition.starts.year, day.month, day.day)
    if weekday is None or meant is None or day.weekday() == weekday or meant.weekday() != weekday:
        return day
    return meant if edition.starts <= meant <= edition.ends else day


def nearest(day: int, month: int, edition: Edition) -> date | None:
    """The year nearest to the edition: what has no year is of the months around it."""
    years = (edition.starts.year - 1, edition.starts.year, edition.starts.year + 1)
    found = [one for one in (made(year, month, day) for year in years) if one is not None]
    return min(found, key=lambda one: abs((one - edition.starts).days), default=None)


def made(year: int, month: int, day: int) -> date | None:
    """The date; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
