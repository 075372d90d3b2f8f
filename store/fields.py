"""The fields of a draft: which there are, which an activity cannot do without, and what each may hold."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from store.errors import BadValues
from store.incoming import Json
from store.model import NO_START
from store.words import CHANGES
from store.words import FIELDS as _WORDS

FIELDS: Final = tuple(_WORDS)

# Any of these says where it is.
PLACE: Final = ("venue", "street", "postcode", "city")

ORGANISATION_TYPES: Final = (
    "school",
    "samenwerkingsverband",
    "gemeente",
    "jeugdvoorziening",
    "landelijk",
    "overig",
)
ACTIVITY_TYPES: Final = ("bijeenkomst", "webinar", "training", "symposium", "inloop", "actie", "overig")
ACCESS: Final = ("open", "besloten")

# What staff say of a draft's attachments (store.attachments). No reading has it.
ATTACHMENTS: Final = "attachments"
# What material is, in one or two lines, and where more of it is; staff fill these in.
SUMMARY: Final = "summary"
LINKS: Final = "links"
# What an attachment can be to visitors of the agenda; the roles that readers give are more.
ROLES: Final = ("document", "photo", "video", "calendar", "decoration", "other")
# More than any draft has; readers stop at 500 parts a mail.
_MOST_ATTACHMENTS: Final = 5000

# What staff decide on a file: see `store.attachments.FileState`.
_STATES: Final = ("look", "publish", "keep", "discard")
# Links of one thing; and words about one file, or about who agreed to it.
_MOST_LINKS: Final = 50
_LONGEST_ABOUT: Final = 500

# Longer than any title or description of an audience; what is pasted by mistake is longer.
LONGEST: Final = 2000
# A course of a year every day; a mistake has more.
MOST_DATES: Final = 366

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")
_POSTCODE: Final = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2})")
_EMAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
_PHONE: Final = re.compile(r"[+0-9][0-9 ()/-]{5,24}")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def checked(changes: Mapping[str, Json]) -> dict[str, Json]:
    """The values as they are kept: trimmed, in one spelling, None for what is empty.

    Raises:
        BadValues: some are not what their field can hold; it names those fields.
    """
    good: dict[str, Json] = {}
    bad = []
    for field, value in changes.items():
        try:
            good[field] = _checked(field, value)
        except (ValueError, TypeError, KeyError, AttributeError):
            bad.append(field)
    if bad:
        raise BadValues(bad)
    return good


def first_day(dates: Json) -> date | None:
    """The local day on which an activity with these dates begins."""
    return min(days(dates), default=None)


def first_start(dates: Json, day: date | None) -> str:
    """The local ISO moment at which it begins on its first day: "2017-05-09T13:00", or the day alone."""
    if day is None:
        return NO_START
    starts = [str(span.get("starts") or "") for span in dates or ()]
    return min((one for one in starts if one.startswith(day.isoformat())), default=day.isoformat())


def days(dates: Json) -> list[date]:
    """The local days on which its spans begin."""
    return [date.fromisoformat(str(span["starts"])[:10]) for span in dates or () if span.get("starts")]


def _checked(field: str, value: Json) -> Json:
    check = _CHECKS.get(field)
    if check is None:
        raise ValueError(field)
    if isinstance(value, str):
        value = value.strip()
    return None if value is None or value == "" or value == [] else check(value)


def _text(value: Json) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise ValueError(value)
    return value


def _like(pattern: re.Pattern[str]) -> Callable[[Json], str]:
    def check(value: Json) -> str:
        if pattern.fullmatch(_text(value)) is None:
            raise ValueError(value)
        return str(value)

    return check


def _one_of(known: Iterable[str]) -> Callable[[Json], str]:
    allowed = frozenset(known)

    def check(value: Json) -> str:
        if value not in allowed:
            raise ValueError(value)
        return str(value)

    return check


def _postcode(value: Json) -> str:
    match = _POSTCODE.fullmatch(_text(value))
    if match is None:
        raise ValueError(value)
    return f"{match[1]} {match[2].upper()}"


def _flag(value: Json) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(value: Json) -> Json:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1_000_000:
        raise ValueError(value)
    return value


def _count(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 1_000_000:
        raise ValueError(value)
    return value


def _day(value: Json) -> str:
    return date.fromisoformat(value).isoformat()


def _registration(value: Json) -> str:
    text = _text(value)
    if _EMAIL.fullmatch(text) is None and _WEB.fullmatch(text) is None:
        raise ValueError(value)
    return text


def _dates(value: Json) -> list[dict[str, str | None]]:
    """Spans in the order of their starts; each ends when it starts or later, and none stands twice."""
    if not isinstance(value, list | tuple) or len(value) > MOST_DATES:
        raise ValueError(value)
    spans = {(_moment(span["starts"]), _moment(span.get("ends") or "")) for span in value}
    for starts, ends in spans:
        if not starts or (ends and ends < starts[: len(ends)]):
            raise ValueError(value)
    return [{"starts": starts, "ends": ends or None} for starts, ends in sorted(spans)]


def _moment(value: Json) -> str:
    """A local day or minute, as readings have it: "2017-05-09" or "2017-05-09T13:00"."""
    if value == "":
        return ""
    if _MOMENT.fullmatch(value) is None:
        raise ValueError(value)
    datetime.fromisoformat(value)
    return str(value)


def _attachments(value: Json) -> list[dict[str, Json]]:
    """What staff say of some attachments, in the attachments' own order."""
    if not isinstance(value, list) or len(value) > _MOST_ATTACHMENTS:
        raise ValueError(value)
    said = {int(one["part"]): _attachment(one) for one in value}
    return [said[part] for part in sorted(said)]


def file_state(one: Json) -> str:
    """What staff decided on an attachment. Before files had states, one was shown or not."""
    return str(one["state"]) if "state" in one else "publish" if one["shown"] is True else "keep"


def _attachment(one: Json) -> dict[str, Json]:
    """One of them; `consent` where somebody wrote down who agreed."""
    consent = one.get("consent")
    by = _about(consent["by"]) if consent else ""
    return {
        "part": int(one["part"]),
        "role": _one_of(ROLES)(one["role"]),
        "state": _one_of(_STATES)(file_state(one)),
        "people": _flag(one.get("people", True)),
        "alt": _about(one.get("alt", "")),
        "consent": {**consent, "by": by} if by else None,
    }


def _about(value: Json) -> str:
    """A line of words."""
    if not isinstance(value, str) or len(value) > _LONGEST_ABOUT:
        raise ValueError(value)
    return " ".join(value.split())


def _links(value: Json) -> list[str]:
    """Addresses of pages, each once."""
    if not isinstance(value, list) or len(value) > _MOST_LINKS:
        raise ValueError(value)
    return list(dict.fromkeys(map(_like(_WEB), value)))


_CHECKS: Final[Mapping[str, Callable[[Json], Json]]] = MappingProxyType(
    {
        **dict.fromkeys(FIELDS, _text),
        "dates": _dates,
        "postcode": _postcode,
        "online": _flag,
        "organisation_type": _one_of(ORGANISATION_TYPES),
        "activity_type": _one_of(ACTIVITY_TYPES),
        "access": _one_of(ACCESS),
        "contact_email": _like(_EMAIL),
        "contact_phone": _like(_PHONE),
        "registration": _registration,
        "registration_deadline": _day,
        "price": _number,
        "capacity": _count,
        "url": _like(_WEB),
        "change": _one_of(CHANGES),
        ATTACHMENTS: _attachments,
        SUMMARY: _text,
        LINKS: _links,
    }
)
