"""One draft as two activities: what a form says of which days and fields go where. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from review.beside import told
from review.forms import Form
from store.draftview import DraftView
from store.incoming import Json
from store.when import when
from store.words import FIELDS

# To the first, to the second, or to both.
SIDES: Final = ("beide", "een", "twee")
_FIRST: Final = frozenset({"beide", "een"})
_SECOND: Final = frozenset({"beide", "twee"})
# A title is typed for each, the days go one by one, and what changes is of the mail as a whole.
_OTHERWISE: Final = frozenset({"title", "dates", "change"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One day or field of the draft, and where it goes. `name` is that of its control."""

    name: str
    label: str
    text: str
    side: str


def days(view: DraftView, form: Form) -> list[Choice]:
    """The days of the draft; until somebody chooses, the first goes apart from the others."""
    spans = view.values.get("dates") or ()
    first = "een" if len(spans) > 1 else "beide"
    return [
        Choice(f"dag.{at}", "", when([span])[0], _side(form, f"dag.{at}", "twee" if at else first))
        for at, span in enumerate(spans)
    ]


def fields(view: DraftView, form: Form) -> list[Choice]:
    """The other fields that say something; as long as nobody chose, they hold for both."""
    return [
        Choice(f"deel.{field}", label, told(field, view.values[field]), _side(form, f"deel.{field}", "beide"))
        for field, label in FIELDS.items()
        if field in view.values and field not in _OTHERWISE
    ]


def titles(view: DraftView, form: Form) -> tuple[str, str]:
    """The two titles; both are the draft's own until somebody types another."""
    title = view.title
    return form.text("titel.een") or title, form.text("titel.twee") or title


def changes(view: DraftView, form: Form) -> tuple[Mapping[str, Json], Mapping[str, Json]]:
    """What the form makes of the first and of the second: the values that differ from the draft's."""
    one, two = titles(view, form)
    first: dict[str, Json] = {"title": one}
    second: dict[str, Json] = {"title": two}
    spans = list(view.values.get("dates") or ())
    sides = [choice.side for choice in days(view, form)]
    first["dates"] = [span for span, side in zip(spans, sides, strict=True) if side in _FIRST]
    second["dates"] = [span for span, side in zip(spans, sides, strict=True) if side in _SECOND]
    for choice in fields(view, form):
        field = choice.name.removeprefix("deel.")
        if choice.side not in _FIRST:
            first[field] = None
        if choice.side not in _SECOND:
            second[field] = None
    return first, second


def _side(form: Form, name: str, usual: str) -> str:
    said = form.get(name, "")
    return said if said in SIDES else usual
