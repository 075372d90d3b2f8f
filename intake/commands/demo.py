"""`intake demo`: the whole way on this machine alone, with a mail server of its own and a dozen mails."""

import signal
import sys
import time
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.text import Text

from intake.commands.parts import clock
from intake.commands.queue import show
from intake.commands.setting import output
from intake.config import load
from intake.demo.postman import USER, InboxState, MailServer, Postman, mails
from intake.demo.sink import Sink
from intake.demo.stage import Stage, Worker
from intake.demo.watch import Scene, Watch, look
from intake.errors import IntakeError
from store import passwords, staff
from store.database import Store
from store.desk import Role

# Mails that lie in the mailbox when the worker starts; the others come while it watches.
THERE_ALREADY = 6
# Between two mails that come in, so that an eye can follow them.
PAUSE_SECONDS = 0.7
LOOK_SECONDS = 0.2
# Who logs in to the review desk of the demo.
LOGIN = "demo"
EXAMPLE = "03-webinar-met-agenda-item.eml"
# All of it takes fifteen seconds on a small machine; a busy one may take longer.
PATIENCE_SECONDS = 120.0


def demo(
    once: Annotated[bool, typer.Option("--once", help="End when every mail has found its place.")] = False,
    folder: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the demo keeps its database and files.")
    ] = Path("var/demo"),
) -> None:
    """See it run: a mail server on this machine, a desk's mailbox, and the queue filling."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    out, stage = output(), Stage(folder)
    stage.clear()
    with (
        MailServer(stage.folder / "mailserver.log") as server,
        Postman(server) as postman,
        Sink(stage.sent) as sink,
    ):
        stage.configure(server, sink.port)
        config = load(stage.config, {})
        store = Store(config.store)
        store.migrate()
        try:
            _introduce(out, server)
            with Worker(stage, server) as worker:
                before = _play(out, store, postman, sink, worker)
                out.print()
                show(out, config, look(store, before).rows)
                _conclude(out, stage, postman.inbox() == before)
                password = _account(store)
                if once:
                    _tell_desk(out, f"{_program()} desk --config {stage.config}", password)
                    return
                with suppress(KeyboardInterrupt):
                    _tell_desk(out, worker.desk(), password)
                    _tell_watching(out, server)
                    _keep_watching(out, store, postman, sink, worker)
        finally:
            store.close()


def _introduce(out: Console, server: MailServer) -> None:
    out.print(
        Text("A desk's mailbox, in the weeks before the Landelijke Actieweek Thuiszitters.", style="bold")
    )
    out.print(
        f"Mail server: pymap on 127.0.0.1:{server.port}. Worker: intake run. Database: SQLite.\n",
        soft_wrap=True,
    )


def _play(out: Console, store: Store, postman: Postman, sink: Sink, worker: Worker) -> InboxState:
    """Let the mails come, wait until each has found its place; gives the mailbox as it was left."""
    watch, coming = Watch(out), list(mails())
    deadline = time.monotonic() + PATIENCE_SECONDS
    with watch.running():
        for number, (name, mail) in enumerate(coming):
            postman.deliver(name, mail)
            if number + 1 >= THERE_ALREADY:
                watch.show(look(store, postman.inbox()))
                _tell_answers(out, sink)
                time.sleep(PAUSE_SECONDS)
            worker.check()
        left = postman.inbox()
        while not _shown(watch, look(store, left)).settled:
            worker.check()
            _tell_answers(out, sink)
            if time.monotonic() > deadline:
                raise IntakeError(f"the worker is not done after {PATIENCE_SECONDS:.0f} s; see {worker.log}")
            time.sleep(LOOK_SECONDS)
        _tell_answers(out, sink)
    return left


def _keep_watching(out: Console, store: Store, postman: Postman, sink: Sink, worker: Worker) -> None:
    """Show what else comes in, until Ctrl-C."""
    waiting = {(row.mail_id, row.number) for row in look(store, postman.inbox()).rows}
    while True:
        worker.check()
        for row in look(store, postman.inbox()).rows:
            if (row.mail_id, row.number) not in waiting:
                waiting.add((row.mail_id, row.number))
                out.print(Text(f"  queued   {row.title or row.subject}"), soft_wrap=True)
        _tell_answers(out, sink)
        time.sleep(LOOK_SECONDS)


def _tell_answers(out: Console, sink: Sink) -> None:
    """What came to organisers since it was last told."""
    for one in sink.news():
        out.print(Text(f"  answered {one.recipient}: {one.subject}"), soft_wrap=True)


def _shown(watch: Watch, scene: Scene) -> Scene:
    watch.show(scene)
    return scene


def _account(store: Store) -> str:
    """Let somebody in to the review desk; gives the password."""
    password = passwords.suggested()
    with store.begin() as s:
        staff.add(s, LOGIN, "Demo", Role.MANAGER, "demo", clock(), password=password)
    return password


def _tell_desk(out: Console, where: str, password: str) -> None:
    """Where the review desk is, and who may log in."""
    out.print(Text.assemble("\n", ("The review desk, where staff decide on all this", "bold")))
    out.print(Text(f"  {where}", style="cyan"), soft_wrap=True)
    out.print(f"      a demo account is made: log in as {LOGIN}, password {password}", soft_wrap=True)


def _tell_watching(out: Console, server: MailServer) -> None:
    """What happens until the end."""
    out.print(
        "\nThe worker keeps watching. Put a mail of your own into the mailbox with a mail program "
        f"(127.0.0.1:{server.port}, no TLS, user {USER}, password {server.password}); Ctrl-C ends it.",
        soft_wrap=True,
    )


def _conclude(out: Console, stage: Stage, untouched: bool) -> None:
    """What was seen, and where to look next."""
    flags = "exactly as it was" if untouched else "NOT as it was: that is a fault, please report it"
    intake, mail = _program(), _near(Path(str(files("intake.demo")), "mails", EXAMPLE))
    out.print(f"\nWhat is read and unread in the mailbox is {flags}.\n", soft_wrap=True)
    out.print(Text("Look further", style="bold"))
    for command, what in (
        (f"{intake} queue --config {stage.config}", "the queue again; --json for programs"),
        (f"{intake} parse {mail}", "each value of a mail with the words that it stands on"),
        (
            f"ls {_near(stage.sent)}",
            "what organisers were answered, each with a link to correct it that the desk opens",
        ),
        (f"cat {_near(stage.folder / 'worker.log')}", "what the worker did"),
        (f"{intake} check", "your own mailbox, once config.toml names it"),
    ):
        out.print(Text.assemble(("  " + command, "cyan"), f"\n      {what}"), soft_wrap=True)


def _program() -> str:
    """How this program was started, as one would type it again."""
    started = Path(sys.argv[0])
    return f"{_near(Path(sys.executable))} -m intake" if started.name == "__main__.py" else _near(started)


def _near(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _end(*_: object) -> NoReturn:
    """A closed terminal and SIGTERM end it as Ctrl-C does: the worker and the mail server end with it."""
    raise KeyboardInterrupt
