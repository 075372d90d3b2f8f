"""What `toolbox.json` takes and gives, for the OpenAPI document that tells of the agenda too."""

from typing import Any, Final

from review.agenda.openapi import closed, feed_operation, parameter
from review.toolbox.asked import ALL_KINDS
from review.toolbox.item import KINDS

_TEXT: Final = {"type": ["string", "null"]}
_URI: Final = {"type": "string", "format": "uri"}
_MOMENT: Final = {"type": "string", "format": "date-time"}
_PIXELS: Final = {"type": ["integer", "null"], "description": "of a photo, in pixels"}


def operation() -> dict[str, Any]:
    """What the feed takes."""
    return feed_operation(
        "materials",
        "A page of the toolbox, what was published last first",
        "Materials",
        [
            parameter("soort", "with something of this kind in it", {"enum": [*ALL_KINDS, ""]}),
            parameter(
                "activiteit",
                "of the activity with this address in the agenda",
                {"type": "string", "maxLength": 200},
            ),
        ],
    )


def schemas() -> dict[str, Any]:
    """What it gives."""
    return {"Materials": _feed(), "Material": _material(), "File": _file()}


def _feed() -> dict[str, Any]:
    return closed(
        {
            "name": {"type": "string"},
            "revision": {"type": "integer", "description": "goes up with the agenda's and the toolbox's"},
            "changed": _MOMENT,
            "total": {"type": "integer", "minimum": 0},
            "next": {"type": ["string", "null"], "description": "the address of the next page"},
            "entries": {"type": "array", "items": {"$ref": "#/components/schemas/Material"}},
        }
    )


def _material() -> dict[str, Any]:
    activity = closed({"title": {"type": "string"}, "page": _URI})
    return closed(
        {
            "id": {"type": "string", "format": "uuid"},
            "title": {"type": "string"},
            "page": _URI,
            "summary": _TEXT,
            "organisation": _TEXT,
            "audience": _TEXT,
            "kinds": {"type": "array", "items": {"enum": list(ALL_KINDS)}},
            "links": {"type": "array", "items": {"type": "string"}},
            "activity": {"anyOf": [activity, {"type": "null"}]},
            "files": {"type": "array", "items": {"$ref": "#/components/schemas/File"}},
            "published": _MOMENT,
            "changed": _MOMENT,
        }
    )


def _file() -> dict[str, Any]:
    return closed(
        {
            "kind": {"enum": list(KINDS.values())},
            "name": {"type": "string"},
            "url": {**_URI, "description": "gives 410 once it is withdrawn"},
            "bytes": {"type": "integer", "minimum": 0},
            "alt": {"type": ["string", "null"], "description": "of a photo: what it shows"},
            "width": _PIXELS,
            "height": _PIXELS,
        }
    )
