"""How often one household may ask for organisers' pages: counted in memory, for a minute at a time."""

import threading
from collections import Counter
from datetime import datetime
from typing import Final

from store.throttle import network

_MINUTE: Final = 60


class Pace:
    """Counts requests by network. Threads may share one; what it holds is forgotten every minute."""

    def __init__(self, most: int) -> None:
        """`most` a minute."""
        self._most = most
        self._turn = threading.Lock()
        self._minute = 0
        self._asked: Counter[str] = Counter()

    def allows(self, address: str, now: datetime) -> bool:
        """Whether a request from this address is answered; it counts in any case."""
        minute = int(now.timestamp()) // _MINUTE
        with self._turn:
            if minute != self._minute:
                self._minute = minute
                self._asked.clear()
            self._asked[network(address)] += 1
            return self._asked[network(address)] <= self._most
