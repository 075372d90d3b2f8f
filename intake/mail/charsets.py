"""Bytes to text: the charset as declared, else as detected, else cp1252; and which of these it was."""

import codecs
import re

_ASKED_FOR = {
    # what senders write, and what they mean (the Encoding Standard's labels)
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_ALIASES = {
    "ks_c_5601-1987": "cp949",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
    "iso-8859-8-i": "iso-8859-8",
    "ansi": "cp1252",
}
# Python's codecs that are no charsets, or quadratic in the length of their input
_REFUSED = {
    "idna",
    "punycode",
    "unicode-escape",
    "unicode_escape",
    "raw-unicode-escape",
    "raw_unicode_escape",
    "undefined",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WESTERN = re.compile(r"[^\x00-\x7f\u00a0-\u00ff€‘’“”–—…•™œŒšŠžŽŸ‹›„‚†]")
_BRIEF = 40  # bytes: too few to detect anything by
_SAMPLE = 16 * 1024  # detection costs about 2 ms a KB; a language shows itself sooner than this


def codec_of(charset: str) -> str:
    """Python's codec for a charset as a mail names it; empty where there is none."""
    said = charset.strip().strip("\"'").lower()
    said = _ALIASES.get(said, said)
    if not said or len(said) > 40 or not said.isascii():
        return ""
    try:
        found = codecs.lookup(said)
    except (LookupError, ValueError):
        return ""
    if found.name in _REFUSED or not getattr(found, "_is_text_encoding", True):
        return ""
    return _ASKED_FOR.get(found.name, found.name)


def to_text(content: bytes, charset: str) -> tuple[str, str]:
    """Decode; never raises.

    Args:
        content: the bytes.
        charset: as declared, or empty.

    Returns:
        The text, and the code of what had to be done for it: "charset-guessed", "charset-wrong" (declared,
        but the bytes are not that), "charset-unknown" (no such charset), or empty.
    """
    codec = codec_of(charset)
    if codec:
        text = _try(content, codec)
        if text is not None:
            ascii_only = charset.strip().lower() in ("us-ascii", "ascii") and not content.isascii()
            return (text, "") if not ascii_only else (_best(content), "charset-wrong")
        return _best(content), "charset-wrong"
    if content.isascii() and b"\x1b" not in content:
        return content.decode("ascii"), "charset-unknown" if charset.strip() else ""
    return _best(content), "charset-unknown" if charset.strip() else "charset-guessed"


def _try(content: bytes, codec: str) -> str | None:
    try:
        text = content.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        if codec != "cp1252":
            return None
        text = content.decode("latin-1")  # five bytes have no place in cp1252; as controls they do no harm
    if codec.startswith("utf-7") and any("\ud800" <= sign <= "\udfff" for sign in text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _best(content: bytes) -> str:
    for bom, codec in _BOMS:
        if content.startswith(bom):
            text = _try(content, codec)
            if text is not None:
                return text
    text = _try(content, "utf-8")
    if text is not None:
        return text
    western = _try(content, "cp1252") or ""
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    if (high * 5 < len(content) or len(content) < _BRIEF) and not _WESTERN.search(western):
        return western
    cut_off = _try(content[: content.rfind(b"\n") + 1 or len(content)], "utf-8")
    if cut_off is not None or _mostly_utf8(content):
        return content.decode("utf-8", "replace")
    return _detected(content) or western


def _mostly_utf8(content: bytes) -> bool:
    """A text that was UTF-8 before a line was broken within a character, or a byte was lost."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for sign in text[: 1 << 16] if sign > "\x7f") - wrong
    return right > 10 * wrong


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    codec = codec_of(best.encoding) if best is not None else ""
    return (_try(content, codec) or "") if codec else ""
