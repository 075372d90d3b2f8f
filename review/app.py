"""The review desk as an ASGI app: which pages there are."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from threading import BoundedSemaphore

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from review.agenda.pages import Agenda
from review.answering import Answering
from review.campaign import Campaign
from review.desk import Desk
from review.headers import Headers
from review.hosts import Hosts
from review.look import Look
from review.organiser.pages import OwnPages
from review.pages import (
    account,
    choose,
    claim,
    day,
    draft,
    elsewhere,
    files,
    logbook,
    login,
    mail,
    merge,
    notes,
    outgoing,
    overview,
    password,
    people,
    pictures,
    split,
    together,
    trouble,
    worklist,
)
from review.paths import Paths
from review.provider import Provider
from review.rendering import Renderer
from review.sanitising import LayoutReader
from review.settings import ReviewSettings
from review.tally import Tally
from review.toolbox.pages import Toolbox
from review.visit import route
from review.workshop import Workshop
from store.blobs import BlobStore
from store.database import Store
from store.desk import Role


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    store: Store,
    blobs: BlobStore,
    settings: ReviewSettings,
    campaign: Campaign,
    workshop: Workshop,
    layout: LayoutReader,
    clock: Callable[[], datetime] = _now,
    provider: Provider | None = None,
    answering: Answering | None = None,
) -> Starlette:
    """The desk on a store that stands at this version.

    Args:
        store: where drafts, staff and sessions are kept. It is not closed here.
        blobs: where mails and attachments are kept.
        settings: how it is served.
        campaign: the week that its pages name.
        workshop: makes pictures of what mails bring along. It is not closed here.
        layout: gives the HTML of a raw mail and its pictures.
        clock: tells the moment, in UTC.
        provider: where people may log in with an account that they have elsewhere.
        answering: how organisers hear of decisions; None where they do not.
    """
    toolbox = Toolbox(store)
    agenda = Agenda(store, toolbox.edition)
    app = Starlette(
        routes=[
            Route("/gezond", _healthy),
            Mount("/static", StaticFiles(packages=[("review", "static")])),
            *agenda.routes(),
            *toolbox.routes(),
            *OwnPages(settings).routes(),
            route("/overzicht", partial(overview.show, agenda.edition), login.stranger),
            route("/overzicht/agenda.xlsx", agenda.workbook, login.stranger),
            *_pages(),
        ],
        middleware=[
            Middleware(Headers, secure=settings.secure),
            Middleware(Hosts, settings=settings),
            Middleware(Paths),
        ],
        exception_handlers=trouble.HANDLERS,
    )
    app.state.desk = Desk(
        store,
        blobs,
        settings,
        campaign,
        clock,
        Look(),
        Tally(),
        workshop,
        Renderer(store, blobs, workshop, settings.picture_pixels, clock),
        layout,
        BoundedSemaphore(login.AT_ONCE),
        provider,
        answering,
    )
    return app


def _pages() -> list[BaseRoute]:
    get = partial(route, stranger=login.stranger)
    post = partial(route, stranger=login.stranger, method="POST")
    return [
        get("/", worklist.first),
        get("/inloggen", login.ask, public=True),
        post("/inloggen", login.enter, public=True),
        post("/inloggen/elders", elsewhere.leave_for, public=True),
        get("/inloggen/terug", elsewhere.come_back, public=True),
        get("/inloggen/elders/uit", elsewhere.leave, public=True),
        post("/uitloggen", login.leave, early=True),
        get("/wachtwoord", password.ask, early=True),
        post("/wachtwoord", password.choose, early=True),
        get("/account", account.show),
        post("/account", account.change),
        get("/logboek", logbook.show),
        get(outgoing.PATH, outgoing.show),
        get(outgoing.PATH + "/{number:int}", outgoing.one),
        post(outgoing.PATH + "/{number:int}", outgoing.again),
        get("/gebruikers", people.show, role=Role.MANAGER),
        get("/gebruikers/nieuw", people.ask, role=Role.MANAGER),
        post("/gebruikers/nieuw", people.add, role=Role.MANAGER),
        get("/gebruikers/{number:int}", people.one, role=Role.MANAGER),
        post("/gebruikers/{number:int}", people.change, role=Role.MANAGER),
        get("/werkvoorraad", worklist.show),
        get("/werkvoorraad/nieuws", worklist.news),
        get("/werkvoorraad/samen", together.recap),
        post("/werkvoorraad/samen", together.decide),
        get("/werkvoorraad/gedaan", together.done),
        post("/werkvoorraad/ongedaan", together.undo),
        get("/mail/{number:int}/origineel", files.raw),
        get("/activiteit/{number:int}", draft.show),
        post("/activiteit/{number:int}", draft.decide),
        post("/besluit/{number:int}/ongedaan", draft.undo),
        get("/dag", day.understood),
        post("/activiteit/{number:int}/bezig", claim.begin),
        post("/activiteit/{number:int}/notitie", notes.add),
        post("/notitie/{number:int}", notes.decide),
        get("/activiteit/{number:int}/samenvoegen", choose.to_merge),
        get("/activiteit/{number:int}/hoort-bij", choose.to_change),
        post("/activiteit/{number:int}/hoort-bij", choose.point),
        get("/samenvoegen/{one:int}/{other:int}", merge.show),
        post("/samenvoegen/{one:int}/{other:int}", merge.decide),
        get("/activiteit/{number:int}/splitsen", split.show),
        post("/activiteit/{number:int}/splitsen", split.decide),
        get("/mail/{number:int}", mail.show),
        post("/mail/{number:int}", mail.decide),
        get("/mail/{number:int}/opmaak", pictures.layout),
        get("/mail/{number:int}/bijlage/{part:int}", files.download),
        get("/mail/{number:int}/bijlage/{part:int}/bladen", pictures.leaves),
        get("/mail/{number:int}/bijlage/{part:int}/blad/{page:int}", pictures.page),
        get("/mail/{number:int}/bijlage/{part:int}/foto", pictures.photo),
    ]


def _healthy(request: Request) -> Response:
    """Whether it answers, for what watches it; tells nothing else."""
    del request
    return PlainTextResponse("ok\n")
