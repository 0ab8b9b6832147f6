import pytest

from provenance.errors import UsageError
from provenance.model import Report
from provenance.reports import FORMATS, render


def test_every_format_is_registered_under_its_own_name():
    assert list(FORMATS) == ["text", "json", "jsonl", "markdown", "html", "csv", "sarif", "github", "gitlab", "junit"]
    assert all(name == module.NAME for name, module in FORMATS.items())


def test_unknown_format_names_the_value_and_the_choices():
    with pytest.raises(
        UsageError, match=r"'pdf'.*text, json, jsonl, markdown, html, csv, sarif, github, gitlab, junit"
    ):
        render(Report(documents=()), "pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_two_runs_give_the_same_bytes(name, report, checked):
    for one in (report, checked, Report(documents=())):
        first = render(one, name)
        assert first.endswith("\n")
        assert first.encode() == render(one, name).encode()
