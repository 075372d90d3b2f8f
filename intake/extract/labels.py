"""The labels of form-like mails ("Wat: / Wanneer: / Waar:"), of tables and headings: what they ask for."""

import re
from collections.abc import Iterable
from typing import Final

from intake.extract.label_words import ASKED, FILLERS, KEYS, MORE, PICTURES, SHORTENED, VAGUE, WORDS

# what begins an item of a list by its number: "1. ", "b) ", "Activiteit 2:", "Tweede workshop:"
# "Graag in de agenda:" leads up to the activity, and to no programme
_FOR_AGENDA: Final = re.compile(
    r"\W*(?:\w+\s+){0,3}?(?:voor|in|op|aan)\s+(?:(?:in|op)\s+)?(?:(?:de|jullie|uw|je|onze)\s+)?agenda\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\s*(?:\d{1,2}[.)](?=\s)|[a-z]\)|[A-Z]\.(?=\s)|(?:workshop|activiteit|sessie|tafel|dag|onderdeel|bijeenkomst)\s+"
    r"(?:nr\.?\s*|nummer\s+)?(?:\d{1,2}|[A-Z]|een|twee|drie|vier)\b\s*[:.–-]?|(?:eerste|tweede|derde|vierde)\s+(?:workshop|"
    r"activiteit|bijeenkomst|sessie)\s*:)\s*",
    re.IGNORECASE,
)
_NOT_LETTERS: Final = re.compile(r"[^\w]+")
_LINE: Final = re.compile(
    r"[\s*_>•·\-–]{0,8}(?P<label>[A-Za-zÀ-ÿ](?:[^\n\t:?.]|\.(?!\s[A-Z])){0,48}?)[\s*_]{0,3}(?:(?P<sign>[:?])|"
    r"(?P<dots>\.{3,60}|…{1,20})(?=\s)|"
    r"(?P<dash>\s[–-])(?=\s))[*_]{0,2}"
    r"(?=\s|$|[€\dA-Zwh])"
)
# what ends a label, and how far from the beginning of its line at most
_SIGN: Final = re.compile(r"[:?…]|\.\.\.|\s[–-]")
_FARTHEST: Final = 70
# heads of columns; before a value these words are no label
_BETWEEN: Final = {"van": "time", "vanaf": "time", "tot": "end", "t/m": "end", "tot en met": "end"}
_SHORT: Final = re.compile(r"\b[a-z]{2,11}\.")
_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)")
_SINGLE: Final = {
    **{phrase: key for phrase, key in KEYS.items() if len(phrase) > 2 and " " not in phrase},
    **MORE,
}
_TILL: Final = re.compile(
    r"(?:aanmeld\w*|opgave|opgeven|inschrij\w*|reserver\w*|deelname)\b.*"
    r"\b(?:voor|vóór|tot|met|t m|uiterlijk)$"
)
_COLON: Final = re.compile(
    r"[\s*_>•·\-–]{0,8}(?P<label>[A-Za-zÀ-ÿ][^\n\t:?]{0,48}?)[\s*_]{0,3}(?P<sign>[:?])[*_]{0,2}(?=\s|$|[€\dA-Zwh])"
)
_ARTICLES: Final = {"de", "het", "een", "onze", "uw", "jullie", "je", "en", "ons"}


_PICTURE: Final = re.compile(
    rf"[\s*•·\-–]{{0,4}}(?P<picture>[{''.join(PICTURES)}])[\ufe0f\u200d]?(?:\s{{1,4}}|$)"
)
# capitals do where no sign does: "WAAR Buurthuis De Brug"
_CAPITALS: Final = re.compile(
    r"[\s*_>•·\-–]{0,8}(?P<label>WAT|WIE|WAAR|WANNEER|VOOR WIE|DOOR WIE|HOE LAAT|KOSTEN|AANMELDEN|OPGEVEN|"
    r"LOCATIE|DATUM|TIJD|ORGANISATIE|CONTACT|PRIJS|ENTREE|DOELGROEP|INFO)[*_]{0,2}\s{1,20}"
    r"(?=[\w€'’‘\"“])(?![A-Z]{2,}\b(?:\s[A-Z]{2,}\b){2})"
)


def key_of(phrase: str) -> str:
    """What a label asks for, "" where it is none that we know; the phrase as it stands in the mail."""
    if _FOR_AGENDA.match(phrase):
        return ""
    phrase = _whole(phrase)
    plain = _NOT_LETTERS.sub(" ", phrase).strip()
    picture = _PICTURE.fullmatch(phrase) if not plain else None
    if picture is not None:
        return PICTURES[picture.group("picture")]
    found = KEYS.get(plain)
    if found is None:
        found = KEYS.get(" ".join(word for word in plain.split() if word not in _ARTICLES))
    return found or _composed(plain) or _composed(_NOT_LETTERS.sub(" ", _BRACKETS.sub(" ", phrase)).strip())


def _whole(phrase: str) -> str:
    """A label in small letters, with the words that it cuts short written out."""
    small = phrase.lower()
    if "." not in small:
        return small
    return _SHORT.sub(lambda word: SHORTENED.get(word.group()[:-1], word.group()), small)


def _composed(plain: str) -> str:
    """What a label of several words asks for, where each of them that says something is known."""
    if plain in KEYS:
        return KEYS[plain]
    if len(plain) > 60:
        return ""
    asked = next((key for pattern, key in ASKED if pattern.match(plain)), "")
    if asked or _TILL.match(plain):
        return asked or "deadline"
    words = [word for word in plain.replace("e mail", "email").split() if word not in FILLERS]
    keys = [_SINGLE.get(word, "") for word in words if word not in VAGUE]
    if not keys or len(keys) < len(words) or not all(keys):
        return ""
    return next((key for key in keys if key in ("deadline", "capacity", "registration")), keys[0])


def numbered(line: str) -> re.Match[str] | None:
    """The number by which a line begins an item of a list, or None."""
    return _NUMBERED.match(line)


def split_label(line: str) -> tuple[str, int]:
    """The key of the label that a line begins with, and where its value begins; ("", 0) where it has none."""
    picture = _PICTURE.match(line) if not line[:6].isascii() else None
    if picture is not None:
        return PICTURES[picture.group("picture")], picture.end()
    match = _LINE.match(line) if _SIGN.search(line, 0, _FARTHEST) else None
    capitals = _CAPITALS.match(line) if match is None or not key_of(match.group("label")) else None
    if capitals is not None:
        return key_of(capitals.group("label")), capitals.end()
    if match is None:
        return "", 0
    phrase = match.group("label")
    key = key_of(phrase)
    if not key and match.group("dash"):  # the dash stands within a longer label: "Tijd (van - tot):"
        match = _COLON.match(line)
        if match is None:
            return "", 0
        phrase = match.group("label")
        key = key_of(phrase)
    if not key and match.groupdict().get("sign") == ":":
        words = _whole(phrase).split()
        if len(words) <= 6:
            key = next((WORDS[word] for word in words if word in WORDS), "")
    if not key or (match.groupdict().get("dash") and len(phrase) < 4 and phrase not in ("Wat", "Wie")):
        return "", 0
    value = match.end()
    while value < len(line) and line[value] in " \t*_":
        value += 1
    return key, value


def head_keys(cells: Iterable[str]) -> list[str]:
    """The keys of a table's head, one a cell ("" where a cell is no label); [] where it is no head at all."""
    keys = [_BETWEEN.get(cell.strip(" *_:").lower()) or key_of(cell) for cell in cells]
    known = [key for key in keys if key]
    return keys if len(known) >= 2 and len(known) * 2 >= len(keys) else []
