"""Message-IDs as keys: the same one however it was written, and never too long for an index."""

import hashlib

# PostgreSQL refuses index entries above 2,700 bytes; RFC 5322 allows a line of 998. Four bytes a letter.
_LONGEST = 400


def key(message_id: str) -> str:
    """A Message-ID without its brackets and white space; a hostile, longer one by its sha256."""
    bare = message_id.strip().strip("<>").strip()
    if len(bare) <= _LONGEST:
        return bare
    return "sha256:" + hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()
