"""The agenda as JSON: the feed's records, and schema.org's events for search engines. Nothing is invented."""

from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from review.agenda.asked import PAGE, Asked
from review.agenda.item import TOLD, Edition, Item
from review.campaign import Campaign

_ATTENDANCE: Final = "https://schema.org/{}EventAttendanceMode"


def feed(
    edition: Edition, campaign: Campaign, home: str, what: Asked, found: list[Item], shown: list[Item]
) -> dict[str, Any]:
    """One page of the feed; the address of the next one is None on the last."""
    last = what.page * PAGE >= len(found)
    following = Asked(what.day, what.province, what.kind, what.audience, what.words, what.page + 1)
    return {
        "name": campaign.name,
        "starts": campaign.starts.isoformat(),
        "ends": campaign.ends.isoformat(),
        "timezone": campaign.timezone,
        "revision": edition.number,
        "changed": utc(edition.changed_at),
        "total": len(found),
        "skipped": len(edition.skipped),
        "next": None if last else home + following.path("/agenda.json"),
        "activities": [record(item, campaign.zone, home) for item in shown],
    }


def record(item: Item, zone: ZoneInfo, home: str) -> dict[str, Any]:
    """One activity; a field that is not known is null."""
    return {
        "id": item.entry.uid,
        "title": item.title,
        "page": f"{home}/agenda/{item.slug}",
        "status": "cancelled" if item.cancelled else "confirmed",
        "sessions": [
            {
                "uid": one.uid,
                "starts": _local(one.starts, zone),
                "ends": _local(one.ends, zone) if one.ends else None,
                "sequence": one.sequence,
                "status": "cancelled" if one.cancelled or item.cancelled else "confirmed",
            }
            for one in item.entry.sittings
        ],
        **{field: item.value(field) for field in TOLD},
        "online": bool(item.value("online")),
        "province": item.province or None,
        "published": utc(item.entry.published_at),
        "changed": utc(item.entry.changed_at),
    }


def events(item: Item, zone: ZoneInfo, home: str) -> list[dict[str, Any]]:
    """schema.org `Event`s of an activity, one a sitting (https://schema.org/Event)."""
    return [_event(item, one.starts, one.ends, zone, home) for one in item.sittings]


def _event(item: Item, starts: str, ends: str | None, zone: ZoneInfo, home: str) -> dict[str, Any]:
    status = "EventCancelled" if item.cancelled else "EventScheduled"
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": item.title,
        "url": f"{home}/agenda/{item.slug}",
        "startDate": _local(starts, zone),
        "endDate": _local(ends, zone) if ends else None,
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": _attendance(item),
        "location": _locations(item, home),
        "organizer": _named("Organization", item.value("organisation")),
        "audience": {"@type": "Audience", "audienceType": item.value("audience")}
        if item.value("audience")
        else None,
        "maximumAttendeeCapacity": item.value("capacity"),
        "offers": _offer(item),
    }
    if item.value("price") == 0:
        told["isAccessibleForFree"] = True
    return {name: value for name, value in told.items() if value is not None}


def _attendance(item: Item) -> str | None:
    if item.value("online"):
        return _ATTENDANCE.format("Mixed" if _address(item) else "Online")
    return _ATTENDANCE.format("Offline") if _address(item) else None


def _locations(item: Item, home: str) -> Any:
    found: list[dict[str, Any]] = []
    if _address(item):
        place = {
            "@type": "Place",
            "name": item.value("venue"),
            "address": {"@type": "PostalAddress", **_address(item), "addressCountry": "NL"},
        }
        found.append({name: value for name, value in place.items() if value is not None})
    if item.value("online"):
        found.append({"@type": "VirtualLocation", "url": _web(item) or f"{home}/agenda/{item.slug}"})
    return None if not found else found[0] if len(found) == 1 else found


def _address(item: Item) -> dict[str, str]:
    """Its address as far as it is known; a venue alone is a place as well."""
    named = {"streetAddress": "street", "postalCode": "postcode", "addressLocality": "city"}
    known = {name: str(item.value(field)) for name, field in named.items() if item.value(field)}
    if not known and item.value("venue"):
        known = {"name": str(item.value("venue"))}
    return known


def _web(item: Item) -> str | None:
    for field in ("url", "registration"):
        value = str(item.value(field) or "")
        if value.startswith(("http://", "https://")):
            return value
    return None


def _offer(item: Item) -> dict[str, Any] | None:
    price = item.value("price")
    if price is None:
        return None
    told = {"@type": "Offer", "price": price, "priceCurrency": "EUR", "url": _web(item)}
    return {name: value for name, value in told.items() if value is not None}


def _named(kind: str, name: Any) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _local(text: str, zone: ZoneInfo) -> str:
    """A day as it is; a time with the offset that it has there on that day."""
    return text if "T" not in text else datetime.fromisoformat(text).replace(tzinfo=zone).isoformat()


def utc(moment: datetime) -> str:
    """A moment as feeds have it: in UTC, to the second (RFC 3339)."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
