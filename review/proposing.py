"""Which fields of a later mail are ticked to go over into the activity that it is about. Pure."""

from collections.abc import Sequence
from typing import Final

from store.accepting import Difference
from store.draftview import DraftView
from store.standing import FieldState

# What tells which activity it is. A mail that only mentions it ("ons symposium") says no other name of it,
# while one that names another day or place does so to change it.
_NAMES: Final = frozenset({"title", "organisation", "organisation_type", "activity_type", "audience"})


def proposed(change: DraftView, differences: Sequence[Difference]) -> frozenset[str]:
    """The fields to tick: all but those that would put an unsure name in the place of one that is there."""
    return frozenset(
        one.field
        for one in differences
        if one.field not in _NAMES
        or one.old is None
        or change.fields[one.field].state is not FieldState.CHECK
    )
