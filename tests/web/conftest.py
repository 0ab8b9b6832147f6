"""A running review page of three short sources."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from provenance import pipeline, readers
from provenance.web.desk import Desk
from provenance.web.page import Page
from provenance.web.server import Server

SOURCES = {
    "harbour": b"The port authority said on 3 May 2021 that 42 dockers were injured in the fire at Lowhaven harbour.",
    "evening": b"On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour, the port authority said.",
    "hostile": b"<script>console.error('ran')</script> <img src=x onerror=console.error('ran')> 42 people lived there.",
}


@pytest.fixture(scope="session")
def page() -> Page:
    documents = [readers.read(data, id=name, media_type="text/plain") for name, data in SOURCES.items()]
    return Page.of(pipeline.review(documents))


@contextmanager
def serving(page: Page | Desk) -> Iterator[Server]:
    """A server of the page that answers until the end of the block."""
    with Server(page) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def server(page: Page) -> Iterator[Server]:
    with serving(page) as running:
        yield running
