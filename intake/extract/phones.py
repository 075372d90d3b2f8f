"""Phone numbers as Dutch mail writes them, as E.164."""

import re
from functools import lru_cache
from typing import Final

PHONE: Final = re.compile(
    r"(?<![\w+/.-])(?:(?:\+|00)31[\s.-]?(?:\(0\))?|\(?0)(?:[\s.()–—-]{0,4}\d){8,10}(?!\d)"
)
_ACCOUNT: Final = re.compile(
    r"\bNL\d\d\s?[A-Z]{4}\s?$|\b(?:kvk|btw|rsin|brin|iban)[\w\s.:-]{0,12}$", re.IGNORECASE
)
_FAX: Final = re.compile(r"(?:fax|\bf)[\s.:]*$", re.IGNORECASE)


def phones(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The phone numbers in `text[start:end]`, as E.164; no fax, no account."""
    found = []
    for match in PHONE.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        number = e164(re.sub(r"[^\d+]", "", match.group().replace("(0)", "")))
        if number and not _ACCOUNT.search(before) and not _FAX.search(before):
            found.append((number, match.start(), match.end()))
    return found


@lru_cache(maxsize=1024)
def e164(digits: str) -> str:
    """A Dutch or international number as E.164; "" where no such number can exist."""
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "NL")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number) or len(str(number.national_number)) < 9:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
