import subprocess
import sys

import pytest

from provenance.errors import UsageError
from provenance.model import Report
from provenance.reports import FORMATS, render


def test_a_run_loads_only_the_format_that_it_writes():
    code = "import sys; from provenance.reports import render; print([m for m in sys.modules if 'reports.' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


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
