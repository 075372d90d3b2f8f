"""The demonstration's mail server, in a process of its own: pymap, for as long as its starter lives."""

import gc
import os
import threading


def main() -> None:
    """Serve IMAP as pymap's own command line says, until standard input closes."""
    threading.Thread(target=_leave_with_starter, daemon=True).start()
    # pymap leaves its connections' tasks to asyncio, which from Python 3.12 on holds them so weakly that the
    # garbage collector ends those that wait. A demonstration makes little garbage.
    gc.disable()
    from pymap.main import main as serve  # an extra, needed by this process alone

    serve()


def _leave_with_starter() -> None:
    """Even a starter that was killed closes its end of our standard input."""
    os.read(0, 1)
    os._exit(0)


if __name__ == "__main__":
    main()
