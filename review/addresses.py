"""Mail addresses as staff must see them: letters that only look like ours show (RFC 3492)."""

import unicodedata


def in_ascii(email: str) -> str:
    """An address with the labels of its domain in Punycode where they have other letters than a to z."""
    local, at, domain = email.rpartition("@")
    return f"{local}{at}{'.'.join(map(_label, domain.split('.')))}"


def is_foreign(email: str) -> bool:
    """Whether an address has letters that nobody could tell from others by looking."""
    domain = email.rpartition("@")[2].lower()
    return not email.isascii() or any(label.startswith("xn--") for label in domain.split("."))


def _label(label: str) -> str:
    if label.isascii():
        return label
    return f"xn--{unicodedata.normalize('NFKC', label).lower().encode('punycode').decode('ascii')}"
