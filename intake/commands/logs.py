"""How the log looks: one line each; journald gets the level and keeps the time, a plain log gets both."""

import logging
import sys

# Whose details we tell; of the libraries only what goes wrong.
OURS = ("intake", "review", "store")


class JournalFormatter(logging.Formatter):
    """One line with the level in front as journald reads it (sd-daemon(3)); the time is its own."""

    LEVELS = ((logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6))

    def format(self, record: logging.LogRecord) -> str:
        """The record as lines that each carry the level, a traceback's too."""
        priority = next((number for level, number in self.LEVELS if record.levelno >= level), 7)
        return "\n".join(f"<{priority}>{line}" for line in super().format(record).splitlines())


class LineFormatter(logging.Formatter):
    """Time, level and message in one line."""

    default_msec_format = ""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(message)s", "%Y-%m-%d %H:%M:%S")


def set_up(*, verbose: bool, journal: bool) -> None:
    """Send the log to standard error.

    Args:
        verbose: details too.
        journal: standard error is read by journald (systemd sets JOURNAL_STREAM).
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JournalFormatter("%(message)s") if journal else LineFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.DEBUG if verbose else logging.INFO)
