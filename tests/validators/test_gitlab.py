"""GitLab Code Quality against the fields that GitLab requires."""

import json

import pytest
from jsonschema import Draft202012Validator

from provenance.reports import render


@pytest.fixture(scope="module")
def is_valid(schema):
    return Draft202012Validator(schema("gitlab-code-quality.json")).is_valid


@pytest.mark.parametrize("count", [0, 1, 1_000])
def test_it_is_valid(is_valid, sized, count):
    text = render(sized(count), "gitlab")
    assert not text.startswith("\ufeff")
    entries = json.loads(text)
    assert is_valid(entries)
    assert bool(entries) == bool(count)


@pytest.mark.parametrize(
    "broken",
    [
        lambda entry: entry.update(severity="error"),
        lambda entry: entry["location"].update(path="./a.md"),
        lambda entry: entry["location"].update(path="/a.md"),
        lambda entry: entry["location"].pop("positions"),
        lambda entry: entry["location"]["positions"]["begin"].update(line=0),
        lambda entry: entry.pop("fingerprint"),
    ],
)
def test_a_broken_one_is_not(is_valid, sized, broken):
    entries = json.loads(render(sized(1), "gitlab"))
    broken(entries[0])
    assert not is_valid(entries)
