"""What a mail brings along, as pictures and a sandboxed document made here; never the thing itself."""

from collections.abc import Callable
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from review import drawing, sanitising, searching, source
from review.drawing import CannotShowError, Leaves
from review.numbers import row_number
from review.pages.files import part_of
from review.searching import Needle
from review.tabs import Way, way_of
from review.visit import Visit
from review.words import say
from store import mailviews, review
from store.draftview import PartView

# Widths in pixels: a page to be read beside the fields, a photo, and one of many photos.
PAGE_WIDTH: Final = 1400
PHOTO_WIDTH: Final = 1600
SMALL_WIDTH: Final = 480


def layout(visit: Visit) -> Response:
    """The mail as its sender laid it out, for a frame in which nothing runs and nothing is fetched."""
    desk = visit.desk
    with desk.store.view() as s:
        mail = mailviews.mail(s, visit.number)
    try:
        made = desk.workshop.make(
            ("layout", mail.sha256),
            lambda: desk.blobs.local(mail.sha256),
            sanitising.document,
            desk.layout,
            desk.settings.picture_pixels,
        )
    except CannotShowError as cannot:
        made = sanitising.told(say(f"cannot.{cannot.code}"))
    headers = {"content-security-policy": sanitising.POLICY, "x-dns-prefetch-control": "off"}
    return HTMLResponse(made or sanitising.told(say("source.layout.none")), headers=headers)


def leaves(visit: Visit) -> Response:
    """The pages of a document, with the words marked on which a draft's values stand."""
    part = _shown(visit, Way.PAGES)
    desk = visit.desk
    needles = _needles(visit, part)
    found, trouble = Leaves((), 0), ""
    try:
        found = desk.workshop.make(
            ("leaves", part.sha256, needles),
            lambda: desk.blobs.local(part.sha256),
            drawing.leaves,
            desk.settings.pages_shown,
            needles,
        )
    except CannotShowError as cannot:
        trouble = say(f"cannot.{cannot.code}")
    return visit.show("leaves.html", part=part, leaves=found, trouble=trouble)


def page(visit: Visit) -> Response:
    """One page of a document as a picture."""
    part = _shown(visit, Way.PAGES)
    number = int(visit.request.path_params["page"])
    if not 1 <= number <= visit.desk.settings.pages_shown:
        raise HTTPException(404)
    return _jpeg(visit, part, drawing.page, number, PAGE_WIDTH)


def photo(visit: Visit) -> Response:
    """A photo, smaller, and without what it tells of where it was taken."""
    part = _shown(visit, Way.PICTURE)
    width = SMALL_WIDTH if visit.asked("maat") == "klein" else PHOTO_WIDTH
    return _jpeg(visit, part, drawing.picture, width, visit.desk.settings.picture_pixels)


def _shown(visit: Visit, way: Way) -> PartView:
    """The attachment that the address names, if it may be shown this way.

    Raises:
        HTTPException: 404, it may not.
    """
    part = part_of(visit)
    if way_of(part, has_text=False) is not way:
        raise HTTPException(404)
    return part


def _jpeg(visit: Visit, part: PartView, draw: Callable[..., bytes], *args: int) -> Response:
    desk = visit.desk
    try:
        made = desk.workshop.make(
            (draw.__name__, part.sha256, *args), lambda: desk.blobs.local(part.sha256), draw, *args
        )
    except CannotShowError:
        raise HTTPException(404) from None
    headers = {"content-disposition": "inline", "content-security-policy": "sandbox; default-src 'none'"}
    return Response(made, media_type="image/jpeg", headers=headers)


def _needles(visit: Visit, part: PartView) -> tuple[tuple[int, Needle], ...]:
    """The words of this attachment on which the values of the draft stand from which it is looked at."""
    asked = row_number(visit.asked("bij"))
    if asked is None or not part.source:
        return ()
    with visit.desk.store.view() as s:
        view = review.draft(s, asked)
    if view.mail.id != part.mail_id:
        return ()
    marks: dict[tuple[int, int], list[str]] = {}
    for mark in source.marks(view).get(part.source, ()):
        marks.setdefault((mark.start, mark.end), []).append(mark.key)
    spans = [(start, end, tuple(dict.fromkeys(keys))) for (start, end), keys in marks.items()]
    return searching.needles(view.texts.get(part.source, ""), view.pages.get(part.source, ()), spans)
