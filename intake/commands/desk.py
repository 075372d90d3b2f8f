"""`intake desk`: the review desk for staff, in their browsers."""

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import typer
import uvicorn
from starlette.applications import Starlette

from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.config import Config
from intake.errors import IntakeError
from review.app import create_app
from review.campaign import Campaign
from review.settings import ReviewSettings
from store import staff
from store.blobs import open_blobs
from store.database import Store

log = logging.getLogger(__name__)

# Pages that are being made when it is told to stop may take this long, in seconds.
STOP_SECONDS = 5
# Connections that wait to be let in.
BACKLOG = 128


def desk(ctx: typer.Context, config: ConfigFile = None) -> None:
    """Serve the review desk to staff's browsers, until SIGTERM or Ctrl-C."""
    settings = configuration(ctx, config)
    with opened(settings) as store, listening(settings.review) as sock:
        with store.view() as s:
            nobody = not staff.list_(s)
        output().print(f"The review desk is at {address(settings.review, sock)}", soft_wrap=True)
        if nobody:
            output().print("Nobody can log in yet: intake staff add LOGIN", soft_wrap=True)
        server(desk_app(settings, store), settings.review).run(sockets=[sock])


def desk_app(config: Config, store: Store) -> Starlette:
    """The desk of one installation."""
    edition = config.campaign
    campaign = Campaign(edition.name, edition.starts, edition.ends, edition.timezone)
    return create_app(store, open_blobs(config.store), config.review, campaign)


def server(app: Starlette, settings: ReviewSettings) -> uvicorn.Server:
    """What serves it; our log tells what went wrong, not every page that was looked at."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        lifespan="off",
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    return uvicorn.Server(config)


@contextmanager
def listening(settings: ReviewSettings) -> Iterator[socket.socket]:
    """The socket that it listens on.

    Raises:
        IntakeError: the address or port cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        sock = socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except OSError as error:
        told = f"the review desk cannot listen on {settings.host} port {settings.port}: {error.strerror}"
        raise IntakeError(f"{told} (set [review] port in config.toml)") from None
    with sock:
        yield sock


def address(settings: ReviewSettings, sock: socket.socket) -> str:
    """What staff type into their browser."""
    if settings.address:
        return settings.address
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{sock.getsockname()[1]}/"
