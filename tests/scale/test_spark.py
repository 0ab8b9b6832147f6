import pickle
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from provenance import __version__, readers
from provenance.errors import MissingExtraError
from provenance.extraction.claims import extract_all
from provenance.model import Document
from provenance.scale import spark

ROOT = Path(__file__).parents[2]
SOURCES = [str(ROOT / "seeds"), str(ROOT / "tests" / "cases" / "third-article")]

needs_spark = [
    pytest.mark.spark,
    pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed"),
    pytest.mark.skipif(shutil.which("java") is None, reason="no Java on this machine"),
]

TWICE = """
import sys
from provenance.cli import run
from provenance.scale import spark
first = run(sys.argv[1:])
spark.__version__ = "another"
sys.exit(10 * first + run(sys.argv[1:]))
"""
"""A review that works, then one whose workers have another version than the driver, on the same Java."""


def _documents() -> tuple[Document, ...]:
    return readers.read_all([str(ROOT / "seeds")]).documents


def test_a_worker_gives_what_extraction_gives() -> None:
    documents = _documents()
    made = dict(spark._extract(__version__, iter(documents)))
    assert made == {d.id: extract_all(d) for d in documents}
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_worker_of_another_version_refuses() -> None:
    with pytest.raises(RuntimeError, match=f"the worker has provenance {__version__}, the driver 0.0"):
        list(spark._extract("0.0", iter(())))


def test_without_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"needs pyspark.*pip install 'provenance-verifier\[spark\]'"):
        spark.session("local")


@pytest.mark.parametrize("home", [None, "/no/such/java"])
def test_without_java(home: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(spark, "find_spec", lambda name: object())
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PYSPARK_GATEWAY_PORT", raising=False)
    if home is None:
        monkeypatch.delenv("JAVA_HOME", raising=False)
    else:
        monkeypatch.setenv("JAVA_HOME", home)
    with pytest.raises(MissingExtraError, match=r"needs Java.*Install Java 17") as caught:
        spark.session("local")
    assert caught.value.exit_code == 2
    assert (home or "none") in str(caught.value)


def test_a_library_that_a_worker_lacks_is_named() -> None:
    told = (
        "An error occurred while calling z:org.apache.spark.api.python.PythonRDD.collectAndServe.\n"
        ": org.apache.spark.SparkException: Job aborted\n"
        "Traceback (most recent call last):\n"
        '  File "worker.py", line 1, in main\n'
        "ModuleNotFoundError: No module named 'provenance'\n"
        "\n\tat org.apache.spark.api.python.BasePythonRunner.handle(PythonRunner.scala:1)\n"
        "Caused by: java.io.IOException: gone\n"
    )
    failure = spark._failure(told)
    assert isinstance(failure, MissingExtraError)
    assert "No module named 'provenance'" in str(failure)
    assert str(spark._failure("Connection lost\n\tat x")) == "the Spark job failed: error: Connection lost"


@pytest.fixture(scope="module")
def twice() -> "subprocess.CompletedProcess[bytes]":
    arguments = ["review", *SOURCES, "--format", "json", "--exit-zero", "--engine", "local[2]"]
    return subprocess.run([sys.executable, "-c", TWICE, *arguments], capture_output=True, timeout=300, check=False)


class TestRealSpark:
    pytestmark = needs_spark

    def test_the_report_is_the_same_to_the_byte(self, twice: "subprocess.CompletedProcess[bytes]") -> None:
        command = [sys.executable, "-m", "provenance", "review", *SOURCES, "--format", "json", "--exit-zero"]
        embedded = subprocess.run(command, capture_output=True, timeout=120, check=True)
        assert len(embedded.stdout) > 10_000
        assert twice.stdout == embedded.stdout

    def test_nothing_of_sparks_log_is_heard_and_a_failed_job_is_one_line(
        self, twice: "subprocess.CompletedProcess[bytes]"
    ) -> None:
        expected = f"the Spark job failed: RuntimeError: the worker has provenance {__version__}, the driver another"
        assert twice.stderr.decode().splitlines() == [f"provenance: {expected}"]
        assert twice.returncode == 2
