"""The review desk in staff's browsers: `intake desk` serves it alone, `intake run` beside the worker."""

import gc
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NoReturn

import typer
import uvicorn
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from intake.answers import facts, own_pages
from intake.answers.digest import Feed
from intake.answers.facts import Places
from intake.answers.letter import Letters
from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.config import Config
from intake.errors import ConfigError, IntakeError, MailboxError
from intake.mail.layout import layout_of
from intake.mailbox.auth import secret
from intake.trouble import Trouble
from review.agenda.current import current
from review.agenda.land import Land
from review.answering import Answering, Letter
from review.app import create_app
from review.campaign import Campaign
from review.provider import Provider
from review.settings import OidcSettings, ReviewSettings
from review.workshop import Workshop
from store import outbox, staff
from store.blobs import BlobStore, open_blobs
from store.database import Store

log = logging.getLogger(__name__)

# Pages that are being made when it is told to stop may take this long, in seconds.
STOP_SECONDS = 5
# Connections that wait to be let in.
BACKLOG = 128
# Who comes when so many are in is told to come again (503): the worker in the same process needs files too,
# and a service has 1,024 of both together (RLIMIT_NOFILE, as systemd sets it).
CONNECTIONS = 400
NOBODY = "nobody can log in yet: intake staff add LOGIN"


def desk(ctx: typer.Context, config: ConfigFile = None) -> None:
    """Serve the review desk to staff's browsers, until SIGTERM or Ctrl-C."""
    settings = configuration(ctx, config)
    signal.signal(signal.SIGTERM, _leave)
    with (
        opened(settings) as store,
        listening(settings.review) as sock,
        Workshop(settings.review) as workshop,
    ):
        app = desk_app(settings, store, open_blobs(settings.store), workshop)
        output().print(f"The review desk is at {address(settings.review, sock)}", soft_wrap=True)
        if _nobody(store):
            output().print(NOBODY.capitalize(), soft_wrap=True)
        server(app, settings.review).run(sockets=[sock])


def _leave(*_: object) -> NoReturn:
    """The server raises the signal that ended it once more: what is open is closed all the same."""
    raise SystemExit(0)


class Beside(threading.Thread):
    """The desk in a thread of its own, beside the worker: trouble with one is no reason to stop the other."""

    def __init__(self, config: Config, store: Store, blobs: BlobStore) -> None:
        """Listens nowhere yet."""
        super().__init__(name="review desk", daemon=True)
        self._settings = config.review
        self._workshop = Workshop(config.review)
        self._app = desk_app(config, store, blobs, self._workshop)
        self._store = store
        self._server: uvicorn.Server | None = None
        self._stopping = threading.Event()
        worker = config.worker
        self._trouble = Trouble("review desk", worker.backoff_seconds, worker.backoff_longest_seconds)

    def run(self) -> None:
        """Serve until the end. A port that is taken is told and tried again: who has it may be leaving."""
        while not self._stopping.is_set():
            try:
                with listening(self._settings) as sock:
                    self._trouble.over()
                    self._serve(sock)
            except Exception as error:  # the boundary of the desk: the worker goes on
                self._stopping.wait(self._trouble.came(error))

    def end(self) -> None:
        """Let nobody in any more; wait until what is asked is answered, or `STOP_SECONDS` are over."""
        self._stopping.set()
        if self._server is not None:
            self._server.should_exit = True
        self.join(2 * STOP_SECONDS)
        self._workshop.close()

    def _serve(self, sock: socket.socket) -> None:
        log.info("the review desk is at %s", address(self._settings, sock))
        if _nobody(self._store):
            log.info(NOBODY)
        self._server = server(self._app, self._settings)
        if not self._stopping.is_set():
            self._server.run(sockets=[sock])


def desk_app(config: Config, store: Store, blobs: BlobStore, workshop: Workshop) -> Starlette:
    """The desk of one installation."""
    layout = partial(layout_of, bounds=config.reading)
    return create_app(
        store,
        blobs,
        config.review,
        campaign_of(config),
        workshop,
        layout,
        provider=_provider(config.oidc),
        answering=answering(config),
    )


def campaign_of(config: Config) -> Campaign:
    """The week as its pages name it."""
    edition = config.campaign
    return Campaign(edition.name, edition.starts, edition.ends, edition.timezone)


def answering(config: Config) -> Answering | None:
    """How the organisers of one installation are answered; None where nobody is."""
    settings = config.mail_out
    if not settings.domain:
        return None
    home = config.review.home
    places = Places.at(home, own_pages.shown(home, config.campaign, settings.link_days))
    letters = Letters(settings.templates)

    def letter(s: Session, outgoing_id: int) -> Letter | None:
        told = facts.facts(s, outbox.find(s, outgoing_id), config.campaign, places)
        try:
            words = letters.write(told)
        except ConfigError:
            log.exception("answer %d cannot be written", outgoing_id)
            return None
        return Letter(words.subject, words.text)

    return Answering(settings.hold_seconds, letter)


def feed(store: Store) -> Callable[[], Feed]:
    """What tells how the public agenda is now, for the digest."""
    shelf = current(store, Land())

    def told() -> Feed:
        edition = shelf.edition()
        return Feed(edition.told, len(edition.skipped))

    return told


def _provider(settings: OidcSettings | None) -> Provider | None:
    """Where staff may log in elsewhere, if that is configured.

    Raises:
        ConfigError: it cannot be done with what is installed, or without its secret.
    """
    if settings is None:
        return None
    try:
        from review.oidc import OpenIdProvider
    except ImportError:
        raise ConfigError(
            "[review.oidc] needs the extra oidc, which is not installed: pip install 'intake[oidc]'"
        ) from None
    try:
        known = secret(settings.client_secret_env, os.environ) if settings.client_secret_env else ""
    except MailboxError as error:
        raise ConfigError(f"[review.oidc]: {error}") from None
    return OpenIdProvider(settings, known)


def server(app: Starlette, settings: ReviewSettings) -> uvicorn.Server:
    """What serves it; our log tells what went wrong, not every page that was looked at.

    What stands by now stays until the end. The garbage collector need not walk it in the middle of a page,
    which took up to 75 ms now and then.
    """
    gc.collect()
    gc.freeze()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        lifespan="off",
        limit_concurrency=CONNECTIONS,
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
        # asyncio sets it on sockets that name their protocol, which accepted ones do not: without, the end of
        # a page waits 40 ms for the browser to acknowledge its beginning (Nagle against delayed ACK).
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield sock


def address(settings: ReviewSettings, sock: socket.socket) -> str:
    """What staff type into their browser."""
    if settings.address:
        return settings.address
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{sock.getsockname()[1]}/"


def _nobody(store: Store) -> bool:
    with store.view() as s:
        return not staff.list_(s)
