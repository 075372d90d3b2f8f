"""The real type of a part, by what its content shows."""

# How contents begin; the first that fits counts. Fewer and much faster than a full table: what mail carries.
_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"BM", 0, "image/bmp"),
    (b"\x00\x00\x01\x00", 0, "image/x-icon"),
    (b"\xd7\xcd\xc6\x9a", 0, "image/wmf"),
    (b"WEBP", 8, "image/webp"),
    (b"WAVE", 8, "audio/wav"),
    (b"AVI ", 8, "video/x-msvideo"),
    (b"ftypheic", 4, "image/heic"),
    (b"ftypmif1", 4, "image/heif"),
    (b"ftypavif", 4, "image/avif"),
    (b"ftypM4A", 4, "audio/mp4"),
    (b"ftypqt", 4, "video/quicktime"),
    (b"ftyp", 4, "video/mp4"),
    (b"moov", 4, "video/quicktime"),
    (b"ID3", 0, "audio/mpeg"),
    (b"\xff\xfb", 0, "audio/mpeg"),
    (b"\xff\xf3", 0, "audio/mpeg"),
    (b"OggS", 0, "audio/ogg"),
    (b"fLaC", 0, "audio/flac"),
    (b"#!AMR", 0, "audio/amr"),
    (b"\x1aE\xdf\xa3", 0, "video/x-matroska"),
    (b"0&\xb2u\x8ef\xcf\x11", 0, "video/x-ms-asf"),
    (b"\x00\x00\x01\xba", 0, "video/mpeg"),
    (b"{\\rtf", 0, "application/rtf"),
    (b"\x78\x9f\x3e\x22", 0, "application/ms-tnef"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "application/x-ole-storage"),
    (b"7z\xbc\xaf\x27\x1c", 0, "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", 0, "application/vnd.rar"),
    (b"\x1f\x8b", 0, "application/gzip"),
    (b"MZ", 0, "application/x-msdownload"),
    (b"\x7fELF", 0, "application/x-executable"),
    (b"\xca\xfe\xba\xbe", 0, "application/java-archive"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", 0, "application/x-ms-shortcut"),
    (b"-----BEGIN PGP", 0, "application/pgp-signature"),
    (b"PK\x03\x04", 0, "application/zip"),
)
BY_ENDING = {
    "pdf": "application/pdf", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "heic": "image/heic",
    "svg": "image/svg+xml",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "wma": "audio/x-ms-wma",
    "mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo", "wmv": "video/x-ms-wmv",
    "ics": "text/calendar", "vcs": "text/calendar", "vcf": "text/vcard", "txt": "text/plain",
    "csv": "text/csv",
    "htm": "text/html", "html": "text/html", "eml": "message/rfc822", "msg": "application/vnd.ms-outlook",
    "zip": "application/zip", "p7s": "application/pkcs7-signature", "p7m": "application/pkcs7-mime",
    "asc": "application/pgp-signature", "exe": "application/x-msdownload", "pub": "application/x-mspublisher",
}  # fmt: skip
_OPEN_XML = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"))
_OLE = {"doc", "xls", "ppt", "msg", "pub"}
PROGRAMS = ("application/x-msdownload", "application/x-executable", "application/x-ms-shortcut")


def ending_of(name: str) -> str:
    """The lower-cased ending of a name, without the dot; empty where there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if dot and stem and len(ending) < 12 else ""


def type_of(start: bytes, name: str, declared: str, tail: bytes = b"") -> str:
    """The media type that the content shows, else the one its name or its sender tells.

    Args:
        start: the first bytes, a few KB.
        name: the decoded file name.
        declared: the sender's media type.
        tail: the last bytes, where an Office file's table of contents is.
    """
    ending = ending_of(name)
    found = next((kind for magic, at, kind in _MAGIC if start.startswith(magic, at)), "")
    if found == "application/zip":
        return _zip_type(start + tail, ending)
    if found == "application/x-ole-storage":
        return BY_ENDING[ending] if ending in _OLE else declared if "ms" in declared else found
    if found == "application/pgp-signature" and b"SIGNATURE" not in start[:60]:
        found = "application/pgp-keys" if b"KEY" in start[:60] else "application/pgp-encrypted"
    if found == "video/mp4" and declared.startswith("audio/"):
        found = "audio/mp4"
    if found and not (found == "image/bmp" and not declared.startswith("image/") and ending != "bmp"):
        return found
    text = start[:512].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    for mark, kind in (
        (b"BEGIN:VCALENDAR", "text/calendar"),
        (b"BEGIN:VCARD", "text/vcard"),
        (b"<SVG", "image/svg+xml"),
    ):
        if text.startswith(mark):
            return kind
    if text.startswith((b"<!DOCTYPE HTML", b"<HTML")):
        return "text/html"
    if declared in (
        "",
        "application/octet-stream",
        "text/plain",
        "application/x-unknown",
        "binary/octet-stream",
    ):
        known = BY_ENDING.get(ending, "")
        return (
            known
            if known and not known.startswith(("image/", "application/pdf"))
            else declared or "application/octet-stream"
        )
    return declared


def _zip_type(content: bytes, ending: str) -> str:
    if content[30:38] == b"mimetype":
        said = content[38:120].split(b"PK", 1)[0].decode("ascii", "replace")
        return said if said.startswith("application/") else "application/zip"
    for folder, office in _OPEN_XML:
        if folder in content:
            return BY_ENDING[office]
    return BY_ENDING[ending] if ending in ("docx", "xlsx", "pptx") else "application/zip"


def ending_for(kind: str) -> str:
    """A file ending, with its dot, for a media type; empty where none is usual."""
    if kind in ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers"):
        return ".txt"
    return next((f".{ending}" for ending, known in BY_ENDING.items() if known == kind), "")
