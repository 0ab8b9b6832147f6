"""Engines: where extraction and matching run. Every engine gives the same bytes; only the machines differ."""

import re
from collections.abc import Sequence
from typing import Final

from provenance.errors import UsageError
from provenance.extraction.claims import Extraction
from provenance.matching import Strongest
from provenance.model import Document

EMBEDDED: Final = "embedded"
"""This process, without anything to install or start."""
_MASTER: Final = re.compile(r"local(\[[\d*, ]+\])?|local-cluster\[[\d, ]+\]|yarn|(spark|k8s)://\S+")


Found = tuple[dict[str, Extraction], Strongest]
"""What is extracted from each document, by document id, and the relations between them."""


def found(engine: str, documents: Sequence[Document]) -> Found | None:
    """What `engine` extracts from documents and how it relates them; None for the embedded engine: review does it.

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
        extracted = spark.extractions(running, documents)
        return extracted, spark.matches(running, documents, extracted)
