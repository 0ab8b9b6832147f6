"""JUnit XML against the schema of Jenkins' xUnit plugin."""

from xml.etree import ElementTree

import pytest
import xmlschema

from provenance.model import Report
from provenance.reports import render

from .conftest import SCHEMAS


@pytest.fixture(scope="module")
def schema():
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@pytest.mark.parametrize("count", [0, 1, 500])
def test_it_is_valid(schema, sized, count):
    schema.validate(render(sized(count), "junit"))


def test_a_report_about_nothing_is_valid(schema):
    schema.validate(render(Report(documents=()), "junit"))


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("<testsuite name=", "<testsuite nom="),
        ("<testcase ", '<testcase file="a.md" '),
        ("<failure ", "<fault "),
        (' tests="', ' count="'),
    ],
)
def test_a_broken_one_is_not(schema, sized, words, others):
    text = (
        render(sized(20), "junit")
        .replace(words, others)
        .replace("</failure>", f"</{others[1:].split()[0]}>" if "fault" in others else "</failure>")
    )
    ElementTree.fromstring(text)
    assert not schema.is_valid(text)
