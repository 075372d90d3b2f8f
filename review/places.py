"""Where one can go from every page: the desk's places, and which of them one is at."""

from dataclasses import dataclass
from typing import Final

from store.desk import Role
from store.staff import Person


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its name in the catalogue, its address, and who alone finds it."""

    name: str
    path: str
    role: Role | None = None


PLACES: Final = (
    Place("work", "/werkvoorraad"),
    Place("outgoing", "/uitgaande-mail"),
    Place("overview", "/overzicht"),
    Place("logbook", "/logboek"),
    Place("agenda", "/agenda"),
    Place("people", "/gebruikers", Role.MANAGER),
)
ACCOUNT: Final = Place("account", "/account")


def open_to(person: Person) -> tuple[Place, ...]:
    """The places that somebody may go to."""
    return tuple(place for place in PLACES if place.role in {None, person.role})


def at(place: Place, path: str) -> bool:
    """Whether a page belongs to a place."""
    return path == place.path or path.startswith(f"{place.path}/")
