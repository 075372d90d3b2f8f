"""E-mail addresses and web addresses as they stand in Dutch mail text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Link(NamedTuple):
    """An address and `text[start:end]` where it stands; `value` is what staff would type over."""

    value: str
    start: int
    end: int
    mail: bool


_MAIL: Final = r"(?P<mail>[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})"
_WEB: Final = (
    r"(?P<web>(?:https?://|www\.)[^\s<>\"“”|\]]{3,400}"
    r"|(?<![\w@./-])[a-z0-9][a-z0-9-]{1,62}(?:\.[a-z0-9-]{1,62}){0,3}\.(?:nl|com|org|eu|net|be|nu|info|frl|"
    r"amsterdam|online)(?:/[^\s<>\"“”|\]]{0,300})?(?![\w@-]))"
)
LINK: Final = re.compile(rf"(?:mailto:)?{_MAIL}|{_WEB}", re.IGNORECASE)
_TRAILING: Final = ".,;:!?'’*_"


def links(text: str, start: int, end: int) -> Iterator[Link]:
    """The addresses in `text[start:end]`; the double that Outlook writes behind a link is left out."""
    last = ""
    for match in LINK.finditer(text, start, end):
        raw = match.group("mail") or match.group("web")
        begin = match.start("mail") if match.group("mail") else match.start("web")
        raw = raw.rstrip(_TRAILING)
        while raw.endswith(")") and raw.count("(") < raw.count(")"):
            raw = raw[:-1].rstrip(_TRAILING)
        mail = match.group("mail") is not None
        plain = _plain(raw)
        if not raw or plain == last or (not mail and "." not in plain):
            continue
        last = plain
        yield Link(raw, begin, begin + len(raw), mail)


def _plain(value: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", value.lower())


def path_of(value: str) -> str:
    """What stands behind the domain of a web address, "" for a bare homepage."""
    return _plain(value).partition("/")[2]
