"""What was found, where it stands, and how sure that is: the few named grades live here alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """One reading of one field, by one extractor.

    `doubted`: its own words contradict each other, so that nothing that repeats them makes it sure.
    """

    field: str
    value: Value
    confidence: float
    evidence: tuple[Evidence, ...]
    found_by: str
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Warn:
    """Something staff must be told: a code of the corpus guide, and what it is about in plain Dutch."""

    code: str
    detail: str = ""


class Because(StrEnum):
    """Why a finding fills its field, and what made it more or less sure than its extractor said."""

    ALONE = "alone"  # nothing else was found
    OWN_LINES = "own-lines"  # it stands in the activity's own lines, and others do not
    SURER = "surer"  # no other is as sure
    EARLIER = "earlier"  # another is as sure, and was found after it
    SHARED = "shared"  # the mail tells it once for all its activities
    UNTIED = "untied"  # likewise, but nothing says that it holds for this one too
    AGREED = "agreed"  # another text of the mail says the same
    RAISED = "raised"  # likewise, and that made it surer
    LOWERED = "lowered"  # something else is at least as sure, which made it less sure
    SCANNED = "scanned"  # its words were read from a picture, where letters may be wrong
    OFTEN_WRONG = "often-wrong"  # read from one text alone, its field is not right often enough (grades.py)
    TENOR = "tenor"  # all words of the mail speak for it
    AGAINST_TENOR = "against-tenor"  # they speak for something else
    MAYBE_ELSE = "maybe-another-kind"  # the mail may be of another kind
    LEFT_OVER = "left-over"  # the mail tells a day or hours that no draft holds


@dataclass(frozen=True, slots=True)
class Choice:
    """How `draft.py` chose and weighed a finding.

    `given` is the grade it was found with, `won` why it fills the field, `weighed` what raised or lowered
    it; `alike` are the findings that say the same.
    """

    given: float
    won: Because
    weighed: tuple[Because, ...]
    alike: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One activity as it was understood: the chosen finding by field, and the rivals that stay with it.

    `choices` tells of each chosen finding why it was chosen.
    """

    values: Mapping[str, Finding]
    others: Mapping[str, tuple[Finding, ...]]
    choices: Mapping[str, Choice] = field(default_factory=dict)
