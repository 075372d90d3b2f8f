"""The organiser's form: its fields as they are shown, and what was changed in them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from review import beside, controls
from review.controls import Span
from review.forms import Form
from review.words import say
from store import fields
from store.accepting import EMPTIED
from store.errors import BadValues

# The fields that an organiser knows of, in groups; what staff sort by is theirs.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "what": ("title", "organisation"),
        "when": ("dates",),
        "where": ("venue", "street", "postcode", "city", "online"),
        "whom": ("audience", "access", "price", "capacity"),
        "register": ("registration", "registration_deadline", "url"),
        "contact": ("contact_name", "contact_email", "contact_phone"),
    }
)
# What may name a person: only who announced it sees that of an activity.
PERSONAL: Final = frozenset({"contact_name", "contact_email", "contact_phone", "registration"})
# An activity without these is none.
_NEEDED: Final = frozenset({"title", "organisation", "dates"})
REMARK: Final = "toelichting"


@dataclass(frozen=True, slots=True)
class Box:
    """One field. `text` stands in its control, `was` stood there when the page was made.

    `theirs` is what stands with us by now, in words, where that is otherwise than it was.
    """

    name: str
    kind: str
    text: str
    was: str
    rows: tuple[Span, ...]
    choices: tuple[str, ...]
    error: str
    theirs: str

    @property
    def described(self) -> str:
        """The ids of what is said beside it."""
        said = {f"fout-{self.name}": self.error, f"nu-{self.name}": self.theirs}
        return " ".join(name for name, words in said.items() if words)


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed in a form: the values by field, `EMPTIED` for none; or what keeps it from being sent.

    `texts` is what was typed. `conflicts` are fields that were changed here and with us meanwhile.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    remark: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    conflicts: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to send."""
        return not self.values and not self.remark


def offered(*, theirs: bool) -> dict[str, tuple[str, ...]]:
    """The groups of the form; `theirs`: for who announced just this activity."""
    left = {
        group: tuple(name for name in names if theirs or name not in PERSONAL)
        for group, names in GROUPS.items()
    }
    return {group: names for group, names in left.items() if names}


def boxes(names: tuple[str, ...], now: Mapping[str, Any], typed: Changed) -> list[Box]:
    """These fields as they are shown: what we have, or what was typed."""
    return [_box(name, now.get(name), typed) for name in names]


def changed(form: Form, names: frozenset[str], now: Mapping[str, Any], near: date) -> Changed:
    """What somebody changed in a form.

    Args:
        form: what the browser sent.
        names: the fields that are offered; others count for nothing, whoever sends them.
        now: the activity's values.
        near: days without a year are those nearest to this one.
    """
    given = {name: value for name, value in controls.changes(form, near).items() if name in names}
    typed = {name: text for name, text in controls.typed(form, near).items() if name in given}
    remark = form.text(REMARK)
    errors = {name: say(f"own.needs.{name}") for name in sorted(_NEEDED & set(given)) if not given[name]}
    values: dict[str, Any] = {}
    try:
        values = fields.checked(given)
    except BadValues as error:
        errors |= {name: say(f"bad.{controls.kind(name)}") for name in error.fields}
    values = {name: EMPTIED if value is None else value for name, value in values.items()}
    values = {name: value for name, value in values.items() if value != now.get(name, EMPTIED)}
    stale = {name for name in values if form.text(f"was.{name}") != controls.shown(name, now.get(name))}
    return Changed(values, remark, typed, errors, frozenset(stale))


def _box(name: str, value: Any, typed: Changed) -> Box:
    was = controls.shown(name, value)
    text = typed.texts.get(name, was)
    return Box(
        name=name,
        kind=controls.kind(name),
        text=text,
        was=was,
        rows=controls.rows(name, text),
        choices=controls.choices(name, text),
        error=typed.errors.get(name, ""),
        theirs=beside.told(name, value) if name in typed.conflicts else "",
    )
