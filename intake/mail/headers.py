"""Header values as a person reads them: unfolded, decoded (RFC 2047) whatever else stands there, dated."""

import binascii
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from email.utils import getaddresses, parsedate_tz
from zoneinfo import ZoneInfo

from intake.mail.charsets import to_text
from intake.mail.mail import Address

_FOLD = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?((?:[^?]|\?(?!=)){0,4000})\?=")
_IDS = re.compile(r"<[^<>\s]{1,900}>")
# zero-width signs, soft hyphen, direction marks and overrides: none of them is to be read
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DUTCH = str.maketrans({"ä": "a", "é": "e"})
_NAMES = {
    "ma": "Mon",
    "di": "Tue",
    "wo": "Wed",
    "do": "Thu",
    "vr": "Fri",
    "za": "Sat",
    "zo": "Sun",
    "jan": "Jan",
    "feb": "Feb",
    "mrt": "Mar",
    "maa": "Mar",
    "apr": "Apr",
    "mei": "May",
    "jun": "Jun",
    "jul": "Jul",
    "aug": "Aug",
    "sep": "Sep",
    "okt": "Oct",
    "nov": "Nov",
    "dec": "Dec",
    "dez": "Dec",
    "mai": "May",
    "mar": "Mar",
    "may": "May",
    "oct": "Oct",
}
_ZONES = {
    "cet": 3600,
    "met": 3600,
    "mez": 3600,
    "cest": 7200,
    "mest": 7200,
    "mesz": 7200,
    "wet": 0,
    "west": 3600,
}
_WORDS_OF_DATE = re.compile(r"[^\W\d_]+\.?")
_OFFSET = re.compile(r"[+-]\d{4}\b|\b(?:GMT|UTC?|[ECMP][SD]T|Z)\b")
# A date as nearly every program writes it (RFC 5322 section 3.3).
_PROPER = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ([+-])([01]\d)([0-5]\d)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# One mailbox as nearly every program writes it (RFC 5322 section 3.4): no comment, route, group or escape.
_MAILBOX = re.compile(r"(?:\"([\w .-]*)\"|([\w -]*)) <([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", re.ASCII)
_HOME = ZoneInfo("Europe/Amsterdam")  # a mail without zone was written by somebody around the corner


def decoded(value: str) -> str:
    """A raw value (8-bit bytes as surrogates, as the library keeps them) unfolded and decoded.

    White space stays where RFC 2047 section 6.2 does not take it away: between two encoded words alone.
    """
    if value.isascii() and value.isprintable() and "=?" not in value:
        return value.strip()
    text = _FOLD.sub("", value)
    if not text.isascii():
        text = to_text(text.encode("utf-8", "surrogateescape"), "")[0]
    if "=?" in text:
        text = "".join(_words(text))
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text).replace("\t", " ")).strip()


def _words(text: str) -> Iterator[str]:
    at, held, held_charset = 0, b"", ""
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        charset, content = match[1].lower(), _content(match[2], match[3])
        if held and (between.strip() or charset != held_charset):
            yield to_text(held, held_charset)[0]
            held = b""
        if between.strip() or not at:
            yield between
        # a character may be split over two words, though it should not
        held, held_charset, at = held + content, charset, match.end()
    if held:
        yield to_text(held, held_charset)[0]
    yield text[at:]


def _content(how: str, text: str) -> bytes:
    coded = text.encode("utf-8", "surrogateescape")
    if how in "qQ":
        return binascii.a2b_qp(coded.replace(b" ", b"_"), header=True)
    sound = re.sub(rb"[^A-Za-z0-9+/]", b"", coded)
    sound = sound[:-1] if len(sound) % 4 == 1 else sound
    return binascii.a2b_base64(sound + b"=" * (-len(sound) % 4))


def readable(text: str) -> str:
    """Without what cannot be seen: zero-width signs, direction overrides; no-break space as space."""
    return _UNSEEN.sub("", text).replace("\u00a0", " ")


def gathered(items: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Every field, by lower-cased name, in the order in which they stand."""
    fields: dict[str, list[str]] = {}
    for name, value in items:
        fields.setdefault(name.lower(), []).append(decoded(value))
    return {name: tuple(values) for name, values in fields.items()}


def message_ids(values: Iterable[str]) -> tuple[str, ...]:
    """The Message-IDs in these values, each once (RFC 5322 section 3.6.4)."""
    return tuple(dict.fromkeys(found for value in values for found in _IDS.findall(value)))


def people(raw: str, found: Iterable[tuple[str, str]]) -> tuple[Address, ...]:
    """The mailboxes that mail-parser found in a header, with names as this module decodes them."""
    pairs = [(name, email) for name, email in found if name or email]
    if not pairs or "=?" in raw or not raw.isascii():
        own = [(name, email) for name, email in mailboxes(raw) if name or email]
        if [email for _, email in own] == [email for _, email in pairs] or not pairs:
            pairs = [(decoded(name), email) for name, email in own]
    return tuple(
        Address(readable(decoded(name)).strip("\"' "), readable(decoded(email)).lower())
        for name, email in pairs
    )


def mailboxes(raw: str) -> list[tuple[str, str]]:
    """The names and addresses in a raw header, as `email.utils.getaddresses` gives them, of anything."""
    if plain := _MAILBOX.fullmatch(raw):
        return [((plain[1] or plain[2] or "").strip(), plain[3])]
    try:
        return getaddresses([raw])
    except (RecursionError, IndexError, ValueError, TypeError):  # the library, on what nobody wrote by hand
        return [("", found) for found in _ADDRESS.findall(raw)]


def date_of(value: str, found: datetime | None) -> tuple[datetime | None, str]:
    """When a mail says it was sent (RFC 5322 section 3.3), aware, and the code of what had to be mended.

    Args:
        value: the Date header; Dutch and German names, and a missing zone (then Dutch time), are understood.
        found: mail-parser's reading of it, in UTC; used where the header is as it should be.
    """
    if not value:
        return None, "date-missing"
    if (proper := _PROPER.fullmatch(value)) and proper[2] in _MONTHS:
        day, _, year, hour, minute, second, sign, hours, minutes = proper.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(-offset if sign == "-" else offset)
        month = _MONTHS.index(proper[2]) + 1
        with suppress(ValueError):
            return datetime(
                int(year), month, int(day), int(hour), int(minute), int(second or 0), tzinfo=zone
            ), ""
    english = _WORDS_OF_DATE.sub(_english, value)
    zoned = _OFFSET.search(english)
    parts = parsedate_tz(english)
    if parts is None:
        return (found.replace(tzinfo=UTC), "") if found is not None else (None, "date-unreadable")
    name = next((word for word in re.findall(r"[A-Za-z]+", value) if word.lower() in _ZONES), "")
    seconds = _ZONES[name.lower()] if name and not re.search(r"[+-]\d{4}", value) else parts[9] or 0
    try:
        moment = datetime(*parts[:6], tzinfo=timezone(timedelta(seconds=seconds)))
        if not zoned and not name:
            return moment.replace(tzinfo=_HOME), "date-without-zone"
    except (ValueError, OverflowError):
        return None, "date-unreadable"
    if found is not None and zoned and english == value and not name:
        return found.replace(tzinfo=UTC).astimezone(moment.tzinfo), ""
    return moment, "" if english == value else "date-mended"


def _english(match: re.Match[str]) -> str:
    word = match.group().rstrip(".").lower().translate(_DUTCH)
    if (
        word in _ZONES
        or word in ("gmt", "utc", "ut", "z")
        or (len(word) < 4 and word.upper() == match.group())
    ):
        return match.group()
    long = word[:2] if word.endswith("dag") and word[:3] != "dag" else word
    english = _NAMES.get(long[:3]) or _NAMES.get(long[:2] if word.endswith("dag") else long)
    return english if english and match.group()[:3] != english else match.group()
