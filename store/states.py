"""What decisions can change of a row, as JSON, and back: a decision keeps it as it was and as it became."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from store.desk import FieldValue
from store.incoming import Json
from store.model import Draft, Mail

# What decisions change of a draft and of a mail. The rest is either never changed or counts writes.
_DRAFT_COLUMNS: Final = (
    "status",
    "title",
    "organisation",
    "title_key",
    "organisation_key",
    "first_day",
    "change",
    "about_draft_id",
    "linked_by",
    "merged_into_id",
    "reason",
    "message",
    "contact_public",
)
_MAIL_COLUMNS: Final = ("kind", "needs_person")


def draft_state(draft: Draft) -> dict[str, Json]:
    """What decisions can change of a draft, as JSON."""
    return {name: _plain(getattr(draft, name)) for name in _DRAFT_COLUMNS}


def mail_state(mail: Mail) -> dict[str, Json]:
    """What decisions can change of a mail, as JSON."""
    return {name: getattr(mail, name) for name in _MAIL_COLUMNS}


def value_state(row: FieldValue) -> dict[str, Json]:
    """A value of staff's own, as JSON."""
    return {
        "value": row.value,
        "actor": row.actor,
        "at": row.at.isoformat(),
        "from_draft_id": row.from_draft_id,
    }


def set_columns(row: Draft | Mail, state: Mapping[str, Json]) -> None:
    """Give a draft or a mail back some of its columns."""
    for name, value in state.items():
        setattr(row, name, date.fromisoformat(value) if name == "first_day" and value else value)


def set_value(row: FieldValue, state: Mapping[str, Json]) -> None:
    """Make a value of staff's own what `value_state` once told of it."""
    row.value = state["value"]
    row.actor = state["actor"]
    row.at = datetime.fromisoformat(state["at"])
    row.from_draft_id = state["from_draft_id"]


def _plain(value: Any) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
