import pytest

from provenance import pipeline, readers
from provenance.cli import run
from provenance.errors import UsageError
from provenance.extraction.claims import extract_all
from provenance.scale import engines, spark

DOCUMENTS = [
    readers.read(data, id=name, media_type="text/plain")
    for name, data in (
        ("a", b"On 3 May 2021, 42 dockers were injured in the fire at Lowhaven harbour."),
        ("b", b"On 3 May 2021, 24 dockers were injured in the fire at Lowhaven harbour."),
    )
]


def test_the_embedded_engine_leaves_extraction_to_review() -> None:
    assert engines.found("embedded", DOCUMENTS) is None


@pytest.mark.parametrize("engine", ["", "sparc", "local[two]", "embedded ", "file:///etc/passwd", "local[2];rm"])
def test_an_unknown_engine_is_refused_before_anything_starts(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "session", lambda master: pytest.fail(f"started {master}"))
    with pytest.raises(UsageError, match="no engine"):
        engines.found(engine, DOCUMENTS)


@pytest.mark.parametrize(
    "engine", ["local", "local[2]", "local[*]", "yarn", "spark://host:7077", "k8s://https://h:443"]
)
def test_spark_masters_reach_spark(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []

    def session(master: str) -> object:
        started.append(master)
        raise UsageError("stop here")

    monkeypatch.setattr(spark, "session", session)
    with pytest.raises(UsageError, match="stop here"):
        engines.found(engine, DOCUMENTS)
    assert started == [engine]


def test_review_takes_extractions_made_elsewhere() -> None:
    made = {d.id: extract_all(d) for d in DOCUMENTS}
    assert pipeline.review(DOCUMENTS, extracted=made) == pipeline.review(DOCUMENTS)
    # They are used, not made again.
    made["a"] = extract_all("Nothing to see.")
    assert pipeline.review(DOCUMENTS, extracted=made) != pipeline.review(DOCUMENTS)


def test_the_command_says_it_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", __file__.replace("test_engines.py", "../../seeds"), "--engine", "sparc"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == 'provenance: no engine \'sparc\'. Engines are "embedded" and Spark masters such as "local[2]"\n'
