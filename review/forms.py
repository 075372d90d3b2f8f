"""What a browser sent with a form: read with bounds, before anything else is made of it."""

import asyncio
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from review.numbers import row_number
from review.settings import ReviewSettings

_KIND = "application/x-www-form-urlencoded"


class Form(Mapping[str, str]):
    """A form's fields. Of a field that comes more than once, `[]` gives the last and `every` gives all."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs
        self._last = dict(pairs)

    def __getitem__(self, name: str) -> str:
        return self._last[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._last)

    def __len__(self) -> int:
        return len(self._last)

    def every(self, name: str) -> list[str]:
        """All values of one field, in their order."""
        return [value for key, value in self.pairs if key == name]

    def text(self, name: str) -> str:
        """One field without what stands around it; line ends as ours. Empty where it was not sent."""
        return self.get(name, "").replace("\r\n", "\n").strip()

    def number(self, name: str) -> int:
        """One field that our own page filled with a number.

        Raises:
            HTTPException: 400, it holds something else.
        """
        number = row_number(self.get(name, ""))
        if number is None:
            raise HTTPException(400)
        return number


async def read_form(request: Request, settings: ReviewSettings) -> Form:
    """The form that a request carries.

    Raises:
        HTTPException: 413 where it is larger than settings allow, 408 where it comes too slowly, 415 where it
            is no form of ours, 400 where it cannot be read.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _KIND:
        raise HTTPException(415)
    body = bytearray()
    try:
        async with asyncio.timeout(settings.form_seconds):
            async for piece in request.stream():
                body += piece
                if len(body) > settings.form_bytes:
                    raise HTTPException(413)
    except TimeoutError:
        raise HTTPException(408) from None
    except ClientDisconnect:  # who left reads no answer
        raise HTTPException(400) from None
    try:
        fields = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            max_num_fields=settings.form_fields,
            errors="replace",
        )
    except ValueError:
        raise HTTPException(400) from None
    return Form(fields)
