"""Review on Spark: the same functions, mapped over a cluster.

Extraction is what grows with the corpus and needs nothing but one document at a time, so it is what is mapped; the
relations are found by the same code as on one machine. Needs the `spark` extra.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from provenance.errors import MissingExtraError
from provenance.extraction.claims import Extraction, extract_all
from provenance.model import Document


def session(master: str) -> Any:
    """A Spark session for `master` ("local[2]", "spark://host:7077"). Raises MissingExtraError without pyspark."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        remedy = "pip install 'provenance-verifier[spark]'"
        raise MissingExtraError("the Spark engine needs pyspark", remedy=remedy) from None
    builder = SparkSession.builder.master(master).appName("provenance").config("spark.ui.enabled", "false")
    return builder.getOrCreate()


def extractions(spark: Any, documents: Iterable[Document]) -> dict[str, Extraction]:
    """What `extract_all` gives for each document, by document id, computed on the workers."""
    rows = [document.model_dump_json() for document in documents]
    if not rows:
        return {}
    slices = min(len(rows), max(1, spark.sparkContext.defaultParallelism))
    found = spark.sparkContext.parallelize(rows, slices).mapPartitions(_extract).collect()
    return dict(sorted(found))


def _extract(rows: Iterator[str]) -> Iterator[tuple[str, Extraction]]:
    for row in rows:
        document = Document.model_validate_json(row)
        yield document.id, extract_all(document)
