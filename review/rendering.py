"""Pictures for the public: made in a child process, kept as files, removed when they are withdrawn."""

import io
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final

from PIL import Image

from review import drawing
from review.drawing import CannotShowError
from review.workshop import BUSY, Workshop
from store import renditions
from store.blobs import BlobStore
from store.database import Store
from store.draftview import PartView
from store.errors import Refused
from store.renditions import Made

# Wide enough for a large screen; a phone's photo of 4 MB becomes one of some 300 kB.
WIDTH: Final = 1600


class Renderer:
    """Has what is published follow what staff decided. Threads may share one."""

    def __init__(
        self,
        store: Store,
        blobs: BlobStore,
        workshop: Workshop,
        pixels: int,
        clock: Callable[[], datetime],
    ) -> None:
        """Makes nothing yet. Pictures of more than `pixels` are not opened."""
        self._store = store
        self._blobs = blobs
        self._workshop = workshop
        self._pixels = pixels
        self._clock = clock

    def possible(self, pictures: Iterable[PartView]) -> None:
        """See to it that these can be made, before anything is decided about them.

        Raises:
            Refused: "picture", with its name.
        """
        for part in pictures:
            try:
                self._picture(part.sha256)
            except CannotShowError:
                raise Refused("picture", part.name or part.safe_name) from None

    def settle(self) -> None:
        """Make what is published and still to be made, and remove what was withdrawn.

        Broken off anywhere, the next time goes on where this one stopped; what was not made is not served.
        """
        with self._store.view() as s:
            if not renditions.pending(s):
                return
            unmade = renditions.unmade(s)
        for file_id, sha256 in unmade:
            made = None
            try:
                if sha256 is not None:
                    made = self._made(sha256)
            except CannotShowError as cannot:
                if cannot.code == BUSY:  # nothing is wrong with it: another time
                    continue
            with self._store.begin() as s:
                renditions.put(s, file_id, made, self._clock())
        renditions.remove(self._store, self._blobs)

    def _made(self, sha256: str) -> Made:
        jpeg = self._picture(sha256)
        with Image.open(io.BytesIO(jpeg)) as image:  # what our own child wrote
            width, height = image.size
        (made,) = self._blobs.put_many([jpeg])
        # By the disk's clock, not the desk's: it is compared with when the file was put.
        return Made(made, len(jpeg), width, height, datetime.now(UTC))

    def _picture(self, sha256: str) -> bytes:
        return self._workshop.make(
            ("public", sha256),
            lambda: self._blobs.local(sha256),
            drawing.picture,
            WIDTH,
            self._pixels,
        )
