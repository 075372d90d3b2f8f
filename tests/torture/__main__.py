"""`python -m tests.torture --kills 1500`: kill the worker again and again, start it again, count the mails.

First at every fail point in turn, then at seeded random moments, some of them while it recovers.
"""

import argparse
import itertools
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from intake.mailbox.settings import Settle
from intake.reading import read
from tests.mailbox.rig import EDITION
from tests.servers import dovecot
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.torture.arena import POST, Arena, Ground
from tests.torture.points import Points
from tests.torture.victim import Job, run

# Random kills of one round before it may end: a crash in what mends a crash must be mended too.
KILLS_A_ROUND = 3
NO_MOVE = "imap_capability = IMAP4rev1 IDLE NAMESPACE LITERAL+ UIDPLUS"


def warm_up() -> None:
    """What every victim would load or compile anew is done once, before they are forked."""
    for raw in POST:
        read(raw, EDITION)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def attempt(job: Job, kill_at: int = 0, after: float | None = None) -> tuple[bool, str, int]:
    """Run the victim in a process of its own: whether and where it was killed, and how many points it passed.

    Args:
        job: what it does.
        kill_at: the fail point at which it kills itself, 0 for none.
        after: seconds after which it is killed from outside, None for not.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _be_victim(job, kill_at, writing)
    os.close(writing)
    if after is not None:
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(reading, "rb") as report:
        said = report.read().decode()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return True, said or "a random moment", 0
    assert os.WEXITSTATUS(status) == 0, f"the worker failed: {said}"
    return False, "", int(said or 0)


def _be_victim(job: Job, kill_at: int, report: int) -> None:
    """In the child. It must not return to the parent's code, whatever happens."""
    code = 1
    try:
        points = Points(kill_at, report)
        points.install()
        run(job)
        os.write(report, str(points.passed).encode())
        code = 0
    except BaseException:
        os.write(report, traceback.format_exc().encode())
    finally:
        os._exit(code)


def one_round(arena: Arena, kills: list[tuple[int, float | None]]) -> list[str]:
    """Kill it so often, let it finish, judge; gives where it was killed."""
    job = arena.round()
    where = []
    for kill_at, after in kills:
        killed, point, _ = attempt(job, kill_at, after)
        if killed:
            where.append(point)
        job = replace(job, late=job.late + 1)
    killed, point, _ = attempt(job)
    assert not killed
    try:
        arena.judge(job)
    except AssertionError as error:
        raise AssertionError(f"{arena.ground.name}, killed at {where}: {error}") from error
    arena.clear(job)
    return where


def rounds(
    arenas: list[Arena], dice: random.Random, every: int
) -> Iterator[tuple[Arena, list[tuple[int, float | None]]]]:
    """Every point of every ground (or each `every`th), the grounds in turn; then random moments for ever."""
    points, seconds = {}, {}
    for arena in arenas:
        job = arena.round()
        started = time.monotonic()
        _, _, points[arena] = attempt(job)
        seconds[arena] = time.monotonic() - started
        arena.judge(job)
        arena.clear(job)
        say(f"{arena.ground.name}: {points[arena]} fail points, {seconds[arena]:.2f} s undisturbed")
    for number in range(0, max(points.values()), every):
        for arena in arenas:
            at = number + dice.randrange(every) + 1
            if at <= points[arena]:
                yield arena, [(at, None)]
    for arena in itertools.cycle(arenas):
        kills: list[tuple[int, float | None]] = []
        for _ in range(dice.randint(1, KILLS_A_ROUND)):
            if dice.random() < 0.5:
                kills.append((dice.randint(1, points[arena]), None))
            else:
                kills.append((0, dice.uniform(0, seconds[arena])))
        yield arena, kills


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, help="only one of so many fail points")
    options = parser.parse_args()
    if reason := dovecot.why_not():
        say(reason)
        return 2
    warm_up()
    dice = random.Random(options.seed)
    started, kills, done, where = time.monotonic(), 0, 0, Counter[str]()
    with ExitStack() as stack:
        # Straight below /tmp: Dovecot's processes are other users, and its sockets want short paths.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="torture-")))
        arenas = _arenas(folder, stack)
        for arena, plan in rounds(arenas, dice, options.every):
            if kills >= options.kills:
                break
            points = one_round(arena, plan)
            where.update(points)
            kills, done = kills + len(points), done + 1
            if done % 100 == 0:
                say(f"{kills} kills, {done} rounds, {time.monotonic() - started:.0f} s")
    for name, count in sorted(where.items()):
        say(f"{count:6}  {name}")
    say(f"{kills} kills in {done} rounds, {time.monotonic() - started:.0f} s: no mail lost, none twice")
    return 0


def _arenas(folder: Path, stack: ExitStack) -> list[Arena]:
    movable = stack.enter_context(Dovecot(folder / "d1"))
    old = stack.enter_context(Dovecot(folder / "d2", extra=NO_MOVE))
    postgres = stack.enter_context(Postgres())
    grounds = [
        Ground("sqlite", Settle.KEYWORD, movable, "sqlite keyword"),
        Ground("postgresql", Settle.KEYWORD, movable, "postgresql keyword"),
        Ground("sqlite", Settle.MOVE, movable, "sqlite move"),
        Ground("postgresql", Settle.MOVE, old, "postgresql copy"),
    ]
    return [Arena(folder, ground, postgres) for ground in grounds]


if __name__ == "__main__":
    sys.exit(main())
