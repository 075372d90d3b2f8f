"""What was found, where it stands, and how sure that is: the few named grades live here alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Scalar = str | int | float | bool
DateSpan = Mapping[str, str | None]  # {"starts": local ISO date or time, "ends": likewise or None}
Value = Scalar | tuple[DateSpan, ...]


class Kind(StrEnum):
    """What a mail is to the desk (the corpus guide's words)."""

    ACTIVITY = "activity"
    MATERIAL = "material"
    UPDATE = "update"
    QUESTION = "question"
    AUTOMATIC = "automatic"
    UNRELATED = "unrelated"


class Tag(StrEnum):
    """Where the mail says that it is for the week."""

    SUBJECT = "subject"
    BODY = "body"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a value stands on: `texts[source][start:end] == text`, or a header ("header:From")."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One reading of one field, by one extractor."""

    field: str
    value: Value
    confidence: float
    evidence: tuple[Evidence, ...]
    found_by: str


@dataclass(frozen=True, slots=True)
class Warn:
    """Something staff must be told: a code of the corpus guide, and what it is about in plain Dutch."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One activity as it was understood: the chosen finding by field, and the rivals that stay with it."""

    values: Mapping[str, Finding]
    others: Mapping[str, tuple[Finding, ...]]
