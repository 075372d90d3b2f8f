"""The agenda as it is now, kept in memory."""

from review.agenda.item import Edition, edition
from review.agenda.land import Land
from review.agenda.shelf import Shelf
from store import agenda
from store.database import Store


def current(store: Store, land: Land) -> Shelf[Edition]:
    """A shelf that has read nothing yet; `land` tells where places are."""
    return Shelf(
        store,
        agenda.revision,
        lambda s, now: edition(now.number, now.changed_at, agenda.entries(s), land),
    )
