"""`intake run` and `intake poll`: the scheduled worker, and one pass now."""

import logging
from contextlib import ExitStack, nullcontext
from datetime import timedelta
from functools import partial
from importlib.metadata import version

import typer
from rich.console import Console

from intake import jobs
from intake.commands.desk import Beside, feed
from intake.commands.parts import Parts, clock, interruptible
from intake.commands.progress import shown
from intake.commands.setting import ConfigFile, configuration, output
from intake.config import Config
from intake.errors import ConfigError, IntakeError, MailboxError
from intake.mailbox.watch import Watcher
from intake.worker import Worker
from store import queue
from store.url import without_secrets

log = logging.getLogger(__name__)

# A watcher ends as soon as its connection is cut; it is not waited for longer.
WATCHER_SECONDS = 5.0


def run(ctx: typer.Context, config: ConfigFile = None) -> None:
    """Watch the mailboxes, fill the queue and serve the review desk, until SIGTERM or Ctrl-C."""
    settings = _with_mailbox(configuration(ctx, config))
    with Parts(settings, on_kept=lambda: worker.wake(jobs.DRAFTING)) as parts:
        stop = parts.stop
        parts.watched()
        sender, alarm, digests = parts.sender(), parts.alarm(), parts.digests(feed(parts.store))
        lease = settings.store.lease_seconds
        idle = timedelta(minutes=settings.review.idle_minutes)
        worker = Worker(
            settings.worker,
            [
                *(jobs.polling(parts.poller(one), one, lease, stop) for one in settings.mailboxes),
                jobs.drafting(parts.drafter(), settings.worker, stop),
                *([jobs.answering(sender, settings.mail_out, stop)] if sender else []),
                *([jobs.alarming(alarm, settings.mail_out)] if alarm else []),
                *([jobs.digesting(digests, settings.mail_out)] if digests else []),
                jobs.indexing(parts.store, settings.worker),
                jobs.tidying(parts.store, parts.blobs, parts.spool, clock, settings.worker, idle),
                jobs.retaining(
                    parts.store,
                    parts.blobs,
                    settings.retention,
                    settings.campaign.over,
                    clock,
                    stop,
                    settings.worker,
                ),
                jobs.heartbeat(parts.store, parts.folders, clock, settings.worker),
            ],
            stop,
        )
        watchers = [
            Watcher(one, folder, parts.connect(one), partial(worker.wake, jobs.polling_name(one)), stop)
            for one in settings.mailboxes
            for folder in one.folders
        ]
        names = ", ".join(one.name for one in settings.mailboxes)
        place = without_secrets(settings.store.database)
        log.info("intake %s is at work: %s; queue in %s", version("intake"), names, place)
        desk = Beside(settings, parts.store, parts.blobs) if settings.review.serve else None
        for thread in (*watchers, *([desk] if desk else [])):
            thread.start()
        try:
            worker.run()
        finally:
            if desk:
                desk.end()
            for watcher in watchers:
                watcher.end()
            for watcher in watchers:
                watcher.join(WATCHER_SECONDS)
    log.info("stopped")


def poll(ctx: typer.Context, config: ConfigFile = None) -> None:
    """Look into every mailbox once, keep what is for the week, and queue its drafts."""
    settings = _with_mailbox(configuration(ctx, config))
    failed: list[str] = []
    console = Console(stderr=True)
    with ExitStack() as stack:
        bars = stack.enter_context(ExitStack())
        parts = stack.enter_context(Parts(settings, bars.enter_context(shown(console))))
        stack.enter_context(interruptible(parts.stop))
        parts.watched()
        told = [_pass(parts, number, failed) for number in range(len(settings.mailboxes))]
        bars.close()
        with console.status("reading") if console.is_terminal else nullcontext():
            drafted = parts.drafter().run(parts.stop)
        told += [str(drafted), *_claimed(parts)]
    for line in told:
        output().print(line, soft_wrap=True)
    if failed:
        raise IntakeError("; ".join(failed))


def _pass(parts: Parts, number: int, failed: list[str]) -> str:
    """One pass over one mailbox; trouble with it doesn't keep the others from theirs."""
    settings = parts.config.mailboxes[number]
    try:
        passed = parts.poller(settings).run(parts.stop)
    except MailboxError as error:
        failed.append(str(error))
        return f"{settings.name}: failed"
    if passed.busy:
        return f"{settings.name}: another worker is at it, so there is nothing to do"
    return f"{settings.name}: {passed.looked} looked at, {passed.kept} kept"


def _claimed(parts: Parts) -> list[str]:
    """What is told of mails that were not ours to read."""
    with parts.store.view() as s:
        claimed = queue.counts(s).claimed
    if not claimed:
        return []
    seconds = parts.config.store.claim_seconds
    return [f"{claimed} left to another worker; if that one died, they are free again within {seconds} s"]


def _with_mailbox(config: Config) -> Config:
    if not config.mailboxes:
        raise ConfigError("no mailbox is configured: add a section [[mailbox]] to config.toml")
    return config
