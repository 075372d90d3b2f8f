"""The zones that a calendar defines: those that are known by name are spared."""

import re
from typing import Final

_ZONE: Final = ("BEGIN:VTIMEZONE", "END:VTIMEZONE")
_ZONE_NAME: Final = re.compile(r"^TZID:([^\r\n]{1,100})", re.MULTILINE)


def known_zones(text: str) -> str:
    """A calendar without its own definitions of the zones that Windows knows by a name.

    Their names tell what the definitions would, but at a cost of 20 ms (RFC 5545 section 3.6.5).
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    kept, at = [], 0
    while (start := text.find(_ZONE[0], at)) >= 0 and (end := text.find(_ZONE[1], start)) >= 0:
        end += len(_ZONE[1])
        named = _ZONE_NAME.search(text, start, end)
        known = named is not None and named[1].strip().strip('"') in WINDOWS_TO_OLSON
        kept.append(text[at : start if known else end])
        at = end
    return "".join((*kept, text[at:]))
