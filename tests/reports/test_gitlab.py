import json

from provenance.reports import render
from provenance.reports.places import Files


def entries(report, **options):
    return json.loads(render(report, "gitlab", **options))


def test_what_counts_is_there_most_severe_first(report):
    assert [(e["check_name"], e["severity"]) for e in entries(report)] == [
        ("PV301", "critical"),
        ("PV201", "major"),
        ("PV302", "minor"),
    ]


def test_the_place_and_the_fingerprint(report):
    first = entries(report)[0]
    assert first["fingerprint"] == report.findings[1].id
    assert first["location"] == {
        "path": "sources/harbour.txt",
        "positions": {"begin": {"line": 3, "column": 1}, "end": {"line": 3, "column": 29}},
    }


def test_paths_are_those_in_the_repository(report):
    files = Files({"sources/harbour.txt": "./news//sources/harbour.txt"})
    assert entries(report, files=files)[0]["location"]["path"] == "news/sources/harbour.txt"


def test_what_the_baseline_knows_is_left_out(report):
    known = tuple(finding.model_copy(update={"baseline": "known"}) for finding in report.findings)
    assert entries(report.model_copy(update={"findings": known})) == []
