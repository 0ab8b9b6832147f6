"""Engines: where extraction runs. Every engine gives the same bytes; only the machines differ."""

import re
from collections.abc import Sequence
from typing import Final

from provenance.errors import UsageError
from provenance.extraction.claims import Extraction
from provenance.model import Document

EMBEDDED: Final = "embedded"
"""This process, without anything to install or start."""
_MASTER: Final = re.compile(r"local(\[[\d*, ]+\])?|local-cluster\[[\d, ]+\]|yarn|(spark|k8s)://\S+")


def extractions(engine: str, documents: Sequence[Document]) -> dict[str, Extraction] | None:
    """What `engine` extracts from each document, by document id; None for the embedded engine, where review does it.

    `engine` is "embedded" or a Spark master ("local[2]", "spark://host:7077", "yarn"). Raises UsageError for any other
    word, and what `provenance.scale.spark` raises.
    """
    if engine == EMBEDDED:
        return None
    if not _MASTER.fullmatch(engine):
        raise UsageError(
            f"no engine {engine[:80]!r}", remedy='Engines are "embedded" and Spark masters such as "local[2]"'
        )
    from provenance.scale import spark

    with spark.session(engine) as running:
        return spark.extractions(running, documents)
