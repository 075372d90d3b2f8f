"""What `agenda.json` takes and gives, as an OpenAPI document (version 3.1.0)."""

from typing import Any, Final

from review.agenda.land import PROVINCES
from review.campaign import Campaign
from store.fields import ACCESS, ACTIVITY_TYPES, ORGANISATION_TYPES

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


def document(campaign: Campaign, home: str) -> dict[str, Any]:
    """The document.

    Args:
        campaign: the week that the agenda is of.
        home: where the addresses begin.
    """
    return {
        "openapi": "3.1.0",
        "info": {"title": campaign.name, "version": "1", "license": {"name": "EUPL-1.2"}},
        "servers": [{"url": home}],
        "paths": {"/agenda.json": {"get": _operation()}},
        "components": {"schemas": {"Feed": _feed(), "Activity": _activity(), "Session": _SESSION}},
    }


def _operation() -> dict[str, Any]:
    return {
        "operationId": "activities",
        "summary": "A page of the activities of the week, by their first day",
        "parameters": [
            _parameter("dag", "on this day", {"anyOf": [{"type": "string", "format": "date"}, _ALL]}),
            _parameter("provincie", "in this province", {"enum": [*PROVINCES.values(), ""]}),
            _parameter("soort", "of this type", {"enum": [*ACTIVITY_TYPES, ""]}),
            _parameter(
                "voor",
                "for an audience that is told with these letters",
                {"type": "string", "maxLength": 200},
            ),
            _parameter("woorden", "with all of these words", {"type": "string", "maxLength": 200}),
            _parameter(
                "pagina", "which page", {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 99999}, _ALL]}
            ),
        ],
        "responses": {
            "200": {
                "description": "a page of the agenda",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Feed"}}},
            },
            "304": {"description": "nothing changed"},
            "400": {
                "description": "a parameter cannot be read",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["error"],
                            "properties": {"error": {"type": "string"}},
                        }
                    }
                },
            },
        },
    }


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


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
    return _closed(properties)


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
    return _closed(properties)


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Every property is there, and no other."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }
