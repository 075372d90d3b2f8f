"""What every page works with: store, blobs, settings, campaign, clock, templates, and who is answered how."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from review.answering import Answering
from review.campaign import Campaign
from review.look import Look
from review.provider import Provider
from review.rendering import Renderer
from review.sanitising import LayoutReader
from review.settings import ReviewSettings
from review.tally import Tally
from review.workshop import Workshop
from store.blobs import BlobStore
from store.database import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk, as its app was made with.

    `logins` has a turn for each password that is compared at one moment. `answering` is None where organisers
    are not answered.
    """

    store: Store
    blobs: BlobStore
    settings: ReviewSettings
    campaign: Campaign
    clock: Callable[[], datetime]
    look: Look
    tally: Tally
    workshop: Workshop
    renderer: Renderer
    layout: LayoutReader
    logins: BoundedSemaphore
    provider: Provider | None = None
    answering: Answering | None = None
