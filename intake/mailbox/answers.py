"""Answers to FETCH (RFC 3501 section 7.4.2) in the one form that nearly all have, read at a glance."""

import re
from collections.abc import Sequence
from typing import Any

# A mail's UID, perhaps its size, and the one section that was asked for, which comes as a literal.
_HEAD = re.compile(rb"\d+ \(UID (\d+)(?: RFC822\.SIZE (\d+))? (BODY\[[^]{]*\](?:<\d+>)?) \{\d+\}")


def plain_rows(data: Sequence[Any]) -> dict[int, dict[bytes, Any]] | None:
    """The answers by UID; None where one of them looks otherwise, for the library to read letter by letter.

    Args:
        data: as imaplib gives it: a pair for each literal, of the line that it ends and its bytes, and the
            line that goes on behind it.
    """
    rows: dict[int, dict[bytes, Any]] = {}
    if len(data) % 2:
        return None
    for pair, end in zip(data[::2], data[1::2], strict=True):
        found = _HEAD.fullmatch(pair[0]) if isinstance(pair, tuple) and end == b")" else None
        if found is None or int(found[1]) in rows:
            return None
        row = {b"UID": int(found[1]), found[3]: pair[1]}
        if found[2] is not None:
            row[b"RFC822.SIZE"] = int(found[2])
        rows[row[b"UID"]] = row
    return rows
