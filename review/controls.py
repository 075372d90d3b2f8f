"""How each field is filled in: the text that a person edits, and the value that comes of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException

from review import days
from review.forms import Form
from review.numbers import row_number
from store.fields import ACCESS, ACTIVITY_TYPES, ATTACHMENTS, LINKS, ORGANISATION_TYPES, SUMMARY
from store.words import CHANGES

# The groups in which the fields stand, by their key in the catalogue.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "what": ("title", "organisation", "activity_type", "organisation_type", "change"),
        "when": ("dates",),
        "where": ("venue", "street", "postcode", "city", "online"),
        "whom": ("audience", "access", "price", "capacity"),
        "contact": ("contact_name", "contact_email", "contact_phone"),
        "register": ("registration", "registration_deadline", "url"),
    }
)
CHOICES: Final[Mapping[str, Sequence[str]]] = MappingProxyType(
    {
        "activity_type": ACTIVITY_TYPES,
        "organisation_type": ORGANISATION_TYPES,
        "access": ACCESS,
        "change": tuple(CHANGES),
    }
)
_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(CHOICES, "choice"),
        "title": "long",
        "audience": "long",
        "dates": "dates",
        "online": "flag",
        "registration_deadline": "day",
        "price": "price",
        "capacity": "count",
        "contact_email": "email",
        "contact_phone": "phone",
        ATTACHMENTS: "files",
        SUMMARY: "long",
        LINKS: "links",
    }
)
# What staff fill in that no reading has.
OWN: Final = (SUMMARY, LINKS, ATTACHMENTS)
# Rows for days that a form may have; a year of days is the most that a draft holds.
MOST_ROWS: Final = 366
# Attachments that a form may tell of: the forms' own bound on fields is below this.
MOST_FILES: Final = 1000
# What material for the toolbox is told by; its other fields stand apart where they are empty.
OF_MATERIAL: Final = frozenset(
    {
        "title",
        "organisation",
        "organisation_type",
        "audience",
        "contact_name",
        "contact_email",
        "contact_phone",
    }
)
_PRICE: Final = re.compile(r"(?:€|eur(?:o)?)?\s*(\d{1,6})(?:[.,](\d{1,2}|-))?\s*(?:€|euro?)?", re.IGNORECASE)
_FREE: Final = frozenset({"gratis", "niets", "nul"})
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.u](\d\d))?(?: ?uur| ?u)?")


@dataclass(frozen=True, slots=True)
class Span:
    """One day of an activity as its row in the form: ISO day, times as "13:00", and another last day."""

    day: str = ""
    starts: str = ""
    ends: str = ""
    last: str = ""


def kind(field: str) -> str:
    """Which control a field has."""
    return _KINDS.get(field, "text")


def shown(field: str, value: Any) -> str:
    """A value as the text in its control; dates have rows instead, attachments a row each."""
    if value is None or value in ([], ""):
        return ""
    match kind(field):
        case "flag":
            return "ja" if value else "nee"
        case "price":
            return price(value)
        case "day":
            return days.written(str(value))
        case "dates":
            return ";".join(f"{_safe(one['starts'])}/{_safe(one.get('ends'))}" for one in value)
        case "files":
            return ";".join(map(_file_shown, value))
        case "links":
            return "\n".join(value)
        case _:
            return str(value)


def price(value: float) -> str:
    """Euros as Dutch people write them: "0", "7,50"."""
    return str(int(value)) if value == int(value) else f"{value:.2f}".replace(".", ",")


def spans(value: Any) -> list[Span]:
    """The rows of a value of `dates`."""
    rows = []
    for one in value or ():
        day, _, starts = str(one["starts"]).partition("T")
        last, _, ends = str(one.get("ends") or "").partition("T")
        rows.append(Span(day, starts, ends, "" if last == day else last))
    return rows


def rows(field: str, text: str) -> tuple[Span, ...]:
    """The rows that a field's text stands for, and an empty one to add; of other fields that alone."""
    found = spans(value(field, text, date.min)) if field == "dates" else []
    return (*found, Span())


def choices(field: str, text: str) -> tuple[str, ...]:
    """What may be chosen for a field, with what stands there; nothing where it is typed."""
    known = tuple(CHOICES.get(field, ()))
    return (text, *known) if text and known and text not in known else known


def typed(form: Form, near: date) -> dict[str, str]:
    """What stands in a form's controls, field by field, as `shown` writes it.

    Args:
        form: what the browser sent.
        near: days without a year are those nearest to this one.
    """
    texts = {}
    for field in (*(one for fields in GROUPS.values() for one in fields), *OWN):
        if kind(field) in _ROWS:
            if f"was.{field}" in form:
                texts[field] = shown(field, _ROWS[kind(field)](form, near))
        elif field in form or f"was.{field}" in form:
            texts[field] = form.text(field)
    return texts


def changes(form: Form, near: date) -> dict[str, Any]:
    """The fields that a person changed since the page was made, with their values.

    What cannot be understood stays the text that was typed: the store refuses it, and names the field.
    """
    found = {}
    for field, text in typed(form, near).items():
        if text != form.text(f"was.{field}"):
            found[field] = (
                _ROWS[kind(field)](form, near) if kind(field) in _ROWS else value(field, text, near)
            )
    return found


def value(field: str, text: str, near: date) -> Any:
    """The value that a text in a field's control stands for; None where it is empty."""
    if not text:
        return None
    match kind(field):
        case "flag":
            return {"ja": True, "nee": False}.get(text, text)
        case "count":
            number = row_number(text)
            return text if number is None else number
        case "price":
            return _price(text)
        case "day":
            return _day(text, near)
        case "dates":
            return [
                dict(zip(("starts", "ends"), map(unquote, one.split("/")), strict=True))
                for one in text.split(";")
            ]
        case "files":
            return list(map(_file_value, text.split(";")))
        case "links":
            return text.split()
        case _:
            return text


def _price(text: str) -> Any:
    if text.casefold() in _FREE:
        return 0
    match = _PRICE.fullmatch(text)
    if match is None:
        return text
    cents = (match[2] or "0").replace("-", "0").ljust(2, "0")
    amount = int(match[1]) + int(cents) / 100
    return int(amount) if amount == int(amount) else amount


def _dates(form: Form, near: date) -> list[dict[str, str | None]]:
    """The rows of days that hold one; "13", "13.00" and "13:00" are times, anything else is left as it is."""
    found: list[dict[str, str | None]] = []
    for number in range(MOST_ROWS):
        if f"dates.{number}.day" not in form:
            break
        day, starts, ends, last = (
            form.text(f"dates.{number}.{part}") for part in ("day", "starts", "ends", "last")
        )
        if not day:
            continue
        day, last = _day(day, near), _day(last, near)
        starts, ends = _clock(starts), _clock(ends)
        end_day = last or (day if ends else "")
        found.append(
            {
                "starts": f"{day}T{starts}" if starts else day,
                "ends": (f"{end_day}T{ends}" if ends else end_day) or None,
            }
        )
    return found


def _files(form: Form, near: date) -> list[dict[str, Any]]:
    """What each attachment is, what becomes of it, and who agreed to that."""
    del near
    found = []
    for part in form.every("bijlage")[:MOST_FILES]:
        number = row_number(part)
        if number is None:
            raise HTTPException(400)
        by = form.text(f"bijlage.{part}.toestemming")
        found.append(
            {
                "part": number,
                "role": form.get(f"bijlage.{part}.soort", "other"),
                "state": form.get(f"bijlage.{part}.stand", "look"),
                "people": form.get(f"bijlage.{part}.mensen") != "nee",
                "alt": form.text(f"bijlage.{part}.alt"),
                "consent": {"by": by} if by else None,
            }
        )
    return found


def _file_shown(one: Mapping[str, Any]) -> str:
    """One attachment as text: its parts one after the other, and in each no sign that parts them."""
    by = (one["consent"] or {}).get("by", "")
    told = (one["part"], one["role"], one["state"], int(one["people"]), one["alt"], by)
    return "/".join(quote(str(part), safe=" ") for part in told)


def _file_value(text: str) -> dict[str, Any]:
    part, role, state, people, alt, by = map(unquote, text.split("/"))
    return {
        "part": int(part),
        "role": role,
        "state": state,
        "people": people == "1",
        "alt": alt,
        "consent": {"by": by} if by else None,
    }


def _day(text: str, near: date) -> str:
    """The ISO day that a text names, else the text: the store refuses that."""
    found = days.read(text, near)
    return found.isoformat() if found else text


def _safe(text: str | None) -> str:
    """A day and time as it is; in what else somebody typed, no sign that parts one from another."""
    return quote(text or "", safe=":- ")


def _clock(text: str) -> str:
    match = _CLOCK.fullmatch(text.casefold())
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else text


# Fields that have rows of controls, and how those are read.
_ROWS: Final[Mapping[str, Callable[[Form, date], Any]]] = MappingProxyType({"dates": _dates, "files": _files})
