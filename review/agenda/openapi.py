"""What `agenda.json` and other feeds take and give, as an OpenAPI document (version 3.1.0)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from review.agenda.land import PROVINCES
from review.campaign import Campaign
from store.fields import ACCESS, ACTIVITY_TYPES, ORGANISATION_TYPES

# By address: an operation, and the schemas that it names.
Feeds = Mapping[str, tuple[dict[str, Any], dict[str, Any]]]

# A form sends what was not filled in as well.
_ALL: Final = {"const": ""}
_TEXT: Final = {"type": ["string", "null"]}
_SESSION: Final = {
    "type": "object",
    "required": ["uid", "starts", "ends", "sequence", "status"],
    "additionalProperties": False,
    "properties": {
        "uid": {"type": "string", "description": "the same for good, as in agenda.ics"},
        "starts": {"type": "string", "description": "a day, or a time with its offset (ISO 8601)"},
        "ends": {"type": ["string", "null"], "description": "of whole days the last one, included"},
        "sequence": {"type": "integer", "minimum": 0},
        "status": {"enum": ["confirmed", "cancelled"]},
    },
}
_TEXTS: Final = (
    "organisation",
    "audience",
    "venue",
    "street",
    "postcode",
    "city",
    "registration",
    "registration_deadline",
    "url",
    "contact_name",
    "contact_email",
    "contact_phone",
    "province",
)


def document(campaign: Campaign, home: str, more: Feeds = MappingProxyType({})) -> dict[str, Any]:
    """The document.

    Args:
        campaign: the week that the agenda is of.
        home: where the addresses begin.
        more: further feeds by their address: what each takes, and the schemas of what it gives.
    """
    schemas = {"Feed": _feed(), "Activity": _activity(), "Session": _SESSION}
    paths = {"/agenda.json": {"get": _operation()}}
    for path, (operation, given) in more.items():
        paths[path] = {"get": operation}
        schemas |= given
    return {
        "openapi": "3.1.0",
        "info": {"title": campaign.name, "version": "1", "license": {"name": "EUPL-1.2"}},
        "servers": [{"url": home}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _operation() -> dict[str, Any]:
    return feed_operation(
        "activities",
        "A page of the activities of the week, by their first day",
        "Feed",
        [
            parameter("dag", "on this day", {"anyOf": [{"type": "string", "format": "date"}, _ALL]}),
            parameter("provincie", "in this province", {"enum": [*PROVINCES.values(), ""]}),
            parameter("soort", "of this type", {"enum": [*ACTIVITY_TYPES, ""]}),
            parameter(
                "voor",
                "for an audience that is told with these letters",
                {"type": "string", "maxLength": 200},
            ),
        ],
    )


def feed_operation(
    name: str, summary: str, schema: str, parameters: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """What a feed takes besides words and a page, and that it gives a schema of the document."""
    pages = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 99999}, _ALL]}
    refusal = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [
            *parameters,
            parameter("woorden", "with all of these words", {"type": "string", "maxLength": 200}),
            parameter("pagina", "which page", pages),
        ],
        "responses": {
            "200": {"description": "a page", **_json({"$ref": f"#/components/schemas/{schema}"})},
            "304": {"description": "nothing changed"},
            "400": {"description": "a parameter cannot be read", **_json(refusal)},
        },
    }


def parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """One parameter of an address, which may be left out."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _feed() -> dict[str, Any]:
    properties: dict[str, Any] = {
        "name": {"type": "string"},
        "starts": {"type": "string", "format": "date"},
        "ends": {"type": "string", "format": "date"},
        "timezone": {"type": "string"},
        "revision": {"type": "integer"},
        "changed": {"type": "string", "format": "date-time"},
        "total": {"type": "integer", "minimum": 0},
        "skipped": {
            "type": "integer",
            "minimum": 0,
            "description": "left out, for they lack a title or a day",
        },
        "next": {"type": ["string", "null"], "description": "the address of the next page"},
        "activities": {"type": "array", "items": {"$ref": "#/components/schemas/Activity"}},
    }
    return closed(properties)


def _activity() -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": {"type": "string", "format": "uuid"},
        "title": {"type": "string"},
        "page": {"type": "string", "format": "uri"},
        "status": {"enum": ["confirmed", "cancelled"]},
        "sessions": {"type": "array", "items": {"$ref": "#/components/schemas/Session"}},
        **dict.fromkeys(_TEXTS, _TEXT),
        "organisation_type": {"enum": [*ORGANISATION_TYPES, None]},
        "activity_type": {"enum": [*ACTIVITY_TYPES, None]},
        "access": {"enum": [*ACCESS, None]},
        "price": {"type": ["number", "null"], "description": "in euros; 0 is free"},
        "capacity": {"type": ["integer", "null"]},
        "online": {"type": "boolean"},
        "published": {"type": "string", "format": "date-time"},
        "changed": {"type": "string", "format": "date-time"},
    }
    return closed(properties)


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Every property is there, and no other."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }
