"""SARIF against its schema, and against the rules that GitHub's code scanning holds it to."""

import json
import os
import subprocess

import pytest
from jsonschema import Draft202012Validator

from provenance.model import Report
from provenance.reports import render

SIZES = (1, 1_000, 25_000)


@pytest.fixture(scope="module")
def faults(schema):
    validator = Draft202012Validator(schema("sarif-2.1.0.json"))
    return lambda log: [error.message for error in validator.iter_errors(log)]


@pytest.mark.parametrize("count", [0, 1, 1_000])
def test_it_is_valid(faults, sized, count):
    assert faults(json.loads(render(sized(count), "sarif"))) == []


def test_a_report_about_nothing_is_valid(faults):
    assert faults(json.loads(render(Report(documents=()), "sarif"))) == []


@pytest.mark.parametrize(
    "broken",
    [
        lambda log: log.update(version="2.0.0"),
        lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda log: log["runs"][0]["results"][0].pop("message"),
        lambda log: log["runs"][0].update(columnKind="bytes"),
        lambda log: log["runs"][0]["results"][0].update(level="info"),
    ],
)
def test_a_broken_one_is_not(faults, sized, broken):
    log = json.loads(render(sized(1), "sarif"))
    broken(log)
    assert faults(log)


@pytest.fixture(scope="module")
def multitool(node_modules, tmp_path_factory):
    """What the SARIF multitool finds under its own rules and GitHub's.

    It exits 0 whatever it finds, passes over files that are large or break the schema in silence, and so is believed
    only where it says that it has found something, or that it has read the very file.
    """
    folder = tmp_path_factory.mktemp("sarif")
    packages = "@microsoft/sarif-multitool-*/*"
    (program,) = (p for p in node_modules.glob(packages) if p.name in ("Sarif.Multitool", "Sarif.Multitool.exe"))

    def run(text: str, level: str = "Error") -> set[str]:
        given, found = folder / "given.sarif", folder / "found.sarif"
        given.write_text(text, "utf-8")
        found.unlink(missing_ok=True)
        arguments = ["--rule-kind", "Sarif;Ghas", "--level", level, "--log", "ForceOverwrite", "-o", str(found)]
        done = subprocess.run(
            [program, "validate", given, *arguments, "--max-file-size-in-kb", "1000000"],
            env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Analysis completed successfully" in done.stdout, done.stdout + done.stderr
        assert "skipped" not in done.stdout, done.stdout
        log = json.loads(found.read_text("utf-8-sig"))
        (one,) = log["runs"]
        assert [call["executionSuccessful"] for call in one["invocations"]] == [True]
        return {result["ruleId"] for result in one["results"]}

    return run


@pytest.mark.node
@pytest.mark.parametrize("count", SIZES)
def test_the_multitool_finds_no_error(multitool, sized, count):
    assert multitool(render(sized(count), "sarif")) == set()


def place(run):
    return run["results"][0]["locations"][0]["physicalLocation"]


@pytest.mark.node
@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (lambda run: [rule.pop("help") for rule in run["tool"]["driver"]["rules"]], "GH2012"),
        (lambda run: run["results"][0].pop("locations"), "GH1017"),
        (lambda run: run["results"][0].update(message={"text": ""}), "GH1015"),
        (lambda run: place(run)["region"].update(startLine=5, endLine=2), "SARIF1007"),
        (lambda run: place(run)["artifactLocation"].update(uri="a b:c"), "SARIF1002"),
        (lambda run: run["results"][0].update(ruleIndex=900), "SARIF1009"),
    ],
)
def test_the_multitool_finds_what_is_broken(multitool, sized, broken, rule):
    log = json.loads(render(sized(2), "sarif"))
    broken(log["runs"][0])
    assert multitool(json.dumps(log)) >= {rule}
