"""Review on Spark: the same functions, mapped over a cluster.

Extraction maps over documents, matching over keys and pairs of documents (`spark_matching`). Needs the `spark` extra
and Java; only RDDs are used, so neither pandas nor pyarrow.
"""

import os
import re
import shutil
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any, Final

from provenance import __version__
from provenance.errors import MissingExtraError, ProvenanceError, UsageError
from provenance.extraction.claims import Extraction, extract_all
from provenance.matching import Strongest
from provenance.model import Document
from provenance.scale import spark_matching

_SLICES_PER_CORE: Final = 4
"""Documents differ in length: with several slices for each core, no core waits long for the last one."""
_LOG_READ: Final = 100_000
_RAISED: Final = re.compile(r"^(?:[a-z_]+\.)*([A-Z]\w*(?:Error|Exception)): (.+)$", re.MULTILINE)
"""The last line of a Python traceback inside a Java one; Java's own names have a package before them and tabs."""


def session(master: str) -> Any:
    """A Spark session for `master` ("local[2]", "spark://host:7077"), or the one that runs already; stop it after use.

    Raises MissingExtraError without pyspark or Java, and UsageError when Spark does not start on `master`. Spark's own
    log goes nowhere: it would be mixed with the report on standard output and with our messages on standard error.
    """
    _check_installed()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log, warnings.catch_warnings():
        # pyspark looks at the pandas it finds, which we do not use.
        warnings.simplefilter("ignore")
        return _start(master, log)


def extractions(spark: Any, documents: Iterable[Document]) -> dict[str, Extraction]:
    """What `extract_all` gives for each document, by document id, computed on the workers.

    The driver holds all documents and all results. Raises ProvenanceError when the job fails.
    """
    rows = list(documents)
    if not rows:
        return {}
    context = spark.sparkContext
    slices = min(len(rows), _SLICES_PER_CORE * max(1, context.defaultParallelism))
    work = context.parallelize(rows, slices).mapPartitions(partial(_extract, __version__))
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        return dict(work.collect())
    except (Py4JError, PySparkException) as error:
        raise _failure(str(error)) from error


def matches(spark: Any, documents: Iterable[Document], extracted: Mapping[str, Extraction]) -> Strongest:
    """The relations between these documents, as `matching.strongest` gives them, computed on the workers.

    The driver holds all documents and these relations. Raises ProvenanceError when the job fails.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    rows = [(document, extracted[document.id].claims) for document in documents]
    try:
        return spark_matching.matches(spark.sparkContext, rows)
    except (Py4JError, PySparkException) as error:
        raise _failure(str(error)) from error


def _extract(version: str, documents: Iterator[Document]) -> Iterator[tuple[str, Extraction]]:
    """Runs on a worker. Another version of the program would mix two sets of rules in one report."""
    if version != __version__:
        raise RuntimeError(f"the worker has provenance {__version__}, the driver {version}")
    for document in documents:
        yield document.id, extract_all(document)


def _check_installed() -> None:
    if find_spec("pyspark") is None:
        remedy = "pip install 'provenance-verifier[spark]'"
        raise MissingExtraError("the Spark engine needs pyspark", remedy=remedy)
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    # Under spark-submit Java runs already, and says where.
    if java is None and "PYSPARK_GATEWAY_PORT" not in os.environ:
        place = f" ($JAVA_HOME is {home})" if home else ""
        remedy = "Install Java 17 or newer, or set JAVA_HOME"
        raise MissingExtraError(f"the Spark engine needs Java, and none was found{place}", remedy=remedy)


def _start(master: str, log: IO[str]) -> Any:
    """The running session, or a new one with both of its output streams in `log`."""
    from py4j.protocol import Py4JError
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkException
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    if SparkContext._active_spark_context is not None:
        return SparkSession.builder.getOrCreate()
    conf = SparkConf(loadDefaults=False).setMaster(master).setAppName("provenance").set("spark.ui.enabled", "false")
    if master.startswith("local"):
        # This interpreter, not the first "python3" of the path; and no port that other machines could reach.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1")
    try:
        # Java outlives a session, and serves the next one of this process.
        gateway = SparkContext._gateway or launch_gateway(conf, popen_kwargs={"stdout": log, "stderr": log})
        return SparkSession(SparkContext(conf=conf, gateway=gateway))
    except (Py4JError, PySparkException) as error:
        raise UsageError(f"Spark does not start on {master[:80]!r}: {_why(log, error)}") from error


def _why(log: IO[str], error: Exception) -> str:
    """The line of Spark's log, else of the error, that says most."""
    log.seek(0)
    told = [line.strip() for line in (*log.read(_LOG_READ).splitlines(), *str(error).splitlines()) if line.strip()]
    causes = [line.removeprefix("Caused by: ") for line in told if line.startswith("Caused by: ")]
    faults = [line for line in told if re.search(r"(Exception|Error)\b.*: \S", line)]
    return next(iter((*causes[-1:], *faults, *told[-1:], type(error).__name__)))[:300]


def _failure(told: str) -> ProvenanceError:
    """The error of a failed job in one line."""
    raised = _RAISED.findall(told)
    kind, message = raised[-1] if raised else ("error", told.strip().partition("\n")[0][:300])
    if kind == "ModuleNotFoundError":
        remedy = "Install provenance-verifier, the same version, on every worker"
        return MissingExtraError(f"a Spark worker lacks a library: {message}", remedy=remedy)
    return ProvenanceError(f"the Spark job failed: {kind}: {message}")
