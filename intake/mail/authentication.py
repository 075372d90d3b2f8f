"""Whether the desk's own mail server vouches for the sender of a mail (Authentication-Results, RFC 8601)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

# A header as it may come holds no more results than this; what stands behind them is not looked at.
_MOST_RESULTS: Final = 50
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^;]', re.DOTALL)
_PAIR: Final = re.compile(r'([\w./-]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)')
# The properties that tell of whose domain a method speaks.
_ABOUT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"dmarc": ("header.from",), "dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}
)
_DENIES: Final = frozenset({"fail", "softfail", "hardfail"})


class SenderCheck(StrEnum):
    """What the server says of the sender; `NONE`: nothing that tells."""

    PASS = "pass"  # noqa: S105 - the word of RFC 8601 section 2.7
    FAIL = "fail"
    NONE = "none"


def sender_check(headers: Sequence[str], server: str, sender: str) -> SenderCheck:
    """What one server says of the sender.

    Args:
        headers: the mail's Authentication-Results, the topmost first; a sender can write any but those that
            our server put above them, so that of its own name the topmost alone counts (section 5).
        server: the authserv-id that it writes (section 2.5), in any case.
        sender: the address that staff see as the sender's.

    DMARC counts before what it is made of; without its word a signature or an envelope counts that is of the
    sender's own domain (RFC 7489 section 3.1, relaxed). A word on another domain than the sender's counts for
    nothing: there may be several in From.
    """
    told = next((rest for name, rest in map(_divided, headers) if name == server.lower()), None)
    if told is None:
        return SenderCheck.NONE
    domain = sender.rpartition("@")[2].lower()
    denied = False
    for method, result, about in sorted(_results(told), key=lambda one: one[0] != "dmarc"):
        whose = next((about[name] for name in _ABOUT.get(method, ()) if name in about), "")
        if result == "pass" and _aligned(whose, domain):
            return SenderCheck.PASS
        if result in _DENIES and method in _ABOUT:
            denied = True
            if method == "dmarc":
                break
    return SenderCheck.FAIL if denied else SenderCheck.NONE


def _divided(header: str) -> tuple[str, str]:
    """The authserv-id of a header, in lower case, and its results; a version may stand behind the name."""
    name, _, rest = _bare(header).partition(";")
    words = name.split()
    return (words[0].strip('"').lower() if words else ""), rest


def _results(told: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Each method with its result, and the properties that it looked at (section 2.2)."""
    for one in _parts(told)[:_MOST_RESULTS]:
        pairs = [(name.lower(), value.strip('"').lower()) for name, value in _PAIR.findall(one)]
        if pairs:
            method, result = pairs[0]
            yield method.partition("/")[0], result, dict(reversed(pairs[1:]))


def _parts(text: str) -> list[str]:
    parts = [""]
    for piece in _QUOTED.finditer(text):
        parts[-1] += piece[0]
        if piece.end() < len(text) and text[piece.end()] == ";":
            parts.append("")
    return parts


def _bare(header: str) -> str:
    """Without comments, which may stand anywhere and within each other (RFC 5322 section 3.2.2)."""
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for letter in header:
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == '"' and not depth:
            quoted = not quoted
        elif letter == "(" and not quoted:
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            continue
        if not depth:
            kept.append(letter)
    return "".join(kept)


def _aligned(whose: str, domain: str) -> bool:
    """Whether two domains are of one owner: the same, or one within the other."""
    one = whose.rpartition("@")[2].strip(".")
    if "." not in one or "." not in domain:
        return False
    return one == domain or one.endswith(f".{domain}") or domain.endswith(f".{one}")
