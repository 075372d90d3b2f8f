"""Trouble told once, not once a minute; and how long to wait before the next attempt."""

import logging
import random

from intake.errors import IntakeError
from store.errors import StoreError

log = logging.getLogger(__name__)


class Trouble:
    """Of one thing that is tried again and again: a line when it fails (otherwise), a line when it works."""

    def __init__(self, name: str, first_wait: float, longest_wait: float) -> None:
        """`name` starts each line; waits in seconds."""
        self._name = name
        self._first = first_wait
        self._longest = longest_wait
        self._times = 0
        self._told = ""

    def came(self, error: BaseException) -> float:
        """It failed; gives how many seconds to wait, doubled each time, give or take a quarter."""
        self._times += 1
        # Past some doublings the longest wait is reached anyway, and a float runs over.
        wait = min(self._first * 2 ** min(self._times - 1, 30), self._longest)
        text = str(error) or type(error).__name__
        if text != self._told:
            self._told = text
            known = isinstance(error, IntakeError | StoreError)
            shown = text if known else f"unexpected {type(error).__name__}: {text}"
            line = "%s: %s; trying again in %.0f s, then ever less often"
            log.warning(line, self._name, shown, wait, exc_info=None if known else error)
        # So that several workers do not all come back in the same second.
        return float(wait * random.uniform(0.75, 1.25))  # noqa: S311 - spreads load, guards nothing

    def over(self) -> None:
        """It worked."""
        if self._times:
            log.info("%s: works again, after %d failed attempts", self._name, self._times)
        self._times, self._told = 0, ""
