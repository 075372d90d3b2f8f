"""Readings for the tests of the sandbox and the drafter: functions that a child process finds by name."""

import mmap
import os
import time

from intake.edition import Edition
from intake.handover import read_for_store
from intake.mail.bounds import Bounds
from intake.mail.mail import Mail
from intake.mail.parse import parse_mail
from intake.mail.stream import PartSink
from intake.sandbox import Spool
from store.incoming import NewReading

# How long a slow reading takes, in seconds.
SLOW = 6.0


def read(raw: bytes | mmap.mmap, edition: Edition, bounds: Bounds, sink: PartSink | None) -> Mail:
    """Read the mail; one whose body is an order does as it says."""
    order = bytes(raw[:200]).rpartition(b"\n")[2]
    if order == b"SLAAP":
        time.sleep(60)
    if order == b"EENMAAL" and isinstance(sink, Spool) and not (sink.folder / "pid").exists():
        order = b"WACHT"
    if order == b"WACHT" and sink is not None:
        with sink.open() as place:
            place.write(str(os.getpid()).encode())
        sink.keep("pid")
        time.sleep(60)
    if order == b"STERF":
        os._exit(9)
    if order == b"VREET":
        bytearray(3 << 30)
    if order == b"STRUIKEL":
        raise KeyError("postcode")
    return parse_mail(raw, sink, bounds)


def slowly(raw: bytes | mmap.mmap, edition: Edition, bounds: Bounds, sink: PartSink | None) -> NewReading:
    """Read the mail as the worker does; one that says TRAAG after a while."""
    if b"TRAAG" in raw[:2000]:
        time.sleep(SLOW)
    return read_for_store(raw, edition, bounds, sink)
